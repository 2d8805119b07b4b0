"""Words for what a ship is, before or behind its name, in the languages of the region."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yunus Emre araştırma gemisi", "YUNUS EMRE"),
        ("Poyraz Bey ikmal gemisi", "POYRAZ BEY"),
        ("научно-исследовательское судно «Полярная Чайка»", "POLYARNAYA CHAYKA"),
        ("Академик Туманов научно-исследовательское судно", "AKADEMIK TUMANOV"),
        ("патрульное судно «Беркут»", "BERKUT"),
        ("науково-дослідне судно «Каланча»", "KALANCHA"),
        ("Səbail tədqiqat gəmisi", "SABAIL"),
        ("«Ақшағала» зерттеу кемесі", "AKSHAGALA"),
        ("کشتی تحقیقاتی بهمنشیر", "BAHMANSHIR"),
        ("سفينة أبحاث الياقوت", "AL YAQOUT"),
        ("კვლევითი გემი ოდიში", "ODISHI"),
        ("ερευνητικό σκάφος Ναυκρατούσα", "NAFKRATOUSA"),
    ],
)
def test_what_a_ship_is_says_nothing_about_which(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yunus Emre araştırma gemisi", "YUNUS BEY"),
        ("Poyraz Bey ikmal gemisi", "LODOS BEY"),
        ("научно-исследовательское судно «Полярная Чайка»", "POLYARNAYA SOVA"),
        ("патрульное судно «Беркут»", "BERKUT 2"),
        ("کشتی تحقیقاتی بهمنشیر", "ARDESHIR"),
        ("Саламандра исследовательское судно", "SALAMANCA"),
    ],
)
def test_ships_of_one_kind_are_told_by_their_names(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")
