"""The reasons why two mentions cannot be of one event, regardless of what they share: a table of named rules.

Each rule has examples (pairs that it keeps apart) and counter-examples (pairs that it leaves alone) in
`languages/<code>/coref/vetoes.toml`, under the name of its veto. One test runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from timeline.coref.features.days import DateAgreement, gap
from timeline.coref.features.overlap import disjoint, hours_between, narrow, overlap, same_place, shared
from timeline.coref.features.pair import ONE_STORY, topic_similarity
from timeline.coref.features.series_ordinals import contradict, later_of
from timeline.coref.features.triggers import SEQUEL
from timeline.coref.features.vocabulary import stem
from timeline.coref.mentions import EventMention
from timeline.coref.names.same_name import Tokens, kept_apart
from timeline.model import Status

_SAME_DAYS = frozenset({DateAgreement.SAME_DAY, DateAgreement.SAME_DAY_INFERRED, DateAgreement.OVERLAP})
_AGAIN_FROM = 2  # days; a paper of the next day may take up the same news without saying "yesterday"
_NEARLY_ALL = 0.85  # cosine; of 45 such pairs in annotated stories none was one event
_SOON = 0.25  # hours; one article seldom gives one moment two different times


class Veto(Enum):
    """Why two mentions cannot be of one event, regardless of what they share."""

    DAYS = "different days"
    POLARITY = "one happens, the other does not"
    OPPOSED = "opposite events"
    SEQUEL = "what befell a person, one after the other"
    SERIES = "different members of a series"
    REPORTS = "two days' reports of a series"
    SAME_ARTICLE = "two events of one article"
    ORDERED = "names that a person keeps apart"
    VICTIMS = "different people, and different places"
    SUBJECT = "nothing in common but the kind of event and the place"
    LATER = "one is a later one of a series"
    STATEMENT = "two statements with nothing in common but who makes them"


@dataclass(frozen=True, slots=True)
class VetoRule:
    """A veto, and whether it applies to two mentions, in either order, given how their dates agree."""

    veto: Veto
    applies: Callable[[EventMention, EventMention, DateAgreement], bool]


def veto(one: EventMention, other: EventMention, agreed: DateAgreement) -> Veto | None:
    """The veto of the first rule that applies to two mentions.

    Args:
        one: A mention.
        other: Another one; the order does not matter.
        agreed: How their dates agree, as `dates_agree` returns it.

    Returns:
        The veto; None where no rule applies.
    """
    return next((rule.veto for rule in RULES if rule.applies(one, other, agreed)), None)


def _other_days(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether both articles state different days; a day that was only inferred may be wrong and vetoes nothing."""
    return agreed is DateAgreement.APART and one.days.stated and other.days.stated


