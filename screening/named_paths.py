"""Paths that people name: why one cannot be used, told before anything deep inside stumbles over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


class Trouble(NamedTuple):
    """What is wrong with a path, and what to do about it."""

    what: str
    remedy: str


def trouble_with(path: str | Path) -> Trouble | None:
    """Why nothing can be done with a path, whatever should be there; None where nothing is known against it.

    That nothing is there is no trouble here: callers say what they looked for.
    """
    if not is_text(str(path)):
        return Trouble("its name is not text in UTF-8", "rename it")
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Trouble(f"cannot be used: {error.strerror}", "check the path, and who may read it")
    except ValueError:  # a zero byte
        return None
    return None


def shortest_apart(paths: Iterable[str]) -> dict[str, str]:
    """Each path by as much of its end as no other of them has: ``c.csv``; ``a/c.csv`` beside ``b/c.csv``."""
    parts = {path: path.replace("\\", "/").split("/") for path in dict.fromkeys(paths)}
    lengths = range(1, max(map(len, parts.values()), default=0) + 1)
    ends = {size: Counter("/".join(each[-size:]) for each in parts.values()) for size in lengths}

    def shortest(each: Sequence[str]) -> str:
        ways = ("/".join(each[-size:]) for size in lengths)
        return next((end for size, end in zip(lengths, ways, strict=True) if ends[size][end] == 1), "/".join(each))

    return {path: shortest(each) for path, each in parts.items()}


def is_text(text: str) -> bool:
    """Whether text from outside (a name of a file, an argument) has no bytes in it that are no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_text(text: str) -> str:
    """The text with a question mark for each byte that is no UTF-8."""
    return text.encode(errors="replace").decode()
