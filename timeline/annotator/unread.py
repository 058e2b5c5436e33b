"""An article that cannot be read does not stop the others: its failure is reported with its name.

A text can nest deeper than the stack, need all the memory, or never finish: it can come from anyone. Each article has a
budget of processor time, many times what prose takes, so that the load of the machine does not change the result.
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

from timeline.annotation import Annotation
from timeline.annotator.article import read_many
from timeline.model import Article

SECONDS = 60.0
"""Seconds of processor time that any article may take."""
SECONDS_A_CHARACTER = 1 / 500
"""Further seconds for each character: prose takes a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Unread(Annotation):
    """The empty annotation of an article that could not be read.

    `why` is a key of the messages (`reading.unread.<why>`): `deep`, `memory`, `slow`, or `fault`, with the failure in
    `detail`.
    """

    why: str = "fault"
    detail: str = ""


class TooSlowError(Exception):
    """Raised while reading an article that has used up its budget."""


def read_or_unread(article: Article, *, model: str | None) -> Annotation:
    """The annotation of an article, or an `Unread`.

    Args:
        article: Any article.
        model: The name of another spaCy pipeline; None for our own.

    Returns:
        Its annotation, or an `Unread` that says why there is none.
    """
    try:
        with within(SECONDS + SECONDS_A_CHARACTER * len(article.text)):
            return next(read_many([article], model=model))
    except RecursionError:
        return _unread(article, "deep")
    except MemoryError:
        return _unread(article, "memory")
    except TooSlowError:
        return _unread(article, "slow")
    except Exception as error:  # a bug in our code must not stop the other articles
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return _unread(article, "fault", detail)


def _unread(article: Article, why: str, detail: str = "") -> Unread:
    return Unread(article=article, timexes=(), events=(), why=why, detail=detail)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stops the code within it after `seconds` of processor time.

    Where the system cannot measure that (Windows) or this is not the main thread (a worker of a cluster), nothing is
    stopped.

    Raises:
        TooSlowError: The time is used up.
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
