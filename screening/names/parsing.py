"""A name taken apart: which words carry it, and which only say what kind of thing it names.

A company's name is distinctive words plus a meaning (legal form, trade, place); a person's is given and family
names, a patronymic, initials, particles. Matching compares parts of like kind, so a name is parsed once and
compared often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from screening.names import (
    bodies_in_short,
    bracketed_states,
    cut_forms,
    cut_states,
    cut_trades,
    glued_beginnings,
    glued_forms,
    misspelt_forms,
    scanned,
    split_words,
)
from screening.names.birth_dates import may_be_dated, without_birth_date
from screening.names.figures import letters_together, with_figures
from screening.names.folding import fold
from screening.names.forms_as_words import told_by_writing
from screening.names.given import patronymic_endings
from screening.names.honours import without_honours
from screening.names.letter_groups import initials_of_groups, letter_groups
from screening.names.numbers import ordinal_endings
from screening.names.orders import may_bear_orders, without_orders
from screening.names.organisations import organisation_parts
from screening.names.parts import LIGHT, Mode, Part
from screening.names.persons import person_parts, with_ending_behind
from screening.names.scripts import repair_text
from screening.names.ship_names_short import written_out
from screening.names.sole_traders import (
    is_business,
    is_initialled,
    is_traders,
    looks_personal,
    names_a_shop,
    share_form_of_firms,
)
from screening.names.tokens import words
from screening.names.turkish_short import written_in_turkish
from screening.names.vessels import vessel_parts
from screening.names.vocabulary import PLACES, meanings
from screening.names.wives import with_husbands_apart
from screening.reference import table

__all__ = [
    "LIGHT",
    "Mode",
    "ParsedName",
    "Part",
    "is_called_by_shop",
    "is_sole_trader",
    "mode_of",
    "name_words",
    "parse",
    "spaced_initials",
    "words_of",
]

LONGEST_NAME: Final = 600
"""Characters of a name that are read; what follows in a longer one cannot be a name."""
MOST_WORDS: Final = 40
LETTERS_APART: Final = 5
"""Single letters in a row that are a word, not initials."""
FEWEST_WITH_FORM: Final = 2
"""Words of a name with more of which a legal form of several words may be misspelt."""
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
"""An initial with another right behind it."""
_FEWEST_CAPITALS: Final = 4
"""Words written together, each with its capital, that are read apart: of three many brands are made (KazMunayGas)."""
_FEWEST_BEHIND: Final = 2
"""Small letters behind each of those capitals."""
_LONG_WORD: Final = re.compile(rf"\b[^\W\d_]{{{_FEWEST_CAPITALS * (1 + _FEWEST_BEHIND)},}}\b")
_EZAFE: Final = re.compile(r"(?<=\w\w)[-‐‑](?:e|ye|yi|E(?=\s+[^\W\d_]{3})|YE)(?=\s+\w)")
"""What joins two Persian words (Shahr-e Kord); not written in Persian itself."""
_NON_JOINER: Final = "\u200c"
_BESIDE_SILENT_H: Final = re.compile(rf"ه{_NON_JOINER}(?!های|ها\b)(?=\w{{3}})")
"""Where Persian writes two words as one, behind an h that is not heard (قره‌گوزلی, Gharagozli)."""
_NOT_JOINED: Final = re.compile(rf"(\w+){_NON_JOINER}(\w+)")
_POSSESSIVE = re.compile(r"(\w+)['’]s(?= )")
_NO_INITIAL: Final = frozenset({"title", "particle"})
_KOREAN_NUMBER: Final = re.compile(r"제?\s?(\d+)\s?호(?=\s|[가-힣]{2}|$)")
"""A number with what says so in Korean (26호공장, factory No. 26)."""
_PLUS: Final = re.compile(r"(?<=[^\W\d_]{2})\s?\+(?![\w+])")
"""The sign behind a word for one (Сервис+, Service Plus)."""
_SMALL_L: Final = re.compile(
    r"\b(?=[^\W\d_a-km-z]*[^\W\d_a-z][^\W\d_a-km-z]*[^\W\d_a-z])[^\W\d_a-km-z]*l[^\W\d_a-km-z]*\b"
)
"""A word in capitals but for its l: a scanner's I."""
_SMALL_SIX: Final = re.compile(r"(?<=[a-z])6(?=[a-z])")


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart; ``folded`` is all its folded words joined by spaces."""

    text: str
    folded: str
    mode: Mode
    parts: tuple[Part, ...]

    def of_kind(self, *kinds: str) -> list[Part]:
        """The parts of the given kinds, in order."""
        return [part for part in self.parts if part.kind in kinds]


def mode_of(schema: str, *names: str) -> Mode:
    """How names under a schema are compared; for a ``LegalEntity``, which may be either, the names tell.

    A sole trader is compared as a person whatever the schema, but with a firm as a firm, unless called by a family name
    and initials. Other names of a
    ``LegalEntity`` are compared as companies when any of them holds a word of business, else as persons when any
    holds a given name, else as companies. Persons are compared as firms where all are called by their shops.
    """
    if schema == "Person":
        return "organisation" if len(names) > 1 and all(map(is_called_by_shop, names)) else "person"
    if schema in {"Vessel", "Airplane"}:
        return "vessel"
    tokens = [name_words(name) for name in names]
    traders = [each for each in tokens if is_traders(each)]
    if traders:
        firms = any(is_business(each) and not looks_personal(each) for each in tokens if each not in traders)
        if firms and any(map(is_initialled, names)):
            return "person"
        return "organisation" if firms or (len(tokens) > 1 and share_form_of_firms(tokens)) else "person"
    if schema in {"Company", "Organization"} or any(map(is_business, tokens)):
        return "organisation"
    return "person" if any(looks_personal(each) for each in tokens) else "organisation"


def is_called_by_shop(name: str) -> bool:
    """Whether a person's name is that of a shop (Davoud Sadeghpour Hardware Store)."""
    return names_a_shop(name_words(name))


