"""Ways of goods that are longer than any reason of trade explains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import polars as pl

from screening.record_notes import BETWEEN
from screening.trade.book import Book
from screening.trade.bound import STEPS
from screening.trade.detours import Way, are_neighbours, is_landlocked, length_of, way_through
from screening.trade.flags.base import figures
from screening.trade.rules import Rule
from screening.trade.said import said

_RECORDED: Final = ("origin", "dispatch", "destination")


def texts(frame: pl.DataFrame) -> pl.DataFrame:
    """The countries of some lines as text: categories until a filter has left few."""
    return frame.with_columns(pl.col(name).cast(pl.String) for name in STEPS if name in frame.columns)


def ways_round(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods that come a long way round: watched ones by way of a country without a sea, to the country next door, or to
    a hub by way of the other half of the world; or through one of the destinations to another continent. And whatever
    goods by way of a country so far off that nothing explains it.

    Watched goods for the destinations looked for are left to `through_hub`, but for those of the coalition that a
    country far off any way sends on, which is neither one nor of the coalition: its members' wholesalers do.
    """
    known = pl.all_horizontal(pl.col("origin", "destination").is_not_null())
    bound = pl.col("destination").is_in(sorted(book.rules.destinations))
    # nobody's way is told by its ends alone, which are most records of most files
    lines = book.lines.filter(pl.any_horizontal(pl.col("dispatch", "via").is_not_null())).select("line", *STEPS)
    # a carrier's papers say where goods were loaded, and seldom where they were made
    made = lines.with_columns(origin=pl.coalesce("origin", "dispatch")).filter(known)
    loaded = lines.with_columns(origin=pl.coalesce("dispatch", "origin")).filter(known)
    odd, far, off = (partial(each, book, rule) for each in (_why_odd, _why_far, _why_off))
    watched = book.watched().get_column("line")
    looked = book.on_lines(made.filter(~bound), watched)
    return pl.concat(
        [
            *(_ways_round(looked, step, odd) for step in ("dispatch", "via")),
            _ways_round(book.on_lines(made.filter(bound), watched), "dispatch", off),
            _ways_round(made, "dispatch", far),
            _ways_round(loaded, "via", far),
            _routes_round(book, rule),
            _posts_round(book, rule),
        ]
    )


