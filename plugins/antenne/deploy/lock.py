"""One publication at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from antenne.deploy.refusal import TargetIsBusy


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file; raise TargetIsBusy when somebody else does. A killed process lets go by itself."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TargetIsBusy(
                f"Another publication to {path.parent} is under way. Wait until it has ended, then publish again."
            ) from None
        yield
    finally:
        os.close(handle)
