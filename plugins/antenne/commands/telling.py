"""How a command speaks, and how it ends: one sentence for whatever stood in its way."""

from __future__ import annotations

import errno
import functools
import sys
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from invoke.context import Context
from invoke.exceptions import Exit

from antenne.check import NothingToJudge
from antenne.commands.bench import BenchRefused
from antenne.commands.report import Report
from antenne.commands.server import ServeRefused
from antenne.commands.stats import StatsRefused
from antenne.deploy import PublishRefused
from antenne.fetch import FetchRefused
from antenne.intake import LetterRefused
from antenne.media import MediaError
from antenne.pipeline import OutputRefused
from antenne.problems import ProblemsFound
from antenne.servers import CannotSay

P = ParamSpec("P")

WRONG = 1
"""The exit code when content, settings or output have problems."""
REFUSED = 2
"""The exit code when a folder, a full disk or another publisher stands in the way."""

INSTALL = f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
"""What gets the packages that are missing."""

_DO = {
    errno.ENOSPC: "Make room on this disk, then give the command again.",
    errno.EDQUOT: "Make room in your share of this disk, then give the command again.",
    errno.EACCES: "Give yourself access to it, then give the command again.",
    errno.EPERM: "Give yourself access to it, then give the command again.",
    errno.EROFS: "This disk can only be read: work on another one.",
}


def told(command: Callable[Concatenate[Report, P], None]) -> Callable[..., None]:
    """Let a command speak through a report, and end with the exit code of what went wrong."""

    @functools.wraps(command)
    def speaking(_context: Context, *args: P.args, **kwargs: P.kwargs) -> None:
        report = Report()
        try:
            command(report, *args, **kwargs)
        except ProblemsFound as found:
            report.problems(found.problems)
            raise Exit(code=WRONG) from None
        except PublishRefused as refused:
            report.refused(str(refused))
            raise Exit(code=refused.code) from None
        except (
            OutputRefused,
            ServeRefused,
            MediaError,
            FetchRefused,
            LetterRefused,
            NothingToJudge,
            CannotSay,
            StatsRefused,
            BenchRefused,
        ) as refused:
            report.refused(str(refused))
            raise Exit(code=REFUSED) from None
        except ModuleNotFoundError as missing:
            # Some packages are only imported by those who need them.
            if (missing.name or "antenne").split(".")[0] == "antenne":
                raise
            report.refused(f"The Python package {missing.name} is missing. In this folder, give: {INSTALL}")
            raise Exit(code=REFUSED) from None
        except OSError as error:
            report.refused(sentence_of(error))
            raise Exit(code=REFUSED) from None
        except KeyboardInterrupt:
            raise Exit("Stopped.", code=130) from None

    return speaking


def sentence_of(error: OSError) -> str:
    """Return what the system refused, and what to do about it."""
    place = f" ({error.filename})" if error.filename else ""
    hint = _DO.get(error.errno or 0, "See to it, then give the command again.")
    return f"{error.strerror or error}{place}. {hint} The last good site is untouched."
