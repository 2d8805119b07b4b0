"""The phrases headings of customs tables are cut into, and the cutting (`lists/words/customs_headings.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from screening.intake.customs_short import Shortened
from screening.names.elision import articles
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.reference import table

ALL_SETS: Final = tuple("abcdefghijklmnopqrstuvw")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_LONGEST = 8
_NUMBER = "no"
"""What № and Nº are as words."""
_UNSPACED = frozenset({"Han", "Kana", "Hangul", "Bopomofo", "Thai"})
_LONGEST_WORD = 16
_SHORTEST = 3
"""Letters a word keeps at least when its ending is taken off."""
_SHORTEST_NOUN = 2
"""The same of an article: a day is an օր."""

Meanings = tuple[tuple[str, str, int], ...]
"""Kind, value and rank of each thing a phrase may say."""


def cut(tokens: tuple[str, ...], sets: tuple[str, ...], but: str = "") -> tuple[list[Meanings], int]:
    """The longest phrases known among the words, and how many words are of none.

    Args:
        tokens: The words of a heading.
        sets: Which phrases of the knowledge table to use.
        but: A field whose phrases are left out.
    """
    phrases = _phrases(sets, but)
    tokens = tuple(map(_without_article, _apart(tokens, phrases)))
    parts: list[Meanings] = []
    strange = at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            found = phrases.get(tokens[at : at + length])
            if found and not _runs_on(tokens, at, length, phrases):
                parts.append(found)
                at += length
                break
        else:
            if found := _without_ending(tokens[at], phrases, sets):
                parts.append(found)
            strange += not found and not tokens[at].isdigit()
            at += 1
    if strange and not but and (short := _shortened(sets).spelt_out(tokens)):
        return short, 0
    return parts, strange


def _runs_on(tokens: tuple[str, ...], at: int, length: int, phrases: Mapping[tuple[str, ...], object]) -> bool:
    """Whether the last word of a phrase begins a longer one, and the phrase is known without it: ``qabul qiluvchi |
    davlat roʻyxatidan oʻtgan sana`` is a day of the consignee, and no country.
    """
    last = at + length - 1
    if length == 1 or tokens[at:last] not in phrases:
        return False
    longest = min(_LONGEST, len(tokens) - last)
    return any(tokens[last : last + more] in phrases for more in range(longest, length, -1))


@cache
def _shortened(sets: tuple[str, ...]) -> Shortened:
    return Shortened(_phrases(sets))


def _apart(tokens: tuple[str, ...], phrases: Mapping[tuple[str, ...], object]) -> tuple[str, ...]:
    """The words, those of scripts without spaces between words cut into the longest known (``컨테이너번호``)."""
    if all(token.isascii() for token in tokens):
        return tokens
    result: list[str] = []
    for unspaced, run in groupby(tokens, key=lambda token: script_of(token) in _UNSPACED):
        together = [*run]
        result.extend(_longest_known("".join(together), phrases) if unspaced else together)
    return tuple(result)


def _longest_known(text: str, phrases: Mapping[tuple[str, ...], object]) -> Iterable[str]:
    unknown = at = 0
    while at < len(text):
        length = next(
            (n for n in range(min(len(text) - at, _LONGEST_WORD), 0, -1) if (text[at : at + n],) in phrases), 0
        )
        if length:
            if unknown < at:
                yield text[unknown:at]
            yield text[at : at + length]
            unknown = at + length
        at += length or 1
    if unknown < at:
        yield text[unknown:]


def _without_ending(word: str, phrases: dict[tuple[str, ...], Meanings], sets: tuple[str, ...]) -> Meanings:
    """The party a word says with the ending of whose it is, ``Алушының``; nothing where it says none."""
    for ending in _endings(sets):
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            found = tuple(each for each in phrases.get((word.removesuffix(ending),), ()) if each[0] == "party")
            if found:
                return found
    return ()


@cache
def _endings(sets: tuple[str, ...]) -> tuple[str, ...]:
    """Endings that say whose something is, as tokens are written, the longest first."""
    found = {
        "".join(words(ending))
        for row in table("words/customs_headings.tsv").rows
        if row["kind"] == "ending" and row["set"] in sets
        for ending in row["phrases"].split(";")
    }
    return tuple(sorted(found, key=lambda each: (-len(each), each)))


@lru_cache(maxsize=16384)
def _without_article(word: str) -> str:
    """A word without the article that stands at its end, ``Ստացողը``, and with the article alone where it is written
    as one with "to", ``للمستورد``; words and phrases are compared so.
    """
    if word.isascii():
        return word
    for joined, article in _joined().items():
        if word.startswith(joined) and len(word) - len(joined) >= _SHORTEST_NOUN:
            return article + word.removeprefix(joined)
    if script_of(word) not in _articles():
        return word
    for article, behind in _articles()[script_of(word)]:
        rest = word.removesuffix(article)
        if rest != word and len(rest) >= _SHORTEST_NOUN and (not behind or rest[-1] in behind):
            word = rest
    return word


@cache
def _joined() -> dict[str, str]:
    """Words that are written as one with the article behind them, and that article."""
    rows = table("words/customs_headings.tsv").rows
    return {row["phrases"]: row["value"] for row in rows if row["kind"] == "joined"}


@cache
def _articles() -> dict[str, list[tuple[str, str]]]:
    """The articles written behind words, by script, each with the letters it stands behind (empty: any)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in table("words/customs_headings.tsv").rows:
        if row["kind"] == "article":
            behind = "".join(words(row["value"]))
            for article in row["phrases"].split(";"):
                found.setdefault(script_of(article.strip()), []).append((article.strip(), behind))
    return found


