"""The word lists themselves: sourced, free of contradictions, and every phrase a phrase after folding."""

from __future__ import annotations

from collections import Counter

import pytest

from screening.names.given import VARIANT_KINDS
from screening.names.phrases import cells, endings, forms
from screening.names.vocabulary import meanings
from screening.reference import Table, lists_dir, table

PHRASES = (
    "abbreviations",
    "descriptors",
    "descriptors_bodies",
    "descriptors_goods",
    "descriptors_institutions",
    "descriptors_works",
    "descriptors_languages",
    "descriptors_science",
    "descriptors_region",
    "descriptors_region_goods",
    "descriptors_heard",
    "descriptors_registers",
    "descriptors_east",
    "descriptors_slavic",
    "descriptors_west",
    "descriptors_trades",
    "descriptors_plants",
    "descriptors_offices",
    "descriptors_ministries",
    "descriptors_european",
    "descriptors_languages_completed",
    "descriptors_emblems",
    "descriptors_world",
    "descriptors_asia_africa",
    "legal_forms",
    "person_particles",
    "person_titles",
    "sole_traders",
    "stopwords",
    "vessel_prefixes",
)
TABLES = (
    *(f"words/{name}.tsv" for name in PHRASES),
    "words/academies_short.tsv",
    "words/arabic_prefixes.tsv",
    "words/compound_ends.tsv",
    "words/compound_links.tsv",
    "words/counted.tsv",
    "words/concepts.tsv",
    "words/descent_endings.tsv",
    "words/elisions.tsv",
    "words/english_sounds.tsv",
    "words/emblems.tsv",
    "words/family_endings.tsv",
    "words/gender_pairs.tsv",
    "words/given_names.tsv",
    "words/glued_beginnings.tsv",
    "words/god_endings.tsv",
    "words/husbands.tsv",
    "words/hebrew_prefixes.tsv",
    "words/birth_labels.tsv",
    "words/honours.tsv",
    "words/brand_words.tsv",
    "words/care_of.tsv",
    "words/inflections.tsv",
    "words/kin_abbreviations.tsv",
    "words/stroke_names.tsv",
    "words/unloading_words.tsv",
    "words/language_paradigms.tsv",
    "words/mention_endings.tsv",
    "words/mention_inflections.tsv",
    "words/name_cases.tsv",
    "words/names_in_use.tsv",
    "words/near_concepts.tsv",
    "words/nicknames.tsv",
    "words/numbers.tsv",
    "words/orders.tsv",
    "words/ordinal_endings.tsv",
    "words/patronymics.tsv",
    "words/rate_headings.tsv",
    "words/ship_names_short.tsv",
    "words/shops.tsv",
    "words/renamed_endings.tsv",
    "words/slavic_kin.tsv",
    "words/slavic_kin_paradigms.tsv",
    "words/spelled_forms.tsv",
    "words/story_fields.tsv",
    "words/surnames_cjk.tsv",
    "words/vessel_ranks.tsv",
    "words/vietnamese_names.tsv",
    "scripts/vietnamese_syllables.tsv",
    "places/countries.tsv",
    "places/country_ways.tsv",
    "places/airports.tsv",
    "places/country_names.tsv",
    "places/country_words.tsv",
    "places/place_endings.tsv",
    "places/places.tsv",
    "places/state_words.tsv",
    "places/successors.tsv",
    "places/town_spellings.tsv",
    "scripts/armenian_surnames.tsv",
    "scripts/belarusian.tsv",
    "scripts/cantonese.tsv",
    "scripts/english_heard.tsv",
    "scripts/heard_sounds.tsv",
    "scripts/turkic_in_cyrillic.tsv",
    "scripts/spelling_signs.tsv",
    "scripts/letter_groups.tsv",
    "scripts/letter_sounds.tsv",
)
KINDS = {
    "abbreviations": {"descriptor", "legal_form", "generic", "place", "country"},
    "descriptors_bodies": {"descriptor", "generic"},
    "descriptors_institutions": {"descriptor", "generic"},
    "descriptors_science": {"descriptor", "generic"},
    "descriptors_heard": {"descriptor", "generic"},
    "descriptors_registers": {"descriptor", "generic"},
    "descriptors_east": {"descriptor", "generic"},
    "descriptors_slavic": {"descriptor", "generic"},
    "descriptors_west": {"descriptor", "generic"},
    "descriptors_trades": {"descriptor"},
    "descriptors_plants": {"descriptor", "generic"},
    "descriptors_offices": {"descriptor"},
    "descriptors_ministries": {"descriptor", "generic"},
    "descriptors_european": {"descriptor", "generic"},
    "descriptors_languages_completed": {"descriptor"},
    "descriptors_emblems": {"descriptor"},
    "descriptors_world": {"descriptor", "generic"},
    "descriptors_asia_africa": {"descriptor", "generic"},
    "person_particles": {"particle", "patronymic_marker"},
    "stopwords": {"stopword", "generic"},
}


