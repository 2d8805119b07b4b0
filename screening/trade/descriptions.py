"""Goods told by the words of their description, in several languages; their grade where it is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from screening.reference import table
from screening.trade import made_of
from screening.trade.purposes import follows_for, is_compound, is_of_parts, is_purpose
from screening.trade.wording import LONGEST, pattern_of, plain

_NUMBER: Final = r"\d{1,2}(?:[.,٫]\d{1,3})?"
_TOLD_BY_USE: Final = "nitrocellulose"
"""The regime whose goods are watched for what becomes of them."""
_START: Final = 2
"""Signs that every needle has at least."""
_BETWEEN: Final = r"(?:[^\w;]+\w+){0,4}?[^\w;]+"
"""Words between what a good is called and what is said of it."""
_REACH: Final = 24  # characters between the word and its percentage, no digit among them


@dataclass(frozen=True, slots=True)
class DescribedGood:
    """One good that words can tell; codes and fits are HS prefixes; ``parts``: the codes are of its parts as well."""

    good: str
    regime: str
    codes: tuple[str, ...]
    fits: tuple[str, ...]
    weight: float
    parts: bool
    description: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a description says: the good, the words that say it, its grade ("" where not stated) and why; whether it is
    of the good itself and of nothing made of it (`made_of.itself`); and whether it names this good before any other.
    """

    good: DescribedGood
    words: str
    grade: str = ""
    grade_words: str = ""
    itself: bool = False
    first: bool = False


@cache
def described_goods() -> dict[str, DescribedGood]:
    """The goods of ``goods/described_goods.tsv`` by name."""
    return {
        row["good"]: DescribedGood(
            row["good"],
            row["regime"],
            tuple(row["codes"].split()),
            tuple(row["fits"].split()),
            float(row["weight"]),
            row["parts"] == "yes",
            row["description"],
        )
        for row in table("goods/described_goods.tsv").rows
    }


@dataclass(frozen=True, slots=True)
class _Grades:
    """Of one good: terms with their grades, patterns of a stated share, and of the words that it is that or more, the
    limit of the share and the grade above it.
    """

    terms: list[tuple[re.Pattern[str], str]]
    shares: list[re.Pattern[str]]
    upwards: re.Pattern[str]
    limit: float
    above: str


def _needle(term: str) -> str:
    """The longest word of a term, without its asterisk: a description that lacks it lacks the term."""
    return max(plain(term).replace("-", " ").replace("*", "").split(), key=len)


@cache
def _terms() -> tuple[tuple[str, str, re.Pattern[str], tuple[str, ...]], ...]:
    rows = table("goods/descriptions.tsv").rows
    whole = (
        (
            row["good"],
            _needle(row["term"]),
            re.compile(pattern_of(row["term"])),
            tuple(plain(word).strip() for word in row["unless"].split(";") if word.strip()),
        )
        for row in rows
    )
    return (*whole, *_combined())


def _combined() -> Iterator[tuple[str, str, re.Pattern[str], tuple[str, ...]]]:
    """The same of ``goods/combined_terms.tsv``: what a good is called, before or behind what must be said of it."""
    terms: dict[tuple[str, str], list[str]] = {}
    for row in table("goods/combined_terms.tsv").rows:
        for good in row["goods"].split():
            terms.setdefault((good, row["kind"]), []).extend(
                term.strip() for term in row["terms"].split(";") if term.strip()
            )
    for (good, kind), heads in terms.items():
        if kind != "head":
            continue
        said = "(?:" + "|".join(map(pattern_of, terms[good, "with"])) + ")"
        unless = tuple(plain(word) for word in terms.get((good, "unless"), ()))
        for head in heads:
            called = pattern_of(head)
            yield good, _needle(head), re.compile(f"{called}{_BETWEEN}{said}|{said}{_BETWEEN}{called}"), unless


@cache
def _by_start() -> dict[str, list[tuple[str, str, re.Pattern[str], tuple[str, ...]]]]:
    """The terms by the first signs of their needle: a description has few of them."""
    found: dict[str, list[tuple[str, str, re.Pattern[str], tuple[str, ...]]]] = {}
    for term in _terms():
        found.setdefault(term[1][:_START], []).append(term)
    return found


@cache
def needles() -> tuple[str, ...]:
    """Words one of which a plain description must hold to tell anything: for a first pass in Polars."""
    return tuple(sorted({needle for _, needle, _, _ in _terms()}))


