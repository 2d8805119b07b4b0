"""Several columns that claim one role: which are asked, in which order, and where that cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from screening.errors import InputError
from screening.intake import customs_values as values
from screening.intake.customs_beside import unit_of_heading
from screening.intake.customs_headings import OTHER_NAME, PARTIES, PAYER, SHIP_FROM, SHIP_TO
from screening.intake.customs_phrases import words_of
from screening.intake.customs_ports import ARRIVAL
from screening.intake.customs_several import each_read
from screening.intake.customs_wording import listed
from screening.names.scripts import script_of

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout, Source

_CHAINED: Final = frozenset(
    {"origin", "dispatch", "destination", "trading_country", "partner", "value_usd", "value_local", "date",
     "procedure", "procedure_code", "container", "serial_numbers", "direction", "unit", "declaration",
     "weight_unit", "loading_place", "delivery_place", "via", "border_post", "replaces", "incoterm", "currency",
     "version", "status", "document_kind", "vessel", "imo", "item", "payment_terms", "end_use", "documents",
     "remarks"}
)  # fmt: skip
"""Roles several columns may play: the first that says something is taken (country code beside country name)."""
_JOINED: Final = ("address", "city", "country", "tax_id", "swift", "lei", "incorporated", "phone", OTHER_NAME)
_DESCRIPTION: Final = "description"
"""Columns of descriptions are read together, but for those of codes, and those that say the same."""
_SAME: Final = 0.99
"""Share of the rows on which two columns that say the same agree."""
_CODES: Final = 0.9
"""The share of the cells of a column that are codes where it holds no names."""
_OTHER_PARTY: Final = {
    "importer_name": (("whom the goods are sent to", SHIP_TO), ("who pays", PAYER)),
    "exporter_name": (("who sends the goods", SHIP_FROM),),
}
"""What the second of two columns that name who receives or sends may name: both are parties, both are screened."""


def may_be_several(role: str) -> bool:
    """Whether several columns may play a role: they are asked one after the other, or put together."""
    return (
        role in _CHAINED
        or role == _DESCRIPTION
        or role.partition("_")[2] in _JOINED
        or role.endswith(tuple(f"_{a}" for a in _JOINED))
    )


def _each_in_its_unit(found: Sequence[Source]) -> bool:
    """Whether columns of quantities name a unit each: of cloth the area, of machines the number."""
    units = [unit_of_heading(each.heading) for each in found]
    return None not in units and len(set(units)) == len(units)


def name_one(role: str, headings: Sequence[str]) -> str:
    """What to do where ``--map`` gives several columns to a role that has one."""
    return f"name one of them{_other_party(role, headings[-1])}"


def _other_party(role: str, heading: str) -> str:
    ways = [f"{whom}, add --map {party}_name='{heading}'" for whom, party in _OTHER_PARTY.get(role, ())]
    return f"; where the other one names {', where it names '.join(ways)}" if ways else ""


def settled(
    role: str, found: list[Source], sample: Sequence[Sequence[str]], where: str, result: CustomsLayout
) -> list[Source]:
    """The columns of a role in the order they are asked; one only where a record can have but one.

    Raises:
        InputError: Two columns claim it with equal right and differ.
    """
    found = sorted(found, key=lambda each: each.rank)
    if role == "date" and len(found) > 1:
        headings = ", ".join(repr(each.heading) for each in found)
        result.notes.append(f"of the dates {headings} the first that says something on a row counts")
    if role == "destination" and found[0].rank < ARRIVAL == found[-1].rank:
        arrival = ", ".join(repr(each.heading) for each in found if each.rank == ARRIVAL)
        said = f"goods go to {found[0].heading!r} in the end; another country of {arrival} is one that they pass"
        result.notes.append(said)
    if (may_be_several(role) and role != _DESCRIPTION) or (role == "quantity" and _each_in_its_unit(found)):
        return found
    best = [each for each in found if each.rank == found[0].rank]
    distinct = [best[0]]
    for other in best[1:]:
        same = [row[other.index] == row[best[0].index] for row in sample]
        empty = not any(values.said(row[other.index]) for row in sample)
        if not (empty or (same and sum(same) >= _SAME * len(same))):
            distinct.append(other)
    if len(distinct) > 1 and role.endswith("_name"):
        best = distinct = _named(role, distinct, sample, result)
        if others := _in_other_letters(distinct, sample):
            said = ", ".join(repr(each.heading) for each in others)
            result.notes.append(f"{said}: the names of {distinct[0].heading!r} in other letters, and names of it too")
            result.columns[f"{role.removesuffix('_name')}_{OTHER_NAME}"] = others
            found = [each for each in found if each not in others]
            best = distinct = distinct[:1]
    if len(distinct) > 1 and role == "hs_code":
        best = distinct = _longest(distinct, sample, result)
    if len(distinct) > 1 and role == _DESCRIPTION:  # "Ürün Kodu" beside "Ürün Açıklaması"
        worded = [
            each
            for each in distinct
            if _is_specification(each.heading) or not _are_codes([row[each.index] for row in sample])
        ]
        if len(worded) > 1:
            result.notes.append(f"{' and '.join(repr(each.heading) for each in worded)}: descriptions, read together")
            result.unused += [each.heading for each in found if each not in worded]
            return worded
        best = distinct = worded or distinct
    if len(distinct) > 1:
        best = distinct = each_read(role, distinct, result)
    if len(distinct) > 1:
        names = " and ".join(f"{each.heading!r} (column {each.index + 1})" for each in distinct)
        twice = len({each.heading.casefold() for each in distinct}) < len(distinct)
        raise InputError(
            f"the columns {names} both claim the role {role!r}, which allows only one",
            where=where,
            remedy=f"say which one it is with --map {role}='{distinct[0].heading}#1', or #2"
            if twice
            else f"say which one it is with --map {role}=COLUMN{_other_party(role, distinct[-1].heading)}",
        )
    rest = [each for each in found if each is not best[0] and not _is_kept(each, role, result)]
    if role.endswith("_name") and (others := [each for each in rest if each.version]):
        # the name as it was declared, or in English, beside the name as it was made standard
        result.columns[f"{role.removesuffix('_name')}_{OTHER_NAME}"] = others
        rest = [each for each in rest if not each.version]
    result.unused += [each.heading for each in rest]
    return best[:1]


def _named(role: str, claiming: list[Source], sample: Sequence[Sequence[str]], result: CustomsLayout) -> list[Source]:
    """Of several columns that claim a party's name those that hold words; the others are its numbers."""
    names = [each for each in claiming if not _are_codes([row[each.index] for row in sample])]
    if not names or len(names) == len(claiming):
        return claiming
    party = role.removesuffix("_name")
    for each in claiming:
        if each not in names:
            result.columns.setdefault(f"{party}_tax_id", []).append(each)
            said = f"column {each.heading!r} is headed like the {party}'s name and holds codes: taken for its number"
            result.notes.append(said)
    return names


