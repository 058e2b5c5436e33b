"""The words of a candidate and its context, as features of a linear model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Predicate
from timeline.events.detection.subjects import subject
from timeline.events.entities.participants import clause
from timeline.events.ranking.facts import ARTICLE, Facts
from timeline.events.tree import Tree
from timeline.events.word_weights import SCALE, LinearWords
from timeline.model import Token

_DESCRIBED_BY = frozenset(
    {"nsubj", "obj", "obl", "nmod", "amod", "advmod", "mark", "case", "det", "xcomp", "ccomp", "appos"}
)
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "PRON"})
_MOST_WORDS = 30
_LATE, _OLD = 4, 9
MEANING_SCALE = 2**26


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Linear models over words and their meanings, one per column.

    The first estimates whether an editor keeps the candidate; the others estimate how likely the right dating belongs
    to each class of `option_features`.

    `of_meaning` (width of a meaning, columns) holds the weights of a meaning's values, in parts of `MEANING_SCALE`.
    """

    linear: LinearWords
    of_meaning: NDArray[np.int32]

    def scores(self, candidates: Sequence[Sequence[str]], meanings: NDArray[np.float64]) -> NDArray[np.float64]:
        """The scores of the models for some candidates.

        Args:
            candidates: The words of each candidate.
            meanings: Their meanings as integers (candidates, width), so that sums of products are exact in any order.

        Returns:
            Log odds (candidates, columns).
        """
        scores = self.linear.scores(candidates).astype(np.float64) / SCALE
        return scores + (meanings @ self.of_meaning.astype(np.float64)) / MEANING_SCALE


def words_of(facts: Facts, number: int) -> tuple[str, ...]:
    """The features of a candidate for a linear model.

    Args:
        facts: The article.
        number: The candidate's number.

    Returns:
        The features, each once, in a fixed order: `name=word`.
    """
    mention, status, context = facts.mentions[number], facts.statuses[number], facts.context
    tree, trigger = mention.tree, mention.trigger
    predicate = mention.own_predicate
    top = predicate.top if predicate else trigger
    found = [
        f"w={mention.lemma}/{trigger.pos[:1]}",
        f"f={mention.frame}",
        f"k={'extra' if mention.extra else mention.kind.value}",
        f"s={status}",
        f"at={min(context.sentence_offset(mention), _LATE)}",
        f"t={predicate.tense if predicate else '-'}",
        *_above(tree, top),
        *_below(tree, trigger, top),
        *_beside(tree, trigger),
        *(_of_predicate(tree, predicate) if predicate else ()),
        *_within(mention, trigger, top),
        *_situation(facts, number),
    ]
    return tuple(sorted(set(found)))


def _situation(facts: Facts, number: int) -> list[str]:
    """The rules' dating of the candidate, its tense with the ages of the article's days, its number of expressions."""
    mention, predicate = facts.mentions[number], facts.mentions[number].predicate
    offset, tense = facts.context.sentence_offset(mention), predicate.tense if predicate else "-"
    own = len(facts.attached.get((mention.sentence, mention.trigger.index), ()))
    here = facts.within.get(mention.sentence, 0)
    today, yesterday, lead = (facts.article[ARTICLE.index(name)] for name in ("fresh 0", "fresh 1", "lead age"))
    age = int(min(max(lead, -_OLD), _OLD))
    return [
        f"rule={facts.ruled[number].rule.value}",
        f"lead={age}",
        f"today={int(min(today, 2))}",
        f"yesterday={int(min(yesterday, 2))}",
        f"own={min(own, 2)}",
        f"here={min(here, 2)}",
        f"off={min(offset, 2 * _LATE)}",
        f"t,at={tense},{min(offset, 2)}",
        f"t,here={tense},{min(here, 1)}",
        f"t,lead={tense},{age}",
    ]


def _above(tree: Tree, top: Token) -> list[str]:
    head = tree.head(top)
    lemma = "ROOT" if head is top else head.lemma.lower()
    chain = [top.relation, *(token.relation for token, _ in zip(tree.ancestors(top), range(2), strict=False))]
    root = tree.root
    root_feature = [] if root is None or root is top else [f"root={root.lemma.lower()}"]
    return [f"h={lemma}", f"hd={lemma}>{top.relation}", f"ch={'>'.join(chain)}", *root_feature]


def _below(tree: Tree, trigger: Token, top: Token) -> list[str]:
    children = [*tree.dependents(trigger), *(tree.dependents(top) if top is not trigger else ())]
    return [
        feature
        for child in children
        for feature in (
            f"has_{child.dep}",
            *((f"{child.relation}={child.entity or child.lemma.lower()}",) if child.relation in _DESCRIBED_BY else ()),
        )
    ]


def _beside(tree: Tree, trigger: Token) -> list[str]:
    found = [f"first={tree.tokens[0].text.lower()}", f"last={tree.tokens[-1].text}"]
    for step in (-2, -1, 1, 2):
        at = trigger.index + step
        token = tree.tokens[at] if 0 <= at < len(tree.tokens) else None
        found += [f"n{step}={token.text.lower() if token else '#'}", f"p{step}={token.pos if token else '#'}"]
    return found


def _of_predicate(tree: Tree, predicate: Predicate) -> list[str]:
    found = [f"gov={lemma}" for lemma in predicate.governors]
    head = subject(tree, predicate)
    if head is not None:
        article = next((child.lemma for child in tree.dependents(head, "det")), "-")
        found += [f"subj={head.entity or head.lemma.lower()}", f"subjdet={article}"]
    return found


def _within(mention: Mention, trigger: Token, top: Token) -> list[str]:
    inside = clause(mention) if mention.own_predicate else mention.tree.subtree(trigger)
    lemmas = {token.lemma.lower() for token in inside if token.pos in _CONTENT and token.index != trigger.index}
    entities = {token.entity for token in mention.tree.subtree(top) if token.entity}
    return [*(f"b={lemma}" for lemma in sorted(lemmas)[:_MOST_WORDS]), *(f"e={label}" for label in entities)]
