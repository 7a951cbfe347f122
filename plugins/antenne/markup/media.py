"""Recordings, videos and moments of them in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.markup.scene import Node, Scene, filled
from antenne.model import AudioFile, Book, Chapter, Episode, Note, Video


def iso_duration(seconds: float) -> str:
    """Return a duration by ISO 8601, to the second: `PT1H2M3S`."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{value}{unit}" for value, unit in ((hours, "H"), (minutes, "M"), (left, "S")) if value]
    return "PT" + ("".join(parts) or "0S")


def audio_node(audio: AudioFile, path: str, scene: Scene) -> Node:
    """Return a recording that stands at a path."""
    return filled(
        type_="AudioObject",
        contentUrl=scene.address(path),
        encodingFormat=audio.type.mime,
        contentSize=f"{audio.length} B",
        duration=iso_duration(audio.duration),
    )


def recordings(episode: Episode, scene: Scene) -> list[Node]:
    """Return the recording of an episode with the files of its transcript, then its other forms."""
    own = audio_node(episode.audio, episode.enclosure_path, scene) | _words(episode, scene)
    others = (one.audio for one in episode.alternates)
    enclosure = scene.routes.enclosure
    return [
        own,
        *(audio_node(a, enclosure(episode.key, a.digest, a.type.extension), scene) for a in others),
    ]


def _words(episode: Episode, scene: Scene) -> Node:
    """Return where the words of an episode stand: captions with their times, and the whole text.

    The text itself would double the page; its address is a text as well (schema.org, URL is a Text).
    """
    forms = episode.transcript.forms if episode.transcript else ()
    texts = [(form, scene.address(scene.routes.transcript(episode, form.extension))) for form in forms]
    return filled(
        transcript=next((address for form, address in texts if form.extension == ".txt"), ""),
        caption=[_file(address, form.mime) for form, address in texts if form.captions],
    )


def _file(address: str, media_type: str) -> Node:
    return filled(type_="MediaObject", contentUrl=address, encodingFormat=media_type)


def clips(episode: Episode, scene: Scene) -> list[Node]:
    """Return the chapters of an episode that its list shows, each with the address of its beginning."""
    listed = [chapter for chapter in episode.chapters if chapter.toc and chapter.title]
    return [_clip(chapter, episode, scene) for chapter in listed]


def _clip(chapter: Chapter, episode: Episode, scene: Scene) -> Node:
    return moment_node(episode, chapter.start, scene) | filled(name=chapter.title, endOffset=_seconds(chapter.end))


def moment_node(episode: Episode, start: float, scene: Scene) -> Node:
    """Return a moment of an episode, in seconds, at which its player begins."""
    return filled(type_="Clip", url=f"{scene.address(episode)}#t={_seconds(start)}", startOffset=_seconds(start))


def _seconds(time: float | None) -> int | float | None:
    return time if time is None or time != int(time) else int(time)


def videos(owner: Book | Episode | Note, scene: Scene) -> Iterator[Node]:
    """Give the videos of a book, an episode or a note: those on a platform by their player's address.

    When a video was uploaded elsewhere nobody knows here; one of the site's own goes out with its page.
    """
    published = "" if isinstance(owner, Book) else owner.pub_date.isoformat()
    for video in owner.videos:
        yield filled(
            type_="VideoObject",
            name=video.title or owner.title,
            thumbnailUrl=scene.address(scene.whole(video.poster)) if video.poster else "",
        ) | (_own_video(video, owner, scene, published) if video.file else _remote_video(video))


def _own_video(video: Video, owner: Book | Episode | Note, scene: Scene, published: str) -> Node:
    file = video.file
    assert file is not None
    return filled(
        contentUrl=scene.address(scene.routes.video(owner, file)),
        encodingFormat=file.type.mime,
        contentSize=f"{file.length} B",
        duration=iso_duration(file.duration) if file.duration else "",
        uploadDate=published,
        caption=[
            _file(scene.address(scene.routes.captions(owner, file, one)), "text/vtt")
            | filled(inLanguage=str(one.language))
            for one in video.captions
        ],
    )


def _remote_video(video: Video) -> Node:
    return filled(embedUrl=video.remote.frame(), url=video.remote.page()) if video.remote else {}
