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
