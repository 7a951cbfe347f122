"""One file of named parts, each plain bytes, under a digest: whatever was cut, mixed up or written into is not read.

Nothing but the standard library's smallest modules is loaded here, as in all that stands before the answer “nothing
has changed”: `dataclasses`, `pathlib`, `re` or `json` alone would cost more than the whole look.
"""

from __future__ import annotations

import os

# What hashlib gives as well, without OpenSSL, which takes longer to load than all these bytes to digest.
from _blake2 import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_MAGIC = b"antenne: what a build was made from, 2\n"
"""The form of the file: one of another form is not read."""
_DIGEST = 32
_MOST = 1 << 30
"""In bytes: a larger file is none of ours."""


def digest(data: bytes | memoryview) -> bytes:
    """Return 32 bytes that no other data has."""
    return blake2b(data, digest_size=_DIGEST).digest()


def seal(parts: Mapping[str, bytes]) -> bytes:
    """Return the file that holds these parts."""
    body = b"".join(b"%d %s\n%s" % (len(part), name.encode(), part) for name, part in parts.items())
    return _MAGIC + digest(body) + body


def unseal(data: bytes) -> dict[str, bytes]:
    """Return the parts that a file holds; raise ValueError when it is not as it was written."""
    begin = len(_MAGIC) + _DIGEST
    if not data.startswith(_MAGIC) or digest(memoryview(data)[begin:]) != data[len(_MAGIC) : begin]:
        raise ValueError("This is not what was written.")
    parts: dict[str, bytes] = {}
    while begin < len(data):
        line = data.index(b"\n", begin)
        size, _, name = data[begin:line].partition(b" ")
        begin = line + 1 + int(size)
        parts[name.decode()] = data[line + 1 : begin]
    return parts


def read_parts(path: str) -> dict[str, bytes]:
    """Return the parts of a file, none where there is no file; raise ValueError or OSError when it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > _MOST:
                raise ValueError("This is too large to be ours.")
            return unseal(file.read())
    except FileNotFoundError:
        return {}


def write_parts(path: str, parts: Mapping[str, bytes]) -> None:
    """Write a file that is there whole or not at all, and remove what killed processes left beside it.

    It may be lost in a power cut: then the digest tells, and everything is built.
    """
    folder, name = os.path.split(path)
    os.makedirs(folder, exist_ok=True)
    half = os.path.join(folder, f".{name}.{os.getpid()}")
    with open(half, "wb") as file:
        file.write(seal(parts))
    os.replace(half, path)
    for other in os.listdir(folder):
        if other.startswith(f".{name}."):
            remove(os.path.join(folder, other))


def remove(path: str) -> None:
    """Remove a file where that can be done."""
    try:  # noqa: SIM105 — contextlib has more to load than all this look
        os.unlink(path)
    except OSError:
        pass
