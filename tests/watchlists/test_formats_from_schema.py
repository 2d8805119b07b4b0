"""Formats without an official sample here, on small files written from their description."""

from __future__ import annotations

import json
from datetime import date

import openpyxl
import polars as pl
import pytest

from screening import Snapshot
from screening.watchlists.formats import formats

EU_HEADER = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;"
    "Entity_DesignationDetails;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;"
    "Entity_Regulation_NumberTitle;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;"
    "NameAlias_FirstName;NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Gender;NameAlias_Function;NameAlias_Remark;"
    "Address_City;Address_Street;Address_CountryIso2Code;Address_CountryDescription;BirthDate_BirthDate;BirthDate_Year;"
    "BirthDate_City;BirthDate_CountryDescription;Identification_Number;Identification_TypeCode;"
    "Identification_CountryIso2Code;Citizenship_CountryIso2Code\n"
)
EU_HEAD = "05/08/2026;13;EU.1.1;;2003-07-07;;;P;P;1210/2003 (OJ L169);IRQ;http://x;"
EU_CSV = (
    EU_HEADER
    + EU_HEAD + "Doe;John;John Doe;EN;M;Minister;;;;;;;;;;;;;\n"
    + EU_HEAD + ";;Dough;;;;low quality alias;;;;;;;;;;;;\n"
    + EU_HEAD + ";;;;;;;Baghdad;1 Street;IQ;IRAQ;;;;;;;;\n"
    + EU_HEAD + ";;;;;;;;;;;1937-04-28;1937;Tikrit;IRAQ;;;;\n"
    + EU_HEAD + ";;;;;;;;;;;;;;;0034409;passport;IQ;\n"
    + EU_HEAD + ";;;;;;;;;;;;;;;;;;IQ\n"
)  # fmt: skip
CSL_JSON = {
    "total": 2,
    "sources": [],
    "results": [
        {
            "source": "Entity List (EL) - Bureau of Industry and Security",
            "entity_number": None,
            "type": None,
            "name": "Example Plant JSC",
            "alt_names": ["Plant Example"],
            "addresses": [
                {
                    "address": "1 Street",
                    "city": "Minsk",
                    "state": None,
                    "postal_code": "220000",
                    "country": "BY",
                }
            ],
            "federal_register_notice": "87 FR 20299",
            "start_date": "2022-04-07",
            "license_policy": "Policy of denial",
        },
        {
            "source": "Specially Designated Nationals (SDN) - Treasury Department",
            "entity_number": 36,
            "type": "Individual",
            "name": "DOE, John",
            "programs": ["SDGT"],
            "alt_names": [],
            "nationalities": ["SY"],
            "dates_of_birth": ["1960-01-02"],
            "ids": [
                {
                    "type": "Passport",
                    "number": "0012",
                    "country": "SY",
                    "issue_date": None,
                    "expiration_date": "2030-01-01",
                },
                {"type": "Gender", "number": "Male", "country": None},
            ],
        },
    ],
}
SIMPLE = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones",'
    '"emails",'
    '"dataset","first_seen","last_seen","last_change"\n'
    '"NK-1","Company","ООО Пример","Primer LLC;""Primer; Trading""","","ru;kz","1 Street, Moscow",'
    '"7700000000","SDN","","","US OFAC SDN","2023-01-02T00:00:00","2026-08-20","2026-08-19T01:00:00"\n'
    '"NK-2","Person","Jane Roe","","1970;1971","ua","","","","","","US OFAC SDN","2023-01-02","2026-08-20",'
    '"2026-08-20"\n'
    '"NK-3","CryptoWallet","0xabc","","","","","","","","","x","2023-01-02","2026-08-20","2026-08-20"\n'
)
FTM = [
    {"id": "ad-1", "schema": "Address", "caption": "1 Street", "properties": {"full": ["1 Street"]}},
    {
        "id": "own-1",
        "schema": "Ownership",
        "properties": {"owner": ["NK-2"], "asset": ["NK-1"], "role": ["owner"]},
    },
    {
        "id": "NK-1",
        "schema": "Company",
        "caption": "Primer LLC",
        "target": True,
        "datasets": ["us_ofac_sdn"],
        "last_change": "2026-08-20T00:00:00",
        "properties": {
            "name": ["ООО Пример", "Primer LLC"],
            "weakAlias": ["PRI"],
            "previousName": ["Old Primer"],
            "jurisdiction": ["ru"],
            "innCode": ["0700000000"],
            "incorporationDate": ["2018-07-05"],
            "address": ["1 Street, Moscow"],
        },
    },
    {
        "id": "NK-2",
        "schema": "Person",
        "caption": "Jane Roe",
        "target": True,
        "properties": {
            "name": ["Jane Roe"],
            "birthDate": ["1970-05"],
            "gender": ["female"],
            "nationality": ["ua"],
        },
    },
    {
        "id": "NK-9",
        "schema": "Person",
        "caption": "A relative",
        "target": False,
        "properties": {"name": ["A relative"]},
    },
    {
        "id": "san-1",
        "schema": "Sanction",
        "properties": {
            "entity": ["NK-1"],
            "program": ["RUSSIA-EO14024"],
            "authority": ["OFAC"],
            "listingDate": ["2024-08-23"],
            "endDate": ["2026-01-01"],
        },
    },
    {
        "id": "pass-1",
        "schema": "Passport",
        "properties": {"holder": ["NK-2"], "number": ["AB1"], "country": ["ua"]},
    },
    {"id": "sec-1", "schema": "Debt", "properties": {}},
]
SENZING = [
    {
        "DATA_SOURCE": "OS-SANCTIONS",
        "RECORD_ID": "NK-1",
        "RECORD_TYPE": "ORGANIZATION",
        "NAMES": [
            {"NAME_TYPE": "ALIAS", "NAME_ORG": "ООО Пример"},
            {"NAME_TYPE": "PRIMARY", "NAME_ORG": "Primer LLC"},
        ],
        "ADDRESSES": [{"ADDR_FULL": "1 Street, Moscow", "ADDR_COUNTRY": "ru"}],
        "IDENTIFIERS": [{"TAX_ID_NUMBER": "0700000000", "TAX_ID_COUNTRY": "ru"}, {"LEI_NUMBER": "X1"}],
        "COUNTRIES": [{"REGISTRATION_COUNTRY": "ru"}],
        "DATES": [{"REGISTRATION_DATE": "2018-07-05"}],
    },
    {
        "DATA_SOURCE": "OS-SANCTIONS",
        "RECORD_ID": "NK-2",
        "FEATURES": [
            {"RECORD_TYPE": "PERSON"},
            {"NAME_TYPE": "PRIMARY", "NAME_FIRST": "Jane", "NAME_LAST": "Roe"},
            {"DATE_OF_BIRTH": "1970-05-03"},
            {"GENDER": "F"},
            {"NATIONALITY": "ua"},
            {"PASSPORT_NUMBER": "AB1", "PASSPORT_COUNTRY": "ua"},
            {"REL_POINTER_KEY": "NK-1", "REL_POINTER_ROLE": "owner"},
        ],
    },
]


