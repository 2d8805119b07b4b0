"""A name taken apart: which words carry it, and which only say what kind of thing it names.

A company's name is distinctive words plus a meaning (legal form, trade, place); a person's is given and family
names, a patronymic, initials, particles. Matching compares parts of like kind, so a name is parsed once and
compared often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from screening.names.given import surnames
from screening.names.rarity import is_known, rarity
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import (
    Meaning,
    Segment,
    concept_parts,
    is_given_name,
    is_patronymic,
    meanings,
    segment,
    split_glued,
    surname_length,
)
from screening.names.word import Word, word

Mode = Literal["person", "organisation", "vessel"]
LONGEST_NAME: Final = 600
"""Characters of a name that are read; what follows in a longer one cannot be a name."""
MOST_WORDS: Final = 40
FEWEST_NAMES: Final = 2
SON_OF: Final = frozenset({"son_of", "daughter_of"})
GLUED: Final = frozenset({"Han", "Hangul", "Kana", "Mixed"})
LIGHT: Final = frozenset({"legal_form", "stopword", "title", "particle", "sole_trader", "vessel_prefix"})
"""Kinds that say nothing about who it is."""
BUSINESS: Final = frozenset({"legal_form", "descriptor", "generic"})
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
"""An initial with another right behind it."""
TRADES: Final = frozenset({"descriptor", "generic"})
SPLITTABLE: Final = frozenset({"legal_form", "generic"})
_NUMERAL = re.compile(r"\d")
_SCANNED = str.maketrans("015869", "oisbgg")
_ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name.

    Attributes:
        kind: name, descriptor, generic, place, country, number, legal_form, stopword, title, particle, patronymic
            or initial.
        text: Its folded words, joined by spaces.
        words: The same with their readings.
        concepts: What it means whatever the language; empty for a distinctive word.
        rarity: From 0 to 1, how rare it is in names of this mode (`rarity`).
    """

    kind: str
    text: str
    words: tuple[Word, ...]
    concepts: frozenset[str]
    rarity: float


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart; ``folded`` is all its folded words joined by spaces."""

    text: str
    folded: str
    mode: Mode
    parts: tuple[Part, ...]

    def of_kind(self, *kinds: str) -> list[Part]:
        """The parts of the given kinds, in order."""
        return [part for part in self.parts if part.kind in kinds]


def mode_of(schema: str, *names: str) -> Mode:
    """How names under a schema are compared; for a ``LegalEntity``, which may be either, the names tell.

    A sole trader is compared as a person whatever the schema. Other names of a ``LegalEntity`` are compared as companies when any of them holds a word of business, else as persons when any holds a
    given name, else as companies.
    """
    if schema == "Person":
        return "person"
    if schema in {"Vessel", "Airplane"}:
        return "vessel"
    tokens = [name_words(name) for name in names]
    if any(map(_is_sole_trader, tokens)):
        return "person"
    if schema in {"Company", "Organization"} or any(map(_is_business, tokens)):
        return "organisation"
    return "person" if any(_looks_personal(each) for each in tokens) else "organisation"


@lru_cache(maxsize=1 << 17)
def parse(name: str, mode: Mode) -> ParsedName:
    """Take a name apart as one of a person, an organisation or a vessel; never fails, whatever the text."""
    tokens = name_words(spaced_initials(name) if mode == "person" else name)
    if mode == "person":
        parts = _person(tokens)
    elif mode == "vessel":
        parts = _vessel(tokens)
    else:
        parts = _organisation(tokens)
    return ParsedName(name, " ".join(tokens), mode, tuple(parts))


def spaced_initials(name: str) -> str:
    """The name with initials written together set apart: "I.V. Sidorenko" has two."""
    return _INITIALS.sub(r"\1. ", name) if "." in name else name


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, digits that a scanner put for letters mended; at most `MOST_WORDS`."""
    found = words(name[:LONGEST_NAME])[:MOST_WORDS]
    return tuple(_mend(text) if not text.isalpha() else text for text in found)


def _mend(text: str) -> str:
    """A word with a few digits among its letters, as a scanner reads O and I ("Trad1ng", "0JSC")."""
    digits = sum(char.isdigit() for char in text)
    letters = len(text) - digits
    if not digits or letters < 3 or digits * 2 > letters or not text.isascii():
        return text
    mended = text.translate(_SCANNED)
    # A digit at the end may be a number of its own ("Plant7"), unless the mended word is one people use.
    return text if text[-1].isdigit() and not (is_known(mended) or meanings(mended)) else mended


def _kinds_in(tokens: Sequence[str]) -> frozenset[str]:
    pieces = [piece for token in tokens for piece in _unglue(token)]
    return frozenset(meaning.kind for each in segment(pieces) for meaning in each.meanings if not meaning.ambiguous)


def _is_sole_trader(tokens: Sequence[str]) -> bool:
    return "sole_trader" in _kinds_in(tokens)


