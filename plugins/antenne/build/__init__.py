"""What a build was made from: says in a few milliseconds, before anything else is loaded, that nothing has changed."""

from antenne.build.asked import Asked
from antenne.build.files import files_below
from antenne.build.look import Seen, look
from antenne.build.told import tell_again

__all__ = ["Asked", "Seen", "files_below", "look", "tell_again"]
