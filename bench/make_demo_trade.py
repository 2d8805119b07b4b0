"""Make the invented customs tables of the demo: ``python -m bench.make_demo_trade``. Same seed, same tables.

Every firm in them is invented; no real firm is shown doing what nobody reported. What is planted is named below.
"""

# ruff: noqa: E501 - one row a line
from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "lists/demo/trade"
SEED = 20221122
NITRO = "3912201100"

RUSSIAN = [
    "ND (Номер декларации)", "G072 (Дата регистрации)", "G011 (Направление перемещения)", "G022 (Наименование отправителя)",
    "G0231 (Код страны отправителя)", "G082 (Наименование получателя)", "G083 (Адрес получателя)",
    "G15A (Код страны отправления)", "G34 (Код страны происхождения)", "G17A (Код страны назначения)",
    "G31_1 (Наименование и характеристики товаров)", "G33 (Код товара по ТН ВЭД)", "G35 (Вес брутто, кг)",
    "G38 (Вес нетто, кг)", "G2021 (Пункт поставки товара)", "G46 (Статистическая стоимость, USD.)",
]  # fmt: skip
TURKISH = [
    "REGISTRATION_NO", "REGISTRATION_DATE", "IMPORTER_NAME", "SUPPLIER_NAME", "HS_CODE", "PRODUCT_DESCRIPTION",
    "ORIGIN_COUNTRY_CODE", "DISPATCH_COUNTRY_CODE", "NET_WEIGHT_KG", "STATISTICAL_VALUE_USD", "ITEM_REGIME_NAME",
]  # fmt: skip
LADING = [
    "Bill of Lading Number", "Arrival Date", "Consignee", "Consignee Full Address", "Consignee Country",
    "Consignee Incorporation Year", "Shipper", "Shipper Full Address", "Shipper Country", "HS Code", "Goods Shipped",
    "Weight (kg)", "Value of Goods (USD)", "Country of Destination",
]  # fmt: skip

SELLER = "ÖRNEK KİMYA DIŞ TİCARET LİMİTED ŞİRKETİ"  # planted: nearly half of the nitrocellulose of the Russian table
MAKER = "Specimen Cellulose Works GmbH"
PAINTS = [(f"ООО «Образцовые Краски {n}»", f"г. Самара, ул. Примерная, д. {n + 7}") for n in range(1, 6)]
FORWARDER = (
    "ООО «Примерная Логистика»",
    "г. Москва, Образцовый пр-кт, д. 12",
)  # planted: a forwarder as consignee
SPINNER = ("ООО «Вымышленная Пряжа»", "г. Иваново, ул. Условная, д. 3")  # planted: chips for a spinning mill
NEWCOMER = ("ОсОО «Үлгү Соода»", "Бишкек, Үлгү көчөсү 5", "2023")  # planted: founded 2023, chips
SHIPPER = ("样本电子贸易有限公司", "深圳市样本路88号")


