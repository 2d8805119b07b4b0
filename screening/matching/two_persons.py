"""What tells two persons apart whose names are alike: whose name lacks what a name is not written without."""

from __future__ import annotations

from itertools import product
from typing import Final

from screening.matching.alignment import Alignment, Pair
from screening.matching.initials_in_turn import fathers_for_given
from screening.matching.joining import hangul
from screening.matching.persons import SAME_FATHER, patronymic_likeness, shared_families, womans_side
from screening.matching.variants import SYLLABLES
from screening.names.chinese_given import is_chinese_syllable
from screening.names.english_names_by_ear import names_heard
from screening.names.family_endings import is_womans_form
from screening.names.gender_pairs import are_man_and_woman
from screening.names.given import (
    are_two_in_pinyin,
    gender,
    is_given_name,
    is_patronymic,
    may_be_fathers,
    surnames,
)
from screening.names.letters import letters_of_sort
from screening.names.parsing import ParsedName, Part, name_words
from screening.names.persons import CHILD_OF, KIN_OF, SON_OF
from screening.names.pinyin import syllable_count
from screening.names.vietnamese import are_other_syllables, are_written_apart
from screening.names.wives import is_wife
from screening.names.word import Word
from screening.names.written import as_written

SMALL: Final = frozenset({"particle", "stopword", "legal_form"})
PARENT_OF: Final = frozenset({"father_of", "mother_of"})
GENERATIONS: Final = frozenset({"senior", "junior", "second", "third", "fourth", "grandson", "nephew"})
"""What tells namesakes of one family apart, behind their names."""
BURMESE: Final = "Myanmar"
UNSPACED: Final = SYLLABLES | {BURMESE}
"""Scripts of peoples whose names have no part that is left out."""
LONGEST_SYLLABLE: Final = 5
"""Letters of a Burmese syllable (Htway); longer words may be another's name, or a place."""
DROPPED: Final = "c"
NAMED: Final = frozenset({"name", "patronymic"})
A_CHILD_OF: Final = SON_OF | {CHILD_OF}
NOT_ONE_WORD: Final = ("short form", "one given name in two languages")
"""How given names meet that are not spelled alike."""
FORMS_OF_SEX: Final = 2
_WADE_GILES: Final = frozenset("-‐‑'’ʻʼ")
SYLLABLES_OF_GIVEN: Final = 2
"""Syllables of a Chinese given name that tells by its spelling how the family name before it is spelled."""
SHORT_GLUED: Final = 12
"""A single word longer than this is two names written together."""


def against(alignment: Alignment, left: ParsedName, right: ParsedName) -> list[tuple[str, str]]:
    """What speaks against two names of persons being one's: in words, and the weight's name (``[person]``)."""
    found = []
    if _other_father(alignment):
        found.append(("another father's name", "other_father"))
    if _other_initial(alignment):
        found.append(("an initial of another name", "other_initial"))
    if fathers_for_given(alignment, left, right):
        found.append(("the father's initial for the given name's", "given_initial"))
    if _one_name_only(alignment):
        found.append(("only one name in common", "one_name_only"))
    if _one_more_syllable(alignment):
        found.append(("no such name left out in Chinese, Korean or Burmese", "no_middle_name"))
    if _other_syllable(alignment):
        found.append(("another syllable in a Korean name", "other_syllable"))
    if _other_family_in_pinyin(alignment, left, right):
        found.append(("another Chinese family name in pinyin", "other_in_pinyin"))
    if _father_for_child(alignment, left, right) or _father_and_son_exchanged(alignment, left, right):
        found.append(("one's father is the other", "father"))
    if _father_of_a_namesake(alignment, left, right):
        found.append(("one is called the other's father", "kunya"))
    if _daughter(alignment, left, right):
        found.append(("a woman with the other's name behind hers", "daughter"))
    if _is_kin(left) != _is_kin(right):
        found.append(("somebody's kin or heirs, who are not named", "kin"))
    if _other_generation(left, right):
        found.append(("the elder and the younger", "generation"))
    if (
        _man_and_woman(alignment, left, right)
        or _brother_and_sister(alignment)
        or _woman_of_a_mans_initials(alignment, left, right)
    ):
        found.append(("a man's name and a woman's", "man_and_woman"))
    if _lacks_a_letter(alignment, left, right):
        found.append(("a letter of South Slavic names left out", "other_marks"))
    if is_wife(left.parts) != is_wife(right.parts):
        found.append(("somebody's wife, who is not named", "kin"))
    if are_written_apart(left.text, right.text):
        found.append(("other vowels or tones in a Vietnamese name", "other_marks"))
    elif are_other_syllables(_said(left), _said(right)):
        found.append(("another syllable in a Vietnamese name", "other_marks"))
    return found


