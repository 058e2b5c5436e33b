"""Apply the learned models to events that the rules drafted: their people, places and status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.events.arguments.choose import choose
from timeline.events.arguments.features import ArgumentQuery, Arguments
from timeline.events.arguments.geography.place_names import as_on_a_map
from timeline.events.arguments.geography.rows import of_own_head, of_own_row, rows
from timeline.events.context import Context
from timeline.events.dating.types import Dating
from timeline.events.detection.mentions import Mention
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.places import StoryLocation
from timeline.events.headline.words import load
from timeline.events.paragraph_heads import head_of
from timeline.events.status import classifier
from timeline.events.tree import Tree
from timeline.model import Event


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

    def queries(self) -> list[ArgumentQuery]:
        """The events in the form that `choose` takes."""
        return [
            ArgumentQuery(mention, dating, Arguments(event.people, event.places))
            for mention, dating, event in self.events
        ]


Refiner = Callable[[Drafted], list[Event]]
"""A function that makes the events of an article from their drafts, in the same order."""


def refine(drafted: Drafted) -> list[Event]:
    """The events of an article with learned people, places and status.

    Args:
        drafted: The events as the rules give them, with what the models need.

    Returns:
        The events, in the order of their drafts.
    """
    asked = drafted.queries()
    arguments = choose(drafted.context, drafted.entities, drafted.story, drafted.trees, drafted.main_referents, asked)
    statuses = classifier.qualify(drafted.context, [(one.mention, one.dating) for one in asked])
    article, rows_ = drafted.context.article, rows(drafted.trees)
    words, made = load(article.language), list[Event]()
    for (mention, _, event), its, status in zip(drafted.events, arguments, statuses, strict=True):
        places = of_own_row(its.places, mention.tree, rows_, article.title)
        places = of_own_head(places, mention.tree, head_of(drafted.context, drafted.trees, mention.tree))
        places = as_on_a_map(places, article.text, words)
        made.append(replace(event, people=its.people, places=places, status=status))
    return made
