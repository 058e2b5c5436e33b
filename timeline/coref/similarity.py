"""How likely two tellings are to tell one event: a sum of signs for and against, or a veto.

The score depends on the two tellings alone, never on the other articles. The weights were set on invented pairs and
development groups for precision: a false merge costs an editor more than a missed one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.coref.features.days import Agreement, agreement
from timeline.coref.features.measures import differ
from timeline.coref.features.overlap import Same, disjoint, hours_between, narrow, same_place, shared
from timeline.coref.features.series_ordinals import later_of
from timeline.coref.features.vetoes import Veto, veto
from timeline.coref.features.vocabulary import stem
from timeline.coref.mentions import Story, Telling
from timeline.coref.names.same_name import Tokens, alike

THRESHOLD = 0.82
"""The score from which two tellings are one event."""

_DATE = {
    Agreement.SAME_DAY: 0.36,
    Agreement.SAME_DAY_INFERRED: 0.28,
    Agreement.OVERLAP: 0.22,
    Agreement.BOTH_INFERRED: 0.2,
    Agreement.SAME_UNIT: 0.2,
    Agreement.WITHIN: 0.12,
    Agreement.SLACK: 0.04,
    Agreement.OPEN: 0.02,
    Agreement.UNKNOWN: 0.0,
}
_SAME_VERB = 0.38
_SAME_FAMILY = 0.28
_LIGHT = 0.1
_OBJECT = 0.2
_KIN = 0.0
_UNKNOWN_TRIGGER = -0.2
_LIGHT_TRIGGER = -0.16  # « commence son tour » may be « traverse »: a light verb says nothing, for or against
_OTHER_TRIGGER = -0.75
_PEOPLE = (0.0, 0.24, 0.34)
_NO_SHARED_PERSON = -0.4
_OTHER_CAPITALS = -0.15
_ORGANISATIONS = (0.0, 0.16, 0.24)
_PLACES = (0.0, 0.1, 0.16)
_WIDE = (0.0, 0.03)
_NO_SHARED_PLACE = -0.14
_ELSEWHERE = -0.36
_ELSEWHERE_NO_ONE = -0.8  # no person is named either: two bombings in the same words, in two towns
_OTHER_COUNTRY = -0.2
_NUMBERS = (0.0, 0.14, 0.2)
_WORDS = 0.8
_STORY = 0.3
_SAME_ARTICLE = -0.4
_COPIED = 2.0
_LONG_ENOUGH = 40
_NEITHER = -0.3  # neither the trigger nor the day speaks for one event
_NOTHING_SHARED = -0.12  # no person, place, number or story in common, at a day that is not sure
_TRIGGER_ALONE = -0.45
_OTHER_HOUR = -0.2
_HOURS = 3.0  # zones of time, and what began before it was told, may make less than this of one event
_OTHER_MEASURE = -0.2
_LATER_ONE = -0.4
_COPIED_WITHIN = 21  # days; a running story repeats its background for longer only with a day or a bound
_SAME_STORY = 0.12
_VAGUE = frozenset({Agreement.WITHIN, Agreement.SLACK, Agreement.OPEN, Agreement.UNKNOWN})
_NO_DAY = frozenset({Agreement.OPEN, Agreement.UNKNOWN})
_SAME_DAYS = frozenset({Agreement.SAME_DAY, Agreement.SAME_DAY_INFERRED, Agreement.OVERLAP})
_UNSURE = _VAGUE | {Agreement.BOTH_INFERRED, Agreement.SAME_DAY_INFERRED}
_FAR_PER_MONTH = 0.06
_FARTHEST = 0.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict on two tellings, with what it was made of."""

    score: float
    veto: Veto | None = None
    signs: tuple[tuple[str, float], ...] = ()


