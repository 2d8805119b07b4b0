"""Which meanings of business words the tables can say in each language of the region, and which they cannot.

    python -m bench.spoken_concepts            meanings known in each language, of all that the tables have
    python -m bench.spoken_concepts --gaps     and, a line each, the meanings that a language has no word for

A meaning is said in a language when a phrase of the language has it, or when its first English phrase (Chinese where
it has none) has another meaning that is said there: the two are answered by each other all the same.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bench.tables import show
from screening.names.word_tables import INFLECTED, words_as_they_stand

LANGUAGES = ("en", "ru", "uk", "tr", "az", "uz", "kk", "ky", "tg", "tk", "fa", "ar", "ka", "hy", "el", "zh", "ko")
BRIDGES = ("en", "zh")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and the gaps where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaps", action="store_true", help="print the meanings that a language has no word for")
    options = parser.parse_args(arguments)
    said = phrases()
    missing = gaps(said)
    rows = []
    for language in LANGUAGES:
        own = sum(language in by_language for by_language in said.values())
        lacking = sum(language in lacks for lacks in missing.values())
        rows.append((language, f"{own:,}", f"{len(said) - lacking:,}", f"{1 - lacking / len(said):.3f}"))
    show(f"{len(said):,} meanings", ("language", "of its own phrases", "said", "share"), rows)
    if options.gaps:
        print()
        for concept, lacks in sorted(missing.items()):
            print(concept, " ".join(lacks), "; ".join(said[concept].get("en", [])[:3]), sep="\t")


def phrases() -> dict[str, dict[str, list[str]]]:
    """The phrases of each meaning, by language, whatever the letters."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for phrase, _, meaning in words_as_they_stand():
        if meaning.kind in INFLECTED and meaning.source.startswith("words/descriptors"):
            said[meaning.concept][meaning.language.partition("-")[0]].append(phrase)
    return said


def gaps(said: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    """The languages that have no word for a meaning, for each that lacks any."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for concept, by_language in said.items():
        for each in (phrase for some in by_language.values() for phrase in some):
            meanings[each.casefold()].add(concept)

    def is_said(concept: str, language: str) -> bool:
        if language in said[concept]:
            return True
        bridge = next((said[concept][each][0] for each in BRIDGES if each in said[concept]), None)
        return bridge is not None and any(language in said[other] for other in meanings[bridge.casefold()])

    missing = {
        concept: [language for language in LANGUAGES if not is_said(concept, language)] for concept in sorted(said)
    }
    return {concept: lacks for concept, lacks in missing.items() if lacks}


if __name__ == "__main__":
    main()
