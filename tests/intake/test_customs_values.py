"""Single values of customs tables: HS codes, numbers, dates, currencies, directions."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.customs_cells import weight_unit
from screening.intake.customs_numbers import numbers


@pytest.mark.parametrize(
    ("text", "digits", "mended"),
    [
        ("85", "85", False),
        ("8542", "8542", False),
        ("8542.31", "854231", False),
        ("8542.31.00", "85423100", False),
        ("8542 31 900 1", "8542319001", False),
        ("3912 20 11 00 00 00", "39122011000000", False),
        ("'0101210000", "0101210000", False),
        ("101210000", "0101210000", True),
        ("10121", "010121", True),
        ("854231.0", "854231", True),
        ("8.54231E+11", "854231", True),
        ("8,54231E+11", "854231", True),
        ("8.54231009E+9", "85423100", True),
        ("2.8444E+8", "028444", True),
        ("8542.31.90.100Y", "85423190", False),  # a country's own digits and the letter they are checked by
        ("8542.31.90.100 Y", "85423190", False),
        ("903.00.90.100C", "09030090", True),  # tea, and no 9030
        ("85423190100Y", "8542319010", False),
        ("9030.20.00.000", "90302000", False),  # oscilloscopes, and no tea
        ("8542.31.00.00-7", "8542310000", False),
        ("8542.31.0", "854231", True),
    ],
)
def test_an_hs_code_becomes_text_and_says_what_was_mended(text, digits, mended):
    found, note = values.hs_code(text)
    assert found == digits
    assert bool(note) is mended


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "00123456",
        "123456789012345",
        "8E+11",
        "8542A1",
        "12345678A",
        "8482.10.00.100XYZ",
        "-854231",
        "7.7E+9",
    ],
)
def test_what_is_no_hs_code_is_left_out_and_said(text):
    found, note = values.hs_code(text)
    assert found is None
    assert note


def test_a_tariff_of_odd_length_gets_no_zero():
    assert values.hs_code("854231000", odd_length=9) == ("854231000", None)


@given(st.integers(min_value=10**9, max_value=99 * 10**8 - 1))
def test_a_ten_digit_code_survives_losing_its_leading_zero(number):
    code = f"{number:010d}"
    if code[:2] in {f"{chapter:02d}" for chapter in range(1, 10)}:
        assert values.hs_code(code.lstrip("0"))[0] == code


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1 234,56", ",", 1234.56),
        ("1\u00a0234,56", ",", 1234.56),
        ("1.234,56", ",", 1234.56),
        ("1.234.567", ",", 1234567.0),
        ("1,234.56", ".", 1234.56),
        ("12,34,567.8", ".", 1234567.8),
        ("1,234", ".", 1234.0),
        ("1,234", ",", 1.234),
        ("(12.5)", ".", -12.5),
        ("−7", ".", -7.0),
        ("–7", ".", -7.0),
        ("7.5-", ".", -7.5),
        ("7.5 -", ".", -7.5),
        ("7.5−", ".", -7.5),
        ("1.234,56-", ",", -1234.56),
        ("1.234,56- EUR", ",", -1234.56),
        ("EUR 1.234,56-", ",", -1234.56),
        ("1.250,-", ",", 1250.0),
        ("12.5-kg", ".", 12.5),
        ("12.5 kg", ".", 12.5),
        ("$ 5.50", ".", 5.5),
        ("1.5E+3", ".", 1500.0),
        ("12,5", ".", 12.5),
    ],
)
def test_a_number_is_read_with_its_decimal_mark(text, decimal, value):
    assert values.number(text, decimal) == value


@pytest.mark.parametrize("text", ["", "abc", "1e999", "nan", "inf", "12/5", "1.2.3", "--5", "-5-", "5- 7"])
def test_what_is_no_number_is_none(text):
    assert values.number(text, ".") is None


def test_a_minus_behind_a_number_hides_no_decimal_mark():
    assert values.decimal_mark(["7,5-", "100"]) == ","


def test_a_column_leaves_out_what_is_negative_wherever_its_minus_stands():
    written = pl.Series(["-7,5", "7,5-", "1.234,56-", "7,5"])
    assert numbers(written, ",").to_list() == [-7.5, -7.5, -1234.56, 7.5]


@pytest.mark.parametrize(
    ("text", "day", "style"),
    [
        ("2023-04-03", date(2023, 4, 3), "iso"),
        ("2023-04-03 00:00:00", date(2023, 4, 3), "iso"),
        ("03.04.2023", date(2023, 4, 3), "dotted"),
        ("03.04.23", date(2023, 4, 3), "dotted"),
        ("03.04.2023.", date(2023, 4, 3), "dotted"),
        ("3. 4. 2023", date(2023, 4, 3), "dotted"),
        ("2023. 04. 03.", date(2023, 4, 3), "iso"),
        ("25/12/2566", date(2023, 12, 25), "day first"),
        ("2566-12-25", date(2023, 12, 25), "iso"),
        ("25/12/2023", date(2023, 12, 25), "day first"),
        ("12/25/2023", date(2023, 12, 25), "month first"),
        ("03/04/2023", None, "either"),
        ("20230403", date(2023, 4, 3), "compact"),
        ("45019", date(2023, 4, 3), "serial"),
        ("3 апреля 2023 г.", date(2023, 4, 3), "words"),
        ("03-Apr-23", date(2023, 4, 3), "words"),
        ("31.02.2023", None, ""),
        ("never", None, ""),
        ("circa 2024", None, ""),
    ],
)
def test_a_date_says_its_style(text, day, style):
    assert values.record_date(text) == (day, style)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("ИМ", "import"),
        ("ЭК", "export"),
        ("IM 40", "import"),
        ("10 00 000", "export"),
        ("транзит", "transit"),
        ("?", None),
    ],
)
def test_a_direction_is_told(text, way):
    assert wording.direction(text) == way


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("реэкспорт", "re-export"),
        ("3151", "re-export"),
        ("53", "temporary import"),
        ("4000", "import"),
        ("TR-80", "transit"),
        ("TR-10", None),
        ("TR", None),
        ("Ремонт", "repair"),
    ],
)
def test_a_procedure_is_told_by_name_and_code(text, name):
    assert wording.procedure(text)[0] == name


def test_weights_come_in_other_units():
    assert weight_unit("т") == 1000.0
    assert weight_unit("LBS") == pytest.approx(0.45359237)
    assert weight_unit("boxes") is None


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("8482.3", "848230", "zero at the end"),
        ("84823", "848230", "zero at the end"),
        ("85423", "854230", "zero at the end"),
        ("80930", "080930", "leading zero"),
        ("8542310", "854231", "lacks a digit"),
    ],
)
def test_a_code_of_odd_length_gets_the_zero_back_with_which_it_begins_with_a_heading(
    text: str, code: str, said: str
) -> None:
    found, note = values.hs_code(text)
    assert found == code
    assert said in (note or "")


def test_what_only_looks_like_a_date_has_no_style():
    assert values.record_date("32.13.2023") == (None, "")
    assert values.record_date("31.02.2023") == (None, "")
    assert values.record_date("03/04/2023") == (None, "either")
