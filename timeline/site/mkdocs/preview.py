"""The preview's server: exports are made on request, and a saved YAML file shows at once."""

from __future__ import annotations

import mimetypes
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2.bccache import Bucket, BytecodeCache

from timeline.site.exports import Maker

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import BaseObserver

_INTERVAL = 0.1
"""Seconds between two looks at the YAML files; MkDocs looks at the whole `docs_dir` every half second."""
_ABSENT = os.stat_result((stat.S_IFREG, *[0] * 9), {"st_mtime": 0.0})


class Compiled(BytecodeCache):
    """The theme's templates as code, from build to build: MkDocs makes a new environment for each."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts a template's code into `bucket` where it is known."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def making(app: WSGIApplication, later: Callable[[], Mapping[str, Maker]], mount: str) -> WSGIApplication:
    """An application that makes some files when they are asked for.

    Args:
        app: What answers for all other files.
        later: Returns what makes each file, by its path under `mount`; it is asked anew for every request.
        mount: The path of the site's root ("/").
    """

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        make = later().get(path.removeprefix(mount))
        if make is None:
            return app(environ, start)
        content = make()
        body = content if isinstance(content, bytes) else content.encode()
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def guarded(app: WSGIApplication, own: str) -> WSGIApplication:
    """An application for requests that name this machine: the preview is not for a page of another site.

    A foreign page can have its own name lead to this machine (DNS rebinding), and would read unpublished pages. So the
    host asked for must be an address in numbers, `localhost`, or the name that the preview was started with. A request
    that is none of a reader's (POST, a NUL in the path) is refused before anything looks for a file.

    Args:
        app: What answers the others.
        own: The host's name that the preview was started with.
    """

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not is_own_host(environ.get("HTTP_HOST", ""), own):
            status, reply = "403 Forbidden", "This preview answers to localhost only; name another host with --address."
        elif environ.get("REQUEST_METHOD", "GET") not in ("GET", "HEAD"):
            status, reply = "405 Method Not Allowed", "This preview can only be read."
        elif "\0" in environ.get("PATH_INFO", ""):
            status, reply = "400 Bad Request", "No file has such a name."
        else:
            return app(environ, start)
        start(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(reply)))])
        return [reply.encode()]

    return answer


def is_own_host(host: str, own: str) -> bool:
    """Whether the Host header of a request names this machine, `own` being the name that the preview listens to."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    name = name.strip("[]").lower().removesuffix(".")
    if name == own.lower() or name == "localhost" or name.endswith(".localhost"):
        return bool(name)
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def looked_at(path: str) -> os.stat_result:
    """What is known of a file, with a time that any save changes.

    `rsync -t`, an editor that keeps times and a clock that was set back leave the size and the time of change as they
    were; the time of the file's entry (`st_ctime`) nobody can set. On Windows it is the time of creation, and adds
    nothing.

    Returns:
        Its `os.stat_result`, of which `st_mtime` is the sum of both times. A path without a file, or with a folder in
        its place, counts as an empty file: an observer stops for good at an OSError, and people's programs delete a
        file and write it anew.
    """
    try:
        status = Path(path).stat()
    except OSError:
        return _ABSENT
    mode = stat.S_IFREG | stat.S_IMODE(status.st_mode)
    return os.stat_result((mode, *tuple(status)[1:]), {"st_mtime": status.st_mtime + status.st_ctime})


def watch(server: LiveReloadServer, paths: Iterable[str]) -> BaseObserver:
    """Makes a server build again when a file is saved.

    Args:
        server: MkDocs' server.
        paths: Files and folders to look at, ten times a second.

    Returns:
        The observer, which is running; the caller stops it.
    """
    from watchdog.observers.polling import PollingObserverVFS  # a build watches nothing

    waiting: Any = _INTERVAL  # watchdog 6 annotates the interval as int; it only waits that long
    quick = PollingObserverVFS(looked_at, os.scandir, polling_interval=waiting)
    usual, any_observer = server.observer, cast(Any, server)
    any_observer.observer = quick
    for path in paths:
        server.watch(path)
    any_observer.observer = usual
    quick.start()
    return quick
