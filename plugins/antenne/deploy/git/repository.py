"""The few things that publishing does with git, in a repository of its own that no person works in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from antenne.deploy.refusal import PublishRefused, TargetIsBusy

TOKEN = "ANTENNE_GIT_TOKEN"  # noqa: S105 — the name of a variable
"""The variable of the environment that holds the password of an https remote."""

_HELPER = f'!f() {{ echo username=x-access-token; echo "password=${TOKEN}"; }}; f'
_NOBODY = {
    f"GIT_{who}_{what}": words
    for who in ("AUTHOR", "COMMITTER")
    for what, words in (("NAME", "Antenne"), ("EMAIL", "antenne@localhost"))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch of a remote repository; `work` is the folder of our own repository, which may be deleted."""

    remote: str
    branch: str
    work: Path

    @property
    def shown(self) -> str:
        """The branch as the author knows it."""
        return f"{self.remote} ({self.branch})"

    @property
    def ref(self) -> str:
        """The branch's full name."""
        return f"refs/heads/{self.branch}"


class Repository:
    """Our repository, and the remote one behind it. Every call raises PublishRefused when it fails."""

    def __init__(self, branch: Branch) -> None:
        self.branch = branch
        if shutil.which("git") is None:
            raise PublishRefused("The program git is not on this machine. “invoke doctor” says how to get it.")

    def prepare(self) -> None:
        """Make our repository, unless it is there."""
        if not (self.branch.work / "HEAD").is_file():
            self.branch.work.mkdir(parents=True, exist_ok=True)
            self.run("init", "--quiet", "--bare")

    def head(self) -> str:
        """Return the commit that the remote branch leads to, empty when there is none."""
        said = self.run("ls-remote", self.branch.remote, self.branch.ref).decode("utf-8", "replace")
        return said.split("\t")[0].strip()

    def fetch(self, commit: str) -> None:
        """Bring a commit of the branch, without what was before it."""
        if not self.has(commit):
            self.run("fetch", "--quiet", "--depth=1", "--no-tags", self.branch.remote, self.branch.ref)

    def has(self, commit: str) -> bool:
        """Say whether our repository has a commit."""
        return self._done("cat-file", "-e", f"{commit}^{{commit}}").returncode == 0

    def message(self, commit: str) -> str:
        """Return a commit's message."""
        return self.run("log", "-1", "--format=%B", commit).decode("utf-8", "replace")

    def files(self, commit: str) -> Iterator[tuple[str, bytes]]:
        """Give path and bytes of every file of a commit."""
        listed = self.run("ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape")
        entries = [entry.partition("\t") for entry in listed.split("\0") if entry]
        blobs = [(path, head.split()[2]) for head, _, path in entries if head.split()[1] == "blob"]
        asked = "".join(f"{blob}\n" for _, blob in blobs).encode()
        said, at = self.run("cat-file", "--batch", stdin=asked), 0
        for path, _ in blobs:
            end = said.index(b"\n", at)
            size = int(said[at:end].split()[2])
            yield path, said[end + 1 : end + 1 + size]
            at = end + 1 + size + 1

    def commit(self, build: Path, message: str) -> str:
        """Make a commit of a folder, with no other before it, and return its name."""
        index = self.branch.work / "antenne-index"
        index.unlink(missing_ok=True)
        more = {"GIT_INDEX_FILE": str(index), "GIT_WORK_TREE": str(build)}
        self.run("-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "add", "--all", "--force", ".", env=more)
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
        lease = f"--force-with-lease={self.branch.ref}:{expected}"
        done = self._done("push", "--quiet", "--porcelain", lease, self.branch.remote, f"{commit}:{self.branch.ref}")
        if done.returncode == 0 or self._arrived(commit):
            return
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        if "stale info" in said or "[rejected]" in said:
            raise TargetIsBusy(
                f"Somebody else published to {self.branch.shown} while this publication was under way. Get their "
                "content, then publish again."
            )
        raise self._refused(said)

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

    def run(self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """Run a git command and return what it prints."""
        done = self._done(*words, stdin=stdin, env=env)
        if done.returncode:
            raise self._refused(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def _arrived(self, commit: str) -> bool:
        """Say whether a push did its work though its answer was lost."""
        try:
            return self.head() == commit
        except PublishRefused:
            return False

    def _done(
        self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        helper = ["-c", "credential.helper=", "-c", f"credential.helper={_HELPER}"] if os.environ.get(TOKEN) else []
        quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": "ssh -o BatchMode=yes", "LC_ALL": "C"}
        place = {"GIT_DIR": str(self.branch.work), "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(  # noqa: S603
            ["git", *helper, *words],  # noqa: S607
            input=stdin,
            capture_output=True,
            check=False,
            cwd=(env or {}).get("GIT_WORK_TREE", self.branch.work),
            env={**os.environ, **quiet, **place, **(env or {})},
        )

    def _refused(self, said: str) -> PublishRefused:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        token = os.environ.get(TOKEN)
        last = next(
            (line for line in lines if line.startswith(("fatal:", "error:", "remote:"))), lines[-1:] and lines[-1]
        )
        words = str(last or "git gave no reason").replace(token, "…") if token else str(last or "git gave no reason")
        return PublishRefused(
            f"{self.branch.shown}: {words}. See that the repository is there and that this machine may push to it, "
            "then publish again."
        )


@contextmanager
def opened(branch: Branch) -> Iterator[Repository]:
    """Give our repository, ready for use."""
    repository = Repository(branch)
    repository.prepare()
    yield repository
