"""The words of an event and its sentence, as features of linear models, one for each status.

The lists of the language know what kinds of verbs say, deny or intend; the words themselves know more: "accusé de",
"vise à", "aucun accord", "faute de". A feature is a text such as "h=accuser>acl".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from timeline.events import word_weights
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Predicate
from timeline.events.detection.subjects import subject
from timeline.events.tree import Tree
from timeline.events.word_weights import LinearWords
from timeline.model import Token

MODEL = "words.npz"
_ABOVE, _CHAIN, _NEAR = 4, 3, 3
_VERBS, _LINKS = frozenset({"VERB", "AUX"}), frozenset({"ADV", "SCONJ", "ADP"})


def load() -> LinearWords:
    """The shipped models, in the order of `model.Status`."""
    return word_weights.load("timeline.events.status", MODEL)


def words_of(mention: Mention) -> tuple[str, ...]:
    """The features of a mention.

    Returns:
        The features, each once, in a fixed order: `name=word`.
    """
    tree, trigger, predicate = mention.tree, mention.trigger, mention.predicate
    top = predicate.top if predicate else trigger
    found = {
        f"w={mention.lemma}/{trigger.pos[:1]}",
        f"f={mention.frame}",
        f"t={predicate.tense if predicate else '-'}",
        f"z={tree.tokens[-1].text}",
        *_above(tree, trigger, top),
        *(f"c={_described(child)}" for child in tree.dependents(trigger)),
        *_near(tree, trigger),
    }
    if top is not trigger:
        found.update(f"d={_described(child)}" for child in tree.dependents(top))
    if predicate:
        found.update(_of_predicate(tree, predicate))
    for index, feature in tree.remembered("words of status", None, lambda: _of_sentence(tree)):
        if index != trigger.index:
            found.add(f"{feature},{'<' if index < trigger.index else '>'}")
    return tuple(sorted(found))


def _described(child: Token) -> str:
    return f"{child.relation}={child.entity or child.lemma.lower()}"


def _above(tree: Tree, trigger: Token, top: Token) -> list[str]:
    """The governors of the clause and, for a noun, of the word itself."""
    head, own = tree.head(top), tree.head(trigger)
    lemma = "ROOT" if head is top else head.lemma.lower()
    above = list(islice(tree.ancestors(top), _ABOVE))
    return [
        f"h={lemma}>{top.relation}",
        f"o={own.lemma.lower()}>{trigger.relation}",
        *(f"a={token.lemma.lower()}" for token in above),
        *(f"at={token.pos}{token.tense}{token.mood}{token.verb_form}" for token in above[:_CHAIN]),
    ]


def _near(tree: Tree, trigger: Token) -> list[str]:
    found = []
    for step in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
        at = trigger.index + step
        found.append(f"n{step}={tree.tokens[at].text.lower() if 0 <= at < len(tree.tokens) else '#'}")
    return found


def _of_predicate(tree: Tree, predicate: Predicate) -> list[str]:
    head = subject(tree, predicate)
    return [
        *(f"g={lemma},{predicate.tense}" for lemma in predicate.governors),
        *([] if head is None else [f"s={head.entity or head.lemma.lower()}"]),
    ]


def _of_sentence(tree: Tree) -> Sequence[tuple[int, str]]:
    """The verbs of a sentence with tense and mood, its adverbs, conjunctions and prepositions; each with its index."""
    found = []
    for token in tree.tokens:
        if token.pos in _VERBS:
            found.append((token.index, f"v={token.lemma.lower()}/{token.tense or token.verb_form}{token.mood}"))
        elif token.pos in _LINKS:
            found.append((token.index, f"x={token.lemma.lower()}"))
    return found