def _is_business(tokens: Sequence[str]) -> bool:
    return bool(_kinds_in(tokens) & BUSINESS)


def _looks_personal(tokens: Sequence[str]) -> bool:
    if any(is_given_name(token) or is_patronymic(token) for token in tokens):
        return True
    return len(tokens) == 1 and script_of(tokens[0]) == "Han" and 2 <= len(tokens[0]) <= 4


def _unglue(token: str) -> list[str]:
    if token.isascii() or script_of(token) not in GLUED:
        return [token]
    return split_glued(token)


def _make(kind: str, tokens: Sequence[str], concepts: Iterable[str], mode: Mode) -> Part:
    corpus: Literal["person", "organisation"] = "person" if mode == "person" else "organisation"
    return Part(
        kind=kind,
        text=" ".join(tokens),
        words=tuple(word(token) for token in tokens),
        concepts=frozenset(concepts),
        rarity=max((rarity(token, corpus) for token in tokens), default=1.0),
    )


# --- organisations ---------------------------------------------------------------------------------------------

_ORGANISATION_KINDS: Final = (
    "legal_form",
    "sole_trader",
    "country",
    "place",
    "descriptor",
    "generic",
    "stopword",
    "particle",
    "title",
)
"""Meanings that count in an organisation's name; of several, the first listed here is taken."""


def _organisation(tokens: Sequence[str]) -> list[Part]:
    pieces = [piece for token in tokens for piece in _unglue(token)]
    segments = segment(pieces)
    business = sum(1 for each in segments if _certain(each))
    trusting = business > 0
    parts: list[Part] = []
    for each in segments:
        taken = pieces[each.start : each.end]
        meaning = _pick(each.meanings, _ORGANISATION_KINDS, trusting=trusting)
        if len(taken) > 1 and meaning is not None and meaning.kind in SPLITTABLE and _trades(taken):
            # "trading company" is a legal form in some tables; its trade must not be lost in it.
            for token in taken:
                parts.append(_organisation_part([token], meanings(token), trusting=trusting))
        elif meaning is None:
            parts += _ordinal_or_plain(taken, parts)
        else:
            parts.append(_organisation_part(taken, each.meanings, trusting=trusting))
    if not any(part.kind not in LIGHT for part in parts):
        # A name of light words only ("The Company Ltd"): they are all it has.
        parts = [_make("name", part.text.split(), (), "organisation") for part in parts]
    return parts


def _organisation_part(taken: Sequence[str], known: Sequence[Meaning], *, trusting: bool) -> Part:
    """The part a phrase makes, with its meanings of the kind that counts, and those of its words."""
    meaning = _pick(known, _ORGANISATION_KINDS, trusting=trusting)
    if meaning is None:
        return _plain(taken[0], "organisation")
    meant = {m.concept for m in known if m.kind == meaning.kind}
    if meaning.kind in TRADES and len(taken) > 1:
        meant |= {m.concept for token in taken for m in meanings(token) if m.kind in TRADES and not m.ambiguous}
    concepts = set().union(*(concept_parts(concept) | {concept} for concept in meant))
    kind = "legal_form" if meaning.kind == "sole_trader" else meaning.kind
    return _make(kind, taken, concepts, "organisation")


def _trades(taken: Sequence[str]) -> bool:
    """Whether a word of a phrase says by itself what is traded or made."""
    return any(m.kind == "descriptor" and not m.ambiguous for token in taken for m in meanings(token))


def _ordinal_or_plain(taken: Sequence[str], before: Sequence[Part]) -> list[Part]:
    """Words without meaning; the ending of an ordinal ("20-й") says nothing."""
    if before and before[-1].kind == "number" and len(taken[0]) == 1 and not taken[0].isascii():
        return [_make("stopword", taken, (), "organisation")]
    return [_plain(token, "organisation") for token in taken]


def _certain(each: Segment) -> bool:
    return any(not m.ambiguous and m.kind in BUSINESS for m in each.meanings)


def _pick(known: Sequence[Meaning], kinds: Sequence[str], *, trusting: bool) -> Meaning | None:
    usable = [m for m in known if m.kind in kinds and (trusting or not m.ambiguous)]
    return min(usable, key=lambda m: kinds.index(m.kind), default=None)


def _plain(token: str, mode: Mode) -> Part:
    if _NUMERAL.search(token):
        digits = token.lstrip("0") or "0"
        return _make("number", [digits], {digits}, mode)
    if token in _ROMAN:
        return _make("number", [token], {_ROMAN[token]}, mode)
    if len(token) == 1 and not _is_ideograph(token):
        return _make("initial", [token], (), mode)
    return _make("name", [token], (), mode)


def _is_ideograph(token: str) -> bool:
    return script_of(token) in {"Han", "Hangul", "Kana"}


# --- vessels ---------------------------------------------------------------------------------------------------


