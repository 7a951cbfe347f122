"""A request for a recording, as a server's log tells it."""

from __future__ import annotations

UNKNOWN = -1
"""The place in the file where an answer begins, when the log does not tell it."""

Request = tuple[bytes, bytes, int, int, int, int, bytes, bytes]
"""Method, status, sent, start, wanted, at, address, agent: plain, since millions are made.

`sent` is in bytes, without the answer's headers where the log tells them apart; `start` is the place in the file of
the first of them, `wanted` the last place that was asked for, each UNKNOWN when the log does not say; `at` is in
seconds since 1970; address and agent are as the log writes them.
"""
