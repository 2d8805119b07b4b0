"""Public bodies named in the language of one state, which need not say whose they are (Milli Savunma Bakanlığı)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache

from screening.names.concepts import is_state_body
from screening.names.ministries import is_ministry
from screening.names.phrases import forms
from screening.names.state_languages import country_of
from screening.names.vocabulary import meanings
from screening.reference import table


@cache
def _one_of_a_state() -> frozenset[str]:
    return frozenset(row["concept"] for row in table("words/one_of_a_state.tsv").rows)


@cache
def _of_academies() -> dict[tuple[str, ...], str]:
    """By short name of an academy of sciences, folded, the country whose it is."""
    rows = table("words/academies_short.tsv").rows
    return {phrase: row["country"] for row in rows for phrase in forms(row["phrase"])}


def country_in_short(phrase: Sequence[str]) -> str:
    """The country (ISO 3166) that the short name of an academy of sciences says (AMEA, НАН РК); else empty."""
    return _of_academies().get(tuple(phrase), "")


def is_public_body(concept: str) -> bool:
    """Whether a meaning is that of a body of which a state has one: a ministry, its customs, its central bank."""
    return is_ministry(concept) or is_state_body(concept) or concept in _one_of_a_state()


def own_states(phrases: Iterable[str]) -> frozenset[str]:
    """The states (ISO 3166) in whose own language each of the folded phrases is that has a meaning; none where one is
    English, of another state, or all are of several languages.
    """
    said = [{each.language.partition("-")[0] for each in meanings(*phrase.split(" "))} for phrase in phrases]
    states = [_states(languages) for languages in said if languages.isdisjoint({"", "xx"})]
    return frozenset.intersection(*states) if states else frozenset()


def _states(languages: Set[str]) -> frozenset[str]:
    if "en" in languages:
        return frozenset()
    return frozenset(filter(None, map(country_of, languages)))
