"""Taking the next item of a slow source while the last one is worked on."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
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
