"""Updates from a real HTTP server on loopback that does what servers do when things go wrong."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from screening.errors import ListError, SettingsError
from screening.watchlists.body import Limits
from screening.watchlists.quarantine import quarantined
from screening.watchlists.status import status
from screening.watchlists.update import Updater

LIMITS = Limits(connect=20, read=20, total=60, attempts=3, first_wait=0.5, longest_wait=20)
SOURCE = '[[list.source]]\nformat = "own"\nevidence = ""\n'
Answer = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request, client_address) -> None:
        """A client that hangs up on a bad answer is what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        self.close_connection = True
        self.server.answers[self.path](self)

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def send(body: bytes, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    """An answer with that body; ``length`` is what it announces instead of the truth."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other, the last one for ever."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def conditional(body: bytes, tag: str, modified: str = "Sat, 21 Nov 2026 08:00:00 GMT") -> Answer:
    """The body, or 304 to those who have it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == tag:
            handler.send_response(304)
            handler.end_headers()
        else:
            send(body, ETag=tag, Last_Modified=modified)(handler)

    return answer


@pytest.fixture
def body(write_list, parties):
    """``body(n)``: a list of n parties as bytes."""
    return lambda number: write_list(parties(number), f"b{number}.csv").read_bytes()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def update(store, server, waits):
    """``update(answers)``: what becomes of list ``house``, whose files answer so."""

    def do(*answers: Answer, limits: Limits = LIMITS, extra: str = "", names=("/house.csv", "/b.csv")):
        urls = []
        for name, answer in zip(names, answers, strict=False):
            server.answers[name] = answer
            urls.append(server.url(name))
        store.folder.mkdir(exist_ok=True)
        quoted = ", ".join(f'"{url}"' for url in urls)
        text = f'[[list]]\nid = "house"\n{SOURCE}urls = [{quoted}]\n{extra}'
        store.own_catalogue.write_text(text, encoding="utf-8")
        store.__dict__.pop("catalogue", None)
        (result,) = Updater(store, limits=limits, sleep=waits.append).update(["house"])
        return result

    return do


def test_a_list_is_downloaded_stored_and_put_in_force(update, store, body):
    result = update(send(body(30)))
    assert (result.outcome, result.entries) == ("in force", 30)
    (version,) = store.in_force()
    assert version.source.startswith("http://127.0.0.1")
    assert version.checked == store.today


def test_an_unchanged_list_is_not_sent_twice_and_counts_as_checked(update, store, server, body, clock):
    answer = conditional(body(30), '"v1"')
    assert update(answer).outcome == "in force"
    assert store.in_force()[0].list_date.isoformat() == "2026-11-21", "Last-Modified dates a list that does not"
    clock.time = clock.time.replace(day=25)
    assert update(answer).outcome == "unchanged"
    assert server.asked[-1][1]["if-none-match"] == '"v1"'
    assert server.asked[-1][1]["if-modified-since"]
    assert status(store, ["house"])[0].age_days == 0
    assert len(store.state("house").versions) == 1


def test_the_same_bytes_without_validators_are_no_new_version(update, store, body):
    update(send(body(30)))
    assert update(send(body(30))).outcome == "unchanged"
    assert len(store.state("house").versions) == 1


def test_a_damaged_copy_is_fetched_anew_though_the_server_has_nothing_newer(update, store, body):
    answer = conditional(body(30), '"v1"')
    update(answer)
    (store.path_of(store.in_force()[0]) / "names.parquet").write_bytes(b"junk")
    assert update(answer).outcome == "in force"
    assert len(store.snapshots_in_force()[0]) == 30


def test_a_download_that_fails_the_gates_goes_into_quarantine(update, store, body):
    update(send(body(100)))
    result = update(send(body(60)))
    assert result.outcome == "quarantine"
    assert len(store.snapshots_in_force()[0]) == 100
    assert "40 of the 100" in quarantined(store)["house"]
    assert update(send(body(60))).outcome == "quarantine", "and stays there"
    assert update(send(body(100))).outcome == "unchanged"
    assert quarantined(store) == {}, "the publisher took it back"


@pytest.mark.parametrize(
    "answer",
    [
        lambda whole: send(whole[: len(whole) // 2], length=len(whole)),
        lambda whole: send(whole, length=len(whole) + 1),
        lambda whole: send(b"busy", 500),
        lambda whole: send(b"busy", 503),
        lambda whole: send(b""),
        lambda whole: send(gzip.compress(whole)[:-20], Content_Encoding="gzip"),
        lambda whole: send(b"this is not gzip", Content_Encoding="gzip"),
        lambda whole: lambda handler: handler.connection.close(),
    ],
    ids=["truncated", "too short", "500", "503", "empty", "cut gzip", "no gzip", "hung up"],
)
def test_failures_that_may_pass_are_tried_again_and_leave_the_old_list(update, store, server, waits, body, answer):
    update(send(body(30)))
    result = update(answer(body(31)))
    assert result.outcome == "failed"
    assert len(store.snapshots_in_force()[0]) == 30
    assert len(server.asked) == 1 + LIMITS.attempts
    assert waits == [0.5, 1.0]
    assert "the last update failed" in status(store, ["house"])[0].warnings[0]
    assert update(in_turn(answer(body(31)), send(body(31)))).outcome == "in force"
    assert status(store, ["house"])[0].warnings == [
        "it says no publication date: its age is counted from the day it came in"
    ]


def test_a_body_longer_than_announced_is_cut_and_then_noticed(update, store, body):
    """HTTP ends a body at its announced length: half a list is left, which the gates keep out."""
    update(send(body(100)))
    whole = body(101)
    assert update(send(whole, length=len(whole) // 2)).outcome in ("quarantine", "failed")
    assert len(store.snapshots_in_force()[0]) == 100


@pytest.mark.parametrize(("value", "expected"), [("7", [7.0]), ("0", [0.0]), ("nonsense", [0.5]), ("-3", [0.5])])
def test_retry_after_is_kept_to(update, waits, body, value, expected):
    assert update(in_turn(send(b"", 429, Retry_After=value), send(body(30)))).outcome == "in force"
    assert waits == expected


def test_retry_after_may_be_a_date(update, waits, body):
    from datetime import UTC, datetime, timedelta

    when = format_datetime(datetime.now(UTC) + timedelta(seconds=19), usegmt=True)
    assert update(in_turn(send(b"", 429, Retry_After=when), send(body(30)))).outcome == "in force"
    assert 0 < waits[0] <= 19


def test_a_server_that_asks_to_wait_too_long_is_left_alone(update, server, waits):
    result = update(send(b"", 429, Retry_After="86400"))
    assert result.outcome == "failed"
    assert "asks to wait 86,400 seconds" in result.reasons[0]
    assert (len(server.asked), waits) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_what_will_not_pass_is_not_tried_again(update, server, status):
    result = update(send(b"no", status))
    assert (result.outcome, len(server.asked)) == ("failed", 1)
    assert str(status) in result.reasons[0]


def test_redirects_stay_with_the_publisher(update, server, body):
    server.answers["/there.csv"] = send(body(30))
    assert update(send(b"", 302, Location="/there.csv")).outcome == "in force"


def test_redirects_to_elsewhere_are_refused_unless_the_catalogue_names_the_host(update, body):
    with _Server() as elsewhere:
        threading.Thread(target=elsewhere.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        elsewhere.answers["/x.csv"] = send(body(30))
        away = send(b"", 301, Location=elsewhere.url("/x.csv"))
        result = update(away)
        assert result.outcome == "failed"
        assert "redirects to another host" in result.reasons[0]
        assert elsewhere.asked == []
        assert update(away, extra='redirect_hosts = ["127.0.0.1"]').outcome == "in force"
        elsewhere.shutdown()


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://lists.example.org/x.csv", "not encrypted"),
        ("file:///etc/passwd", "not encrypted"),
        ("ftp://127.0.0.1/x", "not encrypted"),
        ("/house.csv", "redirects more than"),
    ],
)
def test_redirects_into_the_open_or_in_circles_are_refused(update, target, words):
    result = update(send(b"", 302, Location=target))
    assert result.outcome == "failed"
    assert words in result.reasons[0]


def test_compressed_bodies_are_unpacked(update, body):
    whole = body(30)
    raw_deflate = zlib.compress(whole)
    assert update(send(gzip.compress(whole), Content_Encoding="gzip")).outcome == "in force"
    assert update(send(raw_deflate, Content_Encoding="deflate")).outcome == "unchanged"
    assert "not asked for" in update(send(whole, Content_Encoding="br")).reasons[0]


def test_bombs_are_refused_while_they_unpack(update, server):
    small = Limits(connect=20, read=20, total=60, attempts=1, max_wire=10**6, max_bytes=5 * 10**6)
    bomb = gzip.compress(bytes(50 * 10**6))
    assert "refused as a bomb" in update(send(bomb, Content_Encoding="gzip"), limits=small).reasons[0]
    assert "announces" in update(send(b"x", length=10**9), limits=small).reasons[0]

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(50):
            handler.wfile.write(b"1,Company,A\n" * 10_000)

    assert "sends more than 1,000,000 bytes" in update(endless, limits=small).reasons[0]


def test_a_gzip_file_that_is_a_bomb_is_refused_by_the_reader(update):
    bomb = gzip.compress(gzip.compress(bytes(400 * 10**6)))
    assert update(send(bomb)).outcome == "failed"


@pytest.mark.parametrize("where", ["body", "headers"])
def test_a_server_that_drips_does_not_hold_the_job_up(update, where):
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n")
        handler.wfile.write(b"\r\n" if where == "body" else b"X: ")
        while not stop.wait(0.02):
            handler.wfile.write(b"x")

    began = time.monotonic()
    result = update(drip, limits=Limits(connect=2, read=2, total=0.4, attempts=2, first_wait=0))
    stop.set()
    assert result.outcome == "failed"
    assert "not finished after" in result.reasons[0]
    assert time.monotonic() - began < 60  # it drips for half an hour


def test_a_server_that_says_nothing_is_given_up_on(update):
    silent = threading.Event()
    result = update(lambda handler: silent.wait(60), limits=Limits(read=0.2, attempts=2, first_wait=0))
    silent.set()
    assert result.outcome == "failed"
    assert "could not be downloaded" in result.reasons[0]


@pytest.mark.parametrize(
    "answer",
    [
        send(b"<html><body>Sorry</body></html>", Content_Type="text/html; charset=utf-8"),
        send(b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>We are down", Content_Type="text/csv"),
        send(
            b'<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml">',
            Content_Type="text/xml",
        ),
    ],
)
def test_an_error_page_with_status_200_is_no_list(update, server, answer):
    result = update(answer)
    assert result.outcome == "failed"
    assert "a web page instead of the list" in result.reasons[0]
    assert len(server.asked) == 1


def test_a_set_of_files_is_fetched_whole_when_a_part_changed(update, store, server):
    main = b'1,"A",-0- ,"CUBA",' + b",".join([b"-0- "] * 8) + b"\n"
    names = ("/sdn.csv", "/alt.csv")
    first = conditional(main, '"m1"'), conditional(b'1,9,"aka","B",-0- \n', '"a1"')
    assert update(*first, names=names).outcome == "in force"
    assert update(*first, names=names).outcome == "unchanged"
    second = first[0], conditional(b'1,9,"aka","B",-0- \n1,10,"aka","C",-0- \n', '"a2"')
    assert update(*second, names=names).outcome == "in force"
    (snapshot,) = store.snapshots_in_force()
    assert sorted(snapshot.names["name"].to_pylist()) == ["A", "B", "C"]
    assert sum(path == "/sdn.csv" for path, _ in server.asked) == 4
    gone = first[0], send(b"", 404)
    assert update(*gone, names=names).outcome == "failed", "half a set is no list"


def test_one_list_that_fails_stops_no_other(store, server, body):
    server.answers |= {"/a.csv": send(b"no", 404), "/b.csv": send(body(30))}
    store.folder.mkdir()
    text = "".join(
        f'[[list]]\nid = "{name}"\n{SOURCE}urls = ["{server.url(path)}"]\n'
        for name, path in (("one", "/a.csv"), ("two", "/b.csv"))
    )
    store.own_catalogue.write_text(text, encoding="utf-8")
    results = Updater(store, limits=LIMITS).update(["one", "two"])
    assert [one.outcome for one in results] == ["failed", "in force"]


@pytest.mark.parametrize(
    ("list_id", "error", "words"),
    [
        ("nowhere", ListError, "Known are us_ofac_sdn"),
        ("uk_ofsi", SettingsError, "Use uk_sanctions_list"),
        ("opensanctions", SettingsError, "licence: CC BY-NC"),
    ],
)
def test_lists_that_cannot_be_downloaded_say_why(store, list_id, error, words):
    with pytest.raises(error, match=words):
        Updater(store).update([list_id])


def test_plain_http_is_for_loopback_only(store):
    store.folder.mkdir()
    store.own_catalogue.write_text(
        '[[list]]\nid = "house"\n[[list.source]]\nformat = "own"\nevidence = ""\n'
        'urls = ["http://lists.example.org/x.csv"]\n',
        encoding="utf-8",
    )
    (result,) = Updater(store).update(["house"])
    assert "not encrypted" in result.reasons[0]
