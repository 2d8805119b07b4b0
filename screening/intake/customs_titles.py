"""Whose records a table holds, where its title says so: the ledger of one exporter that no column names, or whose
country no column tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from screening.intake.check_digits import check, kinds_headed
from screening.intake.country_cells import country_in
from screening.intake.customs_headings import DOMESTIC, PARTIES
from screening.intake.customs_layout import CustomsLayout, Source
from screening.names.form_countries import countries_with
from screening.names.number_labels import labelled_within
from screening.names.party_kinds import bears_legal_form
from screening.names.tokens import words
from screening.names.vocabulary import segment

_BETWEEN: Final = re.compile(r"\s+[-–—|/]\s+|[;|\n:]|,\s+")
_QUOTED: Final = re.compile(r"\S+\s*[«“„\"][^«»“”„\"]{2,60}[»”“\"]")
"""A word, a legal form if it is one, and what stands in quotation marks behind it."""
_BANK: Final = "bank"
_TITLE: Final = "title"
"""How a firm is told that a title names."""
_LONGEST_FORM: Final = 4
_MOST_WORDS: Final = 12
_FEWEST_WORDS: Final = 2
_MOST_ROWS: Final = 0.8
"""Share of the rows that must name the firm of the title where its country is to be that of the records."""
_OF_WAY: Final = {"export": "exporter", "import": "importer"}


def own_firm(titles: Iterable[str]) -> str | None:
    """The firm that titles name with its legal form; None where they name none, several, or a bank, whose registers are
    of others' trade.
    """
    pieces = [piece.strip() for title in titles for piece in _BETWEEN.split(title)]
    firms = {firm for piece in pieces if (firm := _firm_in(piece))}
    return firms.pop() if len(firms) == 1 else None


def _firm_in(piece: str) -> str | None:
    """The firm that a piece of a title is, or that stands in quotation marks behind its form within it."""
    quoted = _QUOTED.search(piece)
    found = quoted[0].strip() if quoted and bears_legal_form(quoted[0]) else piece
    if not _FEWEST_WORDS <= len(words(found)) <= _MOST_WORDS or not bears_legal_form(found):
        return None
    said = segment(words(found))
    if any(meaning.concept == _BANK for each in said for meaning in each.meanings):
        return None
    ends = (meaning.kind for each in (said[0], said[-1]) for meaning in each.meanings)
    return found if "legal_form" in ends else None


def take_own_firm(shape: CustomsLayout, titles: Iterable[str], way: str | None) -> str | None:
    """Make the firm of the title the exporter of exports, or the importer of imports, where no column names one.

    Returns a remark where it was so.
    """
    role = _OF_WAY.get(way or "")
    if role is None:
        return None
    own = [party for party, of in PARTIES.items() if of == role or party == DOMESTIC]
    if any(f"{party}_{what}" in shape.columns for party in own for what in ("name", "tax_id")):
        return None
    firm = own_firm(titles)
    if firm is None:
        return None
    shape.columns[f"{role}_name"] = [Source(heading="the title", how=_TITLE, constant=firm)]
    return f"no column names the {role}: {firm!r} is read from the title"


def home_of_own_firm(shape: CustomsLayout, titles: Iterable[str], sample: Sequence[Sequence[str]]) -> str | None:
    """Take the country of a firm that a title names with its number for that of the records, where nothing else tells
    it and nearly all rows are the firm's: what it imports goes there.

    Returns a remark where it was so.
    """
    for title in () if shape.home else titles:
        known = [
            check(each.number, label=each.label, headed=kinds_headed(each.label)) for each in labelled_within(title)
        ]
        countries = {each.country for each in known if each.country and not each.note}
        firm = own_firm([title])
        if firm and len(countries) == 1 and _names_nearly_all(shape, firm, sample):
            shape.home = countries.pop() or ""
            return f"{firm!r} of the title, whom nearly all rows name, is of {shape.home} by its number there"
    return None


def home_of_own_exports(shape: CustomsLayout, way: str | None, sample: Sequence[Sequence[str]]) -> str | None:
    """Take the country in which a firm that a title alone names has its legal form for that of its exports, where
    nothing else tells it and nearly all goods are made there.

    Returns a remark where it was so.
    """
    source, origin = shape.first("exporter_name"), shape.first("origin")
    tells = any(each in shape.columns for each in ("dispatch", "exporter_country", "exporter_address"))
    if shape.home or way != "export" or tells or source is None or source.how != _TITLE or origin is None:
        return None
    made = Counter(code for row in sample if origin.index >= 0 and (code := country_in(row[origin.index])))
    code, number = made.most_common(1)[0] if made else ("", 0)
    if code not in _countries_of_form(source.constant or "") or number < _MOST_ROWS * made.total():
        return None
    shape.home = code
    return (
        f"{source.constant!r} has a legal form of {code}, where nearly all of its goods are made: it exports from there"
    )


def _countries_of_form(firm: str) -> frozenset[str]:
    """The countries that have the legal form at either end of a name, the longest that is known."""
    tokens = words(firm)
    for size in range(_LONGEST_FORM, 0, -1):
        if found := countries_with(" ".join(tokens[-size:])) or countries_with(" ".join(tokens[:size])):
            return found
    return frozenset()


def _names_nearly_all(shape: CustomsLayout, firm: str, sample: Sequence[Sequence[str]]) -> bool:
    """Whether a firm is the exporter or importer of nearly all rows."""
    sides = [each for party in _OF_WAY.values() for each in shape.columns.get(f"{party}_name", ())]
    columns = [each.index for each in sides if each.index >= 0]
    named = [said for row in sample if all(said := [row[at] for at in columns])]  # totals and headings name nobody
    rows = sum(any(words(each) == words(firm) for each in said) for said in named)
    return any(each.constant == firm for each in sides) or 0 < _MOST_ROWS * len(named) <= rows
