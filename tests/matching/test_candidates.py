"""The index finds what scoring every pair would find, by each of the ways names meet."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pyarrow as pa
import pytest

from screening.matching import DEFAULT_THRESHOLD, Screener
from screening.matching.affiliates import tells_a_house
from screening.matching.hashing import keys, letters_left_out, sums
from screening.matching.holdings import family
from screening.matching.name_index import NameIndex, comparable
from screening.matching.scoring import score
from screening.names.parsing import mode_of, parse

PERSONS = (
    "KADYROV, Gulom Rashidovich",
    "Abdulghafar Shinwari",
    "Abd al-Rahman al-Sudani",
    "PETROV, Ivan Sergeyevich",
    "Wang Xiaoming",
    "Kim Jong Chol",
    "José María Fernández",
    "Muhammad Husayn Nuri",
)
COMPANIES = (
    "Shanghai Winsun Import and Export Co., Ltd.",
    "Fergana Chemical Plant",
    "Uzstanex LLC",
    "Almaz Antey",
    "Bolgar Tarim Qaratau Rudnik",
    "Golden Argo Trading FZE",
    "Kharton Institute",
    "Sberbank of Russia",
)


def _likely(query: str, schema: str | None, names: tuple[str, ...], family: str) -> set[str]:
    index = NameIndex.build(names, [family] * len(names))
    return {names[pair.name] for pair in index.likely([(query, schema)], DEFAULT_THRESHOLD)}


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Ivan Petrov", "PETROV, Ivan Sergeyevich"),
        ("Иван Сергеевич Петров", "PETROV, Ivan Sergeyevich"),
        ("I. S. Petrov", "PETROV, Ivan Sergeyevich"),
        ("Ivan Petrof", "PETROV, Ivan Sergeyevich"),
        ("عبد الغفار شينواري", "Abdulghafar Shinwari"),
        ("Abdul Ghafar Shinwari", "Abdulghafar Shinwari"),
        ("عبدالرحمن السوداني", "Abd al-Rahman al-Sudani"),
        ("王小明", "Wang Xiaoming"),
        ("Wang Xiao Ming", "Wang Xiaoming"),
        ("Jose Maria Fernandez", "José María Fernández"),
        ("Mohammed Hussein Nouri", "Muhammad Husayn Nuri"),
    ],
)
def test_persons_meet_across_scripts_spellings_and_spaces(query: str, listed: str) -> None:
    assert listed in _likely(query, "Person", PERSONS, "Person")


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Shanghai Win Sun Imp. & Exp.", "Shanghai Winsun Import and Export Co., Ltd."),
        ("Shangai Winsun Import Export", "Shanghai Winsun Import and Export Co., Ltd."),
        ("Фарғона кимё заводи", "Fergana Chemical Plant"),
        ("Узстанекс", "Uzstanex LLC"),
        ("Almaz Antey Telecommunications", "Almaz Antey"),
        ("BTQR", "Bolgar Tarim Qaratau Rudnik"),
        ("Goldenargo Trading", "Golden Argo Trading FZE"),
        ("Khartn Institute", "Kharton Institute"),
    ],
)
def test_companies_meet_by_words_meanings_and_initials(query: str, listed: str) -> None:
    assert listed in _likely(query, "Company", COMPANIES, "Organization")


def test_names_of_nobody_meet_hardly_anything() -> None:
    assert _likely("Johanna Lindqvist", "Person", PERSONS, "Person") == set()
    assert _likely("Blue Meadow Dairy", "Company", COMPANIES, "Organization") == set()


@pytest.mark.parametrize(
    ("schema", "listed", "expected"),
    [
        (None, "Vessel", True),
        ("Person", "Person", True),
        ("Person", "Organization", False),
        ("Person", "LegalEntity", True),
        ("Company", "Organization", True),
        ("Company", "Person", False),
        ("LegalEntity", "Person", True),
        ("LegalEntity", "Vessel", False),
        ("Vessel", "Vessel", True),
        ("Vessel", "Organization", False),
    ],
)
def test_only_comparable_schemas_are_compared(schema: str | None, listed: str, expected: bool) -> None:
    assert comparable("Oleg Petrenko", schema, "Oleg Petrenko", listed) is expected


@pytest.mark.parametrize("schema", ["Company", "Organization"])
def test_a_sole_trader_is_compared_with_persons_and_a_firm_is_not(schema: str) -> None:
    assert comparable("ИП Петренко Олег", schema, "Oleg Petrenko", "Person")
    assert not comparable("Петренко Олег", schema, "Oleg Petrenko", "Person")
    assert not comparable("ИП Петренко Олег", schema, "Oleg Petrenko", "Vessel")


def test_a_person_is_compared_with_listed_sole_traders_and_with_no_other_firm() -> None:
    assert comparable("Oleg Petrenko", "Person", "ИП Петренко Олег", "Organization")
    assert not comparable("Oleg Petrenko", "Person", "Петренко Олег", "Organization")


def test_bent_names_are_found_as_scoring_every_pair_finds_them() -> None:
    rng = random.Random(5)
    listed = [(name, "Person") for name in PERSONS] + [(name, "Organization") for name in COMPANIES]
    queries = []
    for name, schema in listed * 6:
        at = rng.randrange(len(name))
        queries.append((name[:at] + name[at + 1 :], schema))
        words = name.split()
        rng.shuffle(words)
        queries.append((" ".join(words), schema))
    index = NameIndex.build([name for name, _ in listed], [family(schema) for _, schema in listed])
    found = {(pair.query, pair.name) for pair in index.likely(queries, DEFAULT_THRESHOLD)}
    missed = []
    for query, (name, schema) in enumerate(queries):
        for number, (other, its_schema) in enumerate(listed):
            if not comparable(name, schema, other, its_schema):
                continue
            mode = mode_of(its_schema, name, other)
            result = score(parse(name, mode), parse(other, mode))
            wanted = result.value >= DEFAULT_THRESHOLD or (result.holds_right and tells_a_house(other))
            if wanted and schema == its_schema and (query, number) not in found:
                missed.append((name, other, result.value))
    assert len(missed) <= 1, missed


def test_the_sum_of_a_word_without_a_letter_is_that_of_the_shorter_word() -> None:
    words = ["kadyrov", "a", "", "ши"]
    owner, left = letters_left_out(words)
    expected = []
    for word in words:
        data = word.encode()
        expected += [(data[:at] + data[at + 1 :]).decode(errors="replace") for at in range(len(data))]
    ascii_only = [at for at, text in enumerate(expected) if text.isascii()]
    assert list(owner[:7]) == [0] * 7
    assert np.array_equal(left[ascii_only], sums([expected[at] for at in ascii_only]).value)


def test_the_sum_of_words_together_is_that_of_the_whole() -> None:
    left, right = sums(["win", "abdul", ""]), sums(["sun", "lah", "x"])
    assert np.array_equal(left.join(right).value, sums(["winsun", "abdullah", "x"]).value)
    assert np.array_equal(left.join(right, merge=True).value, sums(["winsun", "abdulah", "x"]).value)
    assert not np.array_equal(keys(left.value, 1), keys(left.value, 2))


def test_a_long_name_of_words_of_business_is_found_among_many_short_ones_of_the_same_words() -> None:
    words = ("ELEKTRONIK", "MAKINA", "GIDA", "TEKSTIL", "NAKLIYAT", "ITHALAT", "IHRACAT", "SANAYI", "TICARET")
    short = [" ".join((*each, "LIMITED")) for size in (2, 3) for each in permutations(words, size)]
    whole = "VELTINT ELEKTRONIK MAKINA GIDA URUNLERI TEKSTIL NAKLIYAT ITHALAT IHRACAT SANAYI TICARET LIMITED"
    names = [*short, whole]
    listing = pa.table(
        {"entry_id": [str(at) for at in range(len(names))], "schema": ["Company"] * len(names), "name": names}
    )
    asked = "VELTİNT ELEKTRONİK MAK. GIDA ÜRÜN. TEKS. NAK. İTH. İHR. SAN. TİC. LTD. ŞTİ."
    found = Screener([listing]).screen(pa.table({"name": [asked], "schema": ["Company"]}))
    assert whole in found.column("entry_name").to_pylist()
