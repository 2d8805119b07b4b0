"""What is given with ``--map``: roles, and which columns of a table the headings beside them name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from screening.errors import InputError

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


def column_headed(role: str, name: str, header: Sequence[str], where: str, expression: str = "") -> int:
    """The one column with that heading, counted from 0.

    Args:
        role: What the column is to hold.
        name: The heading.
        header: All headings.
        where: The table, for the error.
        expression: What was given, where it is more than the heading.

    Raises:
        InputError: There is none, or there are several.
    """
    said, found = f"--map {role}={expression or name}", columns_headed(name, header)
    if len(found) == 1:
        return found[0]
    if found:
        several = f"{said}: {len(found)} columns are headed {name!r}"
        raise InputError(several, where=where, remedy=which_of_them(role, name))
    exact = [cell.strip() for cell in header]
    close = get_close_matches(name, exact, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    existing = ", ".join(repr(cell) for cell in exact if cell)
    remedy = f"{hint}The columns are {existing[:600]}"
    raise InputError(f"{said}: there is no column {name!r}", where=where, remedy=remedy)


def once_each(
    pairs: Iterable[tuple[str, str]],
    several: Callable[[str], bool],
    remedy: Callable[[str, Sequence[str]], str] = lambda role, columns: "name one of them",
) -> list[tuple[str, str]]:
    """What was given with ``--map``, without repetitions; behind the columns of a role the value for all other rows.

    Args:
        pairs: Roles and columns, as `role_and_column` gives them.
        several: Whether a role can be read from several columns.
        remedy: What to do where one that cannot is given several, by role and columns.

    Raises:
        InputError: A role is given two values for all rows, or two columns and can be read from one only.
    """
    given = list(dict.fromkeys(pairs))
    for role in dict.fromkeys(role for role, _ in given):
        columns = [column for of, column in given if of == role and not column.startswith("=")]
        values = [column for of, column in given if of == role and column.startswith("=")]
        if len(values) > 1:
            raise InputError(f"{_both(role, values)} are two values for all rows", remedy="give one of them")
        if len(columns) > 1 and not several(role):
            said = f"{_both(role, columns)} are {len(columns)} columns for the role {role!r}, which is read from one"
            raise InputError(said, remedy=remedy(role, columns))
    return sorted(given, key=lambda pair: pair[1].startswith("="))


def _both(role: str, columns: Sequence[str]) -> str:
    return " and ".join(f"--map {role}={column}" for column in columns)


def role_and_column(
    text: str, roles: Sequence[str], example: str, called: Callable[[str], str] = lambda role: role, said: str = ""
) -> tuple[str, str]:
    """``ROLE=COLUMN`` as a pair; a value that is the same for all rows keeps its equals sign (``currency==EUR``).

    Args:
        text: What was given.
        roles: All roles there are.
        example: What to write, for the error.
        called: Gives the role that another name for it stands for.
        said: The roles in words, where a list of all would be long.

    Raises:
        InputError: There is no equals sign, or the role is unknown.
    """
    role, equals, column = (part.strip() for part in text.partition("="))
    role = called(role.lower().replace("-", "_").replace(" ", "_"))
    if not equals or not column.strip("= "):
        raise InputError(f"--map {text!r} is not ROLE=COLUMN", remedy=f"write for instance --map {example}")
    if role not in roles:
        close = get_close_matches(role, roles, n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        raise InputError(
            f"--map {text!r}: unknown role {role!r}", remedy=f"{hint}The roles are {said or ', '.join(roles)}"
        )
    return role, column
