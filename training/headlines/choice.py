"""Fits the weights of headlines: which subtrees a line needs, and which draft is most like an editor's line.

    python -m training.headlines.choice GOLD_FOLDER [--write]

Reads annotated articles (`docs/guidelines.md`) whose events have an editor's headline (`summary`). A logistic model
learns which subtrees are needed, from the marks of `judgements/parts.tsv`; a ridge regression learns the chrF of a
draft with an editor's line from its features. Figures are of sixfold cross-validation by month. `--write` fits on all
articles and writes `timeline/events/headline/choice/weights.json`. Same input, same bytes. Where the folder
has a `splits.json`, its part `train` is used.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.chrf import chrf
from timeline.evaluation.gold import GoldArticle, read
from timeline.events import extraction
from timeline.events.detection import predicates
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.base import valency
from timeline.events.headline.base.valency import Valency
from timeline.events.headline.choice.model import HeadlineModel
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.choice.ranking import features
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import load as lexicon_of
from timeline.events.tree import grow
from timeline.model import Article, Sentence, Span, Token
from timeline.timex import normalise, recognise
from training.headlines.judgements.parts import WORTH, Parts, read_parts, span_of
from training.headlines.needs import kept_complements

FOLDS = 6
RARE = 4
LOW = 0.35
PENALTY, RIDGE = 2.0, 20.0
USUAL = 0.15
SEEN, NEARLY, ALWAYS, BOUND, AGENT = 12, 0.9, 0.95, 0.55, 0.8
"""The least occurrences of a verb, and the shares from which it needs an object, any complement, one with a certain
preposition, its agent."""


@dataclass(frozen=True, slots=True)
class Example:
    """An editor's headline, the trigger and the mention from which ours is written, and the fold of its month."""

    fold: int
    context: HeadlineContext
    mention: Mention
    summary: str
    trigger: Span


@dataclass(frozen=True)
class _Recorder(HeadlineModel):
    """A model that records the features of each subtree; the caller knows the subtree's words."""

    seen: list[dict[str, float]] = field(default_factory=list)

    def chance(self, features: Mapping[str, float]) -> float:
        """A probability of 0.5 for each subtree."""
        self.seen.append(dict(features))
        return 0.5


Row = tuple[int, dict[str, float], float]
"""The fold, the features, and the target."""


def keep_rows(
    examples: Sequence[Example], needs: Valency, marked: Mapping[tuple[str, Span], Parts] | None = None
) -> list[Row]:
    """Every marked subtree of every example, and what it is worth to the line.

    Args:
        examples: The examples.
        needs: The needs of verbs and nouns.
        marked: The marks; those of `judgements/parts.tsv` where None.
    """
    from timeline.events.headline.subtrees import units

    rows: list[Row] = []
    marked = read_parts() if marked is None else marked
    for example in examples:
        parts = marked.get((example.context.context.article.id, example.trigger))
        if parts is None:
            continue
        recorder = _Recorder(valency=needs)
        context, tree = replace(example.context, model=recorder), example.mention.tree
        for head, taken in _heads(example.mention):
            out = units.always_out(context, tree, head) | taken
            found = units.units(context, tree, head, frozenset(out - {head.index}))
            for unit, features_ in zip(found, recorder.seen, strict=True):
                mark = parts.get(span_of(tree.tokens[index] for index in unit.indices))
                if mark is not None:
                    rows.append((example.fold, features_, WORTH[mark]))
            recorder.seen.clear()
    return rows


def _heads(mention: Mention) -> Iterator[tuple[Token, frozenset[int]]]:
    """The clause and its subject, or the noun, each with the indices of words that do not belong to it."""
    from timeline.events.detection.subjects import subject

    tree, predicate = mention.tree, mention.predicate
    if predicate is None or mention.frame.value in ("dated", "oblique", "verbless"):
        yield mention.trigger, frozenset()
        return
    head = subject(tree, predicate)
    own = tree.indices(head) if head is not None else frozenset()
    yield predicate.top, own if predicate.top.index not in own else frozenset()
    if head is not None and head.pos in ("NOUN", "PROPN"):
        yield head, frozenset()


