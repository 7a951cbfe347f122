"""Takes pictures of every kind of page at three widths, light and dark: `tools/screenshots.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "plugins")]

from tests.browser import screenshots  # noqa: E402

if __name__ == "__main__":
    screenshots.run(sys.argv[1:])
