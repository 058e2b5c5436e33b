"""What forbids two tellings to tell one event, whatever they share."""

from __future__ import annotations

from enum import Enum

from timeline.merge.days import Agreement
from timeline.merge.in_common import disjoint, hours_between, narrow, shared
from timeline.merge.rounds import contradict
from timeline.merge.same_name import kept_apart
from timeline.merge.telling import Telling
from timeline.model import Status

_SOON = 0.25  # hours; one moment is seldom given two times by one article


class Veto(Enum):
    """Why two tellings cannot tell one event, whatever they share."""

    DAYS = "different days"
    POLARITY = "one happens, the other does not"
    OPPOSED = "opposite events"
    ROUNDS = "different members of a series"
    SAME_ARTICLE = "two events of one article"
    ORDERED = "names that a person keeps apart"
    VICTIMS = "different people, and different places"


def veto(one: Telling, other: Telling, agreed: Agreement) -> Veto | None:
    """The first reason that forbids it, given how their dates agree; None where nothing does."""
    if agreed is Agreement.APART:
        return Veto.DAYS
    if _polarity(one.event.status, other.event.status):
        return Veto.POLARITY
    if _opposed(one, other):
        return Veto.OPPOSED
    if one.story.article.id == other.story.article.id and not _told_twice(one, other, agreed):
        return Veto.SAME_ARTICLE
    if one.rounds and contradict(one.rounds, other.rounds):
        return Veto.ROUNDS
    if kept_apart(one.people, other.people) or kept_apart(one.places, other.places):
        return Veto.ORDERED
    if disjoint(one.people, other.people) and disjoint(narrow(one), narrow(other)):
        return Veto.VICTIMS
    return None


def _polarity(one: Status, other: Status) -> bool:
    """A flat denial meets a flat assertion; a denial of what was only reported is news of the same event."""
    return {one, other} == {Status.DENIED, Status.ASSERTED} or {one, other} == {Status.DENIED, Status.PLANNED}


def _opposed(one: Telling, other: Telling) -> bool:
    if one.meaning.verbs & other.meaning.verbs or one.meaning.families & other.meaning.families:
        return False
    return bool(one.meaning.families & other.meaning.opposed)


def _told_twice(one: Telling, other: Telling, agreed: Agreement) -> bool:
    """Whether one article may tell an event twice: in two sentences, of one kind and the same people, with a date.

    Not where it gives them two times of the day, or calls one of them another one: « un nouveau », « à nouveau ».
    """
    if one.event.span.overlaps(other.event.span) or agreed in (Agreement.OPEN, Agreement.UNKNOWN):
        return False
    if hours_between(one, other) >= _SOON or one.another != other.another:
        return False
    same_people = not (one.people or other.people) or shared(one.people, other.people) > 0
    return same_people and bool(
        one.meaning.verbs & other.meaning.verbs or one.meaning.families & other.meaning.families
    )
