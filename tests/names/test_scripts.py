"""Which script a text is in, and which words mix look-alike scripts; the tables in lists/scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.folding import fold
from screening.names.schemes import load
from screening.names.scripts import mixed_tokens, repair, script_of
from screening.reference import lists_dir, read_table


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Smith & Co", "Latin"),
        ("Müller", "Latin"),
        ("Oʻktam", "Latin"),
        ("Щербаков", "Cyrillic"),
        ("محمد", "Arabic"),
        ("习近平", "Han"),
        ("トヨタ", "Kana"),
        ("トヨタ自動車", "Kana"),
        ("ﾄﾖﾀ", "Kana"),
        ("김정은", "Hangul"),
        ("Αθήνα", "Greek"),
        ("თბილისი", "Georgian"),
        ("Երևան", "Armenian"),
        ("כהן", "Hebrew"),
        ("नरेन्द्र", "Devanagari"),
        ("กรุงเทพ", "Thai"),
        ("ABC有限公司", "Mixed"),
        ("GRОUP", "Mixed"),
        ("123", "None"),
        ("", "None"),
        ("١٢٣", "None"),
    ],
)
def test_script_of_a_text(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GS GRОUP", ["GRОUP"]),
        ("GR\u200bОUP", ["GRОUP"]),
        ("GS Group", []),
        ("ООО Group", []),
        ("ABC有限公司", []),
        ("T-90М", []),
        ("Gаzprоm и Rosneft", ["Gаzprоm"]),
        ("ΑLPHA", ["ΑLPHA"]),
    ],
)
def test_words_of_mixed_scripts_are_reported(text: str, found: list[str]) -> None:
    assert mixed_tokens(text) == found


def test_a_word_that_cannot_be_written_in_one_script_stays() -> None:
    assert repair("Жz") == "Жz"
    assert repair("GRОUP") == "GROUP"


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert script_of(text)
    assert isinstance(mixed_tokens(text), list)
    assert isinstance(repair(text), str)


TABLES = sorted((lists_dir() / "scripts").glob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_table_can_be_read_and_has_rows(path) -> None:
    table = read_table(path)
    assert table.rows
    assert table.about["what"]


@pytest.mark.parametrize("name", ["latin", "letters", "han_simplified"])
def test_a_letter_is_folded_to_what_is_folded_already(name: str) -> None:
    for row in read_table(lists_dir() / "scripts" / f"{name}.tsv").rows:
        assert fold(row["folded"]) == row["folded"]
        assert fold(row["letter"]) == row["folded"]


@pytest.mark.parametrize("script", ["cyrillic", "greek", "georgian", "armenian", "hebrew", "arabic", "kana"])
def test_every_scheme_writes_lower_case_ascii_and_has_a_label_of_its_own(script: str) -> None:
    schemes = load(script)
    assert len({scheme.label for scheme in schemes}) == len(schemes)
    for scheme in schemes:
        latin = [*scheme.plain.values(), *(rule[2] for rules in scheme.special.values() for rule in rules)]
        assert all(each == "" or (each.isascii() and each.isalpha() and each.islower()) for each in latin)
