"""A small picture of a chain: who sold to the party, to whom it sold, what and for how much, and on to whom perhaps.

As boxes and arrows for whoever draws them (the workbook does), as text and as SVG.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from screening.trade.chain import Chain

_MOST: Final = 8  # boxes on a side; the rest are one box
_FAR: Final = 8  # possible onward buyers
_WIDTH, _ROW, _TOP = 1180, 68, 40
_BOX: Final = 250
_HIGH: Final = 54
_GAP: Final = 60
_NAME: Final = 34  # characters of a name in a box


@dataclass(frozen=True, slots=True)
class Box:
    """A box: a name, a line below it, and a word that marks it out ("listed", "our own"), or nothing."""

    name: str
    line: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One party and those around it; arrows lead from left to right.

    Attributes:
        middle: The party.
        left: From whom it bought, the weightiest first.
        right: To whom it sold.
        far: Where the goods may have gone on: the number of the box at the right, the box, and the grade of the leg.
    """

    middle: Box
    left: Sequence[Box]
    right: Sequence[Box]
    far: Sequence[tuple[int, Box, str]] = ()


def pictures(chain: Chain, marks: Mapping[str, str] | None = None) -> list[Picture]:
    """A picture for each party followed, the one with the most trade first.

    Args:
        chain: What was followed.
        marks: Words that mark parties out, by subject_id.
    """
    marks = marks or {}
    rows = chain.trades.to_dicts()
    legs = chain.legs.filter(chain.legs.get_column("grade") != "same_good").to_dicts()
    weights: dict[tuple[str, str], tuple[float, int]] = {}
    for row in rows:
        key = (row["subject_id"], row["name"])
        value, count = weights.get(key, (0.0, 0))
        weights[key] = (value + (row["value_usd"] or 0.0), count + row["records"])
    made = []
    for subject, name in sorted(weights, key=lambda key: (-weights[key][0], -weights[key][1], key)):
        mine = [row for row in rows if row["subject_id"] == subject]
        left = _side([row for row in mine if row["side"] == "bought"], marks)
        right = _side([row for row in mine if row["side"] == "sold"], marks)
        records = {each for row in mine if row["side"] == "sold" for each in row["record_ids"]}
        onward = [leg for leg in legs if leg["first_from"] == name or leg["first_record"] in records]
        far = _far(onward, right)
        middle = Box(_plain(name), "", marks.get(subject, ""))
        made.append(Picture(middle, [box for _, box in left], [box for _, box in right], far))
    return made


def _money(value: float | None, weight: float | None, records: int, *, partly: bool) -> str:
    if value is not None:
        return f"USD {value:,.0f}{' and more not converted' if partly else ''}"
    return f"{weight:,.0f} kg" if weight is not None else f"{records:,} record{'s' * (records != 1)}"


def _side(rows: Sequence[dict[str, Any]], marks: Mapping[str, str]) -> list[tuple[str, Box]]:
    """One box for each counterparty, the weightiest first, with its name; what is over stands in a last one."""
    by_other: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = row["other"] or "not named"
        one = by_other.setdefault(
            row["other_id"] or "",
            {"id": row["other_id"], "name": name, "usd": None, "kg": None, "n": 0, "goods": {}, "partly": False,
             "country": row["other_country"]},
        )  # fmt: skip
        one["n"] += row["records"]
        one["partly"] = one["partly"] or bool(row["not_converted"])
        one["goods"][row["hs6"] or "no code"] = None
        for ours, theirs in (("usd", "value_usd"), ("kg", "net_kg")):
            if row[theirs] is not None:
                one[ours] = (one[ours] or 0.0) + row[theirs]
    ordered = sorted(
        by_other.values(), key=lambda one: (-(one["usd"] or 0.0), -(one["kg"] or 0.0), -one["n"], one["name"])
    )
    nodes = [
        (
            one["name"],
            Box(
                _plain(f"{one['name']} ({one['country']})" if one["country"] else one["name"]),
                f"{_goods(list(one['goods']))}: {_money(one['usd'], one['kg'], one['n'], partly=one['partly'])}",
                marks.get(one["id"] or "", ""),
            ),
        )
        for one in ordered[:_MOST]
    ]
    if len(ordered) > _MOST:
        rest = ordered[_MOST:]
        nodes.append(("", Box(f"{len(rest)} more", _money(None, None, sum(one["n"] for one in rest), partly=False))))
    return nodes


def _far(legs: Sequence[dict[str, Any]], right: Sequence[tuple[str, Box]]) -> list[tuple[int, Box, str]]:
    """Where goods sold may have gone on: one box for each buyer at the right and next buyer, the surest first."""
    places = {name: number for number, (name, _) in enumerate(right) if name}
    counted: dict[tuple[int, str, str], int] = {}
    for leg in legs:  # in the order of their grades
        at = places.get(leg["via"])
        if at is not None and leg["next_to"]:
            key = (at, leg["next_to"], leg["grade"])
            counted[key] = counted.get(key, 0) + 1
    found = [
        (at, Box(_plain(name), f"{grade.replace('_', ' ')}, {number:,} leg{'s' * (number != 1)}"), grade)
        for (at, name, grade), number in counted.items()
    ]
    return sorted(found[:_FAR], key=lambda each: each[0])


