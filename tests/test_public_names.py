"""The public names of every room, which load on first use."""

from __future__ import annotations

from importlib import import_module

import pytest

ROOMS = (
    "screening",
    "screening.alerts",
    "screening.alerts.store",
    "screening.reports",
    "screening.runs",
    "screening.trade",
)


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_of_a_room_loads_from_where_it_is_said_to_be(room: str) -> None:
    module = import_module(room)
    names = [name for name in module.__all__ if not name.startswith("__")]
    assert names
    for name in names:
        assert getattr(module, name) is not None
