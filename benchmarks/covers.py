"""Covers alone: `python -m benchmarks.covers SITE OUT` makes each as JPEG and WebP in five widths, as a build does.

It is Antenne's part of the measured case: every picture is read, planned, drawn and put into the output folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "plugins"))

from antenne.media import Pictures, Recipe, Store, read_image  # noqa: E402 — the package stands in plugins/

WIDTHS = (160, 320, 480, 640, 960)
FORMATS = ("image/webp", "image/jpeg")


def main() -> None:
    """Make the variants of all covers of a site."""
    site, out = (Path(argument) for argument in sys.argv[1:])
    recipe = Recipe(name="bench", widths=WIDTHS, formats=FORMATS)
    with Store(site / ".antenne" / "cache") as store:
        pictures = Pictures()
        for cover in sorted(site.glob("content/books/*/cover.jpg")):
            pictures.picture(read_image(cover, store), recipe)
        pictures.render(store, out)


if __name__ == "__main__":
    main()
