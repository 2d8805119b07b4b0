"""The pipeline on articles, and the built-in example."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from screening import runs
from screening.errors import ExitCode, InputError

STORY = (
    "Two firms under sanctions\n\n"
    "The Treasury has sanctioned the Uzbek company Uzstanex, a trader in machine tools.\n\n"
    "Its carrier was the Turkish company GUCLU GLOBAL LOJISTIK LIMITED SIRKETI, officials said.\n"
)


def test_stories_are_screened_and_a_copy_is_a_second_place(tmp_path: Path, small_list: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(STORY, encoding="utf-8")
    (news / "b.txt").write_text(STORY, encoding="utf-16")
    (news / "empty.txt").write_bytes(b"")
    run = runs.articles(news, lists=small_list, out=tmp_path / "out")
    assert {row["entry_id"] for row in run.hits.to_pylist()} == {"1", "2"}
    assert len(run.hits) == 2
    uzstanex = [row for row in run.subjects.to_pylist() if row["name"] == "Uzstanex"]
    assert {Path(row["source"]).name for row in uzstanex} == {"a.txt", "b.txt"}
    assert len({row["subject_id"] for row in uzstanex}) == 1
    assert STORY[uzstanex[0]["start"] : uzstanex[0]["end"]] == "Uzstanex"
    assert run.exit_code == ExitCode.ROWS_REJECTED


def test_a_body_is_found_with_the_nation_beside_it_and_a_family_name_under_the_full_name(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "entry_id,schema,name,country\n1,Organization,Investigative Committee of Russia,RU\n2,Person,Uali,\n",
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text(
        "He spoke\n\nSo said Alexander Zorvin, head of Russia’s Investigative Committee, on Monday.\n\n"
        "Then spokesman Berik Ualy spoke. Ualy left.\n",
        encoding="utf-8",
    )
    run = runs.articles([tmp_path / "a.txt"], lists=tmp_path / "own.csv", out=tmp_path / "out")
    found = {row["subject_name"]: row for row in run.hits.to_pylist()}
    assert set(found) == {"Russia’s Investigative Committee"}
    assert found["Russia’s Investigative Committee"]["country_agrees"] == "agrees"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 20, "not text"),
        (
            b'<?xml version="1.0"?><rss><channel><item><title>cut',
            "XML|well-formed|no element|unclosed|broken",
        ),
        (
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>'
            b"<rss><channel><item><title>&b;</title></item></channel></rss>",
            "entit|DTD",
        ),
    ],
)
def test_a_file_that_is_no_article_is_one_clear_line(
    tmp_path: Path, small_list: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=f"(?i){says}") as caught:
        runs.articles([path], lists=small_list, out=tmp_path / "out")
    assert "bad.txt" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_missing_path(tmp_path: Path, small_list: Path) -> None:
    with pytest.raises(InputError):
        runs.articles([tmp_path / "none"], lists=small_list, out=tmp_path / "out")


def test_the_example_finds_what_it_was_written_to_show(tmp_path: Path) -> None:
    run = runs.demo(out=tmp_path)
    found = {(row["list_id"], row["entry_id"]) for row in run.hits.to_pylist()}
    assert found >= {
        ("example_us_ofac", "50839"),
        ("example_us_ofac", "50936"),
        ("example_us_ofac", "51285"),
        ("example_us_ofac", "51286"),
        ("example_uk", "RUS2270"),
        ("example_uk", "RUS2271"),
        ("example_uk", "RUS2273"),
        ("example_uk", "RUS3170"),
    }
    clear = [row["subject_name"] for row in run.hits.to_pylist() if "Tokayev" in row["subject_name"]]
    assert clear == []
    binding = {row["list_id"]: row["binds_us"] for row in run.hits.to_pylist()}
    assert binding == {"example_us_ofac": True, "example_uk": False}
    assert "identifier" in run.hits.column("matched_on").to_pylist()
    assert run.exit_code == ExitCode.DONE
    assert run.manifest["example"] is True


def test_every_sheet_of_the_example_says_what_it_is(tmp_path: Path) -> None:
    book = load_workbook(runs.demo(out=tmp_path).workbook)
    try:
        for sheet in book.worksheets:
            top = " ".join(str(cell) for row in sheet.iter_rows(max_row=3, values_only=True) for cell in row if cell)
            assert "example" in top.lower(), sheet.title
            assert "not" in top.lower(), sheet.title
    finally:
        book.close()


def test_a_story_that_is_not_looked_through_to_its_end_is_said(
    tmp_path: Path, small_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.runs.article_source.MAX_TEXT", 20)
    path = tmp_path / "long.txt"
    path.write_text("Tools\n\nThe company Uzstanex sold machine tools.\n", encoding="utf-8")
    run = runs.articles(path, lists=[small_list], out=tmp_path / "out")
    assert any("more than 20 characters" in note for note in run.notes)


LISTED_IN_THE_STORIES = frozenset(
    [
        "50839",
        "50936",
        "51285",
        "51286",
        "8759",
        "21344",
        "35096",
        "37185",
        "21186",
        "37385",
        "37509",
        "37197",
        "35173",
        "12735",
        "22543",
        "37322",
        "18647",
        "37739",
    ]
)
"""The entries of the SDN list that the real stories speak of, told by searching the texts for every listed name."""
MOST_WRONG = 10


@pytest.mark.usefixtures("same_screeners")
def test_the_real_stories_raise_every_listed_party_they_name_and_few_others(shared: Path, tmp_path: Path) -> None:
    listed = shared / "lists/us_ofac_sdn_composite/2026-08-20"
    run = runs.articles([shared / "articles"], lists=listed, out=tmp_path)
    hits = run.hits.to_pylist()
    found = {row["entry_id"] for row in hits}
    assert found >= LISTED_IN_THE_STORIES
    assert len(found - LISTED_IN_THE_STORIES) <= MOST_WRONG
    strong = {row["entry_id"] for row in hits if row["match_strength"] in {"exact", "strong"}}
    assert strong <= LISTED_IN_THE_STORIES
