"""Countries and places by any of their names, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names import town_spellings
from screening.names.folding import fold
from screening.names.phrases import Phrase, cells, endings, forms
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.reference import table

_ADJECTIVES = {True: "ru-place-adj", False: "ru-latn-place-adj"}

#: Kinds of country name that say which country, but are other words as well: only a whole field is read by them.
_FIELD_ONLY = ("code",)


_WORD_AND_DOT: Final = re.compile(r"([^\W\d_]+(?:['’ʻʼ-][^\W\d_]+)*)\s*(\.?)")
_SHORTEST_CUT: Final = 5
"""Letters left of a country's name of one word: "Colo." is no Colombia."""
_SHORTEST_OF_SEVERAL: Final = 6
"""Letters left of a country's name of several words."""


class Place(NamedTuple):
    """One town, region or territory: its concept, ISO 3166 alpha-2 country and kind (city, region, territory)."""

    concept: str
    country: str
    kind: str


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Alpha-3 and numeric code by alpha-2 code, former countries included."""
    return {row["code"]: (row["alpha3"], row["numeric"]) for row in table("places/countries.tsv").rows}


@cache
def _places() -> dict[str, Place]:
    return {row["place"]: Place(row["place"], row["country"], row["kind"]) for row in table("places/places.tsv").rows}


def place_phrases() -> Iterator[tuple[Phrase, str, str, bool]]:
    """Yield every name and adjective of a place as folded tokens: with paradigm, concept, and whether ambiguous.

    With a paradigm, the one token is a stem.
    """
    for row in table("places/places.tsv").rows:
        concept = row["place"]
        doubtful = {phrase for name in cells(row["ambiguous"]) for phrase in forms(name)}
        for column in ("latin", "cyrillic", "other"):
            for name in cells(row[column]):
                for phrase in forms(name):
                    yield phrase, "", concept, phrase in doubtful
                    for form in _before_a_noun(phrase):
                        yield form, "", concept, phrase in doubtful
        for stem in cells(row["adjectives"]):
            for each in {stem, _as_in_ukrainian(stem)}:
                for phrase in forms(each):
                    yield phrase, _ADJECTIVES[not stem.isascii()], concept, False
        if row["country"] in town_spellings.COUNTRIES:
            yield from _in_languages_of_europe(row, doubtful)


def _in_languages_of_europe(row: dict[str, str], doubtful: set[Phrase]) -> Iterator[tuple[Phrase, str, str, bool]]:
    """A town as the languages of Europe write it, and the forms its names take there."""
    known = [phrase[0] for name in cells(row["latin"]) for phrase in forms(name) if len(phrase) == 1]
    own = cells(row["cyrillic"])[: town_spellings.own_names(row["country"])]
    certain = (name for name in own if tuple(words(name)) not in doubtful)
    spelt = dict.fromkeys(each for name in certain for each in town_spellings.spelt(name))
    new = [each for each in spelt if each not in known and tuple(each.split()) not in doubtful]
    new = [each for each in new if len(each) >= town_spellings.SHORTEST]
    for name in new:
        yield tuple(name.split()), "", row["place"], False
    for name in (*known, *new):
        cut = None if (name,) in doubtful or row["kind"] == "region" else town_spellings.with_endings(name)
        if cut:
            yield (cut[0],), cut[1], row["place"], False
    stems = cells(row["adjectives"])
    spelt_stems = (each for stem in stems if not stem.isascii() for each in town_spellings.spelt_adjectives(stem))
    for adjective in dict.fromkeys(spelt_stems):
        if adjective not in stems:
            yield (adjective,), _ADJECTIVES[False], row["place"], False


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """By concept, the stems of a place's names and adjectives that take endings, and the paradigms of those."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for phrase, paradigm, concept, _ in place_phrases():
        if paradigm:
            found.setdefault(concept, {})[phrase[0], paradigm] = None
    return {concept: tuple(stems) for concept, stems in found.items()}


def _paradigms_of(token: str, concept: str) -> Iterator[str]:
    """The paradigms by which a folded token is a form of a place's name or adjective with an ending."""
    for stem, paradigm in _stems().get(concept, ()):
        if len(token) > len(stem) and token.startswith(stem) and token[len(stem) :] in endings(paradigm):
            yield paradigm


def is_place_adjective(token: str, concept: str) -> bool:
    """Whether a folded token is a form of a place's adjective: "крымский" of Crimea."""
    return any(paradigm not in town_spellings.paradigms() for paradigm in _paradigms_of(token, concept))


def _as_in_ukrainian(stem: str) -> str:
    """A Russian adjective's stem as Ukrainian spells it: шосткинск, шосткинськ."""
    return f"{stem[:-1]}ьк" if stem.endswith(("ск", "цк")) else stem


