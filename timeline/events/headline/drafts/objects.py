"""The object behind the verb of a clause, and the weak pronouns before it that a line may do without."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.detection.predicates import Predicate
from timeline.events.headline.base.types import Clause
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_THERE = function_words("locative_pronoun")


def with_object(tree: Tree, predicate: Predicate, replaced: dict[int, str], name: str) -> dict[int, str]:
    """The words of the verb group with an object behind them."""
    last = _end_of_turn(tree, max(predicate.parts))
    return {**replaced, last: f"{replaced.get(last, tree.tokens[last].text)} {name}".strip()}


def _end_of_turn(tree: Tree, last: int) -> int:
    """The last word of verb and bare object: a name comes after "rend hommage", not between the two."""
    after = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else tree.tokens[last]
    bare = after.relation == "obj" and after.pos == "NOUN" and not tree.has(after, "det", "nummod")
    return after.index if bare else last


def elided_anew(clause: Clause, gone: Iterable[Token]) -> dict[int, str]:
    """What loses its vowel before the verb that a pronoun parted it from: "de (lui) interdire" is "d'interdire"."""
    tokens, conjugation = clause.tree.tokens, clause.context.conjugation
    parted = (word.index for word in gone if word.index and conjugation.elides(tokens[word.index + 1].text))
    short = {index - 1: conjugation.shortened(tokens[index - 1].text.lower()) for index in parted}
    return {index: text for index, text in short.items() if text}


def is_given_apart(clause: Clause, word: Token) -> bool:
    """Whether it is a weak pronoun that its verb may do without: "(lui) a proposé de partir", "d'(y) poser sa …"."""
    return _is_dative(clause, word) or _is_beside_an_object(clause, word)


def _is_beside_an_object(clause: Clause, word: Token) -> bool:
    """Whether it is "lui", "leur" or "y" before an infinitive with an object: "vient (leur) promettre une aide"."""
    verb, words = clause.tree.head(word), clause.context.words
    weak = words.has("datives", word.text.lower()) or word.text.lower() in _THERE
    led = word.pos == "PRON" and verb.verb_form == "Inf" and word.index < verb.index
    behind = (one for one in clause.tree.dependents(verb, "obj", "ccomp", "xcomp") if one.index > verb.index)
    given = any(one.pos != "PRON" for one in behind) and _end_of_turn(clause.tree, verb.index) == verb.index
    return weak and led and given


def _is_dative(clause: Clause, word: Token) -> bool:
    """Whether it is "lui" or "leur" before the clause's verb."""
    before = word.index < min(clause.predicate.parts) and word.head in clause.predicate.parts
    last = max(clause.predicate.parts)
    if _end_of_turn(clause.tree, last) != last:
        return False  # "lui rend hommage" says nothing without "lui"
    return before and word.pos == "PRON" and clause.context.words.has("datives", word.text.lower())
