"""Which files make a project: its timelines, its articles and its site's configuration."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from timeline.i18n.messages import file_problem, message
from timeline.i18n.nearest import nearest
from timeline.model import Problem, Severity
from timeline.workflow.stopped import Stopped

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
DEFAULT_FILE = "timeline.yaml"
DEFAULT_NAMES = "names.yaml"
"""The names file beside a timeline, where its head names no other."""
CANDIDATES = ".candidates.yaml"
"""How the file ends that has the events which are not entries."""
ARTICLE_FOLDERS = ("articles", "seeds")


def config_file(root: Path) -> Path | None:
    """The site's configuration in `root`, where there is one.

    Args:
        root: The folder of the project.

    Returns:
        Its path; None where there is none.
    """
    return next((root / name for name in CONFIG_NAMES if (root / name).is_file()), None)


def pages_folder(root: Path) -> Path | None:
    """The folder of the person's own pages and pictures, `docs_dir`; None where there is no site's configuration.

    Args:
        root: The folder of the project.

    Returns:
        The folder, which need not exist.
    """
    config = config_file(root)
    return config.parent / str(_read(config).get("docs_dir") or "docs") if config else None


def timeline_files(file: Path | None) -> tuple[Path, ...]:
    """The timelines to work on.

    Args:
        file: A YAML file, or a folder with one of the default name; None for the project of the current folder.

    Returns:
        The given file; else those that the site's configuration names, else `timeline.yaml`.

    Raises:
        Stopped: There is no file or folder of that name, and it is not the name of a YAML file that may be begun; or
            the file is another of the project's, or an article.
    """
    config = config_file(Path()) if file is None else None
    named = (file,) if file is not None else tuple(map(Path, _named_timelines(config) if config else ()))
    for path in named:
        _refuse_others(path)
    return tuple(path / DEFAULT_FILE if path.is_dir() else path for path in named) or (Path(DEFAULT_FILE),)


def _refuse_others(file: Path) -> None:
    """Stops at a file of the project that is no timeline, and would be overwritten or read as a broken one."""
    if not file.exists() and file.suffix not in (".yaml", ".yml"):
        raise Stopped([file_problem(file, "build.no_timeline")])
    if file.is_dir():
        return
    if file.name in CONFIG_NAMES or file.suffix not in (".yaml", ".yml") or file.name.endswith(CANDIDATES):
        name = file.name.removesuffix(CANDIDATES) if file.name.endswith(CANDIDATES) else file.stem
        beside = file.with_name(f"{name}.yaml")
        meant = beside if beside.is_file() and beside != file else file.with_name(DEFAULT_FILE)
        raise Stopped([file_problem(file, "build.other_file", meant=meant.name)])


def existing_files(file: Path | None) -> tuple[Path, ...]:
    """The timelines to work on, of a command that begins none.

    Args:
        file: As in `timeline_files`.

    Returns:
        Files that are there.

    Raises:
        Stopped: A file is not there; its problem names the one that was likely meant.
    """
    paths = timeline_files(file)
    if missing := [path for path in paths if not path.exists()]:
        raise Stopped([Problem(str(path), 0, 0, _missing(path)) for path in missing])
    return paths


def _missing(path: Path) -> str:
    beside = [each.name for each in path.parent.glob("*.y*ml")] if path.parent.is_dir() else []
    others = [name for name in beside if name not in (*CONFIG_NAMES, DEFAULT_NAMES) and not name.endswith(CANDIDATES)]
    near = nearest(path.name, others)
    return message("build.meant", name=near) if near else message("build.no_file")


def unlisted(file: Path) -> Problem | None:
    """The warning that a timeline is not on the site, where the site's configuration names others only.

    Args:
        file: The YAML file, or its folder.

    Returns:
        The warning; None where the site shows it.
    """
    (path,) = timeline_files(file)
    config = config_file(path.parent)
    listed = _named_timelines(config) if config else ()
    if config is None or not listed or any((config.parent / name).resolve() == path.resolve() for name in listed):
        return None
    return Problem(str(path), 0, 0, message("build.unlisted", config=config.name), Severity.WARNING)


def articles_folder(root: Path) -> str | None:
    """The name of a project's folder of articles.

    Args:
        root: The folder of the project.

    Returns:
        One of the usual names; None where there is no such folder.
    """
    return next((name for name in ARTICLE_FOLDERS if (root / name).is_dir()), None)


def default_articles(root: Path) -> str:
    """Where a project keeps its articles when no timeline says so; stops where there is no such folder.

    Returns:
        The name of the folder, as a pattern of the head's `articles`.

    Raises:
        Stopped: There is no such folder.
    """
    if name := articles_folder(root):
        return name
    inside = root.resolve().name in ARTICLE_FOLDERS
    raise Stopped([file_problem(root, "build.inside_articles" if inside else "build.no_articles")])


class _Lenient(yaml.SafeLoader):
    """Reads past the tags that only MkDocs understands (`!ENV`, `!relative`, `!!python/name:…`)."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def _named_timelines(config: Path) -> tuple[str, ...]:
    settings = _read(config)
    plugins = settings.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, Mapping) else map(_plugin, plugins)
    for name, options in entries:
        if name == "timeline" and isinstance(options, Mapping):
            if isinstance(named := options.get("timelines"), str):
                raise Stopped([Problem(str(config), *_place(config, named), message("build.no_list", name=named))])
            return tuple(map(str, named or ()))
    return ()


