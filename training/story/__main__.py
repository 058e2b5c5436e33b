"""`python -m training.story CORPUS`: fits the similarity of mentions and the selection of events, prints and writes.

CORPUS is a folder with `news/` and `stories/`, annotated as in `docs/guidelines.md`. The stories are those of
`stories/`, those that `chronologies.json` makes of news articles, and those written for training (`training.press`).
Their articles are annotated by an event model that was not trained on them, and each story is measured with models that
were trained neither on it nor on its articles. The models are fitted on all stories; the printed figures leave out
those written for training.

`--kept DIR` stores the annotations there, so that an interrupted run can continue, and a run after a change of `coref`
alone annotates nothing again. `--dry` writes no model. `--seeds N` also prints the scores of N further similarities,
each fitted with other draws: what differs between them is chance.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from pathlib import Path

from benchmarks.grouping.invented import invented
from timeline import coref
from timeline.annotator import read_one
from timeline.coref.mentions import mentions_of
from timeline.coref.merging.placing import clusters
from timeline.coref.merging.repeating import weights
from timeline.coref.selection.model import SelectionModel as Selection
from timeline.coref.similarity import SimilarityModel as Similarity
from timeline.evaluation.bootstrap import interval
from timeline.evaluation.stories import GoldStory, counted, total
from timeline.model import Entry
from training.logistic import Floats
from training.press import pieces
from training.press import stories as press_stories
from training.press.annotation import gold_articles
from training.story import chronologies, pairs, select, unseen
from training.story.data import ReadArticle, news, read_articles, stories
from training.story.kept import Kept

THRESHOLD = 0.5
"""The probability from which two mentions are of one event."""
LEAST = {"short": 0.36, "normal": 0.18, "full": 0.08}
"""The probability of being published from which each length keeps an event."""
MODELS = Path(coref.__file__).parent / "models"
Table = tuple[Floats, Floats, Floats]


Story = tuple[GoldStory, Sequence[ReadArticle]]
FOLDS = 6
THRESHOLDS = (0.08, 0.12, 0.15, 0.16, 0.17, 0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True)
class Corpus:
    """The training data: stories with their articles, and by name the pairs and the mentions of each.

    `own` names the stories of the folder, `made_up` those written for training; the others are made of news articles.
    `tables` and `rows` also hold those of other news articles ("news"), `tables` those of invented ones; `judged` are
    pairs of mentions that were judged one by one.
    """

    stories: Sequence[Story]
    tables: Mapping[str, Table]
    rows: Mapping[str, select.Rows]
    own: frozenset[str]
    made_up: frozenset[str]
    judged: Sequence[pairs.Pair]

    @property
    def folds(self) -> Mapping[str, int]:
        """The fold of each story; those of the folder are first, each in a fold of its own while there are folds."""
        names = [story.name for story, _ in self.stories]
        return {name: number % FOLDS for number, name in enumerate(names)}

    def tables_without(self, inside: Collection[str]) -> list[Table]:
        """The pairs of the stories and articles that are not excluded."""
        seen = {one.article.id for story, _ in self.stories if story.name in inside for one in story.articles}
        judged = [pair for pair in self.judged if not seen & {pair.one.topic.article.id, pair.other.topic.article.id}]
        return [*(table for name, table in self.tables.items() if name not in inside), pairs.table(judged)]


def read(folder: Path, kept: Kept) -> Corpus:
    """The corpus of a folder, annotated by the product; articles of stories by a model that was not trained on them."""
    articles = news(folder / "news")
    own = stories(folder / "stories")
    made_up = press_stories.gold(press_stories.in_folder())
    gold = [*own, *chronologies.of_news(articles), *made_up]
    of_stories = {one.article.id for story in gold for one in story.articles}
    others = [one for one in articles if one.article.id not in of_stories]
    press = gold_articles(pieces.in_folder(pieces.WRITTEN))
    reader = kept.reading(
        "unseen", unseen.reader(kept.bytes_of("events", lambda: unseen.event_model([*others, *press])))
    )
    whole = [(story, read_articles(story.articles, reader.annotate, kept.encode)) for story in gold]
    rest = read_articles(others, kept.annotate, kept.encode)
    count = {story.name: pairs.OF_WRITTEN for story in made_up}
    tables = {story.name: pairs.table(pairs.of_story(its, count.get(story.name, 1.0))) for story, its in whole}
    tables["news"] = pairs.table(pairs.of_news(rest))
    tables["invented"] = pairs.table(pairs.of_invented(_invented()))
    rows = {story.name: select.rows_of(its) for story, its in whole} | {"news": select.rows_of(rest)}
    judged = pairs.of_judged([*rest, *(one for _, its in whole for one in its)])
    return Corpus(whole, tables, rows, _names(own), _names(made_up), judged)


def _names(found: Sequence[GoldStory]) -> frozenset[str]:
    return frozenset(story.name for story in found)


def _invented() -> list[tuple[str, coref.mentions.EventMention]]:
    rows = [row for name in ("invented.psv", "retellings.psv") for row in invented(Path(__file__).with_name(name))]
    return [(row.event, mentions_of(row.annotated, number, {})[0]) for number, row in enumerate(rows)]


def unseen_groups(corpus: Corpus, seed: int = 1) -> list[select.Grouped]:
    """The events of each story, by models that were not trained on its fold; `seed` is that of the similarity."""
    found = {}
    for fold in range(FOLDS):
        inside = {name for name, its in corpus.folds.items() if its == fold}
        similar = pairs.fit(corpus.tables_without(inside), THRESHOLD, seed)
        mention = _of_mentions(corpus, inside)
        for story, articles in corpus.stories:
            if story.name in inside:
                made = groups(articles, similar)
                found[story.name] = select.grouped_story(story, articles, made, mention, similar)
    return [found[story.name] for story, _ in corpus.stories]


def _of_mentions(corpus: Corpus, without: Collection[str] = ()) -> Selection:
    """The mention model of all stories and articles that are not excluded."""
    real = [rows for name, rows in corpus.rows.items() if name not in corpus.made_up and name not in without]
    written = [rows for name, rows in corpus.rows.items() if name in corpus.made_up and name not in without]
    return select.of_mention_rows(real, written)


def groups(articles: Sequence[ReadArticle], similar: Similarity) -> list[list[coref.mentions.EventMention]]:
    """The events of some articles."""
    return clusters([mention for its in articles for mention in its.mentions], similar)


Found = tuple[GoldStory, list[tuple[Entry, float]]]


def held_out(corpus: Corpus, grouped: Sequence[select.Grouped], taught: Sequence[select.Examples]) -> list[Found]:
    """For each story its entries with their probabilities, by models that were not trained on its fold."""
    fold_of = [corpus.folds[its.story.name] for its in grouped]
    models: dict[int, Selection] = {}
    found: list[Found] = []
    for its, fold in zip(grouped, fold_of, strict=True):
        if fold not in models:
            others = [one for other, one in zip(fold_of, taught, strict=True) if other != fold]
            models[fold] = select.of_stories(its.mention, others)
        chances = weights(its.groups, models[fold], its.similar)
        found.append((its.story, list(zip(its.entries, chances, strict=True))))
    return found


def report(corpus: Corpus, found: Sequence[Found]) -> None:
    """Prints the scores over the probability from which an event is kept, for real stories and for those of the folder.

    It also prints bootstrap intervals over stories, and the score of each story.
    """
    counts = {least: [_counted(one, least) for one in found] for least in THRESHOLDS}
    real = [story.name not in corpus.made_up for story, _ in found]
    own = [story.name in corpus.own for story, _ in found]
    for title, inside in (("real stories", real), ("the folder's stories", own)):
        print(
            f"{title}\nleast  entries  precision  recall 3  recall  dated  story F1  repeats  mixed  pairs P  pairs R"
        )
        for least, of_each in counts.items():
            s = total(compress(of_each, inside))
            shares = (s.precision, s.recall_must, s.recall, s.dated, s.story_f1, s.repeats)
            print(
                f"{least:5.2f}  {s.entries:3}/{s.chronology:3}  "
                + "  ".join(f"{share:.3f}" for share in shares)
                + f"  {s.mixed}  {s.pairs_precision:.3f}  {s.pairs_recall:.3f}"
            )
        print(f"from {LEAST['normal']}, 95 % intervals:", end="")
        for name in ("story_f1", "precision", "pairs_precision", "pairs_recall"):
            low, high = interval(list(compress(counts[LEAST["normal"]], inside)), _share(name))
            print(f"  {name} {low:.3f} to {high:.3f}", end="")
        print(flush=True)
    for (story, _), one in zip(found, counts[LEAST["normal"]], strict=True):
        s = total([one])
        print(f"{story.name:40} {s.entries:3} of {s.chronology:3}  story F1 {s.story_f1:.3f}")


def _share(name: str) -> Callable[[Sequence[Mapping[str, float]]], float]:
    """A function that computes a share of `StoryScores` from the counts of stories."""
    return lambda drawn: float(getattr(total(drawn), name))


def spread(corpus: Corpus, seeds: Sequence[int]) -> None:
    """Prints the scores of real stories with similarities of several seeds: their differences are chance."""
    for seed in seeds:
        grouped = unseen_groups(corpus, seed)
        found = held_out(corpus, grouped, [select.examples(its) for its in grouped])
        s = total([_counted(one, LEAST["normal"]) for one in found if one[0].name not in corpus.made_up])
        print(
            f"seed {seed}: story F1 {s.story_f1:.3f}  precision {s.precision:.3f}  mixed {s.mixed}  "
            f"pairs P {s.pairs_precision:.3f}  pairs R {s.pairs_recall:.3f}",
            flush=True,
        )


def _counted(found: Found, least: float) -> Mapping[str, float]:
    story, entries = found
    return counted(story, [entry for entry, chance in entries if chance >= least])


def write(similar: Similarity, selection: Selection) -> None:
    """Writes both models into the package; the similarity has one tree per line."""
    found = similar.trees.as_data()
    trees = ",\n".join(f"  {json.dumps(tree)}" for tree in found["trees"])
    head = f' "threshold": {similar.threshold},\n "features": {json.dumps(found["features"], ensure_ascii=False)},\n'
    chosen = json.dumps(select.as_data(selection), ensure_ascii=False, indent=1)
    for name, text in (("similarity", f'{{\n{head} "trees": [\n{trees}\n ]\n}}'), ("selection", chosen)):
        (MODELS / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Fits the models, prints their scores, and writes them."""
    parser = argparse.ArgumentParser(prog="python -m training.story", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--seeds", type=int, default=0)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        corpus = read(options.corpus, Kept(options.kept or Path(folder), read_one))
    print(f"read in {time.process_time():.0f} s of CPU", flush=True)
    grouped = unseen_groups(corpus)
    taught = [select.examples(its) for its in grouped]
    found = held_out(corpus, grouped, taught)
    report(corpus, found)
    spread(corpus, range(2, 2 + options.seeds))
    if not options.dry:
        similar = pairs.fit(corpus.tables_without(()), THRESHOLD)
        selection = select.of_stories(_of_mentions(corpus), taught)
        write(similar, replace(selection, least=LEAST))
    print(f"done in {time.process_time():.0f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
