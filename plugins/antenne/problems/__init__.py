"""What can be wrong: problems with a code, a place and a hint, collected and told once."""

from antenne.problems.nearest import nearest
from antenne.problems.problem import Problem, Problems, ProblemsFound, Rule, Severity, Where

__all__ = ["Problem", "Problems", "ProblemsFound", "Rule", "Severity", "Where", "nearest"]
