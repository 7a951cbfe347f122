"""The order of publication, whatever the target: nothing is live before what it names (docs/publishing.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from antenne.deploy.gate import Gate, NoGate
from antenne.deploy.live import Live
from antenne.deploy.manifest import Fingerprint, fingerprint
from antenne.deploy.order import is_recording
from antenne.deploy.plan import Plan, plan_publication
from antenne.deploy.publication import Publication
from antenne.deploy.refusal import BuildIsOlder, PublishRefused
from antenne.deploy.scan import scan_build
from antenne.deploy.target import Progress, Session, Target, silent
from antenne.deploy.verify import verify_release
from antenne.servers import is_packed

_FOR_EVER = 1_000_000_000
"""More publications than there will be."""


def keep_silent(plan: Plan) -> None:
    """Let nobody know."""


def keep_caches(plan: Plan) -> tuple[str, ...]:
    """Leave the caches: there are none."""
    return ()


class Job(Struct, frozen=True, kw_only=True):
    """What is published, and where.

    `media`, where it is given, takes the recordings, which stand at `media_address` without a trailing slash; `pages`
    takes everything else. `seen` is the generation that was live
    when the build began, None when nobody looked. `site` is the public address of what was built, `former` are those
    that it had before: a place that holds another site is refused. `before` and `after` are digests of the ledger that
    the build began with and of the one that is true once it is live; `memo` is that ledger, for `Target.unrecorded`.
    `planned` is told what is about to go live; `purge` empties caches in front of the public site, of what an earlier
    publication left in them as well, and returns what went wrong.
    """

    build: Path
    pages: Target
    media: Target | None = None
    media_address: str = ""
    keep: int
    seen: int | None = None
    site: str = ""
    former: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    memo: bytes = b""
    gate: Gate = NoGate()
    planned: Callable[[Plan], None] = keep_silent
    purge: Callable[[Plan], tuple[str, ...]] = keep_caches
    progress: Progress = silent

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets in the order in which they go live."""
        return (self.media, self.pages) if self.media else (self.pages,)


class _Part(Struct, frozen=True):
    """One target's share of a publication."""

    session: Session
    plan: Plan


def publish(job: Job) -> Publication:
    """Publish a built site; raise PublishRefused, with the live site as it was, when it cannot be done."""
    job = replace(job, build=job.build.resolve())
    _refuse_unseen(job)
    with ExitStack() as held:
        sessions = [held.enter_context(target.held()) for target in job.targets]
        for session in sessions:
            session.clean()
        parts = _parts(job, sessions)
        if all(part.plan.is_live for part in parts):
            # Whoever was killed after it was live has emptied no cache.
            warnings = job.purge(parts[-1].plan)
            job.gate.after(parts[-1].plan)
            return _told(job, parts, warnings=(*warnings, *_sweep(parts, job.keep)))
        generation, warnings = _carry_out(job, parts)
        return _told(job, parts, generation=generation, warnings=(*warnings, *_sweep(parts, job.keep)))


def rehearse(job: Job) -> Publication:
    """Say what a publication would change; nothing is written anywhere."""
    job = replace(job, build=job.build.resolve())
    _refuse_unseen(job)
    with ExitStack() as open_:
        return _told(job, _parts(job, [open_.enter_context(target.looked_at()) for target in job.targets]), dry=True)


def _carry_out(job: Job, parts: list[_Part]) -> tuple[int, tuple[str, ...]]:
    pages, changing = parts[-1], [part for part in parts if not part.plan.is_live]
    for part in changing:
        part.session.bring(part.plan, job.progress)
    for part in changing:
        if part is not pages:
            part.session.go_live(part.plan, job.progress)
    if job.media or pages.session.is_public_at_once:
        # The recordings are public already: they are asked for before anything names them.
        job.gate.before(pages.plan)
    generation = pages.plan.live.generation if pages.plan.live else 0
    warnings: tuple[str, ...] = ()
    if pages in changing:
        if job.memo:
            pages.session.note(pages.plan, job.memo)
        job.planned(pages.plan)
        generation = pages.session.go_live(pages.plan, job.progress)
        warnings = job.purge(pages.plan)
    job.gate.after(pages.plan)
    return generation, warnings


