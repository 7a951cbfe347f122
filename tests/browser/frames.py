"""A page of somebody else that shows ours in a frame."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Frame, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.support.serving import serve


@contextmanager
def another_site(body: str) -> Iterator[str]:
    """Serve a page of somebody else, on an origin of its own, and give its address."""

    def answer(request: Request) -> Response:
        return HTMLResponse(f"<!doctype html><html lang='fr'><title>Un autre site</title>{body}</html>")

    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        serve(Starlette(routes=[Route("/{path:path}", answer)]), listener),
    ):
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def framed(page: Page) -> Frame:
    """Return the frame of a page, once it is there."""
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_load_state("load")
    return frame
