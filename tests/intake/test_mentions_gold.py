"""Recall of mentions on the real articles and on invented ones, and how much is found in vain."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from screening.intake.articles import original_text, read_articles
from screening.intake.mentions import mentions, subjects_from
from screening.reference import read_table

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("SCREENING_SHARED", HERE.parents[2] / "shared"))


def plain(name: str) -> str:
    return " ".join(name.split()).removeprefix("The ")


@pytest.fixture(scope="module")
def articles() -> Path:
    folder = SHARED / "articles"
    if not folder.is_dir():
        pytest.skip("the real articles are not here")
    return folder


@pytest.mark.real
def test_real_articles_are_stories_and_copies_are_known(articles: Path) -> None:
    intake = read_articles([articles])
    assert intake.rejects.num_rows == 0
    assert [file.rows_out for file in intake.inputs] == [5, 7, 5, 6, 6]
    keys = [story.key for story in intake.stories]
    assert len(keys) - len(set(keys)) == 4
    assert {story.language for story in intake.stories} == {"en"}


@pytest.mark.real
def test_real_names_are_found_and_little_beside_them(articles: Path) -> None:
    gold: dict[tuple[str, int], set[str]] = {}
    for row in read_table(HERE / "mentions_gold.tsv").rows:
        gold.setdefault((row["file"], int(row["story"])), set()).add(plain(row["name"]))
    missed: list[str] = []
    subjects = 0
    for story in read_articles([articles]).stories:
        wanted = gold.get((Path(story.file).name[:3], story.index), set())
        its = mentions(story)
        missed.extend(wanted - {plain(mention.name) for mention in its})
        subjects += len({mention.subject_id for mention in its})
    total = sum(map(len, gold.values()))
    assert len(missed) <= 0.05 * total, missed
    assert subjects <= 5 * total


@pytest.mark.real
def test_real_offsets_point_at_the_name(articles: Path) -> None:
    stories = read_articles([articles]).stories
    originals = {story.file: original_text(story.file) for story in stories}
    rows = subjects_from(stories).to_pylist()
    assert rows
    for row in rows:
        stretch = " ".join(originals[row["source"]][row["start"] : row["end"]].split())
        if "<" not in stretch and "&" not in stretch:
            assert stretch == row["name"]


def test_invented_articles_in_three_languages() -> None:
    gold: dict[str, set[str]] = {}
    for row in read_table(HERE / "held_out" / "gold.tsv").rows:
        gold.setdefault(row["file"], set()).add(row["name"])
    missed: list[str] = []
    subjects = 0
    for name, wanted in gold.items():
        (story,) = read_articles([HERE / "held_out" / f"{name}.txt"]).stories
        its = mentions(story)
        missed.extend(wanted - {mention.name for mention in its})
        subjects += len({mention.subject_id for mention in its})
    total = sum(map(len, gold.values()))
    assert len(missed) <= 0.05 * total, missed
    assert subjects <= 2 * total
