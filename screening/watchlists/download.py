"""Fetching the files of a list over HTTP: tries, redirects and what the server answers.

A redirect leads only to the publisher's own host or to one the catalogue names. What comes is read by `body`.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import httpx
import tenacity

from screening.errors import ListError
from screening.watchlists.body import Limits, PassingError, Progress, save
from screening.watchlists.catalogue import ListSource

MAX_REDIRECTS: Final = 5
RETRY_STATUS: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
AGENT: Final = "screening (sanctions list updates)"
GRACE: Final = 0.5
"""Seconds a download may take to notice its deadline itself."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One file as fetched; ``path`` is None where the server said that nothing changed."""

    url: str
    path: Path | None
    validators: dict[str, str] = field(default_factory=dict)

    @property
    def modified(self) -> datetime | None:
        """When the server says the file last changed."""
        try:
            return parsedate_to_datetime(self.validators["Last-Modified"]).astimezone(UTC)
        except (KeyError, ValueError, TypeError):
            return None


def fetch(
    source: ListSource,
    url: str,
    folder: Path,
    *,
    limits: Limits,
    validators: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Fetch one file into a folder, trying again after failures that may pass.

    Args:
        source: Whose file it is: which other hosts it may redirect to, whether plain HTTP will do.
        url: One of the source's URLs.
        folder: Where to; the file gets its name from the URL.
        limits: Time and space it may take.
        validators: ETag and Last-Modified of the copy we have, to ask only for something newer.
        progress: Told how it goes.
        sleep: For tests.

    Raises:
        ListError: It could not be had whole, is no list, or takes too much time or space.
    """

    def wait(state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, PassingError) else None
        return asked if asked is not None else limits.first_wait * 2 ** (state.attempt_number - 1)

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type((PassingError, httpx.TransportError)),
        stop=tenacity.stop_after_attempt(limits.attempts),
        wait=wait,
        sleep=sleep,
        reraise=True,
    )
    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    try:
        # A connection kept alive may be half closed when it is used again: a new one a request costs little.
        fresh = httpx.Limits(max_keepalive_connections=0)
        with httpx.Client(timeout=timeout, limits=fresh, headers={"User-Agent": AGENT}) as client:
            headers = dict(validators or {})
            return retrying(
                _within,
                limits.total,
                lambda deadline: _once(client, source, url, folder, headers, limits, deadline, progress),
            )
    except (PassingError, httpx.HTTPError, httpx.InvalidURL) as error:
        words = str(error) or type(error).__name__
        raise ListError(
            f"could not be downloaded: {words}",
            where=url,
            remedy="try again later, or download it with a browser and use: screening lists import FILE",
        ) from error


def _within(seconds: float, work: Callable[[float], Fetched]) -> Fetched:
    """Do the work, told its deadline; give up on it then, though it hang in the middle of a header line.

    What hangs is left in a thread that ends with the process; it looks at the deadline before it writes.
    """
    done: list[Fetched] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work(deadline))
        except BaseException as error:  # noqa: BLE001 - handed on to the waiting thread
            failed.append(error)

    deadline = time.monotonic() + seconds
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds + GRACE)
    if failed:
        raise failed[0]
    if not done:
        raise PassingError(f"not finished after {seconds:,.0f} seconds")
    return done[0]


def _once(
    client: httpx.Client,
    source: ListSource,
    url: str,
    folder: Path,
    validators: dict[str, str],
    limits: Limits,
    deadline: float,
    progress: Progress | None,
) -> Fetched:
    headers = {"Accept-Encoding": "gzip, deflate"}
    for ours, theirs in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        if ours in validators:
            headers[theirs] = validators[ours]
    target = url
    for _ in range(MAX_REDIRECTS + 1):
        _check_address(source, url, target)
        with client.stream("GET", target, headers=headers, follow_redirects=False) as response:
            if response.has_redirect_location:
                target = str(response.url.join(response.headers["Location"]))
                continue
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Fetched(url, None, validators)
            _check_status(response, limits)
            path = folder / _file_name(url)
            save(response, path, limits, deadline, progress)
            fresh = {name: response.headers[name] for name in ("ETag", "Last-Modified") if name in response.headers}
            return Fetched(url, path, fresh)
    raise ListError(f"redirects more than {MAX_REDIRECTS} times", where=url)


def _check_address(source: ListSource, first: str, target: str) -> None:
    """Refuse plain HTTP, and redirects to hosts that are not the publisher's."""
    start, here = httpx.URL(first), httpx.URL(target)
    if here.scheme != "https" and not (here.scheme == "http" and (source.allow_http or _is_loopback(here.host))):
        raise ListError(
            f"leads to {here.scheme}://{here.host}, which is not encrypted",
            where=first,
            remedy="correct the URL in the catalogue",
        )
    if start.scheme == "https" and here.scheme != "https":
        raise ListError("redirects from HTTPS to plain HTTP: refused", where=first)
    same = (here.host, here.port) == (start.host, start.port) or (here.host == start.host and here.port is None)
    if not same and here.host not in source.redirect_hosts:
        raise ListError(
            f"redirects to another host, {here.netloc.decode()}: refused",
            where=first,
            remedy=f'if it moved there, add redirect_hosts = ["{here.host}"] to your own catalogue',
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_status(response: httpx.Response, limits: Limits) -> None:
    status = response.status_code
    if status == httpx.codes.OK:
        return
    words = f"the server answers {status} {response.reason_phrase}".rstrip()
    if status not in RETRY_STATUS:
        raise ListError(words, where=str(response.url), remedy="check the URL in the catalogue, or import by hand")
    wait = _retry_after(response.headers.get("Retry-After"))
    if wait is not None and wait > limits.longest_wait:
        asks = f"{words} and asks to wait {wait:,.0f} seconds"
        raise ListError(asks, where=str(response.url), remedy="try again then")
    raise PassingError(words, wait)


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait: the header says seconds or a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment - datetime.now(moment.tzinfo)).total_seconds())


def _file_name(url: str) -> str:
    """A plain file name from the URL's path; the readers go by content, sets by name (sdn.csv, alt.csv)."""
    name = unquote(httpx.URL(url).path).replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(char if char.isalnum() or char in "._-" else "_" for char in name).lstrip(".")
    return plain[-100:] or "list"
