"""What the index finds of all that scoring every pair finds: recall at the shipped threshold.

    python -m bench.index                    300 seeded queries against a sample of the real lists
    python -m bench.index --listed 6000      against more listed names; the cost grows with both
    python -m bench.index --misses           and print what is missed
    python -m bench.index --labelled         the labelled matches, each looked up among all their other halves

Half the queries are listed names' aliases held out of the index and names bent by a letter, the others names in
original script and invented names of nobody. Every pair of comparable schemas is scored with ``compare_names``, by two
processes; nothing is left out beforehand. Matches count, and possible affiliates beside them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

import pyarrow as pa

from bench import clean_names
from bench import listed_names as lists
from bench.speed import bend
from bench.tables import show

QUERIES = 300
LISTED = 3_000
SEED = 11
KINDS = ("held-out alias", "bent name", "original script", "invented name")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=QUERIES, help=f"names looked up (default {QUERIES})")
    parser.add_argument("--listed", type=int, default=LISTED, help=f"listed names in the sample (default {LISTED:,})")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--misses", action="store_true", help="print the pairs the index misses")
    parser.add_argument("--labelled", action="store_true", help="look up the labelled matches instead")
    options = parser.parse_args(arguments)
    if options.labelled:
        labelled(show_misses=options.misses)
        return
    queries, listed = sample(options.queries, options.listed, options.seed)
    truth = brute_force(queries, listed)
    found = indexed(queries, listed)
    report(queries, truth, found)
    if options.misses:
        for query, name, schema, relation in sorted(set(truth) - found):
            print(f"{relation}\t{truth[query, name, schema, relation]:.3f}\t{queries[query][1]} | {name} ({schema})")


def sample(count: int, size: int, seed: int) -> tuple[list[tuple[str, str, str | None]], list[tuple[str, str]]]:
    """Queries as (kind, name, schema), and listed names as (name, schema) without the aliases held out."""
    rng = random.Random(seed)
    entries = [entry for each in lists.all_lists().values() for entry in each]
    rng.shuffle(entries)
    each = count // len(KINDS)
    aliases = [entry for entry in entries if len(entry.names) > 1][:each]
    originals = [entry for entry in lists.un() if entry.originals]
    originals = rng.sample(originals, min(each, len(originals)))
    queries: list[tuple[str, str, str | None]] = []
    listed: dict[tuple[str, str], None] = {}
    for entry in aliases:
        held = rng.choice(entry.names[1:])
        queries.append((KINDS[0], held, entry.schema))
        listed.update({(name, entry.schema): None for name in entry.names if name != held})
    for entry in originals:
        queries.append((KINDS[2], rng.choice(entry.originals), entry.schema))
        listed.update({(name, entry.schema): None for name in entry.names})
    for entry in entries:
        if len(listed) >= size:
            break
        listed.update({(name, entry.schema): None for name in entry.names})
    for name, schema in rng.sample(list(listed), each):
        queries.append((KINDS[1], bend(rng, name), schema if rng.random() < 0.5 else None))
    invented = clean_names.invented(each, seed=seed)
    queries += [(KINDS[3], name, schema) for name, schema in rng.sample(invented, each)]
    return queries, list(listed)


Found = tuple[int, str, str, str]


def brute_force(
    queries: Sequence[tuple[str, str, str | None]], listed: Sequence[tuple[str, str]]
) -> dict[Found, float]:
    """Every pair that scores the threshold, or is a possible affiliate, with its score."""
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_score_all, [(queries, listed, half) for half in (0, 1)])
        return {key: value for part in parts for key, value in part.items()}


def _score_all(
    work: tuple[Sequence[tuple[str, str, str | None]], Sequence[tuple[str, str]], int],
) -> dict[Found, float]:
    from screening.matching.holdings import family
    from screening.matching.name_index import comparable, schema_between
    from screening.matching.scoring import score
    from screening.matching.search import relation_of
    from screening.matching.weights import weights
    from screening.names.parsing import mode_of, parse

    queries, listed, half = work
    found: dict[Found, float] = {}
    for at, (_, query, schema) in enumerate(queries):
        if at % 2 != half:
            continue
        for name, its_schema in listed:
            if not comparable(query, schema, name, family(its_schema)):
                continue
            mode = mode_of(schema_between(schema, its_schema), query, name)
            result = score(parse(query, mode), parse(name, mode))
            relation = relation_of(result, (query, schema), name, weights().threshold)
            if relation:
                found[at, name, its_schema, relation] = result.value
    return found


def indexed(queries: Sequence[tuple[str, str, str | None]], listed: Sequence[tuple[str, str]]) -> set[Found]:
    """What a screener over the same names reports."""
    from screening.matching import Screener

    names = pa.table(
        {
            "entry_id": [str(at) for at in range(len(listed))],
            "name": [name for name, _ in listed],
            "schema": [schema for _, schema in listed],
        }
    )
    subjects = pa.table(
        {
            "subject_id": [str(at) for at in range(len(queries))],
            "name": [name for _, name, _ in queries],
            "schema": pa.array([schema for _, _, schema in queries], pa.string()),
        }
    )
    found = Screener([names]).screen(subjects, limit=None)
    columns = ("subject_id", "matched_name", "schema", "relation")
    return {
        (int(subject), name, schema, relation)
        for subject, name, schema, relation in zip(
            *(found.column(column).to_pylist() for column in columns), strict=True
        )
    }


def labelled(*, show_misses: bool) -> None:
    """Look up each name of a labelled match among the other halves of all of them; print those missed of the half that
    may be looked at.
    """
    from bench import labelled_pairs
    from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names

    halves: dict[tuple[str, str, str], str] = {}
    for name in labelled_pairs.SETS:
        for pair in labelled_pairs.read(name):
            if pair.label == "match":
                halves.setdefault((pair.left, pair.right, pair.schema), pair.half)
                halves.setdefault((pair.right, pair.left, pair.schema), pair.half)
    wanted = []
    for query, name, schema in halves:
        told = compare_names(query, name, schema=schema)
        if told.relation == "same_party" and told.score >= DEFAULT_THRESHOLD:
            wanted.append((query, name, schema))
    listed = sorted({(name, schema) for _, name, schema in halves})
    queries = sorted({(query, schema) for query, _, schema in wanted})
    names = pa.table(
        {
            "entry_id": [str(at) for at in range(len(listed))],
            "name": [name for name, _ in listed],
            "schema": [schema for _, schema in listed],
        }
    )
    subjects = pa.table(
        {
            "subject_id": [str(at) for at in range(len(queries))],
            "name": [name for name, _ in queries],
            "schema": [schema for _, schema in queries],
        }
    )
    hits = Screener([names]).screen(subjects, limit=None)
    found = set(zip(hits.column("subject_id").to_pylist(), hits.column("entry_id").to_pylist(), strict=True))
    asked = {query: str(at) for at, query in enumerate(queries)}
    entry = {name: str(at) for at, name in enumerate(listed)}
    missed = [each for each in wanted if (asked[each[0], each[2]], entry[each[1], each[2]]) not in found]
    row = (len(wanted), len(missed), f"{1 - len(missed) / len(wanted):.4f}")
    show(
        "labelled matches that the index finds of those found by comparing", ("matches", "missed", "share found"), [row]
    )
    for query, name, schema in missed if show_misses else ():
        if halves[query, name, schema] == "dev":
            print(f"{query} | {name} ({schema})")


def report(queries: Sequence[tuple[str, str, str | None]], truth: dict[Found, float], found: set[Found]) -> None:
    """The table: what there is to find, and the share found, by kind of query."""
    rows = []
    for relation in ("same_party", "possible_affiliate"):
        for kind in (*KINDS, "all"):
            wanted = {key for key in truth if key[3] == relation and kind in (queries[key[0]][0], "all")}
            share = f"{len(wanted & found) / len(wanted):.4f}" if wanted else "-"
            rows.append((relation, kind, len(wanted), len(wanted - found), share))
    header = ("relation", "queries", "pairs", "missed", "share found")
    show(f"{len(queries)} queries: pairs the index finds of those that scoring every pair finds", header, rows)


if __name__ == "__main__":
    main()
