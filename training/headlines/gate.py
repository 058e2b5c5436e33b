"""Fits the gate of headlines: whether a reader would call a line bad, acceptable or good.

    python -m training.headlines.gate GOLD_FOLDER [--write]

`judgements/verdicts.tsv` has lines of the product that people read beside their sentences: the article's id, the span
of the trigger, the verdicts ("b", "a" or "g" of each reader), and the line, with its topic if it had one. The product
drafts the headlines of each trigger anew, so that features may change; a line that it no longer drafts is not used.
`judgements/older_verdicts.npz` has 3,421 verdicts of milder readers whose lines are lost: features without text, marked
by the feature "older".

Figures are cross-validated by month. `--write` writes `models/printable.onnx.gz`, the order of an event's drafts
(`models/order.onnx.gz`) and the table of nouns that stand alone
(`timeline/events/headline/usage/nouns.json`). Same input, same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import GoldArticle, read
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.choice.printable import KINDS, MODELS, signs
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.completing import lowered
from timeline.events.headline.topic.placing import EXPLAINED, readable
from timeline.events.headline.usage.nouns import NounUse
from timeline.model import Sentence, Span
from timeline.model.events import TOPIC_END
from training import boosting
from training.headlines import nouns
from training.headlines.choice import FOLDS, fold_of, inputs_of
from training.headlines.judgements.verdicts import VERDICTS, Lines, read_lines
from training.headlines.order import compared, share_in_order

OLDER = Path(__file__).parent / "judgements" / "older_verdicts.npz"
ROUNDS = 150
SETTINGS: Mapping[str, Any] = {"objective": "multiclass", "num_class": 3, "min_data_in_leaf": 20, "learning_rate": 0.04}
ORDER_ROUNDS = 300
ORDER_SETTINGS: Mapping[str, Any] = {
    "objective": "lambdarank",
    "label_gain": [0, 1, 3],
    "lambdarank_truncation_level": 6,
    "min_data_in_leaf": 20,
    "bagging_fraction": 1.0,
}
"""LambdaMART: a good draft gains three times what an acceptable one does; a bad one gains nothing."""

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its features, the fold of its article's month, and a verdict (an index into `VERDICTS`).

    Its event is the article's id and the span of the trigger.
    """

    fold: int
    signs: dict[str, float]
    verdict: int
    event: tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns' names, the rows, the verdicts and the folds."""

    names: list[str]
    rows: Values
    verdicts: Values
    folds: Values


def judged(
    lines: Lines, articles: Sequence[GoldArticle], parsed: Sequence[Sequence[Sentence]], uses: Mapping[int, NounUse]
) -> Iterator[Judged]:
    """The judged lines that the product drafts, once for each reader."""
    for gold, sentences in zip(articles, parsed, strict=True):
        article, spans = gold.article, lines.get(gold.article.id, {})
        fold = fold_of(article.published)
        inputs = inputs_of(article, sentences, tuple(spans)) if spans else ()
        for span, given in zip(spans, inputs, strict=True):
            if given is not None:
                yield from _of_mention(*given, spans[span], fold, uses[fold], (article.id, span))


def _of_mention(
    context: HeadlineContext,
    mention: Mention,
    said: Mapping[str, str],
    fold: int,
    use: NounUse,
    event: tuple[str, Span],
) -> Iterator[Judged]:
    behind = {line: letters for text, letters in said.items() for _, end, line in [text.partition(TOPIC_END)] if end}
    for draft in printable_drafts(context, mention):
        shown, alone = readable(context, mention, draft), readable(context, mention, draft, alone=True)
        plain = "" if shown.way == EXPLAINED else shown.way
        lines = {draft.text: "", shown.text: plain, alone.text: alone.way}
        found = [(said.get(text, "") or said.get(context.words.as_usual(text), ""), way) for text, way in lines.items()]
        found.append((behind.get(lowered(context, mention.tree, shown.text), ""), shown.way))
        for letters, way in found:
            for letter in letters:
                yield Judged(fold, signs(draft, context, mention, use, way), list(VERDICTS).index(letter), event)


def table(lines: Sequence[Judged]) -> Table:
    """The judged lines as a table, followed by the older ones, whose new features are unknown."""
    with np.load(OLDER) as older:
        known, old_rows = older["names"].tolist(), older["rows"]
        old_verdicts, old_folds = older["verdicts"].astype(np.int64), older["folds"].astype(np.int64)
    names = [*sorted({name for line in lines for name in line.signs}), "older"]
    new = np.array([[line.signs.get(name, 0.0) for name in names] for line in lines], dtype=np.float32)
    old = np.full((len(old_rows), len(names)), np.nan, dtype=np.float32)
    for place, name in enumerate(names):
        if name in known:
            old[:, place] = old_rows[:, known.index(name)]
    old[:, -1] = 1.0
    return Table(
        names,
        np.vstack([new, old]),
        np.concatenate([[line.verdict for line in lines], old_verdicts]),
        np.concatenate([[line.fold for line in lines], old_folds]),
    )


