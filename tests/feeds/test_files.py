from __future__ import annotations

import json

from antenne.feeds import Press, json_chapters, web_vtt, with_pictures
from antenne.feeds.chapters import simple_chapters
from antenne.feeds.clock import clock_millis
from antenne.model import Chapter, Cue, Transcript
from tests.feeds import samples


def test_json_chapters_ascend_and_say_only_what_is_known() -> None:
    chapters = tuple(reversed(samples.CHAPTERS))
    file = json.loads(json_chapters(samples.episode(chapters=chapters), samples.routes()))
    assert file == {
        "version": "1.2.0",
        "title": "L’entretien « entretien »",
        "chapters": [
            {"startTime": 0, "title": "Ouverture"},
            {"startTime": 65.5, "title": "Le livre & son titre", "url": "https://antenne.example/livres/essai/"},
            {"startTime": 300, "title": "Image seule", "toc": False},
            {"startTime": 600.25, "title": "La fin", "endTime": 754},
        ],
    }


def test_an_address_within_a_chapter_is_completed_from_the_episodes_page() -> None:
    chapter = Chapter(start=0, title="A", url="/livres/essai/", img="image.jpg")
    file = json.loads(json_chapters(samples.episode(chapters=(chapter,)), samples.routes()))
    assert file["chapters"][0]["url"] == "https://antenne.example/livres/essai/"
    assert file["chapters"][0]["img"] == "https://antenne.example/episodes/entretien/image.jpg"


def test_captions_have_their_times_and_speakers_and_nothing_that_is_markup() -> None:
    assert web_vtt(samples.TRANSCRIPT).decode() == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:04.000\n<v Anne>Bonjour, vous écoutez Livres à l’antenne.\n\n"
        "00:00:04.000 --> 00:00:09.500\n"
        "<v François &lt;F.&gt;>Merci &lt;de&gt; votre accueil &amp; bonsoir --&gt; à tous.\n"
    )


def test_captions_ascend_in_lines_of_65_characters_and_last_a_moment() -> None:
    long, short = Cue(start=9, end=9, text="des mots & " * 30), Cue(start=1, end=2, text="avant")
    lines = web_vtt(Transcript(cues=(long, short, Cue(start=3, end=4, text=" \n ")), language=samples.FRENCH)).decode()
    assert lines.index("avant") < lines.index("des mots")
    assert "00:00:09.000 --> 00:00:09.001" in lines
    assert "00:00:03.000" not in lines
    assert max(len(line.replace("&amp;", "&")) for line in lines.splitlines()) <= 65


def test_no_caption_at_all_is_still_a_file() -> None:
    assert web_vtt(Transcript(cues=(), language=samples.FRENCH)) == b"WEBVTT\n"


def test_milliseconds_round_up_into_the_minute() -> None:
    assert clock_millis(59.9996) == "00:01:00.000"
    assert clock_millis(100 * 3600 + 0.0004) == "100:00:00.000"


def test_the_picture_of_a_chapter_goes_out_by_its_address_in_both_lists() -> None:
    picture = samples.image("carnet")
    talk = samples.episode(chapters=(Chapter(start=0, title="Un", image=picture), Chapter(start=2, title="Deux")))
    press = Press(
        catalog=samples.catalog(talk),
        routes=samples.routes(),
        settings=samples.settings(),
        art=samples.art,
        other=lambda image, _kind: samples.art(image),
    )
    shown = with_pictures(talk, press)
    file = json.loads(json_chapters(shown, samples.routes()))
    (address,) = [one["img"] for one in file["chapters"] if "img" in one]
    assert address.startswith("https://")
    assert "carnet" in address
    (first, second) = next(simple_chapters(shown))
    assert (first.get("image"), second.get("image")) == (address, None)
