"""Reading a job from its TOML file, checked whole before anything runs."""

from __future__ import annotations

import glob
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from screening.errors import Place, ScreeningError, SettingsError
from screening.matching import DEFAULT_THRESHOLD
from screening.own_values import not_a_count
from screening.runs.batch.job import INPUTS, SCREENED, Input, Job, JobError
from screening.runs.batch.job_form import SECTIONS, SETTINGS, TOP, Check, line_of, texts
from screening.runs.settings import Settings, from_mapping


def read_job(path: str | Path, *, default_store: Path) -> Job:
    """Read a job and check all of it that can be checked without running it.

    Args:
        path: The TOML file.
        default_store: Where alerts are kept when the job does not say.

    Raises:
        JobError: Something is wrong; all mistakes at once.
    """
    place = Path(path)
    text, content = _content(place)
    reading = _Reading(place, text, content)
    job = reading.job(default_store)
    if reading.mistakes or job is None:
        raise JobError(reading.mistakes, place)
    return job


def _content(place: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise JobError(
            [SettingsError(f"cannot be read: {reason}", where=place, remedy="check the path")], place
        ) from error
    try:
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        where = Place(str(place), int(line[1]) if line else None)
        raise JobError(
            [SettingsError(f"not valid TOML: {error}", where=where, remedy="correct that place")], place
        ) from error


def store_of(path: Path, default: Path) -> tuple[str, Path | None]:
    """Store and key file of a job whose files and lists need not be there.

    Raises:
        JobError: It cannot be read.
    """
    text, content = _content(path)
    reading = _Reading(path, text, content)
    return reading.store(default)


def review_of(path: Path, default: Path) -> dict[str, Any]:
    """What deciding on a job's alerts needs: ``store, key, people``, ``settings`` and ``out``, where its reports
    go; its files need not be there.

    Raises:
        JobError: It cannot be read, or one of these is wrong.
    """
    text, content = _content(path)
    reading = _Reading(path, text, content)
    people, settings = reading._there("store", "reviewers"), reading._settings()
    if reading.mistakes:
        raise JobError(reading.mistakes, path)
    place, key = reading.store(default)
    out = reading.reports()
    return {"store": place, "key": key, "people": people, "settings": settings, "out": out}


def lists_of(path: Path) -> tuple[list[str | Path] | None, int | None] | None:
    """The lists of a job that may be wrong otherwise, and how old they may be; None where it names nobody to screen,
    or they cannot be told.
    """
    try:
        text, content = _content(path)
    except JobError:
        return None
    reading = _Reading(path, text, content)
    section = reading._section("lists")
    named, age = section.get("use"), section.get("max_age")
    if not any(kind in content for kind in SCREENED) or (named is not None and texts(named)):
        return None
    return [reading._list(each) for each in named] if named else None, age if not not_a_count(age) else None


class _Reading:
    """Reads a job's content, collecting what is wrong."""

    def __init__(self, path: Path, text: str, content: Mapping[str, Any]) -> None:
        self.path, self.text, self.content = path, text, content
        self.folder = path.absolute().parent
        self.mistakes: list[ScreeningError] = []

    def job(self, default_store: Path) -> Job | None:
        self._known()
        if "name" not in self.content:
            self._wrong("the job has no name", remedy='write one at the top: name = "customers"')
        inputs = {kind: made for kind in INPUTS if (made := self._input(kind)) is not None}
        if not any(kind in self.content for kind in (*SCREENED, "flows")):
            self._wrong("the job has no input", remedy="write a section [parties], [articles], [trade] or [flows]")
        settings = self._settings()
        lists = self._section("lists")
        run = self._section("run")
        reviewers = self._there("store", "reviewers")
        named = lists.get("use") if not texts(lists.get("use")) else None
        if self.mistakes:
            return None
        place, key = self.store(default_store)
        return Job(
            path=self.path,
            name=self.content["name"],
            text=self.text,
            inputs=inputs,
            lists=tuple(self._list(each) for each in named) if named else None,
            settings=settings,
            out=self.reports(),
            store=place,
            key_file=key,
            reviewers=reviewers,
            state=self._path(self.content["state"]) if "state" in self.content else None,
            processes=run.get("processes"),
            fail_on_alert=run.get("fail_on_alert", False),
            about=self.content.get("about", ""),
            written=self.content,
        )

    def reports(self) -> Path:
        """Where run folders go."""
        said = self.content.get("out")
        return self._path(said if isinstance(said, str) else "reports")

    def store(self, default: Path) -> tuple[str, Path | None]:
        """Where alerts are kept, and the key's file."""
        said = self._section("store")
        place, key = said.get("place"), said.get("key_file")
        whole = place if place and "://" in place else str(self._path(place) if place else default)
        return whole, self._path(key) if key else None

    def _known(self) -> None:
        """Every key is one there is, and every value of its kind."""
        for key, value in self.content.items():
            if key in TOP:
                self._value("", key, value, TOP[key])
            elif key == "settings" or key in SECTIONS:
                if not isinstance(value, dict):
                    self._wrong(f"{key} must be a section", "", key, remedy=f"write [{key}] on a line of its own")
                elif key in SECTIONS:
                    for name, each in value.items():
                        if name in SECTIONS[key]:
                            self._value(key, name, each, SECTIONS[key][name])
                        else:
                            self._unknown(key, name, [*SECTIONS[key]])
            else:
                self._unknown("", key, [*TOP, *SECTIONS, "settings"])

    def _value(self, section: str, key: str, value: Any, check: Check) -> None:
        problem = check(value)
        if problem:
            self._wrong(f"{key} {problem}, not {value!r}", section, key)

    def _unknown(self, section: str, key: str, known: list[str]) -> None:
        close = get_close_matches(key, known, n=1)
        home = [name for name, keys in (*SECTIONS.items(), ("settings", SETTINGS)) if key in keys and name != section]
        where = f"in [{section}] " if section else ""
        remedy = f"did you mean {close[0]}?" if close else f"{where}there are: {', '.join(known)}"
        if home:
            remedy = f"it belongs in [{'] or ['.join(home)}]"
        self._wrong(f"unknown key {key!r}", section, key, remedy=remedy)

    def _section(self, name: str) -> Mapping[str, Any]:
        section = self.content.get(name, {})
        return section if isinstance(section, dict) else {}

    def _settings(self) -> Settings:
        """The settings, each checked by itself, so that each mistake has its line."""
        said = dict(self._section("settings"))
        good: dict[str, Any] = {}
        for key, value in said.items():
            if key not in SETTINGS:
                self._unknown("settings", key, list(SETTINGS))
                continue
            if key == "rating_rules" and isinstance(value, str):
                place = self._there("settings", key)
                if place is None:
                    continue
                value = str(place)
            try:
                from_mapping({key: value})
                good[key] = value
            except SettingsError as error:
                own = key == "rating_rules"
                what = f"{Path(str(value)).name}: {error.what}" if own else error.what
                self._wrong(what, "settings", key, remedy=error.remedy if own else "")
        age = self._section("lists").get("max_age")
        if age is not None and not not_a_count(age):
            good["max_age"] = age
        settings = from_mapping(good)
        if settings.threshold != DEFAULT_THRESHOLD and "threshold" not in settings.recorded_reasons():
            self._wrong(
                f"the threshold {settings.threshold:g} has no reason", "settings", "threshold",
                remedy='say why, for the record: why = "…" beside it',
            )  # fmt: skip
        return settings

    def _input(self, kind: str) -> Input | None:
        section = self._section(kind)
        if kind not in self.content:
            return None
        if "files" not in section:
            self._wrong(f"[{kind}] names no files", "", kind, remedy='write files = ["…"] in it')
            return None
        if texts(section["files"]):
            return None  # said already
        files: dict[Path, None] = {}
        for pattern in section["files"]:
            found = list(self._files(pattern, folders=kind == "articles"))
            if not found:
                self._wrong(
                    f"no file matches {pattern!r}", kind, "files", remedy="paths are relative to the job's file"
                )
            files.update(dict.fromkeys(found))
        mapping = section.get("map", []) if not texts(section.get("map", ["x"])) else []
        self._mapping(kind, mapping)
        return Input(
            files=tuple(files),
            mapping=tuple(mapping),
            rates=self._there(kind, "rates"),
            follow=tuple(section.get("follow", ())) if not texts(section.get("follow", ["x"])) else (),
            goods=tuple(self._each_there(kind, "goods")),
            rules=self._there(kind, "rules"),
        )

    def _mapping(self, kind: str, mapping: list[str]) -> None:
        if not mapping:
            return
        try:
            if kind == "trade":
                from screening.intake.customs import CustomsReader

                CustomsReader(["-"], mapping)
            elif kind in ("parties", "own"):
                from screening.intake.columns import parse_mapping

                parse_mapping(mapping)
        except ScreeningError as error:
            self._wrong(error.what, kind, "map", remedy=error.remedy)

    def _each_there(self, section: str, key: str) -> Iterator[Path]:
        """Files that must be there, if any are named."""
        values = self._section(section).get(key, [])
        for value in values if isinstance(values, list) else ():
            path = self._there(section, key, value)
            if path is not None:
                yield path

    def _there(self, section: str, key: str, value: Any = None) -> Path | None:
        """A file that must be there, if it is named."""
        value = self._section(section).get(key) if value is None else value
        if not isinstance(value, str):
            return None
        path = self._path(value)
        if not path.is_file():
            self._wrong(f"there is no file {value!r}", section, key, remedy="paths are relative to the job's file")
        return path

    def _files(self, pattern: str, *, folders: bool) -> Iterator[Path]:
        """The files of a pattern by name; of folders, where they may be named, what is below them but hidden files."""
        for name in self._matched(pattern):
            path = Path(name)
            if path.is_file():
                yield path
            elif path.is_dir() and folders:
                for folder, below, names in os.walk(path):
                    below[:] = sorted(each for each in below if not each.startswith("."))
                    yield from (Path(folder) / each for each in sorted(names) if not each.startswith("."))

    def _matched(self, pattern: str) -> list[str]:
        """The paths of a pattern; only what is written in it is one: a folder above may be called ``data [2026]``."""
        whole = self._path(pattern)
        if whole.exists() or not glob.has_magic(pattern):  # a name that is there is itself, brackets or not
            return [str(whole)]
        if Path(pattern).is_absolute() or pattern.startswith("~"):
            return sorted(glob.glob(str(whole), recursive=True))  # noqa: PTH207 - the pattern is absolute
        found = glob.glob(os.path.normpath(pattern), root_dir=self.folder, recursive=True)  # noqa: PTH207 - may go up
        return sorted(os.path.normpath(self.folder / each) for each in found)

    def _list(self, named: str) -> str | Path:
        path = self._path(named)
        looks_like = "/" in named or os.sep in named or bool(Path(named).suffix and "@" not in named)
        return path if path.exists() or looks_like else named

    def _path(self, value: Any) -> Path:
        try:
            path = Path(str(value)).expanduser()
        except RuntimeError:
            path = Path(str(value))
            self._wrong(f"there is no user whose home {path.parts[0]!r} is", "", "", remedy="write the path in full")
        return path if path.is_absolute() else Path(os.path.normpath(self.folder / path))

    def _wrong(self, what: str, section: str = "", key: str = "", *, remedy: str = "") -> None:
        line = line_of(self.text, section, key)
        self.mistakes.append(SettingsError(what, where=Place(str(self.path), line), remedy=remedy))
