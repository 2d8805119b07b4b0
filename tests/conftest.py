"""Fixtures everybody may use: the real data in ``../shared``, the full SDN read once a session, a PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from screening import Snapshot

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")  # an example takes longer when others work beside: that is no failure
os.environ["TZ"] = "UTC"  # what day it is must not depend on where the machine stands, nor on when its clock is changed
if hasattr(time, "tzset"):
    time.tzset()

LONGEST = 180
"""Seconds a test may take, several times what the slowest takes on a busy machine: one that hangs fails by its name
instead of stalling all others."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give every test its time limit, where pytest-timeout is installed (it is by the extra ``test``)."""
    if config.pluginmanager.hasplugin("timeout") and config.getoption("timeout") is None:
        for item in items:
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(LONGEST))


def _shared() -> Path:
    return Path(os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared").resolve()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; the test is skipped where it is absent."""
    folder = _shared()
    if not (folder / "lists").is_dir():
        pytest.skip(f"no real data at {folder}; set SCREENING_SHARED")
    return folder


@pytest.fixture(scope="session")
def own_list(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Snapshot]:
    """Makes a `Snapshot` of the text of a list of the firm's own."""

    def read(text: str) -> Snapshot:
        from screening import Snapshot

        path = tmp_path_factory.mktemp("list") / "own.csv"
        path.write_text(text, encoding="utf-8")
        return Snapshot.read(path)

    return read


@pytest.fixture(scope="session")
def sdn_composite(shared: Path):
    """The full SDN of 2026-08-20 as a `Snapshot`."""
    from screening import Snapshot

    return Snapshot.read(shared / "lists/us_ofac_sdn_composite/2026-08-20")


@pytest.fixture(scope="session")
def sdn_2021(shared: Path):
    """The SDN of 2021-06 as a `Snapshot`."""
    from screening import Snapshot

    return Snapshot.read(shared / "lists/us_ofac_sdn/2021-06")


SMALL_LIST = """\
entry_id,schema,name,name_type,country,id_type,id_number,id_country,programme,measure,listed_on
1,Company,OOO UZSTANEX,primary,UZ,Registration Number,305636913,UZ,RUSSIA-EO14024,asset_freeze,2024-10-30
2,Company,GUCLU GLOBAL LOJISTIK LIMITED SIRKETI,primary,TR,,,,RUSSIA-EO14024,asset_freeze,2024-10-30
3,Person,"Beispielov, Igor Petrovich",primary,RU,,,,TEST,asset_freeze,2020-01-01
"""


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where processes without a data folder keep what they make of the words: one folder for all tests."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where snapshots, caches and logs go: a folder of the test's own, never the user's."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SCREENING_DATA_DIR", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    return folder


@pytest.fixture(scope="session")
def _screeners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("screeners")


@pytest.fixture
def same_screeners(_screeners: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data folder is there, and an index of a real list that an earlier test has made is in it."""
    from screening.runs import screeners

    place = data_folder / screeners.FOLDER
    place.parent.mkdir(parents=True)
    place.symlink_to(_screeners, target_is_directory=True)
    monkeypatch.setattr(screeners, "KEPT", 10)


@pytest.fixture
def small_list(tmp_path: Path) -> Path:
    """A list of three entries in our own format."""
    path = tmp_path / "small_2026-01-01.csv"
    path.write_text(SMALL_LIST, encoding="utf-8")
    return path


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """A table of three customers, one of them on the small list by name, one by number, one by its
    director, and a row with a cell too many.
    """
    path = tmp_path / "customers.csv"
    path.write_text(
        "id,name,country,tax number,director\n"
        "1,UZSTANEX MChJ,UZ,,\n"
        "2,Quiet Meadow Ltd,GB,,Igor Beispielov\n"
        "3,Other Name MChJ,UZ,305636913,\n"
        "4,too,long,,,a cell more\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def real_list(shared: Path, sdn_composite, sdn_2021):
    """Reads a list by its path below ``../shared/lists``, each once a session."""
    from screening import Snapshot

    known = {"us_ofac_sdn_composite/2026-08-20": sdn_composite, "us_ofac_sdn/2021-06": sdn_2021}

    def read(path: str) -> Snapshot:
        if path not in known:
            known[path] = Snapshot.read(shared / "lists" / path)
        return known[path]

    return read


_XBA = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>
"""
_WORK = """\
Sub OpenWorkSave(source As String, target As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    Dim asXlsx(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    Work(doc)
    asXlsx(0).Name = "FilterName"
    asXlsx(0).Value = "Calc MS Excel 2007 XML"
    doc.storeToURL(target, asXlsx())
    doc.close(True)
End Sub
"""


@pytest.fixture(scope="session")
def alerts_macro():
    """Makes the StarBasic of a reviewer at work on the sheet Alerts: sorts by name, downwards, and fills rows in.

    Given how many alerts there are, what is filled in by key (``decided_on`` as a date is typed), further StarBasic to
    be run between, and the subject whose rows are filled in; None: all.
    """
    from screening.reports.alert_columns import ALERTS

    keys = [column.key for column in ALERTS.columns]

    def basic(alerts: int, given: dict[str, str], between: str = "", subject: str | None = None) -> str:
        filled = "\n".join(
            f"        sheet.getCellByPosition({keys.index(key)}, row)."
            f"{'Formula' if key == 'decided_on' else 'String'} = {value}"
            for key, value in given.items()
        )
        cell = f"sheet.getCellByPosition({keys.index('subject_id')}, row).String"
        mine = f'{cell} = "{subject}"' if subject else "True"
        return f"""\
Sub Work(doc)
    Dim asked(0) As New com.sun.star.table.TableSortField
    Dim how(1) As New com.sun.star.beans.PropertyValue
    Dim wanted(0) As New com.sun.star.sheet.TableFilterField
    sheet = doc.Sheets.getByName("Alerts")
    rows = sheet.getCellRangeByPosition(0, 2, {len(keys) - 1}, {alerts + 1})
    asked(0).Field = {keys.index("name")}
    asked(0).IsAscending = False
    how(0).Name = "SortFields"
    how(0).Value = asked()
    how(1).Name = "ContainsHeader"
    how(1).Value = False
    rows.sort(how())
{between}
    For row = 2 To {alerts + 1}
        If {mine} Then
{filled}
        End If
    Next row
End Sub
"""

    return basic


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory):
    """Opens a workbook in LibreOffice, runs ``Sub Work(doc)`` (StarBasic) on it, saves it as XLSX; skips where
    LibreOffice is absent.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("office")
    call = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # the first start makes the profile, and would replace a macro that stood there before
    subprocess.run([*call, "--terminate_after_init"], check=False, capture_output=True, timeout=180)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"

    def work(source: Path, target: Path, body: str) -> None:
        module.write_text(_XBA.format(escape(_WORK + body)), encoding="utf-8")
        macro = f'macro:///Standard.Module1.OpenWorkSave("{source.as_uri()}","{target.as_uri()}")'
        subprocess.run([*call, macro], check=False, capture_output=True, timeout=180)
        assert target.is_file(), "LibreOffice did not save the workbook"

    return work


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).resolve().parent if named else None


def _as_user() -> list[str] | None:
    """PostgreSQL does not run as root: how to become somebody else, empty where one is somebody else already."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    import pwd

    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        if shutil.which("runuser"):
            return ["runuser", "-u", name, "--"]
    return None


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a server, ``SCREENING_TEST_POSTGRESQL`` or one started here; skips where there is none."""
    given = os.environ.get("SCREENING_TEST_POSTGRESQL")
    if given:
        yield given
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries, become = _binaries(), _as_user()
    if binaries is None:
        pytest.skip("no PostgreSQL here: install Debian's package postgresql, or name a server in "
                    "SCREENING_TEST_POSTGRESQL")  # fmt: skip
    if become is None:
        pytest.skip("PostgreSQL does not run as root, and there is nobody else to run it")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
    if become:
        shutil.chown(folder, become[2])
    data = folder / "data"
    run = lambda *command: subprocess.run([*become, *map(str, command)], check=True, capture_output=True, cwd="/")  # noqa: E731
    try:
        run(binaries / "initdb", "-D", data, "-A", "trust", "-U", "screening", "--no-sync", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=50"
        run(binaries / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://screening@/postgres?host={folder}"
        finally:
            run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
