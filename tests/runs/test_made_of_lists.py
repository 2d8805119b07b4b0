"""What is made of the lists of a run is kept in the data folder, and serves only where nothing has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening.matching import listed_addresses as taking_apart
from screening.matching.addresses import AddressIndex
from screening.runs import companions, listed_places, made_of_lists
from screening.runs.companions import companions_of
from screening.runs.listed_places import address_index
from screening.watchlists import Snapshot

HEAD = "entry_id,schema,name,name_type,country,measure,address\n"
FIRM = "Company,Ayin International Bilgi Teknolojileri Limited Sirketi,primary,TR,asset_freeze"
STREET = "12 Sample Street, Ankara, Turkey"


@pytest.fixture(autouse=True)
def _of_small_lists_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_of_lists, "FEWEST", 0)


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    theirs, ours = tmp_path / "theirs.csv", tmp_path / "ours.csv"
    theirs.write_text(f'{HEAD}1,{FIRM},"{STREET}"\n', encoding="utf-8")
    ours.write_text(f"{HEAD}9,{FIRM},\n", encoding="utf-8")
    return [theirs, ours]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def _kept(home: Path, kind: str) -> list[Path]:
    return sorted((home / made_of_lists.CACHE / kind).glob("*"))


def _companions(lists: list[Path], home: Path) -> Any:
    return companions_of([Snapshot.read(path) for path in lists], home)


def _places(lists: list[Path], home: Path) -> list[dict[str, Any]]:
    index = address_index([Snapshot.read(path) for path in lists], home)
    return index.find(pa.table({"subject_id": ["s"], "address": ["Sample Str. 12, Ankara"]})).to_pylist()


@pytest.mark.parametrize(
    ("kind", "told", "module", "maker"),
    [
        (companions.KIND, _companions, companions, "groups"),
        (listed_places.KIND, _places, listed_places, "listed_addresses"),
    ],
)
def test_what_is_kept_is_told_again_where_it_is_damaged_or_a_list_is_another(
    lists: list[Path], home: Path, monkeypatch: pytest.MonkeyPatch, kind: str, told: Any, module: Any, maker: str
) -> None:
    first = told(lists, home)
    assert first
    [file] = _kept(home, kind)
    with monkeypatch.context() as patched:
        patched.setattr(module, maker, lambda _: pytest.fail("it is kept"))
        assert told(lists, home) == first
    file.write_bytes(b"cut off")
    assert told(lists, home) == first
    pq.write_table(pa.table({"other": [1]}), file)
    assert told(lists, home) == first
    for path in lists:
        path.write_text(f"{HEAD}9,Company,Quiet Meadow Ltd,primary,GB,asset_freeze,\n", encoding="utf-8")
    lists[0].write_text(f"{HEAD}9,Company,Loud Valley Ltd,primary,FR,asset_freeze,\n", encoding="utf-8")
    assert not told(lists, home)


def test_few_are_kept(lists: list[Path], home: Path) -> None:
    for number in range(made_of_lists.KEPT + 2):
        lists[1].write_text(f"{HEAD}{number},{FIRM},\n", encoding="utf-8")
        assert _companions(lists, home)
    assert len(_kept(home, companions.KIND)) == made_of_lists.KEPT


def test_nothing_is_kept_where_there_is_no_data_folder_or_it_cannot_be_written(
    lists: list[Path], tmp_path: Path, home: Path
) -> None:
    assert _companions(lists, tmp_path / "none")
    assert not (tmp_path / "none").exists()
    (home / made_of_lists.CACHE).write_text("a file in the way", encoding="utf-8")
    assert _companions(lists, home)
    assert _places(lists, home)


def test_addresses_taken_apart_and_kept_find_the_same_in_whatever_order_the_lists_are(lists: list[Path]) -> None:
    snapshots = [Snapshot.read(path) for path in lists]
    table = taking_apart.listed_addresses(snapshots)
    assert table.equals(taking_apart.listed_addresses(snapshots[::-1]))
    asked = pa.table({"subject_id": ["s"], "address": ["Sample Str. 12, Ankara"]})
    assert AddressIndex.of(table).find(asked).equals(AddressIndex(snapshots).find(asked))
    assert taking_apart.listed_in(table)[0].text == STREET
