"""The limit keeps the strongest matches of each name, and says what it left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import runs
from screening.errors import SettingsError
from screening.runs.settings import from_mapping

HEAD = "entry_id,schema,name,birth_date,country\n"


def _list(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "own_list.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def _parties(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "parties.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_date_that_agrees_goes_before_nearer_names(tmp_path: Path) -> None:
    """Eight namesakes of other years, and the person himself under another spelling."""
    others = [f"n{year},Person,Velgor Sornim,19{year}-01-02,DE" for year in range(70, 78)]
    listed = _list(tmp_path, *others, "right,Person,Velgor Sornym,1964-06-25,DZ")
    parties = _parties(tmp_path, "name,schema,birth_date,country\nVelgor Sornim,Person,1964-06-25,DZ\n")
    run = runs.parties([parties], lists=[listed], out=tmp_path / "out", limit=2)
    hits = run.hits.to_pylist()
    assert len(hits) == 2
    best = next(hit for hit in hits if hit["entry_id"] == "right")
    assert best["match_strength"] in {"exact", "strong"}
    assert all(hit["match_strength"] == "weak" for hit in hits if hit is not best)
    assert any("7 matches are not shown" in note for note in run.manifest["notes"])


def test_each_name_of_a_subject_has_a_limit_of_its_own(tmp_path: Path) -> None:
    """Rows that share an id by mistake lose none of their parties, and are told of."""
    names = [f"{word} Velgor" for word in ("Arnim", "Bodrun", "Cestal", "Dimrol", "Estrun", "Fogral", "Gisman")]
    listed = _list(tmp_path, *(f"e{n},Person,{name},," for n, name in enumerate(names)))
    parties = _parties(tmp_path, "id,name,type\n" + "".join(f"1,{name},person\n" for name in names))
    run = runs.parties([parties], lists=[listed], out=tmp_path / "out")
    assert {hit["entry_id"] for hit in run.hits.to_pylist()} == {f"e{n}" for n in range(len(names))}
    assert any("'1' stands on rows of different names" in note for note in run.manifest["notes"])


@pytest.mark.parametrize(("given", "meant"), [(["us"], ("US",)), (["GB", "UK"], ("UK",)), (["XY"], ("XY",))])
def test_a_law_that_binds_us_is_one_of_a_list(given: list[str], meant: tuple[str, ...]) -> None:
    """In any case, by the country's code, or one given to a list of our own."""
    assert from_mapping({"binds_us": given, "jurisdictions": {"own_list": "XY"}}).binds_us == meant


@pytest.mark.parametrize("given", ["USA", "XX", "United States"])
def test_a_law_of_no_list_is_refused(given: str) -> None:
    """It would bind nothing, and everything would matter less without a word."""
    with pytest.raises(SettingsError, match="the law of no list"):
        from_mapping({"binds_us": [given]})


def test_hits_on_customs_records_are_limited_and_told_of_as_well(tmp_path: Path) -> None:
    """Each part of a run says what it left out, and none counts what another found."""
    names = ["Velgor Sornim", "Velgor Sornim Ltd", "OOO Velgor Sornim", "Velgor Sornim JSC", "Velgor Sornim Trading"]
    listed = tmp_path / "own_list.csv"
    listed.write_text(HEAD + "".join(f"e{n},Company,{name},,\n" for n, name in enumerate(names)), encoding="utf-8")
    records = tmp_path / "records.csv"
    row = "2023-01-01,84213900,Velgor Sornim LLC,Other LLC,10,1000\n"
    records.write_text("date,hs code,importer,exporter,net kg,value usd\n" + row, encoding="utf-8")
    run = runs.trade([records], lists=[listed], out=tmp_path / "out", limit=2)
    assert len(run.hits) == 2
    told = [note for note in run.manifest["notes"] if "not shown" in note]
    every = runs.trade([records], lists=[listed], out=tmp_path / "out", limit=50)
    assert told == [
        f"{len(every.hits) - 2} matches are not shown: 2 of the same name with the same list are stronger "
        "(--limit shows more)"
    ]
    assert not any("not shown" in note for note in every.manifest["notes"])


def test_the_example_says_nothing_of_a_limit_it_does_not_reach(tmp_path: Path) -> None:
    """Its parts find hits of their own."""
    notes = runs.demo(out=tmp_path / "out").manifest["notes"]
    assert not any("not shown" in note and note.startswith("-") for note in notes)
