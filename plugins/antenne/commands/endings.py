"""What is said of what stood in a command's way, and the exit code of each."""

from __future__ import annotations

import errno

from antenne.check import NothingToJudge
from antenne.commands.bench import BenchRefused
from antenne.commands.report import Report
from antenne.commands.server import ServeRefused
from antenne.commands.stats import StatsRefused
from antenne.commands.telling import REFUSED, WRONG
from antenne.deploy import PublishRefused
from antenne.fetch import FetchRefused
from antenne.intake import LetterRefused
from antenne.media import MediaError
from antenne.pipeline import OutputRefused
from antenne.problems import ProblemsFound
from antenne.servers import CannotSay

_REFUSALS = (
    ServeRefused,
    MediaError,
    FetchRefused,
    LetterRefused,
    NothingToJudge,
    CannotSay,
    StatsRefused,
    BenchRefused,
)

_DO = {
    errno.ENOSPC: "Make room on this disk, then give the command again.",
    errno.EDQUOT: "Make room in your share of this disk, then give the command again.",
    errno.EACCES: "Give yourself access to it, then give the command again.",
    errno.EPERM: "Give yourself access to it, then give the command again.",
    errno.EROFS: "This disk can only be read: work on another one.",
}


def end_of(error: Exception, report: Report) -> int | None:
    """Say what stood in the way and return the exit code; say nothing of an error of the program, and return None."""
    if isinstance(error, ProblemsFound):
        report.problems(error.problems)
        return WRONG
    if isinstance(error, PublishRefused | OutputRefused):
        report.refused(str(error))
        return error.code
    if isinstance(error, _REFUSALS):
        report.refused(str(error))
        return REFUSED
    if isinstance(error, OSError):
        report.refused(sentence_of(error))
        return REFUSED
    return None


def sentence_of(error: OSError) -> str:
    """Return what the system refused, and what to do about it."""
    place = f" ({error.filename})" if error.filename else ""
    hint = _DO.get(error.errno or 0, "See to it, then give the command again.")
    return f"{error.strerror or error}{place}. {hint} The last good site is untouched."
