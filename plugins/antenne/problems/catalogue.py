"""All rules in one place, to be explained and written down."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from antenne.problems import rules
from antenne.problems.output import channel, forms, items, pages, podcasting, server, sidecars
from antenne.problems.problem import Rule

_OUTPUT = {
    "Feeds: the document and the show": channel,
    "Feeds: episodes and recordings": items,
    "Feeds: the podcast namespace": podcasting,
    "Chapters, transcripts and artwork": sidecars,
    "Feeds: other forms": forms,
    "Pages": pages,
    "Servers": server,
}
_CONTENT = "Content, settings and what subscribers have"


def groups() -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Give all rules, group by group under its title."""
    for title, module in _OUTPUT.items():
        yield title, _rules_in(module)
    yield _CONTENT, _rules_in(rules)


def output_rules() -> tuple[Rule, ...]:
    """Return the rules on what goes out, and on the servers that give it out."""
    return tuple(rule for module in _OUTPUT.values() for rule in _rules_in(module))


def rules_by_code() -> dict[str, Rule]:
    """Return every rule by its code."""
    return {rule.code: rule for _, group in groups() for rule in group}


def explain(rule: Rule) -> str:
    """Return what a rule demands, why, and what to do, in lines of plain text."""
    parts = (
        ("", f"{rule.code} ({rule.severity.value})"),
        ("", rule.summary),
        ("Why: ", rule.why),
        ("What to do: ", rule.remedy),
        ("From: ", rule.source),
    )
    return "\n".join(f"{label}{text}" for label, text in parts if text)


def checks_tables() -> str:
    """Return all rules as Markdown, for the documentation."""
    return "\n".join(_section(title, group) for title, group in groups())


def _section(title: str, group: tuple[Rule, ...]) -> str:
    return f"## {title}\n\n" + "\n".join(map(_entry, group))


def _entry(rule: Rule) -> str:
    head = f"### {rule.code}\n\n**{rule.severity.value.capitalize()}.** {_markdown(rule.summary)}"
    why = f" {_markdown(rule.why)}" if rule.why else ""
    remedy = f"\n\n*What to do:* {_markdown(rule.remedy)}" if rule.remedy else ""
    return f"{head}{why}{remedy}{f' *({rule.source})*' if rule.source else ''}\n"


def _markdown(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*", "\\*")


def _rules_in(module: ModuleType) -> tuple[Rule, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))
