"""Live reload: a page that is open learns of a new build and loads itself again."""

from __future__ import annotations

import asyncio
import re
import secrets
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct, field
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

EVENTS, SCRIPT = "/-/antenne/reload", "/-/antenne/reload.js"
BREATH = 15.0
"""Seconds between two signs of life."""

CODE = f"""\
// Only `invoke serve` adds this: the built pages do not have it.
(() => {{
  let seen = null;
  let source = null;
  const listen = () => {{
    source = new EventSource("{EVENTS}");
    source.onmessage = (event) => {{
      if (seen !== null && seen !== event.data) location.reload();
      seen = event.data;
    }};
    source.onerror = () => {{
      // Some browsers give up when the server is away: ask again until it is back.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    }};
  }};
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => {{ if (event.persisted) listen(); }});
  listen();
}})();
"""

_END = re.compile(rb"</head\s*>", re.IGNORECASE)


class Live(Struct):
    """The site that is served now: `folder` is None before the first good build; one writer, many readers.

    Whoever `listens` is called by the writer's thread whenever there is something new, and when it is over.
    """

    folder: Path | None = None
    over: bool = False
    _version: int = 0
    # Another run of the server is another version, so that pages left open load themselves again.
    _run: str = field(default_factory=lambda: secrets.token_hex(8))
    _listeners: dict[object, Callable[[], None]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def version(self) -> str:
        """A name for what is served now, which no other build has."""
        return f"{self._run}-{self._version}"

    def swap(self, folder: Path) -> None:
        """Serve another folder from now on."""
        self.folder = folder
        self._version += 1
        self._tell()

    def end(self) -> None:
        """Let all who wait for news go."""
        self.over = True
        self._tell()

    @contextmanager
    def listening(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call a listener at everything new, for as long as somebody waits for it."""
        name = object()
        with self._lock:
            self._listeners[name] = listener
        try:
            yield
        finally:
            with self._lock:
                del self._listeners[name]

    def _tell(self) -> None:
        with self._lock:
            for listener in self._listeners.values():
                listener()


def with_script(page: bytes) -> bytes:
    """Return a page with the script in its head, or before all else where it has none."""
    tag = f'<script src="{SCRIPT}" defer></script>'.encode("ascii")
    found = _END.search(page)
    return page[: found.start()] + tag + page[found.start() :] if found else page + tag


def reload_routes(live: Live) -> list[Route]:
    """Return the two addresses of live reload."""

    async def events(request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(_events(live), media_type="text/event-stream", headers=headers)

    async def script(request: Request) -> Response:
        return Response(CODE, media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    return [Route(EVENTS, events), Route(SCRIPT, script)]


async def _events(live: Live) -> AsyncIterator[str]:
    news, loop, told = asyncio.Event(), asyncio.get_running_loop(), ""

    def wake() -> None:
        # A loop that has ended has nobody who listens.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(news.set)

    with live.listening(wake):
        while not live.over:
            news.clear()
            if live.version != told:
                told = live.version
                yield f"data: {told}\n\n"
                continue
            try:
                await asyncio.wait_for(news.wait(), BREATH)
            except TimeoutError:
                yield ": still here\n\n"
