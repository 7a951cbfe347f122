"""Where the site goes: whether it can be reached, its secrets are told, and clocks agree. Nothing is written there."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime

from antenne.commands.doctor.finding import Finding, State
from antenne.commands.secrets import secret
from antenne.commands.targets import targets_of
from antenne.deploy import PublishRefused, Target
from antenne.fetch import Fetch, FetchRefused, fetch, is_nowhere
from antenne.settings import Settings

_SKEW = 60
_TOO_MUCH = 300
"""In seconds: stores refuse signatures from quarter of an hour on, and dates of episodes go wrong before that."""


def needed_programs(settings: Settings) -> frozenset[str]:
    """Return the programs that a publication of this site calls."""
    calls = {"ssh": {"ssh", "rsync"}, "git": {"git"}}
    return frozenset().union(*(calls.get(kind, set()) for kind in _kinds(settings)))


def target(settings: Settings, ask: Fetch = fetch, clock: Callable[[], float] = time.time) -> Iterator[Finding]:
    """Look at what the settings name."""
    secrets = tuple(_secrets(settings))
    yield from secrets
    # Half of a secret opens nothing.
    halves = any(one.state is State.MISSING for one in secrets)
    if not halves and all(shutil.which(program) for program in needed_programs(settings)):
        said: list[str] = []
        targets = targets_of(settings, said.append)
        yield _reached("Target", targets.pages)
        if targets.media:
            yield _reached("Target of recordings", targets.media)
    yield from _clocks(settings, ask, clock)


def _kinds(settings: Settings) -> tuple[str, ...]:
    media = settings.publishing.media
    return (settings.publishing.target, *((media.target,) if media else ()))


def _reached(name: str, place: Target) -> Finding:
    try:
        with place.looked_at() as session:
            live = session.live()
    except PublishRefused as refused:
        do = "See to it: docs/publishing.md tells what each target needs."
        return Finding(name=name, state=State.MISSING, found=f"{place.shown}: {refused}", do=do)
    found = f"number {live.generation} is live" if live else "nothing is live yet"
    return Finding(name=name, found=f"{place.shown} answers; {found}")


def _secrets(settings: Settings) -> Iterator[Finding]:
    """Say which secrets are told; no value of theirs is looked at here but for being there."""
    if "s3" in _kinds(settings):
        told = [name for name in ("ANTENNE_S3_KEY", "ANTENNE_S3_SECRET") if secret(name)]
        if len(told) == 1:
            other = "ANTENNE_S3_SECRET" if told[0] == "ANTENNE_S3_KEY" else "ANTENNE_S3_KEY"
            do = f"Set {other} in the environment, or in the keyring as user of the service antenne."
            yield Finding(name="Secrets", state=State.MISSING, found=f"{told[0]} is told, {other} is not", do=do)
        else:
            yield Finding(name="Secrets", found="told" if told else "none of ours; those that boto3 finds are taken")
    git = settings.publishing.git
    if "git" in _kinds(settings) and git and git.remote.startswith("https://"):
        if secret("ANTENNE_GIT_TOKEN"):
            yield Finding(name="Secrets", found="ANTENNE_GIT_TOKEN is told")
        else:
            do = "Set ANTENNE_GIT_TOKEN in the environment, if git has no helper that knows the password."
            yield Finding(name="Secrets", state=State.WANTED, found="ANTENNE_GIT_TOKEN is not told", do=do)


def _clocks(settings: Settings, ask: Fetch, clock: Callable[[], float]) -> Iterator[Finding]:
    """Compare this machine's clock with those of the public site and of stores, which say the time with each answer."""
    media = settings.publishing.media
    stores = [one.s3.endpoint for one in (settings.publishing, media) if one and one.s3 and one.s3.endpoint]
    public = [] if _is_nobodys(settings.site_url) else [settings.site_url]
    for address in dict.fromkeys((*public, *stores)):
        try:
            answer = ask(address, method="HEAD")
        except FetchRefused as refused:
            do = "See to the network, to the address, or to its server."
            yield Finding(name=address, state=State.WANTED, found=str(refused), do=do)
            continue
        yield _clock(address, answer.headers.get("date", ""), clock())


def _clock(address: str, said: str, now: float) -> Finding:
    try:
        skew = now - parsedate_to_datetime(said).timestamp()
    except (ValueError, TypeError):
        return Finding(name="Clock", found=f"{address} does not tell the time")
    if abs(skew) <= _SKEW:
        return Finding(name="Clock", found=f"agrees with {address}")
    way = "ahead of" if skew > 0 else "behind"
    state = State.MISSING if abs(skew) > _TOO_MUCH else State.WANTED
    do = "Let the system set it: timedatectl set-ntp true on Linux; in the system's settings elsewhere."
    return Finding(name="Clock", state=state, found=f"is {abs(skew):.0f} s {way} {address}", do=do)


def _is_nobodys(address: str) -> bool:
    return is_nowhere(address) and not address.startswith(("http://127.0.0.1", "http://localhost"))
