"""The commands as Invoke has them, one module each."""

from antenne.commands.tasks.collection import commands_of

__all__ = ["commands_of"]
