"""Names as two lists write one party: letters known in one script only, a name said again, a dedication left out."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from screening.names.other_names import names_within
from tests.matching.one_pair import is_found


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("ООО «РТ-Комплект»", "RT-Komplekt Kft.", "Company"),
        ("АО «ВПО Точмаш»", "JSC VPO Tochmash", "Company"),
        ("АО НИИ ПС", "NII PS JSC", "Company"),
        ("3-й завод", "Завод №3", "Company"),
        ("Первая крымская страховая компания", "KRYMSKAYA PERVAYA STRAKHOVAYA KOMPANIYA", "Company"),
        ("Birinchi mexanika zavodi", "First Mechanical Plant", "Company"),
        ("VODRINBANK JCSB", "Vodrinbank", "Company"),
        ("Andrej Vochrin", "VOKHRIN, Andrei", "Person"),
        ("BAVADHIN, Mahmud", "Mahmoud Bavazin", "Person"),
        ("Arcjom Vodrin", "VODRIN, Artsiom", "Person"),
        ("KHAING, Thet Thet", "Thet Thet Khine", "Person"),
        ("26호공장", "No. 26 Factory", "Company"),
        ("주식회사 한빛반도체 (수원)", "Hanbit Semiconductor Co., Ltd.", "Company"),
        ("제26호 공장", "No. 26 Factory", "Company"),
        ("33-ти централен институт за научни изследвания на Министерство на отбраната",
         "33 Central Scientific Research Institute of the Ministry of Defence", "Organization"),
        ("ПрАТ «3одрикокс»", "PrJSC Zodrikoks", "Company"),
        ("ООО Водринский винный дом", "Vodrinskiy Wine House Limi", "Company"),
        ("北京长城精密仪器厂", "Peking Great Wall Precision Instruments Factory", "Company"),
        ("АО «НПО “Сплав”» имени А.Б. Варнова", "NPO Splav JSC", "Company"),
        ("جماعة نصرة الإسلام والمسلمين", "Jama'a Nusrat ul-Islam wa al-Muslimin", "Organization"),
        ("شبکه وودرینی", "VUDRINI NETWORK (VDN)", "Organization"),
        ("Елена Ивановна Водринова", "Elena Ivanovna VODRINOV", "Person"),
        ("Анатолий Варкевич Мечиславович", "Anatoly Mechislavovich VARKEVICH", "Person"),
        ("حسن الورديان/حسن محمد علي الورديان", "Hassan al-Wardian", "Person"),
        ("Министерство Просвещения Российской Федерации или Минпросвещения России",
         "Ministry of Education of the Russian Federation", "Organization"),
        ('ПАО "Нефтяная компания "Водринойл"/ Водринойл', "Vodrinoyl PJSC", "Company"),
    ],
)  # fmt: skip
def test_two_lists_names_of_one_party_are_a_match_and_found(left: str, right: str, schema: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert compare_names(one, other, schema=schema).relation == "same_party"
        assert is_found(one, other, schema)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Елена Ивановна Водринова", "Ivan Ivanovich Vodrinov", "Person"),
        ("Водринов Анатолий Варкевич", "Anatoly Mechislavovich VARKEVICH", "Person"),
        ("ООО «РТ-Комплект»", "RS-Komplekt Kft.", "Company"),
        ("Завод имени Варнова", "Serp Plant", "Company"),
        ("3-й завод", "5-й завод", "Company"),
        ("26호공장", "No. 76 Factory", "Company"),
        ("VUDRINI NETWORK (QPX)", "شبکه وودرینی", "Organization"),
    ],
)
def test_what_tells_two_parties_apart_still_does(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).relation != "same_party"


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Al-Itihaad Al-Islamiya/AIAI", 2),
        ("Hassan al-Wardian/Hassan Muhammad Ali al-Wardian", 2),
        ("Вторая государственная телерадиокомпания / Водринтелерадио", 2),
        ("Import/Export Vodrin Trading", 0),
        ("Vodrin Import/Export", 0),
        ("Завод «Молот» или «Серп»", 0),
    ],
)
def test_strokes_and_an_or_part_names_only_where_one_says_the_other_again(name: str, several: int) -> None:
    assert len(names_within(name)) - 1 == several
