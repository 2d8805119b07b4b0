"""Lines of a text file that are in another encoding than the rest: they are read as well as can be, and told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from screening.encoding import Encoding, for_latin_letters, is_utf8, mended, mostly_utf8, stray_line
from screening.intake.base import shorten
from screening.names.scripts import is_of_look_alikes
from screening.stray_lines import ONE_BYTE, decoded

_NAMED: Final = 10
"""Lines whose numbers are said."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_BLOCK: Final = 1 << 20
"""Characters looked at together: most hold nothing of which anything is to be said."""
_ANYTHING: Final = re.compile(r"[\x80-\xff]")
_UTF8: Final = r"[\xc2-\xf4][\x80-\xbf]"
_BESIDE_LATIN: Final = r"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]"
_ACCENTED: Final = r"[\x80-\xff]{4}"
_LONG: Final = 4
"""Letters of a word none of which is ASCII, from which it is of no language in Latin letters."""
_BROKEN: Final = "\ufffd"

_STRAY: Final = "in UTF-8, and read so"
_MENDED: Final = "with bytes that are no UTF-8, read as Windows-1252"
_THAT_ARE: Final = "that are"
_OTHER: Final = f"{_THAT_ARE} no UTF-8, read as {{codec}}"
_CUT: Final = "with a letter cut in two, lost"
_NO_LETTERS: Final = "with bytes that are no letters of {codec}, lost"
_TWO_ALPHABETS: Final = "with a word in two alphabets: perhaps in another encoding than {codec}"
_LOOK_ALIKE: Final = "with a letter of another alphabet that looks like the right one, compared as it is meant"
_NO_LATIN: Final = "with a word of accented letters alone: perhaps in another encoding than {codec}"


def remarks(path: Path, encoding: Encoding) -> list[str]:
    """What is to be said of a file's lines that are not, or hardly can be, in the encoding it is read in.

    Args:
        path: The file.
        encoding: What it is read in.
    """
    codec, one_byte = encoding.codec, encoding.codec in ONE_BYTE
    if encoding.whole or codec.startswith(("utf-16", "utf-32")):
        return []
    if encoding.whole is None and codec.startswith("utf") and is_utf8(path):
        return []
    latin = for_latin_letters(codec)
    found: dict[str, tuple[int, list[int], str]] = {}
    for number, line in _lines(path, _telling(codec, latin) if one_byte else _ANYTHING):
        for kind, word in _said(line, encoding, one_byte=one_byte, latin=latin):
            count, numbers, first = found.get(kind, (0, [], word))
            found[kind] = (count + 1, numbers if count >= _NAMED else [*numbers, number], first or word)
    return [_told(kind.format(codec=encoding.strays or codec), *what) for kind, what in found.items()]


def _lines(path: Path, telling: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The lines of which something may be said with their numbers, byte for byte as Latin-1."""
    before = 0
    with path.open(encoding="latin-1", newline="") as file:
        while block := file.readlines(_BLOCK):
            if telling.search("".join(block)):
                for number, line in enumerate(block, start=before + 1):
                    if telling.search(line):
                        yield number, line
            before += len(block)


def _telling(codec: str, latin: bool) -> re.Pattern[str]:
    """What a line, read as Latin-1, must hold for anything to be said of it: looked for first, as it is quick."""
    lost = "".join(f"\\x{byte:02x}" for byte in range(0x80, 0x100) if _BROKEN in bytes([byte]).decode(codec, "replace"))
    kinds = [_UTF8, _ACCENTED if latin else _BESIDE_LATIN, *([f"[{lost}]"] if lost else [])]
    return re.compile("|".join(kinds))


def _said(line: str, encoding: Encoding, *, one_byte: bool, latin: bool) -> Iterator[tuple[str, str]]:
    raw, codec = line.encode("latin-1"), encoding.codec
    if codec.startswith("utf"):
        text, whole = mended(raw)
        if whole:
            return
        other = bool(encoding.strays) and not mostly_utf8(raw)
        text = decoded(raw, encoding) if other else text
        word = next((word for word in _WORD.findall(text) if not word.isascii()), "")
        if other or _BROKEN not in text:
            yield _OTHER if other else _MENDED, word
        if _BROKEN in text:
            yield _CUT, ""
        return
    if one_byte and stray_line(raw):
        yield _STRAY, next((word for word in _WORD.findall(raw.decode("utf-8")) if not word.isascii()), "")
        return
    text = raw.decode(codec, "replace")
    if _BROKEN in text:
        yield _NO_LETTERS, ""
    if not one_byte:
        return
    for word in _WORD.findall(text):
        plain = sum(char.isascii() for char in word)
        if not latin and 0 < plain < len(word):
            yield (_LOOK_ALIKE if is_of_look_alikes(word) else _TWO_ALPHABETS), word
            return
        if latin and not plain and len(word) >= _LONG:
            yield _NO_LATIN, word
            return


def _told(what: str, count: int, numbers: list[int], word: str) -> str:
    lines = f"{count:,} lines" if count > 1 else "1 line"
    if count == 1 and what.startswith(_THAT_ARE):
        what = "that is" + what.removeprefix(_THAT_ARE)
    where = ", ".join(map(str, numbers)) + (" …" if count > len(numbers) else "")
    return f"{lines} {what}: {where}" + (f" ({shorten(word, 40)!r})" if word else "")
