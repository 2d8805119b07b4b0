"""A firm's own values lie over the rules of rating; what they cannot say is refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.alerts import rating_rules
from screening.errors import SettingsError

SHIPPED = rating_rules.load()
RULE = SHIPPED.priority[0].id


def _load(tmp_path: Path, text: str) -> rating_rules.Rules:
    path = tmp_path / "our_rating.toml"
    path.write_text(text, encoding="utf-8")
    return rating_rules.load(own=str(path))


def test_a_value_and_a_rule_replace_those_of_their_names(tmp_path: Path) -> None:
    own = _load(
        tmp_path,
        "[agreement]\ncirca_years = 5\n"
        '[[strength]]\nid = "possible_affiliate"\nwhen = { relation = "possible_affiliate" }\nsets = "moderate"\n'
        'says = "We look at affiliates."\n',
    )
    assert own.agreement == {**SHIPPED.agreement, "circa_years": 5}
    assert [rule.id for rule in own.strength] == [rule.id for rule in SHIPPED.strength]
    changed = [rule.id for rule, was in zip(own.strength, SHIPPED.strength, strict=True) if rule != was]
    assert changed == ["possible_affiliate"]
    assert own.priority == SHIPPED.priority
    assert rating_rules.load() == SHIPPED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[agreement\n", "not valid TOML"),
        ("[agrement]\n", "Did you mean agreement"),
        ("[agreement]\ncirca_year = 5\n", "Did you mean agreement.circa_years"),
        ("agreement = 5\n", "must be a table"),
        ('[agreement]\ncirca_years = "two"\n', "agreement.circa_years is 'two', which is not of the kind of 2"),
        ('[common]\nrarity_below = "much"\n', "common.rarity_below is 'much'"),
        ('[binding]\nalways = "US"\n', "binding.always is 'US'"),
        ('[[strength]]\nid = "posible_affiliate"\n', "Did you mean possible_affiliate"),
        ('[[strength]]\nsets = "weak"\n', "with its id"),
        ('[[strength]]\nid = "possible_affiliate"\nsets = "huge"\nsays = "x"\n', "our_rating.toml"),
        (
            '[[strength]]\nid = "possible_affiliate"\nwhen = { agrees_any = ["date"] }\nlowers = 1\nsays = "x"\n',
            "agree",
        ),
        *(
            (f'[[strength]]\nid = "possible_affiliate"\n{rule}\n', said)
            for rule, said in (
                (
                    'when = { score_at_least = "0.9" }\nsets = "weak"\nsays = "x"',
                    "score_at_least is '0.9', not a number",
                ),
                ('when = { agrees_any = "date" }\nraises = 1\nsays = "x"', "agrees_any is 'date', not a list"),
                ('when = {}\nraises = -1\nsays = "x"', "raises is -1, not a whole number of steps"),
                ('when = {}\nsets = "weak"\nsays = 5', "says is 5, not text"),
                ('when = 5\nsets = "weak"\nsays = "x"', "our_rating.toml"),
            )
        ),
        *(
            (f'[[priority]]\nid = "{RULE}"\n{rule}\n', said)
            for rule, said in (
                ('when = { binds_us = "yes" }\nis = "low"\nsays = "x"', "binds_us is 'yes', not true or false"),
                ('when = { measure = 5 }\nis = "low"\nsays = "x"', "measure is 5, not text"),
                ('when = {}\nis = "low"\nsays = "{party}"', "is to be filled in"),
            )
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        _load(tmp_path, text)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        rating_rules.load(own=str(tmp_path / "none.toml"))
