"""What stands in the columns of customs tables: whether it is what a heading says, or tells what no heading says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from screening.intake import check_digits
from screening.intake import customs_beside as beside
from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.country_cells import country_in
from screening.intake.currencies import currencies
from screening.intake.customs_ports import is_passed, is_place
from screening.intake.nothing import is_error
from screening.names.tokens import words

BELIEVED: Final = 0.3
"""Share of a column's values that must be what its heading says."""
_NEARLY_ALL: Final = 0.95
"""The same where the heading may as well say something else."""
_OWN_SHARE: Final = 0.5
"""Share of the rows that have a number of their own where it is a consignment's."""
FEWEST: Final = 4
"""Non-empty values below which contents say nothing."""
NUMBERS: Final = ("value", "value_usd", "value_local", "gross_kg", "net_kg", "quantity")


def _is_number(cell: str) -> bool:
    return values.number(cell, ".") is not None or values.number(cell, ",") is not None


def _is_date(cell: str) -> bool:
    return values.record_date(cell, day_first=True)[1] != ""


def _is_hs(cell: str) -> bool:
    return values.hs_code(cell)[0] is not None


def _holds_hs(cell: str) -> bool:
    return beside.hs_in(cell)[0] is not None


def _is_unit(cell: str) -> bool:
    """A word, or a code such as 796: no price."""
    return _is_text(cell) or (cell.isdigit() and len(cell) <= 4)


def _is_container(cell: str) -> bool:
    """Letters and digits, however garbled: no count of containers."""
    return _is_text(cell) and any(char.isdigit() for char in cell)


def _is_imo(cell: str) -> bool:
    return any(len(word.strip("IMOimo.: ")) == 7 for word in cell.split())


def _is_text(cell: str) -> bool:
    return any(char.isalpha() for char in cell)


def _is_ship(cell: str) -> bool:
    """A word of two letters and more: no number of a voyage (208E)."""
    return _WORD.search(cell) is not None


def are_worded(cells: Sequence[str]) -> bool:
    """Whether cells are names as far as `CHECKS` tells: as many have letters as a heading is believed for."""
    told = [cell for cell in cells if values.said(cell)]
    return bool(told) and sum(map(_is_text, told)) >= BELIEVED * len(told)


def _is_wording(cell: str) -> bool:
    """Words: no money or code, as under "Cargo Ccy"."""
    return _is_text(cell) and not currencies(cell)


CHECKS: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "date": (_is_date, "dates"),
    "hs_code": (_holds_hs, "HS codes"),
    "description": (_is_wording, "words"),
    "unit": (_is_unit, "units"),
    "vessel": (_is_ship, "names"),
    "container": (_is_container, "container numbers"),
    "currency": (lambda cell: bool(currencies(cell)), "currencies"),
    "direction": (lambda cell: wording.direction(cell) is not None, "import, export or transit"),
    "imo": (_is_imo, "IMO numbers"),
    **dict.fromkeys(NUMBERS, (_is_number, "numbers")),
    **{
        role: (lambda cell: country_in(cell) is not None, "countries")
        for role in ("origin", "trading_country", "partner")
    },
    **dict.fromkeys(("dispatch", "destination"), (is_place, "countries")),
    "via": (is_passed, "countries"),
    **{f"{party}_name": (_is_text, "names") for party in ("exporter", "importer")},
}


CHECKS_ALONE: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "procedure": (lambda cell: wording.procedure(cell)[0] is not None, "procedures"),
    "status": (lambda cell: wording.status_word(cell) is not None, "statuses"),
    "weight_unit": (lambda cell: " ".join(words(cell)) in wording.vocabulary("weight_unit"), "units of weight"),
}
"""The same of headings that say so only where they stand alone: "Проц." is a per cent as well."""


def _hs_column(cells: Sequence[str]) -> bool:
    """Codes of one or two lengths that begin with headings there are; not years, quantities or numbers of papers, nor
    days written together (20220401).
    """
    digits = ["".join(filter(str.isdigit, cell)) for cell in cells if _is_hs(cell)]
    good = [
        each for each in digits if len(each) >= 6 and not values.hs_headings().isdisjoint({each[:4], f"0{each[:3]}"})
    ]
    lengths = set(map(len, good))
    if good and all(map(_is_day, good)):
        return False
    return len(good) >= 0.95 * len(cells) and lengths <= {6, 8, 10, 12, 7, 9, 11} and len(lengths) <= 3


def _is_day(digits: str) -> bool:
    return values.record_date(digits, day_first=True)[1] == "compact"


_OF_ONE_COUNTRY: Final = 0.95
_FEWEST_DATES: Final = 0.8
"""Share of cells from which a column holds dates: what is written so is seldom anything else, and some are mistyped."""
_FEWEST_NUMBERS: Final = 8
_LONGEST_CODE: Final = 2


