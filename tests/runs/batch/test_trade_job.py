"""Customs records and trade statistics in a job: read once, measured once, whatever happened in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from screening.errors import SettingsError
from screening.intake.customs import CustomsReader

from .conftest import Bench

TABLES = ("records", "record_parties", "flags", "hits", "party_alerts", "rejects", "subjects", "leaders")
HEAD = "Declaration,Item,Date,Importer,Importer country,Exporter,Exporter country,HS code,Description,Value USD\n"
FIRST = (
    "D1,1,2022-05-10,Uzstanex LLC,UZ,Quiet Meadow JSC,TR,391220,nitrocellulose,1000\n"
    "D1,2,2022-05-10,Uzstanex LLC,UZ,Quiet Meadow JSC,TR,391220,nitrocellulose,1500\n"
    "D2,1,2022-06-10,Guclu Global Lojistik,TR,Other Works GmbH,DE,854231,processors,2000\n"
    ",,,,,,,,a total,9\n"
)
SECOND = (
    "D1,1,2022-05-10,Uzstanex LLC,UZ,Quiet Meadow JSC,TR,391220,nitrocellulose,1000\n"
    "D3,1,2023-01-10,Third Party Ltd,KZ,Uzstanex LLC,UZ,854231,processors,700\n"
)
STATISTICS = "reporter,partner,flow,code,period,value,currency,net_kg\n"


@pytest.fixture
def trading(bench: Bench) -> Bench:
    """A job over customs records."""
    text = bench.path.read_text(encoding="utf-8")
    bench.write(text.replace('[parties]\nfiles = ["in/*.csv"]', '[trade]\nfiles = ["trade/*.csv"]'))
    (bench.folder / "trade").mkdir()
    _write(bench, "a.csv", FIRST)
    _write(bench, "b.csv", SECOND)
    return bench


def _write(bench: Bench, name: str, rows: str) -> None:
    (bench.folder / "trade" / name).write_text(HEAD + rows, encoding="utf-8")


def _found(outcome: Any) -> dict[str, list[dict[str, Any]]]:
    return {name: pq.read_table(outcome.run.path / f"{name}.parquet").to_pylist() for name in TABLES}


def _said(outcome: Any) -> tuple[Any, ...]:
    manifest = outcome.run.manifest
    return manifest["inputs"], manifest["notes"], manifest["settings"]["columns"]


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read, in their order."""
    read, files = CustomsReader.read, []

    def watched(self: CustomsReader, path: str, *args: Any) -> Any:
        files.append(Path(path).name)
        return read(self, path, *args)

    monkeypatch.setattr(CustomsReader, "read", watched)
    return files


def test_a_file_that_has_not_changed_is_not_read_again(trading, read_files) -> None:
    first = trading.run()
    assert read_files == ["a.csv", "b.csv"]
    assert [len(first.run.table("records")), len(first.run.rejects)] == [5, 1]
    assert first.run.table("records").column("status").to_pylist().count("repeated") == 1
    again = trading.run()
    assert read_files == ["a.csv", "b.csv"]
    assert again.unchanged == 2
    assert _found(again) == _found(first)
    assert _said(again) == _said(first)
    _write(trading, "b.csv", SECOND + "D4,1,2023-02-10,Fourth Party Ltd,KZ,Uzstanex LLC,UZ,854231,processors,900\n")
    grown = trading.run(only_changes=True)
    assert read_files == ["a.csv", "b.csv", "b.csv"]
    assert grown.unchanged == 1
    fresh = Bench(trading.folder.parent / "fresh")
    whole = _moved(trading, fresh).run()
    here, there = (_plain(each, _found(of)) for each, of in ((trading, grown), (fresh, whole)))
    assert here == there


def _moved(bench: Bench, to: Bench) -> Bench:
    to.write(bench.path.read_text(encoding="utf-8"))
    (to.folder / "trade").mkdir()
    for path in (bench.folder / "trade").iterdir():
        (to.folder / "trade" / path.name).write_bytes(path.read_bytes())
    return to


def _plain(bench: Bench, tables: dict[str, list[Any]]) -> str:
    return str(tables).replace(str(bench.folder), "")


def test_what_was_read_before_a_kill_is_not_read_again(trading, read_files, monkeypatch) -> None:
    """The file that was being read is read anew; those before it are not."""
    expected = Bench(trading.folder.parent / "calm")
    calm = _moved(trading, expected).run()
    del read_files[:]
    with monkeypatch.context() as broken:
        broken.setattr("screening.intake.customs.CustomsReader._dollars", _dies_at("D3"))
        with pytest.raises(KeyboardInterrupt):
            trading.run()
    assert read_files == ["a.csv", "b.csv"]
    outcome = trading.run()
    assert outcome.continued
    assert read_files == ["a.csv", "b.csv", "b.csv"]
    assert _plain(trading, _found(outcome)) == _plain(expected, _found(calm))
    assert trading.store().verify() == []


