"""A small built site on the disk that is right in everything, for tests that break one thing of it."""

from __future__ import annotations

import base64
import hashlib
import io
from pathlib import Path
from typing import Any

from PIL import Image as Pillow

from antenne.channels import show_channel
from antenne.check import check_output
from antenne.feeds import Press, json_chapters, json_feed, notes_atom, opml, rss, transcript_files
from antenne.problems import Problem
from tests.feeds import samples

GOLDEN = Path(__file__).parent / "golden"
FEED = "flux/emission.xml"
ATOM = "flux/notes.atom.xml"
JSON_FEED = "flux/emission.json"
OPML = "flux/feeds.opml"
EPISODE = "episodes/entretien/"
CHAPTERS = f"{EPISODE}chapters.json"
TRANSCRIPT = f"{EPISODE}transcript.vtt"
AUDIO = "audio/2013-11-05-entretien.cdcdcdcdcdcd.mp3"
ARTWORK = "images/artwork.jpg"
HOME = "index.html"
STYLE = "theme/style.css"
FRAME = bytes.fromhex("fffb9064") + bytes(32) + b"Info\0\0\0\1" + (28880).to_bytes(4, "big") + bytes(369)
MP3 = b"ID3\x04\0\0\0\0\0\x36" + bytes(54) + FRAME
"""A tag, and the first frame of 754.4 seconds in 128 kbit/s and stereo: more than it no header says."""

PAGE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Une page</title>
<link rel="stylesheet" href="{base}/theme/style.css">
<link rel="canonical" href="https://antenne.example{base}/{page}">
<meta property="og:image" content="https://antenne.example{base}/images/card.jpg">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "WebSite"}}</script>
<script type="module" src="{base}/theme/player.js"></script>
</head>
<body>
<h1 id="haut">Une page</h1>
<p><a href="{base}/livres/essai/#haut">Le livre</a>, <a href="https://ailleurs.example/">ailleurs</a>,
<a href="mailto:a@antenne.example">écrire</a>, <a href="#haut">haut</a>,
<a href="{base}/episodes/entretien/#t=65">1:05</a></p>
<img src="{base}/images/artwork.jpg" srcset="{base}/images/artwork.jpg 1400w, {base}/images/cover.jpg 700w" alt=""
 width="1400" height="1400">
<audio controls src="{base}/audio/2013-11-05-entretien.cdcdcdcdcdcd.mp3"></audio>
</body>
</html>
"""
PAGES = (
    "",
    "livres/essai/",
    "episodes/entretien/",
    "episodes/seul/",
    "emissions/emission/",
    "notes/2015/rupture/",
    "notes/2013/reputations/",
)


def picture(width: int = 3000, height: int = 3000, mode: str = "RGB", kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    Pillow.new(mode, (width, height)).save(out, kind, **options)
    return out.getvalue()


def write(folder: Path, path: str, data: bytes | str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def build(folder: Path, base: str = "") -> None:
    """Write the whole site, below a path of its domain if told."""
    routes = samples.routes(site_url=f"https://antenne.example{base}")
    audio = samples.audio(length=len(MP3))
    talk, alone = samples.episode(audio=audio), samples.bare_episode(audio=audio)
    catalog = samples.catalog(talk, alone)
    write(folder, FEED, rss(catalog.shows[0], catalog, routes, routes.settings, samples.art))
    write(folder, ATOM, notes_atom(catalog, routes, routes.settings))
    press = Press(catalog=catalog, routes=routes, settings=routes.settings, art=samples.art)
    channel = show_channel(catalog.shows[0], catalog, routes)
    write(folder, JSON_FEED, json_feed(channel, press)[1] or b"")
    write(folder, OPML, opml((channel,), (), press))
    write(folder, CHAPTERS, json_chapters(talk, routes))
    for path, data in transcript_files(talk, routes):
        write(folder, path, data)
    for episode in (talk, alone):
        write(folder, episode.enclosure_path, MP3)
    for name in (ARTWORK, "images/cover.jpg"):
        write(folder, name, picture())
    write(folder, "images/card.jpg", picture(1200, 630))
    for page in PAGES:
        write(folder, f"{page}index.html", PAGE.format(base=base, page=page))
    write(folder, STYLE, "/* url(https://no.example/) */ body { background: url(../images/cover.jpg) }")
    write(folder, "theme/player.js", "")


def build_golden(folder: Path) -> None:
    """Write the site with a feed that has every tag, written by hand and by no program of ours."""
    build(folder)
    digest = base64.b64encode(hashlib.sha256(MP3).digest()).decode()
    feed = (GOLDEN / "feed.xml").read_text(encoding="utf-8")
    write(folder, FEED, feed.replace("@LENGTH@", str(len(MP3))).replace("@SRI@", f"sha256-{digest}"))
    write(folder, "archives/emission-1.xml", "")
    write(folder, TRANSCRIPT.replace(".vtt", ".srt"), "1\n00:00:00,000 --> 00:00:04,000\nBonjour.\n")
    segments = (
        '{"version": "1.0.0", "segments": [{"startTime": 0, "endTime": 4, "speaker": "Anne", "body": "Bonjour."}]}'
    )
    write(folder, TRANSCRIPT.replace(".vtt", ".json"), segments)


def edit(folder: Path, path: str, old: str, new: str) -> None:
    """Change one thing in a file; what is to be changed must be there."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, old
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def found(folder: Path, base: str = "", *, private: bool = False) -> tuple[Problem, ...]:
    routes = samples.routes(site_url=f"https://antenne.example{base}", private=private)
    return check_output(folder, routes.settings, routes)


def codes(folder: Path, base: str = "") -> set[str]:
    return {problem.code for problem in found(folder, base)}
