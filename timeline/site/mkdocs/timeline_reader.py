"""Reading the timelines' files for the plugin, and only those that changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline import site
from timeline.document import Document
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem, Timeline
from timeline.site.base.cache import RenderCache
from timeline.site.base.draft import Draft, made
from timeline.site.base.pieces import Pieces
from timeline.site.exports import Maker
from timeline.site.mkdocs.lead_pictures import with_lead_pictures
from timeline.site.pages.compose import drafts_of, files_of, written
from timeline.site.render.earlier import Earlier
from timeline.site.render.rendered import Written
from timeline.workflow.editorial import changes, redirects, review_rows, to_review, touched
from timeline.workflow.files import stored, text_language
from timeline.workflow.load import Loaded, load
from timeline.workflow.memory.pieces import LastEvents
from timeline.workflow.project import DEFAULT_NAMES
from timeline.workflow.stopped import Stopped

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class LoadedTimelines:
    """The contents of the files: timelines, or problems instead of those that are broken.

    `pictures` are those that the timelines take from articles, by their paths within the site. `language` is that of
    the first broken file.
    """

    loaded: tuple[Loaded, ...]
    problems: tuple[Problem, ...]
    key: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    language: str = "fr"

    @property
    def timelines(self) -> tuple[Timeline, ...]:
        """The timelines that could be read."""
        return tuple(one.timeline for one in self.loaded)


@dataclass(frozen=True, slots=True)
class Made:
    """The pages and files of a site, and the timelines as they were written for it, for blocks in the author's pages.

    `files` makes the files beside the pages, by their paths; `later` those that the site does not hold yet.
    """

    drafts: tuple[Draft, ...] = ()
    files: Mapping[str, Maker] = field(default_factory=dict)
    written: tuple[Written, ...] = ()
    later: Mapping[str, Maker] = field(default_factory=dict)


class TimelineReader:
    """Remembers what it read last, so that a preview reads and makes again only what was saved since.

    `given` are files as an update read them before it wrote, by their resolved paths. `pieces` are the parts of exports
    that the last build made, of a site that is built once; `last` are the events that it made.
    """

    def __init__(self) -> None:
        self.given: Mapping[Path, Document] = {}
        self.pieces: Pieces | None = None
        self.last: Mapping[Path, LastEvents] = {}
        self._loaded: dict[Path, tuple[str, Loaded]] = {}
        self._made: tuple[str, site.SiteOptions, Made] | None = None
        self._keep = RenderCache(lasting=True)

    def read(self, root: Path, names: list[str], *, lines: bool = True) -> LoadedTimelines:
        """The timelines of the files `names`, relative to `root`; `lines`: whether their events need the file's."""
        loaded: list[Loaded] = []
        problems: list[Problem] = []
        keys: list[str] = []
        named: list[tuple[str, str]] = []
        pictures: dict[str, bytes] = {}
        languages: list[str] = []
        for name in names:
            path = root / name
            folder, shown = (path.parent, path.name) if Path(name).is_absolute() else (root, name)
            if not path.exists():
                problems.append(file_problem(shown, "build.no_file"))
                continue
            key = _key(path, self._names(path))
            keys.append(key)
            found = self._load(path, key, lines)
            if isinstance(found, Loaded):
                lead = with_lead_pictures(found.timeline, found.document.head, path)
                pictures |= lead.files
                problems += _named_from(folder, shown, lead.problems)
                loaded.append(found if lead.timeline is found.timeline else replace(found, timeline=lead.timeline))
                named.append((shown, found.timeline.slug))
            else:
                problems += _named_from(folder, shown, found)
                languages.append(_language_of_problems(path))
        problems += _one_address_twice(named)
        return LoadedTimelines(tuple(loaded), tuple(problems), "".join((*keys, *pictures)), pictures, *languages[:1])

    @property
    def _last(self) -> list[Earlier]:
        """The events of the last build."""
        return [one.earlier for one in self.last.values()]

    @property
    def events(self) -> dict[Path, tuple[Loaded, Written]]:
        """What was read of each timeline, and what was made of it, by its resolved path."""
        made = {one.slug: one for one in self._made[2].written} if self._made else {}
        both = {path.resolve(): (one, made.get(one.timeline.slug)) for path, (_, one) in self._loaded.items()}
        return {path: (one, its) for path, (one, its) in both.items() if its is not None}

    @property
    def shown(self) -> dict[str, tuple[Path, str]]:
        """The timelines that were read last: each one's file and its digest, by the name of its folder."""
        return {loaded.timeline.slug: (path, key[:64]) for path, (key, loaded) in self._loaded.items()}

    def _names(self, path: Path) -> Path:
        """The names file of a timeline: the one that its head named when it was last read."""
        known = self._loaded.get(path)
        return (known and known[1].names) or path.parent / DEFAULT_NAMES

    def _load(self, path: Path, key: str, lines: bool) -> Loaded | tuple[Problem, ...]:
        known = self._loaded.get(path)
        if known and known[0] == key:
            return known[1]
        try:
            here = path.resolve()
            made = self.last[here].made if here in self.last else {}
            loaded = load(path, known[1] if known else None, self.given.get(here), made, lines=lines)
        except Stopped as stopped:
            return tuple(stopped.problems)
        self._loaded[path] = (key, loaded)
        return loaded

    def make(
        self,
        read: LoadedTimelines,
        options: site.SiteOptions,
        *,
        preview: bool,
        later: bool = False,
        is_kept: Callable[[Written], bool] = lambda _: False,
    ) -> Made:
        """The site of what was read; the one made last where nothing changed since.

        With `later`, the files beside the pages are left to be made when they are asked for. `is_kept` says of which
        timelines only the first page may be another.
        """
        if read.problems:
            last = [one.timeline.slug for _, one in self._loaded.values()]
            broken = site.broken(read.problems, read.timelines, options, last, read.language)
            return Made(tuple(map(made, broken.pages)), {path: partial(_is, its) for path, its in broken.files.items()})
        if self._made and self._made[:2] == (read.key, options):
            return self._made[2]
        before = [one.earlier for one in self._made[2].written] if self._made else self._last
        self._keep.turn()
        completed = _completed(read, options, self._keep, preview=preview)
        keep, pieces = (self._keep, None) if preview else (None, self.pieces)
        every = tuple(written(read.timelines, completed, before, keep, pieces))
        files = files_of(every)
        done = Made(drafts_of(every, completed, is_kept), {} if later else files, every, files if later else {})
        self._made = (read.key, options, done)
        return done


