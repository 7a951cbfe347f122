"""An optional positional argument, which Invoke has not: a positional one is always required there."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def is_given(argv: Sequence[str], command: str, valued: Collection[str], commands: Collection[str]) -> bool:
    """Say whether a command is followed by a word of its own: no flag, no flag's value and no other command.

    `valued` are the flags that take the word after them. The task then declares its argument positional or not.
    """
    if command not in argv:
        return False
    words = iter(argv[argv.index(command) + 1 :])
    for word in words:
        if word in commands:
            return False
        if word in valued:
            next(words, None)
        elif not word.startswith("-"):
            return True
    return False
