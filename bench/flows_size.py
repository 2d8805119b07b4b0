"""Trade statistics: time and memory of a whole run beside a bare Polars read-and-group of the same file; growth.

    python -m bench.flows_size [--growth] [--rounds 3]

The baseline reads the file, parses the value and adds it up by reporter, partner, code and period. Each is a process of
its own, taken in turns, so that other work on the machine weighs on both; the run is the whole command, from start to
the workbook. ``--growth`` makes a table of ten times the rows of the real one (other goods, earlier years) and runs it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

FILE = "trade/eu27_exports_cn_monthly_2020-01_2022-11.csv.gz"
BARE = """
import sys, polars as pl
pl.read_csv(sys.argv[1]).group_by("reporter", "partner", "cn_code", "period").agg(pl.col("value_eur").sum())
"""
RUN = """
import sys
from screening import runs
runs.flows(sys.argv[1], out=sys.argv[2])
"""


def shared() -> Path:
    """The folder of real data."""
    return Path(os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared").resolve()


def measured(code: str, *arguments: str) -> tuple[float, float, float]:
    """Wall and processor seconds of a process, and its peak memory in GB."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", code, *arguments])
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit("the measured process failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e6


def tenfold(source: Path, target: Path) -> int:
    """Ten times the rows: every good twice under codes of its own, in five stretches of three years each."""
    frame = pl.read_csv(source, infer_schema=False)
    codes = frame.get_column("cn_code").unique()
    known = set(codes.str.slice(0, 4).to_list())
    free = [f"{n:04d}" for n in range(101, 9800) if f"{n:04d}" not in known and n // 100 != 77]
    other = dict(zip(sorted(known), free, strict=False))
    twin = codes.str.slice(0, 4).replace_strict(other) + codes.str.slice(4)
    renamed = frame.with_columns(pl.col("cn_code").replace_strict(codes, twin))
    rows = 0
    with target.open("wb") as file:
        for shift in range(5):
            for part in (frame, renamed):
                year = (pl.col("period").str.slice(0, 4).cast(pl.Int32) - 3 * shift).cast(pl.String)
                moved = part.with_columns(period=year + pl.col("period").str.slice(4))
                moved.write_csv(file, include_header=not rows)
                rows += moved.height
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    source = shared() / FILE
    with tempfile.TemporaryDirectory() as folder:
        bare, run = [], []
        for number in range(options.rounds):
            bare.append(measured(BARE, str(source)))
            run.append(measured(RUN, str(source), f"{folder}/{number}"))
            print(
                f"round {number + 1}: bare {bare[-1][0]:.1f} s ({bare[-1][1]:.1f} CPU); run {run[-1][0]:.1f} s "
                f"({run[-1][1]:.1f} CPU), {run[-1][2]:.2f} GB",
                flush=True,
            )
        wall, cpu = (min(each[n] for each in run) / min(each[n] for each in bare) for n in (0, 1))
        print(f"ratio of the best: {wall:.1f} in wall time, {cpu:.1f} in processor time")
        if options.growth:
            big = Path(folder) / "tenfold_exports.csv"
            rows = tenfold(source, big)
            grown = measured(RUN, str(big), f"{folder}/big")
            best = min(run)
            print(
                f"{rows:,} rows: {grown[0]:.1f} s ({grown[1]:.1f} CPU), {grown[2]:.2f} GB; "
                f"{grown[0] / best[0]:.1f} times in wall time, {grown[1] / min(each[1] for each in run):.1f} in CPU"
            )


if __name__ == "__main__":
    main()
