"""A grouping of events without any entry, its pairwise scores and B³, and the head-lemma baseline to compare with."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from timeline.calendar import edtf
from timeline.coref.copies import copies
from timeline.coref.meaning import encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.merging.placing import clusters
from timeline.coref.names.canonical import Names
from timeline.languages.folding import fold
from timeline.model import Annotated, Event

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def pairs(groups: Iterable[Iterable[Item]]) -> set[frozenset[Item]]:
    """All pairs of items that belong to one group."""
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def pairwise(gold: Iterable[Iterable[Item]], found: Iterable[Iterable[Item]]) -> Score:
    """Precision and recall over the pairs of items that are in one group.

    Args:
        gold: The true groups.
        found: The groups to score.

    Returns:
        The score; 1.0 where there is no pair to find, or none was found.
    """
    wanted, got = pairs(gold), pairs(found)
    right = len(wanted & got)
    return Score(right / len(got) if got else 1.0, right / len(wanted) if wanted else 1.0)


def b_cubed(gold: Sequence[Sequence[Item]], found: Sequence[Sequence[Item]]) -> Score:
    """B³ (Bagga and Baldwin 1998): the overlap of each item's two groups, averaged over the items.

    Args:
        gold: The true groups.
        found: The groups to score, of the same items.
    """
    true_group = {item: frozenset(group) for group in gold for item in group}
    found_group = {item: frozenset(group) for group in found for item in group}
    shared = {item: len(true_group[item] & found_group[item]) for item in true_group}
    count = len(shared) or 1
    precision = sum(shared[item] / len(found_group[item]) for item in shared) / count
    recall = sum(shared[item] / len(true_group[item]) for item in shared) / count
    return Score(precision, recall)


def head_lemma(events: Iterable[Event]) -> list[list[Event]]:
    """The baseline, which is hard to beat: events with one trigger lemma and one date are one event."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        groups.setdefault((fold(event.lemma), edtf(event.date) if event.date else event.id), []).append(event)
    return list(groups.values())


def grouped(in_order: Sequence[Annotated], names: Names) -> list[list[EventMention]]:
    """The mentions of all articles, grouped by event.

    Args:
        in_order: The annotations of the articles, in the order of publication.
        names: A person's orders about the names of people and places.

    Returns:
        One list of mentions for each event, in the order of their first mentions.
    """
    copied = copies([one.article for one in in_order])
    number = {identity: place for place, identity in enumerate(dict.fromkeys(copied.values()))}
    aliases = names.aliases()
    mentions = (
        mention for one in in_order for mention in mentions_of(one, number[copied[one.article.id]], aliases, encode)
    )
    return clusters(mentions)
