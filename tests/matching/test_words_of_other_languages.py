"""Firms told in French beside Arabic, in English words written by ear, in other habits of spelling."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names

SAME = [
    ("شام ستار ش.م.ل. أوف شور", "Cham Star SAL Offshore"),
    ("الشركة الجزائرية للكهرباء والغاز", "Société Algérienne de l'Electricité et du Gaz"),
    ("الشركة التونسية للملاحة", "Compagnie Tunisienne de Navigation"),
    ("المكتب الوطني للكهرباء والماء الصالح للشرب", "Office National de l'Electricité et de l'Eau Potable"),
    ("البنك المغربي للتجارة الخارجية", "Banque Marocaine du Commerce Extérieur"),
    ("الشركة الموريتانية للكهرباء", "Société Mauritanienne d'Electricité"),
    ("شركة الشرق للتجارة ش.م.م", "Ech-Charq Trading SARL"),
    ("شركة شمس أوف شور ش.م.ل", "Chams Offshore SAL"),
    ("شركة عاشور وأبناؤه", "Achour et Fils"),
    ("شركة الوادي للفلاحة", "Société El Oued Agricole"),
    ("شركة وهران للإسمنت", "Société des Ciments d'Oran"),
    ("مطاحن قسنطينة", "Minoteries de Constantine"),
    ("الشركة السورية لنقل النفط", "Syrian Company for Oil Transport"),
    ("الشركة العامة لنقل الغاز", "General Company for Gas Transport"),
    ("شركة ليبيا لنقل النفط", "Libya Oil Transport Company"),
    ("中国石油化工集团有限公司", "China Petrochemical Corporation (Sinopec Group)"),
    ("შპს „ბლექ სი ლოჯისტიკს“", "Black Sea Logistics LLC"),
    ("ООО «Блэк Си Шиппинг»", "Black Sea Shipping LLC"),
    ("شركة جولدن لايون للتجارة", "Golden Lion Trading Company"),
    ("«Սքայ Լայն Տրեյդ» ՍՊԸ", "Sky Line Trade LLC"),
    ("ТОО «Блю Вейв Логистикс»", "Blue Wave Logistics LLP"),
    ('"Şəfəq İnşaat" MMC', "Shafag Inshaat LLC"),
    ('"Çıraq Enerji" MMC', "Chirag Energy LLC"),
    ('"Buyuk Ipak Yo‘li Logistika" MChJ', "Buyuk Ipak Yuli Logistics LLC"),
    ('"Mo\'min Savdo" MChJ', "Mumin Savdo LLC"),
    ("LAODICEA", "لاوديسيا"),
    ("AO Ûžmorgeologiâ", "Yuzhmorgeologiya JSC"),
    ('ФГ "Колос"', "Farm Enterprise Kolos"),
    ("Nur fermer xo'jaligi", "Nur Farm"),
    ("Нур шаруа қожалығы", "Nur Peasant Farm"),
    ("КФХ Колос", "Kolos Farming Enterprise"),
    ("«Талас Суу Электр Станциялары» ААК", "Talas Hydropower Plants OJSC"),
    ("«Ош электр тармагы» ААК", "Osh Electric Networks OJSC"),
    ("«Жалал-Абад көмүр кен» ЖЧК", "Jalal-Abad Coal LLC"),
    ("ҶДММ «Хуҷанд сару либос»", "Khujand Garments LLC"),
    ("ҶСК «Нерӯгоҳи обии барқӣ Панҷ»", "Panj Hydropower Station JSC"),
    ("Αφοί Ζερβοπούλου Ο.Ε.", "Zervopoulos Bros G.P."),
    ("Υιοί Ζαμπετά Α.Ε.", "Zampetas Sons S.A."),
    ("شرکت مهرانی و پسران", "Mehrani and Sons Co."),
    ("Tanyeri ve Biraderleri A.Ş.", "Tanyeri Bros A.S."),
    ("Bratsk Hydro Power Stations", "Братские ГЭС"),
    ("شركة الكوثر للعبور والنقل", "Société El Kawthar de Transit et Transport"),
    ("شركة العبور للتجارة", "El Obour Trading"),
    ("شركة النخيل للقطر والإنقاذ البحري", "Nakheel Towage and Salvage Co."),
    ("شركة النخيل للحاويات", "Nakheel Containers Co"),
]
DIFFERENT = [
    ("LUCIA", "لوكا"),
    ("LAODICEA", "لاوديكا"),
    ("شام ستار ش.م.ل. أوف شور", "Sham Sky SAL Offshore"),
    ("الشركة التونسية للكهرباء والغاز", "Société Algérienne de l'Electricité et du Gaz"),
    ("الشركة التونسية للملاحة", "Société Tunisienne de Banque"),
    ("Banque Nationale d'Algérie", "Banque Extérieure d'Algérie"),
    ("Société Nationale de l'Eau", "Société Nationale de l'Electricité"),
    ("الشام القابضة", "Chams Holding"),
    ("شركة بوشناق", "Boucharab SARL"),
    ("شركة النور ش.م.ل. أوفشور", "Al Nasr SAL (Offshore)"),
    ("شركة وهران للإسمنت", "Société des Ciments de Sétif"),
    ("الشركة السورية لنقل النفط", "Syrian Oil Company"),
    ("الشركة السورية لنقل النفط", "Syrian Company for Gas Transport"),
    ("中国石油化工集团有限公司", "China Petrochemical Corporation (Winsun Group)"),
    ("Saudi Arabian Oil Company (Saudi Aramco)", "Aramco Winsun Trading Company"),
    ("შპს „ბლექ სი ლოჯისტიკს“", "Red Sea Logistics LLC"),
    ("შპს „ბლექ სი ლოჯისტიკს“", "Black Star Logistics LLC"),
    ("ООО «Блэк Си Шиппинг»", "Blue Sea Shipping LLC"),
    ("شركة جولدن لايون للتجارة", "Golden Line Trading Company"),
    ("ТОО «Блю Вейв Логистикс»", "Blue Way Logistics LLP"),
    ("Ван Цзяньпин", "WANG Jianbin"),
    ('"Şəfəq" MMC', "Sefik LLC"),
    ("Safaq Trade", "Shafiq Trade"),
    ('"Yo\'lchi Trans" MChJ', "Yalchin Trans LLC"),
    ("Orol Trade", "Urul Trade"),
    ("John O'Brien Trading", "John Ubrin Trading"),
    ("AO Ûžmorgeologiâ", "Sevmorgeologiya JSC"),
    ('ФГ "Колос"', "Farm Enterprise Volos"),
    ("Nur fermer xo'jaligi", "Nur Steel"),
    ('ФГ "Нива"', "Niva Winsun Farm"),
    ("شركة النخيل للحاويات", "Nakheel Silos Co"),
    ("Αφοί Ζερβοπούλου Ο.Ε.", "Zervakis Bros G.P."),
    ("«Талас Суу Электр Станциялары» ААК", "Naryn Hydropower Plants OJSC"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_firm_in_two_languages_is_one_party(left: str, right: str) -> None:
    found = compare_names(left, right)
    assert found.relation == "same_party", found.explanation
    assert found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_a_firm_of_another_country_trade_or_word_is_another(left: str, right: str) -> None:
    found = compare_names(left, right)
    assert found.relation != "same_party", found.explanation
