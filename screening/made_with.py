"""What results depend on beside the lists: the package's version, its knowledge, its code."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from screening import __version__, reference


@cache
def made_with() -> str:
    """The package's version and the hash of its knowledge files."""
    digest = sha256(__version__.encode())
    root = reference.lists_dir()
    for part in ("words", "scripts", "places", "rules"):
        for path in sorted((root / part).rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
                digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:16]}"


@cache
def code() -> str:
    """A hash of the package's own modules: what other code made of the same tables and lists may be something else."""
    root = Path(__file__).parent
    digest = sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
