"""The ids of entries: made from the event's first mention, so that they do not depend on the other articles."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from timeline.coref.mentions import EventMention
from timeline.languages.folding import fold

_LENGTH = 8


def identities(digests: Iterable[str]) -> list[str]:
    """An id for each event: eight hexadecimal digits, more for the later of two that would share one.

    Args:
        digests: The digest of the first mention of each event, in the order of publication.

    Returns:
        One id for each event, in the same order; all different.
    """
    taken: set[str] = set()
    ids: list[str] = []
    for digest in digests:
        length = _LENGTH
        while digest[:length] in taken:
            length += 1
        ids.append(digest[:length])
        taken.add(ids[-1])
    return ids


def digest_of(first: EventMention) -> str:
    """The digest that identifies an event: its article, folded sentence, trigger, and its number among such events.

    Args:
        first: The first mention of the event.

    Returns:
        Forty hexadecimal digits.
    """
    event = first.event
    offset = event.trigger.start - event.span.start
    trigger = event.quote[max(0, offset) : max(0, offset) + event.trigger.end - event.trigger.start]
    nth = event.quote[: max(0, offset)].count(trigger) if trigger else 0
    known_by = "\n".join((event.article, first.sentence, fold(trigger), str(nth), str(event.status)))
    return blake2b(known_by.encode(), digest_size=20).hexdigest()
