"""Tells the world that feeds are new: a WebSub hub, Podping, a hook of the author's; none can fail what is live."""

from __future__ import annotations

import json
import shlex
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from msgspec import Struct

from antenne.deploy.disk import LocalDisk
from antenne.fetch import Answer, Fetch, FetchRefused, Limits, fetch

_TRIES = 3
_LIMITS = Limits(size=100_000, seconds=20, redirects=2)
_COMMAND_SECONDS = 300
_FORM = "application/x-www-form-urlencoded"


class Told(Struct, frozen=True):
    """A sentence about one who was to be told; `is_done` says whether he was, `again` that he may listen later."""

    sentence: str
    is_done: bool = False
    again: bool = False


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

    def tell(self, feeds: Sequence[str], told: dict[str, object]) -> Iterator[Told]:
        """Tell of feeds by their addresses, and say how each was told.

        `told` is what the hook reads as JSON.
        """
        if self.hub and feeds:
            yield self._hub(feeds)
        if self.podping:
            yield from (self._podping(feed) for feed in feeds)
        if self.hook:
            yield run_command(self.hook, json.dumps(told, ensure_ascii=False, sort_keys=True), self.folder, "hook")

    def _hub(self, feeds: Sequence[str]) -> Told:
        """Ping a hub as WebSub's predecessor PubSubHubbub 0.4 §7 has it, which every hub still takes."""
        body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]).encode()
        fault, again = self._tried(lambda: self._ask(self.hub, "POST", {"Content-Type": _FORM}, body))
        if fault:
            return Told(f"The hub {self.hub} was not told: {fault}", again=again)
        many = f"{len(feeds)} feed{'' if len(feeds) == 1 else 's'}"
        return Told(f"Told the hub {self.hub} of {many}.", is_done=True)

    def _podping(self, feed: str) -> Told:
        """Send a podping by the HTTP API of podping.cloud: GET ?url=…&reason=update with a token."""
        if not self.token:
            return Told("No podping was sent: ANTENNE_PODPING_TOKEN holds no token (ask for one at podping.cloud).")
        address = f"{self.podping}/?url={quote(feed, safe='')}&reason=update&medium=podcast"
        fault, again = self._tried(lambda: self._ask(address, "GET", {"Authorization": self.token}, b""))
        if fault:
            return Told(f"No podping was sent for {feed}: {fault}", again=again)
        return Told(f"Sent a podping for {feed}.", is_done=True)

    def _ask(self, address: str, method: str, headers: dict[str, str], body: bytes) -> Answer:
        return self.fetch(address, method=method, headers=headers, body=body, limits=_LIMITS, most=10_000)

    def _tried(self, ask: Callable[[], Answer]) -> tuple[str, bool]:
        """Ask up to three times, with a pause; return the last fault, "" when it went well, and whether it may pass."""
        fault = ""
        for attempt in range(_TRIES):
            try:
                answer = ask()
            except FetchRefused as refused:
                fault = str(refused)
            else:
                if 200 <= answer.status < 300:
                    return "", False
                fault = f"it answered with {answer.status}."
                if 400 <= answer.status < 500 and answer.status != 429:
                    return fault, False
            if attempt + 1 < _TRIES:
                self.sleep(2.0**attempt)
        return fault, True


def run_command(command: str, read: str, folder: Path, name: str, seconds: float = _COMMAND_SECONDS) -> Told:
    """Run a command of the author's that reads a text, and say how it went."""
    try:
        done = subprocess.run(  # noqa: S603 — the author wrote it into the settings
            shlex.split(command),
            input=read.encode(),
            capture_output=True,
            check=False,
            cwd=folder,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return Told(f"The {name} was stopped: it took longer than {seconds:g} seconds.")
    except (OSError, ValueError, IndexError) as error:
        return Told(f"The {name} could not be run: {getattr(error, 'strerror', None) or 'it is no command'}.")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return Told(f"The {name} ended with code {done.returncode}{': ' + said[-1][:200] if said else ''}.")
    return Told(f"Ran the {name}.", is_done=True)


class Unfinished(Struct, frozen=True):
    """A file that remembers for which addresses something has still to be done, whoever is killed."""

    file: Path

    def note(self, addresses: Sequence[str]) -> None:
        """Remember addresses besides those that are remembered already; raises OSError."""
        disk, every = LocalDisk(), sorted({*self.addresses(), *addresses})
        disk.make_folder(self.file.parent)
        aside = self.file.with_name(f".{self.file.name}")
        disk.write(aside, json.dumps(every).encode())
        disk.move(aside, self.file)

    def any(self) -> bool:
        """Say whether something has still to be done, be it for no address in particular."""
        return self.file.is_file()

    def addresses(self) -> tuple[str, ...]:
        """Return the addresses that are remembered."""
        try:
            return tuple(str(one) for one in json.loads(self.file.read_bytes()))
        except (OSError, ValueError, TypeError):
            return ()

    def forget(self) -> None:
        """Forget them; where that fails, it is done once more than need be."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
