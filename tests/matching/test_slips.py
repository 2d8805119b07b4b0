"""Slips of the keys, scans and look-alikes against other names."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.parsing import spaced_initials


@pytest.mark.parametrize(
    ("bent", "name"),
    [
        ("Rеzа Аlі Моrаdzаdеh", "Reza Ali Moradzadeh"),
        ("Віlаl Lаl Iуеngаr", "Bilal Lal Iyengar"),
        ("Salrna Zaghloul", "Salma Zaghloul"),
        ("2eynep Nur Ocakçı", "Zeynep Nur Ocakçı"),
        ("nAdrea Nemecek", "Andrea Nemecek"),
        ("Foman Zaborov", "Roman Zaborov"),
        ("Sh. Qoʻldoshev", "Sherzod Qoʻldoshev"),
        ("Zafarbek Ergashov", "Zafar Ergashev"),
        ("Zaur Salakov", "Заур Салахов"),
        ("Gela Tsiklauri", "გელა ციხლაური"),
    ],
)
def test_a_bent_name_is_found(bent: str, name: str) -> None:
    assert compare_names(bent, name, schema="Person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Дмитрий Рогожин", "Дмитрий Рогозин"),
        ("Виталий Ершов", "Виталий Ершков"),
        ("Алексей Сомов", "Алексей Сонов"),
        ("Zaur Salahov", "Заур Саламов"),
        ("赵丽娟", "邵丽娟"),
        ("Zhang Jianguo", "Jiang Jianguo"),
        ("Omar Faisal Bawazir", "Faisal Omar Bawazir"),
        ("صلاح الدين الحسيني", "صلاح الدين الحسني"),
        ("Amr Hassan", "Omar Hassan"),
    ],
)
def test_another_name_is_not_found(one: str, other: str) -> None:
    assert compare_names(one, other, schema="Person").score < DEFAULT_THRESHOLD


def test_noughts_are_read_as_a_legal_form() -> None:
    assert compare_names("Vega-Trade 000", "Vega-Trade OOO", schema="Company").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("subject", ["ВОДРИН ВладимирВладимирович", "ВладимировичВОДРИН Владимир"])
def test_a_patronymic_without_a_space_beside_it_is_found(subject: str) -> None:
    lists = pa.table({"name": ["Vodrin, Vladimir Vladimirovich"], "schema": ["Person"]})
    asked = pa.table({"name": [subject], "schema": ["Person"]})
    assert len(Screener([lists]).screen(asked)) == 1


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("Sp. Vodropoulos", "Spyridon Vodropoulos"),
        ("Spyridon Vodropoulos", "Sp. Vodropoulos"),
        ("Дм. Водрин", "VODRIN Dmitry"),
    ],
)
def test_an_initial_of_two_letters_is_found(subject: str, listed: str) -> None:
    lists = pa.table({"name": [listed], "schema": ["Person"]})
    assert len(Screener([lists]).screen(pa.table({"name": [subject], "schema": ["Person"]}))) == 1


@pytest.mark.parametrize(
    ("written", "spaced"),
    [
        ("Sh. Karimov", "S. Karimov"),
        ("Sp. Vodropoulos", "S. Vodropoulos"),
        ("Dr. Vodrin", "Dr. Vodrin"),
        ("гр. Водрин", "гр. Водрин"),
        ("I.V. Vodrin", "I. V. Vodrin"),
    ],
)
def test_two_letters_are_an_initial_unless_they_are_a_title(written: str, spaced: str) -> None:
    assert spaced_initials(written) == spaced
