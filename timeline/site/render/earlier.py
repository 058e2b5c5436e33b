"""What an earlier build made of a timeline's events, and which of it still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.model import Entry, Timeline
from timeline.site.base.options import SiteOptions
from timeline.site.parts.cards import Card, Folder
from timeline.site.parts.topics import FIELDS, Topics

Standing = Callable[[Entry, tuple[str, ...]], Card | None]
"""The card that was made of an event with these former ids, where another one would be the same."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The events of an earlier build of the same timeline.

    Attributes:
        shared: What the pages of the timeline shared; of the timeline itself only the path counts.
        cards: The card of each event.
        place: The page that each event stood on, by the id of its card, as in what follows.
        marks: The marks of events.
        items: The HTML of events.
        shorts: The HTML of events in short.
        lines: Whether the pages showed the lines of the file.
    """

    shared: Folder
    cards: tuple[Card, ...]
    place: Mapping[str, str]
    marks: Mapping[str, str]
    items: Mapping[str, str] = field(default_factory=dict)
    shorts: Mapping[str, str] = field(default_factory=dict)
    lines: bool = False


def standing(before: Earlier | None, shared: Folder, *, lines: bool) -> Standing:
    """Which cards of an earlier build still hold: those of which nothing has changed that their making looks at.

    Args:
        before: The earlier build; None where there is none.
        shared: What the pages of the timeline share now.
        lines: Whether they show the lines of the file.

    Returns:
        A function that gives the card of an event; None for one that must be made.
    """
    if before is None or before.lines != lines or _settings(before.shared) != _settings(shared):
        return lambda entry, aliases: None
    known = {card.entry.id: card for card in before.cards}
    was, cited = before.shared, _cited(before.shared, shared)
    named, review = _others(was.topics, shared.topics), was.to_review ^ shared.to_review
    pictures = _others(was.pictures, shared.pictures)

    def card_of(entry: Entry, aliases: tuple[str, ...]) -> Card | None:
        card = known.get(entry.id)
        if card is None or card.aliases != aliases or (card.entry is not entry and card.entry != entry):
            return None
        if cited and any(source.article in cited or source.url in cited for source in entry.sources):
            return None
        if named and any((kind, name) in named for kind in FIELDS for name in getattr(entry, kind)):
            return None
        pictured = entry.image is not None and entry.image.src in pictures
        return None if pictured or entry.id in review else card

    return card_of


def known_topics(before: Earlier | None, timeline: Timeline, options: SiteOptions) -> Topics | None:
    """The topics of an earlier build, where those of a timeline are the same.

    Args:
        before: The earlier build; None where there is none.
        timeline: The timeline now, clean.
        options: Those of the site.

    Returns:
        The topics; None where an event may name or cite another than it did.
    """
    if before is None or len(before.cards) != len(timeline.entries):
        return None
    was = before.shared
    if (was.words.language, was.typography) != (timeline.language, options.typography):
        return None
    if was.addresses != options.addresses.get(timeline.slug, {}) or [*was.articles.values()] != [*timeline.articles]:
        return None
    both = zip(before.cards, timeline.entries, strict=True)
    same = all(card.entry is entry or _names(card.entry) == _names(entry) for card, entry in both)
    return was.topics if same else None


def _names(entry: Entry) -> tuple[object, ...]:
    """All of an event that topics are made of."""
    return *(getattr(entry, kind) for kind in FIELDS), [source.article for source in entry.sources]


def _settings(shared: Folder) -> tuple[object, ...]:
    """What every card of a folder depends on."""
    return shared.slug, shared.words, shared.edit_url, shared.timeline.path, shared.typography


def _cited(was: Folder, now: Folder) -> frozenset[str]:
    """The articles and addresses whose card, page or number in print is another one."""
    held = ((was.articles, now.articles), (was.article_pages, now.article_pages), (was.numbers, now.numbers))
    return frozenset(key for one, other in held for key in _others(one, other))


def _others(was: Mapping[Any, object], now: Mapping[Any, object]) -> Iterable[Any]:
    """The keys under which two mappings hold something else."""
    return set() if was == now else {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
