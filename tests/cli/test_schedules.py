"""What the example's files for cron, systemd and Windows say is understood: by these, and by our own commands."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from screening import reference

FOLDER = reference.lists_dir() / "demo" / "jobs" / "schedule"
FIELDS = re.compile(r"(?:[\d*,/-]+\s+){5}")
"""Minute, hour, day, month, weekday."""


def _lines() -> list[str]:
    """The lines of the cron file that say what is done when."""
    return [line for line in (FOLDER / "screening.cron").read_text(encoding="utf-8").splitlines() if FIELDS.match(line)]


def _commands() -> list[str]:
    service = (FOLDER / "screening@.service").read_text(encoding="utf-8")
    windows = (FOLDER / "windows_task.cmd").read_text(encoding="utf-8")
    return [
        *(FIELDS.sub("", line).split(None, 1)[1] for line in _lines()),
        *re.findall(r"^ExecStart=/usr/bin/env (.+)$", service, re.MULTILINE),
        *re.findall(r'/TR "cmd /c (.+?)"', windows),
    ]


@pytest.mark.parametrize("command", _commands())
def test_each_command_is_one_of_ours_with_options_it_has(command: str) -> None:
    import typer

    from screening.cli.app import app

    words = shlex.split(command.split(">>")[0].replace("\\", "/").replace("%i", "customers"))
    assert words.pop(0) == "screening"
    found = typer.main.get_command(app)
    while hasattr(found, "commands"):
        found = found.commands[words.pop(0)]
    context = found.make_context(found.name, words)  # nothing is run
    assert context.params


def test_there_is_a_command_for_each_scheduler() -> None:
    assert len(_commands()) == len(_lines()) + 2 == 5


def test_cron_takes_the_lines(tmp_path: Path) -> None:
    crontab = shutil.which("crontab")
    if crontab is None:
        pytest.skip("cron is not installed (Debian's package: cron)")
    dry = subprocess.run([crontab, "-h"], capture_output=True, text=True, check=False)
    if "dry run" not in dry.stdout + dry.stderr:
        pytest.skip("this crontab cannot check a file without installing it")
    mine = tmp_path / "crontab"  # of one user: the field that names one is not there
    settings = [
        line for line in (FOLDER / "screening.cron").read_text(encoding="utf-8").splitlines() if "=" in line[:8]
    ]
    mine.write_text("\n".join([*settings, *(re.sub(r"(\* \S+) screening ", r"\1 ", line) for line in _lines())]) + "\n")
    said = subprocess.run([crontab, "-n", str(mine)], capture_output=True, text=True, check=False)
    if "not allowed" in said.stderr:
        pytest.skip("this account may not use crontab")
    assert said.returncode == 0, said.stderr
    mine.write_text(mine.read_text().replace("15 2", "75 2"))
    wrong = subprocess.run([crontab, "-n", str(mine)], capture_output=True, text=True, check=False)
    assert wrong.returncode != 0  # it does look


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed")
    for name in ("screening@.service", "screening@.timer"):
        shutil.copy(FOLDER / name, tmp_path / name)
    units = [str(tmp_path / "screening@customers.service"), str(tmp_path / "screening@customers.timer")]
    for unit, name in zip(units, ("screening@.service", "screening@.timer"), strict=True):
        shutil.copy(FOLDER / name, unit)
    said = subprocess.run([analyze, "verify", "--man=no", *units], capture_output=True, text=True, check=False)
    mine = [line for line in said.stderr.splitlines() if "screening@" in line]
    assert mine == [], said.stderr
    when = re.search(r"^OnCalendar=(.+)$", (FOLDER / "screening@.timer").read_text(encoding="utf-8"), re.MULTILINE)
    assert when is not None
    told = subprocess.run([analyze, "calendar", when[1]], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
