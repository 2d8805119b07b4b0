from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import reference
from screening.alerts import rating_rules
from screening.errors import KnowledgeError
from screening.model import MEASURES, NAME_TYPES, PRIORITIES, RELATIONS, SCHEMAS, STRENGTHS

RULES = rating_rules.load()


def _facts(**known: Any) -> dict[str, Any]:
    facts: dict[str, Any] = dict.fromkeys(rating_rules.FIELDS, "absent")
    facts |= {"matched_on": "name", "relation": "same_party", "name_type": "primary", "schema": "Company"}
    facts |= {"score": 1.0, "words": 3, "letters": 20, "distinctive": 2, "name": "agrees", "given_name_only": False}
    facts["other_father"] = False
    return facts | known


STRENGTH = [
    ("a firm by its full name", {}, "strong"),
    ("a firm by a close name", {"score": 0.95}, "strong"),
    ("a firm by a similar name", {"score": 0.70}, "weak"),
    ("one short word", {"words": 1, "letters": 4}, "moderate"),
    ("common words only", {"distinctive": 0}, "moderate"),
    ("common words in another country", {"distinctive": 0, "country": "contradicts"}, "weak"),
    ("a given name alone", {"schema": "Person", "words": 1, "given_name_only": True}, "weak"),
    ("another father in a fuller name", {"schema": "Person", "words": 2, "other_father": True}, "weak"),
    ("common words in the same country", {"distinctive": 0, "country": "agrees"}, "strong"),
    ("name and identifier", {"identifier": "agrees"}, "exact"),
    (
        "identifier only",
        {"matched_on": "identifier", "identifier": "agrees", "name": "contradicts"},
        "strong",
    ),
    ("identifier and name", {"matched_on": "identifier", "identifier": "agrees"}, "exact"),
    ("name and address", {"address": "agrees"}, "exact"),
    ("a country that differs", {"country": "contradicts"}, "moderate"),
    ("two words of a person", {"schema": "Person", "words": 2}, "moderate"),
    ("three words of a person", {"schema": "Person", "words": 3}, "strong"),
    ("person and country", {"schema": "Person", "words": 2, "country": "agrees"}, "strong"),
    ("person and year", {"schema": "Person", "words": 2, "date": "agrees", "year": "agrees"}, "strong"),
    ("person and day", {"schema": "Person", "words": 2, "date": "agrees", "day": "agrees"}, "exact"),
    ("another year", {"schema": "Person", "words": 3, "date": "contradicts", "year": "contradicts"}, "weak"),
    ("another day of the year", {"schema": "Person", "words": 3, "date": "contradicts"}, "moderate"),
    ("a firm of another year", {"date": "contradicts", "year": "contradicts"}, "weak"),
    (
        "a firm of another year, name and country the same",
        {"date": "contradicts", "year": "contradicts", "country": "agrees"},
        "moderate",
    ),
    (
        "a firm of another year, a close name and the country the same",
        {"date": "contradicts", "year": "contradicts", "country": "agrees", "score": 0.94},
        "weak",
    ),
    (
        "common words of another year in the same country",
        {"date": "contradicts", "year": "contradicts", "country": "agrees", "distinctive": 0},
        "weak",
    ),
    (
        "one short word of another year in the same country",
        {"date": "contradicts", "year": "contradicts", "country": "agrees", "words": 1, "letters": 4},
        "weak",
    ),
    (
        "a firm of another year and number in the same country",
        {"date": "contradicts", "year": "contradicts", "country": "agrees", "identifier": "contradicts"},
        "weak",
    ),
    (
        "a person of another year in the same country",
        {"schema": "Person", "words": 3, "date": "contradicts", "year": "contradicts", "country": "agrees"},
        "weak",
    ),
    ("a weak alias alone", {"name_type": "weak_alias"}, "weak"),
    ("a weak alias and a country", {"name_type": "weak_alias", "country": "agrees"}, "weak"),
    ("a weak alias and a date", {"name_type": "weak_alias", "date": "agrees"}, "strong"),
    ("a ship's name alone", {"schema": "Vessel"}, "weak"),
    ("a ship's name and flag", {"schema": "Vessel", "country": "agrees"}, "strong"),
    ("a ship's name and number", {"schema": "Vessel", "identifier": "agrees"}, "exact"),
    ("a possible affiliate", {"relation": "possible_affiliate", "name": "absent"}, "weak"),
    ("an affiliate in the same place", {"relation": "possible_affiliate", "address": "agrees"}, "weak"),
]


@pytest.mark.parametrize(("what", "known", "expected"), STRENGTH, ids=[case[0] for case in STRENGTH])
def test_strength(what: str, known: dict[str, Any], expected: str) -> None:
    assert rating_rules.strength(_facts(**known), RULES).level == expected


def test_the_rule_that_spoke_last_is_named_and_all_that_spoke_are_quoted() -> None:
    verdict = rating_rules.strength(_facts(name_type="weak_alias"), RULES)
    assert verdict.rule == "weak_alias_alone"
    assert verdict.why.startswith("The names are the same. Only a weak alias matched, and nothing else agrees")