def read(name: str) -> Table:
    return table(f"words/{name}.tsv")


def known_concepts() -> set[str]:
    names = (*(name for name in PHRASES if name.startswith("descriptors")), "legal_forms", "stopwords", "sole_traders")
    return {row["concept"] for name in names for row in read(name).rows}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_its_source_date_and_licence(name: str) -> None:
    about = table(name).about
    assert about["source"]
    assert about["date"].startswith("2026-")
    assert about["licence"]


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_survives_folding(name: str) -> None:
    assert [row["phrase"] for row in read(name).rows if not forms(row["phrase"])] == []


@pytest.mark.parametrize("name", PHRASES)
def test_no_phrase_says_the_same_twice(name: str) -> None:
    rows = read(name).rows
    said = Counter((row["phrase"], row["concept"], row.get("inflection", "")) for row in rows)
    assert [key for key, count in said.items() if count > 1] == []


@pytest.mark.parametrize("name", PHRASES)
def test_concepts_are_spelled_alike(name: str) -> None:
    odd = {row["concept"] for row in read(name).rows if not row["concept"].replace("_", "").replace("-", "").isalnum()}
    assert odd == set()


@pytest.mark.parametrize("name", PHRASES)
def test_ambiguous_is_yes_or_nothing(name: str) -> None:
    assert {row.get("ambiguous", "") for row in read(name).rows} <= {"", "yes"}


@pytest.mark.parametrize(("name", "kinds"), KINDS.items())
def test_kinds_are_those_the_lookups_know(name: str, kinds: set[str]) -> None:
    assert {row["kind"] for row in read(name).rows} <= kinds


def test_every_paradigm_is_defined() -> None:
    used = {row.get("inflection", "") for name in PHRASES for row in read(name).rows} - {""}
    assert used
    assert all(endings(paradigm) for paradigm in used)


def test_abbreviations_stand_for_concepts_that_other_words_have() -> None:
    rows = read("abbreviations").rows
    assert {row["concept"] for row in rows if row["kind"] == "descriptor"} <= known_concepts()


def test_concepts_are_made_of_known_concepts() -> None:
    known = known_concepts()
    for row in read("concepts").rows:
        assert {row["concept"], *row["parts"].split()} <= known, row
        assert row["concept"] not in row["parts"].split(), row


def test_the_lists_are_as_large_as_promised() -> None:
    descriptors = [row for name in PHRASES if name.startswith("descriptors") for row in read(name).rows]
    assert len(descriptors) > 2000
    assert len({row["concept"] for row in descriptors}) > 150
    assert len({row["group"] for row in read("nicknames").rows}) > 150
    assert sum(len(cells(row["names"])) for row in read("given_names").rows) > 1500
    assert len(table("places/places.tsv").rows) > 700


