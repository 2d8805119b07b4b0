"""Territories under sanctions that an address names, under any of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.address_words import is_region_word, is_street_word
from screening.names.phrases import Phrase, cells, forms
from screening.names.places import Place, is_place_adjective, place
from screening.names.tokens import Token, tokenise
from screening.names.vocabulary import segment
from screening.reference import table

_WITHIN_RUSSIA: Final = "RU"
_POST_CODE: Final = re.compile(r"(?<!\d)\d{5,6}(?!\d)")
"""Of six digits in Russia, of five in Ukraine."""
_DIGITS_OF_UKRAINE: Final = 5
_PART: Final = "Only part of it is under sanctions: look where."
_HELD: Final = (
    "The town itself is under its government's control, a part of the region of that name is not: look where."
)
_TWIN: Final = "A town in Russia proper has the same name: look which is meant."


class Territory(NamedTuple):
    """A territory under sanctions and the words that name it.

    Attributes:
        place: Its concept in ``places/places.tsv``, or its word in ``places/sanctioned_territories.tsv``.
        words: As they stand in the address.
        since: When the measure began.
        whole: Whether all of it is concerned, or only what is not under its government's control.
        measure: In words.
        twin: Whether a town in Russia proper has the same name, and nothing in the address says which is meant: neither
            the country, nor another place, nor a post code.
        held: Whether it is the town of that name, under its government's control, whose region is not in part.
    """

    place: str
    words: str
    since: date
    whole: bool
    measure: str
    twin: bool = False
    held: bool = False

    @property
    def sure(self) -> bool:
        """Whether all of it is under sanctions, and no other place can be meant."""
        return self.whole and not self.twin


class _Named(NamedTuple):
    """A name found: its tokens, and the row of the territory, none where it is another place."""

    start: int
    end: int
    row: dict[str, str] | None
    elsewhere: frozenset[str]


@cache
def _territories() -> dict[str, dict[str, str]]:
    return {row["place"]: row for row in table("places/sanctioned_territories.tsv").rows}


@cache
def _names() -> tuple[dict[Phrase, dict[str, str]], int]:
    """The territories by the names that addresses alone are read by; and the number of words of the longest."""
    found = {form: row for row in _territories().values() for name in cells(row["names"]) for form in forms(name)}
    return found, max(map(len, found))


@lru_cache(maxsize=65536)
def territories_in(address: str, country: str | None = None) -> tuple[Territory, ...]:
    """The territories under sanctions that an address names, in the order of their names in it.

    A name of one that stands as the name of a street ("Kherson Street") says nothing, nor does an adjective that no
    word for a region follows ("Krymskiy Val 9, Moscow"). ``country`` (ISO 3166 alpha-2) of another country than
    Ukraine or Russia, or where none is given a town of another, says that another place of that name is meant, unless
    the address names the territory as such ("Republic of Crimea") or two places of it; of a town whose name one in
    Russia proper has, another place of Russia or that one's post code says so too.
    """
    tokens = tokenise(address)
    found: dict[str, Territory] = {}
    others: set[str] = set() if country in ("UA", _WITHIN_RUSSIA, None) else {country}
    plainly = False
    for named in _named(address, tokens):
        if named.row is None:
            others |= named.elsewhere
            continue
        row, words = named.row, tokens[named.start : named.end]
        region = _as_region(address, tokens, named)
        if len(words) == 1 and not region and is_place_adjective(words[0].text, row["place"]):
            continue
        whole = (row["region"] or row["whole"]) if region else row["whole"]
        raw = address[words[0].start : words[-1].end]
        plainly |= region
        since, twin = date.fromisoformat(row["from"]), bool(row["twin"]) and not region and country != "UA"
        held = bool(row["town"]) and not region and country != _WITHIN_RUSSIA
        known = found.setdefault(
            row["place"], Territory(row["place"], raw, since, whole == "yes", row["measure"], twin)
        )
        found[row["place"]] = known._replace(held=known.held or held)
    if country not in ("UA", _WITHIN_RUSSIA) and others - {"UA", _WITHIN_RUSSIA} and not plainly and len(found) == 1:
        return ()
    codes = _POST_CODE.findall(address)
    found = {name: each._replace(held=each.held and _of_town(codes, each)) for name, each in found.items()}
    if any(not each.twin for each in found.values()):
        # beside the name of the republic, or of another town there, it is plain which town is meant
        return tuple(each._replace(twin=False) for each in found.values())
    if _WITHIN_RUSSIA in others:
        return ()
    # a code that is not that town's is this one's
    return tuple(
        each._replace(twin=not codes) for each in found.values() if not any(_of_twin(code, each) for code in codes)
    )


def names_a_twin(address: str, country: str | None = None) -> bool:
    """Whether an address is in the town of Russia whose name is that of a territory under sanctions, and shows it."""
    named = any(each.row and each.row["twin"] for each in _named(address, tokenise(address)))
    return named and not territories_in(address, country)


def share(territories: Sequence[Territory], *, part: float, held: float) -> float:
    """How much of full weight these have together: 1, ``part`` where none is sure, ``held`` of such towns alone."""
    if any(each.sure for each in territories):
        return 1.0
    return held if all(each.held for each in territories) else part


def in_words(territories: Sequence[Territory]) -> str:
    """The territories for a report: as they were named, with the measure, and what is to be looked at."""
    said = "; ".join(f"{each.words} ({each.measure})" for each in territories) + "."
    if all(each.held for each in territories):
        said += f" {_HELD}"
    elif all(not each.whole for each in territories):
        said += f" {_PART}"
    if any(each.twin for each in territories):
        said += f" {_TWIN}"
    return said


def _named(address: str, tokens: Sequence[Token]) -> Iterator[_Named]:
    """The places an address names, but as names of streets, in their order."""
    known, longest = _names()
    texts = [token.text for token in tokens]
    taken: set[int] = set()
    found: list[_Named] = []
    for size in range(longest, 0, -1):
        for start in range(len(texts) - size + 1):
            span = range(start, start + size)
            row = known.get(tuple(texts[start : start + size]))
            if row is not None and taken.isdisjoint(span):
                taken.update(span)
                found.append(_Named(start, start + size, row, frozenset()))
    for part in segment(texts):
        if not taken.isdisjoint(range(part.start, part.end)):
            continue
        concepts = [m.concept for m in part.meanings if m.kind == "place" and not m.ambiguous]
        row = next((_territories()[concept] for concept in concepts if concept in _territories()), None)
        places: list[Place] = [each for concept in concepts if (each := place(concept))]
        if concepts:
            elsewhere = frozenset() if row else frozenset(each.country for each in places)
            found.append(_Named(part.start, part.end, row, elsewhere))
    return iter(sorted(each for each in found if not _is_street(address, tokens, each)))


def _is_street(address: str, tokens: Sequence[Token], named: _Named) -> bool:
    before, after = named.start - 1, named.end
    if before >= 0 and _together(address, tokens, before) and is_street_word(tokens[before].text):
        return True
    return after < len(tokens) and _together(address, tokens, after - 1) and is_street_word(tokens[after].text)


def _as_region(address: str, tokens: Sequence[Token], named: _Named) -> bool:
    """Whether a word for a region stands in the name or follows it: "Donetsk Oblast"."""
    if any(is_region_word(token.text) for token in tokens[named.start : named.end]):
        return True
    after = named.end
    return after < len(tokens) and _together(address, tokens, after - 1) and is_region_word(tokens[after].text)


def _of_twin(code: str, territory: Territory) -> bool:
    return code.startswith(tuple(cells(_territories()[territory.place]["twin"])))


def _of_town(codes: Sequence[str], territory: Territory) -> bool:
    """Whether no post code is of elsewhere than the town: one of six digits is Russia's."""
    begin = tuple(cells(_territories()[territory.place]["town"]))
    return all(len(code) == _DIGITS_OF_UKRAINE and code.startswith(begin) for code in codes)


def _together(address: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word and the next belong together: "Крым, ул. Ленина" is no street of that name."""
    return not any(mark in ",;|\n" for mark in address[tokens[at].end : tokens[at + 1].start])
