"""An organisation's name in parts: distinctive words, and what says its form, trade and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from screening.names.concepts import concept_parts, is_emblem, may_be_borne
from screening.names.dedications import BEFORE, INITIALS
from screening.names.emblems import with_emblems
from screening.names.forms_as_words import begins_with_form, borne_form, is_seldom_behind
from screening.names.given import is_given_name
from screening.names.glued import is_glued
from screening.names.ministries import with_fields_apart
from screening.names.months import month_in_full
from screening.names.numbers import counted, number_words, roman_figures
from screening.names.own_state import country_in_short
from screening.names.parts import LIGHT, Part, is_ideograph, make, pick, plain, unglue
from screening.names.pinyin import syllables
from screening.names.places import country_of_alpha3
from screening.names.republics import with_states_whole
from screening.names.seats_in_names import without_branches, without_seat
from screening.names.split_forms import form_and_trade, split_form
from screening.names.vocabulary import BUSINESS, TRADES, Meaning, Segment, meanings

FEWEST_BEFORE_FLAG: Final = 2
FEWEST_ABBREVIATED: Final = 2
"""Abbreviations of business words that vouch for each other ("Tar. Ürn.")."""
ABBREVIATIONS: Final = "words/abbreviations.tsv"
TENS: Final = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
DAYS: Final = range(1, 32)
MAY_BE_MONTHS: Final = frozenset({"name", "descriptor"})
LONGEST_SHORT: Final = 3
TOWN: Final = frozenset({"city", "town"})
LONGEST_SMALL: Final = 3
NUMBER: Final = "number"
TWO_LETTERS: Final = 2
OWN: Final = frozenset({"name", "number", "place", "country", "initial"})
ORGANISATION_KINDS: Final = (
    "legal_form",
    "sole_trader",
    "country",
    "place",
    "generic",
    "descriptor",
    "stopword",
    "particle",
    "title",
)
"""Meanings that count in an organisation's name; of several, the first listed here is taken."""


def organisation_parts(tokens: Sequence[str], told: Mapping[str, str]) -> list[Part]:
    """The parts of the folded words of an organisation's name; ``told`` as `told_by_writing` has it."""
    pieces = [piece for token in tokens for piece in unglue(token)]
    pieces, segments = with_fields_apart(pieces)
    business = sum(1 for each in segments if _certain(each))
    trusting = business > 0 or sum(map(_abbreviated, segments)) >= FEWEST_ABBREVIATED
    formed = any(
        meaning.kind == "legal_form" and not meaning.ambiguous for each in segments for meaning in each.meanings
    )
    parts: list[Part] = []
    for each in segments:
        taken = pieces[each.start : each.end]
        begun = len(segments) == 1 or any(part.kind != "legal_form" for part in parts)
        known = each.meanings if begun else _leading(each.meanings)
        meaning = pick(known, ORGANISATION_KINDS, trusting=trusting)
        lone = each.start == 0 and not formed
        if apart := _apart(meaning, taken, told, lone=lone):
            parts += [_organisation_part(piece, meanings(*piece), trusting=trusting) for piece in apart]
        elif len(taken) == 1 and _are_initials(taken[0], parts):
            parts.append(make("name", taken, (), "organisation"))
        elif len(taken) == 1 and _is_number(taken[0], meaning, parts, pieces[each.end :]):
            parts.append(plain(taken[0], "organisation"))
        elif meaning is None or (len(taken[0]) == len(taken) == 1 and _is_letter(meaning, pieces[each.end :])):
            parts += _ordinal_or_plain(taken, parts)
        else:
            parts.append(_organisation_part(taken, known, trusting=trusting))
            state = country_in_short(taken)
            if state and parts[-1].kind in TRADES and not any(_says(each, state) for each in segments):
                # Whose academy it is stands apart, as in its name in full.
                parts.append(make("country", taken, {state}, "organisation"))
    if len(parts) > FEWEST_BEFORE_FLAG and parts[-2].kind == "legal_form":
        # Registers of ships put the flag behind an owner's legal form: "Gemini Marine Ltd-MAI".
        country = country_of_alpha3(parts[-1].text) if parts[-1].kind in {"name", "generic"} else None
        if country:
            parts[-1] = make("country", [parts[-1].text], {country}, "organisation")
    parts = with_states_whole(_with_towns(_with_dates(_with_compound_numbers(parts))))
    parts = _with_letter(_with_last_word(_with_syllables(without_seat(without_branches(parts)))))
    parts = _with_two_letters(parts)
    parts = _with_short_word_for_name(_with_form_for_name(with_emblems(parts, told)))
    if not any(part.kind not in LIGHT for part in parts):
        # A name of light words only ("The Company Ltd"): they are all it has, or the one that may be a title (Brig).
        titles = any(part.kind == "title" for part in parts)
        own = [part for part in parts if part.kind == "title" or not titles]
        if [part.kind for part in parts] == ["legal_form", "legal_form"]:
            own = [part for part in parts if part.text == borne_form(parts[0].text, parts[1].text)] or own
        parts = [make("name", part.text.split(), (), "organisation") if part in own else part for part in parts]
    return parts


