from __future__ import annotations

import re
import shutil
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Error as BrowserError

from antenne.commands.app import make_app
from antenne.commands.reload import Live
from tests.browser.conftest import Served, visiting
from tests.support.serving import serve

pytestmark = pytest.mark.browser


def test_a_page_loads_itself_again_after_a_build_under_the_policy_of_the_site(
    browser: Browser, everything: Served, tmp_path: Path
) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(everything.folder, newer)
    home = newer / "index.html"
    home.write_bytes(home.read_bytes().replace(b"<title>", b"<title>Nouveau "))
    live = Live()
    live.swap(everything.folder)
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        serve(make_app(lambda: live.folder, live=live), listener),
        visiting(browser, Served(f"http://127.0.0.1:{listener.getsockname()[1]}", newer)) as visit,
    ):
        visit.page.goto(f"{visit.address}/")
        for _ in range(300):
            # The page may not have heard of any build yet: each one is told anew.
            live.swap(newer)
            # Not by a function in the page: its policy refuses what is evaluated there, and the console says so.
            with suppress(AssertionError, BrowserError):
                expect(visit.page).to_have_title(re.compile("^Nouveau"), timeout=200)
                break
        expect(visit.page).to_have_title(re.compile("^Nouveau"), timeout=60_000)
        assert visit.console == []
        live.end()
