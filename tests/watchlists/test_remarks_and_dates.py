"""Remarks taken apart, dates, countries, measures and derived ids."""

from __future__ import annotations

import pytest

from screening.reference import rules
from screening.watchlists.countries import code, codes
from screening.watchlists.dates import iso_date
from screening.watchlists.derived import key
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.measures import measures_of
from screening.watchlists.remarks import take_apart


def taken(remarks: str, schema: str = "Organization") -> Entry:
    entry = Entry("1", schema)
    take_apart(remarks, entry, Draft("list"))
    return entry


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05 Jul 2018", "2018-07-05"),
        ("Jul 2018", "2018-07"),
        ("2018", "2018"),
        ("circa 1970", "circa 1970"),
        ("Approximately 1955- 1958", "1955/1958"),
        ("1951 to 1953", "1951/1953"),
        ("between 1960 and 1962", "1960/1962"),
        ("dd/mm/1945", "1945"),
        ("00/00/1943", "1943"),
        ("00/05/1943", "1943-05"),
        ("31/12/2020", "2020-12-31"),
        ("2020-12-31T00:00:00Z", "2020-12-31"),
        ("22-Aug-2026", "2026-08-22"),
        ("12 Apr. 2000", "2000-04-12"),
        ("31 Feb 2020", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_as_publishers_write_them(text, iso):
    assert iso_date(text) == iso


def test_american_dates_have_the_month_first():
    assert iso_date("03/04/2020") == "2020-04-03"
    assert iso_date("03/04/2020", day_first=False) == "2020-03-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korea, North", "KP"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Palestinian", "PS"),
        ("Region: Gaza", "PS"),
        ("Burma", "MM"),
        ("Russian", "RU"),
        ("Namibia", "NA"),
        ("Bosnia and Herzegovina", "BA"),
        ("undetermined", None),
        ("", None),
    ],
)
def test_countries_as_publishers_write_them(text, expected):
    assert code(text) == expected


def test_several_nationalities_in_one_cell():
    assert codes("Russian and Ukrainian") == ["RU", "UA"]
    assert codes("Syrian; French") == ["SY", "FR"]


@pytest.mark.parametrize(
    ("piece", "identifier"),
    [
        ("Passport 1084010 (Egypt)", ("Passport", "1084010", "EG", None, None)),
        ("alt. Passport E590976 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992",
         ("Passport", "E590976", "TN", "1987-06-19", "1992-06-18")),
        ("Tax ID No. AABA 670850 Y", ("Tax ID No.", "AABA 670850 Y", None, None, None)),
        ("NIT # 16215230-1 (Colombia)", ("NIT #", "16215230-1", "CO", None, None)),
        ("Vessel Registration Identification IMO 7406784",
         ("Vessel Registration Identification IMO", "7406784", None, None, None)),
        ("Company Number IMO 5055293", ("Company Number IMO", "5055293", None, None, None)),
        ("SWIFT/BIC HAVIGB2L", ("SWIFT/BIC", "HAVIGB2L", None, None, None)),
        ("D-U-N-S Number 542957624", ("D-U-N-S Number", "542957624", None, None, None)),
        ("BIK (RU) 044030707", ("BIK (RU)", "044030707", None, None, None)),
        ("Digital Currency Address - XBT 12QtD5", ("Digital Currency Address - XBT", "12QtD5", None, None, None)),
        ("Telephone (98)(9121115315)", ("Telephone", "989121115315", None, None, None)),
        ("Website www.example.org", ("Website", "www.example.org", None, None, None)),
        ("Unheard of Registration Number 77 (Russia)",
         ("Unheard of Registration Number", "77", "RU", None, None)),
    ],
)  # fmt: skip
def test_identifiers_in_remarks(piece, identifier):
    rows = list(taken(f"{piece}.").identifiers)
    kind, number, country, _, issued, expires, _ = rows[0]
    assert (kind, number, country, issued, expires) == identifier
    assert len(rows) == 1


def test_a_whole_remark():
    entry = taken(
        "DOB circa 1951; alt. DOB 1936; POB Tripoli, Libya; nationality Libya; citizen Russia; Gender Male; "
        "Minister of Nothing; a.k.a. 'BNC'; Secondary sanctions risk: section 1(b); (Linked To: HAMAS); 77 oddities.",
        "Person",
    )
    assert entry.birth_dates == ["circa 1951", "1936"]
    assert (entry.birth_places, entry.countries, entry.gender) == (["Tripoli, Libya"], ["LY", "RU"], "male")
    assert entry.positions == ["Minister of Nothing"]
    assert entry.names == [("BNC", "weak_alias", "a.k.a.", None, None)]
    assert list(entry.links) == [("Linked To", "HAMAS", None)]
    assert entry.legal_basis == ["Secondary sanctions risk: section 1(b)"]
    assert entry.not_understood == ["77 oddities"]


def test_individually_dated_orders():
    entry = taken("Listing Date (EO 14024 Directive 2): 24 Feb 2022; Listing Date (EO 14024 Directive 3): 26 Mar 2022.")
    assert str(entry.listed_on) == "2022-02-24"
    assert entry.legal_basis == ["EO 14024 Directive 2, listed 2022-02-24", "EO 14024 Directive 3, listed 2022-03-26"]


def test_the_full_stop_of_an_abbreviation_stays():
    assert list(taken("Linked To: AVERUCA, C.A.").links) == [("Linked To", "AVERUCA, C.A.", None)]
    assert list(taken("Linked To: LAZARUS GROUP.").links) == [("Linked To", "LAZARUS GROUP", None)]


def test_derived_ids_do_not_depend_on_case_or_spacing():
    assert key("dpl", "2003-06-19", " I.  Ash") == key("DPL", "2003-06-19", "i ash")
    assert key("Russia", "1, Part 1.1", "33") == "russia:1-part-1.1:33"


@pytest.mark.parametrize(
    ("list_id", "programmes", "said", "schema", "measures"),
    [
        ("us_ofac_sdn", ["SDGT"], [], "Person", ["asset_freeze"]),
        ("us_ofac_cons", ["NS-PLC"], [], "Person", ["transaction_ban"]),
        ("us_ofac_cons", ["CMIC-EO13959"], [], "Organization", ["securities"]),
        ("us_csl", ["UVL"], [], "LegalEntity", ["unverified"]),
        ("us_csl", ["ISN"], ["E.O. 13382"], "LegalEntity", ["asset_freeze"]),
        ("un_sc", ["GB"], [], "Person", ["travel_ban"]),
        ("un_sc", ["DRC"], [], "Organization", ["asset_freeze"]),
        ("uk_sanctions_list", [], ["De-flag", "Prohibition of port entry"], "Vessel", ["port_ban"]),
        ("own", [], [], "Person", ["internal"]),
        ("nobody knows this list", [], [], "Person", []),
    ],
)
def test_measures(list_id, programmes, said, schema, measures):
    assert measures_of(list_id, programmes, said, schema) == measures


def test_every_measure_names_its_law():
    for name, one in rules("rules/measures.toml")["lists"].items():
        assert one["source"], name
