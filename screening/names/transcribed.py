"""Foreign names as Chinese, Korean and Japanese transcribe them by sound: 普京, 푸틴 and プーチン are Putin.

A syllable of these scripts stands for one of several foreign ones (京 for -kin, -gin and -tin), so that a word has no
one reading. It is read as a pattern instead, of what each of its syllables may stand for, and a foreign word either
fits it or does not. The tables are in ``lists/scripts/transcription.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from string import ascii_lowercase, digits
from typing import Final

from screening.names import chinese
from screening.names.alphabets import hepburn
from screening.names.given import surname_length
from screening.names.keys import replaced
from screening.names.korean import letters_of
from screening.names.letters import undoubled
from screening.names.scripts import script_of
from screening.reference import table

SCRIPTS: Final = ("Han", "Hangul", "Kana")
NOTHING: Final = "-"
ALL: Final = "*"
SHORTEST: Final = 2
"""Syllables of a word that may be a transcription."""
SHORTEST_FOREIGN: Final = 3
"""Syllables, those of a family name apart, of a word that is no Chinese or Korean person's name."""
LONGEST: Final = 12
"""Syllables of a word that is read: a syllable may be heard in several ways, and all of them are tried."""
MOST_KEYS: Final = 128
"""Keys of a word at most: as many as the longest names and words of business have (ウラジオストク)."""
SHORTEST_KEY: Final = 2
_INITIALS_OF_PINYIN: Final = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|")
_MORA: Final = re.compile(r"n(?![aiueoy])|([bcdfghjkmnprstvwyz]*)([aiueo])")
_HIRAGANA: Final = re.compile("[\u3041-\u3096]")
_SHARED: Final = frozenset("nmlr")
"""What ends a syllable may begin the next one as well, and is written once: 울랴 is Ulya."""
_NASALS: Final = "nm"
_LIQUIDS: Final = "lr"


@dataclass(frozen=True, slots=True)
class _Sounds:
    """What a letter or syllable may stand for, and behind which initials it may say nothing."""

    sounds: tuple[str, ...]
    unheard: frozenset[str]

    def behind(self, initial: str) -> tuple[str, ...]:
        """What it may stand for behind an initial."""
        return (*self.sounds, "") if self.unheard & {initial or NOTHING, ALL} else self.sounds


@cache
def _tables() -> dict[tuple[str, str], dict[str, _Sounds]]:
    """By script and place in the syllable: letters → what they may stand for; characters that are used at all."""
    found: dict[tuple[str, str], dict[str, _Sounds]] = {}
    for row in table("scripts/transcription.tsv").rows:
        sounds = tuple("" if each == NOTHING else each for each in row["sounds"].split())
        of = found.setdefault((row["script"], row["place"]), {})
        if row["place"] in ("used", "class"):
            of.update(dict.fromkeys(row["letters"], _Sounds(sounds, frozenset())))
        elif row["place"] != "letters":
            letters = "" if row["letters"] == NOTHING else row["letters"]
            of[letters] = _Sounds(sounds, frozenset(row["unheard"].split()))
    return found


def is_transcription(text: str) -> bool:
    """Whether a folded word may be a foreign name in Han, Hangul or kana."""
    return bool(_syllables(text))


def number_of_script(text: str) -> int:
    """A number for each of the `SCRIPTS`, 1 and more; 0 for every other."""
    script = "" if text.isascii() else script_of(text)
    return SCRIPTS.index(script) + 1 if script in SCRIPTS else 0


def is_foreign(text: str) -> bool:
    """Whether a folded word may be a foreign name and is too long for the name of a Chinese or Korean person."""
    return len(text) - surname_length(text) >= SHORTEST_FOREIGN and is_transcription(text)


def fits(text: str, latin: Iterable[str], sounds: Iterable[str]) -> bool:
    """Whether a folded word in Han, Hangul or kana transcribes a word of any of these readings or sounds.

    Args:
        text: The word.
        latin: Readings of the other word in Latin letters, as `token_keys` gives them.
        sounds: Their sounds, as `sound.sound` gives them.
    """
    pattern = _pattern(text)
    return pattern is not None and any(map(pattern.fullmatch, {*sounds, *map(_spelt, latin)}))


@cache
def _letters() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("scripts/transcription.tsv").rows
    return tuple((re.compile(row["letters"]), row["sounds"]) for row in rows if row["place"] == "letters")


@lru_cache(maxsize=1 << 14)
def _spelt(latin: str) -> str:
    """A Latin reading in the letters of sounds, each of its vowels kept."""
    return replaced(latin, _letters()).lower()


@lru_cache(maxsize=1 << 14)
def keys(text: str) -> tuple[str, ...]:
    """Classes of consonants of what a folded word in Han, Hangul or kana may transcribe; see `key`.

    Where it begins with what may be an Arabic article, those of what follows it as well (알아사드 is al-Assad, Assad).
    """
    syllables = _syllables(text)
    article = _article(text, len(syllables))
    found = [*_keys_of(syllables), *(_keys_of(syllables[article:]) if article else ())]
    return tuple(each for each in dict.fromkeys(found) if len(each) >= SHORTEST_KEY)


