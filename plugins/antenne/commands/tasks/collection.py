"""The commands, thin over the package: each says what it did, or what to do, in a sentence."""

from __future__ import annotations

from pathlib import Path

from invoke.collection import Collection

from antenne.commands.project import Project
from antenne.commands.tasks.bench import bench_task
from antenne.commands.tasks.build import build_task
from antenne.commands.tasks.check import check_task
from antenne.commands.tasks.comment import comment_task
from antenne.commands.tasks.doctor import doctor_task
from antenne.commands.tasks.ledger import ledger_task
from antenne.commands.tasks.publish import publish_task, rollback_task
from antenne.commands.tasks.serve import serve_task
from antenne.commands.tasks.servers import servers_task
from antenne.commands.tasks.stats import stats_task


def commands_of(folder: Path) -> Collection:
    """Return the commands of the site in a project's folder."""
    project = Project(folder)
    makers = (
        build_task,
        check_task,
        serve_task,
        publish_task,
        rollback_task,
        comment_task,
        ledger_task,
        stats_task,
        servers_task,
        doctor_task,
        bench_task,
    )
    return Collection(*(make(project) for make in makers))
