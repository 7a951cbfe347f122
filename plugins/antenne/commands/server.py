"""The local server of `invoke serve`: builds, shows, watches, builds again."""

from __future__ import annotations

import errno
import shutil
import socket
import threading
from collections.abc import Iterable
from pathlib import Path

import uvicorn

from antenne.commands.app import make_app
from antenne.commands.rebuild import Build, BuildFailed, Rebuild, build_in_child
from antenne.commands.reload import Live
from antenne.commands.report import Report
from antenne.commands.watch import Paths, start_watching

__all__ = ["BuildFailed", "ServeRefused", "build_in_child", "listen", "make_app", "serve"]


class ServeRefused(Exception):
    """The server cannot start; the message is a sentence and what to do."""


def serve(
    build: Build,
    *,
    watched: Paths,
    work: Path,
    report: Report,
    listener: socket.socket,
    base_path: str = "",
    afresh: Build | None = None,
    code: Iterable[Path] = (),
) -> None:
    """Serve the site on a listening socket until Ctrl-C, and build it again whenever something watched changes.

    Builds go into fresh folders under `work`, which is emptied first. A bad build tells its problems and leaves the
    last good site. Once something under `code` changed, `afresh` builds instead of `build`. What
    `watched` gives may be other folders later.
    """
    port = listener.getsockname()[1]
    # The port is this server's alone, so is a folder of its name: two servers do not share builds.
    work, code = work / str(port), tuple(path.resolve() for path in code)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    live = Live()
    rebuild = Rebuild(live=live, work=work, report=report, build=build, afresh=afresh, code=code)
    try:
        start_watching(lambda: [*watched(), *code], rebuild.changes.put, ignored=[work.parent])
        rebuild.once()
        threading.Thread(target=rebuild.run, daemon=True).start()
        report.say(f"The site is at {_address(listener, base_path)} (Ctrl-C to stop).")
        _Server(live, base_path).run(sockets=[listener])
    except KeyboardInterrupt:
        report.say("Stopped.")
    finally:
        live.end()
        listener.close()
        shutil.rmtree(work, ignore_errors=True)


def listen(host: str = "127.0.0.1", port: int = 8000) -> socket.socket:
    """Return a socket that listens; port 0 is any free one. Raise ServeRefused with what to do."""
    if port not in range(65536):
        raise ServeRefused(f"{port} is no port: choose a number from 1024 to 65535.")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ServeRefused(_why(error, host, port)) from None


def _why(error: OSError, host: str, port: int) -> str:
    other = f"choose another one: invoke serve --port {port + 1}"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use already, perhaps by another “invoke serve”. Stop that one, or {other}."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Port {port} is kept for the system: choose one from 1024 on, such as invoke serve --port 8000."
    return f"{host} is no address of this machine. Leave --host out to serve this machine alone."


def _address(listener: socket.socket, base_path: str) -> str:
    host, port = listener.getsockname()[:2]
    # An address that means every network of this machine is none that a browser can go to.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{base_path}/"


class _Server(uvicorn.Server):
    """A quiet uvicorn, which lets pages that wait for news go when it ends."""

    def __init__(self, live: Live, base_path: str) -> None:
        app = make_app(lambda: live.folder, base_path, live=live)
        super().__init__(
            uvicorn.Config(
                app, log_level="critical", access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=2
            )
        )
        self._live = live

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams of live reload, then everything."""
        self._live.end()
        await super().shutdown(sockets)
