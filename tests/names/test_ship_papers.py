"""What papers say beside a ship's name: its number, flag, voyage, port, year and size."""

from __future__ import annotations

import pytest

from screening.names.ship_papers import ShipsPapers, ships_number, ships_papers


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("KORAL BREEZE, IMO 9074729, Panama", "KORAL BREEZE", "9074729"),
        ("KORAL BREEZE IMO9074729", "KORAL BREEZE", "9074729"),
        ("KORAL BREEZE (IMO: 9074729, built 2004)", "KORAL BREEZE", "9074729"),
        ("т/х «Ладожский-7», ИМО 9074729", "т/х «Ладожский-7»", "9074729"),
        ("KORAL BREEZE V.024W", "KORAL BREEZE", None),
        ("KORAL BREEZE 024W", "KORAL BREEZE", None),
        ("теплоход «Ладога», рейс 7", "теплоход «Ладога»", None),
        ("т/х «Ладога» под флагом Панамы, порт приписки Астрахань", "т/х «Ладога»", None),
        ("M/T KORAL BREEZE Marshall Islands flag", "M/T KORAL BREEZE", None),
        ("Panama-flagged M/T KORAL BREEZE", "M/T KORAL BREEZE", None),
        ("Türk bayraklı M/V MERCAN RÜZGARI", "M/V MERCAN RÜZGARI", None),
        ("巴拿马籍油轮珊瑚风号", "油轮珊瑚风号", None),
        ("KORAL BREEZE / CALL SIGN UBXY5 / MMSI 273456789", "KORAL BREEZE", None),
        ("KORAL BREEZE, blt 2005, 105,400 dwt, LR2", "KORAL BREEZE", None),
        ("«Ладога» (1987 г. постройки, дедвейт 5000 т)", "«Ладога»", None),
        ("MV KORAL BREEZE, Poti", "MV KORAL BREEZE", None),
    ],
)
def test_what_papers_say_is_no_part_of_a_ships_name(text: str, name: str, number: str | None) -> None:
    assert ships_papers(text) == ShipsPapers(name, number)


@pytest.mark.parametrize(
    "text",
    [
        "ZHEN HUA 7",
        "VOLGO-BALT 214",
        "BLACK FLAG",
        "FLAG MERSIN STAR",
        "RUSSIAN FLAG",
        "PANAMA STAR",
        "MV BUILT TO LAST",
        "SILVER VOYAGE",
        "VOYAGER 2",
        "BARGE MP 3310",
        "GOLDEN REGISTRY",
        "LIBERIAN QUEEN",
        "24 de Agosto",
        "",
    ],
)
def test_a_name_with_such_words_stays_whole(text: str) -> None:
    assert ships_papers(text) is None


def test_a_number_alone_leaves_no_name() -> None:
    assert ships_papers("IMO 9074729") == ShipsPapers("", "9074729")


def test_two_numbers_say_nothing() -> None:
    assert ships_number("KORAL BREEZE IMO 9074729 / IMO 9034731") is None
    assert ships_number("KORAL BREEZE 12345") is None
