"""Words written without spaces between them: Chinese, Japanese and Korean names cut at the words that are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

_FIRST_GLUED = 0x2E80
"""Scripts below this code point put spaces between words."""
LONE_SYLLABLE = 6
"""What a split that leaves one syllable of Hangul at the beginning must be worth more than another."""


def is_glued(char: str) -> bool:
    """Whether a character is of a script written without spaces (Han, kana), or with its words often glued (Hangul)."""
    return ord(char) >= _FIRST_GLUED


def is_hangul(char: str) -> bool:
    """Whether a character is a syllable of Hangul."""
    return "가" <= char <= "힣"


@dataclass(frozen=True)
class Splitter:
    """Cuts tokens at known words; what lies between them stays in one piece.

    Of all ways to cut a run, the one whose words have the greatest sum of squared lengths is taken: long words
    before short ones, wherever they stand. A word of one character (厂) counts only at the end of a run.
    """

    known: AbstractSet[str]
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.known), default=0))

    def split(self, token: str) -> list[str]:
        """Give the pieces of a token in order; joined they are the token."""
        pieces: list[str] = []
        for run in _runs(token):
            pieces.extend(self._cut(run) if is_glued(run[0]) else [run])
        return pieces

    def _cut(self, run: str) -> list[str]:
        count = len(run)

        def worth(start: int, end: int) -> int | None:
            length = end - start
            if (length == 1 and end < count) or run[start:end] not in self.known:
                return None
            # A name of one syllable before a word of business is hardly one: 태광+섬유, not 태+광섬유.
            lone = start == 1 and is_hangul(run[0])
            return length * length - (LONE_SYLLABLE if lone else 0)

        return cut_at_words(run, range(count + 1), self.longest, worth)


def cut_at_words(run: str, places: Sequence[int], longest: int, worth: Callable[[int, int], int | None]) -> list[str]:
    """Cut a run at words, so that what they are worth together is the most; what lies between stays in one piece.

    Args:
        run: What is cut.
        places: Where it may be cut, in order, its beginning and its end among them.
        longest: Letters of a word at most.
        worth: What the word between two places is worth; None where there is none. Of two ways of one worth the one
            with the longer last word is taken.
    """
    best = [0] * len(places)
    taken: list[int | None] = [None] * len(places)  # the place where the word that ends here begins
    for at in range(1, len(places)):
        best[at] = best[at - 1]
        for start in range(at - 1, -1, -1):
            if places[at] - places[start] > longest:
                break
            value = worth(places[start], places[at])
            if value is not None and best[start] + value >= best[at]:
                best[at], taken[at] = best[start] + value, start
    pieces: list[str] = []
    at = loose = len(places) - 1
    while at:
        begins = taken[at]
        if begins is None:
            at -= 1
            continue
        pieces += [run[places[at] : places[loose]]] if loose > at else []
        pieces.append(run[places[begins] : places[at]])
        at = loose = begins
    pieces += [run[: places[loose]]] if loose else []
    return pieces[::-1]


def _runs(token: str) -> list[str]:
    runs: list[str] = []
    for char in token:
        if runs and is_glued(char) == is_glued(runs[-1][-1]):
            runs[-1] += char
        else:
            runs.append(char)
    return runs
