"""Names cut into words, each knowing where it stands in the original text.

A text is first written as a string of classes, one character for each of its own, and one regular
expression cuts that: so offsets are those of the original, whatever marks and invisible characters stand
between.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from screening.names import scripts
from screening.names.folding import apostrophes, fold, fold_plainly, is_invisible

_CJK: Final = frozenset({"Han", "Kana", "Hangul", "Bopomofo", "Yi"})
LONGEST_WORD: Final = 100
"""Letters of a word that is still one; longer ones are damage, and take seconds each to be tried at every letter."""
_JOINED_LENGTH: Final = 2  # parts of abbreviations are this short at most: "d.o.o.", "Sh.p.k."

# Classes: L letter or digit, C letter of a script without spaces between words, H Hebrew letter, S sign
# that stands for a word (№, ㈱), M mark or invisible, Q apostrophe, W double quote (inside Hebrew
# abbreviations), . dot, _ the rest.
_WORD: Final = re.compile(r"S|C(?:[MQ]*C)*M*|[LH](?:[MQ]*[LH]|(?<=H)M*W(?=H))*M*(?:\.M*[LH](?:[MQ]*[LH])*M*)*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as it stands, folded, and its offsets in the original text (end excluded)."""

    raw: str
    text: str
    start: int
    end: int


def _class_of(char: str) -> str:
    if char in apostrophes() and char != "״":
        return "Q"
    if char in '"״':
        return "W"
    if char in ".．。｡․":
        return "." if char in ".．․" else "_"
    if char.isspace():
        return "_"
    category = unicodedata.category(char)
    if is_invisible(char) or category in ("Mn", "Me", "Mc"):
        return "M"
    if category[0] == "L":
        script = scripts.char_script(char)
        if script in _CJK or char in "ー々〆〇":
            return "C"
        return "H" if script == "Hebrew" else "L"
    if category in ("Nd", "Nl"):
        return "C" if char == "〇" else "L"
    if any(each.isalnum() for each in fold(char)):
        return "S"
    return "_"


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = result = _class_of(chr(code))
        return result


_CLASSES: Final = _Classes()
_ASCII_WORDS: Final = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {
    code: None for code in range(128) if chr(code) in "'`" or is_invisible(chr(code))
}
_UNSEEN: Final = r"['`\x00-\x08\x0e-\x1b\x7f]*"  # plain characters that leave no trace inside a word
_INNER_DOT: Final = re.compile(rf"[A-Za-z0-9]{_UNSEEN}\.{_UNSEEN}[A-Za-z0-9]")


def tokenise(text: str) -> list[Token]:
    """The words of a text in order, with offsets into it.

    Dots inside an abbreviation join ("d.o.o.", "A.Ş."), dots between words split ("Ltd.Şti."); apostrophes
    of all kinds join; everything else that is no letter or digit splits. A run of Han, kana or hangul is
    one token.
    """
    tokens = []
    for start, end in _spans(text):
        raw = text[start:end]
        folded = _token_text(raw)
        if folded:
            tokens.append(Token(raw, folded, start, end))
    return tokens


def words(text: str) -> list[str]:
    """The folded words of a text: the same as ``[token.text for token in tokenise(text)]``, quicker."""
    if text.isascii():
        if "." not in text or not _INNER_DOT.search(text):
            return text.translate(_ASCII_WORDS).split()
        return [word for start, end in _spans(text) if (word := _token_text(text[start:end]))]
    plain = fold_plainly(text)
    return list(_words(text)) if plain is None else plain.split()


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for start, end in _spans(text) if (word := _token_text(text[start:end])))


@lru_cache(maxsize=1 << 16)
def _token_text(raw: str) -> str:
    """The folded text of one token: letters and digits, and the marks that belong to them."""
    folded = fold(raw)
    if folded.isalnum():
        return folded
    joined = "".join(char for char in folded if char.isalnum() or unicodedata.category(char)[0] == "M")
    return fold(joined)  # once more: without its dots an abbreviation may be of mixed scripts


def _spans(text: str) -> list[tuple[int, int]]:
    classes = text.translate(_CLASSES)
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(classes):
        start, end = match.span()
        if "." in match.group():
            spans.extend(_cut_at_dots(text, classes, start, end))
        else:
            spans.append((start, end))
    return spans


def _cut_at_dots(text: str, classes: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a run with dots in it: its single letters joined, the rest apart."""
    parts: list[tuple[int, int]] = []
    at = start
    for piece in classes[start:end].split("."):
        parts.append((at, at + len(piece)))
        at += len(piece) + 1
    out: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for part in [*parts, (0, 0)]:
        letters = sum(kind in "LH" for kind in classes[part[0] : part[1]])
        has_digit = any(char.isdigit() for char in text[part[0] : part[1]])
        if 0 < letters <= _JOINED_LENGTH and not has_digit:
            run.append(part)
            continue
        out.extend(_join_run(classes, run))
        run = []
        if part[1]:
            out.append(part)
    return out


def _join_run(classes: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    singles = sum(sum(kind in "LH" for kind in classes[low:high]) == 1 for low, high in run)
    if len(run) >= 2 and (singles == len(run) or (len(run) >= 3 and singles >= 2)):
        return [(run[0][0], run[-1][1])]
    return run
