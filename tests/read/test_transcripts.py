from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.feeds import web_vtt
from antenne.model import Cue, Turn
from antenne.read.captions import parse_srt, parse_vtt
from antenne.read.json_transcripts import parse_json_transcript
from antenne.read.plain_transcripts import parse_plain_transcript
from antenne.read.script import BadTranscript, Script
from tests.feeds.samples import FRENCH

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


def cues(script: Script) -> tuple[Cue, ...]:
    return script.transcript(FRENCH).cues


def test_webvtt_gives_voices_plain_words_and_order_of_time() -> None:
    assert cues(parse_vtt(VTT)) == (
        Cue(start=1.0, end=4.5, text="Bonjour & bienvenue, chez nous ! 1 < 2", speaker="L’animatrice"),
        Cue(start=5.0, end=5.0, text="Sans voix."),
        Cue(start=3600.0, end=3602.0, text="Oui.", speaker="Ada"),
        Cue(start=3600.0, end=3602.0, text="Non.", speaker="Eve"),
    )


@pytest.mark.parametrize(
    "script",
    [
        parse_vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v L'invité>J'y vais.\n"),
        parse_srt("1\n00:00:01,000 --> 00:00:02,000\nL'invité : J'y vais.\n"),
        parse_json_transcript(
            '{"segments": [{"startTime": 1, "endTime": 2, "speaker": "L\'invité", "body": "J\'y vais."}]}'
        ),
        parse_plain_transcript("[00:01] L'invité : J'y vais.", 2),
        parse_plain_transcript("L'invité : J'y vais.", 2),
    ],
    ids=["vtt", "srt", "json", "text", "turns"],
)
def test_names_of_voices_are_typeset_in_pages_and_captions_alike(script: Script) -> None:
    transcript = script.transcript(FRENCH)
    assert [one.speaker for one in (*transcript.cues, *transcript.turns)] == ["L’invité"]
    if transcript.cues:
        assert "<v L’invité>" in web_vtt(transcript).decode()


def test_srt_is_read_by_use_and_empty_captions_are_set_apart() -> None:
    script = parse_srt(SRT)
    assert cues(script) == (Cue(start=1.0, end=2.5, text="Bonjour à tous."), Cue(start=5.0, end=6.0, text="Fin."))
    assert [one.line for one in script.said] == [2, 10]
    assert [one.line for one in script.empty] == [7]


def srt(*texts: str) -> tuple[tuple[str, str], ...]:
    source = "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}" for n, text in enumerate(texts, 1))
    return tuple((cue.speaker, cue.text) for cue in cues(parse_srt(source)))


def test_names_in_srt_stand_before_a_colon_when_the_first_caption_has_one() -> None:
    assert srt("Anne: Bonjour.", "Merci.", "M. Le Bihan : Une chose : oui.", "- Voilà.", "– Attention : non.") == (
        ("Anne", "Bonjour."),
        ("", "Merci."),
        ("M.\u00a0Le Bihan", "Une chose : oui."),
        ("", "- Voilà."),
        ("", "Attention : non."),
    )


def test_without_a_name_at_first_a_colon_in_srt_is_a_colon() -> None:
    assert srt("Bonjour.", "Attention : une marche.", "– Fin : oui.") == (
        ("", "Bonjour."),
        ("", "Attention : une marche."),
        ("", "Fin : oui."),
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [("", 0), ("WEBVTT\n\nBonjour.", 0), ("WEBVTT\n\n1\n00:00 --> 00:02\nNon.", 4), ("00:01.000 --> x\nNon.", 1)],
)
def test_what_is_no_transcript_is_told_with_its_line(source: str, line: int) -> None:
    with pytest.raises(BadTranscript) as caught:
        parse_vtt(source)
    assert caught.value.line == line


def test_a_flood_of_captions_is_refused() -> None:
    with pytest.raises(BadTranscript, match="more than"):
        parse_vtt("00:01.000 --> 00:02.000\nx\n\n" * 50_001)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="<>v/ &;a\n{}\\:0.-é\u202e", max_size=80))
