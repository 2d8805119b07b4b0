"""Which character encoding a file is in: told from its bytes, with the encodings our region uses in mind."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import Any, Final, NamedTuple

from screening.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = (
    "cp1251", "cp1254", "cp1252", "cp1250", "cp1253", "cp1255", "cp1256", "koi8_r", "cp866",
    "gb18030", "big5", "cp932", "cp949",
)  # fmt: skip
MEND = "screening-mend"
"""Error handler for `open`: a stray byte in a file that says it is UTF-8 is read as Windows-1252."""
_SAMPLE = 200_000
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SIGNS: Final = frozenset("\u00a0«»“”„‘’‚–—…•€§°©®™·")
"""Signs that stand in texts of any language, in the same places of most of these encodings."""
_STRANGE: Final = log(0.0005)
"""How likely a letter is in a language that does not have it."""
_BESIDE_LATIN: Final = re.compile(r"(?<=[A-Za-z])[^\W\d_A-Za-z]|[^\W\d_A-Za-z](?=[A-Za-z])")
_SIGN: Final = log(0.03)
"""How likely a sign is: one that stands for a letter in another encoding must not cost less than that letter."""
_SEVERAL_BYTES: Final = frozenset({"gb18030", "big5", "cp932", "cp949"})
_AT_ONCE = 1 << 22
_FEWEST_FOREIGN = 3
_BROKEN = "\ufffd"
_LETTERS_A_STRAY = 10
"""Letters of UTF-8 for each byte that does not fit, from which the bytes are strays."""
_PIECE = 1 << 20


def _mend(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError) and error.encoding.replace("_", "-").startswith("utf-8"):
        return error.object[error.start : error.end].decode("cp1252", "replace"), error.end
    return codecs.replace_errors(error)  # type: ignore[return-value]


codecs.register_error(MEND, _mend)


class Encoding(NamedTuple):
    """The Python codec name of a file, and whether every byte is of it; None where that was not looked at."""

    codec: str
    whole: bool | None


def encoding_of(path: Path, name: str) -> str:
    """The Python codec name a text file can be read with, as `told` tells it."""
    return told(path, name).codec


def told(path: Path, name: str) -> Encoding:
    """The encoding a text file can be read with, whole.

    A byte order mark decides; then UTF-8 if every byte agrees, or all but a few (`MEND` reads those); then UTF-16 by
    its zero bytes; then the most plausible of the usual one- and two-byte encodings, judged on the lines that are
    not plain ASCII.

    Raises:
        InputError: The file is not text.
    """
    with path.open("rb") as file:
        start = file.read(1 << 16)
    for bom, codec in _BOMS:
        if start.startswith(bom):
            return Encoding(codec, None)
    if is_utf8(path):
        if b"\0" not in start:
            return Encoding("utf-8", whole=True)
    elif b"\0" not in start:
        if stray_bytes_only(_pieces(path)):
            return Encoding("utf-8", whole=False)
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


def is_utf8(path: Path) -> bool:
    """Whether all of a file is UTF-8."""
    import pyarrow as pa

    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(_AT_ONCE):
            chunk, rest = rest + chunk, b""
            # a letter cut in two belongs to the next piece
            for back in range(1, 4):
                if len(chunk) > back and chunk[-back] >= 0xC0:
                    chunk, rest = chunk[:-back], chunk[-back:]
                    break
            if not _valid(chunk, pa):
                return False
    return _valid(rest, pa)


def _valid(chunk: bytes, pa: Any) -> bool:
    """Whether bytes are UTF-8, without making a text of them."""
    try:
        ends = pa.array([0, len(chunk)], pa.int32())
        pa.StringArray.from_buffers(1, ends.buffers()[1], pa.py_buffer(chunk)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def stray_bytes_only(data: bytes) -> bool:
    """Whether bytes are text in UTF-8 with a few strays in it: other encodings hardly ever spell its letters."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    letters = sum(not char.isascii() for char in text) - broken
    return letters > 0 and broken * _LETTERS_A_STRAY <= letters


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


def mended(data: bytes) -> tuple[str, bool]:
    """Text in UTF-8 as `MEND` reads it, and whether it needed no mending."""
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("utf-8", MEND), False


