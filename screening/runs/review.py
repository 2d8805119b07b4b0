"""Decisions made in the workbook: taken into the alert store, with an answer for each row."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from screening.alerts import review_rules, reviewers, storing_decisions
from screening.alerts.consequences import Rulebook
from screening.alerts.jurisdictions import jurisdiction
from screening.alerts.rating_settings import RatingSettings
from screening.alerts.reviewers import APPROVER, REVIEWER, Reviewers
from screening.alerts.row_outcome import Outcome
from screening.alerts.seals import Sealer
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.standings import standings
from screening.alerts.store import check_there, load_key, open_store
from screening.errors import ExitCode, OutputError, ScreeningError, SettingsError, StoreError
from screening.reports import review_sheet
from screening.reports.result import RunFacts
from screening.reports.review_answers import write_refused
from screening.reports.standing import ReviewFacts
from screening.runs import settings as run_settings
from screening.watchlists.store import data_dir

if TYPE_CHECKING:
    from screening.alerts.store import Store

STORE: Final = "alerts.db"
KEPT: Final = "reviews"
"""Where imported files are kept, below the data folder, each under its hash."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a row of the file."""

    row: int
    alert_id: str
    answer: str
    said: str


@dataclass(frozen=True, slots=True)
class ReviewImport:
    """What became of a file.

    Attributes:
        path: The file.
        sha256: Its hash.
        kept: Where its copy is; None when nothing in it was new.
        answers: One for each row in which something was filled in.
        blank: Alerts in it that nothing was filled in for.
        refused: The workbook of the refused rows; None when there are none.
        notes: What a person should know.
    """

    path: Path
    sha256: str
    kept: Path | None
    answers: Sequence[Answer]
    blank: int
    counts: Mapping[str, int]
    refused: Path | None = None
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def exit_code(self) -> ExitCode:
        """3 when rows were refused, else 0."""
        return ExitCode.ROWS_REJECTED if self.counts["refused"] else ExitCode.DONE


@dataclass(frozen=True, slots=True)
class Desk:
    """An open store with everything decisions need beside it."""

    store: Store
    sealer: Sealer
    people: Reviewers
    levels: ServiceLevels
    rules: review_rules.ReviewRules
    settings: run_settings.Settings
    data_dir: Path
    now: datetime

    @property
    def today(self) -> date:
        """The day, where this machine stands."""
        return self.now.astimezone().date()


def open_desk(
    *,
    store: str | Path | None = None,
    key: bytes | str | Path | None = None,
    people: str | Path | None = None,
    settings: Any = None,
    job: str | Path | None = None,
    folder: str | Path | None = None,
    now: datetime | None = None,
    need_people: bool = True,
) -> Desk:
    """Open the store to decide in it.

    Args:
        store: A file or URL; None: ``alerts.db`` in the data folder.
        key: Its key, see `alerts.store.load_key`.
        people: ``reviewers.toml``; None: the one in the data folder.
        settings: As `runs.articles` takes them; ``service_levels`` and ``holidays`` are used.
        job: The file of a job: its store, key, reviewers and settings, where they are not given themselves.
        folder: The data folder.
        now: The moment, for tests.
        need_people: Whether it is an error when nobody may decide.

    Raises:
        StoreError: There is no such store, or it cannot be read.
        SettingsError: The key, the reviewers or the settings are wrong.
    """
    home = data_dir(folder)
    if job is not None:
        from screening.runs.batch.job_reading import review_of  # batches stand on this module

        said = review_of(Path(job), home / STORE)
        store, key = store if store is not None else said["store"], key if key is not None else said["key"]
        people = people if people is not None else said["people"]
        settings = settings if settings is not None else said["settings"]
    file = Path(people) if people is not None else home / reviewers.FILE
    place = str(store) if store is not None else str(home / STORE)
    named = need_people or people is not None or file.exists()
    _all_there(*([lambda: reviewers.load(file)] if named else []), lambda: load_key(key), lambda: check_there(place))
    known = reviewers.load(file) if named else Reviewers()
    chosen = run_settings.combined(settings)
    secret = load_key(key)
    opened = open_store(place, key=secret, create=False)
    levels = ServiceLevels.of(chosen.service_levels, chosen.holidays)
    moment = now or datetime.now(UTC)
    return Desk(opened, Sealer(secret), known, levels, review_rules.load(), chosen, home, moment)


def _all_there(*looks: Callable[[], object]) -> None:
    """Say at once all that is missing, where it is more than one thing: one after the other costs a try each.

    Raises:
        StoreError, SettingsError: Several of these are not there or are wrong.
    """
    problems: list[ScreeningError] = []
    for look in looks:
        try:
            look()
        except (StoreError, SettingsError) as error:
            problems.append(error)
    if len(problems) > 1:
        what = "; ".join(f"({number}) {problem}" for number, problem in enumerate(problems, start=1))
        raise type(problems[0])(f"{len(problems)} things that decisions need are missing or wrong: {what}")


