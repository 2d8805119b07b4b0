"""The labelled pairs: reading them, scoring them, counting what is right and wrong."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LABELLED = Path(__file__).parent / "labelled"
RESULTS = Path(__file__).parent / "results"
SETS = (
    *("region_pairs", "general_pairs", "adversarial_pairs", "probe_pairs", "world_pairs", "transcribed_pairs"),
    *sorted((each.stem for each in LABELLED.glob("round_*_pairs.csv")), key=lambda stem: int(stem.split("_")[1])),
)
PEERS = {"logic_v2": 0.70, "token_sort": None, "token_set": None, "wratio": None}
"""Peer -> its shipped threshold; without one, the best on the development half, which favours it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair; ``label`` is match, affiliate or no."""

    pair_id: str
    half: str
    left: str
    right: str
    schema: str
    language: str
    kind: str
    label: str
    note: str

    @property
    def clear(self) -> bool:
        """Reviewers would not differ on it."""
        return not self.note.startswith("unclear")


@dataclass(frozen=True, slots=True)
class Scored:
    """What a matcher made of a pair; ``found`` is its verdict that the two are one party."""

    pair: Pair
    score: float
    relation: str
    found: bool

    @property
    def right(self) -> bool:
        """Found if and only if it is a match; a possible affiliate is never the same party."""
        return self.found == (self.pair.label == "match")


@dataclass(slots=True)
class Tally:
    """Counts of one group of pairs."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0
    wrong_and_clear: int = field(default=0)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of the matches that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0

    @property
    def count(self) -> int:
        """Pairs in the group."""
        return self.tp + self.fp + self.fn + self.tn


def read(name: str) -> list[Pair]:
    """One of `SETS`, or a CSV of the same columns by its path."""
    path = Path(name) if name.endswith(".csv") else LABELLED / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Pair(**{("kind" if key == "class" else key): value for key, value in row.items()}) for row in rows]


def score(pairs: Sequence[Pair], compare: Callable[..., object], threshold: float) -> list[Scored]:
    """Score every pair with `screening.compare_names` or something of its shape."""
    scored = []
    for pair in pairs:
        result = compare(pair.left, pair.right, schema=pair.schema)
        relation = str(result.relation or "")  # type: ignore[attr-defined]
        value = float(result.score)  # type: ignore[attr-defined]
        scored.append(Scored(pair, value, relation, relation == "same_party" and value >= threshold))
    return scored


def of_column(pairs: Sequence[Pair], scores: dict[str, float], threshold: float | None) -> list[Scored]:
    """Pairs with a peer's scores; without a threshold, the one with the best F1 on the development half."""
    if threshold is None:
        dev = [pair for pair in pairs if pair.half == "dev"]
        options = sorted({round(scores[pair.pair_id]) for pair in dev})
        threshold = max(options, key=lambda at: tally(_at(dev, scores, at)).f1)
    return _at(pairs, scores, threshold)


def _at(pairs: Iterable[Pair], scores: dict[str, float], threshold: float) -> list[Scored]:
    return [Scored(p, scores[p.pair_id], "same_party", scores[p.pair_id] >= threshold) for p in pairs]


def tally(scored: Iterable[Scored]) -> Tally:
    """Count right and wrong."""
    result = Tally()
    for row in scored:
        truth = row.pair.label == "match"
        if row.found and truth:
            result.tp += 1
        elif row.found:
            result.fp += 1
        elif truth:
            result.fn += 1
        else:
            result.tn += 1
        result.wrong_and_clear += row.pair.clear and not row.right
    return result


def by(scored: Iterable[Scored], key: Callable[[Scored], str]) -> dict[str, Tally]:
    """Tallies of the groups a key makes, largest first."""
    groups: dict[str, list[Scored]] = defaultdict(list)
    for row in scored:
        groups[key(row)].append(row)
    return {name: tally(rows) for name, rows in sorted(groups.items(), key=lambda item: -len(item[1]))}


def affiliates(scored: Iterable[Scored]) -> Counter[str]:
    """What the pairs labelled affiliate and no were called: a relation, or nothing."""
    return Counter(
        f"{row.pair.label} called {row.relation if row.found or row.relation != 'same_party' else 'no'}"
        for row in scored
        if row.pair.label != "match"
    )


def write_scores(name: str, scored: Sequence[Scored]) -> Path:
    """Freeze our scores of one set, so that any change of a score is a visible diff."""
    path = RESULTS / f"{name}_scores.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["pair_id", "left", "right", "schema", "label", "score", "relation"])
        for row in scored:
            pair = row.pair
            relation = row.relation
            writer.writerow(
                [pair.pair_id, pair.left, pair.right, pair.schema, pair.label, f"{row.score:.6f}", relation]
            )
    return path


def read_peers(name: str) -> dict[str, dict[str, float]]:
    """The peers' frozen scores of one set: peer -> pair_id -> score; empty where they were not run."""
    path = RESULTS / f"{name}_peers.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {peer: {row["pair_id"]: float(row[peer]) for row in rows} for peer in PEERS}
