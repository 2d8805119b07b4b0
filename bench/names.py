"""How good the matcher is on names: one table a question, the peers beside it.

    python -m bench.names                      everything (some minutes)
    python -m bench.names pairs                labelled pairs only; also: aliases, originals, perturbations
    python -m bench.names pairs --errors dev   and list the errors of the development half
    python -m bench.names pairs --freeze       write bench/results/*_scores.csv, which a test compares
    python -m bench.names aliases --half dev --sample 300 --clean 1000 --misses    a quick look at held-out aliases
    python -m bench.names pairs --public PATH  and score labelled pairs of another project

The peers' scores are read from ``bench/results``; ``bench/README.md`` says how they are made.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bench import labelled_pairs as lp
from bench.tables import show

PARTS = ("pairs", "aliases", "originals", "perturbations")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all without")
    parser.add_argument("--set", action="append", choices=lp.SETS, help="labelled sets; all without")
    parser.add_argument("--errors", choices=("dev",), help="list the errors of this half")
    parser.add_argument("--freeze", action="store_true", help="write our scores to bench/results")
    parser.add_argument("--public", metavar="PATH", help="a CSV of labelled pairs of another project")
    parser.add_argument("--sample", type=int, default=3000, help="aliases held out (default 3000)")
    parser.add_argument(
        "--half", choices=("dev", "test"), default="", help="aliases of this half only, on the SDN alone"
    )
    parser.add_argument("--clean", type=int, default=5000, help="clean names of each kind (default 5000)")
    parser.add_argument("--misses", action="store_true", help="with --half dev: print what is not found first")
    options = parser.parse_args(arguments)
    wanted = options.parts or list(PARTS)
    if unknown := sorted(set(wanted) - set(PARTS)):
        parser.error(f"no such part: {', '.join(unknown)}; choose from {', '.join(PARTS)}")
    if "pairs" in wanted:
        for name in options.set or [name for name in lp.SETS if (lp.LABELLED / f"{name}.csv").exists()]:
            report_pairs(name, errors=bool(options.errors), freeze=options.freeze)
        if options.public:
            from bench.public_pairs import report_public

            report_public(options.public)
    if "aliases" in wanted or "originals" in wanted:
        from bench import aliases

        if "aliases" in wanted:
            aliases.report_aliases(options.sample, options.half, options.clean, misses=options.misses)
        if "originals" in wanted:
            aliases.report_originals()
    if "perturbations" in wanted:
        from bench import perturbations

        perturbations.report()


def report_pairs(name: str, *, errors: bool, freeze: bool) -> None:
    """Print the tables of one labelled set."""
    from screening.matching import DEFAULT_THRESHOLD, compare_names

    pairs = lp.read(name)
    ours = lp.score(pairs, compare_names, DEFAULT_THRESHOLD)
    everyone = {f"ours at {DEFAULT_THRESHOLD}": ours}
    for peer, scores in lp.read_peers(name).items():
        if all(pair.pair_id in scores for pair in pairs):
            everyone[peer] = lp.of_column(pairs, scores, lp.PEERS[peer])
    rows = []
    for who, scored in everyone.items():
        for half in ("dev", "test"):
            t = lp.tally(row for row in scored if row.pair.half == half)
            if not t.count:
                continue  # a round is looked at as a whole once it has run
            rows.append((f"{who} ({half})", t.count, t.f1, t.precision, t.recall, t.fp, t.fn, t.wrong_and_clear))
    header = ("matcher", "pairs", "F1", "precision", "recall", "false +", "missed", "clear ones wrong")
    show(f"{name}: all", header, rows)
    for title, key in (
        ("language", lambda row: row.pair.language),
        ("schema", lambda row: row.pair.schema),
        ("class", lambda row: f"{row.pair.kind} ({row.pair.label})"),
    ):
        dev = lp.by((row for row in ours if row.pair.half == "dev"), key)
        test = lp.by((row for row in ours if row.pair.half == "test"), key)
        empty = lp.Tally()
        show(
            f"{name}: ours by {title}, development | test",
            (title, "pairs", "F1", "false +", "missed", "| pairs", "F1", "false +", "missed"),
            (
                (group, *_figures(dev.get(group, empty)), *_figures(test.get(group, empty)))
                for group in dict.fromkeys([*dev, *test])
            ),
        )
    calls = lp.affiliates(ours)
    show(f"{name}: what is not a match was called", ("label and call", "pairs"), sorted(calls.items()))
    if errors:
        show(
            f"{name}: errors of the development half",
            ("left", "right", "score", "relation", "label", "class"),
            (
                (
                    r.pair.left,
                    r.pair.right,
                    r.score,
                    r.relation or "-",
                    r.pair.label,
                    f"{r.pair.language} {r.pair.kind}",
                )
                for r in sorted(ours, key=lambda row: (row.pair.label, row.pair.kind, row.pair.language))
                if r.pair.half == "dev" and not r.right
            ),
        )
    if freeze:
        print(f"frozen: {lp.write_scores(name, ours).name}")


def _figures(t: lp.Tally) -> tuple[object, ...]:
    positives = t.tp + t.fn
    return (t.count, t.f1 if positives else "-", t.fp, t.fn)


if __name__ == "__main__":
    main()
