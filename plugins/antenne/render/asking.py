"""Questions that a page asked while it was made, asked again of a later catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from antenne.kept import Fingerprints, Form, Unkeepable, packed
from antenne.model import Catalog, Edition
from antenne.render.watch import Question
from antenne.render.watched import KEYS, TAGS_OF, heads


class Gone(LookupError):
    """What was asked about is not in the catalogue."""


_TEXT: Form[Any] = Form(Any)
_EDITION: Form[Edition] = Form(Edition)


class Asked:
    """Asks a catalogue the questions of an earlier one, each once; `facts` are answers that are no catalogue's.

    Questions have texts and answers have names: what is kept is of these. `before` are the answers of the last good
    build, `answers` those of today, as far as they were asked for. What a text means, `meanings` remember.
    """

    def __init__(
        self,
        catalog: Catalog,
        facts: Mapping[Question, object],
        names: Fingerprints,
        before: Mapping[str, bytes],
        meanings: dict[str, Question],
    ) -> None:
        self.answers: dict[str, bytes] = {}
        self._catalog, self._facts, self._names = catalog, facts, names
        self._before, self._meanings = before, meanings
        self._same: set[str] = set()
        self._texts: dict[Question, str] = {}
        self._found: dict[tuple[str, str], dict[str, object]] = {}

    def noted(self, answers: Mapping[Question, object]) -> tuple[str, ...]:
        """Return the texts of questions whose answers are those of today; raise Unkeepable."""
        return tuple(self._text(question, answer) for question, answer in answers.items())

    def as_before(self, texts: Sequence[str]) -> bool:
        """Say whether questions are answered as they were in the last good build."""
        return self._same.issuperset(texts) or all(map(self._is_as_before, texts))

    def _is_as_before(self, text: str) -> bool:
        if text not in self.answers:
            question = self._meanings.get(text)
            if question is None:
                question = self._meanings[text] = _read(_TEXT.unpack(text.encode()))
            try:
                answer = self._facts[question] if question in self._facts else self._ask(question)
                self.answers[text] = self._names.of(answer)
            except (Gone, Unkeepable):
                return False
        if self.answers[text] != self._before.get(text):
            return False
        self._same.add(text)
        return True

    def _text(self, question: Question, answer: object) -> str:
        text = self._texts.get(question)
        if text is None:
            text = packed(question).decode()
            self.answers.setdefault(text, self._names.of(answer))
            self._texts[question], self._meanings[text] = text, question
        return text

    def _ask(self, question: Question) -> object:
        name, *about = question
        if name in ("all", "any", "count", "part", "item"):
            return self._of_list(str(name), *about)
        catalog, method = self._parted(str(name))
        if method == "newest":
            return catalog.newest
        if method == "under":
            return self._under(catalog, *about)
        given: list[Any] = [self._meant(one) for one in about]
        try:
            if method == TAGS_OF:
                return heads(catalog.tags_of(*given))
            return getattr(catalog, method)(*given)
        except KeyError as error:
            raise Gone(question) from error

    def _of_list(self, kind: str, name: object, *place: Any) -> object:
        catalog, attribute = self._parted(str(name))
        items: tuple[object, ...] = getattr(catalog, attribute)
        if kind == "part":
            return items[slice(*place)]
        if kind == "item":
            try:
                return items[place[0]]
            except IndexError as error:
                raise Gone(name) from error
        return {"all": items, "any": bool(items), "count": len(items)}[kind]

    @staticmethod
    def _under(catalog: Catalog, key: object, kind: Any) -> object:
        tag = next((tag for tag in catalog.tags if tag.key == key), None)
        if tag is None:
            raise Gone(key)
        return getattr(tag, kind)

    def _parted(self, name: str) -> tuple[Catalog, str]:
        bare = name.removeprefix("every.")
        return (self._catalog if bare == name else self._catalog.every), bare

    def _meant(self, about: object) -> object:
        """Return the object that stands in a question by its list and key."""
        if isinstance(about, Edition | str):
            return about
        assert isinstance(about, tuple)
        if len(about) == 2 and isinstance(about[0], str):
            return self._object(about[0], about[1])
        return tuple(self._meant(one) for one in about)

    def _object(self, kind: str, key: str) -> object:
        attribute = next(by for of, by in KEYS.values() if of == kind)
        if (kind, attribute) not in self._found:
            # What a site's own list has in a language goes before the same thing in another one.
            both = (*getattr(self._catalog.every, kind), *getattr(self._catalog, kind))
            self._found[kind, attribute] = {getattr(one, attribute): one for one in both}
        try:
            return self._found[kind, attribute][key]
        except KeyError as error:
            raise Gone(key) from error


def _read(value: Any) -> Any:
    """Return what a part of a question was before it became a text: a tuple, an edition, or itself."""
    if isinstance(value, list):
        return tuple(map(_read, value))
    return _EDITION.unpack(packed(value)) if isinstance(value, dict) else value
