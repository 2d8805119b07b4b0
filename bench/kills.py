"""Kill a scheduled batch a hundred times with ``kill -9`` at seeded moments, and compare with an undisturbed run.

python -m bench.kills [TIMES]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

TEST = "tests/runs/batch/test_killed.py"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", nargs="?", type=int, default=100, help="how often it is killed (default 100)")
    times = str(parser.parse_args().times)
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--durations=1", TEST]
    return subprocess.run(command, cwd=root, env={**os.environ, "SCREENING_TEST_KILLS": times}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
