"""Tajik names are put as Persian is romanised, without izofats; names by way of Russian and others stand."""

from __future__ import annotations

import pytest

from screening.names.tajik import as_persian


@pytest.mark.parametrize(
    ("name", "persian"),
    [
        ("Ширкати «Паёми Пайванди Сабз»", "ширкат «payam пайванд сабз»"),
        ("Ширкати «Навоварони Таҷҳизот»", "ширкат «navavaran таҷҳизот»"),
        ("Муҳаммадҷавод Зариф", "muhammadjavad zarif"),
    ],
)
def test_a_tajik_name_is_put_in_persian(name: str, persian: str) -> None:
    assert as_persian(name) == persian


@pytest.mark.parametrize(
    "name", ["ООО «Паёми Пайванди»", "Гулбаҳор Шарофҷонова", "Саидов Ҷамшед Раҷабович", "Қурилиш Хизмати", "Payam Co."]
)
def test_other_names_and_those_by_way_of_russian_stand(name: str) -> None:
    assert as_persian(name) == name
