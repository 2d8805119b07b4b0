"""What is made of the tables and kept between runs is what would be made anew, or is made anew."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening import kept_tables
from screening.kept_tables import keep_in, kept
from screening.names import form_countries, national_bodies, word_tables
from screening.runs.kept_knowledge import at_hand


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = list(kept_tables._folders)
    keep_in(tmp_path / "words")
    yield tmp_path / "words"
    kept_tables._folders[:] = before


def _made(calls: list[int]) -> dict[str, int]:
    calls.append(1)
    return {"one": len(calls)}


def _kept(calls: list[int]) -> dict[str, int]:
    return kept("numbers", lambda: _made(calls), dict, dict)


def test_the_second_run_takes_what_the_first_has_made(folder: Path) -> None:
    calls: list[int] = []
    assert _kept(calls) == {"one": 1}
    assert _kept(calls) == {"one": 1}
    assert len(calls) == 1
    assert [path.suffix for path in folder.iterdir()] == [".json"]


@pytest.mark.parametrize("damage", [b"", b'{"one": 1', b"[1]", b"\xff\xfe", b"null"])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    calls: list[int] = []
    _kept(calls)
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert _kept(calls) == {"one": 2}
    assert json.loads(file.read_bytes()) == {"one": 2}


def test_what_other_code_or_tables_made_is_not_taken_and_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    _kept(calls)
    (file,) = folder.iterdir()
    monkeypatch.setattr("screening.kept_tables.code", lambda: "other")
    assert _kept(calls) == {"one": 2}
    (other,) = folder.iterdir()
    assert other.name != file.name


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("a file", encoding="utf-8")
    before = list(kept_tables._folders)
    keep_in(tmp_path / "words")
    try:
        assert _kept([]) == {"one": 1}
    finally:
        kept_tables._folders[:] = before


def test_the_words_are_the_same_taken_from_the_folder(folder: Path) -> None:
    made = word_tables._read()
    again = word_tables._made_of(json.loads(json.dumps(word_tables._plain(made))))
    assert again == made
    assert list(again.phrases) == list(made.phrases)
    for script in ("Latin", "Cyrillic"):
        bodies = national_bodies._read(script)
        assert national_bodies._made_of(json.loads(json.dumps(national_bodies._plain(bodies)))) == bodies
    states = form_countries._read()
    assert form_countries._made_of(json.loads(json.dumps(form_countries._plain(states)))) == states


def test_who_has_no_data_folder_keeps_the_words_among_the_caches_of_the_user(
    folder: Path, data_folder: Path, caches: Path
) -> None:
    at_hand()
    assert kept_tables._folders == [caches / "screening" / "words"]
    data_folder.mkdir()
    at_hand()
    assert kept_tables._folders == [data_folder / "cache" / "words"]


def test_two_names_are_compared_without_a_data_folder_being_made(
    folder: Path, data_folder: Path, caches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    done = subprocess.run(
        [sys.executable, "-m", "screening", "compare", "OOO UZSTANEX", "Узстанекс"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert not data_folder.exists()
    assert any(each.name.startswith("lexicon-") for each in (tmp_path / "caches" / "screening" / "words").iterdir())
