"""A branch of a git repository as a target."""

from antenne.deploy.git.repository import Repository, opened
from antenne.deploy.git.running import Branch
from antenne.deploy.git.target import GitTarget

__all__ = ["Branch", "GitTarget", "Repository", "opened"]
