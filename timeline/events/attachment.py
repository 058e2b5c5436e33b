"""Which time expression belongs to which mention, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.mentions import Frame, Mention
from timeline.events.tree import Tree
from timeline.model import Signal, Span, Timex, TimexType, Token

_OWN_ONLY = (Frame.DATED, Frame.OBLIQUE)
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def attach(mentions: Sequence[Mention], timexes: Sequence[Timex]) -> Mapping[int, tuple[Timex, ...]]:
    """For each mention (by trigger index) the expressions that it governs, in text order.

    An expression belongs to the first mention on its way up the tree, so that no clause border is crossed; where it has
    none above it, to the nearest mention. One that stands before the first of several coordinated clauses is shared by them.
    """
    if not mentions:
        return {}
    owners = _owners(mentions)
    found: dict[int, list[Timex]] = {}
    for timex in timexes:
        owner = _owner(mentions, owners, timex)
        if owner is None:
            continue
        for mention in (owner, *_coordinated(mentions, owner, timex)):
            found.setdefault(mention.trigger.index, []).append(timex)
    return {index: tuple(own) for index, own in found.items()}


def can_date(timex: Timex) -> bool:
    """Whether the expression can date an event: no repeated time, no mere length."""
    if timex.expression.type is TimexType.SET:
        return False
    if timex.expression.type is TimexType.DURATION:
        return timex.expression.signal is Signal.SINCE or timex.date is not None
    return timex.date is not None or timex.value in _VAGUE


def is_vague(timex: Timex) -> bool:
    """Whether the expression names no stretch of the calendar ("récemment", "actuellement")."""
    return timex.value in _VAGUE


def _owners(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        if mention.predicate is not None and mention.frame not in _OWN_ONLY:
            for index in mention.predicate.parts:
                found.setdefault(index, mention)
    for mention in mentions:
        if mention.frame is not Frame.OBLIQUE:
            found[mention.trigger.index] = mention
    return found


def _owner(mentions: Sequence[Mention], owners: Mapping[int, Mention], timex: Timex) -> Mention | None:
    tree = mentions[0].tree
    top = tree.top(timex.span)
    if top is None:
        return None
    above = next((owners[token.index] for token in tree.ancestors(top) if token.index in owners), None)
    if above is not None and not _is_walled(tree, above.trigger, top):
        return above
    here = [mention for mention in mentions if not _is_walled(tree, mention.trigger, top)]
    return _nearest(here or mentions, timex.span) if above is None or here else above


_WALLS = frozenset({".", ";", "!", "?", "…"})


def _is_walled(tree: Tree, one: Token, other: Token) -> bool:
    """Whether a full stop or a semicolon parts the two: the parse has crossed the end of a sentence."""
    first, last = sorted((one.index, other.index))
    return any(token.text in _WALLS for token in tree.tokens[first:last])


def _nearest(mentions: Sequence[Mention], span: Span) -> Mention:
    return min(mentions, key=lambda mention: (_distance(mention.trigger, span), mention.trigger.index))


def _distance(token: Token, span: Span) -> int:
    return min(abs(token.start - span.end), abs(span.start - token.end))


def _coordinated(mentions: Sequence[Mention], owner: Mention, timex: Timex) -> tuple[Mention, ...]:
    """The clauses coordinated with the owner's, where the expression opens the sentence for all of them."""
    predicate = owner.predicate
    if predicate is None or timex.span.start > predicate.top.start:
        return ()
    return tuple(
        mention
        for mention in mentions
        if mention.predicate is not None
        and mention is not owner
        and mention.predicate.top.dep.startswith("conj")
        and mention.predicate.top.head in predicate.parts
        and mention.predicate.tense == predicate.tense
    )
