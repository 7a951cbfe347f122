"""The front matter of videos."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import ListOf, OneText, Record, Unfit, file_name, key, language, text
from antenne.model import LanguageTag, RemoteVideo
from antenne.problems import rules
from antenne.read.chapters import ChapterKeys
from antenne.read.strays import VIDEOS

_HINT = (
    f"Name a file beside this text that ends in {' or '.join(VIDEOS)}, or copy the address of the video's page on "
    "YouTube, Vimeo, Dailymotion or a PeerTube server."
)


def _source(typed: str) -> str | RemoteVideo:
    if "://" in typed or typed.startswith("www."):
        return RemoteVideo.parse(typed)
    if not typed.lower().endswith(VIDEOS):
        raise Unfit("it is neither the name of a video file nor the address of a video")
    return file_name.read(typed)


_SOURCE = OneText("the name of a file beside this one, or the address of a video", _source, rules.UNKNOWN_VIDEO, _HINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionKeys:
    """What is said in a video, in a language."""

    file: str = key(file_name, doc="WebVTT or SRT, such as `video.fr.vtt`.")
    language: LanguageTag | None = key(language, None, doc="Default: the one in the file's name, else the text's.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoKeys:
    """A video."""

    source: str | RemoteVideo = key(_SOURCE, doc="Where it is. A platform is asked for nothing before a click.")
    title: str = key(text(), "", doc="Default: the page's.")
    poster: str = key(file_name, "", doc="A still. Default: the picture called like the file, else the cover.")
    poster_alt: str = key(text(1000), "", doc="What the still shows, for those who do not see it.")
    captions: tuple[CaptionKeys, ...] = key(
        ListOf(Record(CaptionKeys, short="file"), most=50),
        (),
        doc="Of a file. Default: the files called like it, with a language: `video.fr.vtt`.",
    )
    chapters: tuple[ChapterKeys, ...] = key(ListOf(Record(ChapterKeys)), ())


VIDEO_LIST = ListOf(Record(VideoKeys, short="source"), most=50)
VIDEOS_DOC = "Films of it: files beside the text, or addresses on platforms."