def keys_of_parts(parts: Iterable[Sequence[str]]) -> list[str]:
    """The same of a word each of whose parts may be said in several ways."""
    return [each for each in _keys_of([(tuple(part),) for part in parts]) if len(each) >= SHORTEST_KEY]


def _keys_of(syllables: Sequence[_Syllable]) -> list[str]:
    """Classes of consonants of what syllables may stand for, each once."""
    found = [""]
    for each in syllables:
        consonants = dict.fromkeys(map(_classes, _spoken(each)))
        together = dict.fromkeys(undoubled(begun + more) for begun in found for more in consonants)
        found = list(islice(together, MOST_KEYS))
    return found


def _article(text: str, syllables: int) -> int:
    """How many syllables of a word may be an Arabic article, where enough follow it for a name; else 0."""
    articles = _tables().get((script_of(text), "article"), {})
    found = next((each for each in articles if text.startswith(each)), "")
    return len(found) if syllables > len(found) + 1 else 0


def key(sound: str) -> str:
    """The classes of consonants of a sound: one of the `keys` of what may transcribe it. Empty for few consonants."""
    found = undoubled(_classes(sound))
    return found if len(found) >= SHORTEST_KEY else ""


@cache
def _class_of() -> dict[int, str | None]:
    """Letters of sounds by their class; vowels and digits are left out."""
    classes = {letter: found.sounds[0] for letter, found in _tables()["Latin", "class"].items()}
    return str.maketrans({**dict.fromkeys(ascii_lowercase + digits), **classes})


def _classes(sound: str) -> str:
    return sound.translate(_class_of())


_Syllable = tuple[tuple[str, ...], ...]
"""What each part of a syllable may stand for, one behind the other."""


def _spoken(syllable: _Syllable) -> Iterator[str]:
    return map("".join, product(*syllable))


@lru_cache(maxsize=1 << 14)
def _pattern(text: str) -> re.Pattern[str] | None:
    syllables = _syllables(text)
    if not syllables:
        return None
    written = ["".join(f"(?:{'|'.join(_sounds(part))})" for part in each) for each in syllables]
    if article := _article(text, len(written)):
        written = [f"(?:{''.join(written[:article])})?", *written[article:]]
    return re.compile("".join(written))


def _sounds(part: Sequence[str]) -> list[str]:
    """The alternatives of a part of a syllable; a last n, m, l or r may be the first of what follows."""
    return [f"{each[:-1]}{_shared(each[-1])}" if each[-1:] in _SHARED else each for each in part]


def _shared(letter: str) -> str:
    alike = _NASALS if letter in _NASALS else _LIQUIDS
    return f"(?:{letter}|(?=[{alike}]))"


@lru_cache(maxsize=1 << 14)
def _syllables(text: str) -> tuple[_Syllable, ...]:
    """What the syllables of a word may stand for; empty where it is no transcription."""
    if text.isascii() or not SHORTEST <= len(text) <= LONGEST:
        return ()
    script = script_of(text)
    readers = {"Han": _of_han, "Hangul": _of_hangul, "Kana": _of_kana}
    found = readers[script](text) if script in readers else []
    return tuple(found) if len(found) >= SHORTEST else ()


def _of_han(text: str) -> list[_Syllable]:
    tables = _tables()
    used, whole, names = tables["Han", "used"], tables["Han", "syllable"], tables["Han", "word"]
    if text in names:
        return [(names[text].sounds,), (("",),)]  # two syllables at least, as every transcription
    if not all(char in used for char in text):
        return []
    return [(whole[char].sounds,) if char in whole else _of_pinyin(chinese.pinyin(char)[0]) for char in text]


def _of_pinyin(syllable: str) -> _Syllable:
    tables = _tables()
    found = _INITIALS_OF_PINYIN.match(syllable)
    initial = found[0] if found else ""
    final = syllable[len(initial) :]
    return tables["Han", "initial"][initial].sounds, tables["Han", "final"][final].behind(initial)


def _of_hangul(text: str) -> list[_Syllable]:
    tables = _tables()
    found = []
    for initial, vowel, final in letters_of(text):
        parts = (
            tables["Hangul", "initial"][initial].sounds,
            tables["Hangul", "vowel"][vowel].behind(initial),
            *((tables["Hangul", "final"][final].sounds,) if final in tables["Hangul", "final"] else ()),
        )
        found.append(parts)
    return found


def _of_kana(text: str) -> list[_Syllable]:
    if _HIRAGANA.search(text):
        return []  # foreign names are written in katakana
    tables = _tables()
    found: list[_Syllable] = []
    for mora in _MORA.finditer(hepburn(text)):
        if mora[2] is None:
            found.append((tables["Kana", "syllable"]["n"].sounds,))
            continue
        initial = tables["Kana", "initial"].get(mora[1])
        if initial is None:
            return []
        found.append((initial.sounds, tables["Kana", "final"][mora[2]].behind(mora[1])))
    return found
