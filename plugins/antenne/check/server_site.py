"""Rules on what a server answers for a site as a whole: its headers, its old addresses, what is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree, html
from msgspec import Struct

from antenne.check.site import parts_of
from antenne.fetch import Answer, Fetch, FetchRefused
from antenne.problems import Problem, Rule, Where
from antenne.problems.output.server import (
    SERVER_CACHE,
    SERVER_COMPRESSION,
    SERVER_HIDDEN,
    SERVER_KEEP,
    SERVER_MISSING,
    SERVER_OLD_ADDRESS,
    SERVER_POLICY,
)

_CSP = "content-security-policy"
_HIDDEN = (".env", ".git/HEAD", ".antenne/state.json")
_NOTHING = "antenne-nothing-stands-here"
_MOST = 10
"""How many pages with headers of their own, and how many old addresses, are asked for."""
_HOUR, _DAY = 3600, 86400
_LEAST = 1400
"""In bytes: what is smaller goes in one packet, packed or not."""
_DIGEST = re.compile(r"[.-][0-9a-f]{10,12}[.-][^/]*$")
_AGE = re.compile(r"(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,10})", re.I)


class Whole(Struct, frozen=True, kw_only=True):
    """A site that is served at `base`, without a slash at its end, and the answer for its home page."""

    base: str
    public: str
    home: Answer
    fetch: Fetch

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer | None:
        """Return what is answered, or nothing."""
        try:
            return self.fetch(address, method=method, headers={k.replace("_", "-"): v for k, v in headers.items()})
        except FetchRefused:
            return None

    def at(self, path: str) -> str:
        """Return the address of a path of the site."""
        return f"{self.base}/{quote(path)}"


def site_problems(whole: Whole) -> Iterator[Problem]:
    """Give what is wrong beyond the files that feeds name."""
    yield from _policies(whole)
    yield from _keeping(whole)
    yield from _packing(whole)
    yield from _missing(whole)
    yield from _moves(whole)


def keeping_problems(what: str, answer: Answer) -> Iterator[Problem]:
    """Give what is wrong with how long a page or a feed is kept."""
    age = _age(answer)
    if age > _HOUR:
        yield _at(SERVER_CACHE, answer.address, f"{what} may be kept for {age} seconds without asking again.")


def _policies(whole: Whole) -> Iterator[Problem]:
    everywhere, pages = _headers_of(whole)
    yield from _lacking(whole.home, {**everywhere, **pages.get("index.html", {})})
    seen: set[str] = set()
    for path, own in sorted(pages.items()):
        key = json.dumps(own, sort_keys=True)
        if key in seen or len(seen) >= _MOST:
            continue
        seen.add(key)
        answer = whole.ask(whole.at(path.removesuffix("index.html")))
        # A page that went out after this file was read is nobody's fault.
        if answer is not None and answer.status == 200:
            yield from _lacking(answer, {**everywhere, **own})


def _headers_of(whole: Whole) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Return the headers that a site of ours was built with: everywhere and by page; or what any should say."""
    some = {_CSP: "", "x-content-type-options": "nosniff"}
    answer = whole.ask(f"{whole.base}/_headers.json")
    if answer is None or answer.status != 200:
        return some, {}
    try:
        said = json.loads(answer.body)
        everywhere = {str(name).lower(): str(value) for name, value in said["everywhere"].items()}
        pages = {str(path): {n.lower(): str(v) for n, v in own.items()} for path, own in said["pages"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return some, {}
    return everywhere, pages


def _lacking(answer: Answer, wanted: Mapping[str, str]) -> Iterator[Problem]:
    for name, value in sorted(wanted.items()):
        said = answer.headers.get(name, "")
        if not said:
            yield _at(SERVER_POLICY, answer.address, f"The page comes without {name}.")
        elif name == _CSP and (fault := _narrower(said, value)):
            yield _at(SERVER_POLICY, answer.address, f"The page's policy {fault}.")
        elif name != _CSP and said.strip().lower() != value.strip().lower():
            yield _at(
                SERVER_POLICY, answer.address, f"The page comes with {name}: {said[:80]}, and not with {value[:80]}."
            )


def _narrower(said: str, wanted: str) -> str:
    """Return where a served policy forbids what a page needs, or lets others frame it; nothing where it is right."""
    served, needed = _directives(said), _directives(wanted)
    for name, sources in needed.items():
        missing = [one for one in sources if one != "'none'" and one not in served.get(name, ())]
        if missing:
            return f"has no {missing[0][:80]} in {name}"
    if "frame-ancestors" in needed and served.get("frame-ancestors") != needed["frame-ancestors"]:
        return "lets other sites frame the page than it was built for"
    return ""


def _directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split(";"))
    return {words[0].lower(): words[1:] for words in parts if words}


def _keeping(whole: Whole) -> Iterator[Problem]:
    yield from keeping_problems("The page", whole.home)
    for address in _assets(whole.home)[:2]:
        answer = whole.ask(address, "HEAD")
        if answer is not None and answer.status == 200 and _age(answer) < _DAY:
            yield _at(SERVER_KEEP, address, "A file with a digest in its name is asked for again at every page.")


def _assets(page: Answer) -> list[str]:
    """Return the addresses of a page's own styles and scripts that have a digest in their names."""
    try:
        root = html.document_fromstring(page.body, html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    named = [node.get("href") or "" for node in root.iter("link") if "stylesheet" in (node.get("rel") or "").lower()]
    named += [node.get("src") or "" for node in root.iter("script")]
    here = parts_of(page.address).netloc
    found = [urljoin(page.address, parts_of(one).geturl()) for one in named if _DIGEST.search(one)]
    return [one for one in found if parts_of(one).netloc == here]


def _age(answer: Answer) -> int:
    """Return for how many seconds an answer may be kept by somebody without asking."""
    said = answer.headers.get("cache-control", "")
    if re.search(r"\bno-(?:cache|store)\b", said, re.I):
        return 0
    return max((int(found) for found in _AGE.findall(said)), default=0)


def _packing(whole: Whole) -> Iterator[Problem]:
    if len(whole.home.body) < _LEAST:
        return
    answer = whole.ask(whole.home.address, "HEAD", Accept_Encoding="br, gzip")
    if answer is None or answer.status != 200:
        return
    if answer.headers.get("content-encoding", "identity") not in ("br", "gzip", "zstd"):
        yield _at(SERVER_COMPRESSION, answer.address, "The page is not packed for those who take it packed.")
    elif not {"*", "accept-encoding"} & {one.strip().lower() for one in answer.headers.get("vary", "").split(",")}:
        yield _at(
            SERVER_COMPRESSION, answer.address, "The page is packed, and the answer has no Vary: Accept-Encoding."
        )
    elif answer.media_type != whole.home.media_type:
        yield _at(SERVER_COMPRESSION, answer.address, f"The page comes as “{answer.media_type}” once it is packed.")


def _missing(whole: Whole) -> Iterator[Problem]:
    nothing = whole.ask(whole.at(_NOTHING))
    if nothing is not None and nothing.status == 200:
        yield _at(SERVER_MISSING, whole.at(_NOTHING), "Nothing stands here, and it is answered with 200.")
        # Such a server answers for hidden files as well, with a page.
        return
    for path in _HIDDEN:
        answer = whole.ask(whole.at(path), "HEAD")
        if answer is not None and answer.status == 200:
            yield _at(SERVER_HIDDEN, whole.at(path), "A hidden file can be read by everyone.")


def _moves(whole: Whole) -> Iterator[Problem]:
    answer = whole.ask(f"{whole.base}/_redirects")
    if answer is None or answer.status != 200 or answer.media_type == "text/html":
        return
    rules = [line.split() for line in answer.body.decode("utf-8", "replace").splitlines()]
    exact = [(rule[0], rule[1]) for rule in rules if len(rule) == 3 and rule[2] == "301" and "*" not in rule[0]]
    for old, new in exact[:_MOST]:
        yield from _moved(whole, urljoin(f"{whole.base}/", old), urljoin(f"{whole.base}/", new))


def _moved(whole: Whole, old: str, new: str) -> Iterator[Problem]:
    if whole.public and new.startswith(f"{whole.public}/"):
        new = whole.base + new.removeprefix(whole.public)
    if urlsplit(new).netloc != urlsplit(whole.base).netloc:
        return
    answer = whole.ask(old, "HEAD")
    led = [*(address for address, _ in answer.hops), answer.address] if answer else []
    if answer is None or len(led) < 2 or answer.hops[0][1] not in (301, 308) or led[1] != new:
        yield _at(SERVER_OLD_ADDRESS, old, f"The old address does not lead to {new} for good.")


def _at(rule: Rule, address: str, message: str) -> Problem:
    return rule.at(Where(address), message)
