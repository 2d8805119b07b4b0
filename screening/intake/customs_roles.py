"""Which roles the headings of a customs table give its columns, each read beside the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from screening.intake.customs_headings import (
    DOMESTIC,
    END_USER,
    FOREIGN,
    PACKAGES,
    PARTIES,
    PAYER,
    ROLES,
    SHIP_TO,
    UNIT_OF_PACKAGES,
    Guess,
    understand,
)
from screening.intake.customs_partners import partners_spelt_out
from screening.intake.customs_phrases import ALL_SETS, words_of
from screening.intake.customs_tongues import in_its_language
from screening.intake.customs_wording import vocabulary

_OF_THE_SALE: Final = (
    ("buyer", "importer", "contract_holder"),
    (PAYER, "importer", PAYER),
    ("seller", "exporter", "trading_party"),
)
"""Parties to the sale: what they are where no column names who receives or sends, and where one does."""
_SOLD: Final = frozenset(party for party, _, _ in _OF_THE_SALE)
_BRACKETED: Final = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_LONGEST_HEADING: Final = 300
_BESIDE_THE_SALE: Final = frozenset(beside for _, _, beside in _OF_THE_SALE)
_BUYERS: Final = frozenset(f"{party}_name" for party in ("importer", "buyer", DOMESTIC, FOREIGN, SHIP_TO, END_USER))
"""Columns beside which who pays may be somebody else."""
_REGISTERED: Final = "own_incorporated"
"""A date of registration before all parties is of the record, where no other date is."""
_LATER: Final = 10
"""How much later of several values by terms of delivery the next one is taken."""
_DIRECTED: Final = frozenset({"direction", "procedure", "procedure_code"})


def heading_roles(
    header: Sequence[str], direction: str | None = None, sets: tuple[str, ...] = ALL_SETS
) -> dict[int, str]:
    """The role of each column by its heading alone, contents and mapping apart; for measuring."""
    return {index: role for index, role, _ in guesses(header, direction, sets)}


def guesses(header: Sequence[str], direction: str | None, sets: tuple[str, ...]) -> list[tuple[int, str, Guess]]:
    """The columns whose headings say a role, with the role and what else the heading says.

    Args:
        header: The headings.
        direction: Import or export, where something tells it; empty or None where nothing does.
        sets: Which phrases of the knowledge table to use.
    """
    header = partners_spelt_out(in_its_language(header), sets)
    known = _as_in_brackets([(index, understand(cell, sets)) for index, cell in enumerate(header)], header, sets)
    known = _sided(known, direction)
    known = _in_the_currency(_counted_in_packages(_beside(known)), header)
    names = [
        (index, guess.role.removesuffix("_name")) for index, guess in known if guess and guess.role.endswith("_name")
    ]
    roles = {guess.role for _, guess in known if guess}
    sure = {guess.role for _, guess in known if guess and not guess.alone}
    numbered = {_party_of(role) for role in roles if role.endswith("_tax_id")}
    result = []
    for index, guess in known:
        if guess is None or (guess.alone and guess.role in sure):
            continue
        role = guess.role
        if role.startswith("own_"):
            free = [(at, party) for at, party in names if party not in numbered] if role == "own_tax_id" else []
            whose = _beside_itself(index, dict(known)) or _whose(index, role, free or names, direction, _numbers(known))
            if not whose and not (role == _REGISTERED and "date" not in roles):
                continue
            role = f"{whose}_{role.removeprefix('own_')}" if whose else "date"
        elif role == "partner":
            beside = "" if direction else _beside_its_party(index, known, roles)
            role = {"import": "dispatch", "export": "destination"}.get(direction or "", beside or "partner")
        else:
            role = _by_its_word(role, header[index], names, header)
            role = _of_nobody(role, roles)
        if role in ROLES:
            result.append((index, role, guess))
    return result


def _as_in_brackets(
    known: list[tuple[int, Guess | None]], header: Sequence[str], sets: tuple[str, ...]
) -> list[tuple[int, Guess | None]]:
    """Parties that a heading names twice, ``境外收货人(采购商)``, "Consignee (Buyer)": what others say of the party in
    brackets, its name in another language too, is of that column, where no other column has its name.
    """
    for index, guess in known:
        found = _BRACKETED.search(header[index][:_LONGEST_HEADING]) if guess and guess.role.endswith("_name") else None
        inner = understand(found[1], sets) if found else None
        if guess is None or guess.version or inner is None or not inner.role.endswith("_name"):
            continue
        if any(at != index and each and each.role == inner.role and _is_plain(each) for at, each in known):
            continue
        party, other = guess.role.removesuffix("_name"), inner.role.removesuffix("_name")
        if party == other:
            known = [(at, replace(each, instead="") if at == index and each else each) for at, each in known]
        elif other in _SOLD:
            instead = guess.instead.removesuffix("_name")
            known = [(at, _of_another(each, other, party, instead) if at != index else each) for at, each in known]
    return known


def _is_plain(guess: Guess) -> bool:
    """Whether a heading names a party in its first language, and nothing that it may be instead."""
    return not (guess.version or guess.instead)


def _of_another(guess: Guess | None, party: str, other: str, instead: str) -> Guess | None:
    """What a heading says of a party, said of another."""
    if guess is None or not guess.role.startswith(f"{party}_"):
        return guess
    of = guess.role.removeprefix(f"{party}_")
    return replace(guess, role=f"{other}_{of}", instead=f"{instead}_{of}" if instead else "")


def _beside(known: list[tuple[int, Guess | None]]) -> list[tuple[int, Guess | None]]:
    """What headings say beside the others: a consignee is whom goods are shipped to where a column names the importer,
    and so is the consignee's address.
    """
    roles = {guess.role for _, guess in known if guess}
    plain = {guess.role for _, guess in known if guess and not guess.instead}
    other = {
        guess.instead
        for _, guess in known
        if guess and guess.instead and guess.role in plain and guess.instead not in roles
    }
    parties = {role.removesuffix("_name") for role in other if role.endswith("_name")}
    return [
        (index, replace(guess, role=guess.instead))
        if guess and (guess.instead in other or (guess.instead and _party_of(guess.instead) in parties))
        else (index, guess)
        for index, guess in known
    ]


def _counted_in_packages(known: list[tuple[int, Guess | None]]) -> list[tuple[int, Guess | None]]:
    """The number of packages and what they are, of a table that gives no other quantity: bills of lading count so."""
    roles = {guess.role for _, guess in known if guess}
    if not {PACKAGES, UNIT_OF_PACKAGES} <= roles or roles & {"quantity", "unit"}:
        return known
    read = {PACKAGES: "quantity", UNIT_OF_PACKAGES: "unit"}
    return [(at, replace(guess, role=read.get(guess.role, guess.role)) if guess else None) for at, guess in known]


def _in_the_currency(known: list[tuple[int, Guess | None]], header: Sequence[str]) -> list[tuple[int, Guess | None]]:
    """A value by a term of delivery, ``FOB Tutar``, of a table with a column of currencies: it is in these, where no
    other column is the value, or says that it is in dollars. Of several the first is.
    """
    roles = {guess.role for _, guess in known if guess}
    in_dollars = any(guess and guess.role == "value_usd" and guess.currency for _, guess in known)
    if "currency" not in roles or roles & {"value", "value_local"} or in_dollars:
        return known
    terms = vocabulary("incoterm")
    result: list[tuple[int, Guess | None]] = []
    later = 0
    for index, guess in known:
        if guess and guess.role == "value_usd" and not guess.currency and terms.keys() & set(words_of(header[index])):
            guess = replace(guess, role="value", rank=guess.rank + later)
            later += _LATER
        result.append((index, guess))
    return result


def _party_of(role: str) -> str:
    return max((each for each in PARTIES if role.startswith(f"{each}_")), key=len, default="")


def _beside_its_party(index: int, known: Sequence[tuple[int, Guess | None]], roles: set[str]) -> str:
    """A lone "Country" behind the name and address of the exporter or importer is that party's, where both are named
    and no column tells the direction of the records.
    """
    if not roles.isdisjoint(_DIRECTED) or not {"exporter_name", "importer_name"} <= roles:
        return ""
    before = next((guess.role for at, guess in known if at == index - 1 and guess), "")
    party = _party_of(before)
    of_it = f"{party}_country"
    return of_it if party in ("exporter", "importer") and of_it in ROLES and of_it not in roles else ""


def _by_its_word(role: str, heading: str, names: Sequence[tuple[int, str]], header: Sequence[str]) -> str:
    """The party an address or country is of, where several columns name parties of one role: that whose own heading has
    the word. Beside "Applicant" and "Consignee per B/L", "Consignee address" is the consignee's; and
    where "Foreign supplier" is the exporter, the supplier's address is the exporter's.
    """
    party = _party_of(role)
    rivals = [(index, each) for index, each in names if PARTIES.get(each) == PARTIES.get(party, "")]
    attribute = role.removeprefix(f"{party}_")
    if attribute == "name" or not party:
        return role
    mine = set(words_of(heading))
    if party in _BESIDE_THE_SALE and all(each != party for _, each in names):
        called = {word for word in mine if (guess := understand(word)) and guess.role.endswith("_name")}
        same = {each for index, each in names if called & set(words_of(header[index]))}
        if len(same) == 1:
            return f"{same.pop()}_{attribute}"
    if len({each for _, each in rivals}) <= 1:
        return role
    shared = {each: len(mine & set(words_of(header[index]))) for index, each in reversed(rivals)}
    best = max(shared, key=lambda each: shared[each])
    return f"{best}_{attribute}" if shared[best] > shared.get(party, 0) else role


def _of_nobody(role: str, roles: set[str]) -> str:
    """Where no column names the party, its country is all there is of it: it tells where the goods go, or come from."""
    party, _, attribute = role.partition("_")
    end = {"importer": "destination", "exporter": "dispatch"}.get(party)
    named = any(each in roles for each in (f"{party}_name", f"{party}_tax_id", "own_tax_id"))
    return end if end and attribute == "country" and not named and end not in roles else role


def _sided(known: list[tuple[int, Guess | None]], direction: str | None) -> list[tuple[int, Guess | None]]:
    """Parties named by their side, ``境外收发货人`` or "foreign partner", as importer or exporter: by the direction, or
    as the one of the two that no other heading names; else each row's direction tells. Those named by the sale stand
    beside who sends and receives.
    """
    named = {guess.role.partition("_")[0] for _, guess in known if guess}
    named |= {role for party, role, _ in _OF_THE_SALE if party in named}
    foreign = {"import": "exporter", "export": "importer"}.get(direction or "")
    absent = [party for party in ("exporter", "importer") if party not in named]
    if foreign is None and len(absent) == 1:
        foreign = absent[0] if FOREIGN in named else {"exporter": "importer", "importer": "exporter"}[absent[0]]
    directed = DOMESTIC in named or any(guess and guess.role in _DIRECTED for _, guess in known)
    sides = {FOREIGN: FOREIGN if directed and absent else "trading_party", DOMESTIC: DOMESTIC}
    if foreign is not None:
        sides = {FOREIGN: foreign, DOMESTIC: {"exporter": "importer", "importer": "exporter"}[foreign]}
    names = {guess.role for _, guess in known if guess}
    sides |= {party: beside if f"{role}_name" in names else role for party, role, beside in _OF_THE_SALE}
    if not names.isdisjoint(_BUYERS):
        sides[PAYER] = PAYER
    # a customer's founding, where no column names a customer, is that of who receives
    unnamed = {
        party: role for party, role, beside in _OF_THE_SALE if names.isdisjoint({f"{party}_name", f"{beside}_name"})
    }
    result: list[tuple[int, Guess | None]] = []
    for index, guess in known:
        party, _, attribute = guess.role.partition("_") if guess else ("", "", "")
        if guess and attribute == "incorporated" and party in unnamed:
            guess = replace(guess, role=f"{unnamed[party]}_incorporated")
        elif guess and party in sides:
            unplaced = attribute == "name" and not (absent or directed) and foreign is None and party == DOMESTIC
            guess = None if unplaced else replace(guess, role=f"{sides[party]}_{attribute}")
        result.append((index, guess))
    return result


def _beside_itself(index: int, known: Mapping[int, Guess | None]) -> str:
    """The party of a column that stands between two of one party: its name and its address."""
    beside = {_party_of(guess.role) if (guess := known.get(at)) else "" for at in (index - 1, index + 1)}
    return beside.pop() if len(beside) == 1 else ""


def _numbers(known: Sequence[tuple[int, Guess | None]]) -> frozenset[int]:
    """The columns of numbers whose headings name no party."""
    return frozenset(index for index, guess in known if guess and guess.role == "own_tax_id")


def _whose(
    index: int, role: str, names: Sequence[tuple[int, str]], direction: str | None, numbers: Collection[int]
) -> str:
    """Whose address or number a column without a party's name holds: that of the name beside it. A number between two
    names is that of the first, but for tables that give each number before its name.
    """
    if not names:
        return ""
    domestic = {"import": "importer", "export": "exporter"}.get(direction or "")
    if role == "own_tax_id":
        if any(party == DOMESTIC for _, party in names):
            return DOMESTIC
        if domestic and any(party == domestic for _, party in names):
            return domestic
        after = [party for at, party in names if at in (index + 1, index + 2)]
        follows = any(at == index - 1 for at, _ in names) and index - 2 not in numbers
        if after and not follows:
            return after[0]
    before = [party for at, party in names if at < index]
    return before[-1] if before else ""
