"""The pipeline on customs records: parties screened once, joined back; folder, manifest, determinism."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening import runs, workers
from screening.cli.screen import _report
from screening.errors import ExitCode, InputError
from screening.intake import columnar
from screening.intake.customs import CustomsReader
from screening.matching import Screener
from screening.model import RECORD_PARTIES, RECORDS, SUBJECTS
from screening.reference import lists_dir
from screening.runs.trade_parties import PartyRows
from screening.trade import prepare, raise_flags
from screening.watchlists.admission import import_file
from screening.watchlists.store import Store

TODAY = date(2026, 8, 20)
HEADER = (
    "DECLARATION NUMBER,ITEM NUMBER,DATE,EXPORTER NAME,EXPORTER COUNTRY,EXPORTER ID,IMPORTER NAME,HS CODE,"
    "NET WEIGHT,INVOICE VALUE,CURRENCY,ORIGIN COUNTRY,DESTINATION COUNTRY"
)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(
        "entry_id,schema,name,country,id_type,id_number,id_country,measure,listed_on\n"
        "1,Company,OOO Beispielchem,UZ,Registration Number,305636913,UZ,asset_freeze,2023-06-01\n"
        "2,Company,Invented Tekstil Sanayi Ltd,TR,,,,asset_freeze,\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.csv"
    lines = [
        "D1,1,2023-04-03,BEISPIELCHEM MChJ,UZ,,ООО РОМАШКА,3912201100,100,5000,USD,UZ,RU",
        "D2,1,2023-07-03,BEISPIELCHEM MChJ,UZ,,ООО РОМАШКА,3912201100,100,5000,USD,UZ,RU",
        "D3,1,2023-08-03,Quite Another Name LLC,UZ,305636913,ООО ЛЮТИК,3912201100,100,7000,EUR,UZ,RU",
        "D4,1,2023-08-04,Harmless Gardens Ltd,TR,,ООО ЛЮТИК,0602900000,50,300,USD,TR,RU",
        "D4,1,2023-08-04,Harmless Gardens Ltd,TR,,ООО ЛЮТИК,0602900000,50,300,USD,TR,RU",
        "D5,1,2023-08-05,NULL,,,TO ORDER,,50,300,USD,TR,RU",
    ]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def test_records_are_screened_to_a_whole_run_folder(tmp_path: Path, entries: Path, records: Path) -> None:
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    found = {(row["subject_name"], row["entry_id"], row["matched_on"]) for row in run.hits.to_pylist()}
    assert found == {("BEISPIELCHEM MChJ", "1", "name"), ("Quite Another Name LLC", "1", "identifier")}
    written = pq.read_table(run.path / "records.parquet")
    linked = pq.read_table(run.path / "record_parties.parquet")
    assert (written.schema.names, linked.schema.names) == (RECORDS.names, RECORD_PARTIES.names)
    assert run.subjects.schema.names == SUBJECTS.names
    assert written.column("status").to_pylist() == [None, None, None, None, "repeated"]
    assert set(linked.column("record_id").to_pylist()) <= set(written.column("record_id").to_pylist())
    assert run.rejects.column("line").to_pylist() == [7]
    assert run.exit_code == ExitCode.ROWS_REJECTED
    manifest = json.loads((run.path / "manifest.json").read_text(encoding="utf-8"))
    (columns,) = manifest["settings"]["columns"].values()
    assert columns["hs_code"] == ["HS CODE (heading)"]
    assert manifest["counts"]["records"] == 5
    assert manifest["files"].keys() >= {"records.parquet", "record_parties.parquet", "flags.parquet"}


def test_a_hit_says_whether_the_party_was_listed_then(tmp_path: Path, entries: Path, records: Path) -> None:
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    why = next(row["why"] for row in run.hits.to_pylist() if row["matched_on"] == "name")
    assert "Listed on 2023-06-01" in why
    assert "1 of 2 records" in why
    assert "before it was listed, which is information and no breach" in why


@pytest.mark.parametrize("historical", [False, True])
@pytest.mark.parametrize(
    ("old", "words"),
    [
        (None, "0 of 2 records are of that day or later, 2 of before, when it may have been listed or not"),
        ("1,Company,OOO Beispielchem,UZ\n", "2 of 2 records are of that day or later"),
        (
            "9,Company,Somebody Else Entirely,UZ\n",
            "1 of before it was listed, which is information and no breach, 1 of",
        ),
    ],
)
def test_older_copies_in_the_store_tell_since_when_a_party_is_listed(
    tmp_path: Path, records: Path, old: str | None, words: str, historical: bool
) -> None:
    store, head = Store(tmp_path / "data"), "entry_id,schema,name,country\n"
    listed = "1,Company,OOO Beispielchem,UZ\n"
    copies = [(TODAY, head + (old if old and old != listed else "") + listed, False)]
    if old:
        copies.insert(0, (date(2023, 5, 1) if old != listed else date(2021, 6, 1), head + old, historical))
    for day, text, back in copies:
        path = tmp_path / f"own_{day}.csv"
        path.write_text(text, encoding="utf-8")
        import_file(store, path, list_id="own", published=day, historical=back)
    run = runs.trade([records], lists=["own"], out=tmp_path / "out", data_dir=tmp_path / "data")
    (why,) = [row["why"] for row in run.hits.to_pylist() if row["subject_name"] == "BEISPIELCHEM MChJ"]
    assert "Listing date not known (first seen in the copy of " in why
    assert words in why


def test_evidence_shows_the_records_and_the_summary_their_coverage(
    tmp_path: Path, entries: Path, records: Path
) -> None:
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    book = openpyxl.load_workbook(run.workbook)
    evidence = [row for row in book["Evidence"].iter_rows(values_only=True) if row[2] == "BEISPIELCHEM MChJ"]
    assert [(row[4], row[7]) for row in evidence] == [
        ("own", "row 2"),
        ("own", "row 3"),
        ("Red flags (no list)", "row 2"),
        ("Red flags (no list)", "row 3"),
    ]
    assert "HS 3912201100" in evidence[0][10]
    assert "importer ООО РОМАШКА" in evidence[0][10]
    summary = [row for row in book["Summary"].iter_rows(values_only=True) if any(row)]
    assert any(row[0] == "period" and row[1] == "2023-04-03 to 2023-08-04" for row in summary)
    assert any(row[0] == "Red flags, by parties" for row in summary)


def test_evidence_says_what_a_party_is_within_its_role(tmp_path: Path) -> None:
    listed = tmp_path / "own.csv"
    listed.write_text("entry_id,schema,name\n1,Company,Beispielchem MChJ\n", encoding="utf-8")
    records = tmp_path / "records.csv"
    records.write_text(
        "DATE,EXPORTER,IMPORTER,END USER,PAYER,NOTIFY PARTY\n"
        "2023-04-03,Quiet Meadow Ltd,Heron Trade LLC,Beispielchem MChJ,Azure Pay FZE,Cedar Cargo\n"
        "2023-04-04,Quiet Meadow Ltd,Beispielchem MChJ,Beispielchem MChJ,Beispielchem MChJ,Cedar Cargo\n",
        encoding="utf-8",
    )
    book = openpyxl.load_workbook(runs.trade([records], lists=[listed], out=tmp_path / "out").workbook)
    said = {row[7]: row[10] for row in book["Evidence"].iter_rows(values_only=True) if row[4] == "own"}
    assert said["row 2"].startswith(
        "exporter Quiet Meadow Ltd · importer Heron Trade LLC · end_user Beispielchem MChJ · payer Azure Pay FZE"
    )
    assert said["row 3"].startswith("exporter Quiet Meadow Ltd · importer Beispielchem MChJ · ")
    assert "end_user" not in said["row 3"]


def test_unconverted_money_is_said_by_currency_with_its_share(
    tmp_path: Path, entries: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "currency_converter", None)
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    assert any("1 of 4 rows with a value (25.0%) are in currency EUR" in note for note in run.notes)
    rates = tmp_path / "rates.csv"
    rates.write_text("date,currency,rate\n2023-08-01,EUR,1.1\n", encoding="utf-8")
    run = runs.trade([records], lists=[entries], out=tmp_path / "out", rates=rates)
    assert not any("without a rate" in note for note in run.notes)
    values = pl.read_parquet(run.path / "records.parquet")["value_usd"].to_list()
    assert values[2] == pytest.approx(7700.0)


def test_each_party_is_screened_once(
    tmp_path: Path, entries: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many.csv"
    lines = records.read_text(encoding="utf-8").splitlines()
    more = [f"D{number},1," + lines[1].split(",", 2)[2] for number in range(500)]
    many.write_text("\n".join([HEADER, *more]) + "\n", encoding="utf-8")
    asked: list[int] = []
    screen = Screener.screen
    monkeypatch.setattr(
        Screener, "screen", lambda self, some, limit=5: (asked.append(len(some)), screen(self, some, limit))[1]
    )
    run = runs.trade([many], lists=[entries], out=tmp_path / "out")
    assert asked == [2]
    assert run.manifest["counts"]["records"] == 500
    assert len(run.hits) == 1
    places = [row for row in run.subjects.to_pylist() if row["name"] == "BEISPIELCHEM MChJ"]
    assert len(places) == 500


def test_batches_change_nothing(tmp_path: Path, entries: Path, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = runs.trade([records], lists=[entries], out=tmp_path / "a")
    monkeypatch.setattr(columnar, "_BLOCK", 150)
    monkeypatch.setattr(CustomsReader.batches, "__defaults__", (2,))
    two = runs.trade([records], lists=[entries], out=tmp_path / "b")
    for name in ("hits", "subjects", "rejects", "records", "record_parties", "flags"):
        assert pq.read_table(one.path / f"{name}.parquet") == pq.read_table(two.path / f"{name}.parquet"), name


def test_nothing_is_left_when_the_file_is_no_table(tmp_path: Path, entries: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("just,a,line\nof,no,meaning\n", encoding="utf-8")
    out = tmp_path / "out"
    with pytest.raises(InputError, match="no header found"):
        runs.trade([path], lists=[entries], out=out)
    assert not out.exists()


def test_the_columns_can_be_looked_at_beforehand(records: Path) -> None:
    (shown,) = runs.columns_of([records])
    told = {each["column"]: each["role"] for each in shown["columns"]}
    assert told["EXPORTER ID"] == "exporter_tax_id"
    assert shown["header_row"] == 1


def test_who_stands_on_which_line_is_the_same_told_by_the_reader_and_by_the_tables() -> None:
    paths = sorted((lists_dir() / "demo" / "trade").glob("*.csv"))
    reader = CustomsReader(paths)
    rows, records, links = PartyRows(reader.book), [], []
    for batch in reader.batches(3):
        links.append(rows.add(batch).cast(RECORD_PARTIES))
        records.append(batch.records.select(RECORDS.names).to_arrow().cast(RECORDS))
    tables = (pa.concat_tables(records), pa.concat_tables(links))
    slow, quick = prepare(*tables), prepare(*tables, met=(rows.people(), rows.roles()))
    assert quick.parties.equals(slow.parties)
    told = [each.roles.with_columns(pl.col("role").cast(pl.String)) for each in (quick, slow)]
    assert told[0].height > 0
    assert told[0].sort(told[0].columns).equals(told[1].sort(told[1].columns))
    assert raise_flags(quick).equals(raise_flags(slow))


def test_what_is_asked_of_many_parties_does_not_depend_on_the_processes_that_read_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asked = tmp_path / "many.csv", []
    names = (f"INVENTED TRADING {n} LTD" if n % 2 else f"Invented Person{n}" for n in range(3 * workers.FEWEST))
    rows = (f"2023-01-05,{name},OOO BUYER,854231" for name in names)
    path.write_text("Date,Exporter,Importer,HS Code\n" + "\n".join(rows) + "\n", encoding="utf-8")
    for many in (1, 2):
        monkeypatch.setattr(workers, "processes", lambda many=many: many)
        reader = CustomsReader([path])
        found = PartyRows(reader.book)
        for batch in reader.batches():
            found.add(batch)
        asked.append(found.asked())
    assert asked[0].equals(asked[1])
    assert set(asked[0].column("schema").to_pylist()) == {"Company", "LegalEntity"}


def test_a_listed_ship_on_a_record_is_a_hit_and_a_flag(tmp_path: Path) -> None:
    fleet, records = tmp_path / "fleet.csv", tmp_path / "ships.csv"
    fleet.write_text(
        "entry_id,schema,name,id_type,id_number,measure\n7,Vessel,LESNOY OSTROV,IMO,9074729,asset_freeze\n",
        encoding="utf-8",
    )
    records.write_text(
        "Date,Importer,Exporter,HS code,Vessel,IMO\n"
        "2023-05-04,Harmless Gardens Ltd,Quiet Meadow LLC,730890,Renamed Heron,9074729\n"
        "2023-05-05,Plain Acre LLC,Quiet Meadow LLC,730890,Another Ship,\n",
        encoding="utf-8",
    )
    run = runs.trade([records], lists=[fleet], out=tmp_path / "out")
    assert [(row["subject_name"], row["matched_on"]) for row in run.hits.to_pylist()] == [
        ("Renamed Heron", "identifier")
    ]
    schemas = {row["name"]: row["schema"] for row in run.subjects.to_pylist()}
    assert (schemas["Renamed Heron"], schemas["Another Ship"]) == ("Vessel", "Vessel")
    ids = {row["subject_id"]: row["name"] for row in run.subjects.to_pylist()}
    flags = pq.read_table(run.path / "flags.parquet").to_pylist()
    raised = {(ids[row["subject_id"]], row["flag_id"]) for row in flags if row["outcome"] == "raised"}
    assert {("Renamed Heron", "listed_party"), ("Harmless Gardens Ltd", "counterparty_listed")} <= raised
    assert ("Plain Acre LLC", "counterparty_listed") not in raised


def test_a_listed_name_that_stands_only_as_declared_is_a_hit_of_the_party_and_counts_once(
    tmp_path: Path, entries: Path
) -> None:
    path = tmp_path / "bills.csv"
    path.write_text(
        "Arrival Date,Consignee,Consignee (Original Format),Shipper,Value of Goods (USD),HS Code\n"
        "2023-07-03,Harmless Gardens Ltd,INVENTED TEKSTIL SANAYI LTD,Acme Inc,5000,8542310000\n",
        encoding="utf-8",
    )
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    (hit,) = run.hits.to_pylist()
    assert (hit["subject_name"], hit["entry_id"]) == ("INVENTED TEKSTIL SANAYI LTD", "2")
    linked = pl.from_arrow(pq.read_table(run.path / "record_parties.parquet"))
    assert set(linked.filter(pl.col("role") == "importer")["name"]) == {
        *("Harmless Gardens Ltd", "INVENTED TEKSTIL SANAYI LTD"),
    }
    assert linked.filter(pl.col("role") == "importer")["subject_id"].n_unique() == 1
    flags = [row for row in pq.read_table(run.path / "flags.parquet").to_pylist() if row["outcome"] == "raised"]
    (listed,) = [row for row in flags if row["flag_id"] == "listed_party" and row["record_id"] is None]
    assert json.loads(listed["figures"])["records"] == 1


def _direct(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "direct.csv"
    head = "date,exporter,importer,hs code,goods,net weight kg,value usd,destination"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def test_high_priority_goods_straight_to_russia_are_said_though_they_are_no_alert(
    tmp_path: Path, entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _direct(
        tmp_path,
        *("2021-01-05,Muster Chip GmbH,OOO Primer,8542310000,processors,10,7,RU",),  # before the day of the rules
        *(f"2023-0{month}-05,Muster Chip GmbH,OOO Primer,8542310000,processors,10,100000,RU" for month in (1, 2)),
        "2023-02-05,Muster Chip GmbH,Too Primer,8542310000,processors,10,100000,KZ",
        "2023-02-05,Muster Garten GmbH,OOO Sad,0602900000,plants,10,100000,RU",
    )
    said = (
        "2 records (USD 200,000) of high-priority goods go straight to Russia or Belarus since 2022-02-24; "
        "by themselves no alert: see the sheet Red flags"
    )
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    assert (len(run.hits), run.open_alerts) == (0, 0)
    assert run.findings == [said]
    _report(run, as_json=False)
    assert said in capsys.readouterr().out
    book = openpyxl.load_workbook(run.workbook)
    assert any(said in map(str, row) for row in book["Summary"].iter_rows(values_only=True))
    shown = [row for row in book["Red flags"].iter_rows(values_only=True) if row[0] == "no alert"]
    assert {(row[2], row[4]) for row in shown} == {
        (name, flag)
        for name in ("Muster Chip GmbH", "OOO Primer")
        for flag in ("high priority good", "direct to destination")
    }


def test_a_record_that_is_evidence_of_an_alert_is_not_said_again(tmp_path: Path, entries: Path) -> None:
    path = _direct(tmp_path, "2023-07-05,Muster Chip GmbH,OOO Beispielchem,8542310000,processors,10,100000,RU")
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    assert run.open_alerts
    assert run.findings == []


def test_an_alert_says_which_of_the_records_are_its_evidence(tmp_path: Path, entries: Path) -> None:
    path = _direct(
        tmp_path,
        "2023-07-05,Muster Chip GmbH,OOO Beispielchem,8542310000,processors,10,100000,RU",
        "2023-07-06,Muster Chip GmbH,OOO Primer,8542310000,processors,10,100000,RU",
    )
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    rows = list(openpyxl.load_workbook(run.workbook)["Alerts"].iter_rows(values_only=True))
    (why,) = [
        cell
        for row in rows
        if "Muster Chip GmbH" in row
        for cell in row
        if isinstance(cell, str) and "Evidence: " in cell
    ]
    assert "On 2 of 2 records: 854231 (tier 1): " in why
    assert (
        "Evidence: 1 record, USD 100,000, 2023-07-05: those with a listed party, or with a watched good and an anomaly "
        "together." in why
    )


def test_of_several_files_one_that_is_unusable_is_a_reject_and_the_others_are_screened(
    tmp_path: Path, entries: Path, records: Path
) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    run = runs.trade([empty, records], lists=[entries], out=tmp_path / "out")
    assert run.exit_code == ExitCode.ROWS_REJECTED
    assert len(run.hits) == 2
    whole = [row for row in run.rejects.to_pylist() if row["file"] == str(empty)]
    assert [(row["line"], "empty" in row["reason"]) for row in whole] == [(None, True)]
    assert [each["format"] for each in run.manifest["inputs"]] == ["unreadable", "text"]
    assert any(note.startswith(f"not screened: {empty}") for note in run.notes)


def test_where_none_of_several_files_is_usable_nothing_is_screened(tmp_path: Path, entries: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.csv: the file is empty"):
        runs.trade(paths, lists=[entries], out=tmp_path / "out")


@pytest.mark.parametrize(
    ("address", "code", "weight"),
    [("г. Севастополь, ул. Ленина 1", "0602900000", 2.0), ("Донецкая область, г. Краматорск", "8542310000", 1.0)],
)
def test_a_party_in_a_territory_under_embargo_stands_on_the_sheet_with_its_weight(
    tmp_path: Path, entries: Path, address: str, code: str, weight: float
) -> None:
    path = tmp_path / "there.csv"
    header = "DATE,EXPORTER NAME,IMPORTER NAME,IMPORTER ADDRESS,HS CODE,NET WEIGHT,DESTINATION COUNTRY"
    path.write_text(f'{header}\n2023-08-04,Harmless Gardens Ltd,ООО ЛЮТИК,"{address}",{code},50,RU\n', "utf-8")
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    (alert,) = run.table("party_alerts").to_pylist()
    assert "sanctioned_territory" in alert["flags"]
    rows = openpyxl.load_workbook(run.path / "report.xlsx", read_only=True)["Red flags"].iter_rows(values_only=True)
    (shown,) = (row for row in rows if row[4] == "sanctioned territory")
    assert (shown[0], shown[5], shown[8]) == (alert["alert_id"], "raised", weight)
