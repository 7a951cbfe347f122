"""Reads `pelicanconf.py` or `publishconf.py` without Pelican, as Pelican would: its upper-case names."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Mapping
from pathlib import Path

from antenne.build.purity import imported_files
from antenne.problems import ProblemsFound, Where
from antenne.problems.rules import SETTINGS_UNREADABLE
from antenne.settings.reading import SiteKeys

_RESTING = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "DIRECT_TEMPLATES")
_OURS = ["antenne.plugin"]


def load_config(config: Path, overrides: Mapping[str, object] | None = None) -> dict[str, object]:
    """Return the upper-case names that a settings file defines, with some of them overridden.

    The file is Python and runs: it is the author's own. Raise ProblemsFound when it cannot.
    """
    # A settings file may import others by name: never those of a site read before, or as they were before.
    for file in imported_files(config):
        sys.modules.pop(file.stem, None)
    try:
        names = runpy.run_path(str(config))
    except FileNotFoundError:
        raise _unreadable(
            config, 0, "There is no such file here.", "Go to the folder of your site, then give the command again."
        ) from None
    except SyntaxError as error:
        quoted = "'" in (error.text or "")
        hint = "Correct this line" + ("; a text with an apostrophe stands between double quotes." if quoted else ".")
        # One settings file may take in another: the fault is told where it stands.
        faulty = Path(error.filename or config)
        raise _unreadable(faulty, error.lineno or 0, _ended(f"This is not Python: {error.msg}"), hint) from None
    except Exception as error:  # whatever the author's file raises is told in one sentence
        message = _ended(f"The file stopped with {type(error).__name__}: {error}")
        raise _unreadable(config, 0, message, "Correct the file.") from error
    return {name: value for name, value in names.items() if name.isupper()} | dict(overrides or {})


def _ended(message: str) -> str:
    return message if message[-1:] in ".!?…" else f"{message}."


def needs_pelican(raw: Mapping[str, object]) -> str:
    """Return why a site needs a whole Pelican build, in a few words, or nothing when Antenne makes all of it."""
    others = [plugin for plugin in _listed(raw, "PLUGINS") if plugin not in _OURS]
    if others:
        return "the plugins " + ", ".join(str(plugin) for plugin in others)
    awake = [name for name in _RESTING if _listed(raw, name)]
    return f"the setting {awake[0]}" if awake else ""


def counted() -> tuple[str, ...]:
    """Return the names of all settings that what is built depends on, where Antenne makes all of it."""
    return (*SiteKeys.__dataclass_fields__, "PLUGINS", *_RESTING)


def _listed(raw: Mapping[str, object], name: str) -> list[object]:
    value = raw.get(name)
    return list(value) if isinstance(value, (list, tuple)) else []


def _unreadable(config: Path, line: int, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([SETTINGS_UNREADABLE.at(Where(config.name, line), message, hint)])
