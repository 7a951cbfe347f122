"""Videos as pages show them: links, stills and captions, and whom a page lets in after a click."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from msgspec import Struct
from msgspec.structs import replace

from antenne.model import Book, Captions, Episode, Image, LanguageTag, Note, RemoteVideo, Video, VideoFile
from antenne.render.framed import Framed, frame
from antenne.render.view import View
from antenne.routes import Routes

Filmed = Book | Episode | Note
"""What may have videos."""
WIDTH, LINE = 640, 56
"""How wide a frame other sites are advised to give a film, and how much its words take of the height, in pixels."""


class ShownChapter(Struct, frozen=True, kw_only=True):
    """A chapter of a video: where its link leads, and the player's frame at its time; `url` tells more about it."""

    start: float
    title: str
    link: str
    frame: str = ""
    url: str = ""


class Track(Struct, frozen=True, kw_only=True):
    """Captions: their link, their language, and what it calls itself; `default` are shown without being asked for."""

    link: str
    language: LanguageTag
    label: str
    default: bool = False


class ShownVideo(Struct, frozen=True, kw_only=True):
    """A video on a page: `link` leads to the file or to its page elsewhere, `frame` is what a click brings.

    `caption` is the title where the author gave it one of its own, and `still` its own picture: the cover stands on the
    page already. One of the site's own can be `framed` by other sites, with the `code`.
    """

    id: str
    title: str
    caption: str
    link: str
    file: VideoFile | None
    platform: str
    frame: str
    still: Image | None
    tracks: tuple[Track, ...]
    chapters: tuple[ShownChapter, ...]
    framed: Framed | None = None
    code: str = ""


def shown_videos(owner: Filmed, routes: Routes, still: Image | None) -> tuple[ShownVideo, ...]:
    """Return the videos of a page in the author's order; in other sites' frames `still` may stand in for theirs."""
    return tuple(_shown(owner, video, number, routes, still) for number, video in enumerate(owner.videos, 1))


def let_in(view: View) -> View:
    """Return a page that may frame the players of its subject's videos, and nobody else's."""
    videos = view.subject.videos if isinstance(view.subject, Book | Episode | Note) else ()
    hosts = sorted({video.remote.frame_host for video in videos if video.remote and video.remote.frame_host})
    return replace(view, policy={**view.policy, "frame-src": " ".join(hosts)}) if hosts else view


def _shown(owner: Filmed, video: Video, number: int, routes: Routes, still: Image | None) -> ShownVideo:
    remote, file = video.remote, video.file
    framed = _framed(owner, video, file, number, routes, still) if file and routes.settings.makes("embeds") else None
    return ShownVideo(
        id=f"video-{number}",
        title=video.title or owner.title,
        caption=video.title,
        link=remote.page() if remote else routes.link(routes.video(owner, file)) if file else "",
        file=file,
        platform=remote.name if remote else "",
        frame=remote.frame() if remote else "",
        still=video.poster,
        tracks=_tracks(owner, video, file, routes) if file else (),
        chapters=tuple(_chapters(owner, video, routes)),
        framed=framed,
        code=frame(framed, routes) if framed else "",
    )


def _framed(owner: Filmed, video: Video, file: VideoFile, number: int, routes: Routes, still: Image | None) -> Framed:
    """Return how other sites show a video: in its own proportions, with a line of words above it."""
    across = WIDTH if file.width >= file.height else WIDTH // 2
    return Framed(
        place=routes.embed_video(owner, number),
        source=owner,
        title=video.title or owner.title,
        author="",
        width=across,
        height=round(across * file.height / file.width) + LINE,
        kind="video",
        image=video.poster or still,
    )


def _tracks(owner: Filmed, video: Video, file: VideoFile, routes: Routes) -> tuple[Track, ...]:
    tracks = tuple(_track(owner, file, one, routes) for one in video.captions)
    shown = _read_by_default(owner, tracks, routes.settings.language)
    return tuple(replace(track, default=True) if track is shown else track for track in tracks)


def _read_by_default(owner: Filmed, tracks: tuple[Track, ...], page: LanguageTag) -> Track | None:
    """Return the captions in the language of the owner's text, else of the page: nobody gets foreign ones unasked."""
    own = page if isinstance(owner, Note) else owner.language
    text = owner.translation.language if owner.translation else own
    for wanted in (text, page):
        same = [track for track in tracks if track.language.language == wanted.language]
        if same:
            return next((track for track in same if track.language == wanted), same[0])
    return None


def _track(owner: Filmed, file: VideoFile, captions: Captions, routes: Routes) -> Track:
    label = Locale.parse(str(captions.language), sep="-").get_display_name() or str(captions.language)
    link = routes.link(routes.captions(owner, file, captions))
    return Track(link=link, language=captions.language, label=f"{label[:1].upper()}{label[1:]}")


def _chapters(owner: Filmed, video: Video, routes: Routes) -> Iterator[ShownChapter]:
    for chapter in video.chapters:
        link, frame = _moment(owner, video, chapter.start, routes)
        yield ShownChapter(start=chapter.start, title=chapter.title, link=link, frame=frame, url=chapter.url)


def _moment(owner: Filmed, video: Video, start: float, routes: Routes) -> tuple[str, str]:
    """Return what leads to a time of a video: browsers take `#t=` at a file, platforms have each its own way."""
    match video:
        case Video(remote=RemoteVideo() as remote):
            return remote.page(int(start)), remote.frame(int(start))
        case Video(file=VideoFile() as file):
            return f"{routes.link(routes.video(owner, file))}#t={start:g}", ""
    return "", ""