def _in_other_letters(claiming: Sequence[Source], sample: Sequence[Sequence[str]]) -> list[Source]:
    """The columns behind the first of several that claim a party's name, where they hold its names in other letters:
    each has a script of its own, and their headings a word in common. Two columns of one script may be two parties.
    """
    scripts = [_script([row[each.index] for row in sample]) for each in claiming]
    shared = set.intersection(*(set(words_of(each.heading)) for each in claiming))
    apart = "" not in scripts and len(set(scripts)) == len(scripts)
    return list(claiming[1:]) if shared and apart else []


def _script(cells: Sequence[str]) -> str:
    """The script in which nearly all cells of a column have their letters; empty where there is none."""
    told = Counter(script_of(cell) for cell in cells if values.said(cell))
    script, most = told.most_common(1)[0] if told else ("", 0)
    return script if most >= _CODES * told.total() else ""


def _is_specification(heading: str) -> bool:
    return any(word in heading for word in listed("specification"))


def _is_kept(source: Source, role: str, result: CustomsLayout) -> bool:
    """Whether a column that claimed a party's name is read as its number, or as the name of one beside it."""
    party = role.removesuffix("_name")
    elsewhere = (f"{party}_tax_id", *(f"{each}_name" for each in PARTIES if each != party))
    return role.endswith("_name") and any(source in result.columns.get(each, ()) for each in elsewhere)


def _are_codes(cells: Sequence[str]) -> bool:
    """Whether most cells of a column are numbers or codes: no word of theirs is without a digit."""
    said = [cell for cell in cells if values.said(cell)]
    coded = sum(all(any(map(str.isdigit, part)) for part in cell.split()) for cell in said)
    return bool(said) and coded >= _CODES * len(said)


def _longest(claiming: list[Source], sample: Sequence[Sequence[str]], result: CustomsLayout) -> list[Source]:
    """Of several columns of codes of goods the one whose codes have the most digits: it tells the most of the good."""
    digits = [
        sum(len("".join(filter(str.isdigit, row[each.index]))) for row in sample if values.said(row[each.index]))
        / max(1, sum(values.said(row[each.index]) for row in sample))
        for each in claiming
    ]
    most = max(digits)
    longest = [each for each, number in zip(claiming, digits, strict=True) if number > most - 1]
    if len(longest) == 1:
        others = " and ".join(repr(each.heading) for each in claiming if each is not longest[0])
        result.notes.append(f"column {longest[0].heading!r} has the longer codes of goods: {others} not used")
        return longest
    return claiming
