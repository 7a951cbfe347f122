from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.commands.reload import EVENTS
from antenne.commands.server import ServeRefused, listen
from antenne.commands.serving import Followed
from tests.support.site import make_site, write

SCRIPT = """
import shutil, signal, sys
from pathlib import Path
from antenne.commands.report import Report
from antenne.commands.rebuild import Shown
from antenne.commands.server import build_in_child, listen, serve
from antenne.problems import ProblemsFound, Rule, Where

# Tests that run in the background of a shell inherit that Ctrl-C is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
project = Path(sys.argv[1])

def build(folder):
    words = (project / "content/words.txt").read_text()
    if words == "bad":
        raise ProblemsFound([Rule("bad-value", "").at(Where("content/words.txt", 1), "It is bad.", "Mend it.")])
    if words == "broken":
        raise ZeroDivisionError("a plugin broke")
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(f"<head></head>{words}")
    return Shown(folder)

afresh = build_in_child([sys.executable, project / "plugins/build.py"], project)
def watched():
    themes = (project / "conf.py").read_text().split()
    return [project / "content", project / "conf.py", *(project / theme for theme in themes)]

serve(build, watched=watched, work=project / ".antenne/serve", report=Report(),
      listener=listen(port=int(sys.argv[2])), afresh=afresh, code=[project / "plugins", project / "conf.py"])
"""
BUILDER = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
folder.mkdir(parents=True)
(folder / "index.html").write_text("<head></head>new code")
"""

THEMED = BUILDER.replace('new code")', 'look " + Path("mine/look.txt").read_text())')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "plugins"):
        (tmp_path / folder).mkdir()
    (tmp_path / "content/words.txt").write_text("first")
    (tmp_path / "plugins/build.py").write_text("raise SystemExit(1)")
    (tmp_path / "conf.py").write_text("")
    return tmp_path


class Running:
    def __init__(self, project: Path, port: int = 0) -> None:
        env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
        self.log = project / "log.txt"
        with self.log.open("w") as log:
            self.child = subprocess.Popen(
                [sys.executable, "-c", SCRIPT, project, str(port)], env=env, stdout=log, stderr=subprocess.STDOUT
            )
        self.wait_for("The site is at")
        self.port = int(self.log.read_text().split("127.0.0.1:")[1].split("/")[0])

    def wait_for(self, words: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while words not in self.log.read_text():
            assert self.child.poll() is None, self.log.read_text()
            assert time.monotonic() < end, f"{words!r} never came:\n{self.log.read_text()}"
            time.sleep(0.02)

    def page(self) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", "/", headers={"Connection": "close"})
            response = connection.getresponse()
            return response.status, response.read().decode()


@contextmanager
def running(project: Path, port: int = 0) -> Iterator[Running]:
    server = Running(project, port)
    try:
        yield server
    finally:
        server.child.kill()
        server.child.wait()


def next_event(stream: http.client.HTTPResponse) -> str:
    while not (line := stream.readline().decode()).startswith("data: "):
        assert line
    return line


def test_a_change_builds_again_and_tells_the_pages_that_are_open(project: Path) -> None:
    with running(project) as server:
        assert "first" in server.page()[1]
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        connection.request("GET", EVENTS)
        stream = connection.getresponse()
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        before = next_event(stream)
        (project / "content/words.txt").write_text("second")
        assert next_event(stream) != before
        assert "second" in server.page()[1]
        stream.close()
        connection.close()


def test_a_bad_build_is_told_and_the_last_good_site_stays(project: Path) -> None:
    with running(project) as server:
        (project / "content/words.txt").write_text("bad")
        server.wait_for("content/words.txt:1  bad-value  It is bad.\n    Mend it.\n")
        server.wait_for("The last good site is still shown.")
        (project / "content/words.txt").write_text("broken")
        server.wait_for("ZeroDivisionError: a plugin broke")
        assert "first" in server.page()[1]
        (project / "content/words.txt").write_text("mended")
        while "mended" not in server.page()[1]:
            time.sleep(0.05)


def test_a_first_build_that_is_bad_is_waited_for(project: Path) -> None:
    (project / "content/words.txt").write_text("bad")
    with running(project) as server:
        status, page = server.page()
        assert (status, "could not be built yet" in page) == (503, True)
        (project / "content/words.txt").write_text("good")
        server.wait_for("Built in")
        assert "good" in server.page()[1]


def test_a_change_of_code_or_settings_is_built_by_a_process_that_has_the_new_code(project: Path) -> None:
    with running(project) as server:
        (project / "plugins/build.py").write_text(BUILDER)
        while "new code" not in server.page()[1]:
            time.sleep(0.05)
    with running(project) as server:
        saved = project / "conf.py.new"
        saved.write_text("X = 1")
        saved.replace(project / "conf.py")
        while "new code" not in server.page()[1]:
            time.sleep(0.05)


def wait_for_page(server: Running, words: str, seconds: float = 30) -> None:
    """Wait until the page says some words."""
    end = time.monotonic() + seconds
    while words not in server.page()[1]:
        assert time.monotonic() < end, f"{words!r} never came:\n{server.log.read_text()}"
        time.sleep(0.05)


def test_a_folder_that_was_away_and_came_back_is_followed_again(project: Path) -> None:
    with running(project) as server:
        (project / "content").rename(project / "elsewhere")
        server.wait_for("The last good site is still shown.")
        (project / "content").mkdir()
        (project / "content/words.txt").write_text("restored")
        wait_for_page(server, "restored")
        (project / "content/words.txt").write_text("later")
        wait_for_page(server, "later")
        shutil.rmtree(project / "content")
        (project / "elsewhere").rename(project / "content")
        wait_for_page(server, "first")


def test_a_folder_that_the_settings_name_later_is_followed(project: Path) -> None:
    (project / "plugins/build.py").write_text(THEMED)
    (project / "mine").mkdir()
    (project / "mine/look.txt").write_text("red")
    with running(project) as server:
        (project / "conf.py").write_text("mine")
        wait_for_page(server, "look red")
        (project / "mine/look.txt").write_text("green")
        wait_for_page(server, "look green")


def test_a_theme_named_in_the_settings_later_is_followed(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    project = Project(site)
    followed = Followed(project, project.settings(LOCAL))
    assert followed.folders() == (site / "content", site / "theme")
    write(site / "mine/theme.yaml", "extends: ../theme\n")
    conf = site / LOCAL
    conf.write_text(conf.read_text().replace('THEME = "theme"', 'THEME = "mine"'))
    assert followed.folders() == (site / "content", site / "mine", site / "theme")
    conf.write_text("SITENAME = ")
    assert followed.folders() == (site / "content", site / "mine", site / "theme")


def test_builds_do_not_pile_up(project: Path) -> None:
    with running(project) as server:
        for number in range(4):
            (project / "content/words.txt").write_text(f"words {number}")
            while f"words {number}" not in server.page()[1]:
                time.sleep(0.02)
        # The new site is served a moment before the old one is removed.
        folder, deadline = project / f".antenne/serve/{server.port}", time.monotonic() + 20
        while len(list(folder.iterdir())) > 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(list(folder.iterdir())) <= 2


def test_ctrl_c_ends_quietly_even_with_a_page_open(project: Path) -> None:
    with running(project) as server:
        with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
            connection.request("GET", EVENTS)
            stream = connection.getresponse()
            next_event(stream)
            server.child.send_signal(signal.SIGINT)
            assert server.child.wait(10) == 0
            stream.close()
        assert server.log.read_text().endswith("Stopped.\n")
        assert "Traceback" not in server.log.read_text()
        assert not (project / f".antenne/serve/{server.port}").exists()


def test_a_port_in_use_is_one_sentence_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeRefused, match=f"Port {port} is in use.*--port {port + 1}"):
            listen(port=port)


@pytest.mark.parametrize(("host", "port"), [("203.0.113.7", 8000), ("no such host", 8000), ("127.0.0.1", 99999)])
def test_an_address_that_cannot_be_is_refused_with_what_to_do(host: str, port: int) -> None:
    with pytest.raises(ServeRefused, match=r"--host|choose"):
        listen(host, port)


def test_only_this_machine_can_ask_by_default() -> None:
    with listen(port=0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
