"""The phrases of the word and place tables with what they mean, read once.

Everything comes from the tables in ``lists/words`` and ``lists/places``; nothing here knows a word of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from sys import intern
from typing import Any, NamedTuple

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names import places
from screening.names.inflection import stem_of
from screening.names.phrases import Phrase, endings, forms
from screening.names.plain_letters import in_plain_letters, written_otherwise, written_plainly
from screening.names.romanised_words import romanised, romanised_place, written_in_latin
from screening.reference import table

#: One table of words each: its file, and the kind of meaning where the table has no column ``kind``.
_TABLES = (
    ("legal_forms", "legal_form"),
    ("sole_traders", "sole_trader"),
    ("descriptors", "descriptor"),
    ("descriptors_institutions", "descriptor"),
    ("descriptors_bodies", "descriptor"),
    ("descriptors_goods", "descriptor"),
    ("descriptors_works", "descriptor"),
    ("descriptors_languages", "descriptor"),
    ("descriptors_science", "descriptor"),
    ("descriptors_region", "descriptor"),
    ("descriptors_region_goods", "descriptor"),
    ("descriptors_registers", "descriptor"),
    ("descriptors_east", "descriptor"),
    ("descriptors_slavic", "descriptor"),
    ("descriptors_west", "descriptor"),
    ("descriptors_trades", "descriptor"),
    ("descriptors_offices", "descriptor"),
    ("descriptors_ministries", "descriptor"),
    ("descriptors_emblems", "descriptor"),
    ("descriptors_world", "descriptor"),
    ("descriptors_asia_africa", "descriptor"),
    ("descriptors_plants", "descriptor"),
    ("descriptors_european", "descriptor"),
    ("descriptors_languages_completed", "descriptor"),
    ("descriptors_heard", "descriptor"),
    ("abbreviations", "descriptor"),
    ("stopwords", "stopword"),
    ("person_titles", "title"),
    ("person_particles", "particle"),
    ("vessel_prefixes", "vessel_prefix"),
)

#: Kinds of words that are inflected as their language does, where the table names no paradigm.
INFLECTED = ("descriptor", "generic")

#: Words that are English ones by ear in other letters.
_HEARD = "words/descriptors_heard.tsv"

AND = "and"
"""What words between two others mean that a sign may stand for."""

#: Longest legal form of which ``L L C`` is a spelling, too; longer ones are words.
_LONGEST_INITIALISM = 5


class Meaning(NamedTuple):
    """One meaning of a phrase.

    Attributes:
        kind: legal_form, descriptor, place, country, stopword, title, particle, patronymic_marker, sole_trader,
            vessel_prefix or generic.
        concept: What it means whatever the language: ``llc``, ``import_export``, ``fergana``, ``UZ``.
        source: The table it stands in, below ``lists/``.
        language: Language or country codes the table gives, may be empty.
        ambiguous: Often something else: heed it only beside other words of business, or where its kind is expected.
        position: Where a legal form stands: prefix, suffix or any.
    """

    kind: str
    concept: str
    source: str
    language: str = ""
    ambiguous: bool = False
    position: str = "any"


Inflected = dict[Phrase, dict[str, dict[str, tuple[Meaning, ...]]]]


class Lexicon(NamedTuple):
    """All phrases with their meanings, and for each first token the length of its longest phrase.

    Inflected phrases stand apart: by the tokens before the last, then by the stem of the last, then by paradigm.
    """

    phrases: dict[Phrase, tuple[Meaning, ...]]
    longest: dict[str, int]
    inflected: Inflected


Known = tuple[Phrase, str, Meaning]


def _spellings(phrase: str, kind: str) -> Iterator[Phrase]:
    spelled = in_plain_letters(phrase.lower(), "umlaut") if kind == "legal_form" else phrase
    for form in (*forms(phrase), *(forms(spelled) if spelled != phrase.lower() else ())):
        yield tuple(map(intern, form))
        if kind not in ("legal_form", "sole_trader"):
            continue
        if len(form) == 1 and 1 < len(form[0]) <= _LONGEST_INITIALISM and phrase.replace(".", "").isupper():
            yield tuple(form[0])  # L L C, L. L. C.
        elif len(form) > 1 and all(len(token) == 1 for token in form):
            yield ("".join(form),)


def words_as_they_stand() -> Iterator[tuple[str, str, Meaning]]:
    """The phrases of the tables of words as they stand there, the paradigm they name, and what they mean: one object
    for all that mean the same.
    """
    known: dict[Meaning, Meaning] = {}
    for name, default_kind in _TABLES:
        source = intern(f"words/{name}.tsv")
        for row in table(source).rows:
            meaning = Meaning(
                intern(row.get("kind") or default_kind),
                intern(row["concept"]),
                source,
                intern(row.get("language", "")),
                row.get("ambiguous") == "yes",
                intern(row.get("position") or "any"),
            )
            yield row["phrase"], row.get("inflection", ""), known.setdefault(meaning, meaning)


def _word_meanings(words: Iterable[tuple[str, str, Meaning]]) -> Iterator[Known]:
    for text, paradigm, meaning in words:
        inflected = meaning.kind in INFLECTED and not paradigm
        for phrase in _spellings(text, meaning.kind):
            yield phrase, paradigm, meaning
            stem = stem_of(phrase, meaning.language) if inflected else None
            if stem:
                yield *stem, meaning
            if meaning.kind == "sole_trader":  # its mark is a legal form as well as a sign of a person
                yield phrase, paradigm, meaning._replace(kind="legal_form")


def _plain_meanings(
    words: Iterable[tuple[str, str, Meaning]], named: Iterable[Known]
) -> Iterator[tuple[Phrase, Meaning]]:
    """What words of business of Central Asia and the Caucasus are in plain letters, and in Latin ones; places
    ``named``, too.
    """
    languages = written_otherwise() | written_in_latin()
    for text, paradigm, meaning in words:
        if meaning.source == _HEARD or meaning.language not in languages:
            continue  # what is English by ear is written as English is
        if meaning.kind in INFLECTED and not paradigm and not meaning.ambiguous:
            for phrase in (*written_plainly(text, meaning.language), *romanised(text, meaning.language)):
                yield phrase, meaning
    for phrase, paradigm, meaning in named:
        place = places.place(meaning.concept) if meaning.kind == "place" and not paradigm else None
        if place and not meaning.ambiguous:
            for written in romanised_place(phrase, place.country):
                yield written, meaning


def _place_meanings() -> Iterator[Known]:
    for phrase, paradigm, place, ambiguous in places.place_phrases():
        yield phrase, paradigm, Meaning("place", place, "places/places.tsv", ambiguous=ambiguous)
    for phrase, paradigm, country, source, ambiguous in places.country_phrases():
        yield phrase, paradigm, Meaning("country", country, source, ambiguous=ambiguous)


@cache
@no_collecting(FEWEST)
def lexicon() -> Lexicon:
    """All phrases of the tables.

    Raises:
        KnowledgeError: A table is missing or damaged.
    """
    return kept("lexicon", _read, _plain, _made_of)


def _plain(read: Lexicon) -> dict[str, Any]:
    """A lexicon as JSON holds it: each meaning once, and its place wherever it is meant; likewise what stems mean by
    paradigm; words joined by spaces.
    """
    places: dict[Meaning, int] = {}
    tables: dict[int, tuple[int, dict[str, int | list[int]]]] = {}

    def of(meanings: tuple[Meaning, ...]) -> int | list[int]:
        found = [places.setdefault(each, len(places)) for each in meanings]
        return found[0] if len(found) == 1 else found

    def table_of(paradigms: dict[str, tuple[Meaning, ...]]) -> int:
        if id(paradigms) not in tables:  # what is equal is one, see `_shared`
            tables[id(paradigms)] = (len(tables), {paradigm: of(each) for paradigm, each in paradigms.items()})
        return tables[id(paradigms)][0]

    return {
        "phrases": {" ".join(phrase): of(meanings) for phrase, meanings in read.phrases.items()},
        "longest": read.longest,
        "inflected": {
            " ".join(before): {stem: table_of(paradigms) for stem, paradigms in stems.items()}
            for before, stems in read.inflected.items()
        },
        "tables": [table for _, table in tables.values()],
        "meanings": list(places),
    }


def _made_of(plain: dict[str, Any]) -> Lexicon:
    every = [Meaning(*each) for each in plain["meanings"]]
    alone = [(each,) for each in every]  # most phrases mean one thing: one tuple serves them all

    def of(places: int | list[int]) -> tuple[Meaning, ...]:
        return alone[places] if isinstance(places, int) else tuple([every[place] for place in places])

    phrases = {tuple(phrase.split(" ")): of(places) for phrase, places in plain["phrases"].items()}
    tables = [{paradigm: of(places) for paradigm, places in table.items()} for table in plain["tables"]]
    inflected = {
        tuple(before.split()): {stem: tables[number] for stem, number in stems.items()}
        for before, stems in plain["inflected"].items()
    }
    return Lexicon(phrases, plain["longest"], inflected)


def _shared(inflected: Inflected) -> Inflected:
    """The same, stems of one paradigm and meaning sharing one table of them: most are spellings of one word."""
    known: dict[tuple[tuple[str, tuple[Meaning, ...]], ...], dict[str, tuple[Meaning, ...]]] = {}
    return {
        before: {stem: known.setdefault(tuple(paradigms.items()), paradigms) for stem, paradigms in stems.items()}
        for before, stems in inflected.items()
    }


def _read() -> Lexicon:
    found: dict[Phrase, tuple[Meaning, ...]] = {}
    inflected: Inflected = {(): {}}
    longest: dict[str, int] = {}
    alone: dict[Meaning, tuple[Meaning, ...]] = {}  # most phrases mean one thing: one tuple serves all that mean it
    words, named = list(words_as_they_stand()), list(_place_meanings())
    for phrase, paradigm, meaning in chain(_word_meanings(words), named):
        if longest.get(phrase[0], 0) < len(phrase):
            longest[phrase[0]] = len(phrase)
        if paradigm:
            of_stem = inflected.setdefault(phrase[:-1], {}).setdefault(phrase[-1], {})
            of_stem[paradigm] = (*of_stem.get(paradigm, ()), meaning)
            continue
        known = found.get(phrase, ())
        if not known or (meaning.kind, meaning.concept) not in {(each.kind, each.concept) for each in known}:
            found[phrase] = (*known, meaning) if known else alone.setdefault(meaning, (meaning,))
    for phrase, meaning in _plain_meanings(words, named):
        if phrase not in found and not _is_inflected(phrase, inflected):
            found[phrase] = alone.setdefault(meaning, (meaning,))
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    for phrase, known in _with_signs(found):
        if phrase not in found and not _is_inflected(phrase, inflected):
            found[phrase] = known
    return Lexicon(found, longest, _shared(inflected))


def _with_signs(found: dict[Phrase, tuple[Meaning, ...]]) -> list[tuple[Phrase, tuple[Meaning, ...]]]:
    """Phrases of business with a word for "and" between others, without it: a sign may stand there, which is no word
    (shipping & clearance).
    """
    said = {
        phrase[0]
        for phrase, known in found.items()
        if len(phrase) == 1 and any(each.concept == AND and not each.ambiguous for each in known)
    }
    return [
        (phrase[:at] + phrase[at + 1 :], sure)
        for phrase, known in found.items()
        for at in range(1, len(phrase) - 1)
        if phrase[at] in said
        and (sure := tuple(each for each in known if each.kind in INFLECTED and not each.ambiguous))
        and all(len(word) > 1 for word in phrase if word not in said)
    ]


def _is_inflected(phrase: Phrase, inflected: Inflected) -> bool:
    """Whether a phrase is an inflected form of one that stands in a table: that is what it means, then."""
    last, stems = phrase[-1], inflected.get(phrase[:-1], {})
    return any(
        last[at:] in endings(paradigm) for at in range(1, len(last) + 1) for paradigm in stems.get(last[:at], ())
    )
