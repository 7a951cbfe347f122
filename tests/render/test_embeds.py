from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from antenne.media import ARTWORK, plan_picture
from antenne.model import (
    Captions,
    Catalog,
    Chapter,
    Cue,
    LanguageTag,
    RemoteVideo,
    Transcript,
    Video,
    VideoFile,
    VideoType,
)
from tests.render.samples import catalog, episode, image, page, rendered
from tests.support.changed import replace

URLS = ["https://essai.example", "https://essai.example/sous/dossier"]
FRAME = "embed/levier/"


def test_the_page_for_frames_stands_alone_and_leads_out_of_the_frame() -> None:
    document = html.document_fromstring(page(catalog(), FRAME))
    assert not document.xpath("//nav | //footer | //*[@class='masthead']")
    assert document.xpath("//audio[@controls][@preload='none']/source/@src") == [f"/{episode().enclosure_path}"]
    assert document.xpath("//base/@target") == ["_blank"], "no link takes the sound away"
    assert document.xpath("//h1/a/@href") == ["/episodes/levier/"]
    chapters = document.xpath("//ol[@class='chapters']//a/@href")
    file = f"/{episode().enclosure_path}"
    assert chapters == [f"{file}#t=0", f"{file}#t=42.5"]


@pytest.mark.parametrize("url", URLS)
def test_the_page_for_frames_is_the_episodes_in_the_eyes_of_search_engines(url: str) -> None:
    document = html.document_fromstring(rendered(catalog(), url)[f"{FRAME}index.html"].decode())
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.xpath("//link[@rel='canonical']/@href") == [f"{url}/episodes/levier/"]


@pytest.mark.parametrize("url", URLS)
def test_an_episodes_page_leads_to_its_oembed_which_leads_to_the_frame(url: str) -> None:
    files = rendered(catalog(), url)
    document = html.document_fromstring(files["episodes/levier/index.html"].decode())
    (address,) = document.xpath("//link[@rel='alternate'][@type='application/json+oembed']/@href")
    assert address == f"{url}/embed/levier/oembed.json"
    answer = json.loads(files[address.removeprefix(f"{url}/")])
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["title"] == episode().title
    assert (answer["author_name"], answer["author_url"]) == ("Livres à l’antenne", f"{url}/episodes/levier/")
    assert (answer["provider_name"], answer["provider_url"]) == ("L’antenne", f"{url}/")
    (frame,) = html.fragments_fromstring(answer["html"])
    assert (frame.tag, frame.get("src")) == ("iframe", f"{url}/embed/levier/")
    assert (frame.get("title"), frame.get("loading")) == (episode().title, "lazy")
    assert (int(frame.get("width")), int(frame.get("height"))) == (answer["width"], answer["height"])
    assert document.xpath("string(//textarea[@readonly])") == answer["html"], "what one pastes is what oEmbed gives"


def test_oembed_shows_a_picture_of_which_it_knows_the_size() -> None:
    answer = json.loads(rendered(catalog())[f"{FRAME}oembed.json"])
    planned = plan_picture(image(), ARTWORK, "images").fallback
    assert answer["thumbnail_url"] == f"https://essai.example/{planned.path}"
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (planned.width, planned.height)


def test_a_title_cannot_get_out_of_the_frames_code() -> None:
    nasty = replace(catalog(), episodes=(episode(title='"></iframe><script>alert(1)</script>', books=()),))
    answer = json.loads(rendered(nasty)[f"{FRAME}oembed.json"])
    elements = html.fragments_fromstring(answer["html"])
    assert [element.tag for element in elements] == ["iframe"]
    assert "thumbnail_url" in answer, "the show's picture stands in"


def test_others_may_frame_this_page_and_no_other() -> None:
    headers = json.loads(rendered(catalog())["_headers.json"])
    assert "frame-ancestors 'none'" in headers["everywhere"]["Content-Security-Policy"]
    told = {path: page["Content-Security-Policy"] for path, page in headers["pages"].items()}
    assert [path for path, policy in told.items() if "frame-ancestors *" in policy] == [f"{FRAME}index.html"]


def film(**more: object) -> Video:
    facts = VideoFile(
        source=Path("/nulle/part.mp4"),
        digest="cd" * 32,
        length=9_000_000,
        type=VideoType.MP4,
        duration=61.5,
        width=1280,
        height=720,
    )
    transcript = Transcript(cues=(Cue(start=0, end=2, text="Bonjour."),), language=LanguageTag("fr"))
    captions = (Captions(language=LanguageTag("fr"), transcript=transcript),)
    return replace(Video(title="Le film", file=facts, captions=captions), **more)  # type: ignore[arg-type]


def filmed(*videos: Video) -> Catalog:
    return replace(catalog(), episodes=(episode(videos=videos),))


