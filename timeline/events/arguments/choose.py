"""Choose the people and places of each event of an article."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline.events import boosting
from timeline.events.arguments import candidates, features
from timeline.events.arguments.features import ArgumentQuery, Arguments, Rows, Table
from timeline.events.boosting import Boosted
from timeline.events.context import Context
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.participants import event_words
from timeline.events.entities.places import StoryLocation, hosts
from timeline.events.tree import Tree
from timeline.model import Name, Span

PEOPLE_FROM, PLACES_FROM = 0.35, 0.36
"""The lowest probability at which a name is chosen as a participant, and as a place: fitted with the models."""
MODELS = ("people.onnx.gz", "places.onnx.gz")
Margins = NDArray[np.float64]
"""Log odds above a threshold, one for each pair of an event and a name."""


def table(context: Context, entities: EntityIndex, story: StoryLocation, trees: Sequence[Tree]) -> Table:
    """The features of an article's candidates for the models."""
    return features.tabulate(context, entities, story, trees, candidates.find(context, entities, trees))


def rows(
    seen: Table,
    context: Context,
    entities: EntityIndex,
    asked: Sequence[ArgumentQuery],
    main_referents: Sequence[Referent | None],
) -> Iterator[Rows]:
    """The feature rows of each event, one row for each candidate."""
    triggers: dict[int, set[int]] = {}
    for one in asked:
        triggers.setdefault(one.mention.sentence, set()).add(one.mention.trigger.index)
    known = {number: frozenset(found) for number, found in triggers.items()}
    return (features.rows(seen, context, entities, one, main_referents, known[one.mention.sentence]) for one in asked)


def choose(
    context: Context,
    entities: EntityIndex,
    story: StoryLocation,
    trees: Sequence[Tree],
    main_referents: Sequence[Referent | None],
    asked: Sequence[ArgumentQuery],
) -> tuple[Arguments, ...]:
    """The arguments of each event, in the order of `asked`.

    Args:
        context: The article.
        entities: Its canonical names.
        story: Where its story takes place.
        trees: Its sentences.
        main_referents: The main subject of each sentence.
        asked: The events.

    Returns:
        The arguments of each event.
    """
    seen = table(context, entities, story, trees)
    if not asked or not seen.candidates:
        return tuple(Arguments((), ()) for _ in asked)
    described = zip(asked, rows(seen, context, entities, asked, main_referents), strict=True)
    return tuple(
        one
        for some in _batches(described, _ROWS // len(seen.candidates))
        for one in _chosen(seen, some, context, entities)
    )


_Described = tuple[ArgumentQuery, Rows]


def _batches(described: Iterable[_Described], size: int) -> Iterator[list[_Described]]:
    of_all = iter(described)
    while some := list(islice(of_all, max(1, size))):
        yield some


def _chosen(
    seen: Table, described: Sequence[_Described], context: Context, entities: EntityIndex
) -> Iterator[Arguments]:
    """The arguments of some events."""
    stacked, size = np.concatenate([found for _, found in described]), len(seen.candidates)
    people, places = apart(*(_margins(_model(name), stacked, least) for name, least in _LEAST))
    for number, (one, _) in enumerate(described):
        yield _arguments(
            seen,
            one,
            people[number * size :][:size],
            _with_host(seen, context, entities, one, places[number * size :][:size]),
        )


_ROWS = 20_000
"""The number of pairs of an event and a name that are scored at once: memory does not grow with events times names."""
_LEAST = tuple(zip(MODELS, (PEOPLE_FROM, PLACES_FROM), strict=True))


def _model(name: str) -> Boosted:
    return boosting.load("timeline.events.arguments", name)


def _margins(model: Boosted, stacked: Rows, least: float) -> Margins:
    """Log odds of each row above those of the lowest probability at which a name is chosen."""
    return model.scores(stacked, features.COLUMNS)[:, 0] - math.log(least / (1.0 - least))


def apart(people: Margins, places: Margins) -> tuple[list[bool], list[bool]]:
    """Which names are chosen as participants and which as places; no name is both for one event.

    Args:
        people: For each pair of an event and a name, the log odds above the threshold for a participant.
        places: The same for a place.

    Returns:
        Whether each name is a participant, and whether it is a place: the surer one of both.
    """
    is_person, is_place = people >= 0, places >= 0
    both = is_person & is_place
    return (is_person & ~(both & (places > people))).tolist(), (is_place & ~(both & (places <= people))).tolist()


def _with_host(
    seen: Table, context: Context, entities: EntityIndex, one: ArgumentQuery, places: Sequence[bool]
) -> list[bool]:
    """The places with the host country of a visit ("rend visite à son allié biélorusse"), too rare to be learnt."""
    found = {name.canonical for name in hosts(context, one.mention, event_words(one.mention, entities))}
    return [taken or other.name in found for taken, other in zip(places, seen.candidates, strict=True)]


def _arguments(seen: Table, one: ArgumentQuery, people: Sequence[bool], places: Sequence[bool]) -> Arguments:
    at = one.mention.tree.sentence.span
    return Arguments(
        _names(seen, one, at, people, one.by_rule.people),
        _names(seen, one, at, places, one.by_rule.places),
    )


def _names(
    seen: Table, one: ArgumentQuery, at: Span, taken: Sequence[bool], by_rule: Sequence[Name]
) -> tuple[Name, ...]:
    """The chosen names; those that the rules give come first and keep the rules' form."""
    chosen = {seen.candidates[index].name: index for index, wanted in enumerate(taken) if wanted}
    first = [name for name in by_rule if name.canonical in chosen]
    in_clause = {name.canonical for name in first}
    rest = [seen.candidates[index] for name, index in chosen.items() if name not in in_clause]
    return (*first, *(candidate.as_name(one.mention.sentence, at) for candidate in rest))
