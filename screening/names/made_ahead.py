"""The tables that words of each script are looked up in, made before the first such word comes."""

from __future__ import annotations

from screening.names import english_by_ear, english_names_by_ear, national_bodies


def make_tables() -> None:
    """Make those that take longest: else the first name of each script waits for them, in every process anew."""
    for module in (english_by_ear, english_names_by_ear, national_bodies):
        module.make_tables()
