"""Five million customs records: time and memory of a whole run beside a baseline that only scans, casts and groups.

    python -m bench.customs_size [--rows 5000000] [--party NAME]

The baseline reads the same file as text, casts four numbers and a date, groups by parties, HS6 and month, and writes
Parquet. The run is `screening trade` whole: records, parties, flags, alerts, workbook; its stages are told apart.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl

PARTIES = 40_000


def generate(path: Path, rows: int, seed: int = 1) -> None:
    """A Russian-style table of invented parties, written a million rows at a time."""
    chance = np.random.default_rng(seed)
    names = np.array([f"ООО КОМПАНИЯ {n}" if n % 2 else f"INVENTED TRADING {n} LTD" for n in range(PARTIES)])
    streets = np.array([f"ул. Придуманная, д. {n % 300}, г. Энск" for n in range(PARTIES)])
    codes = np.array([f"{84 + n % 3}{n * 7919 % 10**8:08d}" for n in range(3000)])
    days = np.array(
        [
            f"{day:02d}.{month:02d}.{year}"
            for year in (2021, 2022, 2023)
            for month in range(1, 13)
            for day in range(1, 29)
        ]
    )
    with path.open("wb") as file:
        for first in range(0, rows, 1_000_000):
            count = min(1_000_000, rows - first)
            sellers, buyers = chance.integers(0, PARTIES, count), chance.integers(0, PARTIES, count)
            net = pl.Series(chance.lognormal(4, 1, count)).round(2)
            numbers = pl.int_range(first, first + count, eager=True)
            comma = pl.all().cast(pl.String).str.replace(".", ",", literal=True)
            money = pl.DataFrame({"g": net * 1.1, "n": net, "v": net * pl.Series(chance.lognormal(2, 1, count))})
            money = money.with_columns(pl.all().round(2)).select(comma)
            frame = pl.DataFrame(
                {
                    "ND (Номер декларации)": "100/" + (numbers // 3).cast(pl.String),
                    "G32 (Номер товара)": (numbers % 3 + 1).cast(pl.String),
                    "G072 (Дата регистрации)": days[chance.integers(0, len(days), count)],
                    "G011 (Направление перемещения)": np.where(chance.random(count) < 0.8, "ИМ", "ЭК"),
                    "G022 (Наименование отправителя)": names[sellers],
                    "G023 (Адрес отправителя)": streets[sellers],
                    "G082 (Наименование получателя)": names[buyers],
                    "G083 (Адрес получателя)": streets[buyers],
                    "G33 (Код товара по ТН ВЭД)": codes[chance.integers(0, len(codes), count)],
                    "G31_1 (Описание товара)": "ИЗДЕЛИЕ НОМЕР " + (numbers % 100_000).cast(pl.String) + " ПРОЧЕЕ",
                    "G16 (Страна происхождения)": np.array(["КИТАЙ", "ТУРЦИЯ"])[chance.integers(0, 2, count)],
                    "G17A (Код страны назначения)": pl.repeat("RU", count, eager=True),
                    "G35 (Вес брутто, кг)": money["g"],
                    "G38 (Вес нетто, кг)": money["n"],
                    "G42 (Фактурная стоимость)": money["v"],
                    "G221 (Букв.код валюты контракта)": pl.repeat("USD", count, eager=True),
                    "G202 (Условие поставки)": pl.repeat("FCA", count, eager=True),
                }
            )
            frame.write_csv(file, separator=";", include_header=first == 0)


def baseline(path: Path, target: Path) -> None:
    """Scan as text, cast, group, write."""
    scan = pl.scan_csv(path, separator=";", infer_schema_length=0)
    names = scan.collect_schema().names()

    def number(index: int) -> pl.Expr:
        return pl.col(names[index]).str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)

    scan.with_columns(
        item=number(1), gross=number(12), net=number(13), value=number(14),
        day=pl.col(names[2]).str.to_date("%d.%m.%Y", strict=False),
    ).group_by(
        names[4], names[6], pl.col(names[8]).str.slice(0, 6).alias("hs6"),
        pl.col("day").dt.truncate("1mo").alias("month"),
    ).agg(pl.len(), pl.col("value", "net", "gross", "item").sum()).sink_parquet(target)  # fmt: skip


def work() -> float:
    """Processor seconds of this process and of those it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


class Stages:
    """Takes the time of each stage of a run, of processors and by the clock."""

    def __init__(self) -> None:
        self.started = [("loading", work(), time.perf_counter())]

    def stage(self, text: str, total: int | None = None) -> None:
        """A stage begins."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(f"{most:.2f} GB before {text}", file=sys.stderr, flush=True)
        self.started.append((" ".join(text.split()[:2]), work(), time.perf_counter()))

    def advance(self, steps: int) -> None:
        """Nothing to do."""

    def told(self) -> str:
        """Each stage with its seconds of processors and those by the clock."""
        ends = [*((used, moment) for _, used, moment in self.started[1:]), (work(), time.perf_counter())]
        spans = [
            (text, used - begun, moment - began)
            for (text, begun, began), (used, moment) in zip(self.started, ends, strict=True)
        ]
        return ", ".join(f"{text} {used:.1f} s ({took:.1f})" for text, used, took in spans if used >= 0.5)


def whole_run(path: Path, out: Path, party: list[str]) -> str:
    """The run itself, against the example lists; what its stages took."""
    from screening import Snapshot, runs
    from screening.reference import lists_dir

    stages = Stages()
    listed = Snapshot.read(lists_dir() / "demo" / "example_us_ofac_2026-08-20.csv")
    run = runs.trade([path], lists=[listed], out=out, party=party, progress=stages)
    print(run.manifest["counts"], file=sys.stderr)
    return stages.told()


def main() -> None:
    """Run both in processes of their own and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--party", action="append", default=[])
    parser.add_argument("--only", choices=("baseline", "run"))
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    if given.only:
        started, stages = time.perf_counter(), ""
        if given.only == "baseline":
            baseline(given.file, given.file.with_suffix(".parquet"))
        else:
            stages = whole_run(given.file, given.file.parent / "reports", given.party)
        seconds, most = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{seconds:.1f} {work():.1f} {most / 1024**2:.2f} {stages}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "records.csv"
        # in a process of its own: what this one needs would count for those it starts
        made = "import pathlib, sys; from bench.customs_size import generate as make; "
        made += "make(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
        subprocess.run([sys.executable, "-c", made, str(file), str(given.rows)], check=True)
        print(f"{given.rows:,} rows, {file.stat().st_size / 1024**2:,.0f} MB\n")
        print("| what | seconds | times | of processors | times | GB | stages |\n|---|---|---|---|---|---|---|")
        first: tuple[float, float] | None = None
        for only in ("baseline", "run"):
            call = [sys.executable, "-m", "bench.customs_size", "--only", only, "--file", str(file)]
            call += [each for name in given.party for each in ("--party", name)]
            done = subprocess.run(call, stdout=subprocess.PIPE, check=True, text=True)
            spent, used, most, stages = done.stdout.split(" ", 3)
            first = first or (float(spent), float(used))
            times = f"{float(spent) / first[0]:.1f} | {used} | {float(used) / first[1]:.1f}"
            print(f"| {only} | {spent} | {times} | {most} | {stages.strip()} |", flush=True)


if __name__ == "__main__":
    main()
