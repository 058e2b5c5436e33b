"""YAML to site: MkDocs does it, with the project's own configuration or one of ours."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from timeline.build.project import config_file, timeline_files
from timeline.build.stopped import Stopped
from timeline.model import Problem


def build_site(file: Path | None, *, strict: bool = False) -> Path:
    """Builds the site of the timelines and gives its folder; stops with MkDocs' own words where MkDocs does."""
    with _configured(file) as settings, _logging(), _stopping(settings):
        config = _load(settings, strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        return _shown(Path(config.site_dir))


def serve_site(file: Path | None, *, address: str, open_in_browser: bool) -> None:
    """Serves the site until it is interrupted, and builds it anew whenever a file is saved."""
    with _configured(file) as settings, _logging(), _stopping(settings):
        mkdocs_serve(
            _opened(settings),
            livereload=True,
            open_in_browser=open_in_browser,
            dev_addr=address,
            config_file_path=settings.get("config_file_path"),
        )


def _load(settings: Mapping[str, Any], *, strict: bool) -> MkDocsConfig:
    return load_config(_opened(settings), strict=strict or None, config_file_path=settings.get("config_file_path"))


def _opened(settings: Mapping[str, Any]) -> Any:
    """The project's file, or our settings as if they were one."""
    if path := settings.get("file"):
        return str(path)
    return io.BytesIO(yaml.safe_dump(settings["config"]).encode())


@contextmanager
def _configured(file: Path | None) -> Iterator[Mapping[str, Any]]:
    """The configuration in FILE's folder; where there is none, a site of that timeline alone, in `site` there."""
    (first, *_) = timeline_files(file)
    root = first.parent.resolve()
    if found := config_file(root):
        yield {"file": found, "config_file_path": str(found)}
        return
    with TemporaryDirectory() as empty:
        yield {"config": _default_config(first, root, empty), "config_file_path": str(root / "mkdocs.yml")}


def _default_config(file: Path, root: Path, docs: str) -> dict[str, Any]:
    return {
        "site_name": file.stem,
        "docs_dir": docs,
        "site_dir": str(root / "site"),
        "use_directory_urls": False,
        "theme": {"name": "timeline"},
        "plugins": [{"timeline": {"timelines": [file.name]}}],
    }


@contextmanager
def _stopping(settings: Mapping[str, Any]) -> Iterator[None]:
    """MkDocs' endings as ours."""
    name = str(settings.get("config_file_path") or "mkdocs.yml")
    try:
        yield
    except (ConfigurationError, PluginError) as error:
        raise Stopped([Problem(name, 0, 0, str(error))]) from None
    except Abort as abort:
        raise Stopped([Problem(name, 0, 0, f"MkDocs stopped: {abort}")]) from None


@contextmanager
def _logging() -> Iterator[None]:
    """MkDocs' warnings on standard error, without its time-stamped chatter."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _shown(site: Path) -> Path:
    """The path as the person would type it from here."""
    here = Path.cwd()
    return site.relative_to(here) if site.is_relative_to(here) else site
