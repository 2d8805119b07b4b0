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
_AROUND_PAGES = frozenset({"form"})
"""Elements hidden for what they mostly hold, in which some sites put whole pages."""
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
_STOOD_FOR = {"<": "\ufdd0", "&": "\ufdd1"}
"""What stands for signs that begin no tag and no reference, as the parser looks at each of them for long."""
_DOUBLED = re.compile(r"<(?=<)|&(?=&)")
_STANDING = re.compile("[\ufdd0\ufdd1]")
_MEANT = str.maketrans({stood: sign for sign, stood in _STOOD_FOR.items()})
_NEVER_CLOSED = ("script", "style", "title")
"""Elements to the end of which the parser takes nothing for a tag."""


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
    skip: int = 0


@dataclass(slots=True)
class _Piece:
    text: Builder = field(default_factory=Builder)
    linked: int = 0


@dataclass(slots=True)
class _Open:
    tag: str
    skip: int
    noise: int
    main: bool


@dataclass(slots=True)
class _Page:
    blocks: list[_Block] = field(default_factory=list)
    title: MappedText = field(default_factory=lambda: MappedText.whole(""))
    link: str | None = None
    date: str | None = None
    language: str | None = None


def _with_ends(source: str) -> str:
    """The source with a script or style that never ends taken for an element nobody knows: else all behind it would be
    of it.
    """
    for name in _NEVER_CLOSED:
        last = max((found.start() for found in re.finditer(rf"</{name}\b", source, re.IGNORECASE)), default=0)
        begun = re.compile(rf"<{name[0]}(?={name[1:]}\b)", re.IGNORECASE)
        source = source[:last] + begun.sub("<x", source[last:])
    return source


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = _Page()
        # Marked sections other than CDATA make the parser raise; as comments they are passed over.
        source = re.sub(r"<!\[(?!CDATA\[)", "<!_", source)
        source = _DOUBLED.sub(lambda found: _STOOD_FOR[found[0]], source)
        self._source = _with_ends(source)
        self._lines = [0]
        self._lines.extend(match.end() for match in re.finditer("\n", self._source))
        self._stack: list[_Open] = []
        self._pieces: dict[int, _Piece] = {}
        self._in_link = False
        self._since_link: list[tuple[_Block, int]] = []
        self._noise_id = 0
        self._skip_id = 0
        self._skipped: dict[int, str] = {}
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
        self._no_link()
        self._leave_out()
        return self.page

    def _leave_out(self) -> None:
        """Leave out what is hidden, or no text of a story; but not what stands behind the beginning of such an element
        that has no end, nor a whole page in a form.
        """
        sizes: dict[int, int] = {}
        for block in self.page.blocks:
            sizes[block.skip] = sizes.get(block.skip, 0) + len(block.text) - block.linked
        left_out = {
            skip for skip, tag in self._skipped.items() if tag not in _AROUND_PAGES or sizes.get(skip, 0) <= _MAX_NOISE
        }
        self.page.blocks = [block for block in self.page.blocks if block.skip not in left_out]

    def _no_link(self) -> None:
        """What stood in a link that nobody closed was text beside it, and is not passed over as a menu."""
        for block, letters in self._since_link:
            block.linked -= letters
        self._since_link, self._in_link = [], False

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
        values = {name: (value or "").translate(_MEANT) for name, value in reversed(attrs)}
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
            self._no_link()
            self._in_link = "href" in values
        if len(self._stack) < _MAX_DEPTH:
            self._stack.append(self._opened(tag, values))
        self._tag = tag if tag not in _words("inline") else self._tag

    def _opened(self, tag: str, values: dict[str, str]) -> _Open:
        names = _words("name")
        above = self._stack[-1] if self._stack else _Open("", 0, 0, False)
        hidden = "hidden" in values or "display:none" in values.get("style", "").replace(" ", "")
        main = above.main or tag in _MAIN_TAGS or values.get("itemprop") == "articleBody"
        noise = above.noise
        if not noise and tag not in ("html", "body", "article", "main"):
            said = f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}".lower()
            if not names.isdisjoint(_NAME_WORD.findall(said[:500])) or (tag == "header" and not main):
                self._noise_id += 1
                noise = self._noise_id
        skip = above.skip
        if not skip and (hidden or tag in _SKIP_ANYWAY or tag in _words("hidden")):
            self._skip_id += 1
            skip = self._skip_id
        return _Open(tag, skip, noise, main)

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
            self._since_link, self._in_link = [], False
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - 50), -1):
            if self._stack[depth].tag == tag:
                skip = self._stack[depth].skip
                if skip and not (depth and self._stack[depth - 1].skip):
                    self._skipped[skip] = tag
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
        if _STANDING.search(text):
            text = text.translate(_MEANT)
        if self._titles is not None:
            self._titles.add(text, start, end)
        else:  # what is hidden in the midst of a paragraph is put together apart from it
            piece = self._pieces.setdefault(self._stack[-1].skip if self._stack else 0, _Piece())
            piece.text.add(text, start, end)
            piece.linked += len(text) if self._in_link else 0

    def _flush(self) -> None:
        above = self._stack[-1] if self._stack else _Open("", 0, 0, False)
        for skip, piece in self._pieces.items():
            text = piece.text.done().squeeze().strip()
            if text.text:
                block = _Block(text, self._tag, above.main, above.noise, piece.linked, skip)
                self.page.blocks.append(block)
                if self._in_link:
                    self._since_link.append((block, piece.linked))
        self._pieces = {}


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
