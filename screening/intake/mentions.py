"""Mentions: who is named in the stories, by rule and from the lists, as subjects to be screened."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from screening.intake import ships_numbers
from screening.intake.candidates import outermost, rule_spans
from screening.intake.lexicon import is_business, is_ordinary, is_place, kinds
from screening.intake.manners import ordinary_words_are_known
from screening.intake.nation_beside import is_body, nation_of, without_nation
from screening.intake.owners import OWNED, owners
from screening.intake.personal import is_family_of_any, may_be_person
from screening.intake.same_party import Party, again, key_of, parties
from screening.intake.sentences import bounds
from screening.intake.spans import Place, Recogniser, Span
from screening.intake.story import Story
from screening.names.name_cases import nominatives_of
from screening.names.tokens import words

if TYPE_CHECKING:
    import pyarrow as pa

MENTION = "mention"
"""The role of whoever an article names."""
WITH_NATION = "with the nation beside it"
WITHOUT_NATION = "without its nation"
IN_NOMINATIVE = "in the nominative"
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?…\n])[\s«»“”\"]*$")
MAX_CONTEXT = 1_000
"""Characters of a sentence that are kept as a mention's context."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a story where a party is named.

    Attributes:
        subject_id: The same for all mentions of the party in the story, and in copies of the story.
        name: As it stands in the text, white space made single spaces; of a person's name in another case the
            nominative is a further mention at the same place.
        schema: What the party is, as far as the story tells.
        start: Offset in the story's text.
        end: Offset of its end (excluded).
        found_by: ``rule`` or ``list``.
        reasons: What spoke for it, in words.
        countries: Where the party is of, as far as what stands right beside its names tells.
        ships_numbers: The IMO numbers that stand right beside its names.
    """

    subject_id: str
    name: str
    schema: str
    start: int
    end: int
    found_by: str
    reasons: tuple[str, ...]
    countries: tuple[str, ...] = ()
    ships_numbers: tuple[str, ...] = ()


def mentions(story: Story, spotted: Iterable[Place] = (), recogniser: Recogniser | None = None) -> list[Mention]:
    """The mentions of a story, in order: where its nation stands beside a body's name, another one of both together;
    where a person's name stands in a case, another one in the nominative.

    Args:
        story: The story.
        spotted: Where names from a list stand in its text (`screening.matching.spotting`).
        recogniser: Another way of finding names, such as a trained model, beside the rules.
    """
    text = story.text
    numbers = ships_numbers.numbers_in(text)
    found = rule_spans(text, story.title_end, story.language)
    if numbers:
        apart = [span for span in found if not any(each.start <= span.start < each.end for each in numbers)]
        found = outermost([*ships_numbers.named_before(text, numbers), *apart])
    if recogniser is not None:
        found = outermost([*found, *recogniser.find(text, story.language)])
    taken = {(span.start, span.end) for span in found}
    whose = [span for span in owners(text, found, story.language) if (span.start, span.end) not in taken]
    headlines: set[Span] = set()
    known = ordinary_words_are_known(story.language)
    listed = list(_listed(text, found, spotted, headlines, ordinary_known=known))
    by_list = {(span.start, span.end) for span in listed}
    kept = [span for span in (*found, *whose) if (span.start, span.end) not in by_list and span not in headlines]
    beside = ships_numbers.numbers_beside(text, [*kept, *listed], numbers)
    kept += [span for span in beside if ships_numbers.NUMBER_ALONE in span.reasons]
    together = parties(text, [*kept, *listed])
    for party, span in list(again(text, story.title_end, together, [*kept, *listed])):
        party.spans.append(span)
    out: list[Mention] = []
    for party in together:
        subject_id = subject_id_of(story.key, party)
        schema = _compared_as(text, party)
        nations = [nation_of(text, span) for span in party.spans]
        its_numbers = tuple(dict.fromkeys(number for span in party.spans for number in beside.get(span, ())))
        without = {} if schema == "Person" else _without_nations(text, party)
        countries = tuple(
            dict.fromkeys((*(each.country for each in nations if each), *(code for _, code in without.values())))
        )
        for span, nation in zip(party.spans, nations, strict=True):
            way = "list" if (span.start, span.end) in by_list else "rule"
            places = [(span.start, span.end, span.reasons)]
            if nation is not None and is_body(text[span.start : span.end]) and nation[1:] != (span.start, span.end):
                places.append((nation.start, nation.end, (*span.reasons, WITH_NATION)))
            if alone := without.get(span):
                places.append((span.start, span.start + len(alone[0]), (*span.reasons, WITHOUT_NATION)))
            for start, end, reasons in places:
                name = " ".join(text[start:end].split())
                told = (countries, its_numbers)
                out.append(Mention(subject_id, name, schema, start, end, way, reasons, *told))
                if schema in ("Person", "LegalEntity"):
                    why = (*reasons, IN_NOMINATIVE)
                    for each in nominatives_of(name, story.language, is_family_of_any):
                        out.append(Mention(subject_id, each, schema, start, end, way, why, *told))
    return sorted(out, key=lambda each: (each.start, each.end))


def _without_nations(text: str, party: Party) -> dict[Span, tuple[str, str]]:
    """Of a firm's names that say of what nation it is, each without it, and the nation."""
    named = ((span, without_nation(text[span.start : span.end])) for span in party.spans)
    return {span: found for span, found in named if found is not None}


