"""Whose a firm, a bank or a ship is: "Usmanov's company", "Банк Гульнары Каримовой", "شركة رامي مخلوف".

The word for what is owned says nothing of the type of the name beside it, which is the owner's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from screening.intake.caseless_names import is_caseless
from screening.intake.lexicon import kinds
from screening.intake.manners import genitives_of_owners
from screening.intake.personal import is_family, is_family_of_any, is_given, may_be_person
from screening.intake.sentences import Word, sentences
from screening.intake.spans import Span
from screening.intake.trimming import Around
from screening.names.name_cases import nominatives_of

OWNED = frozenset({"trigger_company", "trigger_org", "trigger_vessel", "company_head", "org_head"})
"""The kinds of the words for what somebody owns."""
_HEADS = frozenset({"company_head", "org_head", "trigger_company", "trigger_vessel"})
_WHOSE = "whose the '{}' is"


def as_owner(part: list[Word], around: Around) -> list[Word]:
    """A name without the genitive that is written to it, where a word for what its bearer owns follows: "Gulnora
    Karimovaning / banki"."""
    last = part[-1] if part else None
    if last is None or last.possessive or not kinds(around.after()) & OWNED:
        return part
    endings = genitives_of_owners(around.language)
    found = endings.search(last.low) if endings is not None else None
    if found is None or not is_family(last.low[: found.start()]):
        return part
    length = len(last.low) - found.start()
    shorter = replace(
        last, raw=last.raw[:-length], low=last.low[: found.start()], end=last.end - length, possessive=True
    )
    return [*part[:-1], shorter]


def is_owner(part: list[Word], around: Around) -> bool:
    """Whether a person's name stands in a case behind a word for what is owned: "компания / Алишера Усманова"."""
    name = around.text[part[0].start : part[-1].end]
    return (
        bool(kinds(around.before()) & OWNED)
        and may_be_person(name)
        and bool(nominatives_of(name, around.language, is_family_of_any))
    )


def owners(text: str, found: Iterable[Span], language: str | None) -> Iterator[Span]:
    """The persons that names of firms and ships only say the owner of: a word for what he owns, and his name."""
    for span in found:
        if span.schema in ("Person", "LegalEntity"):
            continue
        words = [word for each in sentences(text[span.start : span.end], language) for word in each.words]
        heads = next((at for at, word in enumerate(words) if not kinds(word.low) & _HEADS), len(words))
        named = _name_in(words[heads:]) if heads else []
        if not named:
            continue
        start, end = span.start + named[0].start, span.start + named[-1].end
        if _is_owner(named, text[start:end], language):
            schema = "Person" if len(named) > 1 else "LegalEntity"
            yield Span(start, end, schema, (_WHOSE.format(words[heads - 1].low),))


def _name_in(words: list[Word]) -> list[Word]:
    """The words up to the first that is a family name; all, where none is: "شرکت / سلیمان کدروف / پاسخ نداد"."""
    last = next((at for at, word in enumerate(words) if is_family(word.low)), len(words) - 1)
    return words[: last + 1]


def _is_owner(named: list[Word], whole: str, language: str | None) -> bool:
    """Whether words behind one for what is owned are a person's name, in the case of an owner where there is one."""
    if not may_be_person(whole):
        return False
    if all(map(is_caseless, named)):
        return is_family(named[-1].low) or (len(named) > 1 and is_given(named[0].low))
    return bool(nominatives_of(whole, language, is_family_of_any))
