"""The map of a timeline's places, and their list for those who cannot see it."""

from __future__ import annotations

from collections import Counter, defaultdict

from timeline.site.maps.drawing import Place, maps
from timeline.site.maps.gazetteer import LatLon, located
from timeline.site.parts.topics import Topic, alphabetical
from timeline.site.render.draft import Draft
from timeline.site.render.page import Page
from timeline.site.render.rendered import Written, page

PATH = "map.html"


def atlas(written: Written) -> list[Draft]:
    """The map of the timeline's places.

    Args:
        written: The timeline.

    Returns:
        One page; none where the gazetteer knows no place of the timeline.
    """
    words, shared = written.shared.words, written.shared
    counts = Counter(topic for card in written.cards for topic in card.topics if topic.kind == "places")
    if not shared.has_map:
        return []

    def make() -> Page:
        at = {topic: located(topic.name) for topic in counts}
        shown = [(topic.name, topic.path, counts[topic]) for topic in _by_count(counts) if at[topic]]
        lost = [(topic.name, topic.path, counts[topic]) for topic in _by_count(counts) if not at[topic]]
        drawn = maps(_places(counts, {topic: point for topic, point in at.items() if point}))
        summary = words("map_intro", count=len(shown), total=len(counts))
        return page(written, PATH, words("map"), "map.html", maps=drawn, rows=shown, lost=lost, summary=summary)

    return [written.draft(PATH, lambda: sorted((topic.name, topic.path, n) for topic, n in counts.items()), make)]


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
