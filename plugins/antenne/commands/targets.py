"""From the settings to the targets of a publication."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from antenne.commands.secrets import secret
from antenne.deploy import FolderTarget, Gate, NoGate, PublicGate, PublishRefused, Target, cache_of, type_of
from antenne.deploy.git import Branch, GitTarget
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Form, Place, S3Target
from antenne.deploy.ssh import Host, SshTarget
from antenne.deploy.waiting import Waiting
from antenne.fetch import is_nowhere
from antenne.settings import GitSettings, MediaSettings, Publishing, S3Settings, Settings, SshSettings

Say = Callable[[str], None]

_PATIENCE = MappingProxyType({"git": 600})
"""For how long, in seconds, a target's public site may take to show what is new; a minute where nothing stands here.

A host of branches builds first: GitHub's deployments take up to 10 minutes (GitHub Docs, GitHub Pages limits).
"""


class Targets(Struct, frozen=True, kw_only=True):
    """Where pages and recordings go, and what is asked of the public site."""

    pages: Target
    media: Target | None
    gate: Gate


def _silent(sentence: str) -> None:
    """Let nobody know."""


def targets_of(settings: Settings, say: Say, wait: Say = _silent) -> Targets:
    """Return the targets that the settings name; `say` is told what a target cannot promise, `wait` what takes time."""
    publishing = settings.publishing
    state = settings.project / ".antenne" / "publishing"
    media = publishing.media
    apart = media is not None
    return Targets(
        pages=_target(publishing, state / "pages", settings, say, apart=apart),
        media=_target(media, state / "media", settings, say, apart=apart) if media else None,
        gate=_gate(settings, say, wait),
    )


def _target(chosen: Publishing | MediaSettings, state: Path, settings: Settings, say: Say, *, apart: bool) -> Target:
    memos = Memos(state)
    if chosen.target == "ssh" and chosen.ssh:
        return SshTarget(host=_host(chosen.ssh), memos=memos)
    if chosen.target == "s3" and chosen.s3:
        return S3Target(place=_place(chosen.s3), form=_form, memos=memos, say=say)
    if isinstance(chosen, Publishing) and chosen.target == "git" and chosen.git:
        work = settings.cache / "git"
        return GitTarget(branch=_branch(chosen.git, work), memos=memos, apart=apart, say=say)
    return FolderTarget(chosen.folder)


def _gate(settings: Settings, say: Say, wait: Say) -> Gate:
    """Return who asks the public site: nobody where a folder is all there is, or the address is an example's."""
    publishing = settings.publishing
    served = publishing.target != "folder" or (publishing.media and publishing.media.target != "folder")
    loopback = settings.site_url.startswith(("http://127.0.0.1", "http://localhost"))
    if not publishing.ask or not served:
        return NoGate()
    if is_nowhere(settings.site_url) and not loopback:
        say(
            f"{settings.site_url} is an address for examples: nobody can ask there whether the site is whole. Write "
            "its own address into `SITEURL`."
        )
        return NoGate()
    patience = publishing.patience if publishing.patience is not None else _PATIENCE.get(publishing.target, 60)
    return PublicGate(
        address=settings.site_url,
        media=settings.media_url,
        patience=patience,
        media_patience=publishing.media.patience if publishing.media else patience,
        waiting=Waiting(say=wait),
    )


def _host(ssh: SshSettings) -> Host:
    return Host(host=ssh.host, folder=ssh.folder.rstrip("/"), user=ssh.user, port=ssh.port)


def _place(s3: S3Settings) -> Place:
    key, hidden = secret("ANTENNE_S3_KEY"), secret("ANTENNE_S3_SECRET")
    if bool(key) != bool(hidden):
        raise PublishRefused("ANTENNE_S3_KEY and ANTENNE_S3_SECRET go together, and one is not told. Set both.")
    return Place(
        endpoint=s3.endpoint,
        bucket=s3.bucket,
        region=s3.region,
        prefix=f"{s3.prefix}/" if s3.prefix else "",
        key=key,
        secret=hidden,
    )


def _branch(git: GitSettings, work: Path) -> Branch:
    return Branch(remote=git.remote, branch=git.branch, work=work, token=secret("ANTENNE_GIT_TOKEN"))


def _form(path: str) -> Form:
    return Form(type=type_of(path), cache=cache_of(path))
