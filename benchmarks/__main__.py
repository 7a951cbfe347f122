"""The command line: `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpus.corpus import make_corpus
from benchmarks.generators.antenne import KINDS, make_site

CACHE = Path(__file__).resolve().parents[1] / ".antenne" / "bench"


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Antenne's benchmark.")
    commands = parser.add_subparsers(required=True)
    site = commands.add_parser("site", help="make a site of so many episodes that `invoke build` builds")
    site.add_argument("folder", type=Path)
    site.add_argument("--episodes", type=int, default=100)
    site.add_argument("--theme", choices=KINDS, default="bench")
    site.add_argument("--cache", type=Path, default=CACHE, help="where corpora are kept")
    site.set_defaults(run=_site)
    asked = parser.parse_args()
    asked.run(asked)


def _site(asked: argparse.Namespace) -> None:
    corpus = make_corpus(asked.cache / f"corpus-{asked.episodes}", asked.episodes)
    print(make_site(corpus, asked.folder.absolute(), asked.theme))


if __name__ == "__main__":
    main()