def subject_id_of(story_key: str, party: Party) -> str:
    """The party's id: from the story's content and the folded name, whatever else was read."""
    return "m-" + hashlib.sha256(f"{story_key}\n{' '.join(party.key)}".encode()).hexdigest()[:20]


def subjects_from(
    stories: Sequence[Story],
    spotted: Sequence[Iterable[Place]] | None = None,
    *,
    recogniser: Recogniser | None = None,
) -> pa.Table:
    """The subjects of the stories: a table of schema `model.SUBJECTS`, one row for each place a party
    is named.

    Args:
        stories: As `screening.intake.articles.read_articles` gives them; copies of a story give rows of
        their own
            with the same subject_id.
        spotted: For each story, where listed names stand in its text.
        recogniser: Another way of finding names beside the rules.
    """
    import pyarrow as pa

    from screening.model import SUBJECTS, SUBJECTS_KEYS

    rows: list[dict[str, Any]] = []
    known: dict[str, list[Mention]] = {}
    for index, story in enumerate(stories):
        places = list(spotted[index]) if spotted is not None else []
        found = known.get(story.text)
        if found is None:
            found = known[story.text] = mentions(story, places, recogniser)
        rows.extend(_rows(story, found))
    table = pa.Table.from_pylist(rows, schema=SUBJECTS)
    return table.sort_by([(key, "ascending") for key in SUBJECTS_KEYS])


def mentioned(subjects: pa.Table) -> pa.Table:
    """The subjects that articles name."""
    import pyarrow.compute as pc

    return subjects.filter(pc.equal(subjects["role"], MENTION))


