"""The store: what is in force and was on a day; whole or not at all; two writers; damage noticed."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from screening import Snapshot
from screening.errors import ExitCode, ListError, OutputError, SettingsError
from screening.watchlists import disk
from screening.watchlists.admission import import_file
from screening.watchlists.quarantine import accept, quarantined, reject
from screening.watchlists.seen import first_seen
from screening.watchlists.status import status
from screening.watchlists.store import Store, check_age, data_dir, snapshots_in_force


@pytest.fixture
def bring(store, write_list):
    """``bring(rows, day)``: import those rows as list ``house`` published on that day."""

    def do(rows, day="", **options):
        path = write_list(rows, f"house{'_' + day if day else ''}.csv", folder=f"in{day}")
        return import_file(store, path, list_id="house", **options)

    return do


def test_an_import_is_kept_whole_and_put_in_force(store, bring, parties):
    result = bring(parties(30), "2026-11-01")
    assert (result.outcome, result.entries) == ("in force", 30)
    (snapshot,) = store.snapshots_in_force()
    assert isinstance(snapshot, Snapshot)
    assert (snapshot.list_id, len(snapshot), snapshot.list_date) == ("house", 30, date(2026, 11, 1))
    (version,) = store.in_force()
    folder = store.path_of(version)
    manifest = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == snapshot.sha256
    assert manifest["origin"]["source"] == "house_2026-11-01.csv"
    assert manifest["origin"]["retrieved"] == "2026-11-22T09:00:00+00:00"
    assert manifest["counts"]["entries"] == 30
    raw = gzip.decompress((folder / "raw" / "house_2026-11-01.csv.gz").read_bytes())
    assert b"PARTY NUMBER 7 LLC" in raw
    assert not list(store.folder.glob("tmp/*"))


def test_the_same_file_again_changes_nothing(store, bring, parties):
    bring(parties(30), "2026-11-01")
    assert bring(parties(30), "2026-11-01").outcome == "unchanged"
    assert len(store.state("house").versions) == 1


def test_a_list_that_fails_the_gates_waits_until_a_person_accepts_it(store, bring, parties):
    bring(parties(100), "2026-11-01")
    result = bring(parties(50), "2026-11-02")
    assert result.outcome == "quarantine"
    assert "50 of the 100 entries in force are gone" in result.reasons[0]
    assert len(store.snapshots_in_force()[0]) == 100
    assert "50 of the 100" in quarantined(store)["house"]
    assert quarantined(store, ["other"]) == {}
    assert bring(parties(50), "2026-11-02").outcome == "quarantine", "the same file again is held again"
    version = accept(store, "house", reason="the programme  ended", by="A. Analyst")
    assert version.snapshot_id == result.snapshot_id
    assert len(store.snapshots_in_force()[0]) == 50
    assert quarantined(store) == {}
    (accepted,) = [event for event in store.journal.read() if event["event"] == "accepted"]
    assert (accepted["by"], accepted["reason"]) == ("A. Analyst", "the programme ended")
    assert any("A. Analyst" in text for text in status(store, ["house"])[0].warnings)
    with pytest.raises(ListError, match="nothing called 'house' is in quarantine"):
        accept(store, "house", reason="again", by="me")


def test_a_copy_imported_by_mistake_is_rejected_for_good_and_kept(store, bring, parties):
    bring(parties(100), "2026-11-01")
    wrong = bring(parties(5), "2026-11-02")
    assert list(quarantined(store)) == ["house"]
    version = reject(store, "house", reason="the  wrong file", by="A. Analyst")
    assert version.snapshot_id == wrong.snapshot_id
    assert quarantined(store) == {}
    assert len(store.snapshots_in_force()[0]) == 100
    assert (store.path_of(version) / "entries.parquet").is_file()
    (event,) = [event for event in store.journal.read() if event["event"] == "rejected"]
    assert (event["by"], event["reason"], event["snapshot_id"]) == ("A. Analyst", "the wrong file", wrong.snapshot_id)
    again = bring(parties(5), "2026-11-02")
    assert (again.outcome, again.reasons) == ("rejected", ("rejected by A. Analyst: the wrong file",))
    assert quarantined(store) == {}
    assert store.in_force(date(2026, 11, 20))[0].entries == 100, "nor on a past day"
    with pytest.raises(ListError, match="nothing called 'house' is in quarantine"):
        reject(store, "house", reason="again", by="me")
    accept(store, wrong.snapshot_id, reason="right after all", by="B. Boss")
    assert len(store.snapshots_in_force()[0]) == 5


def test_behind_a_rejected_copy_an_older_one_still_waits(store, bring, parties):
    bring(parties(100), "2026-11-01")
    older = bring(parties(50), "2026-11-02")
    wrong = bring(parties(5), "2026-11-03")
    reject(store, wrong.snapshot_id, reason="the wrong file", by="me")
    assert store.state("house").waiting.snapshot_id == older.snapshot_id
    bring(parties(101), "2026-11-04")
    assert quarantined(store) == {}


@pytest.mark.parametrize(("reason", "by"), [("", "me"), ("why", "  ")])
def test_accepting_needs_a_reason_and_a_name(store, reason, by):
    with pytest.raises(SettingsError):
        accept(store, "house", reason=reason, by=by)
    with pytest.raises(SettingsError, match="Say who rejects"):
        reject(store, "house", reason=reason, by=by)


def test_a_newer_good_copy_ends_the_quarantine(store, bring, parties):
    bring(parties(100), "2026-11-01")
    bring(parties(50), "2026-11-02")
    assert bring(parties(101), "2026-11-03").outcome == "in force"
    assert quarantined(store) == {}


def test_an_older_copy_is_kept_out_but_is_not_the_newest(store, bring, parties):
    bring(parties(30), "2026-11-02")
    assert bring(parties(31), "2026-11-01").outcome == "quarantine"
    assert quarantined(store) == {}
    assert status(store, ["house"])[0].quarantine == ""


def test_without_a_list_in_force_a_quarantine_refuses(store, write_list, parties):
    (store.folder).mkdir()
    store.own_catalogue.write_text('[[list]]\nid = "house"\nentries = [50, 60]\n', encoding="utf-8")
    from screening.watchlists.admission import admit
    from screening.watchlists.raw import raw_files

    path = write_list(parties(5))
    snapshot = Snapshot.read(path)
    assert admit(store, snapshot, raw_files(path, snapshot), {"source": "x"}).outcome == "quarantine"
    with pytest.raises(ListError, match=r"only in quarantine .it has 5 entries where 50") as caught:
        store.in_force(list_ids=["house"])
    assert caught.value.exit_code == ExitCode.LIST_UNUSABLE


def test_a_look_back_uses_what_was_in_force_here_then(store, bring, parties, clock):
    for day in (1, 5, 9):
        clock.time = datetime(2026, 11, day, 12, tzinfo=UTC)
        bring(parties(30 + day), f"2026-11-0{day}")
    clock.time = datetime(2026, 11, 22, tzinfo=UTC)

    def size(day: int) -> int:
        return len(store.snapshots_in_force(date(2026, 11, day))[0])

    assert [size(day) for day in (1, 4, 5, 8, 9, 22)] == [31, 31, 35, 35, 39, 39]
    assert len(store.snapshots_in_force(date(2027, 1, 1))[0]) == 39
    with pytest.raises(ListError, match="no version of the list was in force on 2026-10-31"):
        store.in_force(date(2026, 10, 31), ["house"])


def test_a_look_back_before_the_store_existed_goes_by_publication(store, bring, parties):
    bring(parties(30), "2026-11-01")
    assert bring(parties(20), "2024-05-01", historical=True).outcome == "historical"
    assert bring(parties(21), "2024-05-03", historical=True).outcome == "historical"
    assert [len(one) for one in store.snapshots_in_force(date(2024, 5, 2))] == [20]
    assert [len(one) for one in store.snapshots_in_force(date(2025, 1, 1))] == [21]
    assert [len(one) for one in store.snapshots_in_force()] == [30]


def test_a_quarantined_copy_is_never_part_of_a_look_back(store, bring, parties):
    bring(parties(100), "2026-01-01")
    bring(parties(50), "2026-01-03")
    assert len(store.snapshots_in_force(date(2026, 2, 1))[0]) == 100


def test_lists_that_are_missing_are_named_with_what_to_do(store, bring, parties):
    with pytest.raises(ListError, match="no list is in force"):
        store.snapshots_in_force()
    with pytest.raises(ListError, match="screening lists update un_sc"):
        store.snapshots_in_force(list_ids=["un_sc"])
    bring(parties(30), "2026-11-01")
    with pytest.raises(ListError, match="import FILE --as nowhere"):
        store.snapshots_in_force(list_ids=["house", "nowhere"])


def test_a_list_older_than_allowed_is_refused(store, bring, parties):
    bring(parties(30), "2026-11-01")
    assert store.snapshots_in_force(max_age=21)
    with pytest.raises(ListError, match="21 days old, more than the 20 allowed") as caught:
        store.snapshots_in_force(max_age=20)
    assert caught.value.exit_code == ExitCode.LIST_UNUSABLE
    assert store.snapshots_in_force(date(2026, 11, 3), max_age=2), "age is counted on the day screened for"
    with pytest.raises(ListError, match="its age is not known"):
        check_age(None, 5, date(2026, 11, 22), "some.csv")


def test_a_date_the_file_does_not_say_can_be_given(store, write_list, parties):
    path = write_list(parties(30))
    result = import_file(store, path, published=date(2026, 11, 3))
    assert result.snapshot_id.startswith("house@2026-11-03-")
    assert store.in_force()[0].fresh_on == date(2026, 11, 3)
    dated = write_list(parties(31), "house_2026-11-04.csv")
    with pytest.raises(SettingsError, match="says it was published on 2026-11-04"):
        import_file(store, dated, published=date(2026, 11, 3))


def test_an_official_list_does_not_come_in_under_anothers_name(store, tmp_path):
    path = tmp_path / "sdn.csv"
    path.write_text('1,"A",-0- ,"CUBA",' + ",".join(["-0- "] * 8) + "\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"Specially Designated .* not United Nations"):
        import_file(store, path, list_id="un_sc")
    assert import_file(store, path, list_id="my_copy").list_id == "my_copy"


def test_entries_are_dated_by_the_first_version_that_has_them(store, bring, parties):
    bring(parties(30), "2026-11-01")
    bring(parties(32), "2026-11-05")
    bring(parties(31), "2024-01-01", historical=True)
    bring(parties(2), "2026-11-07")  # quarantined: it counts for nothing
    rows = {row["entry_id"]: row for row in first_seen(store, "house").to_pylist()}
    assert len(rows) == 32
    assert (rows["31"]["first_seen"], rows["31"]["from_the_start"]) == (date(2024, 1, 1), True)
    assert (rows["32"]["first_seen"], rows["32"]["from_the_start"]) == (date(2026, 11, 5), False)
    assert first_seen(store, "never").num_rows == 0
    assert (rows["31"]["absent_on"], rows["32"]["absent_on"]) == (None, date(2026, 11, 1))


@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_the_table_of_first_sightings_is_made_again_when_damaged(store, bring, parties, damage):
    bring(parties(30), "2026-11-01")
    before = first_seen(store, "house")
    path = store.folder / "first_seen" / "house.parquet"
    path.unlink() if damage == "missing" else path.write_bytes(b"PAR1")
    assert first_seen(store, "house").equals(before)


@pytest.mark.parametrize("name", [*(f"{table}.parquet" for table in ("entries", "names", "links")), "snapshot.json"])
@pytest.mark.parametrize("how", ["changed", "cut", "gone"])
def test_damage_is_noticed_on_reading(store, bring, parties, name, how):
    bring(parties(30), "2026-11-01")
    path = store.path_of(store.in_force()[0]) / name
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(data[: len(data) // 2] if how == "cut" else data[:-9] + b"x" + data[-8:])
    with pytest.raises(ListError) as caught:
        store.snapshots_in_force()
    assert caught.value.remedy
    assert bring(parties(30), "2026-11-01").outcome == "in force", "importing the list again mends it"
    assert len(store.snapshots_in_force()[0]) == 30


def test_an_altered_log_is_noticed(store, bring, parties):
    bring(parties(30), "2026-11-01")
    log = store.folder / "log.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    for altered in (
        [lines[0].replace(b"house", b"mouse"), *lines[1:]],
        lines[1:],
        [b"no json\n", *lines],
        [lines[0], b"[]\n", *lines[1:]],
    ):
        log.write_bytes(b"".join(altered))
        with pytest.raises(ListError, match="not what was written"):
            store.states()


def test_a_log_line_cut_short_by_a_crash_never_happened(store, bring, parties):
    bring(parties(30), "2026-11-01")
    log = store.folder / "log.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole + b'{"event": "imp')
    assert len(store.states()) == 1
    bring(parties(31), "2026-11-02")
    assert log.read_bytes().startswith(whole)
    assert len(store.journal.read()) == 4


@pytest.mark.parametrize("step", ["keep", "sync", "file_hash"])
def test_a_crash_while_storing_leaves_nothing_half_written(store, bring, parties, monkeypatch, step):
    bring(parties(30), "2026-11-01")

    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(disk, step, crash)
        with pytest.raises(KeyboardInterrupt):
            bring(parties(31), "2026-11-02")
    assert [len(one) for one in store.snapshots_in_force()] == [30]
    assert bring(parties(31), "2026-11-02").outcome == "in force"
    assert [len(one) for one in store.snapshots_in_force()] == [31]
    assert not list(store.folder.glob("tmp/*"))


def test_a_crash_before_the_log_leaves_the_old_list_in_force(store, bring, parties, monkeypatch):
    bring(parties(30), "2026-11-01")

    def crash(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "record", crash)
        with pytest.raises(ListError, match="No space left"):
            bring(parties(31), "2026-11-02")
    assert [len(one) for one in store.snapshots_in_force()] == [30]


def _import(folder: str, path: str, start) -> None:
    start.wait()
    import_file(Store(folder), path, list_id="house")


def test_two_processes_at_once_are_safe(store, write_list, parties):
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(4)
    paths = [write_list(parties(100 + i), f"house_2026-11-0{i + 1}.csv") for i in (0, 1, 2)]
    workers = [
        context.Process(target=_import, args=(str(store.folder), str(path), start)) for path in [*paths, paths[0]]
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert len(store.state("house").versions) == 3
    assert store.in_force()[0].list_date == date(2026, 11, 3)
    assert not list(store.folder.glob("tmp/*"))
    for version in store.state("house").versions:
        store.load(version)


def _hang_while_storing(folder: str, path: str, hanging) -> None:
    def hang(*_) -> None:
        hanging.set()
        time.sleep(60)

    disk.keep = hang
    import_file(Store(folder), path, list_id="house")


def test_a_writer_that_is_killed_leaves_the_old_list_and_no_lock(store, bring, write_list, parties):
    bring(parties(30), "2026-11-01")
    context = multiprocessing.get_context("spawn")
    hanging = context.Event()
    path = write_list(parties(31), "house_2026-11-02.csv")
    worker = context.Process(target=_hang_while_storing, args=(str(store.folder), str(path), hanging))
    worker.start()
    assert hanging.wait(60)
    assert list(store.folder.glob("tmp/*")), "it was in the middle of writing"
    worker.kill()
    worker.join(20)
    assert [len(one) for one in store.snapshots_in_force()] == [30]
    assert bring(parties(31), "2026-11-02").outcome == "in force"
    assert [len(one) for one in store.snapshots_in_force()] == [31]
    assert not list(store.folder.glob("tmp/*"))


def test_a_store_that_is_being_written_to_is_not_waited_for_for_ever(store):
    second = Store(store.folder, lock_seconds=0.05)
    with store.writing(), pytest.raises(ListError, match="another process is writing"), second.writing():
        pass


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path, write_list, parties):
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises((ListError, OutputError), match="cannot be"):
        import_file(Store(tmp_path / "data"), write_list(parties(3)))


@pytest.mark.parametrize("list_id", ["../../outside", "a/b", "..", "CON", "ünïcode: *?", "x" * 60])
def test_no_list_id_leaves_its_folder(store, write_list, parties, list_id):
    result = import_file(store, write_list(parties(3)), list_id=list_id)
    assert result.list_id == list_id
    assert len(store.snapshots_in_force(list_ids=[list_id])[0]) == 3
    inside = (store.folder / "snapshots").resolve()
    assert inside in store.path_of(store.in_force()[0]).resolve().parents
    assert [one.name for one in store.folder.parent.iterdir() if one.is_dir()] == ["data"]


def test_a_folder_of_files_is_one_list_and_keeps_them_all(store, tmp_path):
    folder = tmp_path / "2026-11-20"
    folder.mkdir()
    (folder / "sdn.csv").write_text('1,"A",-0- ,"CUBA",' + ",".join(["-0- "] * 8) + "\n", encoding="utf-8")
    (folder / "alt.csv").write_text('1,9,"aka","B",-0- \n', encoding="utf-8")
    for path in (folder, folder / "sdn.csv"):
        import_file(store, path)
    (version,) = store.in_force()
    assert sorted(one.name for one in (store.path_of(version) / "raw").iterdir()) == [
        "alt.csv.gz",
        "sdn.csv.gz",
    ]


def test_the_data_folder_is_the_one_chosen_or_named_in_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SCREENING_DATA_DIR", str(tmp_path / "env"))
    assert data_dir() == tmp_path / "env"
    assert data_dir(tmp_path / "chosen") == tmp_path / "chosen"
    monkeypatch.delenv("SCREENING_DATA_DIR")
    assert "screening" in str(data_dir())
    with pytest.raises(ListError):
        snapshots_in_force(folder=tmp_path / "none")
    assert not (tmp_path / "none").exists(), "reading makes no folders"


def test_the_status_page_warns_of_what_is_old_or_has_no_date(store, write_list, parties, clock):
    store.folder.mkdir()
    store.own_catalogue.write_text('[[list]]\nid = "house"\nmax_age_days = 3\n', encoding="utf-8")
    import_file(store, write_list(parties(30)))
    row = status(store, ["house"])[0]
    assert (row.state, row.entries, row.age_days) == ("in force", 30, 0)
    assert any("no publication date" in text for text in row.warnings)
    clock.time += timedelta(days=4)
    row = status(store, ["house"])[0]
    assert row.age_days == 4
    assert any("4 days old, more than the 3" in text for text in row.warnings)
    assert status(store)[0].state == "not imported"


def test_a_stored_snapshot_reads_back_the_same(store, bring, write_list, parties):
    bring(parties(30), "2026-11-01")
    (stored,) = store.snapshots_in_force()
    fresh = Snapshot.read(write_list(parties(30), "house_2026-11-01.csv"), list_id="house")
    assert stored.snapshot_id == fresh.snapshot_id
    assert all(pa.Table.equals(table, fresh.tables[name]) for name, table in stored.tables.items())


def test_reading_needs_no_path_below_the_store(store, bring, parties):
    bring(parties(3), "2026-11-01")
    moved = Path(f"{store.folder}-moved")
    store.folder.rename(moved)
    assert len(Store(moved).snapshots_in_force()[0]) == 3
