"""Text taken out of a larger original, with a map back: every character knows where it came from.

Markup, entities and runs of white space go missing when a story is taken out of a page or feed; the
places of mentions must still be stated in the file as it stands. A mapped text is a row of pieces, each
either *linear* (character for character) or *atomic* (one stretch of the original gave this text as a
whole, as ``&amp;`` gives ``&``).
"""

from __future__ import annotations

import re
from bisect import bisect_right

_SPACES = re.compile(r"[ \t\r\n\f\v]+")


class MappedText:
    """A text and, for each stretch of it, the stretch of the original it stands for."""

    __slots__ = ("_pieces", "_starts", "text")

    def __init__(self, text: str, starts: list[int], pieces: list[tuple[int, int, bool]]) -> None:
        self.text = text
        self._starts = starts
        self._pieces = pieces

    @classmethod
    def whole(cls, text: str, at: int = 0) -> MappedText:
        """The text as it stands in the original from offset ``at``."""
        return cls(text, [0], [(at, at + len(text), True)]) if text else cls("", [], [])

    def __len__(self) -> int:
        return len(self.text)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the stretch ``start`` to ``end`` (excluded) of this text."""
        if not self._starts:
            return (0, 0)
        first = max(0, bisect_right(self._starts, start) - 1)
        begin, stop, linear = self._pieces[first]
        origin = min(begin + start - self._starts[first], stop) if linear else begin
        if end <= start:
            return (origin, origin)
        last = max(0, bisect_right(self._starts, end - 1) - 1)
        begin, stop, linear = self._pieces[last]
        finish = min(begin + end - self._starts[last], stop) if linear else stop
        return (origin, max(origin, finish))

    def slice(self, start: int, end: int) -> MappedText:
        """The stretch ``start`` to ``end`` (excluded), with its map."""
        start, end = max(0, start), min(end, len(self.text))
        builder = Builder()
        if start < end:
            index = max(0, bisect_right(self._starts, start) - 1)
            while index < len(self._starts) and self._starts[index] < end:
                piece_start = self._starts[index]
                piece_end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
                begin, stop, linear = self._pieces[index]
                low, high = max(start, piece_start), min(end, piece_end)
                if linear:
                    builder.add(self.text[low:high], begin + low - piece_start, begin + high - piece_start)
                else:
                    builder.add(self.text[low:high], begin, stop, linear=False)
                index += 1
        return builder.done()

    def strip(self) -> MappedText:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, len(self.text.rstrip()))

    def squeeze(self) -> MappedText:
        """Each run of ASCII white space made one space; no-break spaces stay as they are."""
        builder = Builder()
        last = 0
        for match in _SPACES.finditer(self.text):
            if match.group() == " ":
                continue
            builder.extend(self.slice(last, match.start()))
            builder.add(" ", *self.original(match.start(), match.end()), linear=False)
            last = match.end()
        if not last:
            return self
        builder.extend(self.slice(last, len(self.text)))
        return builder.done()

    def through(self, outer: MappedText) -> MappedText:
        """This text's map, where its original is itself the text of ``outer``: straight to the
        outermost."""
        builder = Builder()
        for index, piece_start in enumerate(self._starts):
            piece_end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
            begin, stop, linear = self._pieces[index]
            if linear:
                builder.extend(outer.slice(begin, stop))
            else:
                builder.add(self.text[piece_start:piece_end], *outer.original(begin, stop), linear=False)
        return builder.done()


class Builder:
    """Puts a mapped text together, piece by piece."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        self._length = 0
        self._end = 0

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, start: int, end: int, *, linear: bool = True) -> None:
        """Append text that stands for ``start`` to ``end`` (excluded) of the original."""
        if not text:
            return
        linear = linear and len(text) == end - start
        if linear and self._pieces and self._pieces[-1][2] and self._pieces[-1][1] == start:
            self._pieces[-1] = (self._pieces[-1][0], end, True)
        else:
            self._starts.append(self._length)
            self._pieces.append((start, end, linear))
        self._texts.append(text)
        self._length += len(text)
        self._end = end

    def between(self, text: str) -> None:
        """Append text that stands nowhere in the original, such as a break between paragraphs."""
        self.add(text, self._end, self._end, linear=False)

    def extend(self, mapped: MappedText) -> None:
        """Append a mapped text."""
        for index, start in enumerate(mapped._starts):
            stop = mapped._starts[index + 1] if index + 1 < len(mapped._starts) else len(mapped.text)
            begin, end, linear = mapped._pieces[index]
            self.add(mapped.text[start:stop], begin, end, linear=linear)

    def done(self) -> MappedText:
        """The mapped text so far."""
        return MappedText("".join(self._texts), self._starts, self._pieces)


def joined(parts: list[MappedText], break_: str = "\n\n") -> MappedText:
    """The parts in a row, with a break between them that stands nowhere in the original."""
    builder = Builder()
    for part in parts:
        if not part.text:
            continue
        if len(builder):
            builder.between(break_)
        builder.extend(part)
    return builder.done()
