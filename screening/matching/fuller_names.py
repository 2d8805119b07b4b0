"""Whether a fuller name of a listed person has another father than who bears a shorter one's given and family name.

Сергей Николаевич Петров is no Сергей Валентинович Петров, though he is a "Sergej Petrov", which is the other's alias.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from screening.matching.persons import SAME_FATHER, patronymic_likeness
from screening.matching.scores import Points, Score
from screening.matching.several import best_score
from screening.matching.weights import weights
from screening.names.given import is_patronymic
from screening.names.parsing import Part, parse

OTHER_FATHER: Final = "contradiction (another father in a fuller name of the entry)"
"""How the line begins that says so."""
PERSON: Final = "Person"


def with_other_father(score: Score, name: str, listed: str, others: Iterable[str]) -> Score:
    """The score with a line of no points, where a fuller name of the entry says that the subject has another father.

    Args:
        score: Of the subject's name and the listed one that it meets.
        name: The subject's name.
        listed: The listed name, without a father's.
        others: The other names of the same entry.
    """
    ours = _patronymics(name)
    if not ours or _patronymics(listed):
        return score
    fuller = [(other, theirs) for other in dict.fromkeys(others) if (theirs := _patronymics(other))]
    if any(_has_one_father(ours, theirs) for _, theirs in fuller):
        return score
    same = (other for other, _ in fuller if best_score(listed, other, PERSON).value >= weights().threshold)
    other = next(same, None)
    if other is None:
        return score
    return score.with_line(Points(ours[0].text, other, OTHER_FATHER, "", 0.0, 0.0))


def _patronymics(name: str) -> Sequence[Part]:
    """The fathers' names that their endings tell."""
    return [part for part in parse(name, "person").of_kind("patronymic") if is_patronymic(part.text)]


def _has_one_father(ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    return any(patronymic_likeness(a.words[0], b.words[0]).value >= SAME_FATHER for a in ours for b in theirs)
