"""What is said of a public server's answers: what is wrong, and what can be done about it."""

from __future__ import annotations

import hashlib

import pytest

from antenne.deploy.asking import Asking
from antenne.deploy.manifest import Fingerprint
from antenne.fetch import Answer, Limits

PAGE, FEED = b"<!doctype html><p>Bonjour", b"<rss/>"
INDEX, REWRITES = "shows index.html for addresses that end with “/”", "rewrites pages"


def said(path: str, body: bytes, media: str, status: int = 200) -> str:
    """Return what is said of an answer, where PAGE was published."""

    def fetch(address: str, **_: object) -> Answer:
        return Answer(address=address, status=status, headers={"content-type": media}, body=body)

    wanted = Fingerprint(sha256=hashlib.sha256(PAGE).hexdigest(), size=len(PAGE))
    return Asking("https://exemple.fr", fetch, Limits()).stale(path, wanted)


def test_what_was_published_is_fine_whatever_its_type() -> None:
    assert said("a/index.html", PAGE, "text/html") == said("flux.xml", PAGE, "text/plain") == ""


@pytest.mark.parametrize(
    ("path", "body", "media", "status", "hints"),
    [
        # A bucket's list of a folder; a bucket that knows no folders; a network that rewrites pages; an old feed.
        ("a/index.html", b"<ListBucketResult/>", "application/xml", 200, (INDEX,)),
        ("a/index.html", b"<Error/>", "application/xml", 404, (INDEX,)),
        ("a/index.html", b"<p>Bonjour", "text/html; charset=utf-8", 200, (REWRITES,)),
        ("404.html", b"<p>Rien", "text/html", 200, None),
        ("flux.xml", FEED, "application/xml", 200, ()),
        ("flux.xml", b"", "text/html", 503, ()),
    ],
)
def test_what_is_not_shown_comes_with_what_to_do(
    path: str, body: bytes, media: str, status: int, hints: tuple[str, ...] | None
) -> None:
    sentence = said(path, body, media, status)
    assert bool(sentence) == (hints is not None)
    assert [hint for hint in (INDEX, REWRITES) if hint in sentence] == list(hints or ())
