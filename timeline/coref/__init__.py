"""One event, many articles: from what each article says to the entries of a timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.calendar import end_of
from timeline.coref.copies import copies
from timeline.coref.entry.build import entry
from timeline.coref.entry.ids import digest_of, identities
from timeline.coref.features.memo import Columns, PairMemo
from timeline.coref.grouping import grouped, on_topic
from timeline.coref.incremental import columns
from timeline.coref.incremental.columns import Kept
from timeline.coref.incremental.kept import kept_of
from timeline.coref.incremental.now import Known
from timeline.coref.incremental.update import merged_again, places_of
from timeline.coref.meaning import DIMENSIONS, Encode, encode
from timeline.coref.mentions import EventMention
from timeline.coref.names.canonical import Names, Naming, canon, slug
from timeline.coref.names.names_file import parse_names
from timeline.coref.selection.model import least, weighed
from timeline.coref.similarity import model
from timeline.coref.topic import Chosen, LeftOut, OffTopic, TopicFilter, choose, touches
from timeline.gc_pause import collector_paused
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
    "merge",
    "merge_again",
    "parse_names",
    "selected",
    "slug",
    "touches",
]


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
    keep: Callable[[Kept, Sequence[Entry]], object] | None = None,
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
        keep: Is given what `merge_again` needs; the memo then has the digest of each article.

    Returns:
        One entry for each event, in order of date; none that the length leaves out.
    """
    with collector_paused():
        about = about or TopicFilter()
        in_order = on_topic(annotated, replace(about, period=None), encode)
        step(1, 4)
        similar = replace(model(), memo=memo)
        copied = copies([one.article for one in in_order])
        groups = grouped(in_order, names or Names(), encode, similar, copied)
        step(2, 4)
        canonical = canon(in_order, names or Names())
        ids = identities(digest_of(group[0]) for group in groups)
        its = weighed(groups, similar=similar)
        scored = list(zip(ids, groups, its.weights, strict=True))
        step(3, 4)
        places = {identity: min(map(_place, group)) for identity, group in zip(ids, groups, strict=True)}
        entries: Iterable[Entry] = (entry(identity, group, canonical, language, it) for identity, group, it in scored)
        if keep and memo:
            entries = list(entries)
            keep(kept_of(in_order, memo.articles, copied, groups, its), entries)
        inside = (one for one in entries if touches(one.interval, about.period))
        chosen = sorted(selected(inside, length), key=lambda one: (_when(one), places[one.id]))
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
    keep: Callable[[Kept, Sequence[Entry]], object],
) -> tuple[Entry, ...] | None:
    """What `merge` gives for all events (`Length.ALL`, no topic), where few articles changed since an earlier one.

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
        The entries; None where so much changed that all must be merged.
    """
    with collector_paused():
        known = [Known(id_, published, memo.articles[id_]) for id_, published in articles.items()]
        similar = replace(model(), memo=memo)
        found = merged_again(kept, entries, known, load, names=names, language=language, similar=similar, encode=encode)
        if found is None:
            return None
        keep(found.kept, found.entries)
        turns = [(_when(one), place) for one, place in zip(found.entries, places_of(found.kept), strict=True)]
        return tuple(found.entries[at] for at in sorted(range(len(turns)), key=turns.__getitem__))


def selected(entries: Iterable[Entry], length: Length) -> list[Entry]:
    """The entries that an editor would publish in a timeline of a given length.

    Args:
        entries: All entries; an entry without a weight counts as 0.
        length: The length, which sets the least weight of a published entry.

    Returns:
        The published entries, in their order.
    """
    enough = least(length)
    return [one for one in entries if (one.weight or 0.0) >= enough]


def _when(one: Entry) -> tuple[bool, int, bool, int]:
    """The sort key of an entry: its beginning (its end where the beginning is open), undated entries last."""
    interval = one.interval
    if interval is None:
        return (True, 0, False, 0)
    begin = interval.begin if interval.begin is not None else end_of(interval)
    return (False, begin, interval.begin is not None, interval.end if interval.end is not None else begin)


def _place(one: EventMention) -> tuple[int, str, int, int]:
    """The sort key of a mention: by publication, then by position in the text, the lead first."""
    return (one.topic.published, one.topic.article.id, one.event.span.start, one.event.trigger.start)
