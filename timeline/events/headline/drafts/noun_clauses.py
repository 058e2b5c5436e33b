"""The clause behind a noun that says what the event is: "la suspension prononcée en juin à Lyon"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.clauses import clause_drafts
from timeline.events.headline.drafts.nouns import described_drafts, noun_drafts
from timeline.events.headline.drafts.polarity import dates_another, is_unreal
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_PAST = (Tense.PERFECT, Tense.PLUPERFECT)
_WHO = function_words("subject_relative")


def relative_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of what a noun that dates another event did: "deux jours après le séisme qui a fait 139 morts".

    Args:
        context: The inputs of headline writing.
        mention: A mention whose trigger is a noun.

    Yields:
        "Le séisme a fait 139 morts".
    """
    tree, noun = mention.tree, mention.trigger
    if noun.pos != "NOUN" or not dates_another(context, tree, noun):
        return
    for clause in _behind(context, tree, noun):
        subject = tree.first(clause.top, "nsubj")
        if clause.form is not Form.FINITE or clause.negated or clause.tense not in _PAST or subject is None:
            continue
        if clause.top.dep == "acl:relcl" and subject.text.lower() in _WHO:
            yield from clause_drafts(context, _of_its_verb(mention, clause), clause, "clause")


def participle_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of what was done, of a noun beside another event: "le recours contre la suspension prononcée à Lyon".

    Args:
        context: The inputs of headline writing.
        mention: A mention whose trigger is a noun.

    Yields:
        "La suspension est prononcée à Lyon"; nothing where the time is not the participle's, it only plans the event,
        or no complement says more than the noun.
    """
    tree, noun = mention.tree, mention.trigger
    if noun.pos != "NOUN" or _is_denied(context, tree, noun):
        return
    for clause in _behind(context, tree, noun):
        if not (_is_done(context, clause) and _has_the_time(context, tree, noun, clause.top)):
            continue
        below = tree.subtree(clause.top)
        if any(token.pos == "DET" and token.is_possessive for token in below):
            continue  # "l'avis rendu mardi par sa commission": whose?
        complements = {token.index for token in below if token.pos in ("NOUN", "PROPN")}
        for draft in clause_drafts(context, _of_its_verb(mention, clause), clause, "clause"):
            if draft.kind == "active" or any(word.index in complements for word in draft.words):
                yield draft


def apart_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts from a noun and the words below it: they tell no other event of the sentence."""
    if mention.trigger.pos != "NOUN":
        return
    yield from relative_drafts(context, mention)
    yield from participle_drafts(context, mention)
    yield from noun_drafts(context, mention)
    if not mention.tree.is_indefinite(mention.trigger):  # "un nouveau record historique": of what?
        yield from described_drafts(context, mention)


def _is_denied(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether the sentence says that it was not: any under a denial, an indefinite one under a negation or a wish."""
    lexicon = context.context.lexicon
    if any(lexicon.is_verb(above.lemma.lower(), VerbClass.DENY) for above in tree.ancestors(noun)):
        return True
    return not tree.is_definite(noun) and is_unreal(context, tree, noun)


def _behind(context: HeadlineContext, tree: Tree, noun: Token) -> Iterator[Predicate]:
    for top in tree.dependents(noun, "acl"):
        yield from (one for one in context.predicates(tree) if one.top is top)


def _of_its_verb(mention: Mention, clause: Predicate) -> Mention:
    return replace(mention, trigger=clause.token, predicate=clause, frame=Frame.VERB, kind=MentionKind.EVENT)


def _is_done(context: HeadlineContext, clause: Predicate) -> bool:
    """Whether a participle tells an act, and not a plan or a wish: "prévu", "promis"."""
    lemma = clause.token.lemma.lower()
    planned = lemma in context.context.lexicon.words(WordList.PLANNED_PARTICIPLES) or context.words.has("doubt", lemma)
    return clause.form is Form.PARTICIPLE and clause.passive and not (clause.negated or planned)


def _has_the_time(context: HeadlineContext, tree: Tree, noun: Token, participle: Token) -> bool:
    """Whether a time stands below the participle, or the noun dates another event: then it is not the main verb's."""
    own = tree.indices(participle)
    return bool(own & timex_tokens(context, tree)) or noun.relation in ("obl", "nmod")
