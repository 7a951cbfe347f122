"""Small content folders, read for tests: what they hold, and what is wrong with them as one reads it."""

from __future__ import annotations

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

from antenne.media import Store, probe_audio, probe_video, read_image
from antenne.model import LanguageTag
from antenne.problems import Problems
from antenne.read import Content, read_content
from antenne.settings import Settings, Spoken
from tests.support.audio import silent_mp3
from tests.support.video import tiny_mp4

RECIPE = ".make"
"""A file NAME.mp3.make stands for a silent NAME.mp3; its lines `seconds=…`, `title=…`, `date=…` say which.

A file NAME.mp4.make stands for a film without pictures.
"""


def settings_for(project: Path) -> Settings:
    """Return plain settings of a project folder."""
    return Settings(
        site_name="Site",
        site_url="https://antenne.example",
        language=LanguageTag("fr"),
        timezone=ZoneInfo("Europe/Paris"),
        project=project,
        content=project / "content",
        output=project / "output",
        theme=project / "theme",
        cache=project / ".antenne" / "cache",
        languages=(Spoken(language=LanguageTag("en")),),
    )


def write(project: Path, **files: str) -> Path:
    """Write text files by their paths below the content folder, and return the project."""
    for name, text in files.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def read(project: Path) -> tuple[Content, Problems]:
    """Read the content folder of a project by the real probes."""
    settings, problems = settings_for(project), Problems()
    store = Store(settings.cache)
    content = read_content(
        settings,
        lambda path: probe_audio(path, store),
        lambda path, alt: read_image(path, store, alt),
        problems,
        video=lambda path: probe_video(path, store),
    )
    return content, problems


def report(problems: Problems) -> str:
    """Return problems one a line, as the golden files have them."""
    found = problems.sorted()
    return "".join(f"{p.where} {p.severity.value} {p.code} {p.message} — {p.hint}\n" for p in found)


def unpack(source: Path, project: Path) -> Path:
    """Copy a golden content folder into a project, making the recordings that recipes stand for."""
    shutil.copytree(source, project / "content", symlinks=True)
    for recipe in sorted((project / "content").rglob(f"*{RECIPE}")):
        lines = recipe.read_text(encoding="utf-8").splitlines()
        said = dict(line.split("=", 1) for line in lines if line)
        if recipe.name.endswith(f".mp4{RECIPE}"):
            tiny_mp4(recipe.with_suffix(""), float(said.get("seconds", "3")))
            recipe.unlink()
            continue
        silent_mp3(
            recipe.with_suffix(""),
            float(said.get("seconds", "2")),
            title=said.get("title", ""),
            date=said.get("date", ""),
        )
        recipe.unlink()
    return project