def test_heard_words_mean_what_other_words_mean() -> None:
    names = (name for name in PHRASES if name.startswith("descriptors") and name != "descriptors_heard")
    known = {row["concept"] for name in names for row in read(name).rows}
    heard = read("descriptors_heard").rows
    assert {row["concept"] for row in heard} <= known
    assert [row["phrase"] for row in heard if row["phrase"].isascii() and "-Cyrl" in row["language"]] == []


@pytest.mark.parametrize(
    ("heard", "word"),
    [
        ("ПРЕСИЖН", "precision"),
        ("БЭРИНГ", "bearing"),
        ("ДЕВАЙСЕС", "devices"),
        ("МЭНЬЮФЭКЧЕРИНГ", "manufacturing"),
        ("프리시젼", "precision"),
        ("머티리얼즈", "materials"),
        ("ماتيريالز", "materials"),
        ("پراپرتی", "property"),
        ("ინტერნეიშენალ", "international"),
        ("էլեկտրոնիքս", "electronics"),
        ("πρόπερτι", "property"),
        ("enerci", "energy"),
    ],
)
def test_a_word_as_heard_means_the_english_word(heard: str, word: str) -> None:
    said = {each.concept for phrase in forms(heard) for each in meanings(*phrase)}
    assert said & {each.concept for each in meanings(word)}


@pytest.mark.parametrize("phrase", ["стоун", "голдс", "купер", "беринг"])
def test_names_are_no_heard_words_of_business(phrase: str) -> None:
    found = [each for form in forms(phrase) for each in meanings(*form)]
    assert [each for each in found if each.source == "words/descriptors_heard.tsv" and not each.ambiguous] == []


def test_nicknames_name_their_kind() -> None:
    assert {row["kind"] for row in read("nicknames").rows} <= set(VARIANT_KINDS)


def test_every_surname_has_characters_and_a_romanisation() -> None:
    for row in read("surnames_cjk").rows:
        assert row["native"], row
        assert row["standard"], row
        assert row["language"] in {"zh", "ko"}, row


def test_places_have_one_row_each_and_a_known_country() -> None:
    rows = table("places/places.tsv").rows
    assert len({row["place"] for row in rows}) == len(rows)
    countries = {row["code"] for row in table("places/countries.tsv").rows} | {"XX"}
    assert {row["country"] for row in rows} <= countries
    assert {row["kind"] for row in rows} <= {"city", "region", "territory"}


def test_no_name_of_a_place_is_another_place_too() -> None:
    owner: dict[tuple[str, ...], str] = {}
    for row in table("places/places.tsv").rows:
        for column in ("latin", "cyrillic", "other"):
            for name in cells(row[column]):
                for phrase in forms(name):
                    assert owner.setdefault(phrase, row["place"]) == row["place"], name


def test_country_words_agree_with_one_another() -> None:
    owner: dict[tuple[str, str], str] = {}
    for row in table("places/country_words.tsv").rows:
        for phrase in forms(row["name"]):
            key = " ".join(phrase), row["inflection"]
            assert owner.setdefault(key, row["code"]) == row["code"], row


def test_shops_are_told_by_concepts_that_are_known() -> None:
    assert {row["concept"] for row in read("shops").rows} <= known_concepts()


@pytest.mark.parametrize("name", ["near_concepts", "emblems"])
def test_concepts_put_together_are_known(name: str) -> None:
    countries = {row["code"] for row in table("places/countries.tsv").rows}
    known = known_concepts() | countries
    assert [concept for row in read(name).rows for concept in row["concepts"].split() if concept not in known] == []


def test_namibia_is_not_a_missing_value() -> None:
    rows = {row["code"]: row for row in table("places/countries.tsv").rows}
    assert rows["NA"]["alpha3"] == "NAM"


def test_every_list_is_in_the_shipped_folder() -> None:
    assert all((lists_dir() / name).is_file() for name in TABLES)