@cache
def _endings_before_a_noun() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Ending, what becomes of it, and the least length of the name, by script."""
    found: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for row in table("places/place_endings.tsv").rows:
        rule = (fold(row["ending"]), fold(row["becomes"]), int(row["least"]))
        found[row["script"]] = (*found.get(row["script"], ()), rule)
    return found


def _before_a_noun(phrase: Phrase) -> Iterator[Phrase]:
    """The forms a place's name takes before what it tells of (of Tbilisi); none for most languages."""
    last = phrase[-1]
    for ending, becomes, least in _endings_before_a_noun().get(script_of(last), ()):
        if len(last) >= least and last.endswith(ending):
            yield (*phrase[:-1], last[: len(last) - len(ending)] + becomes)


def country_phrases() -> Iterator[tuple[Phrase, str, str, str, bool]]:
    """Yield names and adjectives of countries as folded tokens: paradigm, alpha-2 code, table, whether ambiguous.

    With a paradigm, the one token is a stem.
    """
    for source in ("places/country_names.tsv", "places/country_words.tsv"):
        for row in table(source).rows:
            if row.get("kind") in _FIELD_ONLY:
                continue
            for phrase in forms(row["name"]):
                ambiguous = row.get("ambiguous") == "yes"
                yield phrase, row.get("inflection", ""), row["code"], source, ambiguous
                if not row.get("inflection"):
                    for form in _before_a_noun(phrase):
                        yield form, "", row["code"], source, ambiguous


@cache
def _country_names() -> dict[str, str]:
    """Alpha-2 code by folded name or code; a curated word goes before a generated name."""
    found: dict[str, str] = {}
    for row in table("places/country_words.tsv").rows:
        stem = " ".join(words(row["name"]))
        for ending in endings(row["inflection"]) if row["inflection"] else ("",):
            found.setdefault(stem + ending, row["code"])
    for text, code in _codes().items():
        found.setdefault(text, code)
    for row in table("places/country_names.tsv").rows:
        found.setdefault(" ".join(words(row["name"])), row["code"])
    return found


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 code by alpha-2, alpha-3 (lower case) and numeric code."""
    found: dict[str, str] = {}
    for code, (alpha3, numeric) in _countries().items():
        for text in (code.lower(), alpha3.lower(), numeric, numeric.lstrip("0")):
            if text:
                found.setdefault(text, code)
    return found


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """Read a whole field as a country; give its ISO 3166 alpha-2 code, or None.

    Takes names in many languages and scripts, old names, adjectives (``Russian``), alpha-2, alpha-3 and numeric
    codes, the numbers UN Comtrade has of its own (842, 699, 757, 490), and a name with its code beside it
    (``RU - Russia``, ``Russia (RU)``). Former countries that fell apart keep their former code (SU, YU, CS, DD):
    `is_former` tells. ``NA`` is Namibia.
    """
    if text.strip().lower() in _codes():
        return _codes()[text.strip().lower()]  # ARE, BEL, MY as they stand, before any word that reads like them
    names = _country_names()
    tokens = words(text) or [fold(text)]
    whole = " ".join(tokens)
    if whole in names:
        return names[whole]
    if "".join(tokens) in names and len(tokens) > 1 and max(map(len, tokens)) == 1:
        return names["".join(tokens)]  # U S A
    for drop in _state_words():
        code = names.get(" ".join(tokens[len(drop) :])) if tuple(tokens[: len(drop)]) == drop else None
        if code and (code != "CN" or drop == ("the",)):  # the Republic of China is another
            return code
    if len(tokens) > 1:
        sides = {names.get(tokens[0]), names.get(" ".join(tokens[1:]))} if len(tokens[0]) <= 3 else {None}
        if len(sides) == 1 and None not in sides:
            return sides.pop()
        sides = {names.get(tokens[-1]), names.get(" ".join(tokens[:-1]))} if len(tokens[-1]) <= 3 else {None}
        if len(sides) == 1 and None not in sides:
            return sides.pop()
    return _in_short(whole)


def _in_short(whole: str) -> str | None:
    """A country whose name has a word for a state cut short: ``Koreya Resp.``, ``Кыргыз Респ.``."""
    names = _country_names()
    for short, full in _states_in_short():
        if f" {short} " not in f" {whole} ":
            continue
        around = f" {whole} ".partition(f" {short} ")
        read = [" ".join(f"{around[0]} {each} {around[2]}".split()) for each in (*full, "")]
        own = names.get(read[-1])  # not of China: two states call themselves a republic of that name
        if code := next((names[each] for each in read[:-1] if each in names), own if own != "CN" else None):
            return code
    return None


def country_cut_short(text: str) -> str | None:
    """The one country whose name has words cut short, a dot behind each: ``Russ. Föderation``, ``Tadsch.``."""
    said = [(" ".join(words(word)), bool(dot)) for word, dot in _WORD_AND_DOT.findall(text)]
    letters = sum(len(word) for word, _ in said)
    if not any(dot for _, dot in said) or letters < (_SHORTEST_CUT if len(said) == 1 else _SHORTEST_OF_SEVERAL):
        return None
    fits = {
        code
        for name, code in _names_by_length().get(len(said), ())
        if all(full.startswith(word) if dot else full == word for (word, dot), full in zip(said, name, strict=True))
    }
    return fits.pop() if len(fits) == 1 else None


@cache
def _names_by_length() -> dict[int, list[tuple[Phrase, str]]]:
    """Names of countries and their codes by the number of their words."""
    found: dict[int, list[tuple[Phrase, str]]] = {}
    for name, code in _country_names().items():
        if name not in _codes():
            found.setdefault(len(name.split()), []).append((tuple(name.split()), code))
    return found


@cache
def _states_in_short() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words for a state cut short, and what each is read as."""

    def folded(text: str) -> str:
        return " ".join(words(text))

    rows = table("places/states_in_short.tsv").rows
    return tuple((folded(row["short"]), tuple(map(folded, cells(row["words"])))) for row in rows)


