"""Optional positional arguments, and any number of them, which Invoke has not: each is named and required there."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Collection, Sequence
from typing import Any


def is_given(argv: Sequence[str], command: str, valued: Collection[str], commands: Collection[str]) -> bool:
    """Say whether a command is followed by a word of its own: no flag, no flag's value and no other command.

    `valued` are the flags that take the word after them. The task then declares its argument positional or not.
    """
    return bool(words_of(argv, command, valued, commands))


def words_of(
    argv: Sequence[str], command: str, valued: Collection[str], commands: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the words of a command's own, in their order; `-` alone is one."""
    found: list[str] = []
    words = iter(argv[argv.index(command) + 1 :] if command in argv else ())
    for word in words:
        if word in commands:
            break
        if word in valued:
            next(words, None)
        elif word == "-" or not word.startswith("-"):
            found.append(word)
    return tuple(found)


def taking(task: Callable[..., None], names: Sequence[str]) -> Callable[..., None]:
    """Return a task's function with so many further arguments, by these names; it is called without them.

    What they hold is what `words_of` returns: Invoke only has to know how many there are.
    """

    @functools.wraps(task)
    def taken(*args: Any, **kwargs: Any) -> None:
        task(*args, **{name: value for name, value in kwargs.items() if name not in names})

    known = inspect.signature(task)
    extra = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None) for name in names]
    taken.__signature__ = known.replace(parameters=[*known.parameters.values(), *extra])  # type: ignore[attr-defined]
    return taken