def numbers_of(cells: Sequence[str]) -> str:
    """The country whose firms' numbers a column holds, told by their check digits; empty where they tell none.

    One number may be right by chance, of ten another country's kind; not nearly all of eight and more.
    """
    numbers = {number for cell in set(cells) if values.said(cell) for number in check_digits.split(cell)[:1]}
    if len(numbers) < _FEWEST_NUMBERS:
        return ""
    counts = Counter(country for number in numbers for country in check_digits.countries_of(number))
    told = [country for country, count in counts.items() if count >= _OF_ONE_COUNTRY * len(numbers)]
    return told[0] if len(told) == 1 else ""


def _is_way(cell: str) -> bool:
    """A word for import, export or transit and nothing else, or beside the code of its procedure ("ИМ 40").

    Codes of one or two letters may mean anything.
    """
    said, known = words(cell), wording.vocabulary("direction")
    if len(cell) <= _LONGEST_CODE or not said:
        return False
    return (
        " ".join(said) in known
        or (len(said) > 1 and said[0] in known and wording.procedure(cell)[1] == known[said[0]])
        or _is_way_of_a_country(said, known)
    )


def _is_way_of_a_country(said: Sequence[str], known: Mapping[str, str]) -> bool:
    """``India Imports``, ``Exports of Vietnam``: whose customs the records are of, and which way they went."""
    ways = [word for word in said if len(word) > _LONGEST_CODE and known.get(word) in ("import", "export")]
    rest = [word for word in said if word not in ways]
    return len(ways) == 1 and bool(rest) and country_in(" ".join(rest)) is not None


def are_ways(cells: Sequence[str]) -> bool:
    """Whether cells under whatever heading say nothing but import, export or transit, each in a word."""
    return bool(cells) and all(map(_is_way, cells))


def _are_ways(cells: Sequence[str]) -> bool:
    """Words for import, export and transit; or their codes, where these say both import and export and nothing else."""
    if all(map(_is_way, cells)):
        return True
    known = wording.vocabulary("direction")
    ways = {known.get(" ".join(words(cell))) if len(cell) >= _LONGEST_CODE else None for cell in set(cells)}
    return None not in ways and {"import", "export"} <= ways


def _are_procedures(cells: Sequence[str]) -> bool:
    """Ways with the code of the procedure beside each: ``ІМ 40 ДЕ``, ``EX 10``."""
    return all(_is_way(cell) and _WITH_CODE.search(cell) for cell in set(cells))


_WORD: Final = re.compile(r"[^\W\d_]{2}")
_WITH_CODE: Final = re.compile(r"(?<!\d)\d\d(?:\s?\d\d)?(?!\d)")
_FEWEST_STATED: Final = 0.95
_MOST_KINDS: Final = 12
_TIMES_AGAIN: Final = 4
"""How often each of them comes on average at least."""
_FEW_CANCELLED: Final = 0.3
"""Share of the rows that are cancelled at most, where the others say nothing of it."""


def _are_statuses(cells: Sequence[str]) -> bool:
    """What becomes of declarations; some of which do not stand."""
    said = [wording.status_word(cell) for cell in cells]
    return sum(map(bool, said)) >= _FEWEST_STATED * len(said) and not {"cancelled", "amended"}.isdisjoint(said)


def are_kinds_with_cancelled(cells: Sequence[str]) -> bool:
    """A few kinds of documents that come again and again, one of which is that of the cancelled."""
    few = len(set(cells)) <= min(_MOST_KINDS, len(cells) / _TIMES_AGAIN)
    return few and 0 < sum(map(_is_cancelled, cells)) <= _FEW_CANCELLED * len(cells)


def _is_cancelled(cell: str) -> bool:
    return wording.status_in_remark(cell) == "cancelled"


TELLS: Final[Mapping[str, Callable[[Sequence[str]], bool]]] = {
    "date": lambda cells: sum(values.record_date(cell, day_first=True)[1] not in ("", "serial", "compact")
                              for cell in cells) >= _FEWEST_DATES * len(cells),
    "hs_code": _hs_column,
    "procedure_code": _are_procedures,
    "direction": _are_ways,
    "status": _are_statuses,
    "incoterm": lambda cells: all(beside.incoterm_in(cell)[0] for cell in cells),
    "currency": lambda cells: all(cell.isalpha() and len(cell) == 3 and currencies(cell) for cell in cells),
}  # fmt: skip


def doubt(role: str, cells: Sequence[str], *, alone: bool) -> str:
    """Why the contents are not what the heading says; empty where they are, or are too few to tell."""
    strict = CHECKS_ALONE.get(role) if alone else None
    known = strict or CHECKS.get(role)
    said = [cell for cell in cells if values.said(cell) and not is_error(cell)]
    if known is None or len(said) < FEWEST:
        return ""
    check, what = known
    share = sum(map(check, said)) / len(said)
    least = _NEARLY_ALL if strict else BELIEVED
    return "" if share >= least else f"{1 - share:.0%} of the values looked at are not {what}"


def come_again(cells: Sequence[str]) -> bool:
    """Whether the numbers under "Reference" come again on most rows: a product's, not a consignment's."""
    said = [cell for cell in cells if values.said(cell)]
    return len(said) >= FEWEST and len(set(said)) < _OWN_SHARE * len(said)
