"""What a run says of the lists it screened against: old ones, and those that were not in force on a past day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from screening import runs
from screening.runs.lists import resolve
from screening.watchlists.admission import import_file
from screening.watchlists.store import Store

CATALOGUE = '[[list]]\nid = "house"\nmax_age_days = 3\n[[list]]\nid = "garden"\nmax_age_days = 100000\n'


@pytest.fixture
def store(tmp_path: Path, data_folder: Path, small_list: Path) -> Store:
    """A house list of 2020, a garden list of 2021."""
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    store = Store(data_folder)
    for list_id, day in (("house", "2020-01-01"), ("garden", "2021-01-01")):
        path = tmp_path / f"{list_id}_{day}.csv"
        path.write_text(small_list.read_text(encoding="utf-8") + f"9,Company,OF {list_id},,,,,,,,\n", encoding="utf-8")
        assert import_file(store, path, list_id=list_id).outcome == "in force"
    return store


def summary_of(run: runs.Run) -> str:
    sheet = openpyxl.load_workbook(run.workbook)["Summary"]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def test_a_list_older_than_its_catalogue_allows_is_said_to_be_in_the_run(
    tmp_path: Path, store: Store, customers: Path
) -> None:
    run = runs.parties([customers], out=tmp_path / "out")
    (note,) = run.notes
    age = (store.today - date(2020, 1, 1)).days
    assert note.startswith(f"house: {age:,} days old, more than the 3 its catalogue entry allows")
    assert run.manifest["notes"] == [note]
    assert note in summary_of(run)


def test_a_file_of_a_list_that_is_old_is_said_to_be_too(tmp_path: Path, store: Store, small_list: Path) -> None:
    day = date(2020, 1, 1)
    path = small_list.rename(tmp_path / "house.csv")
    folder = tmp_path / "2020-01-01"
    folder.mkdir()
    path = path.rename(folder / "house.csv")
    assert any("house: " in note and "days old" in note for note in resolve(path).notes)
    assert resolve(path, as_of=day + timedelta(days=3)).notes == []


def test_the_lists_in_force_now_but_not_on_a_past_day_are_said_in_one_line(
    tmp_path: Path, store: Store, customers: Path
) -> None:
    run = runs.parties([customers], out=tmp_path / "out", as_of=date(2020, 1, 2))
    assert run.notes == [
        "on 2020-01-02 1 list was in force here (house), 2 are today: not screened against garden",
    ]
    assert run.notes[0] in summary_of(run)
    import_file(store, tmp_path / "house_2020-01-01.csv", list_id="past", historical=True)
    (said,) = resolve(as_of=date(2020, 1, 2)).notes
    assert said == run.notes[0].replace("1 list was", "2 lists were").replace("house", "house, past")
    both = resolve(as_of=date(2021, 1, 2))
    assert [note for note in both.notes if "in force here" in note] == []


HEADER = "entry_id,schema,name,country,id_type,id_number,id_country,programme,measure,listed_on\n"


def test_a_store_of_past_lists_alone_is_looked_back_on(tmp_path: Path, data_folder: Path, small_list: Path) -> None:
    import_file(Store(data_folder), small_list, list_id="past", historical=True)
    assert [one.list_id for one in resolve(as_of=date(2026, 1, 2)).snapshots] == ["past"]


def test_alerts_on_one_party_of_two_lists_stand_together_and_are_said_to(tmp_path: Path) -> None:
    one, two, subjects = tmp_path / "one.csv", tmp_path / "two.csv", tmp_path / "subjects.csv"
    # the second list holds all of the first, and its entry on Luna says less: that alert is weaker
    one.write_text(
        HEADER + "7,Company,BANCO LUNA DE EJEMPLO,CU,Tax ID,1234567890,CU,,asset_freeze,\n"
        "8,Company,GREY OWL TRADING,CU,,,,,asset_freeze,\n",
        encoding="utf-8",
    )
    two.write_text(HEADER + "X:7,Company,BANCO LUNA DE EJEMPLO,,Tax ID,1234567890,CU,,,\n", encoding="utf-8")
    subjects.write_text("id,name,country\n1,Banco Luna de Ejemplo,CU\n2,Grey Owl Trading,CU\n", encoding="utf-8")
    run = runs.parties([subjects], lists=[one, two], out=tmp_path / "out")
    assert (run.manifest["counts"]["alerts"], run.manifest["counts"]["party_groups"]) == (3, 2)
    rows = list(openpyxl.load_workbook(run.workbook)["Alerts"].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if "Alert ID" in row)
    told = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    assert len(told) == 3
    luna = [at for at, row in enumerate(told) if row["Name as found"] == "Banco Luna de Ejemplo"]
    assert luna in ([0, 1], [1, 2])
    assert len({told[at]["Party group"] for at in luna}) == 1
    assert {row["Entry ID"] for row in told} == {"7", "8", "X:7"}
    assert [row["Also on lists"] is not None for row in told].count(True) == 2
    assert "2 alerts are on 1 party listed several times" in summary_of(run)