ANY_FACTS = st.fixed_dictionaries(
    {
        "matched_on": st.sampled_from(["name", "identifier"]),
        "relation": st.sampled_from(RELATIONS),
        "name_type": st.sampled_from(NAME_TYPES),
        "schema": st.sampled_from(SCHEMAS),
        "score": st.floats(0, 1),
        "words": st.integers(0, 6),
        "letters": st.integers(0, 40),
        "distinctive": st.integers(0, 3),
        "given_name_only": st.booleans(),
        "other_father": st.booleans(),
        **{field: st.sampled_from(["agrees", "contradicts", "absent"]) for field in rating_rules.FIELDS},
    }
)


@given(ANY_FACTS, st.sampled_from(rating_rules.FIELDS))
def test_an_agreeing_field_never_lowers_a_strength_and_a_contradicting_one_never_raises_it(
    facts: dict[str, Any], field: str
) -> None:
    levels = [
        STRENGTHS.index(rating_rules.strength(facts | {field: value}, RULES).level)
        for value in ("agrees", "absent", "contradicts")
    ]
    assert levels == sorted(levels)


PRIORITY = [
    ("freeze that binds", ["asset_freeze"], True, "same_party", True, "critical"),
    ("freeze elsewhere", ["asset_freeze"], False, "same_party", True, "medium"),
    ("indebted sectoral listing", ["sectoral"], True, "same_party", True, "medium"),
    ("freeze and sectoral", ["sectoral", "asset_freeze"], True, "same_party", True, "critical"),
    ("travel ban", ["travel_ban"], True, "same_party", True, "low"),
    ("export ban", ["export_denied"], True, "same_party", True, "high"),
    ("own list", ["internal"], True, "same_party", True, "high"),
    ("nothing stated", [], True, "same_party", True, "high"),
    ("nothing stated elsewhere", [], False, "same_party", True, "low"),
    ("an order that has ended", ["export_denied"], True, "same_party", False, "low"),
    ("affiliate of a frozen party", ["asset_freeze"], True, "possible_affiliate", True, "high"),
]


@pytest.mark.parametrize("case", PRIORITY, ids=[case[0] for case in PRIORITY])
def test_priority(case: tuple[str, list[str], bool, str, bool, str]) -> None:
    _, measures, binds, relation, in_force, expected = case
    facts = {
        "measures": measures,
        "binds_us": binds,
        "relation": relation,
        "in_force": in_force,
        "given_name_only": False,
        "law": "US law",
    }
    verdict = rating_rules.priority(facts, RULES)
    assert verdict.level == expected
    assert "US law" in verdict.why or "own list" in verdict.why


@given(st.lists(st.sampled_from(MEASURES)), st.booleans(), st.sampled_from(RELATIONS), st.sampled_from(MEASURES))
def test_a_further_measure_never_lowers_a_priority(measures: list[str], binds: bool, relation: str, more: str) -> None:
    facts = {
        "measures": measures or ["travel_ban"],
        "binds_us": binds,
        "relation": relation,
        "in_force": True,
        "given_name_only": False,
    }
    facts["law"] = "EU law"
    before = rating_rules.priority(facts, RULES).level
    after = rating_rules.priority(facts | {"measures": [*facts["measures"], more]}, RULES).level
    assert PRIORITIES.index(after) <= PRIORITIES.index(before)


BROKEN = [
    ({"id": "x", "when": {"agrees_all": ["date"]}, "lowers": 1, "says": ""}, "more agreement"),
    ({"id": "x", "when": {"contradicts_any": ["date"]}, "raises": 1, "says": ""}, "more agreement"),
    ({"id": "x", "when": {"agrees_all": ["dat"]}, "raises": 1, "says": ""}, "'dat' is not known"),
    ({"id": "x", "when": {"scoer": 1}, "raises": 1, "says": ""}, "'scoer' is not known"),
    ({"id": "x", "when": {}, "says": ""}, "0 outcomes"),
    ({"id": "x", "when": {}, "sets": "strong", "raises": 1, "says": ""}, "2 outcomes"),
    ({"id": "x", "when": {}, "at_most": "huge", "says": ""}, "'huge' is not known"),
    ({"id": "name_same", "when": {}, "at_most": "weak", "says": ""}, "stands twice"),
    ({"when": {}, "at_most": "weak", "says": ""}, "'id' is missing"),
]


@pytest.mark.parametrize(("rule", "message"), BROKEN)
def test_a_broken_rule_is_refused_with_one_clear_line(rule: dict[str, Any], message: str) -> None:
    content = copy.deepcopy(reference.rules("rules/rating.toml"))
    content["strength"].append(rule)
    with pytest.raises(KnowledgeError, match=message) as caught:
        rating_rules.parse(content, "rating.toml")
    assert "\n" not in str(caught.value)
