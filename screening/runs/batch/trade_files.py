"""Customs records read once: a file that has not changed gives the records it gave last time, or before a kill."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.intake import columnar
from screening.intake.base import InputFile
from screening.intake.customs import CustomsBatch, CustomsReader
from screening.intake.customs_parties import Party, PartyBook
from screening.intake.rates import Rates
from screening.made_with import made_with
from screening.model import REJECTS
from screening.runs.batch.state import State, file_sha256, input_sha256, written

_PARTIES: Final[dict[str, Any]] = {
    "party": pl.UInt32,
    "subject_id": pl.String,
    "name": pl.String,
    "address": pl.String,
    "country": pl.String,
    "identifiers": pl.List(pl.Struct({"type": pl.String, "number": pl.String, "country": pl.String})),
    "incorporated_on": pl.String,
}


class Book(PartyBook):
    """A book of parties that takes up those of files read before as well."""

    def number_of(self, party: Party) -> int:
        """The party's number; it is entered where it is new."""
        if party not in self._numbers:
            self._numbers[party] = len(self.parties)
            self.parties.append(party)
        return self._numbers[party]


class KeptTrade(CustomsReader):
    """A reader of customs tables that keeps what each file gave, by its hash.

    Args:
        paths: Files.
        mapping: As `CustomsReader` takes it, as is ``rates``.
        state: The job's.
        depends: What the reading depends on beside file and mapping: the table of rates.
    """

    def __init__(
        self, paths: Sequence[str | Path], mapping: Iterable[str], rates: Rates, state: State, depends: str
    ) -> None:
        mapping = list(mapping)
        self._met = Book()
        super().__init__(paths, mapping, rates, self._met)
        self._state, self.unchanged = state, 0
        self._depends = "\n".join([made_with(), *mapping, depends, *rates.sources])

    def batches(self, rows: int = columnar.ROWS) -> Iterator[CustomsBatch]:
        """As `CustomsReader.batches`: what is kept from the disk, and the rest from the files."""
        for path in list(self.paths):
            name = self._name(path)
            whole = self._state.work / f"{name}.json"
            if not whole.exists():
                self.unchanged += self._taken_over(name)
            yield from self._again(name) if whole.exists() else self._anew(path, name, rows)

    def _name(self, path: str) -> str:
        key = "\n".join([self._depends, path, input_sha256(Path(path))])
        return f"trade/{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}"

    def _taken_over(self, name: str) -> bool:
        """Let this run have what the last one read of the file, if that is whole; the account comes last."""
        below = self._state.kept_names(name)
        if self._state.kept(f"{name}.json") is None or not all(self._state.take_over(each) for each in below):
            return False
        return self._state.take_over(f"{name}.json")

    def _again(self, name: str) -> Iterator[CustomsBatch]:
        folder = self._state.work / name
        said = json.loads(folder.with_suffix(".json").read_bytes())
        for number, rows in enumerate(said["batches"]):
            place = folder / f"{number:06}"
            parties = pl.read_parquet(f"{place}.parties")
            book = pl.DataFrame(
                {"party": parties["party"], "_now": [self._met.number_of(_party(row)) for row in parties.to_dicts()]},
                schema={"party": pl.UInt32, "_now": pl.UInt32},
            )
            links = pl.read_parquet(f"{place}.links").join(book, on="party", maintain_order="left")
            links = links.select("record_id", "at", "role", pl.col("_now").alias("party"), "part")
            rejects = pa.ipc.open_file(pa.BufferReader(Path(f"{place}.rejects").read_bytes())).read_all()
            yield CustomsBatch(pl.read_parquet(f"{place}.records"), links, rejects, rows)
        self.inputs += [InputFile(**each) for each in said["inputs"]]
        self.notes += said["notes"]
        self.mappings |= said["mappings"]
        self.mended.update(said["mended"])

    def _anew(self, path: str, name: str, rows: int) -> Iterator[CustomsBatch]:
        folder = self._state.work / name
        folder.mkdir(parents=True, exist_ok=True)
        before = (len(self.inputs), len(self.notes), dict(self.mappings), Counter(self.mended))
        counts: list[int] = []
        for batch in self.read(path, rows):
            place = folder / f"{len(counts):06}"
            self._keep(place, batch)
            counts.append(batch.rows)
            yield batch
        said = {
            "batches": counts,
            "inputs": [asdict(each) for each in self.inputs[before[0] :]],
            "notes": self.notes[before[1] :],
            "mappings": {key: value for key, value in self.mappings.items() if before[2].get(key) != value},
            "mended": self.mended - before[3],
        }
        written(folder.with_suffix(".json"), json.dumps(said).encode())

    def _keep(self, place: Path, batch: CustomsBatch) -> None:
        numbers = batch.links.get_column("party").unique().sort()  # in the order in which they were met
        known = [{"party": number, **_told(self.book.parties[number])} for number in numbers.to_list()]
        batch.records.write_parquet(f"{place}.records")
        batch.links.write_parquet(f"{place}.links")
        pl.DataFrame(known, schema=_PARTIES).write_parquet(f"{place}.parties")
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, REJECTS) as writer:
            writer.write_table(batch.rejects.cast(REJECTS))
        Path(f"{place}.rejects").write_bytes(sink.getvalue())


def _told(party: Party) -> dict[str, Any]:
    kinds = ("type", "number", "country")
    identifiers = [dict(zip(kinds, each, strict=True)) for each in party.identifiers]
    return {
        **{name: getattr(party, name) for name in _PARTIES if name not in ("party", "identifiers")},
        "identifiers": identifiers,
    }


def _party(row: dict[str, Any]) -> Party:
    del row["party"]
    row["identifiers"] = tuple((each["type"], each["number"], each["country"]) for each in row["identifiers"])
    return Party(**row)


def trade_files(files: Sequence[Path], mapping: Sequence[str], rates: Path | None, state: State) -> KeptTrade:
    """Customs records of a job; see `KeptTrade`."""
    depends = file_sha256(rates) if rates is not None else ""
    return KeptTrade(files, mapping, Rates(rates), state, depends)
