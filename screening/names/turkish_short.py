"""Turkish words of business cut short in Russian letters, as records have them by ear: САН. ВЕ ТИДЖ. ЛТД. ШТИ.

The tables know them as Turkish writes them (San. ve Tic.). In Russian letters they may be other words (сан, нак, тур),
and are read so in a name that says it is Turkish: by its legal form, or by the Turkish word for "and".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.names.cyrillic import is_cyrillic, turkish
from screening.names.folding import fold
from screening.names.phrases import Phrase
from screening.names.plain_letters import with_plain_schwa
from screening.names.turkic_in_cyrillic import turkic
from screening.names.vocabulary import Segment, meanings, segment
from screening.names.word_tables import AND
from screening.reference import table

LONGEST: Final = 5
"""Letters of a word cut short, in Russian letters."""
_LANGUAGES: Final = frozenset({"tr", "tr-Cyrl"})


@lru_cache(maxsize=1 << 14)
def written_in_turkish(tokens: Phrase) -> Phrase:
    """The folded words of a name as Turkish has them, where some are Turkish ones cut short in Russian letters; else as
    they are.
    """
    short = [_in_turkish(token) for token in tokens]
    if not any(short) or not (_is_joined(tokens, short) or any(map(_is_turkish_form, segment(tokens)))):
        return tokens
    return tuple(turk or _whole(token) for turk, token in zip(short, tokens, strict=True))


def _whole(token: str) -> str:
    """A Turkish word of business, or for "and", in Turkish letters: as phrases are known (iç ve dış ticaret)."""
    if not is_cyrillic(token):
        return token
    latin = turkish(token)
    return latin if _means_and(latin) else fold(with_plain_schwa(turkic(token))) or token


@lru_cache(maxsize=1 << 14)
def _in_turkish(token: str) -> str:
    """The Turkish abbreviation that a folded Cyrillic word may be, folded; "" for all others."""
    if len(token) > LONGEST or not is_cyrillic(token):
        return ""
    latin = turkish(token)
    return latin if latin in _abbreviations() else ""


@cache
def _abbreviations() -> frozenset[str]:
    rows = table("words/abbreviations.tsv").rows
    return frozenset(fold(row["phrase"]) for row in rows if row["kind"] == "descriptor")


def _is_joined(tokens: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the Turkish "and" stands before a word cut short, behind a word that is cut short or Turkish."""
    return any(
        _means_and(turkish(tokens[at])) and short[at + 1] and (short[at - 1] or _said(tokens[at - 1]))
        for at in range(1, len(tokens) - 1)
        if is_cyrillic(tokens[at])
    )


def _means_and(latin: str) -> bool:
    return any(each.concept == AND and each.kind == "stopword" for each in meanings(latin)) if latin else False


def _said(token: str) -> bool:
    return any(each.kind == "descriptor" for each in meanings(token))


def _is_turkish_form(each: Segment) -> bool:
    return any(meaning.kind == "legal_form" and meaning.language in _LANGUAGES for meaning in each.meanings)
