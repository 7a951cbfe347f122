"""`invoke comment`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told

if TYPE_CHECKING:
    from antenne.commands.report import Report


def comment_task(project: Project) -> Any:
    """Return the command that files a letter."""

    @task(
        help={
            "letter": "a letter about a note, as your mail program saves it (.eml)",
            "author": "the name to show, instead of the one in the letter",
        }
    )
    @told
    def comment(report: Report, letter: str, author: str = "") -> None:
        """File a reader's LETTER as a comment, to be read before it is published."""
        from antenne.intake import file_letter

        filed = file_letter(Path(letter).expanduser(), project.settings(), author=author)
        shown = project.shown(filed.file)
        report.say(f"This letter is there already: {shown}" if filed.existed else f"New comment: {shown}")
        report.say("Read it and correct it if need be, then: invoke publish")

    return comment
