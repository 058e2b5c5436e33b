"""The factuality of an event, as the text presents it: asserted, reported, planned, denied, conditional.

Three tables of named rules decide it: what the verb group says, what denies it, whom it is attributed to. Each rule has
an example and a counter-example in `languages/<code>/factuality.toml`, and one test runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.events.detection.attribution import by_source, has_condition, is_hedged, is_said, said_beside
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.lexicon import Lexicon, SemiClass, VerbClass, WordList
from timeline.events.tree import relation
from timeline.languages.function_words import function_words
from timeline.model import Date, Status

_CONDITIONALS = (Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)
_FUTURES = (Tense.FUTURE, Tense.FUTURE_PERFECT)
_NOT_YET = (Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE)
_UNMET = (Tense.IMPERFECT, Tense.CONDITIONAL_PERFECT)


class Cue(Enum):
    """The sign in the sentence that decides the factuality of an event."""

    PROJECT = "a noun of intention governs it"
    ARRANGED = "it is said to be planned"
    APPEARANCE = "it seems to be so"
    POSSIBILITY = "it may be so"
    UNMET_OBLIGATION = "it had to be so, and was not"
    OBLIGATION = "it must be so"
    NEAR_FUTURE = "it is about to happen"
    BEGUN = "somebody went on to do it"
    INTENTION = "somebody intends it"
    AIM = "it is the aim of another event"
    DOUBTED_FUTURE = "a future with a word of doubt"
    FUTURE = "a future"
    CONDITION = "a conditional with its condition"
    FUTURE_IN_THE_PAST = "a conditional that was said: a future then"
    HEARSAY = "a conditional of the press: reported"
    NEGATED = "a negation"
    WITHOUT = "a preposition that denies"
    CLAIM_DENIED = "a verb of denying governs it"
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

    Returns:
        The status.
    """
    rule = decisive(mention, lexicon)
    status = Status.ASSERTED if rule is None or rule.status is None else rule.status
    return _historical(status, date, published)


