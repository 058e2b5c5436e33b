"""One event, many articles: from what each article says to the entries of a timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from timeline.calendar import end_of
from timeline.coref.features.memo import Columns, PairMemo
from timeline.coref.meaning import DIMENSIONS, Encode, encode, let_go
from timeline.coref.merging import columns
from timeline.coref.merging.articles import Known
from timeline.coref.merging.columns import Kept
from timeline.coref.merging.update import Merge, merged, places_of
from timeline.coref.names.canonical import Names, Naming, slug
from timeline.coref.names.names_file import parse_names
from timeline.coref.selection.model import least
from timeline.coref.similarity import model
from timeline.coref.topic import Chosen, LeftOut, OffTopic, TopicFilter, choose, on_topic, touches
from timeline.gc_pause import reading_what_stays
from timeline.model import Annotated, Entry, Length

__all__ = [
    "DIMENSIONS",
    "Chosen",
    "Columns",
    "Encode",
    "Kept",
    "LeftOut",
    "Names",
    "Naming",
    "OffTopic",
    "PairMemo",
    "TopicFilter",
    "choose",
    "columns",
    "encode",
    "least",
    "let_go",
    "merge",
    "merge_again",
    "parse_names",
    "parted",
    "selected",
    "slug",
    "touches",
]


Keep: TypeAlias = Callable[[Kept, Sequence[Entry]], object]
"""Is given what a merge leaves: what is kept, and the entries of all events by their first mentions."""


def merge(  # noqa: PLR0913 - the options of one call, all but the first by name
    annotated: Sequence[Annotated],
    *,
    names: Names | None = None,
    about: TopicFilter | None = None,
    language: str = "fr",
    length: Length = Length.NORMAL,
    encode: Encode = encode,
    step: Callable[[int, int], None] = lambda done, of: None,
    memo: PairMemo | None = None,
    keep: Keep | None = None,
) -> tuple[Entry, ...]:
    """The entries of the timeline: each event of the articles once, with all its sources, in order of date.

    The result does not depend on the order of `annotated`. An article published after all others only adds entries and
    joins or updates existing ones; the id of an entry depends on its first mention alone.

    Args:
        annotated: What each article says.
        names: What a person ordered about the names of people and places.
        about: The topic, which selects the events; all events belong without it. Its period selects entries: whether
            another article reports an event, and on which day, is decided by all of them.
        language: The language of the explanations.
        length: How many of the events become entries (see `selected`).
        encode: Gives the vectors of texts.
        step: Called after each step with its number and that of all steps.
        memo: What is known of pairs of mentions from an earlier run; the result is the same without it.
        keep: Is given what `merge_again` needs, where there is a memo with the digest of each article.

    Returns:
        One entry for each event, in order of date; none that the length leaves out.
    """
    about = about or TopicFilter()
    said = {one.article.id: one for one in on_topic(annotated, replace(about, period=None), encode)}
    step(1, 4)
    entries = _merged(
        None,
        {id_: one.article.published.toordinal() - 1 for id_, one in said.items()},
        said.__getitem__,
        names=names or Names(),
        language=language,
        encode=encode,
        step=step,
        memo=memo,
        keep=keep,
    )
    chosen = selected((one for one in entries if touches(one.interval, about.period)), length)
    step(4, 4)
    return tuple(chosen)


def merge_again(  # noqa: PLR0913 - the options of one call, all by name
    *,
    kept: Kept,
    entries: Sequence[Entry],
    articles: Mapping[str, int],
    load: Callable[[str], Annotated],
    names: Names,
    language: str,
    encode: Encode,
    memo: PairMemo,
    keep: Keep,
) -> tuple[Entry, ...]:
    """What `merge` gives for all events (`Length.ALL`, no topic), from what an earlier one left.

    Args:
        kept: What was kept of it.
        entries: The entries that were kept with that.
        articles: All articles of now: by the id of each, the day on which it was published, as `EventMention` has it.
        load: Gives what an article says, by its id; asked only where it matters.
        names: What a person ordered about names, the same as then.
        language: The language of the explanations, the same as then.
        encode: Gives the vectors of texts.
        memo: What is known of pairs of mentions, and the digest of each article.
        keep: Is given what the next call needs.

    Returns:
        The entries.
    """
    last = Merge(kept, tuple(entries))
    return _merged(last, articles, load, names=names, language=language, encode=encode, memo=memo, keep=keep)


def _merged(  # noqa: PLR0913 - the options of both
    last: Merge | None,
    articles: Mapping[str, int],
    load: Callable[[str], Annotated],
    *,
    names: Names,
    language: str,
    encode: Encode,
    memo: PairMemo | None,
    keep: Keep | None,
    step: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[Entry, ...]:
    digests = memo.articles if memo else dict.fromkeys(articles, "")
    known = [Known(id_, published, digests[id_]) for id_, published in articles.items()]
    similar = replace(model(), memo=memo)
    with reading_what_stays():
        found = merged(last, known, load, names=names, language=language, similar=similar, encode=encode, step=step)
        if keep:
            keep(found.kept, found.entries)
        turns = [(_when(one), place) for one, place in zip(found.entries, places_of(found.kept), strict=True)]
        return tuple(found.entries[at] for at in sorted(range(len(turns)), key=turns.__getitem__))


def selected(entries: Iterable[Entry], length: Length) -> list[Entry]:
    """The entries that an editor would publish in a timeline of a given length.

    Several unlikely events of one sentence may have its words as their title: each such line of a day is there once.

    Args:
        entries: All entries; an entry without a weight counts as 0.
        length: The length, which sets the least weight of a published entry.

    Returns:
        The published entries, in their order.
    """
    return list(parted(entries, length)[0])


def parted(entries: Iterable[Entry], length: Length) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries that `selected` chooses, and those that a timeline of a given length leaves out.

    Args:
        entries: All entries; an entry without a weight counts as 0.
        length: The length, which sets the least weight of a published entry.

    Returns:
        Both in their order.
    """
    chosen, others, enough = list[Entry](), list[Entry](), least(length)
    for one in _each_line_once(entries):
        (chosen if (one.weight or 0.0) >= enough else others).append(one)
    return tuple(chosen), tuple(others)


def _each_line_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without those that no length publishes and that say of a day what a weightier one says of it."""
    every, enough = tuple(entries), least(Length.FULL)
    said = {(one.date, one.title): one for one in sorted(every, key=lambda one: one.weight or 0.0)}
    return (one for one in every if (one.weight or 0.0) >= enough or said[one.date, one.title] is one)


def _when(one: Entry) -> tuple[bool, int, bool, int]:
    """The sort key of an entry: its beginning (its end where the beginning is open), undated entries last."""
    interval = one.interval
    if interval is None:
        return (True, 0, False, 0)
    begin = interval.begin if interval.begin is not None else end_of(interval)
    return (False, begin, interval.begin is not None, interval.end if interval.end is not None else begin)
