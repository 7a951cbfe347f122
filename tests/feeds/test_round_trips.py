"""What goes out, read again as an author's file, says the same, up to what the documentation says."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from antenne.feeds import html_transcript, json_chapters, json_transcript, sub_rip, text_transcript, web_vtt
from antenne.feeds.chapters import chapter_lines, simple_chapters
from antenne.model import Chapter, Cue, Transcript, Turn
from antenne.read.captions import parse_srt, parse_vtt
from antenne.read.json_chapters import parse_json_chapters
from antenne.read.json_transcripts import parse_json_transcript
from antenne.read.marks import Mark
from antenne.read.plain_chapters import parse_plain_chapters
from antenne.read.plain_transcripts import parse_plain_transcript
from antenne.read.xml_chapters import parse_xml_chapters
from antenne.text import clean_plain
from tests.feeds import samples

DURATION = 36_000
WORD = (
    st.text(alphabet="abÉé'’-.,:;!?«»()[]0159–\u00a0<>", min_size=1, max_size=12)
    .map(lambda word: word.strip("\u00a0"))
    .filter(bool)
)
LONG_WORD = st.sampled_from(["https://antenne.example/une/adresse/bien/plus/longue/qu-une/ligne/de/sous-titre/"])
MARKS = st.sampled_from(["Voilà :", "– Non :", "[00:12]", "(1:02:03)", "–", "Une chose :", "&", "&lt;", "-->", "NOTE"])
TEXT = (
    st.lists(st.one_of(WORD, WORD, MARKS, LONG_WORD), min_size=1, max_size=30)
    .map(lambda words: clean_plain(" ".join(words)))
    .filter(bool)
)
SPEAKER = st.sampled_from(
    ["", "", "Anne", "M.\u00a0Le Bihan", "Jean-Pierre", "Une auditrice", "Voix 2", "L’animatrice"]
)
MILLIS = st.integers(0, DURATION * 1000 - 1)


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Draw captions in order of time, each of which lasts at least a tenth of a second."""
    starts = sorted(draw(st.lists(MILLIS, min_size=1, max_size=12)))
    lengths = draw(st.lists(st.integers(100, 20_000), min_size=len(starts), max_size=len(starts)))
    cues = (
        Cue(start=start / 1000, end=(start + length) / 1000, text=draw(TEXT), speaker=draw(SPEAKER))
        for start, length in zip(starts, lengths, strict=True)
    )
    return Transcript(cues=tuple(cues), language=samples.FRENCH)


def spoken(transcript: Transcript) -> list[tuple[str, str]]:
    """Return who says what: a line that names nobody goes on with the voice before it."""
    said: list[tuple[str, str]] = []
    for one in (*transcript.cues, *transcript.turns):
        if said and one.speaker in ("", said[-1][0]):
            said[-1] = (said[-1][0], f"{said[-1][1]} {one.text}")
        else:
            said.append((one.speaker, one.text))
    return said


@settings(max_examples=40, deadline=None)
@given(transcripts())
def test_webvtt_keeps_all(transcript: Transcript) -> None:
    made = web_vtt(transcript).decode()
    assert parse_vtt(made).transcript(samples.FRENCH) == transcript
    words = (line.split(">", 1)[-1] for line in made.splitlines() if "-->" not in line)
    assert all(len(line) <= 65 or " " not in line for line in words)


@settings(max_examples=40, deadline=None)
@given(transcripts())
def test_json_keeps_all(transcript: Transcript) -> None:
    assert parse_json_transcript(json_transcript(transcript).decode()).transcript(samples.FRENCH) == transcript


@settings(max_examples=40, deadline=None)
@given(transcripts())
def test_srt_keeps_who_says_what_and_every_beginning_in_short_lines(transcript: Transcript) -> None:
    if not transcript.cues[0].speaker and any(cue.speaker for cue in transcript.cues):
        return
    made = sub_rip(transcript).decode()
    read = parse_srt(made).transcript(samples.FRENCH)
    safe = [
        (speaker, text.replace("<", "‹").replace(">", "›").replace("&lt;", "<")) for speaker, text in spoken(transcript)
    ]
    assert spoken(read) == safe
    assert {cue.start for cue in transcript.cues} <= {cue.start for cue in read.cues}
    for block in made.strip().split("\n\n"):
        lines = block.split("\n")[2:]
        assert 1 <= len(lines) <= 2
        assert all(len(line) <= 32 or " " not in line for line in lines)