def _place(config: Path, value: str) -> tuple[int, int]:
    """The line and column of a value of `timelines:`, from 1."""
    for number, line in enumerate(config.read_text(encoding="utf-8").splitlines(), 1):
        key, found, after = line.partition("timelines:")
        if found and value in after:
            return number, len(key + found) + after.index(value) + 1
    return 0, 0


def _plugin(entry: Any) -> tuple[str, Any]:
    if isinstance(entry, Mapping) and entry:
        name, options = next(iter(entry.items()))
        return str(name), options
    return str(entry), None


def _read(config: Path) -> Mapping[str, Any]:
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), Loader=_Lenient)  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        raise Stopped(_broken(config, error)) from None
    except UnicodeDecodeError:
        raise Stopped([file_problem(config, "build.not_utf8")]) from None
    return settings if isinstance(settings, Mapping) else {}


def _broken(config: Path, error: yaml.MarkedYAMLError) -> list[Problem]:
    """What is wrong with the YAML of the configuration, in the words in which it is told of a timeline."""
    from timeline.document.yaml.lines import Lines  # seldom needed, and this module is loaded at each start
    from timeline.document.yaml.syntax import read

    lines = Lines.of(config.read_text(encoding="utf-8"))
    found = [(lines.place(each.offset), each) for each in read(lines).findings]
    if found:
        return [Problem(str(config), *at, message(f"document.{each.key}", **each.arguments)) for at, each in found]
    mark = error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return [Problem(str(config), line, column, message("build.no_yaml", why=error.problem))]


def lock_path(path: Path) -> Path:
    """The path of the lock, which holds what the machine last wrote to the timeline at `path`.

    Returns:
        A path beside it.
    """
    return path.with_suffix(".lock")


def candidates_path(path: Path) -> Path:
    """The events of the articles that are not entries of the timeline, for people to choose from.

    Returns:
        A path beside it.
    """
    return path.with_suffix(CANDIDATES)


def default_config(file: Path, title: str = "") -> dict[str, Any]:
    """The configuration of a site of one timeline that has none.

    Args:
        file: The YAML file, by its whole path.
        title: The site's name; the file's where it is empty.

    Returns:
        The settings, for MkDocs; `docs` stands for an empty folder.
    """
    return {
        "site_name": title or file.stem,
        "site_dir": str(file.parent / "site"),
        "use_directory_urls": False,
        "theme": {"name": "timeline"},
        "plugins": [{"timeline": {"timelines": [str(file)]}}],
    }


def shown(folder: Path) -> Path:
    """The path as the person would type it from here.

    Args:
        folder: A folder.

    Returns:
        The path, relative where the folder lies in the current one.
    """
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
