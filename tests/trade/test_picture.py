"""The picture of a chain is well-formed whatever stands in the names; the leaders of a good have their share."""

from __future__ import annotations

from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from screening.trade.chain import follow
from screening.trade.picture import as_svg, as_text
from screening.trade.ranking import leaders

NITRO = {"hs_code": "3912200000", "net_kg": 10.0}
HOSTILE = ['<script>alert("x")</script>', "A\x00B\x0b", "\u202eevil", "&amp;", "\ud800", "Имя №1", "x" * 500]


@pytest.mark.parametrize("name", HOSTILE[:4] + HOSTILE[5:])
def test_hostile_names(desk: Any, name: str) -> None:
    book = desk.book([{"exporter": name, "importer": "A", **NITRO}, {"exporter": "A", "importer": name, **NITRO}])
    chain = follow(book, ["s:A", f"s:{name}"])
    tree = fromstring(as_svg(chain))
    assert tree.tag.endswith("svg")
    assert "<script" not in as_svg(chain)
    assert "A" in as_text(chain)


def test_an_empty_chain_is_an_empty_picture(desk: Any) -> None:
    chain = follow(desk.book([]), ["s:A"])
    assert as_text(chain) == ""
    assert fromstring(as_svg(chain)) is not None


def test_text_shows_who_sold_what_to_whom(desk: Any) -> None:
    rows = [
        {"exporter": "S", "importer": "A", "value_usd": 1000.0, **NITRO},
        {"exporter": "A", "importer": "C", **NITRO},
    ]
    assert as_text(follow(desk.book(rows), ["s:A"])) == (
        "  S --[ 391220: USD 1,000 ]-->\nA\n  --[ 391220: 10 kg ]--> C"
    )


def test_many_counterparties_are_one_box(desk: Any) -> None:
    rows = [{"exporter": "A", "importer": f"C{n:02d}", **NITRO} for n in range(30)]
    assert "22 more" in as_text(follow(desk.book(rows), ["s:A"]))


def test_leaders_of_a_good_by_their_share(desk: Any) -> None:
    rows = [
        {"exporter": name, "importer": "X", "value_usd": usd, **NITRO}
        for name, usd in (("N", 47.0), ("O", 33.0), ("P", 20.0))
    ]
    found = [row for row in leaders(desk.book(rows)).to_dicts() if row["side"] == "sold"]
    assert [(row["name"], row["rank"]) for row in found] == [("N", 1), ("O", 2), ("P", 3)]
    assert found[0]["said"] == "47 % of the value of this good in this file"
