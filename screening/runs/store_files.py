"""What lies beside the alert store, against what its trail says of it: run folders, imported workbooks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from screening.alerts.store import Finding
from screening.file_hash import file_sha256

MANIFEST: Final = "manifest.json"
WORKBOOK: Final = "report.xlsx"
FOLDER: Final = "run_folder"
"""The event that binds a run folder to the trail: its manifest by its hash, which names all its other files."""
FLOWS: Final = "flows"
"""The same of a run over trade statistics."""
_IMPORTED: Final = "review_import"
KINDS: Final = ("run", "look_back", FOLDER, FLOWS, _IMPORTED)
"""The events that tell of files."""
Event = Mapping[str, Any]


def folder_findings(manifest: Path, events: Sequence[Event]) -> Iterator[Finding]:
    """What of a run folder is not as it was written.

    The trail holds the hash of the manifest, the manifest those of all other files. Folders that an older toolkit wrote
    are not in the trail: of these only the files are checked against the manifest. The workbook may have been decided
    on and saved where it lies (`saved_again`); files that people put beside it are no concern of the run.

    Args:
        manifest: The folder's ``manifest.json``.
        events: The trail's events.
    """
    try:
        content = manifest.read_bytes()
        said = json.loads(content)
        run_id, files = str(said["run_id"]), dict(said["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Finding(0, "report", str(manifest), f"cannot be read ({type(error).__name__})")
        return
    mine = [event for event in events if event["run_id"] == run_id]
    if not mine:
        yield Finding(0, "report", str(manifest), f"the store knows of no run {run_id}")
    written = [event for event in mine if "manifest_sha256" in event["data"]]
    if written and written[-1]["data"]["manifest_sha256"] != hashlib.sha256(content).hexdigest():
        yield Finding(written[-1]["seq"], "report", str(manifest), "altered since it was written")
    folder = manifest.parent
    for name in sorted(files):
        if not (folder / name).is_file():
            yield Finding(0, "report", str(folder / name), "removed")
        elif name != WORKBOOK and _sha256(folder / name) != files[name]:
            yield Finding(0, "report", str(folder / name), "altered since it was written")


def saved_again(manifest: Path) -> bool:
    """Whether a folder's workbook is another file than the run wrote, as it is when a reviewer decided in it."""
    try:
        files = json.loads(manifest.read_bytes())["files"]
        return WORKBOOK in files and _sha256(manifest.parent / WORKBOOK) not in (files[WORKBOOK], "")
    except (OSError, ValueError, KeyError, TypeError):
        return False


def import_findings(folder: Path, events: Sequence[Event]) -> tuple[list[Finding], int]:
    """What of the workbooks that decisions came in is not as it was imported.

    Args:
        folder: Where they are kept.
        events: The trail's events.

    Returns:
        The findings, and how many are kept elsewhere: all, where the folder is not here.
    """
    kept = {
        str(event["data"]["kept_as"]): event
        for event in events
        if event["kind"] == _IMPORTED and event["data"].get("kept_as")
    }
    if not folder.is_dir():
        return [], len(kept)
    found = []
    for name, event in kept.items():
        path = folder / Path(name).name
        what = "altered" if path.is_file() else "removed"
        if what == "removed" or _sha256(path) != event["data"]["sha256"]:
            found.append(Finding(event["seq"], "import", str(path), f"{what} since it was imported"))
    return found, 0


def _sha256(path: Path) -> str:
    with suppress(OSError):
        return file_sha256(path)
    return ""
