"""What words in cells of customs tables say (``lists/words/customs_words.tsv``): directions, procedures, statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words
from screening.reference import table

_CODED: Final = re.compile(r"(\D{0,3}?\s*)(\d{2})(?:\s*(?:\d{2})?(?:\s*0{0,3})?\b|(?<=[^\W\d_]{2}\d\d)[^\W\d_]{2}\b)")
"""``40``, ``IM 4000``, ``ИМ40``, and with the kind of the declaration behind: ``ІМ40ДЕ``."""
_BETWEEN_STATUSES: Final = re.compile(r"\s[-–—]\s|[/;,|()\[\]]")
_LONGEST_CODE: Final = 4
"""Letters of a phrase up to which it may be a code of another procedure elsewhere, but in Chinese."""
_SHORT: Final = 2
"""Letters of a word among others up to which it may be anything, but in Chinese."""
_GONE: Final = ("cancelled", "amended")
_BEHIND_A_STATUS: Final = re.compile(r"\s*[,;:.(\d/\n]|\s+[-–—]\s")


@cache
def phrases(kind: str) -> tuple[tuple[str, str], ...]:
    """The phrases of one kind of `lists/words/customs_words.tsv` as they are written, each with its value."""
    rows = [row for row in table("words/customs_words.tsv").rows if row["kind"] == kind]
    return tuple((phrase, row["value"]) for row in rows for each in row["words"].split(";") if (phrase := each.strip()))


@cache
def vocabulary(kind: str) -> dict[str, str]:
    """The phrases of one kind, folded, with their value."""
    found: dict[str, str] = {}
    for phrase, value in phrases(kind):
        if key := " ".join(words(phrase)):
            found.setdefault(key, value)
    return found


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The phrases of one kind as they are written."""
    return tuple(phrase for phrase, _ in phrases(kind))


