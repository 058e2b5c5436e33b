"""The names of a timeline's events, sorted into people, organisations, places and tags, each with its page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from timeline.languages.folding import fold
from timeline.languages.organisations import is_organisation
from timeline.model import Entry, Timeline
from timeline.site.base.routes import slugs
from timeline.site.maps.gazetteer import is_capital, is_country

KINDS = ("people", "organisations", "places", "tags")
FIELDS = ("people", "places", "tags")
"""The fields of an entry that hold names; `people` holds the actors: persons, bodies and states."""
Topics = Mapping[tuple[str, str], "Topic"]


class Topic(NamedTuple):
    """A name with a page of its own; a tuple, because whole timelines are counted by it.

    `kind` is one of `KINDS`, the name is as it is printed, `path` is within the timeline's folder.
    """

    kind: str
    name: str
    path: str


def topics(
    timeline: Timeline, addresses: Mapping[tuple[str, str], str], printed: Callable[[str], str] = str
) -> dict[tuple[str, str], Topic]:
    """The topic of each name, by the field it stands in.

    Args:
        timeline: Already clean.
        addresses: The pages' names that a person chose, by field and name.
        printed: Gives a name as the pages print it.

    Returns:
        A state that acts shares the topic of the place.
    """
    named = Counter((field, name) for entry in timeline.entries for field in FIELDS for name in getattr(entry, field))
    read_as = _organisations(timeline)
    usual = _usual(named)
    kinds = {(field, name): _kind(field, usual[name], named, read_as) for field, name in named}
    held: dict[str, set[str]] = defaultdict(set)
    for (_, name), kind in kinds.items():
        held[kind].add(usual[name])
    chosen = {(kinds[key], usual[key[1]]): its for key, its in addresses.items() if key in kinds}
    files = {
        kind: slugs(sorted(names), {name: its for (of, name), its in chosen.items() if of == kind})
        for kind, names in held.items()
    }
    return {
        (field, name): Topic(kind, printed(usual[name]), f"{kind}/{files[kind][usual[name]]}.html")
        for (field, name), kind in kinds.items()
    }


def _usual(named: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """The form of each name that most events have, of those that differ in their apostrophe alone, typed or curved."""
    counts = Counter[str]()
    for (_, name), count in named.items():
        counts[name] += count
    alike: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        alike[name.replace("’", "'")].append(name)
    return {name: max(forms, key=lambda form: (counts[form], form)) for forms in alike.values() for name in forms}


def _organisations(timeline: Timeline) -> frozenset[str]:
    """The actors that at least a third of the articles of their events name as no person."""
    read_as = {card.id: {fold(name) for name in card.organisations} for card in timeline.articles}
    cited: dict[str, set[str]] = defaultdict(set)
    for entry in timeline.entries:
        for name in entry.people:
            cited[name].update(source.article for source in entry.sources if source.article in read_as)
    return frozenset(
        name
        for name, articles in cited.items()
        if articles and 3 * sum(fold(name) in read_as[article] for article in articles) >= len(articles)
    )


def _kind(field: str, name: str, named: Mapping[tuple[str, str], int], read_as: frozenset[str]) -> str:
    if field != "people":
        return field
    if is_organisation(name):
        return "organisations"
    if is_country(name) or is_capital(name) or named.get(("places", name), 0) > named["people", name]:
        return "places"
    return "organisations" if name in read_as else "people"


def of_entry(entry: Entry, known: Topics) -> tuple[Topic, ...]:
    """The topics of an event.

    Args:
        entry: The event.
        known: The timeline's topics, by field and name.

    Returns:
        Its topics, people first, each once.
    """
    found = dict.fromkeys(known[field, name] for field in FIELDS for name in getattr(entry, field))
    return tuple(topic for kind in KINDS for topic in found if topic.kind == kind)


def alphabetical(text: str) -> tuple[str, str]:
    """The place of a name in a list: "Élysée" stands beside "Elysée".

    Returns:
        A key to sort by.
    """
    return fold(text), text
