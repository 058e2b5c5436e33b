"""Fits the choice of the topic before a line, and whether the line is better behind it, from what editors chose.

    python -m training.headlines.topics GOLD_FOLDER [--write]

`judgements/topics.tsv` has lines of the product with topics that they might stand behind, each with an editor's mark.
The product drafts each line anew, so that features may change; a line that it no longer drafts, and a topic that it no
longer offers, are not used. What names an article's affair is what models say that have not seen its month
(`training.headlines.affairs`). Whether the line is better so is learned from `training.headlines.leads`. Figures are
cross-validated by month. `--write` writes `models/topics.onnx.gz` and `models/leads.onnx.gz`. Same input, same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import GoldArticle
from timeline.events.detection.mentions import Mention
from timeline.events.headline.affair.choice import REMEMBERED, Affair
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.leading.choice import LEADS, MODEL, fitting
from timeline.events.headline.leading.signs import line_signs, offer_signs, topic_signs
from timeline.events.headline.topic.placing import readable
from timeline.model import Sentence, Span
from training import boosting
from training.headlines import leads
from training.headlines.affairs import held_out, offered
from training.headlines.choice import FOLDS, fold_of, inputs_of
from training.headlines.gate import area, articles_of
from training.headlines.judgements.lead_marks import read_preferences
from training.headlines.judgements.topic_marks import WRONG, Marked, Rows, read_marks

ROUNDS = 400
SETTINGS: Mapping[str, Any] = {"min_data_in_leaf": 20, "feature_fraction": 0.4}
CUTS = (0.4, 0.5, 0.6, 0.7, 0.8)

Values = NDArray[Any]


def table(
    marked: Mapping[str, Mapping[Span, Marked]],
    articles: Sequence[GoldArticle],
    parsed: Sequence[Sequence[Sentence]],
    named: Mapping[str, tuple[Affair, ...]],
) -> Rows:
    """The marked lines that the product drafts, with the topics that it offers.

    Args:
        marked: The marks of each article.
        articles: The articles.
        parsed: The sentences of each.
        named: What may name the affair of each article, by its id.
    """
    rows = Rows()
    for gold, sentences in zip(articles, parsed, strict=True):
        article, spans = gold.article, marked.get(gold.article.id, {})
        if not spans:
            continue
        for span, given in zip(spans, inputs_of(article, sentences, tuple(spans)), strict=True):
            if given is not None:
                trees = given[0].trees
                trees[0].remembered(REMEMBERED, trees, partial(named.get, article.id, ()))
                _add(rows, *given, spans[span], (article.id, span), fold_of(article.published))
    return rows


def _add(rows: Rows, context: HeadlineContext, mention: Mention, one: Marked, key: tuple[str, Span], fold: int) -> None:
    for draft in printable_drafts(context, mention):
        line = readable(context, mention, draft).text
        texts = (draft.text, line, readable(context, mention, draft, alone=True).text)
        if one.line not in (*texts, *map(context.words.as_usual, texts)):
            continue
        own = line_signs(context, mention, draft, line)
        topics = [topic for topic in fitting(context, line) if topic.text in one.topics]
        offers = zip(topics, offer_signs(topics), strict=True)
        rows.topics.extend(topic.text for topic in topics)
        rows.signs.extend(own | topic_signs(context, mention, line, topic) | offer for topic, offer in offers)
        rows.wanted.extend(one.topics[topic.text] != WRONG for topic in topics)
        rows.lines.extend(len(rows.alone) for _ in topics)
        rows.keys.append(key)
        rows.alone.append(one.alone != WRONG)
        rows.folds.append(fold)
        return


def held_out_chances(rows: Rows) -> Values:
    """The probability of each topic that an editor would put it there, by models that have not seen its month."""
    folds, wanted, values = _folds(rows), np.array(rows.wanted, dtype=np.float32), rows.values(_names(rows))
    chances = np.zeros(len(wanted))
    for fold in range(FOLDS):
        model = boosting.fit(values[folds != fold], wanted[folds != fold], ROUNDS, **SETTINGS)
        chances[folds == fold] = model.predict(values[folds == fold])
    return chances


def _folds(rows: Rows) -> Values:
    return np.array([rows.folds[line] for line in rows.lines])


def _names(rows: Rows) -> list[str]:
    return sorted(rows.signs[0])


def report(rows: Rows, chances: Values) -> Iterator[str]:
    """How well the marks are predicted from other months, and what comes of each least probability.

    Yields:
        Lines to print.
    """
    lines, wanted = np.array(rows.lines), np.array(rows.wanted)
    yield f"{len(rows.alone)} lines, {len(wanted)} topics; area under the curve {area(wanted, chances):.3f}"
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
    parsed = list(nlp.read(nlp.load("fr"), [gold.article.text for gold in articles]))
    rows = table(marked, articles, parsed, held_out(offered(articles, parsed)))
    chances = held_out_chances(rows)
    print(*report(rows, chances), sep="\n")
    compared = leads.examples(read_preferences(), rows, chances)
    print(*leads.report(compared), sep="\n")
    if "--write" in arguments:
        home, names = Path(str(files("timeline.events.headline.leading"))), _names(rows)
        wanted = np.array(rows.wanted, dtype=np.float32)
        model = boosting.fit(rows.values(names), wanted, ROUNDS, **SETTINGS)
        home.joinpath(MODEL).write_bytes(boosting.packed(model, names))
        home.joinpath(LEADS).write_bytes(leads.packed(compared))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
