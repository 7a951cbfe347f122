"""The transcript of an episode: the file that front matter names, or that is called `transcript` or like the sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from antenne.fields import load_text
from antenne.model import AudioFile, Transcript
from antenne.problems import rules
from antenne.read.caption_rules import judge_captions
from antenne.read.captions import parse_srt, parse_vtt
from antenne.read.folders import Bundle
from antenne.read.json_transcripts import parse_json_transcript
from antenne.read.opened import Opened
from antenne.read.plain_transcripts import parse_plain_transcript
from antenne.read.script import BadTranscript, Script

_PARSERS: dict[str, Callable[[str, float], Script]] = {
    ".vtt": lambda source, _: parse_vtt(source),
    ".srt": lambda source, _: parse_srt(source),
    ".json": lambda source, _: parse_json_transcript(source),
    ".txt": parse_plain_transcript,
}
_CAPTION = "A caption is a line 00:00:01.000 --> 00:00:04.000, then its words, then an empty line."
_HINTS = {
    ".vtt": _CAPTION,
    ".srt": _CAPTION,
    ".json": 'Such a file is JSON: `{"segments": [{"startTime": 0, "endTime": 4, "speaker": "…", "body": "…"}]}`.',
    ".txt": "Write the time before each paragraph, `[00:12] Name : words`, or before none.",
}
_BESIDE_AUDIO = (".vtt", ".srt")
_MOST_BYTES = 4 * 1024 * 1024


def read_transcript(name: str, audio: AudioFile, at: Opened) -> Transcript | None:
    """Return an episode's transcript, or None; what is wrong with it is told."""
    path = at.file("transcript", name) if name else _found_file(at.bundle, audio.source)
    script = _script(path, audio.duration, at) if path else None
    if path is None or script is None:
        return None
    judge_captions(script, at.desk.where(path), audio.duration, at.desk)
    return script.transcript(at.language)


def _found_file(bundle: Bundle, audio: Path) -> Path | None:
    # Beside the recording other programs leave files of its name that are no transcripts.
    return bundle.named("transcript", _PARSERS) or bundle.named(audio.stem.lower(), _BESIDE_AUDIO)


def _script(path: Path, duration: float, at: Opened) -> Script | None:
    where = at.desk.where(path)
    kind = path.suffix.lower()
    if kind not in _PARSERS:
        message = f"A transcript is not read from a file that ends in {path.suffix or 'nothing'}."
        at.desk.tell(rules.UNREADABLE_TRANSCRIPT, where, message, f"Give it as one of {' '.join(_PARSERS)}.")
        return None
    source = load_text(path, where, at.desk.problems, _MOST_BYTES)
    try:
        return _PARSERS[kind](source, duration) if source is not None else None
    except BadTranscript as error:
        at.desk.tell(rules.UNREADABLE_TRANSCRIPT, replace(where, line=error.line), str(error), _HINTS[kind])
        return None