def _dies_at(declaration: str) -> Any:
    whole = CustomsReader._dollars

    def dies(self: CustomsReader, records: Any) -> Any:
        if declaration in records["declaration"].to_list():
            raise KeyboardInterrupt
        return whole(self, records)

    return dies


def test_altered_records_are_not_used(trading, read_files) -> None:
    trading.run()
    for path in (trading.folder / "state/last/trade").rglob("*.links"):
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert trading.run().unchanged == 0
    assert read_files == ["a.csv", "b.csv"] * 2


def test_another_mapping_or_rate_reads_anew(trading, read_files) -> None:
    trading.run()
    text = trading.path.read_text(encoding="utf-8")
    trading.write(text.replace('files = ["trade/*.csv"]', 'files = ["trade/*.csv"]\nmap = ["currency==EUR"]'))
    assert trading.run().unchanged == 0


# --- trade statistics ------------------------------------------------------------------------------------------------


@pytest.fixture
def flowing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A job over trade statistics."""
    text = bench.path.read_text(encoding="utf-8")
    bench.write(text.replace('[parties]\nfiles = ["in/*.csv"]', '[flows]\nfiles = ["statistics.csv"]'))
    _statistics(bench, 9_000_000)
    return bench


def _statistics(bench: Bench, hub: int) -> None:
    """Processors to Russia until 2021, afterwards to Kyrgyzstan."""
    rows = [
        f"DE,{partner},export,854231,{year}-{month:02},{value},EUR,{value / 900}"
        for year in (2019, 2020, 2021, 2022)
        for month in range(1, 13)
        for partner, value in (
            ("RU", 1_500_000 if year < 2022 else 10_000),
            ("KG", 20_000 if year < 2022 else hub),
            ("FR", 2_000_000),
        )
    ]
    (bench.folder / "statistics.csv").write_text(STATISTICS + "\n".join(rows) + "\n", encoding="utf-8")


def test_statistics_that_have_not_changed_are_not_measured_again(flowing) -> None:
    first = flowing.run()
    assert first.flows is not None
    assert not first.flows.unchanged
    again = flowing.run()
    assert again.flows.unchanged
    assert again.run.path == first.run.path
    assert len(list((flowing.folder / "reports").iterdir())) == 1
    assert len(flowing.store().events(kinds=["flows"])) == 1


def test_what_changed_in_the_verdicts_is_said(flowing) -> None:
    flowing.run()
    _statistics(flowing, 20_000)
    changes = flowing.run().flows.changes
    mine = [each for each in changes if each["hub"] == "KG" and each["good"].startswith("8542")]
    assert mine
    assert {each["change"] for each in mine} == {"changed"}
    assert all("while the direct trade fell" in each["before"] for each in mine)
    assert {each["now"] for each in mine} == {"no rise"}


def test_a_folder_that_was_altered_is_measured_again(flowing) -> None:
    first = flowing.run()
    (first.run.path / "report.xlsx").write_bytes(b"")
    again = flowing.run()
    assert not again.flows.unchanged
    assert again.run.path != first.run.path


@pytest.mark.parametrize("moment", ["before the store", "before its name"])
def test_a_killed_run_over_statistics_leaves_one_folder(flowing, monkeypatch, moment: str) -> None:
    with monkeypatch.context() as broken:
        if moment == "before the store":
            broken.setattr("screening.runs.batch.flow_job.synced", _killed)
        else:
            rename = Path.rename
            broken.setattr(Path, "rename", lambda self, to: _killed() if "flows" in str(to) else rename(self, to))
        broken.setattr("shutil.rmtree", lambda *_, **__: None)  # who is killed clears nothing away
        with pytest.raises(KeyboardInterrupt):
            flowing.run()
    outcome = flowing.run()
    folders = [path.name for path in (flowing.folder / "reports").iterdir()]
    assert folders == [outcome.run.path.name]
    events = flowing.store().events(kinds=["flows"])
    assert [event["run_id"] for event in events] == folders
    assert outcome.flows.unchanged == (moment == "before its name")
    assert flowing.store().verify() == []


def _killed(*_: Any) -> Any:
    raise KeyboardInterrupt


def test_statistics_have_nobody_to_look_back_on(flowing) -> None:
    from datetime import date

    with pytest.raises(SettingsError, match="name nobody"):
        flowing.run(as_of=date(2026, 1, 1))
