"""Invented trade as the tables of ten systems, each with its own headings, encoding and dirt."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from bench.trade_world import Row, World
from screening.intake.customs_remarks import is_headed_as_remarks

LABELS = Path(__file__).parent / "labelled" / "customs_headings.csv"


@dataclass(frozen=True)
class Style:
    """How one system's table is written."""

    system: str
    encoding: str
    delimiter: str
    decimal: str
    dates: str
    titles: tuple[str, ...] = ()


STYLES = (
    Style("RU_FTS_GTD (G-code header, variant A)", "cp1251", ";", ",", "%d.%m.%Y", ("Выгрузка деклараций", "")),
    Style("EAEU statistical form (mutual trade)", "utf-8-sig", "\t", ",", "%d.%m.%Y"),
    Style('Vendor "Atlas" (RU/CIS)', "utf-8", ",", ".", "%Y-%m-%d"),
    Style("Panjiva US imports", "utf-8", ",", ".", "%Y-%m-%d", ("Shipments export",)),
    Style("portbrain: Kazakhstan Import F.xlsx", "utf-8", "|", ".", "%d/%m/%Y"),
    Style("portbrain: Uzbekistan import Full.xlsx", "utf-8-sig", ";", ",", "%d.%m.%Y"),
    Style("portbrain: Turkey Import F.xlsx", "cp1254", ";", ",", "%d.%m.%Y", ("Beyanname listesi",)),
    Style("portbrain: _Armenia Import F.xlsx", "utf-8", ",", ".", "%Y%m%d"),
    Style("portbrain: Vietnam import full.xlsx", "utf-8", ",", ".", "%Y-%m-%d"),
    Style(
        "written: register of end-user certificates, exporters' association, Singapore (English)",
        *("utf-8-sig", ",", ".", "%d %b %Y"),
    ),
)
_IN_THOUSANDS = "value_usd in thousands"
_ANYWHERE = 1
"""Of the two patterns of a flag the first stands in any system; the second in one that has the columns it takes."""
_TAKES: dict[str, tuple[str, ...]] = {
    "direct_to_destination": ("destination",),
    "through_hub": ("dispatch", "destination"),
    "odd_route": ("origin", "dispatch", "destination"),
    "odd_procedure": ("procedure_code",),
    "incorporated_after": ("importer_incorporated",),
    "listed_address": ("importer_address",),
    "sanctioned_territory": ("importer_address",),
    "shared_address": ("importer_address",),
    "net_above_gross": ("net_kg", "gross_kg"),
    "weight_per_piece": ("quantity", "unit"),
    "first_imports_after": ("net_kg", "importer_address"),
    "first_exports_after": ("destination", "exporter_name", "net_kg"),
    "export_spike_after": ("destination", "exporter_name", "net_kg"),
    "redirected_after": ("destination", "exporter_name", "net_kg"),
    "new_good_after": ("net_kg", "importer_address"),
    "state_firm": ("importer_country",),
    "no_end_user": ("remarks",),
    "late_change": ("remarks",),
    "third_party_payment": ("remarks",),
    "open_account": ("remarks", "destination"),
    "phone_elsewhere": ("importer_phone",),
    "sent_straight": ("direction", "dispatch", "destination"),
}


def write(world: World, folder: Path) -> list[Path]:
    """The rows in ten tables, each in its system's headings and dirt; a pattern's rows all stand in one table.

    A pattern in a system without the columns its flag takes cannot be raised, and must come out as not testable.
    """
    layouts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            remarks = not row["role"] and is_headed_as_remarks(row["heading"])
            layouts[row["system"]].append((row["heading"], "remarks" if remarks else row["role"]))
    tables: list[list[Row]] = [[] for _ in STYLES]
    for row in world.rows:
        names = [row[side]["name"] for side in ("importer", "exporter") if row[side]["name"] in world.planted]
        name = names[0] if names else row["importer"]["name"]
        able = list(range(len(STYLES)))
        if names and f" {_ANYWHERE} " not in f" {name} ":
            takes = set(_TAKES.get(world.planted[name], ()))
            able = [n for n in able if takes <= {role for _, role in layouts[STYLES[n].system]}]
        tables[able[sum(name.encode()) % len(able)]].append(row)
    return [
        _table(style, layouts[style.system], rows, folder / f"table{n}.csv", random.Random(n), set(world.planted))
        for n, (style, rows) in enumerate(zip(STYLES, tables, strict=True))
    ]


def _table(
    style: Style, layout: list[tuple[str, str]], rows: list[Row], path: Path, chance: random.Random, planted: set[str]
) -> Path:
    with path.open("w", encoding=style.encoding, newline="", errors="replace") as file:
        for title in style.titles:
            file.write(title + "\r\n")
        out = csv.writer(file, delimiter=style.delimiter, lineterminator="\r\n")
        out.writerow([heading for heading, _ in layout])
        for row in rows:
            dirty = row["importer"]["name"] not in planted and row["exporter"]["name"] not in planted
            cells = _cells(row, style, chance, dirty)
            roles = [_IN_THOUSANDS if role == "value_usd" and "1000" in heading else role for heading, role in layout]
            out.writerow([cells.get(role, "") for role in roles])
    return path


def _cells(row: Row, style: Style, chance: random.Random, dirty: bool) -> dict[str, str]:
    def number(value: float) -> str:
        return f"{value:.2f}".replace(".", style.decimal)

    code = row["hs_code"].lstrip("0") if dirty and chance.random() < 0.3 else row["hs_code"]
    way = "ЭК" if row["direction"] == "export" else "ИМ"
    cells = {
        "declaration": row["declaration"], "date": row["date"].strftime(style.dates), "direction": way,
        "hs_code": code, "description": row["description"], "origin": row["origin"], "dispatch": row["dispatch"],
        "destination": row["destination"], "net_kg": number(row["net_kg"]), "gross_kg": number(row["gross_kg"]),
        "quantity": str(row["quantity"]), "unit": row["unit"], "value": number(row["value"]), "currency": "USD",
        "value_usd": number(row["value"]), "procedure_code": row["procedure_code"], "item": "1",
        "remarks": row["remarks"], "payment_terms": row["payment_terms"], "end_use": row["end_use"],
    }  # fmt: skip
    cells[_IN_THOUSANDS] = number(row["value"] / 1000)
    for side in ("importer", "exporter"):
        party = row[side]
        cells |= {
            f"{side}_name": _dirt(party["name"], chance) if dirty else party["name"],
            f"{side}_address": party["address"],
            f"{side}_country": party["country"],
            f"{side}_incorporated": party.get("incorporated", ""),
            f"{side}_phone": party.get("phone", ""),
        }
    return cells


def _dirt(name: str, chance: random.Random) -> str:
    """What happens to names in customs tables, to a few in a hundred."""
    lot = chance.random()
    if lot < 0.01:
        return "TO ORDER"
    if lot < 0.015:
        return "NULL"
    if lot < 0.02:
        return f"{name} on behalf of Velmarine Agency LLC"
    if lot < 0.03:
        return name.replace("a", "а").replace("e", "е")  # Cyrillic letters that look the same
    if lot < 0.035:
        return name[:4] + " " + name[4:]
    return name
