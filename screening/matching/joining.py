"""Words written apart on one side and together on the other, compared in every reading of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice, product
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from screening.matching.similarity import NOTHING, Likeness, likeness
from screening.matching.weights import weights
from screening.names.korean_latin import hangul_readings
from screening.names.parsing import Part
from screening.names.sound import skeleton, sound
from screening.names.word import word

LEAST_JOINED: Final = 0.88
"""A joined word less alike than this is another word."""
SHORTEST_JOINED: Final = 6
SHORTEST_EDGE: Final = 3
"""Letters from which a word's own beginning and end tell those of the whole it is part of."""
STEADY: Final = frozenset("bmnr")
"""Letters that no rule of sound or spelling (``lists/scripts``) takes away or makes of others."""
FEWEST_BONES: Final = 5
MOST_MORE: Final = 5
ARTICLE: Final = "ال"
ARTICLES: Final = frozenset({"al", "el", "ul", "ud", "ad", "ed"})
MOST_READINGS: Final = 8
MOST_TOGETHER: Final = 64


def hangul(parts: Sequence[Part]) -> frozenset[str]:
    """The Hangul that words together may spell, in their most usual reading."""
    written = [w for part in parts for w in part.words]
    if all(w.script == "Cyrillic" for w in written):
        return hangul_readings("".join(w.text for w in written))
    together = "".join(w.readings[0].text for w in written)
    return hangul_readings(together)


def joined_likeness(lefts: Sequence[Part], rights: Sequence[Part]) -> Likeness:
    """Likeness of the words written together, in any reading of each of them."""
    a = "".join(w.text for part in lefts for w in part.words)
    b = "".join(w.text for part in rights for w in part.words)
    joined = weights().likeness["joined"]
    if min(len(a), len(b)) < 2:
        return NOTHING
    if a == b:
        return Likeness(joined, "written together")
    if a.isascii() and b.isascii() and abs(len(a) - len(b)) > MOST_MORE:
        return NOTHING
    if not _apart(lefts, rights):
        ours, theirs = _joined_readings(lefts), _joined_readings(rights)
        if ours & theirs:
            return Likeness(joined * weights().likeness["transliterated"], "written together, transliterated")
        if {sound(text) for text in ours} & {sound(text) for text in theirs}:
            return Likeness(joined * weights().likeness["sound"], "written together, sounds alike")
    articled = any(map(_articled, (lefts, rights)))
    if (articled or any(part.kind == "particle" for part in (*lefts, *rights))) and (
        _bones(lefts, articled) & _bones(rights, articled)
    ):
        # Salah al-Din and Salahuddin: the article goes with its neighbours.
        return Likeness(joined * weights().likeness["skeleton"], "written together, same consonants")
    one_whole = len(lefts) == 1 or len(rights) == 1
    if not one_whole or min(len(a), len(b)) < SHORTEST_JOINED or _far_apart(a, b):
        return NOTHING
    like = likeness(word(a), word(b))
    if like.value < LEAST_JOINED:
        return NOTHING
    return Likeness(like.value * joined, f"written together, {like.how}", like.scheme)


def _apart(lefts: Sequence[Part], rights: Sequence[Part]) -> bool:
    """Whether words are so unlike that no reading or sound of the whole can meet; cheap, and sure."""
    ours = [_letters(w.text) for part in lefts for w in part.words]
    theirs = [_letters(w.text) for part in rights for w in part.words]
    return (
        _lacks(ours, theirs)
        or _lacks(theirs, ours)
        or _differ(ours[0].first, theirs[0].first)
        or _differ(ours[-1].last, theirs[-1].last)
    )


class _Letters(NamedTuple):
    """Letters of a word over all its readings and sounds: those it may begin and end with (none of a word too
    short to say), and the steady ones that it must have in each and may have in some.
    """

    first: frozenset[str]
    last: frozenset[str]
    must: frozenset[str]
    may: frozenset[str]


@lru_cache(maxsize=1 << 16)
def _letters(text: str) -> _Letters:
    of = word(text)
    forms = of.latin | of.sounds
    long = text.isascii() and len(text) >= SHORTEST_EDGE
    return _Letters(
        frozenset(form[0] for form in forms if long),
        frozenset(form[-1] for form in forms if long),
        STEADY.intersection(*forms),
        STEADY.intersection(chain.from_iterable(forms)),
    )


def _lacks(some: Sequence[_Letters], others: Sequence[_Letters]) -> bool:
    """Whether a letter that one side must have stands nowhere on the other."""
    return any(not each.must <= others[0].may.union(*(other.may for other in others[1:])) for each in some)


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _articled(parts: Sequence[Part]) -> bool:
    """Whether a word of Arabic with its article follows another, as in صفي الدين."""
    return any(w.text.startswith(ARTICLE) for part in parts[1:] for w in part.words)


def _bones(parts: Sequence[Part], articled: bool) -> set[str]:
    """Consonants of words together, with the article and without; of few consonants none, as they meet by chance."""
    texts = [w.text for part in parts for w in part.words]
    bones = {skeleton("".join(texts)), skeleton("".join(text for text in texts if text not in ARTICLES))}
    if articled:
        bare = ["".join(w.readings[0].text for w in part.words) for part in parts]
        bones.add(skeleton("".join(bare)))
    return {each for each in bones if len(each) >= FEWEST_BONES - articled}


def _joined_readings(parts: Sequence[Part]) -> set[str]:
    """The usual readings of words written together: those of each word put together, and those of the whole."""
    each = [[key.text for key in w.readings[:MOST_READINGS]] for part in parts for w in part.words]
    whole = word("".join(w.text for part in parts for w in part.words))
    return {"".join(texts) for texts in islice(product(*each), MOST_TOGETHER)} | {
        key.text for key in whole.readings[:MOST_READINGS]
    }


def _far_apart(a: str, b: str) -> bool:
    """Whether two Latin words are so unlike that no reading of them can meet; cheap, and sure."""
    return a.isascii() and b.isascii() and (abs(len(a) - len(b)) > 4 or OSA.distance(a, b, score_cutoff=5) > 5)
