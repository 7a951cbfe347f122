"""Transcripts as a file: the JSON of Podcasting 2.0, version 1.0.0."""

from __future__ import annotations

import json

from antenne.model import Cue
from antenne.read.json_chapters import json_seconds
from antenne.read.script import LONGEST_CUE, MOST_LINES, BadTranscript, Said, Script, script_of
from antenne.text import clean_plain


def parse_json_transcript(source: str) -> Script:
    """Return what the segments of a JSON text say, cleaned; raise BadTranscript."""
    try:
        data = json.loads(source)
    except json.JSONDecodeError as error:
        raise BadTranscript(f"The file is not JSON: {error.msg}.", error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise BadTranscript("The file is not JSON that can be read.") from error
    segments = data.get("segments") if isinstance(data, dict) else None
    if not isinstance(segments, list):
        raise BadTranscript("The file holds no list `segments`.")
    if len(segments) > MOST_LINES:
        raise BadTranscript(f"The file holds more than {MOST_LINES} segments.")
    return script_of([_said(item, number) for number, item in enumerate(segments, 1)])


def _said(item: object, number: int) -> Said:
    if not isinstance(item, dict):
        raise BadTranscript(f"Segment {number} is no group of keys.")
    start, end = json_seconds(item.get("startTime")), json_seconds(item.get("endTime"))
    if start is None or end is None:
        name = "startTime" if start is None else "endTime"
        raise BadTranscript(f"The `{name}` of segment {number} is not a number of seconds.")
    words, speaker = (_plain(item.get(name, "")) for name in ("body", "speaker"))
    return Said(Cue(start=start, end=end, text=words, speaker=speaker))


def _plain(value: object) -> str:
    return clean_plain(value, limit=LONGEST_CUE) if isinstance(value, str) else ""
