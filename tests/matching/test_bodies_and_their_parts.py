"""Bodies of states, armed groups and their parts: what they have in common in words makes no one party of two."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names

GUARDS = "Korps der Islamischen Revolutionsgarde (IRGC)"
BASE = "Base opérationnelle de Karbala du Corps des gardiens de la révolution islamique (IRGC)"


def _relation(left: str, right: str, schema: str = "Organization") -> str | None:
    there, back = compare_names(left, right, schema=schema), compare_names(right, left, schema=schema)
    assert there.score == back.score
    assert there.relation == back.relation
    return there.relation


def test_a_part_of_a_body_with_the_letters_of_the_whole_in_brackets_is_a_possible_affiliate() -> None:
    assert _relation(BASE, "IRGC") == "possible_affiliate"
    assert _relation(BASE, "Islamic Revolutionary Guard Corps") == "possible_affiliate"
    assert _relation(GUARDS, "Islamic Revolutionary Guard Corps") == "same_party"
    assert "a part of the body" in compare_names(BASE, "IRGC", schema="Organization").explanation


def test_two_parts_of_one_body_are_two() -> None:
    assert _relation(BASE, "Operativna baza Quds Islamske revolucionarne garde (IRGC)") != "same_party"
    west, east = "Islamic State of Iraq and the Levant – West Africa", "ISIL – jihovýchodní Asie"
    assert _relation(west, east) != "same_party"


def test_a_region_behind_a_bodys_name_is_no_seat() -> None:
    whole = "Islamic State of Iraq and the Levant"
    assert _relation(f"{whole} – West Africa", whole) == "possible_affiliate"
    assert _relation("State Oil Company of Azerbaijan – Baku", "State Oil Company of Azerbaijan") == "same_party"


def test_letters_of_the_end_of_a_name_are_not_the_name() -> None:
    institute = "Institute of Nuclear Physics of the Russian Academy of Sciences (RAS)"
    assert _relation(institute, "Russian Academy of Sciences (RAS)") != "same_party"
    assert _relation("Ministry of Internal Affairs (MIA)", "Ministry of Internal Affairs") == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Северный флот", "Балтийский флот"),
        ("Russian Army", "Руските десантни сили"),
        ("Jund al-Islam", "Ansar al-Sharia"),
        ("Soldiers of Islam", "Jaysh al-Islam"),
        ("Islamic Army", "Soldiers of Islam"),
        ("Либерально-демократическая партия России", "United Russia party"),
        ("Ansar Eddine", "Harakat Ul-Ansar"),
        ("Popular Resistance", "Islamic Youth"),
        ("Oficina General de Misiles", "Reconnaissance General Bureau"),
        ("JSC Voentorg", "LLC Military Industrial Company"),
        ("PJSC Alrosa", "United Russia"),
        ("Law Enforcement Forces of the Islamic Republic of Iran Cooperation Foundation", "LFIC"),
    ],
)
def test_kinds_of_forces_parties_and_groups_are_told_apart(left: str, right: str) -> None:
    assert _relation(left, right) != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Северный флот", "Northern Fleet"),
        ("ВДВ России", "Russian Airborne Troops"),
        ("Korean People's Army", "조선인민군"),
        ("солдаты халифата", "Soldiers of the Caliphate"),
        ("Джунд аль-Ислам", "Jund al-Islam"),
        ("Ejército de Liberación Nacional", "National Liberation Army"),
    ],
)
def test_one_body_in_two_languages_is_one(left: str, right: str) -> None:
    assert _relation(left, right) == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NIOC", "NIOEC"),
        ("Haas GmbH", "Has GmbH"),
        ("JSC NII PS", 'AO "НИИ КП"'),
        ("ООО РТ-КОМПЛЕКТ", "»Integral« Rt."),
        ("BM Bank JSC", "DP Bank LLC"),
        ("S E A Ship Management LLC", "HTTS Hanseatic Trade Trust & Shipping GmbH"),
        ("EDBI Exchange Company", "EDBI Stock Brokerage Company"),
        ("شركة همت", "Jamiyat"),
        ("NPP Kvant JSC", "NPP Mikrosistema"),
    ],
)
def test_firms_of_a_few_letters_or_words_of_business_in_common_are_two(left: str, right: str) -> None:
    assert _relation(left, right, "Company") != "same_party"


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Moeller AG", "Möller AG", "Company"),
        ("Aase Berg", "Åse Berg", "Person"),
        ("대성무역", "Daesong Trading", "Company"),
        ("АО НИИ КП", "JSC NII KP", "Company"),
        ("جمعیت", "Jamiyat", "Company"),
        ("Al Fardan Exchange Company", "Al Fardan Exchange", "Company"),
        ("PT Bank Nusantara Tbk", "Bank Nusantara", "Company"),
    ],
)
def test_other_spellings_of_one_are_still_one(left: str, right: str, schema: str) -> None:
    assert _relation(left, right, schema) == "same_party"


def test_letters_that_both_names_have_are_not_read_in_another_encoding() -> None:
    left = "Hovedcentret for særlige teknologier ved generalstaben (GTsST)"
    right = "Hovedcentret for særlige tjenester ved generalstaben (GTsSS)"
    found = compare_names(left, right, schema="Organization")
    assert "read as" not in found.explanation
    assert compare_names("Paweł Wiœnicki", "Paweł Wiśnicki", schema="Person").score >= DEFAULT_THRESHOLD


def test_screening_tells_the_parts_of_a_body_that_share_a_name_on_the_list_from_the_whole() -> None:
    whole = "Islamic State of Iraq and the Levant"
    names = [whole, f"{whole} - West Africa", "ISIL – jihovýchodní Asie"]
    listed = pa.table({"entry_id": ["1", "2", "3"], "name": names, "schema": ["Organization"] * 3})
    subjects = pa.table({"name": [whole, f"{whole} – Caucasus"], "schema": ["Organization"] * 2})
    hits = Screener([listed]).screen(subjects, limit=None).to_pylist()
    assert [(hit["subject_name"], hit["entry_id"], hit["relation"]) for hit in hits] == [
        (whole, "1", "same_party"),
        (f"{whole} – Caucasus", "1", "possible_affiliate"),
    ]
