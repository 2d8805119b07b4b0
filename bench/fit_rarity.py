"""Count how often each word stands in the names of large public lists, and write ``lists/words/rarity.tsv``.

Run by hand, once, from the project's folder:  python -m bench.fit_rarity ../shared/lists
A word is counted once per entry, so that an entry with forty aliases does not make its words common. Words of
fewer than three entries in both corpora are left out: an unknown word is as rare as they are.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from screening.names.tokens import words
from screening.names.word import word
from screening.watchlists import Snapshot

LISTS = (
    "us_ofac_sdn_composite/2026-08-20",
    "us_ofac_nonsdn/consolidated_2026-01-08.xml.gz",
    "us_csl/consolidated_2022-04.csv.gz",
    "us_bis_dpl/dpl.txt",
    "eu_fsf/eu_fsf_reconstructed_2026-02-26.xml.gz",
    "uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.xml.gz",
    "un_consolidated/un_2026-02-27.xml.gz",
    "ca_sema/sema_2025-03-20.xml.gz",
    "au_dfat/regulation8_consolidated_2024-12.xlsx",
)
FEWEST = 3
TARGET = Path(__file__).parents[1] / "lists" / "words" / "rarity.tsv"


def count(folder: Path) -> dict[str, Counter[str]]:
    """Entries in whose names each word stands, by corpus."""
    counts: dict[str, Counter[str]] = {"person": Counter(), "organisation": Counter()}
    for name in LISTS:
        snapshot = Snapshot.read(folder / name)
        schema = dict(
            zip(snapshot.entries["entry_id"].to_pylist(), snapshot.entries["schema"].to_pylist(), strict=True)
        )
        seen: dict[str, set[str]] = {}
        for entry_id, text in zip(
            snapshot.names["entry_id"].to_pylist(), snapshot.names["name"].to_pylist(), strict=True
        ):
            seen.setdefault(entry_id, set()).update(words(text))
        for entry_id, found in seen.items():
            corpus = "person" if schema[entry_id] == "Person" else "organisation"
            readings = {reading for text in found for reading in (text, word(text).readings[0].text)}
            counts[corpus].update(text for text in readings if len(text) > 1 and not text.isdigit())
        print(f"{name}: {len(snapshot):,} entries")
    return counts


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path, help="the folder with the real lists")
    counts = count(parser.parse_args().lists)
    everything = set(counts["person"]) | set(counts["organisation"])
    kept = sorted(text for text in everything if max(corpus[text] for corpus in counts.values()) >= FEWEST)
    lines = [
        f"# source: words of the names on {len(LISTS)} public lists (OFAC, BIS, EU, UK, UN, Canada, Australia), "
        "counted by bench/fit_rarity.py",
        "# date: 2026-11-22",
        "# licence: counts of words, no list content",
        "# version: 1",
        "# word: folded; person, organisation: entries in whose names it stands",
        "word\tperson\torganisation",
        *(f"{text}\t{counts['person'][text]}\t{counts['organisation'][text]}" for text in kept),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept):,} words of {len(everything):,} written to {TARGET.name}")


if __name__ == "__main__":
    main()
