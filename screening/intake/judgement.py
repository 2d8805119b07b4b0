"""What a run of capitalised words is: a person, a company, another organisation, or nothing that has a
name.

Rules only, and each span says which spoke. A run that nothing speaks for or against is kept as
LegalEntity: what is screened in vain costs a moment, what is not screened is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from screening.intake.capital_runs import MOST_WORDS
from screening.intake.endings import ends_as
from screening.intake.lexicon import is_business, is_given_name, is_legal_form, is_ordinary, is_place, kinds
from screening.intake.owners import OWNED, as_owner, is_owner
from screening.intake.sentences import Word
from screening.intake.spans import Span
from screening.intake.telling import is_plain, is_telling
from screening.intake.trimming import (
    Around,
    after_place,
    at_office,
    holds_phrase,
    is_another,
    kinds_of,
    trimmed,
    without_places,
)

OPENING = "opens a sentence"
"""The reason of a single word that is kept only where it names a party named elsewhere in the story."""
ONE_WORD = "a capitalised word"
"""The reason of a single word that carries a name: in German any noun might."""
_NO_NAME = frozenset({"time", "thing", "demonym", "place", "event_head", "place_head", "role", "role_side"})
MAX_LENGTH = 300
"""Characters; what is longer is no name."""
_SHORTEST_SURNAME = 5


def judge(part: list[Word], around: Around) -> Iterator[Span]:
    """The names in one part of a run."""
    part = as_owner(trimmed(part, around), around)
    if not part or len(part) > MOST_WORDS or part[-1].end - part[0].start > MAX_LENGTH:
        return
    start = next((index for index, word in enumerate(part) if index and word.low.endswith(".")), 0)
    if len(part) > start > 0 and any(is_place(word.low) for word in part[:start]):
        yield from judge(part[:start], around)  # "депутата Госсовета Удмуртии / Р. М. Орлова"
        yield _span(part[start:], "Person", "initials")
        return
    cut = at_office(part)
    if cut is not None:
        left, right = cut
        if left:
            yield from judge(left, around)
        named = after_place(right)
        if named:
            yield _span(right[: -len(named)], "Organization", "between an office and a name")
        person = named or without_places(right)
        if is_another(person):
            person = person[1:]
        if person:
            yield _span(person, "Person", "after an office")
        return
    span = _judged(part, around)
    named = after_place(part) if span is not None and "role" in kinds(around.before()) else []
    if span is not None and named:
        yield Span(part[0].start, part[-len(named) - 1].end, "Organization", span.reasons)
        yield _span(named, "Person", "after an office")
    elif span is not None:
        yield span


def _span(words: list[Word], schema: str, *reasons: str) -> Span:
    return Span(words[0].start, words[-1].end, schema, reasons)


def _is_form(word: Word) -> bool:
    """Whether a word stands for a legal form here: as capitals or with a capital, and nothing shorter
    than two."""
    return len(word.low) > 1 and is_legal_form(word.low) and not kinds(word.low) & {"joiner", "opener", "trigger_org"}


def _is_foreign_word(word: Word) -> bool:
    """Whether a word of business in other languages only stands alone in an English text: Sputnik, Setad, Sepah."""
    long = word.capital and len(word.low) >= _SHORTEST_SURNAME
    return long and not (is_ordinary(word.low) or is_place(word.low) or kinds(word.low) or is_given_name(word.low))


def _formed_word(part: list[Word]) -> bool:
    """Whether an ordinary word within a sentence is a name by its legal form: "Compel JSC"."""
    other = [word for word in part if not _is_form(word)]
    nothing = {"opener", "joiner", "time", "demonym", "org_head", "company_head", "trigger_company", "place"}
    return (
        bool(other) and not part[0].opens and not kinds_of(other) & nothing and not any(is_place(w.low) for w in other)
    )


def _judged(part: list[Word], around: Around) -> Span | None:
    low = [word.low for word in part]
    found = kinds_of(part)
    before, after = around.before(), around.after()
    telling = [word for word in part if is_telling(word)]
    if around.ordinary_known and len(part) == 1 and not telling and _is_foreign_word(part[0]):
        telling = part
    if part[0].caps and kinds(" ".join(low)) & {"alliance"}:
        return _span(part, "Organization", "an alliance of states")
    if kinds(" ".join(low)) & {"thing", "time", "place"}:
        return None
    if holds_phrase(part):
        return _span(part, "Organization", "known phrase")
    formed = len(low) > 1 and any(_is_form(word) for word in part)
    if formed and (telling or len(low) > 2 or _formed_word(part)):
        return _span(part, "Company", "legal form")
    if is_place(" ".join(low)) or all(is_place(word) or not kinds(word).isdisjoint({"joiner"}) for word in low):
        return None
    owns = part[-1].possessive  # "Usmanov's company": what follows is whose the name is, and says nothing of its type
    beside = kinds(before) | (frozenset() if owns else kinds(after))
    vessel = ("trigger_vessel" in beside and telling) or (
        "trigger_vessel" in kinds(before) and not part[0].opens and "trigger_vessel" not in found
    )
    if vessel and not is_owner(part, around):
        return _span(part, "Vessel", "beside a word for a ship")
    head = kinds_of(part[-1:]) if not part[-1].possessive or len(part) > 1 else set()
    headed = found & {"org_head", "company_head"}
    if "place_head" in head and "org_head" not in found:
        return None
    if "place_head" in kinds(after) and not headed and not part[-1].possessive:
        return None
    triggered = _trigger(before, "" if owns else after, around)
    if owns and not triggered and kinds(after) & OWNED:
        triggered = "LegalEntity", f"whose the '{after}' is"
    said_only = len(part) == 1 and part[0].opens and not telling and not part[0].caps
    if headed and not said_only and (len(part) > 1 or triggered or "org_head" in found):
        return _organisation(part, low, found, telling, triggered)
    if not telling:
        given = [word for word in part if is_given_name(word.low)]
        if (
            given
            and len(part) in (2, 3)
            and not any(kinds_of([w]) & {"opener", "time"} for w in part)
            and (kinds(before) & {"role"} or kinds(after) & {"speech"} or part[0] in given)
            and not (is_ordinary(low[0]) and all(is_plain(word) for word in part[1:]))
        ):
            return _span(part, "Person", "given name")
        if given and len(part) == 1 and not is_ordinary(low[0]) and not found & {"demonym", "time"}:
            return _span(part, "Person", "given name")
        if (
            triggered
            and not (len(part) == 1 and part[0].opens)
            and not found & {"time", "thing"}
            and not all(is_place(word) for word in low)
        ):
            return _span(part, triggered[0], triggered[1])
        return _ordinary_words(part, low, around)
    if "event_head" in head and not triggered:
        return None
    return _told(part, telling, before, after, around, triggered)


def _ordinary_words(part: list[Word], low: list[str], around: Around) -> Span | None:
    """Ordinary words that are capitalised within a sentence and nowhere written small: Telegram,
    Important Stories."""
    if len(part) > 1 and " & " in around.text[part[0].start : part[-1].end]:
        return _span(part, "LegalEntity", "words joined by an ampersand")
    seated = _seated(part, known=around.ordinary_known)
    if seated and not kinds_of(part[1:]) & _NO_NAME and _are_trades(part[1:]):
        return _span(part, "Company", "a place and words of business")
    named = low[1:] if seated else low
    foreign = around.ordinary_known and any(is_business(word) and not is_ordinary(word) for word in low[1:])
    if (part[0].opens and not foreign) or not all(
        is_ordinary(word) or is_business(word) or kinds(word) & {"joiner", "opener"} for word in named
    ):
        return None
    if kinds_of(part[len(low) - len(named) :]) & _NO_NAME:
        return None
    if not any(is_ordinary(word) and "opener" not in kinds(word) for word in low):
        return None
    if len(part) == 1 and (low[0] in around.lower_case or len(low[0]) < _SHORTEST_SURNAME):
        return None
    if part[-1].low in around.lower_case and len(part) < 3:
        return None
    return _span(part, "LegalEntity", "capitalised ordinary words")


def _seated(part: list[Word], *, known: bool) -> bool:
    """Whether a run begins with a place, and goes on; with a people where ordinary words are not ``known`` and their
    capitals tell: Türk Telekom, but not Russian Banks."""
    return len(part) > 1 and is_place(part[0].low) and (not kinds_of(part[:1]) & {"demonym"} or not known)


def _are_trades(words: list[Word]) -> bool:
    """Whether words say what a firm does, each of them capitalised and none a public office."""
    small = {"joiner", "opener"}
    told = [word for word in words if word.capital and not kinds(word.low) & small]
    return (
        all(word.capital or kinds(word.low) & small for word in words)
        and any(is_business(word.low) for word in told)
        and all(is_business(word.low) or is_ordinary(word.low) for word in told)
        and not kinds_of(told) & {"org_head", "trigger_org", "event_head"}
    )


def _organisation(
    part: list[Word], low: list[str], found: set[str], telling: list[Word], triggered: tuple[str, str] | None
) -> Span | None:
    """A run with a word such as Ministry, Bank, Group, Plant in it."""
    rest = [w for w in low if not kinds(w) & {"joiner", "opener"} and not is_place(w)]
    if not telling and len(rest) == 1 and not triggered:
        if len(low) == 1 and not is_ordinary(low[0]) and not part[0].opens:
            return _span(part, "Organization", "kind of organisation")  # Duma
        if _seated(part, known=True) and not kinds(rest[0]) & {"trigger_company"} and _are_trades(part[1:]):
            return _span(part, "Company", "a place and words of business")
        embassy = "not_alone" in kinds(rest[0]) and len(low) > 1 and "org_head" in kinds(rest[0])
        return _span(part, "Organization", "kind of organisation") if embassy else None
    if not telling and "event_head" in kinds(low[-1]) and not triggered:
        return None
    if "company_head" in kinds(low[-1]) or ("company_head" in found and "org_head" not in found):
        return _span(part, "Company", "kind of company")
    return _span(part, "Organization", "kind of organisation")


def _trigger(before: str, after: str, around: Around) -> tuple[str, str] | None:
    """What the words beside a run say it is: "the company Uzstanex", "Kloop news agency", "through
    Uzstanex"."""
    if after and "trigger_skip" in kinds(after) and not kinds(after) & {"trigger_org", "trigger_company"}:
        after = around.after(2)
    for word in (before, after):
        if word and "trigger_company" in kinds(word) and not (word == after and "not_behind" in kinds(word)):
            return "Company", f"beside '{word}'"
    for word in (before, after):
        if word and "trigger_org" in kinds(word):
            return "Organization", f"beside '{word}'"
    if kinds(before) & {"through"}:
        return "LegalEntity", f"after '{before}'"
    if "media" in kinds(around.before(2)):
        return "Organization", "after a word for media"
    return None


