"""A publication that is refused says why and what to do, in words for the author."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class PublishRefused(Exception):
    """Nothing was published and the live site is as it was; the message is a sentence and what to do.

    `code` is the exit code that says which kind of refusal it is, as docs/publishing.md lists them.
    """

    code = 2


class BuildIsOlder(PublishRefused):
    """The live site is newer than what was to be published."""

    code = 3


class LiveIsNotWhole(PublishRefused):
    """The new site is live, and the public address does not show it whole."""

    code = 4


class TargetIsBusy(PublishRefused):
    """Another publication is under way; sysexits.h calls it a temporary failure."""

    code = 75


def sentence(error: OSError, target: Path) -> str:
    """Return what an error of the file system means for somebody who publishes."""
    name = error.filename or target
    if error.errno in FULL:
        return f"The disk of {target} is full. Free some space, or lower “keep” in the settings, then publish again."
    if error.errno in FORBIDDEN:
        return f"{name} may not be read or written here. Change its permissions, or publish to another folder."
    return f"{name}: {error.strerror or error}. Mend this, then publish again."


@contextmanager
def refusing(target: Path) -> Iterator[None]:
    """Turn the errors of the file system into refusals that name what to do."""
    try:
        yield
    except OSError as error:
        raise PublishRefused(f"{sentence(error, target)} The live site was not touched.") from error
