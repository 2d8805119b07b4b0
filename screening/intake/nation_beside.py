"""The nation that stands right beside the name of a public body: "Ukraine's / Security Service", "… (FSB) / of Russia".

Such names are of ordinary words, which the bodies of many states share: whose it is stands beside them as often as in
them. The name itself stays as it is; with its nation it is a second name of the same party. And of a firm's name that
says of what nation it is, the one without it: "Elite Investment Group / of Uzbekistan".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from screening.intake.lexicon import is_business, is_ordinary, is_place, kinds
from screening.intake.spans import Span
from screening.names.parsing import parse
from screening.names.places import country_code
from screening.names.small_letters import lower
from screening.names.tokens import words

_BEFORE = re.compile(r"((?:[^\W\d_][\w.-]*[ \u00a0]){0,4}[^\W\d_][\w.-]*)(?:['’ʼ`]s|(?<=s)['’ʼ`])[ \u00a0]$")
_ADJECTIVE = re.compile(r"([^\W\d_][\w-]{3,})[ \u00a0]$")
_BEHIND = re.compile(
    r"(?:[ \u00a0]\([^()\n]{2,60}\))?[ \u00a0]of(?:[ \u00a0]the)?[ \u00a0]((?:[^\W\d_][\w.-]*[ \u00a0]?){1,4})"
)
_OF_NATION = re.compile(r"(.+)[ \u00a0]of(?:[ \u00a0]the)?[ \u00a0]([^\W\d_][\w. \u00a0-]*)")
FEWEST_PARTS = 2
"""Parts of a firm's name that are more than a word: Bank of China is no bank, Zenith of Spain no zenith."""
_APOSTROPHE = re.compile("['’ʼ`]")
_POSSESSIVE = 3
"""Characters of the ending of a possessive and the space behind it."""
_BRACKET = "("
_LONGEST = 80
"""Characters before a name in which its nation may stand."""
_SHORT_NAME = re.compile(r"[^\W\d_]{2,6}")
_SMALL = frozenset({"joiner", "opener", "role", "role_side", "glue", "org_head"})


class Nation(NamedTuple):
    """A nation beside a name: its country, and where the name begins and ends together with it."""

    country: str
    start: int
    end: int


def is_body(name: str) -> bool:
    """Whether a name is of words that tell what a body is for, none of which tells it from those of other states."""
    found = words(name)
    return len(found) > 1 and all(
        is_ordinary(word) or is_business(word) or is_place(word) or kinds(word) & _SMALL for word in found
    )


def is_short_name(name: str) -> bool:
    """Whether a name is one short word in capitals, as bodies are called by: SBU, КНБ."""
    return bool(_SHORT_NAME.fullmatch(name)) and name.isupper() and not is_place(lower(name))


def nation_of(text: str, span: Span) -> Nation | None:
    """The nation right beside a public body's name; None where there is none, or where the name is another's."""
    name = text[span.start : span.end]
    if span.schema != "Organization" or not (is_short_name(name) or is_body(name)):
        return None
    before = text[max(0, span.start - _LONGEST) : span.start]
    possessive = _BEFORE.search(before) if _APOSTROPHE.search(before[-_POSSESSIVE:]) else None
    if possessive and (found := _country(_endings(possessive[1]))):
        country, length = found
        return Nation(country, span.start - len(possessive[0]) + len(possessive[1]) - length, span.end)
    adjective = _ADJECTIVE.search(before)
    if adjective and "demonym" in kinds(lower(adjective[1])) and (code := country_code(adjective[1])):
        return Nation(code, span.start - len(adjective[0]), span.end)
    behind = _BEHIND.match(text, span.end)
    if behind and (found := _country(_beginnings(behind[1]))):
        # what stands in brackets between a name and its nation is no part of it
        apart = _BRACKET in text[span.end : behind.start(1)]
        return Nation(found[0], span.start, span.end if apart else behind.start(1) + found[1])
    return None


def without_nation(name: str) -> tuple[str, str] | None:
    """A firm's name without the country it is said to be of, where a word of its own tells it from the firms of others,
    and the country (Elite Investment Group / of Uzbekistan); None for others (Bank of China).
    """
    found = _OF_NATION.fullmatch(name)
    code = country_code(found[2]) if found and is_place(lower(found[2])) else None
    if found is None or code is None:
        return None
    parts = parse(found[1], "organisation").parts
    if len(parts) < FEWEST_PARTS or not any(part.kind == "name" for part in parts):
        return None
    return found[1], code


def _country(texts: Sequence[str]) -> tuple[str, int] | None:
    """The country that the first of the texts that is one names, and how long that is."""
    for text in texts:
        if text[:1].isupper() and is_place(lower(text)) and (code := country_code(text)):
            return code, len(text)
    return None


def _endings(text: str) -> list[str]:
    """The text, and what is left of it without its first words: the longest first."""
    return [text, *(text[match.end() :] for match in re.finditer(r"[ \u00a0]", text))]


def _beginnings(text: str) -> list[str]:
    """The text, and what is left of it without its last words: the longest first."""
    text = text.rstrip(" \u00a0.,")
    return [text, *(text[: match.start()] for match in reversed(list(re.finditer(r"[ \u00a0]", text))))]
