"""The parent's side of the worker that reads audio files: started when needed, replaced when it dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

SECONDS = 30.0
"""How long one file may take by the clock."""
_LONGEST_ANSWER = 64 << 20


class Prober:
    """Asks a worker process for the facts of audio files, one at a time; safe to share between threads."""

    def __init__(self, covers: Path, seconds: float = SECONDS) -> None:
        self._covers = covers
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, path: Path, kind: str = "audio") -> dict[str, Any] | None:
        """Return the facts of an audio or a video file; None when two workers died of it."""
        self._covers.mkdir(parents=True, exist_ok=True)
        asked = {"path": str(path.absolute()), "covers": str(self._covers.absolute()), "kind": kind}
        request = json.dumps(asked).encode() + b"\n"
        with self._lock:
            # The worker may have died of the file before: this one gets a fresh one before it is judged.
            return self._exchange(request) or self._exchange(request)

    def close(self) -> None:
        """End the worker; the next question starts another."""
        with self._lock:
            self._end()

    def _exchange(self, request: bytes) -> dict[str, Any] | None:
        process = self._process = self._process or _start()
        assert process.stdin is not None
        assert process.stdout is not None
        clock = threading.Timer(self._seconds, process.kill)
        clock.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline(_LONGEST_ANSWER))
        except (OSError, ValueError):
            self._end()
            return None
        finally:
            clock.cancel()
        return answer if isinstance(answer, dict) else None

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _start() -> subprocess.Popen[bytes]:
    plugins = str(Path(__file__).parents[2])
    known = [plugins, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "antenne.probe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(known)},
    )
