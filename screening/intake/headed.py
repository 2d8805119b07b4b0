"""Which columns of a table a heading given with ``--map`` names."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NTH = re.compile(r"(.+)#([1-9]\d{0,2})")


def columns_headed(name: str, header: Sequence[str]) -> list[int]:
    """The columns with that heading, counted from 0; upper and lower case count where they tell columns apart.

    ``BUYER#2`` is the second of those headed BUYER, where no column is headed so.
    """
    exact = [cell.strip() for cell in header]
    found = [index for index, cell in enumerate(exact) if cell == name]
    found = found or [index for index, cell in enumerate(exact) if cell.casefold() == name.casefold()]
    if not found and (nth := _NTH.fullmatch(name)):
        alike = [index for index, cell in enumerate(exact) if cell.casefold() == nth[1].strip().casefold()]
        return alike[int(nth[2]) - 1 : int(nth[2])]
    return found


def which_of_them(role: str, name: str) -> str:
    """What to do where several columns have one heading."""
    return f"say which one: --map {role}='{name}#1' is the first of them, #2 the second"
