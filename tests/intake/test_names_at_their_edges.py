"""Where names end in running text: initials, brackets, legal forms of several words, labels; all are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.articles import read_articles
from screening.intake.candidates import rule_spans
from screening.intake.lexicon import is_ordinary, is_place, is_place_in_case
from screening.intake.mapped import MappedText
from screening.intake.mentions import IN_NOMINATIVE, mentions
from screening.intake.plaintext import read_plain
from screening.intake.story import Draft, finish


def found(text: str, language: str) -> list[str]:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text, 0)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language=language)
    return [mention.name for mention in mentions(story) if IN_NOMINATIVE not in mention.reasons]  # as they stand


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "The papers name Pavel G. Dvorkin as an organiser.", ["Pavel G. Dvorkin"]),
        ("en", "It bought from Zephyr Wave Technology (HK) Limited in May.", ["Zephyr Wave Technology (HK) Limited"]),
        ("en", "It was Silvermoor Commodities Pte. Ltd. of Singapore.", ["Silvermoor Commodities Pte. Ltd."]),
        ("en", "The parts went to Vantor Logistics LLP of Almaty.", ["Vantor Logistics LLP"]),
        ("en", "They paid through First Zamora Commercial Bank.", ["First Zamora Commercial Bank"]),
        ("en", "Shares of Gravin Ltd. rose again.", ["Gravin Ltd."]),
        ("en", "It was leased from Jovian Steppe Avia LLP. Payments were made later.", ["Jovian Steppe Avia LLP"]),
        ("en", 'Its insurer is "Ingmar Protection and Indemnity Mutual".', ["Ingmar Protection and Indemnity Mutual"]),
        ("en", "Uzbek conglomerate Qoratog' Group has bought it.", ["Qoratog' Group"]),
        ("uk", "через фірму Wiktor Stal Handel Sp. z o.o. постачало сталь", ["Wiktor Stal Handel Sp. z o.o."]),
        ("fr", "à la fiducie Mirandel Capital S.à r.l. du Luxembourg", ["Mirandel Capital S.à r.l."]),
        ("fr", "via l'émirienne Velour Lynx Aviation FZCO.", ["Velour Lynx Aviation FZCO"]),
        ("de", "Die Kanzlei Brodermann Vogt & Partner mbB schwieg.", ["Brodermann Vogt & Partner mbB"]),
        ("de", "Es ging an die Moskauer OOO Stankovektor Invest.", ["OOO Stankovektor Invest"]),
        (
            "de",
            "Die Geschäftsführer der Schwabmetall Werkzeuge GmbH & Co. KG.",
            ["Schwabmetall Werkzeuge GmbH & Co. KG"],
        ),
        ("de", "Gegen ihren Prokuristen Rüdiger Aschenberg wird ermittelt.", ["Rüdiger Aschenberg"]),
        ("de", "Danach lehnte die Ostseebank eine Stellungnahme ab.", ["Ostseebank"]),
        ("es", "del bufete Arosa, Quintero & Asociados por lavado", ["Arosa, Quintero & Asociados"]),
        ("fr", "Hier l'ONG Regard Libre avait dénoncé.", ["Regard Libre"]),
        ("tr", "Mühimmatın Sırp Krunik fabrikasında üretildiği", ["Krunik"]),
        ("de", "In Drohnen sind Sensoren der Rheinsens Mikrosensorik GmbH.", ["Rheinsens Mikrosensorik GmbH"]),
        ("de", "an die slowenische Jadran Elektronik d.o.o. geliefert", ["Jadran Elektronik d.o.o."]),
        ("de", "über die Bank Sommer & Co. AG gelaufen", ["Bank Sommer & Co. AG"]),
        ("ru", "Китайская корпорация CRVC Dalong готова.", ["CRVC Dalong"]),
        ("ru", "у жены депутата Госсовета Удмуртии Р. М. Костикова", ["Р. М. Костикова"]),
        ("ru", "Тайваньская Hsin Fang Precision сообщила.", ["Hsin Fang Precision"]),
        ("ru", "Там гражданка Азербайджана Лейла Мамед кызы Гусейнова.", ["Лейла Мамед кызы Гусейнова"]),
        ("uk", "Тоді адвокат Рудака Світлана Кукуруза заявила.", ["Світлана Кукуруза"]),
        ("az", "sonra isə Türkiyənin Yıldırımlar Akaryakıt A.Ş. şirkətinə satıb", ["Yıldırımlar Akaryakıt A.Ş."]),
        ("uz", "Keyin Vektonix kompaniyasi yuk oldi.", ["Vektonix"]),
    ],
)
def test_names_end_where_they_end(language: str, text: str, names: list[str]) -> None:
    its = found(text, language)
    assert [name for name in its if name in names] == names
    assert not any(name != other and (name in other or other in name) for name in names for other in its)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dort steht FN 481927 im Register."),
        ("kk", "Онда БСН 220340019911 деп жазылған."),
        ("tr", "Orada (Mersis No: 0034119827700001) yazıyor."),
        ("de", "Dann senkte die Zentralbank den Zins."),
        ("uk", "ХТО КОНТРОЛЮЄ ВЕРФ\n\nЩе невідомо."),
    ],
)
def test_labels_of_numbers_and_headings_in_capitals_are_no_names(language: str, text: str) -> None:
    assert not [text[span.start : span.end] for span in rule_spans(text, 0, language)]


def test_a_line_of_a_list_that_ends_in_a_legal_form_is_no_headline() -> None:
    text = "Some companies are listed below.\n\nZenith Industrial Holding Limited\n\nNothing more is known about them."
    assert "Zenith Industrial Holding Limited" in found(text, "en")


def test_a_word_broken_at_the_end_of_a_line_is_whole_again_and_stands_where_it_stood() -> None:
    text = (
        "The cargoes were sold by the Dubai-based trader Qasr Al Noor Petro-\n"
        "leum Trading FZE to an unnamed refiner, the papers show, by a state-\n"
        "owned bank in the emirate that nobody named.\n"
    )
    (draft,) = read_plain(text)
    body = "\n".join(paragraph.text for paragraph in [draft.title, *draft.paragraphs])
    assert "Petroleum Trading FZE" in body
    assert "state-owned" in body
    story = finish(draft, file="a.txt", sha256="0", index=1, language="en")
    (mention,) = [each for each in mentions(story) if each.name.endswith("FZE")]
    start, end = story.original(mention.start, mention.end)
    assert text[start:end].replace("-\n", "") == mention.name


def test_marked_lines_and_bylines_begin_no_story(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    body = "The agency has said that it bought servo motors for the plant. It named nobody else at all. " * 2
    file.write_text(f"# Agency targets a network of parts\n\n{body}\n\n## What is alleged by the agency\n\n{body}\n")
    assert len(read_articles([file]).stories) == 1


@pytest.mark.parametrize(("word", "told"), [("türkiyənin", True), ("kazakhstan", False), ("baltika", False)])
def test_places_in_case_are_told_from_places(word: str, told: bool) -> None:
    assert is_place_in_case(word) is told


@pytest.mark.parametrize(("word", "told"), [("l'asie", True), ("d’ouzbékistan", True), ("l'oréal", False)])
def test_a_place_behind_an_article_that_lost_its_vowel_is_a_place(word: str, told: bool) -> None:
    assert is_place(word) is told


def test_a_place_behind_an_article_is_no_ordinary_word() -> None:
    assert not is_ordinary("l'asie")
    assert is_ordinary("trade")
