"""What somebody who gives Ctrl-C reads: that it stopped, and what holds now."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.site import make_site

WHOLE = "The live site is whole: as it was, or as it was to be. The next “invoke publish” goes on from there."


def listen_to_ctrl_c() -> None:
    """Undo what a shell does to programs in its background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("publish", f"Stopped. {WHOLE} A recording that was taken in stays in content/episodes/."),
        ("rollback", f"Stopped. {WHOLE}"),
        ("build", "Stopped."),
    ],
)
def test_a_command_that_is_stopped_says_what_holds(tmp_path: Path, command: str, said: str) -> None:
    site = make_site(tmp_path / "site")
    config = site / "pelicanconf.py"
    waiting = "import time\nfrom pathlib import Path\nPath('waiting').touch()\ntime.sleep(600)\n"
    config.write_text(config.read_text(encoding="utf-8") + waiting, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "invoke", command],
        cwd=site,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=listen_to_ctrl_c,
    ) as stopped:
        deadline = time.monotonic() + 120
        while not (site / "waiting").exists():
            assert stopped.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        stopped.send_signal(signal.SIGINT)
        _, told = stopped.communicate(timeout=120)
    assert (stopped.returncode, told.strip()) == (130, said)
