"""What hosts that show a branch take: a push succeeds all the same, and the site never changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

FILES = 20_000
"""Cloudflare Pages, Limits: 20,000 files on the free plan, 100,000 on others since January 2026."""

LARGEST = 25 * 1024 * 1024
"""Cloudflare Pages, Limits: 25 MiB a file. GitHub refuses 100 MiB (About large files on GitHub)."""

WHOLE = 1_000_000_000
"""GitHub Docs, GitHub Pages limits: a published site is no larger than 1 GB; GitLab.com has the same."""


def strains(build: Path, paths: Sequence[str]) -> Iterator[str]:
    """Give a sentence for each limit that these files of a built site are beyond, at the host that has the lowest."""
    sizes = {path: (build / path).stat().st_size for path in paths}
    if len(sizes) > FILES:
        yield f"The site has {len(sizes):,} files. Cloudflare Pages takes {FILES:,} on its free plan."
    if large := [path for path, size in sizes.items() if size > LARGEST]:
        most = max(large, key=lambda path: sizes[path])
        more = f", and {len(large) - 1} more are as large" if len(large) > 1 else ""
        mib = f"{sizes[most] / 2**20:.1f} MiB"
        yield f"{most} has {mib}{more}. Cloudflare Pages takes 25 MiB a file; GitHub refuses what has more than 100."
    if (total := sum(sizes.values())) > WHOLE:
        yield f"The site has {total / 1e9:.1f} GB. GitHub and GitLab show 1 GB at most."
