"""Who trades in a table of statistics: a country, the world, a group of countries, or nobody that is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from screening.intake.statistics_words import word
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.reference import table
from screening.watchlists.countries import code as country_of

Kind = Literal["country", "world", "group", "unspecified"]
WORLD: Final = "WORLD"
_TWO: Final = 2
_FOOTNOTE = re.compile(r"(?<=\D)\s*\d\)?$|\s*\*+$")


@dataclass(frozen=True, slots=True)
class Trader:
    """A reporter or partner: ISO 3166 alpha-2 of a country, else the id of ``lists/places/trade_groups.tsv``."""

    id: str
    kind: Kind
    carried_on: str = ""
    """The old code or name this one carries on, where it was changed."""


@cache
def _groups() -> tuple[dict[str, Trader], tuple[tuple[str, Trader], ...]]:
    whole: dict[str, Trader] = {}
    starts: list[tuple[str, Trader]] = []
    for row in table("places/trade_groups.tsv").rows:
        trader = Trader(row["id"], row["kind"])  # type: ignore[arg-type]
        for name in row["names"].split(";"):
            key = _key(name)
            if name.strip().endswith("*"):
                starts.append((key, trader))
            whole.setdefault(key, trader)
    return whole, tuple(starts)


@cache
def members() -> dict[str, frozenset[str]]:
    """The members of the groups whose members are known, by id."""
    return {row["id"]: frozenset(row["members"].split()) for row in table("places/trade_groups.tsv").rows}


@cache
def _spellings() -> dict[str, Trader]:
    return {
        _key(row["text"]): Trader(row["code"], "country", row["text"] if row["until"] else "")
        for row in table("places/trade_names.tsv").rows
    }


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 by alpha-3 and alpha-2 in capitals."""
    rows = table("places/countries.tsv").rows
    return {row["alpha3"]: row["code"] for row in rows if row["alpha3"]} | {row["code"]: row["code"] for row in rows}


def _key(text: str) -> str:
    return " ".join(words(text))


@lru_cache(maxsize=4096)
def trader(text: str) -> Trader | None:
    """Read a whole cell as a country or group of countries; None where it is neither that is known.

    Takes codes and names in many languages, Comtrade's own area numbers, Comext's remarks in brackets ("Spain (incl.
    Canary Islands …)"), and names with a footnote's number behind them.
    """
    key = _key(text)
    if not key:
        return None
    groups, starts = _groups()
    if found := _spellings().get(key):
        return found
    if code := _codes().get(text.strip()):  # "BEL" is Belgium, whatever it abbreviates elsewhere
        return Trader(code, "country")
    if found := groups.get(key):
        return found
    for start, group in starts:
        if key.startswith(start):
            return group
    if code := country_of(text):
        return Trader(code, "country")
    bare = _FOOTNOTE.sub("", text.strip())
    if bare != text.strip() and (found := trader(bare)):
        return found
    if found := _in_languages(text):
        return found
    if labelled := _LABELLED.fullmatch(text.strip()):  # "KG:Kyrgyzstan"
        coded, named = trader(labelled[1]), trader(labelled[2])
        same = coded is None or (
            named is not None and (coded.id == named.id or "country" not in (coded.kind, named.kind))
        )
        return (coded or named) if same else None
    first, comma, rest = text.partition(", ")
    if comma and all(word("state", each) for each in words(rest)) and (code := country_of(first)):
        return Trader(code, "country")
    return None


_LABELLED = re.compile(r"([A-Z][A-Z\d_]{1,9})\s*[:–-]\s*(\D.{2,})")
_BETWEEN_LANGUAGES = re.compile(r"\s*[/\n|]\s*|\s+[-–—]\s+")


def _in_languages(text: str) -> Trader | None:
    """One name in several languages ("Toplam - Total"): what all that can be read agree on.

    A part nobody can read is passed over in another script only: "Iran/Elsewhere" is two places.
    """
    parts = [part for part in _BETWEEN_LANGUAGES.split(text.strip()) if part]
    if len(parts) < _TWO:
        return None
    read = {part: trader(part) for part in parts}
    found = {(each.id, each.kind): each for each in read.values() if each is not None}
    scripts = {script_of(part) for part, each in read.items() if each is not None}
    if len(found) != 1 or any(each is None and script_of(part) in scripts for part, each in read.items()):
        return None
    return next(iter(found.values()))
