"""Words that the initials of other words make: of a whole name, or of some neighbouring words of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from screening.matching.similarity import Likeness
from screening.matching.weights import weights
from screening.names.parsing import LIGHT, Part
from screening.names.parts import first_letter, initials, sounded_initials
from screening.names.transliteration import token_keys
from screening.names.vocabulary import meanings

ACRONYM: Final = range(3, 9)
PART_ACRONYM: Final = range(2, 7)
FEWEST_WITH_FORM: Final = 5
"""Initials that spell a word together with that of a legal form, which a name is seldom called with (ТАСС)."""
FEWEST: Final = 3
FEW: Final = 4
"""Initials that names have in common by chance often, and now and then."""
PHRASES_IN_ONE: Final = 1
"""Phrases of which an acronym may have one letter each, as of one word: of several it is spelled by chance."""
LONGEST_GAP: Final = 3
"""How far the words behind an acronym may stand apart: small words between them are not spelled ("for the")."""
COMPANY: Final = frozenset({"company", "corporation"})
"""Legal forms that acronyms spell as they do other words (NIOC, IDC)."""


def acronym(
    parts: Sequence[Part], opened: Sequence[int], spelled: Sequence[Part], spelled_open: Sequence[int]
) -> tuple[list[int], list[int]] | None:
    """The one open word that the initials of all the other side's open words spell, with those words."""
    singles = [i for i in opened if parts[i].kind == "name"]
    if len(singles) != 1:
        return None
    known = _spellings(parts[singles[0]])
    for full in _wholes(spelled, spelled_open):
        after = full[-1] + 1 if full else len(spelled)
        company = _company(spelled[after]) if after < len(spelled) else ""
        phrases = sum(1 for j in full if len(spelled[j].words) > 1)
        for first_letters in (initials, sounded_initials, *((first_letter,) if phrases <= PHRASES_IN_ONE else ())):
            carried = "".join(first_letters(spelled[j].text) for j in full)
            for letters in (carried, carried + company) if company else (carried,):
                if len(letters) not in ACRONYM or (len(letters) < FEWEST_WITH_FORM and _form_first(full, spelled)):
                    continue
                latin = letters if letters.isascii() else token_keys(letters)[0].text
                if not known.isdisjoint({letters, latin}):
                    return singles, [*full, after] if letters != carried and after in spelled_open else full
    return None


def _wholes(spelled: Sequence[Part], opened: Sequence[int]) -> Iterator[list[int]]:
    """The open parts that an acronym may spell: without and with the legal forms, without the country behind too."""
    for kinds in (LIGHT, LIGHT - {"legal_form"}):
        full = [j for j in opened if spelled[j].kind not in kinds]
        yield full
        if len(full) > 1 and spelled[full[-1]].kind == "country":
            yield full[:-1]


def company_letter(text: str) -> str:
    """The letter of a legal form that acronyms spell, as they do any other word's; empty for others."""
    word = text.split(" ")[0]
    return word[:1] if any(m.kind == "legal_form" and m.concept in COMPANY for m in meanings(word)) else ""


def _company(part: Part) -> str:
    """The letter that acronyms have of a legal form, paired or not; empty for other parts."""
    return company_letter(part.text) if part.kind == "legal_form" else ""


def _spellings(part: Part) -> set[str]:
    """A word of letters as it stands, and as it is spelled in Latin letters (УЗГМ, Uralskiy zavod gornykh mashin)."""
    return {part.text} if part.text.isascii() else {part.text, *(spelled for w in part.words for spelled in w.usual)}


def _form_first(full: Sequence[int], spelled: Sequence[Part]) -> bool:
    """Whether a legal form in Cyrillic letters stands first, as it does before the names of firms."""
    first = spelled[full[0]]
    return first.kind == "legal_form" and not first.text.isascii()


def run_of_initials(short: Part, full: Sequence[Part], opened: Sequence[int]) -> tuple[int, ...] | None:
    """The neighbouring open parts, two at least, whose words' initials are the letters of a word."""
    letters = short.text
    if len(short.words) != 1 or len(letters) not in PART_ACRONYM or not letters.isalpha():
        return None
    if short.kind not in {"name", "descriptor", "generic"}:
        return None
    carried = [j for j in opened if full[j].kind not in LIGHT or company_letter(full[j].text)]
    for first_letters in (initials, sounded_initials) if len(letters) > PART_ACRONYM[0] else (initials,):
        for at in range(len(carried)):
            found = ""
            for stop in range(at, len(carried)):
                if stop > at and carried[stop] - carried[stop - 1] > LONGEST_GAP:
                    break
                found += first_letters(full[carried[stop]].text)
                if not letters.startswith(found):
                    break
                if found == letters:
                    return tuple(carried[at : stop + 1])
    return None


def acronym_likeness(short: Part, parts: Sequence[Part], full: Sequence[int]) -> Likeness:
    """Three initials are met by chance often, four now and then, five and more seldom; two letters may be one (ts).

    Nearly every firm of some countries ends in a company's letter: beside a name of its own, and but for bodies of a
    state, it says little.
    """
    spelled = [parts[at] for at in full]
    count = min(len(short.text), sum(len(part.words) for part in spelled))
    kinds = {part.kind for part in spelled}
    if "name" in kinds and "country" not in kinds and full[-1] == len(parts) - 1 and _company(spelled[-1]):
        count -= 1
    return Likeness(worth_of_letters(count), "acronym")


def worth_of_letters(count: int) -> float:
    """How alike two names are that have so many initials in common, and nothing else."""
    return weights().likeness["acronym_least" if count <= FEWEST else "acronym_short" if count == FEW else "acronym"]
