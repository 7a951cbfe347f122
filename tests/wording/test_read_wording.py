from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from antenne.model import LanguageTag
from antenne.problems import Problems
from antenne.wording import languages_of, read_wording
from tests.support.content import report
from tools.write_words import THEME, asked, fresh, words_of

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
NOTES = 'msgid "%(num)s note"\nmsgid_plural "%(num)s notes"\n'


def locale(folder: Path, **catalogues: str) -> Path:
    (folder / "locale").mkdir(parents=True)
    for language, text in catalogues.items():
        (folder / f"locale/{language}.po").write_text(HEAD + text, encoding="utf-8")
    return folder / "locale"


def wording(language: str, *folders: Path) -> tuple[NullTranslations, str]:
    problems = Problems()
    found = read_wording(folders, LanguageTag.parse(language), folders[0].parent, problems)
    return found, report(problems)


def test_french_counts_nothing_as_one_and_english_does_not() -> None:
    french, english = (wording(language, THEME / "locale")[0] for language in ("fr", "en"))
    assert [french.ngettext("The book", "The books", n) for n in (0, 1, 2)] == ["Le livre", "Le livre", "Les livres"]
    assert [english.ngettext("The book", "The books", n) for n in (0, 1, 2)] == ["The books", "The book", "The books"]


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    found, told = wording("en-GB", locale(tmp_path))
    assert (found.gettext("Books"), told) == ("Books", "")


def test_a_third_language_needs_one_file_with_its_own_plural_forms(tmp_path: Path) -> None:
    three = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    folder = locale(tmp_path)
    forms = "".join(f'msgstr[{n}] "{word}"\n' for n, word in enumerate(("заметка", "заметки", "заметок")))
    (folder / "ru.po").write_text(f'{HEAD}"Plural-Forms: {three}\\n"\n\n{NOTES}{forms}', encoding="utf-8")
    found, told = wording("ru", folder)
    assert [found.ngettext("%(num)s note", "%(num)s notes", n) for n in (1, 3, 5)] == ["заметка", "заметки", "заметок"]
    assert told == ""
    assert languages_of([folder]) == (LanguageTag("en"), LanguageTag("ru"))


def test_what_is_not_translated_stays_english(tmp_path: Path) -> None:
    text = '\nmsgid "Books"\nmsgstr ""\n\n#, fuzzy\nmsgid "Notes"\nmsgstr "Notizen?"\n'
    found, told = wording("de", locale(tmp_path, de=text))
    assert ([found.gettext(word) for word in ("Books", "Notes", "Never seen")], told) == (
        ["Books", "Notes", "Never seen"],
        "",
    )


def test_a_region_and_a_theme_that_inherits_go_before_what_they_build_on(tmp_path: Path) -> None:
    child = locale(tmp_path / "enfant", fr='\nmsgid "Books"\nmsgstr "Ouvrages"\n')
    parent = locale(tmp_path / "parent", fr='\nmsgid "Books"\nmsgstr "Livres"\n\nmsgid "Notes"\nmsgstr "Notes"\n')
    (parent / "fr_CA.po").write_text(f'{HEAD}\nmsgid "Podcast"\nmsgstr "Balado"\n', encoding="utf-8")
    found, _ = wording("fr-CA", child, parent)
    assert [found.gettext(word) for word in ("Books", "Podcast", "Notes")] == ["Ouvrages", "Balado", "Notes"]


def test_a_language_without_a_catalogue_is_told_with_what_there_is(tmp_path: Path) -> None:
    _, told = wording("it", locale(tmp_path, fr=""))
    assert told == (
        "DEFAULT_LANG warning no-wording The interface has no words in this language, “it”; it has en, fr."
        " — Take one of these, or write theme/locale/it.po (docs/languages.md says how).\n"
    )


BROKEN = {
    "a lost placeholder": '\nmsgid "By %(name)s"\nmsgstr "Par"\n',
    "a strange placeholder": '\nmsgid "By %(name)s"\nmsgstr "Par %(name)s et %(nom)s"\n',
    "a bare per cent sign": '\nmsgid "Loud"\nmsgstr "à 50 % du volume"\n',
    "a placeholder cut short": '\nmsgid "By %(name)s"\nmsgstr "Par %(name)"\n',
    "a strange placeholder in a plural": f'\n{NOTES}msgstr[0] "une note"\nmsgstr[1] "%(nombre)s notes"\n',
    "a placeholder of a script that is lost": '\nmsgid "Link to {time}"\nmsgstr "Lien"\n',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_translation_that_would_break_a_page_is_told_with_its_line_and_not_used(text: str, tmp_path: Path) -> None:
    found, told = wording("fr", locale(tmp_path, fr=text))
    assert told.startswith("locale/fr.po:5 error unreadable-wording The translation of “")
    assert found.ngettext("%(num)s note", "%(num)s notes", 2) == "%(num)s notes"
    assert found.gettext("By %(name)s") == "By %(name)s"


@pytest.mark.parametrize(
    "text", ["du vent\n", "msgid sans guillemets\n", '"Plural-Forms: nplurals=2; plural=(n > );\\n"\n']
)
def test_a_catalogue_that_cannot_be_read_is_a_problem_and_no_traceback(text: str, tmp_path: Path) -> None:
    found, told = wording("fr", locale(tmp_path, fr=text))
    assert "error unreadable-wording This catalogue of words cannot be read" in told
    assert found.gettext("Books") == "Books"


def test_a_catalogue_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    folder = locale(tmp_path)
    (folder / "fr.po").write_bytes(f'{HEAD}\nmsgid "Heard"\nmsgstr "Écouté"\n'.encode("latin-1"))
    assert "locale/fr.po error unreadable-wording" in wording("fr", folder)[1]


def test_the_tool_begins_a_catalogue_and_keeps_what_is_translated(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_bytes(fresh(path, asked()))
    assert b'msgid "Books"\nmsgstr ""\n' in path.read_bytes()
    told = path.read_bytes().replace(b'msgid "Books"\nmsgstr ""', '#, weg\nmsgid "Books"\nmsgstr "Bücher"'.encode())
    path.write_bytes(told + b'\nmsgid "No longer shown"\nmsgstr "Vorbei"\n')
    again = fresh(path, asked()).decode()
    assert 'msgid "Books"\nmsgstr "Bücher"\n' in again
    assert "No longer shown" not in again


def test_a_theme_without_words_of_its_own_takes_antennes(tmp_path: Path) -> None:
    assert len(words_of(tmp_path, tmp_path / "de.po")) == len(asked())


def test_a_themes_catalogue_keeps_the_words_of_antennes_that_it_changes(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/base.html").write_text("{{ _('Mine') }}", encoding="utf-8")
    path = locale(tmp_path, de='\nmsgid "Books"\nmsgstr "Werke"\n\nmsgid "Gone"\nmsgstr "Weg"\n') / "de.po"
    assert {message.id for message in words_of(tmp_path, path) if message.id} == {"Mine", "Books"}
    assert 'msgstr "Werke"' in fresh(path, words_of(tmp_path, path)).decode()
