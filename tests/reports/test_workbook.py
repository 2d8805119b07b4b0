from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from screening.reports import alert_columns, columns, flow_columns, trade_columns, workbook, write_run
from screening.reports.cells import MAX_CELL
from screening.reports.flag_alerts import figures_text
from screening.watchlists import Snapshot

SHEETS = ["Summary", "Alerts", "Evidence", "Subjects", "Lists", "Method", "Rejected", "Choices"]


def _open(path: Path):
    return openpyxl.load_workbook(path / "report.xlsx")


def _rows(sheet, first: str) -> list[dict[str, object]]:
    """The rows of a table sheet by heading; the heading row is the one that begins with ``first``."""
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(values) if row[0] == first)
    return [dict(zip(values[at], row, strict=True)) for row in values[at + 1 :]]


def test_the_sheets_stand_in_their_order_and_the_summary_is_open(make_run, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run()))
    assert book.sheetnames == SHEETS
    assert book.active.title == "Summary"


def test_headings_are_unique_within_a_sheet() -> None:
    sheets = [each for of in (columns, alert_columns, flow_columns, trade_columns) for each in vars(of).values()]
    for sheet in (each for each in sheets if isinstance(each, columns.Sheet)):
        headings = [column.heading for column in sheet.columns]
        assert len(set(headings)) == len(headings)


def test_alerts_have_one_row_a_subject_and_entry_gravest_first(make_run, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run()))
    rows = _rows(book["Alerts"], "Alert ID")
    assert list(rows[0]) == [column.heading for column in alert_columns.ALERTS.columns]
    assert [(row["Name as found"], row["Priority"], row["Match strength"]) for row in rows] == [
        ("Меркез Химия", "critical", "exact"),
        ("Ayşe Nur Kimyager", "critical", "weak"),
        ("=SUM(A1)", "high", "weak"),
        ("GRОUP Merkez", "medium", "weak"),
    ]
    row = rows[0]
    assert row["Romanised"] == "Merkez Khimiya"
    assert (row["Status"], row["Why now"]) == ("Open", "first run")
    assert row["First raised"] == datetime(2026, 11, 22, 10, 15)
    assert row["Score"] == 0.99
    assert (row["List"], row["List date"], row["Entry ID"]) == ("test_list", datetime(2026, 8, 20), "1")
    assert (row["Programme"], row["Measure"], row["Listed on"]) == (
        "T-1",
        "Asset freeze",
        datetime(2024, 5, 1),
    )
    assert (row["Identifier agrees"], row["Country agrees"], row["Date agrees"]) == (
        "agrees",
        "agrees",
        "absent",
    )
    assert row["Entry identifiers"] == "Tax ID 1234567890 (TR)"
    assert row["Date"] == datetime(2026, 3, 4)
    assert "Name and identifier agree" in row["Why it matched"]
    assert all(row[heading] is None for heading in ("Decision", "Reason code", "Reason", "Reviewer", "Decided on"))
    assert rows[1]["Date agrees"] == "contradicts"
    assert rows[3]["Relation"] == "possible affiliate"


def test_hits_on_name_and_number_and_on_two_snapshots_are_one_alert(
    make_run, make_hits, make_subjects, tmp_path: Path
) -> None:
    subjects = make_subjects({"subject_id": "s1", "name": "Merkez Kimya"})
    hits = make_hits(
        subjects,
        {"subject_id": "s1", "entry_id": "1"},
        {
            "subject_id": "s1",
            "entry_id": "1",
            "matched_on": "identifier",
            "explanation": "the same tax number",
        },
        {
            "subject_id": "s1",
            "entry_id": "1",
            "snapshot_id": "test_list@2021-06-01-x",
            "list_date": date(2021, 6, 1),
        },
    )
    path = write_run(tmp_path, make_run(hits=hits, subjects=subjects))
    rows = _rows(_open(path)["Alerts"], "Alert ID")
    assert len(rows) == 1
    assert rows[0]["List date"] == datetime(2026, 8, 20)
    assert rows[0]["Also on lists"] == "test_list of 2021-06-01"
    assert "the same tax number" in rows[0]["Why it matched"]
    assert len(pq.read_table(path / "hits.parquet")) == 3


