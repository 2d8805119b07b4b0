"""The firm's own list as a file and in force: written anew whenever decisions change it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from screening.alerts import own_list
from screening.errors import OutputError
from screening.runs.review import Desk
from screening.watchlists.admission import Admitted, import_file
from screening.watchlists.store import Store


def refresh(desk: Desk) -> Admitted | None:
    """Write the list that decisions made, and put it in force among the snapshots; see `alerts.own_list`.

    The file is ``internal/internal_<day>.csv`` in the data folder. Of a firm that keeps its list elsewhere and
    imports it under the same id, the file imported last is in force.

    Returns:
        What became of it; None where no decision ever put a party on it, or nothing changed.

    Raises:
        OutputError: The file cannot be written.
        ListError: The snapshot store cannot be written.
    """
    alerts = [row for row in desk.store.alerts() if row["data"].get("internal")]
    if not alerts:
        return None
    whole = desk.store.alerts({row["alert_id"] for row in alerts}, evidence=True)
    text = as_csv(whole)
    folder = desk.data_dir / own_list.LIST_ID
    path = folder / f"{own_list.LIST_ID}_{desk.today.isoformat()}.csv"
    last = max(folder.glob(f"{own_list.LIST_ID}_*.csv"), default=None)
    if last is not None and last.read_text(encoding="utf-8") == text:
        return None
    if last is not None:
        path = max(path, last)  # where the clock went back: a list that is older than the one in force is held back
    _write(path, text)
    return import_file(Store(desk.data_dir), path, list_id=own_list.LIST_ID)


def as_csv(alerts: list[dict[str, Any]]) -> str:
    """The list as CSV in the toolkit's own format."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, own_list.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(own_list.rows(alerts))
    return stream.getvalue()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error.strerror})", where=path, remedy="check space and rights"
        ) from error
