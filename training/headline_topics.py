"""Fits the choice of the topic before a line, from what editors chose.

    python -m training.headline_topics GOLD_FOLDER [--write]

`headline_topics.tsv` has lines of the product with topics that they might stand behind, each with an editor's mark. The
product drafts each line anew, so that features may change; a line that it no longer drafts, and a topic that it no
longer offers, are not used. Figures are cross-validated by month. `--write` writes `models/topics.onnx.gz`. Same input,
same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import GoldArticle
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.leading.choice import LED, MODEL, fitting
from timeline.events.headline.leading.signs import line_signs, topic_signs
from timeline.events.headline.topic.placing import readable
from timeline.model import Sentence, Span
from training import boosting
from training.headline_gate import area, articles_of
from training.headline_topic_marks import WRONG, Marked, read_marks
from training.headlines import FOLDS, fold_of, inputs_of

ROUNDS = 300
SETTINGS: Mapping[str, Any] = {"min_data_in_leaf": 20, "feature_fraction": 0.4}
CUTS = (0.4, 0.5, 0.6, 0.7, 0.8)

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each topic of each line: its features, whether an editor would put it there, and its line's number.

    `alone` tells of each line whether it may stand without a topic, `folds` the fold of its article's month.
    """

    signs: list[dict[str, float]] = field(default_factory=list)
    wanted: list[bool] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    alone: list[bool] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)


def table(
    marked: Mapping[str, Mapping[Span, Marked]],
    articles: Sequence[GoldArticle],
    parsed: Sequence[Sequence[Sentence]],
) -> Rows:
    """The marked lines that the product drafts, with the topics that it offers."""
    rows = Rows()
    for gold, sentences in zip(articles, parsed, strict=True):
        article, spans = gold.article, marked.get(gold.article.id, {})
        if not spans:
            continue
        for span, given in zip(spans, inputs_of(article, sentences, tuple(spans)), strict=True):
            if given is not None:
                _add(rows, *given, spans[span], fold_of(article.published))
    return rows


def _add(rows: Rows, context: HeadlineContext, mention: Mention, one: Marked, fold: int) -> None:
    for draft in build.printable_drafts(context, mention):
        shown = readable(context, mention, draft)
        line = draft.text if shown.way in LED else shown.text
        if one.line not in (line, context.words.as_usual(line)):
            continue
        own = line_signs(context, mention, draft, line)
        topics = [topic for topic in fitting(context, line) if topic.text in one.topics]
        rows.signs.extend(own | topic_signs(context, mention, line, topic) for topic in topics)
        rows.wanted.extend(one.topics[topic.text] != WRONG for topic in topics)
        rows.lines.extend(len(rows.alone) for _ in topics)
        rows.alone.append(one.alone != WRONG)
        rows.folds.append(fold)
        return


def report(rows: Rows, table: Values, wanted: Values) -> Iterator[str]:
    """How well the marks are predicted from other months, and what comes of each least probability.

    Yields:
        Lines to print.
    """
    lines = np.array(rows.lines)
    folds = np.array(rows.folds)[lines]
    chances = np.zeros(len(wanted))
    for fold in range(FOLDS):
        model = boosting.fit(table[folds != fold], wanted[folds != fold], ROUNDS, **SETTINGS)
        chances[folds == fold] = model.predict(table[folds == fold])
    yield f"{len(rows.alone)} lines, {len(wanted)} topics; area under the curve {area(wanted > 0, chances):.3f}"
    yield "from     as an editor    topic missing  wrong, needless     with a topic"
    for cut in CUTS:
        picked = [_picked(np.flatnonzero(lines == number), chances, cut) for number in range(len(rows.alone))]
        right = [bool(wanted[one]) if one is not None else alone for one, alone in zip(picked, rows.alone, strict=True)]
        led = [one is not None for one in picked]
        missing = sum(not good and not has for good, has in zip(right, led, strict=True))
        wrong = sum(not good and has for good, has in zip(right, led, strict=True))
        shares = (part / len(picked) for part in (sum(right), missing, wrong, sum(led)))
        yield f"{cut:.2f}" + "".join(f"{share:17.3f}" for share in shares)


def _picked(places: Values, chances: Values, cut: float) -> int | None:
    """The row of a line's likeliest topic; None where none is as likely as `cut`."""
    best = max(places.tolist(), key=lambda place: float(chances[place]), default=None)
    return best if best is not None and chances[best] >= cut else None


def main(arguments: Sequence[str]) -> int:
    """Fits the choice, prints its scores, and writes it on request."""
    articles = articles_of(Path(arguments[0]))
    marked = read_marks()
    articles = [gold for gold in articles if gold.article.id in marked]
    parsed = list(nlp.read(nlp.load("fr"), [gold.article.text for gold in articles]))
    rows = table(marked, articles, parsed)
    names = sorted(rows.signs[0])
    values = np.array([[one[name] for name in names] for one in rows.signs], dtype=np.float32)
    wanted = np.array(rows.wanted, dtype=np.float32)
    print(*report(rows, values, wanted), sep="\n")
    if "--write" in arguments:
        path = Path(str(files("timeline.events.headline.leading"))) / MODEL
        path.write_bytes(boosting.packed(boosting.fit(values, wanted, ROUNDS, **SETTINGS), names))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
