"""Which part of one name answers which part of the other, and what is left over on each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from screening.matching.cut_words import is_filled, was_completed
from screening.matching.firm_passes import FirmPasses
from screening.matching.joining import joined_likeness
from screening.matching.meaning import covered, covering, near_meaning, nearly_covered, same_meaning
from screening.matching.part_likeness import CUT_SHORT, WORDY, part_likeness
from screening.matching.passes import LEAST, LONGEST_JOIN
from screening.matching.person_passes import PersonPasses
from screening.matching.similarity import NOTHING, Likeness
from screening.matching.weights import weights
from screening.names.arabic_prefixes import prefixes
from screening.names.given import is_given_name
from screening.names.parsing import ParsedName, Part
from screening.names.vessel_ranks import is_rank

SURE: Final = 0.93
"""A likeness from which two words are paired before any joining is tried."""
BORNE_ALIKE: Final = 0.85
"""A likeness from which a word of business is taken for the name that the other side has."""
ADJECTIVE: Final = "adjective of the name"
"""How an adjective meets its name; only after words are tried together (bluesky is no adjective of blue)."""
FEWEST_TURNED: Final = 3
RESPELLED: Final = ("transliterated", "sounds")
"""How words meet that are spelled otherwise."""
ORDERED: Final = WORDY - {"particle"}
"""Kinds of part whose order counts: an article may stand before any name, fathers' names where they like."""
LONGEST_SPELLED: Final = 5
SERVANT: Final = "abd"
SURNAME: Final = "surname"
"""How the schemes of usual spellings of family names are called."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts that answer each other; several on one side where words are joined or split."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names side by side.

    Attributes:
        pairs: What answers what.
        left: Parts of the left name that nothing answers.
        right: Parts of the right name that nothing answers.
        in_order: Whether the paired distinctive parts stand in the same order in both.
        turned: Whether they stand in exactly the other order, three at least.
        swapped: Whether another of three or more stands first, and the last stands last: a father, or a brother; or the
            last two of three or more persons' names are swapped: a father's and his father's, or a father's and a
            mother's family name.
        unsaid: Parts that nothing answers and that the other name merely leaves out, once they are no longer among
            ``left`` and ``right``.
    """

    pairs: tuple[Pair, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    in_order: bool
    turned: bool = False
    swapped: bool = False
    unsaid: tuple[Part, ...] = ()


def align(left: ParsedName, right: ParsedName) -> Alignment:
    """Align two names parsed in the same mode; swapping them swaps the sides and changes nothing else."""
    state = _State(list(left.parts), list(right.parts), person=left.mode == "person", ship=left.mode == "vessel")
    if left.mode == "organisation":
        state.by_abbreviations(unknown=True)
        state.by_characters()
    if state.person:
        state.by_arabic_compounds()
    state.by_meaning()
    state.by_word(SURE)
    state.by_small_words()
    if left.mode == "organisation":
        state.by_abbreviations()
    state.by_joining()
    if state.person:
        state.by_joining_around(left, right)
        state.by_korean_syllables(sure=True)
    if left.mode == "organisation":
        state.by_korean_in_cyrillic()
    state.by_word(LEAST)
    state.by_joining()
    if state.person:
        state.by_initial_of_two_words()
        state.by_korean_syllables()
        state.by_chinese_syllables()
        state.absorb_syllables()
        state.by_fathers_name()
        state.by_bare_fathers_name()
        state.by_genitive()
        state.by_other_vowels(left, right)
        state.by_several_initials()
        state.by_fathers_gender()
    if left.mode == "organisation":
        state.by_phrase_together()
        state.by_compound()
        state.by_cantonese()
        state.by_acronym()
        state.drop_nearly_covered()
        state.drop_forms_of_the_other()
    state.by_cut((is_filled(left), is_filled(right)), (was_completed(left), was_completed(right)))
    return state.result()


class _State(PersonPasses, FirmPasses):
    """The passes that most names need, and what comes of all of them."""

    def by_meaning(self) -> None:
        """Pair parts of one meaning: the same number, place, trade or legal form in any language."""
        borne_left, borne_right = self._said_twice()
        for borne in (False, True):
            for exact in (True, False):
                for i in list(self.open_left):
                    if borne or i not in borne_left:
                        self._one_of_its_meaning(i, frozenset() if borne else borne_right, exact=exact)
            if not (borne_left or borne_right):
                break
        self._by_phrase()
        for i in list(self.open_left):
            for j in list(self.open_right):
                like = near_meaning(self.left[i], self.right[j])
                if like is not None:
                    self.take((i,), (j,), like)
                    break
        self._drop_covered()

    def _one_of_its_meaning(self, i: int, passed_over: frozenset[int], *, exact: bool) -> None:
        for j in self.open_right:
            like = None if j in passed_over else same_meaning(self.left[i], self.right[j], exact=exact)
            if like is not None:
                self.take((i,), (j,), like)
                return

    def _said_twice(self) -> tuple[frozenset[int], frozenset[int]]:
        """Words of a meaning that their name says twice, which the other name has as a name: paired after the others.

        (Hafez Darya Arya Shipping Lines: Darya says "shipping" too, and Дарья does not.)
        """
        left = [i for i in _repeated(self.left) if any(self._borne(i, j) for j in _names(self.right))]
        right = [j for j in _repeated(self.right) if any(self._borne(i, j) for i in _names(self.left))]
        return frozenset(left), frozenset(right)

    def _by_phrase(self) -> None:
        """Pair a phrase with the words that say together what it says."""
        like = Likeness(weights().likeness["translated"], "same meaning in several words")
        for i in list(self.open_left):
            found = covering(self.left[i], [self.right[j] for j in self.open_right])
            if found:
                self.take((i,), [self.open_right[at] for at in found], like)
        for j in list(self.open_right):
            found = covering(self.right[j], [self.left[i] for i in self.open_left])
            if found:
                self.take([self.open_left[at] for at in found], (j,), like)

    def _drop_covered(self) -> None:
        """A part whose meaning a phrase on the other side holds is not left over; the phrase itself may be.

        ("export" beside "import and export", "plant" beside "tractor plant"), unless it is a word borne as a name that
        the other name has in letters (شیشه آبگینه, Abgineh Glass).
        """
        left = [i for i in self.open_left if covered(self.left[i], self.right)]
        right = [j for j in self.open_right if covered(self.right[j], self.left)]
        for i in left:
            if not any(self._borne(i, j) for j in self.open_right if self.right[j].kind == "name"):
                self.open_left.remove(i)
        for j in right:
            if not any(self._borne(i, j) for i in self.open_left if self.left[i].kind == "name"):
                self.open_right.remove(j)

    def _borne(self, i: int, j: int) -> bool:
        """Whether a word of business on one side is the name on the other, spelled as it sounds."""
        return (self.alike.get((i, j)) or self._alike(i, j)).value >= BORNE_ALIKE

    def drop_nearly_covered(self) -> None:
        """A word of business nearly said by one that is answered is not left over; where both are open they differ."""
        left = [self.left[i] for i in range(len(self.left)) if i not in self.open_left]
        right = [self.right[j] for j in range(len(self.right)) if j not in self.open_right]
        self.open_left = [i for i in self.open_left if not nearly_covered(self.left[i], right)]
        self.open_right = [j for j in self.open_right if not nearly_covered(self.right[j], left)]

    def by_word(self, least: float) -> None:
        """Pair single words by likeness of at least so much, the best pairs first."""
        options = []
        for i in self.open_left:
            for j in self.open_right:
                like = self.alike.get((i, j)) or self._alike(i, j)
                if like.value >= least and (least < SURE or like.how != ADJECTIVE):
                    worth = min(self.left[i].rarity, self.right[j].rarity)
                    apart = abs(i - j)
                    # A family name of one syllable may be spelled as a given name is: it stands where the other's does.
                    first = apart if like.scheme.startswith(SURNAME) else 0
                    key = (-like.value, first, -worth, apart, *sorted((self.left[i].text, self.right[j].text)))
                    options.append((key, i, j, like))
        for _, i, j, like in sorted(options, key=lambda option: option[0]):
            if i in self.open_left and j in self.open_right:
                if like.how == "initial" and not self.person and not self._share_a_name():
                    continue
                self.take((i,), (j,), like)

    def _alike(self, i: int, j: int) -> Likeness:
        """Likeness of two single words."""
        if self.person and self._part_of_other(i, j):
            like = self.alike[i, j] = NOTHING
            return like
        like = part_likeness(self.left[i], self.right[j], person=self.person)
        if like.how.startswith(("spelling", ADJECTIVE)) and self._may_be_after_persons(i, j):
            # whom a ship is named after: of two captains, or a man and a woman, the one is not the other
            persons = part_likeness(self.left[i], self.right[j], person=True)
            like = persons if persons.value < LEAST else like
        if like.how.startswith("spelling") and self.syllables.differ(self.left[i], self.right[j]):
            like = Likeness(like.value * weights().likeness["pinyin"], f"{like.how}, other syllables")
        if (like.how == CUT_SHORT and self._stands_alone(i, j)) or self._is_a_state_by_guess(i, j, like):
            like = NOTHING
        self.alike[i, j] = like
        return like

    def _is_a_state_by_guess(self, i: int, j: int, like: Likeness) -> bool:
        """Whether a Latin name is a state only by a guess at how others spell it (China, Sina): states are known."""
        left, right = self.left[i], self.right[j]
        states = (left.kind == "country") != (right.kind == "country")
        if not states or not like.how.startswith(RESPELLED) or not (left.text.isascii() and right.text.isascii()):
            return False
        return left.words[0].usual_sounds.isdisjoint(right.words[0].usual_sounds)

    def _may_be_after_persons(self, i: int, j: int) -> bool:
        """Whether two ships are named after persons by these words: behind a rank, or given names."""
        if _is_ranked(self.left, i) and _is_ranked(self.right, j):
            return True
        return self.ship and all(
            any(map(is_given_name, part.words[0].spelled)) for part in (self.left[i], self.right[j])
        )

    def _stands_alone(self, i: int, j: int) -> bool:
        """Whether the shorter of two words is all its name has: then it is no abbreviation (Meta, Metalloobrabotka)."""
        at, parts = (i, self.left) if len(self.left[i].text) < len(self.right[j].text) else (j, self.right)
        return not any(part.kind in WORDY for other, part in enumerate(parts) if other != at)

    def _part_of_other(self, i: int, j: int) -> bool:
        """Whether one word is but the first of an Arabic name of two (Abdul Latif), and the other such a name whole."""
        ours, theirs = self.left[i].text, self.right[j].text
        if not (ours.startswith(SERVANT) and theirs.startswith(SERVANT)):
            return False
        return _begins_compound(self.left, i) != _begins_compound(self.right, j)

    def _share_a_name(self) -> bool:
        """Whether a distinctive word is paired: without one, an initial in a company's name stands for nothing."""
        return any(
            self.left[i].kind == self.right[j].kind == "name"
            for lefts, rights, _ in self.pairs
            for i in lefts
            for j in rights
        )

    def by_joining(self) -> None:
        """Pair words written apart on one side and together on the other ("win sun", "winsun")."""
        if not self.open_left or not self.open_right or len(self.open_left) + len(self.open_right) < 3:
            return
        longest = LONGEST_JOIN
        if not all(part.text.isascii() for part in (*self.left, *self.right)):
            longest = LONGEST_SPELLED  # a word of Han characters answers as many Latin syllables
        for size in range(longest, 1, -1):
            for size_left, size_right in ((size, 1), (1, size)) if size > 2 else ((2, 1), (1, 2), (2, 2)):
                self._join(size_left, size_right)

    def _join(self, size_left: int, size_right: int) -> None:
        if len(self.open_left) < size_left or len(self.open_right) < size_right:
            return
        others = self.windows(self.open_right, self.right, size_right)
        if not others:
            return
        for lefts in self.windows(self.open_left, self.left, size_left):
            for rights in others:
                if (lefts, rights) in self.apart or not (
                    _all_in(lefts, self.open_left) and _all_in(rights, self.open_right)
                ):
                    continue
                like = joined_likeness(self.run(lefts, right=False), self.run(rights, right=True))
                if like.value >= LEAST:
                    self.take(lefts, rights, like)
                    break  # these words are answered
                self.apart.add((lefts, rights))

    def result(self) -> Alignment:
        carried = [
            (lefts[0], rights[0])
            for lefts, rights, _ in self.pairs
            if self.left[lefts[0]].kind in ORDERED
            and self.right[rights[0]].kind in ORDERED
            and not self.left[lefts[0]].kind == self.right[rights[0]].kind == "patronymic"
        ]
        carried.sort()
        order = [j for _, j in carried]
        pairs = tuple(
            Pair(tuple(self.left[i] for i in lefts), tuple(self.right[j] for j in rights), like)
            for lefts, rights, like in sorted(self.pairs, key=lambda pair: pair[:2])
        )
        return Alignment(
            pairs,
            tuple(self.left[i] for i in self.open_left),
            tuple(self.right[j] for j in self.open_right),
            _in_order(order, rotated=self.person),
            len(order) >= FEWEST_TURNED and all(b < a for a, b in pairwise(order)),
            _is_swapped(order) or (self.person and self._ends_are_swapped(carried)),
        )

    def _ends_are_swapped(self, carried: Sequence[tuple[int, int]]) -> bool:
        """Whether only the last two names, given names both or neither, stand in another order."""
        order = [j for _, j in carried]
        if len(order) < FEWEST_TURNED or [*order[:-2], *order[:-3:-1]] != sorted(order):
            return False
        last = [self.left[i] for i, _ in carried[-2:]]
        if any(part.kind != "name" for part in (*last, *(self.right[j] for _, j in carried[-2:]))):
            return False
        # "John Smith Michael" has the family name between.
        return is_given_name(last[0].text) == is_given_name(last[1].text)


def _is_ranked(parts: Sequence[Part], at: int) -> bool:
    """Whether a rank stands before a word of a ship's name."""
    return any(map(is_rank, parts[:at]))


def _is_swapped(order: Sequence[int]) -> bool:
    return len(order) >= FEWEST_TURNED and order[0] != min(order) and order[-1] == max(order)


def _repeated(parts: Sequence[Part]) -> list[int]:
    """Which words of business mean what another of the same name does."""
    said = Counter(concept for part in parts for concept in part.concepts)
    if not said or max(said.values()) == 1:
        return []
    return [i for i, part in enumerate(parts) if any(said[each] > 1 for each in part.concepts)]


def _names(parts: Sequence[Part]) -> list[int]:
    return [i for i, part in enumerate(parts) if part.kind == "name"]


def _begins_compound(parts: Sequence[Part], at: int) -> bool:
    return parts[at].text in prefixes("servant") and at + 1 < len(parts) and parts[at + 1].kind == "name"


def _in_order(order: Sequence[int], *, rotated: bool) -> bool:
    """Whether positions rise; for a person, also when they do from some place on and go round (family name first)."""
    falls = sum(1 for first, second in pairwise(order) if second < first)
    return falls == 0 or (rotated and falls == 1 and order[-1] < order[0])


def _all_in(some: Sequence[int], opened: Sequence[int]) -> bool:
    return all(i in opened for i in some)
