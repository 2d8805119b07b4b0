"""Killed at any moment and run again, a batch ends as if nothing had happened: nothing twice, nothing lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screening.runs.batch.state import BusyError

from .conftest import Bench

WORDS = ("Uzstanex", "Global", "Lojistik", "Beispielov", "Igor", "Meadow", "Quiet", "Trading", "Tashkent", "Chemical")
TABLES = ("hits", "subjects", "flags", "records", "record_parties", "party_alerts")
TIMES = int(os.environ.get("SCREENING_TEST_KILLS", "6"))
"""How often a run is killed; a hundred times by ``python -m bench.kills``."""

_SERVER = """
import os, signal, sys, traceback
from pathlib import Path
root, log = sys.argv[1:]
sys.path.insert(0, root)
from screening.alerts.store import engine
from screening.intake import parties
from screening.runs.batch import files, job_reading, run
engine.SYNCHRONOUS = "OFF"
read = parties.PartyReader.batches
parties.PartyReader.batches = lambda self: read(self, 30)
files.TOGETHER = 1
EVENTS = {"open", "os.rename", "os.link", "sqlite3.connect", "os.remove", "os.mkdir", "os.rmdir"}

def work(path, kill_at):
    count = 0
    def watch(event, args):
        nonlocal count
        if event in EVENTS and any(part in str(args[:2]) for part in ("state", "reports", "alerts.db")):
            count += 1
            if count == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
    if kill_at:
        sys.addaudithook(watch)
    run.run_job(job_reading.read_job(path, default_store=Path(path).parent / "x.db"))

for line in sys.stdin:
    path, kill_at = line.rsplit(" ", 1)
    child = os.fork()
    if child == 0:
        try:
            work(path, int(kill_at))
        except BaseException:
            Path(log).write_text(traceback.format_exc())
            os._exit(1)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Runs jobs in processes forked off one that has loaded everything, each killed at its nth touch of a file."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[[Bench, int], int]]:
    """Runs a job; gives back how the process ended."""
    root, log = Path(__file__).resolve().parents[3], tmp_path / "log"
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(root), str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None

    def run(bench: Bench, kill_at: int = 0) -> int:
        process.stdin.write(f"{bench.path} {kill_at}\n")
        process.stdin.flush()
        ended = int(process.stdout.readline())
        assert ended in (0, -signal.SIGKILL), log.read_text() if log.exists() else ended
        return ended

    yield run
    process.stdin.close()
    process.wait()
    process.stdout.close()


def _job(folder: Path, kind: str) -> Bench:
    bench = Bench(folder)
    seeded = random.Random(11)
    rows = [f"{number},{' '.join(seeded.choices(WORDS, k=2))},UZ,," for number in range(90)]
    bench.customers(*rows)
    if kind == "trade":
        text = bench.path.read_text(encoding="utf-8")
        bench.write(text.replace('[parties]\nfiles = ["in/*.csv"]', '[trade]\nfiles = ["trade/*.csv"]'))
        (bench.folder / "trade").mkdir()
        for name in ("a", "b", "c"):
            records = [
                f"{name}{at},2022-0{at % 9 + 1}-10,{' '.join(seeded.choices(WORDS, k=2))} LLC,UZ,"
                f"{' '.join(seeded.choices(WORDS, k=2))} JSC,TR,391220,nitrocellulose,{1000 + at}"
                for at in range(12)
            ]
            text = (
                "Declaration,Date,Importer,Importer country,Exporter,Exporter country,HS code,Description,Value USD\n"
            )
            (bench.folder / "trade" / f"{name}.csv").write_text(text + "\n".join(records) + "\n", encoding="utf-8")
    return bench


def _found(bench: Bench) -> dict[str, str]:
    """The tables of the one run there is, without the folder the job stands in."""
    import pyarrow.parquet as pq

    [folder] = [path for path in (bench.folder / "reports").iterdir() if not path.name.startswith(".")]
    tables = [folder / f"{name}.parquet" for name in TABLES]
    whole = {path.name: pq.read_table(path).to_pylist() for path in tables if path.exists()}
    return {name: str(rows).replace(str(bench.folder), "") for name, rows in whole.items()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9 here")
@pytest.mark.parametrize("kind", ["parties", "trade"])
def test_a_killed_run_ends_as_an_undisturbed_one(tmp_path: Path, server, kind: str) -> None:
    """Killed at seeded moments (touches of files, so that each one can be hit), then run to its end."""
    calm = _job(tmp_path / "calm", kind)
    assert server(calm) == 0
    expected = _found(calm)
    alerts = {row["alert_id"] for row in calm.store().alerts()}
    seeded = random.Random(20261126)
    bench = _job(tmp_path / "killed", kind)
    kills = 0
    times, touches = (TIMES, 160) if kind == "parties" else (max(TIMES // 2, 1), 240)
    while kills < times:
        ended = server(bench, seeded.randrange(1, touches))
        if ended == 0 or _is_whole(bench):  # it came through: look at it, and begin another
            _check(bench, expected, alerts)
            bench = _job(tmp_path / f"killed{kills}", kind)
        kills += 1
    assert server(bench) == 0
    _check(bench, expected, alerts)


def _is_whole(bench: Bench) -> bool:
    """Whether a killed run had done all but take away what is left of the one before: the next is another run."""
    return (bench.folder / "state/last").exists() and not (bench.folder / "state/work").exists()


def _check(bench: Bench, expected: dict[str, str], alerts: set[str]) -> None:
    assert _found(bench) == expected
    store = bench.store()
    assert {row["alert_id"] for row in store.alerts()} == alerts
    assert len(store.runs()) == 1
    assert [event["kind"] for event in store.events()].count("run") == 1
    assert store.verify() == []
    assert not list((bench.folder / "reports").glob(".*"))
    assert not (bench.folder / "state/work").exists()


def test_one_run_of_a_job_at_a_time_and_a_dead_one_holds_nothing(bench) -> None:
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from screening.runs.batch.state import State\n"
        "with State(Path(sys.argv[2])).locked('customers'):\n    print('locked', flush=True); time.sleep(60)\n"
    )
    root = Path(__file__).resolve().parents[3]
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(root), str(bench.folder / "state")], stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "locked"
        with pytest.raises(BusyError, match=f"running already \\(process {other.pid}"):
            bench.run()
    finally:
        other.kill()
        other.wait()
        assert other.stdout is not None
        other.stdout.close()
    for _ in range(50):  # the system takes a moment to clear up after a dead process
        try:
            assert bench.run().run.open_alerts == 4
            break
        except BusyError:
            time.sleep(0.1)
    else:
        pytest.fail("the dead process still holds the lock")
