"""Names of persons in the cases of Slavic languages are traced to the nominative, by which they meet listed names."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import runs
from screening.intake.mapped import MappedText
from screening.intake.mentions import IN_NOMINATIVE, mentions
from screening.intake.personal import is_family_of_any
from screening.intake.story import Draft, finish
from screening.names.name_cases import by_itself, nominatives_of
from screening.reference import table

ROWS = table("words/name_cases.tsv").rows


@pytest.mark.parametrize(
    ("language", "name", "nominative"),
    [
        ("ru", "Игоря Кедрова", "Игорь Кедров"),
        ("ru", "Рамзану Кедрову", "Рамзан Кедров"),
        ("ru", "Евгением Кедриным", "Евгений Кедрин"),
        ("ru", "Кедровым Сергеем Петровичем", "Кедров Сергей Петрович"),
        ("ru", "Марии Кедровой", "Мария Кедрова"),
        ("ru", "Екатерину Кедровскую", "Екатерина Кедровская"),
        ("ru", "Сергея Трумко", "Сергей Трумко"),
        ("ru", "Льва Кедрова", "Лев Кедров"),
        ("ru", "Романа Кедровича", "Роман Кедрович"),
        ("ru", "С. Кедрова", "С. Кедров"),
        ("ru", "Письмо Сергею Кедрову", "Сергей Кедров"),
        ("ru", "СЕРГЕЯ КЕДРОВА", "СЕРГЕЙ КЕДРОВ"),
        ("uk", "Віктора Кедрука", "Віктор Кедрук"),
        ("uk", "Петра Кедренка", "Петро Кедренко"),
        ("uk", "Марії Кедрової", "Марія Кедрова"),
        ("be", "Аляксандра Кедрава", "Аляксандр Кедраў"),
        ("pl", "Igora Kiedrowa", "Igor Kiedrow"),
        ("pl", "Ramzanem Kiedrowem", "Ramzan Kiedrow"),
        ("pl", "Marii Kiedrowej", "Maria Kiedrowa"),
        ("cs", "Vladimira Kedrova", "Vladimir Kedrov"),
        ("sk", "Ramzanovi Kedrovovi", "Ramzan Kedrov"),
        ("hr", "Igora Kedrina", "Igor Kedrin"),
        ("sr", "Игору Кедрину", "Игор Кедрин"),
        (None, "Игоря Кедрова", "Игорь Кедров"),
        (None, "Igora Kedrova", "Igor Kedrov"),
    ],
)
def test_a_name_in_a_case_is_traced_to_its_nominative(language: str | None, name: str, nominative: str) -> None:
    assert nominative in nominatives_of(name, language, is_family_of_any)


def test_what_may_be_a_womans_name_or_of_a_man_is_looked_for_as_a_mans_too() -> None:
    assert nominatives_of("Александра Кедрова", "ru", is_family_of_any) == ("Александр Кедров",)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ru", "Сергей Кедров"),
        ("ru", "Мария Кедрова"),
        ("ru", "Никита Кедров"),
        ("ru", "Сергей Петрович Трумко"),
        ("ru", "Кедрова"),
        ("ru", "Завода Кедрова Сергея Петровича Младшего"),
        ("en", "Maria Kedrova"),
        ("kk", "Сергея Кедрова"),
        (None, "Maria Kedrova"),
        (None, "Anna Banana"),
        ("pl", "Anna Kowalska"),
    ],
)
def test_a_nominative_a_single_word_and_another_language_give_none(language: str | None, name: str) -> None:
    assert nominatives_of(name, language, is_family_of_any) == ()


def test_the_nominative_is_a_further_mention_at_the_same_place() -> None:
    text = "Суд арестовал имущество Игоря Кедрова."
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    found = mentions(finish(draft, file="a.txt", sha256="0", index=1, language="ru"))
    assert [each.name for each in found] == ["Игоря Кедрова", "Игорь Кедров"]
    assert len({(each.subject_id, each.start, each.end) for each in found}) == 1
    assert [IN_NOMINATIVE in each.reasons for each in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Санкции ввели против Игоря Кедрова и его компании, сообщает министерство.",
        "Санкції запроваджено проти Ігоря Кедрова та його компанії, повідомляє міністерство.",
        "Sankcje nałożono na Igora Kiedrowa i jego firmę, podało ministerstwo.",
    ],
)
def test_a_listed_person_is_found_in_a_story_that_names_him_in_a_case_only(tmp_path: Path, text: str) -> None:
    listed = tmp_path / "own.csv"
    listed.write_text('entry_id,schema,name\n1,Person,"KEDROV, Igor Petrovich"\n', encoding="utf-8")
    story = tmp_path / "news.txt"
    story.write_text(f"News\n\n{text}\n", encoding="utf-8")
    hits = runs.articles([story], lists=listed, out=tmp_path / "out").hits.to_pylist()
    assert [hit["entry_id"] for hit in hits] == ["1"]


def test_the_rows_say_what_they_must() -> None:
    for row in ROWS:
        assert row["case"] in {"gen", "dat", "acc", "ins", "loc", "abl", "erg", "same"}, row
        assert row["gender"] in {"m", "f"}, row
        assert row["part"] in {"given", "patronymic", "family"}, row
        assert row["endings"] == row["endings"].lower(), row
        pairs = row["endings"].split()
        assert len(set(pairs)) == len(pairs), row
        assert all((":" in pair) is (row["case"] != "same") for pair in pairs), row
    keys = [tuple(row[key] for key in ("language", "script", "case", "gender", "part")) for row in ROWS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "nominative"),
    [
        ("Ковалёву Петру Ильичу", "Ковалёв Петр Ильич"),
        ("Ковалёва Петра Ильича", "Ковалёв Петр Ильич"),
        ("Ковалёвой Анне Петровне", "Ковалёва Анна Петровна"),
        ("Кузьмичёвым Алексеем", "Кузьмичёв Алексей"),
        ("Петренком Іваном", "Петренко Іван"),
    ],
)
def test_a_name_by_itself_is_told_by_its_patronymic_or_a_given_name_that_is_none_as_it_stands(
    name: str, nominative: str
) -> None:
    assert nominative in by_itself(name)


@pytest.mark.parametrize(
    "name",
    ["Александра Иванова", "Анна Петровна Ковалёва", "Пётр Ильич Ковалёв", "Иван Петренко", "Anna Petrovna", "Иванову"],
)
def test_a_name_that_may_stand_in_the_nominative_is_left(name: str) -> None:
    assert by_itself(name) == ()
