"""Running text cut into sentences and words, each knowing where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from screening.intake.lexicon import is_legal_form, is_ordinary, kinds
from screening.intake.manners import case_of, genitive_of
from screening.names.folding import fold
from screening.names.small_letters import lower
from screening.names.vocabulary import meanings
from screening.reference import table

_MARK = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u200c\u200d\u00ad"
_WORD = re.compile(rf"[^\W_][\w{_MARK}]*(?:[’'ʻʼ‘`.\-‑&/][^\W_][\w{_MARK}]*)*")
_GLUED = re.compile(r"(?<=[^\W\d_A-ZА-Я])\.(?=[A-ZА-ЯЁ][^\W\d_A-Z])")
_SCRIPTS = re.compile(
    r"(?<=[^\W\u0250-\uffff])(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])|(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[^\W\u0250-\uffff])"
)
"""Where Latin letters stand beside Chinese characters without a space: "OOO Uzstanex先前"."""
_POSSESSIVE = re.compile(r"['’ʼ`]s$", re.IGNORECASE)
_SUFFIX = re.compile(r"['’ʼ`][^\W\d_A-ZÇĞİÖŞÜ]{1,6}$")
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$|[A-ZА-ЯЁ“«\"])|\n\s*")
_PARTICLE = re.compile(r"([^\W\d_A-ZА-ЯЁ]{1,4})[-\u2010\u2011'’ʼ][^\W\d_]")
_ELIDED_ARTICLES = frozenset({"d", "l"})
_WRITTEN_TO_NAMES = frozenset({"article", "son_of"})
"""Concepts of the small words of names that stand before one with a hyphen."""
_CONTRACTION = re.compile(r"(i|we|you|they|he|she|it|that|there|who|what)'(?:ll|ve|re|m|d)$|^(?:\w+n)'t$")
_INITIAL = re.compile(r"\.[ \u00a0]?(?=([^\W\d_a-zа-яё][\w.’'-]*))")
"""A full stop behind one letter, and the capitalised word it stands before: "Pavel G. Orlov", "Р. М. Орлов"."""
_UZBEK_END = ("' ", "’ ", "‘ ", "ʻ ")
_OPENING = tuple("'’‘ʻ\"“")
_ELIDING = ("fr", "it")
_ELIDED = re.compile(r"[lL]['’](?=[A-ZÀ-Þ])")
_BEGINS = re.compile(r"\s+([^\W\d_a-z][a-z]{2,})\s+[a-z]+\b")
"""A capitalised word and a small one behind it, as a sentence begins."""
_DATELINE = re.compile(
    r"\s*[A-ZÀ-ÞĞİŞА-ЯЁҐЄІЇ][A-ZÀ-ÞĞİŞА-ЯЁҐЄІЇ.,’' -]{2,40}(?:\([^()\n]{2,30}\) ?)?[–—-]{1,2} +(?=\w)"
)
"""Where a story was written, in capitals before its first sentence: "SINGAPORE – Freight rates …"."""
_LONGEST_WORD = 60
_LONGEST_SENTENCE = 1_000
"""Text without a full stop is cut into pieces no longer than this for its context."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        raw: As it stands, without a possessive ending.
        low: As the word lists have it.
        start: Offset in the text.
        end: Offset of the end, the possessive ending excluded.
        after: Offset of the end, the ending included.
        capital: Begins with a capital letter, or holds one after digits or a small prefix (3M, iPhone).
        caps: At least two letters, all capitals.
        opens: The first word of its sentence.
        possessive: Had a possessive ending.
    """

    raw: str
    low: str
    start: int
    end: int
    after: int
    capital: bool
    caps: bool
    opens: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its offsets in the text, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"] for row in table("words/sentence_abbreviations.tsv").rows)


def sentences(text: str, language: str | None = None) -> Iterator[Sentence]:
    """The sentences of a text in order; they cover every word."""
    for start, end in bounds(text):
        yield Sentence(start, end, tuple(_words(text, start, end, language)))


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends."""
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and not _ends(text, match):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    # A full stop without a space after it is found by `_GLUED` only where the words are read.
    yield from _pieces(text, start, len(text))


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends its sentence: not after an abbreviation, an initial, or inside a name."""
    before = text[max(0, match.start() - 20) : match.start()]
    last = re.search(r"[\w.&’'-]*$", before)
    word = last.group() if last else ""
    following = text[match.end() : match.end() + 40]
    glued = bool(following) and not following[0].isspace()
    if glued and not (word[-2:].islower() and len(word) > 2 and following[1:2].islower()):
        return False
    first = re.match(r"[\s“«\"'(]*(\w+)", following)
    next_word = first.group(1) if first else ""
    low = lower(word)
    if len(match.group()) > 1 and match.group() != "...":
        return True
    if low in _abbreviations():
        return False
    if is_legal_form(low) and (begins := _BEGINS.match(following)) and is_ordinary(lower(begins.group(1))):
        return True  # "… Avia LLP. Payments were made …"
    if (len(word) == 1 and word.isupper()) or "." in word or is_legal_form(low):
        # "the U.S. The company …": only a small word that opens sentences shows that this is an end.
        return bool(next_word) and next_word[0].isupper() and "opener" in kinds(lower(next_word))
    return not (next_word and next_word[0].islower())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(" ", start + 1, start + _LONGEST_SENTENCE), start + _LONGEST_SENTENCE // 2)
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _words(text: str, start: int, end: int, language: str | None) -> Iterator[Word]:
    opens = True
    dateline = _DATELINE.match(text, start, end)
    for match in _WORD.finditer(text, start, end):
        opens = opens or (dateline is not None and match.start() == dateline.end())
        raw, at = match.group(), match.start()
        last = 0
        for found in (*_cuts(raw), None):
            cut = found.start() if found is not None else len(raw)
            part = raw[last:cut]
            if part:
                yield _word(text, part, at + last, opens or last > 0, language)
                opens = False
            last = found.end() if found is not None else cut


def _cuts(raw: str) -> list[re.Match[str]]:
    """Where one run of letters is two words: at a full stop without a space, and between two scripts."""
    if raw.isascii():
        return list(_GLUED.finditer(raw))
    return sorted((*_GLUED.finditer(raw), *_SCRIPTS.finditer(raw)), key=lambda found: found.start())


def _word(text: str, raw: str, start: int, opens: bool, language: str | None) -> Word:
    if language in _ELIDING and (article := _ELIDED.match(raw)) and (raw[0].islower() or raw[2:].isupper()):
        raw, start = raw[article.end() :], start + article.end()  # l'Économie, L'ONG
    after = start + len(raw)
    ending = _POSSESSIVE.search(raw) if language != "uz" else None
    if ending is None and language in ("tr", "az") and (raw[:1].isupper() or _begins_small(raw)):
        ending = _SUFFIX.search(raw)
    if ending is None and raw[:1].isupper() and (genitive := genitive_of(language)):
        ending = genitive.search(raw)
    if ending is None and raw[:1].isupper() and (case := case_of(raw)) and is_legal_form(lower(raw[: -len(case)])):
        ending = re.compile(re.escape(case) + "$").search(raw)  # ЖЧКсы, Limited-ə
    core = raw[: ending.start()] if ending and ending.start() else raw
    end = start + len(core)
    if text[end : end + 1] == "." and ending is None and ("." in core or lower(core) in _abbreviations()):
        end = after = end + 1  # "U.S." with its last point
        core = text[start:end]
    if text[end : end + 2] in _UZBEK_END and core[-1:] in "oOgG" and text[start - 1 : start] not in _OPENING:
        end = after = end + 1  # "Tog' Group": the mark is part of the letter
        core = text[start:end]
    letters = [char for char in core if char.isalpha()]
    low = lower(core).rstrip(".")[:_LONGEST_WORD]
    if len(core) == 1 and core.isupper() and _is_initial(text, end):
        end = after = end + 1
        low += "."  # a letter that stands for a name is neither "a" nor "и"
    if contraction := _CONTRACTION.match(low):
        low = contraction.group(1) or "not"
    first = next((char for char in core if char.isalnum()), "")
    inner = first.isdigit() or (len(core) > 2 and core[0].islower() and core[1].isupper())
    inner = inner or (core != core.lower() and is_legal_form(lower(core)))  # mbB
    capital = first.isupper() or first.istitle() or (inner and any(char.isupper() for char in letters))
    capital = (capital or _begins_small(core)) and not _adjective(core)
    caps = len(letters) > 1 and all(char.isupper() for char in letters)
    return Word(core, low, start, end, after, capital, caps, opens, end != after)


def _begins_small(core: str) -> bool:
    """Whether a word is a name behind a small word that is written to it (al-Assad, ez-Zevahiri, d'Artagnan)."""
    found = _PARTICLE.match(core)
    if found is None or not found.group()[-1].isupper():
        return False
    small = found.group(1)
    return small in _ELIDED_ARTICLES or any(each.concept in _WRITTEN_TO_NAMES for each in meanings(fold(small)))


def _is_initial(text: str, at: int) -> bool:
    """Whether a full stop at ``at`` is that of an initial: a capitalised word follows that opens no sentence."""
    follows = _INITIAL.match(text, at)
    return follows is not None and "opener" not in kinds(lower(follows.group(1)).rstrip("."))


def _adjective(word: str) -> bool:
    """Whether a hyphenated word only ends in an ordinary one: Moscow-made, Khrushchev-era,
    U.S.-supplied."""
    head, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and len(tail) > 2 and tail.islower() and tail.isascii() and is_ordinary(tail) and bool(head)
