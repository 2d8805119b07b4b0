"""Which entries are shown together as the same party: by identifier, reference, or name and more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.watchlists.groups import GROUPS, groups

BANK = {"schema": "Company", "name": "RAMSOL BANK", "measure": "asset_freeze"}
PERSON = {"schema": "Person", "name": "KARIMOV, Olim", "measure": "asset_freeze"}


def number(kind: str, value: str) -> dict[str, str]:
    return {"id_type": kind, "id_number": value}


SHIP = {"schema": "Vessel", "name": "BLUE HERON", "measure": "asset_freeze"}


@pytest.fixture
def together(snapshot):
    """``together(one, two)``: why an entry of list ``a`` and one of list ``b`` stand together, or None."""

    def look(one: dict, two: dict) -> str | None:
        lists = [snapshot([{"entry_id": "1"} | one], "a"), snapshot([{"entry_id": "1"} | two], "b")]
        rows = groups(lists).to_pylist()
        assert groups(lists[::-1]).to_pylist() == rows
        assert len(rows) in (0, 2)
        return rows[0]["reason"] if rows else None

    return look


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            BANK | {**number("INN", "7701234567")},
            {"name": "RAMSOL", **number("Tax ID", "7701234567")},
            "same identifier (INN 7701234567) as b 1",
        ),
        (
            BANK | {**number("LEI", "549300LCJ1UJXHYBWI24")},
            {"name": "X", **number("lei", "549300 LCJ1UJXHYBWI24")},
            "same identifier",
        ),
        (BANK | {**number("Reg", "123456")}, {"name": "OTHER", **number("Reg", "123456")}, None),
        (BANK | {**number("Reg", "12345")}, {"name": "OTHER", **number("Reg", "12345")}, None),
        (
            BANK | {**number("Website", "www.12345678.com")},
            {"name": "OTHER", **number("Website", "www.12345678.com")},
            None,
        ),
        (BANK, {}, None),
        (BANK | {"country": "UZ"}, {"country": "UZ"}, "same name (RAMSOL BANK) and country UZ as b 1"),
        (BANK | {"country": "UZ"}, {"country": "TR"}, None),
        (BANK | {"country": "UZ"}, {"name": "Ramsol Bank", "country": "UZ"}, "same name"),
        (BANK | {"country": "UZ"}, {"schema": "Vessel", "country": "UZ"}, None),
        (BANK | {"country": "UZ"}, {"schema": "Person", "country": "UZ"}, None),
        (BANK | {"country": "UZ", "name": "AB"}, {"name": "AB", "country": "UZ"}, None),
        (
            PERSON | {"birth_date": "1970-01-02"},
            {"name": "Olim Karimov", "birth_date": "1970"},
            "birth date 1970-01-02",
        ),
        (PERSON | {"country": "UZ", "birth_date": "1970"}, {"country": "UZ", "birth_date": "1981"}, None),
        (PERSON | {"country": "UZ", "birth_date": "1970"}, {"country": "UZ"}, "country UZ"),
        (PERSON | {"country": "UZ", "name": "OLIM"}, {"country": "UZ", "name": "OLIM"}, None),
        (
            SHIP | {**number("IMO number", "IMO 9187629")},
            {"name": "RED", **number("IMO", "9187629")},
            "same identifier",
        ),
        (
            SHIP | {"country": "PA", **number("IMO", "9187629")},
            {"country": "PA", **number("IMO", "9000001")},
            None,
        ),
    ],
)
def test_what_makes_two_entries_one_party(together, one, two, expected):
    reason = together(one, {key: one[key] for key in ("schema", "name", "measure")} | two)
    assert reason is None if expected is None else expected in (reason or "")


def test_a_name_only_aliases_share_says_too_little(snapshot):
    def entry(name, **more):
        return [
            {"entry_id": "1", "schema": "Person", "name": name, "country": "AF", **more},
            {"entry_id": "1", "name": "Abu Ahmed", "name_type": "alias"},
        ]

    assert groups([snapshot(entry("Karim Jan"), "a"), snapshot(entry("Zahir Shah"), "b")]).num_rows == 0


def test_an_identifier_many_entries_share_is_nobodys(snapshot, parties):
    shared = parties(12, id_type="Registration", id_number="1234567890")
    assert groups([snapshot(shared, "a"), snapshot(shared[:1], "b")]).num_rows == 2, "the name alone agrees"


def test_a_chain_does_not_join_what_a_publisher_lists_as_two(snapshot):
    """Kim A and Kim B are two entries of list a; a mistaken alias on list b must not make them one."""
    one = {"entry_id": "1", "schema": "Person", "name": "KIM Alpha", "country": "KP"}
    two = {"entry_id": "2", "schema": "Person", "name": "KIM Beta", "country": "KP"}
    both = {"entry_id": "9", "schema": "Person", "name": "KIM Alpha", "country": "KP"}
    alias = {"entry_id": "9", "name": "KIM Beta", "name_type": "alias"}
    rows = groups([snapshot([one, two], "a"), snapshot([both, alias], "b")]).to_pylist()
    assert len(rows) == 2
    assert {row["list_id"] for row in rows} == {"a", "b"}


def test_the_data_is_not_merged_and_the_table_is_in_order(snapshot, parties):
    lists = [snapshot(parties(20), name) for name in "abc"]
    table = groups(lists)
    assert table.schema.equals(GROUPS)
    assert table.num_rows == 60
    keys = [(row["group_id"], row["list_id"], row["entry_id"]) for row in table.to_pylist()]
    assert keys == sorted(keys)
    assert all(len(one) == 20 for one in lists)
    assert groups([]).num_rows == 0


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_order_of_lists_changes_nothing(small_lists, order):
    assert groups([small_lists[i] for i in order]).equals(groups(small_lists))


@pytest.fixture(scope="module")
def small_lists(tmp_path_factory):
    from screening import Snapshot

    folder = tmp_path_factory.mktemp("lists")
    found = []
    for number, name in enumerate("abcd"):
        path = folder / f"{name}.csv"
        rows = [f"{i},Company,FIRM {i % (number + 3)} LTD,{'UZ' if i % 2 else 'TR'}" for i in range(8)]
        path.write_text("entry_id,schema,name,country\n" + "\n".join(rows) + "\n", encoding="utf-8")
        found.append(Snapshot.read(path))
    return found


@pytest.mark.real
def test_real_lists_agree_on_who_is_who_and_disagree_on_who_is_listed(real_list, sdn_composite):
    lists = [
        sdn_composite,
        real_list("uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.xml.gz"),
        real_list("un_consolidated/un_2026-02-27.xml.gz"),
    ]
    table = groups(lists)
    member = {(row["list_id"], row["entry_id"]): row["group_id"] for row in table.to_pylist()}
    assert member["uk_sanctions_list", "AFG0001"] == member["un_sc", "TAe.010"]
    assert ("uk_sanctions_list", "RUS3170") not in member, "Fergana Chemical Plant is on the UK's list only"
    sizes: dict[str, int] = {}
    for group in member.values():
        sizes[group] = sizes.get(group, 0) + 1
    assert min(sizes.values()) == 2
    assert max(sizes.values()) <= 12
