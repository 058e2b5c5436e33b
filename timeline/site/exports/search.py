"""The index that the script searches where a timeline's events stand on several pages.

It is a script that sets one name, not JSON, because a page opened from a disk may load a script but not JSON.
"""

from __future__ import annotations

import json

from timeline.site.parts.cards import Card
from timeline.site.parts.topics import KINDS
from timeline.site.render.rendered import Written


def index(written: Written) -> str:
    """`timelineIndex = {names, pages, events}`.

    An event is [id, page, title, date in words, first day, status, certain, people, organisations, places, tags,
    sources, other ids, text]; pages, names and sources are indices into their lists.
    """
    topics = {topic for card in written.cards for topic in card.topics}
    names = {kind: sorted({topic.name for topic in topics if topic.kind == kind}) for kind in KINDS}
    names["source"] = sorted({source.cited.title for card in written.cards for source in card.sources})
    numbers = {kind: {name: n for n, name in enumerate(listed)} for kind, listed in names.items()}
    pages = list(dict.fromkeys(written.place.values()))
    places = {page: n for n, page in enumerate(pages)}
    events = [_event(card, places[written.place[card.id]], numbers) for card in written.cards]
    value = {"names": names, "pages": pages, "events": events}
    return f"timelineIndex={json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"


def _event(card: Card, page: int, numbers: dict[str, dict[str, int]]) -> list[object]:
    held: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for topic in card.topics:
        held[topic.kind].append(numbers[topic.kind][topic.name])
    titles = numbers["source"]
    return [
        card.id,
        page,
        card.entry.title,
        card.when,
        card.begin,
        card.status.value,
        int(card.certain),
        *held.values(),
        list(dict.fromkeys(titles[source.cited.title] for source in card.sources)),
        list(card.aliases),
        " ".join(filter(None, (card.entry.text, *dict.fromkeys(source.quote for source in card.entry.sources)))),
    ]
