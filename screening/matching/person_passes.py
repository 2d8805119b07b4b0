"""The passes over the parts of two persons' names: fathers, families, syllables, names of two words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final

from screening.matching.initial_likeness import begins_with
from screening.matching.joining import FEWEST_AROUND, SHORTEST_AROUND, hangul, joined_likeness
from screening.matching.other_vowels import are_enough, are_one_family, are_one_given_name
from screening.matching.part_likeness import WORDY
from screening.matching.passes import HANGUL, LEAST, LONGEST_JOIN, Passes, together, windows
from screening.matching.persons import OTHER_GENDER, SAME_FATHER, is_child_of, is_family_of
from screening.matching.similarity import Likeness
from screening.matching.weights import weights
from screening.names.arabic_compounds import BEFORE
from screening.names.chinese_given import same_given_name
from screening.names.given import is_sons
from screening.names.letters import vowels
from screening.names.parsing import ParsedName, Part, name_words
from screening.names.persons import SON_OF

FAMILY: Final = "family"
GENITIVE: Final = frozenset("aа")
FEWEST_BESIDE: Final = 2
SURE_TOGETHER: Final = 0.9
"""Likeness of two words with one from which they are paired before any single words are."""


class PersonPasses(Passes):
    """The passes that persons' names need."""

    def by_arabic_compounds(self) -> None:
        """Pair a name of two words, one of which is in many names (عبد الاحمد, Arif Ullah), with the same in one word.

        Before single words meet, of which the name may have another (عبدالغني عبد الاحمد, Abdul Ghani Abdul Ahmad).
        """
        for flip, parts, opened, others, theirs in self.sides():
            for two in windows(opened, parts, 2):
                if self.run(two, right=flip).halves is None:
                    continue
                for i in [i for i in theirs if others[i].kind == "name" and len(others[i].words) == 1]:
                    like = joined_likeness(self.run(two, right=flip), self.run((i,), right=not flip))
                    if like.value >= SURE_TOGETHER:
                        self.answer(flip, two, (i,), like)
                        break

    def by_joining_around(self, left: ParsedName, right: ParsedName) -> None:
        """Pair a word with the last given name and the family name behind it, where a comma tells which stands first.

        (Zahed, Hossein Ghorbani; Hossein Ghorbanizahed.)
        """
        for flip, parts, opened, others, theirs in self.sides():
            names = [i for i, part in enumerate(parts) if part.kind == "name"]
            if len(names) < FEWEST_AROUND or not {names[0], names[-1]} <= set(opened):
                continue
            if not _goes_around(right if flip else left):
                continue
            ends = names[-1], names[0]
            for i in [i for i in theirs if others[i].kind == "name" and len(others[i].text) >= SHORTEST_AROUND]:
                like = joined_likeness(self.run(ends, right=flip), self.run((i,), right=not flip))
                if like.value >= LEAST:
                    self.answer(flip, ends, (i,), like)
                    break

    def by_korean_syllables(self, *, sure: bool = False) -> None:
        """Pair what is left of two given names under one Korean family name, if the same Hangul may lie behind both.

        Where it must be ``sure``, one of them is written in Hangul and the other is not.
        """
        names = [i for i in self.open_left if self.left[i].kind in WORDY]
        others = [j for j in self.open_right if self.right[j].kind in WORDY]
        if not names or not others or not self.share_family_name("ko"):
            return
        ours = {w.script for i in names for w in self.left[i].words}
        theirs = {w.script for j in others for w in self.right[j].words}
        if sure and (ours == theirs or HANGUL not in (*ours, *theirs)):
            return
        if ours == theirs and ours in ({"Han"}, {HANGUL}):
            return  # they say which they are
        syllables = hangul(tuple(w.text for i in names for w in self.left[i].words))
        if syllables & hangul(tuple(w.text for j in others for w in self.right[j].words)):
            self.take(names, others, Likeness(weights().likeness["korean"], "the same Hangul spelled otherwise"))

    def by_chinese_syllables(self) -> None:
        """Pair given names under one Chinese family name, one in pinyin or characters, one as spelled elsewhere."""
        if not self.open_left or not self.open_right or not self.share_family_name("zh"):
            return
        like = Likeness(weights().likeness["cantonese"], "transliterated", "Cantonese or Wade-Giles")
        for sizes in product(range(LONGEST_JOIN, 0, -1), repeat=2):
            for lefts in windows(self.open_left, self.left, sizes[0]):
                for rights in windows(self.open_right, self.right, sizes[1]):
                    still = set(lefts) <= set(self.open_left) and set(rights) <= set(self.open_right)
                    if still and same_given_name(together(self.left, lefts), together(self.right, rights)):
                        self.take(lefts, rights, like)

    def absorb_syllables(self) -> None:
        """An initial stands for the whole given name: "C. Teng" leaves nothing over of "Chih-chiang Teng"."""
        if not self.share_family_name(""):
            return
        for lefts, rights, like in self.pairs:
            if like.how == "initial":
                last_left, last_right = lefts[-1], rights[-1]
                self.open_left = [i for i in self.open_left if i != last_left + 1]
                self.open_right = [j for j in self.open_right if j != last_right + 1]

    def by_initial_of_two_words(self) -> None:
        """Pair an initial with an Arabic name of two words that begins with it (A., عبد القادر): it is the first's."""
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "initial"]:
                two = next((at for at in theirs if at and _is_of_two_words(others, at, theirs)), None)
                if two is not None and begins_with(others[two - 1], parts[i]):
                    self.answer(flip, (i,), (two - 1, two), Likeness(weights().likeness["initial"], "initial"))

    def by_several_initials(self) -> None:
        """Two initials that both begin what they stand beside say more than one."""
        found = [at for at, (_, _, like) in enumerate(self.pairs) if like.how == "initial"]
        if len(found) > 1:
            like = Likeness(weights().likeness["initials"], "initial")
            for at in found:
                self.pairs[at] = (*self.pairs[at][:2], like)

    def by_fathers_name(self) -> None:
        """Pair whose child a person is called with the family name made of it, where a name has no other family name.

        Many of Central Asia have dropped the Russian ending: "Айгерим Токтосун кызы" was Айгерим Токтосунова.
        """
        for flip, parts, opened, others, theirs in self.sides():
            if sum(1 for part in parts if part.kind == "name") != 1 or not any(
                part.concepts & SON_OF for part in parts
            ):
                continue
            fathers = [i for i in opened if parts[i].kind == "patronymic"]
            families = [j for j in theirs if others[j].kind == "name"]
            if len(fathers) == len(families) == 1 and is_family_of(others[families[0]], parts[fathers[0]]):
                like = Likeness(weights().person["family_of_father"], "family name made of the father's")
                self.answer(flip, fathers, families, like)

    def by_bare_fathers_name(self) -> None:
        """Pair a patronymic with the father's name by itself (Saidmurodovich, Saidmurod), beside a given name and a
        family name that both have.
        """
        if len(self.pairs) < FEWEST_BESIDE:
            return
        like = Likeness(weights().person["bare_father"], "one father")
        for flip, parts, opened, others, theirs in self.sides():
            fathers = [i for i in opened if parts[i].kind == "patronymic"]
            bare = [j for j in theirs if others[j].kind == "name"]
            if len(fathers) == len(bare) == 1 and is_child_of(parts[fathers[0]], others[bare[0]]):
                self.answer(flip, fathers, bare, like)

    def by_genitive(self) -> None:
        """Pair a man's family name with the same in the genitive, where his patronymic tells that he is no woman.

        (Kirilova Pavel Ivanovich: half of a name was put into the nominative.)
        """
        if not any(like.value >= SAME_FATHER and self._is_sons(lefts, rights) for lefts, rights, like in self.pairs):
            return
        for i in [i for i in self.open_left if self.left[i].kind == "name"]:
            for j in [j for j in self.open_right if self.right[j].kind == "name"]:
                if any(_is_in_genitive(a, b) for a in _usual(self.left[i]) for b in _usual(self.right[j])):
                    self.take((i,), (j,), Likeness(weights().person["genitive"], "a family name in the genitive"))
                    break

    def _is_sons(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        return all(
            part.kind == "patronymic" and is_sons(part.text)
            for part in (*(self.left[i] for i in lefts), *(self.right[j] for j in rights))
        )

    def by_fathers_gender(self) -> None:
        """Take a family name in the other gender's form for a slip where both are the children of one father.

        The patronymic says whose son or daughter they are, and the registers of other countries write a daughter's
        family name as her father's ("Elena Ivanovna Rakhmukov").
        """
        sure = weights().likeness["transliterated"]
        if not any(
            self.left[lefts[0]].kind == self.right[rights[0]].kind == "patronymic" and like.value >= sure
            for lefts, rights, like in self.pairs
        ):
            return
        form = Likeness(weights().person["form_for_sure"], f"{OTHER_GENDER}, one patronymic")
        self.pairs = [
            (lefts, rights, form if like.how == OTHER_GENDER and like.value < form.value else like)
            for lefts, rights, like in self.pairs
        ]

    def by_other_vowels(self, left: ParsedName, right: ParsedName) -> None:
        """Pair the one name that is not answered yet with one of other vowels in its place, beside three more names."""
        ours = [i for i in self.open_left if self.left[i].kind == "name"]
        theirs = [j for j in self.open_right if self.right[j].kind == "name"]
        if min(len(ours), len(theirs)) != 1:
            return
        if not are_enough(
            [
                self.left[lefts[0]]
                for lefts, rights, like in self.pairs
                if like.value >= SAME_FATHER and self.left[lefts[0]].kind == self.right[rights[0]].kind == "name"
            ]
        ):
            return
        first_left, first_right = _first_own(left), _first_own(right)
        like = Likeness(weights().person["other_vowels"], "other short vowels, beside three names")
        for i, j in product(ours, theirs):
            places = _place(self.left, i, first_left), _place(self.right, j, first_right)
            same = are_one_family if places == (FAMILY, FAMILY) else are_one_given_name
            if places[0] == places[1] and same(self.left[i], self.right[j]):
                self.take((i,), (j,), like)
                return


def _usual(part: Part) -> tuple[str, ...]:
    """A name as it is folded and in its usual Latin spellings."""
    return (part.text, *part.words[0].usual) if len(part.words) == 1 else (part.text,)


def _is_in_genitive(one: str, other: str) -> bool:
    """Whether one of two words in an alphabet is the other's genitive (Петрова, Petrova beside Petrov)."""
    short, full = sorted((one, other), key=len)
    return full[:-1] == short and full[-1] in GENITIVE and short[-1] not in vowels()


def _is_of_two_words(parts: Sequence[Part], at: int, opened: Sequence[int]) -> bool:
    """Whether a name that nothing answers makes a name of two words with what stands before it (عبد القادر)."""
    before = parts[at - 1]
    return (
        parts[at].kind == "name"
        and at - 1 in opened
        and before.kind == "particle"
        and not before.concepts.isdisjoint(BEFORE)
    )


def _place(parts: Sequence[Part], at: int, first: int) -> str:
    """Which of a person's names a part is: own, the family's, or a father's between them."""
    names = [i for i, part in enumerate(parts) if part.kind == "name"]
    own = next((i for i in names if i >= first), names[0])
    family = [i for i in names if i < first] or names[-1:]
    return "own" if at == own else FAMILY if at in family else "father"


def _goes_around(name: ParsedName) -> bool:
    """Whether a comma tells that the family name stands first, which is said behind the others elsewhere."""
    before, comma, behind = name.text.partition(",")
    return bool(comma and before.strip() and behind.strip())


def _first_own(name: ParsedName) -> int:
    """Where a person's own names begin: behind the family name that a comma tells, else at the beginning."""
    if not _goes_around(name):
        return 0
    family = set(name_words(name.text.partition(",")[0]))
    return next((at for at, part in enumerate(name.parts) if not family.issuperset(part.text.split(" "))), 0)