def _says(segment: Segment, state: str) -> bool:
    return any(each.kind == "country" and each.concept == state for each in segment.meanings)


def _is_letter(meaning: Meaning, behind: Sequence[str]) -> bool:
    """Whether a single letter is a letter: a firm's is no "M." for Monsieur, and "N." is short for a number before one
    only.
    """
    return meaning.kind == "title" or (meaning.concept == NUMBER and not (behind and behind[0][0].isdigit()))


def _leading(known: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """The meanings a word may have at the beginning of a name: an uncertain suffix is none there ("Ok Oltin")."""
    return tuple(m for m in known if not (m.ambiguous and m.position == "suffix"))


def _with_compound_numbers(parts: list[Part]) -> list[Part]:
    """Tens and ones in words are one number: "Twenty-First Century" is the 21st."""
    found: list[Part] = []
    for part in parts:
        ones = next(iter(part.concepts), "") if part.kind == "number" else ""
        tens = next(iter(found[-1].concepts), "") if found and found[-1].kind == "number" else ""
        if part.text.isalpha() and len(ones) == 1 and ones != "0" and tens in TENS and found[-1].text.isalpha():
            found[-1] = make("number", [found[-1].text, part.text], {tens[0] + ones}, "organisation")
        else:
            found.append(part)
    return found


def _with_dates(parts: list[Part]) -> list[Part]:
    """A month beside a day is one in any language: "23 Mars", "March 23"; without a day it may be a name (Mart)."""
    found = list(parts)
    for at, part in enumerate(parts):
        month = month_in_full(part.text) if part.kind in MAY_BE_MONTHS and len(part.words) == 1 else None
        beside = (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])
        if month and any(each.text.isdigit() and int(each.text) in DAYS for each in beside):
            found[at] = make("name", [part.text], {month}, "organisation")
    return found


def _with_towns(parts: list[Part]) -> list[Part]:
    """A word for a town beside one says nothing more where a firm has a name: "Yiwu City" is Yiwu.

    Of a bank or works it may say whose they are (Moscow City Bank).
    """
    found = list(parts)
    if not any(part.kind == "name" for part in parts):
        return found
    for at, part in enumerate(parts):
        beside = (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])
        if part.kind in TRADES and part.concepts & TOWN and any(each.kind == "place" for each in beside):
            found[at] = make("stopword", part.text.split(), part.concepts, "organisation")
    return found


def _with_syllables(parts: list[Part]) -> list[Part]:
    """Small words beside syllables of pinyin are syllables too: the "da" of "Rui Da Trading" is no legal form, the "xi"
    of "Jiang Xi Lian Sheng", between two, no eleven.
    """
    found = list(parts)
    for at, part in enumerate(parts):
        small = part.kind in {"legal_form", "stopword", "particle"} and len(part.text) <= LONGEST_SMALL
        small = small or (part.kind == "number" and any(map(_is_syllable, parts[at + 1 : at + 2])))
        if not small or not part.text.isascii() or part.text not in syllables() or at + 1 == len(parts) or not at:
            continue
        if _is_syllable(parts[at - 1]):
            found[at] = make("name", [part.text], (), "organisation")
    return found


def _is_syllable(part: Part) -> bool:
    return part.kind == "name" and part.text in syllables()


def _with_letter(parts: list[Part]) -> list[Part]:
    """A letter beside words of business, where there is no other name, is the name: the T of "T-Bank", of "Bank T"."""
    said = [at for at, part in enumerate(parts) if part.kind != "legal_form" or len(part.text) == 1]
    if len(said) < 2 or any(part.kind in OWN for part in parts):
        return parts
    for at, beside in (said[:2], said[:-3:-1]):
        part = parts[at]
        if len(part.text) == 1 and part.kind in LIGHT and parts[beside].kind in TRADES and abs(at - beside) == 1:
            return [*parts[:at], make("initial", [part.text], (), "organisation"), *parts[at + 1 :]]
    return parts


