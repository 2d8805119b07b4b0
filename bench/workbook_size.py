"""The same customs records read as delimited text and as a workbook: how many times longer the workbook takes.

    python -m bench.workbook_size [--rows 80000]

Each is read whole by `intake.customs.CustomsReader` after a look, as a run does it; a workbook once with the size of
its sheet stated, as spreadsheets write it, and once without, as programs do that write row by row.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

from bench.customs_size import generate
from screening.intake.customs import CustomsReader


def workbook_of(table: Path, target: Path, *, stated: bool) -> None:
    """The rows of a delimited file as a workbook, amounts as numbers."""
    book = Workbook(write_only=not stated)
    sheet = book.active if stated else book.create_sheet()
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            sheet.append([_cell(text) for text in row])
    book.save(target)


def _cell(text: str) -> str | float:
    whole, comma, part = text.partition(",")
    return float(f"{whole}.{part}") if comma and whole.isdigit() and part.isdigit() else text


def seconds(path: Path) -> float:
    """How long a look and the reading take."""
    began = time.perf_counter()
    reader = CustomsReader([path])
    reader.look()
    rows = sum(batch.records.height for batch in reader.batches())
    assert rows, "nothing was read"
    return time.perf_counter() - began


def main() -> None:
    """Make the files, read them and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=80_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        generate(folder / "records.csv", rows)
        workbook_of(folder / "records.csv", folder / "stated.xlsx", stated=True)
        workbook_of(folder / "records.csv", folder / "unstated.xlsx", stated=False)
        seconds(folder / "records.csv")  # what is made of the tables of knowledge is made
        print(f"{rows:,} records\n\n| file | seconds | times |\n|---|---|---|")
        first = 0.0
        for name in ("records.csv", "stated.xlsx", "unstated.xlsx"):
            spent = seconds(folder / name)
            first = first or spent
            print(f"| {name} | {spent:.1f} | {spent / first:.1f} |", flush=True)


if __name__ == "__main__":
    main()
