"""Faults that a headline must not have, found without a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.languages.tables import section
from timeline.model import Event

LENGTH = 100
_WORDS = section("fr", "evaluation/headline_faults", "patterns")
_PRONOUN, _CUT = _WORDS.pattern("pronoun_first"), _WORDS.pattern("cut")
_NEGATION, _WHOLE_NEGATION = _WORDS.pattern("negation"), _WORDS.pattern("whole_negation")
_DENIAL = _WORDS.pattern("denial")
_PAIRS = ("«»", "“”", "()", "[]")


def faults(event: Event) -> Iterator[str]:
    """The faults of an event's headline.

    Yields:
        The names of the faults, in the order of the table.
    """
    for name, has_fault in _FAULTS.items():
        if has_fault(event):
            yield name


def _lost_negation(event: Event) -> bool:
    return event.status.value == "denied" and not _DENIAL.search(event.title)


def _half_a_negation(event: Event) -> bool:
    return bool(_NEGATION.search(event.title)) and not _WHOLE_NEGATION.search(event.title)


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
