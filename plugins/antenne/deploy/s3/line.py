"""Connections to an object store, and how long its answers are waited for."""

from __future__ import annotations

from functools import partial
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError
from msgspec import Struct

from antenne.deploy.s3.objects import Place

_TRIES = 5
"""How often a request is made that the store refuses for a moment, or that the network cuts."""


class Patience(Struct, frozen=True, kw_only=True):
    """How long a connection and an answer are waited for, in s, and how often an answer that does not come."""

    connect: float
    answer: float
    times: int


PATIENT = Patience(connect=10, answer=60, times=2)
"""On a slow line, what a socket has taken may be under way for most of a minute."""

BRIEF = Patience(connect=5, answer=10, times=1)


def connect(place: Place, patience: Patience) -> Any:  # boto3 makes its clients when it runs
    """Return boto3's client of a place."""
    client = boto3.client(
        "s3",
        endpoint_url=place.endpoint or None,
        region_name=place.region,
        aws_access_key_id=place.key or None,
        aws_secret_access_key=place.secret or None,
        config=Config(
            s3={"addressing_style": "path" if place.endpoint else "auto"},
            retries={"mode": "standard", "total_max_attempts": _TRIES},
            connect_timeout=patience.connect,
            read_timeout=patience.answer,
            max_pool_connections=32,
        ),
    )
    # A server that takes requests and answers none (Ceph does so while its disks are full) would be asked five times.
    client.meta.events.register_first("needs-retry.s3", partial(_given_up, patience.times))
    return client


def _given_up(times: int, attempts: int, caught_exception: Exception | None = None, **_: object) -> bool | None:
    """Return False where a request is not to be made again, and nothing where boto3 is to decide."""
    return False if isinstance(caught_exception, ReadTimeoutError) and attempts >= times else None
