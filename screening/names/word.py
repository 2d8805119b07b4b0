"""A word and everything it may read as: readings, sounds and consonant skeletons, made once per spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from screening.names.english_names_by_ear import SCHEME as NAME_BY_EAR
from screening.names.scripts import script_of
from screening.names.sound import skeleton, sound, sounds_and_skeletons
from screening.names.spellings import heard_schemes
from screening.names.transliteration import Key, token_keys
from screening.reference import table


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One folded word of a name with its readings.

    Attributes:
        text: The folded word, in its own script.
        script: As `script_of` tells it.
        readings: Latin-ASCII readings, most usual first, each tagged with the scheme that made it.
        latin: The texts of the readings, for quick look-ups.
        usual: Those that are no guess at another country's spelling (``scripts/weak_schemes.tsv``).
        spelled: Those of them that are no English name by ear, which is another in no spelling.
        sounds: Spelling-insensitive keys of the readings, but of English names by ear.
        usual_sounds: Those of the usual readings.
        heard: Those by which other scripts and languages write a Western word as it sounds (Dubois, Дюбуа).
        skeletons: Consonants only, of the readings that sounds are of.
        bones: Those of the word as it stands.
    """

    text: str
    script: str
    readings: tuple[Key, ...]
    latin: frozenset[str]
    usual: frozenset[str]
    spelled: frozenset[str]
    sounds: frozenset[str]
    usual_sounds: frozenset[str]
    heard: frozenset[str]
    skeletons: frozenset[str]
    bones: str

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Word) and self.text == other.text

    def scheme_of(self, reading: str) -> str:
        """The scheme behind one of the readings ("as written" for a Latin word itself)."""
        return next((key.scheme for key in self.readings if key.text == reading), "as written")


@cache
def weak_schemes(script: str) -> frozenset[str]:
    """The schemes whose readings of a word of the script count for less, or for nothing (`weak_schemes.tsv`)."""
    return frozenset(row["scheme"] for row in table("scripts/weak_schemes.tsv").rows if row["script"] == script)


ZH = "ж"
"""The Cyrillic letter that schemes without marks write as z, and German as sch."""
OF_ZH = f"sound of {ZH}"
"""How `weak_schemes` calls words with a letter that a scheme writes as another one is heard."""

_GUESSED = frozenset({"Latin", "Hangul", "Georgian", "Armenian", "Greek", "Arabic"})
"""Scripts of which some readings are not usual; Cyrillic's weak schemes say nothing of two Cyrillic words only."""

_ready: dict[str, Word] = {}
"""Words made together and not asked for yet."""


@lru_cache(maxsize=1 << 18)
def word(text: str) -> Word:
    """The word of a folded text; cached on the text, so it costs once per spelling."""
    ready = _ready.pop(text, None)
    return ready if ready is not None else _made(text, _readings(text), sound, skeleton)


@lru_cache(maxsize=1 << 14)
def as_spelled(text: str) -> Word:
    """The word without the readings by ear: what it is to another word whose own spelling tells it."""
    own = tuple(key for key in word(text).readings if key.scheme not in heard_schemes())
    return _made(text, own, sound, skeleton)


def make_together(texts: Iterable[str]) -> None:
    """Make the words of many folded texts, for `word` to find: quicker than one by one, and the same.

    Words of an earlier call that nobody asked for since are dropped, but for those among these.
    """
    wanted = dict.fromkeys(texts)
    made = {text: _ready[text] for text in wanted if text in _ready}
    readings = {text: _readings(text) for text in wanted if text not in made}
    latin = (key.text for keys in readings.values() for key in keys)
    heard = sounds_and_skeletons(chain(latin, readings))
    _ready.clear()
    _ready.update(made)
    for text, each in readings.items():
        _ready[text] = _made(text, each, lambda one: heard[one][0], lambda one: heard[one][1])


def _readings(text: str) -> tuple[Key, ...]:
    return token_keys(text) or (Key(text, "as written"),)


def _made(text: str, readings: tuple[Key, ...], sound: Callable[[str], str], skeleton: Callable[[str], str]) -> Word:
    script = script_of(text)
    latin = frozenset(key.text for key in readings)
    usual = (
        frozenset(key.text for key in readings if key.scheme not in weak_schemes(script))
        if script in _GUESSED
        else latin
    )
    bones = skeleton(text)
    # an English name by ear is another in no other spelling: who is called Хейс is Hays or Hayes, and no Haze
    said = frozenset(key.text for key in readings if key.scheme != NAME_BY_EAR)
    heard = said - {key.text for key in readings if key.scheme in weak_schemes(OF_ZH)} if ZH in text else said
    return Word(
        text=text,
        script=script,
        readings=readings,
        latin=latin,
        usual=usual,
        spelled=said & usual,
        sounds=frozenset(map(sound, heard)) - {""},
        usual_sounds=frozenset(map(sound, heard & usual)) - {""},
        heard=frozenset(key.text for key in readings if key.scheme in heard_schemes()),
        skeletons=frozenset((bones, *map(skeleton, said))) - {""},
        bones=bones,
    )
