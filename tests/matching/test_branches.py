"""A branch is its house: the place of it neither tells two names apart nor hides one from the index."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    "branch",
    ["Vodrin Machinery Co., Ltd. Nanchang Branch", "Vodrin Machinery, Representative Office in Moscow"],
)
def test_a_branch_is_found_as_its_house(branch: str) -> None:
    assert compare_names(branch, "Vodrin Machinery", schema="Company").score > 0.9
    listed = pa.table({"entry_id": ["1"], "name": ["Vodrin Machinery"], "schema": ["Company"]})
    found = Screener([listed]).screen(pa.table({"name": [branch], "schema": ["Company"]}))
    assert found.column("relation").to_pylist() == ["same_party"]


def test_the_place_a_house_is_named_after_still_counts() -> None:
    assert compare_names("Moscow Bank Branch", "Kazan Bank", schema="Company").score < 0.5


@pytest.mark.parametrize(
    ("office", "house"),
    [
        ("Moscow Representative Office of Hebei Vodrin Machinery Co", "Hebei Vodrin Machinery Co., Ltd."),
        ("Moscow Office of Vodrin Machinery", "Vodrin Machinery"),
        ("Алматинский филиал ООО «Водрин Машинери»", "ООО «Водрин Машинери»"),
        ("Представництво «Водрін Машинері ЛТД» в Україні", "Водрін Машинері ЛТД"),
        ("Oddział Vodrin Maszyny Sp. z o.o. w Krakowie", "Vodrin Maszyny Sp. z o.o."),
        ("«Vodrin Makina» kompaniyasining Toshkentdagi vakolatxonasi", "Vodrin Makina"),
        ("«Водрин Машинери» ширкатининг Тошкентдаги ваколатхонаси", "Водрин Машинери"),
        ("Vodrin Machinery şirkətinin Bakı nümayəndəliyi", "Vodrin Machinery"),
        ("Vodrin Makina A.Ş. Ankara Mümessilliği", "Vodrin Makina A.Ş."),
        ("Водрин банки Наманган вилояти филиали", "VODRIN BANK"),
        ("Vodrin bank Namangan viloyati filiali", "VODRIN BANK"),
        ("Водрин банки Қува тумани филиали", "VODRIN BANK"),
        ("Vodrin Bank Kastamonu ili şubesi", "Vodrin Bank"),
        ("河北龙达机械有限公司驻莫斯科代表处", "河北龙达机械有限公司"),
        ("مكتب تمثيل شركة الفجر الأزرق للتجارة في موسكو", "شركة الفجر الأزرق للتجارة"),
        ("دفتر نمایندگی شرکت ودرین ماشین در مسکو", "شرکت ودرین ماشین"),
        ("Kazan Branch of Vodrin Bank of Moscow", "Vodrin Bank of Moscow"),
    ],
)
def test_an_office_in_a_place_is_its_house_however_it_is_said(office: str, house: str) -> None:
    assert is_match(office, house, "Company")
    assert is_found(office, house, "Company")


@pytest.mark.parametrize(
    ("office", "other"),
    [
        ("Moscow Representative Office of Hebei Vodrin Machinery Co", "Moscow Vodrin Machinery"),
        ("Moscow Representative Office of Hebei Vodrin Machinery Co", "Moscow Machinery Co"),
        ("Kazan Branch of Bank of Moscow", "Bank of Kazan"),
        ("Moscow Office of the Prosecutor", "Prosecutor"),
        ("Moscow Post Office of Kazan", "Kazan Post"),
        ("London Office Furniture Ltd", "Vodrin Furniture Ltd"),
        ("Наманган вилояти филиали", "Andijan region branch"),
        ("Водрин вилояти электр тармоқлари филиали", "Водрин"),
    ],
)
def test_the_place_of_an_office_is_no_name_and_the_house_keeps_its_own(office: str, other: str) -> None:
    assert not is_match(office, other, "Company")
