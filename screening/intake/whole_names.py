"""Whether a piece of a cell is the whole name of a person or a firm, and not half of one ("Marks" and "Spencer")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from screening.intake.joining_words import folded_phrases
from screening.intake.lexicon import is_place
from screening.names.address_words import kinds_of
from screening.names.given import is_given_name, is_patronymic, surname_length
from screening.names.in_use import is_listed, parts_of
from screening.names.offices import is_office
from screening.names.party_kinds import bears_legal_form, is_borne_by_persons, may_be_person
from screening.names.scripts import script_of
from screening.names.separators import CHARACTERS, CHARACTERS_OF_A_PERSON, has_form_and_more
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, PLACES, Segment, segment

Sort = Literal["person", "firm", "likely", ""]
"""What a piece is: a person or a firm for sure, what may well be the name of either, or no whole name."""
_FEWEST: Final = 2
_MOST: Final = 7
"""Words of a person's name, titles apart."""
_MOST_OF_A_FIRM: Final = 4
_LONGEST: Final = 120
_STREETS: Final = frozenset({"street", "town", "area", "building", "room"})
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_INITIALS: Final = re.compile(r"(?<!\w)[^\W\d_]\.(?:\s?-?[^\W\d_]\.)?(?!\w)")
_SMALL: Final = frozenset({"title", "particle", "stopword", "patronymic_marker"})


@lru_cache(maxsize=1 << 14)
def sort_of(text: str) -> Sort:
    """What a piece of a cell is, taken by itself."""
    said = words(text)
    if not said or len(text) > _LONGEST or "@" in text or is_place(text.strip().lower()):
        return ""
    if text.count("(") != text.count(")") or text.endswith("-") or (_begins_small(text) and not _is_small(said[0])):
        return ""
    found = segment(said)
    named = any(_is_name(each, said) for each in found if len("".join(said[each.start : each.end])) > 1)
    if _goes_on(said) or is_office(text) or not (named or _is_called_by_a_trade(found)):
        return ""
    if script_of("".join(said)) in CHARACTERS and len(said) == 1:
        return _in_characters(text, said[0])
    if bears_legal_form(text) and has_form_and_more(text):
        return "firm" if named or len(said) == _FEWEST else ""
    streets = any(_STREETS & {*kinds_of((word,))[:1]} for word in said if len(word) > 1)
    if any(map(str.isdigit, text)) or streets or _is_of_places(found):
        return ""
    if _INITIALS.search(text) and (families := bare_words(_INITIALS.sub(" ", text))):
        return "person" if len(families) < _FEWEST + 1 and max(map(len, families)) > 1 else "likely"
    names = bare_words(text)
    told = [word for word in names if len(word) > 1]
    if not _FEWEST <= len(names) <= _MOST or not told:
        return ""
    if may_be_person(text) or all(map(is_borne_by_persons, told)):
        return "person" if any(map(is_given, told)) or len(told) < len(names) else "likely"
    return "likely" if _may_be_firm(said, found) else ""


def tells_family(text: str) -> bool:
    """Whether a person's name says its family name: in capitals, beside initials, in characters, or one in use."""
    shouted = [word.isupper() for word in text.split() if len(word) > 1]
    if script_of(text) in CHARACTERS or _INITIALS.search(text) or (any(shouted) and not all(shouted)):
        return True
    return any(not is_given(word) and any(part == "family" for _, part in parts_of(word)) for word in bare_words(text))


def holds_name(text: str) -> bool:
    """Whether a text holds a word that is none of business, places or titles alone."""
    said = words(text)
    return any(_is_name(each, said) for each in segment(said))


def is_given(word: str) -> bool:
    """Whether a folded word is a given name or a patronymic."""
    return is_given_name(word) or is_patronymic(word)


def bare_words(text: str) -> list[str]:
    """The folded words of a name, titles and particles apart."""
    return [word for word in words(text) if not _is_small(word)]


def _begins_small(text: str) -> bool:
    """Whether a text with capitals begins without one; Georgian has none."""
    return text[0] != text[0].title() and text != text.lower()


def _goes_on(said: list[str]) -> bool:
    """Whether words go on with the name before them: "& Sons Ltd", "ve Ortakları"."""
    return said[0] in folded_phrases("goes_on")


def _is_name(each: Segment, said: list[str]) -> bool:
    """Whether it is no word of business, place or title, or a name in use as well (Kaya)."""
    if not _kinds(each) & (BUSINESS | PLACES | _SMALL):
        return True
    return each.end - each.start == 1 and _is_in_use(said[each.start])


def _is_in_use(word: str) -> bool:
    return is_listed(word) or is_given_name(word)


def _may_be_firm(said: list[str], found: list[Segment]) -> bool:
    """Whether words without a legal form may be a firm's: few, and one of business first or last (Alfa Group)."""
    if len(said) > _MOST_OF_A_FIRM or any(_kinds(each) == {"stopword"} for each in found):
        return False
    return any(_kinds(each) & BUSINESS for each in (found[0], found[-1]))


def _kinds(each: Segment) -> set[str]:
    return {meaning.kind for meaning in each.meanings if not meaning.ambiguous}


def ends_with_form(text: str) -> frozenset[str]:
    """At which ends of a firm's name its legal form stands: first, last."""
    found = segment(words(text))
    ends = (("first", found[0]), ("last", found[-1]))
    return frozenset(end for end, each in ends if "legal_form" in {meaning.kind for meaning in each.meanings})


def begins_with_trade(text: str) -> bool:
    """Whether a name begins with a word that says what a firm does, with whatever it is besides (Production Union)."""
    return any(meaning.kind == "descriptor" for each in segment(words(text)[:1]) for meaning in each.meanings)


def is_form_alone(text: str) -> bool:
    """Whether a text, but for what stands in brackets, is a legal form or a title and no name."""
    said = bare_words(_BRACKETS.sub(" ", text))
    return all("legal_form" in {meaning.kind for meaning in each.meanings} for each in segment(said))


def is_called_by_a_trade(text: str) -> bool:
    """Whether a name is a legal form and one word of business, which may go on behind an "and" (JSC Research)."""
    return _is_called_by_a_trade(segment(words(text)))


def _is_called_by_a_trade(found: list[Segment]) -> bool:
    """Whether one word of business is all that stands beside a legal form (Sberbank PJSC)."""
    others = [kinds for each in found if "legal_form" not in (kinds := _kinds(each))]
    return len(found) > 1 and others == [{"descriptor"}]


def _is_of_places(found: list[Segment]) -> bool:
    return all({meaning.kind for meaning in each.meanings} & (PLACES | {"stopword"}) for each in found)


@lru_cache(maxsize=1 << 14)
def _is_small(word: str) -> bool:
    kinds = {meaning.kind for each in segment([word]) for meaning in each.meanings if not meaning.ambiguous}
    return bool(kinds) and kinds <= _SMALL and not _is_in_use(word)


def _in_characters(text: str, word: str) -> Sort:
    if bears_legal_form(text):
        return "firm"
    if len(word) not in CHARACTERS_OF_A_PERSON:
        return ""
    return "person" if 0 < surname_length(word) < len(word) else "likely"
