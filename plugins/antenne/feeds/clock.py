"""Times within a recording, as the formats of chapters and captions write them."""

from __future__ import annotations


def clock(seconds: float, hours: bool) -> str:
    """Return `MM:SS`, or `HH:MM:SS` with hours; a part of a second is dropped."""
    minutes, second = divmod(int(seconds), 60)
    if not hours:
        return f"{minutes:02d}:{second:02d}"
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}"


def clock_millis(seconds: float, point: str = ".") -> str:
    """Return `HH:MM:SS.mmm`, rounded to the millisecond."""
    whole, millis = divmod(round(max(0.0, seconds) * 1000), 1000)
    return f"{clock(whole, hours=True)}{point}{millis:03d}"


def clock_plain(seconds: float) -> str:
    """Return `MM:SS`, or `H:MM:SS` from an hour on; a part of a second is dropped."""
    return clock(seconds, hours=True).removeprefix("0") if seconds >= 3600 else clock(seconds, hours=False)
