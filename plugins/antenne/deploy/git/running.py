"""Runs git in a repository of our own: with a token for one host alone, with no questions, and not for ever."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from antenne.deploy.refusal import PublishRefused

TOKEN = "ANTENNE_GIT_TOKEN"  # noqa: S105 — the name of a variable
"""The variable of the environment that holds the password of an https remote."""

_HELPER = f'!f() {{ echo username=x-access-token; echo "password=${TOKEN}"; }}; f'


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch of a remote repository; `work` is the folder of our own repository, which may be deleted.

    `token` is the password of an https remote; it is never shown.
    """

    remote: str
    branch: str
    work: Path
    token: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The branch as the author knows it."""
        return f"{self.remote} ({self.branch})"

    @property
    def ref(self) -> str:
        """The branch's full name."""
        return f"refs/heads/{self.branch}"


class Git:
    """The program git for a branch, in our own repository. Every call raises PublishRefused when it fails."""

    def __init__(self, branch: Branch) -> None:
        self.branch = branch
        if shutil.which("git") is None:
            raise PublishRefused("The program git is not on this machine. “invoke doctor” says how to get it.")

    def run(
        self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, seconds: float | None = None
    ) -> bytes:
        """Run a git command and return what it prints; `seconds` limits one that asks the remote."""
        done = self._done(*words, stdin=stdin, env=env, seconds=seconds)
        if done.returncode:
            raise self._refused(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def _done(
        self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, seconds: float | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        command, place, whole = self._command(words, env or {})
        try:
            return subprocess.run(  # noqa: S603
                command, input=stdin, capture_output=True, check=False, cwd=place, env=whole, timeout=seconds
            )
        except subprocess.TimeoutExpired:
            raise PublishRefused(
                f"{self.branch.shown} took the question and said nothing. Try “git ls-remote” by hand, then publish "
                "again: it goes on where it stopped."
            ) from None

    def _command(self, words: tuple[str, ...], env: Mapping[str, str]) -> tuple[list[str], str, dict[str, str]]:
        """Return a git command, where it runs, and its environment."""
        ssh = os.environ.get("GIT_SSH_COMMAND", "ssh")
        quiet = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1"}
        quiet |= {"GIT_SSH_COMMAND": f"{ssh} -o BatchMode=yes -o ConnectTimeout=15 -o ServerAliveInterval=15"}
        whole = {**os.environ, **quiet, "GIT_DIR": str(self.branch.work), **env}
        # A server that takes the connection and says nothing must not hold us for ever.
        patience = ["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"]
        helper = self._helper()
        if helper:
            whole[TOKEN] = self.branch.token
        return ["git", *patience, *helper, *words], env.get("GIT_WORK_TREE", str(self.branch.work)), whole

    def _helper(self) -> list[str]:
        """Return what gives git the token, for the remote's own host alone: one that it leads on to gets none."""
        remote = urlsplit(self.branch.remote)
        if not self.branch.token or remote.scheme != "https":
            return []
        return ["-c", "credential.helper=", "-c", f"credential.https://{remote.netloc}.helper={_HELPER}"]

    def _refused(self, said: str) -> PublishRefused:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        token = self.branch.token
        last = next(
            (line for line in lines if line.startswith(("fatal:", "error:", "remote:"))), lines[-1:] and lines[-1]
        )
        words = str(last or "git gave no reason").replace(token, "…") if token else str(last or "git gave no reason")
        return PublishRefused(
            f"{self.branch.shown}: {words}. See that the repository is there and that this machine may push to it, "
            "then publish again."
        )
