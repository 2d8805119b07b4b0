"""The alert store as a thing by itself: checked against what reports say of it, and one case written out of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import openpyxl

from screening.alerts.store import Finding, Head, open_for_checking, open_store
from screening.alerts.store.engine import read_only
from screening.errors import InputError, OutputError, ScreeningError
from screening.moments import stamp
from screening.reports.case_file import case_page
from screening.reports.columns import METHOD
from screening.reports.manifest import keep_until
from screening.reports.method import TRAIL, trail_of_text
from screening.runs.review import KEPT
from screening.runs.store_files import FLOWS, KINDS, MANIFEST, WORKBOOK, folder_findings, import_findings, saved_again
from screening.watchlists.store import data_dir

FINDINGS_SHOWN: Final = 20
"""Findings that the page of a case names."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking found.

    Attributes:
        findings: What is not as it was written, the first first.
        heads: The reports that name a head of the trail, and which.
        head: The trail's end now; None where the trail is broken beyond reading.
        folders: Run folders whose files were compared with what the trail and their manifests say of them.
        runs: How many runs the store knows of, in all.
        saved_again: Workbooks that are not as the run wrote them: somebody decided in them where they lie.
        not_looked_at: Imported workbooks that are kept elsewhere.
    """

    findings: list[Finding]
    heads: dict[str, Head]
    head: Head | None
    folders: int = 0
    runs: int = 0
    saved_again: Sequence[Path] = ()
    not_looked_at: int = 0


def verify(
    place: str | Path,
    *,
    key: str | Path | None = None,
    against: Iterable[str | Path] = (),
    folder: str | Path | None = None,
) -> Verified:
    """Check a store against its trail, the trail against reports, and reports and imported files against the trail.

    Args:
        place: The store.
        key: The key's file; None: the environment.
        against: Run folders, folders of run folders, manifests, workbooks.
        folder: The data folder, where imported workbooks are kept.

    Raises:
        ScreeningError: The store or a report cannot be read, or there is no key.
    """
    store = open_for_checking(place, key=key)
    heads = dict(_heads(against))
    findings = store.verify(heads.values())
    try:
        head, events = store.head(), store.events(kinds=KINDS)
    except ScreeningError:
        return Verified(findings, heads, None)
    manifests = [path for each in heads if (path := Path(each)).name == MANIFEST]
    for manifest in manifests:
        findings += folder_findings(manifest, events)
    imported, not_looked_at = import_findings(data_dir(folder) / KEPT, events)
    saved = [each.parent / WORKBOOK for each in manifests if saved_again(each)]
    runs = sum(event["kind"] in ("run", "look_back", FLOWS) for event in events)
    return Verified([*findings, *imported], heads, head, len(manifests), runs, saved, not_looked_at)


def _heads(places: Iterable[str | Path]) -> Iterator[tuple[str, Head]]:
    for named in places:
        place = Path(named)
        if not place.exists():
            raise InputError("there is no such report", where=place, remedy="name a run folder, manifest or workbook")
        found = [place] if place.is_file() else [*place.rglob(MANIFEST), *place.rglob(WORKBOOK)]
        said = [(str(path), head) for path in sorted(found) if (head := head_in(path)) is not None]
        if not said:
            raise InputError(
                "no report here names an audit trail", where=place, remedy="name a run of a scheduled batch"
            )
        yield from said


def head_in(path: Path) -> Head | None:
    """The head that a manifest or a workbook names; None where its run kept no store.

    Raises:
        InputError: It cannot be read.
    """
    try:
        said = _from_workbook(path) if path.suffix.lower() == ".xlsx" else json.loads(path.read_bytes())["audit_trail"]
        return None if said is None else Head(str(said["store_id"]), int(said["length"]), str(said["head"]))
    except Exception as error:  # whatever a damaged or forged file makes a reader raise
        raise InputError(
            f"its audit trail cannot be read ({type(error).__name__})", where=path, remedy="name a whole report"
        ) from error


def _from_workbook(path: Path) -> dict[str, Any] | None:
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        if METHOD.title not in book.sheetnames:
            return None
        for row in book[METHOD.title].iter_rows(values_only=True):
            if TRAIL in row:
                texts = [trail_of_text(cell) for cell in row if isinstance(cell, str)]
                return next((each for each in texts if each), None)
        return None
    finally:
        book.close()


def export_case(
    place: str | Path,
    alert_id: str,
    *,
    key: str | Path | None = None,
    out: str | Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write the evidence file of one case; it says whether the store it comes from is as it was written.

    That it was written is kept in the audit trail, but of an archived store that nobody can write to.

    Args:
        place: The store.
        alert_id: The alert.
        key: The key's file; None: the environment.
        out: The file, or the folder it goes into; None: the working folder.
        tell: Called with what is wrong with the store, where anything is.

    Returns:
        The file.

    Raises:
        InputError: There is no such alert.
        OutputError: The file cannot be written, or is there already.
        ScreeningError: The store cannot be read.
    """
    store = open_store(place, key=key, create=False)
    findings = [str(each) for each in store.verify()]
    archived = read_only(place)
    with nullcontext() if archived else store.transaction():
        found = store.alerts([alert_id], evidence=True)
        if not found:
            raise InputError(f"there is no alert {alert_id!r}", where=str(place), remedy="take an id from a report")
        if not archived:
            store.append("exported", alert_id=alert_id)
        now = datetime.now(UTC)
        history = store.events(alert_id)
        digests = {digest for event in history for digest in (event["data"].get("evidence") or {}).values()}
        concerned = {event["run_id"] for event in history} | {found[0]["first_run"]}
        case = {
            "alert": found[0],
            "decisions": store.decisions(alert_id),
            "history": history,
            "evidence": store.evidence(digests),
            "runs": [run for run in store.runs() if run["run_id"] in concerned],
            "audit_trail": store.head().record(),
            "findings": findings[:FINDINGS_SHOWN],
            "written": stamp(now),
            "keep_until": keep_until(now.date()).isoformat(),
        }
    target = Path(out or ".")
    if target.is_dir():
        target = target / f"case-{alert_id}.html"
    try:
        with target.open("x", encoding="utf-8") as stream:
            stream.write(case_page(case))
    except FileExistsError:
        raise OutputError("is there already", where=target, remedy="name another file with --out") from None
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=target) from error
    if findings:
        tell(f"the store is not as it was written, and the page says so: {findings[0]}")
    return target