def _posts_round(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods that leave a country by a post that leads into one of the destinations, or come from there by one, though
    that lies far off the way: of any goods, or, far less, of watched ones of the coalition that a hub gets so.
    """
    told = said(book, "border")
    ways = told.hstack(texts(book.at(told.get_column("line"), list(_RECORDED))))
    watched = book.by_line(book.watched().get_column("line"))
    ways = ways.with_columns(watched=watched.gather(ways.get_column("line")))
    key, way = ["text", *_RECORDED, "watched"], ["start", "middle", "end", "times"]
    rows = [
        (*each, *odd)
        for each in ways.select(key).unique().rows()
        if (odd := _why_by_post(book, rule, *each[:-1], watched=each[-1]))
    ]
    kinds = [*[pl.String()] * 4, pl.Boolean(), *[pl.String()] * 3, pl.Float64()]
    found = pl.DataFrame(rows, schema=dict(zip([*key, *way], kinds, strict=True)), orient="row")
    said_so = pl.format("From {} by way of {}, to which the post leads, to {}: {} times the straight way.", *way)
    return ways.join(found, on=key, nulls_equal=True, maintain_order="left").select(
        "line",
        reason=said_so,
        figures=figures(start=pl.col("start"), through=pl.col("middle"), times=pl.col("times")),
    )


def _why_by_post(
    book: Book,
    rule: Rule,
    text: str,
    origin: str | None,
    dispatch: str | None,
    destination: str | None,
    *,
    watched: bool,
) -> tuple[str, str, str, float] | None:
    """The way that goods take by a post, and how many times the straight one it is; None where it is not odd."""
    how, _, post = text.partition(": ")
    here, _, beyond = post.partition(BETWEEN)
    leaves = how == "exit" or (how != "entry" and here == dispatch != destination)
    enters = how == "entry" or (how != "exit" and here == destination)
    start, end = (here, destination) if leaves else (dispatch, here) if enters else (None, None)
    if start is None or end is None or beyond not in book.rules.destinations or {start, end} & book.rules.destinations:
        return None
    way = way_through(start, beyond, end)
    if way is None:
        return None
    least = rule.settings["detour_by_post"]
    for_hub = watched and leaves and end in book.rules.hubs.until and (origin or dispatch) in book.rules.coalition
    times = round(way.times, 1)
    return (start, beyond, end, times) if times >= (least["watched"] if for_hub else least["any"]) else None


def _routes_round(book: Book, rule: Rule) -> pl.DataFrame:
    """The lines whose route, as a remark or a column gives it, passes several third countries and so makes a long way
    of a short one: from where the goods were made, or from the route's own beginning to its end.
    """
    least = rule.settings["detour_of_route"]
    told = said(book, "route")
    ways = told.hstack(texts(book.at(told.get_column("line"), list(_RECORDED))))
    rows = []
    for text, *recorded in ways.select("text", *_RECORDED).unique().rows():
        stops = text.split(BETWEEN)
        for start, end in _ends_of(stops, *recorded):
            between = [each for each in stops if each not in (start, end)]
            straight, along = length_of([start, end]), length_of([start, *between, end])
            if len({*between}) < least["countries"] or not straight or along is None:
                continue
            if (times := round(along / straight, 1)) >= least["times"]:
                rows.append((text, *recorded, start, end, times))
                break
    kinds = [pl.String()] * 6 + [pl.Float64()]
    odd = pl.DataFrame(
        rows, schema=dict(zip(["text", *_RECORDED, "start", "end", "times"], kinds, strict=True)), orient="row"
    )
    return ways.join(odd, on=["text", *_RECORDED], nulls_equal=True, maintain_order="left").select(
        "line",
        reason=pl.format("From {} to {} along {}: {} times the straight way.", "start", "end", "text", "times"),
        figures=figures(origin=pl.col("start"), route=pl.col("text"), times=pl.col("times")),
    )


def _ends_of(
    stops: list[str], origin: str | None, dispatch: str | None, destination: str | None
) -> Iterator[tuple[str, str]]:
    """The ends of a way that is told by its stops: as the columns give them, and as the stops do where no column says
    otherwise.
    """
    start = origin or dispatch
    if start and destination:
        yield start, destination
    if dispatch in (None, stops[0]) and destination in (None, stops[-1]):
        yield stops[0], stops[-1]


def _ways_round(lines: pl.DataFrame, step: str, why_odd: Callable[..., str]) -> pl.DataFrame:
    """The lines whose way through the country of a step is odd, and why."""
    way = ["origin", step, "destination"]
    rows = [
        (start, middle, end, round(there.times, 1), why)
        for start, middle, end in texts(lines.select(way).drop_nulls().unique()).rows()
        if middle not in (start, end)
        and (there := way_through(start, middle, end))
        and (why := why_odd((start, middle, end), there, carried=step == "via"))
    ]
    kinds = [pl.String()] * 3 + [pl.Float64(), pl.String()]
    odd = pl.DataFrame(rows, schema=dict(zip([*way, "times", "why"], kinds, strict=True)), orient="row")
    near = lines.filter(pl.col(step).is_in(odd.get_column(step).unique().to_list()))
    return (
        texts(near.select("line", *way))
        .join(odd, on=way, maintain_order="left")
        .select(
            "line",
            reason=pl.format("From {} by way of {} to {}, {}: {} times the straight way.", *way, "why", "times"),
            figures=figures(origin=pl.col("origin"), through=pl.col(step), times=pl.col("times")),
        )
    )


def _why_odd(book: Book, rule: Rule, countries: tuple[str, str, str], way: Way, *, carried: bool) -> str:
    """What makes no sense about a way through three countries; empty where nothing does."""
    start, middle, end = countries
    least = rule.settings["detour"]
    if is_landlocked(middle) and middle not in book.rules.coalition and way.times >= least["landlocked"]:
        return f"{middle} having no sea"
    # what was made next door may be bought of a wholesaler far away; it is not carried there
    if carried and are_neighbours(start, end) and way.times >= least["neighbours"]:
        return f"{start} and {end} being neighbours"
    # a continent away nobody is reached through a destination: what is put ashore there may stay there
    if carried and middle in book.rules.destinations and way.onward >= rule.settings["onward"]:
        return f"{middle} being {way.onward:,.0f} km from {end}"
    ashore = not is_landlocked(end) and end not in book.rules.coalition and start in book.rules.coalition
    if carried and middle in book.rules.destinations and ashore and way.times >= rule.settings["detour_ashore"]:
        return f"{end} having a shore"
    # hubs and the coalition have wholesalers who send goods on across the world; other ways end where they are used
    hubs = book.rules.hubs.until
    usual = middle in book.rules.coalition or middle in hubs or end not in hubs
    further = way.round_about - way.straight
    if not usual and way.times >= least["far"] and further >= least["further"]:
        return f"{middle} being half the world away"
    return ""


def _why_off(book: Book, rule: Rule, countries: tuple[str, str, str], way: Way, *, carried: bool) -> str:
    """The same for goods of the coalition that are bound for one of the destinations."""
    start, middle, _ = countries
    least = rule.settings["detour_to_destination"]
    known = book.rules.coalition | book.rules.destinations | set(book.rules.hubs.until)
    further = way.round_about - way.straight
    if carried or start not in book.rules.coalition or middle in known:
        return ""
    return f"{middle} being far off the way" if way.times >= least["far"] and further >= least["further"] else ""


def _why_far(book: Book, rule: Rule, countries: tuple[str, str, str], way: Way, *, carried: bool) -> str:
    """The same for any good: that the way is so much longer, or, where it leads through one of the destinations, longer
    by less. What comes back into the coalition from its own members'
    customers far away may be returned or second-hand.
    """
    start, middle, end = countries
    least = rule.settings["detour_of_any"]
    if middle in book.rules.coalition or {start, end} <= book.rules.coalition:
        return ""
    if carried and middle in book.rules.destinations and not {start, end} & book.rules.destinations:
        least = rule.settings["detour_through_destination"]
    further = way.round_about - way.straight
    return f"{further:,.0f} km further" if way.times >= least["far"] and further >= least["further"] else ""
