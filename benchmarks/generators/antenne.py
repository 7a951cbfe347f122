"""The corpus as a site of Antenne's: its content folder as it is, with settings and a theme."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.corpus import Corpus
from benchmarks.generators.files import link_media
from benchmarks.generators.generator import ADD, COLD, FULL, SAME, Added, remove

PROJECT = Path(__file__).resolve().parents[2]
SITES = PROJECT / "benchmarks" / "sites"
KINDS = ("bench", "real")

_ITEMS = 100
"""Items in the feed that is subscribed to, where nothing else is said."""

_KEPT = ("facts.sqlite", "facts.sqlite-wal", "facts.sqlite-shm", "audio", "images", "covers")
"""What a full build may find in the cache: what is known of recordings and pictures, which the other tools are told."""


@dataclass(slots=True, kw_only=True)
class Antenne:
    """Antenne, with the templates of the other tools (`bench`) or with its own theme and all that it makes (`real`)."""

    folder: Path
    kind: str = "bench"
    corpus: Corpus | None = None
    _added: Added = field(default_factory=Added)

    @property
    def name(self) -> str:
        """What tables call it."""
        return "Antenne" if self.kind == "bench" else "Antenne, own theme"

    def lacking(self) -> str:
        """Return nothing: it is here."""
        return ""

    def make(self, corpus: Corpus) -> None:
        """Make the site of a corpus."""
        self.corpus = corpus
        make_site(corpus, self.folder, self.kind)

    def cases(self) -> tuple[str, ...]:
        """Return the cases that Antenne has: the cold one first, as it fills what the full one finds."""
        return (COLD, FULL, SAME, ADD)

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site: the door that loads nothing but what is needed."""
        return [sys.executable, "tasks.py", "build"]

    def prepare(self, case: str) -> None:
        """Take away what a case must not find."""
        if case == COLD:
            remove(self.folder / "output", self.folder / ".antenne")
        elif case == FULL:
            cache = self.folder / ".antenne"
            inside = [*cache.glob("*"), *cache.glob("cache/*")]
            remove(self.folder / "output", *(path for path in inside if path.name not in ("cache", *_KEPT)))

    def add(self, number: int) -> None:
        """Add the episode of a number."""
        assert self.corpus is not None
        before = set(self._files())
        self.corpus.add_episode(number, self.folder / "content")
        self._added.paths = tuple(path for path in self._files() if path not in before)

    def take_back(self) -> None:
        """Take the added episode away."""
        self._added.take_back()

    def _files(self) -> list[Path]:
        content = self.folder / "content"
        return [path for kind in ("episodes", "people") for path in (content / kind).glob("*/*")]


@dataclass(slots=True, kw_only=True)
class ByInvoke(Antenne):
    """The site of another one, built by `invoke build`: what Invoke takes by itself is told where it counts."""

    @property
    def name(self) -> str:
        """What tables call it."""
        return "Antenne, by Invoke"

    def make(self, corpus: Corpus) -> None:
        """Make nothing: the site is there."""

    def cases(self) -> tuple[str, ...]:
        """Return the one case in which a tenth of a second is much."""
        return (SAME,)

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site."""
        return [str(Path(sys.executable).with_name("invoke")), "build"]


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
    else:
        _part_feeds(folder, corpus.episodes)
    shutil.copytree(corpus.content, folder / "content", copy_function=link_media)
    return folder


def _part_feeds(folder: Path, episodes: int) -> None:
    """Set how many items a feed holds: those of its subscribed part stand in an archive too, and the others' do not.

    With a fiftieth of the episodes the bytes are nearly the same; a hundred episodes stand in one feed.
    """
    items = _ITEMS if episodes <= _ITEMS else min(_ITEMS, max(10, episodes // 50))
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'ANTENNE["feeds"] |= {{"items": {items}}}\n')
