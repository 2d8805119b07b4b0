"""Words written apart on one side and together on the other, compared in every reading of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice, product
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from screening.matching.persons import (
    SAME_FATHER,
    TWO_NAMES,
    have_other_forefathers,
    patronymic_likeness,
    person_likeness,
)
from screening.matching.similarity import (
    CONSONANTS,
    MEANT,
    NOTHING,
    Likeness,
    are_transcribed,
    likeness,
)
from screening.matching.weights import weights
from screening.names.arabic import ARTICLE, are_two_common_names
from screening.names.arabic_compounds import halves, of_two_words
from screening.names.arabic_prefixes import prefixes
from screening.names.given_in_one import is_drawn_together
from screening.names.korean_latin import hangul_behind, hangul_readings
from screening.names.parsing import Part
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.sound import skeleton, sounds_and_skeletons
from screening.names.transcribed import number_of_script
from screening.names.word import word

TOGETHER: Final = "written together"
"""How words meet of which one name has several where the other has one."""
LEAST_JOINED: Final = 0.88
"""A joined word less alike than this is another word."""
SHORTEST_JOINED: Final = 6
FEWEST_AROUND: Final = 2
"""Names of a person of whom the first may be said behind the last (Zahed, Hossein Ghorbani; Vodrina, Galina)."""
SHORTEST_AROUND: Final = 8
"""Letters of a word that is looked for in the two ends of a name: two short syllables may meet so by chance."""
SHORTEST_HALF: Final = 2
SHORTEST_EDGE: Final = 3
"""Letters from which a word's own beginning and end tell those of the whole it is part of."""
STEADY: Final = frozenset("bmnr")
"""Letters that no rule of sound or spelling (``lists/scripts``) takes away or makes of others."""
FEWEST_BONES: Final = 5
MOST_MORE: Final = 5
MOST_READINGS: Final = 8
MOST_TOGETHER: Final = 64


@lru_cache(maxsize=1 << 14)
def hangul(texts: tuple[str, ...]) -> frozenset[str]:
    """The Hangul that folded words together may spell, in their most usual reading; characters as Korea reads them."""
    written = [word(text) for text in texts]
    if all(w.script == "Han" for w in written):
        return frozenset(chain.from_iterable(hangul((each,)) for each in hangul_behind("".join(texts))))
    if all(w.script == "Cyrillic" for w in written):
        return hangul_readings("".join(texts))
    return hangul_readings("".join(w.readings[0].text for w in written))


class Run:
    """Neighbouring words of a name written together, with what is asked of them more than once.

    Attributes:
        parts: The parts they make.
        text: The words written together.
    """

    __slots__ = ("__dict__", "parts", "text")

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.text = "".join([w.text for part in parts for w in part.words])

    @cached_property
    def bare(self) -> str:
        """The words written together but for an article before them."""
        first = self.parts[0].text
        return self.text.removeprefix(first) if first in prefixes("article") else self.text

    @cached_property
    def scripts(self) -> frozenset[str]:
        """The scripts of the words."""
        return frozenset(w.script for part in self.parts for w in part.words)

    @cached_property
    def letters(self) -> _Letters:
        """The letters of the words over all their readings."""
        each = [_letters(w.text) for part in self.parts for w in part.words]
        must = may = 0
        for one in each:
            must |= one.must
            may |= one.may
        return _Letters(each[0].first, each[-1].last, must, may)

    @cached_property
    def readings(self) -> set[str]:
        """The usual readings: those of each word put together, and those of the whole."""
        each = [[key.text for key in w.readings[:MOST_READINGS]] for part in self.parts for w in part.words]
        together = {"".join(texts) for texts in islice(product(*each), MOST_TOGETHER)}
        return together | {key.text for key in word(self.text).readings[:MOST_READINGS]}

    @cached_property
    def sounds(self) -> set[str]:
        """The sounds of the readings."""
        return {sound for sound, _ in sounds_and_skeletons(self.readings).values()}

    @cached_property
    def halves(self) -> tuple[str, str] | None:
        """What makes an Arabic name of the rest, and the rest (`arabic_compounds`); None where it is no such name."""
        texts = [part.text.replace(" ", "") for part in self.parts]
        if len(texts) == 1:
            return halves(texts[0])
        return of_two_words(*texts) if len(texts) == 2 else None

    @cached_property
    def articled(self) -> bool:
        """Whether a word of Arabic with its article follows another, as in صفي الدين."""
        return any(w.text.startswith(ARTICLE) for part in self.parts[1:] for w in part.words)

    @cached_property
    def with_particle(self) -> bool:
        """Whether any of the words is a particle."""
        return any(part.kind == "particle" for part in self.parts)