def likeness(one: Telling, other: Telling) -> Likeness:
    """How likely the two tell one event; symmetric."""
    if _same_words(one, other):
        return Likeness(_COPIED, None, (("same words", _COPIED),))
    agreed = dates_agree(one, other)
    if forbidden := veto(one, other, agreed):
        return Likeness(0.0, forbidden)
    trigger = _trigger(one, other)
    named = _named(one, other)
    its_story = _STORY * story_likeness(one.story, other.story)
    signs = (
        ("date", _DATE[agreed]),
        ("trigger", trigger),
        ("neither", _NEITHER if trigger <= _LIGHT and agreed in _VAGUE else 0.0),
        *named,
        ("nothing shared", _nothing_shared(named, its_story, agreed)),
        ("trigger alone", _trigger_alone(one, other, its_story, agreed)),
        ("told apart", _told_apart(one, other, agreed)),
        ("words", _WORDS * overlap(one.weights, one.norm, other.weights, other.norm)),
        ("story", its_story),
        ("distance", _distance(one, other, agreed)),
        ("same article", _SAME_ARTICLE if one.story.article.id == other.story.article.id else 0.0),
    )
    return Likeness(sum(value for _, value in signs), None, signs)


def _same_words(one: Telling, other: Telling) -> bool:
    """Whether two articles share the whole sentence, and none dates it: boilerplate, or copy.

    What is told as news of the day in the same words weeks later is news again: the fourth day of next year's cup.
    """
    news = not (one.days.bounded and other.days.bounded)
    if news and abs(one.story.published - other.story.published) > _COPIED_WITHIN:
        return False
    return (
        one.story.article.id != other.story.article.id
        and len(one.event.quote) >= _LONG_ENOUGH
        and one.event.quote == other.event.quote
        and one.event.lemma == other.event.lemma
        and not (one.days.stated or other.days.stated)
    )


def _named(one: Telling, other: Telling) -> tuple[tuple[str, float], ...]:
    """The signs of what both name in particular."""
    return (
        ("people", _people(one, other)),
        ("capitals", _capitals(one, other)),
        ("organisations", _shared(one.organisations, other.organisations, _ORGANISATIONS, 0.0)),
        ("places", _places(one, other)),
        ("numbers", _NUMBERS[min(2, len(one.numbers & other.numbers))]),
    )


def _nothing_shared(named: Sequence[tuple[str, float]], its_story: float, agreed: Agreement) -> float:
    """No person, place or number in common, at a day that is not sure; with no day at all, a group is not enough."""
    if agreed not in _UNSURE or its_story >= _SAME_STORY:
        return 0.0
    counted = [value for sign, value in named if sign != "organisations" or agreed not in _NO_DAY]
    return _NOTHING_SHARED if max(counted) < _LIGHT else 0.0


def _trigger_alone(one: Telling, other: Telling, its_story: float, agreed: Agreement) -> float:
    """« Un véhicule est incendié », « un restaurant est incendié »: nothing but the trigger and the place is the same.

    Two articles of one story that give the same day may say it in other words all the same.
    """
    if one.stem != other.stem or (agreed is Agreement.SAME_DAY and its_story >= _SAME_STORY):
        return 0.0
    if (
        shared(one.people, other.people)
        or shared(one.organisations, other.organisations)
        or one.numbers & other.numbers
    ):
        return 0.0
    language = one.story.article.language
    places = {stem(language, part) for name in (*one.places, *other.places) for part in name}
    besides = (one.weights.keys() & other.weights.keys()) - one.trigger_stems - other.trigger_stems
    return _TRIGGER_ALONE if besides <= places else 0.0


def _told_apart(one: Telling, other: Telling, agreed: Agreement) -> float:
    """Hours, measures, counts and countries that differ, where the day does not say that they are of one event."""
    if agreed in _SAME_DAYS:
        return _OTHER_HOUR if hours_between(one, other) > _HOURS else 0.0
    later = later_of(one.rounds, other.weights) if not other.rounds else False
    later = later or (later_of(other.rounds, one.weights) if not one.rounds else False)
    elsewhere = agreed in _NO_DAY and _other_countries(one, other) and not shared(one.people, other.people)
    return (
        (_ELSEWHERE if elsewhere else 0.0)
        + (_OTHER_MEASURE if differ(one.measures, other.measures) else 0.0)
        + (_LATER_ONE if later else 0.0)
    )


def _other_countries(one: Telling, other: Telling) -> bool:
    return disjoint(one.places, other.places) and not narrow(one) and not narrow(other)


