"""The factuality of an event, as the text presents it: asserted, reported, planned, denied, conditional."""

from __future__ import annotations

from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.lexicon import Lexicon, SemiClass, VerbClass, WordList
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Date, Status, Token

_IF = function_words("conditional")
_CONDITIONALS = (Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)


def qualify(mention: Mention, date: Date | None, published: Date, lexicon: Lexicon) -> Status:
    """The status of a mention.

    Args:
        mention: The mention.
        date: Its date; None where it has none.
        published: The day of the article.
        lexicon: The words of the article's language.

    Returns:
        The status.
    """
    denied = _denied(mention, lexicon)
    modal = _modality(mention, lexicon)
    if modal is Status.CONDITIONAL:
        return modal
    if denied:
        return Status.DENIED
    if modal is not None:
        return _historical(modal, date, published)
    if is_attributed(mention, lexicon):
        return Status.REPORTED
    return Status.ASSERTED


def _historical(status: Status, date: Date | None, published: Date) -> Status:
    """A plan for a day before the article counts as a fact: "sera fusillée en 1944"."""
    over = date is not None and date.end is not None and published.begin is not None and date.end <= published.begin
    return Status.ASSERTED if status is Status.PLANNED and over else status


def _denied(mention: Mention, lexicon: Lexicon) -> bool:
    predicate = mention.predicate
    if predicate is None or mention.frame in (Frame.DATED, Frame.OBLIQUE):
        return False
    if predicate.negated:
        return not lexicon.is_verb(predicate.token.lemma, VerbClass.STOP)
    cases = mention.tree.dependents(mention.trigger, "case", "mark")
    if any(case.lemma in lexicon.words(WordList.DENIED_PREPOSITIONS) for case in cases):
        return True
    return _is_claim_denied(mention.tree, predicate.top, lexicon)


def _is_claim_denied(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether somebody denies the content of the clause: "dément avoir vendu"."""
    if relation(top) not in ("ccomp", "xcomp"):
        return False
    return lexicon.is_verb(tree.head(top).lemma, VerbClass.DENY)


def _modality(mention: Mention, lexicon: Lexicon) -> Status | None:
    if _is_a_project(mention, lexicon):
        return Status.PLANNED
    predicate = mention.predicate
    if predicate is None or mention.frame in (Frame.DATED, Frame.OBLIQUE):
        return None
    if mention.frame is Frame.PLANNED or _is_planned_participle(mention, lexicon):
        return Status.PLANNED
    if predicate.governors:
        return _governed(mention, predicate.tense, predicate.governors, lexicon)
    if predicate.form is Form.INFINITIVE and mention.kind is MentionKind.AIM:
        return Status.PLANNED
    if predicate.tense in (Tense.FUTURE, Tense.FUTURE_PERFECT):
        return Status.CONDITIONAL if is_hedged(mention, lexicon) else Status.PLANNED
    if predicate.tense in _CONDITIONALS:
        return _conditional(mention, lexicon)
    return None


def _is_a_project(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the event noun depends on a noun of intention: "le projet de construction"."""
    trigger = mention.trigger
    governor = mention.tree.head(trigger)
    return relation(trigger) == "nmod" and governor.lemma in lexicon.words(WordList.PLANNED_NOUNS)


def _is_planned_participle(mention: Mention, lexicon: Lexicon) -> bool:
    predicate = mention.predicate
    return (
        predicate is not None
        and predicate.passive
        and predicate.tense in (Tense.PRESENT, Tense.NONE)
        and predicate.token.lemma in lexicon.words(WordList.PLANNED_PARTICIPLES)
    )


def _governed(mention: Mention, tense: Tense, governors: tuple[str, ...], lexicon: Lexicon) -> Status | None:
    """The status that a semi-auxiliary gives to its infinitive, by its class and tense."""
    past = tense in (Tense.PERFECT, Tense.PLUPERFECT)
    for lemma in governors:
        if lexicon.is_semi(lemma, SemiClass.POSSIBILITY) and not past:
            return Status.REPORTED if lemma in function_words("appear") else Status.CONDITIONAL
        if lexicon.is_semi(lemma, SemiClass.OBLIGATION) and not past:
            return Status.CONDITIONAL if tense in (Tense.IMPERFECT, Tense.CONDITIONAL_PERFECT) else Status.PLANNED
        if lexicon.is_semi(lemma, SemiClass.FUTURE):
            return Status.PLANNED if tense in (Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE) else None
        if lexicon.is_semi(lemma, SemiClass.INTENTION) and not lexicon.is_semi(lemma, SemiClass.IMPLICATIVE):
            return Status.PLANNED
    if tense in (Tense.FUTURE, Tense.FUTURE_PERFECT):
        return Status.PLANNED
    return _conditional(mention, lexicon) if tense in _CONDITIONALS else None


def _conditional(mention: Mention, lexicon: Lexicon) -> Status:
    """The conditional: in the press it marks a reported event.

    After a verb of saying in the past it is a future; with "si" it is a true conditional.
    """
    predicate = mention.predicate
    assert predicate is not None
    if has_condition(mention.tree, predicate.top):
        return Status.CONDITIONAL
    if predicate.tense is Tense.CONDITIONAL and _is_said(mention.tree, predicate.top, lexicon):
        return Status.PLANNED
    return Status.REPORTED


def has_condition(tree: Tree, top: Token) -> bool:
    """Whether "si" introduces the clause, or a clause that depends on it."""
    clauses = (top, *tree.dependents(top, "advcl"))
    return any(mark.lemma in _IF for clause in clauses for mark in tree.dependents(clause, "mark"))


def _is_said(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether the clause is the content of a verb of saying."""
    for ancestor in tree.ancestors(top):
        if relation(top) == "ccomp" and lexicon.is_verb(
            ancestor.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION
        ):
            return True
        if relation(top) not in ("conj", "ccomp"):
            return False
        top = ancestor
    return False


def is_hedged(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether an adverb expresses doubt about it: "apparemment", "peut-être"."""
    predicate = mention.predicate
    words = lexicon.words(WordList.REPORTED_ADVERBS)
    return predicate is not None and any(
        child.lemma in words or child.text.lower() in words
        for child in mention.tree.dependents(predicate.top, "advmod")
    )


def is_attributed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the text attributes it to a source: "selon la police", "affirme que", ", a-t-on appris"."""
    tree, predicate = mention.tree, mention.predicate
    if predicate is not None and not mention.kind.is_saying and _is_said(tree, predicate.top, lexicon):
        return True
    if predicate is not None and not mention.kind.is_saying and _said_beside(tree, predicate.top, lexicon):
        return True
    return is_hedged(mention, lexicon) or _by_source(mention, lexicon)


def _said_beside(tree: Tree, top: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of saying is attached to the clause: "…, ont déclaré ses porte-parole"."""
    return any(
        lexicon.is_verb(child.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE) and any(tree.dependents(child, "nsubj"))
        for child in tree.dependents(top, "parataxis")
    )


def _by_source(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the sentence begins or ends with its source, outside quotation marks."""
    return mention.tree.remembered("by source", lexicon, lambda: _names_a_source(mention.tree, lexicon))


def _names_a_source(tree: Tree, lexicon: Lexicon) -> bool:
    text = " ".join([token.text.lower() for token in tree.tokens])
    phrases = [phrase.replace("'", "' ") for phrase in lexicon.words(WordList.REPORTED_PREPOSITIONS)]
    return any(
        text.startswith(f"{phrase} ") or f", {phrase} " in text
        for phrase in (*phrases, *lexicon.words(WordList.REPORTED_PREPOSITIONS))
    )
