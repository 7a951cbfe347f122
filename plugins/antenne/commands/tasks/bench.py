"""`invoke bench`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from invoke.exceptions import Exit
from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told

if TYPE_CHECKING:
    from antenne.commands.report import Report


def bench_task(project: Project) -> Any:
    """Return the command that measures builds."""

    @task(
        auto_shortflags=False,
        help={
            "episodes": "how many episodes the made-up site has, or several sizes: 1000,10000",
            "rounds": "how many rounds count; one more comes first",
            "theme": "the theme of Antenne's site: bench (what the others make, too), real (its own) or both",
            "only": "the tools, from antenne,real,hugo,eleventy,pelican",
            "no-covers": "leave the case of covers out",
            "media": "let the other tools publish recordings and covers, too",
            "get": "get Hugo, Eleventy and Pelican first, into benchmarks/",
            "write": "write the result into docs/performance.md",
            "cache": "the folder for corpora and sites, instead of .antenne/bench",
        },
    )
    @told
    def bench(
        _report: Report,
        episodes: str = "100",
        rounds: int = 5,
        theme: str = "bench",
        only: str = "",
        no_covers: bool = False,
        media: bool = False,
        get: bool = False,
        write: bool = False,
        cache: str = "",
    ) -> None:
        """Measure how long builds take, beside Hugo, Eleventy and Pelican on the same made-up site."""
        from antenne.commands.bench import run_benchmark

        flags = (("no-covers", no_covers), ("media", media), ("get", get), ("write", write))
        values = (("episodes", episodes), ("rounds", str(rounds)), ("theme", theme), ("only", only))
        arguments = [f"--{name}" for name, given in flags if given]
        arguments += [f"--{name}={value}" for name, value in values if value]
        where = (f"--cache={cache}",) if cache else ()
        if code := run_benchmark(project.folder, (*where, "run", *arguments)):
            raise Exit(code=code)

    return bench
