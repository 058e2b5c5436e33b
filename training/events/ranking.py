"""Trains the models that choose events and their dates: `timeline/events/ranking/fr.npz`.

    python -m training.events.ranking GOLD_FOLDER [--seed N] [--curve] [--write]

Reads the part `train` of the annotated articles (`docs/guidelines.md`), parses them with the packaged pipeline, and
fits the models of `timeline.events.ranking`. The printed figures are of a fivefold cross-validation by month: articles
of one month are never in the training set and in the test set at once. A model that is trained on another model's
scores gets those of a model that was not trained on the article. `--write` then fits on all articles. Same input, same
bytes: the articles are those of `training.press`, pinned by `press.sha256`; others are refused unless
`--unpinned` is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.events.boosting import Boosted
from timeline.events.ranking import rank as ranking
from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.model import Ranker, to_bytes
from timeline.events.ranking.rank import ConsideredCandidates, Ranked
from timeline.events.ranking.words import WordWeights
from training.events import ranking_report, ranking_trees, word_model
from training.events.arguments import PIN, digest
from training.events.examples import Example, folds, parsed

FOLDS, INNER_FOLDS = 5, 4
CUT = -2.9
"""The log odds of its words below which a candidate is not considered."""
SIZES = {"dates": 300, "right": 400}
CURVE = (50, 100, 200, 400)


# --- fitting ----------------------------------------------------------------------------------------------------------

Results = dict[int, Any]
"""The results of a model, by the numbers of the articles."""


def stacked(
    examples: Sequence[Example],
    training: Sequence[int],
    fit: Callable[[Sequence[int]], Any],
    predict: Callable[[Any, int], Any],
) -> tuple[Any, Results]:
    """A model of all training articles, and for each article the results of a model that was not trained on it."""
    inner = folds([examples[number] for number in training], INNER_FOLDS)
    results: Results = {}
    for fold in range(INNER_FOLDS):
        rest = [number for number, one in zip(training, inner, strict=True) if one != fold]
        model = fit(rest)
        results.update({n: predict(model, n) for n, one in zip(training, inner, strict=True) if one == fold})
    return fit(training), results


def fit(examples: Sequence[Example], training: Sequence[int], seed: int = 1) -> Ranker:
    """The models, fitted on the articles with the given numbers."""
    words, scores = stacked(
        examples, training, lambda some: _words(examples, some), lambda m, n: _scores(m, examples[n])
    )
    seen = {number: chosen(examples[number], scores[number]) for number in training}
    dates, chances = stacked(
        examples,
        training,
        lambda some: _dates(examples, seen, some, seed),
        lambda m, n: ranking.date_probabilities(seen[n], m),
    )
    training = [number for number in training if seen[number].numbers]
    rows = np.concatenate([ranking.candidate_rows(seen[number], chances[number]) for number in training])
    right = np.concatenate([_right(examples[number], seen[number], chances[number]) for number in training])
    counts = np.array([examples[number].count_as_entry(at) for number in training for at in seen[number].numbers])
    return Ranker(
        vectors.load("fr"), words, CUT, dates, ranking_trees.classifier(rows, right, counts, SIZES["right"], seed)
    )


def _words(examples: Sequence[Example], some: Sequence[int]) -> WordWeights:
    words = [one for number in some for one in examples[number].words]
    labels = [label is not None for number in some for label in examples[number].labels]
    counts = [examples[number].count(at) for number in some for at in range(len(examples[number].labels))]
    classes = [one for number in some for one in examples[number].seen.classes]
    right = [one for number in some for one in examples[number].right]
    meanings = np.concatenate([examples[number].meanings for number in some])
    return word_model.fit(words, meanings, np.array(labels, dtype=float), np.array(counts), classes, right)


def _scores(model: WordWeights, one: Example) -> NDArray[np.float64]:
    return model.scores(one.words, one.meanings)


def chosen(one: Example, scores: NDArray[np.float64]) -> ConsideredCandidates:
    """The candidates of an article whose words score at least `CUT`."""
    numbers = np.flatnonzero(scores[:, 0] >= CUT).tolist()
    seen = one.seen
    some = ConsideredCandidates(
        one.facts,
        numbers,
        seen.scores[numbers],
        seen.rows[numbers],
        [seen.options[number] for number in numbers],
        [seen.option_rows[number] for number in numbers],
        [seen.classes[number] for number in numbers],
    )
    return ranking.with_scores(some, scores[numbers])


def _dates(
    examples: Sequence[Example], seen: dict[int, ConsideredCandidates], some: Sequence[int], seed: int
) -> Boosted:
    """The forest of datings, fitted on the candidates that report a gold event and have one of its dates as option."""
    rows, labels = [], []
    for number in some:
        for candidate, part in zip(seen[number].numbers, seen[number].option_rows, strict=True):
            right = examples[number].right[candidate]
            if right.any():
                rows.append(part)
                labels.append(right)
    sizes = [len(one) for one in labels]
    return ranking_trees.ranker(np.concatenate(rows), np.concatenate(labels).astype(float), sizes, SIZES["dates"], seed)


def _right(one: Example, seen: ConsideredCandidates, chances: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """For each candidate, whether it reports a gold event and its likeliest date is right."""
    found = []
    for number, date in zip(seen.numbers, ranking.best_days(seen, chances), strict=True):
        label = one.labels[number]
        found.append(label is not None and date in one.days(label))
    return np.array(found, dtype=float)


# --- the command ------------------------------------------------------------------------------------------------------


def cross_validated(examples: Sequence[Example], seed: int = 1) -> dict[int, tuple[Ranked, ...]]:
    """The candidates of each article, ranked by models that were trained on no article of its month."""
    outer = folds(examples, FOLDS)
    found = {}
    for fold in range(FOLDS):
        model = fit(examples, [number for number, one in enumerate(outer) if one != fold], seed)
        for number, one in enumerate(outer):
            if one == fold:
                found[number] = ranking.rank(examples[number].facts, model)
    return found


def curve(examples: Sequence[Example], seed: int) -> None:
    """Prints the scores of one test fold for models of 50, 100, 200, 400 and all the other articles."""
    outer = folds(examples, FOLDS)
    tested = [number for number, one in enumerate(outer) if one == 0]
    order = np.random.default_rng(seed).permutation([number for number, one in enumerate(outer) if one != 0]).tolist()
    some = [examples[number] for number in tested]
    print("articles  dates  timeline F1 (from the best threshold)")
    for count in (*(count for count in CURVE if count < len(order)), len(order)):
        model = fit(examples, sorted(order[:count]), seed)
        ranked = {at: ranking.rank(one.facts, model) for at, one in enumerate(some)}
        dates, best = ranking_report.summary(some, ranked)
        print(f"{count:8}  {dates:.3f}  {best:.3f}")


def main(arguments: Sequence[str]) -> int:
    """Fits the models, prints their scores, and writes them on request."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder with gold/ID.json, text/ID.txt and splits.json")
    parser.add_argument("--unpinned", action="store_true", help="learn from other articles than the pinned ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--curve", action="store_true", help="print the learning curve")
    parser.add_argument("--no-check", action="store_true", help="do not cross-validate")
    parser.add_argument("--write", action="store_true", help="write the model into the package")
    options = parser.parse_args(arguments)
    if not options.unpinned and digest(options.folder) != PIN.read_text(encoding="utf-8").strip():
        print(f"{options.folder}: not the articles that training/press/{PIN.name} pins", file=sys.stderr)
        return 1
    examples = parsed(options.folder)
    print(f"{len(examples)} articles")
    if options.curve:
        curve(examples, options.seed)
    if not options.no_check:
        ranking_report.report(examples, cross_validated(examples, options.seed))
    if options.write:
        path = Path(str(files("timeline.events.ranking").joinpath("fr.npz")))
        path.write_bytes(to_bytes(fit(examples, range(len(examples)), options.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
