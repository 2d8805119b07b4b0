"""The parts of two names that nothing answers yet, and the passes over them that names of any kind need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from screening.matching.cut_words import is_and, is_cut, is_cut_meaning, is_long, is_most
from screening.matching.joining import Run, hangul
from screening.matching.other_syllables import OtherSyllables
from screening.matching.part_likeness import WORDY
from screening.matching.persons import shared_families
from screening.matching.similarity import MEANT, Likeness
from screening.matching.variants import SYLLABLES
from screening.matching.weights import weights
from screening.names.letters import letters_of_sort
from screening.names.parsing import LIGHT, Part
from screening.names.vocabulary import TRADES

HANGUL: Final = "Hangul"
LEAST: Final = 0.55
"""A likeness below this is no answer: both words are left over."""
LONGEST_JOIN: Final = 3
SHORTEST_APART: Final = 5
"""Letters from which a word is looked for in words apart that may be small ones."""
SHORTEST_IN_CHARACTERS: Final = 3
APART: Final = WORDY | {"stopword", "legal_form", "particle"}


class Passes:
    """The parts not yet answered, as indexes into both names, while the passes go over them."""

    def __init__(self, left: list[Part], right: list[Part], *, person: bool, ship: bool = False) -> None:
        self.left = left
        self.right = right
        self.person = person
        self.ship = ship
        self.open_left = list(range(len(left)))
        self.open_right = list(range(len(right)))
        self.syllables = OtherSyllables(left, right, person=person)
        self.pairs: list[tuple[tuple[int, ...], tuple[int, ...], Likeness]] = []
        self.apart: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()  # tried together in vain
        self.runs_left: dict[tuple[int, ...], Run] = {}
        self.runs_right: dict[tuple[int, ...], Run] = {}
        self.alike: dict[tuple[int, int], Likeness] = {}

    def take(self, lefts: Sequence[int], rights: Sequence[int], like: Likeness) -> None:
        """Note that parts answer each other."""
        self.pairs.append((tuple(lefts), tuple(rights), like))
        for i in lefts:
            self.open_left.remove(i)
        for j in rights:
            self.open_right.remove(j)

    def sides(self) -> Iterator[tuple[bool, list[Part], list[int], list[Part], list[int]]]:
        """Both ways round: whether the right name comes first, a name's parts and the open ones, those of the other."""
        yield False, self.left, self.open_left, self.right, self.open_right
        yield True, self.right, self.open_right, self.left, self.open_left

    def answer(self, flip: bool, mine: Sequence[int], theirs: Sequence[int], like: Likeness) -> None:
        """Note that parts of the name that `sides` gives first answer those of the other."""
        self.take(*((theirs, mine) if flip else (mine, theirs)), like)

    def run(self, which: tuple[int, ...], *, right: bool) -> Run:
        """Neighbouring parts of one name written together, made once."""
        known, parts = (self.runs_right, self.right) if right else (self.runs_left, self.left)
        found = known.get(which)
        if found is None:
            found = known[which] = Run([parts[i] for i in which])
        return found

    def share_family_name(self, language: str) -> bool:
        """Whether a Chinese or Korean family name ("zh", "ko", or either) is paired."""
        return any(
            concept.startswith(language)
            for lefts, rights, _ in self.pairs
            if len(lefts) == len(rights) == 1
            for concept in shared_families(self.left[lefts[0]].words, self.right[rights[0]].words)
        )

    def windows(
        self, opened: Sequence[int], parts: Sequence[Part], size: int, kinds: Set[str] = WORDY
    ) -> list[tuple[int, ...]]:
        """The `windows` of one name to be written together; a person's initial is no woman's ending of the family name
        before it (Sagyndykov A., Sagyndykova).
        """
        found = windows(opened, parts, size, kinds)
        if not self.person or size == 1:
            return found
        hers = letters_of_sort("feminine")
        return [run for run in found if parts[run[-1]].kind != "initial" or parts[run[-1]].text not in hers]

    def by_small_words(self) -> None:
        """Pair a word with the same letters written apart, whatever the small ones may be by themselves (Xin Tai)."""
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name" and _is_long(parts[i])]:
                for run in (run for size in (2, 3, 4) for run in self.windows(theirs, others, size, APART)):
                    both = (*parts[i].words, *(w for j in run for w in others[j].words))
                    if all(w.script in MEANT for w in both):
                        continue  # other characters are other words, however they are read
                    spelled = not _readings_together(others, run).isdisjoint(parts[i].words[0].usual)
                    if spelled or _in_hangul(parts[i], tuple(w.text for j in run for w in others[j].words)):
                        self.answer(flip, (i,), run, Likeness(weights().likeness["joined"], "written together"))
                        break

    def by_cut(self, filled: tuple[bool, bool], completed: tuple[bool, bool]) -> None:
        """Pair the last word of a name that a field was too short for with the word it begins ("… Balasubr"), or where
        the name ``filled`` a field with what that word means.

        In a name of some length what follows that word on the other side was cut off as well; in another script, words
        of business may stand before it.
        """
        for flip, parts, opened, others, theirs in self.sides():
            last = len(parts) - 1
            if not self.pairs or last not in opened:
                continue
            run: tuple[int, ...] = (last,)
            full = next((j for j in theirs if is_cut(parts[last], others[j], parts, person=self.person)), None)
            if full is None and not self.person and filled[flip]:
                run, full = self._cut_phrase(parts, opened, others, theirs)
            if full is None or (self._only_forms() and not is_most(parts[last], others[full])):
                continue
            like = Likeness(weights().likeness["abbreviation"], "cut off at the end")
            self.answer(flip, run, (full,), like)
            if is_long(parts):
                self._drop_behind(full, flip=flip)
            return
        if not self.person:
            self._by_last_word(completed)

    def _cut_phrase(
        self, parts: Sequence[Part], opened: Sequence[int], others: Sequence[Part], theirs: Sequence[int]
    ) -> tuple[tuple[int, ...], int | None]:
        """The last parts of a name that begin a word or phrase that means what a part of the other does, and that."""
        last = len(parts) - 1
        for size in range(LONGEST_JOIN, 0, -1):
            run = tuple(range(last - size + 1, last + 1))
            if run[0] < 0:
                continue
            full = next((j for j in theirs if is_cut_meaning([parts[i] for i in run], others[j])), None)
            if full is not None:
                return tuple(i for i in run if i in opened), full  # a phrase covers those that no longer are
        return (last,), None

    def _by_last_word(self, completed: tuple[bool, bool]) -> None:
        """Leave out what follows on the other side where a long name ends in a word for "and", or its letters (kai), or
        in one that was ``completed``.
        """
        for flip, parts, opened, others, theirs in self.sides():
            if not self.pairs or not is_long(parts):
                continue
            answers = dict(each for pair in self.pairs for each in _last_of(pair, flip=flip))
            last = len(parts) - 1
            read = next((j for j in theirs if is_and(others[j]) and parts[last].text in others[j].words[0].latin), None)
            at = answers.get(last, read)
            ended = is_and(parts[last]) or (at is not None and (completed[flip] or is_and(others[at])))
            if not ended:
                continue
            if any(parts[i].kind not in LIGHT for i in opened if i != last):
                continue
            if last in opened and read is not None:
                like = Likeness(weights().likeness["abbreviation"], "cut off at the end")
                self.answer(flip, (last,), (read,), like)
            self._drop_behind(max(answers.values()) if at is None else at, flip=flip, kinds=TRADES | LIGHT)
            return

    def _drop_behind(self, at: int, *, flip: bool, kinds: Set[str] = frozenset()) -> None:
        """Leave out what stands behind a part of the other name, of some kinds if any are given, and in another script
        words of business before it.
        """
        mine, others = (self.right, self.left) if flip else (self.left, self.right)
        alike = mine[-1].words[-1].script == others[at].words[-1].script
        theirs = self.open_left if flip else self.open_right
        before = [j for j in theirs if j < at and (alike or others[j].kind not in TRADES)]
        behind = [j for j in theirs if j >= at and kinds and others[j].kind not in kinds]
        rest = before + behind
        self.open_left, self.open_right = (rest, self.open_right) if flip else (self.open_left, rest)

    def _only_forms(self) -> bool:
        """Whether nothing is paired yet but legal forms and the like."""
        return all(self.left[i].kind in LIGHT for lefts, _, _ in self.pairs for i in lefts)


