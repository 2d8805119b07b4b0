"""Which disk is full is told by their room, where the error does not say."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from screening import disks

Usage = namedtuple("Usage", "free")
MB = 2**20


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[Path, int]:
    """Free bytes by folder; a folder that is not named there is not there."""
    free: dict[Path, int] = {}

    def usage(place: Path) -> Usage:
        if place not in free:
            raise FileNotFoundError(place)
        return Usage(free[place])

    monkeypatch.setattr(disks.shutil, "disk_usage", usage)
    return free


def test_the_one_with_the_least_room_is_full(room, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    room |= {one: 3 * MB, other: 1 * MB}
    assert disks.fullest([one, other]) == other
    room[other] = 3 * MB
    assert disks.fullest([one, other]) == one  # the same disk, most likely


def test_none_is_where_all_have_plenty(room, tmp_path: Path) -> None:
    room[tmp_path] = disks.ROOM
    assert disks.fullest([tmp_path]) is None
    assert disks.fullest([]) is None


def test_a_folder_still_to_be_made_is_on_the_disk_of_the_one_above(room, tmp_path: Path) -> None:
    room[tmp_path] = 1
    assert disks.fullest([tmp_path / "a" / "b"]) == tmp_path / "a" / "b"
