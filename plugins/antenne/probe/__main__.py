"""The process that reads strangers' audio and video files: JSON lines in, JSON lines out, with little memory and time.

A tag can be made to unpack into hundreds of megabytes or to recurse without end (measured on mutagen 1.48), so what
reads it may die without harm.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from antenne.probe.audio import Facts, probe_file
from antenne.probe.video import probe_video_file

CPU_SECONDS = 10
MEMORY = 384 << 20
"""Bytes of address space."""


def main() -> None:
    """Answer each request `{"path", "covers", "kind"}` with one line of facts until the input ends."""
    _limit_memory()
    for line in sys.stdin:
        _allow_time()
        request = json.loads(line)
        print(json.dumps(_probe(Path(request["path"]), Path(request["covers"]), request["kind"])), flush=True)


def _probe(path: Path, covers: Path, kind: str) -> Facts:
    try:
        return probe_video_file(path) if kind == "video" else probe_file(path, covers)
    except Exception:  # noqa: BLE001 -- mutagen lets IndexError, ValueError, RecursionError, MemoryError… out
        return {"error": "damaged"}


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        return  # A system without such limits still has the parent's clock.


def _allow_time() -> None:
    """Give each file its own seconds: the limit counts from the start of the process."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    main()
