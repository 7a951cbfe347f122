"""How a command speaks, and how it ends: one sentence for whatever stood in its way."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from invoke.context import Context
from invoke.exceptions import Exit

if TYPE_CHECKING:
    from antenne.commands.report import Report

P = ParamSpec("P")

WRONG = 1
"""The exit code when content, settings or output have problems."""
REFUSED = 2
"""The exit code when a folder, a full disk or another publisher stands in the way."""

INSTALL = f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
"""What gets the packages that are missing."""


def told(command: Callable[Concatenate[Report, P], None]) -> Callable[..., None]:
    """Let a command speak through a report, and end with the exit code of what went wrong."""

    @functools.wraps(command)
    def speaking(_context: Context, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            # All commands are known to Invoke whichever is given: what they need is loaded by the one that is.
            from antenne.commands.report import Report

            _give(command, Report(), *args, **kwargs)
        except ModuleNotFoundError as missing:
            if (missing.name or "antenne").split(".")[0] == "antenne":
                raise
            sentence = f"The Python package {missing.name} is missing. In this folder, give: {INSTALL}"
            raise Exit(sentence, code=REFUSED) from None
        except KeyboardInterrupt:
            raise Exit("Stopped.", code=130) from None

    return speaking


def _give(command: Callable[Concatenate[Report, P], None], report: Report, *args: P.args, **kwargs: P.kwargs) -> None:
    try:
        command(report, *args, **kwargs)
    except (Exit, ModuleNotFoundError):
        raise
    except Exception as error:
        from antenne.commands.endings import end_of

        code = end_of(error, report)
        if code is None:
            raise
        raise Exit(code=code) from None
