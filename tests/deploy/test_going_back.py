"""`invoke rollback` as an author gives it, with an object store as the pages' target, recordings there or apart."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from antenne.deploy import Kind, kind_of
from antenne.deploy.s3 import Place, Store
from tests.deploy.shown import Read, shown
from tests.deploy.world import World, in_bucket, media, objects, tells_no_secret
from tests.support.audio import silent_mp3
from tests.support.changed import replace
from tests.support.site import make_site, write

pytestmark = pytest.mark.seaweedfs

EPISODE = "---\ntitle: Le second entretien\nsummary: Un autre.\nbooks: [le-livre]\n---\nDes notes.\n"


def public_bucket(place: Place) -> Read:
    """Return what reads a bucket as a network of caches in front of it does."""

    def read(path: str) -> bytes | None:
        try:
            with urllib.request.urlopen(f"{place.endpoint}/{place.bucket}/{place.prefix}{quote(path)}") as said:
                return bytes(said.read())
        except urllib.error.HTTPError as error:
            error.close()
            return None

    return read


@pytest.fixture(params=[False, True], ids=["everything in one bucket", "recordings apart"])
def world(request: pytest.FixtureRequest, tmp_path: Path, held: ExitStack, heard: Place) -> World:
    pages = held.enter_context(shown(public_bucket(heard)))
    site = make_site(tmp_path / "site")
    apart = replace(heard, prefix=f"apart-{heard.prefix}")
    address = f"{apart.endpoint}/{apart.bucket}/{apart.prefix}".rstrip("/") if request.param else pages
    world = World(site, pages, address, heard.key, heard.secret)
    also = f", 'media': {media(apart, address)}" if request.param else ""
    write(tmp_path / "purge", "#!/bin/sh\ncat >> purged\n").chmod(0o755)
    write(tmp_path / "hook", "#!/bin/sh\n{ cat; echo; } >> hooked\n").chmod(0o755)
    purge = f", 'purge': '{tmp_path}/purge', 'hook': '{tmp_path}/hook'"
    world.configure(f"{{'target': 's3', 's3': {in_bucket(heard)}{also}{purge}}}")
    return world


def site_of(place: Place) -> dict[str, bytes]:
    """Return the pages, feeds, chapters and transcripts that are public: all that is written over."""
    found = {name.removeprefix(place.prefix): data for name, data in objects(place).items()}
    kinds = (Kind.PAGE, Kind.FEED, Kind.SIDECAR)
    return {path: data for path, data in found.items() if kind_of(path) in kinds and not path.startswith(".antenne/")}


def recordings(place: Place) -> dict[str, str]:
    """Return every recording of both folders of the bucket, with when it was written."""
    return {
        name: f"{found.etag} {found.at}"
        for prefix in (place.prefix, f"apart-{place.prefix}")
        for name, found in Store(place).list(prefix)
        if name.endswith(".mp3")
    }


def test_going_back_shows_the_earlier_site_moves_no_recording_and_the_content_is_published_again_as_it_stands(
    world: World, heard: Place
) -> None:
    note = world.site / "content/notes/2013-11-13-une-note.md"
    said, states = [world.give("publish")], [site_of(heard)]
    second = write(world.site / "content/episodes/2013-12-05-second/index.md", EPISODE)
    silent_mp3(second.parent / "audio.mp3", 4)
    for words in ("Avec un second entretien.", "Et un mot de plus."):
        note.write_text(note.read_text(encoding="utf-8") + words, encoding="utf-8")
        said.append(world.give("publish"))
        states.append(site_of(heard))
    ledger, sounds = (world.site / "content/published.json").read_bytes(), recordings(heard)
    assert len(sounds) == 2
    assert "episodes/second/index.html" in states[1].keys() - states[0].keys()
    (world.site / "purged").unlink()
    (world.site / "hooked").unlink()

    said.append(world.give("rollback"))
    assert "Went back" in said[-1].stdout
    assert "as number 4" in said[-1].stdout
    assert site_of(heard) == states[1]
    assert f"{world.pages}/notes/" in (world.site / "purged").read_text(encoding="utf-8")
    assert json.loads((world.site / "hooked").read_text(encoding="utf-8"))["generation"] == 4

    said.append(world.give("rollback", "--to", "1"))
    assert site_of(heard) == states[0]
    assert world.look().wrong == []
    # An app that read the newer feed still finds its recording.
    assert recordings(heard) == sounds

    said.append(world.give("rollback", "--to", "9", check=False))
    assert said[-1].returncode == 2
    assert "keeps no publication 9. It keeps: 4, 3, 2, 1." in said[-1].stderr
    assert site_of(heard) == states[0]
    assert (world.site / "content/published.json").read_bytes() == ledger

    said.append(world.give("publish"))
    assert site_of(heard) == states[2]
    assert recordings(heard) == sounds
    said.append(world.give("publish"))
    assert "Nothing has changed" in said[-1].stdout
    tells_no_secret(world, heard, said)


def test_going_back_to_a_feed_whose_recording_is_gone_is_refused_or_noticed(world: World, heard: Place) -> None:
    world.give("publish")
    note = world.site / "content/notes/2013-11-13-une-note.md"
    note.write_text(note.read_text(encoding="utf-8") + "Et un mot de plus.", encoding="utf-8")
    world.give("publish")
    before = site_of(heard)
    (sound,) = recordings(heard)
    Store(heard).delete(sound)
    done = world.give("rollback", check=False)
    assert "Traceback" not in done.stderr
    if world.media == world.pages:
        assert (done.returncode, site_of(heard)) == (2, before), done.stdout + done.stderr
        assert "no longer has audio/" in done.stderr
    else:
        assert done.returncode == 4, done.stdout + done.stderr
        assert f"{world.media}/audio/" in done.stderr
        assert "answers with 404 instead of 200" in done.stderr
    tells_no_secret(world, heard, [done])
