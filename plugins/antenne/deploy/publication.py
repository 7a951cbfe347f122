"""What a publication did, in words for the author."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from antenne.deploy.order import Kind, is_picture, is_recording, kind_of


class Publication(Struct, frozen=True, kw_only=True):
    """What a publication did, or would do: paths in the order of publication; `size` in bytes that are new.

    `nothing_changed` says that the live site already was the one that was built. `late` are the recordings that no
    feed names any more and that stay for apps that read an older one. `warnings` are sentences about what went wrong
    after the site was live.
    """

    live: str
    generation: int
    nothing_changed: bool
    published: bool
    dry_run: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    late: tuple[str, ...]
    size: int
    warnings: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the live site is, or would be, another one."""
        return not self.nothing_changed

    def lines(self, limit: int = 60) -> tuple[str, ...]:
        """Return the changes as lines for the author: `+` added, `~` changed, `-` removed, and what went wrong.

        Pictures come in many sizes each, and scripts and search files have names that say nothing to a person: they are
        only counted.
        """
        signs = (("+", self.added), ("~", self.changed), ("-", self.removed))
        lines = [f"{sign} {path}" for sign, paths in signs for path in paths if _is_told(path)]
        more = [f"… and {len(lines) - limit} more"] if len(lines) > limit else []
        counts = [line for sign, paths in signs for line in _counted(sign, paths)]
        return (*lines[:limit], *more, *counts, *self.warnings)

    def summary(self) -> str:
        """Return the changes in numbers."""
        counts = ((self.added, "added"), (self.changed, "changed"), (self.removed, "removed"))
        told = [f"{len(paths)} {word}" for paths, word in counts if paths]
        return f"{', '.join(told)} ({self.size / 1e6:.1f} MB new)" if told else "the damaged live site made whole"


def _is_told(path: str) -> bool:
    """Say whether a file's name tells the author something: a page, a recording, a feed, a transcript."""
    return path.endswith(".html") or is_recording(path) or kind_of(path) in (Kind.FEED, Kind.SIDECAR)


def _counted(sign: str, paths: tuple[str, ...]) -> Iterator[str]:
    pictures = sum(is_picture(path) for path in paths)
    others = sum(not _is_told(path) for path in paths) - pictures
    for number, noun in ((pictures, "picture"), (others, "other file")):
        if number:
            yield f"{sign} {number} {noun}{'' if number == 1 else 's'}"
