"""YAML to site: MkDocs does it, with the project's own configuration or one of ours."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from errno import EADDRINUSE
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TextIO

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from timeline.document import Document
from timeline.i18n import say
from timeline.i18n.messages import file_problem
from timeline.model import Problem
from timeline.site.mkdocs import TimelinePlugin
from timeline.site.mkdocs.kept.memory import last_pages, remember_pages
from timeline.workflow.commands.site_folder import written_aside
from timeline.workflow.files import Progress, read_head
from timeline.workflow.memory import pieces, sites
from timeline.workflow.merging.let_go import give_back
from timeline.workflow.project import config_file, default_config, pages_folder, shown, timeline_files
from timeline.workflow.stopped import Stopped


def build_site(
    file: Path | None,
    *,
    strict: bool = False,
    progress: Progress | None = None,
    known: Mapping[Path, Document] | None = None,
) -> Path:
    """Builds the site of the timelines, and remembers what it was built from unless MkDocs warned about something.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        strict: Whether a warning of MkDocs stops the build.
        progress: Called after each page with the task, the number of pages built and that of all.
        known: The timelines as an update read them before it wrote, by their resolved paths.

    Returns:
        The folder of the site, as a person would name it from here.

    Raises:
        Stopped: With MkDocs' own message, where MkDocs stops. The earlier site then stays complete.
    """
    give_back()
    with _configured(file, known or {}) as path, _logging() as messages, _stopping(path):
        config = load_config(str(path), strict=strict or None)
        site = Path(config.site_dir)
        timelines = [(path.parent / name).resolve() for plugin in _plugins(config) for name in plugin.config.timelines]
        read = [known.get(path) if known else None for path in timelines]
        whole = not all(one and not one.head.full_text for one in read)
        built_from = sites.sources(
            file, site.resolve(), Path(config.docs_dir), timelines, strict=strict, articles=whole
        )
        last, around = last_pages(file, site.resolve(), Path(config.docs_dir))
        exports, events = pieces.of_exports(file, around), pieces.known_events(file, around)
        with written_aside(shown(site)) as aside:
            config.site_dir = str(aside)
            config.plugins.on_startup(command="build", dirty=False)
            for plugin in _plugins(config):
                plugin.last, plugin.reader.given, plugin.reader.pieces = last, known or {}, exports
                plugin.reader.last = events
                if progress is not None:
                    plugin.progress = partial(progress, "pages")
            mkdocs_build(config)
            config.plugins.on_shutdown()
        states = sites.states_of(site.resolve())
        remember_pages(file, site.resolve(), last, around, states)
        now = {path: its for plugin in _plugins(config) for path, its in plugin.reader.events.items()}
        pieces.keep_events(file, around, now, events)
        if not messages.warned and not any(plugin.takes_pictures for plugin in _plugins(config)):
            sites.remember(file, built_from, states)
        return shown(site)


def _plugins(config: MkDocsConfig) -> list[TimelinePlugin]:
    return [plugin for plugin in config.plugins.values() if isinstance(plugin, TimelinePlugin)]


def serve_site(file: Path | None, *, address: str, open_in_browser: bool) -> None:
    """Serves the site until it is interrupted, and builds it again whenever a file is saved.

    Args:
        file: The site's configuration or a timeline; None for the current folder's.
        address: The host and port to listen on.
        open_in_browser: Whether a browser is opened.

    Raises:
        Stopped: There is no such file, or it has errors.
    """
    from mkdocs.commands.serve import serve as mkdocs_serve  # it loads a server, which a build does without

    with _configured(file) as path, _logging(), _stopping(path), _listening(address):
        mkdocs_serve(str(path), livereload=True, open_in_browser=open_in_browser, dev_addr=address)


def edit_site(
    file: Path | None, *, address: str, open_in_browser: bool, language: str, ready: Callable[[str], None]
) -> None:
    """Serves the site as an editor of its timelines until it is interrupted.

    Args:
        file: The site's configuration or a timeline; None for the current folder's.
        address: The host and port to listen on; only this machine's own.
        open_in_browser: Whether a browser is opened.
        language: The language of the messages.
        ready: Is called once with the whole address, which holds the secret token.

    Raises:
        Stopped: The address is another machine's, the configuration lacks the plugin, or a file has errors.
    """
    from timeline.site.mkdocs.editor_server import serve_editor

    host = address.rpartition(":")[0].strip("[]") or address
    if not _is_loopback(host):
        raise Stopped([Problem("--address", 0, 0, say(language, "editing.refused.address", host=host))])
    with _configured(file) as path, _logging(address=False), _stopping(path), _listening(address):
        try:
            serve_editor(str(path), address=address, language=language, ready=ready, opening=open_in_browser)
        except LookupError:
            raise Stopped([Problem(str(path), 0, 0, say(language, "editing.refused.plugin"))]) from None


def check_address(address: str) -> None:
    """Stops at what is no address to serve a site on.

    Args:
        address: What a person gave: a host, a colon, a port; an IPv6 host is in brackets.

    Raises:
        Stopped: It is no host and port.
    """
    host, _, port = address.rpartition(":")
    if not (host and port.isdecimal() and 0 < int(port) < 1 << 16):
        raise Stopped([file_problem("--address", "build.no_address", address=address)])


@contextmanager
def _listening(address: str) -> Iterator[None]:
    """Tells of an address that another program uses, and names the next one."""
    try:
        yield
    except OSError as error:
        if error.errno != EADDRINUSE:
            raise
        host, _, port = address.rpartition(":")
        other = f"{host}:{int(port) % 65535 + 1}"
        raise Stopped([file_problem("--address", "build.in_use", address=address, other=other)]) from None


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


_SERVING = "Serving on "
"""What MkDocs says before the address of a preview."""


class _Timeless(logging.Formatter):
    """Leaves out the time of day that MkDocs' preview puts before its lines."""

    def format(self, record: logging.LogRecord) -> str:
        return re.sub(r"^\[[\d:]+\] ", "", super().format(record))


