"""Readings of a word in Latin letters, each tagged with its scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.folding import fold
from screening.names.keys import MOST_KEYS
from screening.names.tokens import tokenise
from screening.names.transliteration import name_parts, romanise, token_keys


def texts(token: str, raw: str = "") -> list[str]:
    return [key.text for key in token_keys(token, raw)]


@pytest.mark.parametrize(
    ("token", "text", "scheme"),
    [
        ("щербаков", "shcherbakov", "BGN/PCGN"),
        ("щербаков", "chtcherbakov", "French"),
        ("узстанекс", "uzstanex", "press English"),
        ("цветков", "tcvetkov", "GOST R 52535.1"),
        ("гончаренко", "honcharenko", "CMU"),
        ("згурський", "zghurskyi", "CMU"),
        ("қодиров", "qodirov", "Uzbek"),
        ("қодиров", "kadirov", "by way of Russian"),
        ("тоқаев", "toqaev", "Kazakh"),
        ("тоқаев", "tokayev", "Kazakh"),
        ("көл", "kul", "by way of Russian"),
        ("раҳмон", "rahmon", ""),
        ("петровић", "petrovic", ""),
        ("ευαγγελοσ", "evangelos", "ELOT 743"),
        ("თბილისი", "tbilisi", "Georgian"),
        ("պետրոսյան", "bedrosian", "Western"),
        ("习近平", "xijinping", "pinyin"),
        ("曾庆红", "zengqinghong", "pinyin"),
        ("김정은", "kimjongun", "DPRK"),
        ("김정은", "kimjeongeun", "Revised"),
        ("とうきょう", "tokyo", "Hepburn"),
        ("とうきょう", "toukyou", "Hepburn"),
        ("цзиньпин", "jinping", "Palladius"),
        ("hsi", "xi", "Wade-Giles"),
        ("cheung", "zhang", "surname"),
        ("الرحمن", "rahman", "Arabic"),
    ],
)
def test_a_reading_names_its_scheme(token: str, text: str, scheme: str) -> None:
    found = {key.text: key.scheme for key in token_keys(token)}
    assert scheme in found[text]


@pytest.mark.parametrize("token", ["smith", "qodirov", "mehmet", "29155", "a4"])
def test_a_latin_token_is_first_of_all_itself(token: str) -> None:
    assert token_keys(token)[0].text == token
    assert token_keys(token)[0].scheme == "as written"


def test_the_raw_token_adds_what_folding_has_lost() -> None:
    assert "mueller" in texts("muller", "Müller")
    assert "shymkent" in texts("symkent", "Şymkent")
    assert texts("Müller") == texts("muller", "Müller")


@given(st.text(min_size=1, max_size=20))
def test_no_text_raises_and_keys_are_plain(text: str) -> None:
    for token in tokenise(text):
        keys = token_keys(token.text)
        assert len(keys) <= MOST_KEYS
        assert len({key.text for key in keys}) == len(keys)
        for key in keys:
            assert key.text.isascii()
            assert key.text.isalnum()
            assert key.text == key.text.lower()
    assert isinstance(token_keys(text), tuple)
    assert isinstance(romanise(text), str)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғҳәөұүңһӣӯҷђћљњџјѓќѕ", min_size=1, max_size=14))
def test_every_cyrillic_word_has_a_reading(word: str) -> None:
    assert token_keys(fold(word)) or set(word) <= set("ъь")


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("习近平", "Xi Jinping"),
        ("김정은", "Kim Jeongeun"),
        ("Щербаков Юрий", "Shcherbakov Yuriy"),
        ("ООО «Узстанекс»", "OOO «Uzstaneks»"),
        ("Müller & Söhne", "Müller & Söhne"),
        ("Μπακογιάννης", "Bakogiannis"),
        ("თბილისი", "Tbilisi"),
        ("", ""),
    ],
)
def test_romanise_gives_readable_latin(text: str, latin: str) -> None:
    assert romanise(text) == latin


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("习近平", ("习", "近平")),
        ("欧阳修", ("欧阳", "修")),
        ("김정은", ("김", "정은")),
        ("上海云盛进出口有限公司", None),
        ("smith", None),
        ("", None),
    ],
)
def test_a_run_that_may_be_a_person_is_cut_into_surname_and_given_name(
    token: str, parts: tuple[str, str] | None
) -> None:
    assert name_parts(token) == parts
