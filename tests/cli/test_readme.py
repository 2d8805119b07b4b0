"""The README: what it tells a stranger to type exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from screening.cli.app import app

README = Path(__file__).resolve().parents[2] / "README.md"
COMMANDS = sorted(
    set(
        re.findall(
            r"(?<!from )(?<![\w.])screening ([a-z]+(?: (?:update|import|accept|reject|show|diff))?)\b",
            README.read_text(encoding="utf-8"),
        )
    )
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_it_names_exists(command: str) -> None:
    assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0


def test_it_names_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert "pip install . && screening demo" in text
    assert 'pip install -e ".[test]" && pytest' in text
    assert {"demo", "match", "articles", "parties", "compare", "lists update", "lists import"} <= set(COMMANDS)
