"""Workbooks written one by one: whole, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import openpyxl
import pytest

from screening.errors import OutputError
from screening.reports.page import make_folder, save_whole


class FullDisk:
    def save(self, path: Path) -> None:
        Path(path).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_was_there_stays_where_the_new_workbook_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "status.xlsx"
    save_whole(openpyxl.Workbook(), path)
    before = path.read_bytes()
    with pytest.raises(OutputError, match=r"No space left on device\)\. Name another file"):
        save_whole(FullDisk(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_takes_no_file_is_told_before_a_workbook_is_begun(tmp_path: Path, monkeypatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    with pytest.raises(OutputError, match="Permission denied"):
        make_folder(tmp_path / "status.xlsx")


def test_a_workbook_that_cannot_be_saved_goes_without_a_word(tmp_path, monkeypatch) -> None:
    """Its half-written sheets are streams that would complain of the same full disk when they are forgotten."""
    import gc
    import zipfile

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    book = openpyxl.Workbook(write_only=True)
    for title in ("one", "two"):
        book.create_sheet(title).append([title])
    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(OutputError, match="No space left"):
        save_whole(book, tmp_path / "a.xlsx")
    del book
    gc.collect()  # a complaint would be a warning, and warnings are errors here
    assert list(tmp_path.iterdir()) == []
