"""A party that several lists hold matters as much as the gravest of its listings, whichever name was met."""

from __future__ import annotations

from datetime import date

import pytest

from screening.alerts import RatingSettings, rate

UK, US = "uk_sanctions_list", "us_ofac_sdn"
SAME = {(UK, "1"): [(US, "9")], (US, "9"): [(UK, "1")]}


@pytest.fixture
def rated(make_snapshot, make_match, matches, subjects):
    """A hit on a British listing whose party another list holds too."""

    def made(binds=("US", "EU"), companions=SAME, hit=(), **listing):
        uk = make_snapshot({"entry_id": "1", "measures": ["asset_freeze"]}, list_id=UK)
        us = make_snapshot({"entry_id": "9", "name": "MERKEZ", "measures": ["asset_freeze"], **listing}, list_id=US)
        found = matches(make_match(list_id=UK, **dict(hit)))
        [row] = rate(found, subjects(), [uk, us], RatingSettings(binds), companions).to_pylist()
        return row

    return made


def test_the_listing_that_binds_us_gives_the_priority_and_the_reason_says_so(rated) -> None:
    row = rated()
    assert (row["priority"], row["binds_us"], row["priority_rule"]) == ("critical", True, "prohibition")
    assert row["why"].endswith(
        "Critical priority: The same party is us_ofac_sdn 9 (MERKEZ): Asset freeze under US law, which binds us: "
        "a prohibition."
    )
    assert (row["list_id"], row["entry_id"], row["measure"]) == (UK, "1", ["asset_freeze"])


def test_the_own_listing_speaks_where_none_is_graver(rated) -> None:
    row = rated(binds=("UK", "US"))
    assert row["priority"] == "critical"
    assert "The same party is" not in row["why"]


@pytest.mark.parametrize(
    ("listing", "priority", "binds"),
    [
        ({"measures": ["travel_ban"]}, "medium", False),
        ({"ended_on": date(2020, 1, 1)}, "medium", False),
        ({"measures": ["sectoral"]}, "medium", True),
        ({"measures": ["export_licence"]}, "high", True),
    ],
    ids=["that freezes nothing", "that has ended", "as grave, and binding", "graver"],
)
def test_the_other_listing_is_judged_by_the_same_rules(rated, listing, priority: str, binds: bool) -> None:
    row = rated(**listing)
    assert (row["priority"], row["binds_us"]) == (priority, binds)
    assert ("The same party is" in row["why"]) is binds


def test_a_perhaps_affiliate_of_it_is_rated_as_one(rated) -> None:
    row = rated(hit={"relation": "possible_affiliate"})
    assert (row["priority"], row["priority_rule"]) == ("high", "affiliate_of_a_prohibited_party")


@pytest.mark.parametrize(
    "companions", [None, {}, {(UK, "2"): [(US, "9")]}, {(UK, "1"): [(US, "8")]}, {(UK, "1"): [("eu_fsf", "9")]}]
)
def test_entries_that_are_not_known_to_be_the_party_say_nothing(rated, companions) -> None:
    row = rated(companions=companions)
    assert (row["priority"], row["binds_us"]) == ("medium", False)


def test_strength_is_of_the_names_alone(rated) -> None:
    assert rated()["match_strength"] == rated(companions={})["match_strength"]