def joined_likeness(left: Run, right: Run) -> Likeness:
    """Likeness of the words written together, in any reading of each of them."""
    a, b = left.text, right.text
    joined = weights().likeness["joined"]
    if min(len(a), len(b)) < 2:
        return NOTHING
    if a == b:
        return Likeness(joined, TOGETHER)
    if left.scripts == right.scripts and left.scripts <= MEANT:
        return NOTHING  # other characters are other words, however they are read (苏州, 宿州)
    if are_two_common_names(left.bare, right.bare):
        return NOTHING  # Abdul Ilah is no Abdullah
    latin = a.isascii() and b.isascii()
    if latin and abs(len(a) - len(b)) > MOST_MORE and not (is_drawn_together(a) or is_drawn_together(b)):
        return NOTHING
    if not _apart(left.letters, right.letters):
        if not left.readings.isdisjoint(right.readings):
            return Likeness(joined * weights().likeness["transliterated"], f"{TOGETHER}, transliterated")
        if not left.sounds.isdisjoint(right.sounds):
            return Likeness(joined * weights().likeness["sound"], f"{TOGETHER}, sounds alike")
    one_whole = len(left.parts) == 1 or len(right.parts) == 1
    if one_whole and bool(number_of_script(a)) != bool(number_of_script(b)) and are_transcribed(word(a), word(b)):
        return Likeness(joined * weights().likeness["transcribed"], f"{TOGETHER}, transcribed by sound")
    if _of_other_fathers(left, right):
        return NOTHING
    articled = left.articled or right.articled
    if (
        (articled or left.with_particle or right.with_particle)
        and _bones(left.parts, articled) & _bones(right.parts, articled)
        and not have_other_forefathers(word(a), word(b))
    ):
        # Salah al-Din and Salahuddin: the article goes with its neighbours.
        return Likeness(joined * weights().likeness["skeleton"], f"{TOGETHER}, same consonants")
    if one_whole and left.halves and right.halves and left.halves[0] == right.halves[0]:
        like = person_likeness(word(left.halves[1]), word(right.halves[1]))
        if like.value >= LEAST_JOINED:
            return Likeness(like.value * joined, f"{TOGETHER}, {like.how}", like.scheme)
    if one_whole and _unwritten(left, right):
        like, other_half = _by_halves(left, right)
        if like.value >= LEAST_JOINED:
            return Likeness(like.value * joined, f"{TOGETHER}, {like.how}", like.scheme)
        if other_half:
            return NOTHING  # of محمدحسین and Mohammad Hassan one half is another name
    if not one_whole or min(len(a), len(b)) < SHORTEST_JOINED or (latin and _far_apart(a, b)):
        return NOTHING
    like = likeness(word(a), word(b))
    if like.value < LEAST_JOINED or (like.how == CONSONANTS and _few_bones(a, b)):
        return NOTHING
    if like.how.startswith("spelling") and _one_alone_is_nearer(left, right, like.value):
        return NOTHING
    return Likeness(like.value * joined, f"{TOGETHER}, {like.how}", like.scheme)


def _of_other_fathers(left: Run, right: Run) -> bool:
    """Whether two patronymics are of two fathers, where one has "son" or "daughter" as another word (Murat kyzy)."""
    ours, theirs = ([part for part in run.parts if part.kind == "patronymic"] for run in (left, right))
    if len(ours) != 1 or len(theirs) != 1:
        return False
    return patronymic_likeness(ours[0].words[0], theirs[0].words[0]).value < SAME_FATHER


