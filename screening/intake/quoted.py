"""Names in quotation marks: «Узстанекс», “Promtech” LLC, ООО «…», with the legal form that stands
beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screening.intake.lexicon import is_legal_form, is_ordinary, kinds, lower
from screening.intake.spans import Span
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_QUOTED = re.compile(r"«([^«»\n]{2,120})»|“([^“”\n]{2,120})”|„([^„“”\n]{2,120})[“”]|\"([^\"\n]{2,120})\"")
_WORD_BEFORE = re.compile(r"([\w.\-/]{1,30})[ \u00a0]{1,2}$")
_WORD_AFTER = re.compile(r"[ \u00a0]{0,2},?[ \u00a0]{0,2}([\w.]{1,20})")
_MOST_WORDS = 8
_MOST_TRADES = 3
_COMPANY = frozenset({"company_head", "trigger_company"})


def quoted(text: str) -> Iterator[Span]:
    """Quoted names with something that says so: a legal form or a word for a company, organisation or
    ship beside."""
    for match in _QUOTED.finditer(text):
        group = next(index for index in range(1, 5) if match.group(index) is not None)
        inner = match.group(group).strip()
        first = next((char for char in inner if char.isalnum()), "")
        if (
            not (first.isupper() or first.isdigit())
            or len(inner.split()) > _MOST_WORDS
            or inner.endswith((",", ".", "!", "?"))
        ):
            continue
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        after = _WORD_AFTER.match(text, match.end())
        left = lower(before.group(1)).rstrip(".") if before else ""
        right = lower(after.group(1)).rstrip(".") if after else ""
        start, end = match.span(group)
        if before and is_legal_form(left) and before.group(1)[:1].isupper():
            yield Span(before.start(1), match.end(), "Company", (f"legal form before quotes: {left}",))
        elif after and is_legal_form(right) and after.group(1)[:1].isupper():
            yield Span(match.start(), after.end(1), "Company", (f"legal form after quotes: {right}",))
        elif left and (said := kinds(left)) and not said.isdisjoint({"trigger_vessel"}):
            yield Span(start, end, "Vessel", (f"quoted after '{left}'",))
        elif left and not kinds(left).isdisjoint(_COMPANY):
            whole = _headed(text, before) if before else None
            if whole is not None:
                start, end = whole, match.end()
            yield Span(start, end, "Company", (f"quoted after '{left}'",))
        elif left and not kinds(left).isdisjoint({"org_head", "trigger_org"}):
            whole = _headed(text, before) if before else None
            if whole is not None and whole < before.start(1):  # type: ignore[union-attr]
                start, end = whole, match.end()
            yield Span(start, end, "Organization", (f"quoted after '{left}'",))
        elif match.group(1) is not None and len(inner.split()) <= 3 and not _spoken(inner):
            yield Span(start, end, "LegalEntity", ("quoted name",))


def _headed(text: str, before: re.Match[str]) -> int | None:
    """Where a name begins that says before the quotes what it is ("судостроительный завод «Залив»"); None where the
    word before them says no more than that it is a firm, or ends a sentence.
    """
    head = lower(before.group(1))
    if kinds(head).isdisjoint({"company_head", "org_head"}) or _says_firm(head):
        return None
    at = before.start(1)
    for _ in range(_MOST_TRADES):
        earlier = _WORD_BEFORE.search(text, max(0, at - 40), at)
        if earlier is None or not _is_trade(lower(earlier.group(1))):
            break
        at = earlier.start(1)
    return at


def _says_firm(word: str) -> bool:
    return is_legal_form(word) or any(m.kind == "legal_form" for m in meanings(*words(word)))


def _is_trade(word: str) -> bool:
    return not kinds(word) and any(m.kind == "descriptor" and not m.ambiguous for m in meanings(*words(word)))


def _spoken(inner: str) -> bool:
    """Whether a quotation is somebody's words rather than a name."""
    found = [lower(word) for word in inner.split()]
    return all(is_ordinary(word) or not kinds(word).isdisjoint({"opener", "joiner"}) for word in found)
