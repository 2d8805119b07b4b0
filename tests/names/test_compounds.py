"""Names written together with the word of business behind them."""

import pyarrow as pa
import pytest

from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.compounds import is_compound, meaning_at_end


def test_the_longest_word_of_business_at_the_end_is_told() -> None:
    found = meaning_at_end("велмарэкспорт")
    assert found is not None
    assert found[0] == "велмар"
    assert "export" in found[1]
    assert meaning_at_end("velmar") is None
    assert meaning_at_end("") is None


def test_a_word_is_made_of_a_name_and_a_trade_in_any_script() -> None:
    assert is_compound("велмарэкспорт", "velmar", "export")
    assert not is_compound("велмарэкспорт", "velmar", "import")
    assert not is_compound("велмарэкспорт", "belgar", "export")


@pytest.mark.parametrize(
    ("left", "right"),
    [("ОсОО «ТенгриТрейд Групп»", "OsOO Tengri Trade Group"), ("ООО Велмарэкспорт", "Velmar Export LLC")],
)
def test_a_firm_is_found_either_way(left: str, right: str) -> None:
    for listed, asked in ((left, right), (right, left)):
        screener = Screener([pa.table({"entry_id": ["1"], "name": [listed], "schema": ["Company"]})])
        found = screener.screen(pa.table({"name": [asked], "schema": ["Company"]}))
        assert found.column("score").to_pylist() == [compare_names(asked, listed, schema="Company").score]
        assert found.column("score")[0].as_py() >= DEFAULT_THRESHOLD
