"""Routes in one cell: where the goods are taken off."""

from __future__ import annotations

import pytest

from screening.intake.customs_routes import stops, unloaded_at

PLACES = [
    ("SAMSUN - NOVOROSSIYSK - MOSKOVA (BOŞALTMA)", "MOSKOVA"),
    ("Riga – Minsk – unloaded Moscow", "Moscow"),
    ("РФ, Самарская таможня (10412000), выгрузка г. Тольятти", "г. Тольятти"),
    ("莫斯科卸货", "莫斯科"),
    ("Moscow (unloading) - Almaty", None),
    ("Riga - Moscow", None),
    ("unloading", None),
    ("", None),
]


@pytest.mark.parametrize(("cell", "place"), PLACES)
def test_the_place_of_unloading_is_told_by_its_word_at_the_end_of_a_route(cell: str, place: str | None) -> None:
    assert unloaded_at(cell) == place


def test_a_stroke_within_a_name_parts_no_stops() -> None:
    assert stops("Санкт-Петербург → Москва") == ["Санкт-Петербург", "Москва"]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Базель–Рига–Псков–Бишкек", ["Базель", "Рига", "Псков", "Бишкек"]),
        ("Ambarlı–Poti–Bakü–Minsk", ["Ambarlı", "Poti", "Bakü", "Minsk"]),
        ("HOUSTON-ROTTERDAM-ST PETERSBURG-YEREVAN", ["HOUSTON", "ROTTERDAM", "ST PETERSBURG", "YEREVAN"]),
        ("Гамбург–Тбилиси–Верхний Ларс–СПб", ["Гамбург", "Тбилиси", "Верхний Ларс", "СПб"]),
        ("Гамбург–Ростов-на-Дону–Москва", ["Гамбург", "Ростов-на-Дону", "Москва"]),
        ("Санкт-Петербург-Москва-Душанбе", ["Санкт-Петербург", "Москва", "Душанбе"]),
        ("CN-KZ-RU", ["CN", "KZ", "RU"]),
    ],
)
def test_strokes_without_spaces_part_known_places_of_which_there_are_several(cell: str, parts: list[str]) -> None:
    assert stops(cell) == parts


@pytest.mark.parametrize(
    "cell",
    ["Ростов-на-Дону", "RIGA-PSKOV", "Port-au-Prince", "Frankfurt-am-Main", "TIR-EX-PRESS", "2022-05-01", "A-B-C"],
)
def test_a_name_with_strokes_or_a_word_no_table_knows_is_no_chain_of_places(cell: str) -> None:
    assert stops(cell) == [cell]
