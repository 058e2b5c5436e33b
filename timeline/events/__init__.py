"""Events: what an editor would put on a chronology.

Each has its date, its status, its people and places, and its headline.
"""

from timeline.events.event_coreference import Candidate
from timeline.events.extraction import candidates, date_triggers, extract
from timeline.events.salience import Weights, among_others, weights_from

KEEP = 0.41
"""The weight from which the default timeline keeps an event; fitted with the weights."""

__all__ = ["KEEP", "Candidate", "Weights", "among_others", "candidates", "date_triggers", "extract", "weights_from"]
