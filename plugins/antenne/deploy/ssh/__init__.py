"""A folder of another machine as a target."""

from antenne.deploy.ssh.remote import Host, Remote, connected
from antenne.deploy.ssh.target import SshTarget

__all__ = ["Host", "Remote", "SshTarget", "connected"]