def _months(first: date, count: int) -> list[date]:
    """The twentieth of each month: whichever way it is written, no month."""
    months = [first.year * 12 + first.month - 1 + n for n in range(count)]
    return [date(month // 12, month % 12 + 1, 20) for month in months]


def _comma(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


class _Russian:
    """Rows of a table of Russian declarations."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.rows: list[list[str]] = []

    def add(
        self, day: date, sender: str, country: str, to: tuple[str, str], code: str, what: str, kg: float, price: float,
        place: str = "", origin: str = "",
    ) -> None:  # fmt: skip
        number = f"10000000/{day:%d%m%y}/{len(self.rows) + 1:07d}"
        money = kg * price * self.rng.uniform(0.95, 1.05)
        self.rows.append(
            [number, f"{day:%d.%m.%Y}", "ИМ", sender, country, to[0], to[1], country, origin or country, "RU", what,
             code, _comma(kg * 1.03), _comma(kg), place or "МОСКВА", _comma(money)]
        )  # fmt: skip


def russian(rng: random.Random) -> tuple[list[list[str]], list[tuple[date, float]]]:
    """Imports of Russia, 2021 to 2023; and the lots of the planted seller, which it bought elsewhere before."""
    table = _Russian(rng)
    lots = []
    lacquer = "Нитроцеллюлоза (коллоксилин), азот 11,8-12,2%"
    for month in _months(date(2021, 1, 1), 36):
        table.add(month, "Namuna Paxta MChJ", "UZ", SPINNER, "5205110000", "Пряжа хлопчатобумажная", 5000, 2.6)
        sender, country = (MAKER, "DE") if month < date(2022, 2, 24) else ("样本化工有限公司", "CN")
        for firm in PAINTS:
            pigment = "Пигменты на основе диоксида титана"
            table.add(month, "Örnek Pigment A.Ş.", "TR", firm, "3206110000", pigment, 2000, 3.1)
            table.add(month, sender, country, firm, NITRO, lacquer, 1200, 4.1)
        if month >= date(2022, 5, 1):
            kg = round(rng.uniform(2400, 2900))
            lots.append((month, kg))
            table.add(month, SELLER, "TR", FORWARDER, NITRO, "Нитроцеллюлоза, азот 12,9%", kg, 9.5, origin="DE")
    table.add(
        date(2023, 4, 18),
        "样本电子贸易有限公司",
        "CN",
        SPINNER,
        "8542319090",
        "Микросхемы интегральные",
        12,
        800,
    )
    for n in range(8):  # planted: the last of them pays ten times what the others pay
        firm = (f"ООО «Подшипник-Пример {n + 1}»", f"г. Пермь, ул. Условная, д. {n + 20}")
        price = 8.0 if n < 7 else 80.0
        for month in [*_months(date(2021, 1, 1), 3), *_months(date(2023, 1, 1), 3)]:
            table.add(month, "Örnek Rulman A.Ş.", "TR", firm, "8482109008", "Шарикоподшипники", 300, price, "ПЕРМЬ")
    return table.rows, lots


def turkish(lots: list[tuple[date, float]]) -> list[list[str]]:
    """Imports of Türkiye: the lots, three weeks before they leave; and innocent ones of another firm."""
    rows = []
    for n, (day, kg) in enumerate(lots):
        came = day - timedelta(days=21)
        rows.append(
            [f"2234010000IM{n:06d}", f"{came:%Y-%m-%d}", SELLER, MAKER, f"{NITRO}00", "NİTROSELÜLOZ", "DE", "DE",
             f"{kg:.1f}", f"{kg * 4.2:.2f}", "SERBEST DOLAŞIMA GİRİŞ"]
        )  # fmt: skip
    for n, day in enumerate(_months(date(2021, 1, 1), 30)):
        rows.append(
            [f"2134010000IM9{n:05d}", f"{day:%Y-%m-%d}", "ÖRNEK MOBİLYA SANAYİ A.Ş.", "Muster Möbel GmbH", "940360900000",
             "AHŞAP MOBİLYA", "DE", "DE", "800.0", "4800.00", "SERBEST DOLAŞIMA GİRİŞ"]
        )  # fmt: skip
    return rows


def lading(rng: random.Random) -> list[list[str]]:
    """Bills of lading to Kyrgyzstan: a firm founded in 2023 and its chips; an old one and its cloth."""
    rows = []
    for n, day in enumerate(_months(date(2023, 3, 1), 8)):
        rows.append(
            [f"SMPL{n:08d}", f"{day:%m/%d/%Y}", NEWCOMER[0], NEWCOMER[1], "Kyrgyzstan", NEWCOMER[2], *SHIPPER, "China",
             "8542.31", "集成电路 MICROCONTROLLER", f"{rng.randint(40, 60)}", f"{rng.randint(90, 120) * 1000}", "Kyrgyzstan"]
        )  # fmt: skip
    for n, day in enumerate(_months(date(2021, 1, 1), 34)):
        rows.append(
            [f"SMPL9{n:07d}", f"{day:%m/%d/%Y}", "Иллюстрация Текстиль ОсОО", "Ош, Мисал көчөсү 9", "Kyrgyzstan", "2009",
             "样本纺织有限公司", "绍兴市样本路9号", "China", "5407.52", "POLYESTER FABRIC", "9000", "31000", "Kyrgyzstan"]
        )  # fmt: skip
    return rows


def _write(
    name: str, header: list[str], rows: list[list[str]], *, delimiter: str, titles: tuple[str, ...] = ()
) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        for title in titles:
            out.writerow([title])
        out.writerow(header)
        out.writerows(rows)


def main() -> None:
    """Write the three tables."""
    rng = random.Random(SEED)
    rows, lots = russian(rng)
    titles = (
        "Выгрузка деклараций, импорт: ВЫМЫШЛЕННЫЕ ДАННЫЕ для примера",
        "Период: 01.01.2021 - 31.12.2023",
    )
    _write("invented_ru_import.csv", RUSSIAN, rows, delimiter=";", titles=titles)
    _write("invented_tr_import.csv", TURKISH, turkish(lots), delimiter=",")
    _write("invented_bills_of_lading.csv", LADING, lading(rng), delimiter="\t")


if __name__ == "__main__":
    main()
