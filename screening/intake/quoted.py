"""Names in quotation marks: «Узстанекс», “Promtech” LLC, ООО «…», with the legal form that stands
beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from screening.intake.endings import ends_as
from screening.intake.lexicon import is_business, is_legal_form, is_ordinary, is_place, is_small, kinds
from screening.intake.manners import case_of
from screening.intake.spans import Span
from screening.names.small_letters import lower
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_QUOTED = re.compile(r"«([^«»\n]{2,120})»|“([^“”\n]{2,120})”|„([^„“”\n]{2,120})[“”]|\"([^\"\n]{2,120})\"")
_WORD_BEFORE = re.compile(r"([\w.\-/]{1,30})[ \u00a0]{1,2}$")
_GAP = re.compile(r"[ \u00a0]{0,2},?[ \u00a0]{0,2}")
_WORDS = re.compile(r"[\w.’'ʻ-]{1,30}")
_LONGEST_GAP = 6
_LONGEST_FORM = 60
_MOST_FORM_WORDS = 4
_WORD_AFTER = re.compile(r"[ \u00a0]{0,2},?[ \u00a0]{0,2}([\w.]{1,20})")
_MOST_WORDS = 8
_MOST_TRADES = 3
_COMPANY = frozenset({"company_head", "trigger_company"})
_SAID = _COMPANY | {"org_head", "trigger_org", "trigger_vessel"}


def quoted(text: str) -> Iterator[Span]:
    """Quoted names with something that says so: a legal form or a word for a company, organisation or
    ship beside."""
    last: Span | None = None
    for match in _QUOTED.finditer(text):
        span = _named(text, match)
        group = next(index for index in range(1, 5) if match.group(index) is not None)
        if span is None and last is not None and _goes_on(text, last, match) and _may_name(match.group(group).strip()):
            span = Span(*match.span(group), last.schema, ("quoted in a list of names",))
        last = replace(span, end=match.end()) if span is not None else None
        if span is not None:
            yield span


def _named(text: str, match: re.Match[str]) -> Span | None:
    """The name in quotation marks, if it is one."""
    group = next(index for index in range(1, 5) if match.group(index) is not None)
    inner = match.group(group).strip()
    if not _may_name(inner):
        return None
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    after = _WORD_AFTER.match(text, match.end())
    left = lower(before.group(1)).rstrip(".") if before else ""
    right = lower(after.group(1)).rstrip(".") if after else ""
    start, end = match.span(group)
    if before and is_legal_form(left) and not _only_a_firm(left) and not is_small(before.group(1)[0]):
        return Span(before.start(1), match.end(), "Company", (f"legal form before quotes: {left}",))
    if form := _form_after(text, match.end()):
        return Span(match.start(), form, "Company", ("legal form after quotes",))
    if after and "named_after" in kinds(right) and (schema := _kind_after(text, after.end())):
        return Span(start, end, schema, (f"quoted before '{right}'",))
    earlier, steps = before, 0
    while earlier and steps < _MOST_TRADES and not kinds(lower(earlier.group(1))) & _SAID:
        if not _only_describes(lower(earlier.group(1))):
            break
        earlier, steps = _WORD_BEFORE.search(text, max(0, earlier.start(1) - 40), earlier.start(1)), steps + 1
    if steps and earlier is not None and kinds(lower(earlier.group(1))) & _SAID:
        left, before = lower(earlier.group(1)), None  # "شرکت بازرگانی «…»", "судно под названием «…»"
    if left and kinds(left) & {"trigger_vessel"}:
        return Span(start, end, "Vessel", (f"quoted after '{left}'",))
    if left and kinds(left) & _COMPANY:
        whole = _headed(text, before) if before else None
        if whole is not None:
            start, end = whole, match.end()
        return Span(start, end, "Company", (f"quoted after '{left}'",))
    if left and kinds(left) & {"org_head", "trigger_org"}:
        whole = _headed(text, before) if before else None
        if whole is not None and whole < before.start(1):  # type: ignore[union-attr]
            start, end = whole, match.end()
        return Span(start, end, "Organization", (f"quoted after '{left}'",))
    if not inner[0].isupper() and not inner[0].isdigit():
        return Span(start, end, "Company", ("quoted, with a word for a firm",)) if _says_trade(inner) else None
    if match.group(1) is None and _all_capitalised(inner):
        return Span(start, end, "LegalEntity", ("quoted, all words capitalised",))
    if match.group(1) is not None and len(inner.split()) <= 3 and not _spoken(inner):
        return Span(start, end, "LegalEntity", ("quoted name",))
    return None


def _only_a_firm(word: str) -> bool:
    """Whether a word before quotes is no legal form but "company", in a script without capitals."""
    return "trigger_company" in kinds(word) and word[:1] >= "\u0590"


def _may_name(inner: str) -> bool:
    """Whether quoted words may be a name: it begins with a capital or a figure where there are capitals."""
    first = next((char for char in inner if char.isalnum()), "")
    return (
        bool(first)
        and not is_small(first)
        and len(inner.split()) <= _MOST_WORDS
        and not inner.endswith((",", ".", "!", "?", "؟", "،"))
        and not _is_said(inner)
    )


def _is_said(inner: str) -> bool:
    """Whether quoted words begin as a sentence does and go on in small ordinary words: "We no longer deal with …"."""
    first, *others = inner.split()
    small = [word for word in others if is_small(word[0]) and is_ordinary(word) and "joiner" not in kinds(word)]
    return lower(first) != "the" and "opener" in kinds(lower(first)) and len(small) > 1


def _goes_on(text: str, last: Span, match: re.Match[str]) -> bool:
    """Whether nothing but a comma or an "and" stands between a quoted name and the next quotation."""
    between = text[last.end : match.start()].strip(" \u00a0,،")
    return match.start() - last.end <= _LONGEST_GAP and (
        not between or between == "و" or "and" in kinds(lower(between))
    )


def _form_after(text: str, at: int) -> int:
    """Where a legal form ends that stands behind the quotes, of several words or one: "…" MMC; 0 for none."""
    gap = _GAP.match(text, at)
    begin = gap.end() if gap else at
    ends: list[int] = []
    word = _WORDS.match(text, begin)
    while word is not None and len(ends) < _MOST_FORM_WORDS:
        ends.append(word.end())
        word = _WORDS.match(text, word.end() + 1) if text[word.end() : word.end() + 1] in (" ", "\u00a0") else None
    for end in reversed(ends):
        form = text[begin:end]
        if is_small(form[:1]) and " " not in form:
            continue
        bare = form[: len(form) - len(ending)] if (ending := case_of(form.split()[-1])) else form
        if any(m.kind == "legal_form" and not m.ambiguous for m in meanings(*words(bare))):
            return begin + len(bare)
    return 0


def _kind_after(text: str, at: int) -> str:
    """What the words behind "named" say a quoted name is: "…" adlı kuru yük gemisi."""
    for found in list(_WORDS.finditer(text, at, at + _LONGEST_FORM))[:_MOST_FORM_WORDS]:
        said = kinds(lower(found.group()))
        if said & {"trigger_vessel"}:
            return "Vessel"
        if said & _COMPANY:
            return "Company"
        if said & {"org_head", "trigger_org"}:
            return "Organization"
    return ""


def _only_describes(word: str) -> bool:
    """Whether a word only says of what trade or country a thing is."""
    return is_business(word) or is_place(word) or bool(kinds(word) & {"trigger_skip", "named_before"})


def _says_trade(inner: str) -> bool:
    """Whether a name without capitals has a word of business at one of its ends, and is nobody's words."""
    found = [lower(word) for word in inner.split()]
    return (
        len(found) > 1
        and (is_business(found[0]) or is_business(found[-1]))
        and not any(kinds(word) & {"opener", "speech"} for word in found)
    )


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
        if earlier.group(1)[0].isupper() and not ends_as(earlier.group(1).lower(), "quoted_adjective"):
            break  # "Юристы бюро «…»"
        at = earlier.start(1)
    return at


def _says_firm(word: str) -> bool:
    return is_legal_form(word) or any(m.kind == "legal_form" for m in meanings(*words(word)))


def _is_trade(word: str) -> bool:
    return not kinds(word) and any(m.kind == "descriptor" and not m.ambiguous for m in meanings(*words(word)))


def _all_capitalised(inner: str) -> bool:
    """Whether all words of a quotation but small joining ones are capitalised, and one of them is not ordinary."""
    found = inner.split()
    big = [word for word in found if not word[0].islower()]
    small = [lower(word) for word in found if word[0].islower()]
    told = [lower(word.strip(",.")) for word in big]
    return (
        len(big) > 1
        and found[0] is big[0]
        and (told[0] == "the" or "opener" not in kinds(told[0]))
        and all(kinds(word) & {"joiner", "and"} or word == "&" for word in small)
        and any(not (is_ordinary(word) or is_place(word) or kinds(word) & {"opener", "time", "thing"}) for word in told)
    )


def _spoken(inner: str) -> bool:
    """Whether a quotation is somebody's words rather than a name."""
    found = [lower(word) for word in inner.split()]
    return all(is_ordinary(word) or not kinds(word).isdisjoint({"opener", "joiner"}) for word in found)
