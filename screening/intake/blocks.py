"""Blocks of delimited text as columns of text, where every line has as many cells as it should."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.csv as pacsv

from screening.frames import frame_of


def _reader(block: bytes) -> pa.BufferReader:
    """The bytes in memory of Arrow's own: its threads may let go of it while the interpreter shuts down, and
    letting go of Python's bytes then aborts the process.
    """
    copy = pa.BufferOutputStream()
    copy.write(block)
    return pa.BufferReader(copy.getvalue())


def occurrences(block: bytes, char: str) -> int:
    """How often a character of ASCII stands in bytes; of one that stands often quicker told than by ``count``."""
    return int(np.count_nonzero(np.frombuffer(block, np.uint8) == ord(char)))


def parsed(block: bytes, lines: int, delimiter: str, width: int, wanted: Sequence[int]) -> pl.DataFrame | None:
    """The wanted columns of a block of so many lines, or None where it is not regular or no UTF-8."""
    names = [str(index) for index in range(width)]
    if b'"' not in block:
        regular = occurrences(block, delimiter) == lines * (width - 1)
        return _plain(block, delimiter, names, wanted) if regular else None
    try:
        table = pacsv.read_csv(
            _reader(block),
            read_options=pacsv.ReadOptions(column_names=names, block_size=len(block) + 1, encoding="utf8"),
            parse_options=pacsv.ParseOptions(
                delimiter=delimiter,
                quote_char='"',
                newlines_in_values=False,
                ignore_empty_lines=False,
            ),
            convert_options=pacsv.ConvertOptions(
                include_columns=[str(index) for index in wanted],
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
                check_utf8=True,
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowKeyError):
        return None
    return frame_of(table)


def _plain(block: bytes, delimiter: str, names: list[str], wanted: Sequence[int]) -> pl.DataFrame | None:
    """The same of a block without quotation marks, of as many cells as it should have: a line too short goes with
    one too long, which is no regular block.
    """
    try:
        # all columns are asked for: of some only, a line too long would go unnoticed
        frame = pl.read_csv(
            block,
            has_header=False,
            separator=delimiter,
            quote_char=None,
            schema=dict.fromkeys(names, pl.String),
        )
    except pl.exceptions.PolarsError:
        return None
    return frame.select([str(index) for index in wanted]).fill_null("")
