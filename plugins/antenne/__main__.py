"""The door without Invoke, for builds: `python tasks.py build`, `python -m antenne build`.

Invoke takes a tenth of a second to load, which is more than it takes to see that nothing has changed. Every other
command, and every other word after this one, is Invoke's.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

from antenne.build import Asked, look, tell_again

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_BUILDS = {(): "publishconf.py", ("--local",): "pelicanconf.py", ("-l",): "pelicanconf.py"}
"""The words after `build` that are understood here, and the settings file that each asks for."""


def main(words: Sequence[str] | None = None) -> int:
    """Give a command in the folder of a site, or below it; return the exit code."""
    try:
        return _give(words)
    except ModuleNotFoundError as missing:
        from antenne.commands.telling import tell_missing

        return tell_missing(missing)


def _give(words: Sequence[str] | None) -> int:
    words = sys.argv[1:] if words is None else words
    project = _project(os.getcwd())
    config = _BUILDS.get(tuple(words[1:])) if words[:1] == ["build"] else None
    if not project or not config:
        from antenne.commands.run import run

        return run(words)
    asked = Asked(project, config)
    seen = look(asked)
    if seen.same:
        tell_again(seen.said, _tell_warnings)
        _leave(0)
    # A build makes next to nothing that refers to itself, and the system takes all of it back at the end.
    gc.disable()
    from antenne.commands.building import build_now

    return _leave(build_now(asked, seen))


def _leave(code: int) -> NoReturn:
    """End with a code, at once: Python's own way gives back piece by piece what the system takes as a whole."""
    # What is still open is closed first.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _project(folder: str) -> str:
    """Return the folder with tasks.py that a folder is or stands in, empty where there is none."""
    while not os.path.isfile(os.path.join(folder, "tasks.py")):
        folder, here = os.path.dirname(folder), folder
        if folder == here:
            return ""
    return folder


def _tell_warnings(said: str) -> None:
    from antenne.commands.building import tell_warnings

    tell_warnings(said)


if __name__ == "__main__":
    sys.exit(main())
