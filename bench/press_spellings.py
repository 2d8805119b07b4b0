"""Russian names as newspapers of other languages spell them: are they found among the party's English spellings?

    python -m bench.press_spellings              by language, both halves
    python -m bench.press_spellings --misses     and print what is not found of the development half, the nearest first

Takes the names in Cyrillic letters of persons on the real lists whose entries have Latin names too, writes each as
a language's newspapers do (`labelled/press_spellings.tsv`, of general knowledge and with nothing of the toolkit's) and
compares it with the Latin names. Names that the matcher does not find in Cyrillic either are left out: there the
entry's Latin names are others. Whether entries are of the development or the test half is as in `alias_queries.is_dev`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import listed_names as lists
from bench.alias_queries import is_dev
from bench.tables import show
from bench.two_scripts import PERSON, compared_with
from screening.names.scripts import script_of

RULES = Path(__file__).parent / "labelled" / "press_spellings.tsv"
VOWELS = frozenset("аеёиоуыэюяіїє")
LONGEST = 4
NAMES = 400
"""Names of persons that are spelled in each language."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is not found of the development half")
    options = parser.parse_args(arguments)
    asked: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    missed = []
    people = list(persons())
    for language, rules in languages().items():
        for half, name, latin in people:
            spelled = " ".join(written(word, rules) for word in name.split())
            score, match, nearest = max(compared_with(spelled, each, PERSON) for each in latin)
            asked[language, half] += 1
            found[language, half] += match
            if not match and half == "dev":
                missed.append((score, language, name, spelled, nearest))
    rows = [
        (language, *(cell for half in ("dev", "test") for cell in _cells(asked, found, (language, half))))
        for language in languages()
    ]
    show(
        "Russian names in newspapers' spellings among the party's Latin names",
        ("language", "names, dev", "found", "names, test", "found"),
        rows,
    )
    for score, *told in sorted(missed, reverse=True) if options.misses else ():
        print(f"{score:.3f}", *told, sep="\t")


def _cells(asked: Counter, found: Counter, key: tuple[str, str]) -> tuple[int, str]:
    return asked[key], f"{found[key] / asked[key]:.3f}"


def languages() -> dict[str, dict[str, str]]:
    """The rules of each language: what stands before ``=``, and what is written for it."""
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    told = {row["language"]: dict(rule.split("=") for rule in row["rules"].split(" ")) for row in rows}
    base = told.pop("base")
    return {language: {**base, **rules} for language, rules in told.items()}


def written(word: str, rules: dict[str, str]) -> str:
    """A Cyrillic word as the rules of a language write it; other characters stay."""
    found, at, small = [], 0, word.lower()
    while at < len(small):
        before, marks = small[at - 1 : at], []
        if at == 0:
            marks.append("^")
        if at == 0 or before in VOWELS or before in "ьъ":
            marks.append("+")
        if before in VOWELS and small[at + 1 : at + 2] in VOWELS:
            marks.append("~")
        for size in range(min(LONGEST, len(small) - at), 0, -1):
            part = small[at : at + size]
            last = ["$"] if at + size == len(small) else []
            keys = [part + end for end in last] + [mark + part for mark in marks] + [part]
            rule = next((key for key in keys if key in rules), None)
            if rule is not None:
                found.append(rules[rule])
                at += size
                break
        else:
            found.append(small[at])
            at += 1
    text = "".join(found)
    return text[:1].upper() + text[1:] if word[:1].isupper() else text


def persons() -> Iterator[tuple[str, str, list[str]]]:
    """``half, name, latin``: names in Russian letters of persons, that are found among the Latin names as they are."""
    russian = re.compile(r"[А-ЯЁа-яё]+(?: [А-ЯЁа-яё]+){1,2}")
    met: set[str] = set()
    for entries in lists.all_lists().values():
        for entry in entries:
            names = dict.fromkeys((*entry.names, *entry.weak, *entry.originals))
            latin = [name for name in names if script_of(name) == "Latin" and name.isascii()]
            for name in names if latin and entry.schema == PERSON else ():
                if not russian.fullmatch(name) or name.lower() in met or len(met) >= NAMES:
                    continue
                if any(compared_with(name, each, PERSON)[1] for each in latin):
                    met.add(name.lower())
                    yield "dev" if is_dev(entry) else "test", name.title(), latin


if __name__ == "__main__":
    main()
