"""The options commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

Lists = Annotated[
    list[str] | None,
    typer.Option(
        "--list",
        metavar="LIST",
        help="A list's or snapshot's id, or a file or folder in any known format; repeatable. "
        "Without it: all lists in force.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use the lists in force on that day (YYYY-MM-DD)."),
]
Threshold = Annotated[
    float | None,
    typer.Option(metavar="SCORE", help="Score from which names are a match, above 0, at most 1."),
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="Why the threshold is that, for the record.")]
Out = Annotated[Path, typer.Option(metavar="DIR", help="The parent of the run folder.")]
SettingsFile = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="A TOML file: threshold, why, limit, max_age, binds_us, rating_rules, service_levels …",
    ),
]
Limit = Annotated[int | None, typer.Option(metavar="N", help="At most so many entries per list and name.")]
DataDir = Annotated[Path | None, typer.Option(metavar="DIR", help="Where snapshots are kept; also SCREENING_DATA_DIR.")]
MaxAge = Annotated[int | None, typer.Option(metavar="DAYS", help="Refuse lists older than that (exit code 4).")]
FailOnAlert = Annotated[bool, typer.Option("--fail-on-alert", help="Exit with code 10 when there are open alerts.")]
LogJson = Annotated[bool, typer.Option("--log-json", help="Progress and result as JSON lines, for collectors.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]
JobOption = Annotated[
    Path | None,
    typer.Option("--job", metavar="JOB.toml", help="Take store and key, reviewers and settings, from a job."),
]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key-file", metavar="FILE", help="The store's key; without it as SCREENING_STORE_KEY or _FILE say."),
]
Mapping = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="ROLE=COLUMN",
        help="What a column holds where its heading does not say: name=COLUMN, name=FIRST+LAST, "
        "director=COLUMN; repeatable.",
    ),
]
TradeMapping = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="ROLE=COLUMN",
        help="What a column of the customs records holds where it is not recognised: importer=BUYER, "
        "hs_code=TARIFF; a value for all rows with two equals signs: currency==EUR; of our own --parties with "
        "parties. before it: parties.name=FIRST+LAST; repeatable.",
    ),
]
Rates = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Exchange rates: a table of date, currency, US dollars for one unit."),
]
Goods = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="A goods list of our own, in the form of lists/goods/chpl.tsv; repeatable."),
]
Flows = Annotated[
    list[Path] | None,
    typer.Option(
        "--flows",
        metavar="FILE",
        help="Trade statistics, or the run folder of `screening flows`: what they say of the countries and goods here, "
        "as context; repeatable.",
    ),
]
FlagRules = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Values of our own for the red flags: a TOML file as lists/rules/red_flags.toml."
    ),
]
OwnParties = Annotated[
    list[str] | None,
    typer.Option(
        "--parties",
        metavar="FILE",
        help="Our own customers and suppliers: who of those found is among them, by name, identifier or address; "
        "repeatable.",
    ),
]


def day(text: str | None) -> date | None:
    """The day of ``--as-of``.

    Raises:
        SettingsError: It is no ISO date.
    """
    from datetime import date

    from screening.errors import SettingsError

    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--as-of {text!r} is not a date", remedy="write it as 2026-08-20") from None
