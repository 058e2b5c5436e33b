"""Apply the learned models to events that the rules drafted: their people, places and status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.events.arguments.choose import choose
from timeline.events.arguments.features import ArgumentQuery, Arguments
from timeline.events.arguments.geography.contracted import with_articles
from timeline.events.arguments.geography.rows import of_own_row, rows
from timeline.events.context import Context
from timeline.events.dating.types import Dating
from timeline.events.detection.mentions import Mention
from timeline.events.detection.status import classifier
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.places import StoryLocation
from timeline.events.headline.words import load
from timeline.events.tree import Tree
from timeline.model import Event

LANGUAGES = frozenset({"fr"})
"""The languages that the models were trained for."""
LEAST_WEIGHT = 0.1
"""The lowest salience of an event that the models process; the others keep the rules' answers, which saves time."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article and its events as the rules give them.

    `trees` are its sentences in text order, `main_referents` is the main subject of each, and `story` is where its
    story takes place. `events` are the drafts, each with its mention and its date.
    """

    context: Context
    entities: EntityIndex
    story: StoryLocation
    trees: tuple[Tree, ...]
    main_referents: tuple[Referent | None, ...]
    events: tuple[tuple[Mention, Dating, Event], ...]

    def asked(self, numbers: Sequence[int]) -> list[ArgumentQuery]:
        """Some of the events, by their number, in the form that `choose` takes."""
        some = (self.events[number] for number in numbers)
        return [
            ArgumentQuery(mention, dating, Arguments(event.people, event.places)) for mention, dating, event in some
        ]


Refiner = Callable[[Drafted], list[Event]]
"""A function that makes the events of an article from their drafts, in the same order."""


def as_drafted(drafted: Drafted) -> list[Event]:
    """The events as the rules give them."""
    return [event for _, _, event in drafted.events]


def refine(drafted: Drafted) -> list[Event]:
    """The events of an article with learned people, places and status.

    Args:
        drafted: The events as the rules give them, with what the models need.

    Returns:
        The events, in the order of their drafts; unchanged in a language without trained models.
    """
    made = as_drafted(drafted)
    if drafted.context.article.language not in LANGUAGES:
        return made
    looked_at = [number for number, event in enumerate(made) if event.weight >= LEAST_WEIGHT]
    asked = drafted.asked(looked_at)
    arguments = choose(drafted.context, drafted.entities, drafted.story, drafted.trees, drafted.main_referents, asked)
    statuses = classifier.qualify(drafted.context, [(one.mention, one.dating) for one in asked])
    rows_ = rows(drafted.trees)
    text, words = drafted.context.article.text, load(drafted.context.article.language)
    for number, its, status in zip(looked_at, arguments, statuses, strict=True):
        places = of_own_row(its.places, drafted.events[number][0].tree, rows_, drafted.context.article.title)
        places = with_articles(places, text, words)
        made[number] = replace(made[number], people=its.people, places=places, status=status)
    return made
