"""The Jinja environment: everything escaped, nothing undefined, every interface word open to translation."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

BASE = "antenne"
"""What stands before the name of a template in the last of the themes: `antenne/base.html`."""


def make_environment(themes: tuple[Path, ...], translations: NullTranslations) -> Environment:
    """Return the environment of a theme's templates; what it lacks comes from the themes after it."""
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
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["css"] = css
    return environment


def css(text: str) -> Markup:
    """Return a plain text as a string of CSS, quotes included."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return Markup(f'"{escaped}"')  # noqa: S704
