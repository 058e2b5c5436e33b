"""The map of a timeline's places, and their list for those who cannot see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from timeline.site.base.draft import Draft
from timeline.site.base.page import Page
from timeline.site.maps.brackets import regions_in_brackets
from timeline.site.maps.drawing import Place, maps
from timeline.site.maps.gazetteer import LatLon
from timeline.site.maps.homonyms import placed
from timeline.site.parts.topics import Topic, alphabetical
from timeline.site.render.rendered import Written, page

PATH = "map.html"


def atlas(written: Written) -> list[Draft]:
    """The map of the timeline's places.

    Returns:
        One page; none where the gazetteer knows no place of the timeline.
    """
    words, shared = written.shared.words, written.shared
    counts = Counter(topic for card in written.cards for topic in card.topics if topic.kind == "places")
    if not shared.has_map:
        return []

    regions = regions_in_brackets(_quotes(written), {topic.name for topic in counts})
    lying = placed(_named(written), regions)

    def make() -> Page:
        shown = [(topic.name, topic.path, counts[topic]) for topic in _by_count(counts) if topic.name in lying]
        lost = [(topic.name, topic.path, counts[topic]) for topic in _by_count(counts) if topic.name not in lying]
        drawn = maps(_places(counts, {topic: lying[topic.name] for topic in counts if topic.name in lying}))
        summary = words("map_intro", count=len(shown), total=len(counts))
        return page(written, PATH, words("map"), "map.html", maps=drawn, rows=shown, lost=lost, summary=summary)

    def key() -> object:
        return sorted((topic.name, topic.path, n, lying.get(topic.name)) for topic, n in counts.items())

    return [written.draft(PATH, key, make)]


def _named(written: Written) -> list[set[str]]:
    """The places of each article's events, and of each event without an article."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for card in written.cards:
        for number in card.refs or (card.id,):
            found[str(number)] |= {topic.name for topic in card.topics if topic.kind == "places"}
    return list(found.values())


def _quotes(written: Written) -> Iterator[str]:
    return (source.quote for card in written.cards for source in card.entry.sources)


def _by_count(counts: Counter[Topic]) -> list[Topic]:
    return sorted(counts, key=lambda topic: (-counts[topic], alphabetical(topic.name)))


def _places(counts: Counter[Topic], at: dict[Topic, LatLon]) -> list[Place]:
    """One place for each point: the Kremlin and Moscow are drawn as one dot, which links to the more frequent name."""
    held: dict[LatLon, list[Topic]] = defaultdict(list)
    for topic in _by_count(counts):
        if topic in at:
            held[at[topic]].append(topic)
    return [
        Place(point, tuple(topic.name for topic in there), there[0].path, sum(counts[topic] for topic in there))
        for point, there in held.items()
    ]