def _names(snapshot: Snapshot, key: str) -> list[tuple[str, str]]:
    return [(name["name"], name["name_type"]) for name in snapshot.entry(key)["names"]]


def test_eu_csv(tmp_path):
    path = tmp_path / "eu.csv"
    path.write_text(EU_CSV, encoding="utf-8-sig")
    snapshot = Snapshot.read(path)
    assert (snapshot.list_id, snapshot.format, snapshot.evidence) == ("eu_fsf", "eu_csv", "schema only")
    assert snapshot.list_date == date(2026, 8, 5)
    entry = snapshot.entry("13")
    assert _names(snapshot, "13") == [("John Doe", "primary"), ("Dough", "weak_alias")]
    assert (entry["schema"], entry["birth_dates"], entry["countries"]) == ("Person", ["1937-04-28"], ["IQ"])
    assert entry["addresses"][0]["address"] == "1 Street, Baghdad, IRAQ"
    assert [(one["type"], one["number"]) for one in entry["identifiers"]] == [
        ("EU reference number", "EU.1.1"),
        ("passport", "0034409"),
    ]
    assert (entry["listed_on"], entry["measures"]) == (date(2003, 7, 7), ["asset_freeze"])


def test_csl_json(tmp_path):
    path = tmp_path / "consolidated.json"
    path.write_text(json.dumps(CSL_JSON), encoding="utf-8")
    snapshot = Snapshot.read(path)
    assert (snapshot.list_id, snapshot.format) == ("us_csl", "csl_json")
    plant = snapshot.entry("el:2022-04-07:example-plant-jsc")
    assert (plant["measures"], plant["addresses"][0]["address"]) == (
        ["export_licence"],
        "1 Street, Minsk, 220000, BY",
    )
    person = snapshot.entry("SDN:36")
    assert (person["birth_dates"], person["countries"], person["gender"]) == (["1960-01-02"], ["SY"], "male")
    assert person["identifiers"][0]["expires_on"] == "2030-01-01"
    assert (person["measures"], person["programmes"]) == (["asset_freeze"], ["SDN", "SDGT"])


