"""Remembers what a site was built from: where all of that is as it was, and so is the site, it is not built again.

A site of our own theme and plugin depends on its timelines and on `docs_dir` alone. What any other setting could add is
not known here: such a site is always built. Nothing of MkDocs is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from timeline.annotator.version import digest_of
from timeline.workflow.memory.updates import known_inputs, state_of, written
from timeline.workflow.memory.values import name_of, read_value, updates_folder, write_value
from timeline.workflow.project import config_file, default_config, timeline_files

_BUILDERS = ("mkdocs", "jinja2", "markdown", "pillow")
"""Libraries that the bytes of a site depend on."""
States: TypeAlias = Mapping[str, tuple[int, int, int]]
"""What `state_of` gives for each file of a folder, by its path within it."""
_PLAIN = frozenset({
    "copyright", "docs_dir", "edit_uri", "extra", "extra_css", "extra_javascript", "nav", "plugins", "repo_name",
    "repo_url", "site_author", "site_description", "site_dir", "site_name", "site_url", "strict", "theme",
    "use_directory_urls",
})  # fmt: skip
"""Settings with which a site depends on its timelines and on `docs_dir` alone, with our theme and our plugin."""


@dataclass(frozen=True, slots=True)
class SiteSources:
    """What a site was built from.

    Attributes:
        site: The folder of the site.
        pages: The folder of the person's own pages and pictures, `docs_dir`.
        timelines: The YAML files.
        strict: Whether a warning of MkDocs stops the build.
        articles: Whether it shows more of the articles than the locks hold.
        digest: The digest of all that these held, of the settings, and of the code that builds.
    """

    site: str
    pages: str
    timelines: tuple[str, ...]
    strict: bool
    articles: bool
    digest: str


def sources(
    file: Path | None, site: Path, pages: Path, timelines: Sequence[Path], *, strict: bool, articles: bool
) -> SiteSources:
    """What a site is about to be built from: to be taken before it is built.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        site: The folder of the site.
        pages: The folder of the person's own pages and pictures.
        timelines: The YAML files, each after its update.
        strict: Whether a warning of MkDocs stops the build.
        articles: Whether the site may show more of the articles than the locks hold.

    Returns:
        The sources; with the digest "" where the site may depend on more, or where an update is not remembered.
    """
    digest = _digest(_settings(file), pages, timelines, articles=articles) if timelines else ""
    return SiteSources(str(site), str(pages), tuple(map(str, timelines)), strict, articles, digest)


def remember(file: Path | None, built: SiteSources, states: States) -> None:
    """Keeps what a site was built from, and the state of its files.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        built: What it was built from.
        states: What `states_of` gives for the site as the build has left it.
    """
    if built.digest:
        memory = json.dumps({**asdict(built), "files": _digest_of_states(states)})
        write_value(name(file), memory.encode(), updates_folder())


def standing(file: Path | None, *, strict: bool, updated: Collection[Path]) -> Path | None:
    """The site that is as a build would leave it.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        strict: Whether a warning of MkDocs would stop the build.
        updated: The timelines that stand as an update has just left them.

    Returns:
        The folder of the site; None where it must be built.
    """
    known, files = _known(file)
    timelines = [Path(path) for path in known.timelines]
    if not known.digest or known.strict != strict or not {*timelines} <= {path.resolve() for path in updated}:
        return None
    site, now = Path(known.site), _digest(_settings(file), Path(known.pages), timelines, articles=known.articles)
    return site if known.digest == now and files == _digest_of_states(states_of(site)) else None


def _known(file: Path | None) -> tuple[SiteSources, str]:
    """What the site was built from, and the state of its files; with the digest "" where that is not remembered."""
    content = read_value(name(file), updates_folder())
    try:
        memory: dict[str, Any] = json.loads(content or b"")
        files = memory.pop("files")
        return SiteSources(**memory), files
    except (AttributeError, KeyError, TypeError, ValueError):  # none, or that of another version
        return SiteSources("", "", (), strict=False, articles=True, digest=""), ""


def name(file: Path | None, what: str = "site") -> str:
    """The name of a memory of a site: by its configuration, or by its timeline where it has none.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        what: What the memory is of.

    Returns:
        The name for `read_value` and `write_value`.
    """
    (first, *_) = timeline_files(file)
    return name_of(config_file(first.parent.resolve()) or first, what)


def frame(file: Path | None, pages: Path) -> str:
    """A digest of all that the frame of a page depends on, beside the timelines.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        pages: The folder of the person's own pages and pictures.

    Returns:
        Hexadecimal digits; "" where the site may depend on more than its timelines and that folder.
    """
    settings = _settings(file)
    return "" if settings is None else _digest_of([_package(), repr(settings), _digest_of_states(states_of(pages))])


def _settings(file: Path | None) -> Mapping[str, Any] | None:
    """The settings of a site; None where it may depend on more than its timelines and on `docs_dir`."""
    (first, *_) = timeline_files(file)
    path = config_file(first.parent.resolve())
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) if path else default_config(first.resolve())
    except (yaml.YAMLError, ValueError):  # MkDocs' own tags, such as !ENV
        return None
    if not isinstance(found, dict):
        return None
    theme = found.get("theme")
    ours = isinstance(theme, dict) and theme.get("name") == "timeline" and "custom_dir" not in theme
    plugins = found.get("plugins")
    if not ours or not isinstance(plugins, list) or len(plugins) != 1 or not _PLAIN.issuperset(found):
        return None
    return dict(found)


def _digest(settings: Mapping[str, Any] | None, pages: Path, timelines: Sequence[Path], *, articles: bool) -> str:
    """A digest of all that a site is built from; "" where that is not known."""
    updates = [inputs for path in timelines if (inputs := known_inputs(path, articles=articles)) is not None]
    if settings is None or len(updates) < len(timelines):
        return ""
    own = _digest_of_states(states_of(pages))
    return _digest_of([_package(), repr(settings), updates, [*map(written, timelines)], own])


def _package() -> str:
    """A digest of the code that builds."""
    return digest_of((".",), ()) + digest_of((), _BUILDERS)


def _digest_of(seen: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def states_of(folder: Path) -> States:
    """The state of each file of a folder, linked folders too, but hidden ones at its top.

    Args:
        folder: The folder.

    Returns:
        What `state_of` gives, by the file's path within the folder.
    """
    found: dict[str, tuple[int, int, int]] = {}
    for place, _, names in os.walk(folder, followlinks=True):
        own = "".join(f"{part}/" for part in Path(place).relative_to(folder).parts)
        if not own.startswith("."):
            found |= {own + name: state_of(f"{place}{os.sep}{name}") for name in names if own or name[0] != "."}
    return found


def _digest_of_states(states: States) -> str:
    return _digest_of(sorted((name, *state) for name, state in states.items()))
