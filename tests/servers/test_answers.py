from __future__ import annotations

from pathlib import Path

import pytest

from antenne.render.policy import HEADERS, everywhere
from antenne.servers import Answers, cache_of


@pytest.mark.parametrize(
    "path",
    [
        "theme/css/main.0123456789ab.css",
        "audio/un.0123456789ab.mp3",
        "images/livre-cover-0123456789-320.avif",
    ],
)
def test_what_has_a_digest_in_its_name_is_kept_for_ever(path: str) -> None:
    assert "immutable" in cache_of(path)


@pytest.mark.parametrize(
    "path", ["index.html", "flux/emission.xml", "episodes/deadbeefcafe/index.html", "images/cover.jpg", "robots.txt"]
)
def test_what_may_change_under_its_name_is_asked_for_again(path: str) -> None:
    assert cache_of(path) == "no-cache"


@pytest.mark.parametrize("written", [None, b"", b"[]", b'{"autre": 1}'])
def test_a_site_without_a_sound_file_of_headers_is_answered_as_any_page(tmp_path: Path, written: bytes | None) -> None:
    if written is not None:
        (tmp_path / HEADERS).write_bytes(written)
    assert Answers.read(tmp_path).headers("index.html") == everywhere()
