"""Names of persons in the cases of Slavic, Turkic and other languages, and in the nominative: "Рамзана Кадырова".

Only a whole name tells its case: all words must stand in the same and be of one gender, and one of them must be a given
name, a patronymic or a family name by its ending. "Александра Иванова" may be a woman, or of a man: both are looked
for. From ``lists/words/name_cases.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple

from screening.names.cyrillic import languages
from screening.names.family_endings import is_family_name
from screening.names.folding import fold
from screening.names.given import gender, is_given_name, is_patronymic
from screening.names.letters import letters_of_sort
from screening.names.scripts import script_of
from screening.names.small_letters import lower
from screening.reference import table

_FEWEST: Final = 2
_MOST: Final = 4
"""Words of a person's name."""
_SHORTEST: Final = 3
"""Letters of a name in the nominative."""
_MOST_NOMINATIVES: Final = 4
"""Nominatives of one name that are looked for; of more the endings tell nothing."""
_TELLING: Final = 3
"""Letters from which an ending tells that a family name is not the same in every case."""
_SAME: Final = "same"
_USUAL: Final = {"Cyrillic": "ru"}
"""The language of a text in a script, where nothing tells another."""
_PARTS: Final = ("given", "patronymic", "family")

_Endings = tuple[tuple[str, tuple[str, ...]], ...]


class _Case(NamedTuple):
    """The endings of one case and gender by part of the name, the longest first, with those of the nominative."""

    gender: str
    given: _Endings
    patronymic: _Endings
    family: _Endings
    same: tuple[str, ...]


class _Reading(NamedTuple):
    """A word in the nominative; whether it is what it is taken for beyond doubt, and a family name."""

    word: str
    sure: bool
    family: bool


def is_family(word: str) -> bool:
    """Whether a word in the nominative ends as family names that are told anywhere do."""
    return is_family_name(fold(word))


@lru_cache(maxsize=1 << 12)
def by_itself(name: str) -> tuple[str, ...]:
    """The nominatives of a Cyrillic name that stands by itself in another case, as payments and court papers have it.
    A word before it in small letters may say that it is about another (вдова Байжанова), unless it says what was done.

    Its patronymic tells (Ковалёву Петру Ильичу), or a given name that is none as it stands (Кузьмичёвым Алексеем): as
    Александра Иванова and Хуршеда Назарова may be women, nothing is told by a word that is one, nor by such endings;
    nor by initials, beside which a woman's family name is hers (Кузнецова Е. А.).
    """
    words = name.split()
    if not _FEWEST <= len(words) <= _MOST or script_of(words[-1]) != "Cyrillic":
        return ()
    folded = [fold(word) for word in words]
    said = [word for word in folded if sum(map(str.isalpha, word)) >= _SHORTEST] or folded
    language = languages("".join(folded))[0]
    found = nominatives_of(name, language)
    if not found or not (
        any(_is_fathers_in_a_case(word, language) for word in words)
        or not (
            any(is_given_name(word) or is_patronymic(word) for word in said)
            or all(word[-1] in letters_of_sort("feminine") for word in said)
        )
    ):
        return ()
    if lower(words[0]).endswith(_ends_of_what_was_done(language)):
        return found
    if words[0].islower() and words[-1].istitle():
        return ()
    return tuple(each for each in found if len(each.split()) == len(words))


def _is_fathers_in_a_case(word: str, language: str) -> bool:
    """Whether a word is a patronymic in another case than the nominative."""
    return any(
        is_patronymic(fold(each))
        for case in _cases(language, script_of(word))
        for each in _traced(word, case.patronymic)[0]
    )


@cache
def _ends_of_what_was_done(language: str) -> tuple[str, ...]:
    rows = table("words/done_endings.tsv").rows
    return tuple(ending for row in rows if row["language"] == language for ending in row["endings"].split())


@lru_cache(maxsize=1 << 14)
def nominatives_of(
    name: str, language: str | None, ends_as_family: Callable[[str], bool] = is_family
) -> tuple[str, ...]:
    """The nominatives of a person's name that may stand in another case in a text of that language; none else.

    A word at its beginning that is no part of it, and is only capitalised for opening the sentence, is left out. In a
    text that is too short to tell its language it may be any that is written in its script, in Cyrillic Russian.
    """
    words = name.split()
    if not _FEWEST <= len(words) <= _MOST:
        return ()
    script = script_of(words[-1])
    cases = _cases(language or _USUAL.get(script), script)
    known = language is not None or script in _USUAL
    found = _of_words(words, cases, ends_as_family, known_language=known)
    if not found and len(words) > _FEWEST and not is_given_name(fold(words[0])):
        found = _of_words(words[1:], cases, ends_as_family, known_language=known)
    return found if len(found) <= _MOST_NOMINATIVES else ()


