"""What is wrong with where a site is to go, though each key is right by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from antenne.problems import Problem, Where, rules
from antenne.settings.publishing import MediaSettings, Publishing


def target_problems(publishing: Publishing) -> Iterator[Problem]:
    """Tell of a target that is chosen and not described, and of pages and recordings that would meet."""
    chosen: list[tuple[str, Publishing | MediaSettings]] = [("ANTENNE.publishing", publishing)]
    chosen += [("ANTENNE.publishing.media", publishing.media)] if publishing.media else []
    untold = [(where, group.target) for where, group in chosen if not _is_told(group)]
    for where, target in untold:
        message = f"`{where}.target` is {target}, and nothing says where that is."
        hint = f"Write it under `{where.removeprefix('ANTENNE.')}`, as docs/publishing.md shows for {target}."
        yield rules.MISSING_KEY.at(Where(f"{where}.{target}"), message, hint)
    if publishing.media and not untold and _meet(publishing, publishing.media):
        message = "Pages and recordings would go to one place, and each publication would stand in its own way."
        hint = "Give recordings a place of their own under `media`, or take `media` out: they go with the pages then."
        yield rules.BAD_VALUE.at(Where("ANTENNE.publishing.media"), message, hint)


def _is_told(group: Publishing | MediaSettings) -> bool:
    return group.target == "folder" or getattr(group, group.target) is not None


def _meet(pages: Publishing, media: MediaSettings) -> bool:
    """Say whether two targets are one, or one folder of a disk stands in the other."""
    if pages.target != media.target:
        return False
    if pages.target == "folder":
        return _nested(pages.folder, media.folder)
    if pages.ssh and media.ssh and pages.target == "ssh":
        one, two = pages.ssh, media.ssh
        same = (one.host, one.user, one.port) == (two.host, two.user, two.port)
        return same and _nested(Path(one.folder), Path(two.folder))
    keys = ((one.endpoint, one.bucket, one.prefix) for one in (pages.s3, media.s3) if one)
    return len(set(keys)) == 1


def _nested(one: Path, two: Path) -> bool:
    return one.is_relative_to(two) or two.is_relative_to(one)
