"""What encoding a text file is in: told by all its bytes, and what its stray lines are in."""

from __future__ import annotations

import codecs
from pathlib import Path

from screening.encoding import Encoding, is_utf8, likely_encoding, utf8_for_the_most_part
from screening.errors import InputError
from screening.stray_lines import with_strays

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 20


def told(path: Path, name: str) -> Encoding:
    """The encoding a text file can be read with, whole.

    A byte order mark decides; then UTF-8 if every byte agrees, all but a few (`MEND` reads those), or most of the lines
    that are not plain ASCII; then UTF-16 by its zero bytes; then the most plausible of the usual one- and two-byte
    encodings, judged on the lines that are not plain ASCII.

    Raises:
        InputError: The file is not text.
    """
    with path.open("rb") as file:
        start = file.read(1 << 16)
    for bom, codec in _BOMS:
        if start.startswith(bom):
            return Encoding(codec, None) if bom != codecs.BOM_UTF8 or is_utf8(path) else _with_strays(path, codec)
    if is_utf8(path):
        if b"\0" not in start:
            return Encoding("utf-8", whole=True)
    elif b"\0" not in start:
        if utf8_for_the_most_part(_pieces(path)):
            return _with_strays(path, "utf-8")
        with path.open("rb") as file:
            return Encoding(likely_encoding(file), None)
    zeros_even, zeros_odd = start[0::2].count(0), start[1::2].count(0)
    half = max(1, len(start) // 2)
    if zeros_odd > 0.3 * half and zeros_even < 0.05 * half:
        return Encoding("utf-16-le", None)
    if zeros_even > 0.3 * half and zeros_odd < 0.05 * half:
        return Encoding("utf-16-be", None)
    line = start.count(b"\n", 0, start.index(b"\0")) + 1
    raise InputError(
        f"is not text: it holds zero bytes, the first in line {line:,}",
        where=name,
        remedy="save it as XLSX, CSV, Parquet or JSON Lines",
    )


def _with_strays(path: Path, codec: str) -> Encoding:
    with path.open("rb") as file:
        return with_strays(Encoding(codec, whole=False), file)


def _pieces(path: Path) -> bytes:
    """Whole lines from the beginning, the middle and the end of a file."""
    found = []
    with path.open("rb") as file:
        size = file.seek(0, 2)
        for at in range(0, size, max(size // 3, _PIECE)):
            file.seek(at)
            whole = file.read(_PIECE)
            if at:
                whole = whole.partition(b"\n")[2]
            found.append(whole if file.tell() == size else whole.rpartition(b"\n")[0])
    return b"\n".join(found)
