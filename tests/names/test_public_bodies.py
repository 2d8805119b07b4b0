"""Kinds of public body and of national enterprise: one in every language, and no two of them the same."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Savunma Sanayii Başkanlığı", "Presidency of Defense Industries"),
        ("Savunma Sanayii Müsteşarlığı", "Undersecretariat for Defence Industries"),
        ("中国工商银行", "Industrial and Commercial Bank of China"),
        ("سازمان صنایع دفاع ایران", "Iran Defence Industries Organization"),
        ("Эксимбанк Турции", "Türkiye İhracat İthalat Bankası"),
        ("صندوق ضمانت صادرات ایران", "Export Guarantee Fund of Iran"),
        ("朝鲜对外经济银行", "Foreign Economic Bank of North Korea"),
        ("러시아 국방부", "Министерство обороны России"),
        ("МВД Таджикистана", "Вазорати корҳои дохилии Тоҷикистон"),
        ("Türk Standardları Enstitüsü", "Turkish Standards Institution"),
        ("Δημόσια Επιχείρηση Ηλεκτρισμού Ελλάδας", "Public Power Corporation of Greece"),
        ("سازمان هواپیمایی کشوری ایران", "Civil Aviation Organization of Iran"),
        ("특허청 러시아", "Федеральная служба по интеллектуальной собственности России"),
        ("صندوق الاستثمارات العامة السعودي", "Public Investment Fund of Saudi Arabia"),
    ],
)
def test_one_body_in_two_languages(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Organization").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ministry of Defence of Azerbaijan", "Azərbaycan Müdafiə Sənayesi Nazirliyi"),
        ("Development Bank of China", "中国建设银行"),
        ("Development Bank of China", "中国农业发展银行"),
        ("Industrial and Commercial Bank of China", "中国农业银行"),
        ("财政部", "国防部"),
        ("Минфин России", "Ministry of Defence of Russia"),
        ("Export Development Bank of Iran", "بانک توسعه ایران"),
        ("Foreign Trade Bank of North Korea", "조선 대외경제은행"),
    ],
)
def test_two_bodies_of_one_state(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Organization").score < DEFAULT_THRESHOLD
