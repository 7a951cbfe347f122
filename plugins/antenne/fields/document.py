"""A content file: front matter between two lines `---`, and below it a text."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from antenne.fields.node import GroupNode
from antenne.problems import Problem, Problems, Where, rules

MAX_BYTES = 1024 * 1024
"""The longest content file: a megabyte is a long novel."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


class Document(Struct, frozen=True, kw_only=True):
    """A content file as it was typed; `body_line` is the line that its text begins on."""

    where: Where
    keys: GroupNode
    body: str
    body_line: int

    def place(self, key: str) -> Where:
        """Return the place of a key, or of the file when it has no such key."""
        return next((entry.where for entry in self.keys.entries if entry.key == key), self.where)


def place_of(path: Path, project: Path, line: int = 0) -> Where:
    """Return the place of a file as the author would type it: relative to the project, with slashes."""
    shown, root = str(path), f"{project}/"
    if shown.startswith(root) and ".." not in shown:
        return Where(shown.removeprefix(root), line)
    return Where(Path(os.path.relpath(path, project)).as_posix(), line)


def load_document(path: Path, project: Path, problems: Problems) -> Document | None:
    """Read a content file, or tell why it cannot be read and return None."""
    # Here, because settings come by this room too, and a build that finds nothing to do need not wait for YAML.
    from antenne.fields.front_matter import NotYaml, read_front_matter

    where = place_of(path, project)
    text = load_text(path, where, problems)
    if text is None:
        return None
    head = _HEAD.match(text)
    if head is None:
        problems.add(_headless(text, where))
        return None
    try:
        keys = read_front_matter(head["yaml"], where.path, 2)
    except NotYaml as error:
        fault = error.fault
        problems.add(rules.NOT_YAML.at(Where(where.path, fault.line), fault.message, fault.hint))
        return None
    return Document(where=where, keys=keys, body=text[head.end() :], body_line=head[0].count("\n") + 1)


def load_keys(path: Path, project: Path, problems: Problems) -> GroupNode | None:
    """Read a file that is YAML alone, or tell why it cannot be read and return None."""
    from antenne.fields.front_matter import NotYaml, read_front_matter

    where = place_of(path, project)
    text = load_text(path, where, problems)
    try:
        return None if text is None else read_front_matter(text, where.path, 1)
    except NotYaml as error:
        fault = error.fault
        problems.add(rules.NOT_YAML.at(Where(where.path, fault.line), fault.message, fault.hint))
        return None


def load_text(path: Path, where: Where, problems: Problems, most: int = MAX_BYTES) -> str | None:
    """Return a text file's characters with line feeds alone, without a byte order mark; or tell why not, and None."""
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError:
        problems.add(rules.NOT_TEXT.at(where, "The file cannot be opened.", "See that it is a file you may read."))
        return None
    if len(raw) > most:
        hint = "See that it is the file you mean; pictures and recordings stand in files of their own."
        problems.add(rules.NOT_TEXT.at(where, f"The file is larger than {most // 1024} KiB.", hint))
        return None
    return _decoded(raw, where, problems)


def _decoded(raw: bytes, where: Where, problems: Problems) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "In your editor, save it again with the encoding UTF-8."
        problems.add(rules.NOT_TEXT.at(Where(where.path, line), "The file is not text in UTF-8 from here on.", hint))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # YAML takes these for ends of lines, and no editor does.
    text = re.sub("[\x85\u2028\u2029]", " ", text).replace("\ufeff", "")
    control = _CONTROL.search(text)
    if control is None:
        return text
    line = text.count("\n", 0, control.start()) + 1
    message = f"There is an invisible control character (U+{ord(control[0]):04X}) in this line."
    hint = "It often comes with text pasted from another program: write the line anew."
    problems.add(rules.NOT_TEXT.at(Where(where.path, line), message, hint))
    return None


def _headless(text: str, where: Where) -> Problem:
    if re.match(r"---[ \t]*(\n|\Z)", text):
        message = "The front matter that begins here has no end."
        return rules.NO_FRONT_MATTER.at(Where(where.path, 1), message, "Add a line `---` below its last key.")
    hint = "Begin it with a line `---`, then the keys, such as `title: …`, then another line `---`."
    return rules.NO_FRONT_MATTER.at(Where(where.path, 1), "The file does not begin with front matter.", hint)
