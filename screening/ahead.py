"""Making what comes next in threads while what came last is worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

Item = TypeVar("Item")
_NO_MORE: Final = object()


def ahead(items: Generator[Item, None, None]) -> Iterator[Item]:
    """The items in their order, each made in a thread of its own while the one before is worked on.

    It pays where making them lets go of the interpreter, as reading and parsing large blocks do. What making one
    raises is raised when its turn comes; the source is closed when this iterator is.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        try:
            coming = thread.submit(next, items, _NO_MORE)
            while (item := coming.result()) is not _NO_MORE:
                coming = thread.submit(next, items, _NO_MORE)
                yield item  # type: ignore[misc]
        finally:
            thread.submit(items.close).result()


def side_by_side(calls: Iterable[Callable[[], Item]], threads: int = 2) -> Iterator[Item]:
    """What the calls give, in their order, while the next are made: so many at a time, beside the one worked on.

    It pays where they let go of the interpreter. What a call raises is raised when its turn comes; those begun are
    waited for when this iterator is closed.
    """
    with ThreadPoolExecutor(max_workers=threads) as pool:
        begun: deque[Future[Item]] = deque()
        for call in calls:
            begun.append(pool.submit(call))
            if len(begun) > threads:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
