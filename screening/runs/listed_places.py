"""The index of the addresses of the lists of a run; taking those of all lists apart takes longer than a moment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from screening.matching.addresses import AddressIndex
from screening.matching.listed_addresses import LISTED_ADDRESSES, listed_addresses
from screening.runs.made_of_lists import kept_table
from screening.watchlists import Snapshot

KIND: Final = "addresses"


def address_index(snapshots: Sequence[Snapshot], folder: str | Path | None = None) -> AddressIndex:
    """The addresses of these lists, to be found by what stands in them.

    Args:
        snapshots: The lists of the run.
        folder: The data folder, where they are kept as they were taken apart.
    """
    return AddressIndex.of(kept_table(KIND, snapshots, listed_addresses, LISTED_ADDRESSES, folder))
