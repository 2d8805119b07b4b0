"""Names that programs made unreadable: signs of HTML, letters read in another encoding, keys of another keyboard.

What was meant is told by the text alone (``lists/scripts/misread.tsv``, ``keyboards.tsv``); a name that may be meant as
it stands keeps its own reading beside.
"""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache
from typing import Final

from screening.names.drawn_letters import in_cyrillic
from screening.names.letters import all_vowels
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import has_legal_form
from screening.reference import table

_LONGEST: Final = 400
"""Letters of a text that is looked at: a name is shorter."""
_MOST_UNESCAPED: Final = 3
"""Times that signs may have been written as HTML, one over the other (``&amp;amp;``)."""
_ENTITY: Final = re.compile(r"&#?\w{2,8};")
_FEWEST: Final = 4
"""Letters of a word that is told to be another's by its letters."""
_OF_OLD_TABLES: Final = "\u0402\u0403\u0409-\u040f\u0452\u0453\u0459-\u045f\u0490\u0491¦§©¬®°±µ¶·¤"
"""Where the letters of DOS stand in the encoding of Windows."""
_GARBLED: Final = re.compile(
    "[ÂÃÄÅÎÏÐÑØÙÚÛВГДЕРС][\u0080-\u00a9\u00ac-\u00ba\u00bc-\u00bf\u0152-\u02dc\u0402-\u040f\u0452-\u045f\u0490\u0491\u2020-\u2122]"
    "|[╨╤├┬]"  # bytes of UTF-8
    "|[À-ÿ]{4}|[À-ÿ][\u00a1-\u00a9\u00ac-\u00b9]|[ÞþÝýÐð]"  # letters of one language for those of another
    "|[Ææ]|[ŠšŽž]\\w*[ÈÏÌÒØÙèïìòøù]|[ÈÏÌÒØÙèïìòøù]\\w*[ŠšŽž]|\\w[³¹¿œ]|[³£¯Œ]\\w"  # Central European letters
    f"|[{_OF_OLD_TABLES}][{_OF_OLD_TABLES}а-яё]|[а-яё][А-ЯЁ]{{2}}"
)
"""What readable names seldom have: only then is more looked for."""
_KEYS: Final = re.compile(
    r"(?i)[bcdfghjklmnpqrstvwxz]{5}|[a-z][\[\];<>{}][a-z]|\b(?=[a-z]{8})[b-df-hj-np-tv-z]*[aeiou]?[b-df-hj-np-tv-z]*\b"
)
"""What is no word in Latin letters: five consonants together, a sign between letters, eight letters and one vowel."""
_LATIN_VOWELS: Final = frozenset("aeiou")
_MOST_LATIN_VOWELS: Final = 0.15
"""Share of the letters of a text typed on another keyboard that are Latin vowels: keys of seldom letters."""
_FEWEST_TYPED: Final = 8
_UNSPEAKABLE: Final = re.compile(r"(?i)\b[ьъы]|[бвгджзйклмнпрстфхцчшщ]{5}")
_NO_RUSSIAN: Final = re.compile(rf"{_UNSPEAKABLE.pattern}|[аеёиоуыэюяйьъ][ьъ]|[кгх]щ|щ[бвгджзклмпрстфхцчш]")
"""What no word in Russian letters has: there somebody may have typed Latin ones."""
_LEAST_VOWELS: Final = 0.25
_DIFFERENT_VOWELS: Final = 2
_SPACED: Final = re.compile(r"\s*[^\W\d_](?:\s+[^\W\d_]){7,}\s*")
"""So many letters by themselves are no initials."""
_WIDE: Final = re.compile(r"\s{2,}")
_CAPITAL: Final = re.compile(r"\s(?=[A-ZА-ЯЁ])")
_NO_BREAK: Final = "\u00a0"


def readings(name: str) -> tuple[str, ...]:
    """What may be meant by a name that programs made unreadable; nothing where it is read as it stands."""
    if name[1:2].isspace() and _SPACED.fullmatch(name):
        return (_letters_joined(name),)
    if name.isascii():
        drawn = in_cyrillic(name)
        found = (*(_plain(name) if "&" in name or _KEYS.search(name) else ()), *((drawn,) if drawn else ()))
    else:
        found = _written(name) if "&" in name or _GARBLED.search(name) else ()
        found = (*found, *typed_in_latin(name)) if _NO_RUSSIAN.search(name) else found
    return tuple(each for each in dict.fromkeys(found) if each != name)


def _letters_joined(name: str) -> str:
    """The words of a name with spaces between its letters; wider ones begin words, or capitals before small letters."""
    words_apart = _WIDE.split(name.strip())
    if len(words_apart) == 1 and not name.isupper():
        words_apart = _CAPITAL.split(name.strip())
    return " ".join("".join(each.split()) for each in words_apart)


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> tuple[str, ...]:
    text = _unescaped(name)
    return (text, *(typed(text) if _KEYS.search(text) else ()))


@lru_cache(maxsize=1 << 12)
def _written(name: str) -> tuple[str, ...]:
    text = _unescaped(name[:_LONGEST])
    found = [text]
    for written, read, told_by, script in _encodings():
        meant = _meant(text, written, read) or (_in_part(text, written, read) if told_by == "marks" else None)
        if meant is None or meant == text:
            continue
        if told_by == "case" and all(map(_is_cased, text.split())):
            continue
        if told_by == "bytes" or (told_by in ("letters", "case") and _is_all(text, meant, script)):
            return (_unescaped(meant),)
        if told_by == "marks":
            found.append(meant)
    return tuple(found)


