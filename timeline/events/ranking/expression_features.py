"""Features of a time expression that may date a candidate: its position and its kind."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from timeline.events.detection.mentions import Mention
from timeline.events.ranking.facts import Facts
from timeline.events.tree import Tree
from timeline.model import Signal, Span, Timex, TimexType, Token

_LENGTH = -1
"""The granularity of a length of time, which has no date of its own."""
_FAR = 20
_SIGNALS = {signal: code for code, signal in enumerate(Signal)}
_TYPES = {kind: code for code, kind in enumerate(TimexType)}

NAMES = (
    *("sentences away", "paragraphs away", "rank"),
    *("letters away", "steps up", "steps down", "is governed", "of a saying", "of a clause above"),
    *("verbs between", "commas between", "attached", "word", "of a noun", "of a verb", "of the trigger"),
    "quotation marks or tense",
    *("signal", "type", "granularity", "anaphoric", "absolute", "modified", "dateline", "in brackets", "letters"),
)
"""The names of the features, in order. "quotation marks or tense" counts the marks between the two, in the same
sentence; in another sentence it is whether the expression's clause has the candidate's tense."""


class ExpressionTable:
    """The expressions from the position of one candidate; the features of each are computed once."""

    def __init__(self, facts: Facts, number: int, governed: Set[Span], ranks: Mapping[int, int]) -> None:
        self._facts, self._number, self._governed, self._ranks = facts, number, governed, ranks
        self._mention = facts.mentions[number]
        tree, trigger = self._mention.tree, self._mention.trigger
        self._above = [trigger.index, *(token.index for token in tree.ancestors(trigger))]
        predicate = self._mention.own_predicate
        self._parts = predicate.parts if predicate else frozenset[int]()
        self._known: dict[int, list[float]] = {}

    def of(self, timex: int) -> list[float]:
        """The values of `NAMES` for one expression."""
        if timex not in self._known:
            self._known[timex] = self._look(timex)
        return self._known[timex]

    def _look(self, number: int) -> list[float]:
        facts, mention = self._facts, self._mention
        timex, sentence, top = facts.timexes[number], facts.sentences[number], facts.tops[number]
        paragraphs = facts.context.paragraphs
        away = paragraphs[sentence] - paragraphs[mention.sentence] if sentence >= 0 else 9
        place: list[float] = [sentence - mention.sentence, away, self._ranks.get(number, _FAR)]
        if sentence == mention.sentence and top is not None:
            place += self._beside(timex, top)
        else:
            place += self._elsewhere(sentence, top)
        return [float(value) for value in (*place, *self._kind(timex))]

    def _beside(self, timex: Timex, top: Token) -> list[float]:
        """Features of an expression in the candidate's own sentence."""
        tree, trigger = self._mention.tree, self._mention.trigger
        after = timex.span.start >= trigger.end
        distance = timex.span.start - trigger.end if after else timex.span.end - trigger.start
        path = [top.index, *(token.index for token in tree.ancestors(top))]
        up, down = self._steps(path)
        owners = self._facts.owners[self._mention.sentence]
        owner = next((owners[index] for index in path if index in owners), None)
        governor = self._facts.mentions[owner] if owner is not None else None
        low, high = sorted((top.index, trigger.index))
        between = tree.tokens[low + 1 : high]
        head = tree.tokens[top.head]
        return [
            math.copysign(math.log1p(abs(distance)), distance),
            up,
            down,
            owner == self._number,
            governor is not None and governor.kind.is_saying and not governor.extra,
            governor is not None and governor.trigger.index in self._above,
            sum(token.pos == "VERB" for token in between),
            sum(token.text == "," for token in between),
            timex.span in self._governed,
            top.index,
            head.pos == "NOUN",
            head.pos == "VERB",
            top.head == self._above[0] or top.head in self._parts,
            sum(token.text in ("«", "»") for token in between),
        ]

    def _steps(self, path: list[int]) -> tuple[int, int]:
        """The steps from the expression up to the common ancestor, and from there down to the candidate."""
        common = next((index for index in path if index in self._above or index in self._parts), None)
        if common is None:
            return _FAR, _FAR
        down = self._above.index(common) if common in self._above else _FAR
        return path.index(common), min(down, 0 if common in self._parts else _FAR)

    def _elsewhere(self, sentence: int, top: Token | None) -> list[float]:
        facts, mention = self._facts, self._mention
        tree: Tree | None = facts.trees[sentence] if sentence >= 0 else None
        path = [top.index, *(token.index for token in tree.ancestors(top))] if tree and top else []
        owners = facts.owners[sentence] if sentence >= 0 else {}
        owner = next((owners[index] for index in path if index in owners), None)
        governor = facts.mentions[owner] if owner is not None else None
        head = tree.tokens[top.head] if tree and top else None
        return [
            0,
            len(path),
            _FAR,
            0,
            governor is not None and governor.kind.is_saying and not governor.extra,
            *(0, 0, 0, 0),
            top.index if top else -1,
            head is not None and head.pos == "NOUN",
            head is not None and head.pos == "VERB",
            0,
            governor is not None and _same_tense(governor, mention),
        ]

    def _kind(self, timex: Timex) -> list[float]:
        expression, context = timex.expression, self._facts.context
        return [
            _SIGNALS[expression.signal],
            _TYPES[expression.type],
            timex.date.granularity.rank if timex.date is not None else _LENGTH,
            isinstance(timex.anchor, Timex),
            timex.anchor is None,
            expression.modifier is not None,
            context.is_dateline(timex),
            context.is_bracketed(timex),
            len(expression.text),
        ]


def _same_tense(one: Mention, other: Mention) -> bool:
    return one.predicate is not None and other.predicate is not None and one.predicate.tense is other.predicate.tense