def decisive(mention: Mention, lexicon: Lexicon) -> FactualityRule | None:
    """The rule that decides the factuality of a mention, by the first that applies of each table.

    A condition outweighs a denial, a denial any other modality, and a modality the source.

    Args:
        mention: The mention.
        lexicon: The words of the article's language.

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


def _is_bare(mention: Mention) -> bool:
    """Whether the event has no verb group: it is a noun with a date, or beside a verb that is not its own."""
    return mention.predicate is None or mention.frame in (Frame.DATED, Frame.OBLIQUE)


def _is_a_project(reading: MentionReading) -> bool:
    """Whether the event noun depends on a noun of intention: "le projet de construction"."""
    trigger = reading.mention.trigger
    governor = reading.mention.tree.head(trigger)
    return relation(trigger) == "nmod" and governor.lemma in reading.lexicon.words(WordList.PLANNED_NOUNS)


def _is_arranged(reading: MentionReading) -> bool:
    """Whether the text says that it is planned: "est prévu", alone or of its subject."""
    mention, predicate = reading.mention, reading.mention.predicate
    if predicate is None or _is_bare(mention):
        return False
    arranged = predicate.passive and predicate.tense in (Tense.PRESENT, Tense.NONE)
    arranged = arranged and predicate.token.lemma in reading.lexicon.words(WordList.PLANNED_PARTICIPLES)
    return mention.frame is Frame.PLANNED or arranged


def _decides(reading: MentionReading, semi: SemiClass) -> bool:
    return reading.semi is semi and not _is_bare(reading.mention)


def _seems(reading: MentionReading) -> bool:
    return _decides(reading, SemiClass.POSSIBILITY) and reading.governor in function_words("appear")


def _is_an_aim(reading: MentionReading) -> bool:
    """Whether an infinitive without a semi-auxiliary is not completed: "pour signer"."""
    mention, predicate = reading.mention, reading.mention.predicate
    if predicate is None or _is_bare(mention) or reading.is_governed:
        return False
    return predicate.form is Form.INFINITIVE and mention.kind is MentionKind.AIM


def _is_in(reading: MentionReading, tenses: tuple[Tense, ...]) -> bool:
    """Whether its tense decides: it is one of them, and no semi-auxiliary decides."""
    return reading.semi is None and reading.tense in tenses and not _is_bare(reading.mention)


def _is_doubted_future(reading: MentionReading) -> bool:
    return _is_in(reading, _FUTURES) and not reading.is_governed and is_hedged(reading.mention, reading.lexicon)


def _has_condition(reading: MentionReading) -> bool:
    predicate = reading.mention.predicate
    conditional = predicate is not None and _is_in(reading, _CONDITIONALS)
    return conditional and predicate is not None and has_condition(reading.mention.tree, predicate.top)


def _is_future_in_the_past(reading: MentionReading) -> bool:
    """Whether it is a conditional below a verb of saying: "a dit qu'il partirait"."""
    predicate = reading.mention.predicate
    if predicate is None or not _is_in(reading, (Tense.CONDITIONAL,)):
        return False
    return is_said(reading.mention.tree, predicate.top, reading.lexicon)


def _is_negated(reading: MentionReading) -> bool:
    """Whether its verb is negated; a verb of stopping goes on where it stops nobody and nothing: "ne cesse pas"."""
    predicate, tree = reading.mention.predicate, reading.mention.tree
    if predicate is None or _is_bare(reading.mention):
        return False
    stops = reading.lexicon.is_verb(predicate.token.lemma, VerbClass.STOP)
    goes_on = stops and not predicate.passive and not tree.dependents(predicate.token, "obj")
    return predicate.negated and not goes_on


def _is_without(reading: MentionReading) -> bool:
    """Whether a preposition denies it: "sans signer"."""
    mention = reading.mention
    if mention.predicate is None or _is_bare(mention) or mention.predicate.negated:
        return False
    cases = mention.tree.dependents(mention.trigger, "case", "mark")
    return any(case.lemma in reading.lexicon.words(WordList.DENIED_PREPOSITIONS) for case in cases)


def _is_claim_denied(reading: MentionReading) -> bool:
    """Whether somebody denies the content of the clause: "dément avoir vendu"."""
    mention = reading.mention
    if mention.predicate is None or _is_bare(mention) or mention.predicate.negated:
        return False
    top = mention.predicate.top
    governed = relation(top) in ("ccomp", "xcomp")
    return governed and reading.lexicon.is_verb(mention.tree.head(top).lemma, VerbClass.DENY)


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
    FactualityRule(Cue.PROJECT, Status.PLANNED, _is_a_project),
    FactualityRule(Cue.ARRANGED, Status.PLANNED, _is_arranged),
    FactualityRule(Cue.APPEARANCE, Status.REPORTED, _seems),
    FactualityRule(Cue.POSSIBILITY, Status.CONDITIONAL, lambda it: _decides(it, SemiClass.POSSIBILITY)),
    FactualityRule(
        Cue.UNMET_OBLIGATION,
        Status.CONDITIONAL,
        lambda it: _decides(it, SemiClass.OBLIGATION) and it.tense in _UNMET,
    ),
    FactualityRule(Cue.OBLIGATION, Status.PLANNED, lambda it: _decides(it, SemiClass.OBLIGATION)),
    FactualityRule(Cue.NEAR_FUTURE, Status.PLANNED, lambda it: _decides(it, SemiClass.FUTURE) and it.tense in _NOT_YET),
    FactualityRule(Cue.BEGUN, None, lambda it: _decides(it, SemiClass.FUTURE)),
    FactualityRule(Cue.INTENTION, Status.PLANNED, lambda it: _decides(it, SemiClass.INTENTION)),
    FactualityRule(Cue.AIM, Status.PLANNED, _is_an_aim),
    FactualityRule(Cue.DOUBTED_FUTURE, Status.CONDITIONAL, _is_doubted_future),
    FactualityRule(Cue.FUTURE, Status.PLANNED, lambda it: _is_in(it, _FUTURES)),
    FactualityRule(Cue.CONDITION, Status.CONDITIONAL, _has_condition),
    FactualityRule(Cue.FUTURE_IN_THE_PAST, Status.PLANNED, _is_future_in_the_past),
    FactualityRule(Cue.HEARSAY, Status.REPORTED, lambda it: _is_in(it, _CONDITIONALS)),
)
"""Rules by tense, semi-auxiliaries and nouns of intention, in order."""

DENIALS: tuple[FactualityRule, ...] = (
    FactualityRule(Cue.NEGATED, Status.DENIED, _is_negated),
    FactualityRule(Cue.WITHOUT, Status.DENIED, _is_without),
    FactualityRule(Cue.CLAIM_DENIED, Status.DENIED, _is_claim_denied),
)

ATTRIBUTIONS: tuple[FactualityRule, ...] = (
    FactualityRule(Cue.SAID, Status.REPORTED, _is_content),
    FactualityRule(Cue.SAID_BESIDE, Status.REPORTED, _has_a_verb_of_saying_beside),
    FactualityRule(Cue.HEDGED, Status.REPORTED, lambda it: is_hedged(it.mention, it.lexicon)),
    FactualityRule(Cue.SOURCE, Status.REPORTED, lambda it: by_source(it.mention, it.lexicon)),
)


def is_attributed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the text attributes a mention to a source: "selon la police", "affirme que", ", a-t-on appris".

    Args:
        mention: The mention.
        lexicon: The words of the article's language.

    Returns:
        True where one of the rules of `ATTRIBUTIONS` applies.
    """
    return _first(ATTRIBUTIONS, MentionReading(mention, lexicon)) is not None
