"""Which mentions in one story are the same party: full name and family name, long and short form, name
and initials.

"Kassym-Jomart Tokayev" and "Tokayev", "Shanghai Winsun Imp and Exp Co Ltd (Shanghai Winsun)",
"Organized Crime and Corruption Reporting Project (OCCRP)". A shorter name is never joined to a longer
one on distinctive words of which it lacks some: Gazprom is not Gazprom Neft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from screening.intake.endings import without_ending
from screening.intake.judgement import OPENING
from screening.intake.lexicon import is_business, is_legal_form, kinds
from screening.intake.nation_beside import is_body, is_short_name
from screening.intake.spans import Span
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_BRACKET = re.compile(
    r"[ \u00a0]{0,2}\([ \u00a0]?"
    r"(?:далее\s*[–—-]?\s*|hereinafter\s+|the\s+)?[“«\"']?([^()\n]{2,60}?)[”»\"']?\)"
)
_STEM = 4
_MOST_SHORT_FORMS = 300
_MOST_INITIALS = 12
_MOST_ALIKE = 40
"""Parties with a word in common that are looked at, the last named first: bounds the work on hostile text."""
_INITIALS = re.compile(r"[A-ZА-ЯЁ][A-Za-zА-Яа-яё]{0,2}[A-ZА-ЯЁ]{1,6}[a-z]?")


@dataclass(slots=True)
class Party:
    """The mentions of one party in a story.

    Attributes:
        schema: What it is, as far as any of its mentions tells.
        name: Its fullest name in the text.
        key: Its folded words, the legal form and small words left out: the same for the same name.
        spans: Where it is named, in order.
    """

    schema: str
    name: str
    key: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)


def key_of(name: str) -> tuple[str, ...]:
    """A name's folded words without legal forms, articles and joining words; the words themselves if
    none is left."""
    found = words(name)
    kept = tuple(word for word in found if not is_legal_form(word) and not _small(word))
    return kept or tuple(found)


def _small(word: str) -> bool:
    return "glue" in kinds(word) or any(meaning.kind == "stopword" for meaning in meanings(word))


def parties(text: str, spans: Sequence[Span]) -> list[Party]:
    """The parties of a story from the stretches that name somebody, in the order of their first mention."""
    gathering = _Gathering()
    short_forms: dict[str, Party] = {}
    strong = [span for span in spans if OPENING not in span.reasons]
    for span in sorted(strong, key=lambda each: (-len(key_of(text[each.start : each.end])), each.start)):
        name = text[span.start : span.end]
        key = key_of(name)
        if not key:
            continue
        party = gathering.known(key, span, name)
        if party is None:
            party = gathering.add(Party(span.schema, name, key))
        party.spans.append(span)
        if party.schema == "LegalEntity" or (party.schema == "Organization" and span.schema == "Company"):
            party.schema = span.schema
        elif "Person" in (party.schema, span.schema) and {party.schema, span.schema} & {"Company", "Organization"}:
            party.schema = "LegalEntity"  # a person, and what is called by the same name
        for alias, inner in _bracketed(text, span, key):
            gathering.by_key.setdefault(alias, party)
            short_forms.setdefault(inner, party)
    _add_short_forms(text, gathering.parties, short_forms)
    for span in spans:
        if OPENING in span.reasons:
            name = text[span.start : span.end]
            known = gathering.known(key_of(name), span, name)
            if known is not None:
                known.spans.append(span)
    for party in gathering.parties:
        party.spans.sort(key=lambda each: each.start)
    return sorted(gathering.parties, key=lambda each: each.spans[0].start)


def _add_short_forms(text: str, found: Iterable[Party], short_forms: dict[str, Party]) -> None:
    """Add where a short form that a bracket introduced stands again, and no rule saw it."""
    taken = bytearray(len(text))
    for party in found:
        for span in party.spans:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    for inner, party in list(short_forms.items())[:_MOST_SHORT_FORMS]:
        for match in re.finditer(rf"(?<!\w){re.escape(inner)}(?!\w)", text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                party.spans.append(Span(start, end, party.schema, ("short form in brackets",)))


class _Gathering:
    """The parties so far, found again by their words rather than one after the other."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.by_key: dict[tuple[str, ...], Party] = {}
        self._by_word: dict[str, list[Party]] = {}
        self._by_initials: dict[str, list[Party]] = {}

    def add(self, party: Party) -> Party:
        """A party nobody has named before."""
        self.parties.append(party)
        self.by_key[party.key] = party
        for word in dict.fromkeys(map(_stem, party.key)):
            self._by_word.setdefault(word, []).append(party)
        found = _name_words(party.name)
        if 1 < len(found) <= _MOST_INITIALS:
            self._by_initials.setdefault("".join(word[0] for word in found[:2]), []).append(party)
            first = [word for word in found if "joiner" not in kinds(word)][:2]
            self._by_initials.setdefault("".join(word[0] for word in first), []).append(party)
        return party

    def known(self, key: tuple[str, ...], span: Span, name: str) -> Party | None:
        """The party a name means, if one named before is it."""
        same = self.by_key.get(key)
        if same is not None:
            return same
        near: dict[int, Party] = {}
        for word in key[:_MOST_INITIALS]:
            near.update((id(party), party) for party in self._by_word.get(_stem(word), ())[-_MOST_ALIKE:])
        if len(key) == 1:
            near.update((id(party), party) for party in self._by_initials.get(name[:2].lower(), ())[-_MOST_ALIKE:])
        best: Party | None = None
        for party in near.values():
            if _short_form(party, key, span, name) and (best is None or _nearer(party, best, span)):
                best = party
        return best


