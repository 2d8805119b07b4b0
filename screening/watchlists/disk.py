"""Putting a snapshot on the disk whole or not at all, and names that are safe as folders."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from screening.errors import ListError
from screening.watchlists.raw import keep
from screening.watchlists.snapshot import MANIFEST, Snapshot
from screening.watchlists.source import RawFile


def write_version(
    work_folder: Path, target: Path, snapshot: Snapshot, raw: Sequence[RawFile], origin: Mapping[str, Any]
) -> str:
    """Write a snapshot and its raw files to a folder that appears by one rename; returns its manifest hash.

    A folder that is there already is kept if it is whole, and replaced if it is broken.
    """
    if target.exists():
        if is_whole(target):
            return file_hash(target / MANIFEST)
        shutil.rmtree(target)
    work = work_folder / uuid.uuid4().hex
    snapshot.write(work)
    keep(raw, work / "raw")
    manifest = json.loads((work / MANIFEST).read_text(encoding="utf-8")) | {"origin": dict(origin)}
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (work / MANIFEST).write_text(text + "\n", encoding="utf-8")
    sync(work / MANIFEST)
    sync(work)
    target.parent.mkdir(parents=True, exist_ok=True)
    work.rename(target)
    sync(target.parent)
    return file_hash(target / MANIFEST)


def safe_name(name: str) -> str:
    """A name for a folder on any system; ordinary ids stay as they are."""
    text = quote(name, safe="@ +,=()")
    return text if text.strip(".") else text.replace(".", "%2E")


def is_whole(folder: Path) -> bool:
    """Whether a stored snapshot reads back as it was written."""
    try:
        Snapshot.read(folder)
    except ListError:
        return False
    return True


def file_hash(path: Path) -> str:
    """SHA-256 (hex) of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sync(path: Path) -> None:
    """See a file, or a folder's list of names, onto the disk; Windows cannot do the latter and need not."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
