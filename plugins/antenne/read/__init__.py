"""From the content folder to objects: everything is read, nothing is tied together yet."""

from antenne.fields import Reference
from antenne.read.chapters import clock
from antenne.read.content import Content, Translated
from antenne.read.kept import Edits, ReadMemo
from antenne.read.read import read_content
from antenne.read.tables import front_matter_tables

__all__ = ["Content", "Edits", "ReadMemo", "Reference", "Translated", "clock", "front_matter_tables", "read_content"]
