"""Publication: what is built goes live whole, in one step, or not at all."""

from antenne.deploy.answers import Answers, cache_of, type_of
from antenne.deploy.disk import Disk, LocalDisk
from antenne.deploy.folder import Publication, publish_folder
from antenne.deploy.order import Kind, kind_of
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.unrecorded import recorded, unrecorded
from antenne.deploy.verify import verify_release

__all__ = [
    "Answers",
    "Disk",
    "Kind",
    "LocalDisk",
    "Publication",
    "PublishRefused",
    "cache_of",
    "kind_of",
    "publish_folder",
    "recorded",
    "type_of",
    "unrecorded",
    "verify_release",
]
