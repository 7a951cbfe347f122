"""Measures `invoke stats` on a generated log: `python tools/measure_stats.py [lines…]`; 10 million unless said.

Each size is counted in a process of its own; its first 200,000 lines are counted the slow way, too, and compared.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(PROJECT / "plugins"), str(PROJECT)]

from antenne.stats import Agents, Choice, Count, own_agents, package_agents, read_logs  # noqa: E402
from tests.stats import generated, reference  # noqa: E402
from tests.stats.samples import counted, files, generated_recordings  # noqa: E402

_SIZES = ("10000000",)
_SAMPLE = 200_000


def count_log(name: str) -> Count:
    """Count a log as the command does."""
    lists = [one for one in (package_agents(), own_agents()) if one]
    count = Count(generated_recordings(), Agents(lists), Choice(limit=0))
    for form, block in read_logs([name], []):
        count.take(form, block)
    count.finish()
    return count


def measure(name: str) -> str:
    """Return a line of the report on a log: lines, downloads, seconds, lines a second, and the peak of the process."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, working = time.perf_counter(), time.process_time()
    count = count_log(name)
    seconds, worked = time.perf_counter() - begun, time.process_time() - working
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = Path(name).stat().st_size / 1e6
    return (
        f"{count.lines:>9,} lines, {size:,.0f} MB: {sum(count.store.numbers.values()):,} downloads of"
        f" {count.requests:,} requests for recordings, {count.malformed:,} malformed;"
        f" {seconds:.1f} s, of one core {worked:.1f} s, {count.lines / worked:,.0f} lines/s;"
        f" peak {peak / 1024:.0f} MB (before {before / 1024:.0f})"
    )


def compare(lines: list[str], folder: Path) -> str:
    """Return whether the slow reference counts the same on some lines."""
    log = folder / "sample.log"
    log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    slow = reference.downloads(lines, files(), generated.BOT_WORDS)
    fast = counted(count_log(str(log)))
    expected: dict[tuple[str, str], int] = {}
    for (day, title, _), number in slow.items():
        expected[day, title] = expected.get((day, title), 0) + number
    same = "equal" if expected == fast else "NOT EQUAL"
    return f"reference on {len(lines):,} lines: {same}, {sum(expected.values()):,} downloads"


def main(sizes: list[str]) -> None:
    """Generate logs of some sizes, measure and compare."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            log = Path(folder) / f"{size}.log"
            with log.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in generated.lines(int(size)))
            subprocess.run([sys.executable, __file__, "--count", str(log)], check=True)
            with log.open(encoding="utf-8") as file:
                sample = [line.rstrip("\n") for line in islice(file, _SAMPLE)]
            sys.stdout.write(compare(sample, Path(folder)) + "\n")
            log.unlink()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--count"]:
        sys.stdout.write(measure(sys.argv[2]) + "\n")
    else:
        main(sys.argv[1:] or list(_SIZES))
