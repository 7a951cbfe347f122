"""Who draws: threads or processes of this machine, or whatever has the interface of `concurrent.futures`."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from multiprocessing.connection import wait

from msgspec import Struct

_FEW = 64
"""For fewer pictures threads are as quick: Pillow lets them run side by side, and processes must first begin."""


def _ever() -> bool:
    return True


class Crew(Struct, frozen=True, kw_only=True):
    """An executor, and how many parcels it is given `ahead` of those that are done.

    What is `near` stands on this machine: a picture that it cannot draw is at fault itself, and no other can either.
    `is_there` says whether it is worth waiting for one that is not.
    """

    executor: Executor
    ahead: int
    near: bool = False
    is_there: Callable[[], bool] = _ever


class CrewLost(Exception):
    """A crew does not come, or comes no more: the text says so as the end of a sentence that begins with its name."""


class Hiring(Struct, frozen=True, kw_only=True):
    """A crew that may be had: `name` is what an author calls it, `come` raises CrewLost when it does not."""

    name: str
    place: str = "on this machine"
    come: Callable[[], AbstractContextManager[Crew]]


Crews = Callable[[int], Sequence[Hiring]]
"""Gives the crews for so many pictures, in the order in which they are asked."""


def crews_of(kind: str, address: str = "") -> Crews:
    """Return the crews that a site's settings ask for; raise MediaError for a cluster without Dask's package."""
    if kind != "dask":
        return partial(near_crews, threads=kind == "threads")
    # Most sites have no cluster, and need none of this.
    from antenne.media.cluster import dask_crew

    far = dask_crew(address)
    return lambda pictures: [far, *near_crews(pictures)]


def crews_with(executor: Executor) -> Crews:
    """Return the crew of any executor with the interface of `concurrent.futures`, and those that do what it does not.

    Whoever began it ends it.
    """

    @contextmanager
    def come() -> Iterator[Crew]:
        yield Crew(executor=executor, ahead=2 * _cores())

    return lambda pictures: [Hiring(name="The executor", come=come), *near_crews(pictures)]


def near_crews(pictures: int, *, threads: bool = False) -> Sequence[Hiring]:
    """Return the crews of this machine.

    A picture that kills whoever draws it is found by the last one, which does one at a time.
    """
    if threads or pictures < _FEW:
        return [Hiring(name="The pool of threads", come=_threads)]
    return [
        Hiring(name="The pool of processes", come=_processes),
        Hiring(name="A process", place="one by one", come=_one_process),
    ]


@contextmanager
def _threads() -> Iterator[Crew]:
    with ThreadPoolExecutor(_cores()) as executor:
        yield Crew(executor=executor, ahead=2 * _cores(), near=True)


@contextmanager
def _processes() -> Iterator[Crew]:
    with _pool(_cores()) as executor:
        yield Crew(executor=executor, ahead=2 * _cores(), near=True)


@contextmanager
def _one_process() -> Iterator[Crew]:
    with _pool(1) as executor:
        yield Crew(executor=executor, ahead=1, near=True)


def _pool(number: int) -> ProcessPoolExecutor:
    # A program that shows its progress or serves pages has threads, and must not be copied in the midst of them.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["antenne.media.parcels"])
    return ProcessPoolExecutor(number, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the build, which ends its processes, and do not outlive one that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _cores() -> int:
    return os.cpu_count() or 1
