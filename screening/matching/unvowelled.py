"""Where a script leaves short vowels out, the long ones it writes still tell names of the same consonants apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.names.arabic import ARTICLE, without_article

ENDS_OPEN: Final = frozenset("اأآىيیےوؤةهۀەءئعێۆאהויע")
"""Letters that a word heard to end in a vowel may be written with at its end."""
MAY_BE_EITHER: Final = frozenset("هۀةەءئعوؤהוע")
"""Those that a word heard to end in a consonant may be written with as well."""
ENDS_IN_I: Final = frozenset("يیوי")
OPEN: Final = frozenset("aeiouy")
LONG_A: Final = frozenset("اأآى")
LONG_O: Final = frozenset("وؤۆו")
LONG_I: Final = frozenset("يیئێי")
LONG: Final = (
    (LONG_A, frozenset("aeo")),
    (LONG_O, frozenset("ouvw")),
    (LONG_I, frozenset("aeiyj")),
)
"""Letters for long vowels, and the Latin letters of which one at least stands for them."""
HEARD: Final = ((LONG_O, frozenset("ouvw")), (LONG_I, frozenset("eiy")))
"""The same between two consonants, but for alef, which many write where it is not heard."""
LONG_U: Final = ("oo", "ou", "uu")
GLIDING: Final = ("ai", "ay", "ei", "ey", "ee", "ii")
"""What Latin letters make of a written y."""
BETWEEN: Final = frozenset("اأإآىيیےوؤةءئعۀەێۆאויע")
"""Letters that stand for a vowel, or for nothing that Latin letters write."""
BREATHED: Final = frozenset("هהh")
VOWELS: Final = frozenset("aeiouyvw")
ARTICLE_HEARD: Final = ("a", "e", "u", "i")
"""What a Latin word begins with that may have the article written to it."""
SILENT: Final = "خوا"
SPOKEN: Final = "خا"
"""The Persian w that is not spoken (Khaja)."""
_TOGETHER: Final = re.compile(r"tch|sch|kh|gh|sh|ch|th|dh|zh|ph|dj|dz|ts|ck|([b-df-hj-np-tx-z])\1")
"""Latin letters that stand for one consonant."""


@lru_cache(maxsize=1 << 16)
def vowels_apart(written: str, latin: str) -> bool:
    """Whether a word of an unvowelled script and one in Latin letters cannot be one, by the vowels that are written.

    Args:
        written: A folded Arabic or Hebrew word.
        latin: A folded Latin word.
    """
    if len(written) < 2 or len(latin) < 2:
        return False
    written = written.replace(SILENT, SPOKEN)
    if not latin.startswith(ARTICLE_HEARD):
        written = without_article(written) or written
    open_, heard_open = written[-1] in ENDS_OPEN, latin[-1] in OPEN
    if heard_open and not open_:
        return True
    if open_ and not heard_open and written[-1] not in MAY_BE_EITHER and latin[-1] not in "hw":
        return True
    if written[-1] in ENDS_IN_I and latin.endswith(("ah", "eh")):
        return True
    if written[-1] in LONG_A - {"ى"} and latin.endswith("eh"):
        return True  # زهرا is Zahra, and no Zohreh
    if heard_open and _ends_apart(written[-1], latin[-1]):
        return True
    inner = written[1:-1]
    if any(signs & set(inner) and not heard & set(latin) for signs, heard in LONG):
        return True
    if ARTICLE in written[1:]:
        return False  # the u of an article within the word is not written (Jalal al-Din, Jallalouddin)
    if any(each in latin[1:] for each in LONG_U) and not any(sign in LONG_O for sign in written):
        return True
    return _apart_between(written, latin)


def _ends_apart(sign: str, heard: str) -> bool:
    """Whether a word that ends in a letter for a long vowel is heard to end in another."""
    return (sign in LONG_A and sign != "ى" and heard in "iu") or (sign in LONG_O and heard in "iy")


def _apart_between(written: str, latin: str) -> bool:
    """Whether a vowel that is written between two consonants is another one in Latin letters, or a y is not written."""
    ours, theirs = _between(written, BETWEEN), _between(latin, VOWELS)
    if len(ours) != len(theirs):
        ours = _between("".join(char for char in written if char not in BREATHED), BETWEEN)
        theirs = _between("".join(_no_breath(latin)), VOWELS)
    if len(ours) != len(theirs):
        return False
    return any(_other_vowel(sign, heard) for sign, heard in zip(ours[1:-1], theirs[1:-1], strict=True))


def _other_vowel(signs: str, heard: str) -> bool:
    if any(letters & set(signs) and not sounds & set(heard) for letters, sounds in HEARD):
        return True
    return any(each in heard for each in GLIDING) and not LONG_I & set(signs)


def _no_breath(latin: str) -> str:
    return "".join(char for char in _TOGETHER.sub(_one, latin) if char != "h")


def _one(found: re.Match[str]) -> str:
    """One letter for letters that are one consonant."""
    return found[1] or "x"


def _between(word: str, vowels: frozenset[str]) -> list[str]:
    """What stands before, between and behind the consonants of a word; a doubled one counts once."""
    text = _TOGETHER.sub(_one, word)
    found = [""]
    last = ""
    for char in text:
        if char in vowels:
            found[-1] += char
        elif char != last or found[-1]:
            found.append("")
        last = char
    return found
