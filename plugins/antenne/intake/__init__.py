"""New things enter the content folder: a recording becomes the bundle of an episode, a letter the file of a comment."""

from antenne.intake.comment import Filed, file_letter
from antenne.intake.letter import LetterRefused
from antenne.intake.recording import Taken, take_recording

__all__ = ["Filed", "LetterRefused", "Taken", "file_letter", "take_recording"]