def _vessel(tokens: Sequence[str]) -> list[Part]:
    parts: list[Part] = []
    for each in segment(list(tokens)):
        taken = list(tokens[each.start : each.end])
        meaning = _pick(each.meanings, ("vessel_prefix", "stopword", "particle"), trusting=True)
        if meaning is None or (len(taken) == 1 and len(taken[0]) == 1):
            parts.extend(_plain(token, "vessel") for token in taken)
        else:
            kind = "title" if meaning.kind == "vessel_prefix" else meaning.kind
            parts.append(_make(kind, taken, {meaning.concept}, "vessel"))
    if not any(part.kind not in LIGHT for part in parts):
        parts = [_make("name", part.text.split(), (), "vessel") for part in parts]
    return [part if part.kind != "initial" else _make("name", [part.text], (), "vessel") for part in parts]


# --- persons ---------------------------------------------------------------------------------------------------

_PERSON_KINDS: Final = ("sole_trader", "title", "patronymic_marker", "particle", "stopword")


def _person(tokens: Sequence[str]) -> list[Part]:
    parts: list[Part] = []
    pieces = [piece for token in tokens for piece in _split_person(token)]
    for each in segment(pieces):
        taken = list(pieces[each.start : each.end])
        meaning = _pick(each.meanings, _PERSON_KINDS, trusting=len(pieces) > 2)
        son = bool(parts) and parts[-1].kind == "particle" and bool(parts[-1].concepts & SON_OF)
        if meaning is None or (son and meaning.kind == "title") or _is_name_after_all(meaning, taken, pieces):
            parts.extend(_plain(token, "person") for token in taken)
        elif meaning.kind == "sole_trader":
            parts.append(_make("legal_form", taken, {"sole_trader"}, "person"))
        elif meaning.kind == "patronymic_marker":
            parts = _marked_patronymic(parts, taken)
        else:
            parts.append(_make(meaning.kind, taken, {meaning.concept}, "person"))
    parts = _find_patronymic(_fathers(parts))
    if not any(part.kind in {"name", "patronymic"} for part in parts):
        parts = [_make("name", part.text.split(), (), "person") for part in parts]
    return parts


def _is_name_after_all(meaning: Meaning, taken: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether a word that may be a title or particle is a name here.

    It is when it is an initial, when too little is left without it (a family named Bey, a man called Khan), or when
    it is a family or given name as well and only may be a title.
    """
    if len(taken) > 1 or meaning.kind not in {"title", "stopword", "particle"}:
        return False
    text = taken[0]
    if len(text) == 1 and text.isalpha() and not _is_ideograph(text):
        return True
    if meaning.kind != "particle" and len(pieces) - len(taken) < FEWEST_NAMES:
        return True
    return (meaning.ambiguous or meaning.kind == "title") and bool(surnames(text) or is_given_name(text))


def _split_person(token: str) -> list[str]:
    """A Chinese or Korean name written without spaces, as family name and given name."""
    if token.isascii() or not 2 <= len(token) <= 5:
        return [token]
    family = surname_length(token) or (1 if script_of(token) in {"Han", "Hangul"} else 0)
    return [token[:family], token[family:]] if 0 < family < len(token) else [token]


def _marked_patronymic(parts: list[Part], marker: Sequence[str]) -> list[Part]:
    """``Heydar oglu``: the word before the marker is the father's name."""
    if parts and parts[-1].kind == "name":
        father = parts.pop()
        return [
            *parts,
            _make("patronymic", [father.text], (), "person"),
            _make("particle", marker, {"son_of"}, "person"),
        ]
    return [*parts, _make("particle", marker, {"son_of"}, "person")]


def _fathers(parts: list[Part]) -> list[Part]:
    """``Khalid bin Nasser al-Qahtani``: the name after a son's particle is the father's, if others remain."""
    names = sum(1 for part in parts if part.kind == "name")
    result = list(parts)
    for i in range(1, len(parts)):
        before = parts[i - 1]
        if parts[i].kind == "name" and before.kind == "particle" and before.concepts & SON_OF and names > FEWEST_NAMES:
            result[i] = _make("patronymic", [parts[i].text], (), "person")
            names -= 1
    return result


def _find_patronymic(parts: list[Part]) -> list[Part]:
    """One word in -ovich, -ovna, -oglu … beside two other names is the patronymic."""
    names = [i for i, part in enumerate(parts) if part.kind == "name"]
    if len(names) < 3 or any(part.kind == "patronymic" for part in parts):
        return parts
    likely = [i for i in names if is_patronymic(parts[i].text)]
    if not likely:
        return parts
    after_given = [i for i in likely if i > 0 and parts[i - 1].kind == "name" and is_given_name(parts[i - 1].text)]
    at = (after_given or likely)[-1 if not after_given else 0]
    part = parts[at]
    return [*parts[:at], _make("patronymic", part.text.split(), (), "person"), *parts[at + 1 :]]
