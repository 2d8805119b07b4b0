"""Folding: one spelling for what differs only in case, accents, width or invisible characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.folding import clean, fold
from screening.names.tokens import words

CASES = [
    ("Noy İç Ve Diş Ti̇caret", "noy ic ve dis ticaret"),
    ("İ ı I i İ ı̇ i̇ I", "i i i i i i i i"),
    ("Diş Dış DIS DİS dıs", "dis dis dis dis dis"),
    (
        "Straße Großmann Łódź Đorđević Þór Æsir Øresund Ångström",
        "strasse grossmann lodz dordevic thor aesir oresund angstrom",
    ),
    ("Əliyev Həsənov", "aliyev hasanov"),
    ("Müller ﬁnance ＡＢＣ", "muller finance abc"),
    ("G'ulom Gʻulom Gʼulom G‘ulom G’ulom G`ulom G´ulom G′ulom", " ".join(["gulom"] * 8)),
    ("О‘zbekiston", "ozbekiston"),
    ("Хawaiʻi", "hawaii"),
    ("Лукʼянов Лук'янов", "лукянов лукянов"),
    ("Ёлкин Йод ЙОД", "елкин йод йод"),
    ("Йод", "йод"),
    ("объект пьеса", "объект пьеса"),
    ("Ӣ Ӯ Ҷ Ҳ Қ Ғ Ў", "ӣ ӯ ҷ ҳ қ ғ ў"),
    ("Αθήνα ΟΔΥΣΣΕΥΣ Οδυσσεύς", "αθηνα οδυσσευσ οδυσσευσ"),
    ("علی علي على", "علي علي علي"),
    ("أحمد إحمد آحمد ٱحمد", "احمد احمد احمد احمد"),
    ("مُحَمَّد محـــمد", "محمد محمد"),
    ("فاطمة فاطمه", "فاطمه فاطمه"),
    ("علي‌رضا", "عليرضا"),
    ("כהן", "כהנ"),
    ("שָׁלוֹם", "שלומ"),
    ("ｶﾞｽﾌﾟﾛﾑ", "ガスプロム"),
    ("雲盛進出口貿易", "云盛进出口贸易"),
    ("١٢٣ ۴۵ ７८", "123 45 78"),
    ("co\u00adop ze\u200bro le\u200eft", "coop zero left"),
    ("a\u0000b\x07c", "abc"),
    ("  two \t\n words\u00a0here ", "two words here"),
    ("Elite™ Group®", "elite group"),
    ("ՍԵՎԱՆ և", "սեվան եվ"),
    ("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"),
    ("", ""),
    ("\u0301\u0301", ""),
]


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold_gives_one_spelling(text: str, folded: str) -> None:
    if text == "Хawaiʻi":
        folded = "xawaii"  # the Cyrillic Х of the mixed word is read as the letter it looks like
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("GRОUP", "group"),
        ("grоup", "group"),
        ("Мoсква", "москва"),
        ("Gаzрrоm", "gazprom"),
        ("ΑLΡΗΑ", "alpha"),
    ],
)
def test_words_of_mixed_look_alike_letters_are_written_in_the_script_of_most(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF)))
def test_folding_twice_is_folding_once_in_the_common_scripts(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcXYİıIi̇̆́'ʻ’ОоВёЁйЙσςΣ\u200b\u00ad ."))
def test_folding_twice_is_folding_once_on_hard_letters(text: str) -> None:
    assert fold(fold(text)) == fold(text)


ONE_SCRIPT = st.one_of(
    *(
        st.text(alphabet=st.one_of(st.characters(min_codepoint=low, max_codepoint=high), st.sampled_from(" '.")))
        for low, high in (
            (0x41, 0x24F),
            (0x370, 0x3FF),
            (0x400, 0x52F),
            (0x531, 0x587),
            (0x620, 0x6D3),
            (0x10A0, 0x10FF),
            (0x1100, 0x11FF),
            (0x1E00, 0x1EFF),
            (0x4E00, 0x9FFF),
            (0xAC00, 0xD7A3),
        )
    )
)
"""Texts in letters of one script, most of which fold letter by letter."""


@given(ONE_SCRIPT)
def test_an_invisible_character_changes_nothing_where_letters_fold_one_by_one(text: str) -> None:
    assert fold(text + "\u200b") == fold(text)
    assert words(text + "\u200b") == words(text)


@given(st.text())
def test_case_is_gone_and_no_invisible_character_stays(text: str) -> None:
    folded = fold(text)
    assert "\u200b" not in folded
    assert "'" not in folded


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_case_and_accents() -> None:
    assert clean("  Güçlü\u200b  Ti\u0307caret\u00a0ŞTİ ") == "Güçlü Ticaret ŞTİ"


def test_lone_surrogates_do_no_harm() -> None:
    assert fold("a\ud800b") == "ab"
    assert clean("a\ud800b") == "ab"
