"""A transcript as a page shows it: paragraphs with the typography of their language."""

from __future__ import annotations

from msgspec.structs import replace

from antenne.model import Transcript
from antenne.text import Paragraph, paragraphs, typeset


def shown_paragraphs(transcript: Transcript, starts: frozenset[float] = frozenset()) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a transcript, one begun at each of `starts` (in s)."""
    gathered = paragraphs(transcript, starts)
    return tuple(replace(one, text=typeset(one.text, transcript.language)) for one in gathered)
