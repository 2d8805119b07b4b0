"""Spelling-insensitive keys: what different romanisations make of one name becomes one key.

`sound` keeps the vowels, and so keeps different names apart; `skeleton` drops them, for scripts that do not
write them. The rules are in ``lists/scripts/sound_rules.tsv``, applied in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from screening import reference

_MOST_LETTERS: Final = 64  # what is longer is no word, and some rules take time that grows with its square
_FEW: Final = 12  # of so few, those heard before are worth more than what one go over all of them saves
_NOT_LETTER: Final = re.compile(r"[^a-z0-9]")
_CODES: Final = str.maketrans("CJQWX", "cjqwx")
_AS_CODED: Final = str.maketrans("cjqwx", "CJQWX")
_CONSONANTS: Final = str.maketrans({"J": "g", "Q": "W", "X": "h", **dict.fromkeys("aeiouy", "")})
_ABD: Final = re.compile(r"^ab[dt][aeiou]?l(?=[tdrzsnW])")  # the article before a sun letter is not heard
_FINAL: Final = {"d": "t", "b": "p", "g": "k"}  # Turkish Ahmet, Recep


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    rows = reference.table("scripts/sound_rules.tsv").rows
    return tuple((re.compile(row["pattern"]), row["becomes"], int(row["least"])) for row in rows)


@cache
def _line_rules() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """The rules for words that stand one a line, so that one call serves thousands of them."""
    return tuple((re.compile(pattern.pattern, re.MULTILINE), becomes, least) for pattern, becomes, least in _rules())


def _letters(latin_token: str) -> str:
    return _NOT_LETTER.sub("", latin_token[: 2 * _MOST_LETTERS].lower())[:_MOST_LETTERS]


@lru_cache(maxsize=1 << 14)
def _coded(latin_token: str) -> str:
    word = _letters(latin_token)
    length = len(word)
    if word.isdigit():
        return word
    for pattern, becomes, least in _rules():
        if length >= least:
            word = pattern.sub(becomes, word)
    return word


@lru_cache(maxsize=1 << 16)
def sound(latin_token: str) -> str:
    """A key equal for the usual romanisations of one name; vowels stay, so that Hasan is not Husain.

    Takes a folded Latin token or the text of a transliteration key; letters and digits other than ASCII are
    ignored. In the key c stands for ts, j for zh and j, q for ch, w for sh and shch, x for an initial x (as
    in pinyin).
    """
    return _coded(latin_token).translate(_CODES)


@lru_cache(maxsize=1 << 16)
def skeleton(latin_token: str) -> str:
    """Consonants only, coarser than `sound`: for names from scripts that leave vowels out.

    A vowel or y at the beginning leaves an "a", so that Ali is not Li. The same for the consonant readings
    that ``transliteration.token_keys`` gives of Arabic and Hebrew words as for their Latin spellings.
    """
    return _bare(_coded(latin_token))


def skeleton_of_sound(key: str) -> str:
    """The `skeleton` of a word of which only the `sound` is known."""
    return _bare(key.translate(_AS_CODED))


def sounds_and_skeletons(latin_tokens: Iterable[str]) -> dict[str, tuple[str, str]]:
    """`sound` and `skeleton` of many tokens at once: the same results, several times quicker."""
    wanted = list(dict.fromkeys(latin_tokens))
    if len(wanted) <= _FEW:
        return {token: (sound(token), skeleton(token)) for token in wanted}
    return {
        token: (code.translate(_CODES), _bare(code))
        for token, code in zip(wanted, _coded_together(wanted), strict=True)
    }


def _coded_together(tokens: list[str]) -> list[str]:
    """The codes of tokens, each rule applied once to all words it holds for: a word a line, short first."""
    words = [token if token.isascii() and token.islower() and token.isalpha() else _letters(token) for token in tokens]
    words = [word if len(word) <= _MOST_LETTERS else _letters(word) for word in words]
    order = sorted((i for i, word in enumerate(words) if word and not word.isdigit()), key=lambda i: len(words[i]))
    if not order:
        return words
    least_lengths = sorted({least for _, _, least in _rules()} | {0})
    texts: list[str] = []  # one text of lines for the words between two neighbouring least lengths
    at = 0
    for floor, ceiling in zip(least_lengths, [*least_lengths[1:], _MOST_LETTERS + 1], strict=True):
        lines = []
        while at < len(order) and floor <= len(words[order[at]]) < ceiling:
            lines.append(words[order[at]])
            at += 1
        texts.append("\n".join(lines))
    for pattern, becomes, least in _line_rules():
        for i in range(least_lengths.index(least), len(texts)):
            if texts[i]:
                texts[i] = pattern.sub(becomes, texts[i])
    coded = [line for text in texts if text for line in text.split("\n")]
    for i, code in zip(order, coded, strict=True):
        words[i] = code
    return words


def _bare(word: str) -> str:
    if not word or word.isdigit():
        return word
    if len(word) > 1 and word[-1] == "h" and word[-2] in "aeiou":
        word = word[:-1]
    word = word.replace("kh", "h").replace("zh", "J")
    if word.startswith("ab"):
        word = _ABD.sub("abd", word)
    bare = word.translate(_CONSONANTS)
    vowel = word[0] in "aeiouy"
    if len(bare) > 1 or vowel:
        bare = bare[:-1] + _FINAL.get(bare[-1:], bare[-1:])
    return (("a" if vowel else "") + bare).translate(_CODES)
