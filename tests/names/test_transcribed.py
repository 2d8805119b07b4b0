"""Foreign names as Chinese, Korean and Japanese transcribe them by sound."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import compare_names
from screening.matching import Screener
from screening.names import chinese, transcribed
from screening.names.word import word
from screening.reference import table

ROWS = table("scripts/transcription.tsv").rows
SYLLABLES = st.text(
    alphabet="弗拉基米尔普京谢盖绍伊古푸틴블라디미르가즈프롬プーチンウラジミルスッ", min_size=1, max_size=12
)


def fits(written: str, latin: str) -> bool:
    other = word(latin)
    return transcribed.fits(written, other.latin, other.sounds)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("弗拉基米尔", "vladimir"),
        ("普京", "putin"),
        ("绍伊古", "shoigu"),
        ("梅德韦杰夫", "medvedev"),
        ("亚历山大", "aleksandr"),
        ("艾哈迈特", "ahmet"),
        ("马尔格韦拉什维利", "margvelashvili"),
        ("블라디미르", "vladimir"),
        ("라브로프", "lavrov"),
        ("에르도안", "erdogan"),
        ("알아사드", "assad"),
        ("ウラジーミル", "vladimir"),
        ("エリツィン", "yeltsin"),
        ("ゼレンスキー", "zelensky"),
    ],
)
def test_a_name_fits_its_transcription(written: str, latin: str) -> None:
    assert fits(written, latin)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("伊万诺夫", "ivanenko"),
        ("卡德罗夫", "karimov"),
        ("谢尔盖", "sergeev"),
        ("라브로프", "lavrin"),
        ("ペトロフ", "pavlov"),
        ("普京", "pushkin"),
        ("华为", "vavi"),
    ],
)
def test_another_name_does_not(written: str, latin: str) -> None:
    assert not fits(written, latin)


def test_words_with_a_character_that_transcription_does_not_use_are_none() -> None:
    assert not transcribed.is_transcription("华为")
    assert transcribed.is_transcription("弗拉基米尔")


@given(SYLLABLES)
def test_no_run_of_syllables_makes_it_raise_and_keys_are_of_what_fits(text: str) -> None:
    assert all(len(each) >= 2 for each in transcribed.keys(text))
    assert transcribed.is_transcription(text) or not transcribed.keys(text)


@pytest.mark.parametrize("syllable", ["이", "阿", "ウ"])
def test_words_so_long_that_trying_every_sound_would_take_long_are_none(syllable: str) -> None:
    assert transcribed.is_transcription(syllable * 12)
    assert not transcribed.is_transcription(syllable * 13)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("弗拉基米尔", "vladimir"),
        ("블라디미르", "vladimir"),
        ("ガスプロム", "gazprom"),
        ("泽连斯基", "zelensky"),
        ("알아사드", "assad"),
        ("알아사드", "alassad"),
        ("佩泽希齐扬", "pezeshkian"),
        ("ウラジオストク", "vladivostok"),
    ],
)
def test_a_word_and_its_transcription_share_a_key(written: str, latin: str) -> None:
    assert transcribed.key(next(iter(word(latin).usual_sounds))) in transcribed.keys(written)


def test_every_character_in_use_has_a_syllable_of_the_tables() -> None:
    used = "".join(row["letters"] for row in ROWS if row["place"] == "used")
    assert len(used) == len(set(used))
    assert all(transcribed.is_transcription(char * 2) for char in used)
    assert all(len(chinese.pinyin(char)) == 1 for char in used)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("谢尔盖·绍伊古", "Сергей Шойгу", "Person"),
        ("드미트리 메드베데프", "Dmitry Medvedev", "Person"),
        ("ドミトリー・メドベージェフ", "Дмитрий Медведев", "Person"),
        ("사르마트 무역", "Sarmat Trading", "Company"),
        ("谢韦尔贸易有限公司", "Sever Trading Ltd", "Company"),
        ("サルマト貿易", "Sarmat Trading", "Company"),
        ("穆罕默德·本·萨勒曼", "Mohammed bin Salman", "Person"),
        ("바샤르 알아사드", "Bashar al-Assad", "Person"),
    ],
)
def test_transcribed_names_are_found_and_compared_the_same_way_round(left: str, right: str, schema: str) -> None:
    compared = compare_names(left, right, schema=schema)
    assert compared.relation == "same_party"
    assert compare_names(right, left, schema=schema).score == compared.score
    assert "transcribed by sound" in compared.explanation
    for query, listed in ((left, right), (right, left)):
        screener = Screener([pa.table({"entry_id": ["1"], "schema": [schema], "name": [listed]})])
        found = screener.screen(pa.table({"name": [query], "schema": [schema]})).to_pylist()
        assert [row["score"] for row in found] == [compared.score]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ドミトリー・メドベージェフ", "Dmitry Patrushev"),
        ("安娜·伊万诺娃", "Anna Petrova"),
        ("李娜", "Lina Ivanova"),
        ("张文英", "Zhang Wenlin"),
        ("ユーリー・セルゲービッチ・バラノフ", "Баранов Юрий Сидорович"),
    ],
)
def test_other_names_are_not(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation is None


def test_a_name_is_found_by_its_transcription_among_namesakes_of_korean_families() -> None:
    listed = ["Vyacheslav Tikhomirov", "Kim Vyacheslav", "Khalid Lee", "Khalid al-Najjar"]
    table = pa.table({"entry_id": list("1234"), "schema": ["Person"] * 4, "name": listed})
    asked = pa.table({"name": ["维亚切斯拉夫·季霍米罗夫", "ハリド・アル・ナジャール"], "schema": ["Person"] * 2})
    found = Screener([table]).screen(asked).to_pylist()
    assert [row["matched_name"] for row in found] == ["Vyacheslav Tikhomirov", "Khalid al-Najjar"]


@pytest.mark.parametrize("name", ["문재인 대통령", "황보석준", "김정은"])
def test_korean_names_stay_family_name_and_given_name(name: str) -> None:
    latin = {"문재인 대통령": "Moon Jae-in", "황보석준": "Hwangbo Seok-jun", "김정은": "Kim Jong Un"}[name]
    found = compare_names(name, latin, schema="Person")
    assert found.relation == "same_party"
    assert "transcribed" not in found.explanation
