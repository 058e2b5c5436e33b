"""Keeps what was read of each article file, so that after adding one file only that file is read.

Only what went well is kept: a file with an error is read anew each time, as the error may lie in what is installed or
in the time that it took. The key is a digest of the bytes of the file and of all else that its reading depends on.
`Readings` also keeps the outcomes of all files of one project in one value, by the files' states: where a state is as
it was, the file is not opened.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.annotator.version import digest_of, reading_digest
from timeline.archive.values import pickled, unpickled
from timeline.articles.metadata.fields import Metadata
from timeline.articles.source import ReadOptions, Skipped, SourceFile
from timeline.articles.text.language import beginning
from timeline.gc_pause import reading_what_stays
from timeline.model import Article, Problem
from timeline.workflow.memory.blocks import Block, blocks_of
from timeline.workflow.memory.values import name_of, read_value, root, updates_folder, write_value

if TYPE_CHECKING:
    from timeline.articles.collect import Outcome  # it loads all readers
    from timeline.articles.duplicates import Sketch

LARGEST = 1_000_000
"""The most bytes of a file that is kept: larger ones are archives and exports, whose articles are read one by one."""
_ROOMS = ("articles", "i18n")
_LIBRARIES = (
    "babel", "defusedxml", "feedparser", "htmldate", "lxml", "py3langid", "pypdf", "pyyaml", "rensa", "striprtf",
    "trafilatura", "tzdata", "warcio",
)  # fmt: skip
"""Libraries that read files; a test compares them with what the reading rooms import."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read of a file, and all that this depends on beside the code and the file's path.

    Attributes:
        id: The file's path.
        state: The state of the file before it was opened.
        stated: What its sidecar states.
        options: How it was read.
        outcomes: What was read.
        spoken: The languages that were detected in its articles.
    """

    id: str
    state: tuple[int, int, int]
    stated: Metadata
    options: ReadOptions
    outcomes: tuple[Outcome, ...]
    spoken: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class _Project:
    """What was read of the files of a project, in blocks; `code` stands for what read them.

    `sketches` are those of the articles' texts, by digests of these; `shares` say how much of two texts is the same.
    """

    code: str
    files: tuple[bytes, ...]
    sketches: Mapping[bytes, Sketch]
    shares: Mapping[bytes, float]


class Readings:
    """What is known of the files of one project, by the files' states.

    Args:
        folder: The folder that their paths start from.
        patterns: Which files and folders these are.
    """

    def __init__(self, folder: Path, patterns: Sequence[str]) -> None:
        self._name = name_of(folder, f"readings {list(patterns)!r}")
        last = _of_project(read_value(self._name, updates_folder()))
        self._blocks = _blocks(last) if last else ()
        self._known = {one.id: one for block in self._blocks for one in block.held}
        self._sketched, self._compared = (last.sketches, last.shares) if last else ({}, {})
        self._now: dict[str, _Reading] = {}
        self._sketches: dict[bytes, Sketch] = {}
        self._shares: dict[bytes, float] = {}

    def through(
        self, source: SourceFile, options: ReadOptions, make: Callable[[SourceFile], Iterable[Outcome]]
    ) -> Iterable[Outcome]:
        """What `make` gives for a file, which is not opened where it stands as it did when it was read."""
        last = self._known.get(source.path)
        if last and (last.state, last.stated, last.options) == (source.state, source.stated, options):
            self._now[source.path] = last
            return last.outcomes
        source = replace(source, spoken=dict(last.spoken) if last else {})
        found = through(source, options, make)
        if source.state is None or source.size > LARGEST:
            return found
        outcomes = tuple(found)
        if _went_well(outcomes):
            self._now[source.path] = _Reading(
                source.path, source.state, source.stated, options, outcomes, _still(source.spoken, outcomes)
            )
        return outcomes

    def sketch(self, article: Article) -> Sketch:
        """The sketch of an article's text, which is made once.

        Returns:
            What `sketch_of` gives.
        """
        from timeline.articles.duplicates import sketch_of

        name = _text_name(article)
        self._sketches[name] = self._sketched.get(name) or sketch_of(article)
        return self._sketches[name]

    def shares(self, article: Article, others: Sequence[Article]) -> Sequence[float]:
        """How much of its text an article shares with others; two texts are compared once.

        Returns:
            What `shares_of` gives.
        """
        from timeline.articles.duplicates import shares_of

        pairs = [_text_name(article) + _text_name(other) for other in others]
        new = [place for place, pair in enumerate(pairs) if pair not in self._compared]
        found = dict(zip(new, shares_of(article, [others[place] for place in new]), strict=True))
        now = [found[place] if place in found else self._compared[pair] for place, pair in enumerate(pairs)]
        self._shares.update(zip(pairs, now, strict=True))
        return now

    def remember(self) -> None:
        """Keeps what was read, unless it is what was known."""
        same = self._now.keys() == self._known.keys() and all(
            self._known[path] is one for path, one in self._now.items()
        )
        compared = (self._sketches, self._shares) if self._sketches else (self._sketched, self._compared)
        sketches, shares = compared  # texts are not always compared
        if not same or not sketches.keys() <= self._sketched.keys() or not shares.keys() <= self._compared.keys():
            files = tuple(block.data for block in blocks_of(tuple(self._now.values()), self._blocks))
            write_value(self._name, pickled(_Project(_state(), files, sketches, shares)), updates_folder())


def _text_name(article: Article) -> bytes:
    """A digest of an article's text."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()[:16]


