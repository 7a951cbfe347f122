"""What servers answer, and how they are told: the rules of a site's answers, and configurations made from them."""

from antenne.servers.answers import Answers, cache_of, type_of
from antenne.servers.apache import apache, htaccess
from antenne.servers.caddy import caddy
from antenne.servers.header_file import HEADER_FILE, header_file
from antenne.servers.kinds import FOR_HOSTS, Kind, is_picture, is_recording, kind_of
from antenne.servers.moves import REDIRECTS, Move, moves_of, read_moves
from antenne.servers.nginx import nginx
from antenne.servers.packing import PACKED, is_packed, pack
from antenne.servers.service import CannotSay, Service, files_of

__all__ = [
    "FOR_HOSTS",
    "HEADER_FILE",
    "PACKED",
    "REDIRECTS",
    "Answers",
    "CannotSay",
    "Kind",
    "Move",
    "Service",
    "apache",
    "cache_of",
    "caddy",
    "files_of",
    "header_file",
    "htaccess",
    "is_packed",
    "is_picture",
    "is_recording",
    "kind_of",
    "moves_of",
    "nginx",
    "pack",
    "read_moves",
    "type_of",
]
