"""The parts that people take, in words that fit women and men alike."""

from __future__ import annotations

from gettext import NullTranslations

_AUTHOR = "A01"


class Roles:
    """The French for ONIX list 17 (books) and the Podcasting 2.0 taxonomy (recordings)."""

    def __init__(self, translations: NullTranslations) -> None:
        _ = translations.gettext
        self._label = {
            _AUTHOR: _("Text"),
            "A12": _("Illustrations"),
            "A13": _("Photographs"),
            "A15": _("Preface"),
            "A19": _("Afterword"),
            "A23": _("Foreword"),
            "A24": _("Introduction"),
            "A32": _("Contribution"),
            "B01": _("Editorship"),
            "B06": _("Translation"),
            "E07": _("Reading"),
        }
        self._heard = {
            "host": _("Host"),
            "co-host": _("Host"),
            "guest host": _("Host"),
            "guest": _("With"),
            "interviewer": _("Interview by"),
            "reader": _("Reading"),
            "narrator": _("Narration"),
            "voice actor": _("Voice"),
            "reporter": _("Reporting"),
            "writer": _("Text"),
            "producer": _("Production"),
            "director": _("Direction"),
            "editor": _("Editing"),
            "audio editor": _("Editing"),
            "audio engineer": _("Sound"),
            "sound designer": _("Sound"),
            "composer": _("Music"),
            "theme music": _("Music"),
            "researcher": _("Research"),
            "translator": _("Translation"),
        }
        self._beside = {**self._heard, "guest": "", "interviewer": _("Interviewing")}
        self._other = _("Participation")
        self._directed = _("(ed.)")

    def label(self, role: str) -> str:
        """Return what a part in a book is called."""
        return self._label.get(role, self._other)

    def aside(self, role: str) -> str:
        """Return what a person's page says beside a book: an author's part goes without saying."""
        return "" if role == _AUTHOR else self.label(role)

    def after(self, role: str) -> str:
        """Return what a bibliography writes after the names of those who did not write the book."""
        return self._directed if role == "B01" else ""

    def heard(self, role: str) -> str:
        """Return the words before the names of those who have a part in a recording."""
        return self._heard.get(role.casefold(), self._other)

    def beside(self, role: str) -> str:
        """Return what a person's page says beside a recording: a guest's part goes without saying."""
        return self._beside.get(role.casefold(), self._other)
