"""Women who are told as somebody's wife: "Tóth Istvánné" and "Mrs. István Tóth" are not Tóth István."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from screening.names.folding import fold
from screening.names.given import gender, is_given_name
from screening.names.parts import Part
from screening.names.phrases import cells
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

WIFE: Final = "wife"
"""What "Mrs." and "Madame" say, and nothing for a woman who need not be married (Ms.)."""
LANGUAGES: Final = frozenset({"en", "fr", "hu"})
"""Languages in which a woman is told by her husband's given name."""
HUSBANDS: Final = "husbands"
"""The concept of words between a woman's own name and her husband's family name (`other_names.tsv`)."""
ENDING: Final = "né"
"""What Hungarian puts behind a husband's family name, before the woman's own (Kovácsné Tóth Ilona)."""
SHORTEST_FAMILY: Final = 3
FEWEST_NAMES: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")


def with_husbands_apart(name: str) -> str:
    """The name with a husband's given name that has an ending for "wife of" behind a word for her (Mrs István)."""
    return _WORD.sub(_apart, name) if _may_hold(name) else name


def is_wife(parts: Sequence[Part]) -> bool:
    """Whether the parts of a name say only whose wife a woman is: "Mrs." before a man's given name, none of hers."""
    names = [part for part in parts if part.kind == "name"]
    if len(names) < FEWEST_NAMES or any(gender(part.text) == "f" for part in names):
        return False
    return any(
        before.kind == "title" and WIFE in before.concepts and part.kind == "name" and _is_mans(part.text)
        for before, part in pairwise(parts)
    )


@lru_cache(maxsize=1 << 12)
def husband_and_wife(name: str) -> tuple[str, str] | None:
    """What a text tells of a woman who is told by her husband's name and by her own: the former, the latter; or None.

    ("Szentgyörgyi Lászlóné Varga Ilona", "Ilona Varga, Mrs. László Szentgyörgyi")
    """
    if "," in name:
        own, _, hers = name.partition(",")
        said = words(hers)[:1]
        wife = bool(said) and any(each.concept == WIFE for each in meanings(*said))
        if wife and len(words(own)) >= FEWEST_NAMES < len(words(hers)):
            return hers.strip(), own.strip()
    if not _may_hold(name):
        return None
    last = None
    for last in _WORD.finditer(name):
        if _husband(last[0]):
            break
    if last is None or not _husband(last[0]):
        return None
    theirs, own = name[: last.end()].strip(), _born().sub("", name[last.end() :].strip(" ,;"))
    return (theirs, own) if len(words(theirs)) >= FEWEST_NAMES <= len(words(own)) else None


@lru_cache(maxsize=1 << 12)
def beside_husbands_family(name: str) -> tuple[str, ...]:
    """A woman's own name, and the same with her husband's family name, of a text that tells both; nothing for others.

    ("Francesca Bellomo in Tarantini", "Kovácsné Tóth Ilona"; of the latter only her own is another name.)
    """
    first, _, own = name.strip().partition(" ")
    if first.casefold().endswith(ENDING) and len(first) >= SHORTEST_FAMILY + len(ENDING):
        said = words(own)
        plain = _husband(first) is None and not is_given_name(fold(first))
        return (own.strip(),) if plain and len(said) == FEWEST_NAMES and gender(said[-1]) == "f" else ()
    found = _between().fullmatch(name.strip()) if " " in own else None
    if found is None:
        return ()
    own, family = found[1], found[2]
    before, *between, last = own.split()
    if is_given_name(fold(last)) and not is_given_name(fold(before)):
        return own, " ".join((family, *between, last))
    return own, " ".join((before, *between, family))


@cache
def _between() -> re.Pattern[str]:
    """A woman's name and her husband's family name, with what stands between them in small letters."""
    said = "|".join(
        re.escape(row["phrase"]) for row in table("words/other_names.tsv").rows if row["concept"] == HUSBANDS
    )
    return re.compile(rf"(\w[\w'’-]+(?: \w[\w'’-]+)+),? (?:{said}) (\w[\w'’-]+)")


@cache
def _born() -> re.Pattern[str]:
    """What stands in Hungarian before the name a woman was born with: "sz." may begin a name as well."""
    return re.compile(r"^(?:sz|szül)\.\s*|^(?:szül|született)\s+")


def _apart(found: re.Match[str]) -> str:
    husband = _husband(found[0])
    return f"Mrs {husband}" if husband else found[0]


def _is_mans(text: str) -> bool:
    """Whether a folded word is a man's given name of a people that calls wives by it: no Harpreet, who may be she."""
    return text in _husbands().values() or (gender(text) == "m" and text in _of_husbands())


@cache
def _of_husbands() -> frozenset[str]:
    """Men's given names, folded, of the languages in which "Mrs." stands before a husband's."""
    rows = table("words/given_names.tsv").rows
    of = (row for row in rows if row["gender"] == "m" and row["language"] in LANGUAGES)
    return frozenset("".join(words(name)) for row in of for name in cells(row["names"]))


def _may_hold(name: str) -> bool:
    """Whether any word may end so: cheap, as hardly any name has one."""
    small = name.casefold()
    return "ne" in small or "né" in small


@lru_cache(maxsize=1 << 14)
def _husband(word: str) -> str | None:
    """The given name in "wife of" somebody; without its mark the word must be no name of its own (Adrienne)."""
    folded = fold(word)
    return None if is_given_name(folded) and word.isascii() else _husbands().get(folded)


@cache
def _husbands() -> dict[str, str]:
    """By the folded word for his wife: the husband's given name, folded."""
    return {
        fold(name + row["ending"]): fold(name)
        for row in table("words/husbands.tsv").rows
        for name in cells(row["names"])
    }
