"""Reading the timelines' files for the plugin, and only those that changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from timeline import pages
from timeline.model import Problem, Timeline


@dataclass(frozen=True, slots=True)
class Read:
    """What the files gave: timelines, or problems in the place of those that are broken."""

    timelines: tuple[Timeline, ...]
    problems: tuple[Problem, ...]
    key: str


class Reader:
    """Remembers what it read last, so that a preview reads and makes again only what was saved since."""

    def __init__(self) -> None:
        self._timelines: dict[Path, tuple[str, Timeline]] = {}
        self._made: tuple[str, pages.Options, pages.Site] | None = None

    def read(self, root: Path, names: list[str]) -> Read:
        """The timelines of the files `names`, relative to `root`."""
        timelines: list[Timeline] = []
        problems: list[Problem] = []
        keys: list[str] = []
        for name in names:
            path = root / name
            try:
                content = path.read_bytes()
            except OSError as error:
                problems.append(Problem(name, 0, 0, _unreadable(name, error)))
                continue
            key = hashlib.sha256(content).hexdigest()
            keys.append(key)
            found = self._timeline(path, key)
            if isinstance(found, Timeline):
                timelines.append(found)
            else:
                problems += found
        return Read(tuple(timelines), tuple(problems), "".join(keys))

    def _timeline(self, path: Path, key: str) -> Timeline | tuple[Problem, ...]:
        from timeline.build import Stopped, load_timeline

        known = self._timelines.get(path)
        if known and known[0] == key:
            return known[1]
        try:
            timeline = load_timeline(path)
        except Stopped as stopped:
            return tuple(stopped.problems)
        self._timelines[path] = (key, timeline)
        return timeline

    def pages(self, read: Read, options: pages.Options) -> pages.Site:
        """The site of what was read; the one made last where nothing changed since."""
        if read.problems:
            return pages.broken(read.problems, read.timelines, options)
        if self._made and self._made[:2] == (read.key, options):
            return self._made[2]
        site = pages.site(read.timelines, options)
        self._made = (read.key, options, site)
        return site


def _unreadable(name: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no {name} yet: run `timeline update` to write it from your articles"
    return f"cannot be read: {error.strerror}"