def _stem(word: str) -> str:
    """What a word is found again by: itself, a Russian one without its case ending."""
    stem = without_ending(word, "case", "ru") if "а" <= word[:1] <= "ё" else word
    return stem if len(stem) >= _STEM else word


def again(text: str, end: int, found: Iterable[Party], taken: Sequence[Span]) -> Iterator[tuple[Party, Span]]:
    """Where a headline (the text up to ``end``) names parties of the story again."""
    headline = text[:end]
    covered = [(span.start, span.end) for span in taken if span.start < end]
    for party in found:
        names = {text[span.start : span.end] for span in party.spans}
        if party.schema == "Person" and len(family := party.name.split()[-1]) >= _STEM:
            names.add(family)
        for name in sorted((name for name in names if name in headline), key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", headline):
                start, stop = match.span()
                if all(stop <= low or start >= high for low, high in covered):
                    covered.append((start, stop))
                    yield party, Span(start, stop, party.schema, ("named in the text",))


def _nearer(party: Party, other: Party, span: Span) -> bool:
    """Whether a party was last named closer before the span than another."""

    def distance(each: Party) -> int:
        return min(
            abs(span.start - place.start) + (0 if place.start < span.start else 1 << 30)
            for place in each.spans[-_MOST_ALIKE:]
        )

    return distance(party) < distance(other)


def _short_form(party: Party, key: tuple[str, ...], span: Span, name: str) -> bool:
    full = party.key
    if len(full) == len(key):
        return all(_same_stem(a, b) for a, b in zip(full, key, strict=True))
    if party.schema == "Person":
        if span.schema not in ("Person", "LegalEntity") or len(key) >= len(full):
            return False
        if len(key) == 1:
            return any(_same_stem(word, key[0]) for word in full if len(word) > 2)
        return all(any(_same_stem(word, each) for word in full) for each in key)
    if span.schema == "Person":
        return False
    if party.schema == "LegalEntity" and len(key) == 1 and 2 <= len(full) <= 3 and key[0] == full[-1]:
        return not any(is_business(word) for word in full)  # perhaps a person: "Caress Schenck", "Schenck"
    if len(key) == 1 and _INITIALS.fullmatch(name.strip(".")) and is_initials(name, party.name):
        return True
    if len(key) < len(full) and full[: len(key)] == key:
        rest = full[len(key) :]
        return all(is_business(word) for word in rest) and not all(is_business(word) for word in key) and len(key) > 1
    return False


def _same_stem(a: str, b: str) -> bool:
    """Whether two folded words are the same, but for a Russian case ending."""
    if a == b:
        return True
    if not ("а" <= a[:1] <= "ё" and "а" <= b[:1] <= "ё"):
        return False
    stem_a, stem_b = without_ending(a, "case", "ru"), without_ending(b, "case", "ru")
    return len(stem_a) >= _STEM and stem_a == stem_b


def is_initials(short: str, name: str) -> bool:
    """Whether a short form in capitals is made of the initials of a name, small words counted or not."""
    letters = [char.lower() for char in short if char.isalpha()]
    found = _name_words(name)
    all_ = [word[0] for word in found]
    without = [word[0] for word in found if "joiner" not in kinds(word)]
    return len(letters) > 1 and (
        letters in (all_, without) or (len(without) > 1 and letters[: len(without)] == without)
    )


def _name_words(name: str) -> list[str]:
    return [word for part in words(name) for word in part.split("-") if word]


def _bracketed(text: str, span: Span, key: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The short form in brackets behind a name, if it is one: made of its words or of its initials."""
    match = _BRACKET.match(text, span.end)
    if match is None:
        return
    inner = match.group(1).strip()
    short = key_of(inner)
    if not short or not inner[0].isupper():
        return
    name = text[span.start : span.end]
    # initials of its name in another language say nothing of the words beside: "Security Service (SBU)"
    body = span.schema == "Organization" and is_short_name(inner) and is_body(name)
    if body or is_initials(inner, name) or set(short) <= set(words(name)) or _acronym_overlap(inner, name):
        yield short, inner


def _acronym_overlap(short: str, name: str) -> bool:
    """Whether a short word in capitals begins as the name's initials do: "Islamic State group
    (ISKP)"."""
    if not (short.isupper() and 2 <= len(short) <= 8):
        return False
    initials = "".join(word[0] for word in words(name) if "joiner" not in kinds(word))
    return len(initials) > 1 and short.lower().startswith(initials[:2])
