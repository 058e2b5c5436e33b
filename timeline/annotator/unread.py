"""One article that cannot be read stops no other: what went wrong is told with its name.

A text may nest deeper than the stack, take all the memory, or take for ever: it may come from anyone. A budget of
processor time holds for each, many times what prose takes, so that no load of the machine changes what is read.
"""

from __future__ import annotations

import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from timeline import events
from timeline.annotation import Annotation
from timeline.annotator.article import read_many
from timeline.model import Article

SECONDS = 60.0
"""Processor time that any article may take."""
SECONDS_A_CHARACTER = 1 / 500
"""What it may take beyond that: prose takes a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Unread(Annotation):
    """What an article says that could not be read: nothing.

    `why` is a key of the messages (`reading.unread.<why>`): `deep`, `memory`, `slow`, or `fault` with what failed in
    `detail`.
    """

    why: str = "fault"
    detail: str = ""


class TooSlowError(Exception):
    """Raised within the reading of an article that has spent its budget."""


def read_or_tell(article: Article, *, model: str | None = None, keep: float = events.KEEP) -> Annotation:
    """What an article says.

    Args:
        article: Any article.
        model: The name of another spaCy pipeline, None for our own.
        keep: The weight from which an event is kept.

    Returns:
        Its annotation, or an `Unread` that says why there is none.
    """
    try:
        with within(SECONDS + SECONDS_A_CHARACTER * len(article.text)):
            return next(read_many([article], model=model, keep=keep))
    except RecursionError:
        return _unread(article, "deep")
    except MemoryError:
        return _unread(article, "memory")
    except TooSlowError:
        return _unread(article, "slow")
    except Exception as error:  # a fault of ours in one article: the others are read, and it is told by its name
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return _unread(article, "fault", detail)


def _unread(article: Article, why: str, detail: str = "") -> Unread:
    return Unread(article=article, timexes=(), events=(), why=why, detail=detail)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stops what takes longer than `seconds` of processor time.

    Where the system cannot measure that (Windows) or this is no main thread (a worker of a cluster), nothing is
    stopped.

    Raises:
        TooSlowError: The time is spent.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