def _told(
    part: list[Word],
    telling: list[Word],
    before: str,
    after: str,
    around: Around,
    triggered: tuple[str, str] | None,
) -> Span | None:
    """A run with at least one word that carries a name, and no head, legal form or office in it."""
    while len(part) > 1 and kinds(part[0].low) & {"demonym"} and part[1].capital:
        part = part[1:]  # "Russian Telegram channels"
    low = [word.low for word in part]
    person = _person(part, before, after)
    if (
        triggered
        and triggered[0] != "LegalEntity"
        and not (
            person and len(part) > 1 and ("role" in kinds(before) | kinds(around.before(2)) or is_owner(part, around))
        )
    ):
        return _span(part, *triggered)
    if person:
        return _span(without_places(part) or part, "Person", person)
    if len(part) == 1:
        word = part[0]
        if not word.caps and word.low in around.lower_case:
            return None  # written small elsewhere: capitalised here by its place only
        if len(word.raw) < 2 or (word.raw[0].isdigit() and not triggered):
            return None
        noun_follows = bool(after) and not kinds(after) & {"opener", "joiner", "speech"}
        if kinds(before) & {"place_before"} and not word.caps and not triggered and not noun_follows:
            return None
    elif all(word.low in around.lower_case or is_plain(word) for word in telling):
        return None
    if len(part) == 1 and part[0].caps:
        return _span(part, "Organization", "capitals")
    unsure = not (part[0].low.isascii() and around.ordinary_known)
    if len(part) == 1 and part[0].opens and unsure and not triggered:
        return _span(part, "LegalEntity", OPENING)
    plain = [w for w in low if is_ordinary(w)]
    if len(part) == 1:
        return _span(part, "LegalEntity", ONE_WORD)
    reason = "capitalised words" if not plain else "capitalised words, some ordinary"
    return _span(part, "LegalEntity", reason)


def _person(part: list[Word], before: str, after: str) -> str:
    """Why a run is a person's name; empty when nothing says so."""
    names = [word for word in part if word.capital]
    if len(names) > 5 or (any(word.caps and len(word.raw) > 3 for word in names[1:]) and not names[0].caps):
        return ""
    if "role" in kinds(before):
        return f"after '{before}'"
    if len(names) == 1:
        return "given name" if is_given_name(names[0].low) else ""
    if is_given_name(names[0].low) and not any(kinds(word.low) & {"event_head", "thing"} for word in names[1:]):
        return "given name"
    last = names[-1].low
    if len(last) >= _SHORTEST_SURNAME and ends_as(last, "family") and len(names) <= 4 and is_telling(names[-1]):
        return "family name's ending"
    if is_given_name(last) and len(names) == 2:
        return "given name"
    if 2 <= len(names) <= 3 and "speech" in kinds(after) and not is_ordinary(names[0].low):
        return f"before '{after}'"
    return ""
