"""How long ``screening --help`` takes beside ``import typer``, a stored list beside its source, a second look-up.

    python bench/startup.py [--list LIST] [--times 15]

The aims: help in at most twice the time of ``import typer``; a list loaded a second time at least ten times
faster than from its source. Each figure is the median over processes (help) or the best of five (lists); of
``screening match`` the first run, which makes what the next ones find in the data folder, beside the best of those; of
``screening compare`` without a data folder the same, where what is made of the words is kept with the user's caches.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared")
LIST = SHARED / "lists/us_ofac_sdn_composite/2026-08-20"


def seconds(command: list[str], **places: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | places)
    return time.perf_counter() - start


def help_beside_typer(times: int) -> None:
    typer = [sys.executable, "-c", "import typer"]
    show = [sys.executable, "-m", "screening", "--help"]
    seconds(typer), seconds(show)  # warm the disk
    pairs = [(seconds(typer), seconds(show)) for _ in range(times)]
    base = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    print(f"import typer      {base * 1000:7.0f} ms")
    print(f"screening --help  {ours * 1000:7.0f} ms   {ours / base:.2f} times (aim: at most 2)")


def stored_beside_source(source: Path) -> None:
    from screening.runs.lists import read_cached
    from screening.watchlists import Snapshot

    def timed(function, *arguments) -> float:
        start = time.perf_counter()
        function(*arguments)
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder:
        timed(Snapshot.read, source)  # knowledge tables are read once
        parsed = min(timed(Snapshot.read, source) for _ in range(3))
        read_cached(source, folder)
        stored = min(timed(read_cached, source, folder) for _ in range(5))
        print(f"list from source  {parsed * 1000:7.0f} ms")
        print(f"list from store   {stored * 1000:7.0f} ms   {parsed / stored:.1f} times faster (aim: 10)")


def looked_up_again(source: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        look = [sys.executable, "-m", "screening", "match", "Uzstanex", "--list", str(source), "--data-dir", folder]
        first = seconds(look)
        again = min(seconds(look) for _ in range(3))
        print(f"first look-up     {first * 1000:7.0f} ms")
        print(f"the next          {again * 1000:7.0f} ms   {first / again:.1f} times faster")


def compared_again() -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = {"XDG_CACHE_HOME": folder, "SCREENING_DATA_DIR": str(Path(folder) / "none")}
        look = [sys.executable, "-m", "screening", "compare", "OOO UZSTANEX", "Узстанекс"]
        first = seconds(look, **places)
        again = min(seconds(look, **places) for _ in range(3))
        print(f"first comparison  {first * 1000:7.0f} ms")
        print(f"the next          {again * 1000:7.0f} ms   {first / again:.1f} times faster")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, default=LIST)
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    help_beside_typer(options.times)
    compared_again()
    if options.list.exists():
        stored_beside_source(options.list)
        looked_up_again(options.list)
    else:
        print(f"no list at {options.list}: name one with --list")


if __name__ == "__main__":
    main()
