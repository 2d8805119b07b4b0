"""Words of business of more languages answer their English ones; another name or another trade beside them does not."""

from __future__ import annotations

import pytest

from screening import compare_names

SAME = [
    ("Vandermoor Scheepvaartmaatschappij B.V.", "Vandermoor Shipping B.V."),
    ("Vandermoor Groenten en Fruit B.V.", "Vandermoor Fruit and Vegetables B.V."),
    ("Nordfjella Sjømat AS", "Nordfjella Seafood AS"),
    ("Zorvanvik Lakseoppdrett AS", "Zorvanvik Fish Farming AS"),
    ("Zorvansund Skibsværft A/S", "Zorvansund Shipyard A/S"),
    ("Zorvansjö Sågverk AB", "Zorvansjö Sawmill AB"),
    ("Zorvanpää Laivanrakennus Oy", "Zorvanpää Shipbuilding Oy"),
    ("Zorvanaru Puidutööstus OÜ", "Zorvanaru Wood Industry OÜ"),
    ("Zorvanu Kuģniecības SIA", "Zorvanu Shipping SIA"),
    ("Zorvanių Laivininkystė UAB", "Zorvanių Shipping UAB"),
    ("Zorvanháza Acélszerkezet Kft.", "Zorvanháza Steel Ltd"),
    ("PT Zorvanindo Pelayaran Nasional", "PT Zorvanindo National Shipping"),
    ("Công ty Zorvan Xuất Nhập Khẩu", "Zorvan Import Export Company"),
    ("Zorvani Usafirishaji Ltd", "Zorvani Transport Ltd"),
    ("Zorvanpur Vidyut Udyog Ltd", "Zorvanpur Electric Industry Ltd"),
    ("Sherkat-e Sanaye-e Shimiyayi-e Arvandkenar", "Arvandkenar Chemical Industries Company"),
    ("Zorvanska Sudnoplavna LLC", "Zorvanska Shipping LLC"),
    ("Jadranska Brodska Skupina Zorvaluka d.o.o.", "Zorvaluka Adriatic Shipping Group LLC"),
    ("TOV Karpatska Lisova Kompaniia", "Carpathian Forest Company LLC"),
    ("Зорванско бродарство д.о.о.", "Zorvansko Shipping d.o.o."),
    ("Zorvanské pekárne a.s.", "Zorvanské Bakeries a.s."),
    ("Zorvanka Lesna industrija d.d.", "Zorvanka Wood Industry d.d."),
    ("Zorvani Ndërtim Sh.p.k.", "Zorvani Construction Sh.p.k."),
    ("Зорванска млекара ДООЕЛ", "Zorvanska Dairy DOOEL"),
    ("Zorvanské mlékárny a.s.", "Zorvanské Dairies a.s."),
    ("Sharikat Zorvan lil-Muqawalat", "Zorvan Construction Company"),
    ("Banca Popolare di Zorvano Soc. Coop. per Azioni", "Banca Pop. di Zorvano S.C.p.A."),
]
DIFFERENT = [
    ("Banca Popolare di Zorvano S.C.p.A.", "Banca Popolare di Malvano Soc. Coop. per Azioni"),
    ("Jadranska banka d.d.", "Adriatic Shipping d.d."),
    ("Nordfjella Sjømat AS", "Nordfjella Sagbruk AS"),
    ("Zorvansund Skibsværft A/S", "Kelvansund Shipyard A/S"),
    ("PT Zorvanindo Pelayaran Nasional", "PT Kelvanindo National Shipping"),
    ("Zorvani Usafirishaji Ltd", "Malkani Transport Ltd"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_word_of_business_answers_its_english_one(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party"
    assert found.score >= 0.9
    assert compare_names(right, left, schema="Company").score == found.score


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_another_name_or_trade_beside_them_is_another_firm(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation != "same_party"
