"""A firm's name in two scripts in one text: either answers for it."""

from __future__ import annotations

import pytest

from screening.names.other_names import names_of

from .one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("俄罗斯康佩尔股份公司 JSC KOMPEL", "JOINT STOCK COMPANY COMPEL"),
        ("ZARVON TRADING CO LTD 扎尔冯贸易有限公司", "Zarvon Trading Company Limited"),
        ("ООО Зарвон Групп ZARVON GROUP LLC", "OOO ZARVON GROUP"),
        ("شركة زارفون ذ.م.م ZARVON LLC", "Zarvon LLC"),
        ("ОсОО «ЗАРКОН» ZARKON", "ZARCON LLC"),
        ("ТОО Зарвон Логистик ZARVON LOGISTICS", "Zarvon Logistics LLP"),
        ("ზარვონი ZARVONI", "Zarvoni LLC"),
    ],
)
def test_either_of_two_names_is_found(text: str, listed: str) -> None:
    assert is_match(text, listed, "Company")
    assert is_found(text, listed, "Company")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("俄罗斯康佩尔股份公司 JSC KOMPEL", "JOINT STOCK COMPANY KOMPAS"),
        ("ООО Зарвон Групп ZARVON GROUP LLC", "OOO ZARBON GROUP"),
        ("ОсОО «ЗАРКОН» ZARKON", "ZARNOK LLC"),
        ("ТОО Зарвон Логистик DORNIER", "Dornier GmbH"),
    ],
)
def test_another_firm_is_none_of_them(text: str, listed: str) -> None:
    assert not is_match(text, listed, "Company")


@pytest.mark.parametrize(
    "text", ["ООО Samsung Electronics", "ООО Зарвон Electronics", "Zarvon LLC ООО", "ООО Зарвон OMEGA"]
)
def test_a_form_and_a_name_in_two_scripts_are_one_name(text: str) -> None:
    assert names_of(text, "Company") == (text,)
