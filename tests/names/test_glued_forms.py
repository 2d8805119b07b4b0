"""Legal forms in capitals that stand together with the name."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.glued_forms import apart


@pytest.mark.parametrize(
    ("glued", "name"),
    [
        ("ОсООАкВельгор", "Ak Velgor LLC"),
        ("ТООВельгор", "Velgor LLP"),
        ("ООООрлент", "Orlent LLC"),
        ("ЖЧКВельгор", "Velgor LLC"),
        ("ҶДММВельгор", "Velgor LLC"),
        ("MMCVelgor", "Velgor LLC"),
    ],
)
def test_a_form_is_read_before_the_capital_of_a_name(glued: str, name: str) -> None:
    assert compare_names(glued, name, schema="Company").relation == "same_party"


@pytest.mark.parametrize("name", ["КАМАЗтранс", "KazMunayGas", "McDonald LLC", "SAMir", "ГАЗСервис", "ООО Вельгор", ""])
def test_other_capitals_stay_together(name: str) -> None:
    assert apart(name) == name
