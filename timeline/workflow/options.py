"""How articles are read: what a person asks for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model import Length

if TYPE_CHECKING:
    from timeline.document import Head


@dataclass(frozen=True, slots=True)
class UpdateOptions:
    """How articles are read: all events or those that an editor would keep, in how many processes, with which pipeline.

    `language` is that of the messages. `strict` stops at an article that cannot be read; otherwise it is left out.
    `scheduler` is the address of a Dask cluster that reads instead of processes.
    """

    keep_all: bool = False
    workers: int = 1
    model: str | None = None
    language: str = "en"
    strict: bool = False
    scheduler: str = ""

    @property
    def cache_key(self) -> tuple[object, ...]:
        """The options that change what is written or reported."""
        return self.keep_all, self.model, self.language, self.strict

    def length(self, head: Head) -> Length:
        """How many of the events are entries: as many as the head says, unless all are asked for."""
        return Length.ALL if self.keep_all else head.length
