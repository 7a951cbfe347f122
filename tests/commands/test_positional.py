from __future__ import annotations

import pytest

from antenne.commands.positional import is_given

VALUED = ("--book", "-b")
COMMANDS = ("build", "publish")


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("invoke publish", False),
        ("invoke publish a.mp3", True),
        ("invoke publish --book un", False),
        ("invoke publish --book=un a.mp3", True),
        ("invoke publish --book un a.mp3 --dry-run", True),
        ("invoke publish --dry-run a.mp3", True),
        ("invoke publish -b un build", False),
        ("invoke publish build", False),
        ("invoke build", False),
        ("invoke publish --book", False),
    ],
)
def test_a_word_of_the_commands_own_is_told_from_flags_values_and_commands(words: str, given: bool) -> None:
    assert is_given(words.split(), "publish", VALUED, COMMANDS) is given
