"""Who only passes through the life that an obituary tells."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.calendar import DAY
from timeline.events.entities.coreference import Referent
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_dead
from timeline.events.headline.reference.pronouns import protagonist
from timeline.events.tree import Tree

_LONG_AGO = 400 * DAY
"""How long before the article's day a scene of somebody's life is over, in seconds."""


def without_passers_by(
    context: HeadlineContext, main_referents: Sequence[Referent | None]
) -> tuple[Referent | None, ...]:
    """The main subjects of an article's sentences without those whom an obituary does not go on about.

    "En 1953, Robert Doisneau remarque ses images. Il couvre la guerre" tells what the dead man does, if nothing else
    names Doisneau and the scene is of another time than the death. Who pays tribute to the dead is told on.

    Args:
        context: The inputs of headline writing.
        main_referents: The main subject of each sentence, in text order.

    Returns:
        The same, with None for who passes by.
    """
    about = protagonist(context)
    if not about:
        return tuple(main_referents)
    return tuple(None if one is not None and passes_by(context, one, about) else one for one in main_referents)


def passes_by(context: HeadlineContext, referent: Referent, about: str) -> bool:
    """Whether a person only passes through somebody's life."""
    name = referent.name
    if name is None or name.label != "PER" or name.canonical == about or not is_dead(context, about):
        return False
    named = (one for tree in context.trees for one in context.names(tree, "PER") if one.canonical == name.canonical)
    return sum(1 for _ in named) == 1 and _is_of_another_time(context, referent.tree)


def _is_of_another_time(context: HeadlineContext, tree: Tree) -> bool:
    published = context.context.published.begin
    ends = [one.date.end for one in tree.times(context.timexes) if one.date is not None]
    return any(end is not None and published is not None and end < published - _LONG_AGO for end in ends)
