"""Hands parcels out to a crew and takes the pictures in; what does not come back goes to the next crew."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct, field
from PIL import Image as Pillow

from antenne.media.card import CARD_SIZE, ShareCard
from antenne.media.crews import Crew, CrewLost, Hiring
from antenne.media.parcels import OtherHand, Parcel, Variants, draw_parcel, packed
from antenne.media.plan import EXTENSIONS, JPEG
from antenne.probe.errors import MediaError
from antenne.probe.files import write_whole

_LOOK = 1.0
"""Seconds after which one asks whether the crew is still there."""
_SILENCE = 600
"""Looks without a picture after which a crew from elsewhere is given up."""
_VAIN = 8
"""Failures without one success after which nothing more is sent."""


class Task(Struct, frozen=True, kw_only=True):
    """What the store lacks of one picture or one card, and where each of it goes; `name` is what the author knows."""

    what: Variants | ShareCard
    source: Path | None
    paths: tuple[Path, ...]
    name: str

    def parcel(self) -> Parcel:
        """Return what is sent to be drawn; raise MediaError when the source is gone."""
        return packed(self.what, self.name, self.source)


class HandingOut(Struct, kw_only=True):
    """Draws tasks by the first of some crews, and by the next ones what it does not bring; `notes` say why."""

    crews: Sequence[Hiring]
    notes: list[str] = field(default_factory=list)

    def draw(self, tasks: list[Task]) -> Generator[Task, None, None]:
        """Give each task when its files stand in the store; raise MediaError for the first that nobody can draw."""
        for hiring, after in zip_longest(self.crews, self.crews[1:]):
            if not tasks:
                return
            turn = _Turn(tasks=tasks, is_last=after is None)
            try:
                with hiring.come() as crew:
                    yield from turn.draw(crew)
            except CrewLost as lost:
                turn.why = str(lost)
            tasks = turn.left
            if tasks and after:
                self.notes.append(f"{hiring.name} {turn.why}: {_count(tasks)} drawn {after.place}.")


class _Turn(Struct, kw_only=True):
    """One crew's turn; `why` is the end of a sentence on what it has not done."""

    tasks: list[Task]
    is_last: bool
    why: str = ""
    _waiting: dict[Future[list[bytes]], Task] = field(default_factory=dict)
    _done: set[int] = field(default_factory=set)
    _failures: int = 0
    _broken: bool = False

    @property
    def left(self) -> list[Task]:
        """The tasks that are still to be done."""
        return [task for task in self.tasks if id(task) not in self._done]

    def draw(self, crew: Crew) -> Iterator[Task]:
        """Give each task that the crew has done, until there is no more or it is no use."""
        coming, silence = iter(self.tasks), 0
        try:
            while self._send(crew, coming):
                done, _ = wait(self._waiting, timeout=_LOOK, return_when=FIRST_COMPLETED)
                silence = 0 if done else silence + 1
                for future in done:
                    task = self._waiting.pop(future)
                    if self._take(crew, future, task):
                        yield task
                if not crew.near and self._is_vain(crew, silence):
                    self.why = self.why or ("answers no more" if self._done else "draws nothing (docs/cluster.md)")
                    return
        finally:
            for future in self._waiting:
                future.cancel()

    def _send(self, crew: Crew, coming: Iterator[Task]) -> bool:
        """Keep a crew busy, and say whether anything is under way."""
        while not self._broken and len(self._waiting) < crew.ahead and (task := next(coming, None)):
            parcel = task.parcel()
            try:
                self._waiting[crew.executor.submit(draw_parcel, parcel)] = task
            except Exception as error:  # noqa: BLE001 — each executor says in its own way that it takes no more
                self._broken = True
                self._failed(task, error)
        return bool(self._waiting)

    def _take(self, crew: Crew, future: Future[list[bytes]], task: Task) -> bool:
        """Put what was drawn into the store, and say whether it is there."""
        try:
            pictures = future.result()
            if not crew.near:
                _judge(pictures, task)
        except Exception as error:  # a worker that died, a network that is gone, another program…
            if crew.near and isinstance(error, MediaError):
                raise
            self._failed(task, error)
            return False
        for path, data in zip(task.paths, pictures, strict=True):
            write_whole(path, data)
        self._done.add(id(task))
        return True

    def _failed(self, task: Task, error: Exception) -> None:
        if self.is_last:
            message = f"The picture {task.name} ends the program that draws it; save it again as JPEG."
            raise MediaError(message) from error
        self._failures += 1
        self.why = self.why or _why(error)

    def _is_vain(self, crew: Crew, silence: int) -> bool:
        """Say whether nothing more need be awaited from elsewhere."""
        return (not self._done and self._failures >= _VAIN) or silence >= _SILENCE or not crew.is_there()


def _judge(pictures: object, task: Task) -> None:
    """Raise ValueError unless what came from elsewhere is what was asked for: the store keeps it for good."""
    sizes = _sizes(task.what)
    if not isinstance(pictures, list) or len(pictures) != len(sizes):
        raise ValueError("other pictures than were asked for")
    for data, (media_type, size) in zip(pictures, sizes, strict=True):
        with Pillow.open(io.BytesIO(data), formats=[EXTENSIONS[media_type][1:].replace("jpg", "jpeg")]) as found:
            if found.size != size:
                raise ValueError("a picture of another size")


def _sizes(what: Variants | ShareCard) -> list[tuple[str, tuple[int, int]]]:
    if isinstance(what, ShareCard):
        return [(JPEG, CARD_SIZE)]
    return [(variant.media_type, (variant.width, variant.height)) for variant in what.wanted]


def _why(error: Exception) -> str:
    if isinstance(error, OtherHand):
        return "has workers with another Antenne, other packages or other processors"
    if isinstance(error, ModuleNotFoundError):
        return f"has workers without the Python package {error.name}"
    if "deserializ" in str(error):  # Dask's scheduler reads what it hands on
        return "has a scheduler without Antenne"
    return f"did not draw all ({type(error).__name__})"


def _count(tasks: list[Task]) -> str:
    return "one picture is" if len(tasks) == 1 else f"{len(tasks)} pictures are"
