"""A publication by ssh: a release is made beside the live one out of links and what is new, then `current` changes."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import in_order
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.releases import NAME, NEXT_LINK, STAGING
from antenne.deploy.ssh.remote import Remote
from antenne.deploy.target import Progress

_REMOVE = "xargs -0 -r rm -f --"


@dataclass(slots=True)
class SshSession:
    """A folder of another machine while it is looked at or held."""

    remote: Remote
    notes: Callable[[Manifest, bytes], None]
    _live: str = ""
    _manifests: dict[str, Manifest] = field(default_factory=dict)
    _names: tuple[str, ...] = ()

    @property
    def is_public_at_once(self) -> bool:
        """No: a release is public when `current` leads to it."""
        return False

    def live(self) -> Live | None:
        """Return the live release, with what is missing of it."""
        self._look()
        if not self._live:
            return None
        generation, manifest = int(self._live.split("-")[0]), self._manifests.get(self._live)
        return Live(generation=generation, manifest=manifest, gone=self._gone(self._live, manifest))

    def next_generation(self) -> int:
        """Return the number of the next release."""
        return 1 + max((int(name.split("-")[0]) for name in self._names), default=0)

    def clean(self) -> None:
        """Leave what a cut publication made: the next one goes on with it, and removes it in the end."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Make the release beside the live one: links to what is there already, and what is new by rsync."""
        name = plan.manifest.name
        if name in self._manifests and not self._gone(name, self._manifests[name]):
            return
        folder = f"releases/{STAGING}{name}"
        new = self._begin(plan, folder)
        self._send(plan, new, folder, progress)
        self._verify(plan, new, folder)
        self._finish(plan.manifest, folder)

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the plan is live, on this machine."""
        self.notes(plan.manifest, memo)

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Let `current` lead to the new release, in one step."""
        link, name = NEXT_LINK, plan.manifest.name
        self.remote.run(f"rm -f {link} && ln -s releases/{name} {link} && mv -T {link} current")
        self._live = name
        return plan.manifest.generation

    def sweep(self, plan: Plan, keep: int) -> tuple[str, ...]:
        """Remove old releases and what cut publications left; the site is live, so an error is only told."""
        try:
            self._look()
            others = sorted((n for n in self._manifests if n != self._live), reverse=True)
            kept = {self._live, *others[: keep - 1]}
            old = [name for name in self._listed() if name.removesuffix(".json").removeprefix(STAGING) not in kept]
            # Without its manifest it is no release any more: a removal that is cut short is taken up again.
            old.sort(key=lambda name: not name.endswith(".json"))
            self.remote.run("cd releases && xargs -0 -r rm -rf --", stdin=_lines(old))
        except PublishRefused as refused:
            return (f"The site is live, but old releases could not be removed. {refused}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the whole releases that are not live, newest first."""
        self._look()
        names = sorted((name for name in self._manifests if name != self._live), reverse=True)
        return tuple(self._manifests[name] for name in names if not self._gone(name, self._manifests[name]))

    def _look(self) -> None:
        """Ask what is there: where `current` leads, and each release with its manifest."""
        said = self.remote.run(
            "readlink current || echo; [ -e current ] && [ ! -L current ] && echo '!'; echo; "
            "[ -d releases ] || exit 0; cd releases && for f in *.json; do "
            '[ -d "${f%.json}" ] && printf "%s\\0" "$f" && cat "$f" && printf "\\0"; done; true'
        ).decode("utf-8", "replace")
        head, _, rest = said.partition("\n")
        if rest.startswith("!"):
            raise PublishRefused(
                f"{self.remote.host.shown}/current was not made by Antenne, and would be replaced. Move it away, or "
                "publish to another folder."
            )
        steps = head.strip().split("/")
        self._live = steps[1] if len(steps) == 2 and steps[0] == "releases" and NAME.fullmatch(steps[1]) else ""
        fields = rest.lstrip("\n").split("\0")
        pairs = zip(fields[::2], fields[1::2], strict=False)
        self._manifests = {}
        for name, text in pairs:
            manifest = _manifest(text)
            if manifest and manifest.name == name.removesuffix(".json"):
                self._manifests[manifest.name] = manifest
        self._names = (*self._manifests, *([self._live] if self._live else []))

    def _gone(self, name: str, manifest: Manifest | None) -> frozenset[str]:
        """Return the files of a release that are not there with their length."""
        if manifest is None:
            return frozenset()
        said = self.remote.run(
            f"cd releases/{shlex.quote(name)} 2>/dev/null || exit 0; find . -type f -exec stat -c '%s %n' {{}} +"
        )
        there = {}
        for line in said.decode("utf-8", "replace").splitlines():
            size, _, path = line.partition(" ./")
            there[path] = size
        return frozenset(path for path, entry in manifest.files.items() if there.get(path) != str(entry.size))

    def _begin(self, plan: Plan, folder: str) -> list[str]:
        """Make the release's folder out of links to the live one, or to one of the past, and return what is new."""
        base = plan.past or (self._live if plan.base else "")
        known = self._manifests.get(base)
        same = {path for path, entry in plan.manifest.files.items() if known and known.files.get(path) == entry}
        from_live = [path for path in plan.manifest.late if path not in same] if plan.past else []
        if base:
            stale = [path for path in (known.files if known else ()) if path not in same]
            # What a cut publication brought already stays: only what is not there yet is linked.
            self.remote.run(f"mkdir -p {folder} && cp -aln releases/{base}/. {folder}/")
            self.remote.run(f"cd {folder} && {_REMOVE}", stdin=_lines(stale))
        else:
            self.remote.run(f"mkdir -p {folder}")
        for path in from_live:
            place = shlex.quote(path)
            self.remote.run(
                f'mkdir -p "$(dirname {folder}/{place})" && ln -f releases/{self._live}/{place} {folder}/{place}'
            )
        return sorted(plan.manifest.files.keys() - same - set(from_live), key=in_order)

    def _send(self, plan: Plan, new: list[str], folder: str, progress: Progress) -> None:
        if plan.past and new:
            raise PublishRefused(f"{self.remote.host.shown} no longer has {new[0]} of that publication.")
        sizes = {path: plan.manifest.files[path].size for path in new}
        done, total = 0, sum(sizes.values())

        def step(path: str) -> None:
            nonlocal done
            done += sizes.pop(path, 0)
            progress(done, total)

        self.remote.send(plan.build, new, folder, step)

    def _verify(self, plan: Plan, new: list[str], folder: str) -> None:
        """Let the other machine read back what it was sent, and remove what does not belong."""
        sums = "".join(f"{plan.manifest.files[path].sha256}  ./{path}\n" for path in new)
        if sums:
            check = f"cd {folder} && sha256sum --check --quiet --strict - >&2"
            self.remote.run(f"( {check} ) || {{ rm -rf {folder}; exit 1; }}", stdin=sums.encode())
        said = self.remote.run(f"cd {folder} && find . -type f -print0").decode("utf-8", "replace")
        strays = [path for path in said.split("\0") if path and path.removeprefix("./") not in plan.manifest.files]
        self.remote.run(f"cd {folder} && {_REMOVE}", stdin=_lines(strays))

    def _finish(self, manifest: Manifest, folder: str) -> None:
        """Put the release on the disk for good, then give it its name."""
        name = manifest.name
        self.remote.run(
            f"find {folder} -type d -empty -delete; sync -f {folder} 2>/dev/null || sync; rm -rf releases/{name}; "
            f"cat > releases/.{name}.json && mv -T {folder} releases/{name} && mv releases/.{name}.json "
            f"releases/{name}.json",
            stdin=manifest.to_bytes(),
        )
        self._manifests[name] = manifest

    def _listed(self) -> list[str]:
        """Return what stands among the releases and is Antenne's: releases, their manifests, unfinished ones."""
        said = self.remote.run("cd releases && find . -mindepth 1 -maxdepth 1 -print0").decode("utf-8", "replace")
        names = [path.removeprefix("./") for path in said.split("\0") if path]
        return [name for name in names if NAME.fullmatch(name.removesuffix(".json").removeprefix(STAGING).lstrip("."))]


def _lines(paths: Iterable[str]) -> bytes:
    return "\0".join(paths).encode()


def _manifest(text: str) -> Manifest | None:
    try:
        return Manifest.from_bytes(text.encode())
    except ValueError:
        return None
