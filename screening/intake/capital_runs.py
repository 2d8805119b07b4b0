"""Runs of capitalised words in a sentence, cut where one name ends and another begins.

"Uzstanex and The Elite Investment Group" are two names, "International Flavors & Fragrances" is one,
"Deputy Secretary of the Treasury Wally Adeyemo" an office and a name. What a run is, person,
organisation or nothing, is told in `screening.intake.judgement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from screening.intake.endings import ends_as
from screening.intake.lexicon import is_business, is_given_name, is_legal_form, is_ordinary, is_place, kinds
from screening.intake.sentences import Word
from screening.names.tokens import words as folded
from screening.names.vocabulary import meanings

_SPACES = re.compile(r"[ \t\u00a0\u2009\u202f]{1,3}")
_AMPERSAND = re.compile(r"[ \u00a0]{0,2}[&+][ \u00a0]{0,2}")
_BRACKET = re.compile(r"[ \u00a0]?[(]")
_BRACKET_END = re.compile(r"[)][ \u00a0]?")
_LONGEST_BRACKET = 12
_MOST_PARTNERS = 4
_LONGEST_FORM_START = 6
_MOST_FORM_WORDS = 3
_COMMA = re.compile(r",[ \u00a0]{1,2}")
_NUMBER = re.compile(r"[ \u00a0]{1,2}(?:No\.?|№|#)[ \u00a0]{0,2}")
_ORDINAL = re.compile(r"\d{1,5}(?:st|nd|rd|th)")
_NAME_ENDS = re.compile(r"[,;)»”\n]|\.\s|\.?$")
_LONGEST_NUMBER = 2
_MOST_JOINERS = 3
MOST_WORDS = 14
"""No name in running text has more words; a longer run is a headline."""


def runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Capitalised words that follow each other, small joining words and numbers between them
    included."""
    index = 0
    while index < len(words):
        if not words[index].capital:
            index += 1
            continue
        run = [words[index]]
        if index and _ORDINAL.fullmatch(words[index - 1].low):  # "929th State Flight Test Center"
            run.insert(0, words[index - 1])
        index += 1
        while index < len(words):
            reach = _reach(text, words, index, run)
            if reach == 0:
                break
            run.extend(words[index : index + reach])
            index += reach
        extra = _form_of_small_words(text, words, index)
        run.extend(replace(word, capital=True) for word in words[index : index + extra])
        index += extra
        yield run


def _form_of_small_words(text: str, words: Sequence[Word], index: int) -> int:
    """How many words from ``index`` on end a legal form that the word before begins: "Sp. / z o.o.", "S.à / r.l."."""
    if index >= len(words) or words[index].capital:
        return 0
    pointed = "." in words[index].raw and is_legal_form(words[index].low)
    if pointed and _SPACES.fullmatch(text[words[index - 1].after : words[index].start]):
        return 1  # "Adria Elektronik / d.o.o."
    if len(words[index - 1].low) > _LONGEST_FORM_START:
        return 0
    best = 0
    for end in range(index, min(index + _MOST_FORM_WORDS, len(words))):
        if not _SPACES.fullmatch(text[words[end - 1].after : words[end].start].replace(".", "")):
            break
        form = folded(text[words[index - 1].start : words[end].end])
        if any(meaning.kind == "legal_form" and not meaning.ambiguous for meaning in meanings(*form)):
            best = end - index + 1
    return best


def _reach(text: str, words: Sequence[Word], index: int, run: list[Word]) -> int:
    """How many words from ``index`` on belong to the run: 0 when it has ended."""
    last, word = run[-1], words[index]
    if last.possessive and not is_legal_form(word.low):
        return 0
    if len(run) > 1 and text[last.after - 1] == "." and is_legal_form(last.low) and not is_legal_form(word.low):
        return 0  # "… Co., Ltd. Payments went through …"
    gap = text[last.after : word.start]
    if _is_latin(word) and _is_cyrillic(last) and not is_legal_form(last.low) and _only_stands_before(run):
        return 0  # "Тайваньская / Hsin Feng Precision"
    if word.capital and (_BRACKET.fullmatch(gap) or _BRACKET_END.fullmatch(gap)) and _in_brackets(text, words, index):
        return 1
    if _is_latin(last) and _is_cyrillic(word) and is_given_name(word.low):
        return 0  # "Директор Uzstanex Дмитрий Смирнов"
    if word.capital and (_SPACES.fullmatch(gap) or _AMPERSAND.fullmatch(gap) or _NUMBER.fullmatch(gap)):
        return 1
    if word.capital and _COMMA.fullmatch(gap) and is_legal_form(word.low):
        return 1
    if word.capital and _COMMA.fullmatch(gap) and _comma_to_ampersand(text, words, index):
        return 1
    if word.low.isdigit() and (_NUMBER.fullmatch(gap) or (_SPACES.fullmatch(gap) and is_business(last.low))):
        return 1
    if _is_number_of(text, last, word, gap):
        return 1
    ahead = index
    while ahead < len(words) and ahead - index < _MOST_JOINERS and "joiner" in kinds(words[ahead].low):
        before = words[ahead - 1]
        if words[ahead].capital or not _SPACES.fullmatch(text[before.after : words[ahead].start]):
            return 0
        ahead += 1
    if ahead == index or ahead >= len(words) or not words[ahead].capital:
        return 0
    return ahead - index + 1 if _SPACES.fullmatch(text[words[ahead - 1].after : words[ahead].start]) else 0


