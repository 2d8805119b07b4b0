"""A small picture of a chain: who sold to the party, to whom it sold, what and for how much. As text and as SVG."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

from screening.trade.chain import Chain

_MOST: Final = 8  # boxes on a side; the rest are one box
_WIDTH, _ROW, _TOP = 900, 56, 40
_BOX: Final = 250
_NAME: Final = 34  # characters of a name in a box


@dataclass(frozen=True, slots=True)
class _Node:
    name: str
    line: str


def _money(value: float | None, weight: float | None, records: int) -> str:
    if value is not None:
        return f"USD {value:,.0f}"
    return f"{weight:,.0f} kg" if weight is not None else f"{records:,} records"


def _side(rows: Sequence[dict[str, Any]]) -> list[_Node]:
    """One node for each counterparty, the weightiest first; what is over stands in a last one."""
    by_other: dict[str, dict[str, Any]] = {}
    for row in rows:
        key = row["other_id"] or ""
        one = by_other.setdefault(
            key,
            {
                "name": row["other"] or "not named",
                "usd": None,
                "kg": None,
                "n": 0,
                "goods": {},
                "country": row["other_country"],
            },
        )
        one["n"] += row["records"]
        one["goods"][row["hs6"] or "no code"] = None
        for ours, theirs in (("usd", "value_usd"), ("kg", "net_kg")):
            if row[theirs] is not None:
                one[ours] = (one[ours] or 0.0) + row[theirs]
    ordered = sorted(
        by_other.values(), key=lambda one: (-(one["usd"] or 0.0), -(one["kg"] or 0.0), -one["n"], one["name"])
    )
    nodes = [
        _Node(
            f"{one['name']} ({one['country']})" if one["country"] else one["name"],
            f"{_goods(list(one['goods']))}: {_money(one['usd'], one['kg'], one['n'])}",
        )
        for one in ordered[:_MOST]
    ]
    if len(ordered) > _MOST:
        rest = ordered[_MOST:]
        nodes.append(_Node(f"{len(rest)} more", f"{sum(one['n'] for one in rest):,} records"))
    return nodes


def _goods(codes: Sequence[str]) -> str:
    return f"{', '.join(codes[:2])}{' …' if len(codes) > 2 else ''}"


def _sides(chain: Chain) -> dict[str, tuple[list[_Node], list[_Node]]]:
    """For each party by name: those it bought from, and those it sold to."""
    rows = chain.trades.to_dicts()
    names = dict.fromkeys((row["subject_id"], row["name"]) for row in sorted(rows, key=lambda row: row["subject_id"]))
    return {
        f"{name}": (
            _side([row for row in rows if row["subject_id"] == subject and row["side"] == "bought"]),
            _side([row for row in rows if row["subject_id"] == subject and row["side"] == "sold"]),
        )
        for subject, name in names
    }


def as_text(chain: Chain) -> str:
    """The chain as lines of text: sellers, the party, buyers; empty where nothing is known."""
    lines = []
    for name, (sellers, buyers) in _sides(chain).items():
        lines += [f"  {_plain(node.name)} --[ {node.line} ]-->" for node in sellers]
        lines.append(_plain(name))
        lines += [f"  --[ {node.line} ]--> {_plain(node.name)}" for node in buyers]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def as_svg(chain: Chain) -> str:
    """The chain as an SVG picture: sellers at the left, the party in the middle, buyers at the right."""
    parts: list[str] = []
    top = _TOP
    for name, (sellers, buyers) in _sides(chain).items():
        height = max(len(sellers), len(buyers), 1) * _ROW
        middle = top + height / 2
        parts.append(_box((_WIDTH - _BOX) / 2, middle - 20, name, "", strong=True))
        for nodes, left in ((sellers, True), (buyers, False)):
            for row, node in enumerate(nodes):
                y = top + row * _ROW + (height - len(nodes) * _ROW) / 2
                x = 20.0 if left else _WIDTH - 20.0 - _BOX
                inner, outer = ((_WIDTH - _BOX) / 2, x + _BOX) if left else ((_WIDTH + _BOX) / 2, x)
                parts.append(_box(x, y, node.name, node.line))
                start, end = ((outer, y + 20), (inner, middle)) if left else ((inner, middle), (outer, y + 20))
                parts.append(
                    f'<line x1="{start[0]:.0f}" y1="{start[1]:.0f}" x2="{end[0]:.0f}" y2="{end[1]:.0f}" '
                    'stroke="#555" marker-end="url(#arrow)"/>'
                )
        top += height + _ROW
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{top:.0f}" '
        f'viewBox="0 0 {_WIDTH} {top:.0f}" font-family="sans-serif" font-size="12">'
        '<defs><marker id="arrow" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto">'
        '<path d="M0,0 L7,3 L0,6 z" fill="#555"/></marker></defs>'
    )
    return f"{head}{''.join(parts)}</svg>\n"


def _box(x: float, y: float, name: str, line: str, *, strong: bool = False) -> str:
    text = _plain(name)
    short = text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"
    weight = ' font-weight="bold"' if strong else ""
    second = (
        f'<text x="{x + 8:.0f}" y="{y + 33:.0f}" fill="#555" font-size="10">{escape(_plain(line))}</text>'
        if line
        else ""
    )
    return (
        f"<g><title>{escape(text)}</title>"
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{_BOX}" height="40" fill="#f4f4f4" stroke="#888"/>'
        f'<text x="{x + 8:.0f}" y="{y + 17:.0f}"{weight}>{escape(short)}</text>{second}</g>'
    )


def _plain(text: str) -> str:
    """Text without control characters, surrogates or marks of direction: names come from hostile tables."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
