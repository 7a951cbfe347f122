"""What this machine has and lacks for the work on a site."""

from antenne.commands.doctor.examine import examine_machine
from antenne.commands.doctor.finding import Finding, State

__all__ = ["Finding", "State", "examine_machine"]
