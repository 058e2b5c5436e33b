"""Find the words that may name an event: verbs, participles, event nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from timeline.events.detection import predicates, subjects
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.lexicon import Lexicon, NounClass, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Span, Timex, Token


class Frame(StrEnum):
    """Why a word may be an event."""

    VERB = "verb"  # a predicate of its own
    LIGHT = "light"  # the noun of a support verb: "effectuer une visite"
    HAPPENS = "happens"  # the noun is said to take place: "la séance se tiendra"
    PLANNED = "planned"  # the noun is planned: "la visite est prévue lundi"
    DATED = "dated"  # the noun has a date of its own: "l'attaque du 5 mars"
    VERBLESS = "verbless"  # the head of a sentence with no verb: "Samedi, concert de l'harmonie"
    OBLIQUE = "oblique"  # a circumstance: "lors d'un concert"


BARE = (Frame.DATED, Frame.OBLIQUE)
"""The frames of a noun that stands beside a verb, which is not its own."""


class MentionKind(Enum):
    """The class of the word that may name an event; not a text, so that comparing it with one is a type error."""

    EVENT = "event"
    STATE = "state"
    OPINION = "opinion"
    REPORT = "report"
    ANNOUNCE = "announce"
    AIM = "aim"  # an infinitive that is not completed: "pour signer"
    OTHER = "other"  # a verb without a class

    @property
    def is_saying(self) -> bool:
        """Whether the word says something of another event."""
        return self is MentionKind.REPORT or self is MentionKind.ANNOUNCE


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A word that may name an event, with the verb group that gives it tense and factuality (None for a bare noun).

    Mentions are compared by identity, so that results about a mention can be cached.

    `own_predicate` is the verb group where it is the mention's own, and not that of the clause around a noun.
    `sentence` counts the article's sentences from 0. The rules of this module do not find `extra` mentions;
    `candidates` does.
    """

    sentence: int
    tree: Tree
    trigger: Token
    predicate: Predicate | None
    frame: Frame
    kind: MentionKind
    extra: bool = False
    own_predicate: Predicate | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "own_predicate", None if self.frame in BARE else self.predicate)

    @property
    def top(self) -> Token:
        """The top of its clause, or of the clause around a noun; its trigger where there is none."""
        return self.predicate.top if self.predicate else self.trigger

    @property
    def span(self) -> Span:
        """The extent of the trigger."""
        return Span(self.trigger.start, self.trigger.end)

    @property
    def lemma(self) -> str:
        """The trigger's lemma in lower case."""
        return self.trigger.lemma.lower()


def find(
    sentence: int,
    tree: Tree,
    timexes: Sequence[Timex],
    lexicon: Lexicon,
    found_predicates: Sequence[Predicate],
) -> tuple[Mention, ...]:
    """The mentions of one sentence in text order.

    Each word is at most one mention, and the event noun of a support verb replaces the verb.

    Args:
        sentence: The number of the sentence in the article, from 0.
        tree: The tree of the sentence.
        timexes: The time expressions of the article.
        lexicon: The words of the article's language.
        found_predicates: The predicates of the sentence.
    """
    found: dict[int, Mention] = {}
    for predicate in found_predicates:
        mention = _of_predicate(sentence, tree, predicate, lexicon)
        if mention is not None and not in_timex(mention.trigger, timexes):
            found.setdefault(mention.trigger.index, mention)
    for noun in _event_nouns(tree, lexicon):
        frame = noun_frame(tree, noun, timexes, bool(found_predicates))
        if frame is not None and noun.index not in found and not in_timex(noun, timexes):
            found[noun.index] = Mention(
                sentence, tree, noun, carrier(tree, noun, found_predicates), frame, MentionKind.EVENT
            )
    return tuple(found[index] for index in sorted(found))


def forced(sentence: int, tree: Tree, token: Token, timexes: Sequence[Timex], lexicon: Lexicon) -> Mention:
    """A mention of a word that `find` does not return, for an annotated event.

    Args:
        sentence: The number of the sentence in the article, from 0.
        tree: The tree of the sentence.
        token: The word, a token of `tree`.
        timexes: The time expressions of the sentence.
        lexicon: The words of the article's language.
    """
    found = predicates.read(tree, lexicon)
    own = next((predicate for predicate in found if token.index in predicate.parts), None)
    frame = Frame.VERB if own else noun_frame(tree, token, timexes, has_verb=True) or Frame.OBLIQUE
    return Mention(sentence, tree, token, own or carrier(tree, token, found), frame, MentionKind.EVENT)


def in_timex(token: Token, timexes: Sequence[Timex]) -> bool:
    """Whether a word is part of a time expression.

    Returns:
        True where one of them contains the whole word.
    """
    return any(timex.span.start <= token.start and token.end <= timex.span.end for timex in timexes)


def _of_predicate(sentence: int, tree: Tree, predicate: Predicate, lexicon: Lexicon) -> Mention | None:
    token = predicate.token
    if predicates.tells_nothing(tree, token, lexicon):
        return None
    aim = predicate.form is Form.INFINITIVE and not is_completed(tree, predicate)
    for noun, frame in _nouns_in_its_place(tree, predicate, lexicon):
        return Mention(sentence, tree, noun, predicate, frame, MentionKind.AIM if aim else MentionKind.EVENT)
    if predicate.form is Form.COPULA:
        return Mention(sentence, tree, token, predicate, Frame.VERB, MentionKind.STATE)
    if aim:
        return Mention(sentence, tree, token, predicate, Frame.VERB, MentionKind.AIM)
    return Mention(sentence, tree, token, predicate, Frame.VERB, kind_of(tree, token, lexicon))


