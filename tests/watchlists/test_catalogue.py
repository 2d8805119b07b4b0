"""The catalogue of known lists."""

from __future__ import annotations

import pytest

from screening.errors import SettingsError
from screening.model import MEASURES
from screening.watchlists.catalogue import catalogue, known_lists, not_screened
from screening.watchlists.formats import formats

OFFICIAL = [
    *("us_ofac_sdn", "us_ofac_cons", "us_csl", "us_bis_dpl", "eu_fsf"),
    *("uk_sanctions_list", "un_sc", "ch_seco", "ca_sema", "au_dfat"),
]


def test_every_official_list_is_known_with_what_an_update_needs():
    current = {one.id: one for one in catalogue().current}
    assert list(current) == OFFICIAL
    for one in current.values():
        assert all((one.publisher, one.jurisdiction, one.licence, one.cadence, one.published)), one.id
        assert set() < set(one.measures) <= set(MEASURES)
        assert one.source is not None
        assert all(url.startswith("https://") for url in one.source.urls)
        assert {source.evidence for source in one.sources} <= {"official sample", "rebuilt", "schema only"}
        assert {source.verified for source in one.sources} == {"unverified"}


def test_the_retired_list_is_known_and_names_its_successor():
    retired = [one for one in known_lists() if one.retired_on]
    assert [(one.id, one.use_instead) for one in retired] == [("uk_ofsi", "uk_sanctions_list")]
    assert retired[0].source is None


def test_what_was_not_screened_is_said():
    left = not_screened(["us_ofac_sdn", "us_csl", "internal"])
    assert any("eu_fsf" in line for line in left)
    assert any("Annex XLII" in line for line in left)
    assert not any("us_ofac_sdn" in line or "own list" in line or "Entity List as" in line for line in left)
    assert any("Entity List as" in line for line in not_screened(["us_ofac_sdn"]))


def test_ones_own_catalogue_changes_keys_and_adds_lists(tmp_path):
    own = tmp_path / "catalogue.toml"
    own.write_text(
        '[[list]]\nid = "un_sc"\nmax_age_days = 2\n[list.gates]\nmax_entries_lost = 0.5\n'
        '[[list]]\nid = "house"\ntitle = "Our own"\n',
        encoding="utf-8",
    )
    merged = catalogue(own)
    assert merged.get("un_sc").max_age_days == 2
    assert merged.get("un_sc").publisher == "United Nations Security Council"
    assert merged.get("un_sc").gates.max_entries_lost == 0.5
    assert merged.get("un_sc").gates.max_programme_lost == 0.25
    assert merged.get("house").title == "Our own"
    assert catalogue(tmp_path / "absent.toml") == catalogue()


@pytest.mark.parametrize(
    "text",
    [
        "[[list]",
        '[[list]]\ntitle = "no id"\n',
        '[[list]]\nid = "x"\nmax_age = 3\n',
        '[[list]]\nid = "x"\nmax_age_days = "three"\n',
        '[[list]]\nid = "x"\nmeasures = ["no_such"]\n',
        '[[list]]\nid = "x"\nmeasures = "asset_freeze"\n',
        '[[list]]\nid = "x"\nentries = [5, 1]\n',
        '[[list]]\nid = "x"\nentries = 5\n',
        '[[list]]\nid = "x"\n[[list.source]]\nurls = []\n',
        '[[list]]\nid = "x"\n[list.gates]\nmax_lost = 1\n',
    ],
)
def test_a_broken_own_catalogue_is_the_users_error_with_its_path(tmp_path, text):
    own = tmp_path / "catalogue.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"catalogue\.toml"):
        catalogue(own)


def test_forms_are_those_of_the_readers_and_proved_as_they_say():
    """A rebuilt file proves less than its format's official sample: the catalogue may claim no more."""
    readers = {one.id: one for one in formats()}
    for known in known_lists():
        for source in known.sources:
            assert source.format in readers, (known.id, source.format)
            assert source.evidence == readers[source.format].evidence, (known.id, source.format)
