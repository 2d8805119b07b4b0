"""Classes of words that registers write short, glued, by ear or in other letters, and near misses of each."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # institutes of all of Russia, central ones and those of the state
        ("FGUP VNII LEGKIKH SPLAVOV", "All-Russian Scientific Research Institute of Light Alloys"),
        ("ВНИИ редких металлов", "All-Russian Research Institute of Rare Metals"),
        ("ГосНИИ тугоплавких металлов", "State Research Institute of Refractory Metals"),
        ("ЦНИИчермет", "Central Research Institute of Ferrous Metallurgy"),
        ("НИИхиммаш", "Research Institute of Chemical Machinery"),
        ("УкрНИИгаз", "Ukrainian Research Institute of Gas"),
        ("Vseruski raziskovalni inštitut lahkih zlitin Vodrin", "All-Russian Research Institute lahkih zlitin Vodrin"),
        # glued words beside a word in another language
        ("O`ZBEKKIMYOMASH ZAVODI AJ", "Uzbekkhimmash Plant JSC"),
        ("Узбеккимёмаш заводи АЖ", "Uzbekkhimmash Plant JSC"),
        # the Turkmen economic society
        ('"Altyn Yol" hojalyk jemgyýeti', "Altyn Yol ES"),
        ('"Altyn Yol" HJ', "ХО Алтын Йол"),
        # numbered units of China's groups
        ("中电科第五十四研究所", "54th Research Institute of China Electronics Technology Group Corporation"),
        ("中电科第五十四研究所", "中国电子科技集团公司第五十四研究所"),
        ("中船重工第七一八研究所", "718 Research Institute of China Shipbuilding Industry Corporation"),
        ("航天科工第三研究院", "Third Academy of China Aerospace Science and Industry Corporation"),
        # Korean words of business in Latin letters
        ("HANBIT JEONGMIL JUSIKHOESA", "Hanbit Precision Co., Ltd."),
        ("Hanbit Chongmil Chusikhoesa", "Hanbit Precision Co., Ltd."),
        ("HANKUK CHONJA SANUP CHUSIK HOESA", "Hanguk Jeonja Saneop Co., Ltd."),
        # English ones in letters of India and Bangladesh
        ("श्री बालाजी इंजीनियरिंग वर्क्स", "Shri Balaji Engineering Works"),
        ("लक्ष्मी एक्सपोर्ट्स प्राइवेट लिमिटेड", "Lakshmi Exports Private Limited"),
        ("গণেশ ট্রেডার্স", "Ganesh Traders"),
        ("గణేష్ ట్రేడర్స్", "Ganesh Traders"),
        ("கணேஷ் டிரேடர்ஸ்", "Ganesh Traders"),
        # India by its letter before its form
        ("BHARATH AEROSPARES (I) P LTD", "Bharat Aero Spares India Private Limited"),
        ("VODRIN TEXTILES (I) PVT. LTD.", "Vodrin Textiles (India) Pvt Ltd"),
        # German by ear
        ("РЕЙНТЕХНИК ХАНДЕЛЬС ГМБХ", "Rheintechnik Handels GmbH"),
        ("ВАЛЬТЕР ВЕРТРИБС ГМБХ", "Walter Vertriebs GmbH"),
        # what a Serbian firm is for, and its town short behind the form
        ("PREDUZECE ZA TRGOVINU SOKOTEHNA DOO BGD", "Soko Tehna d.o.o. Beograd"),
        ("PRIVREDNO DRUŠTVO ZA TRGOVINU SOKOTEHNA DOO", "Sokotehna d.o.o."),
        ("Предузеће за трговину и услуге Сокотехна ДОО Ниш", "SOKOTEHNA DOO NI"),
    ],
)
def test_two_ways_to_write_one_firm(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ВНИИ легких сплавов", "All-Russian Research Institute of Automatics"),
        ("ВНИИ легких сплавов", "All-Russian Research Institute of Special Alloys"),
        ("All-Russian Research Institute of Light Alloys", "Ukrainian Research Institute of Light Alloys"),
        ("ЦНИИчермет", "Central Research Institute of Machinery"),
        # lubricants are another trade than oil
        ("ООО «Газпромнефть-Смазочные материалы»", "PJSC Gazprom Neft"),
        ("Vodrin Oil Lubricants LLC", "Vodrin Oil JSC"),
        ("沃德林石油润滑油有限公司", "沃德林石油有限公司"),
        ("O`ZBEKKIMYOMASH ZAVODI AJ", "Uzbekneftmash Plant JSC"),
        ("Uralmash Zavod", "Uralkhimmash Plant"),
        ("中电科第五十四研究所", "29th Research Institute of China Electronics Technology Group Corporation"),
        ("中电科第五十四研究所", "中国电子科技集团公司第二十九研究所"),
        ("中船重工第七一八研究所", "718 Research Institute of China Electronics Technology Group Corporation"),
        ("中电科第五十四研究所", "China Electronics Technology Group Corporation"),
        ("HANBIT JEONGMIL JUSIKHOESA", "Namdo Jeongmil Jusikhoesa"),
        ("HANBIT JEONGMIL JUSIKHOESA", "Hanbit Construction Co., Ltd."),
        ("लक्ष्मी इंडस्ट्रीज", "Lakshmi Textiles"),
        ("VODRIN TEXTILES (I) PVT LTD", "Vodrin Textiles Nepal Private Limited"),
        ("VODRIN TEXTILES (I) LLC", "Vodrin Textiles India LLC"),  # no form of India stands behind it
        ("ВАЛЬТЕР АНЛАГЕНБАУ ГМБХ", "Walter Handels GmbH"),
        ("PREDUZECE ZA TRGOVINU SOKOTEHNA DOO", "Preduzece za trgovinu Vodratehna DOO"),
        ("BGD TRADE DOO", "Beograd Trade d.o.o."),  # behind the form alone it is the town
    ],
)
def test_another_subject_trade_number_or_state_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UFSB ROSSII PO OMSKOY OBL.", "Directorate of the Federal Security Service of Russia for Omsk Oblast"),
        ("УМВД РОССИИ ПО ТВЕРСКОЙ ОБЛ.", "Directorate of the Ministry of Internal Affairs of Russia for Tver Oblast"),
        ("УФНС РОССИИ ПО КРАСНОЯРСКОМУ КРАЮ", "Directorate of the Federal Tax Service of Russia for Krasnoyarsk Krai"),
        ("УФССП России по Омской обл.", "Directorate of the Federal Bailiff Service of Russia for Omsk Oblast"),
        ("UMVD ROSSII PO OMSKOY OBLASTI", "УМВД России по Омской области"),
    ],
)
def test_a_directorate_in_short_is_the_one_in_full(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UFSB ROSSII PO OMSKOY OBL.", "Directorate of the Federal Security Service of Russia for Tomsk Oblast"),
        ("UFSB ROSSII PO OMSKOY OBL.", "UFNS ROSSII PO OMSKOY OBL."),
        ("УФССП РОССИИ ПО ОМСКОЙ ОБЛ.", "Directorate of the Federal Tax Service of Russia for Omsk Oblast"),
    ],
)
def test_a_directorate_of_another_service_or_region_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


def test_kr_is_kumar_and_no_other_middle_name() -> None:
    assert is_match("RAJESH KR AGRAWAL", "Rajesh Kumar AGARWAL", "Person")
    assert not is_match("RAJESH KR AGRAWAL", "Rajesh Mohan Agarwal", "Person")
