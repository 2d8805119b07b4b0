"""Every real list agrees with what its publisher counts; entries are in `test_real_entries`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening import Snapshot
from screening.model import MEASURES, SCHEMAS, SNAPSHOT_TABLES

pytestmark = pytest.mark.real

COMPOSITE = "us_ofac_sdn_composite/2026-08-20"
LISTS = [  # path, list_id, format, list_date, entries
    ("us_ofac_sdn/2021-06", "us_ofac_sdn", "ofac_legacy", None, 8976),
    ("us_ofac_sdn/2022-02-17", "us_ofac_sdn", "ofac_legacy", date(2022, 2, 17), 9056),
    ("us_ofac_sdn/2024-05-01", "us_ofac_sdn", "ofac_legacy", date(2024, 5, 1), 14966),
    ("us_ofac_sdn/2024-05-03/sdn.csv.gz", "us_ofac_sdn", "ofac_legacy", date(2024, 5, 3), 14965),
    (COMPOSITE, "us_ofac_sdn", "ofac_legacy", date(2026, 8, 20), 19249),
    (
        "us_ofac_sdn_compact/ofac-sdn_2026-08-18.json.gz",
        "us_ofac_sdn",
        "ofac_compact",
        date(2026, 8, 18),
        19202,
    ),
    (
        "us_ofac_sdn_compact/ofac-sdn_2026-08-20.json.gz",
        "us_ofac_sdn",
        "ofac_compact",
        date(2026, 8, 20),
        19249,
    ),
    ("us_ofac_nonsdn/consolidated_2025-03-28.xml.gz", "us_ofac_cons", "ofac_sdn_xml", date(2025, 3, 28), 443),
    ("us_ofac_nonsdn/consolidated_2026-01-08.xml.gz", "us_ofac_cons", "ofac_sdn_xml", date(2026, 1, 8), 442),
    (
        "us_ofac_nonsdn/cons_enhanced_2026-01-08.xml.gz",
        "us_ofac_cons",
        "ofac_enhanced",
        date(2026, 1, 8),
        442,
    ),
    ("us_ofac_nonsdn/CONS_ENHANCED.ZIP", "us_ofac_cons", "ofac_enhanced", date(2025, 1, 10), 443),
    ("us_ofac_nonsdn/cons_prim.csv", "us_ofac_cons", "ofac_legacy", None, 442),
    ("us_csl/consolidated_2022-04.csv.gz", "us_csl", "csl_csv", None, 14160),
    ("us_bis_dpl/dpl.txt", "us_bis_dpl", "bis_dpl", None, 546),
    ("eu_fsf/eu_fsf_trimmed_2026-08-05.xml", "eu_fsf", "eu_xml", date(2026, 8, 5), 4),
    ("eu_fsf/eu_fsf_reconstructed_2026-02-26.xml.gz", "eu_fsf", "eu_xml", date(2026, 2, 26), 5860),
    (
        "uk_sanctions_list/uk_sanctions_list_trimmed_2026-09-07.xml",
        "uk_sanctions_list",
        "uk_xml",
        date(2026, 9, 7),
        2,
    ),
    (
        "uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.xml.gz",
        "uk_sanctions_list",
        "uk_xml",
        date(2026, 8, 22),
        6349,
    ),
    (
        "uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.csv.gz",
        "uk_sanctions_list",
        "uk_csv",
        date(2026, 8, 22),
        6349,
    ),
    ("un_consolidated/un_2026-01-28.xml.gz", "un_sc", "un", date(2026, 1, 28), 999),
    ("un_consolidated/un_2026-02-27.xml.gz", "un_sc", "un", date(2026, 2, 27), 1003),
    ("ca_sema/sema_2025-03-20.xml.gz", "ca_sema", "sema", date(2025, 3, 20), 4759),
    ("au_dfat/regulation8_consolidated_2024-12.xlsx", "au_dfat", "dfat", None, 3062),
    ("ch_seco/seco_consolidated_trimmed_2026-08-27.xml", "ch_seco", "seco", date(2026, 8, 27), 3),
    ("ch_seco/seco_official_example_amendment_2024-01-17.xml", "ch_seco", "seco", date(2024, 1, 17), 3),
]
FEW = 0.01
"""Of the pieces of a list at most one in a hundred may be beyond all rules."""


@pytest.mark.parametrize(("path", "list_id", "form", "dated", "entries"), LISTS, ids=[row[0] for row in LISTS])
def test_counts_and_identity_agree_with_what_the_publisher_says(real_list, path, list_id, form, dated, entries):
    snapshot = real_list(path)
    assert len(snapshot) == entries
    assert (snapshot.list_id, snapshot.format, snapshot.list_date) == (list_id, form, dated)
    assert snapshot.snapshot_id.startswith(f"{list_id}@")
    assert set(snapshot.entries["schema"].unique().to_pylist()) <= set(SCHEMAS)
    assert len(snapshot.entries["entry_id"].unique()) == entries
    assert snapshot.counts["primary"] == entries
    measures = snapshot.entries["measures"].to_pylist()
    assert all(measures)
    assert {measure for some in measures for measure in some} <= set(MEASURES)
    for name, schema in SNAPSHOT_TABLES.items():
        assert snapshot.tables[name].schema == schema
    pieces = sum(len(snapshot.tables[name]) for name in ("names", "identifiers", "addresses", "links"))
    assert snapshot.counts["not_understood"] <= FEW * pieces + 10


@pytest.mark.parametrize(
    ("path", "aliases"),
    [("us_ofac_sdn/2021-06", 11910), (COMPOSITE, 20194), ("us_ofac_nonsdn/cons_prim.csv", 1073)],
)
def test_ofac_aliases_are_all_there(real_list, path, aliases):
    assert real_list(path).counts["alias"] == aliases


def test_dfat_name_rows_are_all_there_or_noted(real_list):
    snapshot = real_list("au_dfat/regulation8_consolidated_2024-12.xlsx")
    left_out = sum("small word or legal form, left out: 3" in note for note in snapshot.notes) * 3
    assert snapshot.counts["names"] + left_out == 9553


def test_the_three_forms_of_the_consolidated_list_agree(real_list):
    """The CSV's remarks, taken apart, give what the two XML forms of the same day state field by field."""
    paths = ("cons_prim.csv", "consolidated_2026-01-08.xml.gz", "cons_enhanced_2026-01-08.xml.gz")
    csv, plain, enhanced = (real_list(f"us_ofac_nonsdn/{path}") for path in paths)

    def facts(snapshot: Snapshot, table: str, *columns: str) -> set[tuple[Any, ...]]:
        chosen = snapshot.tables[table].select(["entry_id", *columns])
        return {tuple(row.values()) for row in chosen.to_pylist()}

    for other in (plain, enhanced):
        assert other.entries["entry_id"].equals(csv.entries["entry_id"])
        for column in ("schema", "name", "incorporated_on", "gender"):
            assert other.entries[column].to_pylist() == csv.entries[column].to_pylist(), column
        columns = ("type", "number", "country")
        assert facts(csv, "identifiers", *columns) == facts(other, "identifiers", *columns)
        for mine, theirs in zip(csv.entries.to_pylist(), other.entries.to_pylist(), strict=True):
            assert set(mine["birth_dates"]) == set(theirs["birth_dates"])
            assert set(mine["countries"]) == set(theirs["countries"])
            assert set(mine["programmes"]) == set(theirs["programmes"])
            assert set(mine["measures"]) == set(theirs["measures"]) - ({"asset_freeze"} - set(mine["measures"]))


def test_a_folder_of_several_lists_must_be_named(shared):
    with pytest.raises(Exception, match="holds 5 lists"):
        Snapshot.read(shared / "lists/us_ofac_nonsdn")


def test_a_packed_set_is_the_same_snapshot(shared, sdn_2021, tmp_path):
    import gzip

    for path in (shared / "lists/us_ofac_sdn/2021-06").iterdir():
        (tmp_path / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 1))
    packed = Snapshot.read(tmp_path / "sdn.csv.gz")
    assert packed.sha256 == sdn_2021.sha256
    assert packed.counts == sdn_2021.counts
