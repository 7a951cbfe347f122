"""The commands of the site: `invoke --list` names them. `python tasks.py build` is quicker when nothing has changed."""

import os
import sys

PROJECT = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(PROJECT, "plugins"))

if __name__ == "__main__":
    from antenne.__main__ import main

    sys.exit(main())

from pathlib import Path  # noqa: E402


def stop(sentence: str) -> None:
    """Say what is missing and end with code 2: nothing that says it better can be imported."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


if sys.version_info < (3, 11):  # noqa: UP036 — whoever gives a command with an older Python is told
    stop(f"Antenne needs Python 3.11 or a newer one, and this is {sys.version_info[0]}.{sys.version_info[1]}.")

try:
    from antenne.commands.tasks import commands_of
except ImportError as error:
    if (error.name or "antenne").split(".")[0] == "antenne":
        raise
    stop(
        f"The Python package {error.name} is missing, or is not the one that Antenne needs. In this folder, give: "
        f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
    )

namespace = commands_of(Path(PROJECT))
