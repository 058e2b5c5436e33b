"""Fits the choice of the phrase that names an article's affair, from what editors wrote.

    python -m training.headlines.affairs GOLD_FOLDER [--write]

`judgements/affairs.tsv` has for each article the labels that an editor would put before its lines, best first. A phrase
of the article is right where it is one of them, nearly right where it has the same words or nearly the same. Figures
are cross-validated by month. `--write` writes `models/affairs.onnx.gz` and `models/heads.json`. Same input, same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import GoldArticle
from timeline.events.headline.affair.candidates import affair_phrases, head_of
from timeline.events.headline.affair.choice import HEADS, MODEL, PACKAGE, Affair
from timeline.events.headline.affair.signs import SIGNS, affair_signs
from timeline.events.headline.base.stems import stem
from timeline.model import Sentence
from training import boosting
from training.headlines.choice import FOLDS, fold_of, inputs_of
from training.headlines.gate import articles_of
from training.headlines.judgements.affair_labels import ALIKE, SAME_WORDS, read_labels, worth

ROUNDS = 400
SETTINGS: Mapping[str, Any] = {"objective": "cross_entropy", "min_data_in_leaf": 30, "feature_fraction": 0.4}
_PRIOR = 3.0
"""The number of phrases for which the share of all stands in the share of a head."""

TOP = (1, 2, 3, 5)

Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Offered:
    """The phrases of an article with their features, what each is worth, and the fold of its month."""

    article: str
    fold: int
    texts: tuple[str, ...]
    signs: tuple[dict[str, float], ...]
    worth: Values


def offered(articles: Sequence[GoldArticle], parsed: Sequence[Sequence[Sentence]]) -> list[Offered]:
    """The phrases that each article offers, without the table of heads."""
    labels, found = read_labels(), []
    for gold, sentences in zip(articles, parsed, strict=True):
        given = inputs_of(gold.article, sentences, [event.trigger for event in gold.events])
        context = next((one[0] for one in given if one is not None), None)
        if context is None or gold.article.id not in labels:
            continue
        some = affair_phrases(context)
        values = np.array([worth(one.text, labels[gold.article.id]) for one in some])
        texts = tuple(one.text for one in some)
        signs = tuple(dict(zip(SIGNS, row, strict=True)) for row in affair_signs(context, some, {}))
        found.append(Offered(gold.article.id, fold_of(gold.article.published), texts, signs, values))
    return found


def heads(some: Sequence[Offered]) -> dict[str, float]:
    """How often an article that has phrases with a certain head is named by one, by the head's stem."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for one in some:
        own = [stem(head_of(text)) for text in one.texts]
        seen.update(set(own))
        named.update({head for head, value in zip(own, one.worth, strict=True) if value >= SAME_WORDS})
    share = named.total() / max(1, seen.total())
    table = {head: round((named[head] + _PRIOR * share) / (seen[head] + _PRIOR), 3) for head in sorted(seen)}
    return {"": round(share, 3)} | {head: value for head, value in table.items() if seen[head] > 1}


def _table(some: Sequence[Offered], usual: Mapping[str, float], names: Sequence[str]) -> Values:
    rows = []
    for one in some:
        for text, signs in zip(one.texts, one.signs, strict=True):
            own = usual.get(stem(head_of(text)), usual[""])
            rows.append([own if name == "usual" else signs[name] for name in names])
    return np.array(rows, dtype=np.float32)


def _examples(some: Sequence[Offered], names: Sequence[str]) -> tuple[Values, Values]:
    """The rows of some articles, each with the table of heads of the articles outside its fold, and their worth."""
    tables, values = [], []
    for fold in range(FOLDS):
        own = [one for one in some if one.fold == fold]
        if own:
            tables.append(_table(own, heads([one for one in some if one.fold != fold]), names))
            values += [one.worth for one in own]
    return np.concatenate(tables), np.concatenate(values)


def held_out(some: Sequence[Offered]) -> dict[str, tuple[Affair, ...]]:
    """What models that have not seen its month say of each article: its phrases, the likeliest first, by article."""
    names, found = sorted(some[0].signs[0]), {}
    for fold in range(FOLDS):
        aside, others = [one for one in some if one.fold == fold], [one for one in some if one.fold != fold]
        model = boosting.fit(*_examples(others, names), ROUNDS, **SETTINGS)
        usual = heads(others)
        for one in aside:
            chances = model.predict(_table([one], usual, names))
            own = (Affair(text, float(chance)) for text, chance in zip(one.texts, chances, strict=True))
            found[one.article] = tuple(sorted(own, key=lambda each: -each.chance))
    return found


def report(some: Sequence[Offered]) -> Iterator[str]:
    """How often one of the likeliest phrases is a label, or has its words, by models that have not seen the month."""
    found, best = held_out(some), []
    for one in some:
        values = dict(zip(one.texts, one.worth, strict=True))
        best.append(np.array([values[each.text] for each in found[one.article]]))
    yield f"{len(some)} articles, {sum(len(one.texts) for one in some)} phrases"
    yield "first    a label    its words    nearly"
    for count in TOP:
        shares = [np.mean([own[:count].max(initial=0) >= least for own in best]) for least in (1.0, SAME_WORDS, ALIKE)]
        yield f"{count:5d}" + "".join(f"{share:11.3f}" for share in shares)


def main(arguments: Sequence[str]) -> int:
    """Fits the choice, prints its scores, and writes it on request."""
    articles = articles_of(Path(arguments[0]))
    parsed = list(nlp.read(nlp.load("fr"), [gold.article.text for gold in articles]))
    some = offered(articles, parsed)
    print(*report(some), sep="\n")
    if "--write" in arguments:
        home, names = Path(str(files(PACKAGE))), sorted(some[0].signs[0])
        home.joinpath(HEADS).write_text(json.dumps(heads(some), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        model = boosting.fit(*_examples(some, names), ROUNDS, **SETTINGS)
        home.joinpath(MODEL).write_bytes(boosting.packed(model, names))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
