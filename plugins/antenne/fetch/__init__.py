"""The only door to the network: a bounded fetcher that asks public addresses alone."""

from antenne.fetch.address import FetchRefused, is_loopback, is_nowhere
from antenne.fetch.fetch import Answer, Fetch, Limits, fetch

__all__ = ["Answer", "Fetch", "FetchRefused", "Limits", "fetch", "is_loopback", "is_nowhere"]
