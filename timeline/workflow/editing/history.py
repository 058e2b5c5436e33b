"""The acts since the editor was opened, so that they can be undone: undoing restores the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from timeline.document.store import Stored

_MOST = 500
"""How many acts are remembered."""


@dataclass(frozen=True, slots=True)
class Delta:
    """The stretch of one text that an act replaced, and the digests of the whole text before and after."""

    at: int
    old: str
    new: str
    before: str
    after: str

    @classmethod
    def of(cls, stored: Stored, text: str) -> Delta:
        """The change from a file as it was read to `text`."""
        old = stored.text or ""
        head = _common_start(old, text)
        tail = _common_end(old, text, min(len(old), len(text)) - head)
        stretch = old[head : len(old) - tail], text[head : len(text) - tail]
        return cls(head, *stretch, stored.digest, sha256(text.encode()).hexdigest())

    def reversed(self) -> Delta:
        """The inverse change."""
        return Delta(self.at, self.new, self.old, self.after, self.before)

    def fits(self, stored: Stored) -> bool:
        """Whether a file holds the text that this change starts from."""
        return stored.digest == self.before

    def applied(self, text: str) -> str:
        """The text with the stretch replaced."""
        return text[: self.at] + self.new + text[self.at + len(self.old) :]


@dataclass(frozen=True, slots=True)
class EditStep:
    """One act: its name for people, the event that it was about, and what it did to the YAML file and to the lock."""

    label: str
    id: str
    yaml: Delta
    lock: Delta | None = None

    def reversed(self) -> EditStep:
        """The step that undoes this one."""
        return EditStep(self.label, self.id, self.yaml.reversed(), self.lock.reversed() if self.lock else None)

    def fits(self, yaml: Stored, lock: Stored) -> bool:
        """Whether both files are as this step needs them."""
        return self.yaml.fits(yaml) and (self.lock is None or self.lock.fits(lock))


@dataclass(frozen=True, slots=True)
class History:
    """Steps that were done, the latest last, and steps that were undone, the next one to redo last."""

    done: tuple[EditStep, ...] = ()
    undone: tuple[EditStep, ...] = ()

    def with_step(self, step: EditStep) -> History:
        """The history after an act: steps that were undone before it cannot be redone."""
        return History((*self.done, step)[-_MOST:])

    def after_undo(self) -> History:
        """The history after the last step was undone."""
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def after_redo(self) -> History:
        """The history after the step that was undone last was redone."""
        return History((*self.done, self.undone[-1]), self.undone[:-1])

    def labels(self, yaml: Stored, lock: Stored) -> tuple[str, str]:
        """What can be undone and what can be redone in the files as they are, "" where nothing can."""
        return _label(self.done, yaml, lock, back=True), _label(self.undone, yaml, lock, back=False)


def _label(steps: Sequence[EditStep], yaml: Stored, lock: Stored, *, back: bool) -> str:
    if not steps:
        return ""
    step = steps[-1].reversed() if back else steps[-1]
    return step.label if step.fits(yaml, lock) else ""


def _common_start(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str, most: int) -> int:
    """How many characters two texts end with in common, `most` at the most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
