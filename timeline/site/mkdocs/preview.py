"""The preview's server: what nobody looks at is made when it is asked for, and a saved YAML file is seen at once."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from timeline.site.exports import Maker

_INTERVAL = 0.1
"""Seconds between two looks at the YAML files; MkDocs looks at the whole `docs_dir` every half second."""


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
    """`app`, and before it the files that `later` tells how to make, by their paths under `mount`."""

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


def watch(server: LiveReloadServer, paths: Iterable[str]) -> Any:
    """Has `server` build again when a file of `paths` is saved; gives the observer, which runs until it is stopped."""
    usual, server.observer = server.observer, PollingObserver(timeout=_INTERVAL)
    for path in paths:
        server.watch(path)
    quick, server.observer = server.observer, usual
    quick.start()
    return quick
