"""Names that a word for a firm begins or ends, in scripts without capitals and languages that use few."""

from __future__ import annotations

import pytest

from screening.intake.candidates import rule_spans


def _named(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.schema) for span in rule_spans(text, 0, language)]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("بانک مهرگستر، که در فهرست است، پاسخی نداد.", "بانک مهرگستر", "fa"),
        ("شرکت سیم و کابل نگین‌دشت محصولات خود را می‌فروشد.", "شرکت سیم و کابل نگین‌دشت", "fa"),
        ("أعلنت شركة الواحة للتجارة في بيان لها.", "شركة الواحة للتجارة", "ar"),
        ("Yirik korxonalardan biri – Zarbdor kimyo zavodi – ro'yxatda.", "Zarbdor kimyo zavodi", "uz"),
    ],
)
def test_a_firm_is_found_around_the_word_that_says_so(text: str, name: str, language: str) -> None:
    assert (name, "Company") in _named(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("این شرکت را که در تهران است می‌شناسیم.", "fa"),  # "this firm, which …"
        ("هذه الشركة التي تقع في دبي.", "ar"),
        ("Ular zavod haqida gapirdi.", "uz"),
    ],
)
def test_a_word_for_a_firm_alone_names_none(text: str, language: str) -> None:
    assert not _named(text, language)


def test_where_a_story_was_written_does_not_make_a_name_of_its_first_word() -> None:
    assert not _named("SINGAPORE – Freight rates for small carriers rose.", "en")


def test_a_single_german_noun_is_no_name_but_two_words_are() -> None:
    named = [name for name, _ in _named("Im Seminar saß der Händler Rheintaler Optik neben der Kundschaft.", "de")]
    assert "Seminar" not in named
    assert "Kundschaft" not in named
    assert any("Rheintaler Optik" in name for name in named)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت حركة حماس أمس أنها لن تشارك.", ["حماس"]),
        ("تبنى تنظيم الدولة الإسلامية مسؤوليته عن الهجوم.", ["تنظيم الدولة الإسلامية"]),
        ("يتابع حزب الله الموقف.", ["حزب الله"]),
        ("أعلنت حركة الواحة الخضراء أمس.", ["حركة الواحة الخضراء"]),
        ("أعلن بنك سبه الدولي أمس.", ["بنك سبه الدولي"]),
    ],
)
def test_a_known_movement_ends_where_its_name_does_and_a_bank_goes_on(text: str, names: list[str]) -> None:
    found = [name for name, _ in _named(text, "ar")]
    assert [name for name in found if any(name.startswith(each[:4]) for each in names)] == names
