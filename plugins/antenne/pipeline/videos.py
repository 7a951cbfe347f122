"""The videos that stand on the site itself, and their captions."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.feeds import web_vtt
from antenne.model import Book, Episode, Note, Video, VideoFile
from antenne.pipeline.assemble import Site


def video_files(site: Site) -> Iterator[tuple[str, VideoFile]]:
    """Give every video of one's own with the path at which it is published."""
    for owner, _, file in _films(site):
        yield site.routes.video(owner, file), file


def caption_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes of every file of captions."""
    for owner, video, file in _films(site):
        for captions in video.captions:
            yield site.routes.captions(owner, file, captions), web_vtt(captions.transcript)


def _films(site: Site) -> Iterator[tuple[Book | Episode | Note, Video, VideoFile]]:
    owners: tuple[Book | Episode | Note, ...] = (*site.catalog.books, *site.catalog.episodes, *site.catalog.notes)
    yield from ((owner, video, video.file) for owner in owners for video in owner.videos if video.file)
