from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.alerts.seals import Seal, Sealer, canonical

KEY = b"a key for tests only"
SEAL = Seal("store", "run-1", "abc", 2)
CELLS = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    st.one_of(st.none(), st.text(max_size=20), st.integers(-(10**9), 10**9), st.floats(0, 1), st.dates()),
    min_size=2,
    max_size=6,
)


@given(CELLS)
def test_a_row_as_it_was_written_opens(cells) -> None:
    sealer = Sealer(KEY)
    assert sealer.opened(sealer.seal(SEAL, "A-1", cells), "A-1", cells) == (SEAL, [])


@given(CELLS, st.data())
def test_any_change_of_a_cell_is_noticed(cells, data) -> None:
    sealer = Sealer(KEY)
    seal = sealer.seal(SEAL, "A-1", cells)
    name = data.draw(st.sampled_from(sorted(cells)))
    other = data.draw(st.text(min_size=1, max_size=10).filter(lambda text: canonical(text) != canonical(cells[name])))
    opened, changed = sealer.opened(seal, "A-1", cells | {name: other})
    assert opened == SEAL
    assert changed


@given(CELLS, st.integers(0, 6), st.characters(codec="ascii", categories=["L", "N"]))
def test_any_change_of_the_seal_is_noticed(cells, part, letter) -> None:
    sealer = Sealer(KEY)
    parts = sealer.seal(SEAL, "A-1", cells).split(".")
    if part == 6 or parts[part][:1] == letter:
        return  # the short marks only say which cell; the mark over everything decides
    parts[part] = letter + parts[part][1:]
    opened, changed = sealer.opened(".".join(parts), "A-1", cells)
    assert opened is None or changed


@given(CELLS)
def test_another_key_opens_nothing(cells) -> None:
    seal = Sealer(KEY).seal(SEAL, "A-1", cells)
    assert Sealer(b"another key altogether").opened(seal, "A-1", cells)[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, ""),
        ("a\r\nb", "a\nb"),
        ("a_x000D_\nb ", "a b"),
        (50839, "50839"),
        (50839.0, "50839"),
        (0.97, 0.9700000001),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 9, 0, 0, 3), datetime(2026, 1, 2, 8, 59, 59, 999_997)),
        (True, "TRUE"),
    ],
)
def test_what_programs_change_on_saving_changes_nothing(one, other) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize("text", ["", "x", "1.a.b.c.d.e.f", "2.a.b.c.0.e.f", "1.a.b.c.0.e", "1.a.b.c.99999999999.e.f"])
def test_what_is_no_seal_is_said_to_be_none(text: str) -> None:
    assert Sealer(KEY).opened(text, "A-1", {"a": "b"})[0] is None
