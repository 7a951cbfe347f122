"""Plain text: out of HTML, out of strangers' hands, and cut to a length."""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from antenne.text.tree import INLINE, Node, parse_fragment

LIMIT = 4000
"""The longest text, in characters, that is taken from a tag or a sidecar file."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff]"
)
# The no-break spaces of French typography stay: they are meant.
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_NO_SPACE = re.compile(r"[^\S \u00a0\u202f\u2007]")
_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[.!?…][»”\")\]\s]*(?=\s|$)")


def plain_text(html: str) -> str:
    """Return the words of an HTML text, each block on a line of its own."""
    if not html.strip():
        return ""
    return words_of(parse_fragment(html))


def words_of(root: Node) -> str:
    """Return the words of a tree, each block on a line of its own; the numbers of its footnotes are taken out."""
    parts: list[str] = []
    for node in list(root.iter("sup")):
        # The numbers of footnotes are no words.
        if (node.get("class") or "").startswith("footnote-"):
            node.text, node[:] = "", []
    _gather(root, parts)
    lines = (_folded(line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def leading_paragraphs(html: str) -> str:
    """Return the words of the first paragraphs of an HTML text, up to the heading, list, table or code after them."""
    if not html.strip():
        return ""
    found: list[str] = []
    root = parse_fragment(html)
    for node in root if len(root) else ():
        words = plain_text(etree.tostring(node, encoding="unicode", with_tail=False)) if node.tag == "p" else ""
        if words:
            found.append(" ".join(words.split("\n")))
        elif found and node.tag != "p":
            break
    return " ".join(found)


def clean_plain(text: str, limit: int = LIMIT, *, lines: bool = False) -> str:
    """Return a stranger's text as visible characters in NFC, blanks folded, at most `limit` characters.

    Control and bidirectional characters are left out; with `lines`, line ends stay.
    """
    if text.isprintable() and "  " not in text and not _INVISIBLE.search(text):
        # Most texts have neither control characters nor line ends, nor any blank but single spaces.
        kept = unicodedata.normalize("NFC", text).strip()
        if len(kept) <= limit:
            return kept
    known = _INVISIBLE.sub("", text[: limit * 4])
    broken = _BREAK.split(unicodedata.normalize("NFC", known)) if lines else [unicodedata.normalize("NFC", known)]
    kept = "\n".join(_folded(line).strip() for line in broken)
    kept = re.sub(r"\n{3,}", "\n\n", kept).strip()
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def _folded(line: str) -> str:
    """Return a line with each stretch of blanks as one space: most lines have no other blanks."""
    return _SPACE.sub(" ", line) if "  " in line or _NO_SPACE.search(line) else line


def cut(text: str, max_bytes: int) -> str:
    """Return the text in at most `max_bytes` bytes of UTF-8: cut after a sentence, else after a word with `…`."""
    if len(text.encode()) <= max_bytes:
        return text
    head = text.encode()[:max_bytes].decode(errors="ignore")
    ends = [match.end() for match in _SENTENCE.finditer(head) if match.end() < len(head) or _ends_there(text, head)]
    if ends and ends[-1] > len(head) // 2:
        return head[: ends[-1]].rstrip()
    head = text.encode()[: max(0, max_bytes - len("…".encode()))].decode(errors="ignore")
    whole = head if text[len(head) : len(head) + 1].isspace() else re.sub(r"\s\S*$", "", head)
    return (whole.rstrip().rstrip(",;:–—-«(“").rstrip() + "…").encode()[:max_bytes].decode(errors="ignore")


def _ends_there(text: str, head: str) -> bool:
    """Say whether a word ends where the head does."""
    return text[len(head) : len(head) + 1].isspace()


def _gather(root: Node, parts: list[str]) -> None:
    """Collect the pieces of text in their order, with a line end at each block's boundary."""
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        breaks = event in ("start", "end") and (node.tag not in INLINE or node.tag == "br")
        text = node.text if event == "start" else node.tail
        parts.append(("\n" if breaks else "") + (text or "").replace("\n", " "))
