"""Cells and lines of the headings of a customs table: whether they are such, and headings on two lines as one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from screening.intake.customs_headings import in_two_languages, understand
from screening.intake.customs_phrases import ALL_SETS, cut, words_of


@lru_cache(maxsize=4096)
def speaks(cell: str) -> bool:
    """Whether a cell holds words of headings and no others."""
    tokens = words_of(cell)
    parts, strange = cut(tokens, ALL_SETS)
    return bool(parts) and not strange and any(not token.isdigit() for token in tokens)


def says_something(cell: str) -> bool:
    """Whether a cell holds any word of headings."""
    return bool(cut(words_of(cell), ALL_SETS)[0])


def joined(above: str, below: str) -> str:
    """A heading on two lines as one, its words in the order that says more: ``Страна | происхождения`` is the
    country of origin, ``Товар | код ТН ВЭД`` the code of the good and not the good. Lines that say the same in two
    languages are put together language by language.
    """
    above, below = " ".join(above.split()), " ".join(below.split())
    if not above or not below or above.casefold() == below.casefold():
        return above or below
    ours, others = in_two_languages(above), in_two_languages(below)
    if ours and others and list(ours) == list(others):
        return " / ".join(_in_order(ours[latin], others[latin]) for latin in ours)
    return _in_order(above, below)


def _in_order(above: str, below: str) -> str:
    def strangeness(text: str) -> tuple[int, int]:
        parts, strange = cut(words_of(text), ALL_SETS)
        return strange, len(parts)

    return min((f"{below} {above}", f"{above} {below}"), key=strangeness)


def known_headings(cells: Iterable[str]) -> int:
    """How many cells of a row are headings of a customs table, of different roles; a header has several."""
    roles = {guess.role for cell in cells if cell.strip() and len(cell) <= 200 and (guess := understand(cell))}
    return len(roles)
