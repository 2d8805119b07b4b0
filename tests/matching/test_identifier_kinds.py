"""What a number is, asked in one place: matching and alerts say the same of it."""

from __future__ import annotations

import pytest

from screening.alerts import identifiers as alerts
from screening.matching.identifier_kinds import is_worldwide, kind
from screening.matching.identifiers import IdentifierIndex

LEI, WALLET = "5493001KJTIIGC8Y1R12", "0x52908400098527886E0F7030069857D2E4169EE7"
Identifier = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("label", "number", "name", "worldwide"),
    [
        ("LEI", LEI, "lei", True),
        ("Registration Number", LEI, "registration", True),  # its shape tells
        ("ISIN", "RU0007661625", "isin", True),
        ("", WALLET, "", True),
        ("Digital Currency Address - XBT", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", "wallet", True),
        ("SWIFT/BIC", "SABRRUMM", "bic", True),
        ("", "IMO 9187629", "imo", True),
        ("", "9187629", "", False),
        ("Tax ID No.", "7701234567", "tax", False),
        ("whatever", "7701234567", "", False),
    ],
)
def test_the_label_and_the_shape_tell_what_a_number_is(label: str, number: str, name: str, worldwide: bool) -> None:
    assert kind(label, number).name == name
    assert is_worldwide(label, number) is worldwide


@pytest.mark.parametrize(
    ("ours", "listed", "same"),
    [
        (("ISIN", "RU0007661625", "RU"), ("ISIN", "RU0007661625", "CY"), True),
        (("LEI", LEI, "CY"), ("Registration Number", LEI, "RU"), True),
        (("", WALLET, "US"), ("", WALLET, "RU"), True),
        (("", "IMO 9187629", "PA"), ("Vessel Registration Identification", "IMO 9187629", "IR"), True),
        (("Registration Number", "9187629", "PA"), ("IMO", "9187629", "IR"), False),
        (("INN", "0000000000", "RU"), ("INN", "0000000000", "RU"), False),
        (("INN", "7701234567", "RU"), ("Tax ID No.", "7701234567", "KZ"), False),
        (("INN", "7701234567", "RU"), ("Tax ID No.", "7701234567", "RU"), True),
    ],
)
def test_matching_and_alerts_agree_on_what_is_one_number(ours: Identifier, listed: Identifier, same: bool) -> None:
    left, right = (dict(zip(("type", "number", "country"), each, strict=True)) for each in (ours, listed))
    met = IdentifierIndex([(0, right)]).search([left])
    assert bool(met) is same
    assert alerts.compare([left], [right])[0] == ("agrees" if same else "absent")


def test_a_place_holder_contradicts_no_number() -> None:
    left = {"type": "INN", "number": "0000000000", "country": "RU"}
    assert alerts.compare([left], [{**left, "number": "7701234567"}])[0] == "absent"
