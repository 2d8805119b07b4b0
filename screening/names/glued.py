"""Words written without spaces between them: Chinese, Japanese and Korean names cut at the words that are known."""

from __future__ import annotations

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
        best = [0] * (count + 1)
        taken = [0] * (count + 1)  # length of the known word that ends here; 0: a character of no known word
        for end in range(1, count + 1):
            best[end] = best[end - 1]
            for length in range(1 if end == count else 2, min(end, self.longest) + 1):
                # A name of one syllable before a word of business is hardly one: 태광+섬유, not 태+광섬유.
                lone = end - length == 1 and is_hangul(run[0])
                value = best[end - length] + length * length - (LONE_SYLLABLE if lone else 0)
                if value >= best[end] and run[end - length : end] in self.known:
                    best[end], taken[end] = value, length
        pieces: list[str] = []
        end, loose_end = count, count
        while end:
            if taken[end]:
                if loose_end > end:
                    pieces.append(run[end:loose_end])
                pieces.append(run[end - taken[end] : end])
                end -= taken[end]
                loose_end = end
            else:
                end -= 1
        if loose_end:
            pieces.append(run[:loose_end])
        return pieces[::-1]


def _runs(token: str) -> list[str]:
    runs: list[str] = []
    for char in token:
        if runs and is_glued(char) == is_glued(runs[-1][-1]):
            runs[-1] += char
        else:
            runs.append(char)
    return runs
