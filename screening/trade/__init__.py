"""Goods, red flags and chains on the tables of customs records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.trade.book import Book
    from screening.trade.chain import Chain, follow
    from screening.trade.covered import coverage
    from screening.trade.flags import flag_tables, raise_flags
    from screening.trade.goods import GoodsList
    from screening.trade.listing import listings
    from screening.trade.picture import as_svg, as_text
    from screening.trade.preparing import prepare
    from screening.trade.ranking import leaders
    from screening.trade.rules import Rulebook, load

_HOMES = {
    "Book": "book",
    "prepare": "preparing",
    "Chain": "chain",
    "follow": "chain",
    "leaders": "ranking",
    "as_svg": "picture",
    "as_text": "picture",
    "coverage": "covered",
    "flag_tables": "flags",
    "raise_flags": "flags",
    "GoodsList": "goods",
    "listings": "listing",
    "Rulebook": "rules",
    "load": "rules",
}
__all__ = [
    "Book",
    "Chain",
    "GoodsList",
    "Rulebook",
    "as_svg",
    "as_text",
    "coverage",
    "flag_tables",
    "follow",
    "leaders",
    "listings",
    "load",
    "prepare",
    "raise_flags",
]


def __getattr__(name: str) -> Any:
    """Load the public names on first use: the command line starts without Polars."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"screening.trade.{_HOMES[name]}"), name)
    msg = f"module 'screening.trade' has no attribute {name!r}"
    raise AttributeError(msg)
