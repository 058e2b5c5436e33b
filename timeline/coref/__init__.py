"""One event, many articles: from what each article says to the entries of a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.entry.build import entry
from timeline.coref.entry.ids import identities
from timeline.coref.grouping import grouped, on_topic
from timeline.coref.names.canonical import Names, Naming, canon, slug
from timeline.coref.names.names_file import parse_names
from timeline.coref.topic import About
from timeline.gc_pause import collector_paused
from timeline.model import Annotated, Entry

__all__ = ["About", "Names", "Naming", "merge", "parse_names", "slug"]


def merge(
    annotated: Sequence[Annotated], *, names: Names | None = None, about: About | None = None, language: str = "fr"
) -> tuple[Entry, ...]:
    """The entries that the articles' events make, each event once, with all its sources, in order of date.

    Does not depend on the order of `annotated`. `names` holds what a person ordered about names, `about` chooses which
    events belong (all without it), `language` is the one that the explanations are worded in. An article published
    after all others only adds entries and joins or updates old ones; the id of an entry depends on its first telling.
    """
    with collector_paused():
        return tuple(sorted(_entries(on_topic(annotated, about), names or Names(), language), key=_reading_order))


def _entries(in_order: Sequence[Annotated], names: Names, language: str) -> list[Entry]:
    groups = grouped(in_order, names)
    canonical = canon(in_order, names)
    return [
        entry(identity, told, canonical, language) for identity, told in zip(identities(groups), groups, strict=True)
    ]


def _reading_order(one: Entry) -> tuple[bool, int, bool, int, str, str]:
    """By beginning (an open beginning by its end), undated entries last."""
    interval = one.interval
    if interval is None:
        return (True, 0, False, 0, one.title, one.id)
    begin = interval.begin if interval.begin is not None else interval.end or 0
    end = interval.end if interval.end is not None else begin
    return (False, begin, interval.begin is not None, end, one.title, one.id)
