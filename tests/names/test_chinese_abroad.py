"""Chinese persons as Hungarian, Czech, Polish, Serbian, Croatian and Bulgarian papers write them."""

from __future__ import annotations

import pytest

from screening.names.chinese_abroad import SYSTEMS, in_pinyin
from screening.names.pinyin import syllables
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Čou Süe-feng", "周雪峰"),
        ("Csen Kuo-csiang", "陈国强"),
        ("Џао Лиђуен", "赵丽娟"),
        ("Уан Дзиенмин", "王建民"),
        ("Čchen Kuo-čchiang", "Chen Guoqiang"),
        ("Ťiang Wej-tung", "江卫东"),
        ("Hszü Csung-hszia", "徐重霞"),
        ("Vang Ji", "王毅"),
        ("Csang Hszin-ji", "张欣怡"),
        ("Џоу Сјаоминг", "周晓明"),
        ("Džou Sjaoming", "周晓明"),
        ("Дън Сяолин", "邓小林"),
        ("Джан Уейдун", "张卫东"),
        ("Czou Siao-ming", "周晓明"),
        ("Liou Čchiang", "Liu Qiang"),
    ],
)
def test_a_person_is_one_as_another_country_hears_the_name(written: str, name: str) -> None:
    """The names are invented."""
    assert is_match(written, name, "Person")


@pytest.mark.parametrize(("written", "name"), [("Čou Süe-feng", "周雪峰"), ("Уан Дзиенмин", "Wang Jianmin")])
def test_and_is_found_on_a_list(written: str, name: str) -> None:
    assert is_found(written, name, "Person")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Čou Süe-feng", "周雪花"),
        ("Čou Süe-feng", "张雪峰"),
        ("Csen Kuo-csiang", "陈国清"),
        ("Csen Kuo-csiang", "Zheng Guoqiang"),
        ("Џао Лиђуен", "赵丽华"),
        ("Уан Дзиенмин", "王建华"),
        ("Ťiang Wej-tung", "张卫东"),
        ("Čchen Kuo-čchiang", "Zhen Guojiang"),
    ],
)
def test_another_syllable_is_another_person(written: str, name: str) -> None:
    """Czech writes qiang with two letters more than jiang, and Hungarian chen as zhen."""
    assert not is_match(written, name, "Person")


@pytest.mark.parametrize(
    "name",
    [
        "Li Na",
        "Si Min",
        "Ван Ли",
        "Цой Виктор",
        "Ли Сон Чоль",
        "Jan Novak",
        "Lou Reed",
        "Kim Jong Un",
        "Han Sung-min",
        "Čech Jan",
    ],
)
def test_names_of_others_and_plain_pinyin_are_left(name: str) -> None:
    assert in_pinyin(name) == ()


def test_where_a_country_writes_two_syllables_alike_both_are_read() -> None:
    assert in_pinyin("Уан Дзиенмин") == ("wang jianmin", "wang jianming")


def test_the_table_has_syllables_of_mandarin_alone_each_in_every_system() -> None:
    rows = table("scripts/chinese_abroad.tsv").rows
    assert {row["pinyin"] for row in rows} <= syllables()
    assert all(row[system] for row in rows for systems in SYSTEMS.values() for system in systems)