def _goods(codes: Sequence[str]) -> str:
    return f"{', '.join(codes[:2])}{' …' if len(codes) > 2 else ''}"


def as_text(chain: Chain, marks: Mapping[str, str] | None = None) -> str:
    """The chain as lines of text: sellers, the party, buyers; empty where nothing is known."""

    def said(box: Box) -> str:
        return f"{box.name} [{box.mark}]" if box.mark else box.name

    lines = []
    for each in pictures(chain, marks):
        lines += [f"  {said(box)} --[ {box.line} ]-->" for box in each.left]
        lines.append(said(each.middle))
        for number, box in enumerate(each.right):
            lines.append(f"  --[ {box.line} ]--> {said(box)}")
            lines += [f"      ··[ perhaps, {far.line} ]··> {far.name}" for at, far, _ in each.far if at == number]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place: left edge, top, all in pixels; boxes are `BOX_SIZE`."""

    box: Box
    x: float
    y: float
    strong: bool = False


BOX_SIZE: Final = (_BOX, _HIGH)


def laid_out(picture: Picture) -> tuple[list[Placed], list[tuple[float, float, float, float, bool]], float]:
    """Where boxes and arrows of a picture stand.

    Returns:
        The boxes; the arrows as x, y of their start and end and whether they are only possible; the height.
    """
    height = max(len(picture.left), len(picture.right), len(picture.far), 1) * _ROW
    middle = Placed(picture.middle, 20.0 + _BOX + _GAP, (height - _HIGH) / 2, strong=True)
    boxes, arrows = [middle], []

    def column(count: int, number: int) -> float:
        return number * _ROW + (height - count * _ROW) / 2 + (_ROW - _HIGH) / 2

    for number, box in enumerate(picture.left):
        y = column(len(picture.left), number)
        boxes.append(Placed(box, 20.0, y))
        arrows.append((20.0 + _BOX, y + _HIGH / 2, middle.x, height / 2, False))
    tops = []
    for number, box in enumerate(picture.right):
        y = column(len(picture.right), number)
        tops.append(y)
        boxes.append(Placed(box, middle.x + _BOX + _GAP, y))
        arrows.append((middle.x + _BOX, height / 2, middle.x + _BOX + _GAP, y + _HIGH / 2, False))
    x = middle.x + 2 * (_BOX + _GAP)
    for number, (at, box, _) in enumerate(picture.far):
        y = column(len(picture.far), number)
        boxes.append(Placed(box, x, y))
        arrows.append((x - _GAP, tops[at] + _HIGH / 2, x, y + _HIGH / 2, True))
    return boxes, arrows, height


def as_svg(chain: Chain, marks: Mapping[str, str] | None = None) -> str:
    """The chain as an SVG picture: sellers at the left, the party, buyers at the right, then possible next buyers."""
    parts: list[str] = []
    top = float(_TOP)
    for picture in pictures(chain, marks):
        boxes, arrows, height = laid_out(picture)
        parts += [_box(each, top) for each in boxes]
        parts += [
            f'<line x1="{x1:.0f}" y1="{y1 + top:.0f}" x2="{x2:.0f}" y2="{y2 + top:.0f}" '
            f'stroke="#555"{" stroke-dasharray=" + chr(34) + "4 3" + chr(34) if maybe else ""} '
            'marker-end="url(#arrow)"/>'
            for x1, y1, x2, y2, maybe in arrows
        ]
        top += height + _ROW
    width = _WIDTH + 80
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top:.0f}" '
        f'viewBox="0 0 {width} {top:.0f}" font-family="sans-serif" font-size="12">'
        '<defs><marker id="arrow" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto">'
        '<path d="M0,0 L7,3 L0,6 z" fill="#555"/></marker></defs>'
    )
    return f"{head}{''.join(parts)}</svg>\n"


def _box(placed: Placed, top: float) -> str:
    box, x, y = placed.box, placed.x, placed.y + top
    weight = ' font-weight="bold"' if placed.strong else ""
    fill = "#f6dad4" if box.mark else "#f4f4f4"
    lines = "".join(
        f'<text x="{x + 8:.0f}" y="{y + at:.0f}" fill="{ink}" font-size="10">{escape(line)}</text>'
        for at, ink, line in ((32, "#555", box.line), (46, "#8a1b1b", box.mark))
        if line
    )
    return (
        f"<g><title>{escape(box.name)}</title>"
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{_BOX}" height="{_HIGH}" fill="{fill}" stroke="#888"/>'
        f'<text x="{x + 8:.0f}" y="{y + 17:.0f}"{weight}>{escape(shortened(box.name))}</text>{lines}</g>'
    )


def shortened(name: str, most: int = _NAME) -> str:
    """A name that fits into a box."""
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _plain(text: str) -> str:
    """Text without control characters, surrogates or marks of direction: names come from hostile tables."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