def rank_rows(examples: Sequence[Example], models: Mapping[int, HeadlineModel]) -> list[tuple[int, Row]]:
    """Every printable draft with its chrF and the number of its example.

    `models` has, for each fold, a model that was not trained on it.
    """
    rows: list[tuple[int, Row]] = []
    for number, one in enumerate(examples):
        context = replace(one.context, model=models[one.fold])
        for draft in printable_drafts(context, one.mention):
            rows.append((number, (one.fold, features(draft, context, one.mention), chrf(draft.text, one.summary))))
    return rows


def fit_keep(rows: Sequence[Row], least: int = RARE) -> dict[str, float]:
    """The coefficients of the logistic model of the needed subtrees."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(name for _, found, _ in rows for name, value in found.items() if value)
    columns = {name: place for place, name in enumerate(sorted(name for name in counts if counts[name] >= least))}
    cells = [
        (line, columns[name], value)
        for line, (_, found, _) in enumerate(rows)
        for name, value in found.items()
        if name in columns and value
    ]
    lines, places, values = (np.array(part) for part in zip(*cells, strict=True))
    x = csr_matrix((values, (lines, places)), shape=(len(rows), len(columns)))
    y = np.array([label for _, _, label in rows])

    def loss(b: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ b
        slope = x.T @ (1 / (1 + np.exp(-z)) - y) + PENALTY * b
        return float((np.logaddexp(0, z) - y * z).sum() + PENALTY / 2 * (b @ b)), slope

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {name: round(float(found[place]), 3) for name, place in columns.items() if abs(found[place]) >= 0.01}


def fit_rank(rows: Sequence[Row]) -> dict[str, float]:
    """The coefficients of the ridge regression of chrF."""
    columns = sorted({name for _, found, _ in rows for name in found})
    x = np.array([[found.get(name, 0.0) for name in columns] for _, found, _ in rows])
    y = np.array([value for _, _, value in rows])
    scale = x.std(0) + 1e-9
    z = x / scale
    b = np.linalg.solve(z.T @ z + RIDGE * np.eye(len(columns)), z.T @ y) / scale
    return {name: round(float(value), 4) for name, value in zip(columns, b, strict=True) if abs(value) >= 1e-4}


def fit_valency(sentences: Iterable[Sentence]) -> Valency:
    """The complements that verbs nearly always have, counted in parsed sentences."""
    lexicon = lexicon_of("fr")
    seen, objects, complements = Counter[str](), Counter[str](), Counter[str]()
    cases: Counter[tuple[str, str]] = Counter()
    for tree in map(grow, sentences):
        for predicate in predicates.read(tree, lexicon):
            verb = predicate.token
            if verb.pos != "VERB":
                continue
            name = valency.key(tree, predicate)
            seen[name] += 1
            objects[name] += tree.has(verb, *valency.OBJECTS)
            complements[name] += tree.has(verb, *valency.COMPLEMENTS)
            led = (tree.first(one, "case", "mark") for one in tree.dependents(verb, "obl", "xcomp", "advcl"))
            cases.update((name, word) for word in {case.lemma.lower() for case in led if case is not None})
    often = {name for name in seen if seen[name] >= SEEN}
    needed = {name for name in often if objects[name] >= NEARLY * seen[name] and name.endswith("active")}
    any_ = {
        name for name in often - needed if complements[name] >= ALWAYS * seen[name] and not name.endswith("passive")
    }
    bound = {
        f"{name} {case}"
        for (name, case), count in cases.items()
        if seen[name] >= SEEN // 2 and count >= (AGENT if case == "par" else BOUND) * seen[name]
    }
    return Valency(frozenset(needed), frozenset(any_), frozenset(bound))


def fit_rates(sentences: Iterable[Sentence]) -> dict[str, float]:
    """The share of nouns and verbs that have a complement, and one with a certain preposition, in parsed sentences."""
    seen, found = Counter[str](), Counter[str]()
    for tree in map(grow, sentences):
        for word in tree.tokens:
            if word.pos in ("NOUN", "VERB") and not word.entity:
                cases = {case or "-" for _, case in valency.complements(tree, word)}
                seen[valency.rate_key(word)] += 1
                found[valency.rate_key(word)] += bool(cases)
                found.update(valency.rate_key(word, case) for case in cases)
    often = {name for name in seen if seen[name] >= SEEN // 2}
    whole = {name: round((found[name] + 2) / (seen[name] + 5), 2) for name in often}
    cased = {
        name: round(count / (seen[_word_of(name)] + 3), 2)
        for name, count in found.items()
        if name not in seen and _word_of(name) in often and count >= USUAL * seen[_word_of(name)]
    }
    return dict(sorted((whole | cased).items()))


def _word_of(name: str) -> str:
    """The word and its part of speech, without the preposition."""
    return " ".join(name.split()[:2])


def cross_validated(examples: Sequence[Example], needs: Valency) -> tuple[dict[int, HeadlineModel], HeadlineModel]:
    """A model for each fold, fitted on the other folds, and the model fitted on all.

    `needs` is fitted on all sentences, because it uses no headline.
    """
    rows = keep_rows(examples, needs)
    keeps = {
        fold: HeadlineModel(fit_keep([row for row in rows if row[0] != fold]), valency=needs) for fold in range(FOLDS)
    }
    ranks = [row for _, row in rank_rows(examples, keeps)]
    models = {
        fold: replace(keeps[fold], rank=fit_rank([row for row in ranks if row[0] != fold])) for fold in range(FOLDS)
    }
    return models, HeadlineModel(fit_keep(rows), fit_rank(ranks), needs)


def fold_of(published: datetime.date) -> int:
    """The fold of a day's month."""
    return (published.year * 12 + published.month) % FOLDS


