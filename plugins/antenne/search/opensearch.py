"""A description by which browsers offer the site's search (OpenSearch 1.1)."""

from __future__ import annotations

from lxml import etree

_SPACE = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAME = 16


def opensearch(name: str, description: str, address: str, language: str) -> bytes:
    """Return the description of a search whose page stands at a complete address."""
    root = etree.fromstring(f'<OpenSearchDescription xmlns="{_SPACE}"/>')
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    for tag, text in (("ShortName", short), ("LongName", name[:48]), ("Description", description[:1024])):
        _child(root, tag).text = text
    template = f"{address}?q={{searchTerms}}"
    _child(root, "Url").attrib.update({"type": "text/html", "method": "get", "template": template})
    _child(root, "Language").text = language
    _child(root, "InputEncoding").text = "UTF-8"
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _child(parent: etree._Element, tag: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_SPACE}}}{tag}")
