"""Pages on one target and recordings on another, by the real command and over real HTTP."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from antenne.deploy import FolderTarget, Job, NoGate, PublicGate, PublishRefused, plan, publish
from antenne.deploy.plan import Plan
from antenne.deploy.s3 import Place
from tests.deploy.samples import ADDRESS, make_build
from tests.deploy.servers import Daemon, Sshd, free_port
from tests.deploy.shown import branch, folder, shown
from tests.deploy.world import World, media, objects, tells_no_secret
from tests.support.changed import replace
from tests.support.site import make_site, write

Choose = Callable[[Path, ExitStack], tuple[str, str]]


def on_a_folder(site: Path, held: ExitStack) -> tuple[str, str]:
    return held.enter_context(shown(folder(site / "public/current"))), '"target": "folder"'


def on_a_branch(site: Path, held: ExitStack) -> tuple[str, str]:
    server = Daemon(site.parent / "git")
    server.start()
    held.callback(server.kill)
    bare = site.parent / "git/site.git"
    subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)
    address = held.enter_context(shown(branch(bare, "pages")))
    return address, f'"target": "git", "git": {{"remote": "{server.address[0]}/site.git"}}'


def on_another_machine(site: Path, held: ExitStack) -> tuple[str, str]:
    server = Sshd(site.parent / "ssh")
    server.start()
    held.callback(server.kill)
    host = server.host
    # What a user's own ssh configuration says stands in front of ssh here.
    words = " ".join(["exec", "/usr/bin/ssh", "-i", str(host.identity), *(f"-o {option}" for option in host.options)])
    program = write(site.parent / "bin/ssh", f'#!/bin/sh\n{words} "$@"\n')
    program.chmod(0o755)
    address = held.enter_context(shown(folder(Path(host.folder) / "current")))
    there = f'"host": "127.0.0.1", "user": "{host.user}", "port": {host.port}, "folder": "{host.folder}"'
    return address, f'"target": "ssh", "ssh": {{{there}}}'


@pytest.fixture
def world(tmp_path: Path, held: ExitStack, heard: Place, request: pytest.FixtureRequest) -> World:
    site = make_site(tmp_path / "site")
    pages, words = request.param(site, held)
    address = f"{heard.endpoint}/{heard.bucket}/{heard.prefix}".rstrip("/")
    world = World(site, pages, address, heard.key, heard.secret)
    world.configure(f"{{{words}, 'media': {media(heard, address)}}}")
    return world


@pytest.mark.seaweedfs
@pytest.mark.ssh
@pytest.mark.parametrize("world", [on_a_folder, on_a_branch, on_another_machine], indirect=True)
def test_recordings_go_to_a_bucket_and_pages_elsewhere_no_secret_is_told_and_rollback_moves_no_recording(
    world: World, heard: Place
) -> None:
    said = [world.give("publish")]
    assert "Published" in said[0].stdout
    seen = world.look()
    assert (seen.feeds, seen.recordings, seen.wrong) == (1, 1, [])
    note = world.site / "content/notes/2013-11-13-une-note.md"
    note.write_text(note.read_text(encoding="utf-8") + "Et un mot de plus.", encoding="utf-8")
    said.append(world.give("publish"))
    before = objects(heard)
    said.append(world.give("rollback"))
    assert "Went back" in said[-1].stdout
    assert objects(heard) == before
    assert world.look().wrong == []
    assert [path for path in before if path.endswith(".mp3")]
    assert not [path for path in before if path.endswith(".html")]
    tells_no_secret(world, heard, said)


@pytest.mark.seaweedfs
@pytest.mark.parametrize("world", [on_a_folder], indirect=True)
def test_where_recordings_do_not_answer_at_their_address_or_the_key_is_wrong_no_page_names_them(
    world: World, heard: Place
) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    world.configure(f"{{'target': 'folder', 'media': {media(heard, nowhere)}}}")
    done = world.give("publish", check=False)
    assert done.returncode == 2, done.stdout + done.stderr
    assert nowhere in done.stderr
    assert "Traceback" not in done.stderr
    assert not (world.site / "public/current").exists()
    world.configure(f"{{'target': 'folder', 'media': {media(heard, world.media)}}}")
    wrong = replace(world, secret="another-secret-word")
    refused = wrong.give("publish", check=False)
    assert refused.returncode == 2, refused.stdout + refused.stderr
    assert "refuses this key" in refused.stderr
    tells_no_secret(wrong, heard, [done, refused])
    # With both mended, the same command goes on.
    world.give("publish")
    assert world.look().wrong == []
    tells_no_secret(world, heard, [done])


@pytest.mark.parametrize(
    ("poor", "sentence"),
    [({"ranges": False}, "cannot be asked for its last byte"), ({"typed": False}, "the feed says audio/mpeg")],
    ids=["no ranges", "no types"],
)
def test_a_poor_server_of_recordings_is_noticed_before_any_page_names_them(
    tmp_path: Path, held: ExitStack, poor: dict[str, bool], sentence: str
) -> None:
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 400})
    address = held.enter_context(shown(folder(tmp_path / "heard/current"), **poor))
    pages = held.enter_context(shown(folder(tmp_path / "public/current")))
    feed = build / "flux/emission.xml"
    feed.write_bytes(feed.read_bytes().replace(f"{ADDRESS}/audio".encode(), f"{address}/audio".encode()))
    job = Job(
        build=build,
        pages=FolderTarget(tmp_path / "public"),
        media=FolderTarget(tmp_path / "heard"),
        media_address=address,
        keep=2,
        gate=PublicGate(address=pages, media=address, patience=0),
    )
    with pytest.raises(PublishRefused, match=sentence) as refused:
        publish(job)
    assert refused.value.code == 2
    assert not (tmp_path / "public/current").exists()


def test_a_publication_cut_between_recordings_and_pages_goes_on_with_other_content_and_drops_nothing_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "GRACE", 0)
    builds = [make_build(tmp_path / str(n), {f"audio/{n}.mp3": b"%d" % n * 99}) for n in range(4)]
    job = Job(
        build=builds[0],
        pages=FolderTarget(tmp_path / "public"),
        media=FolderTarget(tmp_path / "heard"),
        media_address=ADDRESS,
        keep=1,
        after="ledger-0",
    )
    publish(job)
    for number in (1, 2):

        class Cut(NoGate):
            def before(self, plan: Plan) -> None:
                raise PublishRefused("cut")

        cut = replace(job, build=builds[number], seen=1, before="ledger-0", after=f"ledger-{number}", gate=Cut())
        with pytest.raises(PublishRefused, match="cut"):
            publish(cut)
        assert (tmp_path / "heard/current/audio/0.mp3").exists(), "the live feed names it"
    done = publish(replace(job, build=builds[3], seen=1, before="ledger-0", after="ledger-3"))
    assert done.published
    assert (tmp_path / "heard/current/audio/3.mp3").exists()
