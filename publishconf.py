"""What differs in public: the address, from the environment where it is given there."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403
from pelicanconf import ANTENNE as _ANTENNE

SITEURL = os.environ.get("ANTENNE_SITEURL", "https://antenne.example")
ANTENNE = {**_ANTENNE, "private": False}
