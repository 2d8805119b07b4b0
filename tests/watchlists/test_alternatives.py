"""Several names in one field of Canada's list, and names that are none."""

from __future__ import annotations

import pytest

from screening.watchlists.alternatives import alternatives, primary_and_others
from screening.watchlists.draft import Draft


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AO Россельхозбанк or AO РСХБ, RusAg", ["AO Россельхозбанк", "AO РСХБ", "RusAg"]),
        ("Sberbank of Russia, Sber", ["Sberbank of Russia", "Sber"]),
        ('ООО "Альфа"/ АО "Бета"', ['ООО "Альфа"', 'АО "Бета"']),
        ("Институт Альфа and АО Бета", ["Институт Альфа", "АО Бета"]),
        ("Alpha Research Institute and ZAO Alpha", ["Alpha Research Institute", "ZAO Alpha"]),
        ("Alpha Bank Arabic: بنك", ["Alpha Bank", "بنك"]),
        ("Альфа, АО or Акционерное общество Альфа", ["Альфа, АО", "Акционерное общество Альфа"]),
        # one name each
        ("Евро-Полис, ООО", ["Евро-Полис, ООО"]),
        ("Alpha Trading Co., Ltd.", ["Alpha Trading Co., Ltd."]),
        ("Alpha, Beta and Gamma Institute", ["Alpha, Beta and Gamma Institute"]),
        ("Alpha and Beta Institute", ["Alpha and Beta Institute"]),
        ("Войска радиационной, химической и биологической защиты",) * 2,
        ('Акционерное общество or АО "Альфа"', ['Акционерное общество or АО "Альфа"']),
        ("Orion Corporation", ["Orion Corporation"]),
    ],
)
def test_names_of_a_firm_in_one_field(text: str, names: list[str] | str) -> None:
    assert [name for name, _ in alternatives(text)] == ([names] if isinstance(names, str) else names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Сергей Евгеньевич Цивилев, or Цивилёв", ["Сергей Евгеньевич Цивилев", "Сергей Евгеньевич Цивилёв"]),
        ("Katsiaryna or Katerina Smuschkovich", ["Katsiaryna Smuschkovich", "Katerina Smuschkovich"]),
        (
            "Aleksandr Evgenyevich or Evgenievich Konkov",
            ["Aleksandr Evgenyevich Konkov", "Aleksandr Evgenievich Konkov"],
        ),
        ("Елена Петровна Тимченко or Елена Ермакова", ["Елена Петровна Тимченко", "Елена Ермакова"]),
        (
            "Тетяна Юріївна Томіліна and Томилина Татьяна Юрьевна",
            ["Тетяна Юріївна Томіліна", "Томилина Татьяна Юрьевна"],
        ),
    ],
)
def test_names_of_a_person_are_filled_with_what_both_have(text: str, names: list[str]) -> None:
    assert [name for name, _ in alternatives(text, person=True)] == names


def test_the_language_before_a_name_is_that_of_its_alternatives() -> None:
    assert alternatives("Russian: Альфа or ОАО Бета, Gamma Delta")[:2] == [
        ("Альфа", "Russian"),
        ("ОАО Бета", "Russian"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alpha JSC (also known as PO Alpha, Beta Plant)", ("Alpha JSC", ["PO Alpha", "Beta Plant"])),
        ("Alpha JSC\n(also known\nas Beta)", ("Alpha JSC", ["Beta"])),
        ("Alpha Organization (AO)", ("Alpha Organization (AO)", [])),
    ],
)
def test_what_a_firm_is_also_known_as_is_another_name(text: str, found: tuple[str, list[str]]) -> None:
    assert primary_and_others(text) == found


def test_a_name_that_is_a_small_word_or_legal_form_is_left_out_and_noted() -> None:
    draft = Draft("list.csv")
    entry = draft.entry("1")
    for name in ("Alpha Centre", "and", "Ltd.", "ASBL", "The And Company of Beta"):
        entry.add_name(name)
    draft.entry("2").add_name("Co.", "primary")
    tables, notes = draft.finish()
    assert tables["names"].column("name").to_pylist() == ["Alpha Centre", "ASBL", "The And Company of Beta", "Co."]
    assert any("nothing but a small word" in note and "and" in note for note in notes)
