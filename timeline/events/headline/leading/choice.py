"""Whether a line stands behind a topic of its article, and behind which: learned from editors' choices.

`python -m training.headlines.topics` makes both models, boosted trees over the features of `signs`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.events import boosting
from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.stems import stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.leading.candidates import Candidate, candidates
from timeline.events.headline.leading.signs import lead_signs, line_signs, offer_signs, topic_signs
from timeline.events.headline.topic.completing import led_by
from timeline.events.headline.topic.placing import EXPLAINED, Readable, readable
from timeline.events.paragraph_heads import head_of
from timeline.model.events import TOPIC_END

MODEL, LEADS = "models/topics.onnx.gz", "models/leads.onnx.gz"
"""The files of the models, from this package: which topic an editor would choose, and whether the line is better so."""

PREFERRED = 0.7
"""The least probability that a reader prefers the line behind its topic for it to stand there."""

PREFERRED_OPEN = 0.5
"""The same of a line with a noun that a topic can explain."""

_WHOLE = ("title", "saying")


def fitting(context: HeadlineContext, line: str, places: Collection[str] = ()) -> list[Candidate]:
    """The topics of the article that a line can stand behind: with none of its words, and not too long together.

    A town is none where the line has a place, or the event another one: not "Nantes : Areva reprend le site de Lyon".

    Args:
        context: The inputs of headline writing.
        line: The line.
        places: The places of its event.
    """
    own = stems(line)
    room = LONGEST - len(line) - len(TOPIC_END)
    placed = any(place in line for place in _places(context))
    return [
        one
        for one in candidates(context)
        if not one.stems & own
        and len(one.text) <= room
        and not ((placed or (places and one.text not in places)) and _is_a_town(context, one))
    ]


def _places(context: HeadlineContext) -> frozenset[str]:
    """The places of the article in the forms that it has."""

    def found() -> frozenset[str]:
        return frozenset(name.surface for tree in context.trees for name in context.names(tree, "LOC"))

    return context.trees[0].remembered("places", context.trees, found)


def _is_a_town(context: HeadlineContext, topic: Candidate) -> bool:
    """Whether a topic is a place that holds no others."""
    return topic.label == "LOC" and not context.entities.holds(topic.text)


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as the timeline prints it, and the topic that it begins with ("" for none)."""

    text: str
    topic: str = ""


def behind_topic(
    context: HeadlineContext, mention: Mention, draft: Draft, line: Readable, places: Collection[str] = ()
) -> Printed:
    """A line as the timeline prints it: behind the topic that an editor would most likely choose, or alone.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        draft: Its derivation.
        line: The line.
        places: The places of the event.

    Returns:
        "Fusillade à Grasse : le suspect est arrêté"; "Québec : un suspect est arrêté", since a place does not say
        which; the line alone where a reader would prefer it so. An article's own headline, a quotation with its speaker
        and a line that has a colon stay as they are.
    """
    text = line.text
    if draft.kind in _WHOLE or ":" in text:
        return Printed(text)
    is_open = line.way == EXPLAINED
    alone = readable(context, mention, draft, alone=True).text if is_open else text
    if name := _head(context, mention, draft, text):
        return Printed(led_by(context, mention.tree, name, text), name)
    topic = topic_of(
        context, mention, draft, text, fitting(context, text, places), PREFERRED_OPEN if is_open else PREFERRED
    )
    if topic is None:
        return Printed(alone)
    return Printed(led_by(context, mention.tree, topic.text, alone if topic.is_place else text), topic.text)


def _head(context: HeadlineContext, mention: Mention, draft: Draft, line: str) -> str:
    """The name that heads the paragraph of a line, of which the line has no word and no name as its subject.

    "Vallourec" of "Vallourec. Le fabricant de tubes annonce …"; "" where there is none.
    """
    head = head_of(context.context, context.trees, mention.tree)
    named = draft.subject is not None and draft.subject.named
    if head is None or named or stems(head.name) & stems(line):
        return ""
    return head.name if len(head.name) + len(TOPIC_END) + len(line) <= LONGEST else ""


def topic_of(
    context: HeadlineContext,
    mention: Mention,
    draft: Draft,
    line: str,
    topics: Sequence[Candidate],
    least: float = PREFERRED,
) -> Candidate | None:
    """The topic that an editor would most likely put before a line.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        draft: Its derivation.
        line: The line.
        topics: Those that it can stand behind.
        least: The least probability that a reader prefers the line behind it.

    Returns:
        "Fusillade à Grasse"; None where a reader would prefer the line alone.
    """
    if not topics:
        return None
    rows = _rows(context, mention, draft, line, topics)
    chances = _chances(MODEL, rows)
    best = max(range(len(topics)), key=lambda place: chances[place])
    (preferred,) = _chances(LEADS, [rows[best] | lead_signs(chances, best)])
    return topics[best] if preferred >= least else None


def _rows(
    context: HeadlineContext, mention: Mention, draft: Draft, line: str, topics: Sequence[Candidate]
) -> list[dict[str, float]]:
    """The features of each topic before the line."""
    own = line_signs(context, mention, draft, line)
    offers = zip(topics, offer_signs(topics), strict=True)
    return [{**own, **topic_signs(context, mention, line, one), **offer} for one, offer in offers]


def _chances(name: str, rows: Sequence[dict[str, float]]) -> list[float]:
    """The probabilities that a model of this package gives."""
    model = boosting.load("timeline.events.headline.leading", name)
    table = boosting.table([[row[one] for one in model.features] for row in rows])
    odds = model.scores(table, model.features)[:, 0]
    return [float(one) for one in 1 / (1 + np.exp(-odds))]
