"""Counts what was found, kept, dated and qualified correctly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.chrf import chrf
from timeline.evaluation.gold import GoldArticle
from timeline.evaluation.matching import Match, is_exact, match, overlaps, words
from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one system. All are between 0 and 1.

    `timeline_f1` counts an event as right where it is found and exactly dated: `timeline_precision` over all
    predictions, `timeline_recall` over the events of salience 2 and 3. `trigger` is the share of matched pairs with the
    same trigger, `titles` the chrF between our headline and the annotator's. The recall of names is over the annotated
    names of matched events, the precision over the predicted ones.
    """

    precision: float
    recall_must: float
    recall_should: float
    date_exact: float
    date_overlap: float
    status: float
    trigger: float
    titles: float
    people_precision: float
    people: float
    places_precision: float
    places: float
    timeline_precision: float
    timeline_recall: float
    timeline_f1: float


def score(pairs: Iterable[tuple[GoldArticle, Sequence[Event]]]) -> Scores:
    """The scores of the events predicted for some articles.

    Args:
        pairs: Each gold article with the events predicted for it.

    Returns:
        The scores over all articles together.
    """
    return total(counted(pairs))


def counted(pairs: Iterable[tuple[GoldArticle, Sequence[Event]]]) -> list[Counter[str]]:
    """Counts the events of each article that were found, dated and qualified correctly.

    Args:
        pairs: Each gold article with the events predicted for it.

    Returns:
        The counts of each article, which `total` adds up.
    """
    return [_counts(gold, events) for gold, events in pairs]


def total(counts: Iterable[Counter[str]]) -> Scores:
    """Adds up counts and computes the scores.

    Args:
        counts: The counts of each article, from `counted`.

    Returns:
        The scores over all articles together.
    """
    added: Counter[str] = Counter()
    for one in counts:
        added.update(one)
    return _scores(added)


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
        counts["trigger"] += found.gold.trigger.overlaps(found.event.expression or found.event.trigger)
        counts["titles, in thousandths"] += round(1000 * chrf(found.event.title, found.gold.summary))
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
        want = [words(name) for name in wanted]
        counts[f"{kind} given"] += len(given)
        counts[f"{kind} found"] += sum(any(one & other for other in have) for one in want)
        counts[f"{kind} right"] += sum(any(one & other for other in want) for one in have)
    return counts


def _scores(counts: Counter[str]) -> Scores:
    wanted = counts["gold 2"] + counts["gold 3"]
    precision = share(counts["exact"], counts["predicted"])
    recall = share(counts["exact and wanted"], wanted)
    return Scores(
        precision=share(counts["matched"], counts["predicted"]),
        recall_must=share(counts["found 3"], counts["gold 3"]),
        recall_should=share(counts["found 2"] + counts["found 3"], wanted),
        date_exact=share(counts["exact"], counts["matched"]),
        date_overlap=share(counts["overlap"], counts["matched"]),
        status=share(counts["status"], counts["matched"]),
        trigger=share(counts["trigger"], counts["matched"]),
        titles=share(counts["titles, in thousandths"] / 1000, counts["matched"]),
        people_precision=share(counts["people right"], counts["people given"]),
        people=share(counts["people found"], counts["people wanted"]),
        places_precision=share(counts["places right"], counts["places given"]),
        places=share(counts["places found"], counts["places wanted"]),
        timeline_precision=precision,
        timeline_recall=recall,
        timeline_f1=share(2 * precision * recall, precision + recall),
    )


def share(part: float, whole: float) -> float:
    """`part / whole`; 0 of nothing."""
    return part / whole if whole else 0.0
