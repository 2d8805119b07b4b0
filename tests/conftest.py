"""Fixtures everybody may use: the real data in ``../shared``, and the full SDN read once a session."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def _shared() -> Path:
    return Path(
        os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared"
    ).resolve()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; the test is skipped where it is absent."""
    folder = _shared()
    if not (folder / "lists").is_dir():
        pytest.skip(f"no real data at {folder}; set SCREENING_SHARED")
    return folder


@pytest.fixture(scope="session")
def sdn_composite(shared: Path):
    """The full SDN of 2026-08-20 as a `Snapshot`."""
    from screening import Snapshot

    return Snapshot.read(shared / "lists/us_ofac_sdn_composite/2026-08-20")


@pytest.fixture(scope="session")
def sdn_2021(shared: Path):
    """The SDN of 2021-06 as a `Snapshot`."""
    from screening import Snapshot

    return Snapshot.read(shared / "lists/us_ofac_sdn/2021-06")
