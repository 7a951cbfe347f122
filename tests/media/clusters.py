"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_PATIENCE = 120
_PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


@dataclass(slots=True)
class Cluster:
    """A scheduler, and the workers that were started for it."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return str(json.loads(self._file.read_bytes())["address"])

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    def await_scheduler(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self._file.exists() or not self._file.read_bytes().endswith(b"}"):
            assert self.scheduler.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def await_workers(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        for number, worker in enumerate(self.workers):
            while b"Registered to" not in (self.folder / f"worker-{number}" / "log").read_bytes():
                assert worker.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.05)

    def add_worker(self, *, knows_antenne: bool = True) -> None:
        """Start a worker in a folder of its own, which has nothing of the site or of the checkout in it."""
        place = self.folder / f"worker-{len(self.workers)}"
        place.mkdir()
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        self.workers.append(
            _start(
                "dask_worker",
                self.address,
                *options,
                "--local-directory",
                str(place),
                cwd=place,
                plugins=_PLUGINS if knows_antenne else None,
            )
        )


def _start(module: str, *words: str, cwd: Path, plugins: Path | None = None) -> subprocess.Popen[bytes]:
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with (cwd / "log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *words],
            cwd=cwd,
            env=known | ({"PYTHONPATH": str(plugins)} if plugins else {}),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


@contextmanager
def cluster(
    folder: Path, workers: int = 2, *, scheduler_knows: bool = True, workers_know: bool = True
) -> Iterator[Cluster]:
    """Let a cluster run, some of which may not know Antenne, and end every process of it."""
    folder.mkdir()
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    options += ["--scheduler-file", str(folder / "scheduler.json")]
    plugins = _PLUGINS if scheduler_knows else None
    made = Cluster(folder, _start("dask_scheduler", *options, cwd=folder, plugins=plugins))
    try:
        made.await_scheduler()
        for _ in range(workers):
            made.add_worker(knows_antenne=workers_know)
        made.await_workers()
        yield made
    finally:
        for process in (*made.workers, made.scheduler):
            process.kill()
            process.wait()
