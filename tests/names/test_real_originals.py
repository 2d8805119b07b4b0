"""Names in their original script beside their Latin spellings, on the UN list: do the skeletons meet?"""

import gzip
import os
from pathlib import Path

import pytest
from defusedxml import ElementTree

from screening.names.scripts import script_of
from screening.names.sound import skeleton
from screening.names.tokens import words
from screening.names.transliteration import token_keys

SHARED = Path(os.environ.get("SCREENING_SHARED", Path(__file__).resolve().parents[2] / "../shared"))
UN_LIST = SHARED / "lists/un_consolidated/un_2026-02-27.xml.gz"
PARTICLES = {"بن", "ابن", "ابو", "ال"}
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def runs(tokens: list[str]) -> list[str]:
    """Each word, and two and three neighbours joined: Abd al-Rahman is also Abdurrahman."""
    return ["".join(tokens[at : at + size]) for size in (1, 2, 3) for at in range(len(tokens) - size + 1)]


def skeletons(text: str) -> set[str]:
    return {skeleton(key.text) for run in runs(words(text)) for key in token_keys(run)}


@pytest.mark.real
def test_words_in_arabic_script_meet_their_latin_spelling() -> None:
    if not UN_LIST.exists():
        pytest.skip("the UN list in ../shared is absent")
    with gzip.open(UN_LIST) as stream:
        root = ElementTree.parse(stream).getroot()
    met = total = 0
    for entry in root.iter("INDIVIDUAL"):
        original = entry.findtext("NAME_ORIGINAL_SCRIPT") or ""
        if script_of(original) != "Arabic":
            continue
        latin = [" ".join(filter(None, (entry.findtext(part) for part in NAME_PARTS)))]
        latin += [alias.text or "" for alias in entry.iter("ALIAS_NAME")]
        known = set().union(*(skeletons(name) for name in latin if script_of(name) == "Latin"))
        tokens = words(original)
        for at, token in enumerate(tokens):
            if token in PARTICLES:
                continue
            joined = [token, "".join(tokens[at : at + 2]), "".join(tokens[max(at - 1, 0) : at + 1])]
            total += 1
            met += any(skeleton(key.text) in known for run in joined for key in token_keys(run))
    assert total > 1000
    assert met / total > 0.96, f"{met} of {total} words meet"
