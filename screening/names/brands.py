"""The firm of a text that names a shop, a chain or a brand of its beside it: Магазин «Форсаж», ООО «Водрин».

The shop is what people know, the firm is the party. Another firm may be called as the shop is, so that the shop's name
is no name of the firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from screening.names.brackets import BRACKETS
from screening.names.folding import fold
from screening.names.phrases import Phrase
from screening.names.separators import STRIPPED, has_form_and_more
from screening.names.tokens import words
from screening.names.vocabulary import has_legal_form, meanings
from screening.reference import table

LONGEST: Final = 600
MOST_WORDS: Final = 8
"""Words of a shop's name with the word for a shop, what stands behind it as far as the next comma aside."""
_BETWEEN: Final = re.compile(r"\s*[,;]\s*|\s+[-–—/|]\s+|(?<=[»\"”“])\s+")
"""What stands between the two; a closing quotation mark is enough."""
_QUOTED: Final = re.compile(
    r"\s*(?P<firm>[^()（）]+?)\s*(?:[(（]\s*[«\"“„](?P<inside>[^«»\"“”„()]+)[»\"”“]\s*[)）]|"
    r",\s*[«\"“„](?P<behind>[^«»\"“”„,]+)[»\"”“])\s*"
)
"""A name in quotation marks, and nothing else, in brackets or behind a comma at the end of a text."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘`][^\W\d_]+)*")
_SMALL: Final = frozenset({"stopword", "particle"})


@cache
def _phrases() -> frozenset[Phrase]:
    return frozenset(tuple(words(row["phrase"])) for row in table("words/brand_words.tsv").rows)


@cache
def _single_words() -> frozenset[str]:
    """Words one of which a text has that names a shop."""
    return frozenset(max(phrase, key=len) for phrase in _phrases())


@lru_cache(maxsize=1 << 14)
def beside_brand(name: str) -> str | None:
    """The firm in a text that names a shop or brand beside it, with its legal form; None where it names none."""
    text = name[:LONGEST]
    if "(" not in text and "（" not in text and not _BETWEEN.search(text):
        return None
    if not _single_words().isdisjoint(map(fold, _WORD.findall(text))):
        for one, other in _sides(text):
            if has_form_and_more(one) and is_brand(other):
                return one
    return _before_quotation(text)


def _before_quotation(text: str) -> str | None:
    """The firm before a name that stands in quotation marks by itself behind it, in brackets or behind a comma:
    a brand, or what a contract calls the firm by.
    """
    found = _QUOTED.fullmatch(text)
    if found is None:
        return None
    firm, other = found["firm"], found["inside"] or found["behind"]
    if not has_form_and_more(firm) or has_legal_form(other) or all(map(meanings, words(firm))):
        return None
    return firm if any(map(_is_own, words(other))) else None


def _sides(text: str) -> Iterator[tuple[str, str]]:
    """The two sides of each place where a text may be parted, once in either order."""
    for found in BRACKETS.finditer(text):
        outside = f"{text[: found.start()]} {text[found.end() :]}".strip()
        yield from ((outside, found[1]), (found[1], outside))
    for found in _BETWEEN.finditer(text):
        before, behind = text[: found.start()].strip(), text[found.end() :].strip()
        yield from ((before, behind), (behind, before))


def is_brand(text: str) -> bool:
    """Whether a text begins or ends with a word for a shop or brand, and names it."""
    first = re.split("[,;]", text, maxsplit=1)[0]
    found = words(first.strip(STRIPPED))
    if not 1 < len(found) <= MOST_WORDS or has_legal_form(text):
        return False
    sizes = range(1, len(found))
    rests = [found[size:] for size in sizes if tuple(found[:size]) in _phrases()]
    rests += [found[:-size] for size in sizes if tuple(found[-size:]) in _phrases()]
    return any(any(map(_is_own, rest)) for rest in rests)


def _is_own(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and not any(each.kind in _SMALL for each in meanings(word))