def review_import(
    path: str | Path,
    *,
    desk: Desk | None = None,
    all_or_nothing: bool = False,
    account: str | None = None,
    out: str | Path | None = None,
    **opening: Any,
) -> ReviewImport:
    """Take the decisions of a workbook that came back.

    Args:
        path: The workbook.
        desk: An open store; None: opened as ``opening`` says, see `open_desk`.
        all_or_nothing: Whether one refused row keeps all others out.
        account: Who imports it; None: the account of this process.
        out: Where refused rows are written; None: beside the file, with ``-refused`` in its name.

    Raises:
        InputError: It is no report that can be read; nothing was taken.
        StoreError: The store cannot be written; nothing was taken.
        SettingsError: As `open_desk`.
    """
    path = Path(path)
    file = review_sheet.read_review(path)
    at = desk or open_desk(**opening)
    who = account or getpass.getuser()
    kept = at.data_dir / KEPT / f"{file.sha256}.xlsx"
    book = _rulebook(at, file.sha256, who)
    facts = {"file": path.name, "sha256": file.sha256, "kept_as": kept.name, "sheet": file.sheet, "account": who}
    done = storing_decisions.import_rows(
        at.store, at.sealer, file.rows, file.groups, book, facts=facts, all_or_nothing=all_or_nothing,
        keep=lambda: _keep(path, kept),
    )  # fmt: skip
    refused = None
    if done.refused:
        refused = Path(out) if out is not None else path.with_name(f"{path.stem}-refused.xlsx")
        refused = _refused(at, file.sha256, path.name, refused, done.refused)
    notes = list(file.notes)
    if done.written:
        from screening.runs import own_list  # it stands on this module

        try:
            listed = own_list.refresh(at)
        except ScreeningError as error:  # the decisions stand
            notes.append(f"the firm's own list could not be written and is as it was: {error}")
        else:
            if listed is not None:
                notes.append(f"the firm's own list has {listed.entries:,} entries now ({listed.outcome})")
    answers = [Answer(each.row.number, each.row.alert_id, each.answer, each.said) for each in done.outcomes]
    stays = kept if kept.exists() else None
    return ReviewImport(path, file.sha256, stays, answers, file.blank, done.counts, refused, tuple(notes))


def reviewable(run: RunFacts, desk: Desk, rows: Sequence[Mapping[str, Any]]) -> RunFacts:
    """The facts of a run with what the store knows of its alerts, so that its report can be decided on.

    Args:
        run: The run's facts.
        desk: The open store; within a transaction, what is written there so far is seen.
        rows: The alerts the run raised, as the store has them now.
    """
    from screening.runs.review_status import status_of  # it stands on this module

    status = status_of(desk)
    review = ReviewFacts(desk.store.store_id, desk.sealer, *_names(desk.people), list(status.tables()), status.trend)
    return replace(run, standings=standings(desk.store, rows, desk.levels, desk.rules, desk.today), review=review)


def _names(people: Reviewers) -> tuple[list[str], list[str]]:
    """Who may review, and who may approve."""
    having = {role: [name for name in people.names if _has(people, name, role)] for role in (REVIEWER, APPROVER)}
    return having[REVIEWER], having[APPROVER]


def _has(people: Reviewers, name: str, role: str) -> bool:
    person = people.find(name)
    return person is not None and bool(person.roles & {role, APPROVER})


def _rulebook(desk: Desk, source: str, account: str) -> Rulebook:
    rating = RatingSettings(desk.settings.binds_us, dict(desk.settings.jurisdictions))

    def law(list_id: str) -> str:
        return jurisdiction(list_id, "", rating)

    return Rulebook(desk.rules, desk.people, desk.levels, law, desk.now.astimezone(), source, account)


def _refused(at: Desk, sha256: str, name: str, chosen: Path, outcomes: Sequence[Outcome]) -> Path:
    """Write the refused rows; beside the kept file where they cannot go elsewhere: the others are taken already."""
    offered = review_sheet.offers(at.rules, *_names(at.people))
    title = f"Refused rows of {name}"
    try:
        return write_refused(chosen, outcomes, offered, title)
    except OutputError:
        return write_refused(at.data_dir / KEPT / f"{sha256}-refused.xlsx", outcomes, offered, title)


def _keep(path: Path, kept: Path) -> None:
    """Keep a copy of an imported file under its hash."""
    if kept.exists():
        return
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(".partial")
        shutil.copyfile(path, partial)
        partial.replace(kept)
    except OSError as error:
        raise OutputError(
            f"the imported file cannot be kept ({error.strerror})", where=kept, remedy="check space and rights"
        ) from error
