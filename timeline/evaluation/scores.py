"""Counting: what was found, kept, dated and qualified rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.gold import GoldArticle
from timeline.evaluation.matching import Match, is_exact, match, overlaps, words
from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one system. All are between 0 and 1.

    `timeline_f1` counts an event as right where it is found and exactly dated: precision over all predictions,
    recall over the events of salience 2 and 3.
    """

    precision: float
    recall_must: float
    recall_should: float
    date_exact: float
    date_overlap: float
    status: float
    people: float
    places: float
    timeline_f1: float


def score(pairs: Iterable[tuple[GoldArticle, Sequence[Event]]]) -> Scores:
    """The scores of the events predicted for each article."""
    counts: Counter[str] = Counter()
    for gold, events in pairs:
        counts.update(_counts(gold, events))
    return _scores(counts)


def _counts(gold: GoldArticle, events: Sequence[Event]) -> Counter[str]:
    counts: Counter[str] = Counter(predicted=len(events))
    for event in gold.events:
        counts[f"gold {event.salience}"] += 1
    for found in match(gold.events, events):
        exact = is_exact(found.event.date, found.gold.dates)
        counts["matched"] += 1
        counts[f"found {found.gold.salience}"] += 1
        counts["exact"] += exact
        counts["exact and wanted"] += exact and found.gold.salience >= 2
        counts["overlap"] += overlaps(found.event.date, found.gold.dates)
        counts["status"] += found.event.status is found.gold.status
        counts.update(_names(found))
    return counts


def _names(found: Match) -> Counter[str]:
    counts: Counter[str] = Counter()
    sides = {
        "people": (found.gold.people, [name.canonical for name in found.event.people]),
        "places": (found.gold.places, [name.canonical for name in found.event.places]),
    }
    for kind, (wanted, given) in sides.items():
        have = [words(name) for name in given]
        counts[f"{kind} wanted"] += len(wanted)
        counts[f"{kind} found"] += sum(any(words(name) & other for other in have) for name in wanted)
    return counts


def _scores(counts: Counter[str]) -> Scores:
    wanted = counts["gold 2"] + counts["gold 3"]
    precision = _share(counts["exact"], counts["predicted"])
    recall = _share(counts["exact and wanted"], wanted)
    return Scores(
        precision=_share(counts["matched"], counts["predicted"]),
        recall_must=_share(counts["found 3"], counts["gold 3"]),
        recall_should=_share(counts["found 2"] + counts["found 3"], wanted),
        date_exact=_share(counts["exact"], counts["matched"]),
        date_overlap=_share(counts["overlap"], counts["matched"]),
        status=_share(counts["status"], counts["matched"]),
        people=_share(counts["people found"], counts["people wanted"]),
        places=_share(counts["places found"], counts["places wanted"]),
        timeline_f1=_share(2 * precision * recall, precision + recall),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
