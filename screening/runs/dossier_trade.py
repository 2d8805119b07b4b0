"""The trade of one party for its dossier: by month, and the chain of who sold to it and bought from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from screening.reports.dossier import bars
from screening.runs.run_folders import RunFolder

_MONTHS, _TRADES, _LEGS = 24, 8, 3
_BUYS: Final = ("importer",)
_SELLS: Final = ("exporter", "manufacturer")


@dataclass(frozen=True, slots=True)
class Trade:
    """What the dossier says of a party's trade; empty where no run read any."""

    heads: Sequence[str] = ("Month", "Bought: records", "kg", "USD", "Sold: records", "kg", "USD", "Goods (HS)")
    rows: Sequence[Sequence[Any]] = ()
    note: str = ""
    more: int = 0
    picture: str = ""
    months: Sequence[tuple[str, float, float]] = ()
    measure: str = "USD"
    chain_heads: Sequence[str] = (
        "Side",
        "Other party",
        "Country",
        "Good",
        "From",
        "To",
        "Records",
        "kg",
        "USD",
        "Not converted",
    )
    chain_rows: Sequence[Sequence[Any]] = ()
    chain_note: str = ""
    chain_more: int = 0
    chain_picture: str = ""


def trade_of(ids: Collection[str], folders: Sequence[RunFolder]) -> Trade:
    """The trade of the subjects of those ids, from the newest run that has records of them."""
    folder = next((each for each in folders if each.has("records") and each.rows("record_parties", ids)), None)
    if folder is None:
        return Trade(note="No customs records of it in the runs looked through.")
    months, more = _by_month(folder, ids)
    weighs = not any(row[3] or row[6] for row in months)
    at = (2, 5) if weighs else (3, 6)
    series = [(row[0], float(row[at[0]] or 0), float(row[at[1]] or 0)) for row in months if row[0] != "no date"]
    measure = "kg net" if weighs else "USD"
    where = f"From the run {folder.manifest['run_id']}. "
    chain = _chain(folder, ids)
    return Trade(
        rows=months,
        note=where + "What has no rate into USD or no weight counts as a record only.",
        more=more,
        picture=bars(series, measure),
        months=series,
        measure=measure,
        chain_rows=chain[0],
        chain_note=chain[1],
        chain_more=chain[2],
        chain_picture=chain[3],
    )


def _by_month(folder: RunFolder, ids: Collection[str]) -> tuple[list[list[Any]], int]:
    import polars as pl

    roles = {**dict.fromkeys(_BUYS, "bought"), **dict.fromkeys(_SELLS, "sold")}
    mine = (
        folder.scan("record_parties")
        .filter(pl.col("subject_id").is_in(list(ids)) & pl.col("role").is_in(list(roles)))
        .select("record_id", side=pl.col("role").replace_strict(roles, default=None))
        .unique()
    )
    lines = (
        folder.scan("records")
        .filter(pl.col("status").is_null())
        .join(mine, on="record_id")
        .group_by(month=pl.col("date").dt.strftime("%Y-%m"), side=pl.col("side"))
        .agg(
            pl.len().alias("records"),
            pl.when(pl.col("net_kg").is_not_null().any()).then(pl.col("net_kg").sum()).alias("kg"),
            pl.when(pl.col("value_usd").is_not_null().any()).then(pl.col("value_usd").sum()).alias("usd"),
            pl.col("hs_code").str.slice(0, 6).drop_nulls().unique().sort().alias("goods"),
        )
        .collect(engine="streaming")
    )
    found: dict[str, dict[str, Any]] = {}
    for row in lines.to_dicts():
        found.setdefault(row["month"] or "no date", {})[row["side"]] = row
    rows = []
    for month in sorted(found):
        bought, sold = (found[month].get(side) or {} for side in ("bought", "sold"))
        goods = sorted({*bought.get("goods", ()), *sold.get("goods", ())})
        cells = [each.get(key) for each in (bought, sold) for key in ("records", "kg", "usd")]
        rows.append([month, *cells, ", ".join(goods[:4]) + (" …" if len(goods) > 4 else "")])
    return rows[-_MONTHS:], max(0, len(rows) - _MONTHS)


def _chain(folder: RunFolder, ids: Collection[str]) -> tuple[list[list[Any]], str, int, str]:
    """Trades by other party and good, a note on onward legs, how many are left out, and the picture."""
    from screening.trade import follow, prepare
    from screening.trade.picture import as_svg

    book = prepare(folder.scan("records"), folder.scan("record_parties"))
    chain = follow(book, list(ids))
    trades = chain.trades.sort("value_usd", "net_kg", "records", descending=True, nulls_last=True)
    rows = [
        [
            row["side"], row["other"], row["other_country"], row["good"] or row["hs6"], row["first_on"], row["last_on"],
            row["records"], row["net_kg"], row["value_usd"], row["not_converted"],
        ]
        for row in trades.head(_TRADES).to_dicts()
    ]  # fmt: skip
    legs = [
        f"{row['first_from']} → {row['via']} → {row['next_to']} ({row['grade'].replace('_', ' ')}: {row['why']})"
        for row in chain.legs.head(_LEGS).to_dicts()
    ]
    note = ""
    if legs:
        note = f"Possible onward legs, {chain.legs.height:,} in all, each a question and no finding: {'; '.join(legs)}"
        note += " …" if chain.legs.height > _LEGS else "."
    picture = as_svg(chain) if trades.height else ""
    return rows, note, max(0, trades.height - _TRADES), picture
