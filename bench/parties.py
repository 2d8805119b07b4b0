"""Peak memory and time of ``screening parties`` on generated tables of 10,000 and 100,000 rows.

    python bench/parties.py [--list LIST] [--rows 10000 100000]

Each size runs in a process of its own, the whole way to the workbook. The names are invented, from a fixed
seed. The last line is the ratio of the peaks; the aim is at most 1.2. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared")
LIST = SHARED / "lists/us_ofac_sdn_composite/2026-08-20"
STARTS = "ba be bi bo da di do ga ka ke ki ko la le lo ma me mi mo na ne ni ra re ri ro sa se si so ta te ti to"
ENDS = "bek lar mer nov rin shi tan ton vik zan dor gul han kor lin mar"
FORMS = ("LLC", "Ltd", "MChJ", "ООО", "A.Ş.", "GmbH", "JSC", "")
TRADES = (
    "Trading",
    "Logistics",
    "Textile",
    "Savdo",
    "Import Export",
    "Makina",
    "Agro",
    "Invest",
    "Service",
    "",
)
COUNTRIES = ("UZ", "Kazakhstan", "Türkiye", "Россия", "CN", "DE", "AE", "GE")
CHILD = (
    "import json, resource, sys, time; start = time.perf_counter(); from screening import runs; "
    "run = runs.parties([sys.argv[1]], lists=[sys.argv[2]], out=sys.argv[3]); "
    "scale = 1 if sys.platform == 'darwin' else 1024; "
    "print(json.dumps({'seconds': time.perf_counter() - start, "
    "'peak': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale, 'counts': run.manifest['counts']}))"
)


def word(random_: random.Random) -> str:
    parts = [random_.choice(STARTS.split()) for _ in range(random_.randint(1, 3))]
    return ("".join(parts) + random_.choice(ENDS.split())).capitalize()


def generate(path: Path, rows: int, seed: int = 20261122) -> None:
    random_ = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Customer ID", "Name", "Country", "Registration date", "Tax number", "City", "Director"])
        for number in range(rows):
            name = " ".join(
                part for part in (word(random_), word(random_), random_.choice(TRADES), random_.choice(FORMS)) if part
            )
            writer.writerow(
                [
                    f"{number:07d}",
                    name,
                    random_.choice(COUNTRIES),
                    f"{random_.randint(1, 28):02}.{random_.randint(1, 12):02}.{random_.randint(1991, 2024)}",
                    f"{random_.randint(10**8, 10**9 - 1)}",
                    word(random_),
                    f"{word(random_)} {word(random_)}" if number % 4 == 0 else "",
                ]
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", default=str(LIST))
    parser.add_argument("--rows", nargs="+", type=int, default=[10_000, 100_000])
    options = parser.parse_args()
    peaks = []
    print(f"{'rows':>10} {'seconds':>9} {'rows/s':>9} {'peak MB':>9} {'hits':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in options.rows:
            table = Path(folder) / f"parties-{rows}.csv"
            generate(table, rows)
            command = [sys.executable, "-c", CHILD, str(table), options.list, str(Path(folder) / "out")]
            start = time.perf_counter()
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            result = json.loads(done.stdout.splitlines()[-1])
            peaks.append(result["peak"])
            seconds = time.perf_counter() - start
            print(
                f"{rows:>10,} {seconds:>9.1f} {rows / seconds:>9,.0f} {result['peak'] / 1e6:>9,.0f} "
                f"{result['counts']['hits']:>7,}"
            )
    if len(peaks) > 1:
        print(f"peak memory, last to first: {peaks[-1] / peaks[0]:.2f} (aim: at most 1.2)")


if __name__ == "__main__":
    main()
