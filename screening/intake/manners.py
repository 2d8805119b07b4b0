"""How names stand in the running text of a language: what is capitalised, and endings written to names."""

from __future__ import annotations

import re
from functools import cache

from screening.intake.endings import endings_of
from screening.reference import table

_SHORTEST_NAME = 4
"""Letters that a name keeps at least when an ending is taken off."""


@cache
def _capitals() -> dict[str, str]:
    return {row["language"]: row["capitals"] for row in table("words/mention_languages.tsv").rows}


def nouns_are_capitalised(language: str | None) -> bool:
    """Whether every noun begins with a capital, so that one alone tells no name."""
    return _capitals().get(language or "") == "nouns"


def goes_on_small(language: str | None) -> bool:
    """Whether of a firm's name often the first word only is capitalised."""
    return _capitals().get(language or "") == "first"


def ordinary_words_are_known(language: str | None) -> bool:
    """Whether a word that opens a sentence and is not ordinary is a name: only ordinary words of English are known."""
    return language in (None, "en")


@cache
def genitive_of(language: str | None) -> re.Pattern[str] | None:
    """The genitive that a language writes to names without a mark (Narziyevaning); None where there is none."""
    rows = table("words/mention_languages.tsv").rows
    endings = next((row["genitive"].split() for row in rows if row["language"] == language), [])
    return re.compile(rf"(?<=[^\W\d_]{{{_SHORTEST_NAME}}})(?:{'|'.join(endings)})$") if endings else None


@cache
def genitives_of_owners(language: str | None) -> re.Pattern[str] | None:
    """The genitives that are written to an owner's name, before what is owned (Karimovaning banki), of the language or,
    where it is not known, of all that have one; None where there is none."""
    rows = [row for row in table("words/mention_languages.tsv").rows if language in (None, row["language"])]
    endings = {ending for row in rows for ending in row["of_owner"].split()}
    longest_first = sorted(endings, key=lambda ending: (-len(ending), ending))
    return re.compile(rf"(?<=[^\W\d_]{{{_SHORTEST_NAME}}})(?:{'|'.join(longest_first)})$") if endings else None


@cache
def endings_of_place() -> tuple[str, ...]:
    """Endings of places where, whence and whose, the longest first (Toshkentdagi, Buxorodan)."""
    rows = table("words/mention_languages.tsv").rows
    return tuple(sorted({ending for row in rows for ending in row["of_place"].split()}, key=len, reverse=True))


@cache
def family_endings_of(language: str | None) -> re.Pattern[str] | None:
    """How family names end that tell a person by themselves, their cases included; None where none is told."""
    endings = endings_of("family_uncapitalised", language or "")
    return re.compile(rf"(?<=[^\W\d_]{{3}})(?:{'|'.join(endings)})$") if endings else None


_CASE_OF_FORM = re.compile(r"(?<=[^\W\d_])[-–’'][^\W\d_]{1,7}$")


@cache
def _glued_cases() -> re.Pattern[str]:
    rows = table("words/mention_languages.tsv").rows
    endings = {ending for row in rows for column in ("of_place", "cases") for ending in row[column].split()}
    return re.compile(rf"(?<=[^\W\d_])(?:{'|'.join(sorted(endings, key=len, reverse=True))})$")


def case_of(form: str) -> str:
    """The ending of case written to a legal form in capitals (ЖШС-нің, ЖЧКсы, МЧЖнинг, Limited-ə); empty for none."""
    marked = _CASE_OF_FORM.search(form)
    if marked is not None:
        return marked.group() if marked.group()[1:].islower() else ""
    glued = _glued_cases().search(form)
    return glued.group() if glued is not None and form[: glued.start()].isupper() else ""


@cache
def _places_of(language: str | None) -> re.Pattern[str] | None:
    rows = table("words/mention_languages.tsv").rows
    endings = next((row["of_place"].split() for row in rows if row["language"] == language), [])
    long = [ending for ending in endings if len(ending) > 1]
    return re.compile(rf"(?<=[^\W\d_]{{5}})(?:{'|'.join(long)})$") if long else None


def says_where(word: str, language: str | None) -> bool:
    """Whether a word ends as one that says where or whence in the language (Operasyonda)."""
    endings = _places_of(language)
    return endings is not None and bool(endings.search(word))
