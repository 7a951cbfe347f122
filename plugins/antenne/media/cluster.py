"""Drawing on a Dask cluster: the only door to `distributed`, an extra of the package."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any

from msgspec import Struct, field

from antenne.media.crews import Crew, CrewLost, Hiring
from antenne.probe.errors import MediaError

_COMING, _RETURNING = 10.0, 20.0
"""Seconds for the scheduler to answer or a first worker to come, and for workers to come back when all are gone."""
_RETRIES = 2
_LACKING = (
    "ANTENNE_EXECUTOR names a Dask cluster, and the Python package “distributed” is missing. Give: "
    "python -m pip install --require-hashes -r requirements-dask.txt. Or unset it: pictures are then drawn here."
)


def dask_crew(address: str) -> Hiring:
    """Return the crew of the cluster whose scheduler is at an address; raise MediaError without Dask's package."""
    if find_spec("distributed") is None:
        raise MediaError(_LACKING)

    @contextmanager
    def come() -> Iterator[Crew]:
        with _silent(), _connected(address) as client:
            threads = sum(worker["nthreads"] for worker in _workers(client).values())
            # Every picture is drawn once: two of the same bytes are one task already (see render.py).
            executor = client.get_executor(pure=False, retries=_RETRIES)
            yield Crew(executor=executor, ahead=4 * max(1, threads), is_there=_Watch(client).is_there)

    return Hiring(name=f"The Dask cluster at {address}", come=come)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(address, timeout=_COMING, set_as_default=False, name="antenne")
    except (OSError, ValueError, RuntimeError) as error:  # a TimeoutError is an OSError
        raise CrewLost("cannot be reached") from error
    try:
        try:
            client.wait_for_workers(1, timeout=_COMING)
        except (OSError, RuntimeError) as error:
            raise CrewLost("has no workers") from error
        yield client
    finally:
        # What was asked of one that is gone for good is none of ours any more.
        with suppress(Exception):
            client.close(timeout=2)


def _workers(client: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
    return found


class _Watch(Struct):
    """Looks whether a cluster still has workers; those that were killed may come back."""

    client: Any
    _seen: float = field(default_factory=time.monotonic)

    def is_there(self) -> bool:
        """Say whether it is worth waiting."""
        if self.client.status != "running":
            return False
        if _workers(self.client):
            self._seen = time.monotonic()
        return time.monotonic() - self._seen < _RETURNING


@contextmanager
def _silent() -> Iterator[None]:
    """Keep Dask's own log from the terminal: what an author must know is told in a sentence."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
