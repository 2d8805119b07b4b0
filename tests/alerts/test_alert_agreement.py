from __future__ import annotations

import pytest

from screening.alerts import addresses, identifiers
from screening.alerts.agreement import compare, name_agreement
from screening.alerts.records import EntryRecord, SubjectRecord
from screening.names.places import successors
from screening.reference import table


def _id(kind: str, number: str, country: str | None = None) -> dict[str, str | None]:
    return {"type": kind, "number": number, "country": country}


IDENTIFIERS = [
    (_id("INN", "7701234567", "RU"), _id("Tax ID No.", "7701 234 567", "RU"), "agrees"),
    (_id("whatever", "7701234567"), _id("Tax ID No.", "7701-234-567", "RU"), "agrees"),
    (_id("INN", "7701234567", "RU"), _id("Tax ID No.", "7701234567", "KZ"), "absent"),
    (_id("INN", "7701234568", "RU"), _id("Tax ID No.", "7701234567", "RU"), "contradicts"),
    (_id("INN", "7701234568", "RU"), _id("Registration Number", "1027700000000", "RU"), "absent"),
    (_id("INN", "7701234568"), _id("Tax ID No.", "7701234567"), "absent"),  # of which country is not said
    (_id("BIC", "SABRRUMMXXX"), _id("SWIFT/BIC", "SABRRUMM"), "agrees"),
    (_id("BIC", "SABRKZKAXXX"), _id("SWIFT/BIC", "SABRRUMM"), "absent"),
    (_id("IMO", "IMO 9187629"), _id("Vessel Registration Identification", "9187629"), "agrees"),
    (_id("IMO number", "9187629", "PA"), _id("IMO", "9187630", "IR"), "contradicts"),
    (_id("Passport", "A1234567", "IR"), _id("Passport", "B7654321", "IR"), "absent"),  # people have several
    (
        _id("Registry", "1234", "TR"),
        _id("Registration Number", "1234", "TR"),
        "absent",
    ),  # too short to mean much
    (_id("INN", "", "RU"), _id("Tax ID No.", "", "RU"), "absent"),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), IDENTIFIERS)
def test_identifiers(ours: dict[str, str], theirs: dict[str, str], expected: str) -> None:
    assert identifiers.compare([ours], [theirs])[0] == expected
    assert identifiers.compare([theirs], [ours])[0] == expected


def test_one_agreeing_identifier_outweighs_a_contradicting_one() -> None:
    ours = [_id("INN", "7701234567", "RU"), _id("LEI", "253400ABCDEFGHIJKL12")]
    theirs = [_id("INN", "7700000000", "RU"), _id("LEI", "253400ABCDEFGHIJKL12")]
    assert identifiers.compare(ours, theirs)[0] == "agrees"


ADDRESSES = [
    ("Ataturk Cad. 5, Mersin, Turkey", "Atatürk Cad. No: 5, Mersin, Türkiye", "agrees"),
    ("Mersin, Turkey", "Ataturk Cad. 5, Mersin, Turkey", "absent"),
    ("Turkey", "Ataturk Cad. 5, Mersin, Turkey", "absent"),
    ("Hauptstrasse 1, Wien, Austria", "Ataturk Cad. 5, Mersin, Turkey", "contradicts"),
    ("", "Ataturk Cad. 5, Mersin, Turkey", "absent"),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), ADDRESSES)
def test_addresses(ours: str, theirs: str, expected: str) -> None:
    found, _ = addresses.compare([ours], [{"address": theirs, "country": "TR"}])
    assert found == expected


@pytest.mark.parametrize(("score", "expected"), [(0.9, "agrees"), (0.7, "absent"), (0.2, "contradicts")])
def test_names(score: float, expected: str) -> None:
    assert name_agreement(score, {"name_agrees": 0.8, "name_contradicts": 0.5}) == expected


COUNTRIES = [
    ({"KZ"}, {"KZ", "RU"}, "agrees"),
    ({"KZ"}, {"RU"}, "contradicts"),
    ({"KZ"}, {"SU"}, "agrees"),
    ({"RS"}, {"YU"}, "agrees"),
    ({"DE"}, {"SU"}, "absent"),
    ({"SU"}, {"YU"}, "absent"),
    ({"DE"}, {"SU", "IR"}, "contradicts"),  # Germany and Iran do
    ({"IR"}, {"SU", "IR"}, "agrees"),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), COUNTRIES)
def test_a_country_that_is_gone_agrees_with_its_successors_and_contradicts_none(
    ours: set[str], theirs: set[str], expected: str
) -> None:
    for left, right in ((ours, theirs), (theirs, ours)):
        entry = EntryRecord({"countries": sorted(right), "birth_dates": ()})
        subject = SubjectRecord("s", "Person", countries=sorted(left))
        assert compare(subject, entry, {"circa_years": 2}).country == expected


def test_each_former_country_has_successors_there_are() -> None:
    status = {row["code"]: row["status"] for row in table("places/countries.tsv").rows}
    former = {code for code, is_now in status.items() if is_now == "former"}
    assert former == {row["code"] for row in table("places/successors.tsv").rows}
    assert not {new for old in former for new in successors(old)} - (set(status) - former)


def test_an_inferred_country_agrees_and_never_contradicts():
    settings = {"circa_years": 1}
    subject = SubjectRecord("s", "Company", inferred=["RU"])
    for theirs, said in (["RU"], "agrees"), (["DE"], "absent"), ([], "absent"):
        entry = EntryRecord({"countries": theirs, "birth_dates": ()})
        assert compare(subject, entry, settings).country == said
    stated = SubjectRecord("s", "Company", countries=["AE"], inferred=["RU"])
    assert compare(stated, EntryRecord({"countries": ["DE"], "birth_dates": ()}), settings).country == "contradicts"
