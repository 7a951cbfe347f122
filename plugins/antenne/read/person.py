"""A person or a group: front matter and portrait; and the parts that people take in recordings."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import ListOf, Record, Ref, address, boolean, choice, file_name, key, pattern, text
from antenne.model import Credit, Link, Person
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.names import Name
from antenne.read.opened import Opened, require_index

_ROLE = pattern("a role in lower-case letters", "[a-z][a-z -]{0,60}", "Write host, guest, reader or the like.")
# The groups of the Podcasting 2.0 taxonomy.
_GROUP = choice(
    "cast",
    "writing",
    "creative direction",
    "audio production",
    "audio post-production",
    "video production",
    "video post-production",
    "administration",
    "visuals",
    "community",
    "misc.",
)
_ROLE_DOC = "`host`, `guest`, `reader`… in the words of the Podcasting 2.0 taxonomy."
_GROUP_DOC = "`cast`, `writing`, `audio production`…"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKeys:
    """An address elsewhere."""

    label: str = key(text(), doc="The words to click on.")
    url: str = key(address, doc="Where they lead.")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostKeys:
    """A person's part in a show."""

    person: str = key(Ref("person"), doc="Who.")
    role: str = key(_ROLE, "host", doc=_ROLE_DOC)
    group: str = key(_GROUP, "cast", doc=_GROUP_DOC)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestKeys:
    """A person's part in an episode."""

    person: str = key(Ref("person"), doc="Who.")
    role: str = key(_ROLE, "guest", doc=_ROLE_DOC)
    group: str = key(_GROUP, "cast", doc=_GROUP_DOC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKeys:
    """The front matter of a person or a group."""

    name: str = key(text(), doc="")
    sort_name: str = key(text(), "", doc="Such as `Laurent, François`.")
    kind: str = key(choice("person", "group"), "person")
    members: tuple[str, ...] = key(ListOf(Ref("person")), (), doc="Of a group.")
    url: str = key(address, "", doc="The person's own site.")
    links: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), (), doc="Other addresses.")
    summary: str = key(text(4000), "", doc="One plain sentence. Default: the body's first.")
    portrait: str = key(file_name, "", doc="Default: the file called `portrait`; without one, initials.")
    portrait_alt: str = key(text(1000), "", doc="What the portrait shows, for those who do not see it.")
    feed: bool = key(boolean, False, doc="Whether there is a feed of the episodes in which the person is heard.")


def read_person(bundle: Bundle, name: Name, desk: Desk) -> Person | None:
    """Return the person of a bundle, or None having told what is wrong."""
    found = require_index(PersonKeys, bundle, desk)
    if found is None:
        return None
    keys, document = found
    at = Opened(desk=desk, bundle=bundle, document=document, language=desk.settings.language)
    body = at.body()
    return Person(
        key=name.key,
        name=at.words(keys.name),
        sort_name=at.words(keys.sort_name),
        kind=keys.kind,
        members=keys.members,
        url=keys.url,
        links=links_of(keys.links, at),
        summary=at.words(keys.summary) or first_sentences(body),
        portrait=at.picture("portrait", keys.portrait, keys.portrait_alt),
        feed=keys.feed,
        body=body,
    )


def links_of(links: tuple[LinkKeys, ...], at: Opened) -> tuple[Link, ...]:
    """Return links with their words typeset."""
    return tuple(Link(label=at.words(link.label), url=link.url) for link in links)


def credits_of(people: tuple[HostKeys, ...] | tuple[GuestKeys, ...]) -> tuple[Credit, ...]:
    """Return the parts that people take in a show or an episode."""
    return tuple(Credit(person=one.person, role=one.role, group=one.group) for one in people)
