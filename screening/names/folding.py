"""Folding: one spelling for what differs only in case, accents, width or invisible characters.

Latin letters become ASCII; other scripts stay in their script, normalised (see ``lists/scripts/``). The
dotted and dotless i of Turkish are settled before case is folded, because ``"İ".lower()`` leaves a
combining dot behind that would split the word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from anyascii import anyascii

from screening import reference
from screening.names import scripts

_DROPPED_NAMES: Final = "™®©℠\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5"  # trade marks, fillers without a shape
_SPACES: Final = re.compile(r"\s+")
_DROPPED_BLOCKS: Final = (
    (0x0300, 0x036F),  # combining diacritical marks, and their later blocks
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
    (0x0483, 0x0489),  # Cyrillic titlo and such
    (0x0591, 0x05BD),  # Hebrew points
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),  # Arabic harakat
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x08D3, 0x08FF),
    (0x3099, 0x309A),  # voice marks that did not combine
)
_MAX_ROUNDS: Final = 8  # one or two suffice for every text seen; the bound keeps hostile input from looping


@cache
def apostrophes() -> frozenset[str]:
    """Every character used as an apostrophe inside a word."""
    rows = reference.table("scripts/apostrophes.tsv").rows
    return frozenset(chr(int(row["codepoint"], 16)) for row in rows)


@cache
def is_invisible(char: str) -> bool:
    """Whether a character leaves no trace: zero-width, bidi mark, soft hyphen, control character, trade
    mark."""
    if char in _DROPPED_NAMES:
        return True
    category = unicodedata.category(char)
    if category == "Cc":
        return not char.isspace()
    return category in ("Cf", "Cs", "Cn", "Co") or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


class _Table(dict[int, str]):
    """A translation table that works out a character when it is first met, and keeps it."""

    def __init__(self, rule: object) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = result = self._rule(chr(code))  # type: ignore[operator]
        return result


@cache
def _special() -> dict[str, str]:
    """Letters with a rule of their own, from the knowledge tables; one character each."""
    special: dict[str, str] = {}
    for name in ("latin", "letters", "han_simplified"):
        for row in reference.table(f"scripts/{name}.tsv").rows:
            special[row["letter"]] = row["folded"]
    return special


def _prepare(char: str) -> str:
    """Before NFKC: invisible characters go, apostrophes become one (some would become a space and a mark)."""
    if is_invisible(char):
        return ""
    return "'" if char in apostrophes() else char


def _fold_char(char: str) -> str:
    """One character of NFKC text, folded."""
    if char == "'" or is_invisible(char):
        return ""
    if char.isspace():
        return " "
    code = ord(char)
    if code < 128:
        return char.lower()
    if any(low <= code <= high for low, high in _DROPPED_BLOCKS):
        return ""
    if char == "İ":
        return "i"
    special = _special()
    lower = char.lower() if len(char.lower()) == 1 else char.casefold()
    if lower in special:
        return special[lower]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if not char.isalpha():
        return lower
    script = scripts.char_script(char)
    if script in ("Latin", "Greek"):
        bare = "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))
        bare = special.get(bare, bare)
        return bare if script == "Greek" or bare.isascii() else anyascii(bare).lower().replace("'", "")
    return lower


_PREPARE: Final = _Table(_prepare)
_FOLD: Final = _Table(_fold_char)
_ASCII_DROPPED: Final = {code: None for code in range(128) if is_invisible(chr(code))}
_ASCII_CLEAN: Final = _ASCII_DROPPED | {code: " " for code in range(128) if chr(code).isspace()}
_ASCII_FOLD: Final = {code: chr(code).lower() for code in range(128)} | _ASCII_CLEAN | {ord("'"): None, ord("`"): None}


def clean(text: str) -> str:
    """Text as a person reads it: NFKC, no invisible characters, white space single; case and accents stay."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_CLEAN).split())
    visible = "".join(char for char in text if not is_invisible(char))
    visible = visible.replace("\u00b4", "'")  # NFKC would make it a space and a mark
    plain = unicodedata.normalize("NFKC", visible)
    plain = re.sub("([iI])\u0307", r"\1", plain)
    return " ".join("".join(char for char in plain if not is_invisible(char)).split())


_PLAIN_SCRIPTS: Final = ("Latin", "Cyrillic", "Greek", "Arabic", "Armenian", "Georgian", "Han", "Hangul")
"""Scripts most of whose letters fold the same whatever stands beside them."""


def _kind_of(char: str) -> str:
    """A space, a digit for the script of a letter that folds by itself, "?" for everything else."""
    if char == " ":
        return char
    script, folded = scripts.char_script(char), _fold_char(char)
    plain = (
        script in _PLAIN_SCRIPTS
        and unicodedata.category(char) in ("Ll", "Lu", "Lo")
        and not is_invisible(char)
        and char not in apostrophes()
        and char == unicodedata.normalize("NFKC", char)
        and folded.isalnum()
        and folded == _fold_any(char)
        and (script != "Hangul" or "가" <= char <= "힣")  # its other letters join to syllables
    )
    return str(_PLAIN_SCRIPTS.index(script)) if plain else "?"


_KINDS: Final = _Table(_kind_of)


def fold_plainly(text: str) -> str | None:
    """A text folded letter by letter, its white space as it is; None where that is not the same as `fold`.

    Most names are so: letters of one script, each of which folds by itself, and spaces.
    """
    kinds = set(text.translate(_KINDS))
    kinds.discard(" ")
    return _with_ligature(text.translate(_FOLD)) if len(kinds) == 1 and "?" not in kinds else None


def _with_ligature(text: str) -> str:
    """The Armenian letter ev as capitals have it; the small one is taken apart to another v (Երևան, ԵՐԵՎԱՆ)."""
    return text.replace("եւ", "եվ") if "եւ" in text else text


def fold(text: str) -> str:
    """Text in lower case without accents: Latin in ASCII, other scripts in their own, normalised.

    ``fold(fold(x)) == fold(x)`` for any text. Apostrophes of all kinds and invisible characters are
    dropped, digits of all scripts become ASCII, words of mixed look-alike letters are written in one
    script, white space is single.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_FOLD).split())
    return _fold_any(text)


@lru_cache(maxsize=1 << 16)
def _fold_any(text: str) -> str:
    if len(text) > 1 and (plain := fold_plainly(text)) is not None:
        return " ".join(plain.split())
    for _ in range(_MAX_ROUNDS):
        folded = _fold_once(text)
        if folded == text:
            break
        text = folded
        if text.isascii():
            break
    return fold(text) if text.isascii() else text


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_PREPARE))
    if not text.isascii():
        text = _repair_words(_REPEATED.sub(r"\1\1", text))
        text = _with_ligature(unicodedata.normalize("NFC", text.translate(_FOLD)))
    else:
        text = text.translate(_ASCII_FOLD)
    return " ".join(text.split())


def _repair_words(text: str) -> str:
    found = {scripts.char_script(char) for char in text} & scripts.LOOK_ALIKE_SCRIPTS
    if len(found) < 2:
        return text
    return _LETTERS.sub(lambda match: scripts.repair(match.group()), text)


_REPEATED: Final = re.compile("([\u3400-\u4dbf\u4e00-\u9fff])\u3005")
"""A character of Chinese with the sign that repeats it, which Japanese writes (佐々木, 佐佐木)."""
_LETTERS: Final = re.compile(r"[^\W_](?:['\u0300-\u036f]*[^\W_])*")
