"""The clause behind a noun that says what the event is: "la suspension prononcée en juin à Lyon".

So does a state since a day beside whom it describes: "les salariés, en grève depuis mardi".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.clauses import clause_drafts, subject_features
from timeline.events.headline.drafts.nouns import described_drafts, noun_drafts
from timeline.events.headline.drafts.polarity import dates_another, is_unreal
from timeline.events.headline.realisation import Phrase, render, tidy
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.subjects import noun_phrases
from timeline.events.lexicon import NounClass, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.first_letter import capitalised, uncapitalised
from timeline.model import Signal, Token

_PAST = (Tense.PERFECT, Tense.PLUPERFECT)
_TERM = 2
"""How far the second noun of a term stands behind the first one: "garde à vue"."""
_WHO, _IN = function_words("subject_relative"), function_words("case_of_a_state")


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


def state_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of a state in which somebody or something is since a day.

    Args:
        context: The inputs of headline writing.
        mention: A mention whose trigger is a noun.

    Yields:
        "Les salariés de Donges sont en grève" of "les salariés de Donges, en grève depuis le 3 mai, ont voté …".
    """
    tree = mention.tree
    noun = _whole_term(tree, mention.trigger)
    described = _in_a_state(context, tree, noun)
    if described is None:
        return
    hidden = timex_tokens(context, tree)
    below = (one for one in tree.subtree(noun) if one.index not in hidden and one.pos != "PUNCT")
    words = tuple(one for one in below if one.pos != "ADV" or one.index > noun.index)  # not "déjà"
    words = words[: next((place for place, one in enumerate(words) if one.relation == "conj"), len(words))]
    while words and words[-1].pos in ("ADP", "DET", "CCONJ"):
        words = words[:-1]
    state = tidy(render(Phrase.of(words, {}), context.conjugation))
    for subject in tuple(noun_phrases(context, tree, described))[:2]:
        single = subject.person or described.pos == "PROPN"
        plural = subject.plural if subject.plural is not None else False if single else None
        verb = None if plural is None else context.conjugation.third_person(context.conjugation.being, plural=plural)
        if verb is not None:
            text = f"{capitalised(subject.text)} {verb} {uncapitalised(state)}"
            yield Draft("noun told", text, subject_features(subject), words, None, subject)


def _whole_term(tree: Tree, noun: Token) -> Token:
    """The noun of a term whose last word names the event: "garde" of "garde à vue"."""
    above = tree.head(noun)
    near = noun.relation == "nmod" and above.pos == "NOUN" and noun.index == above.index + _TERM
    return above if near and not tree.has(noun, "det") else noun


def _in_a_state(context: HeadlineContext, tree: Tree, noun: Token) -> Token | None:
    """Whom a bare noun with "en" and a beginning describes between commas, or before the clause of which it opens."""
    cases = tree.dependents(noun, "case")
    if noun.pos != "NOUN" or not cases or any(one.text.lower() not in _IN for one in cases) or tree.has(noun, "det"):
        return None
    below = tree.indices(noun)
    begun = any(
        one.expression.signal is Signal.SINCE and {word.index for word in tree.within(one.span)} <= below
        for one in tree.times(context.timexes)
    )
    first = next(one for one in tree.subtree(noun) if one.pos not in ("PUNCT", "ADV"))
    if not begun or not (_opens(tree, first) or tree.follows_comma(first)):
        return None
    found = _described(tree, noun, first)
    return None if found is None else _of_an_act(context, tree, found)


def _described(tree: Tree, noun: Token, first: Token) -> Token | None:
    """The noun above a phrase; of one that the parse gives to the verb, the subject or object that stands beside it."""
    above = tree.head(noun)
    if noun.relation in ("nmod", "appos", "acl"):
        return above if above.pos in ("NOUN", "PROPN") and above.index < first.index else None
    return next((one for one in tree.dependents(above, "nsubj", "obj") if _stands_beside(tree, one, noun, first)), None)


def _stands_beside(tree: Tree, one: Token, noun: Token, first: Token) -> bool:
    """Whether a noun is right before the comma of a phrase, or right behind the one of a phrase that opens a clause."""
    own = tree.subtree(one)
    before = own[-1].index == first.index - 2
    behind = _opens(tree, first) and own[0].index > noun.index and one.relation == "nsubj"
    return one.pos in ("NOUN", "PROPN") and (before or behind)


def _of_an_act(context: HeadlineContext, tree: Tree, noun: Token) -> Token:
    """Whom an act is done to, for an act is in no state: "la banque" of "le rachat de la banque"."""
    below = [one for one in tree.dependents(noun, "nmod") if one.index > noun.index and one.pos in ("NOUN", "PROPN")]
    act = context.context.lexicon.is_noun(noun.lemma.lower(), NounClass.EVENT)
    return below[0] if act and below else noun


def _opens(tree: Tree, first: Token) -> bool:
    """Whether only adverbs stand before a word: "Déjà en conflit"."""
    return all(one.pos == "ADV" for one in tree.tokens[: first.index])


def apart_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts from a noun and the words below it: they tell no other event of the sentence."""
    if mention.trigger.pos != "NOUN":
        return
    yield from state_drafts(context, mention)
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
