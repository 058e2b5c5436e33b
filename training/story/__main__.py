"""`python -m training.story CORPUS`: fits the similarity of mentions and the selection of events, prints and writes.

CORPUS is a folder with `news/` and `stories/`, annotated as `docs/guidelines.md` says. Each story is measured with
models that have not seen it, nor any of its articles; what is written is fitted on all of them.

`--kept DIR` keeps there what reading each article gave, so that a run that was cut off goes on, and one after a change
of `coref` alone reads nothing anew. `--dry` writes no model.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.coref.invented import told as invented_rows
from timeline import coref
from timeline.annotator import read_one
from timeline.coref.clustering import clusters
from timeline.coref.mentions import mentions_of
from timeline.coref.selection.model import Model as Selection
from timeline.coref.selection.model import weights
from timeline.coref.similarity import Model as Similarity
from timeline.evaluation.stories import GoldStory, StoryScores, score_stories
from timeline.model import Entry
from training.logistic import Floats
from training.story import pairs, select
from training.story.data import Told, news, stories, told
from training.story.kept import Kept

THRESHOLD = 0.55
"""The probability from which two mentions are of one event."""
LEAST = {"short": 0.35, "normal": 0.18, "full": 0.08}
"""The chance of being published from which each length keeps an event."""
MODELS = Path(coref.__file__).parent / "models"
Table = tuple[Floats, Floats, Floats]


@dataclass(frozen=True)
class Corpus:
    """What is learnt from: stories with their articles, the pairs of each, and the model of what news articles keep."""

    stories: Sequence[tuple[GoldStory, Sequence[Told]]]
    tables: Mapping[str, Table]
    mention: Selection


def read(folder: Path, kept: Kept) -> Corpus:
    """The corpus of a folder, as the product reads it."""
    whole = [(story, told(story.articles, kept.annotate, kept.encode)) for story in stories(folder / "stories")]
    of_stories = {its.gold.article.id for _, articles in whole for its in articles}
    others = told(news(folder / "news", without=of_stories), kept.annotate, kept.encode)
    tables = {story.name: pairs.table(pairs.of_story(articles)) for story, articles in whole}
    tables["news"] = pairs.table(pairs.of_news(others))
    tables["invented"] = pairs.table(pairs.of_invented(_invented()))
    return Corpus(whole, tables, select.of_articles(others))


def _invented() -> list[tuple[str, coref.mentions.Mention]]:
    folder = Path(__file__).parents[2] / "tests" / "coref"
    rows = [row for name in ("tellings.psv", "retellings.psv") for row in invented_rows(folder / name)]
    return [(row.event, mentions_of(row.annotated, number, {})[0]) for number, row in enumerate(rows)]


def fit(corpus: Corpus, without: str = "") -> tuple[Similarity, Selection]:
    """Both models, fitted on all but one story."""
    similar = pairs.fit([table for name, table in corpus.tables.items() if name != without], THRESHOLD)
    grouped = [
        select.grouped_story(story, articles, groups(articles, similar), corpus.mention)
        for story, articles in corpus.stories
        if story.name != without
    ]
    return similar, replace(select.of_stories(corpus.mention, grouped, [similar] * len(grouped)), least=LEAST)


def groups(articles: Sequence[Told], similar: Similarity) -> list[list[coref.mentions.Mention]]:
    """The events of some articles."""
    return clusters([mention for its in articles for mention in its.mentions], similar)


def held_out(corpus: Corpus) -> list[tuple[GoldStory, list[tuple[Entry, float]]]]:
    """For each story its entries with their chances, by models that have not seen it."""
    found = []
    for story, articles in corpus.stories:
        similar, selection = fit(corpus, without=story.name)
        made = groups(articles, similar)
        grouped = select.grouped_story(story, articles, made, selection)
        found.append((story, list(zip(grouped.entries, weights(made, selection, similar), strict=True))))
    return found


def scores(found: Sequence[tuple[GoldStory, list[tuple[Entry, float]]]], least: float) -> StoryScores:
    """The scores of the entries of at least that chance."""
    return score_stories((story, [entry for entry, chance in entries if chance >= least]) for story, entries in found)


def report(found: Sequence[tuple[GoldStory, list[tuple[Entry, float]]]]) -> None:
    """The scores over the chance from which an event is kept."""
    print("least  entries  precision  recall 3  recall  dated  story F1  repeats  mixed  pairs P  pairs R")
    for hundredth in (5, 8, 10, 12, 15, 18, 20, 22, 25, 30, 35, 40, 50):
        s = scores(found, hundredth / 100)
        shares = (s.precision, s.recall_must, s.recall, s.dated, s.story_f1, s.repeats)
        print(
            f"{hundredth / 100:5.2f}  {s.entries:7}  "
            + "  ".join(f"{share:.3f}" for share in shares)
            + f"  {s.mixed}  {s.pairs_precision:.3f}  {s.pairs_recall:.3f}"
        )


def write(similar: Similarity, selection: Selection) -> None:
    """Writes both models into the package."""
    data = {
        "similarity": {
            "intercept": similar.intercept,
            "threshold": similar.threshold,
            "weights": dict(similar.weights),
        },
        "selection": select.as_data(selection),
    }
    for name, model in data.items():
        text = json.dumps(model, ensure_ascii=False, indent=1) + "\n"
        (MODELS / f"{name}.json").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Fits, prints, writes."""
    parser = argparse.ArgumentParser(prog="python -m training.story", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        corpus = read(options.corpus, Kept(options.kept or Path(folder), read_one))
    print(f"read in {time.process_time():.0f} s of CPU", flush=True)
    report(held_out(corpus))
    if not options.dry:
        write(*fit(corpus))
    print(f"done in {time.process_time():.0f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
