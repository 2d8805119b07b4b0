"""Work shared out among processes, where the platform can fork; the result does not depend on how many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from screening.garbage import no_collecting

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST: Final = 1_000
"""Items for which a process of its own pays."""
AHEAD: Final = 100
"""Items by which what work needs is loaded."""


def processes() -> int:
    """How many processes may work: one for each processor this one may use; one within a worker."""
    if multiprocessing.parent_process() is not None or sys.platform in {"win32", "darwin"}:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_out(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], list[Result]],
    workers: int | None = None,
    *,
    loads: bool = False,
    aside: bool = False,
) -> list[Result]:
    """One result for each item, in order, from ``work`` done on parts of the items.

    The last part is done here, the others in forked processes, which see all that this one holds. Where work ``loads``
    tables when it is first done, a few items are done before, so that no process loads them anew. ``aside``, no part
    is done here where others work at all: what work remembers as it goes takes up none of this process's memory.
    """
    if loads and len(items) > AHEAD:
        return work(items[:AHEAD]) + share_out(items[AHEAD:], work, workers, aside=aside)
    count = min(processes() if workers is None else workers, max(1, len(items) // FEWEST))
    if count <= 1 or not _can_fork():
        with no_collecting(len(items)):
            return work(items)
    size = -(-len(items) // count)
    parts = [items[at : at + size] for at in range(0, len(items), size)]
    started = [_start(work, part) for part in (parts if aside else parts[:-1])]
    last: list[Result] = []
    try:
        if not aside:
            with no_collecting(size):
                last = work(parts[-1])
        results = [_receive(connection) for _, connection in started]
    finally:
        for process, connection in started:
            connection.close()
            if process.is_alive() and sys.exc_info()[0] is not None:
                process.terminate()
            process.join()
    return [result for part in (*results, last) for result in part]


def begun(work: Callable[[], list[Result]], items: int) -> Callable[[], list[Result]]:
    """Begin work on so many items in a process of its own, while this one goes on; what it gives waits for the result.

    Where there are few items, or no processor for another process, the work is done when it is asked for. It must use
    nothing whose threads do not survive a fork (Polars).
    """
    if items < FEWEST or processes() <= 1 or not _can_fork():
        return work
    process, connection = _start(lambda _: work(), ())

    def result() -> list[Result]:
        try:
            return _receive(connection)
        finally:
            connection.close()
            process.join()

    return result


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and not multiprocessing.current_process().daemon


def _start(work: Callable[[Sequence[Item]], list[Any]], part: Sequence[Item]) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, part, sender), daemon=True)
    with warnings.catch_warnings():
        # Forking beside threads of Arrow and Polars, even busy ones, is safe here: the child calls neither, and the
        # locks of the interpreter and of the system's memory are whole after a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    sender.close()
    return process, receiver


def _run(work: Callable[[Sequence[Item]], list[Any]], part: Sequence[Item], sender: Connection) -> None:
    gc.disable()  # collecting would copy every page shared with the parent
    try:
        sender.send((True, work(part)))
    except Exception as error:  # noqa: BLE001 - raised again in the parent
        sender.send((False, error))
    finally:
        sender.close()


def _receive(connection: Connection) -> list[Any]:
    try:
        done, result = connection.recv()
    except EOFError:
        raise RuntimeError("a worker process ended before its work was done") from None
    if not done:
        raise result
    return list(result)
