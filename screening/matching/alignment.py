"""Which part of one name answers which part of the other, and what is left over on each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from screening.matching.acronyms import acronym, acronym_likeness, run_of_initials
from screening.matching.cut import is_cut, is_long
from screening.matching.joining import Run, hangul, joined_likeness
from screening.matching.meaning import covered, covering, near_meaning, nearly_covered, same_meaning
from screening.matching.part_likeness import WORDY, part_likeness
from screening.matching.persons import family_names
from screening.matching.similarity import Likeness
from screening.matching.weights import weights
from screening.names.chinese_given import same_given_name
from screening.names.parsing import ParsedName, Part
from screening.names.pinyin import is_pinyin
from screening.names.places import place

LEAST: Final = 0.55
"""A likeness below this is no answer: both words are left over."""
SURE: Final = 0.93
"""A likeness from which two words are paired before any joining is tried."""
CHINESE: Final = frozenset({"CN", "HK", "MO", "TW"})
FEWEST_TURNED: Final = 3
ORDERED: Final = WORDY - {"particle"}
"""Kinds of part whose order counts: an article may stand before any name of a person."""
LONGEST_JOIN: Final = 3
LONGEST_SPELLED: Final = 5
LONG_PINYIN: Final = 7
SHORTEST_ABBREVIATION: Final = 2


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
        swapped: Whether the first two of three or more stand the other way round, the others in order.
    """

    pairs: tuple[Pair, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    in_order: bool
    turned: bool = False
    swapped: bool = False


def align(left: ParsedName, right: ParsedName) -> Alignment:
    """Align two names parsed in the same mode; swapping them swaps the sides and changes nothing else."""
    state = _State(list(left.parts), list(right.parts), person=left.mode == "person")
    state.by_meaning()
    state.by_word(SURE)
    if left.mode == "organisation":
        state.by_abbreviations()
    state.by_joining()
    state.by_word(LEAST)
    state.by_joining()
    if state.person:
        state.by_korean_syllables()
        state.by_chinese_syllables()
        state.absorb_syllables()
    if left.mode == "organisation":
        state.byacronym()
        state.drop_nearly_covered()
    state.by_cut()
    return state.result()


class _State:
    """The parts not yet answered, as indexes into both names, while the passes go over them."""

    def __init__(self, left: list[Part], right: list[Part], *, person: bool) -> None:
        self.left = left
        self.right = right
        self.person = person
        self.open_left = list(range(len(left)))
        self.open_right = list(range(len(right)))
        self.chinese: bool | None = None  # whether either name says that it is; asked only when needed
        self.pairs: list[tuple[tuple[int, ...], tuple[int, ...], Likeness]] = []
        self.apart: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()  # tried together in vain
        self.runs_left: dict[tuple[int, ...], Run] = {}
        self.runs_right: dict[tuple[int, ...], Run] = {}
        self.alike: dict[tuple[int, int], Likeness] = {}

    def _take(self, lefts: Sequence[int], rights: Sequence[int], like: Likeness) -> None:
        self.pairs.append((tuple(lefts), tuple(rights), like))
        for i in lefts:
            self.open_left.remove(i)
        for j in rights:
            self.open_right.remove(j)

    def by_meaning(self) -> None:
        """Pair parts of one meaning: the same number, place, trade or legal form in any language."""
        for exact in (True, False):
            for i in list(self.open_left):
                for j in list(self.open_right):
                    like = same_meaning(self.left[i], self.right[j], exact=exact)
                    if like is not None:
                        self._take((i,), (j,), like)
                        break
        self._by_phrase()
        for i in list(self.open_left):
            for j in list(self.open_right):
                like = near_meaning(self.left[i], self.right[j])
                if like is not None:
                    self._take((i,), (j,), like)
                    break
        self._drop_covered()

    def _by_phrase(self) -> None:
        """Pair a phrase with the words that say together what it says."""
        like = Likeness(weights().likeness["translated"], "same meaning in several words")
        for i in list(self.open_left):
            found = covering(self.left[i], [self.right[j] for j in self.open_right])
            if found:
                self._take((i,), [self.open_right[at] for at in found], like)
        for j in list(self.open_right):
            found = covering(self.right[j], [self.left[i] for i in self.open_left])
            if found:
                self._take([self.open_left[at] for at in found], (j,), like)

    def _drop_covered(self) -> None:
        """A part whose meaning a phrase on the other side holds is not left over; the phrase itself may be.

        ("export" beside "import and export", "plant" beside "tractor plant")
        """
        self.open_left = [i for i in self.open_left if not covered(self.left[i], self.right)]
        self.open_right = [j for j in self.open_right if not covered(self.right[j], self.left)]

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
                if like.value >= least:
                    worth = min(self.left[i].rarity, self.right[j].rarity)
                    key = (-like.value, -worth, abs(i - j), *sorted((self.left[i].text, self.right[j].text)))
                    options.append((key, i, j, like))
        for _, i, j, like in sorted(options, key=lambda option: option[0]):
            if i in self.open_left and j in self.open_right:
                if like.how == "initial" and not self.person and not self._share_a_name():
                    continue
                self._take((i,), (j,), like)

    def _alike(self, i: int, j: int) -> Likeness:
        """Likeness of two single words."""
        like = part_likeness(self.left[i], self.right[j], person=self.person)
        if like.how.startswith("spelling") and self._other_pinyin(self.left[i], self.right[j]):
            like = Likeness(like.value * weights().likeness["pinyin"], f"{like.how}, other syllables")
        self.alike[i, j] = like
        return like

    def _share_a_name(self) -> bool:
        """Whether a distinctive word is paired: without one, an initial in a company's name stands for nothing."""
        return any(
            self.left[i].kind == self.right[j].kind == "name"
            for lefts, rights, _ in self.pairs
            for i in lefts
            for j in rights
        )

    def _other_pinyin(self, left: Part, right: Part) -> bool:
        """Whether two words of Chinese names differ by a syllable: that is another word, not a slip."""
        if not (is_pinyin(left.text) and is_pinyin(right.text)):
            return False
        if len(left.text) >= LONG_PINYIN and sorted(left.text) == sorted(right.text):
            return False  # letters swapped in a long word: a slip, not another syllable
        if self.chinese is None:
            self.chinese = self._share_family_name("zh") or any(map(_is_chinese, (*self.left, *self.right)))
        return self.chinese

    def by_abbreviations(self) -> None:
        """Pair a phrase with neighbouring words that begin its words, one for one ("Tıb. Cih.", "tıbbi cihazlar")."""
        like = Likeness(weights().likeness["abbreviation"], "abbreviations")
        for flip in (False, True):
            phrases, words = (self.right, self.left) if flip else (self.left, self.right)
            for i in list(self.open_right if flip else self.open_left):
                opened = self.open_left if flip else self.open_right
                size = len(phrases[i].words)
                if size < 2 or phrases[i].kind not in WORDY:
                    continue
                for run in _windows(opened, words, size):
                    if all(
                        len(words[j].words) == 1 and _abbreviates(words[j].text, of.text)
                        for j, of in zip(run, phrases[i].words, strict=True)
                    ):
                        lefts, rights = (run, (i,)) if flip else ((i,), run)
                        self._take(lefts, rights, like)
                        break

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
        others = _windows(self.open_right, self.right, size_right)
        if not others:
            return
        for lefts in _windows(self.open_left, self.left, size_left):
            for rights in others:
                if (lefts, rights) in self.apart or not (
                    _all_in(lefts, self.open_left) and _all_in(rights, self.open_right)
                ):
                    continue
                ours = _run(self.runs_left, self.left, lefts)
                like = joined_likeness(ours, _run(self.runs_right, self.right, rights))
                if like.value >= LEAST:
                    self._take(lefts, rights, like)
                    break  # these words are answered
                self.apart.add((lefts, rights))

    def by_korean_syllables(self) -> None:
        """Pair what is left of two given names under one Korean family name, if the same Hangul may lie behind both."""
        names = [i for i in self.open_left if self.left[i].kind in WORDY]
        others = [j for j in self.open_right if self.right[j].kind in WORDY]
        if not names or not others or not self._share_family_name("ko"):
            return
        if all(w.script == "Han" for i in names for w in self.left[i].words) and all(
            w.script == "Han" for j in others for w in self.right[j].words
        ):
            return  # characters say which they are
        ours = hangul([self.left[i] for i in names])
        if ours & hangul([self.right[j] for j in others]):
            self._take(names, others, Likeness(weights().likeness["korean"], "the same Hangul spelled otherwise"))

    def by_chinese_syllables(self) -> None:
        """Pair given names under one Chinese family name, one in pinyin or characters, one as spelled elsewhere."""
        if not self.open_left or not self.open_right or not self._share_family_name("zh"):
            return
        like = Likeness(weights().likeness["cantonese"], "transliterated", "Cantonese or Wade-Giles")
        for sizes in product(range(LONGEST_JOIN, 0, -1), repeat=2):
            for lefts in _windows(self.open_left, self.left, sizes[0]):
                for rights in _windows(self.open_right, self.right, sizes[1]):
                    still = set(lefts) <= set(self.open_left) and set(rights) <= set(self.open_right)
                    if still and same_given_name(_together(self.left, lefts), _together(self.right, rights)):
                        self._take(lefts, rights, like)

    def absorb_syllables(self) -> None:
        """An initial stands for the whole given name: "C. Teng" leaves nothing over of "Chih-chiang Teng"."""
        if not self._share_family_name(""):
            return
        for lefts, rights, like in self.pairs:
            if like.how == "initial":
                last_left, last_right = lefts[-1], rights[-1]
                self.open_left = [i for i in self.open_left if i != last_left + 1]
                self.open_right = [j for j in self.open_right if j != last_right + 1]

    def _share_family_name(self, language: str) -> bool:
        """Whether a Chinese or Korean family name ("zh", "ko", or either) is paired."""
        return any(
            concept.startswith(language)
            for lefts, rights, _ in self.pairs
            if len(lefts) == len(rights) == 1
            for w in self.left[lefts[0]].words
            for v in self.right[rights[0]].words
            for concept in family_names(w) & family_names(v)
        )

    def byacronym(self) -> None:
        """Pair one word with the initials of all the words of the other name."""
        if any(self.left[i].kind == "name" for lefts, _, _ in self.pairs for i in lefts):
            self._by_part_ofacronym()
            return
        found = acronym(self.left, self.open_left, self.right, self.open_right)
        if found:
            self._take(*found, acronym_likeness(self.left[found[0][0]]))
            return
        found = acronym(self.right, self.open_right, self.left, self.open_left)
        if found:
            self._take(found[1], found[0], acronym_likeness(self.right[found[0][0]]))

    def _by_part_ofacronym(self) -> None:
        """Beside a distinctive word in common, pair a word with a run of the other side's that its letters begin.

        ("DP Microchip", "Design Partner Microchip")
        """
        for flip in (False, True):
            shorts, shorts_open = (self.right, self.open_right) if flip else (self.left, self.open_left)
            full, full_open = (self.left, self.open_left) if flip else (self.right, self.open_right)
            for i in list(shorts_open):
                run = run_of_initials(shorts[i], full, full_open)
                if run:
                    like = Likeness(weights().likeness["acronym"], "acronym")
                    lefts, rights = (run, (i,)) if flip else ((i,), run)
                    self._take(lefts, rights, like)

    def by_cut(self) -> None:
        """Pair the last word of a name that a field was too short for with the word it begins ("… Balasubr").

        In a name of some length what follows that word on the other side was cut off as well.
        """
        for flip in (False, True):
            parts, opened = (self.right, self.open_right) if flip else (self.left, self.open_left)
            others, theirs = (self.left, self.open_left) if flip else (self.right, self.open_right)
            last = len(parts) - 1
            if not self.pairs or last not in opened:
                continue
            full = next((j for j in theirs if is_cut(parts[last], others[j], parts)), None)
            if full is None:
                continue
            like = Likeness(weights().likeness["abbreviation"], "cut off at the end")
            lefts, rights = (full, last) if flip else (last, full)
            self._take((lefts,), (rights,), like)
            if is_long(parts):
                rest = [j for j in theirs if j < full]
                self.open_left, self.open_right = (rest, self.open_right) if flip else (self.open_left, rest)
            return

    def result(self) -> Alignment:
        carried = [
            (lefts[0], rights[0])
            for lefts, rights, _ in self.pairs
            if self.left[lefts[0]].kind in ORDERED and self.right[rights[0]].kind in ORDERED
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
            len(order) >= FEWEST_TURNED and _in_order([order[1], order[0], *order[2:]], rotated=False),
        )


def _is_chinese(part: Part) -> bool:
    """Whether a part is written in Chinese characters or names a place in a Chinese-speaking country."""
    if any(w.script == "Han" for w in part.words):
        return True
    found = [place(concept) for concept in part.concepts] if part.kind == "place" else []
    return any(each is not None and each.country in CHINESE for each in found) or (
        part.kind == "country" and bool(part.concepts & CHINESE)
    )


def _in_order(order: Sequence[int], *, rotated: bool) -> bool:
    """Whether positions rise; for a person, also when they do from some place on and go round (family name first)."""
    falls = sum(1 for first, second in pairwise(order) if second < first)
    return falls == 0 or (rotated and falls == 1 and order[-1] < order[0])


def _run(known: dict[tuple[int, ...], Run], parts: Sequence[Part], which: tuple[int, ...]) -> Run:
    """Neighbouring parts written together, made once."""
    found = known.get(which)
    if found is None:
        found = known[which] = Run([parts[i] for i in which])
    return found


def _together(parts: Sequence[Part], which: Sequence[int]) -> str:
    return "".join(w.text for i in which for w in parts[i].words)


def _all_in(some: Sequence[int], opened: Sequence[int]) -> bool:
    return all(i in opened for i in some)


def _abbreviates(short: str, full: str) -> bool:
    return len(short) >= SHORTEST_ABBREVIATION and full.startswith(short)


def _windows(opened: Sequence[int], parts: Sequence[Part], size: int) -> list[tuple[int, ...]]:
    """Runs of ``size`` neighbouring open parts that carry words."""
    found = []
    for at in range(len(opened) - size + 1):
        if opened[at + size - 1] - opened[at] <= size:
            run = tuple(opened[at : at + size])
            if all(parts[i].kind in WORDY for i in run):
                found.append(run)
    return found
