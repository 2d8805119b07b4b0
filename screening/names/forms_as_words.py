"""Letters of legal forms that are words of Turkic languages as well: the white of Ак-Суу, the mountains of Ала-Тоо."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from screening.names.folding import fold
from screening.names.vocabulary import meanings
from screening.reference import table

WORD: Final = "word"
FORM: Final = "form"
CAPITAL: Final = "capital"
_LETTERS: Final = 2
_HYPHENS: Final = frozenset("-‐‑–")


class FormAsWord(NamedTuple):
    """What letters of a form mean as a word, and the languages (ISO 639) they are a word of."""

    concept: str
    languages: frozenset[str]


@cache
def _words() -> dict[str, FormAsWord]:
    rows = table("words/forms_as_words.tsv").rows
    return {fold(row["phrase"]): FormAsWord(row["concept"], frozenset(row["languages"].split())) for row in rows}


def as_word(form: str) -> FormAsWord | None:
    """What a folded legal form is as a word; None for all others."""
    return _words().get(form)


@cache
def _written() -> re.Pattern[str]:
    """Such letters as a name has them, with what stands between them and the words on either side."""
    letters = "|".join(sorted(_words(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<before>\w+)(?P<left>[^\w]))?(?P<form>{letters})(?!\w)(?:(?P<right>[^\w]+)(?P<behind>\w+))?",
        re.IGNORECASE,
    )


def told_by_writing(name: str) -> dict[str, str]:
    """How a name writes each of these letters, folded: as a `WORD`, joined to one by a hyphen; as a `FORM`, in capitals
    before a word that is not, or with a sign between; with a `CAPITAL` and small letters, as words of a name are. Those
    of which the writing tells nothing are left out.
    """
    found: dict[str, str] = {}
    for match in _written().finditer(name):
        told = _told(match["form"], match["left"] or "", match["right"] or "", match["behind"] or "")
        if told:
            found[fold(match["form"])] = told
    return found


def _told(form: str, left: str, right: str, behind: str) -> str:
    mixed = form.isupper() and not (behind or form).isupper()
    if not mixed and not _HYPHENS.isdisjoint((left, right)):
        return WORD
    if mixed or right.strip():
        return FORM
    return CAPITAL if form.istitle() and behind.istitle() else ""


def begins_with_form(phrase: Sequence[str], told: Mapping[str, str], *, first: bool) -> bool:
    """Whether such letters, the first word of a phrase of business as well (тоо-кен, of mines), are a form before its
    other words (ТОО «Кен»): written as one, or ``first`` in a name all in capitals that has no other form.
    """
    return as_word(phrase[0]) is not None and told.get(phrase[0], FORM if first else "") == FORM


def borne_form(first: str, second: str) -> str | None:
    """Which of two legal forms that are all of a name is borne as it: one that is seldom a form, or stands at the wrong
    end (ООО «ОК», ООО «ПК», AB LLC). None where neither or both may be.
    """
    borne = []
    for form, wrong in ((first, "suffix"), (second, "prefix")):
        said = [each for each in meanings(*form.split(" ")) if each.kind == "legal_form"]
        if all(each.ambiguous for each in said) or all(each.position == wrong for each in said):
            borne.append(form)
    return borne[0] if len(borne) == 1 else None


def is_seldom_behind(form: str) -> bool:
    """Whether a legal form is seldom one behind a name that begins with its own: mostly another word, two letters that
    many things have, or a form that stands before names.
    """
    said = [each for each in meanings(*form.split(" ")) if each.kind == "legal_form"]
    if len(form) <= _LETTERS:
        return all(each.position != "suffix" for each in said)
    return all(each.ambiguous for each in said) or all(each.position == "prefix" for each in said)