@pytest.mark.parametrize("url", URLS)
def test_a_film_of_the_sites_own_has_a_frame_and_an_oembed_of_its_own(url: str) -> None:
    files = rendered(filmed(film()), url)
    document = html.document_fromstring(files["episodes/levier/index.html"].decode())
    offered = document.xpath("//link[@type='application/json+oembed']/@href")
    assert offered == [f"{url}/embed/levier/oembed.json", f"{url}/embed/episodes/levier/video-1/oembed.json"]
    answer = json.loads(files[offered[1].removeprefix(f"{url}/")])
    assert (answer["type"], answer["title"]) == ("video", "Le film")
    assert answer["width"] / (answer["height"] - 56) == pytest.approx(16 / 9)
    framed = html.document_fromstring(files["embed/episodes/levier/video-1/index.html"].decode())
    assert framed.xpath("//video/@poster")[0].endswith(".jpg"), "it stands alone there"
    assert framed.xpath("//link[@rel='canonical']/@href") == [f"{url}/episodes/levier/"]
    assert framed.xpath("//video[@controls][@preload='none']/source/@type") == ["video/mp4"]
    codes = [one.text for one in document.xpath("//textarea")]
    assert answer["html"] in codes
    headers = json.loads(files["_headers.json"])["pages"]["embed/episodes/levier/video-1/index.html"]
    assert "frame-ancestors *" in headers["Content-Security-Policy"]


def test_a_film_has_its_size_its_captions_and_its_kind_on_the_page() -> None:
    document = html.document_fromstring(rendered(filmed(film()))["episodes/levier/index.html"].decode())
    (video,) = document.xpath("//video")
    assert (video.get("width"), video.get("height"), video.get("preload")) == ("1280", "720", "none")
    assert "playsinline" in video.attrib
    assert "poster" not in video.attrib, "the cover stands on the page already"
    assert video.xpath("source/@src") == ["/video/2013-11-05-levier.cdcdcdcdcdcd.mp4"]
    (track,) = video.xpath(".//track")
    assert (track.get("kind"), track.get("srclang"), track.get("label")) == ("captions", "fr", "Français")
    assert track.get("src") == "/video/2013-11-05-levier.cdcdcdcdcdcd.fr.vtt"
    assert "9 Mo" in document.xpath("string(//figure[@id='video-1'])").replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("tracks", "text", "shown"),
    [
        (["en", "fr"], "fr", ["fr"]),
        (["en", "fr"], "en", ["en"]),
        (["en", "fr"], "de", ["fr"]),
        (["en"], "fr", []),
        (["fr-CA", "en"], "fr", ["fr-CA"]),
        (["fr-CA", "fr"], "fr", ["fr"]),
    ],
)
def test_captions_show_unasked_in_the_texts_language_else_the_pages_else_not(
    tracks: list[str], text: str, shown: list[str]
) -> None:
    words = Transcript(cues=(Cue(start=0, end=2, text="Bonjour."),), language=LanguageTag("fr"))
    captions = tuple(Captions(language=LanguageTag(one), transcript=words) for one in tracks)
    spoken = episode(language=LanguageTag(text), videos=(film(captions=captions),))
    files = rendered(replace(catalog(), episodes=(spoken,)))
    for place in ("episodes/levier/", "embed/episodes/levier/video-1/"):
        document = html.document_fromstring(files[f"{place}index.html"].decode())
        assert document.xpath("//track/@srclang") == tracks
        assert document.xpath("//track[@default]/@srclang") == shown


def test_a_video_elsewhere_is_a_still_and_a_link_and_only_its_page_may_frame_it() -> None:
    remote = RemoteVideo.parse("https://youtu.be/essai_Essa1?t=90")
    files = rendered(filmed(Video(remote=remote, chapters=(Chapter(start=62.5, title="Après"),))))
    document = html.document_fromstring(files["episodes/levier/index.html"].decode())
    assert not document.xpath("//iframe | //video")
    (still,) = document.xpath("//a[@class='video-still']")
    assert still.get("href") == "https://www.youtube.com/watch?v=essai_Essa1&t=90s"
    assert still.get("data-frame") == remote.frame()
    assert "Voir « Un levier pour les PME »" in " ".join(still.text_content().replace("\u202f", " ").split())
    assert "qui peut déposer des cookies" in document.xpath("string(//*[@id='video-1-note'])")
    assert document.xpath("//a[@data-for='video-1']/@href")[-1] == "https://www.youtube.com/watch?v=essai_Essa1&t=62s"
    framing = {
        path: headers["Content-Security-Policy"]
        for path, headers in json.loads(files["_headers.json"])["pages"].items()
        if "youtube" in headers["Content-Security-Policy"]
    }
    assert list(framing) == ["episodes/levier/index.html"]
    assert "frame-src https://www.youtube-nocookie.com;" in framing["episodes/levier/index.html"]


def test_a_video_that_cannot_be_framed_is_a_link_alone() -> None:
    remote = RemoteVideo.parse("https://dai.ly/x84sh87")
    files = rendered(filmed(Video(remote=remote)))
    document = html.document_fromstring(files["episodes/levier/index.html"].decode())
    assert document.xpath("//a[@class='video-still']/@href") == ["https://www.dailymotion.com/video/x84sh87"]
    assert not document.xpath("//a[@data-frame]")
    assert "dailymotion" not in files["_headers.json"].decode()
