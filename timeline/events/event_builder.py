"""Build the event of a dated mention: its people and places, its factuality and its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from timeline.calendar import DAY
from timeline.events.arguments.refine import Drafted, Refiner
from timeline.events.context import Context
from timeline.events.dating.types import Dating
from timeline.events.detection import light_verbs
from timeline.events.detection.factuality import qualify
from timeline.events.detection.mentions import Mention
from timeline.events.entities import discourse, names, participants, places
from timeline.events.entities.coreference import Referent
from timeline.events.entities.definite_descriptions import definite_descriptions
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.places import StoryLocation
from timeline.events.headline import build
from timeline.events.headline.base.types import Headline
from timeline.events.headline.choice.assign import HeadlineOptions, assigned
from timeline.events.headline.context import HeadlineContext, headline_context
from timeline.events.headline.reference.passers_by import without_passers_by
from timeline.events.ranking.rank import DIGITS
from timeline.events.rivals import Opinion
from timeline.events.tree import Tree
from timeline.model import Event, Name, Span, Timex

STORY_REACH = 31 * DAY
"""Seconds before publication within which an event is of the article's own story."""

_DASH = re.compile(r"[-–—]\s+")


@dataclass(frozen=True, slots=True)
class EventBuilder:
    """Turns a dated mention into an event."""

    context: Context
    entities: EntityIndex
    story: StoryLocation
    trees: tuple[Tree, ...]
    timexes: tuple[Timex, ...]
    main_referents: tuple[Referent | None, ...]

    def _who_and_where(self, mention: Mention, dating: Dating) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        context, entities = self.context, self.entities
        people = participants.people(context, entities, mention, self.main_referents[: mention.sentence])
        story = self.story if self._is_of_the_story(dating) else StoryLocation("", self.story.setting)
        return people, places.places(context, entities, mention, people, story, self._near(mention))

    def event(self, opinion: Opinion, mention: Mention, dating: Dating, chance: float) -> Event:
        """The event of a mention without its headline, with the people, the places and the factuality of the rules.

        Args:
            opinion: Its salience and confidence.
            mention: The mention.
            dating: Its date.
            chance: The probability of that date.
        """
        context = self.context
        people, where = self._who_and_where(mention, dating)
        span = _without_dash(context.article.text, mention.tree.sentence.span)
        return Event(
            id="",
            article=context.article.id,
            span=span,
            trigger=Span(mention.trigger.start, mention.trigger.end),
            lemma=mention.lemma,
            title="",
            quote=" ".join(context.article.text[span.start : span.end].split()),
            date=dating.date,
            basis=dating.basis,
            status=qualify(mention, dating.date, context.published, context.lexicon),
            timex=dating.timex,
            ongoing=dating.ongoing,
            people=people,
            places=where,
            steps=dating.steps,
            postponed_from=dating.postponed_from,
            rejected=dating.rejected,
            expression=light_verbs.expression(mention, context.lexicon),
            weight=opinion.weight,
            confidence=opinion.confidence,
            date_confidence=round(chance, DIGITS),
        )

    def refined(
        self, found: Sequence[Mention], datings: Sequence[Dating], drafts: Sequence[Event], refiner: Refiner
    ) -> list[Event]:
        """The drafts with the people, places and status that the learned models choose."""
        drafted = tuple(zip(found, datings, drafts, strict=True))
        return refiner(Drafted(self.context, self.entities, self.story, self.trees, self.main_referents, drafted))

    def headline_context(self, mention: Mention) -> HeadlineContext:
        """The input of the mention's headline."""
        before = self.main_referents[: mention.sentence]
        return headline_context(self.context, self.entities, before, self.timexes, self.trees)

    def titled(self, events: Sequence[Event], found: Sequence[Mention], keep: float) -> list[Event]:
        """The events with their headlines; the most salient event chooses first.

        Args:
            events: The events.
            found: Their mentions, in any order.
            keep: The lowest salience of an event that gets a written headline; others get their shortened sentence.
        """
        by_span = {mention.span: mention for mention in found}
        salient = [by_span[event.trigger] for event in events if event.weight >= keep]
        written = iter(build.headlines_of_all([(self.headline_context(one), one) for one in salient]))
        wanted = []
        for event in events:
            if event.weight < keep:
                brief = Headline(build.shortened(event.quote), 0.0)
                wanted.append(HeadlineOptions(event, (brief,), partial(Headline, brief.text, 0.0)))
            else:
                wanted.append(self._options(event, next(written), by_span[event.trigger]))
        return assigned(wanted)

    def _options(self, event: Event, written: tuple[Headline, ...], mention: Mention) -> HeadlineOptions:
        places = tuple(place.canonical for place in event.places)
        printed = partial(build.printed, self.headline_context(mention), mention, places=places)
        return HeadlineOptions(event, written, partial(self._sentence, mention, places), printed)

    def _sentence(self, mention: Mention, places: tuple[str, ...]) -> Headline:
        """The line of a mention that tells no other event of its sentence; else the sentence."""
        context = self.headline_context(mention)
        return build.line_apart(context, mention, places) or Headline(build.sentence_line(context, mention), 0.0)

    def _is_of_the_story(self, dating: Dating) -> bool:
        """Whether the event is from the article's own days, so that its place is the story's."""
        begin, published = dating.date.begin if dating.date else None, self.context.published.begin
        return begin is None or published is None or begin >= published - STORY_REACH

    def _near(self, mention: Mention) -> tuple[Name, ...]:
        """The last place named before, in the same paragraph."""
        paragraph = self.context.paragraphs[mention.sentence]
        for number in range(mention.sentence - 1, -1, -1):
            if self.context.paragraphs[number] != paragraph:
                break
            tree = self.trees[number]
            found = names.of_sentence(self.entities, tree, "LOC")
            if found:
                return found[-1:]
        return ()


def event_builder(context: Context, trees: Sequence[Tree], timexes: Sequence[Timex]) -> EventBuilder:
    """The builder of an article's events, with the article's names, places and coreference.

    Args:
        context: What the article's text gives all its events.
        trees: The trees of its sentences, in text order.
        timexes: Its time expressions, in text order.

    Returns:
        A builder for the mentions of these trees.
    """
    entities = names.entities(context.article, [tree.sentence for tree in trees], context.lexicon)
    entities = replace(entities, definite_descriptions=definite_descriptions(trees, entities, context.article.title))
    story = places.story_location(context, entities, trees)
    mains = discourse.main_referents(trees, entities)
    mains = without_passers_by(headline_context(context, entities, mains, timexes, tuple(trees)), mains)
    return EventBuilder(context, entities, story, tuple(trees), tuple(timexes), mains)


def _without_dash(text: str, sentence: Span) -> Span:
    """The sentence without the dash that parts it from the dateline or marks an item of a list."""
    dash = _DASH.match(text, sentence.start, sentence.end)
    return Span(dash.end(), sentence.end) if dash else sentence
