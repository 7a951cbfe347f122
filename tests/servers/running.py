"""Real web servers on this machine, told by the configurations that Antenne makes."""

from __future__ import annotations

import getpass
import http.client
import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from antenne.servers import Service, apache, caddy, htaccess, nginx
from tests.deploy.servers import free_port, wait_for_port
from tests.support.programs import APACHE_MODULES, apache2, caddy_server, nginx_brotli, nginx_server

_NGINX = """
{user}
{brotli}
daemon off;
pid {work}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/site.conf;
}}
"""

_APACHE = """
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/errors
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
{user}
{modules}
TypesConfig /dev/null
DocumentRoot {root}
<Directory />
    Require all denied
    AllowOverride None
</Directory>
{host}
"""
_MODULES = "mpm_event authz_core autoindex dir mime headers rewrite unixd"


@dataclass(frozen=True)
class Answer:
    """What a server answered to one request: headers in lower case, several of a name joined by commas."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Asked:
    """A server that runs."""

    port: int

    @property
    def address(self) -> str:
        """The address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is, nothing added: `If_Range="…"` becomes the header If-Range."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            said: dict[str, str] = {}
            for name, value in answer.getheaders():
                said[name.lower()] = f"{said[name.lower()]}, {value}" if name.lower() in said else value
            return Answer(answer.status, said, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx_of(work: Path, service: Callable[[int], Service]) -> Iterator[Asked]:
    """Start nginx for a site."""
    port = free_port()
    told = service(port)
    (work / "site.conf").write_text(nginx(told), encoding="utf-8")
    user = "user root;" if getpass.getuser() == "root" else ""
    module = f"load_module {nginx_brotli()};" if told.brotli else ""
    (work / "nginx.conf").write_text(_NGINX.format(user=user, brotli=module, work=work), encoding="utf-8")
    with _run([str(nginx_server()), "-c", str(work / "nginx.conf"), "-p", str(work)], work, port) as asked:
        yield asked


@contextmanager
def caddy_of(work: Path, service: Callable[[int], Service]) -> Iterator[Asked]:
    """Start Caddy for a site."""
    port = free_port()
    alone = "{\n\tadmin off\n\tauto_https off\n\tpersist_config off\n}\n"
    (work / "Caddyfile").write_text(alone + caddy(service(port)), encoding="utf-8")
    command = [str(caddy_server()), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]
    with _run(command, work, port) as asked:
        yield asked


@contextmanager
def apache_of(work: Path, service: Callable[[int], Service]) -> Iterator[Asked]:
    """Start Apache for a site, told by a virtual host."""
    port = free_port()
    with _apache(work, port, apache(service(port)), service(port).root) as asked:
        yield asked


@contextmanager
def htaccess_of(work: Path, service: Callable[[int], Service]) -> Iterator[Asked]:
    """Start Apache for a site, told by a file beside `current`."""
    port = free_port()
    root = Path(service(port).root)
    (root.parent / ".htaccess").write_text(htaccess(service(port)), encoding="utf-8")
    host = f"<Directory {root.parent}>\nRequire all granted\nAllowOverride All\nOptions FollowSymLinks\n</Directory>"
    with _apache(work, port, host, str(root)) as asked:
        yield asked


Start = Callable[[Path, Callable[[int], Service]], AbstractContextManager[Asked]]


@contextmanager
def _apache(work: Path, port: int, host: str, root: str) -> Iterator[Asked]:
    built_in = subprocess.run([str(apache2()), "-l"], capture_output=True, text=True, check=True).stdout
    modules = "\n".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so"
        for name in _MODULES.split()
        if f"mod_{name}.c" not in built_in
    )
    user = "User www-data\nGroup www-data" if getpass.getuser() == "root" else ""
    text = _APACHE.format(work=work, port=port, user=user, modules=modules, root=root, host=host)
    (work / "apache.conf").write_text(text, encoding="utf-8")
    with _run([str(apache2()), "-f", str(work / "apache.conf"), "-D", "FOREGROUND"], work, port) as asked:
        yield asked


@contextmanager
def _run(command: list[str], work: Path, port: int) -> Iterator[Asked]:
    """Run a server until the block ends; it ends with everything that it started."""
    log = work / "log"
    home = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with log.open("wb") as said:
        child = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ | home, start_new_session=True)
    try:
        wait_for_port(port, log)
        yield Asked(port)
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
