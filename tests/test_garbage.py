"""Putting off the search for garbage."""

from __future__ import annotations

import gc
import weakref

from screening.garbage import FEWEST, no_collecting


class _Thing:
    other: _Thing


def test_what_was_made_meanwhile_is_old_and_still_found_when_it_is_garbage() -> None:
    assert gc.isenabled()
    with no_collecting(FEWEST):
        assert not gc.isenabled()
        one, two = _Thing(), _Thing()
        one.other, two.other = two, one
        gone = weakref.ref(one)
        lasting = [[number] for number in range(1000)]
        del one, two
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    young = {id(each) for each in gc.get_objects(generation=0)}
    assert not young & {id(each) for each in lasting}
    gc.collect()
    assert gone() is None


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_collecting(FEWEST):
            pass
        assert gc.get_freeze_count() >= frozen > 0
    finally:
        gc.unfreeze()


def test_few_items_put_nothing_off() -> None:
    with no_collecting(FEWEST - 1):
        assert gc.isenabled()