def _with_two_letters(parts: list[Part]) -> list[Part]:
    """Two Latin letters before words of business, where there is no other name, are the name and no legal form beside
    one of another language: the BM of "BM Bank JSC".
    """
    at = int(len(parts) > FEWEST_BEFORE_FLAG and parts[0].kind == "legal_form" and parts[1].kind not in TRADES)
    if len(parts) <= at + 1 or any(part.kind in OWN for part in parts):
        return parts
    part, behind = parts[at], parts[at + 1]
    if part.kind != "legal_form" or len(part.text) != TWO_LETTERS or behind.kind not in TRADES:
        return parts
    forms = [each for i, each in enumerate(parts) if i != at and each.kind == "legal_form"]
    if not (part.text.isascii() and forms and all(_is_of_no_language(part, each) for each in forms)):
        return parts
    return [*parts[:at], make("name", [part.text], (), "organisation"), *parts[at + 1 :]]


def _is_of_no_language(form: Part, other: Part) -> bool:
    """Whether no language has both of two legal forms, and the first is none that stands before names only."""
    ours, theirs = (
        [each for each in meanings(*part.text.split()) if each.kind == "legal_form"] for part in (form, other)
    )
    return {each.language for each in ours}.isdisjoint(each.language for each in theirs) and all(
        each.position != "prefix" for each in ours
    )


def _with_form_for_name(parts: list[Part]) -> list[Part]:
    """A legal form behind words of business is the name where there is no other ("National Bank Trust"), if it may be
    borne as one or is seldom a form where it stands.
    """
    at = next((i for i, part in enumerate(parts) if i and any(map(may_be_borne, part.concepts))), None)
    ends = {parts[0].kind, parts[-1].kind} if len(parts) > 1 else set()
    if at is None and ends == {"legal_form"} and not any(map(concept_parts, parts[0].concepts)):
        # Letters behind what a firm does, whose own form stands first: АО «НИИ КП».
        at = len(parts) - 1 if is_seldom_behind(parts[-1].text) else None
    if at is None or parts[at - 1].kind not in TRADES or any(part.kind in OWN for part in parts):
        return parts
    return [*parts[:at], make("name", parts[at].text.split(), (), "organisation"), *parts[at + 1 :]]


def _with_short_word_for_name(parts: list[Part]) -> list[Part]:
    """A short word that may stand for a longer word of business is the name where it is all there is ("SIS DOO").

    So is one that only abbreviates such a word, if not of something (Bco. de Desarrollo), and a form first (PCC UK).
    """
    said = [part for part in parts if part.kind not in {*LIGHT, "generic"}]
    if said and parts[0].kind == "legal_form" and all(part.kind in {"place", "country"} for part in said):
        said = parts[:1] if len(parts[0].text) == LONGEST_SHORT and _stands_behind(parts[0].text) else []
    if len(said) != 1 or len(said[0].text) > LONGEST_SHORT or said[0].kind not in {*TRADES, "legal_form"}:
        return parts
    known = meanings(said[0].text)
    if said[0].kind in TRADES and not all(each.ambiguous or each.source == ABBREVIATIONS for each in known):
        return parts
    at = parts.index(said[0])
    if not any(each.ambiguous for each in known) and any("of" in part.concepts for part in parts[at + 1 :]):
        return parts
    return [*parts[:at], make("name", [said[0].text], (), "organisation"), *parts[at + 1 :]]


def _stands_behind(text: str) -> bool:
    """Whether a legal form stands behind names only."""
    return all(meaning.position == "suffix" for meaning in meanings(text) if meaning.kind == "legal_form")


def _with_last_word(parts: list[Part]) -> list[Part]:
    """An article that stands alone behind a name's only word is a word of the name: the "Les" of "Tver-Les".

    Names cut short and names turned round end in small words as well, but in longer ones.
    """
    said = [at for at, part in enumerate(parts) if part.kind != "legal_form"]
    if len(said) > 1 and _is_lone_letter(parts[said[-1]]) and parts[said[-1] - 1].kind == "name":
        at = said[-1]  # no preposition ends a name: the К of Вектор-К
        return [*parts[:at], make("initial", [parts[at].text], (), "organisation"), *parts[at + 1 :]]
    if len(said) != 2 or parts[said[0]].kind not in {"name", "place"}:
        return parts
    last = said[-1]
    if parts[last].kind != "stopword" or "article" not in parts[last].concepts:
        return parts
    return [*parts[:last], make("name", parts[last].text.split(), (), "organisation"), *parts[last + 1 :]]


