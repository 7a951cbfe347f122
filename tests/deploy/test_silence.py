"""A server that takes the connection and says nothing holds no publication for ever: it ends with a sentence."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from antenne.deploy import Job, PublishRefused, publish
from antenne.deploy.git import Branch, GitTarget, repository
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Place, S3Target, Store
from antenne.deploy.s3.line import Patience
from tests.deploy.samples import make_build
from tests.deploy.stages import form


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of somebody who takes every connection and never reads nor writes."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        yield listener.getsockname()[1]


class Hasty(Store):
    """A store that is waited for as little as a test may."""

    patience = brief = Patience(connect=5, answer=0.3, times=2)


def test_an_object_store_that_is_silent_is_asked_twice_and_then_briefly(silent: int, tmp_path: Path) -> None:
    place = Place(endpoint=f"http://127.0.0.1:{silent}", bucket="pod", key="k", secret="s")
    target = S3Target(place=place, form=form, memos=Memos(tmp_path / "memos"), open_store=Hasty)
    with pytest.raises(PublishRefused, match=r"was asked and said nothing") as refused:
        publish(Job(build=make_build(tmp_path / "build", {}), pages=target, keep=3))
    assert refused.value.code == 2
    assert Store.patience.answer * Store.patience.times + Store.brief.answer * Store.brief.times < 150


def test_a_repository_that_is_silent_is_not_waited_for(
    silent: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "_ANSWER", 0.5)
    branch = Branch(remote=f"git://127.0.0.1:{silent}/site.git", branch="pages", work=tmp_path / "work")
    target = GitTarget(branch=branch, memos=Memos(tmp_path / "memos"))
    job = Job(build=make_build(tmp_path / "build", {}), pages=target, keep=3)
    with pytest.raises(PublishRefused, match=r"took the question and said nothing") as refused:
        publish(job)
    assert refused.value.code == 2