def _said(name: ParsedName) -> list[str]:
    """The words of a name but for what stands around it: titles, legal forms."""
    return [each.text for part in name.parts if part.kind not in {"title", "legal_form"} for each in part.words]


def _is_kin(name: ParsedName) -> bool:
    """Whether a name is only of whose child, wife or heir somebody is ("Estate of …")."""
    return bool(name.parts) and name.parts[0].kind == "particle" and KIN_OF in name.parts[0].concepts


def _other_generation(left: ParsedName, right: ParsedName) -> bool:
    """Whether the one is told from a namesake as the elder, or by a number, and the other otherwise (Sr., Jr.)."""
    ours, theirs = (
        {each for part in name.parts[1:] if part.kind == "title" for each in part.concepts & GENERATIONS}
        for name in (left, right)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _man_and_woman(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether two given names that answer each other are a man's and a woman's (Marcel, Marcelle)."""
    ours, theirs = as_written(left.text), as_written(right.text)
    families = sum(pair.likeness.value >= SAME_FATHER for pair in alignment.pairs) - 1
    for pair in alignment.pairs:
        if len(pair.left) == len(pair.right) == 1 and pair.left[0].text != pair.right[0].text:
            a, b = pair.left[0].text, pair.right[0].text
            written = (*ours.get(a, ()), *theirs.get(b, ()))
            spoken = product(names_heard(a) or (a,), names_heard(b) or (b,))
            if all(are_man_and_woman(one, other, written, families) for one, other in spoken):
                return True
    return False


def _woman_of_a_mans_initials(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one is a man by his given name, and the other has a woman's form of his family name and only initials."""
    return _is_of_his_family(alignment, left, right) or _is_of_his_family(alignment, right, left)


def _is_of_his_family(alignment: Alignment, man: ParsedName, woman: ParsedName) -> bool:
    if len(woman.of_kind("name")) != 1 or not woman.of_kind("initial"):
        return False
    hers = woman.of_kind("name")[0].words[0]
    theirs = [part.words[0] for pair in alignment.pairs for part in (*pair.left, *pair.right) if part.kind == "name"]
    his = [each for each in theirs if each is not hers and _womans_form(hers, each)]
    return bool(his) and any(gender(part.text) == "m" for part in man.of_kind("name") if part.words[0] not in his)


def _womans_form(hers: Word, his: Word) -> bool:
    return any(is_womans_form(a, b) for a in hers.usual for b in his.usual)


def _brother_and_sister(alignment: Alignment) -> bool:
    """Whether the father's name and the family name have a man's ending in one name and a woman's in the other, and the
    given names are not one word (Петър Ангелов Бояджиев, Petya Angelova Boyadzhieva): in the genitive all three have.
    """
    single = [(pair.left[0], pair.right[0], pair.likeness.how) for pair in alignment.pairs if _is_single(pair)]
    women = [side for left, right, _ in single if (side := womans_side(left.words[0], right.words[0]))]
    short = any(how.startswith(NOT_ONE_WORD) for _, _, how in single)
    return short and len(women) >= FORMS_OF_SEX and len(set(women)) == 1


def _lacks_a_letter(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether a word has one c more than the other, and is written with marks of Slavic letters (Stojčić, Stojić).

    Without such marks it may be Somali, whose c others leave out.
    """
    for pair in filter(_is_single, alignment.pairs):
        words_of = sorted(((pair.left[0].text, left), (pair.right[0].text, right)), key=lambda each: len(each[0]))
        (short, _), (full, name) = words_of
        dropped = {full[:at] + full[at + 1 :] for at, letter in enumerate(full) if letter == DROPPED}
        if short in dropped and not letters_of_sort("south_slavic").isdisjoint(
            "".join(as_written(name.text).get(full, ()))
        ):
            return True
    return False


def _is_single(pair: Pair) -> bool:
    return len(pair.left) == len(pair.right) == 1 and pair.left[0].kind in NAMED and pair.right[0].kind in NAMED


def _names_in(parts: tuple[Part, ...]) -> int:
    return sum(1 for part in parts if part.kind not in SMALL)


def _one_name_only(alignment: Alignment) -> bool:
    """Whether two persons share a single name while either has more: a given name, or a family name, is no person."""
    if not _names_in(alignment.left) and not _names_in(alignment.right):
        return False
    more = [any(part.kind == "name" for part in side) for side in (alignment.left, alignment.right)]
    return sum(_names_shared(pair, more) for pair in alignment.pairs) < 2


def _names_shared(pair: Pair, more: list[bool]) -> int:
    """How many names a pair is; ``more`` says which side has more of them."""
    counts = [_names_in(pair.left), _names_in(pair.right)]
    if more[0] != more[1] and any(part.words[0].script in SYLLABLES for part in (*pair.left, *pair.right)):
        # A Chinese or Korean name whole is but one of the names of who has more (鞠军 beside Junju, Abdullah).
        return counts[more.index(True)]
    return max(*counts, sum(len(w.text) > SHORT_GLUED for part in pair.left for w in part.words))


def _one_more_syllable(alignment: Alignment) -> bool:
    """Whether a name is left over that Chinese, Korean or Burmese names do not leave out, as they know no middle names.

    Either name has to be written in characters, Hangul or Burmese letters; a Western given name beside it may be left
    out.
    """
    left, right = ([part for part in side if part.kind == "name"] for side in (alignment.left, alignment.right))
    over = left or right
    if not over or (left and right):
        return False  # names on both sides contradict each other anyhow
    if any(part.words[0].script in UNSPACED for part in over):
        return True
    if any(w.script == BURMESE for pair in alignment.pairs for part in (*pair.left, *pair.right) for w in part.words):
        return any(len(part.text) <= LONGEST_SYLLABLE and not is_given_name(part.text) for part in over)
    return any(
        w.script in SYLLABLES for pair in alignment.pairs for part in (*pair.left, *pair.right) for w in part.words
    ) and any(is_chinese_syllable(part.text) or surnames(part.text) for part in over)


def _other_family_in_pinyin(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one given name in pinyin stands beside two family names in pinyin (Wu Dongsheng, Hu Dongsheng): Wu may be
    the Cantonese for Hu, but hardly before a name that is not Cantonese. Hyphens and apostrophes are Wade-Giles's.
    """
    if not _WADE_GILES.isdisjoint(left.text + right.text):
        return False
    families: list[tuple[str, str]] = []
    given: list[tuple[str, str]] = []
    for pair in alignment.pairs:
        ours, theirs = ("".join(w.text for part in side for w in part.words) for side in (pair.left, pair.right))
        (given if ours == theirs else families).append((ours, theirs))
    if len(families) != 1 or not are_two_in_pinyin(*families[0]):
        return False
    return bool(given) and all(syllable_count(text) == SYLLABLES_OF_GIVEN for text, _ in given)


def _other_syllable(alignment: Alignment) -> bool:
    """Whether under one Korean family name given names only resemble each other that no Hangul lies behind both of."""
    unlike = [pair for pair in alignment.pairs if pair.likeness.how.startswith("spelling") and not _families(pair)]
    named = [pair for pair in alignment.pairs if not {part.kind for part in (*pair.left, *pair.right)} & SMALL]
    if not unlike or not any(each.startswith("ko") for pair in named for each in _families(pair)):
        return False
    for pair in unlike:
        ours, theirs = (tuple(w.text for part in side for w in part.words) for side in (pair.left, pair.right))
        if not all(map(str.isascii, (*ours, *theirs))) or sorted("".join(ours)) == sorted("".join(theirs)):
            continue  # the same letters in another order are a slip of the pen
        syllables, others = hangul(ours), hangul(theirs)
        if syllables and others and syllables.isdisjoint(others):
            return True
    return False


def _families(pair: Pair) -> frozenset[str]:
    """The family names of China and Korea that both words of a pair may spell."""
    if len(pair.left) > 1 or len(pair.right) > 1:
        return frozenset()
    return shared_families(pair.left[0].words, pair.right[0].words)


def _father_for_child(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one's own name is only the other's father's: "Walid al-Jasim" beside "Khalid bin Walid al-Jasim"."""
    pairs = [pair for pair in alignment.pairs if {pair.left[0].kind, pair.right[0].kind} == {"name", "patronymic"}]
    swapped = [(pair.left[0].kind, pair.right[0].kind) for pair in pairs]
    if len(set(swapped)) > 1:
        # Written backwards, a name has its son's particle before the wrong word; and a family name may have the ending
        # of fathers' names, so that no ending tells which of the two is which (Markevich Mechislavovich).
        ambiguous = all(is_patronymic(part.text) for pair in pairs for part in (*pair.left, *pair.right))
        return not (ambiguous or (alignment.turned and _is_written_backwards(alignment, left, right)))
    return any(
        any(part.kind == "name" for part in (alignment.left if left == "patronymic" else alignment.right))
        for left, _ in swapped
    )


def _is_written_backwards(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether "son of" stands between the same two names, of which the one is first here and the other there; a comma
    says that the family name alone stands first.
    """
    if "," in left.text or "," in right.text:
        return False
    ours, theirs = _around_son_of(left), _around_son_of(right)
    if not (ours and theirs):
        return True
    return all(
        any(pair.left[0] is a and pair.right[0] is b for pair in alignment.pairs)
        for a, b in zip(ours, reversed(theirs), strict=True)
    )


def _around_son_of(name: ParsedName) -> list[Part | None]:
    """What stands before and behind "son of", but for articles; None where nothing does."""
    at = next((i for i, part in enumerate(name.parts) if part.concepts & A_CHILD_OF), None)
    if at is None:
        return []
    before = (part for part in reversed(name.parts[:at]) if part.kind in NAMED)
    behind = (part for part in name.parts[at + 1 :] if part.kind in NAMED)
    return [next(before, None), next(behind, None)]


def _father_and_son_exchanged(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether each one's own name is the other's father's, behind "son of" (Yosef Ben-David, David Ben-Yosef).

    Where a father's name is told as a patronymic, that tells already; of two names only it may be a family name.
    """
    ours, theirs = _behind_son_of(left), _behind_son_of(right)
    if not (ours and theirs):
        return False
    told = {
        (any(pair.left[0] is each for each in ours), any(pair.right[0] is each for each in theirs))
        for pair in alignment.pairs
        if len(pair.left) == len(pair.right) == 1 and pair.left[0].kind == pair.right[0].kind == "name"
    }
    return {(True, False), (False, True)} <= told


def _behind_son_of(name: ParsedName) -> list[Part]:
    """The names that stand right behind "son of", or behind an article there."""
    found, son = [], False
    for part in name.parts:
        if part.kind in SMALL:
            son = bool(part.concepts & A_CHILD_OF) or (son and part.kind != "legal_form")
        else:
            if son and part.kind == "name":
                found.append(part)
            son = False
    return found


def _other_father(alignment: Alignment) -> bool:
    """Whether a patronymic is left over on one side, and on the other a given name where a father's may stand.

    Armenian and Georgian have such names in the genitive, which no ending tells from other words in Latin letters;
    Azerbaijani and Turkmen papers leave out the word for a son (Ramil Nizami, Ramil Zahid oğlu).
    """
    for one, other in ((alignment.left, alignment.right), (alignment.right, alignment.left)):
        names = [part for part in other if part.kind == "name"]
        fathers = [part for part in one if part.kind == "patronymic"]
        if len(names) == len(fathers) == 1 and may_be_fathers(names[0].text):
            father, named = fathers[0].words[0], names[0].words[0]
            if not is_patronymic(father.text) and not father.skeletons.isdisjoint(named.skeletons):
                return False  # vowels tell little where "son of" stands before (bin Hamad, Hamed)
            return patronymic_likeness(father, named).value < SAME_FATHER
    return False


def _other_initial(alignment: Alignment) -> bool:
    """Whether an initial is left over on one side and a name that does not begin with it on the other."""
    kinds = [{part.kind for part in side} for side in (alignment.left, alignment.right)]
    return any("initial" in one and other & {"name", "patronymic"} for one, other in (kinds, kinds[::-1]))


def _father_of_a_namesake(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether either begins as somebody's father or mother and the other bears that name alone (Abu Hamza, Hamza)."""
    for name, over in ((left, alignment.left), (right, alignment.right)):
        kunya = _kunya(name)
        if kunya is not None and kunya in over and not any(part.kind == "name" for part in over):
            return True  # and known by no other name
    return False


def _kunya(name: ParsedName) -> Part | None:
    """The word for a father or mother that a given name begins with."""
    first = name_words(name.text.rpartition(",")[2])[:1]
    for part in name.parts:
        if part.kind == "particle" and part.concepts & PARENT_OF and first == (part.text,):
            return part
    return None


def _daughter(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether a woman's name stands before the man's name that both share: Huda Abdel Aziz beside Abdel Aziz."""
    for name, over, other, side in (
        (left, alignment.left, alignment.right, "left"),
        (right, alignment.right, alignment.left, "right"),
    ):
        before, comma, _ = name.text.partition(",")
        family = name_words(before) if comma else ()
        women = [p for p in over if p.kind == "name" and gender(p.text) == "f" and p.text not in family]
        if not women or any(part.kind == "name" for part in other):
            continue
        shared = [getattr(pair, side)[0] for pair in alignment.pairs]
        men = [part for part in shared if part.kind == "name" and gender(part.text) == "m"]
        if men and name.parts.index(women[0]) < min(map(name.parts.index, men)):
            return True
    return False