def is_sole_trader(name: str) -> bool:
    """Whether the name of a firm is marked as a sole trader's: a person by law, compared as one."""
    return mode_of("Company", name) == "person"


@lru_cache(maxsize=1 << 17)
def parse(name: str, mode: Mode) -> ParsedName:
    """Take a name apart as one of a person, an organisation or a vessel; never fails, whatever the text."""
    tokens = words_of(name, mode)
    if mode == "person":
        parts = person_parts(tokens)
    elif mode == "vessel":
        parts = vessel_parts(tokens)
    else:
        parts = organisation_parts(tokens, told_by_writing(name))
    return ParsedName(name, " ".join(tokens), mode, tuple(parts))


def words_of(name: str, mode: Mode) -> tuple[str, ...]:
    """The folded words of a name of a mode, as `name_words`: a person's initials apart, the family name whole, the
    figures of firms and ships by themselves.
    """
    if mode != "vessel" and may_bear_orders(name):
        name = without_orders(name)
    if mode == "person":
        bare = without_honours(without_birth_date(name) if may_be_dated(name) else name)
        return name_words(with_ending_behind(spaced_initials(_written_out_at_strokes(with_husbands_apart(bare)))))
    if mode == "organisation":
        told = bodies_in_short.written_out(cut_trades.completed(name_words(name), filled=cut_trades.is_filled(name)))
        return with_figures(written_in_turkish(told), mode)
    return tuple(written_out(with_figures(name_words(name), mode)))


def _written_out_at_strokes(name: str) -> str:
    """The name with what a stroke shortens written out: "son of", as banks of South Asia have it (s/o; d/o, w/o:
    daughter, wife), and Greek given names (Κων/νος).
    """
    if "/" not in name:
        return name
    pattern, written = _strokes()
    return pattern.sub(lambda found: f" {written.get(''.join(found[1].split()).lower(), found[0])} ", name)


@cache
def _strokes() -> tuple[re.Pattern[str], dict[str, str]]:
    """What is shortened by a stroke, a relation or a given name, and how it is written out."""
    rows = [*table("words/kin_abbreviations.tsv").rows, *table("words/stroke_names.tsv").rows]
    written = {row["short"]: row["written"] for row in rows}
    spaced = "|".join(r"\s?/\s?".join(map(re.escape, short.split("/"))) for short in written)
    return re.compile(rf"(?<!\w)({spaced})(?!\w)\.?", re.IGNORECASE), written


@cache
def _two_letters() -> re.Pattern[str]:
    """An initial of two consonants, or of letters that stand for one."""
    groups = "|".join(letter_groups("initial"))
    return re.compile(rf"\b([bcdfghjklmnpqrstvwxz]{{2}}|[бвгджзклмнпрстфхцчшщ]{{2}}|{groups})\.", re.IGNORECASE)


def spaced_initials(name: str) -> str:
    """The name with initials written together set apart ("I.V. Sidorenko"), those of two letters cut to one (Sh.)."""
    return _INITIALS.sub(r"\1. ", _two_letters().sub(_one_letter, name)) if "." in name else name


