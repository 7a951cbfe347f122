"""A project that is published by the command, as its author does, to targets that tests chose."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from antenne.deploy.s3 import Place, Store
from tests.deploy.app import App, Seen
from tests.deploy.samples import snapshot
from tests.support.site import invoke

IMPATIENT = """\
import time
_real, _doze, _slept = time.monotonic, time.sleep, [0.0]
def _sleep(seconds):
    if seconds < 0.2:
        _doze(seconds)
    else:
        _slept[0] += seconds
time.sleep = _sleep
time.monotonic = lambda: _real() + _slept[0]
"""
"""A clock that runs on while somebody sleeps, so that nobody need wait for the patience of the gate.

Short naps are real: `subprocess` takes them while it waits for a program, which has as much time as it was given.
"""


@dataclass
class World:
    """A project whose pages and recordings have different targets, and who shows them."""

    site: Path
    pages: str
    media: str
    key: str
    secret: str

    def configure(self, publishing: str) -> None:
        """Say in the settings where the site goes."""
        conf = self.site / "publishconf.py"
        conf.write_text(f'{conf.read_text(encoding="utf-8")}\nANTENNE["publishing"] = {publishing}\n', encoding="utf-8")

    def give(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Give a command, with the secrets in the environment."""
        (self.site / "sitecustomize.py").write_text(IMPATIENT)
        more = {"ANTENNE_S3_KEY": self.key, "ANTENNE_S3_SECRET": self.secret, "ANTENNE_SITEURL": self.pages}
        more["PATH"] = f"{self.site.parent}/bin:{os.environ['PATH']}"
        return invoke(self.site, *words, check=check, PYTHONPATH=str(self.site), **more)

    def look(self) -> Seen:
        return App(pages=self.pages, media=self.media, named=self.media, feed="flux/essai.xml").look()


def in_bucket(place: Place) -> str:
    """Return the settings of a folder of a bucket."""
    return repr({"bucket": place.bucket, "endpoint": place.endpoint, "prefix": place.prefix.rstrip("/")})


def media(place: Place, address: str) -> str:
    """Return the settings of recordings that have a bucket of their own."""
    return f"{{'target': 's3', 'address': {address!r}, 's3': {in_bucket(place)}}}"


def tells_no_secret(world: World, heard: Place, said: list[subprocess.CompletedProcess[str]]) -> None:
    """Assert that the secret stands in no output, no file of the project and no object."""
    assert not [done.args for done in said if world.secret in done.stdout + done.stderr]
    assert not [path for path, data in snapshot(world.site).items() if world.secret.encode() in data]
    assert not [path for path, data in objects(heard).items() if world.secret.encode() in data]


def objects(place: Place) -> dict[str, bytes]:
    """Return all that a folder of the bucket holds."""
    store = Store(place)
    return {name: read[0] for name, _ in store.list(place.prefix) if (read := store.read(name))}
