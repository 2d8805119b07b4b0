"""The key of the audit trail. It lies outside the store: who can write the store alone cannot forge the trail."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from screening.errors import OutputError, SettingsError

KEY_VARIABLE: Final = "SCREENING_STORE_KEY"
FILE_VARIABLE: Final = "SCREENING_STORE_KEY_FILE"
SHORTEST: Final = 16
"""Bytes; a shorter key can be guessed."""
_REMEDY: Final = f"make a key with: screening store key FILE, and name that file in {FILE_VARIABLE} or in the job"


def load_key(key: bytes | str | Path | None = None) -> bytes:
    """The key itself, from the bytes given, the file given, or the environment.

    Args:
        key: Bytes, or the path of a file. None: ``SCREENING_STORE_KEY``, else the file that
            ``SCREENING_STORE_KEY_FILE`` names.

    Raises:
        SettingsError: There is none, it cannot be read, or it is too short.
    """
    if isinstance(key, bytes):
        return _checked(key, "the key given")
    if key is None:
        text = os.environ.get(KEY_VARIABLE)
        if text is not None:
            return _checked(text.strip().encode(), KEY_VARIABLE)
        named = os.environ.get(FILE_VARIABLE)
        if not named:
            raise SettingsError("the alert store needs a key for its audit trail, and there is none", remedy=_REMEDY)
        key = named
    try:
        content = Path(key).expanduser().read_bytes()
    except OSError as error:
        raise SettingsError(
            f"the key of the alert store cannot be read ({error.strerror})", where=str(key), remedy=_REMEDY
        ) from error
    return _checked(content.strip(), str(key))


def make_key(path: str | Path) -> Path:
    """Write a new key to a file that only its owner can read.

    Raises:
        OutputError: The file is there already, or cannot be written.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as stream:
                stream.write(secrets.token_hex(32) + "\n")
        except OSError:
            target.unlink(missing_ok=True)  # no half a key where the next try needs room for a whole one
            raise
    except FileExistsError:
        raise OutputError(
            "is there already; a key that was used must not be replaced", where=target, remedy="name another file"
        ) from None
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=target) from error
    return target


def key_check(key: bytes, store_id: str) -> str:
    """What the store keeps to notice a wrong key; says nothing of the key itself."""
    return hmac.new(key, b"key check " + store_id.encode(), hashlib.sha256).hexdigest()


def _checked(key: bytes, where: str) -> bytes:
    if len(key) < SHORTEST:
        raise SettingsError(
            f"the key of the alert store has {len(key)} bytes, fewer than {SHORTEST}", where=where, remedy=_REMEDY
        )
    return key
