"""Rows of trade statistics as flows from an exporter to an importer that may be added up.

What must not be added is set aside here, and said: aggregates beside their members, codes beside their subheadings, the
same figure given twice, re-exports (which exports hold), a country's trade with itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from screening.errors import InputError
from screening.intake.statistics_places import WORLD, members
from screening.trade.flows.headings import leaves
from screening.trade.flows.joins import Joins, editions, goods_of
from screening.trade.flows.keys import packed
from screening.trade.flows.rules import FlowRules
from screening.trade.flows.subflows import whole_flows
from screening.trade.goods import GoodsList

FLOW = ("reported_by", "frequency", "currency", "exporter", "importer", "good")
"""What makes a series of flows, beside its periods."""
_KEY = ["reporter", "partner", "flow", "code", "edition", "period", "frequency", "currency", "part"]
_SHOWN = 8
_DAYS = 1 << 20
_EPOCH = 100_000
"""Days from some day in 1696 to 1970, so that no day is negative."""
POINTS = pl.Schema(
    {
        "series": pl.UInt32(),
        "period": pl.Date(),
        "value": pl.Float64(),
        "net_kg": pl.Float64(),
        "value_of_kg": pl.Float64(),
        "quantity": pl.Float64(),
        "unit": pl.String(),
        "value_of_quantity": pl.Float64(),
        "kg_of_quantity": pl.Float64(),
        "quantity_of_kg": pl.Float64(),
        "files": pl.Int64(),
    }
)
"""The points of series: value null where no figure was published, which is not zero; ``value_of_kg`` and
``quantity_of_kg`` are of the rows that state a weight, ``value_of_quantity`` and ``kg_of_quantity`` of those that
state a
quantity, so that unit values divide like by like; ``files`` bits, by the order of the files."""


@dataclass
class Prepared:
    """Flows between countries, and what is needed to judge them.

    Attributes:
        series: ``series`` (a number) and `FLOW`, sorted by these.
        points: Their points, of `POINTS`, sorted by series and period.
        world, world_points: The same with the world as importer or exporter, where the publisher gives it.
        goods: What `joins.goods_of` gives, one row a good: ``good, codes, regimes, tier, weight, description``.
        reported: ``reported_by, reporter, frequency, currency, period``: what each reporter has published.
        names: The files.
        rejects: Rows that contradict others, as a frame of `model.REJECTS`.
    """

    series: pl.DataFrame
    points: pl.DataFrame
    world: pl.DataFrame
    world_points: pl.DataFrame
    goods: pl.DataFrame
    reported: pl.DataFrame
    names: list[str]
    rejects: pl.DataFrame
    notes: list[str] = field(default_factory=list)


def prepare(rows: pl.DataFrame, rules: FlowRules, goods: GoodsList, joins: Joins) -> Prepared:
    """Sort out what may be added up, name the goods, and turn reporters and partners into exporters and importers.

    Raises:
        InputError: No row is about two countries, or only headings are whose subheadings are of groups of countries.
    """
    notes: list[str] = []
    rows = _countries(rows, notes)
    headings = rows.filter(pl.col("partner_kind") == "country").get_column("code").unique().sort().to_list()
    rows, parents = leaves(rows, notes)
    rows, rejects = _once(rows, notes)
    rows = _with_edition(rows)
    codes = goods_of(rows.select("code", "edition").unique(maintain_order=True), goods, joins, rules.cut)
    rows = rows.join(codes.select("code", "edition", "good"), on=["code", "edition"], how="left")
    names = rows.get_column("file").unique(maintain_order=True).to_list()
    bits = {name: 1 << min(number, 62) for number, name in enumerate(names)}
    rows = rows.with_columns(
        bit=pl.col("file").replace_strict(list(bits), list(bits.values()), return_dtype=pl.Int64),
        reported_by=pl.when(pl.col("flow") == "export").then(pl.lit("exporter")).otherwise(pl.lit("importer")),
    )
    is_export = pl.col("flow") == "export"
    rows = rows.with_columns(
        exporter=pl.when(is_export).then("reporter").otherwise("partner"),
        importer=pl.when(is_export).then("partner").otherwise("reporter"),
    )
    reported = rows.select(
        "reported_by", "reporter", "partner", "partner_kind", "frequency", "currency", "good", "period", "value"
    )
    between = rows.filter(pl.col("partner_kind") == "country")
    if not between.height and headings:
        raise InputError(
            f"what the files say of two countries is of headings alone ({', '.join(headings[:_SHOWN])}), whose "
            "subheadings stand beside them for groups of countries: no flow between two countries can be measured",
            where=", ".join(names[:_SHOWN]),
            remedy="get the table with the same codes for every partner",
        )
    if not between.height:
        raise InputError(
            "the files hold only aggregates (the world, groups of countries): no flow between two countries "
            "can be measured",
            where=", ".join(names[:_SHOWN]),
            remedy="get the table by partner country",
        )
    for name in names:
        if not between.filter(pl.col("file") == name).height:
            notes.append(f"{name}: holds only aggregates: no flow between two countries is in it")
    listed = (
        codes.group_by("good")
        .agg(
            pl.col("code").unique().sort().str.join(" ").alias("codes"),
            pl.col("regimes", "tier", "weight", "description").first(),
            pl.col("doubtful").any(),
        )
        .sort("good")
    )
    notes += parents
    return Prepared(
        *_summed(between), *_summed(rows.filter(pl.col("partner") == WORLD)), listed, reported, names, rejects, notes
    )


def _countries(rows: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    """Without trade of a country with itself, parts of exports and imports, groups whose members report themselves."""
    rows = whole_flows(rows, notes)
    own = (pl.col("reporter") == pl.col("partner")) & (pl.col("reporter_kind") == "country")
    is_group = pl.col("reporter_kind") != "country"
    counts = rows.select(own.sum().alias("own"), is_group.sum().alias("group")).row(0)
    if counts[0]:
        notes.append(
            f"{counts[0]:,} rows have the same country as reporter and partner (goods that came back): set aside"
        )
        rows = rows.filter(~own)
    if not counts[1]:
        return rows
    groups = rows.filter(is_group).get_column("reporter").unique().to_list()
    reporters = set(rows.filter(~is_group).get_column("reporter").unique().to_list())
    dropped = {group for group in groups if members().get(group, frozenset()) & reporters or not members().get(group)}
    left = sorted(set(groups) - dropped, key=lambda group: -len(members()[group]))
    for number, group in enumerate(left):  # overlapping groups: the widest stands for them
        if any(members()[group] & members()[other] for other in left[:number] if other not in dropped):
            dropped.add(group)
    for group in sorted(set(left) - dropped):
        notes.append(f"the reporter {group} is a group none of whose members reports: taken as one exporter")
    if dropped:
        gone = rows.filter(pl.col("reporter").is_in(sorted(dropped)))
        notes.append(
            f"{gone.height:,} rows of {', '.join(sorted(dropped))} as reporters are sums over countries that stand "
            "beside them, or overlap: set aside"
        )
    return rows.filter(~pl.col("reporter").is_in(sorted(dropped)))


def _once(rows: pl.DataFrame, notes: list[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every figure once; rows that say different values of the same flow are rejected but for the first."""
    empty = pl.DataFrame(
        schema={"file": pl.String, "line": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String}
    )
    keys = packed(rows, _KEY)
    if keys.n_unique() == rows.height:
        return rows, empty
    # several groups of countries share an id: nothing of them is added up anyhow
    doubled = rows.filter(keys.is_duplicated() & rows.get_column("partner_kind").is_in(["country", "world"]))
    if not doubled.height:
        return rows, empty
    first = pl.col("value").first().over(_KEY)
    number = pl.int_range(pl.len()).over(_KEY)
    told = doubled.with_columns(
        _first=first, _number=number, _file=pl.col("file").first().over(_KEY), _row=pl.col("row").first().over(_KEY)
    ).filter(pl.col("_number") > 0)
    same = told.filter(pl.col("value").eq_missing(pl.col("_first")))
    other = told.filter(~pl.col("value").eq_missing(pl.col("_first")))
    if same.height:
        notes.append(f"{same.height:,} rows repeat the figure of another row: counted once")
    within = other.filter(pl.col("file") == pl.col("_file"))
    if within.height:
        notes.append(
            f"{within.height:,} rows say another value of a flow that an earlier row gives (same reporter, partner, "
            "flow, good and period): rejected; where they are parts of one flow, add them up beforehand"
        )
    between = other.filter(pl.col("file") != pl.col("_file")).group_by("file", "_file", maintain_order=True).len()
    for later, earlier, count in between.rows():
        notes.append(
            f"{count:,} rows of {later} say another value than {earlier} for the same flows: rejected, the file named "
            "first was taken; where one is a later revision, name it first"
        )
    rejects = other.select(
        "file", line="row", column=pl.lit("value"), value=pl.col("value").cast(pl.String),
        reason=pl.format("says another value than row {} of {} for the same flow", "_row", "_file"),
    )  # fmt: skip
    gone = told.select("file", "row", "period", "flow").unique()
    rows = rows.join(gone, on=["file", "row", "period", "flow"], how="anti", maintain_order="left")
    return rows, rejects


