"""Currencies by their names: those that several states' money bears are told by the table's own country."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.currencies import currencies, currency, of_heading
from screening.intake.customs import CustomsReader
from screening.intake.rates import Rates
from screening.reference import table


@pytest.mark.parametrize(
    ("text", "code"),
    [("USD", "USD"), ("840", "USD"), ("доллар США", "USD"), ("643", "RUB"), ("евро", "EUR"), ("ZZQ", None), ("", None)],
)
def test_a_currency_is_known_by_code_number_and_name(text, code):
    assert currency(text) == code


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("manat", "AZ", "AZN"),
        ("манат", "TM", "TMT"),
        ("ريال", "OM", "OMR"),
        ("ریال", "IR", "IRR"),
        ("Rupees", "PK", "PKR"),
        ("руб.", "BY", "BYN"),
        ("dirham", "MA", "MAD"),
        ("元", "TW", "TWD"),
        ("som", "UZ", "UZS"),
        ("peso", "CO", "COP"),
    ],
)
def test_a_name_of_several_currencies_is_that_of_the_tables_country(text, home, code):
    assert currency(text, home) == code


@pytest.mark.parametrize("text", ["manat", "динар", "ریال", "rupees", "som", "pesos", "kr"])
@pytest.mark.parametrize("home", ["", "DE"])
def test_without_that_country_nothing_is_guessed(text, home):
    assert currency(text, home) is None
    assert len(currencies(text)) > 1


@pytest.mark.parametrize(
    ("text", "code"),
    [("руб", "RUB"), ("dollars", "USD"), ("лира", "TRY"), ("dirham", "AED"), ("元", "CNY"), ("сом", "KGS")],
)
def test_a_name_that_one_of_them_bears_before_all_others_needs_no_country(text, code):
    assert currency(text) == code
    assert currency(text, "DE") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kuwaiti dinar", "KWD"),
        ("динар Кувейта", "KWD"),
        ("туркменский манат", "TMT"),
        ("canadian dollars", "CAD"),
        ("руб РФ", "RUB"),
        ("бел. рубль", "BYN"),
        ("so'm", "UZS"),
        ("soʻm", "UZS"),
    ],
)
@pytest.mark.parametrize("home", ["", "BY", "KG", "AZ"])
def test_a_name_that_says_whose_money_it_is_goes_before_the_tables_country(text, home, code):
    assert currency(text, home) == code


def test_a_word_nobody_knows_beside_such_a_name_leaves_it_open():
    assert currency("dollar xyzzy") is None


@pytest.mark.parametrize(
    ("code", "heading", "home", "meant"),
    [
        ("RUB", ("стоимость", "руб"), "BY", "BYN"),
        ("RUB", ("стоимость", "руб"), "", "RUB"),
        ("RUB", ("value", "rub"), "BY", "RUB"),
        ("AZN", ("value", "manat"), "TM", "TMT"),
        ("AZN", ("value", "manat"), "", ""),
        ("KZT", ("стоимость", "тенге"), "BY", "KZT"),
    ],
)
def test_so_does_a_heading(code, heading, home, meant):
    assert of_heading(code, heading, home) == meant


def test_no_name_stands_in_both_tables_and_every_code_is_one():
    codes = {row["code"] for row in table("places/currencies.tsv").rows}
    shared = table("places/shared_currencies.tsv").rows
    names = Counter(name.strip().casefold() for row in shared for name in row["names"].split(";"))
    alone = {name.strip().casefold() for row in table("places/currencies.tsv").rows for name in row["names"].split(";")}
    assert max(names.values()) == 1
    assert not alone & set(names)
    assert all({*row["codes"].split(), *row["usual"].split()} <= codes for row in shared)
    assert all(len(row["codes"].split()) > 1 for row in shared)


def test_a_table_of_rates_has_to_say_which_of_them(tmp_path: Path):
    path = tmp_path / "rates.csv"
    path.write_text("date,currency,rate\n2024-01-02,manat,1.7\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"'manat' is the name of several currencies: AZN, TMT"):
        Rates(path, package=False)


def _read(tmp_path: Path, heading: str, currency_said: str, destination: str) -> tuple[set[str | None], list[str]]:
    """The currencies of 24 imports, and the notes of the first."""
    path = tmp_path / "records.csv"
    line = f"IM;ACME LTD;BETAFORD;8542310000;DE;{destination};10;{currency_said}"
    head = f"direction;exporter;importer;hs code;country of dispatch;country of destination;{heading};currency"
    path.write_text("\n".join([head, *(f"{line}" for _ in range(24))]) + "\n", encoding="utf-8")
    (batch,) = CustomsReader([path]).batches()
    return set(batch.records["currency"].to_list()), batch.records["notes"].to_list()[0]


@pytest.mark.parametrize(("destination", "code"), [("TM", "TMT"), ("AZ", "AZN")])
def test_in_a_table_of_imports_the_country_they_go_to_tells_whose_money_it_is(tmp_path, destination, code):
    assert _read(tmp_path, "invoice value", "manat", destination)[0] == {code}


def test_in_a_table_of_another_country_it_is_left_open_and_said_so(tmp_path):
    codes, notes = _read(tmp_path, "invoice value", "manat", "LV")
    assert codes == {None}
    assert "currency 'manat' not understood" in notes


@pytest.mark.parametrize(
    ("heading", "destination", "code"),
    [("customs value, руб", "BY", "BYN"), ("customs value, руб", "RU", "RUB"), ("customs value, manat", "TM", "TMT")],
)
def test_so_it_does_for_the_money_of_a_heading(tmp_path, heading, destination, code):
    assert _read(tmp_path, heading, "", destination)[0] == {code}
