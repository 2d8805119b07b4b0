"""What may stand beside the subjects of a run: customs records, and the firm's own book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.rates import Rates
from screening.runs.contracts import Part
from screening.runs.own_book import MAPPED, OwnBook
from screening.runs.sources import several
from screening.runs.trade_part import TradePart


@dataclass(frozen=True, slots=True)
class Beside:
    """The parts of a run in their order; ``names`` gives the parties they hold, once they were read, and ``look``
    looks whether there is something to read."""

    parts: list[Part]
    names: Callable[[], list[Any]]
    look: Callable[[], None]


def parts_of(
    trade: str | Path | Sequence[str | Path] = (),
    parties: str | Path | Sequence[str | Path] = (),
    *,
    mapping: Iterable[str] = (),
    rates: str | Path | None = None,
    follow: Sequence[str] = (),
    goods: str | Path | Sequence[str | Path] = (),
    flag_rules: str | Path | None = None,
    reader: CustomsReader | None = None,
) -> Beside:
    """The parts of a run.

    Args:
        trade: Files of customs records, if any.
        parties: Party tables of the firm's own, if any.
        mapping: What the headings of the customs records do not say; and those of our own party tables, as
            ``parties.name=COLUMN``.
        rates: Exchange rates.
        follow: Names or numbers of parties whose goods are followed.
        goods: Goods lists of the user's own.
        flag_rules: Values of the user's own for the red flags.
        reader: What reads the customs records, in place of a new reader of those files.

    Raises:
        InputError: A mapping or the table of rates cannot be used.
        SettingsError: A goods list or the rules of the red flags cannot.
    """
    mapping = list(mapping)
    ours = [text.strip().removeprefix(MAPPED) for text in mapping if text.strip().startswith(MAPPED)]
    mapping = [text for text in mapping if not text.strip().startswith(MAPPED)]
    if ours and not parties:
        raise InputError(
            f"--map {MAPPED}{ours[0]} is about party tables, and none was given", remedy="name them: --parties"
        )
    own = OwnBook(several(parties), ours) if parties else None
    part = None
    if trade:
        reader = reader or CustomsReader(several(trade), mapping, Rates(rates))
        part = TradePart(reader, follow, own, goods=several(goods), flag_rules=flag_rules)
    parts: list[Part] = [each for each in (part, own.part(part) if own else None) if each is not None]

    def names() -> list[Any]:
        known = [part.names() if part else None, own.names() if own else None]
        return [each for each in known if each is not None]

    def look() -> None:
        if reader is not None:
            reader.look()
        if own is not None:
            own.look()

    return Beside(parts, names, look)


def flow_parts(
    flows: str | Path | Sequence[str | Path],
    *,
    rates: str | Path | None = None,
    goods: str | Path | Sequence[str | Path] = (),
    stories: Callable[[], Sequence[Any]] | None = None,
) -> list[Part]:
    """The part that looks countries and goods up in trade statistics, where any are given.

    Args:
        flows: Files of trade statistics, or the run folder of a run over them.
        rates: Exchange rates.
        goods: Goods lists of one's own.
        stories: Gives the stories of the run.
    """
    if not flows:
        return []
    from screening.runs.flow_context import FlowPart

    return [FlowPart(several(flows), rates=rates, goods=several(goods), stories=stories)]
