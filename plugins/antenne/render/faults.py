"""Mistakes in a theme's templates, told as problems: which file and line, what is wrong and what to do."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from msgspec import Struct

from antenne.fields import place_of
from antenne.problems import Problem, ProblemsFound, Where, nearest
from antenne.problems.rules import BAD_TEMPLATE
from antenne.render.environment import BASE

_NAME = re.compile(r"'(?P<name>\w+)' is undefined")
_ATTRIBUTE = re.compile(r"'(?P<owner>[\w.]+) object' has no attribute '(?P<name>\w+)'")
_NO_FILTER = re.compile(r"No (?P<kind>filter|test) named '(?P<name>\w+)'")


class _Place(Struct, frozen=True):
    """The file of a template, and the line that was at work."""

    file: Path
    line: int


class TemplateFaults(Struct, frozen=True):
    """Knows the folders of a site's themes, the nearest first, and tells of the mistakes in their templates."""

    environment: Environment
    themes: tuple[Path, ...]
    project: Path

    @contextmanager
    def told(self, name: str, context: Mapping[str, object]) -> Iterator[None]:
        """Raise ProblemsFound for what goes wrong in a template, rendered with a context; faults of code go on."""
        try:
            yield
        except ProblemsFound:
            raise
        except Exception as error:
            problem = self._problem(error, name, context)
            if problem is None:
                raise
            raise ProblemsFound([problem]) from error

    def _problem(self, error: Exception, name: str, context: Mapping[str, object]) -> Problem | None:
        place = self._place(error.__traceback__)
        if isinstance(error, TemplateSyntaxError):
            return self._syntax(error)
        if isinstance(error, TemplateNotFound):
            return self._not_found(error, name, place)
        if isinstance(error, RecursionError):
            return self._circle(place)
        if place is None:
            return None
        if isinstance(error, UndefinedError):
            return self._at(place, f"{_sentence(error)}", self._meant(error, place, context))
        if self._is_ours(place) and not _raised_in_template(error):
            return None
        message = f"This line stopped with {type(error).__name__}: {_sentence(error)}"
        return self._at(place, message, "Correct the line; docs/theme.md says which names a template has.")

    def _syntax(self, error: TemplateSyntaxError) -> Problem:
        place = _Place(Path(error.filename or error.name or ""), error.lineno)
        if found := _NO_FILTER.search(error.message or ""):
            known = self.environment.filters if found["kind"] == "filter" else self.environment.tests
            return self._at(place, _sentence(error), _did_you_mean(found["name"], known) or "Correct the name.")
        return self._at(place, f"The template cannot be read: {_sentence(error)}", "Correct this line.")

    def _not_found(self, error: TemplateNotFound, name: str, place: _Place | None) -> Problem:
        missing = str(error.name or name)
        guess = nearest(missing, self.environment.list_templates())
        hint = f"Did you mean {guess}?" if guess else "Write the name of a file in templates/, such as base.html."
        if place:
            return self._at(place, f"There is no template {missing}.", hint)
        return BAD_TEMPLATE.at(Where("THEME"), f"The theme has no template {missing}.", f"Add it. {hint}")

    def _circle(self, place: _Place | None) -> Problem | None:
        """Tell of templates that lead round and round: one that extends or includes itself, mostly."""
        if place is None:
            return None
        for node, name in _led_to(self.environment, place.file):
            if self._leads_to(name, place.file):
                what = "extends" if isinstance(node, nodes.Extends) else "takes in"
                message = f"This template {what} “{name}”, which is itself."
                hint = f"For the one of Antenne's theme write `{BASE}/{name.removeprefix(f'{BASE}/')}`."
                return self._at(_Place(place.file, node.lineno), message, hint)
        return self._at(place, "Templates or macros call one another here without end.", "Break the circle.")

    def _leads_to(self, name: str, file: Path) -> bool:
        loader = self.environment.loader
        try:
            return loader is not None and loader.get_source(self.environment, name)[1] == str(file)
        except TemplateNotFound:
            return False

    def _meant(self, error: UndefinedError, place: _Place, context: Mapping[str, object]) -> str:
        message = str(error)
        if found := _NAME.search(message):
            known = {*self.environment.globals, *context, "view", "head", *_names_in(self.environment, place.file)}
            guess = _did_you_mean(found["name"], known - {found["name"]})
        elif found := _ATTRIBUTE.search(message):
            guess = _did_you_mean(found["name"], _attributes(found["owner"]))
        else:
            guess = ""
        return guess or "Correct the name; docs/theme.md says which names a template has."

    def _place(self, traceback: TracebackType | None) -> _Place | None:
        """Return the innermost line of a template that an exception came through."""
        files = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(traceback)]
        found = [_Place(file, line) for file, line in files if self._theme_of(file)]
        return found[-1] if found else None

    def _theme_of(self, file: Path) -> Path | None:
        return next((theme for theme in self.themes if file.is_relative_to(theme / "templates")), None)

    def _is_ours(self, place: _Place) -> bool:
        return self._theme_of(place.file) == self.themes[-1]

    def _at(self, place: _Place, message: str, hint: str) -> Problem:
        where = place_of(place.file, self.project, place.line) if place.file.is_absolute() else Where(str(place.file))
        return BAD_TEMPLATE.at(where, message, hint)


def _raised_in_template(error: Exception) -> bool:
    """Return whether an exception was raised by the template's own expression, and by no code that it called."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    return bool(frames) and "__jinja_template__" in frames[-1].f_globals


def _led_to(environment: Environment, file: Path) -> Iterator[tuple[nodes.Node, str]]:
    """Give what a template extends or includes by name."""
    tree = environment.parse(file.read_text(encoding="utf-8"))
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = getattr(node, "template", None)
        if isinstance(named, nodes.Const):
            yield node, str(named.value)


def _names_in(environment: Environment, file: Path) -> set[str]:
    """Return the names that a template itself gives: variables, macros, their parameters."""
    tree = environment.parse(file.read_text(encoding="utf-8"))
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    return names | {macro.name for macro in tree.find_all(nodes.Macro)}


def _attributes(owner: str) -> set[str]:
    """Return the public names of a class, given by module and name."""
    module, _, name = owner.rpartition(".")
    found = getattr(sys.modules.get(module), name, None)
    return {one for one in dir(found) if not one.startswith("_")} if found else set()


def _did_you_mean(name: str, known: set[str] | Mapping[str, object]) -> str:
    guess = nearest(name, known)
    return f"Did you mean `{guess}`?" if guess else ""


def _sentence(error: Exception) -> str:
    """Return what an exception says as a sentence; of an object, only what it is called."""
    text = str(getattr(error, "message", None) or error) or type(error).__name__
    text = re.sub(r"'[\w.]*?(\w+) object'", r"a \1", text).strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text[-1:] in '.!?…' else '.'}"
