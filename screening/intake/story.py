"""A story: one article of a file, with where it came from and a map of its text back to the file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from screening.intake.mapped import MappedText, joined
from screening.names.tokens import words

OPENING_WORDS = 40
"""Two stories with so many opening words the same are one: enough to tell stories apart, few enough
that a copy cut off with "…" is still known again."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story of an article file.

    Attributes:
        file: The file, as it was named.
        sha256: Hash of the file's bytes.
        index: Which story of its file, counted from 1.
        title: The headline; empty where there is none.
        mapped: Headline and paragraphs, with the way back to the decoded file.
        title_end: Where the headline ends in the text.
        link: Address of the story, where known.
        published: Date of the story, where known.
        language: ISO 639-1 code, where known.
        key: The same for the same story wherever it stands.
    """

    file: str
    sha256: str
    index: int
    title: str
    mapped: MappedText
    title_end: int
    link: str | None
    published: date | None
    language: str | None
    key: str

    @property
    def text(self) -> str:
        """The headline, a blank line, then the paragraphs with blank lines between them."""
        return self.mapped.text

    @property
    def place(self) -> str:
        """How the story is named within its file."""
        return self.title or f"story {self.index}"

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the decoded file of the stretch ``start`` to ``end`` (excluded) of the text."""
        return self.mapped.original(start, end)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format's reader finds of a story, before file, hash and language are known."""

    title: MappedText
    paragraphs: list[MappedText]
    link: str | None = None
    published: date | None = None
    language: str | None = None


def story_key(title: str, body: str) -> str:
    """The same key for the same story, whatever its white space, headline, case, or where it is cut
    off."""
    opening = words(body[:4000])[:OPENING_WORDS] or words(title[:1000])
    return hashlib.sha256(" ".join(opening).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def finish(draft: Draft, *, file: str, sha256: str, index: int, language: str | None) -> Story:
    """The story of a draft."""
    mapped = joined([draft.title, *draft.paragraphs])
    body = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    return Story(
        file=file,
        sha256=sha256,
        index=index,
        title=" ".join(draft.title.text.split()),
        mapped=mapped,
        title_end=len(draft.title.text),
        link=draft.link,
        published=draft.published,
        language=language,
        key=story_key(draft.title.text, body),
    )
