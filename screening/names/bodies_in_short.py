"""Names of public bodies and universities with their words short ("ТАШКЕНТСКИЙ ГОС. ТЕХН. УН-Т", "NATL UNIV OF SCI").

In full they make the phrases that the tables know. What is short by itself says too little: "med" is medical beside a
word for an institute only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from screening.names.phrases import Phrase
from screening.names.tokens import words
from screening.names.vocabulary import Meaning, Segment, meanings, segment
from screening.reference import table

_GENDERS: Final = "mfn"
_UNSURE: Final = "?"
_BEHIND: Final = "<"
"""What says that a word is one for a body beside other words of business, or behind them, only."""
LIMITED: Final = "llc"
_PASSED: Final = frozenset({"stopword", "particle", "descriptor", "generic", "place", "country"})
"""Kinds of words beside which others may be short: what else stands in the name of a body."""


class _Short(NamedTuple):
    """A word as it is short: in which language, whose words may stand beside it, whether it is of a body (its gender)
    and on which sides another must vouch for that, if any, and how it is in full.
    """

    language: str
    kin: frozenset[str]
    head: str
    beside: tuple[int, ...]
    before: tuple[Phrase, ...]
    behind: Phrase

    def written(self, gender: str, *, behind: bool) -> Phrase:
        """The words in full beside a word for a body of a gender."""
        if behind and self.behind:
            return self.behind
        at = _GENDERS.find(gender)
        return self.before[at if 0 <= at < len(self.before) else 0]


@cache
def _table() -> dict[Phrase, list[_Short]]:
    found: dict[Phrase, list[_Short]] = defaultdict(list)
    for row in table("words/bodies_in_short.tsv").rows:
        forms = tuple(tuple(words(each)) for each in row["written"].split(";"))
        head = row["head"].rstrip(_UNSURE + _BEHIND)
        language, *kin = row["language"].split(";")
        beside = {_UNSURE: (-1, 1), _BEHIND: (-1,)}.get(row["head"].removeprefix(head), ())
        each = _Short(language, frozenset((language, *kin)), head, beside, forms, tuple(words(row["behind"])))
        for short in row["short"].split(";"):
            found[tuple(words(short))].append(each)
        if head:
            found[forms[0]].append(each._replace(beside=()))
    return dict(found)


@cache
def _longest() -> dict[str, int]:
    """By the first word of what is short: the words it has at most."""
    found: dict[str, int] = {}
    for short in _table():
        found[short[0]] = max(found.get(short[0], 0), len(short))
    return found


@lru_cache(maxsize=1 << 14)
def written_out(tokens: Phrase) -> Phrase:
    """The folded words of a name, those in full that are short beside a word for a public body; else as they are, and
    in the name of a limited firm, which joins such words as it likes (Пром Инст, Проминст).
    """
    if _longest().keys().isdisjoint(tokens):
        return tokens
    segments = segment(tokens)
    if any(_is_form(meaning, LIMITED) for each in segments for meaning in each.meanings):
        return tokens
    pieces = _cut(tokens, segments)
    languages = dict.fromkeys(each.language for piece in pieces for each in _table().get(piece, ()))
    phrased = _in_phrases(pieces, segments)
    found = (_in_language(pieces, language, phrased) for language in languages)
    return max(found, key=lambda each: each[0], default=(0, tokens))[1]


def _cut(tokens: Phrase, segments: Sequence[Segment]) -> list[Phrase]:
    """The words, those of one short form together, the longest first, and legal forms whole (Kom. Şti.)."""
    forms = {
        each.start: each.end for each in segments if each.end - each.start > 1 and any(map(_is_form, each.meanings))
    }
    pieces, at = [], 0
    while at < len(tokens):
        sizes = range(_longest().get(tokens[at], 1), 0, -1)
        end = forms.get(at) or next((at + size for size in sizes if tokens[at : at + size] in _table()), at + 1)
        pieces.append(tokens[at:end])
        at = end
    return pieces


def _in_phrases(pieces: Sequence[Phrase], segments: Sequence[Segment]) -> frozenset[int]:
    """Which pieces are of a phrase that a table knows, whatever they are by themselves (fine mechanics)."""
    known = {
        at
        for each in segments
        if each.end - each.start > 1 and any(meaning.kind in _PASSED for meaning in each.meanings)
        for at in range(each.start, each.end)
    }
    starts = accumulate((len(piece) for piece in pieces), initial=0)
    return frozenset(number for number, start in zip(range(len(pieces)), starts, strict=False) if start in known)


def _is_form(meaning: Meaning, of: str = "") -> bool:
    return meaning.kind == "legal_form" and not meaning.ambiguous and of in ("", meaning.concept)


def _in_language(pieces: Sequence[Phrase], language: str, phrased: Set[int]) -> tuple[int, Phrase]:
    """How many words are of a language, and the words, those in full that are short in it."""
    short = [next((each for each in _table().get(piece, ()) if each.language == language), None) for piece in pieces]
    found = list(pieces)
    for at, head in enumerate(short):
        if head is None or not head.head or not _is_vouched_for(head, pieces, short, at):
            continue
        found[at] = head.before[0]
        for step, behind in ((-1, False), (1, True)):
            for beside in _reached(pieces, short, phrased, at, step):
                word = short[beside]
                if word is not None and not word.head:
                    found[beside] = word.written(head.head, behind=behind)
    changed = sum(one != other for one, other in zip(pieces, found, strict=True))
    known = sum(any(each.language == language for each in meanings(*piece)) for piece in pieces) if changed else 0
    return changed + known, tuple(word for piece in found for word in piece)


def _is_vouched_for(word: _Short, pieces: Sequence[Phrase], short: Sequence[_Short | None], at: int) -> bool:
    """Whether a word is one for a body: for sure, or beside another that is short, or one of business in its tongue."""
    if not word.beside:
        return True
    for step in word.beside:
        beside = next(_not_small(pieces, at, step), None)
        if beside is None:
            continue
        other = short[beside]
        if (other is not None and not other.head) or _is_of(word.kin, pieces[beside]):
            return True
    return False


def _not_small(pieces: Sequence[Phrase], at: int, step: int) -> Iterator[int]:
    """Where words stand on one side, from the nearest on, small ones aside."""
    for beside in range(at + step, len(pieces) if step > 0 else -1, step):
        if not any(each.kind == "stopword" for each in meanings(*pieces[beside])):
            yield beside


def _is_of(languages: frozenset[str], piece: Phrase) -> bool:
    return any(each.kind == "descriptor" and each.language in languages for each in meanings(*piece))


def _reached(
    pieces: Sequence[Phrase], short: Sequence[_Short | None], phrased: Set[int], at: int, step: int
) -> Iterator[int]:
    """Where words stand on one side of one for a body as far as they belong to it: up to another such, or a name."""
    for beside in range(at + step, len(pieces) if step > 0 else -1, step):
        word = short[beside]
        if (
            word is None
            and beside not in phrased
            and not any(each.kind in _PASSED for each in meanings(*pieces[beside]))
        ):
            return
        if word is not None and word.head:
            return
        yield beside
