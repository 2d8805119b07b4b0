"""A thing named as what another is for, behind it or before: 集成电路板用清洗剂, a cleaner; cases for oscilloscopes;
or what another is used on, by its name: circuit board cleaner, очиститель печатных плат.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.reference import table
from screening.trade.wording import pattern_of, plain

_CASE_ENDING: Final = r"\w*"
_GAP: Final = r"[^\w,;:.()]+"
_GLUED_REACH: Final = 3
_NEAR: Final = r"[\s\"«»“”]+"
"""Between words of one phrase: a dash or a comma begins another."""
_WORDS_OF_ANOTHER: Final = 5
"""Words of a first good that "and" joins to a second, both of which a thing is for."""
_LEAST_OF_A_GOOD: Final = 5
_LONGEST_BEFORE: Final = 80
"""Signs before a good's name that are looked at."""


@cache
def _terms(kind: str) -> tuple[str, ...]:
    """The plain terms of one kind, longest first."""
    rows = table("goods/purposes.tsv").rows
    terms = {term.strip() for row in rows if row["kind"] == kind for term in row["terms"].split(";")}
    return tuple(sorted(terms, key=lambda term: (-len(term), term)))


def any_of(kind: str) -> str:
    """The plain terms of one kind of `goods/purposes.tsv` as alternatives of a pattern."""
    return "|".join(re.escape(plain(term)) for term in _terms(kind))


def _any_word_of(kind: str) -> str:
    return "|".join(pattern_of(term) for term in _terms(kind))


@cache
def _pattern() -> re.Pattern[str]:
    """What stands behind a purpose: a word of `goods/purposes.tsv` with a word to follow, or a sign within one word."""
    glued: list[str] = []
    for row in table("goods/purposes.tsv").rows:
        if row["kind"] == "sign":
            terms = [plain(term.strip()) for term in row["terms"].split(";")]
            # a Korean syllable is several signs by now
            before = "".join(f"(?<!{plain(sign)})" for sign in row["not_behind"])
            after = "".join(f"(?!{plain(sign)})" for sign in row["not_before"])
            glued.append(rf"{before}(?:{'|'.join(map(re.escape, terms))}){after}")
    letter = r"[^\W\d_a-z]"
    # one word more is of the good only where it says so: mikrosxema platasi uchun, and not podshipnik avtomobil uchun
    its_own = rf"(?:{_GAP}(?:\w*(?:{any_of('possessive')})|{any_of('making')}))?"
    other = rf"(?:{_GAP}\w+)?"
    return re.compile(
        rf"{_CASE_ENDING}(?:{_NEAR}(?:{any_of('and')}){_NEAR}\w+)?"
        rf"(?:{its_own}{_GAP}(?:{any_of('word')})|{other}{_GAP}(?:{any_of('word_of_any')})){_GAP}[^\W\d_]"
        rf"|{letter}{{0,{_GLUED_REACH}}}?(?:(?:{any_of('and')}){letter}{{1,{_GLUED_REACH}}}?)?"
        rf"(?:{'|'.join(glued)})\s?{letter}"
        rf"|{_CASE_ENDING}(?:{_NEAR}(?:{any_of('and')}){_NEAR}\w+)?(?:{any_of('ending')})\b"
    )


def postpositions() -> str:
    """The words for "for" that stand behind what a thing is for, as alternatives of a pattern."""
    return f"{any_of('word')}|{any_of('word_of_any')}"


def is_purpose(text: str, end: int) -> bool:
    """Whether what a plain description (`wording.plain`) names up to ``end`` is what a thing named behind it is for."""
    return bool(_pattern().match(text, end) or _used_on_it().match(text, end))


@cache
def _used_on_it() -> re.Pattern[str]:
    """What goes on behind a good with the name of a thing that is used on it."""
    in_a_case = rf"{_CASE_ENDING}(?:{_NEAR}(?:{any_of('and')}){_NEAR}\w+)?{_NEAR}"
    return re.compile(rf"(?:\s?(?:(?:{any_of('own')})\s?)?|{in_a_case})(?:{_any_word_of('head')})")


@cache
def _ends_as_used_on() -> re.Pattern[str]:
    return re.compile(rf"\w{{{_LEAST_OF_A_GOOD},}}(?:{any_of('tail')}|{any_of('ending')})$")


def is_compound(words: str) -> bool:
    """Whether plain words that begin as a good end as a thing that is used on it, or in "for": Kugellagerfett,
    golyóscsapágyakhoz.
    """
    return bool(_ends_as_used_on().search(words))


@cache
def _behind_a_thing() -> re.Pattern[str]:
    """The end of a description that goes on with what the thing it names is for."""
    before, link, work = map(any_of, ("before", "link", "work"))
    own = rf"\w+{_NEAR}(?:{link}){_NEAR}|(?:{work}){_NEAR}"
    linked = rf"(?:(?:{link}){_NEAR})?"
    other = rf"(?:\w+{_NEAR}){{1,{_WORDS_OF_ANOTHER}}}(?:{any_of('and')}){_NEAR}{linked}"
    named = rf"(?:(?:{any_of('own')}){_NEAR}{linked}|\w+(?:{any_of('adjective')}){_NEAR})?"
    behind_for = rf"[^\W\d_]\w*{_GAP}(?:{before}){_NEAR}{linked}(?:{other})?(?:{own})?{linked}{named}"
    used_on = rf"(?:{_any_word_of('agent')}){_NEAR}{linked}(?:{other})?{linked}{named}"
    return re.compile(rf"(?:{behind_for}|{used_on})$")


def follows_for(text: str, start: int) -> bool:
    """Whether what a plain description names from ``start`` on is what a thing named before it is for."""
    return bool(_behind_a_thing().search(text[max(0, start - _LONGEST_BEFORE) : start]))


@cache
def _parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Parts before a "for" that ends there; and a "for" that begins there, with parts behind it."""
    part, sign = _any_word_of("part"), rf"\s?(?:{any_of('sign')})\s?"
    before = rf"(?:{part})(?:{_GAP}\w+)?{_GAP}(?:{any_of('before')}){_NEAR}(?:(?:{any_of('link')}){_NEAR})?"
    after = rf"{_CASE_ENDING}(?:(?:{_GAP}\w+)?{_GAP}(?:{postpositions()}){_GAP}|{sign})(?:{part})"
    return re.compile(rf"(?:{before})$"), re.compile(after)


def is_of_parts(text: str, start: int, end: int) -> bool:
    """Whether parts are named for what a plain description names from ``start`` to ``end``: spare parts for drones."""
    before, after = _parts()
    return bool(before.search(text[max(0, start - _LONGEST_BEFORE) : start]) or after.match(text, end))
