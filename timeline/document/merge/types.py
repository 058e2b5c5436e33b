"""What an update starts from, and its result."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields

from timeline.document.origins import Settled
from timeline.document.parse.types import Document
from timeline.model import ArticleCard, Entry, Problem


@dataclass(frozen=True, slots=True)
class FileTexts:
    """A timeline file and its lock as they stand; None where there is none yet.

    `path` is the file's name, for problems. `read` is the file as it was read earlier in the same language: only what
    was edited since is read again. `settled` is what an earlier update left settled. Neither changes the result.
    """

    text: str | None = None
    lock: str | None = None
    path: str = "timeline.yaml"
    read: Document | None = None
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the machine finds now, and in which articles.

    `articles` are the ids of all that were read: an event whose articles are still there but no longer report it is
    taken out if no person changed it; None takes nothing out. `cards` are what the site shows of them; the lock keeps
    those that are cited. `texts` has the title and text of articles by their ids, in which the first words of a quote
    are to be found once.
    """

    entries: Sequence[Entry]
    articles: Collection[str] | None = None
    cards: Sequence[ArticleCard] = ()
    texts: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did and what it left to a person. All are ids of events, in the order of the file.

    `added`, `changed`, `removed`: by the machine. `deleted`: found again, but a person took them out. `unreported`:
    kept, although no article reports them any more; `orphaned`: kept, although an article that they cite is gone.
    `held`: found, but not written, because the lock is lost or older than the file and a person may have deleted them.
    `taken_out`: those that a person deleted since the last update. `unseen`: written again, because the file was saved
    from an older copy (`older_copy`) that never had them. `lock_lost`: there was a file, but no readable lock.
    `has_machine_events`: the file holds events that cite articles.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    unreported: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    lock_lost: bool = False
    older_copy: bool = False
    has_machine_events: bool = False


@dataclass(frozen=True, slots=True)
class Updated:
    """The texts to write, what was done, and the problems of the file.

    `text` is None where the file has errors: then nothing is to be written. `read` is the file as it was before.
    `settled` are the ids of the events of which file, lock and machine say the same, each with the digest of what it is
    made of where the update left it alone, "" elsewhere.
    """

    text: str | None
    lock: str | None
    report: UpdateReport = UpdateReport()
    problems: tuple[Problem, ...] = ()
    read: Document | None = None
    settled: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Notes:
    """The parts of a report, collected during an update."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unreported: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def report(self, *, lock_lost: bool, older_copy: bool, has_machine_events: bool) -> UpdateReport:
        """The report so far."""
        noted = {name.name: tuple(getattr(self, name.name)) for name in fields(self)}
        return UpdateReport(**noted, lock_lost=lock_lost, older_copy=older_copy, has_machine_events=has_machine_events)