@contextmanager
def _configured(file: Path | None, known: Mapping[Path, Document] = MappingProxyType({})) -> Iterator[Path]:
    """The configuration in FILE's folder; where there is none, one of ours, for a site of that timeline alone.

    Ours is in a temporary folder: only `site` is left beside the timeline.
    """
    (first, *_) = timeline_files(file)
    if found := config_file(first.parent.resolve()):
        yield found
        return
    with TemporaryDirectory() as folder:
        made = Path(folder) / "mkdocs.yml"
        (made.parent / "docs").mkdir()
        read = known.get(first.resolve())
        title = (read.head if read else read_head(first)).title
        made.write_text(yaml.safe_dump(default_config(first.resolve(), title)), encoding="utf-8")
        yield made


@contextmanager
def _stopping(path: Path) -> Iterator[None]:
    """Turns the errors that end MkDocs into `Stopped`."""
    name = str(path)
    try:
        yield
    except (ConfigurationError, PluginError) as error:
        raise Stopped([Problem(name, 0, 0, str(error))]) from None
    except Abort as abort:
        raise Stopped([_aborted(path, abort)]) from None


def _aborted(config: Path, abort: Abort) -> Problem:
    """MkDocs' own words; of a folder of pages that is missing, as it is for those who have none, with the cure."""
    folder = pages_folder(config.parent)
    if folder is not None and not folder.is_dir():
        return file_problem(shown(config), "build.no_pages", folder=shown(folder))
    return file_problem(str(config), "build.mkdocs_stopped", why=str(abort))


class _Messages(logging.StreamHandler[TextIO]):
    """Prints what MkDocs says, and notes whether it warned."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self.warned = False

    def emit(self, record: logging.LogRecord) -> None:
        """Prints a message."""
        self.warned = self.warned or record.levelno >= logging.WARNING
        super().emit(record)


@contextmanager
def _logging(*, address: bool = True) -> Iterator[_Messages]:
    """MkDocs' warnings, and the `address` of a preview, on standard error, without its time-stamped chatter."""
    logger = logging.getLogger("mkdocs")
    handler, level = _Messages(), logger.level
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or (address and _SERVING in record.getMessage()))
    handler.setFormatter(_Timeless("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
