"""A publication by ssh: a release is made beside the live one out of links and what is new, then `current` changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct, field

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import in_order
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.releases import NAME, NEXT_LINK, STAGING
from antenne.deploy.ssh.remote import Remote
from antenne.deploy.target import Progress

_REMOVE = "xargs -0 -r rm -f --"


class SshSession(Struct):
    """A folder of another machine while it is looked at or held."""

    remote: Remote
    notes: Callable[[Manifest, bytes], None]
    _live: str = ""
    _manifests: dict[str, Manifest] = field(default_factory=dict)
    _names: frozenset[str] = frozenset()
    _there: dict[str, int] = field(default_factory=dict)
    _clock: int = 0

    @property
    def is_public_at_once(self) -> bool:
        """No: a release is public when `current` leads to it."""
        return False

    def live(self) -> Live | None:
        """Return the live release, with what is missing of it."""
        self._look()
        if not self._live:
            return None
        manifest = self._manifests.get(self._live)
        gone = (
            frozenset(p for p, entry in manifest.files.items() if self._there.get(p) != entry.size)
            if manifest
            else frozenset()
        )
        return Live(generation=_number(self._live), manifest=manifest, gone=gone, clock=self._clock)

    def next_generation(self) -> int:
        """Return the number of the next release."""
        whole = {name for name in self._names if NAME.fullmatch(name) and _is_whole(name, self._names)}
        return 1 + max((_number(name) for name in {*whole, self._live} if name), default=0)

    def clean(self) -> None:
        """Leave what a cut publication made: the next one goes on with it, and removes it in the end."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Make the release beside the live one: links to what is there already, and what is new by rsync."""
        folder = f"releases/{STAGING}{plan.manifest.name}"
        new = self._begin(plan, folder)
        self._send(plan, new, folder, progress)
        self._finish(plan.manifest, new, folder)

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
        ours = [name for name in self._names if NAME.fullmatch(_bare(name))]
        whole = sorted({_bare(name) for name in ours if _is_whole(_bare(name), self._names)}, reverse=True)
        kept = {self._live, *[name for name in whole if name != self._live][: keep - 1]}
        old = [name for name in ours if name.removesuffix(".json") not in kept]
        if not old:
            return ()
        # Without its manifest it is no release any more: a removal that is cut short is taken up again.
        old.sort(key=lambda name: not name.endswith(".json"))
        try:
            self.remote.run("cd releases && xargs -0 -r rm -rf --", stdin=_lines(old))
        except PublishRefused as refused:
            return (f"The site is live, but old releases could not be removed. {refused}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the whole releases that are not live, newest first."""
        self._look()
        names = sorted((n for n in self._names if NAME.fullmatch(n) and n != self._live), reverse=True)
        manifests = self._read([name for name in names if _is_whole(name, self._names)])
        whole = [manifest for manifest in manifests if not self._gone(manifest)]
        self._manifests |= {manifest.name: manifest for manifest in whole}
        return tuple(whole)

    def _look(self) -> None:
        """Ask what is there, in one go: the time, where `current` leads, the releases, and the live one whole."""
        said = self.remote.run(
            "[ -e current ] && [ ! -L current ] && echo '!' || readlink current || echo; date +%s; "
            "printf '\\0'; [ -d releases ] || exit 0; cd releases && find . -mindepth 1 -maxdepth 1 -printf '%f\\n'; "
            "printf '\\0'; live=$(readlink ../current) && live=${live#releases/} && cat \"$live.json\"; "
            "printf '\\0'; [ -n \"$live\" ] && cd \"$live\" && find . -type f -printf '%s %P\\0'; true"
        )
        head, names, text, there = (said.split(b"\0", 3) + [b""] * 4)[:4]
        link, _, clock = head.decode("utf-8", "replace").strip("\n").rpartition("\n")
        if link == "!":
            raise PublishRefused(
                f"{self.remote.host.shown}/current was not made by Antenne, and would be replaced. Move it away, or "
                "publish to another folder."
            )
        self._clock = int(clock) if clock.isdecimal() else 0
        self._names = frozenset(names.decode("utf-8", "replace").splitlines())
        steps = link.split("/")
        is_ours = len(steps) == 2 and steps[0] == "releases" and NAME.fullmatch(steps[1])
        self._live = steps[1] if is_ours and steps[1] in self._names else ""
        manifest = _manifest(text)
        self._manifests = {self._live: manifest} if manifest and manifest.name == self._live else {}
        self._there = _sizes(there)

    def _read(self, names: list[str]) -> list[Manifest]:
        """Return the manifests of releases; one that was torn is left out."""
        words = " ".join(f"{name}.json" for name in names)
        said = self.remote.run(f"cd releases && for f in {words}; do cat $f; printf '\\0'; done") if names else b""
        found = zip(names, map(_manifest, said.split(b"\0")), strict=False)
        return [manifest for name, manifest in found if manifest and manifest.name == name]

    def _gone(self, manifest: Manifest) -> bool:
        """Say whether a file of a release is not there with its length."""
        there = _sizes(self.remote.run(f"cd releases/{manifest.name} && find . -type f -printf '%s %P\\0'"))
        return any(there.get(path) != entry.size for path, entry in manifest.files.items())

    def _begin(self, plan: Plan, folder: str) -> list[str]:
        """Make the release's folder out of links to the live one, or to one of the past, and return what is new."""
        base = plan.past or (self._live if plan.base else "")
        known = self._manifests.get(base)
        same = {path for path, entry in plan.manifest.files.items() if known and known.files.get(path) == entry}
        from_live = [path for path in plan.manifest.late if path not in same] if plan.past else []
        stale = [path for path in (known.files if known else ()) if path not in same and path not in from_live]
        # What a cut publication brought already stays: only what is not there yet is linked.
        links = "".join(f"cp -aln releases/{name}/. {folder}/ && " for name in (base, self._unused(plan)) if name)
        again = f"&& xargs -0 -r cp -al --remove-destination --parents -t ../../{folder} -- " if from_live else ""
        self.remote.run(
            f"mkdir -p {folder} && {links}cd {folder} && {_REMOVE}"
            if not from_live
            else f"mkdir -p {folder} && {links}cd releases/{self._live} {again}",
            stdin=_lines(from_live or stale),
        )
        if from_live and stale:
            self.remote.run(f"cd {folder} && {_REMOVE}", stdin=_lines(stale))
        return sorted(plan.manifest.files.keys() - same - set(from_live), key=in_order)

    def _unused(self, plan: Plan) -> str:
        """Return the release of this very site that was made and never went live, empty when there is none."""
        ending = plan.manifest.name[-9:]
        names = (n for n in self._names if NAME.fullmatch(n) and n.endswith(ending) and n > self._live)
        return max((name for name in names if _is_whole(name, self._names)), default="") if not plan.past else ""

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

    def _finish(self, manifest: Manifest, new: list[str], folder: str) -> None:
        """Let the other machine read back what it was sent and remove what does not belong; then the release is one.

        It is put on the disk for good before it gets its name.
        """
        name, text = manifest.name, manifest.to_bytes()
        sums = "".join(f"{manifest.files[path].sha256}  ./{path}\n" for path in new).encode()
        files = "".join(f"./{path}\n" for path in sorted(manifest.files)).encode()
        lengths = f"head -c {len(text)} > ../.{name}.json && head -c {len(files)} > ../.{name}.files"
        check = "sha256sum --check --quiet --strict - >&2" if sums else "true"
        self.remote.run(
            f"cd {folder} && {{ {lengths}; }} && {{ {check} || {{ cd ../.. && rm -rf {folder}; exit 1; }}; }} && "
            f"find . -type f -print | LC_ALL=C sort | LC_ALL=C comm -23 - ../.{name}.files | tr '\\n' '\\0' | "
            f"{_REMOVE} && rm -f ../.{name}.files && find . -mindepth 1 -type d -empty -delete && chmod -R a+rX . && "
            "{ sync -f . 2>/dev/null || sync; } && "
            f"cd .. && rm -rf {name} && mv -T {STAGING}{name} {name} && mv .{name}.json {name}.json",
            stdin=text + files + sums,
        )
        self._manifests[name] = manifest
        self._names |= {name, f"{name}.json"}


def _lines(paths: Iterable[str]) -> bytes:
    return "\0".join(paths).encode()


def _sizes(said: bytes) -> dict[str, int]:
    """Return the lengths of files by their paths, from lines that end with a zero byte."""
    pairs = (entry.decode("utf-8", "replace").split(" ", 1) for entry in said.split(b"\0") if entry)
    return {path: int(size) for size, path in pairs}


def _number(name: str) -> int:
    return int(name.split("-")[0])


def _bare(name: str) -> str:
    """Return the name of a release from that of its folder, its manifest or what was begun of it."""
    return name.removesuffix(".json").removesuffix(".files").removeprefix(STAGING).lstrip(".")


def _is_whole(name: str, names: Collection[str]) -> bool:
    """Say whether a release has both its folder and its manifest."""
    return name in names and f"{name}.json" in names


def _manifest(text: bytes) -> Manifest | None:
    try:
        return Manifest.from_bytes(text)
    except ValueError:
        return None
