"""The words of the interface in each language: gettext catalogues, one .po file a language."""

from antenne.wording.catalogues import SOURCE, languages_of, read_wording

__all__ = ["SOURCE", "languages_of", "read_wording"]
