"""The parts of two names that nothing answers yet, and the passes over them for single scripts, habits and slips."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import product
from typing import Final

from screening.matching.acronyms import acronym, acronym_likeness, run_of_initials
from screening.matching.cut_words import is_cut, is_long, is_most
from screening.matching.joining import Run, hangul, joined_likeness
from screening.matching.other_syllables import OtherSyllables
from screening.matching.other_vowels import are_enough, are_one_family, are_one_given_name
from screening.matching.part_likeness import WORDY
from screening.matching.persons import OTHER_GENDER, SAME_FATHER, is_child_of, is_family_of, shared_families
from screening.matching.similarity import MEANT, Likeness
from screening.matching.variants import SYLLABLES
from screening.matching.weights import weights
from screening.names.chinese_given import same_given_name
from screening.names.compounds import is_compound, meaning_at_end
from screening.names.given import is_sons
from screening.names.letters import vowels
from screening.names.parsing import LIGHT, Part
from screening.names.persons import SON_OF

HANGUL: Final = "Hangul"
FAMILY: Final = "family"
GENITIVE: Final = frozenset("aа")
FEWEST_BESIDE: Final = 2
LONGEST_JOIN: Final = 3
SHORTEST_ABBREVIATION: Final = 2
SHORTEST_APART: Final = 5
"""Letters from which a word is looked for in words apart that may be small ones."""
SURE_TOGETHER: Final = 0.9
"""Likeness of two words with one from which they are paired before any single words are."""
SHORTEST_IN_CHARACTERS: Final = 3
APART: Final = WORDY | {"stopword", "legal_form", "particle"}


class Passes:
    """The parts not yet answered, as indexes into both names, while the passes go over them."""

    def __init__(self, left: list[Part], right: list[Part], *, person: bool) -> None:
        self.left = left
        self.right = right
        self.person = person
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

    def by_abbreviations(self, *, unknown: bool = False) -> None:
        """Pair a phrase with neighbouring words that begin its words, one for one ("Tıb. Cih.", "tıbbi cihazlar").

        Before words meet by their meaning, only where one of the beginnings is ``unknown``: "neft" would be taken
        for the whole of "neft məhsulları" beside "Neft Məh.".
        """
        like = Likeness(weights().likeness["abbreviation"], "abbreviations")
        for flip in (False, True):
            phrases, words = (self.right, self.left) if flip else (self.left, self.right)
            for i in list(self.open_right if flip else self.open_left):
                opened = self.open_left if flip else self.open_right
                size = len(phrases[i].words)
                if size < 2 or phrases[i].kind not in WORDY:
                    continue
                for run in windows(opened, words, size):
                    if all(
                        len(words[j].words) == 1 and _abbreviates(words[j].text, of.text)
                        for j, of in zip(run, phrases[i].words, strict=True)
                    ) and (not unknown or any(words[j].kind == "name" for j in run)):
                        lefts, rights = (run, (i,)) if flip else ((i,), run)
                        self.take(lefts, rights, like)
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
        if sure and (ours == theirs or "Hangul" not in (*ours, *theirs)):
            return
        if ours == theirs and ours in ({"Han"}, {"Hangul"}):
            return  # they say which they are
        syllables = hangul(tuple(w.text for i in names for w in self.left[i].words))
        if syllables & hangul(tuple(w.text for j in others for w in self.right[j].words)):
            self.take(names, others, Likeness(weights().likeness["korean"], "the same Hangul spelled otherwise"))

    def by_fathers_name(self) -> None:
        """Pair whose child a person is called with the family name made of it, where a name has no other family name.

        Many of Central Asia have dropped the Russian ending: "Айгерим Токтосун кызы" was Айгерим Токтосунова.
        """
        for flip in (False, True):
            parts, opened = (self.right, self.open_right) if flip else (self.left, self.open_left)
            others, theirs = (self.left, self.open_left) if flip else (self.right, self.open_right)
            if sum(1 for part in parts if part.kind == "name") != 1 or not any(
                part.concepts & SON_OF for part in parts
            ):
                continue
            fathers = [i for i in opened if parts[i].kind == "patronymic"]
            families = [j for j in theirs if others[j].kind == "name"]
            if len(fathers) == len(families) == 1 and is_family_of(others[families[0]], parts[fathers[0]]):
                like = Likeness(weights().person["family_of_father"], "family name made of the father's")
                self.take(*((families, fathers) if flip else (fathers, families)), like)

    def by_bare_fathers_name(self) -> None:
        """Pair a patronymic with the father's name by itself (Saidmurodovich, Saidmurod), beside a given name and a
        family name that both have.
        """
        if len(self.pairs) < FEWEST_BESIDE:
            return
        like = Likeness(weights().person["bare_father"], "one father")
        for flip in (False, True):
            parts, opened = (self.right, self.open_right) if flip else (self.left, self.open_left)
            others, theirs = (self.left, self.open_left) if flip else (self.right, self.open_right)
            fathers = [i for i in opened if parts[i].kind == "patronymic"]
            bare = [j for j in theirs if others[j].kind == "name"]
            if len(fathers) == len(bare) == 1 and is_child_of(parts[fathers[0]], others[bare[0]]):
                self.take(*((bare, fathers) if flip else (fathers, bare)), like)

    def by_genitive(self) -> None:
        """Pair a man's family name with the same in the genitive, where his patronymic tells that he is no woman.

        (Kirilova Pavel Ivanovich: half of a name was put into the nominative.)
        """
        if not any(like.value >= SAME_FATHER and self._is_sons(lefts, rights) for lefts, rights, like in self.pairs):
            return
        for i in [i for i in self.open_left if self.left[i].kind == "name"]:
            for j in [j for j in self.open_right if self.right[j].kind == "name"]:
                short, full = sorted((self.left[i].text, self.right[j].text), key=len)
                if full[:-1] == short and full[-1] in GENITIVE and short[-1] not in vowels():
                    self.take((i,), (j,), Likeness(weights().person["genitive"], "a family name in the genitive"))
                    break

    def _is_sons(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        return all(
            part.kind == "patronymic" and is_sons(part.text)
            for part in (*(self.left[i] for i in lefts), *(self.right[j] for j in rights))
        )

    def by_other_vowels(self, first_left: int, first_right: int) -> None:
        """Pair the one name that is not answered yet with one of other vowels in its place, beside three more names.

        ``first_left`` and ``first_right`` are where persons' own names begin, behind a family name told by a comma.
        """
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
        like = Likeness(weights().person["other_vowels"], "other short vowels, beside three names")
        for i, j in product(ours, theirs):
            places = _place(self.left, i, first_left), _place(self.right, j, first_right)
            same = are_one_family if places == (FAMILY, FAMILY) else are_one_given_name
            if places[0] == places[1] and same(self.left[i], self.right[j]):
                self.take((i,), (j,), like)
                return

    def by_chinese_syllables(self) -> None:
        """Pair given names under one Chinese family name, one in pinyin or characters, one as spelled elsewhere."""
        if not self.open_left or not self.open_right or not self.share_family_name("zh"):
            return
        like = Likeness(weights().likeness["cantonese"], "transliterated", "Cantonese or Wade-Giles")
        for sizes in product(range(LONGEST_JOIN, 0, -1), repeat=2):
            for lefts in windows(self.open_left, self.left, sizes[0]):
                for rights in windows(self.open_right, self.right, sizes[1]):
                    still = set(lefts) <= set(self.open_left) and set(rights) <= set(self.open_right)
                    if still and same_given_name(_together(self.left, lefts), _together(self.right, rights)):
                        self.take(lefts, rights, like)

    def by_cantonese(self) -> None:
        """Pair a firm's characters with the words that spell them as Hong Kong does (永興, Wing Hing)."""
        like = Likeness(weights().likeness["cantonese"], "transliterated", "Cantonese or Wade-Giles")
        for flip in (False, True):
            opened, parts = (self.open_right, self.right) if flip else (self.open_left, self.left)
            others, theirs = (self.open_left, self.left) if flip else (self.open_right, self.right)
            for i in [i for i in opened if parts[i].kind == "name" and parts[i].words[0].script == "Han"]:
                for run in (run for size in (1, 2, 3) for run in windows(others, theirs, size)):
                    if same_given_name(_together(parts, (i,)), _together(theirs, run)):
                        lefts, rights = (run, (i,)) if flip else ((i,), run)
                        self.take(lefts, rights, like)
                        break

    def run(self, which: tuple[int, ...], *, right: bool) -> Run:
        """Neighbouring parts of one name written together, made once."""
        known, parts = (self.runs_right, self.right) if right else (self.runs_left, self.left)
        found = known.get(which)
        if found is None:
            found = known[which] = Run([parts[i] for i in which])
        return found

    def by_arabic_compounds(self) -> None:
        """Pair a name of two words, one of which is in many names (عبد الاحمد, Arif Ullah), with the same in one word.

        Before single words meet, of which the name may have another (عبدالغني عبد الاحمد, Abdul Ghani Abdul Ahmad).
        """
        for flip in (False, True):
            opened, parts = (self.open_right, self.right) if flip else (self.open_left, self.left)
            others, theirs = (self.open_left, self.left) if flip else (self.open_right, self.right)
            for two in windows(opened, parts, 2):
                if self.run(two, right=flip).halves is None:
                    continue
                for i in [i for i in others if theirs[i].kind == "name" and len(theirs[i].words) == 1]:
                    like = joined_likeness(self.run(two, right=flip), self.run((i,), right=not flip))
                    if like.value >= SURE_TOGETHER:
                        lefts, rights = ((i,), two) if flip else (two, (i,))
                        self.take(lefts, rights, like)
                        break

    def by_small_words(self) -> None:
        """Pair a word with the same letters written apart, whatever the small ones may be by themselves (Xin Tai)."""
        for flip in (False, True):
            opened, parts = (self.open_right, self.right) if flip else (self.open_left, self.left)
            others, theirs = (self.open_left, self.left) if flip else (self.open_right, self.right)
            for i in [i for i in opened if parts[i].kind == "name" and _is_long(parts[i])]:
                for run in (run for size in (2, 3, 4) for run in windows(others, theirs, size, APART)):
                    both = (*parts[i].words, *(w for j in run for w in theirs[j].words))
                    if all(w.script in MEANT for w in both):
                        continue  # other characters are other words, however they are read
                    spelled = not _readings_together(theirs, run).isdisjoint(parts[i].words[0].usual)
                    if spelled or _in_hangul(parts[i], tuple(w.text for j in run for w in theirs[j].words)):
                        lefts, rights = (run, (i,)) if flip else ((i,), run)
                        self.take(lefts, rights, Likeness(weights().likeness["joined"], "written together"))
                        break

    def by_compound(self) -> None:
        """Pair a word with the name and the word of business that it is made of (ТенгриТрейд, Tengri Trade)."""
        like = Likeness(weights().likeness["joined"], "written together, same meaning")
        for flip in (False, True):
            opened, parts = (self.open_right, self.right) if flip else (self.open_left, self.left)
            others, theirs = (self.open_left, self.left) if flip else (self.open_right, self.right)
            for i in [i for i in opened if parts[i].kind == "name"]:
                for run in windows(others, theirs, 2) if meaning_at_end(parts[i].text) else ():
                    if theirs[run[0]].kind == "name" and is_compound(parts[i].text, *(theirs[j].text for j in run)):
                        lefts, rights = (run, (i,)) if flip else ((i,), run)
                        self.take(lefts, rights, like)
                        break

    def by_several_initials(self) -> None:
        """Two initials that both begin what they stand beside say more than one."""
        found = [at for at, (_, _, like) in enumerate(self.pairs) if like.how == "initial"]
        if len(found) > 1:
            like = Likeness(weights().likeness["initials"], "initial")
            for at in found:
                self.pairs[at] = (*self.pairs[at][:2], like)

    def absorb_syllables(self) -> None:
        """An initial stands for the whole given name: "C. Teng" leaves nothing over of "Chih-chiang Teng"."""
        if not self.share_family_name(""):
            return
        for lefts, rights, like in self.pairs:
            if like.how == "initial":
                last_left, last_right = lefts[-1], rights[-1]
                self.open_left = [i for i in self.open_left if i != last_left + 1]
                self.open_right = [j for j in self.open_right if j != last_right + 1]

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

    def share_family_name(self, language: str) -> bool:
        """Whether a Chinese or Korean family name ("zh", "ko", or either) is paired."""
        return any(
            concept.startswith(language)
            for lefts, rights, _ in self.pairs
            if len(lefts) == len(rights) == 1
            for concept in shared_families(self.left[lefts[0]].words, self.right[rights[0]].words)
        )

    def by_acronym(self) -> None:
        """Pair one word with the initials of all the words of the other name."""
        if any(self.left[i].kind == "name" for lefts, _, _ in self.pairs for i in lefts):
            self._by_part_of_acronym()
            return
        found = acronym(self.left, self.open_left, self.right, self.open_right)
        if found:
            self.take(*found, acronym_likeness(self.left[found[0][0]]))
            return
        found = acronym(self.right, self.open_right, self.left, self.open_left)
        if found:
            self.take(found[1], found[0], acronym_likeness(self.right[found[0][0]]))

    def _by_part_of_acronym(self) -> None:
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
                    self.take(lefts, rights, like)

    def _only_forms(self) -> bool:
        """Whether nothing is paired yet but legal forms and the like."""
        return all(self.left[i].kind in LIGHT for lefts, _, _ in self.pairs for i in lefts)

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
            full = next((j for j in theirs if is_cut(parts[last], others[j], parts, person=self.person)), None)
            if full is None or (self._only_forms() and not is_most(parts[last], others[full])):
                continue
            like = Likeness(weights().likeness["abbreviation"], "cut off at the end")
            lefts, rights = (full, last) if flip else (last, full)
            self.take((lefts,), (rights,), like)
            if is_long(parts):
                rest = [j for j in theirs if j < full]
                self.open_left, self.open_right = (rest, self.open_right) if flip else (self.open_left, rest)
            return


