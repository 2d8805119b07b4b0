"""The built-in example shows customs records too: what is reported, line by line, and invented ones with patterns."""

from __future__ import annotations

import json
import re
from typing import Any

import openpyxl
import pytest

from screening import runs
from screening.model import PRIORITIES
from screening.reports.columns import EXAMPLE


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return runs.demo(out=tmp_path_factory.mktemp("demo"))


def test_every_sheet_says_that_it_is_an_example(example: Any) -> None:
    book = openpyxl.load_workbook(example.workbook)
    assert {"Red flags", "Leading parties", "Goods followed", "Our own parties", "Chain"} <= set(book.sheetnames)
    for title in book.sheetnames:
        first = next(iter(book[title].iter_rows(values_only=True)))
        assert first[0] == EXAMPLE, title


def test_who_the_articles_name_is_followed_in_the_customs_records(example: Any) -> None:
    followed = {(row["name"], row["side"], row["other"]) for row in example.table("chain_trades").to_pylist()}
    assert ("Fergana Chemical Plant", "sold", "Gunpowder plant in Kazan") in followed
    assert ("Fergana Chemical Plant", "sold", "Gunpowder plant in Perm") in followed
    assert ("Elite Investment Group", "sold", "GS Group") in followed
    assert any(name == "Noy İç Ve Dış Ticaret" for name, _, _ in followed)


def test_an_invented_seller_is_followed_from_table_to_table(example: Any) -> None:
    legs = example.table("chain_legs").to_pylist()
    assert {(leg["first_from"], leg["next_to"]) for leg in legs if leg["grade"] == "same_lot"} == {
        ("Specimen Cellulose Works GmbH", "ООО «Примерная Логистика»")
    }


def test_reported_figures_are_those_of_the_articles(example: Any) -> None:
    rows = [row for row in example.table("records").to_pylist() if row["source"].endswith("reported.csv")]
    assert [row["value_usd"] for row in rows if row["value_usd"] is not None] == [190000.0]
    assert all(row["date"] is None for row in rows)  # the articles give periods, not days


def test_the_manifest_holds_the_mapping_of_every_table(example: Any) -> None:
    settings = json.loads((example.path / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert len(settings["columns"]) == 4


def test_every_table_stands_in_the_order_it_states_in_plain_types(example: Any) -> None:
    found = sorted(path.stem for path in example.path.glob("*.parquet"))
    assert {"hits", "leaders", "chain_legs", "own_parties", "party_alerts", "flow_years"} <= set(found)
    for name in found:
        table = example.table(name)
        assert not any("large" in str(field.type) or "view" in str(field.type) for field in table.schema), name
        stated = table.schema.metadata[b"sorted_by"].decode()
        if stated == "order of files, sheets and rows":
            assert name in {"records", "record_parties"}
            continue
        keys = [re.fullmatch(r"(\w+)(?: \((.*)\))?", each).groups() for each in stated.split(",")]
        rows = [tuple(_rank(row[key], how or "") for key, how in keys) for row in table.to_pylist()]
        assert rows == sorted(rows), name


def _rank(value: Any, how: str) -> tuple[Any, ...]:
    """A value as its column is said to be sorted by."""
    words = {"critical first": PRIORITIES, "sold first": ("sold", "bought")}
    if "surest" in how:
        words[how] = ("same_document", "same_lot", "same_good", "same_party", "possible_affiliate", "same_address")
    if value is None:
        return (0,) if how == "nulls first" else (2,)
    if how in words:
        return (1, words[how].index(value))
    return (1, -value if how in ("largest first", "heaviest first") else value)


def test_the_example_measures_invented_trade_statistics(example: Any) -> None:
    first = next(row for row in example.verdicts.to_pylist() if row["scope"] == "good")
    assert (first["rank"], first["hub"], first["good"]) == (1, "KG", "854231")
    moved = next(row for row in example.verdicts.to_pylist() if (row["hub"], row["good"]) == ("KZ", "880730"))
    assert (moved["codes"], moved["verdict"]) == ("880330 880730", "fall")
    order = next(row for row in example.verdicts.to_pylist() if (row["hub"], row["good"]) == ("KZ", "845710"))
    assert (order["certainty"], "one large order" in order["reasons"]) == ("weak", True)
    book = openpyxl.load_workbook(example.workbook)
    assert {"Flows", "Series", "Flows as context"} <= set(book.sheetnames)
