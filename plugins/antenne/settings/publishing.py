"""Where a site is published, and how: `publishing` in the settings. No key here holds a secret (docs/publishing.md)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from antenne.fields import Record as Group
from antenne.fields import boolean, choice, integer, key, pattern, text
from antenne.settings.converters import folder, public_address, server_address

bucket = pattern(
    "the name of a bucket", r"[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]", "It has small letters, digits, hyphens and points."
)
host = pattern(
    "the name of a machine", r"[A-Za-z0-9][A-Za-z0-9.\-:]{0,252}", "Write the name alone, such as exemple.fr."
)
login = pattern("a user's name", r"[A-Za-z_][A-Za-z0-9_.\-]{0,31}", "It has letters, digits and hyphens.")
place = pattern(
    "a folder of another machine",
    r"[^\x00-\x1f\-~][^\x00-\x1f]*",
    "Write it from the root, such as /var/www/site, or from the user's home, such as www.",
)
branch = pattern(
    "the name of a branch",
    r"(?!.*(?:\.\.|//|@\{|\.lock$))[A-Za-z0-9][A-Za-z0-9._/\-]{0,99}",
    "It has letters, digits and hyphens, such as pages.",
)
remote = pattern(
    "the address of a repository",
    r"(?:https://[^@\s]+|ssh://(?:[\w.\-]+@)?[^@:\s\-][^@\s]*|git://[^@\s]+|[\w.\-]+@[^@\s\-][^@\s]*:[^@\s]+|/[^\s]+)",
    "Write it without a name and a password: a token goes into ANTENNE_GIT_TOKEN in the environment.",
)
region = pattern(
    "the name of a region",
    r"(?![0-9]+$)[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?",
    "Write it as the store names it, such as eu-west-3.",
)
_PART = r"[A-Za-z0-9][A-Za-z0-9._\-]*"
prefix = pattern(
    "folders in a bucket", rf"{_PART}(?:/{_PART})*", "Write it without slashes at its ends, such as site/fr."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Settings:
    """A bucket of an object store."""

    bucket: str = key(bucket, doc="The bucket.")
    endpoint: str = key(server_address, "", doc="The store's address. Default: Amazon's.")
    region: str = key(region, "us-east-1", doc="The region.")
    prefix: str = key(prefix, "", doc="The folder in the bucket, without slashes at its ends.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SshSettings:
    """A folder of another machine."""

    host: str = key(host, doc="The machine, or its name in your ssh configuration.")
    folder: str = key(place, doc="The folder on it, which gets `releases/` and `current`.")
    user: str = key(login, "", doc="The user there. Default: as ssh has it.")
    port: int = key(integer(least=1, most=65535), 22, doc="The port.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GitSettings:
    """A branch of a repository that a host shows as a site."""

    remote: str = key(remote, doc="The repository's address.")
    branch: str = key(branch, "pages", doc="The branch.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSettings:
    """Where recordings go when they do not go where the pages do."""

    target: str = key(choice("folder", "ssh", "s3"), doc="What takes the recordings: a folder, ssh or s3.")
    address: str = key(public_address, doc="The public address under which they stand.")
    patience: int = key(
        integer(least=0, most=3600), 60, doc="How long that address may take to show a new recording, in seconds."
    )
    folder: Path = key(folder, Path("public-media"), doc="The folder, for the target `folder`.")
    ssh: SshSettings | None = key(Group(SshSettings), None, doc="The machine, for the target `ssh`.")
    s3: S3Settings | None = key(Group(S3Settings), None, doc="The bucket, for the target `s3`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Where a site is published: `folder` gets `releases/` and `current`; `keep` publications stay."""

    target: str = key(choice("folder", "ssh", "s3", "git"), "folder", doc="What takes the site.")
    folder: Path = key(folder, Path("public"), doc="The folder, from the project's; it gets `releases/` and `current`.")
    keep: int = key(integer(most=1000), 5, doc="How many publications can be gone back to.")
    ssh: SshSettings | None = key(Group(SshSettings), None, doc="The machine, for the target `ssh`.")
    s3: S3Settings | None = key(Group(S3Settings), None, doc="The bucket, for the target `s3`.")
    git: GitSettings | None = key(Group(GitSettings), None, doc="The repository, for the target `git`.")
    media: MediaSettings | None = key(Group(MediaSettings), None, doc="Another target for the recordings.")
    ask: bool = key(boolean, True, doc="Whether the public site is asked before and after (never for a folder).")
    patience: int | None = key(
        integer(least=0, most=3600),
        None,
        doc="How long the public site may take to show a publication, in seconds: 600 for a branch, else 60.",
    )
    podping: str = key(server_address, "", doc="A Podping API that is told of new episodes: https://podping.cloud.")
    packed: bool = key(boolean, True, doc="Whether a folder or a machine gets its texts packed as well (gzip, brotli).")
    purge: str = key(text(500), "", doc="A command that empties caches; it reads the changed addresses, a line each.")
    hook: str = key(text(500), "", doc="A command to run once the site is live; it reads what changed, as JSON.")
