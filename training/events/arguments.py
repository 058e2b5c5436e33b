"""Fits the models of the participants, the places and the factuality of an event.

    python -m training.events.arguments GOLD_FOLDER [--write]

GOLD_FOLDER holds `gold/<id>.json`, `text/<id>.txt` and `splits.json` (see `docs/guidelines.md`); only the articles of
its part `train` are used: those of `training.press`, pinned by `press.sha256`; others are refused unless `--unpinned`
is given. The events and their dates are those of the packaged model of `training.events.ranking`, as in the product: a
model fitted on the dates of the rules got one status in fifty more wrong. The printed figures are cross-validated by
month. `--write` then fits on all articles and writes the packaged models. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.events import arguments
from timeline.events.arguments import choose, geography, name_weights
from timeline.events.arguments.geography.relations import MODEL as RELATIONS
from timeline.events.arguments.geography.relations import ArticleGeography
from timeline.events.arguments.refine import Drafted
from timeline.events.extraction import extract_with
from timeline.events.ranking import model as ranking
from timeline.events.ranking.prepare import prepare
from timeline.events.word_weights import to_bytes
from timeline.model import Article, Event, Sentence
from timeline.timex import normalise, recognise
from training import boosting, press
from training.events import name_words, place_relations, status
from training.events.name_words import Described
from training.events.names_alike import right
from training.events.place_relations import JudgedPlaces
from training.events.status import StatusExample

PIN = Path(press.__file__).with_name("press.sha256")
FOLDS = 6
NO_HEADLINE = 2.0
"""A salience that no event has, so that no headline is written."""
ROUNDS = 400
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45)
DRAWS = 1000
"""How many samples of articles an interval is drawn from."""

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article, and its events as the file holds them."""

    article: Article
    events: tuple[dict[str, Any], ...]

    @property
    def month(self) -> str:
        """Year and month of its day."""
        return f"{self.article.published:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated event that the product has found.

    It has a row for each name of the article with the name's words and whether that name is right, and its status.
    `fold` is that of the article; a reading without the headline (`shown` is not set) is used for training only.
    """

    fold: int
    article: str
    rows: Values
    words: tuple[tuple[str, ...], ...]
    people: tuple[bool, ...]
    places: tuple[bool, ...]
    geography: ArticleGeography
    status: StatusExample
    shown: bool


def read(folder: Path) -> list[Gold]:
    """The articles of the part `train`."""
    wanted = json.loads((folder / "splits.json").read_text(encoding="utf-8"))["train"]
    found = []
    for name in sorted(wanted):
        data = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        day = datetime.date.fromisoformat(data["dct"][:10])
        article = Article(id=name, path="", title=data["title"], published=day, text=text)
        found.append(Gold(article, tuple(data["events"])))
    return found


def digest(folder: Path) -> str:
    """The SHA-256 of the names and bytes of the part `train`, in the order of the names."""
    seen = hashlib.sha256()
    for name in sorted(json.loads((folder / "splits.json").read_text(encoding="utf-8"))["train"]):
        for path in (folder / "gold" / f"{name}.json", folder / "text" / f"{name}.txt"):
            seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


def examples(gold: Gold, sentences: tuple[Sentence, ...], fold: int, *, shown: bool) -> Iterator[Example]:
    """The annotated events of an article that share a word with an event of the product, with the product's dates.

    The article is read with its headline or without it.
    """
    article = gold.article if shown else replace(gold.article, title="")
    ranker = ranking.load("fr")
    if ranker is None:
        raise FileNotFoundError("the model of events (training.events.ranking) comes before this one")
    expressions = recognise.find(article.text, "fr")
    timexes = normalise.resolve(article.text, expressions, article.published, sentences, "fr").timexes
    drafted: list[Drafted] = []

    def keep(one: Drafted) -> list[Event]:
        drafted.append(one)
        return [event for _, _, event in one.events]

    extract_with(ranker, prepare(article, sentences, timexes), refiner=keep, keep=NO_HEADLINE)
    for each in drafted:
        yield from _examples(each, gold.events, fold, shown=shown)


def _examples(drafted: Drafted, marked: Sequence[dict[str, Any]], fold: int, *, shown: bool) -> Iterator[Example]:
    seen = choose.table(drafted.context, drafted.entities, drafted.story, drafted.trees)
    if not seen.candidates:
        return
    asked = drafted.queries()
    rows = list(choose.rows(seen, drafted.context, drafted.entities, asked, drafted.main_referents))
    always, said = choose.described(seen, drafted.context, asked)
    words = [[(*names, *pair) for names, pair in zip(always, one, strict=True)] for one in said]
    names = [candidate.name for candidate in seen.candidates]
    where = choose.geography_of(seen, drafted.entities)
    for number, event in _pairs([one.mention for one in asked], marked):
        one = asked[number]
        yield Example(
            fold,
            drafted.context.article.id,
            rows[number],
            tuple(tuple(map(sys.intern, one)) for one in words[number]),
            right(event["actors"], names),
            right(event["places"], names),
            where,
            status.example(drafted.context, one.mention, one.dating, event["factuality"]),
            shown,
        )


def _pairs(found: Sequence[Any], marked: Sequence[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each annotated event with the number of the mention that stands on its word: the one that begins nearest."""
    taken: set[int] = set()
    for event in marked:
        start, end = event["trigger_start"], event["trigger_end"]
        near = [n for n, one in enumerate(found) if one.span.start < end and start < one.span.end and n not in taken]
        if near:
            best = min(near, key=lambda number: abs(found[number].span.start - start))
            taken.add(best)
            yield best, event


