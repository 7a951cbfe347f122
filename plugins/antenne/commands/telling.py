"""How a command speaks, and how it ends: one sentence for whatever stood in its way."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

if TYPE_CHECKING:
    from antenne.commands.report import Report

P = ParamSpec("P")

WRONG = 1
"""The exit code when content, settings or output have problems."""
REFUSED = 2
"""The exit code when a folder, a full disk or another publisher stands in the way."""
STOPPED = 130
"""The exit code when somebody stops a command."""

INSTALL = f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
"""What gets the packages that are missing."""


def told(command: Callable[Concatenate[Report, P], None], *, stopped: str = "") -> Callable[..., None]:
    """Let a command of Invoke's speak through a report, and end with the exit code of what went wrong.

    `stopped` is what an author who stops it must know.
    """

    @functools.wraps(command)
    def speaking(_context: object, *args: P.args, **kwargs: P.kwargs) -> None:
        code = code_of(lambda report: command(report, *args, **kwargs), stopped=stopped)
        if code:
            from invoke.exceptions import Exit

            raise Exit(code=code) from None

    return speaking


def code_of(command: Callable[[Report], None], stopped: str = "") -> int:
    """Give a command, say what stood in its way, and return the exit code; an error of the program is raised.

    `stopped` is what an author who stops it must know.
    """
    try:
        # All commands are known to Invoke whichever is given: what they need is loaded by the one that is.
        from antenne.commands.report import Report

        return _code_of(command, Report())
    except ModuleNotFoundError as missing:
        return tell_missing(missing)
    except KeyboardInterrupt:
        print(f"Stopped. {stopped}".strip(), file=sys.stderr)
        return STOPPED


def tell_missing(missing: ModuleNotFoundError) -> int:
    """Say which Python package is missing, and return the exit code; a module of our own is an error of the program."""
    if (missing.name or "antenne").split(".")[0] == "antenne":
        raise missing
    print(f"The Python package {missing.name} is missing. In this folder, give: {INSTALL}", file=sys.stderr)
    return REFUSED


def _code_of(command: Callable[[Report], None], report: Report) -> int:
    try:
        command(report)
    except ModuleNotFoundError:
        raise
    except Exception as error:
        # Invoke's own end of a command is none of these, and goes its way.
        from antenne.commands.endings import end_of

        code = end_of(error, report)
        if code is None:
            raise
        return code
    return 0
