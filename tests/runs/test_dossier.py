"""The dossier: what goes to the committee, from the store and from the runs."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from screening import runs
from screening.errors import InputError
from screening.reports.dossier import Dossier, Part, as_html, bars
from screening.runs.dossier import dossier


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run folders of the built-in example."""
    folder = tmp_path_factory.mktemp("dossier")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SCREENING_DATA_DIR", str(folder / "data"))
        runs.demo(out=folder / "reports")
    return folder


def _page(example: Path, party: str, tmp_path: Path, **options) -> str:
    page, book = dossier(party, out=tmp_path, reports=example / "reports", folder=example / "data", **options)
    assert openpyxl.load_workbook(book).sheetnames == ["Dossier"]
    return page.read_text(encoding="utf-8")


def test_a_listed_party_has_its_lists_stories_trade_chain_and_our_exposure(example, tmp_path) -> None:
    text = _page(example, "Fergana Chemical Plant", tmp_path)
    titles = re.findall("<h2>(.*?)</h2>", text)
    assert titles == [
        "Lists and measures", "Red flags", "Stories", "Trade by month", "The chain", "Our own exposure", "Decisions",
    ]  # fmt: skip
    assert "RUS3170" in text
    assert "Asset freeze" in text
    assert "Gunpowder plant in Kazan" in text
    assert "kimyo zavodi MChJ" in text  # the customer of ours
    assert "must not be used for screening" in text


def test_a_party_on_no_list_has_its_trade_by_month(example, tmp_path) -> None:
    text = _page(example, "örnek kimya dış ticaret limited şirketi", tmp_path)
    assert "2022-05" in text
    assert "<rect" in text
    assert "Specimen Cellulose Works GmbH" in text
    sheet = openpyxl.load_workbook(next(tmp_path.glob("*.xlsx")))["Dossier"]
    assert len(sheet._charts) == 1
    values = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]
    assert 226107 in [round(value) for value in values]


def test_an_unknown_party_is_one_line_with_the_nearest_name(example, tmp_path) -> None:
    with pytest.raises(InputError, match=r"knows 'Uzstanx'. Did you mean"):
        _page(example, "Uzstanx", tmp_path)


def test_the_decisions_stand_in_it_with_their_reasons_and_who_imported_them(office, true_match, tmp_path) -> None:
    path = office.report()
    office.fill(path, "c4", **true_match())
    office.send(path)
    office.fill(path, "c4", second_decision="True match: prohibited", second_reviewer="Bo Beispiel")
    office.send(path)
    page, book = dossier("Merkez Holding AS", out=tmp_path, reports=office.folder / "reports", desk=office.desk)
    text = page.read_text(encoding="utf-8")
    for said in ("the same tax number", "Ada Example", "Bo Beispiel", "tester", "blocked", "True match: prohibited"):
        assert said in text
    assert "attested, not authenticated" in text
    assert office.store.head().mac in text
    cells = {cell.value for row in openpyxl.load_workbook(book)["Dossier"].iter_rows() for cell in row}
    assert "the same tax number" in cells
    assert dossier(office.alert("c4")["alert_id"], out=tmp_path, reports=tmp_path, desk=office.desk)[0] == page


def test_what_was_cleared_joins_no_parties(office, false_positive, tmp_path) -> None:
    path = office.report()
    office.fill(path, "c2", **false_positive())
    office.send(path)
    office.fill(path, "c2", second_decision="False positive", second_reviewer="Bo Beispiel")
    office.send(path)
    page, _ = dossier("Merkez Kimya", out=tmp_path, reports=office.folder / "reports", desk=office.desk)
    assert "Kimyager" not in page.read_text(encoding="utf-8")


def test_hostile_names_stay_text(tmp_path) -> None:
    from datetime import UTC, datetime

    evil = '<script>alert("x")</script>\u202e&'
    made = Dossier(
        evil, datetime(2026, 1, 1, tzinfo=UTC), [("Also", evil)],
        [Part(evil, (evil,), [(evil,), ("javascript:alert(1)",), ("https://example.org/a?b=1&c=2",)], evil)],
        footer=[evil],
    )  # fmt: skip
    text = as_html(made)
    assert "<script" not in text
    assert "\u202e" not in text
    assert 'href="javascript' not in text
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in text


def test_nothing_by_month_is_no_picture() -> None:
    assert bars([], "USD") == ""
    assert bars([("2024-01", 0.0, 0.0)], "USD").startswith("<svg")