def test_another_name_of_a_subject_stands_with_its_own_reading_and_says_whose_it_is(
    make_run, make_subjects, make_hits, tmp_path: Path
) -> None:
    subjects = make_subjects(
        {"subject_id": "s1", "name": "Весенний луг", "place": "row 2", "role": "party"},
        {"subject_id": "s1", "name": "Меркез Химия", "place": "row 2", "role": "party", "main_name": "Весенний луг"},
        {"subject_id": "s2", "name": "Меркез Химия", "place": "row 3", "role": "party"},
    )
    hits = make_hits(
        subjects,
        {"subject_id": "s1", "subject_name": "Меркез Химия", "entry_id": "1"},
        {"subject_id": "s2", "subject_name": "Меркез Химия", "entry_id": "1"},
    )
    book = _open(write_run(tmp_path, make_run(hits=hits, subjects=subjects)))
    other, main = sorted(_rows(book["Alerts"], "Alert ID"), key=lambda row: str(row["Subject ID"]))
    assert (other["Name as found"], other["Romanised"]) == ("Меркез Химия", "Merkez Khimiya")
    assert str(other["Why it matched"]).startswith("Found as Меркез Химия, another name of Весенний луг.\n")
    assert (main["Name as found"], main["Romanised"]) == ("Меркез Химия", "Merkez Khimiya")
    assert "another name" not in str(main["Why it matched"])


def test_only_a_report_of_a_store_does_not_say_that_decisions_on_it_are_not_kept(make_run, tmp_path: Path) -> None:
    def says(name: str, **changed: object) -> bool:
        book = _open(write_run(tmp_path / name, make_run(**changed)))
        return any("are not kept" in str(row["Item"]) for row in _rows(book["Method"], "Topic"))

    assert says("single")
    assert not says("job", audit_trail={"store_id": "ab", "length": 1, "head": "cd"})


def test_the_same_party_on_another_list_is_said(make_run, make_hits, snapshot, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text(
        "entry_id,schema,name,country,id_type,id_number,id_country,measure\n"
        "x9,Company,MERKEZ CHEMICALS,TR,Tax ID,1234567890,TR,asset_freeze\n",
        encoding="utf-8",
    )
    run = make_run(snapshots=[snapshot, Snapshot.read(other, list_id="other_list")])
    rows = _rows(_open(write_run(tmp_path / "out", run))["Alerts"], "Alert ID")
    assert rows[0]["Also on lists"] == "other_list x9 (same party there)"


def test_evidence_has_each_place_and_leads_to_its_alert(make_run, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run()))
    rows = _rows(book["Evidence"], "Alert ID")
    assert [row["Name as found"] for row in rows].count("Меркез Химия") == 2
    first = book["Evidence"]["A2"]
    target = first.hyperlink.location
    assert target.startswith("Alerts!A")
    assert book["Alerts"][target.split("!")[1]].value == first.value
    back = book["Alerts"]["A3"].hyperlink.location
    assert book["Evidence"][back.split("!")[1]].value == book["Alerts"]["A3"].value
    assert [row["From character"] for row in rows[:2]] == [12, 120]


def test_the_sheet_is_made_for_reviewing(make_run, tmp_path: Path) -> None:
    sheet = _open(write_run(tmp_path, make_run()))["Alerts"]
    assert sheet.freeze_panes == "N3"
    assert sheet.auto_filter.ref == "A2:BK6"
    assert sheet.print_title_rows == "$1:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    folded = [dim for dim in sheet.column_dimensions.values() if dim.outlineLevel]
    assert folded
    assert all(dim.hidden for dim in folded)
    levels = {sheet.cell(row, 4).fill.fgColor.rgb for row in range(3, 7)}
    assert len(levels) == 3  # critical, high, medium look different


