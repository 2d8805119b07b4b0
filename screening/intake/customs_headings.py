"""What the columns of customs-record tables hold, told by their headings in many languages and systems.

A heading is cut into the longest phrases known (`lists/words/customs_headings.tsv`): a party and an attribute
make one role (``Наименование отправителя`` → ``exporter_name``), a field is a role of its own, a qualifier
tells currency, unit or variant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from screening.intake.currencies import codes_no_words
from screening.intake.customs_boxes import boxed, unnumbered
from screening.intake.customs_phrases import ALL_SETS, alone, cut, is_bare_code, spaced, words_of
from screening.intake.customs_ships import SHIP
from screening.model import PARTY_ROLES
from screening.names.scripts import script_of
from screening.names.tokens import words

FIELDS: Final = (
    "declaration", "item", "date", "direction", "procedure", "procedure_code", "status", "document_kind", "version",
    "replaces", "hs_code", "hs_edition", "description", "origin", "dispatch", "destination", "trading_country",
    "partner", "via", "border_post", "loading_place", "delivery_place", "incoterm", "value", "currency",
    "value_usd", "value_local",
    "gross_kg", "net_kg", "weight_unit", "quantity", "unit", "vessel", "imo", "container", "serial_numbers",
    "payment_terms", "end_use", "documents", "remarks",
)  # fmt: skip
OTHER_NAME: Final = "other_name"
"""What a column of a party says that holds its name once more: as declared, in English."""
ATTRIBUTES: Final = (
    "name",
    "tax_id",
    "address",
    "city",
    "country",
    "incorporated",
    "swift",
    "lei",
    "phone",
    OTHER_NAME,
)
BROKER: Final = "broker"
"""A declarant beside the declarant: tables name both, and both are parties of the role ``declarant``."""
PRINCIPAL: Final = "principal"
"""Who answers for goods in transit: a party of the role ``declarant``, beside one who declares for it."""
END_USER: Final = "end_user"
"""Whom the goods are for, beside the consignee: both are parties of the role ``importer``."""
SHIP_TO: Final = "ship_to"
"""Whom the goods are sent to, beside who buys them and who uses them: ledgers name all three."""
SHIP_FROM: Final = "ship_from"
"""Who sends the goods, beside who exports or sells them: both are parties of the role ``exporter``."""
ADVISING_BANK: Final = "advising_bank"
"""The seller's bank beside the buyer's, of letters of credit: both are parties of the role ``bank``."""
PAYER: Final = "payer"
"""Who pays, beside who buys: somebody else, if it is not one of the others."""
FREIGHT_PAYER: Final = "freight_payer"
"""Who pays the carriage, mostly a forwarder: says nothing of who pays for the goods."""
NOTIFIED_TOO: Final = ("second_notify", "third_notify", "fourth_notify")
"""Who is notified beside the first: all are parties of the role ``notify``."""
DOMESTIC: Final = "domestic"
FOREIGN: Final = "foreign"
"""The declarant's side and the other, where a heading names both ways of one column ("Importer / Exporter"): each row's
direction tells who sold and who bought; where it tells nothing, both are trading parties."""
MAKER_OR_USER: Final = "maker_or_user"
"""One column for who made exports and who uses imports (生产销售/消费使用单位): each row's direction tells which."""
PARTIES: Final = {
    **{role: role for role in PARTY_ROLES if role != SHIP},
    BROKER: "declarant",
    PRINCIPAL: "declarant",
    END_USER: "importer",
    SHIP_TO: "importer",
    SHIP_FROM: "exporter",
    ADVISING_BANK: "bank",
    PAYER: "contract_holder",
    FREIGHT_PAYER: "contract_holder",
    **dict.fromkeys(NOTIFIED_TOO, "notify"),
    DOMESTIC: "trading_party",
    FOREIGN: "trading_party",
    MAKER_OR_USER: "trading_party",
}
"""Parties headings name, with the role each is recorded in."""
PACKAGES: Final = "packages"
UNIT_OF_PACKAGES: Final = "packages_unit"
"""What the packages are, cartons or pieces: beside their number it is a unit, where no other column has a quantity."""
OF_THE_SALE: Final = (
    *(party for party, role in PARTIES.items() if role in ("exporter", "importer")),
    *(DOMESTIC, FOREIGN),
)
"""The parties that sold or bought."""
ROLES: Final = (*FIELDS, *(f"{party}_{attribute}" for party in PARTIES for attribute in ATTRIBUTES))
"""Everything ``--map`` can name."""
OF_FIRMS: Final = "incorporated"
"""A date of registration is a firm's only beside a word for the firm; else it is the record's."""
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_PRECEDENCE = ("incorporated", "swift", "lei", "tax_id", "city", "address", "phone", "country", "name")
_VARIANTS = {"standard": 1, "original": 2, "english": 3, "second": 4}
_VERSIONS: Final = ("standard", "original", "english")
"""Variants in which a party's name stands once more: all are names of it. A second name may be the first one's end."""
_VALUES = ("value", "value_usd", "value_local")
_WEIGHTS = {"t": 1000.0, "lb": 0.45359237, "g": 0.001}
_CODED: Final = frozenset(
    {"incoterm", "procedure", "currency", "unit", "origin", "dispatch", "destination", "trading_country"}
)
"""What is written in codes beside the code of the good."""
_OF_PARTIES: Final = {"dispatch": "exporter_country", "destination": "importer_country"}
_SHORTEST_CURRENCY: Final = 3
"""Letters of a currency's name within a longer phrase; shorter ones are words as well (``nguyên tệ``)."""
_OF_LINES_TOO: Final = 3
"""Rank of words for a code that are the number of a line beside another column with the code (رقم البند)."""
_ROUNDED: Final = 3
"""How much later a column in thousands is taken than one that says the same in full."""
_SHORTEST_JOINED: Final = 3
"""Letters of words that a stroke joins; т/с is one abbreviation."""
_STROKE = re.compile(r"(?<![^\s(])([^\s/()]+)\s?[/|]\s?([^\s/()]+)(?![^\s)])")
_BETWEEN = re.compile(r"\s*[/|\n]\s*|\s+[-–—]\s+")
_SIDES: Final = ("in Latin letters", "in others")
_SELLS: Final = ("exporter", "seller")
_BUYS: Final = ("importer", "buyer")
_OF_THE_SALE: Final = frozenset({"seller", "buyer"})
_COUNTERPARTY: Final = "counterparty"  # whoever is on the other side of a trade, and no more than that


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading says.

    Args:
        role: One of `ROLES`; ``own_<attribute>`` where no party is named; or ``packages, packages_unit, brand,
            transport, fx_rate``, which are understood, so that they are not taken for something else, and not kept.
        rank: Of two columns with one role the lower is meant.
        currency: ISO 4217 code the heading states, if any.
        factor: What makes kilograms, or single units of money, of the number stated.
        country: Whose firms alone have such a number; empty where it is not a number, or several countries' have.
        instead: What it says where another column has the role: ``Страна отправителя`` is where the goods come from, or
            the consignor's country where ``Страна отправления`` stands beside it; ``Consignee`` is the importer, or,
            where ``Importer`` stands beside it, whom the goods are shipped to.
        version: The variant of a party's name it holds, where it says so: original, english.
        alone: Whether it says so only where nothing stands beside it, and no other heading does: ``From``, ``Job no``.
        addressed: Whether a party's name and its address stand in one cell.
    """

    role: str
    rank: int = 1
    currency: str = ""
    factor: float = 1.0
    country: str = ""
    instead: str = ""
    version: str = ""
    alone: bool = False
    addressed: bool = False


@lru_cache(maxsize=4096)
def understand(heading: str, sets: tuple[str, ...] = ALL_SETS) -> Guess | None:
    """What a heading says, or None where it says nothing a record needs."""
    guess = _in_its_box(heading, sets)
    if found := _alone(heading, sets):
        return Guess(*found, alone=True)
    whose = _OF_PARTIES.get(guess.role) if guess else None
    if guess and whose:
        other, _ = _of_tokens(words_of(heading), sets, guess.role)
        if other and other.role == whose:
            return replace(guess, instead=whose)
    return guess


def _alone(heading: str, sets: tuple[str, ...]) -> tuple[str, int] | None:
    """The field that a heading says which is nothing but one phrase of that kind, or one in each of two languages."""
    known = alone(sets)
    if found := known.get(words_of(heading)):
        return found
    sides = [known.get(words_of(side)) for side in in_two_languages(heading[:300]).values()]
    told = [side for side in sides if side]
    return told[0] if told and len(told) == len(sides) and len({field for field, _ in told}) == 1 else None


def _in_its_box(heading: str, sets: tuple[str, ...]) -> Guess | None:
    """What a heading says, with its box of the declaration where the words leave open whose or what it is."""
    guess, plain = _said(heading, sets), _said(unnumbered(heading), sets)
    if guess is None or (plain and plain.role == guess.role):
        guess = plain or _either(heading, sets)
    box = boxed(heading)
    if box and guess and guess.role == "partner":  # the country of the person of box 9 is that person's
        whose = _said(box[0], sets)
        party = whose.role.removesuffix("_name") if whose else ""
        return replace(guess, role=f"{party}_country") if party in PARTIES else guess
    if box is None or (guess and not guess.role.startswith("own_") and box[1] and not is_bare_code(box[1], sets)):
        return guess
    said, rest = box
    return _said(f"{said} {rest}", sets) or _said(said, sets)


def _either(heading: str, sets: tuple[str, ...]) -> Guess | None:
    """What a heading says with either of two words that a stroke joins, ``Alıcı Vergi/Kayıt No``, where it says the
    same with both; None where it does not, ``Unit/Price``.
    """
    found = _STROKE.search(heading[:300])
    if found is None or any(sum(map(str.isalpha, word)) < _SHORTEST_JOINED for word in found.groups()):
        return None
    ways = (f"{heading[: found.start()]}{word}{heading[found.end() :]}" for word in found.groups())
    one, other = (_said(way, sets) for way in ways)
    return one if one and other and one.role == other.role else None


def _said(heading: str, sets: tuple[str, ...]) -> Guess | None:
    text = spaced(heading)
    outer = _BRACKETS.sub(" ", text)
    inner = " ".join(_BRACKETS.findall(text))
    for variant in dict.fromkeys((text, outer, inner)):
        guess, known = _of_tokens(tuple(words(variant)), sets)
        if guess or (known and variant == text):
            return guess
    said = (_of_tokens(tuple(words(spaced(side))), sets)[0] for side in in_two_languages(heading[:300]).values())
    return next((guess for guess in said if guess), None)


def _of_tokens(tokens: tuple[str, ...], sets: tuple[str, ...], but: str = "") -> tuple[Guess | None, bool]:
    """The meaning, ``but`` for those of one role; and whether the heading was understood to be none."""
    parts, strange = cut(tokens, sets, but)
    if not parts:
        return None, False
    kinds: dict[str, list[tuple[int, str, int]]] = {}
    for place, meanings in enumerate(parts):
        for kind, value, rank in meanings:
            kinds.setdefault(kind, []).append((place, value, rank))
    only_ignored = any({kind for kind, _, _ in meanings} == {"ignore"} for meanings in parts)
    if only_ignored:
        return None, True
    qualifiers = [value for _, value, _ in kinds.get("qualifier", ())]
    variant = sum(_VARIANTS.get(each, 0) for each in qualifiers)
    variant += next((int(each) for each in tokens[-1:] if each.isdigit() and len(each) == 1), 0)
    parties, fields = kinds.get("party", []), kinds.get("field", [])
    attributes = kinds.get("attribute", [])
    firm = any(("attribute", "name") in {(kind, value) for kind, value, _ in meanings} for meanings in parts)
    known = sum(1 for meanings in parts if any(kind != "filler" for kind, _, _ in meanings))
    if strange > known:
        return None, False
    pure = [
        each for each in fields
        if not any(
            kind == "party" or (kind == "attribute" and (parties or firm or value != OF_FIRMS))
            or (parties and (kind, value) == ("qualifier", "code"))
            for kind, value, _ in parts[each[0]]
        )
    ]  # fmt: skip
    if parties and (not pure or pure[0][0] > parties[0][0]):
        if pure and not attributes:
            return None, True
        meant = _meant(parties, qualifiers)
        beside = {value for place, value, _ in kinds.get("beside", ()) if place == meant[0]}
        return _of_party(meant, attributes, qualifiers, variant, beside), True
    if pure or (fields and not attributes):
        return _of_field(_spoken_of(pure or fields, parts), qualifiers, variant, tokens, sets), True
    if fields and len(parts) - len(kinds.get("filler", ())) <= 1:
        return _of_field(fields[0], qualifiers, variant, tokens, sets), True
    doubtful = any(kind == "ignore" for meanings in parts for kind, _, _ in meanings)
    if attributes and not doubtful:
        best = min(attributes, key=lambda each: _PRECEDENCE.index(each[1]))[1]
        if best in ("name", "country"):
            return None, True
        return Guess(f"own_{best}", 1 + variant, country=_country(best, qualifiers)), True
    return None, True


def _spoken_of(
    fields: list[tuple[int, str, int]], parts: Sequence[Sequence[tuple[str, str, int]]]
) -> tuple[int, str, int]:
    """The field a heading means that names several: the first, but for a bare "code", which is of what is beside it.

    ``Код | Условия поставки`` is a term of delivery; a code of the good's name is the good's, a cargo's currency one.
    """
    first, *others = fields
    if first[1] == "description" and (money := next((each for each in others if each[1] == "currency"), None)):
        return money
    if first[1] == PACKAGES and any(each[1] == "unit" for each in others):
        return first[0], UNIT_OF_PACKAGES, first[2]
    bare = ("qualifier", "code") in {(kind, value) for kind, value, _ in parts[first[0]]}
    return next((each for each in others if bare and each[1] in _CODED), first)


def _meant(parties: list[tuple[int, str, int]], qualifiers: list[str]) -> tuple[int, str, int]:
    """The party a heading means that names several.

    "Importer / Exporter" is the declarant's side, "Supplier / Buyer" the other, "Foreign party (buyer)" and
    "Counterparty (buyer)" the buyer; an intermediary who sells is still one.
    """
    place, first, rank = parties[0]
    said = {value for _, value, _ in parties} | {each.partition(":")[2] for each in qualifiers if "side:" in each}
    ways = [[each for each in way if each in said] for way in (_SELLS, _BUYS)]
    sides = [side for side in (FOREIGN, DOMESTIC) if side in said]
    sides = sides or ([FOREIGN] if _COUNTERPARTY in qualifiers else [])
    if all(ways):
        both = {way[0] for way in ways}
        return place, sides[0] if sides else FOREIGN if both <= _OF_THE_SALE else DOMESTIC, rank
    if sides and any(ways):
        meant = next(way[0] for way in ways if way)
        return {value: at for at, value, _ in parties}.get(meant, place), meant, rank
    return place, first, rank


def _country(attribute: str, qualifiers: list[str]) -> str:
    said = {each.partition(":")[2] for each in qualifiers if each.startswith("country:")}
    return said.pop() if attribute == "tax_id" and len(said) == 1 else ""


def _of_party(
    party: tuple[int, str, int],
    attributes: list[tuple[int, str, int]],
    qualifiers: list[str],
    variant: int,
    beside: set[str],
) -> Guess:
    said = {value for _, value, _ in attributes}
    # of a party whose name is asked for in words, "code" is the number it is registered under: 境内发货人代码
    usual = "tax_id" if "code" in qualifiers else "name"
    best = next((each for each in _PRECEDENCE if each in said), usual)
    addressed = best in ("address", "city") and "name" in said
    if addressed:
        best = "name"  # one cell with both begins with the name
        variant += 5
    version = next((each for each in qualifiers if each in _VERSIONS), "") if best == "name" else ""
    other = next((f"{each}_{best}" for each in beside if PARTIES[each] == party[1]), "")
    return Guess(
        *(f"{party[1]}_{best}", party[2] + variant),
        country=_country(best, qualifiers),
        instead=other,
        version=version,
        addressed=addressed,
    )


def _of_field(
    field: tuple[int, str, int], qualifiers: list[str], variant: int, tokens: tuple[str, ...], sets: tuple[str, ...]
) -> Guess:
    _, role, rank = field
    currency = next((each.partition(":")[2] for each in qualifiers if each.startswith("currency:")), "")
    if role in _VALUES:
        currency = currency or next((each.upper() for each in tokens if each.upper() in codes_no_words()), "")
        currency = currency or _currency_within(tokens, sets)
        if currency == "USD":
            role = "value_usd"
        elif role == "value_usd" and not currency:
            variant += 1  # a column that says dollars goes before one that is usually in them
        elif currency and role in ("value", "value_usd"):  # a statistical value is in dollars unless it says not
            role = "value_local"
        thousands = "thousand" in qualifiers
        if role == "value_usd":  # a line's own value, to the cent, goes before the declaration's and before thousands
            variant += ("total" in tokens) + _ROUNDED * thousands
        return Guess(role, rank + variant, currency, 1000.0 if thousands else 1.0)
    if role in ("origin", "dispatch", "destination") and "second" in qualifiers:
        variant = 0  # "iso code 2" is no second country
    if role == "hs_code" and rank >= _OF_LINES_TOO:
        return Guess(role, rank + variant, instead="item")
    factor = next((_WEIGHTS[each] for each in qualifiers if each in _WEIGHTS), 1.0)
    if role == "quantity" and "kg" in qualifiers:  # beside a quantity of pieces and litres it is the weight
        return Guess(role, rank + variant, instead="net_kg")
    return Guess(role, rank + variant + (1 if factor != 1.0 else 0), "", factor)


def _currency_within(tokens: tuple[str, ...], sets: tuple[str, ...]) -> str:
    """The currency a word of a longer phrase names: ``customs value hryvnias``."""
    long = (token for token in tokens if len(token) >= _SHORTEST_CURRENCY)
    meanings = (each for token in long for part in cut((token,), sets)[0] for each in part)
    return next((value.partition(":")[2] for _, value, _ in meanings if value.startswith("currency:")), "")


def in_two_languages(heading: str) -> dict[bool, str]:
    """The two sides of a heading in two languages, by whether each is in Latin letters; empty where it is in one."""
    parts = _BETWEEN.split(heading)
    if len(parts) != len(_SIDES) or not all(any(map(str.isalpha, each)) for each in parts):
        return {}
    found = {all(script_of(word) == "Latin" for word in words(each) if not word.isdigit()): each for each in parts}
    return found if len(found) == len(_SIDES) else {}
