"""Institutes with and without the academy they are of."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("中国科学院长春光学精密机械与物理研究所", "Changchun Institute of Optics, Fine Mechanics and Physics"),
        ("中国科学院大连化学物理研究所", "Dalian Institute of Chemical Physics"),
        ("中国科学院沈阳自动化研究所", "Shenyang Institute of Automation"),
        ("中国农业科学院兰州兽医研究所", "Lanzhou Veterinary Research Institute"),
        ("Ереванский физический институт НАН РА", "Yerevan Physics Institute"),
        ("საქართველოს მეცნიერებათა აკადემიის თბილისის ფიზიკის ინსტიტუტი", "Tbilisi Institute of Physics"),
    ],
)
def test_an_institute_with_its_town_is_known_without_its_academy(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")
    assert is_found(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("中国科学院上海技术物理研究所", "Shanghai Institute of Applied Physics"),
        ("中国科学院沈阳自动化研究所", "Shenyang Institute of Metals"),
        ("中国科学院沈阳自动化研究所", "Institute of Automation"),
        ("中国科学院物理研究所", "Institute of Physics"),
        ("中国科学院化学研究所", "Nanjing Institute of Chemistry"),
        ("Институт физики НАН Беларуси", "Institute of Physics"),
    ],
)
def test_another_field_or_town_or_none_is_not(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")
