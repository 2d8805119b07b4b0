"""What a workbook that came back may hold beside cells: macros are refused, merged cells are found."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from screening.errors import InputError

_MACROS: Final = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "dialogsheets/")
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PIECE: Final = 1 << 20
_OVERLAP: Final = 200
_MOST: Final = 100_000  # merged cells that are looked at; a sheet of decisions has none


def refuse_macros(path: Path, parts: Collection[str]) -> None:
    """Refuse a workbook that carries code: it is kept as a record, and a report never had any.

    Raises:
        InputError: It holds macros.
    """
    if any(sign in part.lower() for part in parts for sign in _MACROS):
        raise InputError(
            "the workbook holds macros", where=path, remedy="save it as .xlsx without macros and send that"
        )


def merged_rows(path: Path, sheet: Any, columns: int) -> dict[int, set[int]]:
    """The cells that are part of a merged range: row from 1 → columns from 0, up to ``columns``.

    The parts of a workbook are looked through as bytes: a range stands behind all rows, and reading these twice
    would cost more than everything else.
    """
    from openpyxl.utils import column_index_from_string

    part = sheet._worksheet_path
    found: dict[int, set[int]] = {}
    count = 0
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        tail = b""
        while piece := stream.read(_PIECE):
            text = tail + piece
            end = 0
            for match in _MERGED.finditer(text):
                count += 1
                end = match.end()
                if count > _MOST:
                    raise InputError("more merged cells than a report has", where=path, remedy="unmerge them")
                left, right = column_index_from_string(match[1].decode()), column_index_from_string(match[3].decode())
                across = range(left - 1, min(right, columns))
                first, last = int(match[2]), int(match[4])
                if last - first > _MOST:
                    raise InputError(f"cells are merged over rows {first} to {last}", where=path, remedy="unmerge them")
                for row in range(first, last + 1):
                    found.setdefault(row, set()).update(across)
            tail = text[max(end, len(text) - _OVERLAP) :]
    return found
