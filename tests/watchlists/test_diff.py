"""Differences between snapshots: added, removed, changed, each change by its name."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from screening import Screener, Snapshot
from screening.errors import ListError, OutputError, SettingsError
from screening.watchlists.admission import import_file
from screening.watchlists.changes_book import write_changes
from screening.watchlists.compared import compare
from screening.watchlists.diff import CHANGES, diff, write_parquet

ONE = {
    "entry_id": "1",
    "schema": "Company",
    "name": "JSC TINKOFF BANK",
    "programme": "R",
    "measure": "asset_freeze",
}


def rows(changes) -> list[tuple[str, str | None, str | None]]:
    return [(row["what"], row["before"], row["after"]) for row in changes.table.to_pylist()]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({}, {"name": "T-BANK"}, [("renamed", "JSC TINKOFF BANK", "T-BANK")]),
        ({}, {"name": "JSC  TINKOFF BANK "}, []),
        ({}, {"programme": "S"}, [("programme added", None, "S"), ("programme removed", "R", None)]),
        (
            {},
            {"measure": "sectoral"},
            [("measure added", None, "sectoral"), ("measure removed", "asset_freeze", None)],
        ),
        ({}, {"id_type": "INN", "id_number": "7710140679"}, [("identifier added", None, "INN 7710140679")]),
        (
            {"address": "1 A Street"},
            {"address": "2 A Street"},
            [("address changed", "1 A Street", "2 A Street")],
        ),
        ({"address": "1 A Street"}, {}, [("address removed", "1 A Street", None)]),
        ({"remarks": "old"}, {"remarks": "new"}, [("remarks changed", "old", "new")]),
        ({}, {"country": "RU"}, [("country added", None, "RU")]),
        ({}, {"schema": "Organization"}, [("type changed", "Company", "Organization")]),
    ],
)
def test_each_change_is_named_by_its_field(snapshot, before, after, expected):
    changes = diff(snapshot([ONE | before]), snapshot([ONE | after]))
    assert rows(changes) == expected
    assert changes.counts == {"added": 0, "removed": 0, "changed": int(bool(expected))}
    assert changes.left_out == []


def test_entries_that_come_and_go_are_told_with_what_they_are(snapshot):
    other = ONE | {"entry_id": "2", "name": "OTHER"}
    changes = diff(snapshot([ONE]), snapshot([other]))
    assert changes.counts == {"added": 1, "removed": 1, "changed": 0}
    assert rows(changes) == [
        ("entry added", None, "Company; R; asset_freeze"),
        ("entry removed", "Company; R; asset_freeze", None),
    ]
    assert changes.table.schema.equals(CHANGES)


def test_aliases_are_compared_one_by_one_and_weak_ones_apart(snapshot):
    def alias(name, kind="alias"):
        return {"entry_id": "1", "name": name, "name_type": kind}

    old = snapshot([ONE, alias("A"), alias("B"), alias("C", "weak_alias")])
    new = snapshot([ONE, alias("B"), alias("D"), alias("A", "weak_alias"), alias("C", "weak_alias")])
    assert sorted(rows(diff(old, new))) == sorted(
        [("alias added", None, "D"), ("alias removed", "A", None), ("weak alias added", None, "A")]
    )


def test_a_field_one_side_does_not_carry_is_left_out_and_named(snapshot, parties):
    full = parties(100, address="1 Main Street", remarks="x")
    changes = diff(snapshot(parties(100)), snapshot(full))
    assert rows(changes) == []
    assert changes.left_out == [
        "address (the older snapshot has none)",
        "remarks (the older snapshot has none)",
    ]
    assert diff(snapshot(full), snapshot(parties(100))).left_out[0] == "address (the newer snapshot has none)"
    few = [row | ({"address": "1 Main Street"} if row["entry_id"] == "5" else {}) for row in parties(100)]
    assert rows(diff(snapshot(parties(100)), snapshot(few))) == [("address added", None, "1 Main Street")]


def test_what_to_bear_in_mind_is_noted(snapshot):
    old = snapshot([ONE], "one", published="2026-02-02")
    new = snapshot([ONE], "two", published="2026-02-01")
    text = " ".join(diff(old, new).notes)
    assert "two lists" in text
    assert "the first is the newer one" in text


DENIED = '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"'
DENIED += '\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'


@pytest.fixture
def denied(tmp_path):
    """``denied((name, street, citation), …)``: a denied persons list, which has no ids."""
    count = 0

    def read(*orders) -> Snapshot:
        nonlocal count
        count += 1
        path = tmp_path / f"dpl{count}" / "dpl.txt"
        path.parent.mkdir()
        lines = [
            f'"{name}"\t"{street}"\t"AYER"\t"MA"\t"US"\t"1432"\t"06/04/2012"\t"01/26/2031"\t"Y"\t"2012-06-11"'
            f'\t"NEW"\t"{citation}"\n'
            for name, street, citation in orders
        ]
        path.write_text(DENIED + "".join(lines), encoding="utf-8")
        return Snapshot.read(path)

    return read


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("ZHEN ZHOU WU", "2 OAK ROAD", "77 F.R. 1"), {"address changed"}),
        (("ZHENZHOU WU", "1 ELM ROAD", "77 F.R. 1"), {"renamed"}),
        (("ZHEN ZHOU WU", "1 ELM ROAD", "77 F.R. 1 80 F.R. 2"), {"legal basis added", "legal basis removed"}),
        (("MARIA SCHMIDT", "1 ELM ROAD", "77 F.R. 1"), {"entry added", "entry removed"}),
        (("MARIA SCHMIDT", "9 ASH ROAD", "91 F.R. 4"), {"entry added", "entry removed"}),
    ],
)
def test_entries_without_a_publishers_id_are_paired_on_what_stays(denied, after, expected):
    other = ("I. ASH", "FCI SEAGOVILLE", "68 F.R. 38290")
    changes = diff(denied(("ZHEN ZHOU WU", "1 ELM ROAD", "77 F.R. 1"), other), denied(after, other))
    assert {row["what"] for row in changes.table.to_pylist()} == expected


def test_two_orders_on_one_name_are_not_confused(denied):
    first, second = ("A. SMITH", "1 ELM ROAD", "77 F.R. 1"), ("A. SMITH", "5 FIR ROAD", "88 F.R. 9")
    assert rows(diff(denied(first, second), denied(second, first))) == []
    assert diff(denied(first, second), denied(first)).counts == {"added": 0, "removed": 1, "changed": 0}


@settings(max_examples=25, deadline=None)
@given(data=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True), salt=st.integers(0, 3))
def test_forwards_adds_what_backwards_removes(tmp_path_factory, data, salt):
    folder = tmp_path_factory.mktemp("diff")

    def make(names, tag):
        path = folder / f"{tag}.csv"
        lines = [f"{name},Company,{name.upper()} {tag if name == 'a' else ''} LTD" for name in names]
        path.write_text("entry_id,schema,name\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return Snapshot.read(path, list_id="x")

    old, new = make(sorted("abc"), "old"), make(data, f"new{salt}")
    forth, back = diff(old, new).counts, diff(new, old).counts
    assert (forth["added"], forth["removed"], forth["changed"]) == (
        back["removed"],
        back["added"],
        back["changed"],
    )
    assert diff(old, old).table.num_rows == 0


# --- which snapshots are meant ---


@pytest.fixture
def filled(store, write_list, parties):
    """A store with three versions of ``house``, the last in quarantine."""
    for day, number in (("2026-11-01", 100), ("2026-11-05", 101), ("2026-11-09", 50)):
        import_file(store, write_list(parties(number), f"house_{day}.csv", folder=day), list_id="house")
    return store


@pytest.mark.parametrize(
    ("old", "new", "added", "removed"),
    [
        ("previous", "current", 1, 0),
        ("current", "previous", 0, 1),
        ("current", "quarantine", 0, 51),
        ("2026-11-01", "2026-11-05", 1, 0),
        ("2026-11-03", "2026-11-30", 1, 0),
        ("house", "current", 0, 0),
        ("SNAPSHOT", "current", 1, 0),
        ("FILE", "house", 1, 0),
        ("FILE", "FILE", 0, 0),
    ],
)
def test_snapshots_are_meant_by_file_date_id_or_word(filled, tmp_path, old, new, added, removed):
    named = {
        "FILE": str(tmp_path / "2026-11-01" / "house_2026-11-01.csv"),
        "SNAPSHOT": filled.state("house").versions[0].snapshot_id,
    }
    (changes,) = compare(filled, named.get(old, old), named.get(new, new))
    assert (changes.counts["added"], changes.counts["removed"]) == (added, removed)


@pytest.mark.parametrize(
    ("old", "new", "lists", "error"),
    [
        ("2020-01-01", "current", None, "no list has both"),
        ("2020-01-01", "current", ["house"], "house: no version '2020-01-01'"),
        ("nowhere.csv", "current", None, "no such file"),
        ("nowhere", "current", None, "no snapshot or list 'nowhere'"),
        ("2026-02-31", "current", None, "no such day"),
    ],
)
def test_what_is_not_there_is_one_clear_error(filled, old, new, lists, error):
    with pytest.raises((ListError, SettingsError), match=error):
        compare(filled, old, new, lists)


# --- written ---


def test_the_workbook_holds_text_and_no_formulas(snapshot, tmp_path):
    nasty = ONE | {"name": '=HYPERLINK("http://x","y")', "remarks": "@SUM(1+1)" + "x" * 40_000}
    changes = diff(snapshot([ONE | {"remarks": "-1"}]), snapshot([nasty, ONE | {"entry_id": "2", "name": "+1 LTD"}]))
    path = tmp_path / "changes.xlsx"
    write_changes([changes], path)
    book = load_workbook(path)
    assert book.sheetnames == ["Changes", "Compared"]
    sheet = book["Changes"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet.max_row == 1 + changes.table.num_rows
    assert sheet.freeze_panes == "D2"
    assert [cell.value for cell in sheet[1]][:3] == ["List", "Entry ID", "Name"]
    with pytest.raises(OutputError):
        write_changes([changes], tmp_path / "no" / "folder.xlsx")


def test_the_parquet_file_says_what_was_compared(snapshot, tmp_path):
    changes = diff(snapshot([ONE]), snapshot([ONE | {"name": "T-BANK"}]))
    write_parquet([changes], tmp_path / "c.parquet")
    table = pq.read_table(tmp_path / "c.parquet")
    assert table.num_rows == 1
    about = json.loads(table.schema.metadata[b"compared"])
    assert about[0]["new"] == changes.new
    with pytest.raises(OutputError):
        write_parquet([changes], tmp_path / "no" / "c.parquet")


# --- the real pairs ---


@pytest.mark.real
@pytest.mark.parametrize(
    ("old", "new", "added", "removed", "renamed"),
    [
        ("us_ofac_sdn/2024-05-01", "us_ofac_sdn/2024-05-03", 7, 8, 0),
        (
            "us_ofac_sdn_compact/ofac-sdn_2026-08-18.json.gz",
            "us_ofac_sdn_compact/ofac-sdn_2026-08-20.json.gz",
            47,
            0,
            None,
        ),
        ("un_consolidated/un_2026-01-28.xml.gz", "un_consolidated/un_2026-02-27.xml.gz", 4, 0, None),
        (
            "us_ofac_nonsdn/consolidated_2025-03-28.xml.gz",
            "us_ofac_nonsdn/consolidated_2026-01-08.xml.gz",
            0,
            1,
            1,
        ),
        ("us_ofac_sdn/2022-02-17", "us_ofac_sdn/2024-05-03", 6400, 491, 51),
    ],
)
def test_real_pairs(real_list, old, new, added, removed, renamed):
    before, after = real_list(old), real_list(new)
    changes = diff(before, after)
    assert (changes.counts["added"], changes.counts["removed"]) == (added, removed)
    assert len(after) - len(before) == added - removed
    assert renamed is None or changes.kinds.get("renamed", 0) == renamed


@pytest.mark.real
def test_the_38_renames_up_to_the_composite_and_nothing_else_are_renames(real_list, sdn_composite):
    changes = diff(real_list("us_ofac_sdn/2024-05-03"), sdn_composite)
    assert changes.kinds["renamed"] == 38
    renamed = {
        row["entry_id"]: (row["before"], row["after"]) for row in changes.table.to_pylist() if row["what"] == "renamed"
    }
    assert renamed["44259"] == ("JSC TINKOFF BANK", "T-BANK")
    assert renamed["11438"] == ("LOS ZETAS", "CARTEL DEL NORESTE")
    assert renamed["35901"][1] == "PUBLIC JOINT STOCK COMPANY YAKOVLEV"
    assert "alias (the older snapshot has none)" in changes.left_out
    assert "address (the older snapshot has none)" in changes.left_out
    assert not {"alias", "address"} & set(changes.table["field"].to_pylist())


def test_a_name_the_publisher_has_since_changed_is_a_rename_and_is_still_found(write_list) -> None:
    # SDN 50936 as the news of 2024 has it, and as the list has called it since
    entry = {"entry_id": "50936", "schema": "Organization", "programme": "RUSSIA-EO14024", "measure": "asset_freeze"}
    other = {"entry_id": "50839", "schema": "Organization", "name": "OOO UZSTANEX"}
    old, new = (
        Snapshot.read(write_list([entry | {"name": name}, other], "sdn.csv", folder))
        for name, folder in (
            ("SHANGHAI WINSUN IMP AND EXP CO LTD", "2024"),
            ("SHANGHAI WINSON IMP AND EXP CO LTD", "2026"),
        )
    )
    (change,) = diff(old, new).table.to_pylist()
    assert (change["entry_id"], change["what"]) == ("50936", "renamed")
    for name in ("Shanghai Winsun Imp and Exp Co Ltd", "Shanghai Winsun"):
        hits = Screener([new]).screen(pa.table({"name": [name], "schema": ["Company"]}))
        assert hits.column("entry_id").to_pylist() == ["50936"]
