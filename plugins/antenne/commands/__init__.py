"""The only door to Invoke: the commands that an author gives."""

from antenne.commands.run import run
from antenne.commands.tasks import commands_of

__all__ = ["commands_of", "run"]