def _comma_to_ampersand(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether names follow with commas between them up to an ampersand: "Arosa, Quintero & Asociados"."""
    for at in range(index, min(index + _MOST_PARTNERS, len(words) - 1)):
        gap = text[words[at].after : words[at + 1].start]
        if not words[at + 1].capital:
            return False
        if _AMPERSAND.fullmatch(gap):
            return True
        if not _COMMA.fullmatch(gap):
            return False
    return False


def _in_brackets(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a word stands in brackets within a name, or behind them: "Wave Technology (HK) Limited"."""
    at = index if text[words[index].start - 1] == "(" else index - 1
    if at + 1 >= len(words) or len(words[at].raw) > _LONGEST_BRACKET:
        return False
    behind = words[at + 1]
    told = is_legal_form(behind.low) or (behind.capital and is_business(behind.low))
    closed = bool(_BRACKET_END.fullmatch(text[words[at].after : behind.start]))
    return closed and told and text[words[at].start - 1] == "("


def _only_stands_before(run: list[Word]) -> bool:
    """Whether Cyrillic words before a Latin name only open the sentence, or say from where it is."""
    return run[0].opens or is_place(run[-1].low) or ends_as(run[-1].low, "run_adjective")


def _is_number_of(text: str, last: Word, word: Word, gap: str) -> bool:
    """Whether a small number that a comma, a bracket or a full stop follows ends a name: "the Port Olya 3, …"."""
    small = word.raw.isdigit() and len(word.raw) <= _LONGEST_NUMBER and bool(_SPACES.fullmatch(gap))
    told = last.capital and is_telling(last) and not last.low.isdigit()
    return small and told and bool(_NAME_ENDS.match(text, word.after))


def _is_latin(word: Word) -> bool:
    return word.raw[:1].isascii() and word.raw[:1].isalpha() and not is_legal_form(word.low)


def _is_cyrillic(word: Word) -> bool:
    return "\u0400" <= word.raw[:1] <= "\u04ff"


def is_plain(word: Word) -> bool:
    """Whether a word may stand in any headline: an ordinary word, an opener, a joiner; not a name by
    itself."""
    if word.caps and len(word.raw) > 1 and not is_ordinary(word.low):
        return False
    return is_ordinary(word.low) or bool(kinds(word.low) & {"opener", "joiner", "time", "thing"})


def is_telling(word: Word) -> bool:
    """Whether a word carries a name: neither ordinary, nor a place, an office or a word of business."""
    if kinds(word.low) & {"opener", "joiner", "time", "thing", "role", "demonym", "place"}:
        return False
    return word.capital and not is_ordinary(word.low) and not is_place(word.low) and not is_business(word.low)


def split(run: list[Word], text: str) -> Iterator[list[Word]]:
    """The names of a run, cut at joining words that join two names and at words that only open a
    sentence."""
    for part in _at_openers(run):
        yield from _at_joiners(part, text)


def _at_openers(run: list[Word]) -> Iterator[list[Word]]:
    """Cut before a capitalised small word: "Alleged Involvement According to", "… Imperative When
    Russian"."""
    part: list[Word] = []
    for index, word in enumerate(run):
        small = word.capital and "opener" in kinds(word.low) and not (word.caps and len(word.raw) > 1)
        small = small and not (part and "numeral" in kinds(word.low))  # "Channel One"
        ends_name = small and index and not is_legal_form(word.low) and not is_given_name(word.low)
        if small and not part and _numbers_a_firm(run, index):
            part.append(word)
            continue
        if small and not part:
            if word.low != "the" or word.opens:
                continue
        elif ends_name and word.low != "the" and not _small_inside(run, index):
            yield part
            part = []
            continue
        elif ends_name and word.low == "the" and not run[index - 1].capital and run[index - 1].low in ("and", "&"):
            yield part
            part = []
        elif ends_name and word.low == "the" and run[index - 1].capital:
            yield part
            part = []
            continue
        part.append(word)
    yield part


def _numbers_a_firm(run: list[Word], index: int) -> bool:
    """Whether a numeral that does not open the sentence belongs to a firm's name: "First Savanna Bank"."""
    word = run[index]
    heads = {"org_head", "company_head"}
    return "ordinal" in kinds(word.low) and not word.opens and len(run) > index + 2 and bool(kinds(run[-1].low) & heads)


def _small_inside(run: list[Word], index: int) -> bool:
    """Whether a capitalised small word stands inside a name: "Noy İç Ve Diş", "Reporters Without
    Borders"."""
    joins = bool(kinds(run[index].low) & {"joiner"})
    after = run[index + 1 :]
    return joins and bool(after) and after[0].capital


def _at_joiners(part: list[Word], text: str) -> Iterator[list[Word]]:
    while part and not part[-1].capital and not part[-1].low.isdigit():
        part = part[:-1]
    while part and not part[0].capital and not _ORDINAL.fullmatch(part[0].low):
        part = part[1:]
    index = 1
    while index < len(part):
        if part[index].capital or part[index].low.isdigit():
            index += 1
            continue
        end = index
        while not part[end].capital and not part[end].low.isdigit():
            end += 1
        if not _joins(part[:index], part[index:end], part[end:]):
            yield part[:index]
            yield from _at_joiners(part[end:], text)
            return
        index = end
    if part:
        yield part


def _joins(left: list[Word], joint: list[Word], right: list[Word]) -> bool:
    """Whether small words join two parts of one name."""
    low = joint[0].low
    left_told = any(is_telling(word) for word in left)
    right_told = any(is_telling(word) for word in _to_joint(right))
    if any(kinds(word.low) & {"time"} for word in right[:1]):
        return False
    if "with" in kinds(low):
        return False  # "Baslam Nakliyat ile ASL Enerji"
    if "and" in kinds(low):
        near = is_business(left[-1].low) and is_business(right[0].low) and len(left) > 1
        if near and not right_told:
            return True  # "Shanghai Winsun Imp and Exp Co Ltd"
        if _office_of(left) and not left_told and right_told and _is_field(right[0]):
            return True  # "Minister of Economy and Finance Ilhom Norqulov"
        if left_told or right_told or any(is_place(w.low) for w in (*left[-1:], *right[:1])):
            return False
        head = _has_head(_to_joint(right)[-1:])
        open_left = not _has_head(left[-1:]) or len(left) == 1
        return (head and open_left) or (
            any(word.low in ("of", "for") for word in left) and not _has_head(_to_joint(right)[-1:])
        )
    if "preposition" in kinds(low):
        if is_given_name(left[0].low) and left_told and len(left) > 1:
            return False  # "Kassym-Jomart Tokayev of Kazakhstan"
        if low == "in" and is_place(right[0].low):
            return False  # "Nazarbayev University in Astana"
        if is_legal_form(left[-1].low) and len(left) > 2 and not kinds(left[-1].low) & {"trigger_company"}:
            return False  # "Silk Logistics LLP / of Almaty"
        if (
            low == "of"
            and len(left) == 1
            and left[0].opens
            and right_told
            and is_plain(left[0])
            and not _has_head(left)
        ):
            return False  # "Shares / of Vantor Ltd."
        if low == "of" and len(left) == 1 and is_given_name(left[0].low):
            return True  # "Daniel of Galicia"
        if low == "of":
            return _has_head(left) or _has_role(left) or not left_told
        return (_has_head(left) and not right_told) or not (left_told or right_told)
    return True


def _to_joint(words: list[Word]) -> list[Word]:
    for index, word in enumerate(words):
        if not word.capital and not word.low.isdigit():
            return words[:index]
    return words


def _has_head(words: Sequence[Word]) -> bool:
    return any(kinds(word.low) & {"org_head", "company_head", "event_head", "place_head"} for word in words)


def _office_of(words: Sequence[Word]) -> bool:
    """Whether an office stands in a run that says of what: "Deputy Minister of Economy"."""
    return any("role" in kinds(word.low) and after.low == "of" for word, after in pairwise(words))


def _is_field(word: Word) -> bool:
    """Whether a word may be what an office is for: an ordinary word that names nobody."""
    return is_plain(word) and not is_given_name(word.low) and not kinds(word.low) & {"role", "org_head"}


def _has_role(words: Sequence[Word]) -> bool:
    return any("role" in kinds(word.low) for word in words)
