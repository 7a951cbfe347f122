"""Remembers a build: what it is made from is looked at before, and again when it is done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zoneinfo import TZPATH

from antenne.build.asked import Asked, package_folder
from antenne.build.look import Seen
from antenne.build.memo import Memo, hidden
from antenne.build.purity import asked_of_environment, imported_files
from antenne.build.roots import CODE, CONF, CONTENT, OUTPUT, THEME, ZONE, take
from antenne.build.sealed import remove
from antenne.build.tree import Tree, Unsure, differences
from antenne.build.values import texts_of


class Recording:
    """A build that is being remembered, from before its settings are read until its output stands.

    `seen` is what a look has found right before. What cannot be told for certain is forgotten: the next build is made
    whatever changed or not.
    """

    def __init__(self, asked: Asked, seen: Seen) -> None:
        self._asked, self._identity, self._seen = asked, asked.identity(), seen
        self._files = imported_files(Path(asked.project, asked.config))
        self._trees: dict[str, Tree] = {}
        with suppress(Unsure):
            self._trees[CONF] = take(CONF, asked.project, [os.fsencode(file.name) for file in self._files])
        self._settings: dict[str, str] | None = None
        self._names: tuple[str, ...] = ()

    def read(
        self, raw: Mapping[str, object], names: Iterable[str], *, content: Path, themes: Iterable[Path], zone: str
    ) -> None:
        """Take down what the settings say, before anything that they name is read; `names` are those that count."""
        self._names = tuple(names)
        rules = next((path for path in TZPATH if Path(path, zone).is_file()), None)
        try:
            self._take(f"{CODE} 0", package_folder())
            for number, theme in enumerate(themes):
                self._take(f"{THEME} {number}", str(theme))
            self._take(f"{CONTENT} 0", str(content))
            if rules:
                self._take(f"{ZONE} 0", rules, [os.fsencode(zone)])
            self._settings = texts_of(raw, self._names)
        except Unsure:
            self._settings = None

    def keep(self, output: Path, said: Mapping[str, str], kept: bytes = b"") -> None:
        """Remember a good build that stands in its output folder; `kept` is the seal of what was kept of it besides."""
        try:
            memo = self._memo(output, said, kept)
        except (Unsure, OSError):
            memo = None
        if memo:
            memo.write(self._asked.memo)
        else:
            remove(self._asked.memo)
            remove(self._asked.shelf)

    def _take(self, name: str, root: str, files: list[bytes] | None = None) -> None:
        """Take a tree, unless the look that has just been taken has: what changed since then is found at the end."""
        known = self._seen.trees.get(name)
        if known is None or known.root != os.fsencode(root) or known.files != files:
            known = take(name.partition(" ")[0], root, files)
        self._trees[name] = known

    def _memo(self, output: Path, said: Mapping[str, str], kept: bytes) -> Memo | None:
        written = take(OUTPUT, str(output))
        if self._settings is None or CONF not in self._trees or self._asked.identity() != self._identity:
            return None
        trees = {name: _now(name, tree) for name, tree in self._trees.items()}
        if any(differences(tree, trees[name]) for name, tree in self._trees.items()):
            # Something changed while the site was built: whatever was read of it, the next build reads it again.
            return None
        salt, variables = os.urandom(16), asked_of_environment(self._files)
        return Memo(
            identity=self._identity,
            settings=self._settings,
            names=self._names,
            trees={**trees, f"{OUTPUT} 0": written},
            salt=salt,
            variables=None if variables is None else {name: hidden(name, salt) for name in sorted(variables)},
            said=said,
            kept=kept,
        )


def _now(name: str, tree: Tree) -> Tree:
    """Return a tree as it is now: itself, where it is the same and too old to change unseen."""
    if tree.is_same() and not tree.fresh:
        return tree
    return take(name.partition(" ")[0], os.fsdecode(tree.root), tree.files)
