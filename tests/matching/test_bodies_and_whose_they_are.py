"""Bodies under a ministry, institutes of academies, and two bodies whose fields share a word."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "State Customs Service under the Ministry of Finance of the Kyrgyz Republic",
            "Кыргыз Республикасынын Финансы министрлигине караштуу Мамлекеттик бажы кызматы",
        ),
        (
            "Border Service under the Ministry of Defence of Kyrgyzstan",
            "Кыргызстандын Коргоо министрлигине караштуу Чек ара кызматы",
        ),
        (
            "Департамент при Министерстве обороны Казахстана",
            "Қазақстан Қорғаныс министрлігіне қарасты департамент",
        ),
        (
            "中国科学院长春光学精密机械与物理研究所",
            "Changchun Institute of Optics, Fine Mechanics and Physics, CAS",
        ),
        ("中国科学院自动化研究所", "CAS Institute of Automation"),
        ("한국전기연구원", "Korea Electrotechnology Research Institute"),
        ("한국화학연구원", "KOREA RESEARCH INSTITUTE OF CHEMICA"),
        ("سازمان انرژی‌های نو ایران", "Renewable Energy Organization of Iran (SUNA)"),
        ("سازمان انرژی اتمی ایران", "Atomic Energy Organization of Iran (AEOI)"),
        ("Комитет атомной энергии", "Atomic Energy Committee"),
    ],
)
def test_one_body(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "State Tax Service under the Ministry of Finance of the Kyrgyz Republic",
            "Кыргыз Республикасынын Финансы министрлигине караштуу Мамлекеттик бажы кызматы",
        ),
        (
            "Border Service under the Ministry of Finance of Kyrgyzstan",
            "Кыргызстандын Коргоо министрлигине караштуу Чек ара кызматы",
        ),
        ("中国科学院物理研究所", "Institute of Chemistry CAS"),
        ("Институт физики РАН", "Institute of Physics, CAS"),
        ("한국전기연구원", "Korea Electronics Technology Institute"),
        ("سازمان انرژی اتمی ایران", "Renewable Energy Organization of Iran (SUNA)"),
        ("Организация по атомной энергии Ирана", "Renewable Energy Organization of Iran"),
        ("Комитет атомной энергии", "Renewable Energy Committee"),
        ("Defence Industries Organization", "Aerospace Industries Organization"),
    ],
)
def test_two_bodies(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


def test_letters_of_an_academy_are_a_name_in_a_firms() -> None:
    assert is_match("Cas Medical LLC", "CAS Medical Systems", "Company")
