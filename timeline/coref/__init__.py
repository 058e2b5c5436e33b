"""One event, many articles: from what each article says to the entries of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.coref.features.memo import Columns, PairMemo
from timeline.coref.meaning import DIMENSIONS, Encode, encode, let_go
from timeline.coref.merging import columns
from timeline.coref.merging.articles import Corpus
from timeline.coref.merging.columns import Kept
from timeline.coref.merging.update import Merge, merge_corpus
from timeline.coref.names.canonical import Names, Naming, slug
from timeline.coref.names.names_file import parse_names
from timeline.coref.selection.candidates import each_told_once
from timeline.coref.selection.model import least
from timeline.coref.topic import Chosen, LeftOut, OffTopic, TopicFilter, choose, on_topic, touches
from timeline.model import Annotated, Entry, Length

__all__ = [
    "DIMENSIONS",
    "Chosen",
    "Columns",
    "Corpus",
    "Encode",
    "Kept",
    "LeftOut",
    "Merge",
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
    "merge_corpus",
    "on_topic",
    "parse_names",
    "parted",
    "selected",
    "slug",
    "touches",
]


def merge(
    annotated: Sequence[Annotated],
    *,
    names: Names | None = None,
    about: TopicFilter | None = None,
    language: str = "fr",
    length: Length = Length.NORMAL,
    encode: Encode = encode,
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

    Returns:
        One entry for each event, in order of date; none that the length leaves out.
    """
    about = about or TopicFilter()
    on_the_topic = {one.article.id: one for one in on_topic(annotated, replace(about, period=None), encode)}
    corpus = Corpus.of(
        (one.article for one in on_the_topic.values()), on_the_topic.__getitem__, names=names, encode=encode
    )
    entries = merge_corpus(corpus, language=language).in_order()
    return tuple(selected((one for one in entries if touches(one.interval, about.period)), length))


def selected(entries: Iterable[Entry], length: Length) -> list[Entry]:
    """The entries that an editor would publish in a timeline of a given length.

    Several unlikely events of one sentence may have its words as their title: see `candidates.each_told_once`.

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
    for one in each_told_once(entries):
        (chosen if (one.weight or 0.0) >= enough else others).append(one)
    return tuple(chosen), tuple(others)
