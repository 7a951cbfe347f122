"""Other sites in the same bucket: each has a folder of its own, and nobody writes or sweeps in another's."""

from __future__ import annotations

from collections.abc import Iterable

from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.asking import StoreRefused, StoreSilent
from antenne.deploy.s3.objects import Place
from antenne.deploy.s3.state import CONTROL, STATE, State
from antenne.deploy.s3.store import Store


def folders_of_others(names: Iterable[str]) -> tuple[str, ...]:
    """Return the folders, each with a slash, in which another publication remembers what it did; `names` are listed."""
    return tuple(sorted({f"{name.partition(f'/{CONTROL}')[0]}/" for name in names if f"/{CONTROL}" in name}))


def refuse_shared(place: Place, paths: Iterable[str], others: tuple[str, ...]) -> None:
    """Raise PublishRefused when a file is to stand in another site's folder."""
    shared = next((path for path in paths if path.startswith(others)), None) if others else None
    if shared is not None:
        raise PublishRefused(
            f"{place.shown}{shared} would stand in the folder of another site that Antenne published there. Publish "
            "one of the two into a folder of its own in the bucket (“prefix”)."
        )


def refuse_inside(store: Store) -> None:
    """Raise PublishRefused when another site, whose folder is above ours, has files where ours is to begin."""
    steps = store.place.prefix.split("/")[:-1]
    for number in range(len(steps)):
        above = "".join(f"{step}/" for step in steps[:number])
        state = _state(store, f"{above}{STATE}")
        ours = store.place.prefix.removeprefix(above)
        shared = next((path for path in state.manifest.files if path.startswith(ours)), None) if state else None
        if shared is not None:
            raise PublishRefused(
                f"s3://{store.place.bucket}/{above}{shared} belongs to another site that Antenne published, in whose "
                "middle this one would stand. Give it a folder of its own in the bucket (“prefix”)."
            )


def _state(store: Store, name: str) -> State | None:
    try:
        found = store.read(name)
        return State.from_bytes(found[0]) if found else None
    except StoreSilent:
        raise
    except (StoreRefused, ValueError):
        # A key that may read its own folder alone sees nobody else's.
        return None
