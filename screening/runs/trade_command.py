"""The command that screens customs records as a function, and what their columns are taken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.runs.finished import Run
from screening.runs.lists import lists_first
from screening.runs.parts import flow_parts, parts_of
from screening.runs.pipeline import DEFAULT_OUT, Options, execute
from screening.runs.progress import Progress
from screening.runs.sources import several

_EXAMPLES: Final = 3


@lists_first
def trade(
    paths: str | Path | Sequence[str | Path],
    *,
    lists: Any = None,
    mapping: Iterable[str] = (),
    rates: str | Path | None = None,
    goods: str | Path | Sequence[str | Path] = (),
    flag_rules: str | Path | None = None,
    party: str | Sequence[str] = (),
    parties: str | Path | Sequence[str | Path] = (),
    flows: str | Path | Sequence[str | Path] = (),
    out: str | Path = DEFAULT_OUT,
    threshold: float | None = None,
    why: str = "",
    settings: Any = None,
    as_of: date | None = None,
    data_dir: str | Path | None = None,
    limit: int | None = None,
    max_age: int | None = None,
    progress: Progress | None = None,
) -> Run:
    """Screen customs records: delimited text, workbooks, Parquet, JSON Lines, ``-``.

    Args:
        paths: Files, or ``-`` for standard input.
        lists: As for `articles`, as is everything not named here.
        mapping: What the headings do not say: ``importer=COLUMN``, ``hs_code=COLUMN``, ``currency==EUR``.
        rates: A table of rates: date, currency, US dollars for one unit. Beside it the package
            CurrencyConverter is asked, where it is installed; no rate is known from memory.
        goods: Goods lists of the user's own, in the form of ``lists/goods/chpl.tsv``, beside the shipped ones.
        flag_rules: A file that replaces single values of ``lists/rules/red_flags.toml``.
        party: Names, or identifying numbers, of parties whose goods are followed, listed or not.
        parties: The firm's own customers and suppliers: which of the parties of the records are among them.
        flows: Trade statistics, or the run folder of `runs.flows` over them: what they say of the countries and goods
            of the records stands beside them as context (``record_flows.parquet``), and is no flag.

    Returns:
        The run, as for `articles`; its folder holds ``records.parquet`` (`model.RECORDS`) and
        ``record_parties.parquet`` (`model.RECORD_PARTIES`) as well, ``party_alerts.parquet`` with their records in
        ``party_alert_records.parquet``, ``leaders.parquet``; where parties are followed ``chain_trades``,
        ``chain_shares`` and ``chain_legs.parquet``; of the own parties ``own_parties.parquet``. ``subjects.parquet``
        has each party once, at its first record, and up to `trade_part.PLACES_KEPT` records of a party with a hit.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: Input, settings or output folder cannot be used; nothing is left half-written.
    """
    mapping = list(mapping)
    follow = [party] if isinstance(party, str) and party else list(party)
    if not all(each.strip() for each in follow):
        raise InputError("the party to follow has no name", where="--party", remedy="give its name or number")
    options = Options(
        lists=lists, out=out, threshold=threshold, why=why, settings=settings, as_of=as_of, data_dir=data_dir,
        limit=limit, max_age=max_age, progress=progress,
        extra={"map": mapping, "rates": None if rates is None else str(rates), "party": follow,
               "goods": [str(each) for each in several(goods)],
               "flag_rules": None if flag_rules is None else str(flag_rules)},
    )  # fmt: skip
    beside = parts_of(
        several(paths), parties, mapping=mapping, rates=rates, follow=follow, goods=goods, flag_rules=flag_rules
    )
    beside.look()
    return execute("trade", [], options, [*beside.parts, *flow_parts(flows, rates=rates, goods=goods)])


def columns_of(paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> list[dict[str, Any]]:
    """What the columns of customs tables are taken for, without screening them.

    Returns:
        For each table ``where``, ``header_row``, ``notes`` and ``columns``: each with its heading (``column``),
        ``role``, ``how`` it was told (heading, content, --map) and ``examples`` of its values.

    Raises:
        InputError: A file cannot be read or holds no customs table, or the mapping is wrong.
    """
    shown = []
    for name, table, header, layout, rows in CustomsReader(paths, mapping).shown():
        told = {each.index: (role, each.how) for role, found in layout.columns.items() for each in found}
        columns = [
            {
                "column": heading,
                "role": told.get(index, ("", ""))[0],
                "how": told.get(index, ("", "not used"))[1],
                "examples": list(dict.fromkeys(row[index] for row in rows if row[index]))[:_EXAMPLES],
            }
            for index, heading in enumerate(header.cells)
        ]
        columns += [
            {"column": f"={each.constant}", "role": role, "how": each.how, "examples": []}
            for role, found in layout.columns.items()
            for each in found
            if each.constant is not None
        ]
        where = f"{name}, sheet {table.sheet}" if table.sheet else name
        shown.append({"where": where, "header_row": header.number, "columns": columns, "notes": layout.notes})
    return shown
