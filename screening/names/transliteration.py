"""Readings of a word in Latin letters, each tagged with its scheme, and readable Latin for reports.

Each family of scripts has a module of its own; the schemes themselves are tables in ``lists/scripts/``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from screening.names import (
    alphabets,
    arabic,
    armenian,
    burmese,
    chinese,
    chinese_by_ear,
    cyrillic,
    english_names_by_ear,
    ethiopic,
    heard,
    indic,
    japanese,
    korean,
    korean_in_russian,
    latin,
    letter_names,
    national,
    neighbours_in_korean,
    scripts,
    thai,
    vietnamese_by_ear,
)
from screening.names.folding import clean, fold
from screening.names.keys import MOST_KEYS, Key, distinct
from screening.names.schemes import load

__all__ = ["Key", "name_parts", "romanise", "token_keys"]

LONG_NAME: Final = 8
"""Letters of a Cyrillic word that may be an Arabic or Persian name with a usual spelling; readings of shorter ones are
others' too often.
"""
KONTSEVICH: Final = "Kontsevich (Korean)"
_SPOKEN: Final = {"Ethiopic": ethiopic.keys, "Myanmar": burmese.keys, "Thai": thai.keys}
"""Scripts that are read by ear, beside which letter by letter reading comes last."""
_RUN: Final = re.compile(
    r"\w[\w\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3'ʼ’]*"
)


@lru_cache(maxsize=1 << 16)
def token_keys(token: str, raw: str = "") -> tuple[Key, ...]:
    """Readings of one folded token in Latin ASCII, most usual first, without repeats, at most a dozen.

    The first key of a Latin token is itself, scheme "as written". ``raw``, the token as it stands in the
    text, adds readings that folding has lost (Müller → mueller, Şymkent → shymkent); a token that is not
    folded is folded, and taken as its own raw form. Text that holds no letter or digit has no keys.
    """
    if token.isascii() and token.isalnum() and token.islower() and not raw:
        return latin.keys(token)
    folded = "".join(char for char in fold(token) if char.isalnum() or not char.isascii())
    if not folded:
        return ()
    if folded.isascii():
        spelled = fold(latin.spelled_marks(raw or token))
        return latin.keys(folded, spelled if spelled.isalnum() and spelled.isascii() else "")
    return _other_script(folded)


def _other_script(word: str) -> tuple[Key, ...]:
    script = scripts.script_of(word)
    found, letters = _in_script(word, script), letter_names.key(word, script)
    more = (*([letters] if letters else ()), *heard.keys(word))
    names = english_names_by_ear.keys(word)
    if not (more or names):
        return found
    return distinct([*distinct([*found[:1], *more, *found[1:]], MOST_KEYS - len(names)), *names])


def _in_script(word: str, script: str) -> tuple[Key, ...]:
    if script == "Cyrillic":
        found = cyrillic.keys(word)
        surname = armenian.key(found[0].text) if found else None
        more = [key for key in (national.key(word), chinese.palladius(word), surname) if key]
        more.extend((*chinese_by_ear.keys(word, script), *vietnamese_by_ear.keys(word)))
        if len(word) >= LONG_NAME:
            usual = dict.fromkeys(filter(None, (arabic.usual_spelling(key.text) for key in found)))
            more.extend(Key(each, arabic.USUAL_SPELLING) for each in usual)
        return distinct([*found[:1], *more, *found[1:]]) if more else found
    if script == "Arabic":
        return _with_chinese(arabic.keys(word), word, script)
    if script in alphabets.SCRIPTS:
        found = _with_chinese(alphabets.keys(word, script), word, script)
        surname = armenian.key(found[0].text) if script == "Armenian" and found else None
        return distinct([found[0], surname, *found[1:]]) if surname else found
    if script == "Han":
        return distinct([*chinese.keys(word), *japanese.keys(word)])
    if script == "Hangul":
        found = korean.keys(word)
        russian = [Key(cyrillic.keys(each)[0].text, KONTSEVICH) for each in korean_in_russian.in_russian(word)]
        more = [*russian, *neighbours_in_korean.keys(word)]
        return distinct([*found[: MOST_KEYS - len(more)], *more]) if more else found
    if script == "Kana" and not any(scripts.char_script(char) == "Han" for char in word):
        return alphabets.kana_keys(word)
    if script in indic.scripts():
        spoken = indic.keys(word, script)
    else:
        spoken = _SPOKEN[script](word) if script in _SPOKEN else ()
    return distinct([*spoken, Key(_plain(word), "anyascii")])


def _with_chinese(found: tuple[Key, ...], word: str, script: str) -> tuple[Key, ...]:
    heard_so = chinese_by_ear.keys(word, script)
    return distinct([*found[: MOST_KEYS - len(heard_so)], *heard_so]) if heard_so else found


def _plain(word: str) -> str:
    return "".join(char for char in anyascii(word).lower() if char.isalnum())


def name_parts(token: str) -> tuple[str, str] | None:
    """Surname and given name, in the original script, of a folded Han or Hangul run that may be a person's
    name.

    None for every other token. Give each part to `token_keys` to read them apart.
    """
    script = scripts.script_of(token)
    if script == "Han":
        return chinese.name_parts(token)
    return korean.name_parts(token) if script == "Hangul" else None


@lru_cache(maxsize=1 << 12)
def romanise(text: str) -> str:
    """Readable Latin for reports, with capitals; Latin words stay as they stand, accents and all."""
    text = clean(text)
    if scripts.script_of(text) in ("Latin", "None"):
        return text
    return " ".join(_RUN.sub(lambda match: _readable(match.group()), text).split())


def _readable(word: str) -> str:
    script = scripts.script_of(word)
    if script in ("Latin", "None"):
        return word
    if script == "Cyrillic":
        return cyrillic.readable(word)
    folded = fold(word)
    if script == "Han":
        parts = chinese.name_parts(folded)
        surname = chinese.keys(parts[0]) if parts else ()
        if parts and surname:
            return f"{surname[0].text.capitalize()} {''.join(chinese.pinyin(parts[1])).capitalize()}"
        return " ".join(chinese.pinyin(folded)).capitalize()
    if script in alphabets.SCRIPTS and script != "Hebrew":
        return load(script.lower())[0].write(folded).capitalize()
    if script == "Hangul":
        parts = korean.name_parts(folded)
        if parts:
            given = korean.romanise(parts[1], "revised")
            return f"{korean.keys(parts[0])[0].text.capitalize()} {given.capitalize()}"
        return korean.romanise(folded, "revised").capitalize()
    if script == "Myanmar":
        return " ".join(token_keys(each)[0].text.capitalize() for each in burmese.names_apart(folded, _no_title))
    keys = _other_script(folded)
    return keys[0].text.capitalize() if keys else anyascii(word)


def _no_title(_: str) -> bool:
    return False
