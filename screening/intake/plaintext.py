"""Plain text: one story, or a dump of several with the lines of the page around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from screening.intake.dates import read_date
from screening.intake.lexicon import is_ordinary, kinds
from screening.intake.mapped import Builder, MappedText
from screening.intake.story import Draft
from screening.names.small_letters import lower
from screening.reference import table

_LINE = re.compile(r"([^\r\n\u2028\u2029\x85\f]*)(?:\r\n|[\r\n\u2028\u2029\x85\f]|\Z)")
_SEPARATOR = re.compile(r"[-=*_~#•·\s]{3,}")
_SHORTCODE = re.compile(r"\[/?[a-z_]{3,20}(?:\s[^\]\[]{0,300})?\]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[^\W\d_A-Z]{3}[.!?…][\"'”’»)]*\s")
_HYPHENATED = re.compile(r"([^\W\d_]{2,40})-$")
_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_MARKED = re.compile(r"[-*•·|>]\s|#{2,}\s")
"""A line of a list, a table or a quotation, or a heading within a story, as Markdown marks them."""
_URL = re.compile(r"https?://[^\s<>\"»)\]]+")

MIN_STORY = 120
"""Characters the paragraph after a headline has at least; a headline line is shorter than
`MAX_HEADLINE`."""
MAX_HEADLINE = 200
MIN_HEADLINE_WORDS = 5
"""A new story's headline is a clause; a line of fewer words within a story is a subheading."""
_WRAPPED = 100
"""Lines of a hard-wrapped paragraph are shorter than this."""


@cache
def _navigation() -> re.Pattern[str]:
    rows = table("words/navigation.tsv").rows
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


@cache
def _fields() -> dict[str, str]:
    rows = table("words/story_fields.tsv").rows
    return {word.strip(): row["field"] for row in rows for word in row["words"].split(";")}


@cache
def _field_line() -> re.Pattern[str]:
    names = "|".join(map(re.escape, _fields()))
    return re.compile(rf"(?P<name>{names})\s*[:：]\s*(?P<value>\S.{{0,500}})", re.IGNORECASE)


def is_navigation(line: str) -> bool:
    """Whether a line is furniture of the page it was taken from: a menu word, a counter, a ticker."""
    return len(line) < 1000 and _navigation().fullmatch(line.strip()) is not None


def read_plain(text: str) -> list[Draft]:
    """The stories of a plain text.

    A story begins at a headline: a line of its own, a clause without a full stop, followed by a
    paragraph. What stands before the first headline is a story without one.
    """
    paragraphs = [(p, goes_on) for p, goes_on in _paragraphs(text) if not is_navigation(p.text)]
    drafts: list[Draft] = []
    title, body = MappedText.whole(""), list[MappedText]()
    link: str | None = None
    published: date | None = None
    for index, (paragraph, goes_on) in enumerate(paragraphs):
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else None
        field = _field_line().fullmatch(paragraph.text.strip())
        if field is not None and (value := _field(field)) is not None:
            link, published = (value, published) if isinstance(value, str) else (link, value)
            continue
        opens = not title.text and not body
        if goes_on and not opens:
            body.append(paragraph)
            continue
        if _SEPARATOR.fullmatch(paragraph.text):
            if not opens:
                drafts.append(Draft(title, body, link, published))
                title, body, link, published = MappedText.whole(""), [], None, None
            continue
        if (opens and _is_title(paragraph.text)) or _is_headline(paragraph.text, following):
            if not opens:
                drafts.append(Draft(title, body, link, published))
                link, published = None, None
            title, body = paragraph, []
        else:
            body.append(paragraph)
    if title.text or body:
        drafts.append(Draft(title, body, link, published))
    return drafts


def _field(found: re.Match[str]) -> str | date | None:
    value = found["value"].strip()
    if _fields().get(found["name"].lower()) == "date":
        return read_date(value)
    url = _URL.search(value)
    return url.group() if url else None


def _is_title(line: str) -> bool:
    return len(line) < MAX_HEADLINE and not _SENTENCE_END.search(line) and len(line.split()) > 1


def _is_headline(line: str, following: MappedText | None) -> bool:
    if following is None or len(line) >= MAX_HEADLINE or len(following.text) < MIN_STORY:
        return False
    if _MARKED.match(line) or _is_byline(line):
        return False
    if line.endswith((".", ":", ",", ";", "…")) or _INNER_END.search(line):
        return False
    if len(line.split()) < MIN_HEADLINE_WORDS or not _INNER_END.search(following.text + " "):
        return False
    first = next((char for char in line if char.isalnum()), "")
    return first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())


def _is_byline(line: str) -> bool:
    first, _, _ = line.lstrip("*_# (").partition(" ")
    return "byline" in kinds(lower(first.rstrip(":.—-")))


def _paragraphs(text: str) -> Iterator[tuple[MappedText, bool]]:
    """Paragraphs: lines, or blocks of lines wrapped by hand; and whether each goes on from the one
    before."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if match.group(1).strip():
            block.append(match.span(1))
        elif block:
            yield from _lines(text, block)
            block = []
    yield from _lines(text, block)


def _lines(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[MappedText, bool]]:
    if not block:
        return
    wrapped = len(block) > 1 and all(end - start <= _WRAPPED for start, end in block)
    if wrapped:
        open_ends = sum(not _SENTENCE_END.search(text[start:end].rstrip()) for start, end in block[:-1])
        lengths = [end - start for start, end in block[:-1]]
        wrapped = open_ends * 2 > len(block) - 1 and min(lengths) * 2 > max(lengths) and max(lengths) > 40
    if wrapped and not any(is_navigation(text[start:end]) for start, end in block):
        builder = Builder()
        for index, (start, end) in enumerate(block):
            line = text[start:end].rstrip()
            following = text[slice(*block[index + 1])].lstrip() if index + 1 < len(block) else ""
            broken = _is_broken(line, following)
            builder.extend(MappedText.whole(line[:-1] if broken else line, start).strip())
            if following and not (broken or _HYPHENATED.search(line)):
                builder.between(" ")
        yield from _without_codes(builder.done())
        return
    for start, end in block:
        yield from _without_codes(MappedText.whole(text[start:end], start))


def _is_broken(line: str, following: str) -> bool:
    """Whether a hyphen at the end of a line only breaks a word there: "Petro-/leum", but not "state-/owned"."""
    head = _HYPHENATED.search(line)
    tail = _LETTERS.match(following)
    if head is None or tail is None or not tail.group()[0].islower():
        return False
    one, two = head.group(1).lower(), tail.group().lower()
    return is_ordinary(one + two) or not (is_ordinary(one) and is_ordinary(two))


def _without_codes(paragraph: MappedText) -> Iterator[tuple[MappedText, bool]]:
    """The paragraph cut at WordPress shortcodes (``[caption …]``), which are no part of the story."""
    last = 0
    for match in _SHORTCODE.finditer(paragraph.text):
        if "=" not in match.group() and not match.group().startswith("[/"):
            continue
        piece = paragraph.slice(last, match.start()).strip()
        if piece.text:
            yield piece, last > 0
        last = match.end()
    piece = paragraph.slice(last, len(paragraph.text)).strip()
    if piece.text:
        yield piece, last > 0
