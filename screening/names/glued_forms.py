"""Legal forms in capitals that lost the space before the name (ОсООАкБата, LLCOrbita)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.phrases import alternatives
from screening.reference import table

SHORTEST: Final = 3
"""Capitals of a form; two may as well begin a name."""
_UPPER: Final = "A-ZÀ-ÖØ-ÞƏĞİŞЀ-ЯҐҒҖҚҢҮҰҲҶҺӘӨӢӮ"
_LOWER: Final = "a-zß-öø-ÿəğışа-џґғҗқңүұҳҷһәөӣӯ"
_MAY_BE: Final = re.compile(rf"(?<!\w)[{_UPPER}][{_UPPER}{_LOWER}]{{2,}}[{_UPPER}][{_LOWER}]")
"""A word that begins with a capital, and goes on with one and a small letter behind three letters."""


def apart(name: str) -> str:
    """A name as written, a form that stands together with the capital letter of a name by itself."""
    return _forms().sub(r"\1 ", name) if _MAY_BE.search(name) else name


@cache
def _forms() -> re.Pattern[str]:
    """A form in capitals before a capital and a small letter; forms that may be something else are left out."""
    written = {row["phrase"] for row in table("words/legal_forms.tsv").rows if not row["ambiguous"]}
    forms = (form for form in written if form.isalpha() and sum(map(str.isupper, form)) >= SHORTEST)
    return re.compile(rf"(?<!\w)({alternatives(forms)})(?=[{_UPPER}][{_LOWER}])")
