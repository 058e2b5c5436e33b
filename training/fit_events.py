"""Fits the weights of the events room: how much an event matters, and how sure it is.

    python training/fit_events.py GOLD_FOLDER... [--write]

Reads annotated articles (`docs/guidelines.md`), takes the features of every candidate event
(`timeline.events.weight`), and fits two logistic models with an L2 penalty by Newton's method: is the candidate an
annotated event, and is its date right as well. The figures printed are of tenfold cross-validation over articles;
`--write` then fits on all of them and writes
`timeline/events/weights.json`. Same input, same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline import events, nlp
from timeline.evaluation.gold import GoldArticle, read
from timeline.evaluation.matching import is_exact, match
from timeline.evaluation.scores import score
from timeline.model import Event, Sentence, Timex
from timeline.timex import normalise, recognise

FOLDS = 10
PENALTY = 3.0
RARE = 4
MAY_BE_KEPT = 0.6
"""What an event of salience 1 counts for beside one that must be kept."""

COMPANY = frozenset(events.company(0.5, [], []))
"""The features that need the others of the article."""

Read = tuple[GoldArticle, tuple[Sentence, ...], tuple[Timex, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: its features, whether it is an annotated event, whether its date is right too, what it counts."""

    features: dict[str, float]
    keep: bool
    right: bool
    count: float


def rows(gold: GoldArticle, found: Sequence[events.Candidate]) -> list[Row]:
    """The candidates of one article with their labels."""
    matches = {id(pair.event): pair.gold for pair in match(gold.events, [candidate.event for candidate in found])}
    result = []
    for candidate in found:
        marked = matches.get(id(candidate.event))
        right = marked is not None and is_exact(candidate.event.date, marked.dates)
        count = MAY_BE_KEPT if marked is not None and marked.salience == 1 else 1.0
        result.append(Row(dict(candidate.features), marked is not None, right, count))
    return result


def names(table: Iterable[Row]) -> list[str]:
    """The features that are not too rare to learn from."""
    counts: dict[str, int] = {}
    for row in table:
        for name in row.features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= RARE)


def fit(table: Sequence[Row], label: Callable[[Row], bool]) -> dict[str, object]:
    """The intercept and coefficients of one logistic model."""
    columns = names(table)
    x = np.array([[1.0, *(row.features.get(name, 0.0) for name in columns)] for row in table])
    y = np.array([float(label(row)) for row in table])
    found = _newton(x, y, np.array([row.count for row in table]))
    return {
        "intercept": round(float(found[0]), 4),
        "coefficients": {name: round(float(value), 4) for name, value in zip(columns, found[1:], strict=True)},
    }


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], count: NDArray[np.float64]) -> NDArray[np.float64]:
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (count * (y - p)) - penalty * beta
        hessian = (x.T * (count * p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def models(articles: Sequence[Read]) -> dict[str, dict[str, object]]:
    """The three models: first what a candidate is worth alone, then beside the others."""
    alone = fit(_table(articles, None), lambda row: row.keep)
    first = events.weights_from({"alone": alone, "keep": alone, "right": alone})
    table = _table(articles, first)
    return {"alone": alone, "keep": fit(table, lambda row: row.keep), "right": fit(table, lambda row: row.right)}


def _table(articles: Sequence[Read], weights: events.Weights | None) -> list[Row]:
    found: list[Row] = []
    for gold, sentences, timexes in articles:
        made = events.candidates(gold.article, sentences, timexes, weights=weights)
        seen = made if weights else [replace(c, features=_plain(c.features)) for c in made]
        found += rows(gold, seen)
    return found


def _plain(features: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in features.items() if name not in COMPANY}


def cross_validated(articles: Sequence[Read]) -> list[tuple[GoldArticle, tuple[Event, ...]]]:
    """The events of each article by weights that have not seen it; the folds deal the articles out in turn."""
    found = []
    for fold in range(FOLDS):
        model = events.weights_from(models([item for number, item in enumerate(articles) if number % FOLDS != fold]))
        for number, (gold, sentences, timexes) in enumerate(articles):
            if number % FOLDS == fold:
                made = events.candidates(gold.article, sentences, timexes, weights=model)
                found.append((gold, tuple(candidate.event for candidate in made)))
    return found


def read_all(folders: Iterable[Path]) -> list[Read]:
    """The articles of the folders, read by the pipeline."""
    pipeline = nlp.load("fr")
    articles = [gold for folder in folders for gold in read(folder)]
    found: list[Read] = []
    for gold, sentences in zip(articles, nlp.read(pipeline, [gold.article.text for gold in articles]), strict=True):
        text = gold.article.text
        resolved = normalise.resolve(text, recognise.find(text, "fr"), gold.article.published, sentences, "fr")
        found.append((gold, sentences, resolved.timexes))
    return found


def main(arguments: Sequence[str]) -> int:
    """Fits, prints, writes."""
    articles = read_all(Path(argument) for argument in arguments if not argument.startswith("--"))
    report(cross_validated(articles))
    if "--write" in arguments:
        data = models(articles)
        path = Path(events.__file__).with_name("weights.json")
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def report(found: Sequence[tuple[GoldArticle, tuple[Event, ...]]]) -> None:
    """The scores over thresholds."""
    print("threshold  precision  salience 3  2 and 3  dates  timeline F1")
    for hundredth in range(20, 65, 5):
        keep = hundredth / 100
        kept = [(gold, tuple(event for event in made if event.weight >= keep)) for gold, made in found]
        s = score(kept)
        values = (s.precision, s.recall_must, s.recall_should, s.date_exact, s.timeline_f1)
        print(f"{keep:9.2f}  " + "  ".join(f"{value:9.3f}" for value in values))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
