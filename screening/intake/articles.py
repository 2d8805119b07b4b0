"""Articles: files and folders of news read into stories, whatever the format and encoding.

The format is told by content, not by name: RSS and Atom, HTML pages, plain text with one story or
several. A file that cannot be read is a row in the rejects, with its reason; the others go on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from screening.errors import InputError
from screening.intake.base import InputFile, Reject, rejects_table
from screening.intake.decoding import Decoded, decode
from screening.intake.feeds import check_xml, read_feed
from screening.intake.html_pages import read_page
from screening.intake.language import language_of
from screening.intake.plaintext import read_plain
from screening.intake.refused import refusal, unread
from screening.intake.story import Draft, Story, finish
from screening.intake.tables import STANDARD_INPUT, STDIN, standard_input
from screening.named_paths import as_text, is_text, trouble_with

if TYPE_CHECKING:
    import pyarrow as pa

MAX_STORIES = 100_000
"""More stories than this in one file are no news file."""

_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_ROOT = re.compile(
    r"\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*<([A-Za-z_][\w:.-]*)", re.DOTALL
)
_PAGE_TAGS = re.compile(r"<(?:html|head|body|p|div|article|section|h1|h2|ul|table|br|span|a)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleIntake:
    """What reading articles gives: stories, rejects (`model.REJECTS`), the files, and notes for a
    person.

    The same story twice is two stories here with one ``key``: two places.
    """

    stories: list[Story]
    rejects: pa.Table
    inputs: list[InputFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_articles(paths: Sequence[str | Path] | str | Path) -> ArticleIntake:
    """Read files and folders of articles; folders with all that is below them, in the order of their
    names. ``-`` is standard input.

    Raises:
        InputError: A path that was named does not exist, or nothing was named.
    """
    named = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not named:
        raise InputError("no article was named", remedy="name files or folders of articles")
    stories: list[Story] = []
    rejects: list[Reject] = []
    inputs: list[InputFile] = []
    notes: list[str] = []
    for path in _files(named, rejects, notes):
        try:
            if trouble := trouble_with(path):
                raise InputError(trouble.what, where=path, remedy=trouble.remedy)
            found, seen = _read_input() if str(path) == STDIN else _read_file(path, str(path))
        except InputError as error:
            rejects.append(refusal(error, path))
            inputs.append(unread(path))
            continue
        stories.extend(found)
        inputs.append(seen)
    places: dict[str, int] = {}
    for story in stories:
        places[story.key] = places.get(story.key, 0) + 1
    twice = sum(count > 1 for count in places.values())
    if twice:
        notes.append(f"{twice} of {len(places)} stories stand in more than one place; each is screened once")
    return ArticleIntake(stories, rejects_table(rejects), inputs, notes)


def original_text(path: str | Path) -> str:
    """A file's text as offsets into it are counted: decoded, without byte order mark, line ends kept."""
    return decode(Path(path)).text


def _read_input() -> tuple[list[Story], InputFile]:
    with standard_input() as path:
        return _read_file(path, STANDARD_INPUT)


def _read_file(path: Path, name: str) -> tuple[list[Story], InputFile]:
    decoded = decode(path, name)
    form, drafts = _drafts(decoded, name)
    drafts = [draft for draft in drafts if draft.title.text or draft.paragraphs]
    if not drafts:
        raise InputError("holds no story", where=name, remedy="check that it is an article or a feed")
    if len(drafts) > MAX_STORIES:
        remedy = "split it into smaller files"
        raise InputError(f"holds {len(drafts):,} stories", where=name, remedy=remedy)
    stories = [
        finish(draft, file=name, sha256=decoded.sha256, index=index, language=_language(draft))
        for index, draft in enumerate(drafts, start=1)
    ]
    count = len(stories)
    return stories, InputFile(name, decoded.sha256, decoded.size, form, decoded.encoding, rows_in=count, rows_out=count)


def _drafts(decoded: Decoded, name: str) -> tuple[str, list[Draft]]:
    """The format, told by content, and the drafts of the stories."""
    text = decoded.text
    start = len(text) - len(text.lstrip())
    root = _ROOT.match(text[:100_000])
    tag = root.group(1).lower().rpartition(":")[2] if root else ""
    if (text.startswith("<?xml", start) and tag != "html") or tag in _FEED_ROOTS:
        # The parser wants the declaration first; spaces keep every offset where it is.
        found = check_xml(text[start:], name).lower()
        if found in _FEED_ROOTS:
            return "feed", read_feed(text)
        if found != "html":
            raise InputError(
                f"is XML with <{found}>, neither RSS nor Atom",
                where=name,
                remedy="save it as a feed or plain text",
            )
    if (
        tag == "html"
        or text[start : start + 9].lower() == "<!doctype"
        or (tag and len(_PAGE_TAGS.findall(text[:20_000])) >= 3)
    ):
        return "html", read_page(text)
    return "text", read_plain(text)


def _language(draft: Draft) -> str | None:
    """What the text itself shows goes before what is said of it: feeds name the language of the site."""
    sample = "\n".join([*(paragraph.text for paragraph in draft.paragraphs[:20]), draft.title.text])
    return language_of(sample) or draft.language


def check_there(path: Path) -> None:
    """Look whether a file or folder that was named is there.

    Raises:
        InputError: It is not, or cannot be used by that name.
    """
    if (trouble := trouble_with(path)) and is_text(str(path)):
        raise InputError(trouble.what, where=path, remedy=trouble.remedy)
    if not path.exists():
        raise InputError("there is no such file or folder", where=path, remedy="check the path")


def _files(paths: Iterable[str | Path], rejects: list[Reject], notes: list[str]) -> Iterator[Path]:
    """The files to read, each once, however many ways lead to it."""
    seen: set[str] = set()
    hidden = 0
    for named in paths:
        path = Path(named)
        if str(named) == STDIN:
            if _new(path, seen):
                yield path
            continue
        check_there(path)
        if not path.is_dir():
            if _new(path, seen):
                yield path
            continue
        folders: set[str] = set()
        for folder, below, names in os.walk(path, followlinks=True):
            real = os.path.realpath(folder)
            if real in folders:  # a link that leads back up
                below[:] = []
                continue
            folders.add(real)
            hidden += sum(name.startswith(".") for name in (*below, *names))
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder) / name
                if name.startswith("."):
                    continue
                if not file.is_file():
                    rejects.append(
                        Reject(as_text(str(file)), "is not a regular file, or a link that leads nowhere; leave it out")
                    )
                elif _new(file, seen):
                    yield file
    if hidden:
        notes.append(f"{hidden} hidden files or folders (their names begin with a dot) were passed over")


def _new(path: Path, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    new = real not in seen
    seen.add(real)
    return new
