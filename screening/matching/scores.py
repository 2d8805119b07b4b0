"""What scoring two names gives: the sum, its lines, and what else is told of the pair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from screening.matching.acronyms import worth_of_letters
from screening.matching.weights import weights
from screening.names.transcribed import number_of_script

READ_AS: Final = "read as"
"""How a line begins that says how a word was read that is written otherwise."""
BORNE_BY_OTHERS: Final = 4
"""Letters of a body's name that others are called by as well."""
CUT_OFF: Final = 0.03
"""What a name that was cut within its last word is worth less than the whole name."""


@dataclass(frozen=True, slots=True)
class Points:
    """What one line of the sum says: the parts it is about, how they meet, its weight and its points."""

    left: str
    right: str
    how: str
    scheme: str
    weight: float
    points: float


class Score:
    """The sum, its lines, and the relation between the names.

    Attributes:
        value: In [0, 1]; the same when the names are swapped.
        holds_right: The left name holds all distinctive words of the right one, and more of its own.
        holds_left: The same, the other way round.
    """

    __slots__ = ("_lines", "_say", "holds_left", "holds_right", "value")

    def __init__(
        self, value: float, lines: tuple[Points, ...] | Callable[[], tuple[Points, ...]], right: bool, left: bool
    ) -> None:
        self.value = value
        self.holds_right = right
        self.holds_left = left
        self._lines: tuple[Points, ...] | None = None if callable(lines) else lines
        self._say: Callable[[], tuple[Points, ...]] | None = lines if callable(lines) else None

    @property
    def lines(self) -> tuple[Points, ...]:
        """The sum's lines, the heaviest first; their points add up to the value, but for the floor at 0.

        Written when they are first asked for: of most pairs that are scored nobody asks.
        """
        if self._lines is None:
            self._lines = self._say() if self._say else ()
            self._say = None
        return self._lines

    def told_of(self, text: str, name: str, *, literally: bool) -> Score:
        """The same with a line that says under which other name of its body a text was compared.

        Worth nothing, but that others bear a name of a few letters too (SMIC): where the text is no more than those, or
        the other says no more, ``literally``, they count as initials do.
        """
        borne = _few_letters(text) or (literally and _few_letters(name))
        kept = weights().likeness["acronym_short"] if borne else 1.0
        return self._less(kept, Points(text, name, "another name of the body", "national_bodies", 0.0, 0.0))

    def taken_apart(self, text: str, name: str) -> Score:
        """The same with a line that says as which words a telescoped name was compared: it takes a little off."""
        kept = weights().likeness["telescoped"]
        return self._less(kept, Points(text, name, "taken apart", "telescoped words", 0.0, 0.0))

    def contradicted(self, ours: str, theirs: str) -> Score:
        """The same of two persons of whom two other family names are told: a line says so, and takes off its share."""
        kept = 1.0 - weights().person["other_maiden_name"]
        line = Points(ours, theirs, "contradiction (family name at birth or by marriage)", "", 0.0, 0.0)
        found = self._less(kept, line)
        found.holds_right = found.holds_left = False
        return found

    def slipped(self, ours: str, theirs: str) -> Score:
        """The same of two persons' names of which one is read as another country writes it, and words are not spelled
        alike all the same: a line says so, and takes off its share.
        """
        kept = weights().person["two_names"]
        return self._less(
            kept, Points(ours, theirs, "read as abroad, and spelled otherwise", "persons_abroad", 0.0, 0.0)
        )

    def born_apart(self, ours: str, theirs: str) -> Score:
        """The same of two persons who are said to be born in two years: a line says so, and takes off its share."""
        kept = 1.0 - weights().person["other_birth_year"]
        return self._less(kept, Points(ours, theirs, "contradiction (year of birth)", "", 0.0, 0.0))

    def numbered(self, ours: str, theirs: str) -> Score:
        """The same of two ships' names with their IMO numbers beside them: a ship keeps its number whatever it is
        called, so that one number is one ship, and two are two.
        """
        of_ships = weights().ships
        if ours != theirs:
            line = Points(ours, theirs, "contradiction (the ship's number)", "IMO", 0.0, 0.0)
            return self._less(1.0 - of_ships["other_number"], line)
        gained = max(of_ships["same_number"] - self.value, 0.0)
        line = Points(ours, theirs, "the ship's number", "IMO", 0.0, gained)
        return Score(self.value + gained, lambda: (*self.lines, line), right=False, left=False)

    def elsewhere(self, ours: str, theirs: str) -> Score:
        """The same of two firms that are said to be in two towns: a line says so, and takes off its share.

        They may be two branches of one, so that they stay possible affiliates, which are shown.
        """
        line = Points(ours, theirs, "contradiction (town)", "", 0.0, 0.0)
        found = self._less(1.0 - weights().other_town, line)
        found.holds_right = found.holds_left = self.value >= weights().threshold
        return found

    def of_a_part(self, text: str, whole: str, *, left: bool) -> Score:
        """The same of a text that names a part of a body, compared by the name of the whole: a line says so, and takes
        off its share. The part is no other house, so that it stays a possible affiliate, which is shown.
        """
        found = self._less(1.0 - weights().other_town, Points(text, whole, "a part of the body", "", 0.0, 0.0))
        near = self.value >= weights().threshold
        found.holds_right, found.holds_left = near and left, near and not left
        return found

    def of_other_bodies(self, ours: str, theirs: str) -> Score:
        """The same of two names that are known as those of two bodies: a line says so, and takes off its share."""
        line = Points(ours, theirs, "contradiction (two bodies)", "national_bodies", 0.0, 0.0)
        return self._less(1.0 - weights().more_of_its_own, line)

    def as_initials(self, letters: str) -> Score:
        """The same where letters in common stand beside names that differ: they count as initials do."""
        line = Points(letters, letters, "letters beside names that differ", "", 0.0, 0.0)
        return self._less(worth_of_letters(len(letters)), line)

    def cut_off(self, cut: str, word: str) -> Score:
        """The same for a name that a field cut, or has without spaces: a line says so, and takes a little off."""
        how = "written without spaces" if " " in word else "cut off at the end"
        return self._less(1.0 - CUT_OFF, Points(cut, word, how, "", 0.0, 0.0))

    def with_line(self, line: Points) -> Score:
        """The same with one more line, of no points."""
        return Score(self.value, lambda: (*self.lines, line), self.holds_right, self.holds_left)

    def _less(self, kept: float, why: Points) -> Score:
        """So much of the score, with a line that says why and what it takes off."""
        taken = self.value * (1.0 - kept)
        line = replace(why, points=-taken)
        return Score(self.value - taken, lambda: (*self.lines, line), self.holds_right, self.holds_left)

    def __reduce__(self) -> tuple[Any, ...]:
        return Score, (self.value, self.lines, self.holds_right, self.holds_left)


def _few_letters(name: str) -> bool:
    """Whether a name is a few letters, which others may bear; characters that are syllables say more."""
    return len(name) <= BORNE_BY_OTHERS and not number_of_script(name)
