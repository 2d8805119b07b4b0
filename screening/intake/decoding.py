"""A file's text as it stands: decoded, line ends untouched, so that offsets mean the same to
everybody."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from screening.encoding import MEND, Encoding, stray_bytes_only
from screening.errors import InputError
from screening.file_encoding import told
from screening.intake.base import read_bytes, sha256_of
from screening.stray_lines import text_of

MAX_ARTICLE_BYTES = 64 * 1024 * 1024
"""A file of news is far smaller; a larger one is refused rather than held in memory several times
over."""

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']"""
    rb"""|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f")
_NEAR = 0x2100
_MOSTLY = 0.95
_MOST_CONTROLS = 0.01
"""Share of control characters above which a file is not text, whatever its encoding."""
_MOST_OF_FEW = 0.05
"""The same in a file so short that a few of them are many."""
_MOST_SIGNS = 0.15
"""Share of signs beyond ASCII that are no letters, figures or punctuation (™ ≠ ∞)."""
_SIGNS = frozenset({"So", "Sm", "Sk", "Cc", "Co", "Cn"})
_LOOKED_AT = 20_000
_MOST_WITHIN = 0.15
"""Share of neighbouring letters of which the first is small and the second a capital: where both stand at random it is
a quarter, in text next to nothing."""
_FEWEST_WITHIN = 30
_PAIR = re.compile(r"(?=[ul]{2})")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, without byte order mark; its encoding, hash and size in bytes."""

    text: str
    encoding: str
    sha256: str
    size: int


def decode(path: Path, name: str | None = None) -> Decoded:
    """The file's text.

    A byte order mark decides the encoding, then what an XML or HTML file says of itself (when its bytes
    agree, and are not UTF-8 all the same), then the bytes; a line in UTF-8 is one whatever the others are.
    What cannot be decoded stands as U+FFFD.

    Raises:
        InputError: The file cannot be read, is too large, empty, or not text.
    """
    name = name or str(path)
    data = read_bytes(path, limit=MAX_ARTICLE_BYTES)
    if not data.strip(b"\0 \t\r\n\x1a\xef\xbb\xbf\xff\xfe"):
        raise InputError("the file is empty", where=name, remedy="leave it out")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"is {what}, not text", where=name, remedy="save it as plain text or HTML")
    stated = _declared(data) or _utf16(data)
    try:
        encoding = Encoding(stated, whole=True) if stated else told(path, name)
    except InputError as error:
        raise InputError(error.what, where=name, remedy="save it as plain text or HTML") from None
    # two stories pasted together may be in two encodings
    text = data.decode(stated, MEND).removeprefix("\ufeff") if stated else text_of(data, encoding)
    if _is_binary(text[:200_000]):
        raise InputError("is binary, not text", where=name, remedy="save it as plain text or HTML")
    return Decoded(text, encoding.codec, sha256_of(data), len(data))


def _is_binary(sample: str) -> bool:
    """Whether characters are none of a text: signs of control, signs no alphabet has, capitals all over the words.

    Bytes of any kind are characters in some encoding of one byte each; the encoding alone tells nothing.
    """
    strange = sum(map(sample.count, _CONTROLS)) + sample.count("\ufffd")
    if strange > min(_MOST_CONTROLS * len(sample) + 3, max(1, _MOST_OF_FEW * len(sample))):
        return True
    short = sample[:_LOOKED_AT]
    signs = sum(category(char) in _SIGNS for char in short if char > "\x7e")
    if signs > _MOST_SIGNS * len(short) + 3:
        return True
    cased = "".join("u" if char.isupper() else "l" if char.islower() else " " for char in short)
    within = cased.count("lu")
    return within > _FEWEST_WITHIN and within > _MOST_WITHIN * len(_PAIR.findall(cased))


def _declared(data: bytes) -> str | None:
    """The encoding the file says it is in, if there is such a one and every byte agrees."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    said = (found.group(1) or found.group(2)).decode("ascii", "replace").lower()
    try:
        codec = codecs.lookup(said).name
        if codec.startswith(("utf-16", "utf-32", "utf-7")) or codec not in _TEXT_CODECS:
            return None  # not in bytes that spell "<?xml" in ASCII
        data.decode(codec)
    except (LookupError, UnicodeError):
        return None
    if codec != "utf-8" and stray_bytes_only(data):
        return None  # pages that were made UTF-8 and say what they were before; hardly any text is UTF-8 by chance
    return "cp1252" if codec in ("iso8859-1", "ascii") and _decodes(data, "cp1252") else codec


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by what it reads as: letters of near alphabets and spaces."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in data[:4096] or len(data) % 2:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        sample = data[:4096].decode(codec, "replace")
        near = sum((char.isprintable() and ord(char) < _NEAR) or char in "\t\r\n" for char in sample)
        if near > _MOSTLY * len(sample):
            return codec
    return None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


# Single- and multi-byte encodings in which "<?xml" is spelt as in ASCII.
_TEXT_CODECS = frozenset(
    codecs.lookup(name).name
    for name in (
        "utf-8", "ascii", "latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
        "cp1256", "cp1257", "cp1258", "cp866", "koi8-r", "koi8-u", "kz1048", "mac_cyrillic",
        "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
        "iso8859-9", "iso8859-15", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_jp",
        "iso2022_jp", "euc_kr", "cp949", "ptcp154",
    )
)  # fmt: skip
