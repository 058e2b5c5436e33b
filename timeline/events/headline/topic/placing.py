"""A line for readers who do not know the article: with what its noun is short of, or with a new person as a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.stems import stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.roles.beside_names import with_office, with_role
from timeline.events.headline.topic.completing import LONGEST_LINE, completed
from timeline.events.headline.topic.first_mention import as_new, is_of_the_past
from timeline.events.headline.topic.pointing import named_for
from timeline.events.headline.topic.topics import Topic, topics
from timeline.events.headline.topic.unresolved import OpenNoun, open_nouns
from timeline.model.events import TOPIC_END

_LONG_AGO = 400
"""From how many days before its article on somebody may have been another than who the article says."""
_KINDS = ("title", "saying")

EXPLAINED = "explained"
WAYS = ("", "completed", EXPLAINED, "new")
"""How a line is made readable: not at all, its noun completed, by a topic that can stand before it, a new person."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A line as a reader understands it who does not know the article, and how it is made so (one of `WAYS`)."""

    text: str
    way: str = ""


def readable(context: HeadlineContext, mention: Mention, draft: Draft, *, alone: bool = False) -> Readable:
    """The text of a draft as a reader understands it who does not know the article.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        draft: The draft.
        alone: Whether no topic will stand before it.

    Returns:
        "Un suspect est arrêté", "Le préfet Jean Roy démissionne"; the text itself where each noun is known, where a
        topic of the article can explain them, or where nothing does.
    """
    draft = with_office(context, mention.tree, draft)
    presented = with_role(context, draft)
    if presented is not draft and not is_of_the_past(context, mention, _LONG_AGO):
        draft = presented
    line = draft.text
    if draft.kind in _KINDS or ":" in line or len(line) >= LONGEST_LINE:
        return Readable(line)
    unresolved = [one for one in open_nouns(context, mention.tree, draft) if one.word.text in line]
    about = topics(context)
    ways = _ways(context, mention, line, unresolved, about, alone) if unresolved else ()
    return next((Readable(text, way) for way, text in ways if text), Readable(line))


def _ways(
    context: HeadlineContext,
    mention: Mention,
    line: str,
    unresolved: Sequence[OpenNoun],
    about: Sequence[Topic],
    alone: bool,
) -> Iterator[tuple[str, str]]:
    """The ways to make a line readable with the line each makes, best first; "" where one does not."""
    tree = mention.tree
    bare = [noun for noun in unresolved if noun.alone]
    yield from (("completed", completed(context, tree, line, noun, about, named=True)) for noun in bare)
    yield from (("completed", named_for(context, tree, line, noun)) for noun in bare)
    explained = not alone and any(not one.place and _fits(line, one) for one in about)
    explained = explained and not is_of_the_past(context, mention)
    yield EXPLAINED, line if explained else ""
    yield "new", as_new(context, tree, line, unresolved[0])
    yield from (("completed", completed(context, tree, line, noun, about, named=False)) for noun in bare)


def _fits(line: str, topic: Topic) -> bool:
    """Whether the line is short enough and does not repeat the topic."""
    return not topic.stems & stems(line) and len(topic.text) + len(line) + len(TOPIC_END) <= LONGEST_LINE
