"""Values of Arrow arrays that somebody else wrote, as Python's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_UNREADABLE = "<value that cannot be read>"


def plain_values(column: pa.Array) -> list[Any]:
    """The values of an array; bytes as the text they are, which is how Hive, Impala and others store it.

    One that Python has no value for (a day after the year 9999, text that is no UTF-8) becomes the text nearest to it.
    """
    try:
        values = column.to_pylist()
    except (OverflowError, ValueError):
        values = [_plain(value) for value in column]
    return [value.decode("utf-8", "replace") if isinstance(value, bytes) else value for value in values]


def _plain(value: pa.Scalar) -> Any:
    import pyarrow as pa

    try:
        return value.as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes() if hasattr(value, "as_buffer") else _UNREADABLE
    except (OverflowError, ValueError):
        try:
            return value.cast(pa.string()).as_py()
        except pa.ArrowException:  # somewhere within a list or a structure
            return _UNREADABLE