def _unwritten(left: Run, right: Run) -> bool:
    """Whether one side is in a script that leaves vowels out, and the other is not."""
    return bool(left.scripts & CONSONANT_SCRIPTS) != bool(right.scripts & CONSONANT_SCRIPTS)


def _by_halves(left: Run, right: Run) -> tuple[Likeness, bool]:
    """Likeness of two words with one that can be cut into the like of each (صفر علی, Safarali), the lesser of the two;
    and whether one half agrees and the other is another given name.

    Consonants of both together are too few to say that; where each half agrees they are not.
    """
    whole, two = (left, right) if len(left.parts) == 1 else (right, left)
    words = [w for part in two.parts for w in part.words]
    if len(words) != len(("صفر", "علی")) or len(whole.parts[0].words) != 1 or _apart(left.letters, right.letters):
        return NOTHING, False
    best, other = NOTHING, False
    for at in range(SHORTEST_HALF, len(whole.text) - SHORTEST_HALF + 1):
        first = person_likeness(word(whole.text[:at]), words[0])
        if first.value < LEAST_JOINED:
            continue
        second = person_likeness(word(whole.text[at:]), words[1])
        other = other or second.how.endswith(TWO_NAMES)
        best = max(best, min(first, second, key=lambda like: like.value), key=lambda like: like.value)
    return best, other


def _one_alone_is_nearer(left: Run, right: Run, value: float) -> bool:
    """Whether one of the words together is the whole on the other side, and the rest its initials (вв тихомирова)."""
    whole, several = (left, right) if len(left.parts) == 1 else (right, left)
    return any(
        likeness(w, whole.parts[0].words[0]).value > value
        for part in several.parts
        for w in part.words
        if len(w.text) > SHORTEST_EDGE
    )


def _few_bones(a: str, b: str) -> bool:
    """Whether the consonants that two words share are so few that two words together have them by chance."""
    return max(map(len, word(a).skeletons & word(b).skeletons)) < FEWEST_BONES


class _Letters(NamedTuple):
    """Letters of words over all their readings and sounds, as bits: those they may begin and end with (none of a word
    too short to say), and the steady ones that they must have in each and may have in some.
    """

    first: int
    last: int
    must: int
    may: int


def _apart(left: _Letters, right: _Letters) -> bool:
    """Whether words are so unlike that no reading or sound of the whole can meet; cheap, and sure."""
    return bool(
        left.must & ~right.may
        or right.must & ~left.may
        or (left.first and right.first and not left.first & right.first)
        or (left.last and right.last and not left.last & right.last)
    )


@lru_cache(maxsize=1 << 16)
def _letters(text: str) -> _Letters:
    of = word(text)
    forms = of.latin | of.sounds
    long = text.isascii() and len(text) >= SHORTEST_EDGE
    return _Letters(
        _bits(form[0] for form in forms) if long else 0,
        _bits(form[-1] for form in forms) if long else 0,
        _bits(STEADY.intersection(*forms)),
        _bits(STEADY.intersection(chain.from_iterable(forms))),
    )


def _bits(letters: Iterable[str]) -> int:
    found = 0
    for letter in letters:
        found |= 1 << ord(letter)
    return found


def _bones(parts: Sequence[Part], articled: bool) -> set[str]:
    """Consonants of words together, with the article and without; of few consonants none, as they meet by chance."""
    texts = [w.text for part in parts for w in part.words]
    articles = prefixes("article")
    bones = {skeleton("".join(texts)), skeleton("".join(text for text in texts if text not in articles))}
    if articled:
        bare = ["".join(w.readings[0].text for w in part.words) for part in parts]
        bones.add(skeleton("".join(bare)))
    return {each for each in bones if len(each) >= FEWEST_BONES - articled}


def _far_apart(a: str, b: str) -> bool:
    """Whether two Latin words are so unlike that no reading of them can meet; cheap, and sure."""
    return abs(len(a) - len(b)) > 4 or OSA.distance(a, b, score_cutoff=5) > 5
