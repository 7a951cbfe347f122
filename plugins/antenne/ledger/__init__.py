"""The ledger: what subscribers already have, and what they would see if it changed."""

from antenne.ledger.compare import compare
from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow
from antenne.ledger.reading import read_ledger
from antenne.ledger.settling import settle
from antenne.ledger.writing import record, write_ledger

__all__ = [
    "Ledger",
    "PublishedEpisode",
    "PublishedShow",
    "compare",
    "read_ledger",
    "record",
    "settle",
    "write_ledger",
]
