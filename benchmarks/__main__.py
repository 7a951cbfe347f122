"""The command line: `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.bench import CASES, PROJECT, Asked, BenchRefused, run_bench
from benchmarks.corpus.corpus import make_corpus
from benchmarks.generators.antenne import KINDS, make_site
from benchmarks.generators.every import NAMES
from benchmarks.generators.generator import FULL
from benchmarks.generators.tools import get_tools
from benchmarks.measure.process import RunFailed
from benchmarks.measure.result import write_result
from benchmarks.report.page import write_page

CACHE = PROJECT / ".antenne" / "bench"
_LEAST = 10
"""With fewer episodes there is no second index page, and nothing to measure."""
_REFUSED, _STOPPED = 2, 130


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Antenne's benchmark.")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where corpora and sites are kept")
    commands = parser.add_subparsers(required=True)
    _add_site(commands.add_parser("site", help="make a site of so many episodes that `invoke build` builds"))
    _add_run(commands.add_parser("run", help="measure"))
    asked = parser.parse_args()
    try:
        asked.run(asked)
    except (BenchRefused, RunFailed) as refused:
        print(refused, file=sys.stderr)
        sys.exit(_REFUSED)
    except subprocess.CalledProcessError as failed:
        print(f"`{' '.join(map(str, failed.cmd))}` failed: see above.", file=sys.stderr)
        sys.exit(_REFUSED)
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


def _add_site(site: argparse.ArgumentParser) -> None:
    site.add_argument("folder", type=Path)
    site.add_argument("--episodes", type=int, default=100)
    site.add_argument("--theme", choices=KINDS, default="bench")
    site.set_defaults(run=_site)


def _add_run(run: argparse.ArgumentParser) -> None:
    run.add_argument("--episodes", type=_sizes, default=(100,), help="how many, or several sizes: 1000,10000")
    run.add_argument("--rounds", type=int, default=5, help="how many count; one more comes first")
    run.add_argument("--theme", choices=(*KINDS, "both"), default="bench", help="the theme of Antenne's site")
    run.add_argument("--only", default=",".join(NAMES), help="tools, by their names")
    run.add_argument("--no-covers", action="store_true", help="leave the covers out")
    run.add_argument("--media", action="store_true", help="let the other tools publish recordings and covers too")
    run.add_argument("--unequal", action="store_true", help="go on where the tools do not make the same")
    run.add_argument("--cases", type=_cases, default=CASES, help=f"cases, from {','.join(CASES)}")
    run.add_argument("--get", action="store_true", help="get the other tools first, into benchmarks/")
    run.add_argument("--write", action="store_true", help="write the result into docs/performance.md and its plot")
    run.set_defaults(run=_run)


def _sizes(text: str) -> tuple[int, ...]:
    """Return the numbers of episodes that a text names: `1000,10000`."""
    sizes = tuple(int(size) for size in text.split(","))
    if min(sizes) < _LEAST:
        raise ValueError(text)
    return sizes


def _cases(text: str) -> tuple[str, ...]:
    """Return the cases that a text names; a full build, which the others begin with, is one of them."""
    named = {*text.split(","), FULL}
    if not named.issubset(CASES):
        raise ValueError(text)
    return tuple(case for case in CASES if case in named)


def _site(asked: argparse.Namespace) -> None:
    corpus = make_corpus(asked.cache / f"corpus-{asked.episodes}", asked.episodes)
    print(make_site(corpus, asked.folder.absolute(), asked.theme))


def _run(asked: argparse.Namespace) -> None:
    if asked.get:
        get_tools()
    left_out = {"bench": "real", "real": "antenne"}.get(asked.theme)
    order = Asked(
        sizes=asked.episodes,
        rounds=asked.rounds,
        tools=tuple(name for name in NAMES if name in asked.only.split(",") and name != left_out),
        cases=asked.cases,
        covers=not asked.no_covers,
        media=asked.media,
        unequal=asked.unequal,
        cache=asked.cache,
    )
    kept = asked.cache / "result.json"
    result = run_bench(order, lambda line: print(line, flush=True), lambda result: write_result(result, kept))
    print(write_page(result, asked.cache, PROJECT if asked.write and not asked.unequal else None))


if __name__ == "__main__":
    main()