def kind_of(tree: Tree, token: Token, lexicon: Lexicon) -> MentionKind:
    """The class of a verb; a reflexive verb may have its own class.

    "Se féliciter" is an opinion, "féliciter" is not.

    Returns:
        The class; OTHER for a verb that is in no list.
    """
    lemma = token.lemma.lower()
    if predicates.is_reflexive(tree, token):
        own = next((kind for name, kind in _KIND_OF if lexicon.is_verb(f"{lemma} se", name)), None)
        if own:
            return own
    return next((kind for name, kind in _KIND_OF if lexicon.is_verb(lemma, name)), MentionKind.OTHER)


def _nouns_in_its_place(tree: Tree, predicate: Predicate, lexicon: Lexicon) -> Iterator[tuple[Token, Frame]]:
    """The event nouns that are the mention in place of the verb, because the verb itself names no event.

    `light_verbs` has the reverse: the noun, of any kind, with which a verb forms one expression.
    """
    lemma = predicate.token.lemma.lower()
    if predicate.token.relation == "acl" and predicate.form is Form.PARTICIPLE:
        return
    subject = subjects.subject(tree, predicate)
    if subject is not None and lexicon.is_noun(subject.lemma.lower(), NounClass.EVENT):
        if lemma in lexicon.words(WordList.PLANNED_PARTICIPLES) and predicate.passive:
            yield subject, Frame.PLANNED
        if happens(tree, predicate, lexicon):
            yield subject, Frame.HAPPENS
        if predicate.passive and lexicon.is_verb(lemma, VerbClass.LIGHT):
            yield subject, Frame.LIGHT
    if lexicon.is_verb(lemma, VerbClass.LIGHT):
        for noun in tree.dependents(predicate.token, "obj", "iobj"):
            if predicates.is_event_noun(noun, lexicon):
                yield noun, Frame.LIGHT


def happens(tree: Tree, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a verb says that its subject takes place: "le match se déroule", "une explosion a lieu".

    Returns:
        True also for a verb with its object ("avoir lieu").
    """
    lemma = predicate.token.lemma.lower()
    candidates = [lemma]
    if predicates.is_reflexive(tree, predicate.token):
        candidates.append(f"{lemma} se")
        candidates.append(f"{lemma} s'")
    candidates += [f"{lemma} {child.lemma}" for child in tree.dependents(predicate.token, "obj", "fixed", "compound")]
    return any(lexicon.is_verb(candidate, VerbClass.HAPPEN) for candidate in candidates)


def is_completed(tree: Tree, predicate: Predicate) -> bool:
    """Whether an infinitive expresses a completed action: "après avoir signé".

    Returns:
        True where the infinitive has an auxiliary in the infinitive.
    """
    return any(aux.verb_form == "Inf" and aux.lemma in _AUXILIARIES for aux in auxiliaries(tree, predicate.token))


def _event_nouns(tree: Tree, lexicon: Lexicon) -> Iterator[Token]:
    for token in tree.tokens:
        if token.pos in ("NOUN", "PROPN") and not token.entity and predicates.is_event_noun(token, lexicon):
            yield token


_KIND_OF = (
    (VerbClass.ANNOUNCE, MentionKind.ANNOUNCE),
    (VerbClass.REPORT, MentionKind.REPORT),
    (VerbClass.OPINION, MentionKind.OPINION),
    (VerbClass.STATE, MentionKind.STATE),
    (VerbClass.EVENT, MentionKind.EVENT),
)
"""The kinds by class of the verb, in the order in which the classes are tried."""
_AUXILIARIES = function_words("auxiliary")
_CIRCUMSTANCE = function_words("circumstance")


def noun_frame(tree: Tree, noun: Token, timexes: Sequence[Timex], has_verb: bool) -> Frame | None:
    """Why a noun may be an event because of its position alone.

    Args:
        tree: The tree of the sentence.
        noun: The noun, a token of `tree`.
        timexes: The time expressions of the sentence.
        has_verb: Whether the sentence has a predicate, so that its root is not a verbless sentence.

    Returns:
        The frame; None where the position gives no reason.
    """
    if any(_dates(tree, noun, timex) for timex in timexes):
        return Frame.DATED
    if tree.is_root(noun) and not has_verb:
        return Frame.VERBLESS
    cases = {child.lemma for child in tree.dependents(noun, "case", "mark")}
    return Frame.OBLIQUE if cases & _CIRCUMSTANCE else None


def _dates(tree: Tree, noun: Token, timex: Timex) -> bool:
    """Whether the expression depends on the noun itself."""
    top = tree.top(timex.span)
    return top is not None and timex.date is not None and top.head == noun.index and top.index > noun.index


def carrier(tree: Tree, noun: Token, found: Sequence[Predicate]) -> Predicate | None:
    """The predicate of the clause that contains a noun.

    Returns:
        The predicate; None where no predicate is above the noun.
    """
    by_part = {index: predicate for predicate in found for index in predicate.parts}
    for ancestor in tree.ancestors(noun):
        if ancestor.index in by_part:
            return by_part[ancestor.index]
    return None
