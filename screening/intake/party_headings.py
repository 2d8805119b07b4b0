"""What the heading of a column in a party table says: an attribute and whose it is, in many languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from screening.intake.country_cells import country_in
from screening.intake.heading_abbreviations import Index, apart, index, joined, meant, others
from screening.names.folding import apostrophes
from screening.names.tokens import words
from screening.reference import table

MAIN = ""
"""The party a row is about, where no heading says what it is to us."""
BANK = "bank"
BANKS = {
    "payer": "payer_bank", "ultimate_payer": "payer_bank", "payee": "payee_bank", "ultimate_payee": "payee_bank",
}  # fmt: skip
"""Whose bank a bank is called, where the heading says so."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_MOST_OF_A_COUNTRY = 4
"""Words of a country's name in a heading."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CUT_OFF = ".-"
_MOST_CUT, _LEAST_CUT = 6, 2
"""Words, and letters, of a heading that may be one cut short."""
_PAYMENTS = "words/payment_headings.tsv"
_NO_PARTIES = frozenset({"payment", "account"})


class Meaning(NamedTuple):
    """What a heading says: the attribute, whose it is, and what follows from the word used.

    ``kind`` is ``main`` for whom a row may be about, ``related`` for whom is named beside it, ``payment`` for a party
    of a payment, who is there in its own right; ``partly`` tells that the word may mean a part of a name as well,
    ``cut`` that the heading is cut short.
    """

    attribute: str
    party: str = MAIN
    kind: str = "main"
    schema: str = ""
    country: str = ""
    number: str = ""
    partly: bool = False
    cut: bool = False

    @property
    def is_identifier(self) -> bool:
        """Whether the column holds numbers of a party."""
        return self.attribute.startswith("identifier:")


class Headings(NamedTuple):
    """Attributes and parties by folded heading, and the words that may stand between them."""

    attributes: dict[str, Meaning]
    parties: dict[str, Meaning]
    fillers: frozenset[str]


@cache
def known(*, in_payments: bool = False) -> Headings:
    """All headings there are; ``in_payments`` as files of payments mean them."""
    attributes: dict[str, Meaning] = {}
    parties: dict[str, Meaning] = {}
    fillers: set[str] = set()
    parts: set[str] = set()
    for row in table("words/party_headings.tsv").rows:
        for heading in row["headings"].split(";"):
            phrase = " ".join(words(heading))
            if row["attribute"] == "filler":
                fillers.add(phrase)
            elif row["attribute"] == "part_of_name":
                parts.add(phrase)
            elif row["attribute"] == "party":
                parties.setdefault(phrase, Meaning("name", row["party"], row["kind"], row["schema"]))
            else:
                attributes.setdefault(phrase, Meaning(row["attribute"], country=row["country"]))
    for phrase in parts:
        attributes[phrase] = attributes[phrase]._replace(partly=True)
    for row in table(_PAYMENTS).rows:
        if row["holds"] in _NO_PARTIES:
            continue
        meaning = Meaning("name", row["holds"], "payment", "Company" if row["holds"].endswith(BANK) else "")
        for phrase in (" ".join(words(heading)) for heading in row["headings"].split(";")):
            if in_payments or row["heeded"] == "always" or not (phrase in parties or phrase in attributes):
                parties[phrase] = meaning
    return Headings(attributes, parties, frozenset(fillers))


@cache
def _beside(what: str) -> frozenset[str]:
    """The folded headings of what files of payments have beside parties."""
    rows = (row for row in table(_PAYMENTS).rows if row["holds"] == what)
    return frozenset(" ".join(words(heading)) for row in rows for heading in row["headings"].split(";"))


def are_of_payments(header: Iterable[str]) -> bool:
    """Whether headings are those of a file of payments: one is of a party of a payment, or of what a payment has."""
    return any(
        _is_of(heading, "payment") or ((meaning := understand(heading)) and meaning.kind == "payment")
        for heading in header
    )


def is_of_account(heading: str) -> bool:
    """Whether a heading is of the numbers of accounts."""
    return _is_of(heading, "account")


def _is_of(heading: str, what: str) -> bool:
    return any(" ".join(words(text)) in _beside(what) for text in _readings(heading))


def _readings(heading: str) -> tuple[str, ...]:
    """A heading with its words apart, without what stands in brackets, as it stands, and with "d'ordre" apart."""
    spaced = _CAMEL.sub(" ", heading[:200]).replace("_", " ")
    elided = "".join(" " if char in apostrophes() else char for char in spaced)
    return tuple(dict.fromkeys((spaced, _BRACKETS.sub(" ", spaced), heading[:200], elided)))


@lru_cache(maxsize=4096)
def understand(heading: str, *, in_payments: bool = False) -> Meaning | None:
    """What a heading says, or None: the whole of it, or the name of a party beside that of an attribute; of an
    identifier also whose it is ("Tax ID (Turkey)", "Russian registration number")."""
    readings = _readings(heading)
    headings = known(in_payments=in_payments)
    for text in readings:
        if meaning := _of_reading(tuple(words(text)), lambda tokens: _of_tokens(tokens, headings)):
            return _with_country(meaning, readings[0])
    for text in readings:
        if meaning := _of_reading(tuple(words(text)), _Cut(text, in_payments=in_payments)):
            return _with_country(meaning, readings[0])
    return None


def _of_reading(tokens: tuple[str, ...], of_tokens: Callable[[tuple[str, ...]], Meaning | None]) -> Meaning | None:
    if not tokens:
        return None
    meaning = of_tokens(tokens)
    number = next((token for token in tokens if token.isdigit()), "")
    bare = tuple(token for token in tokens if not token.isdigit())
    if meaning is None and number and bare and (meaning := of_tokens(bare)):
        return meaning._replace(number=number)
    return meaning or _of_a_country(tokens, of_tokens)


def _with_country(meaning: Meaning, heading: str) -> Meaning:
    if not meaning.is_identifier or meaning.country:
        return meaning
    said = {code for each in _BRACKETS.findall(heading) if (code := country_in(each.strip("()[] ")))}
    return meaning._replace(country=said.pop()) if len(said) == 1 else meaning


def _of_a_country(tokens: tuple[str, ...], of_tokens: Callable[[tuple[str, ...]], Meaning | None]) -> Meaning | None:
    """An identifier with its country in words before or behind it; codes of two letters are words elsewhere."""
    for size in range(min(_MOST_OF_A_COUNTRY, len(tokens) - 1), 0, -1):
        for of, rest in ((tokens[:size], tokens[size:]), (tokens[-size:], tokens[:-size])):
            said = _trim(of, known().fillers)
            if len(said) > 2 and (code := country_in(said)):
                meaning = of_tokens(rest) or of_tokens(tuple(_trim(rest, known().fillers).split()))
                if meaning and meaning.is_identifier:
                    return meaning._replace(country=code)
    return None


def _of_tokens(tokens: tuple[str, ...], headings: Headings) -> Meaning | None:
    attributes, parties, fillers = headings
    phrase = " ".join(tokens)
    if phrase in attributes:
        return attributes[phrase]
    if phrase in parties:
        return parties[phrase]
    for cut in range(1, len(tokens)):
        left, right = _trim(tokens[:cut], fillers), _trim(tokens[cut:], fillers)
        for whose, what in ((left, right), (right, left)):
            if whose in attributes and what in attributes and _is_whole_name(attributes[whose], attributes[what]):
                return Meaning("name")
            if whose not in parties:
                continue
            if what in attributes:
                return _of_party(parties[whose], attributes[what])
            if what in parties and parties[what].party == BANK and parties[whose].kind != "related":
                payment = parties[whose].party in BANKS
                return parties[what]._replace(
                    party=BANKS.get(parties[whose].party, BANK), kind="payment" if payment else "related"
                )
    return None


def _is_whole_name(one: Meaning, other: Meaning) -> bool:
    """Whether two headings are a family name and a given name together ("Familienname, Vornamen"), of nobody else."""
    given = other.attribute == "first_name" or (other.attribute == "name" and other.partly)
    return one.attribute == "last_name" and given and one.party == other.party == MAIN


def _of_party(party: Meaning, attribute: Meaning) -> Meaning:
    return party._replace(attribute=attribute.attribute, country=attribute.country, partly=attribute.partly)


class _Cut:
    """Reads words as a heading cut short, or as a party beside an attribute, either of them cut."""

    def __init__(self, text: str, *, in_payments: bool) -> None:
        self._in_payments = in_payments
        self._cut = text.rstrip()[-1:] in _CUT_OFF

    def __call__(self, tokens: tuple[str, ...]) -> Meaning | None:
        tokens = joined(tokens)
        if len(tokens) > _MOST_CUT or sum(map(len, tokens)) < _LEAST_CUT:
            return None
        if found := self._meant(tokens, alone=True):
            return _one_of(found)
        for cut in range(1, len(tokens)):
            left, right = _trimmed(tokens[:cut]), _trimmed(tokens[cut:])
            for whose, what in ((left, right), (right, left)):
                if whose and what:
                    found |= self._of_party(whose, what)
        for form in apart(tokens):  # "Kundenname": the words are whole, but run together
            if form != tokens and (meaning := _of_tokens(form, known(in_payments=self._in_payments))):
                found.add(meaning)
        return _one_of(found)

    def _of_party(self, whose: tuple[str, ...], what: tuple[str, ...]) -> set[Meaning | None]:
        parties = self._meant(whose)
        if None in parties or not any(each and each.party for each in parties):
            return set()
        attributes = {each for each in self._meant(what) if each is None or each.party == MAIN}
        return {
            _of_party(party, attribute) if attribute else None
            for party in parties
            for attribute in attributes
            if party and party.attribute == "name" and party.party
        }

    def _meant(self, tokens: tuple[str, ...], *, alone: bool = False) -> set[Meaning | None]:
        """What headings may be meant, None among them where it may be one of another column."""
        headings = known(in_payments=self._in_payments)
        phrases = meant(tokens, _index(in_payments=self._in_payments), alone=alone, cut=self._cut)
        return {headings.attributes.get(phrase) or headings.parties.get(phrase) for phrase in phrases}


def _trimmed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_trim(tokens, known().fillers).split())


def _one_of(found: set[Meaning | None]) -> Meaning | None:
    """The one meaning of several headings; None where there are two. What they differ in beside is not said."""
    if None in found or len({(each.attribute, each.party) for each in found if each}) != 1:
        return None
    meanings = sorted(each for each in found if each)
    countries = {each.country for each in meanings}
    return meanings[0]._replace(country=countries.pop() if len(countries) == 1 else "", cut=True)


@cache
def _index(*, in_payments: bool) -> Index:
    headings = known(in_payments=in_payments)
    unread = others() | _beside("payment") | _beside("account")
    return index({*headings.attributes, *headings.parties, *unread}, headings.fillers)


def _trim(tokens: tuple[str, ...], fillers: frozenset[str]) -> str:
    start, end = 0, len(tokens)
    while start < end and tokens[start] in fillers:
        start += 1
    while end > start and tokens[end - 1] in fillers:
        end -= 1
    return " ".join(tokens[start:end])
