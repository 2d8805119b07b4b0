"""Listed names are found in running text in all their spellings; ordinary words are not taken for them."""

from __future__ import annotations

import gc
import time

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.matching.spotting import Spotter

NAMES = [
    ("1", "Company", "OOO UZSTANEX", "primary"),
    ("2", "Person", "PUTIN, Vladimir Vladimirovich", "primary"),
    ("3", "Company", "GUCLU GLOBAL LOJISTIK LIMITED SIRKETI", "primary"),
    ("4", "Vessel", "NAZARBAYEV", "primary"),
    ("4", "Vessel", "OCEAN STAR", "alias"),
    ("5", "Organization", "FEDERAL SECURITY SERVICE", "primary"),
    ("5", "Organization", "FSB", "alias"),
    ("6", "Company", "ROTOR", "primary"),
    ("6", "Company", "ZORVEX", "weak_alias"),
    ("7", "Company", "LIMITED LIABILITY COMPANY OCTOBER", "primary"),
    ("8", "Company", "ULAN-UDE AVIATION PLANT", "primary"),
    ("9", "Person", "TIMOFEEV, Aleksandr", "primary"),
    ("10", "Company", "Farg'ona kimyo zavodi", "primary"),
]


@pytest.fixture(scope="module")
def spotter() -> Spotter:
    columns = list(zip(*NAMES, strict=True))
    table = pa.table(dict(zip(["entry_id", "schema", "name", "name_type"], map(list, columns), strict=True)))
    return Spotter([table])


@pytest.mark.parametrize(
    ("text", "entry", "stretch"),
    [
        ("It was said that Uzstanex's owner left.", "1", "Uzstanex"),
        ("ООО «Узстанекс» поставляло станки", "1", "Узстанекс"),
        ("So said Vladimir Putin yesterday.", "2", "Vladimir Putin"),
        ("PUTIN Vladimir Vladimirovich signed", "2", "PUTIN Vladimir Vladimirovich"),
        ("Указ подписан Владимиром Путиным вчера", "2", "Владимиром Путиным"),
        ("using GUCLU GLOBAL as a carrier", "3", "GUCLU GLOBAL"),
        ("Malları Güçlü Global Lojistik Ltd. Şti. taşıdı", "3", "Güçlü Global Lojistik"),
        ("the tanker Ocean Star was seen", "4", "Ocean Star"),
        ("the Federal Security Service of Russia", "5", "Federal Security Service"),
        ("an officer of the FSB said", "5", "FSB"),
    ],
)
def test_found_in_many_spellings(spotter: Spotter, text: str, entry: str, stretch: str) -> None:
    found = [(each.entry_id, each.text) for each in spotter.find(text)]
    assert any(each == entry and (stretch.startswith(part) or stretch in part) for each, part in found), found


@pytest.mark.parametrize(
    "text",
    [
        "An expert at Nazarbayev University agreed.",
        "The ocean star was bright; Ocean Star is a song.",
        "The rotor turned. Rotor blades are long.",
        "They paid Zorvex for it.",
        "It happened in October 2024.",
        "They came from Ulan-Ude by train.",
        "So said Artem Timofeev and Vladimir Petrov.",
        "Timofeev. Aleksandr came later.",
        "He was putin vladimir in small letters.",
        "the fsb of a crystal",
    ],
)
def test_not_taken_for_a_listed_name(spotter: Spotter, text: str) -> None:
    assert spotter.find(text) == []


def test_two_lists_give_two_entries_at_one_place() -> None:
    table = pa.table({"name": ["Uzstanex LLC"], "entry_id": ["x"], "schema": ["Company"], "list_id": ["one"]})
    other = pa.table({"name": ["OOO Uzstanex"], "entry_id": ["y"], "schema": ["Company"], "list_id": ["two"]})
    found = Spotter([table, other]).find("They named Uzstanex there.")
    assert [(each.list_id, each.entry_id, each.text) for each in found] == [
        ("one", "x", "Uzstanex"),
        ("two", "y", "Uzstanex"),
    ]


def test_time_grows_with_the_text_and_no_faster(spotter: Spotter) -> None:
    text = "Vladimir Putin and Uzstanex met the Federal Security Service in the north. " * 400
    spotter.find(text[:1000])
    assert _least_time(spotter, text * 4) < 16 * _least_time(spotter, text) + 0.5


def _least_time(spotter: Spotter, text: str) -> float:
    """Processor seconds, the least of three; without collecting: the heap of all tests takes seconds to go over."""
    found = []
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            spotter.find(text)
            found.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(found)


@settings(max_examples=200, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    "Putin",
                    "Vladimir",
                    "Uzstanex",
                    "the",
                    "'s",
                    ".",
                    ",",
                    "Владимир",
                    "\u0301",
                    "FSB",
                    "7",
                    "\n",
                    "-",
                ]
            ),
            max_size=60,
        ).map(" ".join),
    )
)
def test_no_text_raises(spotter: Spotter, text: str) -> None:
    for each in spotter.find(text):
        assert text[each.start : each.end] == each.text


@pytest.mark.parametrize("text", ["A" * 10_000, "\u0301" * 5_000, "Vladimir " * 5_000, "\x00\x01\u202e" * 2_000])
def test_hostile_text(spotter: Spotter, text: str) -> None:
    assert spotter.find(text) == []
