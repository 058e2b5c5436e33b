"""The preview as an editor: MkDocs' server with the editor around it, and our script in place of its live reload.

A page is not loaded again after an act: the editor's script fetches the rebuilt page and replaces its contents.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from timeline.site.mkdocs.adapter import TimelinePlugin
from timeline.workflow.editing.app import ROOT, Editor
from timeline.workflow.editing.session import Session


class _Handler(WSGIRequestHandler):
    """Logs nothing, since an address may hold the token. A client that sends nothing for long is disconnected."""

    timeout = 60

    def log_message(self, *args: Any) -> None:
        """Logs nothing."""


class _Server(LiveReloadServer):
    """MkDocs' server; pages link to the editor's script, and say which state of the files they show."""

    versions: Callable[[], Mapping[str, str]] = dict
    ready: Callable[[], None] = staticmethod(lambda: None)

    def server_activate(self) -> None:
        """Calls `ready` once the server has its port."""
        super().server_activate()
        self.ready()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        versions = json.dumps(self.versions())
        given = f'data-epoch="{epoch}" data-mount="{escape(self.mount_path)}" data-versions="{escape(versions)}"'
        first = f'<script src="{ROOT}hook.js"></script>'
        last = f'<link rel="stylesheet" href="{ROOT}editor.css"><script src="{ROOT}editor.js" defer {given}></script>'
        whole = content.replace(b"<head>", b"<head>" + first.encode(), 1)
        return whole.replace(b"</head>", last.encode() + b"</head>", 1)


class Sessions:
    """The sessions of the timelines that the plugin shows: one for each file, as long as the server runs."""

    def __init__(self, plugin: TimelinePlugin) -> None:
        self._plugin = plugin
        self._by_file: dict[Path, Session] = {}

    def __call__(self) -> Mapping[str, Session]:
        """The sessions by the names of the timelines' folders."""
        shown = self._plugin.shown
        return {slug: self._by_file.setdefault(path, Session(path)) for slug, (path, _) in shown.items()}

    def versions(self) -> Mapping[str, str]:
        """The digests of the files that the site on disk shows."""
        return {slug: digest for slug, (_, digest) in self._plugin.shown.items()}


def serve_editor(path: str, *, address: str, language: str, ready: Callable[[str], None], opening: bool) -> None:
    """Serves the site of a configuration as an editor, until it is interrupted.

    Args:
        path: The configuration of MkDocs.
        address: Host and port to listen to; the host is this machine.
        language: The language of messages until a timeline is known.
        ready: Called with the address and its token as soon as the server answers there.
        opening: Whether to open the browser there.
    """
    folder = tempfile.mkdtemp(prefix="timeline_edit_")
    config = load_config(path, site_dir=folder, dev_addr=address)
    host, port = config.dev_addr
    url = f"http://{address}{urlsplit(config.site_url or '/').path}"

    def made() -> MkDocsConfig:
        return load_config(path, site_dir=folder, dev_addr=address, site_url=url)

    try:
        config.site_url = url
        config.plugins.on_startup(command="serve", dirty=False)
        plugin = _plugin(config)
        plugin.is_edited = True
        build(config, serve_url=url)
        server = _Server(lambda: build(made(), serve_url=url), host, port, root=folder, mount_path=urlsplit(url).path)
        server.RequestHandlerClass = _Handler
        sessions = Sessions(plugin)
        server.versions = sessions.versions
        server.error_handler = lambda code: _error_page(Path(folder), code)
        server.watch(config.docs_dir)
        server.watch(str(config.config_file_path))
        wrapped = config.plugins.on_serve(server, config=config, builder=server.builder)
        for item in config.watch:
            server.watch(item)
        editor = Editor(sessions, port, language)
        app = wrapped.get_app()
        assert app is not None
        wrapped.set_app(editor.around(app))
        Thread(target=_warm, args=(sessions,), daemon=True).start()
        server.ready = partial(_say, f"{url}?token={editor.token}", ready, opening)
        _run(wrapped)
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(folder, ignore_errors=True)


def _say(address: str, ready: Callable[[str], None], opening: bool) -> None:
    ready(address)
    if opening:
        import webbrowser

        webbrowser.open(address)


def _run(server: LiveReloadServer) -> None:
    try:
        server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]  # MkDocs types this in part
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _warm(sessions: Sessions) -> None:
    """Loads the rules of dates, so that the first date that is typed is read at once."""
    for session in sessions().values():
        session.read_date("1er mars 2020")


def _plugin(config: MkDocsConfig) -> TimelinePlugin:
    """Ours among the plugins, which MkDocs keeps from build to build. Raises LookupError where there is none."""
    found = next((plugin for plugin in config.plugins.values() if isinstance(plugin, TimelinePlugin)), None)
    if found is None:
        raise LookupError("the configuration does not name the plugin timeline")
    return found


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