def test_text_that_looks_like_a_formula_is_text(make_run, tmp_path: Path) -> None:
    path = write_run(tmp_path, make_run())
    book = _open(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value[:1] in "=+-@\t" and cell.value:
                    assert cell.quotePrefix
    with zipfile.ZipFile(path / "report.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)
    assert any(row["Programme"] == "=1+1" for row in _rows(book["Alerts"], "Alert ID"))


HOSTILE = [
    ("a\x00b\x1bc", "abc"),
    ("abc\u202edef", "abcdef"),
    ("\ud800x", "x"),
    ("#N/A", "#N/A"),
    ('a & b <c> "d"', 'a & b <c> "d"'),
    ("y" * (MAX_CELL + 100), None),
    ("𝒳" * 20_000, None),
]


@pytest.mark.parametrize(("value", "expected"), HOSTILE)
def test_hostile_text_becomes_a_cell_and_is_counted(value: str, expected: str | None) -> None:
    from screening.reports.cells import Cleaner

    cleaner = Cleaner()
    cleaned = cleaner.clean(value)
    if expected is None:
        assert len(cleaned.encode("utf-16-le")) // 2 <= MAX_CELL
        assert cleaner.counts["cut_cells"] == 1
    else:
        assert cleaned == expected
        assert bool(cleaner.counts) == (value != expected)


def test_what_was_cleaned_is_said_in_the_summary(make_run, make_subjects, make_hits, tmp_path: Path) -> None:
    subjects = make_subjects({"subject_id": "s1", "name": "Merkez\x07 Kimya", "context": "z" * 40_000})
    hits = make_hits(subjects, {"subject_id": "s1", "entry_id": "1", "subject_name": "Merkez\x07 Kimya"})
    book = _open(write_run(tmp_path, make_run(hits=hits, subjects=subjects)))
    told = "\n".join(str(cell.value) for cell in book["Summary"]["B"])
    assert "3 control characters were removed" in told  # on Alerts, Evidence and Subjects
    assert "2 overlong cells were cut" in told


def test_more_rows_than_a_sheet_holds_are_left_out_and_counted(make_run, tmp_path: Path) -> None:
    run = make_run()
    path = write_run(tmp_path, run)
    counts = {"hits": 4, "subjects": 5, "rejects": 1, "flags": 0}
    told = workbook.write_workbook(path, run, datetime(2026, 11, 22, tzinfo=UTC), counts, max_rows=4)
    assert told["rows_left_out_of_sheets"]["Alerts"] == 2
    book = _open(path)
    assert book["Alerts"].max_row == 4
    summary = "\n".join(str(cell.value) for cell in book["Summary"]["B"])
    assert "2 rows were not shown on the sheet Alerts" in summary


def test_the_summary_says_what_was_screened_and_what_was_not(make_run, snapshot, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run(notes=["a list is in quarantine"])))
    sheet = book["Summary"]
    text = {cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {
        "test_list",
        snapshot.sha256,
        "NOT screened against",
        "us_ofac_sdn",
        "a list is in quarantine",
    } <= text
    assert "0.8: the shipped default" in text
    assert any("GRОUP" in str(value) for value in text)  # letters of two scripts in one word
    assert len(sheet._charts) == 1
    lists = _rows(book["Lists"], "Screened")
    assert lists[0]["List"] == "test_list"
    assert lists[0]["SHA-256"] == snapshot.sha256
    assert {row["Screened"] for row in lists[1:]} == {"not screened"}


def test_the_method_names_threshold_rules_and_versions(make_run, tmp_path: Path) -> None:
    rows = _rows(_open(write_run(tmp_path, make_run()))["Method"], "Topic")
    items = {row["Item"]: row["What it is, and why"] for row in rows}
    assert items["threshold"] == "0.8\nWhy: the shipped default"
    assert {"weak_alias_alone", "prohibition", "pyarrow", "Match strength"} <= set(items)


def test_settings_of_any_shape_are_written_as_text(make_run, tmp_path: Path) -> None:
    columns = {"/a_b/records.csv": {"importer_name": ["BUYER (--map)"], "hs_code": ["HS (heading)", "Good (content)"]}}
    settings = {"columns": columns, "jurisdictions": {}, "as_of": None, "binds_us": ["US", "EU"]}
    rows = _rows(_open(write_run(tmp_path, make_run(settings=settings)))["Method"], "Topic")
    items = {row["Item"]: row["What it is, and why"] for row in rows if row["Topic"] == "Settings"}
    assert items["columns"] == "/a_b/records.csv: importer_name: BUYER (--map); hs_code: HS (heading), Good (content)"
    assert (items["jurisdictions"], items["as_of"], items["binds_us"]) == ("none", "none", "US, EU")


def test_what_a_reviewer_can_choose_is_explained_in_the_workbook(make_run, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run()))
    told = {row["Item"]: row for row in _rows(book["Method"], "Topic") if str(row["Topic"]).startswith("Review")}
    offered = list(book["Choices"].iter_rows(min_row=3, values_only=True))
    heads = [cell.value for cell in book["Choices"][2]]
    for name in ("decision list_match", "decision red_flags", "reason_code", "action"):
        assert {row[heads.index(name)] for row in offered} - {None} <= set(told)
    assert told["ID"]["What it is, and why"].startswith(
        "On a false positive: another identity or registry number.\nOn a true match: an identity or registry number is"
    )
    hints = [
        rule.prompt for rule in book["Alerts"].data_validations.dataValidation if rule.promptTitle == "Reason code"
    ]
    assert len(hints) == 1
    assert "sheet Method" in hints[0]
    assert len(hints[0]) <= 255  # what a spreadsheet takes


@pytest.mark.parametrize("example", [True, False])
def test_every_sheet_of_an_example_says_so(example: bool, make_run, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run(example=example)))
    for sheet in book:
        assert (sheet["A1"].value == columns.EXAMPLE) is example
        assert (sheet.oddHeader.center.text == columns.EXAMPLE) is example
    assert _rows(book["Alerts"], "Alert ID")


