"""Tells the world that feeds are new: a WebSub hub, Podping, a hook of the author's; none can fail what is live."""

from __future__ import annotations

import json
import shlex
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from antenne.deploy.disk import LocalDisk
from antenne.fetch import Answer, Fetch, FetchRefused, Limits, fetch

_TRIES = 3
_LIMITS = Limits(size=100_000, seconds=20, redirects=2)
_HOOK_SECONDS = 300
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who is told: the address of a WebSub hub, of a Podping API with its token, a command; empty for nobody."""

    hub: str = ""
    podping: str = ""
    token: str = field(default="", repr=False)
    hook: str = ""
    folder: Path = Path()
    fetch: Fetch = fetch
    sleep: Callable[[float], None] = time.sleep

    def tell(self, feeds: Sequence[str], told: dict[str, object]) -> Iterator[str]:
        """Tell of feeds by their addresses; give a sentence for each that was told and for each that was not.

        `told` is what the hook reads as JSON.
        """
        if self.hub and feeds:
            yield self._hub(feeds)
        if self.podping:
            yield from (self._podping(feed) for feed in feeds)
        if self.hook:
            yield run_command(self.hook, json.dumps(told, ensure_ascii=False, sort_keys=True), self.folder, "hook")

    def _hub(self, feeds: Sequence[str]) -> str:
        """Ping a hub as WebSub's predecessor PubSubHubbub 0.4 §7 has it, which every hub still takes."""
        body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]).encode()
        fault = self._tried(lambda: self._ask(self.hub, "POST", {"Content-Type": _FORM}, body))
        many = f"{len(feeds)} feed{'' if len(feeds) == 1 else 's'}"
        return (fault and f"The hub {self.hub} was not told: {fault}") or f"Told the hub {self.hub} of {many}."

    def _podping(self, feed: str) -> str:
        """Send a podping by the HTTP API of podping.cloud: GET ?url=…&reason=update with a token."""
        if not self.token:
            return "No podping was sent: ANTENNE_PODPING_TOKEN holds no token (ask for one at podping.cloud)."
        address = f"{self.podping}/?url={quote(feed, safe='')}&reason=update&medium=podcast"
        fault = self._tried(lambda: self._ask(address, "GET", {"Authorization": self.token}, b""))
        return (fault and f"No podping was sent for {feed}: {fault}") or f"Sent a podping for {feed}."

    def _ask(self, address: str, method: str, headers: dict[str, str], body: bytes) -> Answer:
        return self.fetch(address, method=method, headers=headers, body=body, limits=_LIMITS, most=10_000)

    def _tried(self, ask: Callable[[], Answer]) -> str:
        """Ask up to three times, with a pause, and return the last fault, or nothing when it went well."""
        fault = ""
        for attempt in range(_TRIES):
            try:
                answer = ask()
            except FetchRefused as refused:
                fault = str(refused)
            else:
                if 200 <= answer.status < 300:
                    return ""
                fault = f"it answered with {answer.status}."
                if 400 <= answer.status < 500 and answer.status != 429:
                    return fault
            if attempt + 1 < _TRIES:
                self.sleep(2.0**attempt)
        return fault


def run_command(command: str, read: str, folder: Path, name: str) -> str:
    """Run a command of the author's that reads a text, and return a sentence about how it went."""
    try:
        done = subprocess.run(  # noqa: S603 — the author wrote it into the settings
            shlex.split(command),
            input=read.encode(),
            capture_output=True,
            check=False,
            cwd=folder,
            timeout=_HOOK_SECONDS,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return f"The {name} could not be run: {getattr(error, 'strerror', None) or type(error).__name__}."
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return f"The {name} ended with code {done.returncode}{': ' + said[-1][:200] if said else ''}."
    return f"Ran the {name}."


@dataclass(frozen=True, slots=True)
class Untold:
    """A file that remembers which feeds the world has still to be told of, whoever is killed."""

    file: Path

    def note(self, feeds: Sequence[str]) -> None:
        """Remember feeds besides those that are remembered already; raises OSError."""
        disk, every = LocalDisk(), sorted({*self.feeds(), *feeds})
        disk.make_folder(self.file.parent)
        aside = self.file.with_name(f".{self.file.name}")
        disk.write(aside, json.dumps(every).encode())
        disk.move(aside, self.file)

    def feeds(self) -> tuple[str, ...]:
        """Return the addresses that are remembered."""
        try:
            return tuple(str(feed) for feed in json.loads(self.file.read_bytes()))
        except (OSError, ValueError, TypeError):
            return ()

    def forget(self) -> None:
        """Forget them; raises OSError."""
        self.file.unlink(missing_ok=True)
