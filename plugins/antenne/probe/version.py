"""Which version of the library reads recordings: another one may find other things in them."""

import mutagen

READER: str = mutagen.version_string
