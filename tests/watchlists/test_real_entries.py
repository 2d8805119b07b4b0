"""Entries of the real lists, read by hand in the raw files."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening import Snapshot

pytestmark = pytest.mark.real


def names(entry: dict[str, Any], name_type: str) -> list[str]:
    return [name["name"] for name in entry["names"] if name["name_type"] == name_type]


def numbers(entry: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    return {one["type"]: (one["number"], one["country"]) for one in entry["identifiers"]}


def test_sdn_uzstanex(sdn_composite):
    entry = sdn_composite.entry("50839")
    assert (entry["name"], entry["schema"]) == ("OOO UZSTANEX", "Organization")
    assert (entry["programmes"], entry["measures"]) == (["RUSSIA-EO14024"], ["asset_freeze"])
    assert entry["incorporated_on"] == "2018-07-05"
    assert numbers(entry) == {"Registration Number": ("305636913", "UZ")}
    assert [(one["address"], one["country"]) for one in entry["addresses"]] == [
        ("Yashnobod Region, Tashkent, Uzbekistan", "UZ")
    ]
    assert entry["countries"] == []


def test_sdn_elite_investment_group(sdn_composite):
    entry = sdn_composite.entry("51286")
    assert names(entry, "weak_alias") == ["LIMITED LIABILITY COMPANY THE ELITE INVESTMENT GROUP"]
    assert numbers(entry) == {"Tax ID No.": ("311052791", "UZ")}
    assert entry["incorporated_on"] == "2024-01-23"


def test_sdn_shanghai_winson(sdn_composite):
    entry = sdn_composite.entry("50936")
    assert (entry["name"], entry["names"][1]["name"], entry["names"][1]["label"]) == (
        "SHANGHAI WINSON IMP AND EXP CO LTD",
        "SHANGHAI YUNCHEN IMPORT AND EXPORT CO LTD",
        "a.k.a.",
    )
    assert [one["country"] for one in entry["addresses"]] == ["CN", "CN"]


def test_sdn_person_with_passport_and_weak_names(sdn_composite):
    entry = sdn_composite.entry("6905")
    assert (entry["name"], entry["schema"], entry["gender"]) == (
        "HUSAYN, Zayn al-Abidin Muhammad",
        "Person",
        "male",
    )
    assert (entry["birth_dates"], entry["birth_places"]) == (["1971-03-12"], ["Riyadh, Saudi Arabia"])
    assert entry["countries"] == ["PS"]
    assert {"ABU ZUBAIDA", "ABU ZUBAYDAH"} == set(names(entry, "weak_alias"))
    passport = entry["identifiers"][0]
    assert (passport["type"], passport["number"], passport["country"], passport["issued_on"]) == (
        "Passport", "484824", "EG", "1984-01-18",
    )  # fmt: skip


def test_sdn_passports_that_expire(sdn_composite):
    entry = sdn_composite.entry("25098")
    passports = [(one["number"], one["expires_on"]) for one in entry["identifiers"] if one["type"] == "Passport"]
    assert passports == [("D0503056", "2011-10-17"), ("038031243", "2015-09-16"), ("113210615", "2020-02-01")]
    assert numbers(entry)["Cedula No."] == ("3476436", "VE")
    assert [(one["relation"], one["name"]) for one in entry["links"]] == [("Linked To", "AVERUCA, C.A.")]


def test_sdn_vessel(sdn_composite):
    entry = sdn_composite.entry("15036")
    assert (entry["name"], entry["schema"], entry["vessel_type"]) == (
        "ARTAVIL",
        "Vessel",
        "Crude/Oil Products Tanker",
    )
    assert (entry["vessel_flag"], entry["countries"], entry["call_sign"]) == ("Iran", ["IR"], "T2EU4")
    assert entry["tonnage"] == "99,144 DWT; 56,068 GRT"
    assert numbers(entry) == {
        "Vessel Registration Identification IMO": ("9187629", None),
        "MMSI": ("572469210", None),
    }
    assert [(one["name"], one["label"]) for one in entry["names"] if one["name_type"] == "weak_alias"] == [
        ("ALPHA", "f.k.a.")
    ]


def test_sdn_aircraft(sdn_composite):
    entry = sdn_composite.entry("18150")
    assert (entry["schema"], entry["vessel_type"], entry["built_on"]) == (
        "Airplane",
        "Airbus A340-642",
        "2002",
    )
    assert numbers(entry) == {
        "Aircraft Manufacturer's Serial Number (MSN)": ("391", None),
        "Aircraft Tail Number": ("EP-MMH", None),
    }


def test_sdn_date_ranges_and_offices(sdn_composite):
    entry = sdn_composite.entry("12057")
    assert entry["birth_dates"] == ["1951/1953", "1960/1962", "1961-04", "1953"]
    assert entry["positions"] == [
        "Brigadier General and Commander of the IRGC Basij Resistance Force",
        "President of the Organization of the Basij of the Oppressed",
        "Chief of the Mobilization of the Oppressed Organization",
        "Head of the Basij",
    ]
    assert entry["programmes"] == ["SDGT", "NPWMD", "IRGC", "IFSR", "IRAN-HR", "IRAN-EO13876"]


def test_sdn_wallets(sdn_composite):
    wallets = [one for one in sdn_composite.entry("27307")["identifiers"] if one["type"].startswith("Digital")]
    assert (wallets[0]["type"], wallets[0]["number"]) == (
        "Digital Currency Address - ETH",
        "0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
    )
    assert len(wallets) == 8


def test_sdn_remarks_continued_in_another_file_are_joined(sdn_2021):
    entry = sdn_2021.entry("28263")
    assert [one["name"] for one in entry["links"]] == ["LAZARUS GROUP"]
    assert [name[-2:] for name in names(entry, "weak_alias")][-1] == "hn"
    assert entry["remarks"].endswith("Linked To: LAZARUS GROUP.")


def test_sdn_counts_by_type(sdn_composite):
    counts = {schema: sdn_composite.counts[schema] for schema in ("Organization", "Person", "Vessel", "Airplane")}
    assert counts == {"Organization": 9871, "Person": 7502, "Vessel": 1534, "Airplane": 342}


def test_consolidated_gazprombank(real_list):
    entry = real_list("us_ofac_nonsdn/cons_enhanced_2026-01-08.xml.gz").entry("17016")
    assert entry["name"] == "GAZPROMBANK JOINT STOCK COMPANY"
    assert (entry["names"][1]["name"], entry["names"][1]["script"]) == (
        "ГАЗПРОМБАНК АКЦИОНЕРНОЕ ОБЩЕСТВО",
        "Cyrillic",
    )
    assert entry["listed_on"] == date(2014, 7, 16)
    assert entry["measures"] == ["asset_freeze", "sectoral"]
    assert "f.k.a." in {name["label"] for name in entry["names"]}


def test_consolidated_measures_differ_by_programme(real_list):
    snapshot = real_list("us_ofac_nonsdn/cons_prim.csv")
    assert snapshot.entry("9639")["measures"] == ["transaction_ban"]
    assert snapshot.entry("18710")["measures"] == ["sectoral", "correspondent_account"]
    assert snapshot.entry("50476")["measures"] == ["menu_based"]
    assert "measure asset_freeze" not in snapshot.counts


def test_csl_ids_measures_and_fields(real_list):
    snapshot = real_list("us_csl/consolidated_2022-04.csv.gz")
    entry = snapshot.entry("SSI:18792")
    assert (entry["name"], entry["measures"]) == ("90 EKSPERIMENTALNY ZAVOD OAO", ["sectoral"])
    assert names(entry, "alias") == [
        "90 EXPERIMENTAL PLANT OPEN JOINT STOCK COMPANY",
        "OPEN JOINT-STOCK COMPANY 90 EKSPERIMENTALNIY ZAVOD",
    ]
    assert numbers(entry)["Tax ID No."] == ("5030056754", None)
    assert [one["name"] for one in entry["links"]] == ["ROSTEC"]
    assert entry["addresses"][0]["country"] == "RU"
    assert {"CAP:34616", "SDN:34616"} <= set(snapshot.entries["entry_id"].to_pylist())
    derived = snapshot.entry("el:2022-04-07:140-repair-plant-jsc")
    assert (derived["id_origin"], derived["schema"], derived["measures"]) == (
        "derived", "LegalEntity", ["export_licence"],
    )  # fmt: skip
    assert names(derived, "alias") == ["Open Joint Stock Company 140 Repair Plant", "JSC 140 Repair Plant"]


def test_denied_persons_orders_end(real_list):
    snapshot = real_list("us_bis_dpl/dpl.txt")
    entry = snapshot.entry("dpl:2019-06-05:mahan-airways")
    assert (entry["listed_on"], entry["ended_on"]) == (date(2019, 6, 5), date(2019, 12, 3))
    assert (entry["measures"], entry["id_origin"]) == (["export_denied"], "derived")
    assert snapshot.entry("dpl:1981-09-10:adt-analog-and-digital-technik")["ended_on"] is None
    assert len(set(snapshot.entries["name"].to_pylist())) == 415  # 416, of which one has a space before it


def test_eu_entries(real_list):
    trimmed = real_list("eu_fsf/eu_fsf_trimmed_2026-08-05.xml")
    entry = trimmed.entry("514")
    assert (entry["name"], names(entry, "weak_alias")) == ("عبد المنان آغا", ["Abdul Man’am Saiyid"])
    assert (entry["listed_on"], entry["programmes"]) == (date(2001, 10, 17), ["TAQA"])
    saddam = trimmed.entry("13")
    assert (saddam["birth_dates"], saddam["countries"], saddam["gender"]) == (["1937-04-28"], ["IQ"], "male")
    assert trimmed.evidence == "official sample"
    rebuilt = real_list("eu_fsf/eu_fsf_reconstructed_2026-02-26.xml.gz")
    assert rebuilt.evidence == "rebuilt"
    helicopters = rebuilt.entry("137727")
    assert names(helicopters, "alias") == ["JSC Russian Helicopters"]
    assert numbers(helicopters) == {
        "regnumber": ("1077746003334", None),
        "fiscalcode": ("7731559044", None),
        "EU reference number": ("EU.7811.42", None),
    }
    assert helicopters["addresses"][0]["country"] == "RU"


@pytest.mark.parametrize("form", ["xml", "csv"])
def test_uk_entries(real_list, form):
    snapshot = real_list(f"uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.{form}.gz")
    plant = snapshot.entry("RUS3170")
    assert (plant["name"], plant["listed_on"]) == ("FARGONA KIMYO ZAVODI LLC", date(2025, 12, 18))
    assert "Fergana Chemical Plant Limited Liability Company" in names(plant, "alias")
    assert numbers(plant) == {"OFSI Group ID": ("17272", None)}
    assert plant["addresses"][0]["address"] == "15 N. Hikmata Street, Fergana, Uzbekistan"
    assert plant["measures"] == ["asset_freeze", "sectoral", "director_disqualification"]
    assert snapshot.entry("RUS2273")["name"] == "UZSTANEX LLC"
    assert "TOO КАЗСТАНЭКС" in names(snapshot.entry("RUS2271"), "alias")
    ship = snapshot.entry("RUS2199")
    assert (ship["name"], ship["schema"], ship["measures"]) == ("Vladimir Tikhonov", "Vessel", ["port_ban"])


def test_uk_designations_that_are_no_asset_freezes(real_list):
    snapshot = real_list("uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.xml.gz")
    others = [row for row in snapshot.entries.to_pylist() if "asset_freeze" not in row["measures"]]
    assert len(others) == 660
    assert sum(row["schema"] == "Vessel" for row in others) == 651
    assert sum(row["measures"] == ["travel_ban"] for row in others) == 8
    assert sum(row["measures"] == ["arms_embargo"] for row in others) == 1


def test_uk_official_sample(real_list):
    entry = real_list("uk_sanctions_list/uk_sanctions_list_trimmed_2026-09-07.xml").entry("AFG0006")
    assert (entry["name"], entry["birth_dates"]) == ("MOHAMMAD HASSAN AKHUND", ["1945", "1946"])
    assert (entry["countries"], entry["measures"]) == (["AF"], ["asset_freeze", "travel_ban"])
    assert numbers(entry)["Passport number"] == ("P04581926", None)
    assert entry["birth_places"] == ["Pashmul village, Panjwai District, Kandahar Province, Afghanistan"]


def test_uk_retired_list_is_refused_with_reason_and_remedy_but_read_for_look_backs(shared):
    path = shared / "lists/uk_ofsi_retired/ConList_2016-02-12_trimmed.csv"
    with pytest.raises(Exception, match=r"closed on 28 January 2026.*[Uu]se the UK Sanctions List.*--historical"):
        Snapshot.read(path)
    snapshot = Snapshot.read(path, historical=True)
    assert (snapshot.list_date, len(snapshot)) == (date(2016, 2, 12), 463)  # 800 rows of names on 463 groups
    entry = snapshot.entry("8832")
    assert (entry["name"], entry["birth_dates"], entry["countries"]) == (
        "Gun Gun Rusman GUNAWAN",
        ["1977-07-06"],
        ["ID"],
    )


def test_un_entries(real_list):
    snapshot = real_list("un_consolidated/un_2026-02-27.xml.gz")
    assert (snapshot.counts["Person"], snapshot.counts["Organization"]) == (730, 273)
    entry = snapshot.entry("CDi.003")
    assert (entry["name"], entry["birth_dates"], entry["countries"]) == (
        "GASTON IYAMUREMYE",
        ["1948"],
        ["RW"],
    )
    assert names(entry, "weak_alias") == ["Rumuli"]
    assert entry["positions"][0] == "FDLR Interim President"
    assert entry["listed_on"] == date(2010, 12, 1)
    assert entry["measures"] == ["asset_freeze", "travel_ban"]
    forces = snapshot.entry("CDe.001")
    assert [(one["name"], one["label"]) for one in forces["names"]][1:3] == [
        ("Allied Democratic Forces", "a.k.a."),
        (
            "Forces Démocratiques Alliées-Armée Nationale de Libération de l’Ouganda",
            "f.k.a.",
        ),
    ]
    assert snapshot.entry("QDi.218")["listed_on"] == date(2006, 4, 21)


def test_canadian_entries(real_list):
    snapshot = real_list("ca_sema/sema_2025-03-20.xml.gz")
    ship = snapshot.entry("russia:1.1:1")
    assert (ship["name"], ship["schema"], ship["built_on"]) == ("Balitiyskiy III", "Vessel", "1980")
    assert numbers(ship) == {"IMO number": ("7612448", None)}
    person = snapshot.entry("russia:1-part-1:477")
    assert names(person, "alias") == ["Андрей Сергеевич Пучков", "Andrei Pushkov", "Andrey Puchkoff"]
    assert names(snapshot.entry("russia:1-part-2:355"), "alias") == ["Евро-Полис, ООО"]
    assert snapshot.entry("russia:3:2")["measures"] == ["sectoral"]


def test_australian_entries(real_list):
    snapshot = real_list("au_dfat/regulation8_consolidated_2024-12.xlsx")
    entry = snapshot.entry("2705")
    assert (entry["name"], entry["birth_dates"]) == ("Dmitry Nikolayevich KOZAK", ["1958-11-07"])
    assert names(entry, "alias") == ["Dmitry KOZAK", "Dmitriy Nikolaevich KOZAK", "Dmytro Mykolaiovych KOZAK"]
    assert (entry["listed_on"], entry["programmes"]) == (date(2014, 6, 19), ["Autonomous (Russia)"])
    assert snapshot.entry("2")["birth_dates"] == ["1955/1958", "1945/1950"]
    assert snapshot.entry("6")["birth_dates"] == ["circa 1965"]


def test_swiss_entries(real_list):
    snapshot = real_list("ch_seco/seco_consolidated_trimmed_2026-08-27.xml")
    person = snapshot.entry("5142")
    assert (person["name"], person["ended_on"]) == ("Dzmitry Aliaksandravich Lukashenka", date(2016, 3, 1))
    assert "Dzmitry Aliaksandravich Lukashenko" in names(person, "alias")
    assert snapshot.entry("46130")["measures"] == ["sectoral"]
    ship = snapshot.entry("34461")
    assert (ship["schema"], ship["measures"]) == ("Vessel", ["port_ban"])
    assert numbers(ship) == {"IMO Number": ("8405270", None)}