def test_a_run_that_found_nothing_has_a_whole_workbook(make_run, make_subjects, tmp_path: Path) -> None:
    run = make_run()
    book = _open(write_run(tmp_path, make_run(hits=run.hits.slice(0, 0), subjects=make_subjects())))
    assert book.sheetnames == SHEETS
    assert book["Alerts"].max_row == 2


def test_of_many_subjects_those_with_alerts_and_the_first_others_are_shown(
    make_run, make_subjects, make_hits, tmp_path: Path, monkeypatch
) -> None:
    from screening.reports import places

    subjects = make_subjects(*({"subject_id": f"s{n:02}", "name": f"N{n:02}", "start": n} for n in range(50)))
    hits = make_hits(subjects, {"subject_id": "s40", "entry_id": "1"})
    monkeypatch.setattr(places.subject_rows, "__defaults__", (5,))
    monkeypatch.setattr(places.subject_row_count, "__defaults__", (5,))
    path = write_run(tmp_path, make_run(hits=hits, subjects=subjects))
    rows = _rows(_open(path)["Subjects"], "Name as found")
    assert [row["Name as found"] for row in rows] == ["N00", "N01", "N02", "N03", "N04", "N40"]
    assert rows[-1]["Highest priority"] == "critical"
    assert len(pq.read_table(path / "subjects.parquet")) == 50


def test_subjects_stand_as_in_their_file(make_run, make_subjects, tmp_path: Path) -> None:
    subjects = make_subjects(*({"subject_id": f"s{n}", "name": f"N{n}", "place": f"row {n}"} for n in (10, 2, 1)))
    path = write_run(tmp_path, make_run(hits=make_run().hits.slice(0, 0), subjects=subjects))
    rows = _rows(_open(path)["Subjects"], "Name as found")
    assert [row["Place"] for row in rows] == ["row 1", "row 2", "row 10"]


def test_folded_columns_can_be_unfolded_in_excel(make_run, tmp_path: Path) -> None:
    path = write_run(tmp_path, make_run())
    with zipfile.ZipFile(path / "report.xlsx") as archive:
        assert b'outlineLevelCol="1"' in archive.read("xl/worksheets/sheet2.xml")


def test_alerts_for_red_flags_are_headed_as_such_and_name_no_list(make_run, flag_alerts, tmp_path: Path) -> None:
    book = _open(write_run(tmp_path, make_run(flag_alerts=flag_alerts)))
    assert "Entry: who is listed, or the red flags" in [cell.value for cell in book["Alerts"][1]]
    rows = [row for row in _rows(book["Alerts"], "Alert ID") if row["Relation"] == "red flags"]
    assert rows
    for row in rows:
        assert (row["List"], row["Entry ID"]) == ("Red flags (no list)", None)
        assert "watched good" in row["Primary name"]
    assert not any(row["List"] == "red_flags" for row in _rows(book["Evidence"], "Alert ID"))


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (None, ""),
        ('{"unit_value": 77.8867, "basis": "USD/kg"}', "unit value: 77.8867; basis: USD/kg"),
        ('{"incorporated_on": "2023", "usd": 512451.95, "year": 2023}',
         "incorporated on: 2023; USD: 512,451.95; year: 2023"),
        ('{"raised": 6, "usd": 0.0}', "raised: 6; USD: none converted"),
        ('{"raised": 0, "usd": 0.0}', "raised: 0; USD: 0.0"),
        ('{"places": ["TR", "AE"], "known": null, "of": {"a": 1}}', "places: TR, AE; known: none; of: a: 1"),
    ],
)  # fmt: skip
def test_figures_of_flags_are_read_as_text(figures: str | None, text: str) -> None:
    assert figures_text(figures) == text


@pytest.mark.parametrize("warnings", [0, 30])
def test_the_chart_stands_beside_the_counts_and_over_no_text(warnings: int, make_run, tmp_path: Path) -> None:
    notes = [f"warning {number}: " + "a long text of many words " * 20 for number in range(warnings)]
    sheet = _open(write_run(tmp_path, make_run(notes=notes)))["Summary"]
    (chart,) = sheet._charts
    top, column = chart.anchor._from.row + 1, chart.anchor._from.col + 1
    assert sheet.cell(top, 1).value == "Alerts by list and priority"
    end, height = top, chart.anchor.ext.height / 12700  # a point has 12,700 units
    while height > 1:
        assert not any(cell.value for cell in sheet[end][column - 1 :])
        height -= sheet.row_dimensions[end].height or 15
        end += 1
    assert sheet.cell(end - 1, 1).value == "weak"  # the last row of the counts
    for row in sheet.iter_rows(max_row=top):
        if row[0].value == "Warning":
            assert row[1].alignment.wrap_text
            assert any(row[1].coordinate in area for area in sheet.merged_cells.ranges)
