"""Which states a legal form tells a firm to be of: A.Ş. is a Turkish firm's, LLC anybody's."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from screening.kept_tables import kept
from screening.names.tokens import words
from screening.reference import table


@cache
def _states() -> dict[str, frozenset[str]]:
    return kept("form_countries", _read, _plain, _made_of)


def _plain(read: dict[str, frozenset[str]]) -> dict[str, list[str]]:
    return {form: sorted(states) for form, states in read.items()}


def _made_of(plain: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {form: frozenset(states) for form, states in plain.items()}


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    anywhere = set()
    alone = {row["language"] for row in table("words/form_languages.tsv").rows}
    for row in table("words/legal_forms.tsv").rows:
        form = " ".join(words(row["phrase"]))
        if row["country"] and row["language"] in alone:
            found[form].add(row["country"])
        else:
            anywhere.add(form)
    return {form: frozenset(states) for form, states in found.items() if form not in anywhere}


def states_of(form: str) -> frozenset[str]:
    """The states whose firms alone have a folded legal form; none where firms of any may."""
    return _states().get(form, frozenset())


@cache
def _countries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("words/legal_forms.tsv").rows:
        if row["country"]:
            found[" ".join(words(row["phrase"]))].add(row["country"])
    return {form: frozenset(countries) for form, countries in found.items()}


def countries_with(form: str) -> frozenset[str]:
    """The countries that a folded legal form is known of, though firms of others may have it too."""
    return _countries().get(form, frozenset())
