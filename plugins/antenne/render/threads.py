"""The comments of a note as they are shown: each with its answers below it, one step to the right at most."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from antenne.model import Comment


class Thread(Struct, frozen=True):
    """A comment and all that was said in answer to it, oldest first."""

    comment: Comment
    replies: tuple[Answer, ...] = ()


class Answer(Struct, frozen=True):
    """A comment that answers another one; `to` is that one where it is not the first of the thread."""

    comment: Comment
    to: Comment | None = None


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Return comments, given oldest first, as threads, the oldest first; an answer to nothing begins its own."""
    by_key = {comment.key: comment for comment in comments}
    answers: dict[str, list[Answer]] = {}
    for comment in by_key.values():
        first = _first(comment, by_key)
        answers.setdefault(first.key, [])
        if first is not comment:
            to = by_key[comment.reply_to]
            answers[first.key].append(Answer(comment, None if to is first else to))
    heads = (comment for comment in by_key.values() if _first(comment, by_key) is comment)
    return tuple(Thread(head, tuple(answers[head.key])) for head in heads)


def _first(comment: Comment, by_key: dict[str, Comment]) -> Comment:
    """Return the comment that a conversation began with; in a ring, where no one began, the comment itself."""
    seen = {comment.key}
    found = comment
    while found.reply_to in by_key and found.reply_to not in seen:
        found = by_key[found.reply_to]
        seen.add(found.key)
    return comment if found.reply_to in seen else found
