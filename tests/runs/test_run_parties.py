"""The pipeline on party tables: hits, folder, manifest, determinism, and what is left when it fails."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from screening import Snapshot, runs
from screening.errors import ExitCode, InputError, ListError, OutputError, SettingsError
from screening.intake import parties as parties_module
from screening.model import HITS, SUBJECTS


def found(run: runs.Run) -> set[tuple[str, str, str]]:
    return {(row["subject_name"], row["entry_id"], row["matched_on"]) for row in run.hits.to_pylist()}


def test_a_table_is_screened_to_a_whole_run_folder(tmp_path: Path, small_list: Path, customers: Path) -> None:
    run = runs.parties([customers], lists=[small_list], out=tmp_path / "out")
    assert found(run) == {
        ("UZSTANEX MChJ", "1", "name"),
        ("Igor Beispielov", "3", "name"),
        ("Other Name MChJ", "1", "identifier"),
    }
    names = {path.name for path in run.path.iterdir()}
    assert names >= {"report.xlsx", "hits.parquet", "subjects.parquet", "rejects.parquet", "manifest.json"}
    assert run.hits.schema.names == HITS.names
    assert run.subjects.schema.names == SUBJECTS.names
    assert len(run.subjects) == 4
    assert run.rejects.column("line").to_pylist() == [5]
    assert run.exit_code == ExitCode.ROWS_REJECTED
    assert run.open_alerts == 3
    manifest = json.loads((run.path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"][0]["rows_in"] == 4
    assert manifest["settings"]["threshold"] == run.manifest["settings"]["threshold"]
    assert manifest["snapshots"][0]["sha256"]


def test_the_same_input_gives_the_same_tables(tmp_path: Path, small_list: Path, customers: Path) -> None:
    one = runs.parties([customers], lists=[small_list], out=tmp_path / "a")
    two = runs.parties([customers], lists=[small_list], out=tmp_path / "b")
    for name in ("hits", "subjects", "rejects"):
        assert (one.path / f"{name}.parquet").read_bytes() == (two.path / f"{name}.parquet").read_bytes()


def test_batches_change_nothing(tmp_path: Path, small_list: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.csv"
    rows = "".join(f"{number % 7},Uzstanex {'x' * (number % 3)},UZ\n" for number in range(30))
    path.write_text("id,name,country\n" + rows, encoding="utf-8")
    whole = runs.parties([path], lists=[small_list], out=tmp_path / "a")
    read = parties_module.PartyReader.batches
    monkeypatch.setattr(parties_module.PartyReader, "batches", lambda self: read(self, 4))
    small = runs.parties([path], lists=[small_list], out=tmp_path / "b")
    assert whole.subjects.to_pylist() == small.subjects.to_pylist()
    columns = ["subject_id", "entry_id", "score"]
    assert whole.hits.select(columns).to_pylist() == small.hits.select(columns).to_pylist()


def test_lists_may_be_snapshots_paths_and_several(tmp_path: Path, small_list: Path, customers: Path) -> None:
    other = tmp_path / "other_2025-01-01.csv"
    other.write_text("entry_id,name\n9,UZSTANEX LLC\n", encoding="utf-8")
    run = runs.parties([customers], lists=[Snapshot.read(small_list), str(other), other], out=tmp_path / "o")
    assert {row["list_id"] for row in run.hits.to_pylist()} == {"small_2026-01-01", "other_2025-01-01"}
    assert len(run.manifest["snapshots"]) == 2


def test_settings_are_recorded_with_their_reason(tmp_path: Path, small_list: Path, customers: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('binds_us = ["UK"]\nthreshold = 0.9\nwhy = "fitted in March"\n', encoding="utf-8")
    run = runs.parties([customers], lists=small_list, out=tmp_path / "o", settings=file)
    assert run.manifest["settings"]["threshold"] == 0.9
    assert run.manifest["settings"]["binds_us"] == ["UK"]
    assert run.manifest["reasons"]["threshold"] == "fitted in March"
    run = runs.parties([customers], lists=small_list, out=tmp_path / "o", settings=file, threshold=0.95)
    assert run.manifest["settings"]["threshold"] == 0.95
    assert any("without a reason" in note for note in run.notes)


def test_everything_wrong_with_settings_is_said_at_once(tmp_path: Path, small_list: Path, customers: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('treshold = 0.9\nlimit = "many"\nbinds_us = "US"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"did you mean threshold\?.*limit must be.*binds_us must be"):
        runs.parties([customers], lists=small_list, out=tmp_path / "o", settings=file)
    with pytest.raises(SettingsError, match="threshold must be a number above 0"):
        runs.parties([customers], lists=small_list, out=tmp_path / "o", threshold=1.5)


@pytest.mark.parametrize(
    "lists", [None, [], "no_such_list", "none/list.csv", "gone_2020.csv", "us_ofac_sdn@2020-01-01"]
)
def test_a_missing_list_screens_nothing(tmp_path: Path, customers: Path, lists: object) -> None:
    with pytest.raises(ListError):
        runs.parties([customers], lists=lists, out=tmp_path / "o")
    assert not (tmp_path / "o").exists()


def test_an_old_list_is_refused_where_an_age_is_set(tmp_path: Path, small_list: Path, customers: Path) -> None:
    with pytest.raises(ListError, match="days old"):
        runs.parties([customers], lists=small_list, out=tmp_path / "o", max_age=1)


def test_the_list_goes_before_the_input(tmp_path: Path) -> None:
    with pytest.raises(ListError):
        runs.parties([tmp_path / "none.csv"], lists="none/list.csv", out=tmp_path / "o")


def test_nothing_half_written_is_left(
    tmp_path: Path, small_list: Path, customers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with pytest.raises(InputError):
        runs.parties([customers, tmp_path / "none.csv"], lists=small_list, out=out)
    assert not out.exists()
    unnamed = tmp_path / "unnamed.csv"
    unnamed.write_text("colour;taste\nred;sweet\n", encoding="utf-8")
    monkeypatch.setattr("screening.intake.refused.OPENED_TWICE", 0)  # a large file is not looked at beforehand
    with pytest.raises(InputError, match="no name column"):
        runs.parties([unnamed], lists=small_list, out=out)
    assert list(out.iterdir()) == []

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("screening.reports.folder.write_workbook", stop)
    with pytest.raises(KeyboardInterrupt):
        runs.parties([customers], lists=small_list, out=out)
    assert list(out.iterdir()) == []


def test_an_unusable_output_folder(tmp_path: Path, small_list: Path, customers: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    for out in (blocked, blocked / "below"):
        with pytest.raises(OutputError, match=r"is a file, not a folder\. Name another --out"):
            runs.parties([customers], lists=small_list, out=out)


def test_an_existing_output_folder_gets_a_run_beside_what_is_there(
    tmp_path: Path, small_list: Path, customers: Path
) -> None:
    (tmp_path / "out" / "old").mkdir(parents=True)
    run = runs.parties([customers], lists=small_list, out=tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"old", run.path.name}


def test_a_list_read_before_is_taken_from_the_cache_until_it_changes(
    tmp_path: Path, small_list: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from screening.runs.lists import read_cached

    first = read_cached(small_list)
    assert list((data_folder / "cache" / "lists").iterdir())
    monkeypatch.setattr("screening.watchlists.formats.read_any", lambda *_, **__: pytest.fail("parsed again"))
    again = read_cached(small_list)
    assert again.snapshot_id == first.snapshot_id
    assert again.names.equals(first.names)
    monkeypatch.undo()
    small_list.write_text(small_list.read_text(encoding="utf-8") + "4,Company,NEW LLC,,,,,,,,\n", encoding="utf-8")
    monkeypatch.setenv("SCREENING_DATA_DIR", str(data_folder))
    assert len(read_cached(small_list)) == 4


def test_a_broken_cache_is_done_without(small_list: Path, data_folder: Path) -> None:
    from screening.runs.lists import read_cached

    read_cached(small_list)
    for path in (data_folder / "cache" / "lists").glob("*/names.parquet"):
        path.write_bytes(b"rubbish")
    assert len(read_cached(small_list)) == 3


def test_progress_is_told(tmp_path: Path, small_list: Path, customers: Path) -> None:
    class Heard:
        stages: list[str] = []  # noqa: RUF012
        steps = 0

        def stage(self, text: str, total: int | None = None) -> None:
            self.stages.append(text)

        def advance(self, steps: int) -> None:
            self.steps += steps

    heard = Heard()
    runs.parties([customers], lists=small_list, out=tmp_path / "o", progress=heard)
    assert "screening parties" in heard.stages
    assert heard.steps == 4


def test_match_looks_names_up_and_writes_nothing(tmp_path: Path, small_list: Path) -> None:
    hits = runs.match(["Узстанекс", "Quiet Meadow", "Igor Beispielov"], lists=small_list)
    assert hits.column("subject_name").to_pylist() == ["Узстанекс", "Igor Beispielov"]
    with pytest.raises(InputError):
        runs.match(["..."], lists=small_list)
    with pytest.raises(InputError, match="schema"):
        runs.match(["A"], lists=small_list, schema="Planet")
    with pytest.raises(InputError, match="country"):
        runs.match(["A"], lists=small_list, country="Narnia")


def test_match_looks_among_entries_of_every_kind_and_a_ships_name_alone_is_weak(tmp_path: Path) -> None:
    path = tmp_path / "ships.csv"
    path.write_text('entry_id,schema,name\n1,Vessel,SEA ROSE\n2,Person,"BEISPELOV, Igor"\n', encoding="utf-8")
    hits = runs.match(["Sea Rose", "Igor Beispelov"], lists=path).to_pylist()
    assert [(hit["entry_id"], hit["schema"]) for hit in hits] == [("1", "Vessel"), ("2", "Person")]
    assert hits[0]["match_strength"] == "weak"
    assert len(runs.match(["Sea Rose"], lists=path, schema="LegalEntity")) == 0


def test_the_hits_are_sorted_by_their_keys(tmp_path: Path, small_list: Path, customers: Path) -> None:
    run = runs.parties([customers], lists=small_list, out=tmp_path / "o")
    assert pq.read_schema(run.path / "hits.parquet").metadata[b"sorted_by"]
    ids = run.hits.column("subject_id").to_pylist()
    assert ids == sorted(ids)


def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, customers: Path) -> None:
    with pytest.raises(ListError, match="not a list: int"):
        runs.parties(customers, lists=[5], out=tmp_path / "out")


@pytest.mark.parametrize("named", ["", " "])
def test_an_empty_name_of_a_list_is_not_the_folder_one_stands_in(tmp_path, monkeypatch, small_list, named):
    monkeypatch.chdir(small_list.parent)
    with pytest.raises(ListError, match="no list was named"):
        runs.parties([small_list], lists=[named], out=tmp_path)


def test_a_country_of_an_own_list_that_is_not_known_is_said_with_its_place_and_loses_no_entry(
    tmp_path: Path, customers: Path
) -> None:
    own = tmp_path / "blocked.csv"
    own.write_text(
        "entry_id,schema,name,country,id_number,id_country\n"
        "1,Company,Quiet Meadow,UZ,,\n2,Company,UZSTANEX,Ruritania; UZ,,\n3,Company,Grey Owl,,12345678,Ruritania\n",
        encoding="utf-8",
    )
    assert Snapshot.read(own).entries.column("countries").to_pylist() == [["UZ"], ["UZ"], []]
    run = runs.parties([customers], lists=[own], out=tmp_path / "out")
    assert "2" in {row["entry_id"] for row in run.hits.to_pylist()}
    (note,) = (note for note in run.notes if "Ruritania" in note)
    assert note.startswith("blocked: countries not known")
    assert ": 2 (the first: 'Ruritania', blocked.csv, row 3, column country)" in note
    assert note in run.manifest["notes"]


def test_the_workbook_says_until_when_an_order_holds_and_of_which_month_the_list_is(tmp_path: Path) -> None:
    orders = tmp_path / "house_2019-06.csv"
    orders.write_text(
        "entry_id,schema,name,measure,ended_on\n1,Company,Invented Materials Inc,export_denied,2019-07-12\n",
        encoding="utf-8",
    )
    customers = tmp_path / "customers.csv"
    customers.write_text("name,country\nInvented Materials Inc,US\n", encoding="utf-8")
    run = runs.parties([customers], lists=[orders], out=tmp_path / "out")
    (hit,) = run.hits.to_pylist()
    assert (hit["priority"], hit["match_strength"]) == ("low", "strong")
    assert "ended on 2019-07-12" in hit["why"]
    book = openpyxl.load_workbook(run.workbook)
    heads, row = (list(values) for values in book["Alerts"].iter_rows(min_row=2, max_row=3, values_only=True))
    alert = dict(zip(heads, row, strict=True))
    assert alert["Measure"] == "Export denied (until 2019-07-12)"
    assert alert["List date"] == "2019-06"
    heads, row = (list(values) for values in book["Lists"].iter_rows(min_row=1, max_row=2, values_only=True))
    assert dict(zip(heads, row, strict=True))["List date"] == "2019-06"
    assert "2019-06" in [cell.value for column in book["Summary"].iter_cols() for cell in column]
    assert run.manifest["snapshots"][0]["published"] == "2019-06"
    then = runs.parties([customers], lists=[orders], out=tmp_path / "then", as_of=date(2019, 7, 1))
    assert then.hits.column("priority").to_pylist() == ["high"]


JOINED_LIST = "entry_id,schema,name\n1,Person,Liliya Rotenberg\n2,Person,Suleiman Kerimov\n3,Company,Sberbank PJSC\n"


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ('name;Directors\nAlpha LLC;"Jane Roe, Suleiman KERIMOV"\n', {("Suleiman KERIMOV", "2")}),
        ('name;UBO\nAlpha LLC;"60% Jane Roe, 40% Liliya Rotenberg"\n', {("Liliya Rotenberg", "1")}),
        ('name;Owners\nAlpha LLC;"Zarvon Trading LLC, Sberbank PJSC"\n', {("Sberbank PJSC", "3")}),
        ("name\nJohn Smith and Liliya Rotenberg\n", {("Liliya Rotenberg", "1")}),
        ("name\nMüller Hans / Rotenberg Liliya\n", {("Rotenberg Liliya", "1")}),
        ("name\nEstate of Liliya Rotenberg\n", {("Liliya Rotenberg", "1")}),
        ("CUSTOMER.NO;NAME.1;NAME.2\n7;LILIYA;ROTENBERG\n", {("LILIYA ROTENBERG", "1")}),
        ("KUNNR;NAME1;NAME2;NAME3\n7;LILIYA;ROTENBERG;\n", {("LILIYA ROTENBERG", "1")}),
        (
            ":50K:;:59:;:32A:\n/4081781009991 LILIYA ROTENBERG 12 LENINA STR MOSCOW;1/SULEIMAN KERIMOV 3/KG/OSH;5\n",
            {("LILIYA ROTENBERG", "1"), ("SULEIMAN KERIMOV", "2")},
        ),
        ("name\nDolce & Gabbana\nMarks and Spencer\nKaya Demir ve Ortakları\nSimon & Schuster, Inc.\n", set()),
    ],
)
def test_each_name_of_a_cell_and_each_name_in_pieces_is_found(
    tmp_path: Path, text: str, hits: set[tuple[str, str]]
) -> None:
    listed, table = tmp_path / "joined_2026-01-01.csv", tmp_path / "p.csv"
    listed.write_text(JOINED_LIST, encoding="utf-8")
    table.write_text(text, encoding="utf-8")
    run = runs.parties([table], lists=[listed], out=tmp_path / "out")
    strong = {(row["subject_name"], row["entry_id"]) for row in run.hits.to_pylist() if row["score"] > 0.95}
    assert strong == hits
