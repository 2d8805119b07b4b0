"""Skeletons of terms as they are in words written together, where no word has a beginning or an end of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.ranges import pointers
from screening.names.arabic_prefixes import prefixes

Array = NDArray[Any]

_UNHARDENED: Final = str.maketrans("tpk", "dbg")  # the end of a word is hardened, which its middle is not
_SERVANT: Final = "abd"
_SERVANT_OF_THE: Final = "abdl"


def together(bone: str, small: bool = False) -> str:
    """A skeleton unhardened and without the Arabic article; ``small`` is of a word that may be the article itself."""
    bone = bone.translate(_UNHARDENED)
    if bone.startswith(_SERVANT_OF_THE):
        return _SERVANT + bone[len(_SERVANT_OF_THE) :]
    return "" if bone == "a" or (small and bone.lstrip("a") in prefixes("article_sound")) else bone


def all_together(bones: Sequence[str]) -> Iterator[str]:
    """Skeletons as in words written together; of a name that begins with Abdul, with what may be its article too."""
    for bone in bones:
        yield together(bone)
        if bone.translate(_UNHARDENED).startswith(_SERVANT_OF_THE):
            yield bone.translate(_UNHARDENED)


def other(bones: Sequence[str], usual: str, whole: str) -> str:
    """Another skeleton of a word in words together: of another reading, or with the h that is silent at its end."""
    if not usual:
        return ""
    return next((bone for bone in bones if bone != usual), usual + "h" if whole.endswith("h") else usual)


class LeftOut(NamedTuple):
    """Skeletons with each of their letters left out, all of the first skeleton before those of the second.

    Attributes:
        anywhere, behind: Hashes of each where it begins the words, and where it stands behind others.
        begins: Where those of each skeleton begin, one more at the end.
        begins_with_a: Whether the skeleton begins with the a of a vowel, which is not heard behind other words.
    """

    anywhere: Array
    behind: Array
    begins: Array
    begins_with_a: Array


def left_out(bones: Sequence[str]) -> LeftOut:
    """Leave each letter out of skeletons of words written together."""
    whose, anywhere = hashing.letters_left_out(bones)
    begins_with_a = np.array([_behind(bone) != bone for bone in bones], bool)
    begins = pointers(whose, len(bones))
    if not begins_with_a.any():
        return LeftOut(anywhere, anywhere, begins, begins_with_a)
    _, after = hashing.letters_left_out([_behind(bone) for bone in bones])
    behind = np.zeros_like(anywhere)
    kept = np.ones(len(anywhere), bool)
    kept[begins[:-1][begins_with_a]] = False
    behind[kept] = after
    return LeftOut(anywhere, behind, begins, begins_with_a)


def _behind(bone: str) -> str:
    """A skeleton as it is behind other words: without the a of a vowel at its beginning."""
    return bone[1:] if len(bone) > 1 and bone[0] == "a" else bone