def _is_lone_letter(part: Part) -> bool:
    """Whether a small word is a single letter of an alphabet."""
    return part.kind == "stopword" and len(part.text) == 1 and part.text.isalpha() and not is_ideograph(part.text)


def _organisation_part(taken: Sequence[str], known: Sequence[Meaning], *, trusting: bool) -> Part:
    """The part a phrase makes, with its meanings of the kind that counts, and those of its words."""
    meaning = pick(known, ORGANISATION_KINDS, trusting=trusting)
    if meaning is None or (meaning.kind == "particle" and len(taken) == 1 and is_given_name(taken[0])):
        return plain(taken[0], "organisation")
    if meaning.kind == "generic":
        # What may be a name of its own is one, rather than a word that says little ("Star").
        meaning = next((m for m in known if is_emblem(m.concept) and (trusting or not m.ambiguous)), meaning)
    meant = {m.concept for m in known if m.kind == meaning.kind}
    implied = set().union(*(concept_parts(concept) for concept in meant))
    if meaning.kind in (*TRADES, "place") and len(taken) > 1:
        implied |= {m.concept for token in taken for m in meanings(token) if m.kind in TRADES and not m.ambiguous}
    elif len(taken) == 1 and meaning.kind in (*TRADES, "legal_form") and is_glued(taken[0][0]):
        implied |= _within(taken[0])
    kind = "legal_form" if meaning.kind == "sole_trader" else meaning.kind
    if kind in TRADES and any(map(is_emblem, meant)):
        kind = "name"
    if kind == "legal_form":
        meant |= implied
    return make(kind, taken, meant, "organisation", implied)


def _are_initials(token: str, before: Sequence[Part]) -> bool:
    """Whether two letters behind the word for it are of whom a firm is named after: "named after V.I. Lenin"."""
    return len(token) == INITIALS and token.isalpha() and bool(before) and BEFORE in before[-1].concepts


def _is_number(token: str, meaning: Meaning | None, before: Sequence[Part], behind: Sequence[str]) -> bool:
    """Whether a word is a number before it is anything else: "First Bank", "Fund II", "II Corps"."""
    if token in roman_figures():
        leading = (
            meaning is None or meaning.kind == "title" or any(m.concept in counted() for m in meanings(*behind[:1]))
        )
        return bool(before) or (leading and bool(behind))
    return token in number_words() and (meaning is None or meaning.kind == "generic")


def _within(token: str) -> set[str]:
    """The meanings of the two words that a word written without spaces is made of (化肥厂: fertilizer, plant)."""
    for cut in range(len(token) - 1, 0, -1):
        halves = [meanings(token[:cut]), meanings(token[cut:])]
        said = [{m.concept for m in known if m.kind in TRADES} for known in halves]
        form = any(m.kind == "legal_form" for m in halves[1])
        if said[0] and (said[1] or form):
            return {part for concept in said[0] | said[1] for part in concept_parts(concept)}
    return set()


def _apart(
    meaning: Meaning | None, taken: Sequence[str], told: Mapping[str, str], *, lone: bool
) -> tuple[Sequence[str], ...]:
    """A phrase taken apart at the legal form in it: "trading company" is one in some tables, and its trade must not be
    lost in it; letters of a form may begin a phrase of business (ТОО «Кен»). Nothing where it stays whole.
    """
    if meaning is None:
        return ()
    if meaning.kind in TRADES and begins_with_form(taken, told, first=lone):
        written = taken[0] in told  # then it is a form, whatever the others mean without it
        return form_and_trade(meaning, taken) or (tuple([token] for token in taken) if written else ())
    return split_form(meaning, taken)


def _ordinal_or_plain(taken: Sequence[str], before: Sequence[Part]) -> list[Part]:
    """Words without meaning; the ending of an ordinal ("20-й") says nothing."""
    if before and before[-1].kind == "number" and len(taken[0]) == 1 and not taken[0].isascii():
        return [make("stopword", taken, (), "organisation")]
    return [plain(token, "organisation") for token in taken]


def _abbreviated(each: Segment) -> bool:
    return any(m.source == ABBREVIATIONS and m.kind in BUSINESS for m in each.meanings)


def _certain(each: Segment) -> bool:
    return any(not m.ambiguous and m.kind in BUSINESS for m in each.meanings)
