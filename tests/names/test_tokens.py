"""Names cut into words, each knowing where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.folding import fold
from screening.names.tokens import tokenise, words

CASES = [
    ("U.S. Department of the Treasury", ["us", "department", "of", "the", "treasury"]),
    ("U.S.A.", ["usa"]),
    ("SIS d.o.o.", ["sis", "doo"]),
    ("NOY A.Ş.", ["noy", "as"]),
    ("NOY A.Ş", ["noy", "as"]),
    ("Güçlü Ltd.Şti.", ["guclu", "ltd", "sti"]),
    ("Güçlü Ltd.A.Ş.", ["guclu", "ltd", "as"]),
    ("Arta Sh.p.k.", ["arta", "shpk"]),
    ("Winsun Co.,Ltd.", ["winsun", "co", "ltd"]),
    ("Winsun Co.Ltd", ["winsun", "co", "ltd"]),
    ("O'Brien O’Brien O`Brien", ["obrien", "obrien", "obrien"]),
    ("'Quoted' ‘name’", ["quoted", "name"]),
    ("А.Б. Иванов", ["аб", "иванов"]),
    ("Almaz-Antey / Gazprom, Neft", ["almaz", "antey", "gazprom", "neft"]),
    ("A&B", ["a", "b"]),
    ("Flavors & Fragrances", ["flavors", "fragrances"]),
    ("ООО «Узстанекс»", ["ооо", "узстанекс"]),
    ('"Elite" “Group” „Haus“', ["elite", "group", "haus"]),
    ("上海云盛进出口有限公司", ["上海云盛进出口有限公司"]),
    ("上海ABC有限公司", ["上海", "abc", "有限公司"]),
    ("第7厂", ["第", "7", "厂"]),
    ("株式会社トヨタ自動車", ["株式会社トヨタ自动车"]),
    ("(주)삼성전자", ["주", "삼성전자"]),
    ("㈱トヨタ", ["株", "トヨタ"]),
    ('בע"מ בע״מ', ["בעמ", "בעמ"]),
    ("№7", ["no", "7"]),
    ("Unit 29155", ["unit", "29155"]),
    ("T-90М", ["t", "90м"]),
    ("3.5", ["3", "5"]),
    ("snake_case", ["snake", "case"]),
    ("Ti̇caret co\u00adop", ["ticaret", "coop"]),
    ("علی‌رضا", ["عليرضا"]),
    ("...", []),
    ("\u0301\u0302", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_are_cut_where_a_reader_would_cut(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [token.text for token in tokenise(text)] == expected


def test_offsets_are_those_of_the_original_text() -> None:
    text = "Noy İç Ve Diş Ti̇caret A.Ş. и Ёж"
    assert [(t.raw, t.text) for t in tokenise(text)] == [
        ("Noy", "noy"),
        ("İç", "ic"),
        ("Ve", "ve"),
        ("Diş", "dis"),
        ("Ti̇caret", "ticaret"),
        ("A.Ş", "as"),
        ("и", "и"),
        ("Ёж", "еж"),
    ]
    assert all(text[t.start : t.end] == t.raw for t in tokenise(text))


HARD = st.text(alphabet="abZİı̇́'’ʻ.\"״בםעأي上株ガｶﾞ주ОвЁ7٣№㈱ \u200b\u00ad-_&½™ﬁ")


@given(st.text() | HARD)
def test_offsets_ascend_and_point_at_the_raw_text(text: str) -> None:
    last = 0
    for token in tokenise(text):
        assert last <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.raw
        assert token.text
        assert token.text == "".join(token.text.split())
        last = token.end


@given(st.text() | HARD)
def test_words_are_the_texts_of_the_tokens(text: str) -> None:
    assert words(text) == [token.text for token in tokenise(text)]


@given(st.text() | HARD)
def test_a_token_is_folded(text: str) -> None:
    for token in tokenise(text):
        assert fold(token.text) == token.text


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_quick_path_for_plain_text_agrees(text: str) -> None:
    assert words(text) == [token.text for token in tokenise(text)]
