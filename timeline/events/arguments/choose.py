"""Choose the people and places of each event of an article."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline.events import boosting
from timeline.events.arguments import candidates, features, name_weights, words
from timeline.events.arguments.features import ArgumentQuery, Arguments, Rows, Table
from timeline.events.arguments.geography.relations import ArticleGeography, corrected
from timeline.events.arguments.offered.ruled_out import Part, RuledOut
from timeline.events.context import Context
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.participants import event_words, subject_pair
from timeline.events.entities.places import StoryLocation, hosts
from timeline.events.tree import Tree
from timeline.model import Name, Span

PEOPLE_FROM = 0.35
"""The lowest probability at which a name is chosen as a participant: fitted with the models."""
PLACES_FROM, LIKELIEST_FROM, OTHERS_FROM = 0.28, 0.31, 0.4
"""The same for a place that the event's sentence names, for the likeliest of all, and for any other."""
_ABSENT = features.COLUMNS.index("absent")
MODELS = ("people.onnx.gz", "places.onnx.gz")
COLUMNS = (*features.COLUMNS, *name_weights.COLUMNS)
"""What the models see of a name and an event."""
Words = list[list[str]]
"""The features of each candidate for the linear models."""
Margins = NDArray[np.float64]
"""Log odds of pairs of an event and a name."""
Taken = NDArray[np.bool_]
"""Whether a name is chosen, for pairs of an event and a name."""


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


def described(seen: Table, context: Context, asked: Sequence[ArgumentQuery]) -> tuple[Words, Iterator[Words]]:
    """The words of the candidates, and those of each event with each candidate, for the linear models."""
    titled = words.in_title(context, seen)
    return words.of_names(context, titled), (words.of_event(seen, titled, context, one) for one in asked)


def with_words(found: Rows, scores: NDArray[np.int64]) -> Rows:
    """Rows beside what the linear models over words say (`COLUMNS`).

    Args:
        found: (events and names, features.COLUMNS), event by event.
        scores: (events, names, 2), or (names, 2) for one event, in parts of `name_weights.SCALE`.
    """
    return np.hstack([found, name_weights.columns(scores).reshape(len(found), -1)])


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
    of_names, of_events = described(seen, context, asked)
    pairs = zip(rows(seen, context, entities, asked, main_referents), of_events, strict=True)
    geography, out = geography_of(seen, entities), RuledOut(context, seen.candidates)
    made, visit = [], Arguments((), ())
    for one, (people, places) in zip(asked, _chosen(pairs, of_names, geography), strict=True):
        at = one.mention.sentence, one.mention.span
        hosts = _hosts(seen, context, entities, one)
        possible = _of_visit(hosts, seen, one, out.settled(Part.PLACE, places, *at), geography)
        found = _arguments(seen, one, out.settled(Part.PERSON, people, *at), possible)
        visit = found if any(hosts) else visit
        pair = subject_pair(entities, one.mention, main_referents[: one.mention.sentence])
        made.append(_of_the_pair(found, pair, visit, one))
    return tuple(made)


def _of_the_pair(found: Arguments, pair: Sequence[Name], visit: Arguments, one: ArgumentQuery) -> Arguments:
    """The arguments of what two people do: both take part, and it is where the one visits the other.

    "Poutine a rendu visite à Loukachenko. Les deux chefs d'État ont signé un accord": too rare to be learnt. A place
    that the sentence itself names stays.
    """
    if not pair:
        return found
    both = {name.canonical: name for name in (*pair, *found.people)}
    met = {name.canonical for name in pair} <= {name.canonical for name in visit.people}
    has_place = any(one.mention.tree.sentence.span.contains(name.span) and name.surface for name in found.places)
    return Arguments(tuple(both.values()), visit.places if met and not has_place else found.places)


def geography_of(seen: Table, entities: EntityIndex) -> ArticleGeography:
    """The countries of an article's candidates; a person has none, though "Valls" is a town.

    Args:
        seen: The candidates.
        entities: The article's canonical names.

    Returns:
        The geography, with the country of the place before the headline's colon.
    """
    names = [
        "" if kind == features.PERSON else one.name for one, kind in zip(seen.candidates, seen.classes, strict=True)
    ]
    return ArticleGeography.of(names, [len(one.occurrences) for one in seen.candidates], entities.setting)


def _chosen(
    pairs: Iterable[tuple[Rows, Words]], of_names: Words, geography: ArticleGeography
) -> Iterator[tuple[list[bool], list[bool]]]:
    """Which candidates are participants of each event, and which its places; some events are scored at once."""
    of_all, size, linear = iter(pairs), len(of_names), name_weights.load()
    always = linear.scores(of_names)
    while batch := list(islice(of_all, max(1, TOGETHER // size))):
        scores = linear.added([pair for _, words in batch for pair in words]).reshape(len(batch), size, 2) + always
        stacked = with_words(np.concatenate([found for found, _ in batch]), scores)
        people, places = (_scores(name, stacked).reshape(len(batch), size) for name in MODELS)
        in_sentence = stacked[:, _ABSENT].reshape(len(batch), size) == 0
        taken = apart(people, corrected(places, people, geography), in_sentence)
        yield from zip(*(each.tolist() for each in taken), strict=True)


TOGETHER = 20_000
"""The number of pairs of an event and a name that are scored at once: memory does not grow with events times names."""


def _scores(name: str, stacked: Rows) -> Margins:
    return boosting.load("timeline.events.arguments", name).scores(stacked, COLUMNS)[:, 0]


def apart(people: Margins, places: Margins, in_sentence: Taken) -> tuple[Taken, Taken]:
    """Which names are chosen as participants and which as places; no name is both for one event.

    Args:
        people: (events, names): the log odds that each name takes part.
        places: The same for a place.
        in_sentence: Whether the event's sentence has the name.

    Returns:
        Whether each name is a participant, and whether it is a place: the likelier one of both.
    """
    is_person, is_place = people >= _log_odds(PEOPLE_FROM), places >= _least(places, in_sentence)
    both = is_person & is_place
    return is_person & ~(both & (places > people)), is_place & ~(both & (places <= people))


def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _least(places: Margins, in_sentence: Taken) -> Margins:
    """The log odds that a place needs: less in the event's own sentence, more behind a likelier place."""
    least = np.where(in_sentence, _log_odds(PLACES_FROM), _log_odds(OTHERS_FROM))
    likeliest = places == places.max(axis=-1, keepdims=True)
    return np.where(likeliest, np.minimum(least, _log_odds(LIKELIEST_FROM)), least)


def _hosts(seen: Table, context: Context, entities: EntityIndex, one: ArgumentQuery) -> list[bool]:
    """Whether each candidate is the host country of a visit ("rend visite à son allié biélorusse")."""
    found = {name.canonical for name in hosts(context, one.mention, event_words(one.mention, entities))}
    return [other.name in found for other in seen.candidates]


def _of_visit(
    is_host: Sequence[bool], seen: Table, one: ArgumentQuery, places: Sequence[bool], geography: ArticleGeography
) -> Sequence[bool]:
    """The places of a visit: its host country, and no place of another country that its sentence does not name.

    Adjectives of a host are too rare to be learnt. Without a host the places are as they were chosen.
    """
    if not any(is_host):
        return places
    inherited = [one.mention.sentence not in other.by_sentence for other in seen.candidates]
    elsewhere = [far and unsaid for far, unsaid in zip(geography.abroad(is_host), inherited, strict=True)]
    return [host or (taken and not far) for host, taken, far in zip(is_host, places, elsewhere, strict=True)]


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
