"""The look at what a build would be made from: has anything changed since the last one?"""

from __future__ import annotations

import os

from antenne.build.memo import Memo, hidden, read_memo
from antenne.build.roots import CONF, CONTENT, OUTPUT, packed_among, take
from antenne.build.same import all_same
from antenne.build.tree import ROOT, Tree, Unsure, differences
from antenne.build.values import run_config, texts_of
from antenne.build.why import of_files, of_identity, of_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antenne.build.asked import Asked


class Seen:
    """What a look has found: `same` when nothing has changed, else `why` there is something to build, in a sentence.

    `said` is what was said of the last build; `why` is empty where there was none. `trees` are those that were taken
    on the way, as they are now: a build that follows need not take them again. Where nothing but content has changed,
    or nothing at all, `edits` are its paths, relative to its folder; `kept` is the seal of what that build has kept.
    """

    __slots__ = ("edits", "kept", "said", "same", "trees", "why")

    def __init__(
        self,
        *,
        same: bool = False,
        why: str = "",
        said: Mapping[str, str] | None = None,
        trees: Mapping[str, Tree] | None = None,
        edits: Sequence[bytes] | None = None,
        kept: bytes = b"",
    ) -> None:
        self.same, self.why, self.said, self.trees = same, why, said or {}, trees or {}
        self.edits, self.kept = edits, kept

    def still_holds(self) -> bool:
        """Say whether all that was looked at is as it was: who builds asks when no other build can come between."""
        return all(tree.is_same() for tree in self.trees.values())

    def followed_links(self) -> bool:
        """Say whether links stand in the content: what one leads to may be known under one of its names alone."""
        return any(tree.links for name, tree in self.trees.items() if name.startswith(CONTENT))


def look(asked: Asked, *, packed: bool = False) -> Seen:
    """Compare what a build would be made from with what the last one was made from; change nothing but the memo.

    With `packed`, files that were packed beside what was built are no change.
    """
    trees: dict[str, Tree] = {}
    edits: list[bytes] = []
    try:
        memo = read_memo(asked.memo)
        if memo is None:
            return Seen()
        why = _why(asked, memo, trees, edits, packed=packed)
    except Unsure as unsure:
        return Seen(why=f"Whether something has changed cannot be said: {unsure}.")
    except Exception:  # noqa: BLE001 — whatever a memo or a disk holds, a build is the answer, and tells what is wrong
        return Seen(why="What is remembered of the last build cannot be read: everything is built.")
    known = edits if edits or not why else None
    return Seen(same=not why, why=why, said=memo.said, trees=trees, edits=known, kept=memo.kept)


def _why(asked: Asked, memo: Memo, trees: dict[str, Tree], edits: list[bytes], *, packed: bool) -> str:
    """Return the sentence that says what changed, empty when nothing did; take down edits of content alone."""
    if why := of_identity(memo.identity, asked.identity()) or _why_settings(asked, memo):
        return why
    sources = {name: tree for name, tree in memo.trees.items() if name != CONF}
    if all_same(list(sources.values())):
        # Who goes on from here asks later whether all of this still holds.
        trees.update(sources)
        return ""
    return _why_trees(asked, memo, trees, edits, packed=packed)


def _why_settings(asked: Asked, memo: Memo) -> str:
    """Settings that have no other source than their files and the environment need not be run."""
    asked_for = memo.variables
    if (
        asked_for is not None
        and memo.trees[CONF].is_same()
        and all(hidden(name, memo.salt) == known for name, known in asked_for.items())
    ):
        return ""
    config = os.path.join(asked.project, asked.config)
    beside = [os.fsdecode(name).removesuffix(".py") for name in memo.trees[CONF].names]
    return of_settings(memo.settings, texts_of(run_config(config, beside), memo.names))


def _why_trees(asked: Asked, memo: Memo, trees: dict[str, Tree], edits: list[bytes], *, packed: bool) -> str:
    """Say what changed; where nothing did but what the system tells, remember that."""
    ignored: set[bytes] = set()
    why = ""
    for name, tree in memo.trees.items():
        if name == CONF:
            continue
        kind = name.partition(" ")[0]
        now = tree if tree.is_same() else take(kind, os.fsdecode(tree.root), tree.files)
        trees[name] = now
        if now is tree:
            continue
        found = differences(tree, now, shared=kind == OUTPUT)
        if kind == OUTPUT and packed:
            ignored = set(packed_among(found, tree.names))
            found = [one for one in found if one not in ignored]
        if not found:
            memo.trees[name] = now
        elif why or kind != CONTENT or ROOT in found:
            edits.clear()
            return why or of_files(kind, os.fsdecode(tree.root), found, asked.project)
        else:
            # Whether that is all that has changed decides how much there is to do.
            why = of_files(kind, os.fsdecode(tree.root), found, asked.project)
            edits.extend(found)
    if not why and not ignored:
        memo.write(asked.memo)
    return why
