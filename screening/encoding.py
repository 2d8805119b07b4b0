"""Which character encoding a file is in: told from its bytes, with the encodings our region uses in mind."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import Any, Final, NamedTuple

CANDIDATES = (
    "cp1251", "cp1254", "cp1252", "cp1250", "cp1253", "cp1255", "cp1256", "koi8_r", "cp866",
    "gb18030", "big5", "cp932", "cp949",
)  # fmt: skip
MEND = "screening-mend"
"""Error handler for `open`: a stray byte in a file that says it is UTF-8 is read as Windows-1252; the beginning of a
letter behind another one, where a cell or file was cut by its bytes, is no letter."""
_CUT: Final = re.compile(rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}")
_SAMPLE = 200_000
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SIGNS: Final = frozenset("\u00a0«»“”„‘’‚–—…•€§°©®™·")
"""Signs that stand in texts of any language, in the same places of most of these encodings."""
_STRANGE: Final = log(0.0005)
"""How likely a letter is in a language that does not have it."""
_BESIDE_LATIN: Final = re.compile(r"(?<=[A-Za-z])[^\W\d_A-Za-z]|[^\W\d_A-Za-z](?=[A-Za-z])")
_SIGN: Final = log(0.03)
"""How likely a sign is: one that stands for a letter in another encoding must not cost less than that letter."""
SEVERAL_BYTES: Final = frozenset({"gb18030", "big5", "cp932", "cp949"})
_AT_ONCE = 1 << 22
_FEWEST_FOREIGN = 3
_FEWEST_LETTERS = 5
"""Letters whose capitals tell that they are words."""
_BROKEN = "\ufffd"
_LETTERS_A_STRAY = 10
"""Letters of UTF-8 for each byte that does not fit, from which the bytes are strays."""


def _mend(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError) and error.encoding.replace("_", "-").startswith("utf-8"):
        stray = error.object[error.start : error.end]
        if _CUT.fullmatch(stray) and error.object[error.start - 1 : error.start] > b"\x7f":
            return _BROKEN, error.end
        return stray.decode("cp1252", "replace"), error.end
    return codecs.replace_errors(error)  # type: ignore[return-value]


codecs.register_error(MEND, _mend)


class Encoding(NamedTuple):
    """The Python codec name of a file, and whether every byte is of it; None where that was not looked at.

    ``strays`` is what the lines are in that are not UTF-8, where the others are.
    """

    codec: str
    whole: bool | None
    strays: str = ""


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


def mostly_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8 but for some bytes, as where a cell of it was pasted or cut: not for the most part."""
    text = line.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    return sum(not char.isascii() for char in text) - broken >= broken


def utf8_for_the_most_part(data: bytes) -> bool:
    """Whether bytes are text in UTF-8 with strays: a few bytes among its letters, or the lesser part of the lines."""
    if stray_bytes_only(data):
        return True
    foreign = [line for line in data.split(b"\n") if not line.isascii()]
    return bool(foreign) and sum(map(mostly_utf8, foreign)) * 2 >= len(foreign)


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
    candidates = list(CANDIDATES)
    best = from_bytes(sample, cp_isolation=candidates, enable_fallback=False).best()
    while best is not None and _nobody_writes(sample, best.encoding):
        candidates.remove(best.encoding)
        best = from_bytes(sample, cp_isolation=candidates, enable_fallback=False).best()
    one_byte = _by_letters(sample)
    if best is None or best.encoding not in SEVERAL_BYTES or _mixes_scripts(sample, best.encoding):
        return one_byte or "latin-1"
    return one_byte if one_byte and _are_words(sample, one_byte) else best.encoding


def _nobody_writes(sample: bytes, codec: str) -> bool:
    """Whether a text is one nobody writes: Cyrillic in Windows-1251 is half-width katakana in Shift JIS, and in Korean
    words each of Hangul and of Chinese characters.
    """
    text = sample.decode(codec, "ignore") if codec in ("cp932", "cp949") else ""
    if codec == "cp932":
        letters = [char for char in text if not char.isascii()]
        return sum("\uff61" <= char <= "\uff9f" for char in letters) > len(letters) / 2
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    return sum(bool(_HANGUL.search(word) and _HAN.search(word)) for word in words) > len(words) / 3


def _are_words(sample: bytes, codec: str) -> bool:
    """Whether all beyond ASCII are words in capitals, in small letters or with one capital in front: the bytes of other
    encodings make capitals and signs anywhere.
    """
    if for_latin_letters(codec):
        return False
    text = sample.decode(codec, "replace")
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    letters = sum(map(len, words))
    cased = all(word.islower() or word.isupper() or word.istitle() for word in words)
    return cased and letters >= _FEWEST_LETTERS and letters == sum(not char.isascii() for char in text)


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
