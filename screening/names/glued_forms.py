"""Legal forms in capitals that lost the space before the name (ОсОООрбита, LLCOrbita)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.phrases import alternatives
from screening.reference import table

SHORTEST: Final = 3
"""Capitals of a form; two may as well begin a name."""


def apart(name: str) -> str:
    """A name as written, a form that stands together with the capital letter of a name by itself."""
    return _forms().sub(_set_apart, name) if any(map(_may_begin, name.split())) else name


def _may_begin(word: str) -> bool:
    """Whether a word may begin with a form: it has more capitals than that, and a small letter."""
    return sum(map(str.isupper, word)) > SHORTEST and not word.isupper()


def _set_apart(found: re.Match[str]) -> str:
    return f"{found['form']} " if found["behind"].istitle() else found["form"]


@cache
def _forms() -> re.Pattern[str]:
    """A form in capitals before two letters; forms that may be something else are left out."""
    written = {row["phrase"] for row in table("words/legal_forms.tsv").rows if not row["ambiguous"]}
    forms = (form for form in written if form.isalpha() and sum(map(str.isupper, form)) >= SHORTEST)
    return re.compile(rf"(?<!\w)(?P<form>{alternatives(forms)})(?=(?P<behind>[^\W\d_]{{2}}))")
