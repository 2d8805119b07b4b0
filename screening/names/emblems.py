"""Words firms take for a name of their own, where they may be a legal form or a town: Ақ Сұңқар ЖШС, Белый Орёл."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Final

from screening.names.concepts import emblems_of, is_emblem
from screening.names.form_countries import states_of
from screening.names.forms_as_words import CAPITAL, FORM, WORD, as_word
from screening.names.parts import Part, make
from screening.names.state_languages import country_of
from screening.names.vocabulary import meanings

FEWEST_WITH_EMBLEM: Final = 3
"""A word that may be a form, a name and a form."""
COLOURS: Final = "colours"
SEVERAL: Final = frozenset({"", "xx"})
"""What the tables have for words of several languages."""
SHARES: Final = "jsc"
"""What the forms of companies of shares end in."""
OF_NAMES: Final = frozenset({"name", "descriptor", "generic"})
"""Kinds of words that a form's letters may stand before as a word: Ak Altyn, Ak İnşaat."""


def with_emblems(parts: list[Part], told: Mapping[str, str]) -> list[Part]:
    """The parts of a firm's name, with such words as words of the name; ``told`` says how letters of forms are
    written (`told_by_writing`).
    """
    return _behind_colours([_for_form(parts, at, told.get(part.text, "")) for at, part in enumerate(parts)])


def _behind_colours(parts: list[Part]) -> list[Part]:
    """What may be a town behind a colour is what the colour is of: Белый Орёл is no white Oryol."""
    result = [*parts]
    for at in range(1, len(parts)):
        if parts[at].kind != "place" or parts[at - 1].concepts.isdisjoint(emblems_of(COLOURS)):
            continue
        said = {each.concept for each in meanings(parts[at].text) if is_emblem(each.concept)}
        if said:
            result[at] = make("name", parts[at].text.split(), said, "organisation")
    return result


def _for_form(parts: Sequence[Part], at: int, told: str) -> Part:
    """The part at a place; as a word of the name where it may be a legal form and another form of its language's state
    stands in the name, or a word of its language behind it: Ақ Сұңқар ЖШС, White Falcon LLP; Ak Bulut.
    """
    part = parts[at]
    word = as_word(part.text) if part.kind == "legal_form" else None
    if word is None:
        return part
    states = frozenset(filter(None, map(country_of, word.languages)))
    is_word = (
        told == WORD
        or (len(parts) >= FEWEST_WITH_EMBLEM and _has_other_form(parts, at, states))
        or (told == CAPITAL and _is_before_name(parts, at) and _has_form_of_another_kind(parts, at))
        or (told != FORM and _is_beside(parts, at, word.languages))
    )
    return make("name", [part.text], {word.concept}, "organisation") if is_word else part


def _is_before_name(parts: Sequence[Part], at: int) -> bool:
    return any(part.kind in OF_NAMES for part in parts[at + 1 : at + 2])


def _has_form_of_another_kind(parts: Sequence[Part], at: int) -> bool:
    """Whether a form of firms of another kind stands elsewhere; one of shares goes with another (АК … ПАО)."""
    forms = (part.concepts for i, part in enumerate(parts) if i != at and part.kind == "legal_form")
    return any(each.isdisjoint(parts[at].concepts) and not any(map(_is_of_shares, each)) for each in forms)


def _is_of_shares(form: str) -> bool:
    return form.endswith(SHARES)


def _has_other_form(parts: Sequence[Part], at: int, states: Set[str]) -> bool:
    """Whether a form of one of the states stands elsewhere in a name, which has no two forms of one state."""
    own = states_of(parts[at].text)
    for part in (*parts[:at], *parts[at + 1 :]):
        theirs = states_of(part.text) & states if part.kind == "legal_form" else frozenset()
        of_another_kind = part.concepts.isdisjoint(parts[at].concepts) and _is_before_name(parts, at)
        if theirs and (of_another_kind or theirs.isdisjoint(own)):
            return True
    return False


def _is_beside(parts: Sequence[Part], at: int, languages: Set[str]) -> bool:
    """Whether the word behind is one of the languages, and no other's."""
    behind = parts[at + 1 : at + 2]
    said = [each for part in behind if part.kind in OF_NAMES for each in meanings(*part.text.split())]
    own = {each.language.partition("-")[0] for each in said} - SEVERAL
    return bool(own) and own <= languages
