"""Exports and imports that are published in parts: domestic exports, re-exports, foreign imports, processing trade.

Exports hold domestic exports and re-exports, imports hold foreign imports and re-imports. Where the whole stands
beside its parts, the parts are set aside; where only parts are published (Hong Kong gives domestic exports and
re-exports, and no sum), they stand for it.
"""

from __future__ import annotations

from typing import Final

import polars as pl

_WHOLE: Final = {
    "domestic export": "export",
    "re-export": "export",
    "foreign export": "export",
    "foreign import": "import",
    "domestic import": "import",
}
"""The parts that together are a flow. Re-imports are no trade of another country, and stand for nothing."""


def whole_flows(rows: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    """The rows as exports and imports: parts set aside where the reporter gives the whole, else made its parts."""
    if rows.select(pl.col("flow").is_in(["export", "import"]).all()).item():
        return rows
    keys = ["reporter", "frequency"]
    given = rows.filter(pl.col("flow").is_in(["export", "import"])).select(*keys, _of="flow", _whole=True).unique()
    rows = rows.with_columns(_of=pl.col("flow").replace_strict(_WHOLE, default=None, return_dtype=pl.String))
    rows = rows.join(given, on=[*keys, "_of"], how="left", maintain_order="left")
    kept = pl.col("flow").is_in(["export", "import"])
    stands = pl.col("_of").is_not_null() & pl.col("_whole").is_null()
    aside = rows.filter(~kept & ~stands)
    for flow in aside.get_column("flow").unique().sort().to_list():
        count = aside.filter(pl.col("flow") == flow).height
        notes.append(f"{count:,} rows of {_several(flow)}: set aside, exports and imports hold them")
    found = rows.filter(stands).select("reporter", "flow", "_of").unique().sort("reporter", "flow")
    for (reporter, of), some in found.group_by("reporter", "_of", maintain_order=True):
        parts = some.get_column("flow").to_list()
        notes.append(f"{reporter} gives no {of}s but {' and '.join(map(_several, parts))}: these stand for them")
    rows = rows.filter(kept | stands).with_columns(
        part=pl.when(stands).then(pl.concat_str("part", pl.lit(" "), "flow")).otherwise("part"),
        flow=pl.when(stands).then("_of").otherwise("flow"),
    )
    return rows.drop("_of", "_whole")


def _several(flow: str) -> str:
    return flow if flow.endswith("trade") else f"{flow}s"
