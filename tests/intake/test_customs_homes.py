"""Which country a party is of, where no column says it: by its town beside the goods' way, by whose customs it is."""

from __future__ import annotations

import pytest

from screening.intake.customs import CustomsReader

HEAD = "出口日期,境内发货人,统一社会信用代码,境外收货人,境外收货人地址,贸易国,运抵国,商品编号,商品名称"


def read(tmp_path, *rows):
    path = tmp_path / "出口.csv"
    path.write_text("\n".join(["出口货物报关明细表" + "," * 8, HEAD, *rows]) + "\n", encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    return batch.records, {each.name: each.country for each in reader.book.parties}


@pytest.mark.parametrize(
    ("address", "traded", "bound", "country"),
    [
        ('"TOSHKENT, MIRZO ULUG\'BEK 88"', "乌兹别克斯坦", "乌兹别克斯坦", "UZ"),
        ("TOSHKENT", "俄罗斯", "乌兹别克斯坦", "UZ"),
        ("TOSHKENT", "俄罗斯", "哈萨克斯坦", None),
        ("ARTEMA STR. 120", "俄罗斯", "俄罗斯", "RU"),
        ('"TOSHKENT, MOSKVA 5"', "俄罗斯", "乌兹别克斯坦", None),
    ],
)
def test_a_buyer_of_exports_is_of_his_town_where_the_goods_are_traded_or_go_there(
    tmp_path, address, traded, bound, country
):
    row = f"2023-01-02,宁波锐峰有限公司,91330282MA1KPHWC6C,VELGOR LLC,{address},{traded},{bound},848210,轴承"
    _, parties = read(tmp_path, *[row] * 4)
    assert parties["VELGOR LLC"] == country


def test_exports_of_a_firm_whose_number_only_one_country_gives_come_from_there(tmp_path):
    row = "2023-01-02,宁波锐峰有限公司,91330282MA1KPHWC6C,VELGOR LLC,TOSHKENT,乌兹别克斯坦,乌兹别克斯坦,848210,轴承"
    records, parties = read(tmp_path, *[row] * 4)
    assert records.select("dispatch", "destination").unique().rows() == [("CN", "UZ")]
    assert parties["宁波锐峰有限公司"] == "CN"
