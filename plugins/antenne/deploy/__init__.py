"""Publication: what is built goes live whole, in one step, or not at all."""

from antenne.deploy.disk import Disk, LocalDisk
from antenne.deploy.folder import FolderTarget
from antenne.deploy.gate import Gate, NoGate, PublicGate
from antenne.deploy.order import Kind, kind_of
from antenne.deploy.publication import Publication
from antenne.deploy.publish import Job, publish, rehearse
from antenne.deploy.refusal import BuildIsOlder, LiveIsNotWhole, PublishRefused, TargetIsBusy
from antenne.deploy.rollback import roll_back
from antenne.deploy.target import Progress, Session, Target
from antenne.deploy.verify import verify_release
from antenne.servers import Answers, cache_of, type_of

__all__ = [
    "Answers",
    "BuildIsOlder",
    "Disk",
    "FolderTarget",
    "Gate",
    "Job",
    "Kind",
    "LiveIsNotWhole",
    "LocalDisk",
    "NoGate",
    "Progress",
    "PublicGate",
    "Publication",
    "PublishRefused",
    "Session",
    "Target",
    "TargetIsBusy",
    "cache_of",
    "kind_of",
    "publish",
    "rehearse",
    "roll_back",
    "type_of",
    "verify_release",
]