@cache
def _phrases(sets: tuple[str, ...], but: str = "") -> dict[tuple[str, ...], Meanings]:
    found: dict[tuple[str, ...], list[tuple[str, str, int]]] = {}
    numbers: set[str] = set()
    shorter: list[tuple[str, str]] = []
    for row in table("words/customs_headings.tsv").rows:
        if row["set"] not in sets or row["kind"] in ("ending", "article", "joined", "alone", "letters"):
            continue
        if row["kind"] == "field" and row["value"] == but:
            continue
        if row["kind"] == "number":
            numbers.update(words(row["phrases"]))
            continue
        if row["kind"] == "short":
            shorter += [(row["value"], form) for form in words(row["phrases"])]
            continue
        for phrase in row["phrases"].split(";"):
            tokens = tuple(words(phrase.replace("$", " usd ").replace("_", " ")))
            meaning = (row["kind"], row["value"], int(row["rank"] or 1))
            if tokens and all(script_of(token) in _UNSPACED for token in tokens):
                tokens = ("".join(tokens),)
            tokens = tuple(map(_without_article, tokens))
            if tokens and meaning not in found.setdefault(tokens, []):
                found[tokens].append(meaning)
    for tokens in [*found]:  # "номер товара" is written "№ товара" as well
        if len(tokens) > 1 and not numbers.isdisjoint(tokens):
            found.setdefault(tuple(_NUMBER if token in numbers else token for token in tokens), found[tokens])
    for tokens in [*found]:
        for end, short in shorter:
            if tokens[-1].endswith(end):
                found.setdefault((*tokens[:-1], tokens[-1].removesuffix(end) + short), found[tokens])
    return {tokens: tuple(meanings) for tokens, meanings in found.items()}


@cache
def alone(sets: tuple[str, ...]) -> dict[tuple[str, ...], tuple[str, int]]:
    """Field and rank of the phrases that say it only where they are the whole heading."""
    return {
        tuple(words(phrase)): (row["value"], int(row["rank"] or 1))
        for row in table("words/customs_headings.tsv").rows
        if row["kind"] == "alone" and row["set"] in sets
        for phrase in row["phrases"].split(";")
    }


def is_bare_code(heading: str, sets: tuple[str, ...]) -> bool:
    """Whether a heading says no more than that codes stand there: of the good, but in the box of something else."""
    parts, strange = cut(words_of(heading), sets)
    return len(parts) == 1 and not strange and ("qualifier", "code") in {(kind, value) for kind, value, _ in parts[0]}


def words_of(heading: str) -> tuple[str, ...]:
    """The words of a heading as phrases have them."""
    return tuple(words(spaced(heading)))


def spaced(heading: str) -> str:
    """The heading with spaces between words that capitals, strokes or an elided article part."""
    text = _elided().sub(r"\1 ", _CAMEL.sub(" ", heading[:300]))
    return text.replace("_", " ").replace("$", " usd ").replace("/", " ")


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(articles())})['’](?=\w)", re.IGNORECASE)
