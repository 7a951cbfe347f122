"""Write WebVTT: cues of at most two lines, lines of at most 65 characters."""

import re
import textwrap
from collections.abc import Iterator

from speech import Sentence

LINE = 65
CUE = 118


def webvtt(sentences: tuple[Sentence, ...]) -> str:
    """The transcript of a recording, with the speaker's name wherever the speaker changes."""
    cues = [cue for sentence in sentences for cue in _cues(sentence)]
    return "WEBVTT\n\n" + "\n".join(cues)


def _cues(sentence: Sentence) -> Iterator[str]:
    """Cut a long sentence at its commas and share its time by the number of characters."""
    pieces = _pieces(sentence.text)
    total = sum(map(len, pieces))
    spoken = 0
    for index, piece in enumerate(pieces):
        span = sentence.end - sentence.start
        begin = sentence.start + span * spoken / total
        spoken += len(piece)
        end = sentence.start + span * spoken / total
        tag = f"<v {sentence.voice.name}>" if sentence.opens and not index else ""
        body = _wrap(tag.replace(" ", "\0") + _bind(piece)).replace("\0", " ")
        yield f"{_clock(begin)} --> {_clock(end)}\n{body}\n"


def _bind(text: str) -> str:
    """Keep French punctuation with the word before it while the text is wrapped."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\0", text)


def _wrap(text: str) -> str:
    """Break a text into as few lines as will do, of about the same length."""
    fewest = len(textwrap.wrap(text, LINE))
    widths = range(min(LINE, len(text) // fewest), LINE + 1)
    return next("\n".join(lines) for width in widths if len(lines := textwrap.wrap(text, width)) == fewest)


def _pieces(text: str) -> list[str]:
    """Halve a text near its middle, rather after a comma than before a conjunction, until it fits in cues."""
    if len(text) <= CUE:
        return [text]
    cuts = {match.end(): 0 for match in re.finditer(r"[,;:] ", text)}
    cuts |= {match.start(): 30 for match in re.finditer(r"(?<![,;:]) (?=et |ou |que |qui |comme )", text)}
    cut = min(cuts, key=lambda place: abs(place - len(text) / 2) + cuts[place])
    return _pieces(text[:cut].strip()) + _pieces(text[cut:].strip())


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
