"""Batches matched by all processors: processes that load the same index, and results in the order of the batches."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from screening.errors import ScreeningError
from screening.matching import Screener
from screening.workers import processes

AHEAD: Final = 2
"""Batches read ahead for each process: none waits, and memory stays small."""


class Here:
    """The one process that is there anyway; `Screener.screen` shares large batches where the platform can fork."""

    ahead = 0

    def __init__(self, screeners: dict[str, Callable[[], Screener]], workers: int | None = None) -> None:
        self._makers, self._workers = screeners, workers
        self._screeners: dict[str, Screener] = {}

    def submit(self, name: str, subjects: pa.Table) -> Future[pa.Table]:
        """Match a batch now."""
        done: Future[pa.Table] = Future()
        if name not in self._screeners:
            self._screeners[name] = self._makers[name]()
        done.set_result(self._screeners[name].screen(subjects, limit=None, workers=self._workers))
        return done

    def close(self) -> None:
        """Nothing to do."""


class Pool:
    """Processes that each load the index from the disk, where they share its pages.

    Args:
        screeners: What makes each index, by name.
        workers: How many processes.
    """

    def __init__(self, screeners: dict[str, Callable[[], Screener]], workers: int) -> None:
        self.ahead = AHEAD * workers
        self._folder = tempfile.TemporaryDirectory(prefix="screening-index-", ignore_cleanup_errors=True)
        self._makers, self._workers = screeners, workers
        self._saved: set[str] = set()
        self._executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_watch_parent)

    def submit(self, name: str, subjects: pa.Table) -> Future[pa.Table]:
        """Give a batch to the next process that is free."""
        folder = Path(self._folder.name) / name
        if name not in self._saved:
            self._makers[name]().save(folder)
            self._saved.add(name)
        return self._executor.submit(_screened, str(folder), subjects)

    def close(self) -> None:
        """End the processes."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        _LOADED.clear()
        self._folder.cleanup()


def result(future: Future[pa.Table]) -> pa.Table:
    """The matches of a batch.

    Raises:
        ScreeningError: A process ended before its work was done.
    """
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ScreeningError(
            "a worker process ended before its work was done",
            remedy="there may be too little memory: set processes = 1 in the job's [run]; what was done is kept",
        ) from error


def count(wanted: int | None) -> int:
    """How many processes to use."""
    if wanted is not None:
        return wanted
    if hasattr(os, "sched_getaffinity"):
        return processes()
    return os.cpu_count() or 1


_LOADED: dict[str, Any] = {}
"""In a worker: the index it has loaded."""


def _screened(folder: str, subjects: pa.Table) -> pa.Table:
    if folder not in _LOADED:
        _LOADED[folder] = Screener.load(folder)
    return _LOADED[folder].screen(subjects, limit=None, workers=1)


def _watch_parent() -> None:
    """End when the parent has ended, however it did."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
