"""Columns of customs tables that hold names of parties and are not read: nobody there is screened, which is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from screening.intake.base import shorten
from screening.intake.customs_contents import are_worded
from screening.intake.customs_heading_lines import speaks
from screening.intake.customs_headings import understand
from screening.intake.unread_names import hold_names


def names_unread(header: Sequence[str], sample: Sequence[Sequence[str]], read: Collection[int]) -> Iterable[str]:
    """What to say of columns with names that play no role: under headings nobody knows, or headed as a party that
    another column is.

    Args:
        header: The headings.
        sample: Rows below them.
        read: The columns that are read.
    """
    known = {tuple(row[index] for row in sample) for index in read}
    for index, heading in enumerate(header):
        cells = tuple(row[index] for row in sample)
        if index in read or not heading.strip() or cells in known:
            continue
        guess = understand(heading)
        claims = guess is not None and guess.role.endswith("_name") and are_worded(cells)
        if claims or (guess is None and not speaks(heading) and hold_names(cells)):
            called = repr(shorten(heading.strip(), 60))
            yield (
                f"column {called} holds names and is not screened: say whose with --map, for instance --map "
                f"second_notify={called}"
            )
