"""One connection to a number that was looked at before: the name is not asked for again in between."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from antenne.fetch.address import FetchRefused, Target, may_be_asked, places_of


@contextmanager
def connected(target: Target, seconds: float, *, loopback: bool) -> Iterator[http.client.HTTPConnection]:
    """Give a connection to a target that is cut off after so many seconds, whatever the other side does."""
    plain = _connect(target, seconds, loopback=loopback)
    watchdog = threading.Timer(seconds, _cut, [plain])
    watchdog.daemon = True
    watchdog.start()
    connection = http.client.HTTPConnection(target.host, target.port, timeout=seconds)
    try:
        connection.sock = _secured(plain, target) if target.scheme == "https" else plain
        yield connection
    finally:
        watchdog.cancel()
        connection.close()
        plain.close()


def _connect(target: Target, seconds: float, *, loopback: bool) -> socket.socket:
    for place in places_of(target, loopback=loopback):
        try:
            plain = socket.create_connection((place, target.port), timeout=seconds)
        except OSError:
            continue
        if may_be_asked(str(plain.getpeername()[0]), loopback=loopback):
            return plain
        plain.close()
    raise FetchRefused(f"{target.host} does not answer at port {target.port}.")


def _secured(plain: socket.socket, target: Target) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)


def _cut(plain: socket.socket) -> None:
    try:
        plain.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
