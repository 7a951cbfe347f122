"""The commands of the site: `invoke --list` names them."""

import sys
from pathlib import Path

PROJECT = Path(__file__).parent
sys.path.insert(0, str(PROJECT / "plugins"))


def stop(sentence: str) -> None:
    """Say what is missing and end with code 2: nothing that says it better can be imported."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


if sys.version_info < (3, 11):  # noqa: UP036 — whoever gives a command with an older Python is told
    stop(f"Antenne needs Python 3.11 or a newer one, and this is {sys.version_info[0]}.{sys.version_info[1]}.")

try:
    from antenne.commands import commands_of
except ImportError as error:
    if (error.name or "antenne").split(".")[0] == "antenne":
        raise
    stop(
        f"The Python package {error.name} is missing, or is not the one that Antenne needs. In this folder, give: "
        f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
    )

namespace = commands_of(PROJECT)
