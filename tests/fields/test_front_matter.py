from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.fields import GroupNode, ListNode, Node, TextNode, load_document
from antenne.fields.front_matter import NotYaml, read_front_matter
from antenne.problems import Problems

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])


def plain(node: Node) -> object:
    """Return the texts of a node with their lines."""
    if isinstance(node, TextNode):
        return node.where.line, node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "typed",
    [
        "9782100000005",
        "25.90",
        "2013-11-05 11:41",
        "2013-11-05",
        "no",
        "on",
        "12:30",
        "0x1F",
        "1_000",
        "~",
        "null",
        ".5",
    ],
)
def test_a_value_stays_as_it_was_typed(typed: str, loader: object) -> None:
    assert plain(read_front_matter(f"key: {typed}\n", "f.md", 2, loader)) == {"key": (2, typed)}


@pytest.mark.parametrize("loader", LOADERS)
def test_each_value_knows_its_line(loader: object) -> None:
    source = "a: 1\n# comment\nlist:\n  - x\n  -\n  - b: {c: 2}\nlong: |\n  one\n  two\nempty:\nlast: 'z'\n"
    assert plain(read_front_matter(source, "f.md", 2, loader)) == {
        "a": (2, "1"),
        "list": [(5, "x"), (6, ""), {"b": {"c": (7, "2")}}],
        "long": (8, "one\ntwo\n"),
        "empty": (11, ""),
        "last": (12, "z"),
    }


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("title: Rupture : le futur", 2, '`title: "Rupture : le futur"`'),
        ("a: b\ntitle: Le futur :", 3, '"Le futur :"'),
        ("a: b\n\tc: d", 3, "Indent with spaces"),
        ('title: "Rupture\nsummary: "bien"', 2, '`title: "Rupture"`'),
        ("title: 'L'été'", 2, '"L\'été"'),
        ('title: "Un" et "deux"', 2, r'"\"Un\" et \"deux\""'),
        ("title: [a, b\nb: c", 2, "Close the bracket"),
        ("title: @moi", 2, '"@moi"'),
        ("title: *Rupture*", 2, '"*Rupture*"'),
        ("title: &a Rupture", 2, '"&a Rupture"'),
        ("title: !binary aGk=", 2, "tag"),
        ("title:Rupture\nb: c", 2, "`title: Rupture`"),
        ("a: b\n  c: d", 3, "Begin it where"),
        ("summary: Un livre\n  bref : voilà", 3, "quotes"),
        ("a: 1\n---\nb: 2", 2, "second"),
        ("<<: {a: b}", 2, "<<"),
        ("[a, b]: c", 2, "one word"),
        ("- a\n- b", 2, "lines such as"),
        ("a: " + "[" * 5000, 2, "nested too deeply"),
        ("a: {b: c\n\n\n", 2, "Close the bracket"),
    ],
)
def test_a_slip_is_told_at_its_line_by_either_parser(source: str, line: int, said: str) -> None:
    faults = []
    for loader in LOADERS:
        with pytest.raises(NotYaml) as caught:
            read_front_matter(source, "f.md", 2, loader)
        faults.append(caught.value.fault)
    assert len(set(faults)) == 1
    assert faults[0].line == line
    assert said in f"{faults[0].message} {faults[0].hint}"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@ \n\té,.<", max_size=60))
def test_whatever_is_typed_both_parsers_say_the_same_and_none_breaks(source: str) -> None:
    results = [outcome(source, loader) for loader in LOADERS]
    assert all(result == results[0] != "refused within its lines: False" for result in results)


def outcome(source: str, loader: object) -> object:
    """Return the texts that a source holds, or that it is refused at one of its lines."""
    try:
        return plain(read_front_matter(source, "f.md", 2, loader))
    except NotYaml as error:
        return f"refused within its lines: {2 <= error.fault.line <= source.count(chr(10)) + 2}"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]), min_size=1, max_size=40))
def test_the_quoting_that_is_advised_gives_the_text_back(title: str) -> None:
    with pytest.raises(NotYaml) as caught:
        read_front_matter(f"title: @{title} : fin", "f.md", 2)
    advised = caught.value.fault.hint.split("`", 1)[1].rsplit("`", 1)[0]
    assert plain(read_front_matter(advised, "f.md", 2)) == {"title": (2, f"@{title} : fin")}


def load(path: Path, raw: bytes) -> tuple[str, int, GroupNode] | list[tuple[str, int]]:
    """Return body, its line and the keys of a file; or the codes and lines of what is wrong with it."""
    path.write_bytes(raw)
    problems = Problems()
    document = load_document(path, path.parent, problems)
    if document is None:
        return [(problem.code, problem.where.line) for problem in problems.sorted()]
    return document.body, document.body_line, document.keys


@pytest.mark.parametrize("raw", [b"---\na: b\n---\nBonjour\n", b"\xef\xbb\xbf---\r\na: b\r\n---\r\nBonjour\r\n"])
def test_marks_and_line_ends_of_other_systems_do_not_matter(raw: bytes, tmp_path: Path) -> None:
    body, line, keys = load(tmp_path / "f.md", raw)
    assert (body, line, plain(keys)) == ("Bonjour\n", 4, {"a": (2, "b")})


def test_front_matter_may_be_empty_and_end_the_file(tmp_path: Path) -> None:
    assert load(tmp_path / "f.md", b"---\n---")[:2] == ("", 2)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"Bonjour", ("no-front-matter", 1)),
        (b"---\na: b\n", ("no-front-matter", 1)),
        (b"---\na: b\n---\n\xe9t\xe9\n", ("not-text", 4)),
        (b"---\na: b\x00\n---\n", ("not-text", 2)),
        (b"---\n---\n" + b"x" * 1024 * 1024, ("not-text", 0)),
    ],
)
def test_a_file_that_is_no_document_is_told(raw: bytes, problem: tuple[str, int], tmp_path: Path) -> None:
    assert load(tmp_path / "f.md", raw) == [problem]


def test_odd_line_separators_do_not_shift_lines(tmp_path: Path) -> None:
    _, _, keys = load(tmp_path / "f.md", "---\na: un\u2028deux\nb: c\n---\n".encode())
    assert plain(keys) == {"a": (2, "un deux"), "b": (3, "c")}
