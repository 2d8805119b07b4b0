"""News and customs records: screening only what changed gives what a full run gives, whatever changed."""

from __future__ import annotations

import shutil
from typing import Any

import pyarrow.parquet as pq
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .conftest import Bench

WORDS = ("Uzstanex", "Global", "Lojistik", "Beispielov", "Igor", "Meadow", "Trading", "Tashkent", "Chemical")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
GOODS = st.sampled_from((("391220", "nitrocellulose"), ("854231", "processors"), ("870323", "cars")))
ENTRIES = st.dictionaries(st.integers(1, 6), st.lists(NAMES, min_size=1, max_size=2), min_size=1, max_size=4)
STORIES = st.dictionaries(st.integers(1, 3), st.lists(NAMES, min_size=1, max_size=3), max_size=3)
RECORDS = st.lists(st.tuples(NAMES, NAMES, GOODS, st.sampled_from(("2021", "2022", "2023"))), min_size=1, max_size=8)
CUSTOMERS = st.dictionaries(st.integers(1, 4), NAMES, max_size=2)
NIGHT = st.tuples(ENTRIES, STORIES, RECORDS, CUSTOMERS)
JOB = (
    'name = "all"\nout = "reports"\nstate = "state"\n[articles]\nfiles = ["news"]\n[trade]\nfiles = ["trade/*.csv"]\n'
    '[own]\nfiles = ["own.csv"]\n[lists]\nuse = ["names.csv"]\n[store]\nplace = "alerts.db"\nkey_file = "store.key"\n'
    "[settings]\nlimit = 2\n[run]\nprocesses = 1\n"
)
HEAD = "Date,Importer,Importer country,Exporter,Exporter country,HS code,Description,Value USD,Net weight kg\n"
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making what fails smaller: an example takes seconds."""
TABLES = ("hits", "flags", "party_alerts", "rejects", "record_parties", "own_parties")


def _set(bench: Bench, night: tuple[Any, ...]) -> None:
    entries, stories, records, customers = night
    bench.list(
        *(
            f"{number},Company,{name},{'alias' if at else 'primary'},UZ,,,,P,asset_freeze,"
            for number, names in entries.items()
            for at, name in enumerate(names)
        )
    )
    for folder in ("news", "trade"):
        (bench.folder / folder).mkdir(exist_ok=True)
    for number in (1, 2, 3):
        path = bench.folder / "news" / f"{number}.txt"
        path.unlink(missing_ok=True)
        if number in stories:
            said = ". ".join(f"The company {name} LLC sold its goods" for name in stories[number])
            path.write_text(f"What happened\n\n{said}.\n", encoding="utf-8")
    (bench.folder / "news" / "0.txt").write_text("Nothing happened\n\nIt was quiet.\n", encoding="utf-8")
    rows = [
        f"{year}-0{at % 9 + 1}-10,{buyer} LLC,UZ,{seller} JSC,TR,{code},{goods},{1000 + at},{10 + at}"
        for at, (buyer, seller, (code, goods), year) in enumerate(records)
    ]
    (bench.folder / "trade" / "records.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    own = "".join(f"{number},{name},UZ\n" for number, name in customers.items())
    (bench.folder / "own.csv").write_text(f"id,name,country\n{own}9,Nobody Ever Ltd,GB\n", encoding="utf-8")


def _found(bench: Bench, outcome: Any) -> dict[str, list[str]]:
    """The rows of each table, without the folder the job stands in."""
    folder, here = outcome.run.path, str(bench.folder)
    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    return {
        name: [str(row).replace(here, "") for row in pq.read_table(path).to_pylist()]
        for name, path in paths.items()
        if path.exists()
    }


@settings(max_examples=2, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nights=st.lists(NIGHT, min_size=2, max_size=2))
def test_only_changes_equals_a_full_run(nights, tmp_path_factory, monkeypatch) -> None:
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")
    folder = tmp_path_factory.mktemp("nights")
    quick, full = Bench(folder / "quick"), Bench(folder / "full")
    for bench in (quick, full):
        bench.write(JOB)
    for night in nights:
        for bench in (quick, full):
            _set(bench, night)
        one, two = quick.run(only_changes=True), full.run()
        assert _found(quick, one) == _found(full, two)
        assert quick.changes(one) == full.changes(two)
    shutil.rmtree(folder)
