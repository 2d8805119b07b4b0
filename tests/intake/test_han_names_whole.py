"""Names in Chinese text are whole: known bodies wherever they stand, firms from beginning to end, persons."""

from __future__ import annotations

import pytest

from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.story import Draft, finish


def found(text: str) -> list[str]:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language="zh")
    return [each.name for each in mentions(story)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("美国制裁华为和海康威视、中芯国际。", ["华为", "海康威视", "中芯国际"]),
        ("新疆生产建設兵團也在名单之列。", ["新疆生产建設兵團"]),
        ("俄罗斯联邦储蓄银行和俄罗斯外贸银行受影响。", ["俄罗斯联邦储蓄银行", "俄罗斯外贸银行"]),
        ("伊朗伊斯兰共和国航运公司未回应。", ["伊朗伊斯兰共和国航运公司"]),
    ],
)
def test_a_known_body_is_found_wherever_its_name_stands(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", ["他认为中华为首的队伍很强。", "中国银行业受影响。", "行人工行走。", "他分两步进行。"])
def test_what_only_reads_as_a_body_s_name_within_other_words_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("泽为技术有限公司未回应。", ["泽为技术有限公司"]),
        ("列入名单的为海昇技术有限公司。", ["海昇技术有限公司"]),
        ("重庆宗腾航空发动机制造有限公司未回应。", ["重庆宗腾航空发动机制造有限公司"]),
        ("蓝海航空和绿洲石油公司未回应。", ["蓝海航空", "绿洲石油公司"]),
        ("塔里木伊斯兰共和国航运公司未回应。", ["塔里木伊斯兰共和国航运公司"]),
    ],
)
def test_a_firm_s_name_is_neither_cut_within_a_word_nor_down_to_its_trade(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陈明国、朱海山与王明远被制裁。", ["陈明国", "朱海山", "王明远"]),
        ("李全国、朱海山与王明远被制裁。", ["李全国", "朱海山", "王明远"]),
        ("总统普京访问北京。", ["普京"]),
        ("总裁谢钦会面。", ["谢钦"]),
        ("总统大选即将举行。", []),
        ("马铃薯、金融业、黄金价均上涨。", []),
    ],
)
def test_persons_in_a_list_and_foreign_ones_of_one_word_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names
