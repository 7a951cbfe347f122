"""Pages that are open hear of a new build at once, and of the end."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from antenne.commands import reload
from antenne.commands.reload import Live


async def heard(live: Live, folder: Path) -> list[str]:
    stream = reload._events(live)
    told = [await anext(stream)]
    for _ in range(2):
        coming = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        # The build is another thread's affair.
        threading.Thread(target=live.swap, args=(folder,)).start()
        told.append(await coming)
    threading.Thread(target=live.end).start()
    with pytest.raises(StopAsyncIteration):
        await anext(stream)
    return told


def test_a_page_that_waits_hears_of_every_build_and_of_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing but the news wakes it.
    monkeypatch.setattr(reload, "BREATH", 3600.0)
    live = Live()
    told = asyncio.run(asyncio.wait_for(heard(live, tmp_path), 60))
    assert len({line for line in told if line.startswith("data: ")}) == 3
    assert not live._listeners


def test_a_page_that_waits_long_is_told_that_the_server_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    async def quiet() -> str:
        stream = reload._events(Live())
        await anext(stream)
        return await anext(stream)

    monkeypatch.setattr(reload, "BREATH", 0.01)
    assert asyncio.run(quiet()).startswith(":")


def test_news_for_a_page_whose_server_has_ended_is_no_error(tmp_path: Path) -> None:
    live = Live()

    async def leave() -> None:
        stream = reload._events(live)
        await anext(stream)
        kept.append(stream)

    kept: list[object] = []
    asyncio.run(leave())
    live.swap(tmp_path)
    live.end()
