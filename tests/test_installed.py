"""Which package the tests test, and that its knowledge comes with it."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import pytest

import screening
from screening.reference import lists_dir


@pytest.mark.skipif("SCREENING_TEST_INSTALLED" not in os.environ, reason="only where a wheel is tested")
def test_the_imported_package_is_the_installed_one() -> None:
    installed = Path(sysconfig.get_paths()["purelib"]).resolve()
    assert Path(screening.__file__).resolve().parent == installed / "screening"
    assert lists_dir().resolve() == installed / "screening" / "lists"


def test_the_knowledge_is_there() -> None:
    for name in ("words", "rules", "demo", "places", "catalogue.toml"):
        assert (lists_dir() / name).exists()
