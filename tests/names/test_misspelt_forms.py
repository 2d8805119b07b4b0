"""Legal forms of several words with letters wrong are the form, not the name."""

from __future__ import annotations

import pytest

from screening.names.misspelt_forms import mended
from screening.names.parsing import parse


@pytest.mark.parametrize(
    "name",
    [
        "Obshchestvo s organichennoi otvetstvennostyu Zvezdolet",
        "Obschchestvo s ogranichennoy otvetstennostyu Zvezdolet",
        "Otkritoe aktcionernoe obshestvo Zvezdolet",
        "Общество с ограниченой ответственостью Zvezdolet",
        "Zvezdolet Limited Liabilty Company",
    ],
)
def test_a_misspelt_form_leaves_the_name_alone(name: str) -> None:
    assert [part.text for part in parse(name, "organisation").parts if part.kind == "name"] == ["zvezdolet"]


@pytest.mark.parametrize(
    "name",
    ["obshchina s ogranichennoi otvetstvennostyu", "zvezdolet limited company", "winsun cooperation society", ""],
)
def test_what_is_no_form_nearly_stays(name: str) -> None:
    tokens = tuple(name.split())
    assert mended(tokens) == tokens


def test_mending_twice_is_mending_once() -> None:
    once = mended(("otkritoe", "aktcionernoe", "obshestvo", "zvezdolet"))
    assert mended(once) == once
