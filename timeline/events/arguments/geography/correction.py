"""Correct how likely each name is a place of an event by the countries of the other likely places."""

from __future__ import annotations

from timeline.events import boosting
from timeline.events.arguments.geography.relations import COLUMNS, ArticleGeography, Margins, columns

MODEL = "relations.onnx.gz"
CONSIDERED = -4.0
"""Log odds up to which a name is no place, whatever the others are."""


def corrected(places: Margins, people: Margins, geography: ArticleGeography) -> Margins:
    """The log odds that each name is a place of each event, with what the learned model adds to them.

    Args:
        places: (events, names): the log odds of each name by itself.
        people: (events, names): the same for a participant.
        geography: The countries of the names.

    Returns:
        (events, names): the corrected log odds.
    """
    likely = places > CONSIDERED
    if not likely.any():
        return places
    model = boosting.load("timeline.events.arguments.geography", MODEL)
    found = places.copy()
    found[likely] += model.scores(columns(places, people, geography)[likely], COLUMNS)[:, 0]
    return found
