"""The Jinja environment: everything escaped, nothing undefined, every interface word open to translation."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

BASE = "antenne"
"""What stands before the name of a template in the last of the themes: `antenne/base.html`."""


class Compiled(BytecodeCache):
    """Templates that were compiled in this process, by their files: what has not changed is not compiled again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put in the code of a template if it was compiled from the same text."""
        known = self._known.get(bucket.key)
        if known is not None and known[0] == bucket.checksum:
            bucket.code = known[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        if bucket.code is not None:
            self._known[bucket.key] = (bucket.checksum, bucket.code)


def make_environment(
    themes: tuple[Path, ...], translations: NullTranslations, compiled: Compiled | None = None
) -> Environment:
    """Return the environment of a theme's templates; what it lacks comes from the themes after it.

    What is `compiled` already is taken from there.
    """
    folders = [theme / "templates" for theme in themes]
    environment = Environment(
        loader=ChoiceLoader([PrefixLoader({BASE: FileSystemLoader(folders[-1])}), FileSystemLoader(folders)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # An environment serves one build: to look at each file again for each page would find nothing.
        auto_reload=False,
        bytecode_cache=compiled,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["css"] = css
    return environment


def css(text: str) -> Markup:
    """Return a plain text as a string of CSS, quotes included."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return Markup(f'"{escaped}"')  # noqa: S704
