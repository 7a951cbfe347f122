"""Words that several commands share: what their flags mean, and how their own words are told from flags."""

from __future__ import annotations

ACCEPT = "a change to what subscribers have that is meant, as CODE:NAME; may be repeated"
NEWEST, LIMIT = 3, 500
"""What `antenne.check` and `antenne.stats` call so: those rooms are loaded by the commands that need them."""

COMMANDS = (
    "build",
    "check",
    "serve",
    "publish",
    "rollback",
    "comment",
    "ledger",
    "stats",
    "servers",
    "doctor",
    "bench",
)
"""The names of all commands."""

VALUED = (
    "--book",
    "-b",
    "--accept",
    "-a",
    "--show",
    "-s",
    "--recording",
    "-r",
    "--target",
    "-t",
    "--format",
    "-f",
    "--live",
    "-l",
    "--newest",
    "-n",
    "--explain",
    "-e",
)
"""The flags that take the word after them."""
