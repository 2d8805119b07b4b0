"""Tables written as they come: columns given as codes, and rows that are in order already."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.model import FLAGS, RECORD_PARTIES, SCHEMA_VERSION
from screening.reports import tables
from screening.reports.tables import Gatherer, Streamed


def test_columns_given_as_codes_are_text_in_the_table(tmp_path: Path) -> None:
    with (
        Streamed("plain", tmp_path, RECORD_PARTIES) as plain,
        Streamed("coded", tmp_path, RECORD_PARTIES, coded=("name", "address")) as coded,
    ):
        for many in (3, 5):
            rows = pa.table(
                {
                    "record_id": [f"r{n}" for n in range(many)],
                    "subject_id": ["s"] * many,
                    "role": ["importer"] * many,
                    "name": [f"имя {n % 2}" for n in range(many)],
                    "address": [None if n % 2 else "a" for n in range(many)],
                }
            )
            plain.add(rows)
            for name in ("name", "address"):
                at = rows.schema.get_field_index(name)
                rows = rows.set_column(at, name, pc.dictionary_encode(rows.column(name)))
            coded.add(rows)
    one, other = pq.read_table(plain.path), pq.read_table(coded.path)
    assert other.equals(one)
    assert other.schema.equals(one.schema, check_metadata=True)
    assert other.schema.metadata[b"schema_version"] == str(SCHEMA_VERSION).encode()
    assert pq.read_metadata(coded.path).num_row_groups == 2


_ROWS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from([None, "1", "2"])), max_size=12
)


@given(rows=_ROWS)
def test_rows_are_in_order_where_sorting_would_leave_them(rows: list[tuple[str, str, str | None]]) -> None:
    names = ("flag_id", "subject_id", "record_id")
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    table = pa.table({name: pa.array(each, pa.string()) for name, each in zip(names, columns, strict=True)})
    order = pc.sort_indices(table, [(name, "ascending") for name in names]).to_pylist()
    assert tables._in_order(table) == all(
        table.slice(at, 1).equals(table.slice(place, 1)) for place, at in enumerate(order)
    )


def test_what_comes_in_order_is_written_as_what_is_sorted(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tables, "ROWS_AT_ONCE", 4)
    rows = pa.table(
        {
            "flag_id": [f"f{n // 7}" for n in range(21)],
            "outcome": ["raised"] * 21,
            "subject_id": [f"s{n % 7}" for n in range(21)],
            "reason": [f"r{n}" for n in range(21)],
            "source": [""] * 21,
        }
    )
    read = []
    for name, pieces in (("one", [(0, 7), (7, 14), (14, 21)]), ("other", [(14, 21), (0, 7), (7, 14)])):
        folder = tmp_path / name
        folder.mkdir()
        with Gatherer("flags", folder) as gatherer:
            for first, last in pieces:
                gatherer.add(rows.slice(first, last - first))
            read.append(pq.read_table(gatherer.finish()))
    assert read[0].equals(read[1])
    assert read[0].schema.names == FLAGS.names
    assert read[0].column("reason").to_pylist() == [f"r{n}" for n in range(21)]


def test_what_cannot_be_written_is_raised_at_the_latest_when_the_table_is_closed(tmp_path: Path) -> None:
    table = Streamed("plain", tmp_path, RECORD_PARTIES)
    rows = pa.table({"record_id": pa.array([["a list"]])})
    table.add(rows)
    with pytest.raises(pa.ArrowException):
        table.close()
    table.close()
