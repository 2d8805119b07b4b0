"""What a word in running text may be: an office, a place, an ordinary word, a given name … Knowledge
from lists/."""

from __future__ import annotations

from functools import cache, lru_cache

from screening.intake.endings import inflections
from screening.intake.manners import endings_of_place
from screening.names import vocabulary
from screening.names.concepts import is_state_body
from screening.names.elision import without_elided
from screening.names.english import english_words
from screening.names.national_bodies import body_of
from screening.names.places import country_code, place_concept
from screening.names.small_letters import lower
from screening.names.tokens import words
from screening.names.word import word as reading_of
from screening.reference import table


def is_small(char: str) -> bool:
    """Whether a letter is a small one of a script that has capitals in use: Georgian writes none in running text."""
    return char.islower() and not "\u10d0" <= char <= "\u10ff"


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("words/mention_words.tsv").rows:
        for word in row["words"].split(";"):
            found.setdefault(lower(word.strip()), set()).add(row["kind"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


_NONE: frozenset[str] = frozenset()
_SHORTEST_STEM = 5


def kinds(word: str) -> frozenset[str]:
    """The kinds of ``lists/words/mention_words.tsv`` a word or phrase, written as `lower` gives it,
    has."""
    return _kinds().get(word, _NONE)


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of a kind, as `lower` gives them."""
    return frozenset(word for word, its in _kinds().items() if kind in its)


@cache
def heads_of_compounds() -> tuple[str, ...]:
    """What compounds end with that name a firm (bank, werke), the longest first."""
    found = (word for word, its in _kinds().items() if "compound_head" in its)
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1 << 16)
def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is an ordinary English one, in any of its regular forms."""
    known = english_words()
    if word in known or word in ("a", "i"):
        return True
    if "-" in word:
        return all(part and (is_ordinary(part) or part.isdigit()) for part in word.split("-"))
    for ending, instead in inflections("en"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: len(word) - len(ending)]
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known
            if doubled or any(stem + each in known for each in instead):
                return True
    return word.endswith("ly") and word[:-2] in known


@cache
def _given_names() -> frozenset[str]:
    rows = table("words/mention_given_names.tsv").rows
    return frozenset(name for row in rows for name in row["names"].split())


@lru_cache(maxsize=1 << 16)
def is_given_name(word: str) -> bool:
    """Whether a lower-case word is a known given name, in Latin letters or Cyrillic."""
    known = _given_names()
    if word in known or word.split("-")[0] in known:
        return True
    if word.isascii():
        return False
    forms = [form for token in words(word) for form in nominatives(token)]
    return any(not known.isdisjoint(reading_of(form).latin) for form in forms)


@lru_cache(maxsize=1 << 16)
def nominatives(word: str) -> tuple[str, ...]:
    """A word, and for a Russian one its likely nominatives: Путина, Путин; Захаровой, Захарова."""
    if len(word) < 5 or not "а" <= word[0] <= "я":
        return (word,)
    for ending, instead in inflections("ru"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return (word, *(word.removesuffix(ending) + each for each in instead))
    return (word,)


def _without_case(word: str) -> str:
    """A word without an ending of place (Toshkentdagi, Buxorodan, Angrenlik); empty where there is none."""
    for ending in endings_of_place():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return ""


@lru_cache(maxsize=1 << 16)
def is_place(word: str) -> bool:
    """Whether a lower-case word or phrase is a country, town, region, or the people of one."""
    return _is_place_itself(word) or bool((stem := _without_case(word)) and is_place(stem))


@lru_cache(maxsize=1 << 16)
def _is_place_itself(word: str) -> bool:
    if kinds(word) & {"place", "demonym"}:
        return True
    if len(word) < 3 and word != "us":
        return False
    forms = nominatives(word)
    if len(forms) > 1 and any(is_place(form) for form in forms[1:]):
        return True
    folded = words(word)
    if any(m.kind in ("country", "place") and not m.ambiguous for m in vocabulary.meanings(*folded)):
        return True
    if place_concept(word) is not None or (len(word) > 3 and country_code(word) is not None):
        return True
    bare = without_elided(word)  # l'Asie
    if bare != word:
        return _is_place_itself(bare)
    if "-" in word:
        return all(part and (is_place(part) or "behind_place" in kinds(part)) for part in word.split("-"))
    return False


def is_place_itself(word: str) -> bool:
    """Whether a lower-case word is a place without an ending taken off (Özbekistan, but not Toshkentdan)."""
    return _is_place_itself(word)


def is_place_in_case(word: str) -> bool:
    """Whether a word says where, whence or whose by an ending written to a place: Toshkentdagi, Türkiyənin."""
    stem = _without_case(word)
    if not stem or kinds(word) & {"place", "demonym"}:
        return False
    # the tables know some forms in case themselves: then the stem must be a country's own name
    return _is_written_place(stem) or ("place" in kinds(stem) and not _is_written_place(word))


def _is_written_place(word: str) -> bool:
    found = words(word)
    return len(found) == 1 and any(m.kind in ("country", "place") for m in vocabulary.meanings_as_written(found[0]))


@lru_cache(maxsize=1 << 16)
def is_legal_form(word: str) -> bool:
    """Whether a single word, as it stands, is a legal form (Ltd, ООО, GmbH) and seldom anything else."""
    folded = words(word)
    return any(m.kind == "legal_form" and not m.ambiguous for m in vocabulary.meanings(*folded))


@cache
def _forms_before() -> frozenset[str]:
    rows = table("words/legal_forms.tsv").rows
    return frozenset(lower(row["phrase"]) for row in rows if row["position"] != "suffix" and " " not in row["phrase"])


def is_form_before(word: str) -> bool:
    """Whether a word is a legal form that may stand before a name (OOO, UAB, PT)."""
    return word in _forms_before() and is_legal_form(word)


@lru_cache(maxsize=1 << 16)
def is_body(word: str) -> bool:
    """Whether a word is by itself the name of a state's body or of a national firm (`national_bodies.tsv`), in
    whatever case."""
    return any(body_of(form) is not None for token in words(word) for form in nominatives(token))


@lru_cache(maxsize=1 << 16)
def is_business(word: str) -> bool:
    """Whether a word tells what a company does or is, rather than which one it is: Trading, Imp, Sanayi.

    The short name of a state's body tells which (FSB, SBU), though it is a word of business beside other names, and so
    does a word that is a national firm's whole name (Sberbank, Aeroflot).
    """
    if kinds(word) & {"company_head", "org_head"}:
        return True
    if is_body(word):
        return False
    folded = words(word)
    known = vocabulary.meanings(*folded)
    return any(
        m.kind in ("legal_form", "descriptor", "generic") and not m.ambiguous and not is_state_body(m.concept)
        for m in known
    )
