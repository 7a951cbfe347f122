"""A publisher: front matter and logo; most are known by the name alone that books give."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import ListOf, Record, address, file_name, key, text
from antenne.model import Publisher
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.names import Name
from antenne.read.opened import Opened, require_index
from antenne.read.person import LinkKeys, links_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherKeys:
    """The front matter of a publisher."""

    name: str = key(text(), doc="As books write it in their line `publisher`.")
    place: str = key(text(), "", doc="Where it has its seat, such as `Malakoff`.")
    url: str = key(address, "", doc="Its own site.")
    links: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), (), doc="Other addresses.")
    summary: str = key(text(4000), "", doc="One plain sentence. Default: the body's first.")
    logo: str = key(file_name, "", doc="Default: the file called `logo`.")
    logo_alt: str = key(text(1000), "", doc="What the logo shows, for those who do not see it.")


def read_publisher(bundle: Bundle, name: Name, desk: Desk) -> Publisher | None:
    """Return the publisher of a bundle, or None having told what is wrong."""
    found = require_index(PublisherKeys, bundle, desk)
    if found is None:
        return None
    keys, document = found
    at = Opened(desk=desk, bundle=bundle, document=document, language=desk.settings.language)
    body = at.body()
    return Publisher(
        key=name.key,
        name=at.words(keys.name),
        place=at.words(keys.place),
        url=keys.url,
        links=links_of(keys.links, at),
        summary=at.words(keys.summary) or first_sentences(body),
        logo=at.picture("logo", keys.logo, keys.logo_alt),
        body=body,
    )