def _still(spoken: Mapping[str, str | None], outcomes: Iterable[Outcome]) -> Mapping[str, str | None]:
    """The languages of the articles as they begin now."""
    begin = (beginning(each.text) for each in outcomes if isinstance(each, Article))
    return {name: spoken[name] for name in begin if name in spoken}


def _of_project(content: bytes | None) -> _Project | None:
    """What was kept of a project's files; None where it is damaged, or read by other code."""
    with reading_what_stays():
        found = unpickled(content)
    known = isinstance(found, _Project) and found.code == _state() and isinstance(found.files, tuple)
    return found if known else None


def _blocks(project: _Project) -> tuple[Block[_Reading], ...]:
    with reading_what_stays():
        return tuple(Block(unpickled(data), data) for data in project.files)


def through(
    source: SourceFile, options: ReadOptions, make: Callable[[SourceFile], Iterable[Outcome]]
) -> Iterable[Outcome]:
    """The outcomes of a file: from the cache where it has them, from `make` otherwise.

    Returns:
        What `make` gives for the file; it is never asked for other bytes than those that the key stands for.
    """
    data = source.bytes(LARGEST) if source.size <= LARGEST else None
    if not isinstance(data, bytes):
        return make(source)
    name = _name(source, options, data)
    known = _loaded(read_value(name, folder()))
    if known is not None:
        return known
    found = tuple(make(replace(source, size=len(data), open=lambda: io.BytesIO(data))))
    if _went_well(found):
        write_value(name, pickled(found), folder())
    return found


def folder() -> Path:
    """The folder of the files' articles: one for each state of what reads them."""
    return root() / f"readings-{_state()}"


@cache
def _state() -> str:
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    state = " ".join([digest_of(_ROOMS, ()), reading_digest(), *libraries])
    return hashlib.sha256(state.encode()).hexdigest()[:16]


def _version(library: str) -> str:
    """The version of a library; "" where it is an extra that is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _name(source: SourceFile, options: ReadOptions, data: bytes) -> str:
    stated = (sorted(source.stated.values.items()), source.stated.keys)
    how = replace(options, fields=dict(sorted(options.fields.items())))
    return hashlib.sha256(repr((source.path, stated, how)).encode() + b"\0" + data).hexdigest()


def _went_well(found: tuple[Outcome, ...]) -> bool:
    errors = any(isinstance(each, Problem) and each.is_error for each in found)
    return not errors and any(isinstance(each, Article) for each in found)


def _loaded(content: bytes | None) -> tuple[Outcome, ...] | None:
    """The outcomes that were kept; None where there are none, or where this version cannot read them."""
    found = unpickled(content)
    ours = isinstance(found, tuple) and all(isinstance(each, Article | Problem | Skipped) for each in found)
    return found if ours else None
