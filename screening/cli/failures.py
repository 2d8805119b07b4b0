"""What a user sees of an error: one line on standard error, and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from screening.errors import ExitCode, ScreeningError
from screening.named_paths import as_text

_PATHS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG, errno.ELOOP)
"""Errors of a path that somebody named, or of the rights there."""
_LONGEST = 2_000
_INTERRUPTED = 130
"""What shells give for a command stopped from the keyboard."""


@contextmanager
def reported(*, debug: bool = False) -> Iterator[None]:
    """Turn errors into a line and an exit code; only ``debug`` prints a traceback.

    Raises:
        typer.Exit: With the exit code of the error.
    """
    try:
        yield
        sys.stdout.flush()  # here, not while the interpreter ends: the reader of a pipe may be gone
    except ScreeningError as error:
        if debug:
            _print_traceback()
        say(str(error))
        raise typer.Exit(int(error.exit_code)) from None
    except KeyboardInterrupt:
        say("stopped; nothing was written")
        raise typer.Exit(_INTERRUPTED) from None
    except BrokenPipeError:  # the reader of a pipe has seen enough
        with suppress(Exception):  # what is still held back must not be written while the interpreter ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except MemoryError:
        say("there is not enough memory. Split the input into smaller files")
        raise typer.Exit(int(ExitCode.USER_ERROR)) from None
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            say("the disk is full. Free some space, or name another --out or --data-dir")
            raise typer.Exit(int(ExitCode.USER_ERROR)) from None
        if isinstance(error, OSError) and error.errno in _PATHS and error.filename is not None:
            say(f"{error.filename}: cannot be used: {error.strerror}. Check the path and the rights")
            raise typer.Exit(int(ExitCode.USER_ERROR)) from None
        if isinstance(error, typer.Exit | typer.Abort) or hasattr(error, "exit_code"):
            raise  # Typer's own: usage errors and orderly ends
        if debug:
            _print_traceback()
        where = "" if debug else _log()
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        say(f"an unexpected error, our fault: {what}.{where}")
        raise typer.Exit(int(ExitCode.OUR_FAULT)) from None


def say(line: str) -> None:
    """One line on standard error, without what would act on a terminal."""
    clean = "".join(char if char.isprintable() else " " for char in as_text(line))
    if len(clean) > _LONGEST:  # the end says what to do
        clean = f"{clean[: _LONGEST - 300]} … {clean[-300:]}"
    typer.echo(f"Error: {clean}", err=True)


def _print_traceback() -> None:
    import traceback

    traceback.print_exc()


def _log() -> str:
    """Write the traceback to a file and say where; say how to see it when no file can be written."""
    import traceback
    from datetime import UTC, datetime

    try:
        from screening.watchlists.store import data_dir

        folder = data_dir() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"error-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.log"
        path.write_text(" ".join(sys.argv) + "\n" + traceback.format_exc(), encoding="utf-8", errors="replace")
    except Exception:  # noqa: BLE001 - whatever is wrong with the disk, the first error is the news
        return " Run again with --debug for the details"
    return f" The details are in {path}"