@settings(max_examples=40, deadline=None)
@given(transcripts())
def test_text_keeps_who_says_what_and_when_to_the_second(transcript: Transcript) -> None:
    read = parse_plain_transcript(text_transcript(transcript).decode(), DURATION).transcript(samples.FRENCH)
    assert spoken(read) == spoken(transcript)
    assert {cue.start for cue in read.cues} <= {int(cue.start) for cue in transcript.cues}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.builds(Turn, text=TEXT, speaker=SPEAKER), min_size=1, max_size=12))
def test_text_without_times_keeps_every_turn(turns: list[Turn]) -> None:
    transcript = Transcript(turns=tuple(turns), language=samples.FRENCH)
    read = parse_plain_transcript(text_transcript(transcript).decode(), DURATION).transcript(samples.FRENCH)
    assert not read.is_timed
    assert spoken(read) == spoken(transcript)


@settings(max_examples=30, deadline=None)
@given(transcripts())
def test_the_page_keeps_who_says_what(transcript: Transcript) -> None:
    page = html.document_fromstring(html_transcript(transcript, "Titre", "https://antenne.example/"))
    body = page.find("body/main")
    said: list[tuple[str, str]] = []
    for node in body[1:]:
        if node.tag == "cite":
            said.append((node.text[:-1], ""))
        elif node.tag == "p":
            speaker, before = said.pop() if said else ("", "")
            said.append((speaker, f"{before} {node.text}".strip(" ")))
    # The page is typeset: spaces and marks are not those of the captions, and no word is another.
    assert [(speaker, _letters(text)) for speaker, text in said] == [
        (speaker, _letters(text)) for speaker, text in spoken(transcript)
    ]


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def test_the_page_has_the_typography_of_its_language_and_captions_stay_as_written() -> None:
    cue = Cue(start=0, end=1, text='L\'été ? "Oui" - à 10 000 %')
    transcript = Transcript(cues=(cue,), language=samples.FRENCH)
    page = html_transcript(transcript, "Titre", "https://antenne.example/").decode()
    printed = "L’été\u202f? «\u202fOui\u202f» – à 10\u202f000\u00a0%"
    assert f"<p>{printed}</p>" in page
    assert cue.text in web_vtt(transcript).decode()


# A mark between time and title is none of the title's.
TITLE = TEXT.map(lambda text: text[:80].strip(" \u00a0-–:")).filter(bool)
STARTS = st.lists(MILLIS, min_size=2, max_size=12, unique=True).map(lambda found: [0, *sorted(set(found) - {0})])


@st.composite
def chapters(draw: st.DrawFn) -> tuple[Chapter, ...]:
    """Draw chapters in order of time, the first at 0, some with an end, a link or a picture, some hidden."""
    link = st.sampled_from(["", "https://antenne.example/livres/essai/"])
    return tuple(
        Chapter(
            start=start / 1000,
            title=draw(TITLE),
            url=draw(link),
            img=draw(link),
            toc=draw(st.booleans()),
            end=draw(st.sampled_from([None, (start + 500) / 1000])),
        )
        for start in draw(STARTS)
    )


@settings(max_examples=40, deadline=None)
@given(chapters())
def test_json_chapters_keep_all(found: tuple[Chapter, ...]) -> None:
    made = json_chapters(samples.episode(chapters=found), samples.routes()).decode()
    assert parse_json_chapters(made) == tuple(map(Mark, found))
    assert json.loads(made)["version"] == "1.2.0"


@settings(max_examples=40, deadline=None)
@given(chapters())
def test_simple_chapters_keep_all_but_ends_and_what_is_hidden(found: tuple[Chapter, ...]) -> None:
    shown = [Chapter(start=one.start, title=one.title, url=one.url, img=one.img) for one in found if one.toc]
    made = "".join(
        etree.tostring(node, encoding="unicode") for node in simple_chapters(samples.episode(chapters=found))
    )
    assert [mark.chapter for mark in (parse_xml_chapters(made) if made else ())] == shown


@settings(max_examples=40, deadline=None)
@given(chapters())
def test_lines_keep_titles_and_whole_seconds_of_what_is_shown(found: tuple[Chapter, ...]) -> None:
    lines = chapter_lines(found)
    first = {int(one.start): one.title for one in reversed(found) if one.toc}
    read = [mark.chapter for mark in (parse_plain_chapters("\n".join(lines)) if lines else ())]
    # Blanks may be folded.
    assert [(one.start, one.title.split()) for one in read] == (
        [(second, first[second].split()) for second in sorted(first)] if lines else []
    )
    assert bool(lines) == (len(first) >= 3 and 0 in first)
