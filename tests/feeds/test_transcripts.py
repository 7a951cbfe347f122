from __future__ import annotations

import json

from lxml import html

from antenne.feeds import html_transcript, json_transcript, sub_rip, text_transcript, transcript_files, web_vtt
from antenne.model import Cue, LanguageTag, Transcript, Turn
from tests.feeds import samples


def timed(*cues: Cue, language: str = "fr") -> Transcript:
    return Transcript(cues=cues, language=LanguageTag(language))


UNTIMED = Transcript(turns=(Turn(text="Bonjour.", speaker="Anne"), Turn(text="Merci.")), language=samples.FRENCH)


def test_a_timed_transcript_goes_out_in_five_forms_and_an_untimed_one_in_two() -> None:
    episode = samples.episode()
    assert [path for path, _ in transcript_files(episode, samples.routes())] == [
        f"episodes/entretien/transcript.{kind}" for kind in ("vtt", "srt", "json", "html", "txt")
    ]
    files = dict(transcript_files(samples.episode(transcript=UNTIMED), samples.routes()))
    assert list(files) == ["episodes/entretien/transcript.html", "episodes/entretien/transcript.txt"]
    assert b"<time>" not in files["episodes/entretien/transcript.html"]
    assert list(transcript_files(samples.episode(transcript=None), samples.routes())) == []


def test_srt_names_a_voice_where_it_changes_in_two_lines_of_32_characters() -> None:
    long = "Merci de votre accueil, et bonsoir à tous ceux qui nous écoutent depuis chez eux ce soir encore."
    made = sub_rip(
        timed(
            Cue(start=0, end=1.5, text="Bonjour.", speaker="Anne"),
            Cue(start=1.5, end=2, text="Vous <écoutez>.", speaker="Anne"),
            Cue(start=2, end=10, text=long, speaker="Bob"),
        )
    ).decode()
    assert made == (
        "1\n00:00:00,000 --> 00:00:01,500\nAnne: Bonjour.\n\n"
        "2\n00:00:01,500 --> 00:00:02,000\nVous ‹écoutez›.\n\n"
        "3\n00:00:02,000 --> 00:00:06,800\nBob: Merci de votre accueil, et\nbonsoir à tous ceux qui nous\n\n"
        "4\n00:00:06,800 --> 00:00:10,000\nécoutent depuis chez eux ce soir\nencore.\n"
    )


def test_srt_stays_in_order_where_two_voices_speak_at_once() -> None:
    long = "Merci de votre accueil, et bonsoir à tous ceux qui nous écoutent depuis chez eux."
    both = (Cue(start=2, end=10, text=long, speaker="Anne"), Cue(start=2, end=10, text=long, speaker="Bob"))
    late = Cue(start=8, end=9, text="Fin.")
    times = [line for line in sub_rip(timed(*both, late)).decode().splitlines() if "-->" in line]
    assert [time[:12] for time in times] == sorted(time[:12] for time in times)
    assert times[:2] == ["00:00:02,000 --> 00:00:10,000"] * 2
    assert times[3].endswith("00:00:10,000")


def test_a_very_long_speech_takes_a_moment() -> None:
    made = sub_rip(timed(Cue(start=0, end=3600, text="Une chose : merci. " * 5000))).decode()
    assert made.count("-->") > 1000


def test_json_says_a_speaker_only_where_there_is_one() -> None:
    made = json_transcript(
        timed(Cue(start=1, end=2.0004, text="Oui\u00a0!"), Cue(start=0, end=1, text="a", speaker="B"))
    )
    assert json.loads(made) == {
        "version": "1.0.0",
        "segments": [
            {"speaker": "B", "startTime": 0, "endTime": 1, "body": "a"},
            {"startTime": 1, "endTime": 2, "body": "Oui\u00a0!"},
        ],
    }


def test_text_has_paragraphs_with_times_and_names() -> None:
    cues = (
        Cue(start=0.9, end=2, text="Bonjour.", speaker="Anne"),
        Cue(start=2, end=3, text="Vous écoutez."),
        Cue(start=3661, end=3662, text="Fin.", speaker="Bob"),
    )
    assert (
        text_transcript(timed(*cues)).decode()
        == "[00:00] Anne\u00a0: Bonjour. Vous écoutez.\n\n[1:01:01] Bob\u00a0: Fin.\n"
    )
    assert text_transcript(timed(cues[0], language="en")).decode() == "[00:00] Anne: Bonjour.\n"
    assert text_transcript(UNTIMED).decode() == "Anne\u00a0: Bonjour.\n\nMerci.\n"


def test_the_page_has_names_times_and_words_and_nothing_that_is_markup() -> None:
    made = html_transcript(samples.TRANSCRIPT, "Un <titre>", "https://antenne.example/episodes/é/?a&b")
    page = html.document_fromstring(made)
    assert page.get("lang") == "fr"
    assert [page.findtext(".//title"), page.findtext(".//h1")] == ["Un <titre>"] * 2
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://antenne.example/episodes/é/?a&b"]
    assert [(node.tag, node.text) for node in page.find("body/main")[1:]] == [
        ("cite", "Anne:"),
        ("time", "00:00"),
        ("p", "Bonjour, vous écoutez Livres à l’antenne."),
        ("cite", "François <F.>:"),
        ("time", "00:04"),
        ("p", "Merci <de> votre accueil & bonsoir --> à tous."),
    ]


def test_no_break_spaces_stay_and_hold_their_words_together() -> None:
    cue = Cue(start=0, end=1, text="un mot " * 8 + "voilà\u202f!")
    for made in (web_vtt(timed(cue)), sub_rip(timed(cue))):
        assert "voilà\u202f!" in made.decode()


def test_a_transcripts_page_names_the_sites_icon() -> None:
    made = html_transcript(samples.TRANSCRIPT, "Titre", "https://antenne.example/", "/theme/favicon.svg").decode()
    assert '<link rel="icon" href="/theme/favicon.svg">' in made
