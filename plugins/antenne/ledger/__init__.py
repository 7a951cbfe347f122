"""The ledger: what subscribers already have, and what they would see if it changed."""

from antenne.ledger.compare import compare
from antenne.ledger.entries import Ledger, Places, PublishedEpisode, PublishedShow, Withdrawn
from antenne.ledger.news import news
from antenne.ledger.published_feed import NoFeed, PublishedFeed, read_published_feed
from antenne.ledger.reading import read_ledger
from antenne.ledger.recording import record, record_addresses
from antenne.ledger.recover import Recovered, recover
from antenne.ledger.settling import settle
from antenne.ledger.writing import ledger_bytes, write_bytes, write_ledger

__all__ = [
    "Ledger",
    "NoFeed",
    "Places",
    "PublishedEpisode",
    "PublishedFeed",
    "PublishedShow",
    "Recovered",
    "Withdrawn",
    "compare",
    "ledger_bytes",
    "news",
    "read_ledger",
    "read_published_feed",
    "record",
    "record_addresses",
    "recover",
    "settle",
    "write_bytes",
    "write_ledger",
]
