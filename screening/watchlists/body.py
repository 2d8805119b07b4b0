"""Receiving the body of a download, trusting nothing: not the length, not the type, not the speed.

Bodies are counted as they come over the wire and unpacked here, a bounded piece at a time, so that neither a
wrong Content-Length nor a compressed bomb gets through.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from screening.errors import ListError

PIECE: Final = 256 * 1024
HTML_MARKS: Final = (b"<!doctype html", b"<html")
HTML_LOOK: Final = 2048
"""An XHTML page may open with an XML declaration and comments before its root element."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much time and space a download may take.

    ``total`` bounds one file from first byte asked for to last byte read, so that a server that drips never
    holds a job up; ``longest_wait`` bounds what a Retry-After may ask for.
    """

    connect: float = 15.0
    read: float = 60.0
    total: float = 900.0
    attempts: int = 4
    first_wait: float = 2.0
    longest_wait: float = 120.0
    max_wire: int = 512 * 1024**2
    max_bytes: int = 2 * 1024**3


Progress = Callable[[str, int, int | None], None]
"""Told the file's name, bytes so far, and bytes in all where the server says."""


class PassingError(Exception):
    """A failure that may pass; carries how long the server asks to wait, if it does."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


def save(response: httpx.Response, path: Path, limits: Limits, deadline: float, progress: Progress | None) -> None:
    """Write the body of a response to a file.

    Args:
        response: The body of which is not read yet.
        path: Where to.
        limits: Space it may take.
        deadline: By the monotonic clock.
        progress: Told how it goes.

    Raises:
        PassingError: It is cut short, broken, empty or too slow.
        ListError: It is a web page, in an encoding that was not asked for, or too large.
    """
    where = str(response.url)
    length = _length(response, limits, where)
    if "text/html" in response.headers.get("Content-Type", "").lower():
        raise ListError("the server sends a web page instead of the list", where=where, remedy="check the URL")
    unpack = _unpacker(response.headers.get("Content-Encoding", ""), where)
    wire = written = 0
    head = b""
    _check_deadline(deadline, limits, wire)
    with path.open("wb") as stream:
        for chunk in response.iter_raw():
            wire += len(chunk)
            _check_deadline(deadline, limits, wire)
            if wire > limits.max_wire:
                raise ListError(f"sends more than {limits.max_wire:,} bytes", where=where)
            for piece in unpack(chunk):
                written += len(piece)
                if written > limits.max_bytes:
                    raise ListError(f"unpacks to more than {limits.max_bytes:,} bytes: refused as a bomb", where=where)
                if len(head) < HTML_LOOK:
                    head += piece[: HTML_LOOK - len(head)]
                stream.write(piece)
            if progress is not None:
                progress(path.name, wire, length)
        for piece in unpack(b""):
            stream.write(piece)
    if length is not None and wire != length:
        raise PassingError(f"{wire:,} bytes came where {length:,} were announced")
    if not written:
        raise PassingError("the file is empty")
    if any(mark in head.lower() for mark in HTML_MARKS):
        raise ListError("the server sends a web page instead of the list", where=where, remedy="check the URL")


def _check_deadline(deadline: float, limits: Limits, wire: int) -> None:
    if time.monotonic() > deadline:
        raise PassingError(f"not finished after {limits.total:,.0f} seconds ({wire:,} bytes came)")


def _length(response: httpx.Response, limits: Limits, where: str) -> int | None:
    text = response.headers.get("Content-Length", "")
    if not text.isdigit():
        return None
    if int(text) > limits.max_wire:
        raise ListError(f"announces {int(text):,} bytes, more than {limits.max_wire:,}", where=where)
    return int(text)


def _unpacker(encoding: str, where: str) -> Callable[[bytes], Iterator[bytes]]:
    """A function from raw pieces to bounded unpacked ones; an empty piece says that the body has ended."""
    name = encoding.strip().lower()
    if name in ("", "identity"):

        def plain(chunk: bytes) -> Iterator[bytes]:
            if chunk:
                yield chunk

        return plain
    if name not in ("gzip", "x-gzip", "deflate"):
        raise ListError(f"is sent in an encoding that was not asked for ({encoding})", where=where)
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def unpacked(chunk: bytes) -> Iterator[bytes]:
        try:
            if not chunk:
                if not inflate.eof:
                    raise PassingError("the compressed file is cut short")
                return
            data = chunk
            while data and not inflate.eof:
                yield inflate.decompress(data, PIECE)
                data = inflate.unconsumed_tail
        except zlib.error as error:
            raise PassingError(f"the compressed file is broken ({error})") from error

    return unpacked