def _with_edition(rows: pl.DataFrame) -> pl.DataFrame:
    """The edition, stated or in force in the period."""
    known = editions()
    in_force = pl.lit(known[0][0])  # what is older than the first edition is followed by its codes as they stand
    for edition, start in known:
        in_force = pl.when(pl.col("period") >= start).then(pl.lit(edition)).otherwise(in_force)
    return rows.with_columns(edition=pl.col("edition").fill_null(in_force))


def _summed(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Series and their points: codes of one good and period together; quantities of different units are not added."""
    has_kg, has_quantity = pl.col("net_kg").is_not_null(), pl.col("quantity").is_not_null()
    given = any(rows.get_column(name).null_count() < rows.height for name in ("net_kg", "quantity"))
    sums = [
        pl.when(pl.col("value").count() > 0).then(pl.col("value").sum()).alias("value"),
        pl.col("bit").bitwise_or().alias("files"),
    ]
    if given:
        one_unit = pl.col("unit").n_unique() == 1
        sums += [
            pl.when(has_kg.any()).then(pl.col("net_kg").sum()).alias("net_kg"),
            pl.col("value").filter(has_kg).sum().alias("value_of_kg"),
            pl.when(has_quantity.any() & one_unit).then(pl.col("quantity").sum()).alias("quantity"),
            pl.when(one_unit).then(pl.col("unit").first()).alias("unit"),
            pl.col("value").filter(has_quantity).sum().alias("value_of_quantity"),
            pl.col("net_kg").filter(has_quantity).sum().alias("kg_of_quantity"),
            pl.col("quantity").filter(has_kg).sum().alias("quantity_of_kg"),
        ]
    ids = packed(rows, FLOW)
    order = rows.select(*FLOW).with_columns(key=ids).unique("key", keep="any").sort(*FLOW)
    series = order.drop("key").with_row_index("series")
    numbers = ids.replace_strict(order.get_column("key"), series.get_column("series"), return_dtype=pl.UInt32)
    days = (rows.get_column("period").to_physical() + _EPOCH).cast(pl.UInt64)
    keyed = rows.select("value", "bit", "net_kg", "quantity", "unit").with_columns(
        key=numbers.cast(pl.UInt64) * _DAYS + days
    )
    points = keyed.group_by("key").agg(sums).sort("key")
    points = points.with_columns(
        series=(pl.col("key") // _DAYS).cast(pl.UInt32),
        period=((pl.col("key") % _DAYS).cast(pl.Int32) - _EPOCH).cast(pl.Date),
    ).drop("key")
    points = points.with_columns(
        pl.lit(None, kind).alias(name) for name, kind in POINTS.items() if name not in points.columns
    )
    return series, points.select(POINTS.names())