@cache
def country_adjectives() -> frozenset[str]:
    """The adjectives of countries, folded: the Belgian Bank Building is in no country for its name."""
    found = (row for row in table("places/country_words.tsv").rows if row["kind"] == "adjective")
    stems = ((" ".join(words(row["name"])), row["inflection"]) for row in found)
    return frozenset(stem + ending for stem, paradigm in stems for ending in (endings(paradigm) if paradigm else ("",)))


@cache
def _quarters() -> dict[str, str]:
    return {row["place"]: row["town"] for row in table("places/quarters.tsv").rows}


def town_around(concept: str) -> str:
    """The town that a place is a quarter, port or suburb of (``places/quarters.tsv``); the place itself else."""
    return _quarters().get(concept, concept)


@cache
def _state_words() -> tuple[Phrase, ...]:
    """What the name of a state begins with, before the country's own: "Republica Moldova"."""
    return tuple(tuple(row["phrase"].split()) for row in table("places/state_words.tsv").rows)


@cache
def _words_for_states() -> frozenset[str]:
    return frozenset(" ".join(phrase) for phrase in _state_words() if len(phrase) == 1)


def is_word_for_state(text: str) -> bool:
    """Whether a folded word is what names of states have before the country's own (republik, respublikos)."""
    return text in _words_for_states()


def is_former(code: str) -> bool:
    """Whether a country code is that of a country that no longer exists."""
    return code in _former()


@cache
def _former() -> frozenset[str]:
    return frozenset(row["code"] for row in table("places/countries.tsv").rows if row["status"] == "former")


@cache
def successors(code: str) -> frozenset[str]:
    """The countries that a former one's territory is now (``places/successors.tsv``); none for one that exists."""
    rows = table("places/successors.tsv").rows
    return next((frozenset(row["successors"].split()) for row in rows if row["code"] == code), frozenset())


@cache
def _place_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for phrase, paradigm, concept, _ in place_phrases():
        for ending in endings(paradigm) if paradigm else ("",):
            found.setdefault(" ".join(phrase) + ending, concept)
    return found


@cache
def cities_by_name() -> dict[str, str]:
    """The concepts of towns by their folded names, those of one word."""
    known = _places()
    return {name: found for name, found in _place_names().items() if " " not in name and known[found].kind == "city"}


@lru_cache(maxsize=4096)
def place_concept(text: str) -> str | None:
    """Read a whole text as a place; give its concept (``fergana``), the same for all its names, or None."""
    return _place_names().get(" ".join(words(text)))


def place(concept: str) -> Place | None:
    """Give the place of a concept: its country and kind."""
    return _places().get(concept)


def is_seat(text: str, concepts: Iterable[str]) -> bool:
    """Whether a folded word of a name is a town, or what firms of China are registered in, as it stands alone: neither
    its adjective nor inflected ("Kurgans").
    """
    return any(
        known is not None
        and (known.kind == "city" or known.country == "CN")
        and next(_paradigms_of(text, known.concept), None) is None
        for known in map(place, concepts)
    )


@cache
def _by_alpha3() -> dict[str, str]:
    flags = {row["flag"]: row["country"] for row in table("places/flag_codes.tsv").rows}
    return flags | {alpha3.lower(): code for code, (alpha3, _) in _countries().items() if alpha3}


def country_of_alpha3(text: str) -> str | None:
    """The country of a folded code of three letters (ISO 3166, or a flag), as its code of two; None for other text."""
    return _by_alpha3().get(text)
