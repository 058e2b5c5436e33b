"""The speaker of a quotation in a sentence."""

from __future__ import annotations

from collections.abc import Set

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Predicate
from timeline.events.tree import Tree
from timeline.model import Token

_OPENS, _CLOSES = ("«", "“"), ("»", "”")
_STRAIGHT = '"'
_NEAR = 3


def speaker(tree: Tree, predicate: Predicate, hidden: Set[int]) -> Token | None:
    """The noun right after a verb that follows a quotation ("« … », a déclaré Bob Ferguson"), with any relation to it.

    Args:
        tree: The tree of the sentence.
        predicate: The verb of saying.
        hidden: The indices of the words of dates, which are passed over.

    Returns:
        The noun; None where no quotation ends just before the verb, or where another word follows.
    """
    first, last = min(predicate.parts), predicate.token.index
    closing = {index for index, opens in quotation_marks(tree) if not opens}
    if closing.isdisjoint(range(max(0, first - _NEAR), first)):
        return None
    following = [token for token in tree.tokens[last + 1 :] if token.index not in hidden]
    for token in following[:_NEAR]:
        if token.pos in ("NOUN", "PROPN"):
            return token
        if token.pos not in ("DET", "ADJ", "NUM"):
            return None
    return None


def is_in_quotes(tree: Tree, token: Token) -> bool:
    """Whether a token stands between quotation marks, or after one that the sentence does not close.

    Returns:
        True inside a quotation.
    """
    return next((opens for index, opens in reversed(quotation_marks(tree)) if index < token.index), False)


def quotation_marks(tree: Tree) -> tuple[tuple[int, bool], ...]:
    """The quotation marks of a sentence.

    Returns:
        The index of each, and whether it opens a quotation, in text order.
    """
    return tree.remembered("quotation marks", None, lambda: _marks(tree))


def _marks(tree: Tree) -> tuple[tuple[int, bool], ...]:
    """The sentence's quotation marks: the index of each, and whether it opens a quotation.

    Of straight ones each second closes; an odd one may be that of a sentence before, and is none.
    """
    marks = (token for token in tree.tokens if token.text in _OPENS or token.text in _CLOSES)
    straight = [token.index for token in tree.tokens if token.text == _STRAIGHT]
    paired = straight[: len(straight) // 2 * 2]
    found = [(token.index, token.text in _OPENS) for token in marks]
    return tuple(sorted([*found, *((index, place % 2 == 0) for place, index in enumerate(paired))]))


def quoted_before(tree: Tree, speaker: Token) -> set[int]:
    """The quoted words before an unquoted speaker: they are not part of the name, even if the parse attaches them.

    Returns:
        Their indices; none for a speaker within the quotation.
    """
    if is_in_quotes(tree, speaker):
        return set()
    return {token.index for token in tree.tokens[: speaker.index] if is_in_quotes(tree, token)}


def is_spoken(mention: Mention, head: Token | None) -> bool:
    """Whether a speaker reports an event in the first person, so that "nous" and "je" name nobody.

    Args:
        mention: The mention of the event.
        head: The head of its subject, or None.

    Returns:
        True within a quotation.
    """
    first = head is not None and head.features.get("Person") in ("1", "2")
    return first and is_in_quotes(mention.tree, mention.trigger)