@cache
def _grades() -> dict[str, _Grades]:
    """What `goods/grades.tsv` says of each good."""
    found: dict[str, _Grades] = {}
    rows = table("goods/grades.tsv").rows
    for good in {row["good"] for row in rows}:
        mine = [row for row in rows if row["good"] == good]
        limit = next(row for row in mine if row["kind"] == "limit")
        terms = [(re.compile(pattern_of(row["term"])), row["grade"]) for row in mine if row["kind"] == "term"]
        signs = "|".join(re.escape(plain(row["term"])) for row in mine if row["kind"] == "percent")
        percent = rf"(?:{_NUMBER}\s*[-–—]\s*)?({_NUMBER})\s*(?:{signs})"  # of a range the upper end
        shares = []
        for row in mine:
            if row["kind"] == "share_word":
                word = pattern_of(row["term"])
                shares.append(re.compile(rf"{word}[^\d%;]{{0,{_REACH}}}{percent}"))
                shares.append(re.compile(rf"{percent}[^\d%;,]{{0,{_REACH // 3}}}{word}"))
                shares.append(re.compile(rf"{word}[^\d%;]{{0,{_REACH}}}(?:{signs})\s*({_NUMBER})"))  # %13,1
        more = "|".join(re.escape(plain(row["term"])) for row in mine if row["kind"] == "and_more")
        upwards = re.compile(rf"\s*(?:{more})" if more else r"(?!)")
        found[good] = _Grades(terms, shares, upwards, float(limit["limit"]), limit["grade"])
    return found


def read(description: str, longest: int | None = LONGEST) -> list[Told]:
    """The goods a description tells of, each once, longest words first; with their grade where it is stated.

    What comes after ``longest`` characters is not read (None: all is).

    A share of nitrogen above the limit of ``goods/grades.tsv`` goes before any trade name. Where the words of one
    good hold those of another ("cotton linters pulp" and "cotton linters"), only the longer speak.
    """
    text = plain(description, longest)
    spans: list[tuple[int, int, str, str]] = []
    known = _by_start()
    starts = sorted({text[at : at + _START] for at in range(len(text))} & known.keys())
    for good, needle, pattern, unless in (term for start in starts for term in known[start]):
        if needle not in text or any(word in text for word in unless):
            continue
        for match in pattern.finditer(text):
            there = not made_of.absent(good, text, match.start(), match.end())
            if there and not _only_for_it(good, text, match.start(), match.end()):
                spans.append((match.start(), match.end(), good, match.group()))
                break
    spans.sort(key=lambda span: (span[0] - span[1], span[0], span[2]))
    start_of_all = min((span[0] for span in spans), default=0)
    told: dict[str, Told] = {}
    taken: list[tuple[int, int, str]] = []
    for start, end, good, words in spans:
        if any(start < last and first < end and other != good for first, last, other in taken):
            continue
        taken.append((start, end, good))
        if good not in told:
            begins = _first(spans, good)
            grade, grade_words, measured = _grade(good, text)
            told[good] = Told(
                described_goods()[good],
                words,
                grade,
                grade_words,
                measured or made_of.itself(good, text, begins),
                begins == start_of_all,
            )
    return list(told.values())


def _only_for_it(good: str, text: str, start: int, end: int) -> bool:
    """Whether what is named from ``start`` to ``end`` is what the thing described is for: 集成电路板用清洗剂.

    Not asked of what nitrocellulose is made of or makes: cotton for powder is told by the powder. Nor are parts for a
    good another thing where its parts are watched as it is.
    """
    known = described_goods()[good]
    if known.regime == _TOLD_BY_USE or (known.parts and is_of_parts(text, start, end)):
        return False
    return is_purpose(text, end) or follows_for(text, start) or is_compound(text[start:end])


def _first(spans: list[tuple[int, int, str, str]], good: str) -> int:
    """Where a description names a good first."""
    return min(start for start, _, other, _ in spans if other == good)


def _grade(good: str, text: str) -> tuple[str, str, bool]:
    """The grade, the words that say it, and whether a share above the limit does: only powder is made of such."""
    if good not in _grades():
        return "", "", False
    known = _grades()[good]
    for pattern in known.shares:
        for match in pattern.finditer(text):
            share = float(match.group(1).replace(",", ".").replace("٫", "."))
            if 5.0 <= share <= 14.2:  # no cellulose nitrate holds more, or far less, nitrogen
                above = share > known.limit or bool(share == known.limit and known.upwards.match(text, match.end()))
                return (known.above if above else "industrial"), match.group().strip(), above
    for pattern, grade in known.terms:
        found = pattern.search(text)
        if found:
            return grade, found.group(), False
    return "", "", False


def agrees(code: str | None, good: DescribedGood, *, itself: bool = False) -> bool | None:
    """Whether a code fits what the description says; None where it is too short to say, or there is none.

    True also for a good whose description rightly holds the words (a lacquer of nitrocellulose), unless the
    description is of the good ``itself``.
    """
    if not code:
        return None
    for prefix in good.codes if itself else (*good.codes, *good.fits):
        if code.startswith(prefix):
            return True
        if prefix.startswith(code):
            return None
    return False


def is_the_good(codes: Sequence[str | None], good: DescribedGood, *, itself: bool = False) -> bool:
    """Whether a line is of the good: its description says so, or its codes may be (none, the good's own, or such as fit
    nothing).
    """
    said = [code for code in codes if code]
    return (
        itself
        or any(code.startswith(good.codes) for code in said)
        or not any(code.startswith(good.fits) for code in said)
    )


def tell(descriptions: Iterable[str]) -> dict[str, list[Told]]:
    """`read` for many, each once; those that tell nothing are left out."""
    result = {}
    for text in dict.fromkeys(descriptions):
        found = read(text)
        if found:
            result[text] = found
    return result
