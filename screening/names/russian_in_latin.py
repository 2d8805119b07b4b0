"""Russian words in Latin letters, whatever scheme wrote them: kommutatsionnoi, maining, vizhn.

Each letter has several ways to be written, and a word more than a table can hold. All of them have one key, which the
Cyrillic word has as well. It tells words of business by, and English ones that Russian writes as they are heard; two
names of people may have one key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Final

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names import letter_names
from screening.names.cyrillic import is_cyrillic
from screening.names.english import english_words
from screening.names.english_by_ear import heard_as
from screening.names.given import is_given_name, surnames
from screening.names.heard import english, joined, words_heard
from screening.names.keys import replaced
from screening.names.phrases import endings
from screening.names.pinyin import syllable_count
from screening.names.rarity import known_words
from screening.names.tokens import LONGEST_WORD
from screening.names.word_tables import INFLECTED, Meaning, lexicon
from screening.reference import table

SHORTEST: Final = 5
"""Letters of a Latin word that may be a Russian one."""
SHORTEST_HEARD: Final = 4
"""The same of one that may be English, as Russian writes it."""
SHORTEST_OF_BUSINESS: Final = 3
"""The same of one that is known as a word of business."""
TURKIC: Final = "turkic"
SHORTEST_HALF: Final = 3
"""Letters of half a word that may be so."""
OFTEN: Final = 20
"""Listed names that hold a word from which on it is a name of its own, though Russian has it for a trade (Sberbank)."""
_HEARD: Final = re.compile(r"[aeo]y[bcdfgklmnprstvz]")
"""A vowel that English writes otherwise within its words (fayn, steyt, oyl)."""
LANGUAGES: Final = frozenset({"ru", "xx-Cyrl", ""})
"""Languages of the tables whose words may be Russian."""


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str], dict[int, str], tuple[tuple[re.Pattern[str], str], ...]]:
    rows = table("scripts/russian_in_latin.tsv").rows
    latin = {row["letters"]: row["becomes"] for row in rows if row["kind"] == "latin"}
    longest = sorted(latin, key=lambda letters: (-len(letters), letters))
    alike = {ord(row["letters"]): row["becomes"] for row in rows if row["kind"] == "cyrillic"}
    steps = tuple((re.compile(row["letters"]), row["becomes"]) for row in rows if row["kind"] == "step")
    return re.compile("|".join(longest)), latin, alike, steps


@lru_cache(maxsize=1 << 14)
def key_of_latin(word: str) -> str:
    """The key of a folded Latin word."""
    pattern, latin, _, steps = _letters()
    return replaced(pattern.sub(lambda found: latin[found[0]], word), steps)


def key_of_cyrillic(word: str) -> str:
    """The key of a folded Russian word."""
    _, _, alike, steps = _letters()
    return replaced(word.translate(alike), steps)


@lru_cache(maxsize=1 << 14)
def written(token: str) -> str:
    """The Russian word of business that a folded Latin word stands for; "" where it is none, or a word by itself."""
    if len(token) < SHORTEST or not (token.isascii() and token.isalpha()):
        return ""
    found = _words_of_business().get(key_of_latin(token), "")
    return found if found and not _is_its_own(token) and token not in _brands() else ""


@lru_cache(maxsize=1 << 14)
def heard(token: str) -> str:
    """The English word that a folded Latin word is, as Russian or a Turkic language writes it by ear (trast, yunistrim,
    qrinlayt); "" for others. One of three letters has to be a word of business that means what the English one does.
    """
    if len(token) < SHORTEST_OF_BUSINESS or not (token.isascii() and token.isalpha()):
        return ""
    if len(token) < SHORTEST_HEARD:
        found = next(filter(partial(_share_a_meaning, token), heard_as(key_of_latin(token))), "")
        return found if found != token and token not in english_words() else ""
    keys = [key_of_latin(each) for each in (token, *_as_turkic_letters_say(token))]
    words = _english()
    found = next((known for key in keys if (known := words.get(key, "") or _of_two(key, words))), "")
    if not found and _HEARD.search(token):
        found = next((spoken[0] for key in keys if (spoken := english(key) or joined(key))), "")
    return found if found and found != token and not _is_its_own(token) else ""


def _share_a_meaning(one: str, other: str) -> bool:
    ours, theirs = ({each.concept for each in lexicon().phrases.get((word,), ())} for word in (one, other))
    return not ours.isdisjoint(theirs)


def _as_turkic_letters_say(token: str) -> Iterator[str]:
    """A Latin word with what letters of Turkic languages say in the letters of the table (enerci: enerdzhi)."""
    for letters in _turkic():
        said = token.translate(letters)
        if said != token:
            yield said


@cache
def _turkic() -> tuple[dict[int, str], ...]:
    """The ways to read the letters of Turkic languages whose marks folding has taken: all letters of a way at once."""
    ways: dict[str, dict[int, str]] = {}
    for row in table("scripts/russian_in_latin.tsv").rows:
        if row["kind"].startswith(TURKIC):
            ways.setdefault(row["kind"], {})[ord(row["letters"])] = row["becomes"]
    return tuple(ways.values())


@lru_cache(maxsize=1 << 14)
def letters_named(token: str) -> str:
    """The Latin letters that a folded Latin word names as Russian writes their English names (yuesem: usm); else ""."""
    if len(token) < SHORTEST or not (token.isascii() and token.isalpha()):
        return ""
    letters = letter_names.letters_of(key_of_latin(token), _names_of_letters())
    return letters if letters and letters != token and not _is_word_or_name(token) else ""


@lru_cache(maxsize=1 << 14)
def is_letter_name(token: str) -> bool:
    """Whether a folded Latin word is the name of a letter as Russian writes it (si, kyu, dzhi)."""
    return len({*token}) > 1 and token.isascii() and token.isalpha() and key_of_latin(token) in _names_of_letters()


@cache
def _names_of_letters() -> dict[str, str]:
    """By their keys, the names of letters as Russian writes them."""
    return {key_of_cyrillic(name): letter for name, letter in letter_names.in_cyrillic().items()}


def _of_two(key: str, words: dict[str, str]) -> str:
    """Two English words written as one."""
    if len(key) > LONGEST_WORD:
        return ""
    for at in range(SHORTEST_HALF, len(key) - SHORTEST_HEARD + 1):
        if key[:at] in words and key[at:] in words:
            return words[key[:at]] + words[key[at:]]
    return ""


def _is_its_own(token: str) -> bool:
    """Whether a word is English as it stands, a name of people, or Chinese (Yunyi, Maining)."""
    return _is_word_or_name(token) or syllable_count(token) > 0


def _is_word_or_name(token: str) -> bool:
    return token in english_words() or is_given_name(token) or bool(surnames(token))


@cache
def _brands() -> set[str]:
    return known_words("organisation", OFTEN)


@cache
def _english() -> dict[str, str]:
    """By their keys, the English words that Russian writes by ear."""
    found: dict[str, str] = {}
    for word, spoken in words_heard().items():
        if is_cyrillic(word) and len(word) >= SHORTEST_HALF:
            found.setdefault(key_of_cyrillic(word), spoken[0])
    return found


@cache
@no_collecting(FEWEST)
def _words_of_business() -> dict[str, str]:
    """By their keys, the single words of business in Cyrillic of which each means one thing."""
    return kept("russian_in_latin", _read)


def _read() -> dict[str, str]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    doubtful: set[str] = set()

    def add(word: str, concepts: frozenset[str]) -> None:
        key = key_of_cyrillic(word)
        _, known = found.setdefault(key, (word, concepts))
        if known.isdisjoint(concepts):
            doubtful.add(key)

    for phrase, meanings in lexicon().phrases.items():
        if len(phrase) == 1 and is_cyrillic(phrase[0]) and (concepts := _meant(meanings)):
            add(phrase[0], concepts)
    for stem, paradigms in lexicon().inflected[()].items():
        for paradigm, meanings in paradigms.items() if stem and is_cyrillic(stem) else ():
            if concepts := _meant(meanings):
                for ending in sorted(endings(paradigm)):
                    add(stem + ending, concepts)
    return {key: word for key, (word, _) in found.items() if key not in doubtful and len(key) >= SHORTEST - 1}


def _meant(meanings: tuple[Meaning, ...]) -> frozenset[str]:
    return frozenset(
        each.concept
        for each in meanings
        if each.kind in INFLECTED and not each.ambiguous and each.language in LANGUAGES
    )
