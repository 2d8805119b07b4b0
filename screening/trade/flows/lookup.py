"""What the trade statistics say of a country and a good: a verdict looked up beside a customs record or a story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from screening.errors import InputError
from screening.intake.statistics_cells import TOTAL
from screening.names.phrases import Phrase, endings
from screening.names.places import country_phrases
from screening.names.tokens import words
from screening.reference import table
from screening.trade.descriptions import read as read_description
from screening.trade.flows.joins import LEVEL
from screening.trade.flows.measures import ALL
from screening.trade.wording import pattern_of, plain

VERDICTS: Final = "flow_verdicts.parquet"
_RUSSIAN: Final = re.compile("[а-яё]+")
_CODE: Final = re.compile(
    r"\b(?:HS|HTS|CN|ТН\s?ВЭД|УКТ\s?ЗЕД|GTİP|GTIP|tariff)\b[^\d\n]{0,24}?(\d{4}(?:[ .]?\d{2}){0,3})(?!\d)",
    re.IGNORECASE,
)
"""A code of the HS that a text calls one: "HS code 8542.39"."""
_SHORTEST: Final = 5
_LONGEST: Final = 6
"""Words of a country's name, at most."""


@dataclass(frozen=True, slots=True)
class SpokenGood:
    """A good a text names: HS prefixes, the list of goods it is on ("" for none), and the words that say it."""

    codes: tuple[str, ...]
    regime: str
    words: str


class FlowBook:
    """Verdicts by hub and code, the single good's before the list's it is on, these before those on all goods.

    Args:
        verdicts: Rows of `model.FLOW_VERDICTS`.
    """

    def __init__(self, verdicts: pl.DataFrame) -> None:
        self.verdicts = verdicts

    @cached_property
    def hubs(self) -> frozenset[str]:
        """The countries it can say something of."""
        return frozenset(self.verdicts.get_column("hub").to_list())

    def beside(self, hub: str, code: str | None, regimes: Iterable[str] = ()) -> Mapping[str, Any] | None:
        """The verdict on a country and a code of the HS, or on the lists of goods named; None where there is none.

        Args:
            hub: ISO 3166 alpha-2.
            code: Digits; None: all goods are asked for.
            regimes: Lists the good is on, asked where the code itself has no verdict.
        """
        if code is None:
            return self._known.get((hub, "all", ALL)) or self._known.get((hub, "good", TOTAL))
        asked = [(hub, "good", code[:LEVEL]), *((hub, "regime", regime) for regime in regimes)]
        return next((self._known[key] for key in asked if key in self._known), None)

    def among(self, hub: str, good: SpokenGood) -> Mapping[str, Any] | None:
        """The worst verdict on a country and the codes of a good a text names, else on its list of goods."""
        found = [row for code, row in self._by_hub.get(hub, ()) if code.startswith(good.codes)]
        if found:
            return max(found, key=lambda row: (row["score"], row["value"] or 0.0, row["good"]))
        return self._known.get((hub, "regime", good.regime))

    @cached_property
    def _by_hub(self) -> Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]]:
        """Codes and verdicts of single goods, by hub."""
        found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
        for (hub, scope, code), row in self._known.items():
            if scope == "good":
                found.setdefault(hub, []).append((code, row))
        return found

    @cached_property
    def _known(self) -> Mapping[tuple[str, str, str], Mapping[str, Any]]:
        """By hub, scope and good or code; of several sides and frequencies the one with the highest score."""
        order = self.verdicts.sort("score", "value", "reported_by", descending=[True, True, False], nulls_last=True)
        known: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        for row in order.iter_rows(named=True):
            codes = row["codes"].split() if row["scope"] == "good" else []
            for key in {row["good"], *(code[:LEVEL] for code in codes)}:
                known.setdefault((row["hub"], row["scope"], key), row)
        return known


def stored(path: str | Path) -> Path | None:
    """The table of verdicts where a path is a run folder, or the table itself; None where it is something else."""
    given = Path(path)
    if given.is_dir() and (given / VERDICTS).is_file():
        return given / VERDICTS
    if given.is_file():
        with given.open("rb") as file:
            if file.read(4) != b"PAR1":
                return None
        try:
            names = set(pq.read_schema(given).names)
        except (pa.ArrowException, OSError) as error:
            raise InputError(
                f"the Parquet file is damaged: {error}", where=given, remedy="run screening flows again"
            ) from error
        if {"hub", "good", "verdict", "words", "score"} <= names:
            return given
    return None


@cache
def _phrases(hubs: frozenset[str]) -> Mapping[Phrase, str]:
    found: dict[Phrase, str] = {}
    for phrase, paradigm, code, _, ambiguous in country_phrases():
        if code not in hubs or ambiguous:
            continue
        stem = phrase
        if not paradigm and len(phrase) == 1:
            stem, paradigm = _declined(phrase[0])
        for ending in endings(paradigm) if paradigm else ("",):
            found.setdefault((*stem[:-1], stem[-1] + ending), code)
    return found


def _declined(name: str) -> tuple[Phrase, str]:
    """The stem and paradigm of a Russian noun the tables have in its first form only."""
    if len(name) < _SHORTEST or not _RUSSIAN.fullmatch(name):
        return (name,), ""
    if name.endswith("ия"):
        return (name[:-2],), "ru-noun-i"
    return ((name,), "ru-noun") if name[-1] not in "аеийоуыьэюя" else ((name,), "")


def countries_in(text: str, hubs: frozenset[str]) -> list[str]:
    """Those of the countries a text names, in order of first mention."""
    phrases = _phrases(hubs)
    tokens = list(words(text))
    found: dict[str, None] = {}
    for start in range(len(tokens)):
        for length in range(min(_LONGEST, len(tokens) - start), 0, -1):
            code = phrases.get(tuple(tokens[start : start + length]))
            if code is not None:
                found.setdefault(code)
                break
    return list(found)


def goods_in(text: str) -> list[SpokenGood]:
    """The goods a text names: by the words of customs, by those of the news, by a code it calls one; each once."""
    found = [SpokenGood(told.good.codes, told.good.regime, told.words) for told in read_description(text, longest=None)]
    bare = plain(text, longest=None)
    for codes, regime, pattern in _spoken():
        if match := pattern.search(bare):
            found.append(SpokenGood(codes, regime, match.group()))
    for match in _CODE.finditer(text):
        digits = "".join(char for char in match[1] if char.isdigit())
        found.append(SpokenGood((digits[:LEVEL],), "", match.group()))
    return list({good.codes: good for good in reversed(found)}.values())[::-1]


@cache
def _spoken() -> tuple[tuple[tuple[str, ...], str, re.Pattern[str]], ...]:
    """Codes, list and pattern of each good of ``goods/spoken_goods.tsv``."""
    terms: dict[tuple[str, str], list[str]] = {}
    for row in table("goods/spoken_goods.tsv").rows:
        terms.setdefault((row["codes"], row["regime"]), []).extend(
            pattern_of(term) for term in row["terms"].split(";") if term.strip()
        )
    return tuple((tuple(codes.split()), regime, re.compile("|".join(each))) for (codes, regime), each in terms.items())
