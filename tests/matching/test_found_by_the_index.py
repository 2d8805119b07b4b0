"""What the scorer meets by another country's spelling, the index finds."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import Screener


@pytest.mark.parametrize(
    ("listed", "asked", "schema"),
    [
        ("梁振英", "Leung Chun-ying", "Person"),
        ("Liang Zhenying", "Leung Chun-ying", "Person"),
        ("Kim Jong Un", "Ким Чен Ын", "Person"),
        ("Islomov Baxtiyor Anvar oʻgʻli", "Исламов Бахтиёр Анварович", "Person"),
        ("Gagik Hovhannisyan", "Оганесян Гагик", "Person"),
        ("Firuz Sharifov", "Шарифзода Фирӯз", "Person"),
        ("Liavontsyeva Katsiaryna", "Екатерина Леонтьева", "Person"),
        ("Karo Sarafyan", "Կարապետ Սարաֆյան", "Person"),
        ("Ouyang Jianguo", "Ou Yang Jian Guo", "Person"),
        ("Obukhov Plant", "Обуховский завод", "Company"),
        ("Zampetas Bros", "Αφοί Ζαμπετά", "Company"),
        ("Guizhou Fertilizer Factory", "贵州化肥厂", "Company"),
        ("Pavlodar Non-Ferrous Metals Plant", "Павлодарский комбинат цветных металлов", "Company"),
        ("Red Star Snab LLC", "ООО «Красная звезда Снаб»", "Company"),
        ("HASSANZADEH, Ali", "ZADEH, Ali Hassan", "Person"),
        ("POUR, Peyman Dehghan", "Payman Dehghanpour", "Person"),
        ("MATIULLAH", "مطيع الله", "Person"),
        ("Safar Ali Mousavi", "صفرعلی موسوی", "Person"),
        ("Issa ZAREPOUR", "عیسی زارع پور", "Person"),
        ("JON Il-chun", "전일춘", "Person"),
        ("SAID AHMED SHAHIDKHEL", "سيد أحمد شهيد خيل", "Person"),
        ("SULAIMAN JASSEM ABO GHAITH", "سليمان جاسم أبوغيث", "Person"),
        ("RUSSIAN GEOGRAPHICAL SOCIETY", "Русское географическое общество", "Company"),
        ("Zorbaev Physical Institute", "Физический институт имени Зорбаева Российской академии наук", "Company"),
        ("MALMYZH CHEMICAL PLANT", "Малмыжский химический завод", "Company"),
        ("I&S HOLDING COMPANY, S.A.", "I AND S HOLDING COMPANY, S.A.", "Company"),
        ("YU MING", "育明轮", "Vessel"),
        ("KAPITAN DANILKIN", "Capt. Danilkin", "Vessel"),
        ("AKADEMIK ALEKSANDR KARPINSKIY", "Ak. A. Karpinskiy", "Vessel"),
        ("ANSAN 1", "An San 1", "Vessel"),
    ],
)
def test_a_name_is_found_as_it_is_scored(listed: str, asked: str, schema: str) -> None:
    table = pa.table({"entry_id": ["1"], "schema": [schema], "name": [listed]})
    hits = Screener([table]).screen(pa.table({"name": [asked], "schema": [schema]}))
    assert hits.num_rows == 1