def all_examples(articles: Sequence[Gold]) -> list[Example]:
    """The examples of all articles, each read with its headline and without it, as many in an archive have none."""
    months = sorted({gold.month for gold in articles})
    texts = [gold.article.text for gold in articles]
    found: list[Example] = []
    for gold, sentences in zip(articles, nlp.read(nlp.load("fr"), texts), strict=True):
        fold = months.index(gold.month) % FOLDS
        for shown in (True, False):
            found += examples(gold, sentences, fold, shown=shown)
    return found


def _described(some: Sequence[Example]) -> Described:
    labels = [[one.people, one.places] for one in some]
    return Described(
        [pair for one in some for pair in one.words], np.concatenate([np.array(both).T for both in labels])
    )


def _table(
    some: Sequence[Example], scores: Values, label: Callable[[Example], Sequence[bool]]
) -> tuple[Values, Values]:
    """The rows of some examples, with the scores of their words, and their labels."""
    rows, start = [], 0
    for one in some:
        rows.append(choose.with_words(one.rows, scores[start : start + len(one.rows)]))
        start += len(one.rows)
    return np.concatenate(rows), np.array([value for one in some for value in label(one)], dtype=float)


def _fit(known: Sequence[tuple[Values, Values]]) -> lightgbm.Booster:
    """The model of some tables of rows and labels."""
    rows, labels = (np.concatenate(both) for both in zip(*known, strict=True))
    return boosting.fit(rows, labels, ROUNDS)


def _statuses(found: Sequence[Example]) -> status.Folds:
    """What the models of the status learn from."""
    return {fold: [one.status for one in found if one.fold == fold and one.shown] for fold in range(FOLDS)}


LABELS: dict[str, Callable[[Example], Sequence[bool]]] = {
    "people": lambda one: one.people,
    "places": lambda one: one.places,
}


def cross_validated(found: Sequence[Example]) -> list[JudgedPlaces]:
    """Prints precision and recall of names over thresholds, and the share of right statuses.

    Returns:
        The events with the log odds that models give which have not seen the article.
    """
    folds = {fold: [one for one in found if one.fold == fold] for fold in range(FOLDS)}
    described = {fold: _described(some) for fold, some in folds.items()}
    scores, twice = name_words.held_out(described), name_words.held_out_twice(described)
    events = [one for some in folds.values() for one in some if one.shown]
    odds: dict[str, list[Values]] = {kind: [] for kind in LABELS}
    for kind, label in LABELS.items():
        for fold, aside in folds.items():
            known = [_table(folds[other], twice[fold, other], label) for other in folds if other != fold]
            model = _fit(known)
            rows, _ = _table(aside, scores[fold], label)
            ends = np.cumsum([len(one.rows) for one in aside])[:-1]
            found_odds = np.split(model.predict(rows, raw_score=True), ends)
            odds[kind] += [each for each, one in zip(found_odds, aside, strict=True) if one.shown]
        _print_figures(kind, odds[kind], events)
    judged = [
        JudgedPlaces(one.fold, places, people, np.array(one.places), one.geography)
        for one, places, people in zip(events, odds["places"], odds["people"], strict=True)
    ]
    print("places, corrected by the countries of the others:")
    _print_figures("places", place_relations.held_out(judged), events)
    status.cross_validate(_statuses(found))
    return judged


