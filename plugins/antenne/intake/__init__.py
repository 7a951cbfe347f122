"""New things enter the content folder: a recording becomes the bundle of an episode."""

from antenne.intake.recording import Taken, take_recording

__all__ = ["Taken", "take_recording"]