def _parts(job: Job, sessions: list[Session]) -> list[_Part]:
    for target in job.targets:
        target.refuse(job.build)
    paths = scan_build(job.build)
    with ThreadPoolExecutor() as pool:
        files = dict(zip(paths, pool.map(lambda path: fingerprint(job.build / path), paths), strict=True))
    if wrong := verify_release(job.build, job.media_address):
        raise PublishRefused(f"{wrong[0]} Build the site again. The live site was not touched.")
    lives = [session.live() for session in sessions]
    _refuse_other(job, lives)
    # Only the pages' target says which content is live: that of recordings may be ahead, after a cut publication.
    _refuse_older(job, _lineage(lives[-1]), lives[-1].generation if lives[-1] else 0)
    keep = _FOR_EVER if _is_cut(lives) else job.keep
    return [
        _Part(session, _plan(job, session, live, share, job.keep if session is sessions[-1] else keep))
        for session, live, share in zip(sessions, lives, _shares(job, files), strict=True)
    ]


def _plan(job: Job, session: Session, live: Live | None, files: Mapping[str, Fingerprint], keep: int) -> Plan:
    number = session.next_generation()
    return plan_publication(
        job.build, files, live, number, keep=keep, late=is_recording, ledger=job.after, site=job.site
    )


def _lineage(live: Live | None) -> tuple[str, ...]:
    return live.manifest.lineage if live and live.manifest else ()


def _is_cut(lives: list[Live | None]) -> bool:
    """Say whether recordings went live for pages that never did: those that the live pages name must stay."""
    return bool(_lineage(lives[0])) and _lineage(lives[0])[-1] not in _lineage(lives[-1])


def _shares(job: Job, files: Mapping[str, Fingerprint]) -> list[dict[str, Fingerprint]]:
    if job.media is None:
        return [dict(files)]
    heavy = {path: entry for path, entry in files.items() if is_recording(path)}
    return [heavy, {path: entry for path, entry in files.items() if path not in heavy}]


def _refuse_unseen(job: Job) -> None:
    """Refuse what can be refused before anybody is asked."""
    if job.keep < 1:
        raise ValueError("at least one release stays: the live one")


def _refuse_other(job: Job, lives: list[Live | None]) -> None:
    """Refuse to put a site in the place of another: a copied project publishes where the first one does."""
    for target, live in zip(job.targets, lives, strict=True):
        there = live.manifest.site if live and live.manifest else ""
        if job.site and there and there != job.site and there not in job.former:
            raise PublishRefused(
                f"{target.shown} holds another site, {there}. Give this one a place of its own in the settings "
                "(`publishing`). If it is the same site under a new address, write the old one under “former” in "
                "content/published.json."
            )


def _refuse_older(job: Job, lineage: tuple[str, ...], generation: int) -> None:
    if job.seen is not None and generation > job.seen:
        raise BuildIsOlder(
            "Another publication went live while this one was being built. Get its content if it is not yours, "
            "then publish again."
        )
    if job.before in lineage[:-1] and job.before != lineage[-1] and job.after != lineage[-1]:
        raise BuildIsOlder(
            "The live site was published from newer content than this. Get the newest content, with its "
            "published.json, then publish again."
        )


def _sweep(parts: list[_Part], keep: int) -> tuple[str, ...]:
    return tuple(sentence for part in reversed(parts) for sentence in part.session.sweep(part.plan, keep))


def _told(
    job: Job, parts: list[_Part], *, generation: int = 0, dry: bool = False, warnings: tuple[str, ...] = ()
) -> Publication:
    plans = [part.plan for part in parts]
    is_live = all(plan.is_live for plan in plans)
    last = plans[-1]
    return Publication(
        live=job.pages.shown,
        generation=generation or (last.base.generation if last.base and is_live else last.manifest.generation),
        nothing_changed=is_live,
        published=generation > 0,
        dry_run=dry,
        added=tuple(path for plan in plans for path in plan.added if not is_packed(path)),
        changed=tuple(path for plan in plans for path in plan.changed if not is_packed(path)),
        removed=tuple(path for plan in plans for path in plan.removed if not is_packed(path)),
        late=tuple(sorted(path for plan in plans for path in plan.manifest.late)),
        size=sum(plan.size for plan in plans),
        warnings=warnings,
    )
