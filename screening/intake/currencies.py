"""Currencies as customs tables and tables of rates write them: by code, by number, by name."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from screening.names.places import country_code
from screening.names.tokens import words
from screening.reference import table

_Meant = tuple[tuple[str, ...], str | None]
_NONE: Final[_Meant] = ((), None)
_DIGITS: Final = 3
_NAMED: Final = 2
"""Words of a name of money and whose it is."""


@lru_cache(maxsize=4096)
def currency(text: str, home: str = "") -> str | None:
    """The ISO 4217 code of a currency given by code, numeric code or name; None where it is none, or one of several.

    Args:
        text: What is written.
        home: The country (ISO 3166) whose customs the table is of: of the currencies that bear a name its own is meant.
    """
    codes, meant = _meant(text)
    if meant is not None and len(words(text)) > 1:
        return meant
    return next((code for code in codes if code[:2] == home), meant)


def currencies(text: str) -> tuple[str, ...]:
    """The ISO 4217 codes of the currencies that bear a name: several dinars; none where it is no currency's."""
    return _meant(text)[0]


def is_named_alone(code: str, heading: Collection[str]) -> bool:
    """Whether the words of a heading name a currency by its code, or by a name that no other bears."""
    sharing = _sharing(code, heading)
    return code.lower() in heading or not sharing or any(len(codes) == 1 for codes, _ in sharing)


def of_heading(code: str, heading: Collection[str], home: str) -> str:
    """The currency that the words of a heading name, read as ``code``: of those that bear its name that of ``home``
    (рублей in a Belarusian table), else the usual one; empty where nothing tells it.
    """
    if is_named_alone(code, heading):
        return code
    sharing = _sharing(code, heading)
    own = (each for codes, _ in sharing for each in codes if each[:2] == home)
    return next(own, code if any(usual == code for _, usual in sharing) else "")


def _sharing(code: str, heading: Collection[str]) -> list[_Meant]:
    return [meant for word in heading if code in (meant := _meant(word))[0]]


def _meant(text: str) -> _Meant:
    """The currencies that a cell may name, and that of them which is meant where nothing else tells it."""
    known = _known()
    plain = text.strip().casefold()
    tokens = words(plain)
    for form in (plain, " ".join(tokens)):
        if form in known:
            return known[form]
    if plain.isdigit():
        return known.get(plain.lstrip("0").zfill(_DIGITS), _NONE)
    if len(tokens) < _NAMED:
        return _NONE
    for name, others in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        codes, usual = known.get(name, _NONE)
        if len(codes) > 1:  # динар Кувейта, Kuwaiti dinars; of words that name no country nobody knows what they change
            state = country_code(" ".join(others))
            return codes, next((code for code in codes if code[:2] == state), None)
        if codes and name == tokens[0] and len(tokens) == _NAMED:
            return codes, usual
    return _NONE


@cache
def _known() -> dict[str, _Meant]:
    """By name as it is written, and as its words are folded, the currencies that bear it and the usual one."""
    alone: dict[str, _Meant] = {}
    for row in table("places/currencies.tsv").rows:
        for name in (row["code"].lower(), row["numeric"], *_names(row["names"])):
            alone.setdefault(name, ((row["code"],), row["code"]))
    shared = {
        name: (tuple(row["codes"].split()), row["usual"] or None)
        for row in table("places/shared_currencies.tsv").rows
        for name in _names(row["names"])
    }
    folded = {" ".join(words(name)) or name: meant for name, meant in (alone | shared).items()}
    return folded | alone | shared


def _names(cell: str) -> list[str]:
    return [name.casefold() for each in cell.split(";") if (name := each.strip())]


@cache
def codes_no_words() -> frozenset[str]:
    """ISO 4217 codes that are not words of headings as well ("all" is the lek, "top" the pa'anga)."""
    codes, also_words = (
        {row["code"] for row in table(f"places/{name}.tsv").rows} for name in ("currencies", "currency_codes_as_words")
    )
    return frozenset(codes - also_words)
