"""Whom an organisation is named after ("… imeni V. I. Lenina", "… nomidagi …"), and initials of people in its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.names.parts import Part, is_ideograph
from screening.names.vocabulary import TRADES

BEFORE: Final = "named_after"
"""What stands before whom something is named after."""
BEHIND: Final = "in_the_name_of"
"""What stands behind."""
NAMES: Final = frozenset({"name", "place", "patronymic"})
"""Kinds of part that a person's name comes as: towns are called after people, too."""
BESIDE: Final = frozenset({"initial", "title", "particle", "stopword"})
"""What stands before a person's name (Academician, General of the Army), and behind it is the firm's own again."""
MOST: Final = 5
"""Words that name a person, a title among them."""
FEWEST: Final = 2
"""Initials that are no words of their own for certain."""
INITIALS: Final = 2
"""Letters of initials written together (А.Г., I.I.), whatever else they may say."""


def dedicated(parts: Sequence[Part]) -> list[Part]:
    """The parts of an organisation's name that say after whom it is named, which those in a hurry leave out."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        if BEFORE in part.concepts:
            found += _person(parts[at + 1 : at + 1 + MOST])
        elif BEHIND in part.concepts:
            found += _person(parts[max(0, at - MOST) : at][::-1])
    return found


def _person(parts: Sequence[Part]) -> list[Part]:
    """The parts that name a person, from a word of dedication on."""
    found: list[Part] = []
    named = False
    for part in parts:
        if part.kind in NAMES and not is_short(part):
            named = True
        elif part.kind not in BESIDE and not is_short(part) and (named or part.kind not in TRADES):
            break
        found.append(part)
    return found if named else []


def initials(parts: Sequence[Part], borne: Sequence[Part]) -> list[Part]:
    """The initials of people: of whom it is named after (``borne``: `dedicated`), and two and more before a name
    (Ya. M. Sverdlov Plant).
    """
    found = [part for part in borne if is_short(part)]
    run: list[Part] = []
    for part in parts:
        if is_short(part):
            run.append(part)
            continue
        if part.kind == "name" and len(run) >= FEWEST:
            found += run
        run = []
    return found


def is_short(part: Part) -> bool:
    """Whether a part is an initial, or two written together, whatever else they may say."""
    return may_be_initials(part.text)


def may_be_initials(text: str) -> bool:
    """Whether a folded word, or phrase ("v i"), is as short as initials are; a character is a word, not a letter."""
    bare = text.replace(" ", "")
    return len(bare) <= INITIALS and bare.isalpha() and (bare.isascii() or not is_ideograph(bare))
