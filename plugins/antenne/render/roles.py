"""The parts that people take, in words that fit women and men alike."""

from __future__ import annotations

from gettext import NullTranslations

_AUTHOR = "A01"


class Roles:
    """The French for ONIX list 17 (books) and the Podcasting 2.0 taxonomy (recordings)."""

    def __init__(self, translations: NullTranslations) -> None:
        _ = translations.gettext
        self._label = {
            _AUTHOR: _("Texte"),
            "A12": _("Illustrations"),
            "A13": _("Photographies"),
            "A15": _("Préface"),
            "A19": _("Postface"),
            "A23": _("Avant-propos"),
            "A24": _("Introduction"),
            "A32": _("Contribution"),
            "B01": _("Direction d’ouvrage"),
            "B06": _("Traduction"),
            "E07": _("Lecture"),
        }
        self._heard = {
            "host": _("Au micro"),
            "co-host": _("Au micro"),
            "guest host": _("Au micro"),
            "guest": _("Avec"),
            "interviewer": _("Entretien mené par"),
            "reader": _("Lecture"),
            "narrator": _("Narration"),
            "voice actor": _("Voix"),
            "reporter": _("Reportage"),
            "writer": _("Texte"),
            "producer": _("Production"),
            "director": _("Réalisation"),
            "editor": _("Montage"),
            "audio editor": _("Montage"),
            "audio engineer": _("Son"),
            "sound designer": _("Son"),
            "composer": _("Musique"),
            "theme music": _("Musique"),
            "researcher": _("Documentation"),
            "translator": _("Traduction"),
        }
        self._other = _("Participation")
        self._directed = _("(dir.)")

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
