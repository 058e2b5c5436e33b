"""Find each word that may name an event: the rules' mentions, and further event nouns, complements and gerunds.

The rules of `mentions` are cautious. The model that ranks candidates tolerates a few more, but cannot find a word that
is not among its candidates.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection import mentions, predicates
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Predicate
from timeline.events.lexicon import Lexicon
from timeline.events.tree import Tree
from timeline.model import Timex, Token


def find_all(trees: Sequence[Tree], timexes: Sequence[Timex], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The candidates of an article in text order, at most one for each word.

    Args:
        trees: The tree of each sentence; a mention's `sentence` is an index into them.
        timexes: The time expressions of the article.
        lexicon: The words of the article's language.

    Returns:
        The mentions of `mentions.find`, and `extra` ones that only a model may take for events.
    """
    found: list[Mention] = []
    for number, tree in enumerate(trees):
        inside = tree.times(timexes)
        read = predicates.read(tree, lexicon)
        ruled = mentions.find(number, tree, inside, lexicon, read)
        known = {mention.trigger.index for mention in ruled}
        words = (token for token in tree.tokens if token.index not in known and _may_be_one(tree, token, lexicon))
        more = [_extra(number, tree, inside, token, read) for token in words if not mentions.in_timex(token, inside)]
        found += sorted((*ruled, *more), key=lambda mention: mention.trigger.index)
    return tuple(found)


def _extra(number: int, tree: Tree, timexes: Sequence[Timex], token: Token, found: Sequence[Predicate]) -> Mention:
    own = _own(token, found)
    frame = Frame.VERB if own else mentions.noun_frame(tree, token, timexes, has_verb=True) or Frame.OBLIQUE
    return Mention(
        number, tree, token, own or mentions.carrier(tree, token, found), frame, MentionKind.EVENT, extra=True
    )


def _own(token: Token, found: Sequence[Predicate]) -> Predicate | None:
    """The verb group that a verb belongs to."""
    if token.pos != "VERB":
        return None
    return next((predicate for predicate in found if token.index in predicate.parts), None)


def _may_be_one(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    if token.pos == "VERB":
        return not token.dep.startswith("aux") and not predicates.tells_nothing(tree, token, lexicon)
    common = token.pos == "NOUN" or (token.pos == "PROPN" and token.text[:1].islower())
    return common and predicates.may_name_event(token, lexicon)
