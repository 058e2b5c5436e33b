"""The tense of a sentence that is told in its own words: what happened is told in the present."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline.events.detection import mentions
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.detection.subjects import subject
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.types import Clause
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.agreement import sequence_of_tenses
from timeline.events.headline.verbs import is_caused, verb_forms
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_BEING = function_words("auxiliary_of_being")
_PAST = (Tense.PERFECT, Tense.PLUPERFECT)
_AS_THEY_ARE = (Form.COPULA, Form.INFINITIVE)


def in_the_present(
    context: HeadlineContext, mention: Mention, root: Token, words: tuple[Token, ...]
) -> Mapping[int, str]:
    """The verbs of a sentence's main clauses in the present; nothing where one of them has no present.

    What is quoted stays as it was said.

    Args:
        context: The inputs of headline writing.
        mention: The mention, for its sentence.
        root: The verb of the clause that is told.
        words: The words of the line.

    Returns:
        New words by index.
    """
    tree, shown = mention.tree, {word.index for word in words}
    quoted = in_quotes(tree)
    found: dict[int, str] = {}
    for predicate in context.predicates(tree):
        if not _is_main(tree, predicate, root) or not shown >= predicate.parts or predicate.token.index in quoted:
            continue
        kind = mentions.kind_of(tree, predicate.token, context.context.lexicon)
        whole = replace(mention, trigger=predicate.token, predicate=predicate, frame=Frame.VERB, kind=kind)
        head = subject(tree, predicate)
        forms = {} if predicate.form in _AS_THEY_ARE else verb_forms(context, whole, predicate, head)
        past = predicate.tense in _PAST or is_caused(tree, predicate)
        if past and (not forms or _holds_a_subject(tree, predicate)):
            return {}
        if _shares_being(tree, predicate):
            continue
        found |= forms
        if forms and past:
            own = frozenset(predicate.parts)
            found |= sequence_of_tenses(Clause(context, tree, predicate, None, frozenset(), own, frozenset()))
    return found


def _shares_being(tree: Tree, predicate: Predicate) -> bool:
    """Whether it is the second participle after one "être": "22 personnes sont mortes et 64 autres blessées"."""
    if predicate.form is not Form.PARTICIPLE or predicate.top.relation != "conj":
        return False
    return any(helper.lemma in _BEING for helper in auxiliaries(tree, tree.head(predicate.top)))


def _holds_a_subject(tree: Tree, predicate: Predicate) -> bool:
    """Whether a subject stands inside the verb group, which then has a word of another clause."""
    first, last = min(predicate.parts), max(predicate.parts)
    return any(token.relation == "nsubj" and token.pos != "PRON" for token in tree.tokens[first:last])


def _is_main(tree: Tree, predicate: Predicate, root: Token) -> bool:
    """Whether the verb is that of the clause of `root`, or coordinated with it or juxtaposed to it behind it."""
    top = predicate.top
    while (top.relation == "conj" or _is_juxtaposed(tree, top)) and not tree.is_root(top) and top.index != root.index:
        top = tree.head(top)
    return tree.is_root(top) or top.index == root.index


def _is_juxtaposed(tree: Tree, verb: Token) -> bool:
    """Whether it tells a second thing with its own subject: "112 élus ont voté oui, 37 ont voté non"."""
    beside = verb.relation == "parataxis" and verb.index > verb.head
    subject_ = tree.first(verb, "nsubj") if beside else None
    return subject_ is not None and all(subject_.index < one.index for one in (verb, *auxiliaries(tree, verb)))
