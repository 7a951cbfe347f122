"""Runs one command and says what it took: `stopwatch.py SECONDS LOG COMMAND…`, run by Python with -I and -S.

It is a process of its own because the system counts, as the memory of a started process, that of the one which started
it: this one is small. It needs nothing but the standard library's core.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

TIMED_OUT = 124
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Run the command, whose output goes into the log, and print wall, user and system seconds and the peak in bytes.

    The seconds are those of the command and of all that it started and waited for; the peak is its largest process.
    """
    seconds, log, *command = sys.argv[1:]
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _become(command, log)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, float(seconds))
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - start
    code = TIMED_OUT if wall >= float(seconds) else os.waitstatus_to_exitcode(status)
    figures = {"wall": wall, "user": used.ru_utime, "system": used.ru_stime, "peak": used.ru_maxrss * _PEAK_UNIT}
    print(json.dumps({**figures, "code": code}))


def _become(command: list[str], log: str) -> None:
    """Turn this process into the command's, in a group of its own so that all of it can be ended."""
    try:
        os.setsid()
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for ours, its in ((nothing, 0), (out, 1), (out, 2)):
            os.dup2(ours, its)
        os.execvp(command[0], command)
    finally:
        os._exit(127)


if __name__ == "__main__":
    main()
