"""How a name in an event's sentence is connected with the event's trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline.events.arguments.candidates import Occurrence
from timeline.events.detection.mentions import Mention
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.participants import clause, event_words
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree, relation_code
from timeline.model import Span, Token

_BORDERS = frozenset({"ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})
_CASES = (
    *(WordList.CASES_INTO, WordList.CASES_AT, WordList.CASES_INSIDE, WordList.CASES_OF, WordList.CASES_BY),
    *(WordList.CASES_WITH, WordList.CASES_AGAINST, WordList.CASES_FOR, WordList.CASES_SOURCE),
)
"""Classes of prepositions, by their names in the lexicon."""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """An event's sentence, seen from the event: the height of each word above it, and the words of its clause."""

    tree: Tree
    trigger: int
    parts: frozenset[int]
    up: dict[int, int]
    above: tuple[int, ...]
    event_words: frozenset[int]
    clause: frozenset[int]
    subject: frozenset[int]
    head: Token | None
    triggers: frozenset[int]

    @classmethod
    def of(cls, mention: Mention, entities: EntityIndex, head: Token | None, triggers: frozenset[int]) -> SentenceView:
        """The view of a mention whose clause has the subject `head`; `triggers` are the sentence's event words."""
        tree, predicate = mention.tree, mention.own_predicate
        parts = frozenset({mention.trigger.index, *(predicate.parts if predicate else ())})
        above = (mention.trigger.index, *(token.index for token in tree.ancestors(mention.trigger)))
        up = {index: steps for steps, index in enumerate(above)} | dict.fromkeys(parts, 0)
        return cls(
            tree,
            mention.trigger.index,
            parts,
            up,
            above,
            frozenset(token.index for token in event_words(mention, entities)),
            frozenset(token.index for token in clause(mention)),
            tree.indices(head) if head is not None else frozenset(),
            head,
            triggers,
        )

    def best(self, occurrences: Sequence[Occurrence]) -> tuple[float, ...]:
        """The features of the nearest occurrence of a name, from "absent" on."""
        seen = min((self._path(one) for one in occurrences), key=lambda path: path[0])
        return (0.0, *seen[1][:22], float(len(occurrences)), *seen[1][22:])

    def _path(self, one: Occurrence) -> tuple[tuple[bool, int, int], tuple[float, ...]]:
        token = last = one.token
        down = borders = verbs = nouns = 0
        while token.index not in self.up and token.head != token.index and down < len(self.tree.tokens):
            borders += token.relation in _BORDERS or (token.relation == "conj" and token.pos in ("VERB", "AUX"))
            if token is not one.token:
                verbs, nouns = verbs + (token.pos == "VERB"), nouns + (token.pos == "NOUN")
            last, token, down = token, self.tree.tokens[token.head], down + 1
        up = self.up.get(token.index, 9)
        index, governor = one.token.index, self.tree.head(one.token)
        is_event_word = index in self.event_words
        values = (
            is_event_word, index in self.clause, up, down,
            relation_code(one.token.dep), relation_code(last.dep) if down else -1.0,
            index - self.trigger, index in self.subject, self._is_subject(one), one.is_locative,
            *(name in one.kinds for name in _CASES),
            one.is_office, one.is_quoted, one.is_bracketed,
            borders, verbs, self._crossed_below(token), governor.pos == "NOUN",
            governor.index in self.triggers and governor.index not in self.parts, nouns,
        )  # fmt: skip
        return (not is_event_word, up + down, abs(index - self.trigger)), tuple(float(value) for value in values)

    def _crossed_below(self, top: Token) -> int:
        """How many clauses and conjuncts begin between the trigger and a word above it."""
        below = takewhile(lambda index: index != top.index, self.above)
        kinds = [self.tree.tokens[index].relation for index in below]
        return sum([kind in _BORDERS or kind == "conj" for kind in kinds])

    def _is_subject(self, one: Occurrence) -> bool:
        if self.head is None:
            return False
        return self.head.index == one.token.index or one.span.contains(Span(self.head.start, self.head.end))
