"""Descriptions of what is for a watched good, in languages that say so before it, behind it, or by a name."""

from __future__ import annotations

import pytest

from screening.trade.descriptions import read


@pytest.mark.parametrize(
    "text",
    [
        "Grease for ball bearings",
        "tool set for fitting of ball bearings",
        "Смазка для шариковых подшипников",
        "Установка для производства интегральных схем",
        "Інструмент ручний для монтажу кулькових підшипників, набір",
        "Werkzeug für Kugellager",
        "Reinigungsmittel zur Reinigung von Kugellagern",
        "herramienta para rodamientos de bolas",
        "outil pour roulements à billes",
        "smar do łożysk kulkowych",
        "Reinigungsmittel für Leiterplatten und Kugellager",
        "ÇAP PLATALARININ VƏ PODŞİPNİKLƏRİN TƏMİZLƏNMƏSİ ÜÇÜN YUYUCU VASİTƏ",
        "مایع پاک کننده برای برد مدار چاپی و بلبرینگ",
        "LIMPIADOR PARA TARJETAS DE CIRCUITO IMPRESO Y RODAMIENTOS DE BOLAS",
        "Воситаи тозакунии платаҳои чопӣ ва подшипникҳои саққодор",
        "Kugellagerfett",
        "Leiterplattenreiniger",
        "printed circuit board cleaner",
        "очиститель печатных плат",
        "тестер транзисторов",
        "印刷电路板清洗剂",
        "인쇄회로기판 세척제",
        "grasa de rodamientos de bolas",
        "bilyalı rulman gresi",
        "منظف لوحات الدوائر المطبوعة",
        "پاک کننده برد مدار چاپی",
        "Басма платаларды жана подшипниктерди тазалоочу каражат",
        "Окуу китеби «Микросхемалар жана микроконтроллерлер»",
        "Учебник «Интегральные схемы»",
        "Textbook on integrated circuits",
        "Засіб для чищення друкованих плат та підшипників",
        "Футляри для перенесення цифрових осцилографів, з текстилю",
        "сумки для переноски цифровых осциллографов",
        "საწმენდი საშუალება ბეჭდური დაფებისა და საკისრებისათვის",
        "ჩანთები ოსცილოგრაფის გადასატანად, ქსოვილის",
        "საცხი ბურთულსაკისრებისათვის",
        "印刷电路板及轴承用清洗剂",
        "示波器收纳包 涤纶面料",
        "kenőzsír golyóscsapágyakhoz",
    ],
)
def test_what_is_for_a_good_is_not_the_good(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ball bearings for tractors",
        "ball bearings with grease",
        "ball bearings greased",
        "cajas de rodamientos de bolas",
        "Rillenkugellager 6205",
        "for ball bearings",
        "spare parts for tractors ball bearings 6205",
        "goods for export ball bearings",
        "запчасти для сельхозтехники шариковые подшипники",
        "ремкомплект для насоса: подшипники шариковые",
        "grease for ball bearings, ball bearings 6205",
        "набор для сборки станков, шариковые подшипники",
    ],
)
def test_a_good_that_stands_beside_what_something_is_for_is_told(text: str) -> None:
    assert [told.good.good for told in read(text)] == ["ball_bearings"]


def test_what_nitrocellulose_is_made_of_is_told_whatever_it_is_for() -> None:
    assert {told.good.good for told in read("хлопковая целлюлоза для нитроцеллюлозы")} >= {"linters_pulp"}


@pytest.mark.parametrize("text", ["осциллографы цифровые, для лабораторий", "示波器及探头", "ოსცილოგრაფები და ჩანთები"])
def test_a_good_for_something_or_with_something_is_told(text: str) -> None:
    assert [told.good.good for told in read(text)] == ["oscilloscopes"]
