from __future__ import annotations

import random
from datetime import date

import pytest

from screening.alerts import RatingSettings, alert_id, rate
from screening.errors import SettingsError
from screening.model import HITS


def _one(table):
    assert len(table) == 1
    return table.to_pylist()[0]


def test_a_hit_carries_its_match_and_says_which_rules_rated_it(make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot({"entry_id": "1", "countries": ["TR"]})
    hit = _one(rate(matches(make_match()), subjects({"country": ["TR"]}), [snapshot]))
    assert rate(matches(make_match()), subjects(), [snapshot]).schema == HITS
    assert (hit["match_strength"], hit["strength_rule"]) == ("strong", "name_same")
    assert (hit["priority"], hit["priority_rule"]) == ("critical", "prohibition")
    assert (hit["country_agrees"], hit["date_agrees"], hit["name_agrees"]) == ("agrees", "absent", "agrees")
    assert hit["why"] == (
        "Strong: The names are the same. (Country: TR.) "
        "Critical priority: Asset freeze under US law, which binds us: a prohibition."
    )


def test_a_list_that_does_not_bind_us_is_risk_intelligence(make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot({"entry_id": "1"}, list_id="uk_sanctions_list")
    found = matches(make_match(list_id="uk_sanctions_list"))
    ours = _one(rate(found, subjects(), [snapshot], RatingSettings(("UK",))))
    theirs = _one(rate(found, subjects(), [snapshot], RatingSettings(("US", "EU"))))
    assert (ours["priority"], ours["binds_us"]) == ("critical", True)
    assert (theirs["priority"], theirs["binds_us"]) == ("medium", False)
    assert "risk intelligence" in theirs["why"]


@pytest.mark.parametrize(
    ("list_id", "settings", "binds"),
    [
        ("un_sc_consolidated", RatingSettings((), {"un_sc_consolidated": "UN"}), True),
        ("our_own", RatingSettings(()), True),
        ("their_own", RatingSettings(("US",), {"their_own": "CH"}), False),
    ],
)
def test_whose_law_a_list_is(list_id, settings, binds, make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot({"entry_id": "1"}, list_id=list_id)
    hit = _one(rate(matches(make_match(list_id=list_id)), subjects(), [snapshot], settings))
    assert hit["binds_us"] is binds


def test_an_order_that_has_ended_matters_less(make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot({"entry_id": "1", "ended_on": date(2020, 1, 1)})
    found = matches(make_match(measure=["export_denied"]))
    assert _one(rate(found, subjects(), [snapshot]))["priority_rule"] == "ended"
    assert _one(rate(found, subjects({"date": date(2019, 5, 5)}), [snapshot]))["priority"] == "high"


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Andrei", "mention", ("weak", "low")),
        ("Andrei", "customer", ("moderate", "critical")),
        ("Andrei Merkez", "mention", ("moderate", "critical")),
    ],
)
def test_a_story_that_gives_a_given_name_alone_says_little_of_who_it_is(
    name, role, expected, make_snapshot, make_match, matches, subjects
) -> None:
    snapshot = make_snapshot({"entry_id": "1", "schema": "Person"})
    found = matches(make_match(schema="Person", subject_name=name, matched_name=name))
    hit = _one(rate(found, subjects({"schema": "Person", "role": role, "name": name}), [snapshot]))
    assert (hit["match_strength"], hit["priority"]) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Security Service", "Federal Security Service (FSB)"), ("Federal Security Service (FSB)", "Security Service")],
)
def test_whichever_name_is_of_common_words_only_makes_the_two_common(
    ours, theirs, make_snapshot, make_match, matches, subjects
) -> None:
    snapshot = make_snapshot({"entry_id": "1", "countries": ["RU"]})
    found = matches(make_match(subject_name=ours, matched_name=theirs, score=0.98))
    assert _one(rate(found, subjects(), [snapshot]))["strength_rule"] == "name_of_common_words"
    abroad = _one(rate(found, subjects({"country": ["UA"]}), [snapshot]))
    assert (abroad["match_strength"], abroad["country_agrees"]) == ("weak", "contradicts")


def test_a_short_word_is_one_whichever_side_has_it(make_snapshot, make_match, matches, subjects) -> None:
    found = matches(make_match(subject_name="SBU", matched_name="Seaside Basket University (SBU)", score=1.0))
    hit = _one(rate(found, subjects(), [make_snapshot({"entry_id": "1"})]))
    assert (hit["match_strength"], hit["strength_rule"]) == ("moderate", "name_same_short")


def test_what_all_places_of_a_subject_say_counts(make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot({"entry_id": "1", "schema": "Person", "birth_dates": ["1970-05-03"]})
    found = matches(make_match(schema="Person", matched_name="Merkez Kimya"))
    places = subjects({"birth_date": None}, {"birth_date": "1970-05-03", "place": "row 3"})
    assert _one(rate(found, places, [snapshot]))["match_strength"] == "exact"


@pytest.mark.parametrize(
    ("country", "name", "strength"),
    [("RU", "Baker", "strong"), ("DE", "Baker", "moderate"), ("DE", "Merkez Kimya Limited Sirketi", "exact")],
)
def test_a_number_of_another_country_than_its_party_says_less_and_says_so(
    make_snapshot, make_match, matches, subjects, country: str, name: str, strength: str
) -> None:
    number = {"type": "Tax ID No.", "number": "7704274402", "country": "RU"}
    snapshot = make_snapshot({"entry_id": "1", "countries": ["RU"], "identifiers": [number]})
    places = subjects({"country": [country], "identifiers": [{**number, "country": country}]})
    found = matches(make_match(matched_on="identifier", subject_name=name, score=1.0))
    hit = _one(rate(found, places, [snapshot]))
    assert hit["match_strength"] == strength
    assert ("is of RU, the party here of DE" in hit["why"]) == (country == "DE")


def test_the_order_of_rows_changes_nothing(make_snapshot, make_match, matches, subjects) -> None:
    snapshot = make_snapshot(*({"entry_id": str(n), "countries": ["TR"]} for n in range(9)))
    rows = [make_match(entry_id=str(n), score=0.6 + n / 20) for n in range(9)]
    places = [
        {"country": ["TR"]},
        {"country": ["UZ"], "place": "row 3"},
        {"address": "Mersin", "place": "row 4"},
    ]
    expected = rate(matches(*rows), subjects(*places), [snapshot])
    for seed in range(5):
        mixed = random.Random(seed)
        mixed.shuffle(rows)
        mixed.shuffle(places)
        assert rate(matches(*rows), subjects(*places), [snapshot]).equals(expected)


def test_the_alert_id_says_subject_and_entry_and_nothing_else(make_snapshot, make_match, matches, subjects) -> None:
    first = make_snapshot({"entry_id": "1"})
    rows = [
        make_match(score=0.9),
        make_match(matched_on="identifier", subject_name="Merkez Kimya Limited Sirketi"),
        make_match(snapshot_id="us_ofac_sdn@2021-06-01"),
    ]
    ids = rate(matches(*rows), subjects(), [first])["alert_id"].to_pylist()
    assert set(ids) == {alert_id("s1", "us_ofac_sdn", "1")}
    assert len({alert_id(a, b, c) for a in "xy" for b in "xy" for c in "xy"}) == 8
    assert alert_id("s1", "us_ofac_sdn", "1") == "A-5WQBTLYU7IHO"  # ids outlive releases: never change this


def test_an_entry_nobody_holds_is_rated_by_its_name_alone(make_snapshot, make_match, matches, subjects) -> None:
    hit = _one(rate(matches(make_match(entry_id="gone")), subjects(), [make_snapshot({"entry_id": "1"})]))
    assert hit["country_agrees"] == "absent"


def test_no_matches_give_an_empty_table(matches, subjects, make_snapshot) -> None:
    table = rate(matches(), subjects(), [make_snapshot({"entry_id": "1"})])
    assert len(table) == 0
    assert table.schema == HITS


def test_a_text_instead_of_a_list_of_jurisdictions_is_refused() -> None:
    with pytest.raises(SettingsError, match="Write a list"):
        RatingSettings("US")  # type: ignore[arg-type]


def test_an_order_ends_by_the_day_of_the_screening_whatever_the_day_of_the_list(
    make_snapshot, make_match, matches, subjects
) -> None:
    snapshot = make_snapshot({"entry_id": "1", "ended_on": date(2020, 1, 1)})
    found = matches(make_match(measure=["export_denied"], list_date=date(2019, 6, 5)))
    now = _one(rate(found, subjects(), [snapshot]))
    assert (now["priority_rule"], now["priority"], now["match_strength"]) == ("ended", "low", "strong")
    assert "ended on 2020-01-01" in now["why"]
    then = _one(rate(found, subjects(), [snapshot], RatingSettings(on=date(2019, 12, 31))))
    assert (then["priority"], then["match_strength"]) == ("high", "strong")
