"""XML read as a stream of records, hardened: no document types, hence no entities, no bombs and no network.

Python's C parser cannot be told to refuse a document type, so the prolog is first read with expat, which
can; after the root element has begun a document type is a syntax error. Memory does not grow with the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.parsers import expat

from screening.errors import ListError, Place
from screening.watchlists.draft import squeeze
from screening.watchlists.source import CHUNK, RawFile

MAX_DEPTH = 64
"""Official lists nest a dozen deep."""


class _RootError(Exception):
    pass


def check_prolog(file: RawFile) -> None:
    """Refuse a file with a document type; stop at the root element.

    Raises:
        ListError: There is a document type, or no root element.
    """
    parser = expat.ParserCreate()

    def doctype(*_: object) -> None:
        raise ListError(
            "the XML declares a document type or entities, which no list does: refused",
            where=Place(file.where, parser.CurrentLineNumber),
            remedy="download the list again from its publisher",
        )

    def start(*_: object) -> None:
        raise _RootError

    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    parser.StartElementHandler = start
    try:
        with file.open() as stream:
            while chunk := stream.read(64 * 1024):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except _RootError:
        return
    except expat.ExpatError as error:
        raise _broken(file, error.lineno, str(error)) from error


def records(file: RawFile, *tags: str) -> Iterator[Element]:
    """Elements with one of the local names, in the file's order, without namespaces; each is emptied once
    used.

    An element within another that is asked for is not given by itself.

    Raises:
        ListError: The XML is malformed, cut short, nested absurdly deep, or declares a document type.
    """
    check_prolog(file)
    wanted: Collection[str] = frozenset(tags)
    path: list[Element] = []
    inside: Element | None = None
    try:
        with file.open() as stream:
            for event, element in iterparse(stream, events=("start", "end")):  # noqa: S314 - see above
                if event == "start":
                    tag = element.tag
                    if "}" in tag:
                        element.tag = tag = tag.rpartition("}")[2]
                    path.append(element)
                    if len(path) > MAX_DEPTH:
                        raise ListError(
                            f"the XML nests deeper than {MAX_DEPTH} levels: refused",
                            where=file.where,
                            remedy="download it again",
                        )
                    if inside is None and tag in wanted:
                        inside = element
                    continue
                path.pop()
                if inside is None:
                    _drop(element, path)
                elif element is inside:
                    yield element
                    _drop(element, path)
                    inside = None
    except ParseError as error:
        raise _broken(file, error.position[0], str(error)) from error
    except ValueError as error:  # an encoding Python does not know
        raise _broken(file, 1, str(error)) from error


def _drop(element: Element, path: list[Element]) -> None:
    element.clear()
    if path:
        path[-1].remove(element)


def _broken(file: RawFile, line: int, what: str) -> ListError:
    return ListError(
        f"the XML is malformed or cut short ({what})",
        where=Place(file.where, line),
        remedy="download the list again",
    )


class Locator:
    """Adds to an error about a record the line on which the record begins; found only when needed."""

    def __init__(self, file: RawFile) -> None:
        self._file = file
        self._seen: Counter[str] = Counter()

    @contextmanager
    def __call__(self, record: Element) -> Iterator[None]:
        """Read one record within this."""
        self._seen[record.tag] += 1
        try:
            yield
        except ListError as error:
            line = _line_of(self._file, record.tag, self._seen[record.tag])
            raise ListError(error.what, where=Place(self._file.where, line), remedy=error.remedy) from error


def _line_of(file: RawFile, tag: str, number: int) -> int | None:
    """The line on which the ``number``-th (from 1) element of that local name begins."""
    parser = expat.ParserCreate(namespace_separator="}")
    seen, line = 0, None

    def start(name: str, _: object) -> None:
        nonlocal seen, line
        if name.rpartition("}")[2] == tag:
            seen += 1
            if seen == number:
                line = parser.CurrentLineNumber
                raise _RootError

    parser.StartElementHandler = start
    try:
        with file.open() as stream:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
    except (_RootError, expat.ExpatError):
        pass
    return line


def text(element: Element | None, path: str) -> str:
    """The text at a path below an element, squeezed; empty where there is none."""
    return squeeze(element.findtext(path)) if element is not None else ""


def texts(element: Element, path: str) -> list[str]:
    """The texts of all elements at a path, without the empty ones."""
    return [found for child in element.iterfind(path) if (found := squeeze(child.text))]


def attribute(element: Element | None, name: str) -> str:
    """An attribute, squeezed; empty where there is none."""
    return squeeze(element.get(name)) if element is not None else ""
