"""Rules of the user's own replace single values of the shipped ones, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import SettingsError
from screening.trade.flows.rules import load as flow_rules
from screening.trade.rules import load as flag_rules


def own(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_single_value_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    found = flow_rules(own(tmp_path, "\ufeff[measure]\nrise_ratio = 3\n"))
    shipped = flow_rules()
    assert found.measure["rise_ratio"] == 3
    assert {k: v for k, v in found.measure.items() if k != "rise_ratio"} == {
        k: v for k, v in shipped.measure.items() if k != "rise_ratio"
    }
    assert found.hubs == shipped.hubs


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[measure\n", "not valid TOML"),
        ("[nonsense]\na = 1\n", "'nonsense' is no rule or value of"),
        ("measure = 1\n", "'measure' is of the wrong form"),
    ],
)
@pytest.mark.parametrize("load", [flow_rules, flag_rules])
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, content: str, says: str, load) -> None:
    content = content if load is flow_rules else content.replace("measure", "flags")
    with pytest.raises(SettingsError, match=rf"own\.toml: {says.replace('measure', content.split()[0].strip('[]'))}"):
        load(own(tmp_path, content))


@pytest.mark.parametrize("value", ["'3'", "true", "[3]", "nan", "inf", "2022-02-24"])
def test_a_value_of_another_kind_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match=r"rise_ratio is .* which is not of the kind of 1\.5"):
        flow_rules(own(tmp_path, f"[measure]\nrise_ratio = {value}\n"))


@pytest.mark.parametrize("load", [flow_rules, flag_rules])
def test_a_list_that_is_not_there_is_the_users_mistake(tmp_path: Path, load) -> None:
    with pytest.raises(SettingsError, match=r"own\.toml.*places/nope\.tsv"):
        load(own(tmp_path, '[places]\nhubs = "places/nope.tsv"\n'))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        flag_rules(tmp_path / "absent.toml")


@pytest.mark.parametrize(
    ("load", "content", "read"),
    [
        (flow_rules, "[measure]\nrise_ratio = {}\n", lambda found: found.measure["rise_ratio"]),
        (flag_rules, "[flags.odd_route]\nweight = {}\n", lambda found: found.flags["odd_route"].weight),
    ],
)
def test_a_file_that_was_changed_is_read_anew(tmp_path: Path, load, content: str, read) -> None:
    shipped = read(load())
    assert read(load(own(tmp_path, content.format(3)))) == 3
    assert read(load(own(tmp_path, content.format(5)))) == 5
    assert read(load()) == shipped
