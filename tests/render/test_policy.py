from __future__ import annotations

import json

from antenne.render.policy import CSP, everywhere, headers_file, policy
from antenne.render.view import View
from antenne.routes import Routes
from tests.render.samples import settings


def test_nothing_of_others_and_nothing_inline_is_allowed_anywhere() -> None:
    directives = dict(part.split(" ", 1) for part in policy().split("; "))
    assert directives["default-src"] == directives["img-src"] == directives["media-src"] == "'self'"
    for name in ("base-uri", "frame-ancestors", "frame-src", "object-src"):
        assert directives[name] == "'none'", name
    assert "unsafe" not in policy()
    assert "*" not in policy()


def test_a_page_changes_a_directive_and_keeps_the_others() -> None:
    changed = policy({"frame-ancestors": "*", "frame-src": "https://video.example"})
    assert "frame-ancestors *" in changed
    assert "frame-src https://video.example" in changed
    assert "object-src 'none'" in changed
    assert "frame-ancestors 'none'" not in changed


def test_the_file_of_headers_names_only_pages_that_differ() -> None:
    plain = View(place="", template="home.html", title="Accueil")
    framed = View(place="embed/un/", template="embed.html", title="Un", policy={"frame-ancestors": "*"})
    document = json.loads(headers_file((plain, framed), Routes(settings())))
    assert document["everywhere"] == everywhere()
    assert document["pages"] == {"embed/un/index.html": {CSP: policy({"frame-ancestors": "*"})}}
