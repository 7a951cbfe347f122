"""Measures how long the feeds of a show take and how much memory: `python tools/measure_feeds.py [episodes…]`.

Each size runs in a process of its own, so that one does not pay for another's memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(PROJECT / "plugins"), str(PROJECT)]

from antenne.channels import all_channels  # noqa: E402
from antenne.feeds import Press, json_feed, rss_documents  # noqa: E402
from antenne.model import Catalog, RichText  # noqa: E402
from tests.feeds import samples  # noqa: E402

_SIZES = ("100", "1000", "10000")
_WORDS = "<p>" + "Trois cents mots sur un livre, ses <em>voix</em> et ses lieux. " * 25 + "</p>"


def catalog(count: int) -> Catalog:
    """Return a show of so many episodes with chapters, a transcript and 300 words of notes each."""
    first = samples.episode().pub_date
    notes = RichText(_WORDS, "Trois cents mots sur un livre.")
    made = (samples.episode(f"e{n}", pub_date=first + timedelta(hours=n), body=notes, books=()) for n in range(count))
    return samples.catalog(*reversed(tuple(made)))


def measure(count: int) -> str:
    """Return a line of the report: documents, megabytes, the largest, seconds, and the peak of the process."""
    site, settings, routes = catalog(count), samples.settings(), samples.routes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    press = Press(catalog=site, routes=routes, settings=settings, art=samples.art)
    begun = time.perf_counter()
    sizes = []
    for channel in all_channels(site, routes, settings):
        sizes += [len(data) for _, data in rss_documents(channel, press)]
        sizes.append(len(json_feed(channel, press)))
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes, largest = sum(sizes) / 1e6, max(sizes) / 1e3
    return (
        f"{count:>6} episodes: {len(sizes):>4} documents, {megabytes:6.1f} MB, the largest {largest:.0f} kB,"
        f" {seconds:6.2f} s, {1000 * seconds / count:.2f} ms each,"
        f" peak {peak / 1024:.0f} MB (before {before / 1024:.0f})"
    )


if __name__ == "__main__":
    if len(sys.argv) == 2:
        sys.stdout.write(measure(int(sys.argv[1])) + "\n")
    else:
        for size in sys.argv[1:] or _SIZES:
            subprocess.run([sys.executable, __file__, size], check=True)
