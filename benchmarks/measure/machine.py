"""The machine and the programs that were measured on it."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

_MODEL = re.compile(r"^(?:model name|Model)\s*:\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The kind of a machine, and how busy it was when the benchmark began."""

    cores: int
    processor: str
    memory: int
    system: str
    python: str
    load: float


def this_machine() -> Machine:
    """Return what this machine is."""
    return Machine(
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        processor=_processor(),
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 2),
    )


def versions(project: Path) -> dict[str, str]:
    """Return the versions of the tools by their names, as they are pinned."""
    pins = (project / "benchmarks" / "requirements.txt").read_text(encoding="utf-8")
    packages = (project / "benchmarks" / "package.json").read_text(encoding="utf-8")
    found = {name: re.search(rf"^{name}==(\S+)", pins, re.MULTILINE) for name in ("hugo", "pelican")}
    eleventy = re.search(r'"@11ty/eleventy": "([^"]+)"', packages)
    named = {name.capitalize(): pin[1] for name, pin in found.items() if pin}
    return {**named, **({"Eleventy": eleventy[1]} if eleventy else {}), "Pillow": version("pillow")}


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    model = _MODEL.search(info.read_text(encoding="utf-8", errors="replace")) if info.is_file() else None
    return model[1].strip() if model else platform.processor() or "unknown"