def _language_of_problems(path: Path) -> str:
    """The language that the problems of a broken file are worded in."""
    try:
        return text_language(stored(path).text or "")
    except Stopped:
        return "en"


def _is(content: str | bytes) -> str | bytes:
    return content


def _named_from(root: Path, name: str, problems: Iterable[Problem]) -> list[Problem]:
    """Problems of the timeline `name`, with the paths as its project names them: where `root` is, is nobody's business.

    A problem of the project's folder, or of a file outside it, is the timeline's.
    """
    named = []
    for problem in problems:
        path = Path(_without(root, problem.path))
        outside = path.is_absolute() or path in (root, Path())
        place = name if outside else path.relative_to(root) if path.is_relative_to(root) else path
        named.append(replace(problem, path=Path(place).as_posix(), message=_without(root, problem.message)))
    return named


def _without(root: Path, text: str) -> str:
    """A text in which files are named from the folder `root`; a message that names none stays one to be translated."""
    for folder in dict.fromkeys((root.resolve(), root.absolute())):
        start = f"{folder}{os.sep}"
        text = text.replace(start, "") if start in text else text
    return text


def _one_address_twice(named: Sequence[tuple[str, str]]) -> list[Problem]:
    """Two timelines whose pages would stand at one address."""
    first: dict[str, str] = {}
    problems = []
    for path, slug in named:
        if slug in first:
            problems.append(Problem(path, 1, 1, message("build.one_address", slug=slug, other=first[slug])))
        first.setdefault(slug, path)
    return problems


def _key(path: Path, names: Path) -> str:
    """What decides whether a timeline is read again: the content of its file, of its lock and of its names file."""
    contents = [file.read_bytes() for file in (path, path.with_suffix(".lock"), names) if file.is_file()]
    return "".join(hashlib.sha256(content).hexdigest() for content in contents)


def _completed(read: LoadedTimelines, given: site.SiteOptions, keep: RenderCache, *, preview: bool) -> site.SiteOptions:
    """The options, completed with the contents of the locks."""

    def each(value_of: Callable[[Loaded], Value]) -> dict[str, Value]:
        """The result of `value_of` for each timeline, by its slug; results for unchanged timelines are kept."""
        named = [(one.timeline.slug, one) for one in read.loaded]
        return {slug: keep.get((value_of.__name__, slug), one, partial(value_of, one)) for slug, one in named}

    return replace(
        given,
        changes=each(changes),
        redirects=each(redirects),
        touched=each(touched),
        to_review=each(to_review) if given.review_badge else {},
        addresses={one.timeline.slug: one.addresses for one in read.loaded},
        margin=each(review_rows) if preview else None,
    )
