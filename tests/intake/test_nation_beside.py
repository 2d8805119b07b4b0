"""Whose a public body is, told by the nation beside its name, and the short names it is called by."""

from __future__ import annotations

import pytest

from screening.intake.mapped import MappedText
from screening.intake.mentions import Mention, mentions, names_to_screen, subjects_from
from screening.intake.story import Draft, Story, finish


def story(text: str) -> Story:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    return finish(draft, file="a.txt", sha256="0", index=1, language="en")


def found(text: str) -> dict[str, Mention]:
    return {mention.name: mention for mention in mentions(story(text))}


@pytest.mark.parametrize(
    ("text", "name", "whole", "country"),
    [
        ("So said the head of Russia’s Investigative Committee.", "Investigative Committee",
         "Russia’s Investigative Committee", "RU"),
        ("It was done by Ukraine's Security Service (SBU) there.", "Security Service",
         "Ukraine's Security Service", "UA"),
        ("He works at the United States' Federal Maritime Commission.", "Federal Maritime Commission",
         "United States' Federal Maritime Commission", "US"),
        ("They asked South Korea's Ministry of Defense.", "Ministry of Defense",
         "South Korea's Ministry of Defense", "KR"),
    ],
)  # fmt: skip
def test_the_nation_beside_a_body_makes_a_second_name_and_gives_its_country(
    text: str, name: str, whole: str, country: str
) -> None:
    its = found(text)
    assert its[name].subject_id == its[whole].subject_id
    assert its[name].countries == its[whole].countries == (country,)
    assert text[its[whole].start : its[whole].end] == whole
    rows = subjects_from([story(text)]).to_pylist()
    assert {row["name"]: row["country"] for row in rows}[whole] == [country]
    assert {name, whole} <= set(names_to_screen(subjects_from([story(text)])).column("name").to_pylist())


def test_a_nation_behind_brackets_gives_the_country() -> None:
    its = found("The Federal Security Service (FSB) of Russia has reported it.")
    assert its["Federal Security Service"].countries == ("RU",)
    assert its["FSB"].subject_id == its["Federal Security Service"].subject_id


def test_a_short_name_in_brackets_is_the_bodys_whatever_language_it_is_short_in() -> None:
    its = found("It was done by Ukraine's Security Service (SBU). The SBU said so.")
    assert its["SBU"].subject_id == its["Security Service"].subject_id
    assert its["SBU"].countries == ("UA",)


@pytest.mark.parametrize(
    "text",
    [
        "They asked Uzbekistan's Zorvex Bank about it.",  # a firm has a name of its own, wherever it works
        "They asked John's Security Service about it.",
        "They asked Tokayev of Kazakhstan. Security Service men left.",
    ],
)
def test_no_nation_is_read_beside_other_names(text: str) -> None:
    assert not any(mention.countries for mention in mentions(story(text)))


def test_a_bare_family_name_that_is_listed_itself_is_screened() -> None:
    text = "So said Berik Uali on Monday. Uali left."
    table = subjects_from([story(text)])
    listed = table.set_column(table.schema.get_field_index("found_by"), "found_by", [["list"] * len(table)])
    assert names_to_screen(table).column("name").to_pylist() == ["Berik Uali"]
    assert names_to_screen(listed).column("name").to_pylist() == ["Berik Uali", "Uali"]


def test_parties_of_tables_are_all_screened() -> None:
    table = subjects_from([story("So said Berik Uali on Monday. Uali left.")])
    customers = table.set_column(table.schema.get_field_index("role"), "role", [["customer"] * len(table)])
    assert names_to_screen(customers).equals(customers)


@pytest.mark.parametrize(
    ("text", "whole", "name", "country"),
    [
        ("It was sold to Elite Investment Group of Uzbekistan last year.", "Elite Investment Group of Uzbekistan",
         "Elite Investment Group", "UZ"),
        ("It was sold to Golden Star Company of the United Arab Emirates.",
         "Golden Star Company of the United Arab Emirates", "Golden Star Company", "AE"),
    ],
)  # fmt: skip
def test_a_firm_said_to_be_of_a_nation_is_found_without_it_too(text: str, whole: str, name: str, country: str) -> None:
    its = found(text)
    assert its[name].subject_id == its[whole].subject_id
    assert its[name].countries == its[whole].countries == (country,)
    assert text[its[name].start : its[name].end] == name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("They paid through the Bank of China in Almaty.", "Bank of China"),
        ("They asked the National Bank of Uzbekistan.", "National Bank of Uzbekistan"),
        ("They asked the Investment Company of Oman.", "Investment Company of Oman"),
    ],
)
def test_a_name_of_words_of_business_keeps_its_nation(text: str, whole: str) -> None:
    assert [mention.name for mention in mentions(story(text))] == [whole]
