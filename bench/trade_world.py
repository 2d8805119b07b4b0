"""Invented trade: innocent shipments, and the patterns planted among them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST, LAST, CUT = date(2020, 7, 1), date(2023, 12, 31), date(2022, 2, 24)
_HEADS = ("Velmar", "Ordis", "Kestra", "Norvex", "Bramlo", "Tessik", "Galvora", "Pindar", "Ruskel", "Mirvan", "Zolter",
          "Quenda", "Farlow", "Heskin", "Jorvat", "Lomide", "Sarnex", "Wendol", "Yarvik", "Cortane")  # fmt: skip
_MIDDLES = ("Garden", "Textile", "Furniture", "Food", "Paper", "Glass", "Ceramic", "Leather", "Cotton", "Wood")
_FORMS = ("LLC", "LTD", "GmbH", "OOO", "JSC", "A.S.")
_CITIES = {"KZ": "Almaty", "DE": "Dresden", "TR": "Bursa", "CN": "Ningbo", "PL": "Lodz", "IT": "Parma", "RU": "Perm"}
_GOODS = tuple(
    (f"{chapter:02d}{heading:02d}{sub:02d}0000", unit)
    for chapter, unit in ((4, 6.0), (9, 9.0), (44, 2.0), (48, 3.0), (52, 8.0), (61, 25.0), (69, 2.5), (94, 7.0))
    for heading in (1, 2, 3)
    for sub in (10, 20)
)
_ODD_GOODS = {
    "high_priority_good": ("8542310000", "electronic integrated circuits", 400.0),
    "watched_good": ("3912201100", "nitrocellulose, lacquer grade, nitrogen 11.9 %", 5.0),
}
_MACHINERY = (("8482103000", 14.0), ("8483409000", 9.0), ("8504405500", 40.0))
"""What innocent dealers in machinery trade: bearings and converters are watched, and lawfully bought by many."""
_DEALERS = 33
"""Every so many importers one is such a dealer."""
_THERE = (10, 3)
"""Of so many importers the one of this number is in Russia."""
_DETOURS = {"DE": "PL", "TR": "IT", "CN": "TR", "PL": "DE", "IT": "DE"}
"""Now and then innocent goods are dispatched from here."""
_CODES = {"KZ": "7 727", "DE": "49 351", "TR": "90 224", "CN": "86 574", "PL": "48 42", "IT": "39 0521", "RU": "7 342"}
"""Beginnings of telephone numbers there."""
_REMARKS = ("fragile", "end-user statement enclosed", "change of container", "no open account",
            "freight paid by third party", "End user: see contract 12", "получатель не изменился",
            "Endverbleib geklärt", "最终用户: 见合同")  # fmt: skip
_TERMS = ("L/C at sight", "T/T in advance", "CAD", "D/P", "30 % advance, 70 % before shipment")
_USES = ("households", "retail", "own use")
Row = dict[str, Any]


class World:
    """Innocent trade between parties that each deal in a few goods, and the patterns planted in it."""

    def __init__(self, rows: int, seed: int = 20261122) -> None:
        self.random = random.Random(seed)
        self.words = random.Random(seed + 1)
        """What chance says of remarks, terms and telephones, apart from what it says of trade."""
        self.planted: dict[str, str] = {}
        """Name of the party that a pattern is about → the flag it should raise."""
        self.rows: list[Row] = []
        self._parties(max(60, rows // 150))
        for number in range(rows):
            self.rows.append(self._innocent(number))
        self._plant()
        self.random.shuffle(self.rows)
        for number, row in enumerate(self.rows):
            row["declaration"] = f"D{number:07d}"

    def _parties(self, count: int) -> None:
        self.importers, self.exporters = [], []
        for number in range(count):
            for where, role in ((self.importers, "importer"), (self.exporters, "exporter")):
                home = "RU" if number % _THERE[0] == _THERE[1] else "KZ"
                country = home if role == "importer" else self.random.choice(("DE", "TR", "CN", "PL", "IT"))
                start = self.random.randrange(len(_GOODS))
                where.append({
                    "name": self._name(number, role),
                    "country": country,
                    "address": f"{self.random.randrange(1, 400)} {self.random.choice(_HEADS)} Street, "
                    f"{_CITIES[country]}",
                    "phone": self._phone(country),
                    "goods": list(_MACHINERY) if role == "importer" and number % _DEALERS == 0 else [
                        _GOODS[(start + each) % len(_GOODS)] for each in range(3)
                    ],
                })  # fmt: skip

    def _phone(self, country: str) -> str:
        """A number of the country; of one in four none."""
        digits = self.words.randrange(100_000, 999_999)
        return "" if self.words.random() < 0.25 else f"+{_CODES[country]} {digits}"

    def _name(self, number: int, role: str) -> str:
        letters = "".join(
            "bcdfgklmnprstvz"[(number // 15**place) % 15] + "aeiou"[(number + place) % 5] for place in range(3)
        )
        tail = self.random.choice(_MIDDLES)
        return f"{letters.capitalize()}{'ne' if role == 'importer' else 'sk'} {tail} {self.random.choice(_FORMS)}"

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        """A day between two."""
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def _innocent(self, number: int) -> Row:
        importer = self.importers[number % len(self.importers)]
        exporter = self.random.choice(self.exporters)
        code, price = self.random.choice(importer["goods"])
        way = {"dispatch": _DETOURS[exporter["country"]]} if self.random.random() < 0.1 else {}
        what = "machine parts" if code.startswith(("84", "85")) else "household goods"
        return self.row(importer, exporter, code, f"{what}, article {code[:6]}", price, **way)

    def row(self, importer: Row, exporter: Row, code: str, description: str, price: float, **more: Any) -> Row:
        """One shipment; ``more`` overrules what chance would say."""
        net = round(self.random.lognormvariate(6, 0.8), 2)
        row = {
            "date": self.day(), "direction": "import", "hs_code": code, "description": description,
            "exporter": exporter, "importer": importer, "origin": exporter["country"], "dispatch": exporter["country"],
            "destination": importer["country"], "net_kg": net, "quantity": max(1, round(net / 2)), "unit": "pcs",
            "value": 0.0, "procedure_code": "40", "payment_terms": self.words.choice(_TERMS),
            "remarks": self.words.choice(_REMARKS) if self.words.random() < 0.3 else "",
            "end_use": self.words.choice(_USES),
        } | more  # fmt: skip
        row["gross_kg"] = more.get("gross_kg", round(row["net_kg"] * 1.08, 2))
        row["value"] = more.get("value") or round(row["net_kg"] * price * self.random.lognormvariate(0, 0.2), 2)
        return row

    # --- the patterns --------------------------------------------------------------------------------------------

    def _someone(self, name: str, flag: str, country: str = "KZ", **more: Any) -> Row:
        self.planted[name] = flag
        return {"name": name, "country": country, "address": f"7 Testing Lane, {_CITIES['KZ']}", **more}

    def _plant(self) -> None:
        circuits, chain = _ODD_GOODS["high_priority_good"], _ODD_GOODS["watched_good"]
        after = {"first": date(2022, 6, 1), "last": LAST}
        for n in (1, 2):
            seller = self.exporters[n]
            plain, price = _GOODS[n]
            put = self.rows.append

            def good(who: Row, what: tuple[str, str, float] = circuits, **more: Any) -> Row:
                return self.row(who, seller, *what, **more)  # noqa: B023

            put(self.row(self._someone(f"Zarquon Himiya {n} MChJ", "listed_party"), seller, plain, "goods", price))
            put(
                self.row(
                    self._someone(f"Zarquon Himiya {n} Vostok Service MChJ", "affiliated_party"),
                    seller,
                    plain,
                    "x",
                    price,
                )
            )
            listed = {"name": f"Zarquon Himiya {n} MChJ", "country": "UZ", "address": "1 Far Road"}
            put(self.row(self._someone(f"Besidelisted {n} LLC", "counterparty_listed"), listed, plain, "goods", price))
            where = "Zarquonov ko'chasi 17, Farg'ona, Uzbekistan"
            put(
                self.row(
                    self._someone(f"Sameplace {n} LLC", "listed_address", "UZ", address=where),
                    seller,
                    plain,
                    "x",
                    price,
                )
            )
            room = f"{20 + n} Testing Lane, office 12, {_CITIES['KZ']}"
            put(good(self._someone(f"Roomsharer {n} LLC", "shared_address", address=room)))
            for neighbour in range(12):  # of whom some stand in systems that have addresses
                put(good({"name": f"Roomneighbour {n}{neighbour} LLC", "country": "KZ", "address": room}))
            crimea = "ul. Lenina 5, Sevastopol"
            put(
                self.row(
                    self._someone(f"Southport {n} LLC", "sanctioned_territory", "RU", address=crimea),
                    seller,
                    plain,
                    "x",
                    price,
                )
            )
            put(good(self._someone(f"Circuitbuyer {n} LLC", "high_priority_good")))
            put(good(self._someone(f"Lacquerbuyer {n} LLC", "watched_good"), chain))
            energetic = ("3912201100", "nitrocellulose, nitrogen content 13.2 %", 5.0)
            put(good(self._someone(f"Richgrade {n} LLC", "energetic_grade"), energetic))
            wrong = ("3907990000", "НИТРОЦЕЛЛЮЛОЗА ТЕХНИЧЕСКАЯ", 5.0)
            put(good(self._someone(f"Wrongcode {n} LLC", "description_disagrees"), wrong))
            put(good(self._someone(f"Northbuyer {n} LLC", "direct_to_destination", "RU")))
            put(good(self._someone(f"Hubbuyer {n} LLC", "through_hub"), origin="DE", dispatch="TR"))
            put(good(self._someone(f"Firsttimer {n} LLC", "first_imports_after"), date=self.day(**after)))
            newcomer = self._someone(f"Newgood {n} LLC", "new_good_after")
            for _ in range(6):
                put(self.row(newcomer, seller, plain, "goods", price, date=self.day(FIRST, date(2022, 1, 31))))
            put(good(newcomer, date=self.day(**after)))
            spiker = self._someone(f"Spiker {n} LLC", "spike_after")
            put(good(spiker, date=date(2021, 3, 3), net_kg=10.0))
            for month in range(4, 10):
                put(good(spiker, date=date(2022, month, 5), net_kg=900.0))
            buyer = {"name": f"Buyerthere {n} LLC", "country": "RU", "address": "7 Testing Lane, Perm"}
            first = self._someone(f"Firstseller {n} LLC", "first_exports_after")
            for _ in range(4):
                put(self.row(buyer, first, *chain, date=self.day(**after)))
            more = self._someone(f"Moreseller {n} LLC", "export_spike_after")
            put(self.row(buyer, more, *chain, date=date(2021, 3, 3), net_kg=10.0))
            for month in range(4, 10):
                put(self.row(buyer, more, *chain, date=date(2022, month, 5), net_kg=900.0))
            turned = self._someone(f"Redirected {n} LLC", "redirected_after", "DE")
            neighbour = {"name": f"Buyernearby {n} LLC", "country": "KZ", "address": "8 Testing Lane, Almaty"}
            for month in range(3, 9):
                put(self.row(buyer, turned, *chain, date=date(2021, month, 5)))
                put(self.row(neighbour, turned, *chain, date=date(2022, month + 2, 5)))
            young = self._someone(f"Young {n} LLC", "incorporated_after", incorporated="2022-09-01")
            put(good(young, date=date(2023, 3, 3)))
            put(self.row(self._someone(f"Dearbuyer {n} LLC", "unit_value_high"), seller, plain, "goods", price * 60))
            put(self.row(self._someone(f"Cheapbuyer {n} LLC", "unit_value_low"), seller, plain, "goods", price / 60))
            phones = ("8517130000", "smartphones", 300.0)
            put(good(self._someone(f"Heavyphone {n} LLC", "weight_per_piece"), phones, net_kg=7100.0, quantity=1000))
            put(good(self._someone(f"Lightbox {n} LLC", "net_above_gross"), net_kg=100.0, gross_kg=60.0))
            put(good(self._someone(f"Tenzor Freight Forwarding {n} LLC", "forwarder_as_consignee")))
            put(good(self._someone(f"Tenzor Commercial Bank {n} JSC", "bank_as_consignee")))
            home = self._someone(f"Homecoming {n} LLC", "odd_route")
            put(good(home, origin="KZ", dispatch="TR", destination="KZ"))
            again = ("2710198200", "lubricating oils", 3.0)
            put(good(self._someone(f"Repairer {n} LLC", "odd_procedure"), again, procedure_code="53"))
            turner = self._someone(f"Turnaround {n} LLC", "in_and_out")
            put(good(turner, date=date(2023, 5, 2), quantity=500, net_kg=1000.0))
            out = self.row(
                seller, turner, *circuits, date=date(2023, 5, 9), direction="export", quantity=500, net_kg=1000.0
            )
            put(out | {"destination": "RU"})
            state = self._someone(f"FGUP Tenzor Zarnik {n}", "state_firm", "RU")
            put(good(state | {"address": "7 Testing Lane, Perm"}))
            says = ("end user not stated", "конечный получатель не указан")[n - 1]
            put(good(self._someone(f"Enduserless {n} LLC", "no_end_user"), remarks=says))
            says = ("consignee changed before dispatch", "смена получателя в пути")[n - 1]
            put(good(self._someone(f"Changedparty {n} LLC", "late_change"), remarks=says))
            says = ("payment from 3rd party, Dubai", "оплата третьим лицом, ОАЭ")[n - 1]
            put(good(self._someone(f"Otherpayer {n} LLC", "third_party_payment"), remarks=says))
            says = ("OA 90 days", "Open account 90 days")[n - 1]
            put(good(self._someone(f"Opencredit {n} LLC", "open_account"), remarks=says, payment_terms=says))
            put(good(self._someone(f"Farphone {n} LLC", "phone_elsewhere", phone=f"+7 495 12345{n}8")))
            at_home = {"country": "DE", "address": f"{n} Testing Lane, Hamburg"}
            straight = self._someone(f"Straightseller {n} GmbH", "sent_straight", **at_home)
            sent = {"direction": "export", "procedure_code": "10"}
            put(self.row(buyer, straight, *circuits, date=self.day(**after), **sent))
            misfit = self._someone(f"Misfit {n} LLC", "good_does_not_fit")
            for _ in range(14):
                put(self.row(misfit, seller, plain, "goods", price))
            put(good(misfit))

    def watchlist(self, path: Path) -> Path:
        """A list in our own format with the listed parties of the patterns."""
        head = "entry_id,schema,name,country,address,measure,listed_on\n"
        lines = [
            f"{n},Company,Zarquon Himiya {n} MChJ,UZ,\"Zarquonov ko'chasi 17, Farg'ona, Uzbekistan\","
            "asset_freeze,2014-03-17\n"
            for n in (1, 2)
        ]
        path.write_text(head + "".join(lines), encoding="utf-8")
        return path
