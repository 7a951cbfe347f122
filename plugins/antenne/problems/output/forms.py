"""Rules on the other forms of feeds: JSON Feed and the list of all feeds."""

from __future__ import annotations

from antenne.problems.problem import Rule

JSON_FEED = Rule(
    "json-feed",
    "A JSON Feed has its version, title, own address, and items with ids and recordings that are on the site.",
    "JSON Feed 1.1",
    why="Programs that read JSON Feed refuse one without these, and take two items with one id for one.",
    remedy="Build again; when it stays so, check SITEURL and the guids of the episodes.",
)
OPML = Rule(
    "opml",
    "The list of feeds is OPML 2.0, and every feed in it is on the site.",
    "OPML 2.0",
    why="Apps import feeds from it, and tell their users of each that is not there.",
    remedy="Build again; when it stays so, check SITEURL.",
)
