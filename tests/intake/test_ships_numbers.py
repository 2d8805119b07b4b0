"""IMO numbers beside ships' names in stories: they make the name a ship's, and are identifiers of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import runs
from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions, subjects_from
from screening.intake.story import Draft, Story, finish


def story(text: str, language: str = "en") -> Story:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    return finish(draft, file="a.txt", sha256="0", index=1, language=language)


def found(text: str, language: str = "en") -> dict[str, tuple[str, tuple[str, ...]]]:
    return {each.name: (each.schema, each.ships_numbers) for each in mentions(story(text, language))}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The tanker Adalyn (IMO 9074729) left on Monday.", "en", "Adalyn"),
        ("The ship Volga 3 (IMO: 9074729) left.", "en", "Volga 3"),
        ("It was the Port Olya 3 (IMO9074729) that left.", "en", "Port Olya 3"),
        ("The vessel Lady R, IMO number 9074729, docked there.", "en", "Lady R"),
        ("The tanker Adalyn [IMO No. 9074729] left.", "en", "Adalyn"),
        ("Танкер «Адалин» (ИМО 9074729) вышел из порта.", "ru", "Адалин"),
        ("Eagle S (IMO-numarası 9074729) adlı tanker alıkonuldu.", "tr", "Eagle S"),
        ("Le pétrolier Adalyn (OMI 9074729) a quitté le port.", "fr", "Adalyn"),
        ("油轮“阿达林”号（IMO编号9074729）离开港口。", "zh", "阿达林"),
    ],
)
def test_what_stands_right_before_a_number_is_a_ship_with_that_number(text: str, language: str, name: str) -> None:
    assert found(text, language)[name] == ("Vessel", ("9074729",))


@pytest.mark.parametrize(
    "text",
    [
        "The Adalyn (flag: Cook Islands; IMO 9074729) was boarded.",
        "The Adalyn, an oil tanker (IMO 9074729), left.",
        "IMO 9074729 (Adalyn) was seen.",
        "The tanker Adalyn, which left Primorsk under IMO number 9074729, was seen.",
    ],
)
def test_more_may_stand_between_a_name_and_its_number(text: str) -> None:
    assert found(text)["Adalyn"][1] == ("9074729",)


def test_each_ship_has_its_own_number() -> None:
    its = found("Two tankers, the Eagle S (IMO 9329760) and the Sea Rose (IMO 9074729), were seized.")
    assert its == {"Eagle S": ("Vessel", ("9329760",)), "Sea Rose": ("Vessel", ("9074729",))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Captain Ivan Petrov said that IMO 9074729 was seen.", "Ivan Petrov"),
        ("So says Finland's Border Guard. IMO 9074729 was seen.", "Border Guard"),
        ("The Border Guard said the vessel with IMO number 9074729 was seen.", "Border Guard"),
    ],
)
def test_a_number_is_not_of_whoever_is_named_somewhere_before(text: str, name: str) -> None:
    its = found(text)
    assert its[name][1] == ()
    assert {schema for schema, numbers in its.values() if numbers == ("9074729",)} == {"Vessel"}


@pytest.mark.parametrize("number", ["9074728", "907472", "90747290"])
def test_a_number_whose_check_digit_or_length_is_wrong_is_none(number: str) -> None:
    assert found(f"The tanker Adalyn (IMO {number}) left.")["Adalyn"] == ("Vessel", ())


def test_a_number_that_stands_beside_a_name_once_is_no_ship_of_its_own_elsewhere() -> None:
    its = found("The Adalyn (IMO 9074729) left. Later the tanker with IMO number 9074729 was seen.")
    assert its == {"Adalyn": ("Vessel", ("9074729",))}


def test_a_firm_before_a_number_stays_a_firm() -> None:
    assert found("It is run by Beks Ship Management Ltd (IMO 9074729).")["Beks Ship Management Ltd"][0] == "Company"


def test_the_number_stands_among_the_identifiers_of_every_place() -> None:
    rows = subjects_from([story("The Adalyn (IMO 9074729) left.\n\nThe Adalyn was seen.")]).to_pylist()
    assert [row["name"] for row in rows] == ["Adalyn", "Adalyn"]
    assert all(row["identifiers"] == [{"type": "IMO", "number": "9074729", "country": None}] for row in rows)


def test_a_renamed_ship_is_found_by_its_number(tmp_path: Path) -> None:
    listed = tmp_path / "own.csv"
    listed.write_text("entry_id,schema,name,id_type,id_number\n1,Vessel,SEA ROSE,IMO,9074729\n", encoding="utf-8")
    text = tmp_path / "news.txt"
    text.write_text("Tanker seen\n\nThe tanker Adalyn (IMO 9074729) left on Monday.\n", encoding="utf-8")
    hits = runs.articles([text], lists=listed, out=tmp_path / "out").hits.to_pylist()
    assert [(hit["subject_name"], hit["entry_id"], hit["matched_on"]) for hit in hits] == [
        ("Adalyn", "1", "identifier")
    ]
