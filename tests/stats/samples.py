"""Recordings to count, and counts in a form that can be compared."""

from __future__ import annotations

from datetime import date

from antenne.stats import Agents, Choice, Count, Recordings, Title, own_agents, read_logs
from antenne.stats.moments import DAY, day_of
from tests.stats import generated
from tests.stats.reference import File


def generated_recordings() -> Recordings:
    """Return the recordings of the generated logs."""
    found = Recordings(
        Title(guid=f"g{n}", key=f"2026-titre-{n:03d}", title=f"Titre {n}", published=date(2026, 9, 1))
        for n in range(generated.TITLES)
    )
    for n in range(generated.TITLES):
        path = generated.path_of(n)
        found.add(
            f"g{n}",
            path[1:],
            minute=generated.minute_of(n),
            length=generated.length_of(n),
            digest=path.split(".")[1],
        )
    return found


def files() -> dict[str, File]:
    """Return the same, as the reference knows them."""
    return {
        generated.path_of(n): File(f"g{n}", generated.length_of(n), generated.minute_of(n))
        for n in range(generated.TITLES)
    }


def recordings(*names: str, minute: int = 1000, length: int = 100_000) -> Recordings:
    """Return one recording per name: `audio/NAME.0000000000NN.mp3`."""
    found = Recordings(
        Title(guid=f"guid-{name}", key=name, title=name.upper(), published=date(2026, 9, 1)) for name in names
    )
    for number, name in enumerate(names):
        digest = f"{number:012x}"
        found.add(f"guid-{name}", f"audio/{name}.{digest}.mp3", minute=minute, length=length, digest=digest)
    return found


def count_of(names: list[str], found: Recordings, choice: Choice | None = None) -> Count:
    """Count logs with our own list of user agents alone."""
    count = Count(found, Agents([own_agents()]), choice or Choice())
    for form, block in read_logs(names, []):
        count.take(form, block)
    count.finish()
    return count


def counted(count: Count) -> dict[tuple[str, str], int]:
    """Return downloads by UTC day and guid."""
    numbers: dict[tuple[str, str], int] = {}
    for (day, title, _), downloads in count.store.numbers.items():
        key = day_of(day * DAY).isoformat(), count.recordings.titles[title].guid
        numbers[key] = numbers.get(key, 0) + downloads
    return numbers