def _last_of(pair: tuple[tuple[int, ...], tuple[int, ...], Likeness], *, flip: bool) -> Iterator[tuple[int, int]]:
    """The places that a pair answers in one name, each with the last of the other."""
    lefts, rights, _ = pair
    mine, theirs = (rights, lefts) if flip else (lefts, rights)
    yield from ((i, max(theirs)) for i in mine)


def _in_hangul(part: Part, apart: tuple[str, ...]) -> bool:
    """Whether a word of Hangul is what Latin syllables apart may spell (김일성, Kim Il Sung)."""
    if part.words[0].script != HANGUL or len(part.text) != len(apart):
        return False
    return not hangul((part.text,)).isdisjoint(hangul(apart))


def _is_long(part: Part) -> bool:
    """Whether a word has letters, or characters, enough that small words together spell it by no chance."""
    return len(part.text) >= (SHORTEST_IN_CHARACTERS if part.words[0].script in SYLLABLES else SHORTEST_APART)


def _readings_together(parts: Sequence[Part], which: Sequence[int]) -> set[str]:
    """How neighbouring words read together: as they stand, and by the first reading of each."""
    each = [w for i in which for w in parts[i].words]
    return {"".join(w.text for w in each), "".join(w.readings[0].text for w in each)}


def together(parts: Sequence[Part], which: Sequence[int]) -> str:
    """The words of some parts written together."""
    return "".join(w.text for i in which for w in parts[i].words)


def windows(opened: Sequence[int], parts: Sequence[Part], size: int, kinds: Set[str] = WORDY) -> list[tuple[int, ...]]:
    """Runs of ``size`` neighbouring open parts of some kinds, those that carry words."""
    found = []
    for at in range(len(opened) - size + 1):
        if opened[at + size - 1] - opened[at] <= size:
            run = tuple(opened[at : at + size])
            if all(parts[i].kind in kinds for i in run):
                found.append(run)
    return found
