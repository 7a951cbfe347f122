"""The commands of the site: `invoke --list` names them."""

import sys
from pathlib import Path

PROJECT = Path(__file__).parent
sys.path.insert(0, str(PROJECT / "plugins"))

from antenne.commands import commands_of  # noqa: E402 — the package stands in plugins/

namespace = commands_of(PROJECT)
