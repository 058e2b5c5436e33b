"""One timeline while it is edited in the browser: its files, read and written under the lock of all commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from timeline.document import Document, store
from timeline.document.commands.acts.perform import perform
from timeline.document.commands.acts.reading import Reading, in_any, reading
from timeline.document.commands.acts.types import Accept, Act, Add, Mark, Merge, Redate, Rename, Retitle, Split, Take
from timeline.document.parse.types import Understand
from timeline.document.store import Stored
from timeline.i18n import say
from timeline.languages import available
from timeline.model import Problem
from timeline.workflow.date_words import understand
from timeline.workflow.editing.history import Delta, EditStep, History
from timeline.workflow.files import held, parsed, stored, text_language
from timeline.workflow.lock_file import readable_lock
from timeline.workflow.project import candidates_path, lock_path
from timeline.workflow.stopped import Stopped

_WAIT = 5.0
"""Seconds that an act waits for a build that is writing the same timeline."""


class Stale(Exception):  # noqa: N818 - nobody's error: the file was saved elsewhere meanwhile
    """The file is no longer what the page showed; nothing was written."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A timeline's files as they are on disk."""

    yaml: Stored
    lock: Stored
    document: Document


@dataclass(frozen=True, slots=True)
class Done:
    """The result of an act: its message, the event to show next, and the digest of the file after it."""

    said: str
    id: str
    version: str


class Session:
    """The acts on one timeline since the editor was started. Threads of the server take turns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = Lock()
        self._history = History()
        self._known: tuple[str, Document] | None = None

    @property
    def language(self) -> str:
        """The language of the timeline, and of its editor's interface."""
        return text_language(stored(self.path).text or "")

    @property
    def version(self) -> str:
        """The digest of the YAML file as it stands."""
        return stored(self.path).digest

    def standing(self) -> Standing:
        """The files as they stand. Raises Stopped where the YAML file is broken or gone."""
        yaml = stored(self.path)
        text = yaml.text or ""
        if self._known is None or self._known[0] != yaml.digest:
            before = self._known[1] if self._known else None
            read = parsed(self.path, text, text_language(text), before)
            if read.document is None:
                raise Stopped(read.problems)
            self._known = (yaml.digest, read.document)
        return Standing(yaml, stored(lock_path(self.path)), self._known[1])

    def candidates(self) -> str:
        """The text of the file of candidates, "" where there is none."""
        return stored(candidates_path(self.path)).text or ""

    def labels(self, standing: Standing) -> tuple[str, str]:
        """What can be undone, and what can be done again."""
        return self._history.labels(standing.yaml, standing.lock)

    def read_date(self, text: str) -> Reading:
        """How a date is understood while it is typed, in the language of the timeline or another."""
        language = self.language
        return reading(text, _understand(language), language)

    def act(self, version: str, act: Act) -> Done:
        """Does an act.

        Args:
            version: The digest of the YAML file that the page showed.
            act: What is to be done.

        Returns:
            What was done; it is on the disk.

        Raises:
            Stale: The file was changed since; nothing was written.
            Stopped: The act cannot be done, or a file cannot be written.
        """
        with self._turn, held(self.path, wait=_WAIT):
            standing, language = self._fresh(version)
            lock = readable_lock(self.path, language) if isinstance(act, Accept) else standing.lock
            edited = perform(standing.document, lock.text, act, understand=_understand(language), language=language)
            if edited.text is None:
                raise Stopped(edited.problems)
            label = say(language, f"editing.did.{_name(act)}", title=edited.title)
            if edited.text == standing.yaml.text and edited.lock == lock.text:
                return Done(label, edited.id, version)
            changed_lock = Delta.of(lock, edited.lock) if edited.lock is not None and edited.lock != lock.text else None
            step = EditStep(label, edited.id, Delta.of(standing.yaml, edited.text), changed_lock)
            self._write(standing.yaml, lock, step)
            self._history = self._history.with_step(step)
            if edited.document is not None:
                self._known = (step.yaml.after, edited.document)
            return Done(label, edited.id, step.yaml.after)

    def undo(self, version: str) -> Done:
        """Undoes the last act. Raises as `act` does; Stopped also where there is nothing to undo."""
        with self._turn, held(self.path, wait=_WAIT):
            standing, language = self._fresh(version)
            if not self.labels(standing)[0]:
                raise self._nothing("undo", language)
            step = self._history.done[-1].reversed()
            self._write(standing.yaml, standing.lock, step)
            self._history = self._history.after_undo()
            return Done(say(language, "editing.undone", what=step.label), step.id, step.yaml.after)

    def redo(self, version: str) -> Done:
        """Redoes the act that was undone last. Raises as `undo` does."""
        with self._turn, held(self.path, wait=_WAIT):
            standing, language = self._fresh(version)
            if not self.labels(standing)[1]:
                raise self._nothing("redo", language)
            step = self._history.undone[-1]
            self._write(standing.yaml, standing.lock, step)
            self._history = self._history.after_redo()
            return Done(say(language, "editing.redone", what=step.label), step.id, step.yaml.after)

    def _nothing(self, what: str, language: str) -> Stopped:
        return Stopped([Problem(str(self.path), 0, 0, say(language, f"editing.page.nothing_to_{what}"))])

    def _fresh(self, version: str) -> tuple[Standing, str]:
        if self.version != version:
            raise Stale
        standing = self.standing()
        return standing, standing.document.head.language

    def _write(self, yaml: Stored, lock: Stored, step: EditStep) -> None:
        files = {yaml: step.yaml.applied(yaml.text or "")}
        if step.lock:
            files[lock] = step.lock.applied(lock.text or "")
        try:
            store.write_all(files, language=text_language(yaml.text or ""))
        except store.StoreError as error:
            raise Stopped([error.problem]) from None


def joined(problems: Sequence[Problem]) -> str:
    """Why an act cannot be done, for people: without the position in the file, which they do not see."""
    return " ".join(dict.fromkeys(problem.message for problem in problems))


def _understand(language: str) -> Understand:
    """Dates in words, in the timeline's own language first, then in the others."""
    every = dict.fromkeys((language, *available()))
    return in_any([partial(understand, language=one) for one in every if one in available()])


_NAMES = {
    Retitle: "retitle",
    Redate: "redate",
    Rename: "rename",
    Merge: "merge",
    Split: "split",
    Add: "add",
    Take: "take",
    Accept: "accept",
}


def _name(act: Act) -> str:
    """The key of the message about an act."""
    return (act.field if act.on else f"not_{act.field}") if isinstance(act, Mark) else _NAMES[type(act)]
