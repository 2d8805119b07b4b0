"""Names nobody listed bears: invented persons and companies of many regions, from a seed.

Every hit on one of them is a false alert. A name that happens to be listed, whatever the order of its
words, is left out by the caller, since nobody could tell it from the listed party by the name alone.
"""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

from bench.listed_names import SHARED

PARTS = Path(__file__).parent / "labelled" / "clean_parts.txt"


def invented(count: int = 1000, seed: int = 7) -> list[tuple[str, str]]:
    """``count`` persons and ``count`` companies as (name, schema), spread evenly over the regions."""
    parts = read_parts()
    rng = random.Random(seed)
    regions = sorted({region for region, _ in parts})
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        region = regions[len(found) % len(regions)]
        found[(person(rng, parts, region), "Person")] = None
    while len(found) < 2 * count:
        region = regions[len(found) % len(regions)]
        found[(company(rng, parts, region), "Company")] = None
    return list(found)


def global_people(count: int = 5000, seed: int = 7) -> list[tuple[str, str]]:
    """A seeded sample of yente's 50,000 invented people in many scripts."""
    path = SHARED / "names" / "yente_negatives_global.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        names = sorted({row["full_name"] for row in csv.DictReader(file)})
    return [(name, "Person") for name in random.Random(seed).sample(names, count)]


def read_parts() -> dict[tuple[str, str], list[str]]:
    """(region, kind) -> words; kinds: given, family, middle, stem, end, business, form, place."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in PARTS.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, words = line.partition(":")
            region, kind = head.split()
            found[region, kind] = [word.strip() for word in words.split(",")]
    return found


def person(rng: random.Random, parts: dict[tuple[str, str], list[str]], region: str) -> str:
    """Given and family name, sometimes with what the region puts between them, sometimes turned round."""
    family = rng.choice(parts[region, "family"])
    given = rng.choice(alike(parts[region, "given"], family))
    middle = rng.choice(alike(parts.get((region, "middle"), []), family) or [""]) if rng.random() < 0.4 else ""
    shape = rng.random()
    if shape < 0.15:
        return " ".join(f"{family.upper()}, {given} {middle}".split())
    if shape < 0.3:
        return " ".join(f"{family} {given} {middle}".split())
    return " ".join(f"{given} {middle} {family}".split())


def alike(words: list[str], like: str) -> list[str]:
    """The words in Latin letters if ``like`` is, else those that are not."""
    return [word for word in words if is_latin(word) == is_latin(like)]


def is_latin(text: str) -> bool:
    """Whether the last letter of a text is Latin."""
    return next((ord(char) < 0x250 for char in reversed(text) if char.isalpha()), True)


def company(rng: random.Random, parts: dict[tuple[str, str], list[str]], region: str) -> str:
    """A made-up word, often a place, a line of business and a legal form as the region writes them."""
    word = rng.choice(parts[region, "stem"])
    word += rng.choice(alike(parts[region, "end"], word) or [""])
    if rng.random() < 0.25:
        word = rng.choice(parts[region, "family"])
    business = rng.choice(parts[region, "business"])
    form = rng.choice(parts[region, "form"]) if rng.random() < 0.8 else ""
    place = rng.choice(parts[region, "place"]) if rng.random() < 0.35 else ""
    return " ".join(f"{place} {word} {business} {form}".split())