def _one_letter(found: re.Match[str]) -> str:
    """An initial of two letters as one; a title is none (Dr.), but where the letters stand for one sound (Sh.)."""
    text = found[1]
    folded = text.casefold()
    title = any(each.kind in _NO_INITIAL for each in meanings(folded))
    return (
        found[0]
        if title and folded not in letter_groups("initial")
        else f"{initials_of_groups().get(folded, text[0])}."
    )


@cache
def _hyphened_ordinal() -> re.Pattern[str]:
    """A number with its ending behind a hyphen: "3-й завод" is plant number 3."""
    endings = "|".join(each for each in ordinal_endings("names") if not each.isascii())
    return re.compile(rf"(?<!\w)(\d{{1,4}})\s?-\s?(?:{endings})(?!\w)", re.IGNORECASE)


@cache
def _glued_father() -> re.Pattern[str]:
    """Where a Russian patronymic lacks the space before or behind it (ВладимирВладимирович, ВикторовичПЕРФИЛЬЕВ)."""
    ending = "|".join(patronymic_endings("ru"))
    return re.compile(rf"(\b[А-ЯЁ][а-яё]+)(?=[А-ЯЁ][а-яё]+(?:{ending})\b)|(?<=[а-яё])(?:{ending})(?=[А-ЯЁ])")


def _phrase_apart(found: re.Match[str]) -> str:
    """Two Persian words with a non-joiner between as two where they are a known phrase so, and together none."""
    first, second = fold(found[1]), fold(found[2])
    return f"{found[1]} {found[2]}" if meanings(first, second) and not meanings(first + second) else found[0]


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, digits for letters and misspelt legal forms mended; at most `MOST_WORDS`."""
    if not name.isascii():
        if _NON_JOINER in name:
            name = _NOT_JOINED.sub(_phrase_apart, _BESIDE_SILENT_H.sub("ه ", name))
        name = _glued_father().sub(r"\g<0> ", repair_text(name))
    if "l" in name:
        name = _SMALL_L.sub(_capital_i, name)
    if "-" in name:
        name = _hyphened_ordinal().sub(r"\1", _EZAFE.sub(" ", name))
    if "호" in name:
        name = _KOREAN_NUMBER.sub(r"\1 ", name)
    if "+" in name:
        name = _PLUS.sub(" plus", name)
    name = _LONG_WORD.sub(_set_apart, glued_forms.apart(name))
    name = bracketed_states.written_out(name)
    if "'s " in name or "’s " in name:
        name = _POSSESSIVE.sub(_of_a_place, name)
    found = _without_and(words(name[:LONGEST_NAME]))
    if len(found) >= LETTERS_APART:
        found = list(letters_together(found, LETTERS_APART))
    found = found[:MOST_WORDS]
    small = _SMALL_SIX.search(name) is not None
    mended = tuple(
        scanned.unslipped(text) if text.isalpha() else scanned.unscanned(text, small=small) for text in found
    )
    whole = cut_states.completed(cut_forms.completed(split_words.rejoined(glued_beginnings.apart(mended))))
    return misspelt_forms.mended(whole) if len(whole) > FEWEST_WITH_FORM else whole


def _capital_i(found: re.Match[str]) -> str:
    """A word in capitals with I for each small l, if no other letter of it is small."""
    text = found[0].replace("l", "I")
    return text if text.isupper() else found[0]


def _set_apart(found: re.Match[str]) -> str:
    """Words written together, each with its capital, set apart; any other long word as it is."""
    text = found[0]
    capitals = [at for at, char in enumerate(text) if char.isupper()]
    if len(capitals) < _FEWEST_CAPITALS or capitals[0]:
        return text
    pieces = [text[start:end] for start, end in pairwise((*capitals, len(text)))]
    apart = all(len(piece) > _FEWEST_BEHIND and piece[1:].islower() for piece in pieces)
    return " ".join(pieces) if apart else text


def _of_a_place(found: re.Match[str]) -> str:
    """A place without the ending of the possessive: "Kazakhstan's" is Kazakhstan; what others own is called so."""
    said = meanings(*words(found[1]))
    return found[1] if any(each.kind in PLACES for each in said) else found[0]


def _without_and(found: list[str]) -> list[str]:
    """Two letters without the word between them that a sign may stand for: "I and S" is "I & S"."""
    between = [
        at
        for at in range(1, len(found) - 1)
        if found[at] in _ampersands() and len(found[at - 1]) == len(found[at + 1]) == 1
    ]
    return [text for at, text in enumerate(found) if at not in between] if between else found


@cache
def _ampersands() -> frozenset[str]:
    """Words for "and"; one of a letter may be an initial (и)."""
    said = (row["phrase"] for row in table("words/stopwords.tsv").rows if row["concept"] == "and")
    return frozenset(phrase for phrase in said if len(phrase) > 1)
