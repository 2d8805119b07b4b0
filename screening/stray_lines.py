"""Lines of a text that are in another encoding than the rest: most files in two encodings were pasted together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from screening.encoding import (
    CANDIDATES,
    MEND,
    SEVERAL_BYTES,
    Encoding,
    for_latin_letters,
    likely_encoding,
    mostly_utf8,
    stray_line,
)

ONE_BYTE: Final = frozenset({"cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "cp866",
                             "latin-1"})  # fmt: skip
"""Encodings in which one byte is one character, so that a line of another one can be told line by line."""
_SAMPLE: Final = 100_000
"""Bytes of strays, and letters of the other lines, that are looked at."""
_KNOWN: Final = 0.5
"""Share of the letters of strays that the other lines must have for an encoding to be told by them."""
_KNOWN_OF_MANY: Final = 0.2
"""The same where there are thousands of letters: other bytes hardly ever make those of the other lines."""
_FEW_BYTES: Final = "cp1252"
"""What single bytes are taken for."""
_MIXED: Final = re.compile(r"[A-Za-z][^\W\d_A-Za-z]|[^\W\d_A-Za-z][A-Za-z]")


def by_lines(encoding: Encoding) -> bool:
    """Whether a text is read line by line, as lines of it may be in another encoding than the rest."""
    return encoding.codec in ONE_BYTE or bool(encoding.strays)


def decoded(raw: bytes, encoding: Encoding) -> str:
    """A line of bytes in its encoding.

    In a file of one byte a letter a line with three or more letters that all are UTF-8 is UTF-8: letters of the
    encodings of our region seldom stand so. In a file in UTF-8 a line of which hardly anything is that is of the
    encoding of its strays.
    """
    if not encoding.strays:
        return raw.decode("utf-8") if stray_line(raw) else raw.decode(encoding.codec, "replace")
    try:
        return raw.decode(encoding.codec)
    except UnicodeDecodeError:
        if mostly_utf8(raw):
            return raw.decode(encoding.codec, MEND)
        return raw.decode(encoding.strays, "replace")


def text_of(data: bytes, encoding: Encoding) -> str:
    """A whole text of bytes, without a byte order mark."""
    if by_lines(encoding):
        lines = data.split(b"\n")
        return "\n".join(decoded(line, encoding) for line in lines).removeprefix("\ufeff")
    return data.decode(encoding.codec, MEND).removeprefix("\ufeff")


def with_strays(encoding: Encoding, lines: Iterable[bytes]) -> Encoding:
    """The encoding of a file that is in UTF-8 for the most part, with that of the lines that are in none.

    They are taken to be in the language of the others: of the encodings that can read them the one whose letters these
    have, else the likeliest.
    """
    strays: list[bytes] = []
    known: set[str] = set()
    size = looked = 0
    for line in lines:
        if line.isascii():
            continue
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            if not mostly_utf8(line) and size < _SAMPLE:
                strays.append(line[:4096])
                size += len(strays[-1])
        else:
            if looked < _SAMPLE:
                known.update(_letters(text))
                looked += len(text)
    told = (_by_known_letters(b"\n".join(strays), known) or likely_encoding(strays)) if strays else _FEW_BYTES
    return encoding._replace(strays=told)


def _letters(text: str) -> Iterator[str]:
    return (char.lower() for char in text if not char.isascii() and char.isalpha())


def _by_known_letters(sample: bytes, known: set[str]) -> str:
    """The encoding whose letters for these bytes the other lines have; "" where that is so of none."""
    best, most = "", 0.0
    for codec in CANDIDATES:
        share = _share(sample, codec, known)
        if share > max(most, _KNOWN_OF_MANY if codec in SEVERAL_BYTES else _KNOWN):
            best, most = codec, share
    return best


def _share(sample: bytes, codec: str, known: set[str]) -> float:
    """How many of the letters of strays read in an encoding other lines have; none where it cannot be that."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    if not for_latin_letters(codec) and _MIXED.search(text):
        return 0.0
    letters = list(_letters(text))
    return sum(each in known for each in letters) / len(letters) if letters else 0.0
