"""A listener in a real browser: what several tests of the player do."""

from __future__ import annotations

from playwright.sync_api import Page

AUDIO = "document.querySelector('audio')"
DEADLINE = 30_000
"""How long, in ms, one waits for what must come: the machine may be slow."""


def until(page: Page, condition: str) -> None:
    """Wait until a condition on `audio`, the page's first player, holds."""
    page.wait_for_function(f"() => {{ const audio = {AUDIO}; return {condition}; }}", timeout=DEADLINE)


def press_play(page: Page) -> None:
    """Start the sound as its own button does, and wait until it runs."""
    page.locator("audio").first.evaluate("audio => audio.play()")
    until(page, "!audio.paused && audio.currentTime > 0")


def go_to(page: Page, seconds: float) -> None:
    """Move within the recording as the listener does on its own bar."""
    page.locator("audio").first.evaluate("(audio, time) => { audio.currentTime = time; }", seconds)
    until(page, "!audio.seeking")


def time_of(page: Page) -> float:
    """Return where the sound is, in seconds."""
    return float(page.evaluate(f"{AUDIO}.currentTime"))


def stored(page: Page) -> str:
    """Return all that the site keeps on the device."""
    return str(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
