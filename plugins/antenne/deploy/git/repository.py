"""The few things that publishing does with git, in a repository of its own that no person works in."""

from __future__ import annotations

import hashlib
import secrets
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from antenne.deploy.git.running import Branch, Git
from antenne.deploy.manifest import Fingerprint
from antenne.deploy.refusal import PublishRefused, TargetIsBusy

_PIECE = 1024 * 1024

_ANSWER, _TRANSFER = 120.0, 3600.0
"""How long the remote is waited for, in s: to say where its branch leads, and to take or to give a whole site."""

_NOBODY = {
    f"GIT_{who}_{what}": words
    for who in ("AUTHOR", "COMMITTER")
    for what, words in (("NAME", "Antenne"), ("EMAIL", "antenne@localhost"))
}


class Repository(Git):
    """Our repository, and the remote one behind it. Every call raises PublishRefused when it fails."""

    def prepare(self) -> None:
        """Make our repository, unless it is there."""
        if not (self.branch.work / "HEAD").is_file():
            self.branch.work.mkdir(parents=True, exist_ok=True)
            self.run("init", "--quiet", "--bare")

    def head(self) -> str:
        """Return the commit that the remote branch leads to, empty when there is none."""
        said = self.run("ls-remote", self.branch.remote, self.branch.ref, seconds=_ANSWER).decode("utf-8", "replace")
        return said.split("\t")[0].strip()

    def fetch(self, commit: str) -> None:
        """Bring a commit of the branch, without what was before it."""
        if not self.has(commit):
            named = ("--no-tags", self.branch.remote, self.branch.ref)
            self.run("fetch", "--quiet", "--depth=1", *named, seconds=_TRANSFER)
        if not self.has(commit):
            raise TargetIsBusy(f"Somebody else published to {self.branch.shown} in this very moment. Publish again.")

    def has(self, commit: str) -> bool:
        """Say whether our repository has a commit."""
        return self._done("cat-file", "-e", f"{commit}^{{commit}}").returncode == 0

    def message(self, commit: str) -> str:
        """Return a commit's message."""
        return self.run("log", "-1", "--format=%B", commit).decode("utf-8", "replace")

    def files(self, commit: str) -> Iterator[tuple[str, Fingerprint]]:
        """Give path and fingerprint of every file of a commit."""
        listed = self.run("ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape")
        entries = [entry.partition("\t") for entry in listed.split("\0") if entry]
        blobs = [(path, head.split()[2]) for head, _, path in entries if head.split()[1] == "blob"]
        with TemporaryFile() as asked, TemporaryFile() as errors:
            asked.write("".join(f"{blob}\n" for _, blob in blobs).encode())
            asked.seek(0)
            words, place, env = self._command(("cat-file", "--batch", "--buffer"), {})
            with subprocess.Popen(  # noqa: S603
                words, cwd=place, env=env, stdin=asked, stdout=subprocess.PIPE, stderr=errors
            ) as child:
                assert child.stdout is not None
                for path, _ in blobs:
                    yield path, self._read(child.stdout)

    def _read(self, said: IO[bytes]) -> Fingerprint:
        """Read one file of many from what git prints, a piece at a time."""
        head = said.readline().split()
        if len(head) != 3:
            raise self._refused("git cannot read its own repository")
        digest, left = hashlib.sha256(), int(head[2])
        while left and (piece := said.read(min(left, _PIECE))):
            digest.update(piece)
            left -= len(piece)
        said.read(1)
        return Fingerprint(sha256=digest.hexdigest(), size=int(head[2]))

    def commit(self, build: Path, paths: Iterable[str], message: str) -> str:
        """Make a commit of files of a folder, with no other before it, and return its name."""
        # A git of a publication that was killed may still hold an index: each publication has its own.
        for stale in self.branch.work.glob("antenne-index*"):
            stale.unlink(missing_ok=True)
        index = self.branch.work / f"antenne-index-{secrets.token_hex(4)}"
        more = {"GIT_INDEX_FILE": str(index), "GIT_WORK_TREE": str(build)}
        plain = ("--literal-pathspecs", "-c", "core.autocrlf=false", "-c", "core.safecrlf=false")
        named = ("--pathspec-from-file=-", "--pathspec-file-nul")
        self.run(*plain, "add", "--force", *named, stdin="\0".join(paths).encode(), env=more)
        # Hosts that run Jekyll leave out files that begin with an underscore unless this one is there.
        empty = self.run("hash-object", "-w", "--stdin", stdin=b"").decode().strip()
        self.run("update-index", "--add", "--cacheinfo", f"100644,{empty},.nojekyll", env=more)
        tree = self.run("write-tree", env=more).decode().strip()
        index.unlink(missing_ok=True)
        return self.run("commit-tree", tree, stdin=message.encode(), env=_NOBODY).decode().strip()

    def tree_again(self, commit: str, message: str) -> str:
        """Make a commit of another commit's files, and return its name."""
        return self.run("commit-tree", f"{commit}^{{tree}}", stdin=message.encode(), env=_NOBODY).decode().strip()

    def push(self, commit: str, expected: str) -> None:
        """Let the remote branch lead to a commit, if it leads to the expected one; raise TargetIsBusy when not."""
        self._mark(expected)
        lease = f"--force-with-lease={self.branch.ref}:{expected}"
        named = (lease, self.branch.remote, f"{commit}:{self.branch.ref}")
        done = self._done("push", "--quiet", "--porcelain", *named, seconds=_TRANSFER)
        if done.returncode == 0 or self._arrived(commit):
            return
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        if "stale info" in said or "[rejected]" in said:
            raise TargetIsBusy(
                f"Somebody else published to {self.branch.shown} while this publication was under way. Get their "
                "content, then publish again."
            )
        raise self._refused(said)

    def _mark(self, commit: str) -> None:
        """Let git see that the other side has all files of a commit: without history it would send them all again.

        Only in a shallow repository does it look at the files of commits that are no ancestors (list-objects.c,
        edge_hint_aggressive), and one is shallow when a commit stands in this file. Ours have no parents to leave out.
        """
        place = self.branch.work / "shallow"
        known = place.read_text(encoding="ascii").split() if place.is_file() else []
        if commit and commit not in known:
            place.write_text("".join(f"{one}\n" for one in (*known, commit)), encoding="ascii")

    def remember(self, name: str, commit: str) -> None:
        """Keep a commit under a publication's name."""
        self.run("update-ref", f"refs/antenne/{name}", commit)

    def remembered(self) -> dict[str, str]:
        """Return the commits that are kept, by the names of their publications."""
        said = self.run("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/antenne/")
        return dict(line.split(" ") for line in said.decode().splitlines())

    def forget(self, name: str) -> None:
        """Keep a commit no longer."""
        self.run("update-ref", "-d", f"refs/antenne/{name}")

    def tidy(self) -> None:
        """Let git pack what is needed and drop what is not, when that is worth it."""
        self.run("-c", "gc.pruneExpire=1.day.ago", "-c", "gc.autoDetach=false", "gc", "--auto", "--quiet")

    def _arrived(self, commit: str) -> bool:
        """Say whether a push did its work though its answer was lost."""
        try:
            return self.head() == commit
        except PublishRefused:
            return False


@contextmanager
def opened(branch: Branch) -> Iterator[Repository]:
    """Give our repository, ready for use."""
    repository = Repository(branch)
    repository.prepare()
    yield repository
