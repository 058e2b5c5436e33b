"""Remembers from one build to the next what each page was made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline.site.mkdocs.kept.last_pages import LastPages
from timeline.workflow.memory.sites import States, frame, name
from timeline.workflow.memory.updates import state_of
from timeline.workflow.memory.values import read_value, updates_folder, write_value


def last_pages(file: Path | None, site: Path, docs: Path) -> tuple[LastPages, str]:
    """The pages of the last build that this one may take over.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        site: The folder of the site.
        docs: The folder of the person's own pages.

    Returns:
        The pages, and a digest of what their frames depend on, to be given to `remember_pages`; no page and "" where
        the site may depend on more than is known.
    """
    around = frame(file, docs)
    if not around:
        return LastPages(), ""
    try:
        memory: dict[str, Any] = json.loads(read_value(name(file, "pages"), updates_folder()) or b"{}")
        known: dict[str, list[Any]] = memory["pages"] if memory.get("frame") == around else {}
        stands = {
            path: digest for path, (digest, *state) in known.items() if tuple(state) == state_of(f"{site}/{path}")
        }
        broken = {path.partition("/")[0] for path in known.keys() - stands.keys()}
        stands = {path: its for path, its in stands.items() if path[-1:] != "/" or path[:-1] not in broken}
    except (AttributeError, KeyError, TypeError, ValueError):  # the memory of another version
        stands = {}
    return LastPages(str(site), stands, notes=True), around


def remember_pages(file: Path | None, site: Path, last: LastPages, around: str, states: States) -> None:
    """Keeps what the pages of a build were made of, and the state of their files.

    Args:
        file: A timeline's YAML file; None for all that the configuration names.
        site: The folder of the site, as the build has left it.
        last: The pages that the build took over, and what all of its pages were made of.
        around: The digest from `last_pages`.
        states: What `states_of` gives for that folder.
    """
    if around:
        pages = {path: [digest, *(states.get(path) or state_of(f"{site}/{path}"))] for path, digest in last.now.items()}
        write_value(name(file, "pages"), json.dumps({"frame": around, "pages": pages}).encode(), updates_folder())
