"""A line between a publisher and a server that is cut, loses an answer, or answers in the server's place."""

from __future__ import annotations

import os
import select
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What becomes of a line: it ends for good after `up` or `down` bytes; the n-th answer is `lost`, or `replaced`."""

    up: int = -1
    down: int = -1
    lost: int = 0
    replaced: int = 0
    answer: bytes = b""


@contextmanager
def line(port: int, fault: Fault) -> Iterator[int]:
    """Give a port that leads to another port of this machine, by a process of its own."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        child = os.fork()
        if child == 0:
            try:
                _Line(listener, port, fault).serve()
            finally:
                os._exit(0)
        try:
            yield listener.getsockname()[1]
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


class _Line:
    def __init__(self, listener: socket.socket, port: int, fault: Fault) -> None:
        self.listener, self.port, self.fault = listener, port, fault
        self.up = self.down = self.answers = 0
        self.counting = threading.Lock()

    def serve(self) -> None:
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(("127.0.0.1", self.port)) as server:
            asked = False
            while True:
                for ready in select.select([client, server], [], [])[0]:
                    data = ready.recv(16384)
                    if not data:
                        return
                    if ready is client:
                        if self._is_over(up=len(data)):
                            return
                        asked = True
                        server.sendall(data)
                    else:
                        if self._is_over(down=len(data)):
                            return
                        if asked and self._is_struck(data, client):
                            return
                        asked = False
                        client.sendall(data)

    def _is_over(self, *, up: int = 0, down: int = 0) -> bool:
        with self.counting:
            self.up, self.down = self.up + up, self.down + down
            return 0 <= self.fault.up < self.up or 0 <= self.fault.down < self.down

    def _is_struck(self, data: bytes, client: socket.socket) -> bool:
        """Say whether this answer is the one to be lost, after the server has done its work."""
        if not data.startswith(b"HTTP/1.1 ") or data.startswith(b"HTTP/1.1 100"):
            return False
        with self.counting:
            self.answers += 1
            number = self.answers
        if number == self.fault.replaced:
            client.sendall(self.fault.answer)
            return True
        return number == self.fault.lost


def refusal(status: int, code: str) -> bytes:
    """Return an answer of an object store that refuses."""
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>no</Message></Error>".encode()
    head = f"HTTP/1.1 {status} No\r\nContent-Type: application/xml\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body