def _unescaped(text: str) -> str:
    """A text with the signs that stand in it as HTML."""
    for _ in range(_MOST_UNESCAPED):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


@cache
def _encodings() -> tuple[tuple[str, str, str, str], ...]:
    rows = table("scripts/misread.tsv").rows
    return tuple((row["written"], row["read"], row["told_by"], row["script"]) for row in rows)


def _meant(text: str, written: str, read: str) -> str | None:
    """The text that was written, where it was read in another encoding; None where it was not."""
    for each in dict.fromkeys((text, text.replace("Р ", f"Р{_NO_BREAK}"))):  # a space that does not break became one
        try:
            return b"".join(_byte(char, read) for char in each).decode(written)
        except UnicodeError:
            continue
    return None


def _in_part(text: str, written: str, read: str) -> str:
    """A text of which some letters were read in another encoding, and others, which that one lacks, as they stand."""

    def meant(char: str) -> str:
        try:
            return char.encode(read).decode(written)
        except UnicodeError:
            return char

    return "".join(map(meant, text))


def _byte(char: str, encoding: str) -> bytes:
    """The byte of a sign in an encoding; where it has none, programs keep the byte's own number."""
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _is_all(text: str, meant: str, script: str) -> bool:
    """Whether each word that is no plain Latin one is of the script, in capitals or not as words are, and one long."""
    if any(one.isalpha() and not other.isalpha() for one, other in zip(text, meant, strict=True)):
        return False
    longest = 0
    for said, was in zip(text.split(), meant.split(), strict=False):
        letters = "".join(filter(str.isalpha, was))
        if said.isascii() or not letters:
            continue
        if script_of(letters) != script or any(char.isascii() and char.isalpha() for char in said):
            return False
        if script != "Arabic" and not _is_cased(letters):
            return False
        longest = max(longest, len(letters))
    return longest >= _FEWEST


def _is_cased(word: str) -> bool:
    """Whether the letters of a word are small but for the first, or all capitals."""
    letters = "".join(filter(str.isalpha, word))
    return letters[1:] == letters[1:].lower() or letters.isupper()


def typed(text: str) -> tuple[str, ...]:
    """What was to be typed where somebody wrote on the English keyboard instead of his own, one text a keyboard.

    Short words in capitals are legal forms and left. A comma or full stop at the end of a word is a letter or is not.
    Nothing where the text has the vowels of Latin words.
    """
    typed_words = (word for word in text.split() if not _is_form(word))
    letters = [char for word in typed_words for char in word.casefold() if "a" <= char <= "z"]
    vowels = sum(char in _LATIN_VOWELS for char in letters)
    if len(letters) < _FEWEST_TYPED or vowels >= _MOST_LATIN_VOWELS * len(letters):
        return ()
    found = (
        " ".join(_on_keyboard(word, keys, at_end=at_end) for word in text.split())
        for keys in _keyboards()
        for at_end in (False, True)
    )
    return tuple(each for each in dict.fromkeys(found) if _is_speakable(each))


@lru_cache(maxsize=1 << 12)
def typed_in_latin(text: str) -> tuple[str, ...]:
    """What was to be typed where somebody wrote Latin words on his own keyboard (ЯУЕФЕКЩТ ПЬИР, Zetatron GmbH); nothing
    where the letters have no vowels as Latin words do, or some are on no key.
    """
    found = []
    for keys in _keyboards():
        back = {letter: chr(key) for key, letter in keys.items()}
        said = "".join(back.get(char, char) for char in text[:_LONGEST])
        letters = [char for char in said.casefold() if char.isalpha()]
        vowels = sum(char in _LATIN_VOWELS for char in letters)
        if all(map(str.isascii, letters)) and len(letters) >= _FEWEST and vowels >= _LEAST_VOWELS * len(letters):
            found.append(said)
    return tuple(dict.fromkeys(found))


def _is_form(word: str) -> bool:
    bare = word.rstrip(".,;")
    return bare.isupper() and len(bare) <= _FEWEST


def _on_keyboard(word: str, keys: dict[int, str], *, at_end: bool) -> str:
    """A word by the letters on its keys; ``at_end``: signs at its end are letters as well."""
    if _is_form(word):
        meant = word.translate(keys)
        return meant if has_legal_form(meant) and not has_legal_form(word) else word
    if not any(map(str.isalpha, word)):
        return word
    said = word if at_end else word.rstrip(".,;")
    return said.translate(keys) + word[len(said) :]


def _is_speakable(text: str) -> bool:
    """Whether the Cyrillic words of a text have vowels as words do."""
    letters = [char for word in words(text) for char in word if "а" <= char <= "ӿ"]
    vowels = [char for char in letters if char in all_vowels()]
    if len(set(vowels)) < _DIFFERENT_VOWELS or _UNSPEAKABLE.search(text):
        return False
    return len(vowels) >= _LEAST_VOWELS * len(letters)


@cache
def _keyboards() -> tuple[dict[int, str], ...]:
    """The letter on each key of each keyboard, small and capital."""
    found = []
    for row in table("scripts/keyboards.tsv").rows:
        small = dict(zip(row["keys"], row["letters"], strict=True))
        shifted = dict(zip("[];',.`", '{}:"<>~', strict=True))
        capital = {shifted.get(key, key.upper()): letter.upper() for key, letter in small.items()}
        found.append(str.maketrans({**small, **capital}))
    return tuple(found)