def drafts_compared(lines: Sequence[Judged]) -> list[list[int]]:
    """The places of each event's lines that are ranked among themselves: all but the article's own headline."""
    title = float(KINDS.index("title"))
    places = [place for place, line in enumerate(lines) if line.signs["kind"] != title]
    found = compared([lines[one].event for one in places], [lines[one].verdict for one in places])
    return [[places[one] for one in group] for group in found]


def order_of(found: Table, groups: Sequence[Sequence[int]]) -> lightgbm.Booster:
    """A model of the rank of a draft among those of its event, from groups of lines."""
    taken = [one for group in groups for one in group]
    sizes = [*map(len, groups)]
    return boosting.fit(found.rows[taken], found.verdicts[taken], ORDER_ROUNDS, groups=sizes, **ORDER_SETTINGS)


def report(found: Table, count: int, groups: Sequence[Sequence[int]]) -> None:
    """Prints how well the first `count` verdicts are predicted from other months: the share of bad among the best.

    Then, how many pairs of an event's drafts are ordered as their verdicts are.
    """
    chances, ranks = np.zeros((count, len(VERDICTS))), np.zeros(count)
    for fold in range(FOLDS):
        rest, own = found.folds != fold, found.folds[:count] == fold
        model = boosting.fit(found.rows[rest], found.verdicts[rest], ROUNDS, **SETTINGS)
        chances[own] = model.predict(found.rows[:count][own])
        others = [group for group in groups if found.folds[group[0]] != fold]
        ranks[own] = order_of(found, others).predict(found.rows[:count][own])
    for name, scores in {"the gate": chances[:, -1] - chances[:, 0], "the order": ranks}.items():
        print(f"pairs in order by {name}: {share_in_order(scores, found.verdicts, groups):.3f}")
    verdicts, words = found.verdicts[:count], list(VERDICTS.values())
    print(f"{count} verdicts: {dict(Counter(words[verdict] for verdict in verdicts))}")
    print(f"area under the curve: bad {area(verdicts == 0, chances[:, 0]):.3f}, good {_good(verdicts, chances):.3f}")
    order = np.argsort(chances[:, 0])
    for share in (0.3, 0.5, 0.7, 0.9, 1.0):
        kept = order[: int(count * share)]
        bad, good = (verdicts[kept] == 0).mean(), (verdicts[kept] == 2).mean()
        print(f"of the best {share:.0%}: bad {bad:.3f}, good {good:.3f}, P(bad) at most {chances[kept[-1], 0]:.2f}")


def _good(verdicts: Values, chances: Values) -> float:
    return area(verdicts == len(VERDICTS) - 1, chances[:, -1])


def area(positive: Values, scores: Values) -> float:
    """The probability that a positive case has a higher score than a negative one (ties count one half).

    Args:
        positive: Which cases are positive.
        scores: The score of each case.
    """
    above = scores[positive][:, None] - scores[~positive][None, :]
    return float(((above > 0) + 0.5 * (above == 0)).mean())


def articles_of(folder: Path) -> list[GoldArticle]:
    """The annotated articles of a folder; its part `train`, if it has a `splits.json`."""
    splits = folder / "splits.json"
    wanted = set(json.loads(splits.read_text("utf-8"))["train"]) if splits.exists() else None
    return [gold for gold in read(folder) if wanted is None or gold.article.id in wanted]


def main(arguments: Sequence[str]) -> int:
    """Fits the gate, prints its scores, and writes it on request."""
    articles = articles_of(Path(arguments[0]))
    parsed = list(nlp.read(nlp.load("fr"), [gold.article.text for gold in articles]))
    uses, whole = nouns.uses(articles, parsed)
    lines = list(judged(read_lines(), articles, parsed, uses))
    found, groups = table(lines), drafts_compared(lines)
    report(found, len(lines), groups)
    if "--write" in arguments:
        nouns.TABLE.write_text(nouns.as_json(whole), encoding="utf-8")
        folder, (gate, order) = Path(build.__file__).parent / "choice", MODELS
        model = boosting.fit(found.rows, found.verdicts, ROUNDS, **SETTINGS)
        (folder / gate).write_bytes(boosting.packed(model, found.names, len(VERDICTS)))
        (folder / order).write_bytes(boosting.packed(order_of(found, groups), found.names))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
