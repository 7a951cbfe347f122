"""The corpus as a site of Antenne's: its content folder as it is, with settings and a theme."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from benchmarks.corpus.corpus import Corpus

PROJECT = Path(__file__).resolve().parents[2]
SITES = PROJECT / "benchmarks" / "sites"
KINDS = ("bench", "real")
_TEXTS = (".md",)


def make_site(corpus: Corpus, folder: Path, kind: str = "bench", project: Path = PROJECT) -> Path:
    """Make a site that `invoke build` builds from a copy of Antenne (`project`) and return its folder.

    The `bench` kind makes what the other tools make too, with the same templates; `real` all, with Antenne's theme.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITES / kind, folder)
    shutil.copy(SITES / "publishconf.py", folder)
    shutil.copy(project / "tasks.py", folder)
    (folder / "plugins").symlink_to(project / "plugins", target_is_directory=True)
    if kind == "real":
        shutil.copytree(project / "theme", folder / "theme")
    shutil.copytree(corpus.content, folder / "content", copy_function=link_media)
    return folder


def link_media(source: str, place: str) -> None:
    """Let recordings and pictures, which nobody changes, be the same on the disk; copy texts."""
    if source.endswith(_TEXTS):
        shutil.copyfile(source, place)
        return
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)
