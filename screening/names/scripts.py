"""Which script a text is written in, and which words mix scripts that look alike.

The names of the scripts are the first words of the Unicode character names ("Latin", "Cyrillic", "Arabic"),
but for "Han" (CJK ideographs) and "Kana" (hiragana and katakana).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from screening import reference

LOOK_ALIKE_SCRIPTS: Final = frozenset({"Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic"})
"""Scripts whose letters a reader can take for one another; a word of two of them is suspicious."""
GLUED: Final = frozenset({"Han", "Hangul", "Kana", "Khmer", "Lao", "Mixed", "Myanmar", "Thai"})
"""Scripts that may write words without spaces between them."""
GLUED_CHARACTER: Final = "[\u2e80-\u9fff\uac00-\ud7af]"
"""A pattern for a character of Chinese, Japanese or Korean, which part no words."""
CONSONANT_SCRIPTS: Final = frozenset({"Arabic", "Hebrew"})
"""Scripts that leave vowels unwritten: there a consonant skeleton is all the evidence there can be."""

_RENAMED: Final = {"Cjk": "Han", "Hiragana": "Kana", "Katakana": "Kana", "Halfwidth": "Kana"}
_WORD: Final = re.compile(r"[^\W_]+")


@cache
def char_script(char: str) -> str:
    """The script of one character; "" for what is no letter (digits, marks, signs)."""
    if not char.isalpha():
        return ""
    if char.isascii():
        return "Latin"
    plain = unicodedata.normalize("NFKC", char)
    first = next((each for each in plain if each.isalpha()), char)
    word = unicodedata.name(first, "").partition(" ")[0].split("-")[0].title()
    if word == "Modifier":  # ʻ, ʰ: letters of no script
        return ""
    return _RENAMED.get(word, word)


@lru_cache(maxsize=1 << 16)
def script_of(text: str) -> str:
    """The one script of a text's letters, "Mixed" where there are several, "None" where there are no letters.

    Han beside kana is Japanese and is called "Kana".
    """
    if text.isascii():
        return "Latin" if any(map(str.isalpha, text)) else "None"
    found = {char_script(char) for char in text} - {""}
    if not found:
        return "None"
    if len(found) == 1:
        return found.pop()
    return "Kana" if found == {"Han", "Kana"} else "Mixed"


def mixed_tokens(text: str) -> list[str]:
    """The words of a text that mix look-alike scripts, as they stand ("GRОUP" with a Cyrillic О).

    They are folded to one script for matching, and reported, since they are also a way to evade screening.
    """
    if text.isascii():
        return []
    return [word for word in words_of_letters(text) if is_mixed(word)]


def is_mixed(word: str) -> bool:
    """Whether one word holds letters of two scripts that look alike."""
    found = {char_script(char) for char in word}
    return len(found & LOOK_ALIKE_SCRIPTS) > 1


def words_of_letters(text: str) -> list[str]:
    """Runs of letters and digits; what separates them is dropped. Invisible characters do not separate."""
    visible = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Mn", "Me"))
    return _WORD.findall(visible)


@cache
def _look_alikes(*, strict: bool) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """To Latin: letter → Latin letter; and back: script → Latin letter → letter. Both cases of each.

    ``strict`` leaves out the small letters of which only the capitals look alike (н, h), and puts no rare letter for
    a Latin one (ӏ, l).
    """
    to_latin: dict[str, str] = {}
    back: dict[str, dict[str, str]] = {}
    for row in reference.table("scripts/look_alikes.tsv").rows:
        letter, latin = row["letter"], row["latin"]
        own = back.setdefault(row["script"], {})
        cases = [(letter, latin), (letter.upper(), latin.upper())]
        for one, other in cases[1:] if strict and row["where"] == "capitals" else cases:
            to_latin.setdefault(one, other)
            if not (strict and row["where"] == "rare"):
                own.setdefault(other, one)
    return to_latin, back


def is_of_look_alikes(word: str) -> bool:
    """Whether the letters of one of a word's two alphabets all look like some of the other in their case: a typist's
    (Экcпорт), not those of another encoding.
    """
    to_latin, back = _look_alikes(strict=True)
    latin, others = ([char for char in word if char.isascii() is plain] for plain in (True, False))
    scripts = {script_of(char) for char in others}
    return all(char in to_latin for char in others) or any(
        all(char in back.get(script, {}) for char in latin) for script in scripts
    )


def repair(word: str) -> str:
    """A word of mixed look-alike letters, written in one script: the one most of its letters have.

    Where that cannot be (a letter has no look-alike) the other script is tried; where neither can be, letters of
    which only the capitals look alike are let pass, and at last the word is left as it is. Latin wins a tie, case
    stays.
    """
    counts: dict[str, int] = {}
    for char in word:
        script = char_script(char)
        if script in LOOK_ALIKE_SCRIPTS:
            counts[script] = counts.get(script, 0) + 1
    if len(counts) < 2:
        return word
    order = sorted(counts, key=lambda name: (-counts[name], name != "Latin", name))
    for strict in (True, False):
        for script in order:
            written = _write_in(word, script, strict=strict)
            if written is not None:
                return written
    return word


_HAS_LATIN: Final = re.compile("[A-Za-z]")


def repair_text(text: str) -> str:
    """A text of several words, one of them of mixed look-alike letters, written in the one script all of it can have.

    A word of look-alikes only is of no script by itself (РТЕ): the others tell. Where no word mixes letters, or the
    text cannot be written in one script, it is left as it is.
    """
    if text.isascii() or not _HAS_LATIN.search(text) or not mixed_tokens(text):
        return text
    found = {char_script(char) for char in text} & LOOK_ALIKE_SCRIPTS
    written = [
        new
        for script in sorted(found, key=lambda name: (name != "Latin", name))
        if (new := _write_in(text, script, strict=True))
    ]
    return written[0] if len(written) == 1 else text


def _write_in(word: str, script: str, *, strict: bool) -> str | None:
    to_latin, back = _look_alikes(strict=strict)
    table = {} if script == "Latin" else back.get(script, {})
    out = []
    for char in word:
        own = char_script(char)
        if own not in LOOK_ALIKE_SCRIPTS or own == script:
            out.append(char)
            continue
        latin = char if own == "Latin" else to_latin.get(char)
        wanted = latin if script == "Latin" else table.get(latin or "")
        if wanted is None:
            return None
        out.append(wanted)
    return "".join(out)