def names_to_screen(subjects: pa.Table) -> pa.Table:
    """The rows of a subjects table that are worth screening: of mentions each name once, no bare family names.

    "Uali" is joined to "Berik Uali" within its story; screened by itself it would only meet strangers, but where it is
    a listed name itself. All rows stay evidence of where the subject was found.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pc.any(pc.equal(subjects.column("role"), MENTION)).as_py():  # a party table, row by row as it stands
        return subjects
    keys = ("subject_id", "name", "schema", "role", "found_by")
    ids, names, schemas, roles, ways = (subjects.column(key).to_pylist() for key in keys)
    full: dict[str, list[set[str]]] = {}
    for subject_id, name, role in dict.fromkeys(zip(ids, names, roles, strict=True)):
        if role == MENTION:
            full.setdefault(subject_id, []).append(set(words(name)))
    seen: set[tuple[str, str]] = set()
    kept: list[bool] = []
    for subject_id, name, schema, role, way in zip(ids, names, schemas, roles, ways, strict=True):
        its = set(words(name))
        bare = (
            schema in ("Person", "LegalEntity")
            and len(its) == 1
            and way != "list"
            and any(len(other) > 1 for other in full.get(subject_id, ()))
        )
        kept.append(role != MENTION or (not bare and (subject_id, name) not in seen))
        seen.add((subject_id, name))
    return subjects.filter(pa.array(kept, type=pa.bool_()))


def _rows(story: Story, found: Iterable[Mention]) -> Iterable[dict[str, Any]]:
    text = story.text
    sentences = list(bounds(text))
    at = 0
    for mention in found:
        while at + 1 < len(sentences) and sentences[at][1] <= mention.start:
            at += 1
        low, high = sentences[at] if sentences else (mention.start, mention.end)
        start, end = story.original(mention.start, mention.end)
        yield {
            "subject_id": mention.subject_id,
            "name": mention.name,
            "schema": mention.schema,
            "role": MENTION,
            "country": list(mention.countries),
            "identifiers": [{"type": "IMO", "number": each, "country": None} for each in mention.ships_numbers],
            "source": story.file,
            "place": story.place,
            "start": start,
            "end": end,
            "context": " ".join(text[low : max(high, mention.end)].split())[:MAX_CONTEXT],
            "title": story.title or None,
            "link": story.link,
            "date": story.published,
            "language": story.language,
            "found_by": mention.found_by,
        }


def _listed(
    text: str, found: Sequence[Span], spotted: Iterable[Place], headlines: set[Span], *, ordinary_known: bool
) -> Iterable[Span]:
    """The stretches of listed names that are mentions of their own, with the schema the rules give.

    Within a longer name found by rule, a listed name of one word is part of another party's name
    ("Nazarbayev University", "Gazprom Neft") unless only offices, places and words of business stand
    beside it, and so is one of words of business only ("Rawabi General Trading"); another one of several words
    stays a subject of its own beside the longer one, and so does one behind a word that only opens a sentence, where
    ordinary words are not known ("Акции / Сбербанка"). A longer "name" that is a headline in capitals is none
    ("UZSTANEX SHIPPED PULP"), and goes to ``headlines``.
    """
    spotted = list(spotted)
    types: dict[tuple[int, int], set[str]] = {}
    for place in spotted:
        types.setdefault((place.start, place.end), set()).update(filter(None, [getattr(place, "schema", None)]))
    reach: dict[int, int] = {}  # how far a name that was taken goes, from each of its places on
    starts = [span.start for span in found]
    for place in sorted(spotted, key=lambda each: (each.start - each.end, each.start)):
        start, end = place.start, place.end
        if reach.get(start, -1) >= end:
            continue
        before = found[at] if (at := bisect_right(starts, start) - 1) >= 0 else None
        around = before if before is not None and end <= before.end else None
        if around is not None and (around.start, around.end) != (start, end):
            same = key_of(text[start:end]) == key_of(text[around.start : around.end])
            if same and not _is_whose(text, around, start, end):
                start, end = around.start, around.end  # with its legal form or article: the fuller one
            elif _in_headline(text, start, end, around):
                headlines.add(around)
            elif not ordinary_known and end == around.end and _opens_before(text, around.start, start):
                pass
            elif _is_part_of(text[start:end], text[around.start : start] + " " + text[end : around.end]):
                continue
        for at in range(start, end):
            reach[at] = max(reach.get(at, -1), end)
        schema = _of_several(types[place.start, place.end], around.schema if around else "LegalEntity")
        if around is not None and around.schema != "LegalEntity" and _family(around.schema) == _family(schema):
            schema = around.schema  # of two kinds the list knows better: Kaveh Methanol is no Kaveh
        yield Span(start, end, schema, ("on a list",))


def _opens_before(text: str, start: int, end: int) -> bool:
    """Whether one word that stands there opens a sentence, so that its capital says nothing."""
    return len(text[start:end].split()) == 1 and (_SENTENCE_ENDS.search(text, 0, start) is not None)


def _of_several(types: set[str], by_rule: str) -> str:
    """The type under which a listed name is compared with all that lists have under it: a foundation may be called
    by the name of a person who is listed himself. What the rules say settles whether it is a ship."""
    families = {_family(schema) for schema in types}
    if len(families) == 1:
        return min(types - {"LegalEntity"} or types)
    told = not types or by_rule in types & {"Vessel", "Airplane"}
    return by_rule if told else "LegalEntity"


def _is_whose(text: str, around: Span, start: int, end: int) -> bool:
    """Whether a longer name only says what a person that is listed owns: "Компанія / Алішера Усманова"."""
    rest = text[around.start : start] + " " + text[end : around.end]
    return may_be_person(text[start:end]) and any(kinds(word) & OWNED for word in words(rest))


def _compared_as(text: str, party: Party) -> str:
    """A party's type, but that no type the story gives keeps a name that may be a person's from persons' listings."""
    if party.schema not in ("Company", "Organization"):
        return party.schema
    formed = any("legal form" in span.reasons for span in party.spans)
    personal = any(may_be_person(" ".join(text[span.start : span.end].split())) for span in party.spans)
    return "LegalEntity" if personal and not formed else party.schema


def _is_part_of(name: str, rest: str) -> bool:
    """Whether a listed name within a longer one is no subject of its own: of one word or of business only, and what
    stands beside it tells them apart, as a place does of one that names none (Asian Development Bank)."""
    its = words(name)
    placed = any(is_place(word) for word in words(rest)) and not any(is_place(word) for word in its)
    if len(its) > 1 and all(map(_is_of_firms, its)):
        return placed or _distinct(rest)
    return (len(its) < 2 or not _distinct(name)) and _distinct(rest)


def _is_of_firms(word: str) -> bool:
    """Whether a word says what a firm does, and none says what a public body is: Bank, but not Ministry."""
    return is_business(word) and ("org_head" not in kinds(word) or "trigger_company" in kinds(word))


def _in_headline(text: str, start: int, end: int, around: Span) -> bool:
    """Whether the words beside a name are ordinary ones in capitals, as all words of a headline are."""
    before, after = text[around.start : start], text[end : around.end]
    if not text[around.start : around.end].isupper() or not (before + after).strip():
        return False
    beside = [*words(before)[-1:], *words(after)[:1]]
    return all(is_ordinary(word) and not is_business(word) and not is_place(word) for word in beside)


def _family(schema: str) -> str:
    """Persons are looked up among persons, ships among ships, all others among all others."""
    return schema if schema in ("Person", "Vessel", "Airplane") else "LegalEntity"


def _distinct(rest: str) -> bool:
    """Whether words of a name besides the listed one tell it from that: more than offices, places,
    business."""
    return any(
        not (is_business(word) or is_place(word) or kinds(word) & {"role", "role_side", "opener", "joiner"})
        for word in words(rest)
    ) or any(kinds(word) & {"org_head"} for word in words(rest))