def dates_agree(one: Telling, other: Telling) -> Agreement:
    """How well the dates agree; a postponed event also agrees with the day it was first set for."""
    if not one.postponed and not other.postponed:
        return agreement(one.days, other.days)
    pairs = [(a, b) for a in (one.days, one.postponed) for b in (other.days, other.postponed) if a and b]
    order = list(Agreement)
    return min((agreement(a, b) for a, b in pairs), key=order.index)


def _trigger(one: Telling, other: Telling) -> float:
    if one.meaning.verbs & other.meaning.verbs and not one.meaning.light:
        return _SAME_VERB
    if one.families & other.families:
        return _SAME_FAMILY
    if _names_it(one, other) or _names_it(other, one):
        return _OBJECT
    if one.meaning.verbs & other.meaning.verbs or one.meaning.families & other.meaning.families:
        return _LIGHT
    if one.meaning.kin & other.meaning.kin:
        return _KIN
    if one.meaning.light != other.meaning.light:
        return _LIGHT_TRIGGER
    return _OTHER_TRIGGER if _known(one) and _known(other) else _UNKNOWN_TRIGGER


def _names_it(one: Telling, other: Telling) -> bool:
    """Whether the trigger of one is the event that a light verb or a postponement in the other speaks of."""
    return one.stem in other.objects and not one.objects


def _known(telling: Telling) -> bool:
    return bool(telling.meaning.families) and not telling.objects


def _people(one: Telling, other: Telling) -> float:
    """Those named; but where the titles are about different people, having another in common says nothing."""
    if disjoint(one.protagonists, other.protagonists):
        return _NO_SHARED_PERSON
    return _shared(one.people, other.people, _PEOPLE, _NO_SHARED_PERSON)


def _capitals(one: Telling, other: Telling) -> float:
    """Where the people are not known as such, other capitals in the titles speak against."""
    known = one.people and other.people
    return (
        _OTHER_CAPITALS if not known and one.capitals and other.capitals and not one.capitals & other.capitals else 0.0
    )


def _places(one: Telling, other: Telling) -> float:
    """Countries are wide: « Maroc » does not contradict « Marrakech », and being of one country says little."""
    first, second = narrow(one), narrow(other)
    same_people = shared(one.people, other.people)
    if not first and not second:
        return _shared(one.places, other.places, _WIDE, 0.0 if same_people else _OTHER_COUNTRY)
    elsewhere = disjoint(first, second, same_place) and not same_people
    nobody = not (one.people or other.people or one.organisations or other.organisations)
    far = _ELSEWHERE_NO_ONE if nobody else _ELSEWHERE
    none = far if elsewhere else _NO_SHARED_PLACE if first and second else 0.0
    found = _shared(first, second, _PLACES, none, same_place)
    if found > 0 or not one.places or not other.places:
        return found
    return max(found, _shared(one.places, other.places, _WIDE, none))


def _shared(
    one: Sequence[Tokens], other: Sequence[Tokens], values: tuple[float, ...], none: float, same: Same = alike
) -> float:
    if not one or not other:
        return 0.0
    count = shared(one, other, same)
    return values[min(count, len(values) - 1)] if count else none


def overlap(one: Mapping[str, float], norm: float, other: Mapping[str, float], other_norm: float) -> float:
    """The cosine of two bags of weighted words."""
    if not norm or not other_norm:
        return 0.0
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return sum([weight * more[word] for word, weight in fewer.items() if word in more]) / (norm * other_norm)


def story_likeness(one: Story, other: Story) -> float:
    """From 0 to 1, how much two articles are about the same story; 1 for copies."""
    if one.copy == other.copy:
        return 1.0
    return min(1.0, 1.6 * overlap(one.weights, one.norm, other.weights, other.norm))


def _distance(one: Telling, other: Telling, agreed: Agreement) -> float:
    """Articles far apart in time seldom tell the same event, unless both give its day."""
    if agreed in (Agreement.SAME_DAY, Agreement.SAME_DAY_INFERRED):
        return 0.0
    months = abs(one.story.published - other.story.published) / 30
    return -min(_FARTHEST, _FAR_PER_MONTH * months)
