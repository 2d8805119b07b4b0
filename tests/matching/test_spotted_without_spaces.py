"""Listed names are found in Chinese text, which has no spaces, and beside small words that are written to names."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching.spotting import Spotter

LISTED = {
    "大连海昇机械有限公司": "Organization",
    "宁波欧腾机械有限公司": "Organization",
    "中國石油(香港)有限公司": "Organization",
    "Jin Tulgar (金土尔)": "Person",
    "陈明国": "Person",
    "赵伟": "Person",
    "سليم تولغاروف": "Person",
    "بنان": "Organization",
    "로케트보급부": "Organization",
}


def found(text: str) -> list[str]:
    names, schemas = list(LISTED), list(LISTED.values())
    return [each.text for each in Spotter([pa.table({"name": names, "schema": schemas})]).find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("英国此前已制裁大连海昇机械和宁波欧腾机械。", ["大连海昇机械", "宁波欧腾机械"]),
        ("英國已制裁大連海昇機械有限公司。", ["大連海昇機械有限公司"]),
        ("中国石油（香港）有限公司被列入制裁名单。", ["中国石油（香港）有限公司"]),
        ("知情人士称，陈明国曾任新疆公安厅厅长。", ["陈明国"]),
        ("新疆公安厅厅长陈明国出席了会议。", ["陈明国"]),
        ("制裁名单上有陈明国。", ["陈明国"]),
        ("商人金土尔被捕。", ["金土尔"]),
        ("التقى الوزير بسليم تولغاروف وسليم تولغاروف في بغداد", ["سليم تولغاروف", "سليم تولغاروف"]),
        ("북한 로케트보급부가 제재를 받았다.", ["로케트보급부"]),
    ],
)
def test_listed_names_are_found_within_running_text(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "陈明国际贸易公司昨天宣布破产。",
        "中国石油表示，双方没有往来。",
        "香港有限公司很多。",
        "赵伟大的公司",
        "我和陈明国家的人",
        "سافر إلى لبنان",
        "로케트보급부대가 도착했다.",
    ],
)
def test_what_only_begins_or_ends_as_a_listed_name_is_none(text: str) -> None:
    assert found(text) == []
