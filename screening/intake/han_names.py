"""Names in Chinese text, which has no capitals and no spaces: told by the words they end with or stand beside.

"法定代表人沈国梁", "透過香港商滙捷貿易有限公司", "“北海明珠”号货轮". What stands beside a name runs
into it: a firm's name is cut behind the last word that is part of none, a person's ends before a word that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from screening.intake.lexicon import is_place
from screening.intake.spans import Span
from screening.intake.syllabic import any_of, is_generic, sounds, words_of
from screening.names.given import surname_length
from screening.names.tokens import words

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANY = re.compile(f"[{_HAN}]")
_BRACKETS = rf"[（(][{_HAN}]{{1,10}}[）)]"
_FIRM_CHARS = rf"[{_HAN}（）()·\-]"
_OPEN, _CLOSE = '“‘「『《"', '”’」』》"'
_QUOTED = rf"[{_OPEN}]([{_HAN}\w·\- ]{{2,20}})[{_CLOSE}]"
_DOT = "·‧・•"
_LONGEST_GIVEN = 2
_LONGEST_FOREIGN = 8
_SHORTEST_FIRM = 4
_LONGEST_OFFICE = 8


@cache
def _firm() -> re.Pattern[str]:
    bracketed = rf"{_BRACKETS}[{_HAN}]{{0,8}}?(?:{any_of('firm_end', 'zh')})"  # 中国石油 / （香港）有限公司
    behind = rf"[{_HAN}]{{0,2}}(?:公司|集团|集團)|{any_of('not_behind', 'zh')}|{bracketed}"
    return re.compile(rf"{_FIRM_CHARS}{{2,30}}?(?:{any_of('firm_end', 'zh')})(?!{behind})")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"^.*(?:{any_of('cut', 'zh')})(?!外)")


@cache
def _quoted_firm() -> re.Pattern[str]:
    return re.compile(rf"{_QUOTED}[{_HAN}]{{0,5}}?(?:{any_of('firm_end', 'zh')})")


@cache
def _ship() -> re.Pattern[str]:
    before, after = any_of("ship_before", "zh"), any_of("ship_after ship_before", "zh")
    inside = rf"[{_OPEN}]([{_HAN}]{{2,8}}(?:{any_of('ship_after', 'zh')}))[{_CLOSE}]"
    return re.compile(rf"(?:(?:{before})[为為是]?){_QUOTED}|{_QUOTED}(?={after})|{inside}")


@cache
def _before_person() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('role', 'zh')})[为為是、：: ]?(?=[{_HAN}])")


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[，。、；：！？\s（(「“〔]))([{_HAN}]{{2,4}}?)(?={any_of('speech address office_held', 'zh')})",
        re.MULTILINE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('follows speech address role office_held', 'zh')})|[^{_HAN}]|$")


@cache
def _foreign() -> re.Pattern[str]:
    part = rf"[{sounds()}]{{1,{_LONGEST_FOREIGN}}}"
    return re.compile(rf"{part}(?:[{_DOT}]{part}){{1,3}}")


def han_names(text: str) -> Iterator[Span]:
    """Firms, persons and ships that a text names in Chinese characters."""
    if not _ANY.search(text):
        return
    yield from _firms(text)
    for match in _ship().finditer(text):
        group = next(index for index in (1, 2, 3) if match.group(index))
        yield Span(*match.span(group), "Vessel", ("quoted beside a word for a ship",))
    for match in _foreign().finditer(text):
        yield Span(*match.span(), "Person", ("a foreign name with its point",))
    yield from _persons(text)


def tells_person_before(text: str, start: int) -> bool:
    """Whether a person may be named at ``start``: at the beginning, behind a mark, or behind an office."""
    before = text[max(0, start - _LONGEST_OFFICE) : start]
    return not before or not _ANY.match(before[-1]) or before.endswith(tuple(words_of("role", "zh")))


def ends_person(text: str, end: int) -> bool:
    """Whether a person's name may end at ``end``: at the end, before a mark, or before a word that goes on."""
    return bool(_goes_on().match(text, end))


def _firms(text: str) -> Iterator[Span]:
    for match in _quoted_firm().finditer(text):
        yield Span(*match.span(1), "Company", ("quoted before a word for a firm",))
    for match in _firm().finditer(text):
        cut = _cut().match(match.group())
        start = match.start() + (cut.end() if cut else 0)
        name = text[start : match.end()].lstrip("（）()·-")
        start = match.end() - len(name)
        if len(name) >= _SHORTEST_FIRM and not is_generic(name, "zh"):
            yield Span(start, match.end(), "Company", ("legal form",))


def _persons(text: str) -> Iterator[Span]:
    for match in _before_person().finditer(text):
        at = match.end()
        while (end := _person_end(text, at)) > at:
            yield Span(at, end, "Person", (f"after '{match.group()}'",))
            if text[end : end + 1] not in ("、", "和", "及", "与", "與"):
                break
            at = end + 1
    for match in _speaker().finditer(text):
        start, end = match.span(1)
        if _person_end(text, start) == end and not match.group(1).endswith(tuple(words_of("office_end", "zh"))):
            yield Span(start, end, "Person", ("before a word for saying",))


def _person_end(text: str, start: int) -> int:
    """Where the Chinese name ends that begins here; ``start`` when none does."""
    stretch = text[start : start + 4]
    family = surname_length("".join(words(stretch)))
    if not family or any(stretch.startswith(word) for word in words_of("no_name", "zh")):
        return start
    for given in range(1, _LONGEST_GIVEN + 1):
        end = start + family + given
        name = text[start:end]
        if len(name) < family + given or not all(_ANY.match(char) for char in name):
            return start
        if is_place(name) or text[end : end + 1] in tuple(_DOT):
            return start
        if _goes_on().match(text, end) or given == _LONGEST_GIVEN:
            return end
    return start