def _of_words(
    words: list[str], cases: Sequence[_Case], ends_as_family: Callable[[str], bool], *, known_language: bool
) -> tuple[str, ...]:
    if not known_language and any(is_given_name(fold(word)) for word in words):
        return ()  # it stands in the nominative, where nothing tells that there are other cases
    found: dict[str, bool] = {}
    for case in cases:
        for whole in product(*(_readings(word, case, ends_as_family) for word in words)):
            named = " ".join(each.word for each in whole)
            families = sum(each.family for each in whole)
            if named != " ".join(words) and families == 1 and any(each.sure for each in whole):
                given = any(each.sure and not each.family for each in whole)
                found[named] = found.get(named, False) or given
    # where a case makes it a given name in use, what it would be in others is none
    return tuple(name for name, given in found.items() if given or not any(found.values()))


def _readings(word: str, case: _Case, ends_as_family: Callable[[str], bool]) -> list[_Reading]:
    """What a word may be in the nominative: a given name or a patronymic, else a family name; none where nothing."""
    if len(word.rstrip(".")) == 1:
        return [_Reading(word, sure=False, family=False)]
    given, _ = _traced(word, case.given)
    if known := [each for each in given if _is_given(each, case.gender)]:
        return [_Reading(each, sure=True, family=False) for each in known]
    fathers, _ = _traced(word, case.patronymic)
    if father := [each for each in fathers if is_patronymic(fold(each))]:
        return [_Reading(each, sure=True, family=kind) for each in father for kind in (False, True)]  # Абрамович
    same = [word] if lower(word).endswith(case.same) else []
    if is_given_name(fold(word)):  # in the nominative, but where it has no other case
        return [_Reading(each, sure=False, family=kind) for each in same for kind in (False, True)]
    traced, ending = _traced(word, case.family)
    family = [_Reading(each, sure=ends_as_family(each), family=True) for each in traced]
    if any(each.sure for each in family):
        return family
    if len(ending) < _TELLING:
        family += [_Reading(each, sure=False, family=True) for each in same]
    return [*family, *(_Reading(each, sure=False, family=False) for each in given)]


def _is_given(word: str, sex: str) -> bool:
    return is_given_name(fold(word)) and gender(fold(word)) in {sex, "u", None}


def _traced(word: str, endings: _Endings) -> tuple[list[str], str]:
    """What a word may be in the nominative, and the ending that tells it."""
    low = lower(word)
    for ending, instead in endings:
        if low.endswith(ending):
            stem = word[: len(word) - len(ending)]
            found = [stem + (each.upper() if word.isupper() else each) for each in instead]
            return [each for each in found if len(each) >= _SHORTEST], ending
    return [], ""


@cache
def _cases(language: str | None, script: str) -> tuple[_Case, ...]:
    """The cases of a language in a script, or of every one."""
    endings: dict[tuple[str, str, str, str], str] = {}
    for row in table("words/name_cases.tsv").rows:
        if row["script"] == script and language in (None, row["language"]):
            endings[row["language"], row["gender"], row["case"], row["part"]] = row["endings"]
    found = []
    for of, sex, case in dict.fromkeys(key[:3] for key in endings):
        if case != _SAME:
            parts = {part: _parsed(endings.get((of, sex, case, part), "")) for part in _PARTS}
            same = tuple(endings.get((of, sex, _SAME, "family"), "").split())
            found.append(_Case(sex, parts["given"], parts["patronymic"], parts["family"], same))
    return tuple(found)


def _parsed(text: str) -> _Endings:
    by_ending: dict[str, list[str]] = {}
    for pair in text.split():
        ending, _, instead = pair.partition(":")
        by_ending.setdefault(ending, []).append(instead.strip("-"))
    longest_first = sorted(by_ending, key=lambda each: (-len(each), each))
    return tuple((ending, tuple(by_ending[ending])) for ending in longest_first)
