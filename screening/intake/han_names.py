"""Names in Chinese text, which has no capitals and no spaces: told by the words they end with or stand beside.

"法定代表人沈国梁", "透過香港商滙捷貿易有限公司", "“北海明珠”号货轮". What stands beside a name runs
into it: a firm's name is cut behind the last word that is part of none, a person's ends before a word that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from screening.intake.han_bodies import han_bodies
from screening.intake.lexicon import is_place
from screening.intake.spans import Span
from screening.intake.syllabic import any_of, is_generic, sounds, words_of
from screening.names.given import surname_length
from screening.names.parsing import parse
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANY = re.compile(f"[{_HAN}]")
_BRACKETS = rf"[（(][{_HAN}]{{1,10}}[）)]"
_FIRM_CHARS = rf"[{_HAN}（）()·\-]"
_OPEN, _CLOSE = '“‘「『《"', '”’」』》"'
_QUOTED = rf"[{_OPEN}]([{_HAN}\w·\- ]{{2,20}})[{_CLOSE}]"
_DOT = "·‧・•"
_LONGEST_GIVEN = 2
_LONGEST_FOREIGN = 8
_PERSON = 3
_SURE = 2
"""Of names in a list, so many hold no word that is one by itself."""
_TRADES = frozenset({"descriptor", "generic", "legal_form", "stopword"})
_SHORTEST_FIRM = 4
_LONGEST_OFFICE = 8
_LONGEST_REST = 10
_WORDS_ACROSS = 3


@cache
def _firm() -> re.Pattern[str]:
    bracketed = rf"{_BRACKETS}[{_HAN}]{{0,8}}?(?:{any_of('firm_end', 'zh')})"  # 中国石油 / （香港）有限公司
    behind = rf"[{_HAN}]{{0,2}}(?:公司|集团|集團)|{any_of('not_behind', 'zh')}|{bracketed}"
    return re.compile(rf"{_FIRM_CHARS}{{2,30}}?(?:{any_of('firm_end', 'zh')})(?!{behind})")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('cut', 'zh')})(?!外)")


@cache
def _goes_on_as_firm() -> re.Pattern[str]:
    """What follows where a trade within a firm's name was taken for its end: 航空 / 发动机制造有限公司."""
    return re.compile(rf"[{_HAN}]{{1,{_LONGEST_REST}}}?(?:{any_of('firm_end', 'zh')})")


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
    yield from han_bodies(text)
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
        end = _whole_end(text, match.end())
        found = text[match.start() : end]
        for cut in [*reversed([cut.end() for cut in _cut().finditer(found) if not _within_word(found, cut)]), 0]:
            name = found[cut:].lstrip("（）()·-")
            if not cut or not _is_of_trades(name):
                break  # "华为 / 技术有限公司": what would be left is no name, so that the word was within one
        if len(name) >= _SHORTEST_FIRM and not is_generic(name, "zh"):
            yield Span(end - len(name), end, "Company", ("legal form",))


def _whole_end(text: str, end: int) -> int:
    """Where a firm's name ends whose trade was taken for its end."""
    while (rest := _goes_on_as_firm().match(text, end)) and not _cut().search(rest.group()):
        if not _is_of_trades(rest.group()):
            break
        end = rest.end()
    return end


def _within_word(found: str, cut: re.Match[str]) -> bool:
    """Whether a word that is cut at is part of another one: 共和国."""
    for size in range(len(cut.group()) + 1, _WORDS_ACROSS + 1):
        for start in range(max(0, cut.end() - size), cut.start() + 1):
            if start + size <= len(found) and meanings(found[start : start + size]):
                return True
    return False


def _is_of_trades(name: str) -> bool:
    """Whether a firm's name says no more than what it does, not even where."""
    return all(part.kind in _TRADES for part in parse(name, "organisation").parts)


def _persons(text: str) -> Iterator[Span]:
    for match in _before_person().finditer(text):
        at = match.end()
        while (end := _person_end(text, at)) > at:
            yield Span(at, end, "Person", (f"after '{match.group()}'",))
            if text[end : end + 1] not in ("、", "和", "及", "与", "與"):
                break
            at = end + 1
        if end == at and (end := _foreign_end(text, at)) > at:
            yield Span(at, end, "Person", (f"after '{match.group()}'",))
    for found in _enumerated(text):
        yield Span(*found, "Person", ("in a list of names",))
    for match in _speaker().finditer(text):
        start, end = match.span(1)
        if _person_end(text, start) == end and not match.group(1).endswith(tuple(words_of("office_end", "zh"))):
            yield Span(start, end, "Person", ("before a word for saying",))


def _foreign_end(text: str, start: int) -> int:
    """Where a foreign name of one word ends that begins here, written by sound as a whole: 总统 / 普京 / 访问."""
    match = _one_foreign().match(text, start)
    if match is None or is_place(match.group()) or meanings(match.group()):
        return start
    return match.end() if _goes_on().match(text, match.end()) else start


@cache
def _one_foreign() -> re.Pattern[str]:
    return re.compile(rf"(?!{any_of('no_name', 'zh')})[{sounds()}]{{2,{_LONGEST_FOREIGN}}}(?![{sounds()}{_DOT}])")


@cache
def _list_of_three() -> re.Pattern[str]:
    joint = "[、和及与與]"
    return re.compile(rf"(?:^|(?<=[^{_HAN}]))[{_HAN}]{{3}}(?:{joint}[{_HAN}]{{3}})+", re.MULTILINE)


def _enumerated(text: str) -> Iterator[tuple[int, int]]:
    """Chinese persons one after the other from a mark on, each of three characters: 陈全国、朱海仑与王明山 / 被制裁."""
    for match in _list_of_three().finditer(text):
        items = [(at, at + _PERSON) for at in range(match.start(), match.end(), _PERSON + 1)]
        families = [surname_length("".join(words(text[start:end]))) for start, end in items]
        sure = sum(not _holds_word(text[start:end]) for start, end in items)
        if _goes_on().match(text, match.end()) and set(families) == {1} and sure >= _SURE:
            yield from items


def _holds_word(name: str) -> bool:
    """Whether a known word or a place stands in three characters: 全国."""
    told = any(meanings(name[at : at + size]) for size in (2, 3) for at in range(_PERSON + 1 - size))
    return told or is_place(name)


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
