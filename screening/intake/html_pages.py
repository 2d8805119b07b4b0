"""HTML: the main text of a page or of a feed's item, without menus, forms and scripts, each character
placed.

The parser is the standard library's, which says where every piece of text stands in the source; nothing
is built in memory but the paragraphs, so depth and size of the markup do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser

from screening.intake.dates import read_date
from screening.intake.mapped import Builder, MappedText
from screening.intake.plaintext import is_navigation
from screening.intake.story import Draft
from screening.reference import table

_REFERENCE = re.compile(r"&#?\w{1,40};?")
_NAME_WORD = re.compile(r"[a-z]+")
_SKIP_ANYWAY = frozenset({"head"})
_MAIN_TAGS = frozenset({"article", "main"})
_DATE_METAS = frozenset(
    {"article:published_time", "date", "pubdate", "dc.date", "datepublished", "og:article:published_time"}
)
_LINKED = 0.6
"""Share of a paragraph that is link text above which it is a menu rather than prose."""
_MIN_MAIN = 200
"""An <article> or <main> with less text than this is a frame around something else."""
_MAX_NOISE = 600
"""A block whose class says "share" or "comments" is furniture only while it is no longer than this … """
_MAX_DEPTH = 2_000


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("words/html_words.tsv").rows if row["kind"] == kind)


@dataclass(slots=True)
class _Block:
    text: MappedText
    tag: str
    main: bool
    noise: int
    linked: int


@dataclass(slots=True)
class _Open:
    tag: str
    skip: bool
    noise: int
    main: bool


@dataclass(slots=True)
class _Page:
    blocks: list[_Block] = field(default_factory=list)
    title: MappedText = field(default_factory=lambda: MappedText.whole(""))
    link: str | None = None
    date: str | None = None
    language: str | None = None


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = _Page()
        # Marked sections other than CDATA make the parser raise; as comments they are passed over.
        self._source = re.sub(r"<!\[(?!CDATA\[)", "<!_", source)
        self._lines = [0]
        self._lines.extend(match.end() for match in re.finditer("\n", self._source))
        self._stack: list[_Open] = []
        self._builder = Builder()
        self._linked = 0
        self._in_link = 0
        self._noise_id = 0
        self._tag = ""
        self._titles: Builder | None = None

    def read(self) -> _Page:
        try:
            # Behind the last ">" no tag can end; the parser would look for its end again from each "<".
            last = self._source.rfind(">") + 1
            self.feed(self._source[:last])
            self.close()
            self._plain(last)
        except AssertionError:  # the parser's own way of giving up; what was read so far stands
            pass
        self._flush()
        return self.page

    def _plain(self, start: int) -> None:
        """Text from ``start`` to the end, in which there are no tags."""
        for found in _REFERENCE.finditer(self._source, start):
            self._add(self._source[start : found.start()], start, found.start())
            self._add(unescape(found.group()), found.start(), found.end())
            start = found.end()
        self._add(self._source[start:], start, len(self._source))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        if tag == "html" and values.get("lang"):
            self.page.language = values["lang"]
        elif tag == "meta":
            self._meta(values)
        elif tag == "link" and values.get("rel", "").lower() == "canonical":
            self.page.link = values.get("href") or None
        elif tag == "time" and values.get("datetime"):
            self.page.date = self.page.date or values["datetime"]
        if tag == "br" or tag not in _words("inline"):
            self._flush()
        if tag in _words("void"):
            return
        if tag == "title" and not self.page.title.text:
            self._titles = Builder()
        if tag == "a":
            self._in_link += 1
        if len(self._stack) < _MAX_DEPTH:
            self._stack.append(self._opened(tag, values))
        self._tag = tag if tag not in _words("inline") else self._tag

    def _opened(self, tag: str, values: dict[str, str]) -> _Open:
        names = _words("name")
        above = self._stack[-1] if self._stack else _Open("", False, 0, False)
        hidden = "hidden" in values or "display:none" in values.get("style", "").replace(" ", "")
        main = above.main or tag in _MAIN_TAGS or values.get("itemprop") == "articleBody"
        noise = above.noise
        if not noise and tag not in ("html", "body", "article", "main"):
            said = f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}".lower()
            if not names.isdisjoint(_NAME_WORD.findall(said[:500])) or (tag == "header" and not main):
                self._noise_id += 1
                noise = self._noise_id
        return _Open(tag, above.skip or tag in _words("hidden") or tag in _SKIP_ANYWAY or hidden, noise, main)

    def _meta(self, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name in _DATE_METAS:
            self.page.date = values.get("content") or self.page.date

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _words("void"):
            self.handle_starttag(tag, attrs)
        elif tag not in _words("inline"):
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._titles is not None:
            self.page.title = self._titles.done().squeeze().strip()
            self._titles = None
        if tag not in _words("inline"):
            self._flush()
        if tag == "a":
            self._in_link = max(0, self._in_link - 1)
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - 50), -1):
            if self._stack[depth].tag == tag:
                del self._stack[depth:]
                break

    def handle_data(self, data: str) -> None:
        at = self._at()
        self._add(data, at, at + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        at = self._at()
        found = _REFERENCE.match(self._source, at)
        if found:
            self._add(unescape(found.group()), at, found.end())

    def _add(self, text: str, start: int, end: int) -> None:
        if self._titles is not None:
            self._titles.add(text, start, end)
        elif not (self._stack and self._stack[-1].skip):
            self._builder.add(text, start, end)
            self._linked += len(text) if self._in_link else 0

    def _flush(self) -> None:
        text = self._builder.done().squeeze().strip()
        if text.text:
            above = self._stack[-1] if self._stack else _Open("", False, 0, False)
            self.page.blocks.append(_Block(text, self._tag, above.main, above.noise, self._linked))
        self._builder, self._linked = Builder(), 0


def read_page(text: str) -> list[Draft]:
    """The one story of an HTML page: its main text, headline, link, date and language."""
    page = _Reader(text).read()
    blocks = _main(page.blocks)
    heading = next((block.text for block in page.blocks if block.tag == "h1"), None)
    title = heading or page.title
    paragraphs = [
        block.text for block in blocks if block.text.text != title.text and not is_navigation(block.text.text)
    ]
    if not paragraphs and not title.text:
        return []
    return [Draft(title, paragraphs, page.link, read_date(page.date), _code(page.language))]


def read_fragment(source: MappedText, title: str = "") -> list[MappedText]:
    """The paragraphs of a piece of HTML, such as a feed's ``content:encoded``, placed in the file
    around it.

    Args:
        source: The markup, with its way back to the file.
        title: The story's headline, which feeds repeat as a first paragraph.
    """
    page = _Reader(source.text).read()
    plain = " ".join(title.split())
    return [
        block.text.through(source)
        for block in _without_noise(page.blocks)
        if " ".join(block.text.text.split()) != plain and not is_navigation(block.text.text)
    ]


def _main(blocks: list[_Block]) -> list[_Block]:
    blocks = _without_noise(blocks)
    inside = [block for block in blocks if block.main]
    if sum(len(block.text) for block in inside) >= _MIN_MAIN:
        return inside
    return [block for block in blocks if block.linked <= _LINKED * len(block.text)]


def _without_noise(blocks: Iterable[_Block]) -> list[_Block]:
    """Blocks that stand in no furniture; a large "widget" or "banner" turns out to hold the story
    itself."""
    blocks = list(blocks)
    sizes: dict[int, int] = {}
    for block in blocks:
        sizes[block.noise] = sizes.get(block.noise, 0) + len(block.text) - block.linked
    quiet = [block for block in blocks if not block.noise]
    if sum(len(block.text) for block in quiet) >= _MIN_MAIN:
        return quiet
    return [block for block in blocks if not block.noise or sizes[block.noise] > _MAX_NOISE]


def _code(language: str | None) -> str | None:
    code = (language or "").strip().lower().replace("_", "-").split("-")[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None