def test_opensanctions_simple_csv(tmp_path):
    path = tmp_path / "targets.simple.csv"
    path.write_text(SIMPLE, encoding="utf-8")
    snapshot = Snapshot.read(path)
    assert (snapshot.list_id, snapshot.list_date) == ("opensanctions", date(2026, 8, 20))
    assert _names(snapshot, "NK-1") == [
        ("ООО Пример", "primary"),
        ("Primer LLC", "alias"),
        ("Primer; Trading", "alias"),
    ]
    company = snapshot.entry("NK-1")
    assert (company["schema"], company["countries"]) == ("Company", ["RU", "KZ"])
    assert company["identifiers"][0]["number"] == "7700000000"
    assert snapshot.entry("NK-2")["birth_dates"] == ["1970", "1971"]
    assert snapshot.notes == ["types of party not known: 1 (the first: CryptoWallet)"]


@pytest.fixture
def ftm(tmp_path):
    path = tmp_path / "entities.ftm.json"
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in FTM), encoding="utf-8")
    return Snapshot.read(path)


def test_opensanctions_followthemoney(ftm):
    assert (len(ftm), ftm.list_id, ftm.list_date) == (2, "opensanctions", date(2026, 8, 20))
    assert _names(ftm, "NK-1") == [
        ("Primer LLC", "primary"),
        ("ООО Пример", "alias"),
        ("Old Primer", "alias"),
        ("PRI", "weak_alias"),
    ]
    entry = ftm.entry("NK-1")
    assert (entry["incorporated_on"], entry["countries"]) == ("2018-07-05", ["RU"])
    assert entry["programmes"] == ["us_ofac_sdn", "RUSSIA-EO14024"]
    assert (entry["listed_on"], entry["ended_on"]) == (date(2024, 8, 23), date(2026, 1, 1))
    assert entry["links"] == [{"relation": "owner", "name": "Jane Roe", "other_id": "NK-2"}]
    person = ftm.entry("NK-2")
    assert (person["birth_dates"], person["gender"]) == (["1970-05"], "female")
    assert (person["identifiers"][0]["number"], person["identifiers"][0]["country"]) == ("AB1", "UA")


def test_what_followthemoney_holds_beside_targets_is_counted(ftm):
    assert ftm.notes == [
        "FollowTheMoney entities not read: 1 (the first: Debt)",
        "parties that are no targets, left out: 1",
    ]


def test_senzing_json(tmp_path):
    path = tmp_path / "senzing.json"
    path.write_text("".join(json.dumps(item) + "\n" for item in SENZING), encoding="utf-8")
    snapshot = Snapshot.read(path)
    assert (len(snapshot), snapshot.format) == (2, "senzing")
    assert _names(snapshot, "NK-1") == [("Primer LLC", "primary"), ("ООО Пример", "alias")]
    company = snapshot.entry("NK-1")
    assert (company["schema"], company["incorporated_on"], company["countries"]) == (
        "Organization",
        "2018-07-05",
        ["RU"],
    )
    assert [(one["type"], one["number"], one["country"]) for one in company["identifiers"]] == [
        ("TAX_ID", "0700000000", "RU"),
        ("LEI", "X1", None),
    ]
    person = snapshot.entry("NK-2")
    assert (person["name"], person["schema"], person["gender"]) == ("Jane Roe", "Person", "female")
    assert person["links"] == [{"relation": "owner", "name": "NK-1", "other_id": "NK-1"}]