def examples_of(folder: Path) -> tuple[list[Example], Valency]:
    """The examples of a folder of annotated articles, parsed by the pipeline, and the needs of their verbs."""
    splits = folder / "splits.json"
    wanted = set(json.loads(splits.read_text("utf-8"))["train"]) if splits.exists() else None
    articles = [gold for gold in read(folder) if wanted is None or gold.article.id in wanted]
    texts = [gold.article.text for gold in articles]
    found: list[Example] = []
    read_ = list(nlp.read(nlp.load("fr"), texts))
    for gold, sentences in zip(articles, read_, strict=True):
        found += article_examples(gold, sentences)
    parsed = [sentence for sentences in read_ for sentence in sentences]
    needs = fit_valency(parsed)
    kept = kept_complements((one.context, one.mention.tree, one.summary) for one in found)
    return found, replace(needs, bound=needs.bound | kept, rates=fit_rates(parsed))


def inputs_of(
    article: Article, sentences: Sequence[Sentence], triggers: Sequence[Span]
) -> tuple[tuple[HeadlineContext, Mention] | None, ...]:
    """The input of the headline of each trigger of a French article; None for a trigger that is not a mention."""
    found = normalise.resolve(article.text, recognise.find(article.text, "fr"), article.published, sentences, "fr")
    return extraction.headline_inputs(article, sentences, found.timexes, triggers)


def article_examples(gold: GoldArticle, sentences: Sequence[Sentence]) -> list[Example]:
    """The examples of one article."""
    inputs = inputs_of(gold.article, sentences, [event.trigger for event in gold.events])
    fold = fold_of(gold.article.published)
    pairs = zip(gold.events, inputs, strict=True)
    return [Example(fold, *given, event.summary, event.trigger) for event, given in pairs if given is not None]


def as_json(model: HeadlineModel) -> str:
    """The model as the package stores it."""
    needs = {name: sorted(getattr(model.valency, name)) for name in ("objects", "complements", "bound")}
    tables = {"keep": model.keep, "rank": model.rank, "valency": needs | {"rates": dict(model.valency.rates)}}
    return json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def report(examples: Sequence[Example], models: Mapping[int, HeadlineModel]) -> None:
    """The mean chrF of the printed headlines, by models that were not trained on their months."""
    lines = [build.write(replace(one.context, model=models[one.fold]), one.mention) for one in examples]
    values = np.array([chrf(line, one.summary) for line, one in zip(lines, examples, strict=True)])
    draws = np.random.default_rng(0).choice(values, (500, len(values))).mean(1)
    low, high = np.quantile(draws, (0.025, 0.975))
    share = (values < LOW).mean()
    print(f"{len(values)} headlines, chrF {values.mean():.3f} ({low:.3f} to {high:.3f}), {share:.3f} under {LOW}")


def main(arguments: Sequence[str]) -> int:
    """Fits the weights, prints their scores, and writes them on request."""
    examples, needs = examples_of(Path(arguments[0]))
    models, whole = cross_validated(examples, needs)
    report(examples, models)
    if "--write" in arguments:
        path = Path(build.__file__).parent / "choice" / "weights.json"
        path.write_text(as_json(whole), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
