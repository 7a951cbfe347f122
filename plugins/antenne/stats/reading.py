"""Several logs as one, roughly in the order of time, whatever the order in which they were named."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from antenne.stats.formats import FORMATS, Format, recognise
from antenne.stats.lines import LogUnreadable, blocks_of

_DAY_BEFORE = 0
"""The moment of a log that tells none: it is read first."""


@dataclass(slots=True)
class Log:
    """A log: its name as given, what it is, how many bytes were read, and why it was not read to its end."""

    name: str
    form: str = ""
    bytes: int = 0
    refused: str = ""
    _first: int = field(default=_DAY_BEFORE, repr=False)


def read_logs(names: Iterable[str], logs: list[Log]) -> Iterator[tuple[Format, bytes]]:
    """Give the blocks of all logs with their form; `logs` gets what became of each.

    A log is opened when its first moment has come, so that of thousands few are open at once.
    """
    waiting: list[tuple[int, int, Log]] = []
    for number, name in enumerate(names):
        log = Log(name)
        logs.append(log)
        # What is piped can be read only once, also where it has a name such as /dev/fd/63.
        waiting.append((_first(log) if Path(name).is_file() else _DAY_BEFORE, number, log))
    heapq.heapify(waiting)
    opened: dict[int, Iterator[tuple[int, Format, bytes]]] = {}
    while waiting:
        _, number, log = heapq.heappop(waiting)
        if log.refused:
            continue
        blocks = opened.setdefault(number, _blocks(log))
        found = next(blocks, None)
        if found is None:
            del opened[number]
            continue
        at, form, block = found
        yield form, block
        heapq.heappush(waiting, (at, number, log))


def _first(log: Log) -> int:
    """Return the first moment of a log, which is closed again."""
    blocks = _blocks(log)
    found = next(blocks, None)
    blocks.close()
    log.bytes = 0
    return found[0] if found else _DAY_BEFORE


def _blocks(log: Log) -> Generator[tuple[int, Format, bytes], None, None]:
    form: Format | None = None
    try:
        for block in blocks_of(log.name):
            form = form or recognise(block)
            if form is None:
                if block.strip():
                    log.refused = _unknown(log.name)
                    return
                continue
            log.form, log.bytes = form.name, log.bytes + len(block)
            yield _moment(form, block), form, block
    except LogUnreadable as broken:
        log.refused = str(broken)
    except OSError as error:
        log.refused = f"{log.name} cannot be read: {error.strerror or error}."


def _moment(form: Format, block: bytes) -> int:
    """Return the moment of the last line of a block that has one; those before it are near enough."""
    end = len(block)
    for _ in range(3):
        start = block.rfind(b"\n", 0, max(0, end - 1)) + 1
        for row in form.rows(block[start:end])[:1]:
            try:
                return form.at(row)
            except ValueError:
                break
        end = start
        if not end:
            break
    return _DAY_BEFORE


def _unknown(name: str) -> str:
    known = "; ".join(FORMATS)
    return f"{name} is no log of a form that is known ({known}): a line needs the address, the time and the user agent."
