"""Goes back to an earlier publication, in seconds: nothing is built and no recording is moved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from antenne.deploy.gate import Gate, NoGate
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import is_recording
from antenne.deploy.plan import Plan, plan_publication
from antenne.deploy.publication import Publication
from antenne.deploy.publish import keep_caches, keep_silent
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.target import Progress, Session, Target, silent


def roll_back(
    target: Target,
    *,
    keep: int,
    to: int | None = None,
    gate: Gate | None = None,
    planned: Callable[[Plan], None] = keep_silent,
    purge: Callable[[Plan], tuple[str, ...]] = keep_caches,
    progress: Progress = silent,
) -> Publication:
    """Make the publication before the live one live again, or the one numbered `to`, as a new publication.

    Recordings published since stay, for apps that have read the newer feed. Where recordings have a target of their
    own, it keeps them for as many publications of recordings, which are never more than those of pages. `planned` and
    `purge` are those of a Job. Raises PublishRefused when there is none to go back to.
    """
    with target.held() as session:
        session.clean()
        live = session.live()
        if live is None:
            raise PublishRefused(f"Nothing was published to {target.shown} yet, so there is nothing to go back to.")
        past = _chosen(target, session, live.generation, to)
        plan = plan_publication(
            Path(), past.built, live, session.next_generation(), keep=keep, late=is_recording, past=past.name
        )
        if plan.is_live:
            warnings = purge(plan)
            (gate or NoGate()).after(plan)
            return _told(target, plan, live.generation, published=False, warnings=warnings)
        session.bring(plan, progress)
        planned(plan)
        generation = session.go_live(plan, progress)
        warnings = purge(plan)
        (gate or NoGate()).after(plan)
        return _told(target, plan, generation, published=True, warnings=(*warnings, *session.sweep(plan, keep)))


def _chosen(target: Target, session: Session, live: int, to: int | None) -> Manifest:
    past = session.past()
    found = next((m for m in past if (m.generation == to if to is not None else m.generation < live)), None)
    if found is None:
        known = ", ".join(str(manifest.generation) for manifest in past) or "none"
        raise PublishRefused(
            f"{target.shown} keeps no publication {to if to is not None else 'before this one'}. It keeps: {known}."
        )
    return found


def _told(
    target: Target, plan: Plan, generation: int, *, published: bool, warnings: tuple[str, ...] = ()
) -> Publication:
    return Publication(
        live=target.shown,
        generation=generation,
        nothing_changed=not published,
        published=published,
        dry_run=False,
        added=plan.added,
        changed=plan.changed,
        removed=plan.removed,
        late=tuple(sorted(plan.manifest.late)),
        size=0,
        warnings=warnings,
    )
