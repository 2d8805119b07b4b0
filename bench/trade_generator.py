"""Customs tables as real systems write them, with their dirt, and planted patterns among innocent rows.

    python -m bench.trade_generator [--rows 200000] [--out FOLDER]

Seeded: the same tables each time. All names are invented. Ten tables in the headings of ten real systems
(`bench/labelled/customs_headings.csv`), each in its own encoding, delimiter, decimal mark and style of dates, with
title rows, ``NULL``, ``TO ORDER``, ``on behalf of``, look-alike letters, names cut into words and lost leading zeros.
The tables are screened by `screening.runs.trade_command`; printed is, for each flag, how many planted patterns it
raised and on what share of the innocent rows it stands.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import polars as pl

from bench.trade_tables import write
from bench.trade_world import World


def evaluate(world: World, run: Any) -> pl.DataFrame:
    """For each flag: patterns planted, raised, and the share of innocent rows it stands on."""
    flags = pl.read_parquet(run.path / "flags.parquet")
    people = pl.read_parquet(run.path / "record_parties.parquet", columns=["record_id", "subject_id", "name"])
    names = people.select("subject_id", "name").unique()
    planted = pl.DataFrame({"name": list(world.planted), "planted_for": list(world.planted.values())})
    raised = (
        flags.filter(pl.col("record_id").is_null())
        .join(names, on="subject_id")
        .join(planted, on="name")
        .filter(pl.col("flag_id") == pl.col("planted_for"))
        .group_by("flag_id")
        .agg(
            pl.col("name").filter(pl.col("outcome") == "raised").n_unique().alias("raised"),
            pl.col("name").filter(pl.col("outcome") == "not_testable").n_unique().alias("not_testable"),
        )
    )
    guilty = people.join(planted, on="name", how="semi").select("record_id").unique()
    innocent = pl.read_parquet(run.path / "records.parquet", columns=["record_id"]).join(
        guilty, on="record_id", how="anti"
    )
    on = (
        flags.filter((pl.col("outcome") == "raised") & pl.col("record_id").is_not_null())
        .select("flag_id", "record_id")
        .unique()
        .join(innocent, on="record_id", how="semi")
        .group_by("flag_id")
        .agg((pl.len() / innocent.height).alias("innocent_share"))
    )
    return (
        pl.DataFrame({"flag_id": sorted(set(flags["flag_id"]) | set(world.planted.values()))})
        .join(
            planted.group_by("planted_for").agg(pl.len().alias("planted")),
            left_on="flag_id",
            right_on="planted_for",
            how="left",
        )
        .join(raised, on="flag_id", how="left")
        .join(on, on="flag_id", how="left")
        .fill_null(0)
        .sort("flag_id")
    )


def main() -> None:
    """Generate, screen, and print the table."""
    from screening import runs

    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        world = World(given.rows)
        paths = write(world, folder)
        run = runs.trade(paths, lists=[world.watchlist(folder / "own.csv")], out=folder / "reports")
        print(f"{len(world.rows):,} rows written, {run.manifest['counts']['records']:,} records, "
              f"{run.manifest['counts']['rejects']:,} rejected")  # fmt: skip
        table = evaluate(world, run)
        print("| flag | planted | raised | not testable | on innocent rows |\n|---|---|---|---|---|")
        for flag, planted, raised, untested, share in table.iter_rows():
            print(f"| {flag} | {planted} | {raised} | {untested} | {share:.3%} |")


if __name__ == "__main__":
    main()
