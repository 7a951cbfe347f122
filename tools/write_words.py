"""Writes the catalogues of the interface's words, theme/locale/*.po, anew from the templates and the code.

`write_words.py` adds new words to every catalogue and drops those that nothing shows any more; `write_words.py de`
begins a catalogue of German and leaves the others alone. With `--theme FOLDER` it does so for the templates of another
theme alone; one that has no words of its own takes those of the themes that it extends.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).parent.parent
THEME = PROJECT / "theme"
CODE = PROJECT / "plugins/antenne"
_ASKS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def asked(theme: Path = THEME, code: Path | None = CODE) -> Catalog:
    """Return every word of the interface in English, with the files that ask for it."""
    catalogue = Catalog()
    for path, method in (*_templates(theme), *_modules(code)):
        for _line, words, *_ in extract_from_file(method, str(path), keywords=_ASKS):
            catalogue.add(words, locations=[(path.name, None)])
    return catalogue


def words_of(theme: Path, path: Path) -> Catalog:
    """Return the words of a theme's own templates, and those of Antenne's that its catalogue changes.

    A catalogue that is begun for a theme without words of its own has all of Antenne's.
    """
    if theme.resolve() == THEME:
        return asked()
    own, all_words = asked(theme, None), asked()
    changed = _read(path) if path.is_file() else Catalog() if len(own) else all_words
    for word in all_words:
        if word.id and word.id in changed and word.id not in own:
            own.add(word.id, locations=word.locations)
    return own


def _templates(theme: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted((theme / "templates").rglob("*.*")):
        yield path, "jinja2.ext:babel_extract"


def _modules(code: Path | None) -> Iterator[tuple[Path, str]]:
    for path in sorted(code.rglob("*.py")) if code else ():
        yield path, "python"


def fresh(path: Path, words: Catalog) -> bytes:
    """Return a catalogue as it should be: its own translations, for these words and no others."""
    there = _read(path) if path.is_file() else Catalog(locale=path.stem.replace("-", "_"))
    made = Catalog(locale=there.locale)
    for word in words:
        if word.id:
            known = there.get(word.id)
            same = known is not None and known.pluralizable == word.pluralizable
            made.add(word.id, known.string if same else "", word.locations)
    return _written(made, str(there.locale))


def _written(catalogue: Catalog, language: str) -> bytes:
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, no_location=True)
    forms = catalogue.plural_forms
    head = f'Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {forms}\\n'
    return f'msgid ""\nmsgstr ""\n"{head}"\n\n'.encode() + out.getvalue().rstrip() + b"\n"


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)


def main() -> None:
    """Write the catalogues, and say what is left to translate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("languages", nargs="*", help="languages to begin, such as de or pt-BR")
    parser.add_argument("--theme", type=Path, default=THEME, help="the theme's folder")
    given = parser.parse_args()
    folder = given.theme / "locale"
    folder.mkdir(exist_ok=True)
    begun = [folder / f"{one}.po" for one in given.languages]
    for path in sorted(begun or folder.glob("*.po")):
        words = words_of(given.theme, path)
        path.write_bytes(fresh(path, words))
        left = sum(not message.string or not all(message.string) for message in _read(path) if message.id)
        print(f"{path}: {len(words)} words, {left} to translate")


if __name__ == "__main__":
    main()
