"""Events: the entries that an editor would put on a chronology.

Each has a date, a status, people and places, and a headline.
"""

from timeline.events.event_coreference import ScoredEvent
from timeline.events.extraction import candidates, date_triggers, extract
from timeline.events.salience import Weights, among_others, weights_from

KEEP = 0.41
"""The lowest salience of an event in the default timeline; fitted with the models' coefficients."""

__all__ = ["KEEP", "ScoredEvent", "Weights", "among_others", "candidates", "date_triggers", "extract", "weights_from"]
