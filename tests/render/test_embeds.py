from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html

from antenne.media import ARTWORK, plan_picture
from tests.render.samples import catalog, episode, image, page, rendered

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