def _print_figures(kind: str, odds: Sequence[Values], events: Sequence[Example]) -> None:
    """Prints the figures of the names that are chosen over thresholds."""
    right_ones = np.array([value for one in events for value in LABELS[kind](one)])
    articles = [one.article for one in events for _ in one.rows]
    for least in THRESHOLDS:
        taken = np.concatenate(odds) >= math.log(least / (1 - least))
        print(f"{kind} from {least}: {_figures(taken, right_ones, articles)}")


def _figures(taken: Values, right: Values, articles: Sequence[str]) -> str:
    """Precision, recall and F1 with its 95 % bootstrap interval over articles."""
    _, owner = np.unique(articles, return_inverse=True)
    counts = np.column_stack([np.bincount(owner, weights=each) for each in (taken & right, taken, right)])
    drawn = np.random.default_rng(1).integers(0, len(counts), (DRAWS, len(counts)))
    hits, given, wanted = counts.sum(axis=0)
    sums = counts[drawn].sum(axis=1)
    low, high = np.percentile(2 * sums[:, 0] / (sums[:, 1] + sums[:, 2]), (2.5, 97.5))
    f1 = 2 * hits / (given + wanted)
    return f"precision {hits / given:.3f}, recall {hits / wanted:.3f}, F1 {f1:.3f} ({low:.3f} to {high:.3f})"


def write(found: Sequence[Example], judged: Sequence[JudgedPlaces]) -> None:
    """Fits on all examples, and on what cross-validation says of their places, and writes the packaged models.

    The trees learn from scores of linear models that have not seen the article's fold: those of the shipped one would
    be too sure.
    """
    home = Path(next(iter(arguments.__path__)))
    packed = place_relations.packed(judged)
    Path(next(iter(geography.__path__))).joinpath(RELATIONS).write_bytes(packed)
    print(f"relations: {len(packed)} bytes")
    folds = {fold: [one for one in found if one.fold == fold] for fold in range(FOLDS)}
    described = {fold: _described(some) for fold, some in folds.items()}
    linear = to_bytes(name_words.fit(described))
    home.joinpath(name_weights.MODEL).write_bytes(linear)
    print(f"words: {len(linear)} bytes")
    scores = name_words.held_out(described)
    for (kind, label), name in zip(LABELS.items(), choose.MODELS, strict=True):
        known = [_table(some, scores[fold], label) for fold, some in folds.items()]
        model = _fit(known)
        packed = boosting.packed(model, choose.COLUMNS)
        home.joinpath(name).write_bytes(packed)
        print(f"{kind}: {len(packed)} bytes")
    status.write(_statuses(found))


def main(given: list[str] | None = None) -> int:
    """Checks the corpus, reads it, fits the models, prints their scores, and writes them on request."""
    parser = argparse.ArgumentParser(
        prog="python -m training.events.arguments", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="the annotated articles")
    parser.add_argument("--write", action="store_true", help="write the packaged models")
    parser.add_argument("--unpinned", action="store_true", help="learn from other bytes than the pinned ones")
    options = parser.parse_args(given)
    if not options.unpinned and digest(options.folder) != PIN.read_text(encoding="utf-8").strip():
        print(f"{options.folder}: not the articles that training/press/{PIN.name} pins", file=sys.stderr)
        return 1
    found = all_examples(read(options.folder))
    judged = cross_validated(found)
    if options.write:
        write(found, judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
