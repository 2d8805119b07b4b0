"""Ships and firms told with a former name behind a bare "ex"."""

from __future__ import annotations

import pytest

from screening.reference import table
from tests.matching.one_pair import is_found, is_match

PHRASES = [row["phrase"] for row in table("words/other_names.tsv").rows if row["concept"] == "former_between"]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize("name", ["Velgor Star", "Sea Lion"])
def test_a_ship_is_found_by_both_names(phrase: str, name: str) -> None:
    told = f"VELGOR STAR {phrase.upper()}{'' if phrase.endswith('-') else ' '}SEA LION"
    assert is_match(told, name, "Vessel")
    assert is_found(told, name, "Vessel")
    assert is_found(name, told, "Vessel")


@pytest.mark.parametrize(
    ("told", "name", "schema"),
    [
        ("M/T PACIFIC HERON EX GULF DAWN", "Pacific Heron", "Vessel"),
        ("VELGOR STAR, EX SEA LION, EX RED FOX", "Red Fox", "Vessel"),
        ("LENA ex-VICTORIA", "Victoria", "Vessel"),
        ("т/х Северная Звезда бывш. Морской Лев", "Morskoy Lev", "Vessel"),
        ("VELGOR TRADING LLC EX LARENTA TRADING LLC", "Larenta Trading LLC", "Company"),
        ("ТОВ «Вельгор Девелопмент» (колишня назва ТОВ «Лісбуд-Сорн»)", "LLC Lisbud-Sorn", "Company"),
        ("Вельгор Групп ООО (бывшее наименование ООО «Ларента-Сервис»)", "OOO Larenta-Servis", "Company"),
        ("Velgör Grup A.Ş. (önceki unvanı: Larenta Servis Ltd. Şti.)", "Larenta Servis Ltd Sti", "Company"),
        ("Velgor MMC (keçmiş adı Larenta Servis MMC)", "Larenta Servis MMC", "Company"),
        ("«Вельгор» ЖЧК (мурдагы аталышы «Ларента Сервис» ЖЧК)", "Larenta Servis LLC", "Company"),
        ("შპს ველგორი (ყოფილი დასახელება შპს ლარენტა)", "Larenta LLC", "Company"),
        ("«Վելգոր» ՍՊԸ (նախկին անվանումը «Լարենտա» ՍՊԸ)", "Larenta LLC", "Company"),
        ("Βέλγκορ ΑΕ (πρώην επωνυμία Λάρεντα ΑΕ)", "Larenta SA", "Company"),
        ("«Вельгор» ХХК (хуучин нэр «Ларента» ХХК)", "Larenta LLC", "Company"),
        ("深圳威戈有限公司（更名前：深圳拉伦有限公司）", "深圳拉伦有限公司", "Company"),
        ("Velgor Co Ltd (previous name Larenta Co Ltd)", "Larenta Co Ltd", "Company"),
    ],
)
def test_a_former_name_is_a_name(told: str, name: str, schema: str) -> None:
    assert is_match(told, name, schema)
    assert is_found(told, name, schema)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("VELGOR STAR EX SEA LION", "Sea Star", "Vessel"),
        ("VELGOR STAR EX SEA LION", "Velgor Lion", "Vessel"),
        ("VELGOR STAR EX SEA LION", "Red Lion ex Sea Star", "Vessel"),
        ("EX SEA LION", "Sea", "Vessel"),
        ("VELGOR IM-EX LLC", "Im LLC", "Company"),
        ("ТОВ «Вельгор» (колишня назва ТОВ «Лісбуд-Сорн»)", "ТОВ «Лісбуд-Тарен»", "Company"),
        ("Velgor (New Larenta) LLC", "Larenta LLC", "Company"),
        ("VELGOR EX LARENTA LLC", "Larenta LLC", "Company"),  # a word of the name, for all that is told
        ("Sorn Ex Vodrin", "Vodrin", "Person"),
    ],
)
def test_words_of_two_names_are_no_name(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)
