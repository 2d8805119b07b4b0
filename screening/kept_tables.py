"""What is made of the knowledge tables, kept between runs: the words take longer to read than a name to look up.

It serves speed alone. What is kept is named by all it depends on; what cannot be read is made anew, what cannot be
written is not kept. Nothing is kept until a folder is named (`keep_in`).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from screening.made_with import code, made_with

T = TypeVar("T")

_folders: list[Path] = []


def keep_in(folder: Path | None) -> None:
    """Keep what is made from now on in a folder, which need not exist; None keeps nothing."""
    _folders[:] = [] if folder is None else [folder]


def _as_it_is(content: Any) -> Any:
    return content


def kept(
    name: str,
    make: Callable[[], T],
    plain: Callable[[T], Any] = _as_it_is,
    made_of: Callable[[Any], T] = _as_it_is,
) -> T:
    """What ``make`` makes of the tables, or what it made in an earlier run of the same code over the same tables.

    Args:
        name: Of the file, without its ending.
        make: Makes it.
        plain: Puts it in what JSON can hold, where it is not such already.
        made_of: Makes it of that again; the two give what they were given.
    """
    if not _folders:
        return make()
    place = _folders[0] / f"{name}-{_key()}.json"
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):  # not there, or damaged
        return made_of(json.loads(place.read_bytes()))
    found = make()
    with suppress(OSError):
        _write(place, json.dumps(plain(found), ensure_ascii=False, separators=(",", ":")).encode())
        for other in place.parent.glob(f"{name}-*.json"):
            if other != place:
                other.unlink()
    return found


def _key() -> str:
    return sha256(f"{made_with()}\n{code()}".encode()).hexdigest()[:24]


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    work = place.with_name(f".{place.name}-{uuid.uuid4().hex}")
    try:
        work.write_bytes(content)
        work.replace(place)
    finally:
        work.unlink(missing_ok=True)
