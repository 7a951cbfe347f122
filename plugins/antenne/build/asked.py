"""What a build is asked for, and by which programs it is made."""

from __future__ import annotations

import os
import sys

import antenne
from antenne.build.sealed import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER = os.path.join(".antenne", "built")
"""Where it is known, from the project's folder: settings are not read yet when it is needed."""

_VARIABLES = ("PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "TZ")
"""What Python itself asks of the environment, and what may be made by other modules or with other bytes then.

The language of the machine is not among them: no page depends on it.
"""


class Asked:
    """A build as it is asked for: with which settings file of which project, and what is said beside them.

    `output` is an absolute path, or empty for the one in the settings.
    """

    __slots__ = ("accepted", "config", "output", "project", "site_url")

    def __init__(
        self, project: str, config: str, *, output: str = "", site_url: str = "", accepted: Iterable[str] = ()
    ) -> None:
        self.project, self.config = os.path.abspath(project), config
        self.output, self.site_url, self.accepted = output, site_url, tuple(sorted(set(accepted)))

    @property
    def memo(self) -> str:
        """The file that remembers the last build of this kind into this folder."""
        name = self.config.removesuffix(".py")
        if self.output:
            name += "-" + digest(os.fsencode(self.output)).hex()[:16]
        return os.path.join(self.project, _FOLDER, name)

    @property
    def shelf(self) -> str:
        """The file of what is kept of that build for the next one."""
        return f"{self.memo}.kept"

    def identity(self) -> dict[str, str]:
        """Return all that must be the same, by what to call it when it is not."""
        return {
            "Python": "\n".join((sys.version, sys.prefix, sys.base_prefix)),
            "the environment": "\n".join(f"{name}={os.environ.get(name)!r}" for name in _VARIABLES),
            "the folder of the project": self.project,
            "the place of Antenne's program": package_folder(),
            "the installed packages": "\n".join(_packages()),
            "what the build is asked for": "\n".join((self.config, self.output, self.site_url, *self.accepted)),
        }


def package_folder() -> str:
    """Return the folder of Antenne's own program, without symbolic links."""
    return os.path.realpath(os.path.dirname(antenne.__file__ or ""))


def _packages() -> Iterator[str]:
    """Give the installed packages with their versions and the moment they were put there."""
    for folder in sorted({path for path in sys.path if path.endswith(("site-packages", "dist-packages"))}):
        try:
            names = sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info", ".pth")))
            yield folder
            for name in names:
                yield f"{name} {os.stat(os.path.join(folder, name)).st_mtime_ns}"
        except OSError:
            continue
