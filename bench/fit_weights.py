"""Fit the weights of ``lists/rules/matching.toml`` on the development halves of the labelled pairs.

    python -m bench.fit_weights [--lists ../shared/lists] [--passes 3] [--write]

One number at a time is moved up and down while the loss falls (coordinate descent): the weights stay few, signed and
readable, which a boosted model would not. The loss counts errors, softly around the threshold, with a pull towards
the numbers the file holds. With ``--lists``, listed aliases beside the other names of their entry count as matches,
and invented clean names beside what they come nearest to on the SDN list count as different; only of entries whose id
ends in an even digit, so that the other half stays unseen.
"""

from __future__ import annotations

import argparse
import copy
import csv
import math
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screening import reference
from screening.matching import scoring
from screening.matching import weights as weights_module
from screening.names.parsing import ParsedName, mode_of, parse

HERE = Path(__file__).parent
RULES = reference.lists_dir() / "rules" / "matching.toml"
SPREAD = 0.04
"""How far from the threshold a score must be to count as clearly right."""
PULL = 0.002
STEPS = (0.75, 0.9, 1.1, 1.3)
HIGHEST = 0.985
"""No likeness but that of a word with itself may reach 1: scores must keep an order."""
FIXED = {
    "organisation.more_of_its_own",
    "organisation.one_place",
    "likeness.skeleton",
    "likeness.skeleton_short",
    "likeness.sound_short",
    "organisation.meaning_only",
    "likeness.acronym",
    "likeness.acronym_short",
    "threshold.default",
    "likeness.shortest",
    "edits.letter",
    "edits.digit",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Two parsed names and whether they are one party; ``worth`` is the case's weight in the loss."""

    left: ParsedName
    right: ParsedName
    same: bool
    worth: float


def labelled() -> Iterator[Case]:
    """The development halves of the project's own labelled pairs."""
    for name in ("region_pairs", "general_pairs"):
        for row in csv.DictReader((HERE / "labelled" / f"{name}.csv").open(encoding="utf-8")):
            if row["half"] == "dev":
                mode = mode_of(row["schema"], row["left"], row["right"])
                yield Case(parse(row["left"], mode), parse(row["right"], mode), row["label"] == "match", 1.0)


def from_lists(folder: Path, count: int = 1500, seed: int = 5) -> Iterator[Case]:
    """Aliases beside their entry's nearest other name, and clean names beside the nearest listed name."""
    from bench import clean_names
    from screening.matching import Screener
    from screening.watchlists import Snapshot

    snapshot = Snapshot.read(folder / "us_ofac_sdn_composite" / "2026-08-20")
    schema = dict(zip(snapshot.entries["entry_id"].to_pylist(), snapshot.entries["schema"].to_pylist(), strict=True))
    names: dict[str, list[str]] = {}
    for row in snapshot.names.to_pylist():
        if row["name_type"] != "weak_alias" and int(row["entry_id"][-1]) % 2 == 0:
            names.setdefault(row["entry_id"], []).append(row["name"])
    several = sorted(entry for entry, each in names.items() if len(each) > 1)
    for entry in random.Random(seed).sample(several, min(count, len(several))):
        *others, alias = names[entry]
        best = max(others, key=lambda other: _value(other, alias, schema[entry]))
        mode = mode_of(schema[entry], best, alias)
        if _value(best, alias, schema[entry]) >= LEAST_SHARED:
            yield Case(parse(alias, mode), parse(best, mode), True, 0.4)
    screener = Screener([snapshot], threshold=0.55)
    clean = clean_names.invented(1500, seed=seed) if hasattr(clean_names, "invented") else []
    for row in screener.screen({"name": [name for name, *_ in clean]}, limit=2).to_pylist():
        mode = mode_of(row["schema"], row["subject_name"], row["matched_name"])
        yield Case(parse(row["subject_name"], mode), parse(row["matched_name"], mode), False, 1.0)


LEAST_SHARED = 0.5
"""An alias that shares less with every other name of its entry cannot be learnt from."""


def _value(left: str, right: str, schema: str) -> float:
    mode = mode_of(schema, left, right)
    return scoring.score(parse(left, mode), parse(right, mode)).value


def numbers(rules: dict[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """Every number of the rules by its dotted name, but for those that stay as they are."""
    for key, value in rules.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from numbers(value, f"{name}.")
        elif isinstance(value, float) and name not in FIXED:
            yield name, value


def highest(name: str) -> float:
    """The most a number may become."""
    if name.startswith(("person.both", "person.other")):
        return 1.0
    return HIGHEST if name.startswith("likeness.") and "edit" not in name else 5.0


def put(rules: dict[str, Any], name: str, value: float) -> None:
    """Set the number of a dotted name."""
    *path, last = name.split(".")
    for key in path:
        rules = rules[key]
    rules[last] = value


def put_in_force(weights: weights_module.Weights) -> None:
    """Give every module of the matcher these weights, and let it forget what it worked out with others."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("screening.matching."):
            continue
        if callable(getattr(module, "weights", None)):
            module.weights = lambda: weights  # type: ignore[attr-defined]
        for each in list(vars(module).values()):
            if hasattr(each, "cache_clear") and each.__module__ == name:
                each.cache_clear()


def loss(rules: dict[str, Any], cases: list[Case]) -> float:
    """Share of the cases that come out wrong under the rules, counted softly."""
    weights = weights_module.from_rules(rules)
    put_in_force(weights)
    total = 0.0
    for case in cases:
        margin = (scoring.score(case.left, case.right).value - weights.threshold) / SPREAD
        # Bounded, so that pairs no weight can mend (a word the vocabulary lacks) do not bend the others.
        total += case.worth / (1.0 + math.exp(min(50.0, max(-50.0, margin if case.same else -margin))))
    return total / sum(case.worth for case in cases)


def fit(rules: dict[str, Any], cases: list[Case], passes: int) -> dict[str, Any]:
    """Move one number at a time while the loss falls; give the rules it ends with."""
    start = dict(numbers(rules))
    best = copy.deepcopy(rules)

    def pulled(candidate: dict[str, Any]) -> float:
        now = dict(numbers(candidate))
        moved = sum(math.log(max(now[key], 1e-6) / max(value, 1e-6)) ** 2 for key, value in start.items())
        return loss(candidate, cases) + PULL * moved / len(start)

    reached = pulled(best)
    print(f"start: {reached:.4f} over {len(cases):,} cases")
    for number in range(passes):
        before = reached
        for name in start:
            value = dict(numbers(best))[name]
            for step in STEPS:
                moved = copy.deepcopy(best)
                put(moved, name, round(min(value * step, highest(name)), 4))
                found = pulled(moved)
                if found < reached - 1e-6:
                    best, reached = moved, found
        print(f"pass {number + 1}: {reached:.4f}")
        if before - reached < 2e-4:
            break
    for name, value in numbers(best):
        if value != start[name]:
            print(f"  {name}: {start[name]} -> {value}")
    return best


def write(best: dict[str, Any]) -> None:
    """Write the numbers into the file, its comments and order kept."""
    text = RULES.read_text(encoding="utf-8")
    section = ""
    lines = []
    for line in text.splitlines():
        if header := re.fullmatch(r"\[([\w.]+)\]", line.strip()):
            section = header.group(1)
        if found := re.match(r"(\w+) = ([\d.]+)(.*)", line):
            values = dict(numbers(best))
            name = f"{section}.{found.group(1)}"
            if name in values:
                line = f"{found.group(1)} = {values[name]:g}" if float(found.group(2)) != values[name] else ""
                line = line or f"{found.group(1)} = {found.group(2)}"
                if "." not in line.split(" = ")[1]:
                    line += ".0"
                line += found.group(3)
        lines.append(line)
    RULES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, show, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = list(labelled())
    if options.lists:
        cases += from_lists(options.lists)
    best = fit(reference.rules("rules/matching.toml"), cases, options.passes)
    if options.write:
        write(best)


if __name__ == "__main__":
    main()
