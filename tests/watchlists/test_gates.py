"""The quality gates: what keeps a new snapshot out, each with its sentence."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from screening.watchlists.catalogue import CatalogueEntry, Gates, KnownEntry
from screening.watchlists.gates import check

KNOWN = CatalogueEntry(
    "house",
    "Ours",
    measures=("asset_freeze",),
    entries=(50, 500),
    known=(KnownEntry("PARTY NUMBER 7 LLC", "7"),),
)


def test_the_same_list_passes(snapshot, parties):
    assert check(snapshot(parties(100)), snapshot(parties(100)), KNOWN).passed


@pytest.mark.parametrize(("lost", "passes"), [(2, True), (3, False)])
def test_more_than_two_percent_of_the_entries_may_not_go(snapshot, parties, lost, passes):
    rows = [row for row in parties(100) if row["programme"] == "A"]
    old = [*rows, *parties(100)[9::10]]
    new = [row for row in old if row["entry_id"] not in [str(i) for i in range(1, lost + 1)]]
    verdict = check(snapshot(new), snapshot(old), KNOWN)
    assert verdict.passed is passes
    if not passes:
        assert "3 of the 100 entries in force are gone (3.0%, allowed are 2.0%)" in verdict.failures


def test_entries_that_come_do_not_make_up_for_those_that_go(snapshot, parties):
    old = parties(100)
    new = [{**row, "entry_id": f"x{row['entry_id']}"} if int(row["entry_id"]) > 90 else row for row in old]
    assert not check(snapshot(new), snapshot(old), KNOWN).passed


@pytest.mark.parametrize("how", ["entry gone", "programme gone"])
def test_more_than_a_quarter_of_one_programme_may_not_go(snapshot, parties, how):
    old = parties(400)
    lost = {"10", "20", "30", "40", "50", "60", "70", "80", "90", "100", "110"}
    if how == "entry gone":
        new = [row for row in old if row["entry_id"] not in lost]
        gates = KNOWN.gates.__class__(max_entries_lost=0.1)
    else:
        new = [{**row, "programme": "A"} if row["entry_id"] in lost else row for row in old]
        gates = KNOWN.gates
    verdict = check(snapshot(new), snapshot(old), replace(KNOWN, gates=gates))
    assert verdict.failures == ["programme B has lost 11 of its 40 entries (28%, allowed are 25%)"]


def test_the_catalogue_may_say_otherwise(snapshot, parties):
    old, new = snapshot(parties(100)), snapshot(parties(80))
    assert not check(new, old, KNOWN).passed
    assert check(new, old, replace(KNOWN, gates=Gates(max_entries_lost=0.5, max_programme_lost=0.5))).passed


def test_an_older_list_does_not_replace_a_newer_one(snapshot, parties):
    old, new = snapshot(parties(60), published="2026-02-02"), snapshot(parties(60), published="2026-02-01")
    verdict = check(new, old, KNOWN)
    assert verdict.failures == ["it is older (2026-02-01) than the list in force (2026-02-02)"]


def test_columns_that_were_filled_must_stay_filled(snapshot, parties):
    old = parties(100, address="1 Main Street, Almaty", id_type="BIN", id_number="123456789012")
    verdict = check(snapshot(parties(100)), snapshot(old), KNOWN)
    text = " ".join(verdict.failures)
    for word in ("identifiers", "addresses"):
        assert f"only 0% of the entries have {word}, in the list in force 100% have" in text


def test_a_known_entry_must_stay(snapshot, parties):
    new = [row for row in parties(100) if row["entry_id"] != "7"]
    verdict = check(snapshot(new), snapshot(parties(100)), KNOWN)
    assert verdict.failures == ["the entry 7 PARTY NUMBER 7 LLC, known for years, is not on it"]
    assert check(snapshot(new), snapshot(new), KNOWN).passed, "a loss that was accepted is not brought up again"


def test_a_known_entry_is_found_by_name_whatever_the_order_of_its_parts(snapshot, parties):
    known = replace(KNOWN, known=(KnownEntry("Lukashenko, Aleksandr"),))
    rows = [
        *parties(60),
        {"entry_id": "p", "schema": "Person", "name": "Aleksandr LUKASHENKO", "measure": "asset_freeze"},
    ]
    assert check(snapshot(rows), None, known).passed


def test_the_first_copy_is_held_against_the_catalogue(snapshot, parties):
    half = snapshot(parties(20))
    download = check(half, None, KNOWN)
    assert download.failures == ["it has 20 entries where 50 or more are expected: it may not be whole"]
    by_hand = check(half, None, KNOWN, attended=True)
    assert by_hand.passed
    assert by_hand.warnings == download.failures
    assert check(half, None, None).passed, "of a list of one's own nothing is expected"


def test_an_official_list_without_measures_was_not_understood(snapshot, parties):
    read = snapshot(parties(60))
    column = read.entries.schema.get_field_index("measures")
    none = pa.array([[]] * 60, read.entries.schema.field(column).type)
    bare = replace(read, entries=read.entries.set_column(column, read.entries.schema.field(column), none))
    assert "no measure" in check(bare, None, KNOWN).failures[0]
    assert check(bare, None, None).passed


@pytest.mark.real
@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("us_ofac_sdn/2024-05-01", "us_ofac_sdn/2024-05-03", None),
        (
            "us_ofac_nonsdn/consolidated_2025-03-28.xml.gz",
            "us_ofac_nonsdn/consolidated_2026-01-08.xml.gz",
            None,
        ),
        ("us_ofac_sdn/2024-05-03", "us_ofac_sdn_composite/2026-08-20", "programme SYRIA has lost"),
    ],
)
def test_real_updates_pass_and_the_end_of_a_programme_is_noticed(shared, real_list, old, new, sentence):
    verdict = check(real_list(new), real_list(old), None)
    assert verdict.passed is (sentence is None)
    assert sentence is None or any(sentence in text for text in verdict.failures)
