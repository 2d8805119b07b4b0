"""The words that tell names in running text, ``words/mention_words.tsv``: each kind is explained, and asked for."""

from __future__ import annotations

import re
from pathlib import Path

import screening.intake
from screening.intake.lexicon import kinds
from screening.reference import lists_dir, table

FILE = "words/mention_words.tsv"
KINDS = {row["kind"] for row in table(FILE).rows}


def test_the_head_of_the_table_explains_every_kind() -> None:
    lines = (lists_dir() / FILE).read_text(encoding="utf-8").splitlines()
    said = " ".join(line for line in lines if line.startswith("#"))
    assert [kind for kind in sorted(KINDS) if not re.search(rf"\b{kind}\b", said)] == []


def test_every_kind_is_asked_for() -> None:
    folder = Path(screening.intake.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert [kind for kind in sorted(KINDS) if f'"{kind}"' not in code] == []


def test_small_words_are_of_the_kinds_that_rules_ask_for() -> None:
    assert "preposition" in kinds("against")
    assert {"numeral", "ordinal"} <= kinds("first")
    assert "article_of" in kinds("der")
    assert "within_office" in kinds("по")
