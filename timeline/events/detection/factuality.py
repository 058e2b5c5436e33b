"""The factuality of an event, as the text presents it: asserted, reported, planned, denied, conditional.

Three tables of named rules decide it: what the verb group says, what denies it, whom it is attributed to. Each rule has
an example and a counter-example in `languages/<code>/factuality.toml`, and one test runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.events.detection import governed
from timeline.events.detection.attribution import (
    by_source,
    has_condition,
    is_hedged,
    is_only_possible,
    is_said,
    said_beside,
)
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.lexicon import Lexicon, SemiClass, VerbClass, WordList
from timeline.languages.function_words import function_words
from timeline.model import Date, Status

_CONDITIONALS = (Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)
_FUTURES = (Tense.FUTURE, Tense.FUTURE_PERFECT)
_NOT_YET = (Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE)


class Cue(Enum):
    """The sign in the sentence that decides the factuality of an event."""

    NOT_EXCLUDED = "somebody does not rule it out"
    THREAT = "somebody threatens to do it"
    NOT_PREVENTED = "nothing prevented it"
    FIRST_TO = "somebody is the first to do it"
    REACHED = "what is over reached it"
    PROJECT = "a noun of intention governs it"
    ARRANGED = "it is said to be planned"
    APPEARANCE = "it seems to be so"
    POSSIBILITY = "it may be so"
    UNMET_OBLIGATION = "it had to be so, and was not"
    FORMER_PLAN = "it was to be so"
    OBLIGATION = "it must be so"
    NEAR_FUTURE = "it is about to happen"
    IMMINENT = "somebody is at the point of doing it"
    BEGUN = "somebody went on to do it"
    INTENTION = "somebody intends it"
    AIM = "it is the aim of another event"
    POSSIBLE_FUTURE = "a future with a word like 'perhaps'"
    DOUBTED_FUTURE = "a future with a word of doubt"
    FUTURE = "a future"
    CONDITION = "a future or conditional with its condition"
    SUPPOSED = "it is itself the condition"
    FUTURE_IN_THE_PAST = "a conditional that was said: a future then"
    HEARSAY = "a conditional of the press: reported"
    PUT_OFF = "it will not be before a day"
    NONE = "there is none"
    CALLED_OFF = "it is called off"
    NOT_MANAGED = "somebody did not manage to do it"
    NOT_HELD = "it does not take place"
    AVOIDED = "somebody refuses it, or only nearly does it"
    NEGATED = "a negation"
    WITHOUT = "a preposition that denies"
    CLAIM_DENIED = "a verb of denying governs it"
    ACCUSED = "somebody is accused of it"
    CLAIMED = "somebody says that he did it"
    SAID = "a verb of saying governs it"
    SAID_BESIDE = "a verb of saying stands beside it"
    HEDGED = "a word of doubt"
    SOURCE = "the sentence names its source"


@dataclass(frozen=True, slots=True)
class MentionReading:
    """A mention as the rules see it.

    `governor` is the semi-auxiliary that decides, and `semi` the class in which it does; "" and None where none does.
    """

    mention: Mention
    lexicon: Lexicon
    governor: str = ""
    semi: SemiClass | None = None

    @property
    def tense(self) -> Tense:
        """The tense of the verb group; `NONE` without one."""
        return self.mention.predicate.tense if self.mention.predicate is not None else Tense.NONE

    @property
    def is_governed(self) -> bool:
        """Whether a semi-auxiliary governs it, one that decides or another."""
        return self.mention.predicate is not None and bool(self.mention.predicate.governors)


@dataclass(frozen=True, slots=True)
class FactualityRule:
    """A cue, its factuality, and whether it applies; a factuality of None ends the search in its table."""

    cue: Cue
    status: Status | None
    applies: Callable[[MentionReading], bool]


def qualify(mention: Mention, date: Date | None, published: Date, lexicon: Lexicon) -> Status:
    """The status of a mention.

    Args:
        mention: The mention.
        date: Its date; None where it has none.
        published: The day of the article.
        lexicon: The words of the article's language.
    """
    rule = decisive(mention, lexicon)
    status = Status.ASSERTED if rule is None or rule.status is None else rule.status
    is_open = rule is not None and rule.cue is Cue.FORMER_PLAN  # what came of it, the text does not say
    return status if is_open else _historical(status, date, published)


def decisive(mention: Mention, lexicon: Lexicon) -> FactualityRule | None:
    """The rule that decides the factuality of a mention, by the first that applies of each table.

    A condition outweighs a denial, a denial any other modality, and a modality the source.

    Returns:
        The rule; None where none applies and the event is asserted.
    """
    key = ("factuality", id(mention), id(lexicon))  # asked for a mention without a date, with each date, by features
    return mention.tree.remembered(key, mention, lambda: _decisive(mention, lexicon))


def _decisive(mention: Mention, lexicon: Lexicon) -> FactualityRule | None:
    reading = read_mention(mention, lexicon)
    modality = _first(MODALITIES, reading)
    if modality is not None and modality.status is Status.CONDITIONAL:
        return modality
    denial = _first(DENIALS, reading)
    if denial is not None:
        return denial
    if modality is not None and modality.status is not None:
        return modality
    return _first(ATTRIBUTIONS, reading)


def certain(mention: Mention, date: Date | None, published: Date, *, is_own: bool, lexicon: Lexicon) -> Status | None:
    """The status of a mention for which the rules need no model.

    Args:
        mention: The mention.
        date: Its date; None where it has none.
        published: The day of the article.
        is_own: Whether its clause has an expression for that date.
        lexicon: The words of the article's language.

    Returns:
        The status; None where a rule decides that is often wrong, or none decides.
    """
    rule = decisive(mention, lexicon)
    if rule is None or rule.status is None or rule.cue not in CERTAIN or (rule.cue is Cue.PUT_OFF and not is_own):
        return None
    return _historical(rule.status, date, published)


def _first(rules: Sequence[FactualityRule], reading: MentionReading) -> FactualityRule | None:
    return next((rule for rule in rules if rule.applies(reading)), None)


def read_mention(mention: Mention, lexicon: Lexicon) -> MentionReading:
    """The mention with the first of its semi-auxiliaries that decides; the past "a pu" and "a dû" do not."""
    governors = mention.predicate.governors if mention.predicate is not None else ()
    past = mention.predicate is not None and mention.predicate.tense in (Tense.PERFECT, Tense.PLUPERFECT)
    for lemma in governors:
        for semi in (SemiClass.POSSIBILITY, SemiClass.OBLIGATION, SemiClass.FUTURE, SemiClass.INTENTION):
            over = past and semi in (SemiClass.POSSIBILITY, SemiClass.OBLIGATION)
            done = semi is SemiClass.INTENTION and lexicon.is_semi(lemma, SemiClass.IMPLICATIVE)
            if lexicon.is_semi(lemma, semi) and not over and not done:
                return MentionReading(mention, lexicon, lemma, semi)
    return MentionReading(mention, lexicon)


def _historical(status: Status, date: Date | None, published: Date) -> Status:
    """A plan for a day before the article counts as a fact: "sera fusillée en 1944"."""
    over = date is not None and date.end is not None and published.begin is not None and date.end <= published.begin
    return Status.ASSERTED if status is Status.PLANNED and over else status


def _is_arranged(reading: MentionReading) -> bool:
    """Whether the text says that it is planned: "est prévu", alone or of its subject."""
    mention, predicate = reading.mention, reading.mention.own_predicate
    if predicate is None:
        return False
    arranged = predicate.passive and predicate.tense in (Tense.PRESENT, Tense.NONE)
    arranged = arranged and predicate.token.lemma in reading.lexicon.words(WordList.PLANNED_PARTICIPLES)
    return mention.frame is Frame.PLANNED or arranged


def _decides(reading: MentionReading, semi: SemiClass) -> bool:
    return reading.semi is semi and reading.mention.own_predicate is not None


def _was_due(reading: MentionReading, tense: Tense) -> bool:
    return _decides(reading, SemiClass.OBLIGATION) and reading.tense is tense


def _seems(reading: MentionReading) -> bool:
    return _decides(reading, SemiClass.POSSIBILITY) and reading.governor in function_words("appear")


def _is_an_aim(reading: MentionReading) -> bool:
    """Whether an infinitive without a semi-auxiliary is not completed: "pour signer"."""
    mention, predicate = reading.mention, reading.mention.own_predicate
    if predicate is None or reading.is_governed:
        return False
    return predicate.form is Form.INFINITIVE and mention.kind is MentionKind.AIM


def _is_in(reading: MentionReading, tenses: tuple[Tense, ...]) -> bool:
    """Whether its tense decides: it is one of them, and no semi-auxiliary decides."""
    return reading.semi is None and reading.tense in tenses and reading.mention.own_predicate is not None


def _is_possible_future(reading: MentionReading) -> bool:
    return _is_in(reading, _FUTURES) and is_only_possible(reading.mention, reading.lexicon)


def _is_doubted_future(reading: MentionReading) -> bool:
    return _is_in(reading, _FUTURES) and not reading.is_governed and is_hedged(reading.mention, reading.lexicon)


def _has_condition(reading: MentionReading) -> bool:
    predicate = reading.mention.predicate
    if predicate is None or not _is_in(reading, (*_CONDITIONALS, *_FUTURES)):
        return False
    return has_condition(reading.mention.tree, predicate.top, reading.lexicon)


def _is_future_in_the_past(reading: MentionReading) -> bool:
    """Whether it is a conditional below a verb of saying: "a dit qu'il partirait"."""
    predicate = reading.mention.predicate
    if predicate is None or not _is_in(reading, (Tense.CONDITIONAL,)):
        return False
    return is_said(reading.mention.tree, predicate.top, reading.lexicon)


def _is_negated(reading: MentionReading) -> bool:
    """Whether its verb is negated; a verb of stopping goes on where it stops nobody and nothing: "ne cesse pas"."""
    predicate, tree = reading.mention.own_predicate, reading.mention.tree
    if predicate is None:
        return False
    stops = reading.lexicon.is_verb(predicate.token.lemma, VerbClass.STOP)
    goes_on = stops and not predicate.passive and not tree.has(predicate.token, "obj")
    return predicate.negated and not goes_on


def _is_content(reading: MentionReading) -> bool:
    """Whether it is the content of a verb of saying: "affirme que"."""
    mention = reading.mention
    if mention.predicate is None or mention.kind.is_saying:
        return False
    return is_said(mention.tree, mention.predicate.top, reading.lexicon)


def _has_a_verb_of_saying_beside(reading: MentionReading) -> bool:
    mention = reading.mention
    if mention.predicate is None or mention.kind.is_saying:
        return False
    return said_beside(mention.tree, mention.predicate.top, reading.lexicon)


MODALITIES: tuple[FactualityRule, ...] = (
    FactualityRule(Cue.NOT_EXCLUDED, Status.CONDITIONAL, lambda it: governed.is_not_excluded(it.mention, it.lexicon)),
    FactualityRule(Cue.THREAT, Status.CONDITIONAL, lambda it: governed.is_threatened(it.mention, it.lexicon)),
    FactualityRule(Cue.FIRST_TO, Status.ASSERTED, lambda it: governed.is_first_to(it.mention, it.lexicon)),
    FactualityRule(Cue.REACHED, Status.ASSERTED, lambda it: governed.is_told_as_reached(it.mention, it.lexicon)),
    FactualityRule(Cue.PROJECT, Status.PLANNED, lambda it: governed.is_a_project(it.mention, it.lexicon)),
    FactualityRule(Cue.ARRANGED, Status.PLANNED, _is_arranged),
    FactualityRule(Cue.APPEARANCE, Status.REPORTED, _seems),
    FactualityRule(Cue.POSSIBILITY, Status.CONDITIONAL, lambda it: _decides(it, SemiClass.POSSIBILITY)),
    FactualityRule(Cue.UNMET_OBLIGATION, Status.CONDITIONAL, lambda it: _was_due(it, Tense.CONDITIONAL_PERFECT)),
    FactualityRule(Cue.FORMER_PLAN, Status.PLANNED, lambda it: _was_due(it, Tense.IMPERFECT)),
    FactualityRule(Cue.OBLIGATION, Status.PLANNED, lambda it: _decides(it, SemiClass.OBLIGATION)),
    FactualityRule(Cue.NEAR_FUTURE, Status.PLANNED, lambda it: _decides(it, SemiClass.FUTURE) and it.tense in _NOT_YET),
    FactualityRule(Cue.IMMINENT, Status.PLANNED, lambda it: governed.is_imminent(it.mention, it.lexicon)),
    FactualityRule(Cue.BEGUN, None, lambda it: _decides(it, SemiClass.FUTURE)),
    FactualityRule(Cue.INTENTION, Status.PLANNED, lambda it: _decides(it, SemiClass.INTENTION)),
    FactualityRule(Cue.ACCUSED, Status.REPORTED, lambda it: governed.is_accused(it.mention, it.lexicon)),
    FactualityRule(Cue.CLAIMED, Status.REPORTED, lambda it: governed.is_claimed(it.mention, it.lexicon)),
    FactualityRule(Cue.AIM, Status.PLANNED, _is_an_aim),
    FactualityRule(Cue.POSSIBLE_FUTURE, Status.CONDITIONAL, _is_possible_future),
    FactualityRule(Cue.DOUBTED_FUTURE, Status.CONDITIONAL, _is_doubted_future),
    FactualityRule(Cue.CONDITION, Status.CONDITIONAL, _has_condition),
    FactualityRule(Cue.SUPPOSED, Status.CONDITIONAL, lambda it: governed.is_supposed(it.mention, it.lexicon)),
    FactualityRule(Cue.FUTURE, Status.PLANNED, lambda it: _is_in(it, _FUTURES)),
    FactualityRule(Cue.FUTURE_IN_THE_PAST, Status.PLANNED, _is_future_in_the_past),
    FactualityRule(Cue.HEARSAY, Status.REPORTED, lambda it: _is_in(it, _CONDITIONALS)),
)
"""Rules by tense, semi-auxiliaries and nouns of intention, in order."""

DENIALS: tuple[FactualityRule, ...] = (
    FactualityRule(Cue.NOT_PREVENTED, Status.ASSERTED, lambda it: governed.is_not_prevented(it.mention, it.lexicon)),
    FactualityRule(Cue.PUT_OFF, Status.PLANNED, lambda it: governed.is_put_off(it.mention, it.lexicon)),
    FactualityRule(Cue.NONE, Status.DENIED, lambda it: governed.is_none(it.mention)),
    FactualityRule(Cue.CALLED_OFF, Status.DENIED, lambda it: governed.is_called_off(it.mention, it.lexicon)),
    FactualityRule(Cue.NOT_MANAGED, Status.DENIED, lambda it: governed.is_not_managed(it.mention, it.lexicon)),
    FactualityRule(Cue.NOT_HELD, Status.DENIED, lambda it: it.mention.frame is Frame.HAPPENS and _is_negated(it)),
    FactualityRule(Cue.NEGATED, Status.DENIED, _is_negated),
    FactualityRule(Cue.AVOIDED, Status.DENIED, lambda it: governed.is_avoided(it.mention, it.lexicon)),
    FactualityRule(Cue.WITHOUT, Status.DENIED, lambda it: governed.is_without(it.mention, it.lexicon)),
    FactualityRule(Cue.CLAIM_DENIED, Status.DENIED, lambda it: governed.is_claim_denied(it.mention, it.lexicon)),
)

ATTRIBUTIONS: tuple[FactualityRule, ...] = (
    FactualityRule(Cue.SAID, Status.REPORTED, _is_content),
    FactualityRule(Cue.SAID_BESIDE, Status.REPORTED, _has_a_verb_of_saying_beside),
    FactualityRule(Cue.HEDGED, Status.REPORTED, lambda it: is_hedged(it.mention, it.lexicon)),
    FactualityRule(Cue.SOURCE, Status.REPORTED, lambda it: by_source(it.mention, it.lexicon)),
)

CERTAIN = frozenset(
    {
        *(Cue.NOT_EXCLUDED, Cue.THREAT, Cue.NOT_PREVENTED, Cue.FIRST_TO, Cue.IMMINENT, Cue.POSSIBLE_FUTURE),
        *(Cue.PUT_OFF, Cue.NONE, Cue.CALLED_OFF, Cue.NOT_MANAGED, Cue.CLAIM_DENIED, Cue.ACCUSED, Cue.CLAIMED),
        *(Cue.SUPPOSED, Cue.NOT_HELD, Cue.AVOIDED),
    }
)
"""Rules that are right of all annotated events for which they decide (0 to 10 each): too few for a model to learn."""


def is_attributed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the text attributes a mention to a source: "selon la police", "affirme que", ", a-t-on appris".

    Returns:
        True where one of the rules of `ATTRIBUTIONS` applies.
    """
    return _first(ATTRIBUTIONS, MentionReading(mention, lexicon)) is not None