OWN = {
    "entry_id": ["1", "1", "2", "NA"],
    "schema": ["Company", "", "Person", ""],
    "name": ["ACME LLC", "АКМЕ ООО", "None", "0101"],
    "name_type": ["", "", "primary", ""],
    "country": ["UZ; RU", "", "Namibia", ""],
    "birth_date": ["2018-07-05", "", "circa 1970", ""],
    "address": ["1 Street, Tashkent", "", "", ""],
    "id_type": ["INN", "", "", ""],
    "id_number": ["0305636913", "", "", ""],
    "id_country": ["UZ", "", "", ""],
    "programme": ["A; B", "", "", ""],
    "measure": ["asset_freeze; travel_ban", "", "", ""],
    "listed_on": ["2024-01-02", "", "", ""],
    "remarks": ["one", "two", "", ""],
}


@pytest.fixture(params=["csv", "tsv", "semicolon.csv", "xlsx", "parquet", "csv.gz"])
def own(tmp_path, request):
    table = pl.DataFrame(OWN)
    path = tmp_path / f"ours.{request.param}"
    if request.param == "xlsx":
        book = openpyxl.Workbook()
        for row in (list(OWN), *table.rows()):
            book.active.append(row)
        book.save(path)
    elif request.param == "parquet":
        table.write_parquet(path)
    else:
        mark = {"tsv": "\t", "semicolon.csv": ";"}.get(request.param, ",")
        text = table.write_csv(separator=mark)
        path.write_bytes(__import__("gzip").compress(text.encode()) if request.param == "csv.gz" else text.encode())
    return Snapshot.read(path)


def test_own_format_in_every_form(own):
    assert (own.list_id, own.format, len(own)) == ("ours", "own", 3)
    entry = own.entry("1")
    assert (entry["schema"], entry["countries"], entry["incorporated_on"]) == (
        "Company",
        ["UZ", "RU"],
        "2018-07-05",
    )
    assert _names(own, "1") == [("ACME LLC", "primary"), ("АКМЕ ООО", "alias")]
    assert (entry["programmes"], entry["measures"]) == (["A", "B"], ["asset_freeze", "travel_ban"])
    assert (entry["listed_on"], entry["remarks"]) == (date(2024, 1, 2), "one; two")
    assert entry["identifiers"][0]["number"] == "0305636913"
    assert entry["identifiers"][0]["country"] == "UZ"
    assert own.entry("2")["birth_dates"] == ["circa 1970"]


def test_cells_of_the_own_format_are_text(own):
    assert own.entry("2")["name"] == "None"
    assert own.entry("2")["countries"] == ["NA"]
    assert own.entry("NA")["name"] == "0101"
    assert own.entry("NA")["schema"] == "LegalEntity"


def test_a_later_primary_name_of_the_own_format_comes_first(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("entry_id,name,name_type\n1,A,weak_alias\n1,B,primary\n", encoding="utf-8")
    assert _names(Snapshot.read(path), "1") == [("B", "primary"), ("A", "weak_alias")]


def test_columns_nobody_knows_are_said_to_be_left_out(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("entry_id,name,shoe size\n1,A,44\n", encoding="utf-8")
    assert Snapshot.read(path).notes == ["columns not known, not read: 1 (the first: shoe size)"]


def test_every_format_says_what_it_was_proved_on():
    assert {one.evidence for one in formats()} == {"official sample", "rebuilt", "schema only"}
    assert len({one.id for one in formats()}) == len(formats())
    assert [one.id for one in formats() if one.retired] == ["uk_conlist"]
