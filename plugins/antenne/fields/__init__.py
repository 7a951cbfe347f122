"""The one typed mechanism for front matter and settings: declarations, converters, and places for what is wrong."""

from antenne.fields.declare import Converter, Key, key, keys_of
from antenne.fields.describe import describe
from antenne.fields.document import Document, load_document, load_keys, load_text, place_of
from antenne.fields.group_converters import Either, ListOf, Record, Ref
from antenne.fields.node import Entry, GroupNode, ListNode, Node, TextNode, node_of
from antenne.fields.parse import parse
from antenne.fields.reading import Reading, Reference, Refused
from antenne.fields.text_converters import OneText, Unfit, boolean, choice, decimal, integer, pattern, text
from antenne.fields.value_converters import (
    address,
    email,
    file_name,
    isbn,
    language,
    moment,
    partial_date,
    seconds,
    slug,
    uuid,
)

__all__ = [
    "Converter",
    "Document",
    "Either",
    "Entry",
    "GroupNode",
    "Key",
    "ListNode",
    "ListOf",
    "Node",
    "OneText",
    "Reading",
    "Record",
    "Ref",
    "Reference",
    "Refused",
    "TextNode",
    "Unfit",
    "address",
    "boolean",
    "choice",
    "decimal",
    "describe",
    "email",
    "file_name",
    "integer",
    "isbn",
    "key",
    "keys_of",
    "language",
    "load_document",
    "load_keys",
    "load_text",
    "moment",
    "node_of",
    "parse",
    "partial_date",
    "pattern",
    "place_of",
    "seconds",
    "slug",
    "text",
    "uuid",
]