def _polarity(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether a flat denial meets a flat assertion; a denial of a mere report is news of the same event."""
    both = {one.event.status, other.event.status}
    return both in ({Status.DENIED, Status.ASSERTED}, {Status.DENIED, Status.PLANNED})


def _opposed(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether the triggers name opposite events (« ouvrir », « fermer »), and no common one."""
    if one.meaning.verbs & other.meaning.verbs or one.meaning.families & other.meaning.families:
        return False
    return bool(one.meaning.families & other.meaning.opposed)


def _one_after_the_other(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether they are the wound and the death of one person; a word that can mean both (« tuer ») vetoes nothing."""
    if one.families & other.families or not any(group[0] == SEQUEL for group in one.meaning.kin & other.meaning.kin):
        return False
    return shared(one.people, other.people) > 0


def _same_article(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether one article reports both, and not as one event in two sentences."""
    return one.topic.article.id == other.topic.article.id and not _reported_twice(one, other, agreed)


def _series_members(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether both name a member of one series, and not the same one: « 4e étape », « 5e étape »."""
    return bool(one.series_ordinals) and contradict(one.series_ordinals, other.series_ordinals)


def _reports(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether each is what its own day had of a series, or one repeats the other's words on a later day."""
    return reports_of_two_days(one, other) or (_news_of_two_days(one, other) and _again(one, other))


def reports_of_two_days(one: EventMention, other: EventMention) -> bool:
    """Whether each is what its own day had of a series: « la combativité de l'étape », in two days' news.

    Returns:
        True also where the words are the same: the jersey of one stage is not that of the next one.
    """
    if not _news_of_two_days(one, other):
        return False
    if one.members_of_the_day & other.members_of_the_day or one.topic.daily_members & other.topic.daily_members:
        return True
    return contradict(one.topic.series_ordinals, other.topic.series_ordinals)


def _news_of_two_days(one: EventMention, other: EventMention) -> bool:
    return one.days.last != other.days.last and one.is_of_the_day and other.is_of_the_day


def _again(one: EventMention, other: EventMention) -> bool:
    """Whether two articles, not copies, report in nearly the same words as news of days two or more apart."""
    if gap(one.days, other.days) < _AGAIN_FROM or one.topic.copy == other.topic.copy:
        return False
    return overlap(one.weights, one.norm, other.weights, other.norm) >= _NEARLY_ALL


def _ordered(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether they name people or places that a person keeps apart in the names file."""
    return kept_apart(one.people, other.people) or kept_apart(one.places, other.places)


def _victims(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether they name different people and different towns."""
    return disjoint(one.people, other.people) and disjoint(narrow(one), narrow(other), same_place)


def _subject(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether only the kind and maybe the town agree: « Un véhicule est incendié », « un restaurant est incendié ».

    Not on one day of one story: « Ses conclusions sont attendues mercredi », « la commission a rendu ses conclusions ».
    """
    if one.stem != other.stem or one.numbers & other.numbers:
        return False
    if agreed in _SAME_DAYS and topic_similarity(one.topic, other.topic) >= ONE_STORY:
        return False
    if shared(one.people, other.people) or shared(one.organisations, other.organisations):
        return False
    return _no_word_in_common(one, other, (*one.places, *other.places))


def _no_word_in_common(one: EventMention, other: EventMention, names: Iterable[Tokens]) -> bool:
    """Whether both clauses have words besides their triggers and `names`, and share none of them."""
    language = one.topic.article.language
    plain = {stem(language, part) for name in names for part in name} | one.trigger_stems | other.trigger_stems
    own, its = one.weights.keys() - plain, other.weights.keys() - plain
    return bool(own and its) and not own & its


def _later(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether one counts a later one (« Une médaille », « une deuxième médaille ») and no day joins them."""
    if agreed in _SAME_DAYS or {one.event.status, other.event.status} != {Status.ASSERTED}:
        return False
    if one.series_ordinals and other.series_ordinals:
        return False
    return later_of(one.series_ordinals, other.weights) or later_of(other.series_ordinals, one.weights)


def _statements(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether both triggers only say that somebody says something, and no word of what is said is the same."""
    if not (one.meaning.saying and other.meaning.saying):
        return False
    named = (one.people, other.people, one.organisations, other.organisations, one.places, other.places)
    return _no_word_in_common(one, other, chain.from_iterable(named))


def _reported_twice(one: EventMention, other: EventMention, agreed: DateAgreement) -> bool:
    """Whether one article reports an event twice: in two sentences, of one kind and with the same people, with a date.

    Not where it gives two different times of the day, or marks one as another event: « un nouveau », « à nouveau ».
    """
    if one.event.span.overlaps(other.event.span) or agreed in (DateAgreement.OPEN, DateAgreement.UNKNOWN):
        return False
    if hours_between(one, other) >= _SOON or one.another != other.another:
        return False
    same_people = not (one.people or other.people) or shared(one.people, other.people) > 0
    return same_people and bool(
        one.meaning.verbs & other.meaning.verbs or one.meaning.families & other.meaning.families
    )


RULES = (
    VetoRule(Veto.DAYS, _other_days),
    VetoRule(Veto.POLARITY, _polarity),
    VetoRule(Veto.OPPOSED, _opposed),
    VetoRule(Veto.SEQUEL, _one_after_the_other),
    VetoRule(Veto.SAME_ARTICLE, _same_article),
    VetoRule(Veto.SERIES, _series_members),
    VetoRule(Veto.REPORTS, _reports),
    VetoRule(Veto.ORDERED, _ordered),
    VetoRule(Veto.VICTIMS, _victims),
    VetoRule(Veto.SUBJECT, _subject),
    VetoRule(Veto.LATER, _later),
    VetoRule(Veto.STATEMENT, _statements),
)
"""The rules in the order in which they are tried: the first one that applies gives the reason."""