@cache
def any_written(kind: str) -> str:
    """A regular expression for any phrase of one kind as it is written, not folded, the longest first."""
    found = {phrase for phrase, _ in phrases(kind)}
    return "|".join(re.escape(phrase) for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@lru_cache(maxsize=4096)
def direction(text: str) -> str | None:
    """Import, export or transit, from a word or code of any system; None where it says none."""
    known = vocabulary("direction")
    tokens = words(text)
    whole = " ".join(tokens)
    if whole in known:
        return known[whole]
    if (coded := _CODED.match(whole)) and (way := known.get(coded[1].strip())):
        return way  # "ИМ 40", whatever words stand behind: чыгаруу is release as well as export
    for token in tokens:
        if token in known and (len(token) > _SHORT or (len(token) == _SHORT and script_of(token) == "Han")):
            return known[token]
    _, of_procedure = procedure(text)
    return of_procedure or _movement(text)


def _movement(text: str) -> str | None:
    """The way that a register of a store means by in and out, in one language or in several: ``IN / دخول``."""
    known = vocabulary("movement")
    said = {known.get(" ".join(words(each))) for each in re.split(r"[/|]", text)}
    return said.pop() if len(said) == 1 else None


@lru_cache(maxsize=4096)
def procedure(text: str) -> tuple[str | None, str | None]:
    """The customs procedure in our words, and the direction it implies, from its name or code."""
    whole = " ".join(words(text))
    known = vocabulary("procedure")
    found = known.get(whole) or _in_words(whole)
    if found is None or found.partition("|")[0] in vocabulary("direction").values():
        found = _in_code(whole) or found
    if found is None:
        return None, None
    name, _, way = found.partition("|")
    return name, way or None


@lru_cache(maxsize=4096)
def is_ordinary(text: str) -> bool:
    """Whether a cell names trade under no special procedure, of whichever direction: ``一般贸易``."""
    tokens, known = words(text), vocabulary("ordinary")
    return " ".join(tokens) in known or any(token in known for token in tokens)


def _in_words(whole: str) -> str | None:
    """What the longest phrase of a cell says: a code means another procedure elsewhere (ІМ 31 тимчасове ввезення)."""
    known, padded = vocabulary("procedure"), f" {whole} "
    said = (each for each in sorted(known, key=len, reverse=True) if f" {each} " in padded)
    return next((known[each] for each in said if len(each) > _LONGEST_CODE or script_of(each) == "Han"), None)


def _in_code(whole: str) -> str | None:
    if not (digits := _CODED.match(whole)):
        return None
    prefix, found = digits[1].strip(), vocabulary("procedure_code").get(digits[2])
    way = vocabulary("direction").get(prefix, "")
    if found and way and found.partition("|")[2] not in (way, ""):  # "ІМ 31" is no re-export
        return vocabulary(f"procedure_code_{way}").get(digits[2], found)
    if not prefix or way:  # "IM 40", and not the "A11" of another system
        return found
    return found if found and vocabulary("procedure_prefix").get(prefix) == found.partition("|")[2] else None


@lru_cache(maxsize=4096)
def beyond_direction(text: str) -> str | None:
    """The procedure a cell under a heading of directions names, where it says more than in or out: ``Re-export``,
    ``ІМ40ДЕ``.
    """
    name, way = procedure(text)
    return name if name != way or code_beside_direction(text) else None


@lru_cache(maxsize=4096)
def code_beside_direction(text: str) -> str | None:
    """The code of a procedure behind the letters of its direction: ``40`` of ``ІМ40ДЕ`` and ``IM 40``; what four digits
    begin with only where it is known to be one, as ``EXP 2023`` is of a year.
    """
    whole = " ".join(words(text))
    coded = _CODED.match(whole)
    if coded is None or coded[1].strip() not in vocabulary("direction"):
        return None
    more = whole[coded.end(2) :].strip()[:1].isdigit()
    return coded[2] if not more or coded[2] in vocabulary("procedure_code") else None


@lru_cache(maxsize=4096)
def status(text: str) -> str | None:
    """What a cell says of its row: ``cancelled``, ``amended``, ``changed``, or None where the row stands.

    ``amended`` has been replaced by another row; ``changed`` may be either of two versions of a line, which the other
    rows of the declaration tell. What follows may say by what or when: ``Заменена КДТ``, ``Cancelled 12.03.2023``.
    """
    found = status_word(text)
    return None if found == "stands" else found


@lru_cache(maxsize=4096)
def status_in_remark(text: str) -> str | None:
    """The same of a cell of remarks, which may speak of anything: only where it says that it does, then perhaps why.

    ``Cancelled``, ``superseded, see line 4``; but not "cancelled order of five pieces came back".
    """
    said_first = _BEHIND_A_STATUS.split(text.strip(), maxsplit=1)[0]
    found = vocabulary("status").get(" ".join(words(said_first)))
    return None if found == "stands" else found


@lru_cache(maxsize=4096)
def document_kind(text: str) -> str | None:
    """What a kind of document is that takes back another: ``cancels`` (S1, Storno), ``credits`` (G2, credit note), or
    None where it is another kind.
    """
    told = _begins(vocabulary("document_kind"), words(text))
    return told or ("cancels" if status_in_remark(text) == "cancelled" else None)


@lru_cache(maxsize=4096)
def is_correction(text: str) -> bool:
    """Whether a procedure is that of correcting an earlier declaration: ``R1 RECTIFICACIÓN``."""
    known = vocabulary("correction")
    return any(word in known for word in words(text))


@lru_cache(maxsize=4096)
def status_word(text: str) -> str | None:
    """The same with ``stands`` where the cell says that its row does; None where it says nothing known.

    Of several parts, ``Offloaded - cancelled``, ``КДТ (прежняя редакция)``, one that says that the row does not stand
    counts more than the first.
    """
    known = vocabulary("status")
    said = [found for part in _parts_of_status(text) if (found := _begins(known, part))]
    return next((each for each in said if each in _GONE), said[0] if said else None)


@lru_cache(maxsize=4096)
def is_newer(text: str) -> bool:
    """Whether a status is that of the newer of two versions of a line: ``Внесены изменения (КДТ 01)``, ``修改后``."""
    known = vocabulary("status_newer")
    return status_word(text) not in _GONE and any(_begins(known, part) is not None for part in _parts_of_status(text))


@lru_cache(maxsize=4096)
def _parts_of_status(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a cell's parts, and of those that begin with what the status is of the words behind that:
    ``ДТ отозвана декларантом``.
    """
    parts = [tuple(words(part)) for part in (text, *_BETWEEN_STATUSES.split(text))]
    subjects = vocabulary("status_of")
    for part in parts[:]:
        length = next((n for n in range(len(part) - 1, 0, -1) if " ".join(part[:n]) in subjects), 0)
        if length:
            parts.append(part[length:])
        elif glued := next((each for each in subjects if part and part[0].startswith(each) and _is_glued(each)), ""):
            parts.append((part[0].removeprefix(glued), *part[1:]))
    return tuple(parts)


def _is_glued(word: str) -> bool:
    return script_of(word) in GLUED


def _begins(known: Mapping[str, str], tokens: Sequence[str]) -> str | None:
    """What the longest phrase means that words begin with; None where they begin with none."""
    said = (known.get(" ".join(tokens[:length])) for length in range(len(tokens), 0, -1))
    return next((each for each in said if each is not None), None)
