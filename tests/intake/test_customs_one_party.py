"""A firm that stands on a row twice, once with its number and once by name alone, is one party."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.customs import CustomsReader

HEADS = [
    "Exporter",
    "Exporter country",
    "Importer",
    "Importer Tax ID",
    "Importer address",
    "Contract holder",
    "HS code",
]


@pytest.fixture
def roles_of(tmp_path):
    def read(*rows, heads=HEADS):
        path = tmp_path / "register.csv"
        path.write_text("\n".join(";".join(row) for row in [heads, *rows]) + "\n", encoding="utf-8")
        reader = CustomsReader([str(path)])
        found = pl.concat([batch.links for batch in reader.batches()]).sort("record_id", "role")
        named = [(role, reader.book.parties[party]) for role, party in found.select("role", "party").rows()]
        return [(role, party.name, bool(party.identifiers)) for role, party in named]

    return read


def test_a_name_without_a_number_is_the_numbered_party_of_its_row(roles_of):
    found = roles_of(["Seller", "DE", "Alphawick MChJ", "302410097", "Quay 5, Oban", "«ALPHAWICK» MChJ", "848210"])
    assert ("contract_holder", "Alphawick MChJ", True) in found
    assert ("importer", "Alphawick MChJ", True) in found


def test_another_name_of_the_row_stays_another_party(roles_of):
    found = roles_of(["Seller", "DE", "Alphawick LLC", "302410097", "Quay 5, Oban", "Alphawick Trading LLC", "848210"])
    assert ("contract_holder", "Alphawick Trading LLC", False) in found


def test_the_same_name_on_another_row_stays_as_it_is(roles_of):
    found = roles_of(
        ["Seller", "DE", "Alphawick LLC", "302410097", "Quay 5, Oban", "", "848210"],
        ["Seller", "DE", "Betaford LLC", "302410105", "Quay 6, Oban", "Alphawick LLC", "848210"],
    )
    assert ("contract_holder", "Alphawick LLC", False) in found


def test_a_seller_and_a_buyer_of_one_name_stay_two(roles_of):
    found = roles_of(["Alphawick LLC", "", "Alphawick LLC", "302410097", "Quay 5, Oban", "", "848210"])
    assert ("exporter", "Alphawick LLC", False) in found


def test_a_name_that_may_be_seller_or_buyer_is_neither(roles_of):
    found = roles_of(["Alphawick LLC", "DE", "Alphawick LLC", "302410097", "Quay 5, Oban", "Alphawick LLC", "848210"])
    assert ("contract_holder", "Alphawick LLC", False) in found


def test_a_namesake_at_another_address_stays_another_party(roles_of):
    heads = ["Importer", "Importer Tax ID", "Importer address", "Contract holder", "Contract holder address", "HS code"]
    row = ["Alphawick LLC", "302410097", "5 Quay Street, Oban", "Alphawick LLC"]
    assert ("contract_holder", "Alphawick LLC", False) in roles_of([*row, "7 Mill Road, Perth", "848210"], heads=heads)
    assert ("contract_holder", "Alphawick LLC", True) in roles_of([*row, "5 Quay St., Oban", "848210"], heads=heads)
