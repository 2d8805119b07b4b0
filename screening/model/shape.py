"""Tables brought into the shape of a schema."""

from __future__ import annotations

import pyarrow as pa


def empty(schema: pa.Schema) -> pa.Table:
    """An empty table of the given schema."""
    return schema.empty_table()


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table with exactly the schema's columns, in its order and types; missing nullable ones become null.

    Raises:
        ValueError: A column that may not be null is missing.
    """
    columns = []
    for field in schema:
        if field.name in table.column_names:
            columns.append(table.column(field.name).cast(field.type))
        elif field.nullable:
            columns.append(pa.nulls(len(table), field.type))
        else:
            msg = f"column {field.name!r} is missing"
            raise ValueError(msg)
    return pa.table(columns, schema=schema)
