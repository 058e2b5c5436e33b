"""The evaluation's report: scores and baselines, calibration, faults of headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from timeline.evaluation.baselines import BASELINES
from timeline.evaluation.bootstrap import interval
from timeline.evaluation.gold import GoldArticle, read
from timeline.evaluation.headline_faults import faults
from timeline.evaluation.matching import is_exact, match
from timeline.evaluation.scores import Scores, counted, score, total
from timeline.model import Annotated, Article, Event

_BANDS = 5
_LABELS = {
    "precision": "events: precision",
    "recall_must": "events: recall, salience 3",
    "recall_should": "events: recall, salience 2 and 3",
    "date_exact": "dates exact, of matched",
    "date_overlap": "dates overlapping, of matched",
    "status": "status right, of matched",
    "trigger": "trigger shared, of matched",
    "titles": "headlines: chrF",
    "people_precision": "people: precision",
    "people": "people: recall",
    "places_precision": "places: precision",
    "places": "places: recall",
    "timeline_precision": "timeline: precision",
    "timeline_recall": "timeline: recall",
    "timeline_f1": "timeline F1",
}


@dataclass(frozen=True, slots=True)
class Band:
    """Events whose confidence lies in one band: how many, their mean confidence, how many are right."""

    low: float
    high: float
    count: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The outcome of an evaluation.

    `systems` maps a name to its scores, ours first; `headline_faults` counts by kind; `interval` is the 95 % bootstrap
    interval of our timeline F1.
    """

    articles: int
    events: int
    predicted: int
    systems: Mapping[str, Scores]
    by_genre: Mapping[str, Scores]
    bands: tuple[Band, ...]
    headline_faults: Mapping[str, int]
    interval: tuple[float, float] = (0.0, 0.0)

    @property
    def scores(self) -> Scores:
        """The scores of our system."""
        return next(iter(self.systems.values()))

    def table(self) -> str:
        """The report in plain text, for a terminal."""
        head = f"articles: {self.articles}; events annotated: {self.events}; events kept: {self.predicted}"
        low, high = self.interval
        sure = f"timeline F1 {self.scores.timeline_f1:.3f}; 95 % interval {low:.3f} to {high:.3f} (bootstrap)"
        return "\n\n".join([head, self._systems(), sure, self._genres(), self._reliability(), self._headlines()])

    def __str__(self) -> str:
        return self.table()

    def _systems(self) -> str:
        names = list(self.systems)
        rows = [["", *names]]
        for field in fields(Scores):
            rows.append([_LABELS[field.name], *(f"{getattr(self.systems[name], field.name):.3f}" for name in names)])
        return _aligned(rows)

    def _genres(self) -> str:
        rows = [["genre", "precision", "recall 2-3", "dates", "timeline F1"]]
        for genre, scores in self.by_genre.items():
            values = (scores.precision, scores.recall_should, scores.date_exact, scores.timeline_f1)
            rows.append([genre, *(f"{value:.2f}" for value in values)])
        return _aligned(rows)

    def _reliability(self) -> str:
        rows = [["confidence", "events", "said", "right"]]
        for band in self.bands:
            rows.append(
                [f"{band.low:.1f} to {band.high:.1f}", str(band.count), f"{band.said:.2f}", f"{band.right:.2f}"]
            )
        return _aligned(rows)

    def _headlines(self) -> str:
        rows = [["faults of headlines", str(sum(self.headline_faults.values()))]]
        return _aligned([*rows, *([name, str(count)] for name, count in self.headline_faults.items())])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    )
    return "\n".join("  ".join(line).rstrip() for line in lines)


def evaluate(folder: Path, annotate: Callable[[Article], Annotated]) -> EvaluationReport:
    """Annotates the articles of a folder and compares the result with the gold annotation.

    Args:
        folder: The gold folder.
        annotate: Returns, for an article, the events that a timeline would keep.

    Returns:
        The scores of time expressions and events, also by genre, and those of naive systems beside them.

    Raises:
        OSError: A file cannot be read.
        ValueError: A gold file is not in the format (see `gold.read`).
    """
    pairs = [(gold, annotate(gold.article)) for gold in read(folder)]
    ours = [(gold, annotated.events) for gold, annotated in pairs]
    naive = {name: score((gold, rule(annotated)) for gold, annotated in pairs) for name, rule in BASELINES.items()}
    counts = Counter(fault for _, events in ours for event in events for fault in faults(event))
    return EvaluationReport(
        articles=len(pairs),
        events=sum(len(gold.events) for gold, _ in pairs),
        predicted=sum(len(events) for _, events in ours),
        systems={"timeline": score(ours), **naive},
        by_genre=_by_genre(ours),
        bands=reliability(ours),
        headline_faults=dict(sorted(counts.items())),
        interval=interval(counted(ours), lambda drawn: total(drawn).timeline_f1),
    )


def _by_genre(pairs: Sequence[tuple[GoldArticle, Sequence[Event]]]) -> Mapping[str, Scores]:
    genres = sorted({gold.genre for gold, _ in pairs})
    return {genre: score(pair for pair in pairs if pair[0].genre == genre) for genre in genres}


def reliability(pairs: Iterable[tuple[GoldArticle, Sequence[Event]]]) -> tuple[Band, ...]:
    """The share of events that are right (an annotated event, exactly dated), by bands of their confidence."""
    claims = [claim for gold, events in pairs for claim in _claims(gold, events)]
    bands = (_band(claims, number / _BANDS, (number + 1) / _BANDS) for number in range(_BANDS))
    return tuple(band for band in bands if band.count)


def _claims(gold: GoldArticle, events: Sequence[Event]) -> list[tuple[float, bool]]:
    right = {id(found.event) for found in match(gold.events, events) if is_exact(found.event.date, found.gold.dates)}
    return [(event.confidence, id(event) in right) for event in events]


def _band(claims: Sequence[tuple[float, bool]], low: float, high: float) -> Band:
    inside = [(said, right) for said, right in claims if low <= said < high or (high == 1.0 and said == 1.0)]
    count = len(inside)
    said = sum(value for value, _ in inside) / count if count else 0.0
    return Band(low, high, count, said, sum(right for _, right in inside) / count if count else 0.0)
