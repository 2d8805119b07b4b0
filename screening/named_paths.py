"""Paths that people name: why one cannot be used, told before anything deep inside stumbles over it."""

from __future__ import annotations

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
