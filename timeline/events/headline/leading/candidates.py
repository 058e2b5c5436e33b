"""The topics that a line of an article may stand behind: those of its headline, and the place of its lead.

`topics` has the ones that rules trust; here are all that an editor might choose from, each with where it comes from.
`timeline.events.headline.leading.choice` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from timeline.events.headline.affair.choice import affairs
from timeline.events.headline.affair.whole import is_cut
from timeline.events.headline.base.stems import stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.topics import Topic, title_parts, topics
from timeline.events.lexicon import WordList
from timeline.lines.first_letter import capitalised

LONGEST_NAME = 40
"""The largest number of characters of a name, or of what stands before a headline's colon, that is a topic."""

_AFFAIRS, _UNLIKELY = 4, 0.1
"""The most names of the affair that are offered, and the probability below which none is."""

_OF_A_LABEL = 2
"""The number of names of a kind that a headline lends."""


class Source(IntEnum):
    """Where a topic comes from; the values are codes of a learned model, and keep their meaning."""

    CONTEST = 0
    NAMED = 1
    EVENT = 2
    THING = 3
    SETTING = 4
    PLACE = 5
    BEFORE_COLON = 6
    TITLE_ORG = 7
    TITLE_LOC = 8
    LEAD_LOC = 9
    AFFAIR = 10


_PLACES = (Source.SETTING, Source.PLACE, Source.TITLE_LOC, Source.LEAD_LOC)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic with where it comes from, the stems of its words, and the label of its name ("" for none).

    `affair` is the probability that an editor would call the article's affair so.
    """

    text: str
    source: Source
    stems: frozenset[str]
    label: str
    affair: float = 0.0

    @property
    def is_place(self) -> bool:
        """Whether it is only a place, which does not say what a pronoun stands for."""
        return self.label == "LOC" or self.source in _PLACES


def candidates(context: HeadlineContext) -> tuple[Candidate, ...]:
    """The topics that a line of the article may stand behind, each once.

    Returns:
        Those of the rules ("Fusillade à Grasse"), what stands before the headline's colon, the bodies and places in the
        headline, the first place of the lead, and the likeliest names of the affair.
    """
    return context.trees[0].remembered("topic candidates", context.trees, lambda: tuple(_candidates(context)))


def _candidates(context: HeadlineContext) -> Iterator[Candidate]:
    found: dict[str, Source] = {}
    for text, source in (*_texts(context), *((one, Source.AFFAIR) for one in _affairs(context))):
        found.setdefault(text, source)
    chances = {one.text: one.chance for one in affairs(context)}
    for text, source in found.items():
        person = context.entities.labels.get(text) == "PER"  # not "Anne Rey : le fils d'ouvriers démissionne"
        known = context.words.has("too_known_topics", text.lower().replace(" ", "_"))
        if person or known or _is_a_date(context, text) or is_cut(context, text):
            continue
        yield Candidate(text, source, stems(text), context.entities.labels.get(text, ""), chances.get(text, 0.0))


def _affairs(context: HeadlineContext) -> Iterator[str]:
    """The likeliest names of the affair, each with other words than those before."""
    seen: set[frozenset[str]] = set()
    for one in affairs(context):
        if len(seen) == _AFFAIRS or one.chance < _UNLIKELY:
            return
        if (own := stems(one.text)) not in seen:
            seen.add(own)
            yield one.text


def _is_a_date(context: HeadlineContext, text: str) -> bool:
    """Whether each word is one of time, or a number: "Mars 2016"."""
    times = context.context.lexicon.words(WordList.NAMES_TIMES)
    return all(word.lower() in times or word[:1].isdigit() for word in text.split())


def _texts(context: HeadlineContext) -> Iterator[tuple[str, Source]]:
    for topic in topics(context):
        if not topic.done:  # "Deux adolescents interpellés" explains few lines but those of the two
            yield topic.text, _source(topic)
    before, _ = title_parts(context)
    if before and len(before) <= LONGEST_NAME:
        yield capitalised(before), Source.BEFORE_COLON
    yield from _in_the_title(context)
    first = context.context.first
    lead = (name.canonical for tree in context.trees[first : first + 1] for name in context.names(tree, "LOC"))
    yield from ((name, Source.LEAD_LOC) for name in [one for one in lead if _is_short(one)][:1])


def _source(topic: Topic) -> Source:
    """Where a topic of the rules comes from, by its most telling mark."""
    marks = {
        Source.CONTEST: topic.contest,
        Source.NAMED: topic.named,
        Source.THING: topic.thing,
        Source.SETTING: topic.setting,
        Source.PLACE: topic.place,
    }
    return next((source for source, marked in marks.items() if marked), Source.EVENT)


def _in_the_title(context: HeadlineContext) -> Iterator[tuple[str, Source]]:
    """The first bodies and places that the headline names, of those that the text has as well."""
    title = context.context.article.title
    for label, source in (("ORG", Source.TITLE_ORG), ("LOC", Source.TITLE_LOC)):
        names = {name.canonical for tree in context.trees for name in context.names(tree, label)}
        inside = sorted((name for name in names if name in title and _is_short(name)), key=title.index)
        yield from ((name, source) for name in inside[:_OF_A_LABEL])


def _is_short(name: str) -> bool:
    """Whether a name can stand before a line: "pont rouvre" of a heading is none."""
    return name[:1].isupper() and len(name) <= LONGEST_NAME
