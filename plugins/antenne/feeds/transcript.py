"""Transcripts in every form that goes out: captions, JSON, a page and plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from antenne.feeds.captions import one_line, spoken_cues, sub_rip, web_vtt
from antenne.feeds.clock import clock_plain
from antenne.feeds.xml import xml_text
from antenne.model import Episode, LanguageTag, Transcript, TranscriptForm
from antenne.routes import Routes
from antenne.text import Paragraph, paragraphs, typeset, write_spoken

JSON_TRANSCRIPT_VERSION = "1.0.0"

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{address}">
{icon}</head>
<body>
<main>
<h1>{title}</h1>
{words}
</main>
</body>
</html>
"""


def transcript_files(episode: Episode, routes: Routes, icon: str = "") -> Iterator[tuple[str, bytes]]:
    """Give the path and bytes of each file of an episode's transcript, the richest form first; `icon` is a link."""
    transcript = episode.transcript
    for form in transcript.forms if transcript else ():
        assert transcript is not None
        yield routes.transcript(episode, form.extension), _written(form, transcript, episode, routes, icon)


def json_transcript(transcript: Transcript) -> bytes:
    """Return a transcript as the JSON of Podcasting 2.0, one segment a caption, in UTF-8."""
    segments = [
        ({"speaker": cue.speaker} if cue.speaker else {})
        | {"startTime": round(cue.start, 3), "endTime": round(cue.end, 3), "body": cue.text}
        for cue in spoken_cues(transcript)
    ]
    document = {"version": JSON_TRANSCRIPT_VERSION, "segments": segments}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def text_transcript(transcript: Transcript) -> bytes:
    """Return a transcript as paragraphs `[00:12] Name : words` of plain text in UTF-8, without times where unknown."""
    colon = "\u00a0: " if transcript.language.language == "fr" else ": "
    lines = (_line(one, colon) for one in paragraphs(transcript))
    return ("\n\n".join(line for line in lines if line) + "\n").encode()


def html_transcript(transcript: Transcript, title: str, address: str, icon: str = "") -> bytes:
    """Return a transcript as a page in UTF-8: `<cite>`, `<time>` and `<p>`, as Podcasting 2.0 has them.

    `title` is the recording's, `address` that of the page it belongs to, `icon` what leads to the site's.
    """
    words = "\n".join(tag for one in paragraphs(transcript) for tag in _tags(one, transcript.language))
    page = _PAGE.format(
        language=transcript.language,
        title=_escaped(title),
        address=escape(xml_text(address)),
        icon=f'<link rel="icon" href="{escape(icon)}">\n' if icon else "",
        words=words,
    )
    return page.encode()


def _written(form: TranscriptForm, transcript: Transcript, episode: Episode, routes: Routes, icon: str) -> bytes:
    match form:
        case TranscriptForm.VTT:
            return web_vtt(transcript)
        case TranscriptForm.SRT:
            return sub_rip(transcript)
        case TranscriptForm.JSON:
            return json_transcript(transcript)
        case TranscriptForm.HTML:
            return html_transcript(transcript, episode.title, routes.address(episode), icon)
        case TranscriptForm.TEXT:
            return text_transcript(transcript)


def _line(paragraph: Paragraph, colon: str) -> str:
    words = one_line(paragraph.text)
    if not words:
        return ""
    time = "" if paragraph.start is None else f"[{clock_plain(paragraph.start)}] "
    return time + write_spoken(words, one_line(paragraph.speaker), colon)


def _tags(paragraph: Paragraph, language: LanguageTag) -> Iterator[str]:
    if paragraph.speaker:
        yield f"<cite>{_escaped(paragraph.speaker)}:</cite>"
    if paragraph.start is not None:
        yield f"<time>{clock_plain(paragraph.start)}</time>"
    # A page is read: its words are typeset. Captions, JSON and plain text are the words as they were written.
    yield f"<p>{_escaped(typeset(paragraph.text, language))}</p>"


def _escaped(text: str) -> str:
    return escape(one_line(text), quote=False)
