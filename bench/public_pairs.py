"""Labelled pairs of other projects, scored for comparison only: never fitted on, never committed.

Any CSV or TSV with two columns of names (``left``/``right``, ``name1``/``name2`` …) and one of
labels. ``match``, ``true``, ``1``, ``positive`` count as a match; ``alert`` and ``weak`` are printed, not
counted.
"""

from __future__ import annotations

import csv
from pathlib import Path

from bench import labelled_pairs as lp
from bench.tables import show

LEFT = ("left", "left_name", "name1", "name_1", "query", "query_name", "a")
RIGHT = ("right", "right_name", "name2", "name_2", "candidate", "result", "result_name", "b")
LABEL = ("expected", "label", "judgement", "is_match", "match", "expected_match")
SCHEMA = ("schema", "schema_left", "type")
YES = {"match", "true", "1", "positive", "yes", "t"}
BETWEEN = {"alert", "weak", "unsure"}


def report_public(path: str) -> None:
    """Score the pairs of one file and print what differs from their labels."""
    from screening.matching import DEFAULT_THRESHOLD, compare_names

    scored = lp.score(read(Path(path)), compare_names, DEFAULT_THRESHOLD)
    counted = [row for row in scored if row.pair.label in ("match", "no")]
    t = lp.tally(counted)
    show(
        f"{Path(path).name}: at {DEFAULT_THRESHOLD}",
        ("pairs", "F1", "precision", "recall", "false +", "missed"),
        [(t.count, t.f1, t.precision, t.recall, t.fp, t.fn)],
    )
    wrong = [row for row in scored if row.pair.label not in ("match", "no") or not row.right]
    rows = [(r.pair.left, r.pair.right, r.score, r.relation or "-", r.pair.label) for r in wrong]
    show("wrong, or between match and no", ("left", "right", "score", "relation", "label"), rows)


def read(path: Path) -> list[lp.Pair]:
    """The file's rows as pairs; ``LegalEntity`` without a schema column."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ","))
    header = {name.strip().lower(): name for name in (rows[0] if rows else {})}

    def column(options: tuple[str, ...], needed: bool = True) -> str:
        for option in options:
            if option in header:
                return header[option]
        if needed:
            raise SystemExit(f"{path.name}: no column {' or '.join(options)}; it has {', '.join(header)}")
        return ""

    left, right, label = column(LEFT), column(RIGHT), column(LABEL)
    schema = column(SCHEMA, needed=False)
    pairs = []
    for number, row in enumerate(rows):
        value = row[label].strip().lower()
        verdict = "match" if value in YES else value if value in BETWEEN else "no"
        kind = row[schema].strip() if schema else "LegalEntity"
        pairs.append(lp.Pair(str(number), "test", row[left], row[right], kind, "", "", verdict, ""))
    return pairs