def likely_encoding(lines: Iterable[bytes]) -> str:
    """The most plausible of the usual one- and two-byte encodings of lines that are not UTF-8."""
    import logging

    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    sample = _telling_lines(lines)
    candidates = list(_CANDIDATES)
    best = from_bytes(sample, cp_isolation=candidates, enable_fallback=False).best()
    if best is not None and best.encoding == "cp932" and _half_width(sample):
        # Cyrillic capitals in Windows-1251 are the bytes of half-width katakana, which hardly anybody writes
        candidates.remove("cp932")
        best = from_bytes(sample, cp_isolation=candidates, enable_fallback=False).best()
    if best is not None and best.encoding in _SEVERAL_BYTES and not _mixes_scripts(sample, best.encoding):
        return best.encoding
    return _by_letters(sample) or "latin-1"


def _half_width(sample: bytes) -> bool:
    """Whether most letters of a text in Shift JIS are half-width katakana."""
    letters = [char for char in sample.decode("cp932", "ignore") if not char.isascii()]
    return sum("\uff61" <= char <= "\uff9f" for char in letters) > len(letters) / 2


def _mixes_scripts(sample: bytes, codec: str) -> bool:
    """Whether most words beyond ASCII have Latin letters as well, as no script's own do: "Gцteborg" is Göteborg."""
    words = [word for word in _LETTERS.findall(sample.decode(codec, "ignore")) if not word.isascii()]
    mixed = sum(any(char.isascii() for char in word) for word in words)
    return codec not in _letters_of_languages() and mixed > len(words) / 2


def _by_letters(sample: bytes) -> str:
    """The encoding of one byte a letter of the languages whose letters these are; "" where none reads it all.

    Line by line, as a file may hold several languages.
    """
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    likely = {
        name: sum(_likeliest(line, name, languages) for line in lines)
        for name, languages in _letters_of_languages().items()
        if _decodes(sample, name)
    }
    # where letters tell nothing, the encoding that most of the world's files are in
    return max(likely, key=lambda name: likely[name] + _of_one_byte()[name][1], default="")


def _likeliest(line: bytes, codec: str, languages: Sequence[Mapping[str, float]]) -> float:
    """How likely the letters beyond ASCII of a line are in the likeliest language, as a logarithm."""
    text = line.decode(codec, "replace")
    foreign = [char for char in text if not char.isascii()]
    letters = ["İ" if char == "İ" else char.lower() for char in foreign if char not in _SIGNS]
    signs = (len(foreign) - len(letters)) * _SIGN
    if not _of_one_byte()[codec][0]:  # no word is written in its letters and in Latin ones
        signs += len(_BESIDE_LATIN.findall(text)) * _STRANGE
    return signs + max(sum(language.get(each, _STRANGE) for each in letters) for language in languages)


def for_latin_letters(codec: str) -> bool:
    """Whether an encoding of one byte a letter is one of Latin letters; so is one that is not known."""
    return _of_one_byte().get(codec, (True, 0.0))[0]


@cache
def _of_one_byte() -> dict[str, tuple[bool, float]]:
    """The encodings of one byte a letter: whether they are for Latin letters, and how usual they are."""
    from screening.reference import table

    rows = table("scripts/encodings.tsv").rows
    return {row["encoding"]: (row["script"] == "Latin", float(row["usual"])) for row in rows}


@cache
def _letters_of_languages() -> dict[str, list[dict[str, float]]]:
    """By encoding: of each language how likely its letters are, as logarithms."""
    from screening.reference import table

    found: dict[str, list[dict[str, float]]] = {}
    for row in table("scripts/letters_of_languages.tsv").rows:
        shares = (pair.split("=") for pair in row["letters"].split(" "))
        found.setdefault(row["encoding"], []).append({letter: log(float(share) / 100) for letter, share in shares})
    return found


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        sample.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def stray_line(line: bytes) -> bool:
    """Whether a line of a file that is not UTF-8 is UTF-8 all the same: three or more letters, and all fit."""
    try:
        return sum(not char.isascii() for char in line.decode("utf-8")) >= _FEWEST_FOREIGN
    except UnicodeDecodeError:
        return False


def _telling_lines(lines: Iterable[bytes]) -> bytes:
    """Up to `_SAMPLE` bytes of lines with something beyond ASCII in them: the others say nothing."""
    kept: list[bytes] = []
    size = 0
    for line in lines:
        if not line.isascii() and not stray_line(line):
            kept.append(line[:4096])
            size += len(kept[-1])
            if size > _SAMPLE:
                break
    return b"".join(kept)
