"""Words made many at once are those made one by one, whatever was made before."""

from __future__ import annotations

import pytest

from screening.names import word as words


@pytest.fixture(autouse=True)
def nothing_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_ready", {})


def test_what_an_earlier_call_made_is_kept_where_it_is_asked_for_again() -> None:
    words.make_together(["zorvexa", "zorvexb"])
    first = words._ready["zorvexb"]
    words.make_together(iter(["zorvexb", "zorvexc"]))
    assert set(words._ready) == {"zorvexb", "zorvexc"}
    assert words.word("zorvexb") is first
