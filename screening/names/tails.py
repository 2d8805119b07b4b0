"""What stands beside a firm's name and is no part of it: its number, its liquidation, who acts for it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.phrases import alternatives
from screening.names.tokens import words
from screening.names.vocabulary import TRADES, Segment, segment
from screening.reference import table

LONGEST: Final = 600
FEWEST_LETTERS: Final = 3
"""Letters that are left of a name at least."""
_AROUND: Final = " \t\n,;:-–—"
APOSTROPHES: Final = frozenset("'’ʼ‘")
_TURKISH: Final = frozenset("çğışöü")
_CASE: Final = re.compile(
    r"(?<=[^\W\d_][^\W\d_][^\W\d_.]|\.[^\W\d_]\.)"
    r"['’ʼ‘](?:n?[ıiuü]n|[dt][ae]n?|[yn][ae]|[yn][ıiuü]|y?l[ae])(?![^\W_])"
)
_CASE_OF_FORM: Final = re.compile(r"(?<=[^\W\d_a-zа-я]{2})-(?:n[ıiuü]n|ning|н[ыиуү]н|н[ыі]ң|[дт][ыі]ң)(?![^\W_])")
"""The genitive behind a legal form in capitals (MMC-nin, ЖШС-нің)."""
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = (
    r"(?:\s*(?:no|nr|number|№|#|n°))?[\s.:：№#]*(?:[^\W\d_]{1,3}[- ]?)?"
    r"(?:\d[\dA-Z]{14,19}|\d[\d\s./-]{3,}[\d*]?[^\W\d_]?)"
)
_BANK_CODE: Final = (
    r"(?:\s*[:=-]\s*|\s+(?=[A-Z]{0,10}\d))(?=[A-Z\d]{8}(?:[A-Z\d]{3})?(?![^\W_]))[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?"
)
"""A bank's code of four letters, its country's two, two characters and a branch's three."""
_LONG_NUMBER: Final = re.compile(r"\d{8}")
BARE: Final = r"(?:(?:[A-Z]{2})?\d{8,15}|\d{8}[\dA-Z]{10})"
"""A number that no name has: of eight digits and more, behind a country's code, or China's of eighteen characters."""
BEHIND: Final = r"(?<![№#.:])(?<!\b[Nn][OoRr])"
"""Where such a number may begin behind a name: not behind "No."."""
_BESIDE: Final = re.compile(rf"{BEHIND}(?:[\s,;/(\[]+{BARE})+[\s)\]]*$|^(?:{BARE}[\s,;/]+)+")
_OPEN: Final = r"(?:^|(?<=[\s,;(\[«»\"“”.-]))"
_CLOSED: Final = r"(?=$|[\s,;)\]«»\"“”.:-])"


@cache
def phrases(kind: str) -> str:
    """The phrases of a kind as alternatives of a pattern, the longest first."""
    return alternatives(row["phrase"] for row in _rows() if row["kind"] == kind)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(table("words/name_tails.tsv").rows)


@cache
def _first_words() -> frozenset[str]:
    """A word of each phrase that a name must hold for it, the first."""
    return frozenset(_WORD.findall(row["phrase"].casefold())[0] for row in _rows())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What is taken away, in turn."""
    numbers = "|".join(map(phrases, ("number", "bank_number")))
    behind = rf"(?:{numbers}){_NUMBER}|(?:{phrases('bank_code')}){_BANK_CODE}"
    made = (
        rf"{_OPEN}(?:{phrases('represented')})\s.*$",
        rf"(?:[\s,;/(\[（，、،؛]+(?:{behind})\s*[)\]）]?)+\s*$",
        rf"^(?:(?:{phrases('number')}){_NUMBER}[\s,;]+)+",
        rf"[\s,;-]*[(\[]\s*(?:{phrases('status')})\s*[)\]]",
        rf"^(?:{phrases('status')}){_CLOSED}",
        rf"(?<=[\s,;-])(?:{phrases('status')})\s*$",
        rf"[\s,;-]*[(\[（](?:[^()（）\[\]]*[^\w()（）\[\]])?(?:{phrases('role')})(?![^\W\d_])[^()（）\[\]]*[)\]）]",
        rf"\s*[,;，、،]\s*(?:{phrases('role')})\s*$",
        rf"^(?:{phrases('address')})(?=\s)",
        rf"(?:{'|'.join(_behind_forms())})\s.*$",
    )
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in made)


def _behind_forms() -> list[str]:
    """What stands behind a form before its partners (S.n.c. di Rossi Mario & C.); the form itself is left standing."""
    pairs = (row["phrase"].rsplit(" ", 1) for row in _rows() if row["kind"] == "partners")
    return [rf"(?<=[\s,]{re.escape(form)})\s+{re.escape(word)}" for form, word in pairs]


@lru_cache(maxsize=1 << 14)
def without_tail(name: str) -> str | None:
    """The name without what is no part of it; None where there is nothing of the kind, or nothing else."""
    text = name[:LONGEST]
    bare = _without_cases(text) if not APOSTROPHES.isdisjoint(text) else text
    if "-" in bare:
        bare = _CASE_OF_FORM.sub("", bare)
    if bare == text and not _LONG_NUMBER.search(text) and _first_words().isdisjoint(_WORD.findall(text.casefold())):
        return None
    for pattern in _patterns():
        bare = pattern.sub("", bare).strip(_AROUND)
    if _LONG_NUMBER.search(bare):
        bare = _without_numbers(bare).strip(_AROUND)
    changed = bare != text.strip(_AROUND)
    return bare if changed and sum(map(str.isalpha, bare)) >= FEWEST_LETTERS else None


def _without_cases(text: str) -> str:
    """A Turkish text without the case endings that stand behind an apostrophe ("Gündoğmuş'un", "A.Ş.'nin")."""
    return _CASE.sub("", text) if not _TURKISH.isdisjoint(text.lower()) else text


def _without_numbers(text: str) -> str:
    """A text without long numbers before or behind the name; of what has no other name the number is it."""
    bare = _BESIDE.sub("", text)
    return text if all(_is_trade(each) for each in segment(words(bare))) else bare


def _is_trade(each: Segment) -> bool:
    return any(meaning.kind in TRADES and not meaning.ambiguous for meaning in each.meanings)
