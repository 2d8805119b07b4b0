"""One pair of names compared and looked up, as tests of the matcher ask it."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names
from screening.reference import read_table


def pairs(name: str) -> list[tuple[str, str]]:
    """The pairs of a table beside this file."""
    return [(row["left"], row["right"]) for row in read_table(Path(__file__).parent / name).rows]


def pairs_of_schemas(name: str) -> list[tuple[str, str, str]]:
    """The same of a table of pairs of several schemas, the schema behind each pair."""
    return [(row["left"], row["right"], row["schema"]) for row in read_table(Path(__file__).parent / name).rows]


def is_match(left: str, right: str, schema: str) -> bool:
    """Whether two names are one party's, whichever is named first."""
    told = compare_names(left, right, schema=schema)
    assert told.score == compare_names(right, left, schema=schema).score
    return told.relation == "same_party" and told.score >= DEFAULT_THRESHOLD


def is_found(query: str, listed: str, schema: str, threshold: float = DEFAULT_THRESHOLD) -> bool:
    """Whether a name finds the only one that is listed, as the same party's."""
    entry = pa.table({"entry_id": ["1"], "schema": [schema], "name": [listed]})
    asked = pa.table({"subject_id": ["a"], "schema": [schema], "name": [query]})
    return Screener([entry], threshold=threshold).screen(asked).column("relation").to_pylist() == ["same_party"]
