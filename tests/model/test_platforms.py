from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.model import Platform, RemoteVideo

SHORT, LONG = "d6ZiUHJRxpjoZKSeetjSXe", "52a10666-3a18-4e73-93da-e8d3c12c305a"
YOUTUBE = "https://www.youtube-nocookie.com/embed/essai_Essa1?autoplay=1&rel=0"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=essai_Essa1",
        "http://youtube.com/watch?feature=shared&v=essai_Essa1&list=PL1",
        "https://m.youtube.com/watch?v=essai_Essa1",
        "https://youtu.be/essai_Essa1?si=abc",
        "https://www.youtube.com/shorts/essai_Essa1",
        "https://www.youtube.com/live/essai_Essa1",
        "https://www.youtube.com/embed/essai_Essa1",
        "https://www.youtube-nocookie.com/embed/essai_Essa1",
    ],
)
def test_every_address_of_a_video_on_youtube_names_the_same_player_without_cookies(address: str) -> None:
    video = RemoteVideo.parse(address)
    assert (video.platform, video.id) == (Platform.YOUTUBE, "essai_Essa1")
    assert video.frame() == YOUTUBE
    assert video.page() == "https://www.youtube.com/watch?v=essai_Essa1"


@pytest.mark.parametrize(
    ("address", "page", "frame"),
    [
        (
            "https://vimeo.com/123456789",
            "https://vimeo.com/123456789",
            "https://player.vimeo.com/video/123456789?dnt=1",
        ),
        (
            "https://vimeo.com/123456789/abcdef1234",
            "https://vimeo.com/123456789/abcdef1234",
            "https://player.vimeo.com/video/123456789?h=abcdef1234&dnt=1",
        ),
        (
            "https://player.vimeo.com/video/123456789?h=abcdef1234",
            "https://vimeo.com/123456789/abcdef1234",
            "https://player.vimeo.com/video/123456789?h=abcdef1234&dnt=1",
        ),
        (
            "https://geo.dailymotion.com/player/xb123.html?video=x84sh87",
            "https://www.dailymotion.com/video/x84sh87",
            "https://geo.dailymotion.com/player/xb123.html?video=x84sh87",
        ),
        (
            f"https://films.example/w/{SHORT}",
            f"https://films.example/w/{SHORT}",
            f"https://films.example/videos/embed/{SHORT}?",
        ),
        (
            f"https://films.example/videos/watch/{LONG}",
            f"https://films.example/videos/watch/{LONG}",
            f"https://films.example/videos/embed/{LONG}?",
        ),
    ],
)
def test_other_platforms_are_known_by_their_pages_and_their_players(address: str, page: str, frame: str) -> None:
    video = RemoteVideo.parse(address)
    assert video.page() == page
    assert video.frame().startswith(frame)


@pytest.mark.parametrize("address", ["https://www.dailymotion.com/video/x84sh87_un-titre", "https://dai.ly/x84sh87"])
def test_dailymotion_frames_nothing_without_a_player_of_ones_own(address: str) -> None:
    video = RemoteVideo.parse(address)
    assert video.page() == "https://www.dailymotion.com/video/x84sh87"
    assert (video.frame(), video.frame_host) == ("", "")


def test_no_listener_is_told_of_another_on_peertube() -> None:
    assert "p2p=0" in RemoteVideo.parse(f"https://films.example/w/{SHORT}").frame()


@pytest.mark.parametrize(
    ("address", "seconds", "at"),
    [
        ("https://youtu.be/essai_Essa1?t=90", 90, "&start=90"),
        ("https://www.youtube.com/watch?v=essai_Essa1&t=1h2m3s", 3723, "&start=3723"),
        ("https://vimeo.com/123456789#t=1m30s", 90, "#t=90s"),
        ("https://geo.dailymotion.com/player/xb123.html?video=x84sh87&startTime=15", 15, "&startTime=15"),
        (f"https://films.example/w/{SHORT}?start=3m4s", 184, "&start=184s"),
        ("https://youtu.be/essai_Essa1?t=soon", 0, "rel=0"),
        ("https://youtu.be/essai_Essa1?t=99999999999999999999", 0, "rel=0"),
    ],
)
def test_an_address_may_name_a_moment(address: str, seconds: int, at: str) -> None:
    video = RemoteVideo.parse(address)
    assert video.start == seconds
    assert video.frame().endswith(at)
    assert video.frame(7) != video.frame(8)
    assert video.page(7) != video.page(8)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "essai_Essa1",
        "https://www.youtube.com/",
        "https://www.youtube.com/channel/UCessai",
        "https://www.youtube.com/watch?v=essai_Essa1%22onload",
        "https://www.youtube.com/watch?v=trop-court",
        "https://youtube.com.films.example/watch?v=essai_Essa1",
        "https://films.example/watch?v=essai_Essa1",
        "https://youtube.com@films.example/watch?v=essai_Essa1",
        "https://films.example:8443/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://127.0.0.1/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://[::1]/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://[::1/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://localhost/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://films.example;script-src/w/d6ZiUHJRxpjoZKSeetjSXe",
        "https://films.example/w/court",
        "https://vimeo.com/123456789/PAS-UN-HASH",
        "https://vimeo.com/auteur",
        "https://www.dailymotion.com/un-auteur",
        "javascript:alert(1)//youtu.be/essai_Essa1",
        "ftp://youtu.be/essai_Essa1",
    ],
)
def test_what_is_no_address_of_a_video_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="it is not"):
        RemoteVideo.parse(address)


@given(
    host=st.sampled_from(
        ["youtu.be", "www.youtube.com", "vimeo.com", "films.example", "dai.ly", "évil.example", "x y"]
    ),
    path=st.text(max_size=40),
    query=st.text(max_size=30),
)
def test_whatever_is_typed_no_sign_gets_into_a_policy_or_a_players_address(host: str, path: str, query: str) -> None:
    for tail in (path, f"w/{path}", f"watch?v={query}", f"essai_Essa1?t={query}"):
        try:
            video = RemoteVideo.parse(f"https://{host}/{tail}")
        except ValueError:
            continue
        for address in (video.frame(), video.page(), video.frame_host):
            assert not set(address) & set(" ;,'\"<>\\\n\t"), address
        assert urlsplit(video.frame()).scheme in ("https", "")
