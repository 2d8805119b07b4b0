"""Where a script leaves short vowels out, the long ones it writes still tell names of the same consonants apart."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

ENDS_OPEN: Final = frozenset("اأآىيیےوؤةهۀەءئعێۆאהויע")
"""Letters that a word heard to end in a vowel may be written with at its end."""
MAY_BE_EITHER: Final = frozenset("هۀةەءئعوؤהוע")
"""Those that a word heard to end in a consonant may be written with as well."""
ENDS_IN_I: Final = frozenset("يیوי")
OPEN: Final = frozenset("aeiouy")
LONG: Final = (
    (frozenset("اأآى"), frozenset("aeo")),
    (frozenset("وؤۆו"), frozenset("ouvw")),
    (frozenset("يیئێי"), frozenset("aeiyj")),
)
"""Letters for long vowels, and the Latin letters of which one at least stands for them."""
LONG_U: Final = ("oo", "ou", "uu")
ARTICLE: Final = "ال"


@lru_cache(maxsize=1 << 16)
def vowels_apart(written: str, latin: str) -> bool:
    """Whether a word of an unvowelled script and one in Latin letters cannot be one, by the vowels that are written.

    Args:
        written: A folded Arabic or Hebrew word.
        latin: A folded Latin word.
    """
    if len(written) < 2 or len(latin) < 2:
        return False
    open_, heard_open = written[-1] in ENDS_OPEN, latin[-1] in OPEN
    if heard_open and not open_:
        return True
    if open_ and not heard_open and written[-1] not in MAY_BE_EITHER and latin[-1] not in "hw":
        return True
    if written[-1] in ENDS_IN_I and latin.endswith(("ah", "eh")):
        return True
    inner = written[1:-1]
    if any(signs & set(inner) and not heard & set(latin) for signs, heard in LONG):
        return True
    if ARTICLE in written[1:]:
        return False  # the u of an article within the word is not written (Jalal al-Din, Jallalouddin)
    return any(each in latin[1:] for each in LONG_U) and not any(sign in LONG[1][0] for sign in written)
