"""Words in the Arabic script: consonant readings, and the usual spellings of common names.

Short vowels are not written, so the consonant readings are meant to be compared by ``sound.skeleton``,
which makes one key of them and of any Latin spelling of the name. The article is read apart, glued, and
assimilated to a sun letter (الرحمن: rahman, alrahman, arrahman), and so inside compounds (عبدالرحمن).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from screening import reference
from screening.names.arabic_prefixes import prefixes
from screening.names.keys import Key, distinct
from screening.names.schemes import load

ARTICLE: Final = "ال"
USUAL_SPELLING: Final = "usual spelling (Arabic)"
"""The scheme of readings that come from the table of common names."""
_ARTICLES: Final = ("al", "el")
_SHORTEST_BARE: Final = 5
"""Letters of a Latin word that the article may have been written to; shorter ones begin so by chance (Ali, Elias)."""
_LEAST_AFTER_AND: Final = 4  # letters: shorter words that begin so are often names (والي, والده)
_LEAST_AFTER_ARTICLE: Final = 2  # letters: shorter words that begin with alef and lam are words of their own


@cache
def _names() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Original → spellings, and spelling → the first spelling of the first name that has it."""
    spellings: dict[str, tuple[str, ...]] = {}
    first: dict[str, str] = {}
    for row in reference.table("scripts/names_arabic.tsv").rows:
        own = tuple(row["spellings"].split())
        spellings[row["original"]] = own
        for each in own:
            first.setdefault(each, own[0])
    return spellings, first


def usual_spelling(latin: str) -> str | None:
    """The first spelling of the common name a Latin word is a spelling of ("mehmet" → "muhammad")."""
    return _names()[1].get(latin)


def is_common_name(written: str) -> bool:
    """Whether a folded word of the Arabic script is one of the common names."""
    return written in _names()[0]


def are_two_names(written: str, latin: str) -> bool:
    """Whether a folded word is one common name and a Latin word the spelling of others only (محمد, Mahmud)."""
    spellings, first = _names()
    own = spellings.get(written) or spellings.get(without_article(written) or "")
    return own is not None and latin in first and latin not in own


@cache
def _originals() -> dict[str, frozenset[str]]:
    """Of each spelling, the common names that are spelled so."""
    found: dict[str, frozenset[str]] = {}
    for original, own in _names()[0].items():
        for each in own:
            found[each] = found.get(each, frozenset()) | {original}
    return found


def _original(latin: str) -> frozenset[str] | None:
    """The common names that a Latin word spells, with the article before it or not (Alhousseini); None for others."""
    known = _originals()
    bare = latin[len(_ARTICLES[0]) :] if latin.startswith(_ARTICLES) else ""
    return known.get(latin) or (known.get(bare) if len(bare) >= _SHORTEST_BARE else None)


def are_two_common_names(one: str, other: str) -> bool:
    """Whether two folded words are two common names: one of them or none in the Arabic script, and no spelling of the
    two is one name's (Bekir, Baqir; Shakir, Shukri).
    """
    ours, theirs = _original(one), _original(other)
    if ours is not None and theirs is not None:
        return ours.isdisjoint(theirs)
    return are_two_names(one, other) or are_two_names(other, one)


@cache
def _and_the() -> str:
    """The article with an "and" before it."""
    return next(written for written, instead in prefixes("word").items() if instead == ARTICLE)


def without_article(word: str) -> str | None:
    """The word without its article, and without an "and" before that (والمسلمين); or None where it has none."""
    and_the = _and_the()
    if word.startswith(and_the) and len(word) - len(and_the) >= _LEAST_AFTER_AND:
        return word[len(and_the) :]
    if word.startswith(ARTICLE) and len(word) - len(ARTICLE) >= _LEAST_AFTER_ARTICLE and word != "الله":
        return word[len(ARTICLE) :]
    return None


def keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded word in the Arabic script, the most usual first."""
    found: list[Key] = []
    spellings = _names()[0]
    bare = without_article(word)
    for form in (word, bare):
        if form in spellings:
            found.extend(Key(each, USUAL_SPELLING) for each in spellings[form][:5])
    forms = [form for form in (bare, *_inner_article(word), word) if form]
    schemes = load("arabic")
    for scheme in schemes:
        found.extend(Key(scheme.write(form), scheme.label) for form in forms)
    if bare and bare[0] in prefixes("sun_letter"):
        found.append(Key("a" + schemes[0].write(bare[0] + bare), "article assimilated (Arabic)"))
    return distinct(found)


def _inner_article(word: str) -> list[str]:
    """A compound with its inner article as it is spoken (عبدالرحمن → عبدرحمن, نورالدين → نوردين).

    Behind waw the alef would be read with it (ذوالنور): so the article stands there as it is spelled, too.
    """
    at = word.find(ARTICLE, 2)
    after = word[at + len(ARTICLE) :]
    if at < 0 or len(after) < _LEAST_AFTER_ARTICLE or after == "له":
        return []
    spelled = f"{word[:at]}{ARTICLE[1]}{after}"
    if after[0] not in prefixes("sun_letter"):
        return [spelled]
    return [word[:at] + after, spelled] if word[at - 1] == "و" else [word[:at] + after]
