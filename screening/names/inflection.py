"""Words of business inflected as their language does, where no table names a paradigm (``language_paradigms.tsv``)."""

from __future__ import annotations

from functools import cache

from screening.names.folding import fold
from screening.names.phrases import Phrase
from screening.names.town_spellings import paradigms as paradigms_of_towns
from screening.reference import table


@cache
def _language_paradigms() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Ending, paradigm and least length by language, the longest endings first."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in table("words/language_paradigms.tsv").rows:
        found.setdefault(row["language"], []).append((fold(row["ending"]), row["paradigm"], int(row["least"])))
    return {language: tuple(sorted(rules, key=lambda rule: -len(rule[0]))) for language, rules in found.items()}


@cache
def paradigms_of_languages() -> frozenset[str]:
    """The paradigms that hold for a language, or for towns in all of Europe, rather than for a row of a table."""
    of_languages = (paradigm for rules in _language_paradigms().values() for _, paradigm, _ in rules)
    return paradigms_of_towns().union(of_languages)


def stem_of(phrase: Phrase, language: str) -> tuple[Phrase, str] | None:
    """A phrase as a stem with its paradigm, where nouns of its language are inflected; else None."""
    last = phrase[-1]
    for ending, paradigm, least in _language_paradigms().get(language, ()):
        if len(last) >= least and last.endswith(ending):
            return (*phrase[:-1], last[: len(last) - len(ending)]), paradigm
    return None
