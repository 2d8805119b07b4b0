"""RSS 2.0, RSS 1.0 and Atom: the stories of a feed, each character placed in the file.

The feed is first read by a real XML parser that refuses entity declarations and external references;
only then is the same text walked tag by tag, which is safe on well-formed XML and says where everything
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from typing import Any
from xml.parsers.expat import ExpatError

from screening.errors import InputError, Place
from screening.intake.dates import read_date
from screening.intake.html_pages import _code, read_fragment
from screening.intake.mapped import Builder, MappedText
from screening.intake.plaintext import is_navigation
from screening.intake.story import Draft

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>"
    r"|<(?P<close>/?)(?P<name>[^\s/>]+)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ITEMS = frozenset({"item", "entry"})
_BODIES = ("content:encoded", "content", "description", "summary")
"""Where a story's text stands, best first."""
_DATES = ("pubdate", "published", "dc:date", "date", "updated")
_MAX_DEPTH = 500
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>")


@dataclass(slots=True)
class _Field:
    pieces: Builder = field(default_factory=Builder)
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> MappedText:
        return self.pieces.done().strip()


def check_xml(text: str, name: str) -> str:
    """The name of the root element of a well-formed XML text.

    Raises:
        InputError: It is cut short or malformed, nests too deep, or declares entities (an "entity
        bomb").
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    target = _Shape(name)
    parser = DefusedXMLParser(target=target)
    remedy = "fetch the file again"
    try:
        parser.feed(_REFERENCE.sub(_of_html, text))
        parser.close()
    except DefusedXmlException as error:
        raise InputError(
            "XML that declares entities or refers to other files is refused, it can exhaust the machine",
            where=name,
            remedy="ask its publisher for a plain feed",
        ) from error
    except (ParseError, ExpatError, ValueError) as error:
        line = getattr(error, "position", (None,))[0]
        what = str(error).split(":")[0] or "unreadable"
        raise InputError(f"malformed or truncated XML: {what}", where=Place(name, line), remedy=remedy) from error
    return target.root


def _of_html(reference: re.Match[str]) -> str:
    """A reference by a name that HTML has and XML has not as a space, and so many more: many feeds have ``&nbsp;``."""
    name = reference[0][1:-1]
    return reference[0] if name in _OF_XML or f"{name};" not in html5 else " " * len(reference[0])


class _Shape:
    """An XML parser's target that keeps nothing but the root's name, and watches the depth."""

    def __init__(self, name: str) -> None:
        self.root = ""
        self._depth = 0
        self._name = name

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag.rpartition("}")[2]
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise InputError(
                f"XML nested more than {_MAX_DEPTH} deep is refused",
                where=self._name,
                remedy="ask its publisher for a plain feed",
            )

    def end(self, tag: str) -> None:
        self._depth -= 1

    def data(self, text: str) -> None:
        """Text is read later, with its place."""

    def close(self) -> Any:
        return None


def read_feed(text: str) -> list[Draft]:
    """The stories of a feed whose XML has been checked by `check_xml`."""
    walker = _Walker(text)
    return [_draft(fields, walker.language) for fields in walker.items()]


class _Walker:
    """Walks the tags of a feed and collects the fields of each item."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[str] = []
        self._fields: dict[str, _Field] = {}
        self._item_depth = 0
        self._item_prefix = ""
        self._field: _Field | None = None
        self._field_depth = 0
        self._channel_language: _Field | None = None

    @property
    def language(self) -> str | None:
        """What the channel says of its language, as far as it has been walked."""
        return _code(self._channel_language.text.text) if self._channel_language else None

    def items(self) -> Iterator[dict[str, _Field]]:
        """The fields of each item, by name; a name with a prefix keeps it (``dc:date``)."""
        last = 0
        for token in _TOKEN.finditer(self._text):
            self._add_text(last, token.start())
            last = token.end()
            if token["cdata"] is not None and self._field is not None:
                self._field.pieces.add(token["cdata"], *token.span("cdata"))
            elif token["name"] is None:
                continue
            elif token["close"]:
                if self._close(token):
                    yield self._fields
            else:
                self._open(token)

    def _open(self, token: re.Match[str]) -> None:
        name = token["name"].lower()
        depth = len(self._stack) + 1
        begun = False
        if self._field is not None:  # markup of the feed itself inside a field, as in Atom's XHTML content
            self._field.pieces.add(token.group(), *token.span())
        elif not self._item_depth and name.rpartition(":")[2] in _ITEMS:
            self._item_prefix = name.rpartition(":")[0]
            self._item_depth, self._fields = depth, {}
        elif self._item_depth and depth == self._item_depth + 1:
            self._begin(name, token["attributes"])
            begun = True
        elif not self._item_depth and name in ("language", "dc:language"):
            self._field = self._channel_language = _Field()
            begun = True
        if begun:
            self._field_depth = depth
        if not token["empty"]:
            self._stack.append(name)
        elif begun:
            self._field = None

    def _begin(self, name: str, attributes: str) -> None:
        prefix, _, local = name.rpartition(":")
        name = local if prefix == self._item_prefix else name
        said = {key.lower(): unescape(a or b) for key, a, b in _ATTRIBUTE.findall(attributes)}
        if name == "link" and said.get("rel", "alternate") != "alternate":
            name = "link:other"
        self._field = _Field(attributes=said)
        known = self._fields.get(name)
        if known is None or not (known.pieces or known.attributes):
            self._fields[name] = self._field

    def _close(self, token: re.Match[str]) -> bool:
        depth = len(self._stack)
        if self._field is not None:
            if depth == self._field_depth:
                self._field = None
            else:
                self._field.pieces.add(token.group(), *token.span())
        ended = bool(self._item_depth) and depth == self._item_depth
        if ended:
            self._item_depth = 0
        if self._stack:
            self._stack.pop()
        return ended

    def _add_text(self, start: int, end: int) -> None:
        if start == end or self._field is None:
            return
        last = start
        for found in _REFERENCE.finditer(self._text, start, end):
            self._field.pieces.add(self._text[last : found.start()], last, found.start())
            self._field.pieces.add(unescape(found.group()), *found.span(), linear=False)
            last = found.end()
        self._field.pieces.add(self._text[last:end], last, end)


def _draft(fields: dict[str, _Field], language: str | None) -> Draft:
    raw_title = fields["title"].text if "title" in fields else MappedText.whole("")
    title = _plain(raw_title)
    paragraphs: list[MappedText] = []
    for name in _BODIES:
        if name in fields and (source := fields[name].text).text:
            if _MARKUP.search(source.text) or "&" in source.text:
                paragraphs = read_fragment(source, title.text)
            else:
                paragraphs = [source.squeeze()]
            if paragraphs:
                break
    link = fields.get("link")
    date = next((fields[n].text.text for n in _DATES if n in fields), None)
    own = next((fields[n].text.text for n in ("language", "dc:language") if n in fields), None)
    return Draft(
        title,
        [p for p in paragraphs if not is_navigation(p.text)],
        ((link.text.text or link.attributes.get("href")) if link else None) or None,
        read_date(date),
        _code(own) or language,
    )


def _plain(title: MappedText) -> MappedText:
    """A headline without the markup and entities some feeds leave in it."""
    if "<" not in title.text and "&" not in title.text:
        return title.squeeze()
    parts = read_fragment(title)
    return parts[0] if parts else title.squeeze()
