"""Runs of capitalised words in a sentence, with the small words, numbers and legal forms that go on a name.

"Deputy Secretary of the Treasury Wally Adeyemo" is one run, "Uzstanex and The Elite Investment Group" another. Where
one is cut is told in `screening.intake.run_cuts`, what the pieces are, person, organisation or nothing, in
`screening.intake.judgement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from screening.intake.endings import ends_as
from screening.intake.lexicon import is_business, is_given_name, is_legal_form, is_place, kinds
from screening.intake.sentences import Word
from screening.intake.telling import is_telling
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
ORDINAL = re.compile(r"\d{1,5}(?:st|nd|rd|th)")
"""A number that belongs to the name it stands before: "929th State Flight Test Center"."""
_NAME_ENDS = re.compile(r"[,;)»”\n]|[ \u00a0]?[(\[]|\.\s|\.?$")
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
        if index and ORDINAL.fullmatch(words[index - 1].low):  # "929th State Flight Test Center"
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
