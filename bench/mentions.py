"""How many of the persons and organisations in the real articles are found, and what is found beside them.

    python -m bench.mentions [ARTICLES] [GOLD]

Reads the gold list of `tests/intake/mentions_gold.tsv`; rules only, no lists. A gold name counts as found when a
mention in its story is that name exactly (white space and a leading article aside). The speed is that of reading: the
tables are loaded beforehand, by the stories of the demo.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from screening.intake.articles import read_articles
from screening.intake.mentions import mentions
from screening.reference import lists_dir, read_table

ROOT = Path(__file__).resolve().parents[1]


def plain(name: str) -> str:
    """The name without a leading article, white space made single."""
    return " ".join(name.split()).removeprefix("The ").removeprefix("the ")


def main() -> None:
    """Print recall and subjects per gold name, and every name that was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(os.environ.get("SCREENING_SHARED", ROOT.parent / "shared"))
    parser.add_argument("articles", nargs="?", type=Path, default=shared / "articles")
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "tests" / "intake" / "mentions_gold.tsv")
    options = parser.parse_args()
    gold: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for row in read_table(options.gold).rows:
        gold.setdefault((row["file"], int(row["story"])), []).append((row["name"], row["schema"]))
    stories = read_articles(options.articles).stories
    for story in read_articles(lists_dir() / "demo" / "articles").stories:
        mentions(story)
    start = time.perf_counter()
    found = {story: mentions(story) for story in stories}
    took = time.perf_counter() - start
    named = hit = right = subjects = 0
    organisations = {"Company", "Organization"}
    for story, its in found.items():
        wanted = gold.get((Path(story.file).name[:3], story.index))
        if wanted is None:
            continue
        subjects += len({mention.subject_id for mention in its})
        schema_of = {plain(mention.name): mention.schema for mention in its}
        for name, schema in wanted:
            named += 1
            got = schema_of.get(plain(name))
            if got is None:
                print(f"missed: {Path(story.file).name[:3]}/{story.index} {name}")
                continue
            hit += 1
            right += got == schema or {got, schema} <= organisations
    characters = sum(len(story.text) for story in stories)
    print(f"found {hit} of {named} names ({hit / named:.1%}), schema right for {right}")
    print(f"{subjects} subjects in {len(gold)} stories: {subjects / named:.2f} for each name that matters")
    print(f"{characters / took / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()
