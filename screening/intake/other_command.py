"""Tables that were handed to the wrong command: customs records among parties, parties or statistics among records.

Told by what the headings say in either language of headings; a guess, so that it is a hint and stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from screening.errors import InputError
from screening.intake.columns import NAMES
from screening.intake.party_headings import are_of_payments
from screening.intake.party_headings import understand as understand_party
from screening.intake.tables import Row, TextTable

CUSTOMS_HINT: Final = "this looks like customs records: use `screening trade`"
PARTIES_HINT: Final = "this looks like a table of parties: use `screening parties`"
STATISTICS_HINT: Final = "this looks like trade statistics: use `screening flows`"
_WITHIN: Final = 30
_CODE: Final = "hs_code"
_OF_CONSIGNMENTS: Final = frozenset(
    {"net_kg", "gross_kg", "declaration", "container", "value", "value_usd", "value_local", "quantity", "dispatch",
     "origin", "destination", "importer_name", "exporter_name"}
)  # fmt: skip
_OWN_RIGHT: Final = frozenset({"main", "payment"})
_OF_MONEY: Final = frozenset({"value", "value_usd", "value_local", "dispatch"})
_PARTNER: Final = "partner"
_SIDES: Final = frozenset({"importer_name", "exporter_name"})


def hinted(error: InputError, hint: str) -> InputError:
    """The error with the command to use as another remedy."""
    return InputError(error.what, where=error.where, remedy=f"{error.remedy}; or {hint}")


def looks_like_customs(headings: Iterable[str]) -> bool:
    """Whether headings are those of customs records: a code of goods, or sender and receiver, with what else a
    consignment has. A supplier's HS codes beside its name and address make none, nor does the amount of a payment.
    """
    headings = list(headings)
    roles = _customs_roles(headings)
    others = roles & _OF_CONSIGNMENTS
    of_goods = others - _SIDES - (_OF_MONEY if are_of_payments(headings) else frozenset())
    return bool((_CODE in roles and others) or (others >= _SIDES and of_goods))


def looks_like_parties(table: TextTable) -> bool:
    """Whether a row near the top of a table heads a table of parties, and none heads records."""
    heads = list(islice((row.cells for row in table.lines() if isinstance(row, Row) and any(row.cells)), _WITHIN))
    return any(map(_heads_parties, heads)) and not any(_CODE in _customs_roles(cells) for cells in heads)


def looks_like_statistics(table: TextTable) -> bool:
    """Whether a table is one of figures by partner and period, of which none is a consignment's."""
    from screening.intake.statistics_layout import layout  # its words are many, and seldom needed here

    try:
        shape = layout(table, (), "")
    except InputError:  # statistics indeed, such as one cannot use: months added up since January
        return True
    return shape is not None and _PARTNER in shape.columns and ("period" in shape.columns or bool(shape.across))


def _heads_parties(cells: Iterable[str]) -> bool:
    meanings = [meaning for cell in cells if cell.strip() and (meaning := understand_party(cell))]
    named = any(each.attribute in NAMES and each.kind in _OWN_RIGHT for each in meanings)
    return named and len({(each.party, each.attribute) for each in meanings}) > 1


def _customs_roles(headings: Iterable[str]) -> set[str]:
    from screening.intake.customs_headings import understand  # its phrases are many, and seldom needed here

    return {guess.role for heading in headings if heading.strip() and (guess := understand(heading))}