def test_whatever_a_caption_holds_its_words_are_one_clean_line(payload: str) -> None:
    try:
        said = parse_vtt(f"00:01.000 --> 00:02.000\n{payload}").said
    except BadTranscript:
        return
    assert all(
        one.cue.text and "\u202e" not in one.cue.text + one.cue.speaker and "\n" not in one.cue.text for one in said
    )


def segments(*items: object) -> str:
    return json.dumps({"version": "1.0.0", "segments": items})


def test_the_json_of_podcasting_is_read() -> None:
    one = {"speaker": "Ada", "startTime": 0.5, "endTime": 2, "body": "Bonjour\u202e\nà tous."}
    assert cues(parse_json_transcript(segments({"startTime": 3, "endTime": 4.25, "body": "Oui."}, one))) == (
        Cue(start=0.5, end=2, text="Bonjour à tous.", speaker="Ada"),
        Cue(start=3, end=4.25, text="Oui."),
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        "[]",
        "[" * 100_000,
        segments(),
        segments("x"),
        segments({"endTime": 1, "body": "a"}),
        segments({"startTime": 0, "body": "a"}),
        segments({"startTime": True, "endTime": 1, "body": "a"}),
        segments({"startTime": -1, "endTime": 1, "body": "a"}),
        segments({"startTime": 0, "endTime": 1, "body": 5}),
        '{"segments": [{"startTime": 0, "endTime": Infinity, "body": "a"}]}',
        segments(*[{"startTime": 0, "endTime": 1, "body": "a"}] * 50_001),
    ],
)
def test_json_that_is_no_transcript_is_refused(source: str) -> None:
    with pytest.raises(BadTranscript):
        parse_json_transcript(source)


def test_plain_text_without_times_gives_turns_and_no_caption() -> None:
    text = "Anne : Bonjour\nà tous.\n\nMerci.\n\nM. Le Bihan: Une chose : oui.\n\n– Une chose : non.\n"
    script = parse_plain_transcript(text, 60)
    assert script.turns == (
        Turn(text="Bonjour à tous.", speaker="Anne"),
        Turn(text="Merci."),
        Turn(text="Une chose : oui.", speaker="M. Le Bihan"),
        Turn(text="Une chose : non."),
    )
    transcript = script.transcript(FRENCH)
    assert (transcript.cues, transcript.is_timed, transcript.is_captions) == ((), False, False)


def test_without_empty_lines_each_line_is_a_paragraph() -> None:
    script = parse_plain_transcript("Anne : Bonjour.\nBob : Merci.", 60)
    assert [(turn.speaker, turn.text) for turn in script.turns] == [("Anne", "Bonjour."), ("Bob", "Merci.")]


def test_times_in_plain_text_last_until_the_next() -> None:
    text = "\n[00:02] Anne : Bonjour.\n(0:10.5) Bob : Oui.\nEt non.\n\nEncore.\n\n[1:00:00] Fin."
    script = parse_plain_transcript(text, 3605)
    assert cues(script) == (
        Cue(start=2, end=10.5, text="Bonjour.", speaker="Anne"),
        Cue(start=10.5, end=3600, text="Oui. Et non. Encore.", speaker="Bob"),
        Cue(start=3600, end=3605, text="Fin."),
    )
    assert [one.line for one in script.said] == [2, 3, 8]


@pytest.mark.parametrize(
    "text", ["", " \n ", "[00:10]\n\n[00:20]", "Titre\n\n[00:10] Anne : Bonjour.", "x\n\n" * 50_001]
)
def test_plain_text_that_cannot_be_timed_is_refused(text: str) -> None:
    with pytest.raises(BadTranscript):
        parse_plain_transcript(text, 60)


def test_a_time_that_no_clock_shows_is_words() -> None:
    assert parse_plain_transcript("[00:75] Anne", 60).turns == (Turn(text="[00:75] Anne"),)
