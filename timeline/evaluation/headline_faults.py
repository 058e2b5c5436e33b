"""Faults that a headline must not have, found without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from timeline.model import Event

LENGTH = 100
_PRONOUN = re.compile(r"(?:il|elle|ils|elles|ce|c['’]|qui|que|celui-ci|celle-ci|dont|où|cela)\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:de|du|des|la|le|les|à|au|aux|et|ou|en|par|pour|sur|dans|un|une|que|qui|avec|d['’]|l['’]|son|sa|ses)$",
    re.IGNORECASE,
)
_PAIRS = ("«»", "“”", "()", "[]")
_NEGATION = re.compile(r"\b(?:ne\s|n['’])\w")


def faults(event: Event) -> Iterator[str]:
    """The names of the faults of an event's headline."""
    for name, has_fault in _FAULTS.items():
        if has_fault(event):
            yield name


def _lost_negation(event: Event) -> bool:
    return event.status.value == "denied" and not re.search(
        r"\b(?:ne|n['’]|pas|non|sans|aucun|aucune|dément\w*|nie\w*|refus\w*|jamais|annul\w*)",
        event.title,
        re.IGNORECASE,
    )


def _half_a_negation(event: Event) -> bool:
    full = re.search(
        r"\b(?:pas|plus|jamais|aucun|aucune|rien|personne|que|qu['’]|guère|ni|point|cesse)\b",
        event.title,
        re.IGNORECASE,
    )
    return bool(_NEGATION.search(event.title)) and not full


_FAULTS: Mapping[str, Callable[[Event], bool]] = {
    "empty": lambda event: not event.title,
    "too long": lambda event: len(event.title) > LENGTH,
    "dangling pronoun": lambda event: bool(_PRONOUN.match(event.title)),
    "cut": lambda event: bool(_CUT.search(event.title)),
    "unbalanced": lambda event: any(event.title.count(pair[0]) != event.title.count(pair[1]) for pair in _PAIRS),
    "no capital": lambda event: event.title[:1].islower(),
    "lost negation": _lost_negation,
    "half a negation": _half_a_negation,
}
