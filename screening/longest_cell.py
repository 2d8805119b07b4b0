"""How long a cell of delimited text may be. The csv module has one limit for a whole process, so there is one here."""

from __future__ import annotations

from typing import Final

MAX_CELL: Final = 20_000_000
"""Characters. A longer cell is damage: a quotation mark that is never closed."""