def _place(parts: Sequence[Part], at: int, first: int) -> str:
    """Which of a person's names a part is: own, the family's, or a father's between them."""
    names = [i for i, part in enumerate(parts) if part.kind == "name"]
    own = next((i for i in names if i >= first), names[0])
    family = [i for i in names if i < first] or names[-1:]
    return "own" if at == own else FAMILY if at in family else "father"


def _in_hangul(part: Part, apart: tuple[str, ...]) -> bool:
    """Whether a word of Hangul is what Latin syllables apart may spell (김일성, Kim Il Sung)."""
    return part.words[0].script == HANGUL and len(part.text) == len(apart) and part.text in hangul(apart)


def _is_long(part: Part) -> bool:
    """Whether a word has letters, or characters, enough that small words together spell it by no chance."""
    return len(part.text) >= (SHORTEST_IN_CHARACTERS if part.words[0].script in SYLLABLES else SHORTEST_APART)


def _together(parts: Sequence[Part], which: Sequence[int]) -> str:
    return "".join(w.text for i in which for w in parts[i].words)


def _readings_together(parts: Sequence[Part], which: Sequence[int]) -> set[str]:
    """How neighbouring words read together: as they stand, and by the first reading of each."""
    each = [w for i in which for w in parts[i].words]
    return {"".join(w.text for w in each), "".join(w.readings[0].text for w in each)}


def _abbreviates(short: str, full: str) -> bool:
    return len(short) >= SHORTEST_ABBREVIATION and full.startswith(short)


def windows(opened: Sequence[int], parts: Sequence[Part], size: int, kinds: Set[str] = WORDY) -> list[tuple[int, ...]]:
    """Runs of ``size`` neighbouring open parts of some kinds, those that carry words."""
    found = []
    for at in range(len(opened) - size + 1):
        if opened[at + size - 1] - opened[at] <= size:
            run = tuple(opened[at : at + size])
            if all(parts[i].kind in kinds for i in run):
                found.append(run)
    return found
