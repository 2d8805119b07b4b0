"""The review sheet: *Alerts*, written for a reviewer and read back from them; both sides stand here.

Writing adds the drop-downs and, in each row, a seal of its evidence (`alerts.seals`). Reading finds sheet and
columns by their headings, wherever they were moved, and gives the rows in which something was filled in.
Nothing is run, no link is followed, and a formula is taken for what it is: no answer.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from screening.alerts.review_rules import KINDS, LIST_MATCH, RED_FLAGS, YES, ReviewRules
from screening.alerts.seals import Seal, Sealer
from screening.alerts.submissions import Submission
from screening.errors import InputError
from screening.intake.workbooks import check_archive
from screening.reports.alert_columns import ALERTS
from screening.reports.cells import Cleaner
from screening.reports.columns import Column
from screening.reports.hostile import merged_rows, refuse_macros
from screening.reports.review_heads import Headed, review_sheets, walk
from screening.reports.sheets import Workbook

CHOICES: Final = "Choices"
"""The hidden sheet that holds what the drop-downs offer."""
FLAGS_RELATION: Final = "red flags"
"""What stands under Relation where the alert is a party and its red flags."""
SEALED: Final = tuple(column for column in ALERTS.columns if column.sealed)
INPUTS: Final = tuple(column for column in ALERTS.columns if not column.sealed and column.key != "seal")
ANSWERS: Final = tuple(column.key for column in INPUTS if column.key != "assigned_to")
_MAX_TEXT: Final = 4_000
_LAST_DAY: Final = 2_958_465  # 9999-12-31 as spreadsheets count days
_SAVE: Final = "save the report as .xlsx and send that"


# --- writing -----------------------------------------------------------------------------------------------------


def offers(rules: ReviewRules, reviewers: Sequence[str] = (), approvers: Sequence[str] = ()) -> dict[str, list[str]]:
    """What each drop-down offers, by the name of its list; decisions by kind of alert."""
    return {
        **{f"decision {kind}": rules.offered(kind) for kind in KINDS},
        "reason_code": list(rules.codes),
        "action": list(rules.actions),
        "apply": [YES],
        "reviewer": list(reviewers),
        "approver": list(approvers),
    }


def drop_downs(offered: Mapping[str, Sequence[str]], first: int, before: int = 0) -> dict[str, str]:
    """The formula of each drop-down, by the name of its list.

    Args:
        offered: What each offers.
        first: The row the first alert stands on.
        before: How many columns stand before those of `alert_columns.ALERTS`.
    """
    from openpyxl.utils import get_column_letter

    ranges = {
        name: f"{CHOICES}!${get_column_letter(at)}$3:${get_column_letter(at)}${len(words) + 2}"
        for at, (name, words) in enumerate(offered.items(), start=1)
        if words
    }
    relation = get_column_letter([column.key for column in ALERTS.columns].index("relation") + 1 + before)
    flags, match = ranges.pop(f"decision {RED_FLAGS}"), ranges.pop(f"decision {LIST_MATCH}")
    ranges["decision"] = f'IF(${relation}{first}="{FLAGS_RELATION}",{flags},{match})'
    return ranges


def write_choices(workbook: Workbook, offered: Mapping[str, Sequence[str]]) -> None:
    """Write the hidden sheet the drop-downs take their words from."""
    sheet = workbook.add(CHOICES)
    sheet.sheet_state = "hidden"
    sheet.append([workbook.text(sheet, workbook.banner or "What the drop-downs offer")])
    sheet.append([workbook.text(sheet, name) for name in offered])
    for at in range(max(map(len, offered.values()))):
        words = [choices[at] if at < len(choices) else "" for choices in offered.values()]
        sheet.append([workbook.text(sheet, word) if word else None for word in words])


def sealed_row(sealer: Sealer, seal: Seal, row: Mapping[str, Any]) -> str:
    """The seal of a row as it will stand in the sheet."""
    cleaner = Cleaner()
    cells = {}
    for column in SEALED:
        value = row.get(column.key)
        cells[column.heading] = cleaner.clean(value) if isinstance(value, str) else value
    return sealer.seal(seal, str(row["alert_id"]), cells)


# --- reading -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class ReviewFile:
    """A workbook that came back."""

    path: Path
    sha256: str
    sheet: str
    rows: list[Submission]
    blank: int
    """Alerts in it that nothing was filled in for."""
    groups: dict[str, list[tuple[str, str]]]
    """Party group → alert and seal of every row that names it, filled in or not."""
    notes: list[str]


def read_review(path: str | Path) -> ReviewFile:
    """Read a review sheet.

    Raises:
        InputError: It is no workbook, is damaged or encrypted, holds macros, or has no review sheet or two of
            them; or two columns bear the same heading.
    """
    path = Path(path)
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            whole = stream.read(2) == b"PK"
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=path, remedy="check the path") from error
    if not whole:
        raise InputError("is no .xlsx workbook", where=path, remedy=_SAVE)
    parts = check_archive(path, str(path))
    if "xl/workbook.xml" not in parts:
        raise InputError("is no .xlsx workbook", where=path, remedy=_SAVE)
    refuse_macros(path, parts)
    notes = ["the workbook refers to other files: they were not opened"] if _external(parts) else []
    with path.open("rb") as stream:
        book = _open(stream, path)
        try:
            main, *copies = review_sheets(book, path)
            if main.title != ALERTS.title:
                notes.append(f"the sheet {ALERTS.title} is now called {main.title!r}")
            lost = [column.heading for column in INPUTS if column.key not in main.places]
            if lost:
                are = "column is" if len(lost) == 1 else "columns are"
                notes.append(
                    f"the {are} not there, or headed otherwise now: {', '.join(lost)}; what is in them is not read"
                )
            rows, blank, groups = _read(book, path, main)
            for copy in copies:
                if more := _told_apart(_read(book, path, copy)[0], rows, copy.title):
                    notes.append(f"the sheet {copy.title!r}, a copy of {main.title}, was read as well: it says more")
                rows += more
        except (InputError, MemoryError):
            raise
        except Exception as error:  # openpyxl raises whatever its XML made of a broken part
            raise _damaged(path, error) from error
        finally:
            book.close()
    return ReviewFile(path, digest, main.title, rows, blank, groups, notes)


def _external(parts: Iterable[str]) -> bool:
    return any(part.startswith("xl/externalLinks/") or part == "xl/connections.xml" for part in parts)


def _open(stream: Any, path: Path) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(stream, read_only=True, data_only=False, keep_links=False, keep_vba=False)
        except Exception as error:
            raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> InputError:
    return InputError(f"the workbook is damaged: {type(error).__name__}: {error}", where=path, remedy=_SAVE)


def _read(book: Any, path: Path, at: Headed) -> tuple[list[Submission], int, dict[str, list[tuple[str, str]]]]:
    merged = merged_rows(path, book[at.title], len(ALERTS.columns) + 200)
    return _rows(walk(book[at.title]), at.row, at.places, merged, book.epoch)


def _told_apart(rows: Iterable[Submission], before: Iterable[Submission], title: str) -> list[Submission]:
    """The rows of a copied sheet that say something else than those before: people decide in the copy, too."""
    known = {(row.alert_id, str(sorted(row.given.items()))) for row in before}
    more = [row for row in rows if (row.alert_id, str(sorted(row.given.items()))) not in known]
    return [replace(row, sheet=title) for row in more]


def _rows(
    lines: Iterable[tuple[int, Sequence[Any]]],
    head: int,
    places: Mapping[str, int],
    merged: Mapping[int, set[int]],
    epoch: datetime,
) -> tuple[list[Submission], int, dict[str, list[tuple[str, str]]]]:
    at_id, at_seal, at_group = places["alert_id"], places["seal"], places.get("party_group", -1)
    groups: dict[str, list[tuple[str, str]]] = {}
    inputs = [(column, places[column.key]) for column in INPUTS if column.key in places]
    sealed = [(column, places.get(column.key, -1)) for column in SEALED]  # one that was taken out reads as empty
    rows, blank = [], 0
    for number, cells in lines:
        if number <= head or not cells:
            continue

        def value(at: int, cells: Sequence[Any] = cells) -> Any:
            return cells[at].value if 0 <= at < len(cells) else None

        given: dict[str, Any] = {}
        problems: list[str] = []
        for column, at in inputs:
            if (said := value(at)) is None and at not in merged.get(number, ()):
                continue
            if at in merged.get(number, ()):
                problems.append(f"the cell under {column.heading} is merged with others: give each row its own")
            elif cells[at].data_type in ("f", "e") or (not isinstance(said, str | int | float) and not _is_day(said)):
                problems.append(f"{column.heading} holds a formula or an error: type the answer itself")
                given[column.key] = ""
            elif (kept := _answer(column, _dated(column, said, epoch))) != "":
                given[column.key] = kept
        alert_id, seal = str(value(at_id) or "").strip(), str(value(at_seal) or "").strip()
        if alert_id and at_group >= 0:
            groups.setdefault(str(value(at_group) or "").strip(), []).append((alert_id, seal))
        if not any(key in given for key in ANSWERS) and not problems and not _assigned(given):
            blank += bool(alert_id)
            continue
        if not alert_id and not problems and not any(key in given for key in ANSWERS):
            continue
        evidence = {}
        for column, at in sealed:
            evidence[column.heading] = _dated(column, value(at), epoch)
            if at in merged.get(number, ()):
                problems.append(f"the cell under {column.heading} is merged with others")
        rows.append(Submission(number, alert_id, seal, evidence, given, problems))
    return rows, blank, groups


def _dated(column: Column, value: Any, epoch: datetime) -> Any:
    """The day a number stands for, where a program kept the number of a date and lost its format."""
    if column.kind not in ("date", "moment", "choice_date") or isinstance(value, bool):
        return value
    if not isinstance(value, int | float) or not 1 <= value < _LAST_DAY:
        return value
    from openpyxl.utils.datetime import from_excel

    return from_excel(value, epoch)


def _assigned(given: Mapping[str, Any]) -> bool:
    return "assigned_to" in given


def _is_day(value: Any) -> bool:
    return isinstance(value, date)


def _answer(column: Column, value: Any) -> Any:
    """What a reviewer typed: a day where the cell holds one, else text without stray spaces."""
    if _is_day(value):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = Cleaner().clean(text.replace("_x000D_", "")).strip()
    return text[:_MAX_TEXT] if column.wrap else " ".join(text.split())[:_MAX_TEXT]
