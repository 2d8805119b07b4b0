"""Several names in one text are each looked up, and compared, as names of one party."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from screening.matching import Screener, compare_names
from screening.names import other_names
from screening.names.cell_remarks import names_beside
from screening.names.misread import readings
from screening.names.other_names import names_of, names_within
from screening.names.seats import before_seat, may_have_seat
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vodrin Lines Ltd f/k/a Pelvar Shipping Ltd", ("Vodrin Lines Ltd", "Pelvar Shipping Ltd")),
        ("Vodrin Lines Ltd (formerly known as: Pelvar Shipping)", ("Vodrin Lines Ltd", "Pelvar Shipping")),
        ('Alban Vodrin a.k.a. "Ronnie Pelvar"', ("Alban Vodrin", "Ronnie Pelvar")),
        ("Marta Vodrin née Pelvar", ("Marta Vodrin", "Marta Pelvar")),
        ("Marta Vodrin (née Pelvar)", ("Marta Vodrin", "Marta Pelvar")),
        ("ALBAN (A.K.A. RONNIE PELVAR) VODRIN", ("ALBAN VODRIN", "RONNIE PELVAR")),
        ("Vodrin Ports (VPAV) of Pelvar", ("Vodrin Ports of Pelvar",)),
        ("ООО Водрин, ранее ООО Пельвар", ("ООО Водрин", "ООО Пельвар")),
        ("АО «Водрин» (до 2019 г. АО «Пельвар»)", ("АО «Водрин", "АО «Пельвар")),
        ("Vodrin Steel JSC (until 2019: Pelvar Plant)", ("Vodrin Steel JSC", "Pelvar Plant")),
        ("Vodrin A.Ş. (2019 yılına kadar Pelvar Ltd.)", ("Vodrin A.Ş.", "Pelvar Ltd.")),
        ("台州精信阀门有限公司（原台州精信水暖器材厂）", ("台州精信阀门有限公司", "台州精信水暖器材厂")),
        ("ВТЦ «Водрин» (ООО «Пельвар»)", ("ВТЦ «Водрин»", "ООО «Пельвар")),
        ("Alban Vodrin; Ronnie Pelvar", ("Alban Vodrin", "Ronnie Pelvar")),
        ("VPCD Vodrin Ports and Canals Directorate", ("VPCD", "Vodrin Ports and Canals Directorate")),
        ("Vodrin Ports Company VPC", ("VPC", "Vodrin Ports Company")),
        ("Vodrin Shipping, Tashkent", ("Vodrin Shipping",)),
        ("Vodrin Joint Stock Company (Vodrin JSC)", ("Vodrin Joint Stock Company", "Vodrin JSC")),
    ],
)
def test_what_stands_on_either_side_of_a_marker_is_a_name(text: str, names: tuple[str, ...]) -> None:
    assert names_within(text) == (text, *names)


@pytest.mark.parametrize(
    "text",
    [
        "Vodrin Lines Ltd",
        "Formerly",
        "Akam Vodrin",
        "Dba",
        "Vodrin aka",
        "F K Akimov",
        "",
        "Vodrin Lines; Moscow",
        "Vodrin, Moscow",
        "VOL Vodrin Ports",
        "ALI Alban Lal Ivanov",
        "Alban Vodrin s/o Ronnie Pelvar",
        "Vodrin Lines Tashkent (Tashkent)",
    ],
)
def test_other_texts_hold_one_name(text: str) -> None:
    assert names_within(text) == (text,)


def test_a_sign_of_html_parts_no_names() -> None:
    assert names_within("Smith &amp; Sons Vodrin Lines")[1:] == ("Smith & Sons Vodrin Lines",)


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Admiral Vodrin (RUS)", "Admiral Vodrin", "Vessel"),
        ("Vodrin Lark [Panama]", "Vodrin Lark", "Vessel"),
        ("Alban uulu Vodrin (Kyrgyz Republic)", "Alban uulu Vodrin", "Person"),
        ("MT VODRIN STAR IMO 9312345", "MT VODRIN STAR", "Vessel"),
        ("VODRIN LARK (EX-NAME: BALTIC PELVAR)", "Baltic Pelvar", "Vessel"),
    ],
)
def test_a_state_in_brackets_and_a_ships_number_are_no_part_of_a_name(text: str, name: str, schema: str) -> None:
    assert compare_names(text, name, schema=schema).relation == "same_party"


def test_a_word_in_brackets_that_is_no_state_is_kept() -> None:
    assert names_of("Vodrin Lark (Baltic)", "Vessel") == names_within("Vodrin Lark (Baltic)")


PIECES = [
    "Vodrin",
    "Ports Authority",
    "VPAV",
    "Албан",
    "李伟",
    "a.k.a.",
    "f/k/a",
    "Trading as",
    "née",
    "又名",
    "(",
    ")",
    "（",
    "）",
    " - ",
    " – ",
    "/",
    ", ",
    "Ltd",
    "a",
]


def _unseated(name: str) -> list[str]:
    """The name before a seat: "VodrinTrading as, Vodrin" ends in a form, A.S., with a place behind it."""
    bare = before_seat(name) if may_have_seat(name) else None
    return [bare] if bare is not None else []


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=9), between=st.sampled_from(["", " "]))
@example(pieces=["Vodrin", "Trading as", ", ", "Vodrin"], between="")
def test_a_name_that_is_not_looked_into_holds_one_name(pieces: list[str], between: str) -> None:
    name = between.join(pieces)
    meant = readings(name)  # "f/k/aLtdLtd" is Cyrillic on the other keyboard as well
    once = names_beside(name)  # pieces twice over are one name, twice in its cell
    held = [one for each in (name, *meant, *once) for one in (*other_names._parted(each), *_unseated(each))]
    assert other_names.names_within(name) == tuple(dict.fromkeys(held))


@pytest.mark.parametrize("listed", ["Vodrin Lines Limited", "Pelvar Shipping Ltd"])
def test_a_renamed_firm_is_found_under_either_name(listed: str) -> None:
    subject = "Vodrin Lines Ltd f/k/a Pelvar Shipping Limited"
    lists = pa.table({"entry_id": ["1"], "name": [listed], "schema": ["Company"]})
    found = Screener([lists]).screen(pa.table({"name": [subject, "Some Third Firm"], "schema": ["Company"] * 2}))
    assert found.column("subject_name").to_pylist() == [subject]
    assert found.column("score")[0].as_py() == compare_names(subject, listed, schema="Company").score > 0.9
    assert compare_names(listed, subject, schema="Company").score == found.column("score")[0].as_py()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vodrin Ports Authority (VPAV)", ("Vodrin Ports Authority", "VPAV")),
        ("VPAV (Vodrin Ports Authority of Pelvar)", ("VPAV", "Vodrin Ports Authority of Pelvar")),
        ("Vodrin Ports Authority（VPAV）", ("Vodrin Ports Authority", "VPAV")),
        ("VPAV - Vodrin Ports Authority of Pelvar", ("VPAV", "Vodrin Ports Authority of Pelvar")),
        ("NC VPAV JSC (Vodrin Ports Authority)", ("NC VPAV JSC", "Vodrin Ports Authority")),
        ("VODRIN SEA PORTS (PELVARI)", ("VODRIN SEA PORTS", "PELVARI")),
        ("Alban Vodrin (Албан Водрин)", ("Alban Vodrin", "Албан Водрин")),
        ("李伟 (Vodrin Wei)", ("李伟", "Vodrin Wei")),
        ("Vodrin Ports Authority (VPAV) JSC", ("Vodrin Ports Authority JSC", "VPAV")),
        ("Vodrin Ports (VPAV), formerly Pelvar Docks (PELD)", ("Vodrin Ports", "VPAV", "Pelvar Docks", "PELD")),
        (
            "Office of Vodrin Ports/Bureau des ports Vodrin",
            ("Office of Vodrin Ports", "Bureau des ports Vodrin"),
        ),
    ],
)
def test_a_short_name_or_one_in_another_script_in_brackets_is_a_name(text: str, names: tuple[str, ...]) -> None:
    assert names_within(text) == (text, *names)


@pytest.mark.parametrize(
    "text",
    [
        "Vodrin (China) Ltd",
        "Vodrin Trading (PVT) Ltd",
        "Vodrin Trading (UAE)",
        "Vodrin Trading (LLC)",
        "ALBAN VODRIN (PELVA)",
        "Vodrin Import/Export Trading Ltd",
        "Vodrin (12)",
        "Vodrin - Pelvar Trading",
        "Vodrin Trading - UAE",
        "Vodrin (",
        "Vodrin ) a.k.a. (",
        "Vodrin ((",
        "()",
    ],
)
def test_places_and_legal_forms_in_brackets_are_no_names(text: str) -> None:
    assert names_within(text) == (text,)


@pytest.mark.parametrize("subject", ["Vodrin Ports Authority", "VPAV", "Vodrin Ports Authority (VPAV)"])
def test_a_listed_name_with_a_short_name_is_found_under_each_and_shown_whole(subject: str) -> None:
    listed = "Vodrin Ports Authority (VPAV)"
    lists = pa.table({"entry_id": ["1"], "name": [listed], "schema": ["Organization"]})
    screener = Screener([lists])
    assert len(screener) == 1
    found = screener.screen(pa.table({"name": [subject], "schema": ["Organization"]}))
    assert found.column("matched_name").to_pylist() == [listed]
    assert found.column("score")[0].as_py() == compare_names(subject, listed, schema="Organization").score > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Vodrin (a Pelvar LLC company)",
        "Vodrin (part of Pelvar LLC)",
        "Vodrin (subsidiary of Pelvar LLC)",
        "Водрин (дочернее предприятие ООО Пельвар)",
        "中国原子能（原子能研究院）",
        "Vodrin (General Trading LLC)",
    ],
)
def test_what_a_firm_is_of_another_is_no_name_of_it(text: str) -> None:
    assert not {"Pelvar LLC", "ООО Пельвар", "子能研究院", "General Trading LLC"} & {*names_within(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Romara LLC, Zarvon LLC",
        "ООО Ромара, ООО Зарвон",
        "Romara LLC & Zarvon LLC",
        "Romara Ltd, Zarvon LLC, Uzlab GmbH",
    ],
)
def test_each_of_the_firms_in_one_cell_answers(text: str) -> None:
    assert is_match(text, "OOO ZARVON", "Company")
    assert is_match("OOO ZARVON", text, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "Romara & Zarvon LLC",
        "Romara LLC, a subsidiary of Zarvon LLC",
        "Romara Zarvon Co., Ltd.",
        "Romara GmbH & Co. KG",
    ],
)
def test_a_comma_or_sign_within_a_firms_name_parts_no_firms(text: str) -> None:
    assert not is_match(text, "OOO ZARVON", "Company")
