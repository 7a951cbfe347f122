from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.model import Cue
from antenne.read.transcripts import BadTranscript, parse_transcript

VTT = """WEBVTT - Entretien

NOTE
Une remarque --> sans importance.

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.500 line:0 align:start
<v.loud L'animatrice>Bonjour &amp; <i>bienvenue</i>,
chez <c.name>nous</c> ! 1 &lt; 2</v>

01:00:00.000 --> 01:00:02.000
<v Ada>Oui.</v> <v Eve>Non.</v>

00:05.000 --> 00:05.000
Sans\u202e voix.
"""

SRT = """1
00:00:01,000 --> 00:00:02,500
{\\an8}<font color="red">Bonjour</font>
à tous.

2
00:00:03,5 --> 00:00:04,000

3
00:00:05,000 --> 00:00:06,000
Fin.
"""


def test_webvtt_gives_voices_plain_words_and_order_of_time() -> None:
    assert parse_transcript(VTT) == (
        Cue(start=1.0, end=4.5, text="Bonjour & bienvenue, chez nous ! 1 < 2", speaker="L'animatrice"),
        Cue(start=5.0, end=5.0, text="Sans voix."),
        Cue(start=3600.0, end=3602.0, text="Oui.", speaker="Ada"),
        Cue(start=3600.0, end=3602.0, text="Non.", speaker="Eve"),
    )


def test_srt_is_read_by_use_and_empty_captions_are_left_out() -> None:
    assert parse_transcript(SRT) == (
        Cue(start=1.0, end=2.5, text="Bonjour à tous."),
        Cue(start=5.0, end=6.0, text="Fin."),
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [("", 0), ("WEBVTT\n\nBonjour.", 0), ("WEBVTT\n\n1\n00:00 --> 00:02\nNon.", 4), ("00:01.000 --> x\nNon.", 1)],
)
def test_what_is_no_transcript_is_told_with_its_line(source: str, line: int) -> None:
    with pytest.raises(BadTranscript) as caught:
        parse_transcript(source)
    assert caught.value.line == line


def test_a_flood_of_captions_is_refused() -> None:
    with pytest.raises(BadTranscript, match="more than"):
        parse_transcript("00:01.000 --> 00:02.000\nx\n\n" * 50_001)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="<>v/ &;a\n{}\\:0.-é\u202e", max_size=80))
def test_whatever_a_caption_holds_its_words_are_one_clean_line(payload: str) -> None:
    try:
        cues = parse_transcript(f"00:01.000 --> 00:02.000\n{payload}")
    except BadTranscript:
        return
    assert all(cue.text and "\u202e" not in cue.text + cue.speaker and "\n" not in cue.text for cue in cues)
