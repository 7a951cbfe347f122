"""What a count found, for other programs: CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

from antenne.stats.result import Result

GUIDELINES = "IAB Tech Lab, Podcast Measurement Technical Guidelines 2.3"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_document(result: Result) -> str:
    """Return one line per UTC day, episode and app."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("date", "guid", "episode", "title", "app", "downloads"))
    for row in result.rows:
        texts = (row.title.guid, row.title.key, row.title.title, row.app)
        writer.writerow((row.day.isoformat(), *map(_cell, texts), row.downloads))
    return out.getvalue()


def json_document(result: Result) -> str:
    """Return the downloads with how they were counted."""
    first7, first30 = result.first_days(7), result.first_days(30)
    document = {
        "guidelines": GUIDELINES,
        "window": result.window.value,
        "timezone": "UTC",
        "most_per_address": result.limit,
        "user_agents": list(result.sources),
        "downloads": result.downloads,
        "lines": {"read": result.lines, "malformed": result.malformed, "for_recordings": result.requests},
        "left_out": {
            "requests": dict(result.left_out),
            "late": result.late,
            "crowded_addresses": result.crowds,
            "downloads_of_crowded_addresses": result.crowd_downloads,
        },
        "episodes": [
            {
                "guid": title.guid,
                "episode": title.key,
                "title": title.title,
                "published": title.published.isoformat() if title.published else None,
                "gone": title.gone,
                "downloads": number,
                "first_7_days": first7.get(title, 0),
                "first_30_days": first30.get(title, 0),
            }
            for title, number in result.by_title()
        ],
        "days": [{"date": day.isoformat(), "downloads": number} for day, number in result.by_day()],
        "apps": [{"app": app, "downloads": number} for app, number in result.by_app()],
        "rows": [
            {"date": row.day.isoformat(), "guid": row.title.guid, "app": row.app, "downloads": row.downloads}
            for row in result.rows
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
