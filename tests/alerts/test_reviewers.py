from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screening.alerts.reviewers import load
from screening.errors import SettingsError

GOOD = '[[reviewer]]\nname = "Ada Example"\nroles = ["reviewer"]\nalso = ["AE"]\nuntil = 2026-12-31\n'


def _load(tmp_path: Path, text: str):
    path = tmp_path / "reviewers.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize("typed", ["Ada Example", " ada  EXAMPLE ", "ae"])
def test_a_person_is_found_however_the_name_is_typed(tmp_path, typed) -> None:
    assert _load(tmp_path, GOOD).find(typed).name == "Ada Example"


def test_a_role_ends_with_its_last_day(tmp_path) -> None:
    person = _load(tmp_path, GOOD).find("AE")
    assert person.may("reviewer", date(2026, 12, 31))
    assert not person.may("reviewer", date(2027, 1, 1))
    assert not person.may("approver", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no [[reviewer]]"),
        ("reviewer = 3", "no [[reviewer]]"),
        ('[[reviewer]]\nroles = ["reviewer"]', "has no name"),
        ('[[reviewer]]\nname = "A"\nroles = ["boss"]', "roles must be of"),
        ('[[reviewer]]\nname = "A"', "roles must be of"),
        (GOOD + "from = 3\n", "from must be a date"),
        (GOOD + 'age = "3"\n', "'age' is not known"),
        (GOOD + '[[reviewer]]\nname = "ae"\nroles = ["approver"]\n', "stands for two people"),
        ("four_eyes = false\n" + GOOD, "needs four_eyes_reason"),
        ("x = [", "cannot be read"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, said) -> None:
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path, text)
    assert said in str(caught.value)


def test_everything_wrong_is_said_at_once(tmp_path) -> None:
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path, "colour = 1\n[[reviewer]]\nroles = []\n")
    assert "colour" in str(caught.value)
    assert "has no name" in str(caught.value)
