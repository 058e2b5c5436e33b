"""Extract the events of an article from its sentences and dates."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events import unparsed
from timeline.events.arguments.refine import Refiner, refine
from timeline.events.context import context_of
from timeline.events.dating.chosen import chosen
from timeline.events.dating.rejected import with_rejected
from timeline.events.dating.types import Dating
from timeline.events.detection.attribution import is_asked
from timeline.events.detection.candidates import find_all
from timeline.events.detection.mentions import Mention, MentionKind
from timeline.events.entities import ner_fixes
from timeline.events.event_builder import event_builder
from timeline.events.event_coreference import finished, without_repeats
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import Lexicon, load
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.model import Ranker
from timeline.events.ranking.model import load as load_model
from timeline.events.ranking.prepare import prepare, trees_of
from timeline.events.ranking.rank import Ranked, rank
from timeline.events.rivals import Opinion, beside_rivals
from timeline.model import Article, Event, Sentence, Span, Timex

LEAST_WEIGHT = 0.15
"""The lowest salience of a candidate: names are only computed for events that somebody may want. Of those below, one in
twenty is an entry, and in a story they join events that are two."""


def extract(
    article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], *, keep: float = 0.0
) -> tuple[Event, ...]:
    """Extract all candidate events of an article, in text order.

    `weight` is their salience: how likely an editor would keep the event (see `KEEP`).

    Args:
        article: The article.
        sentences: The pipeline's sentences of `article.text`, in text order. A sentence without tags gives at most one
            event, from its date alone.
        timexes: The resolved time expressions of `article.text`, in text order.
        keep: An event of lower salience gets the words of its sentence as its headline, which saves time.

    Returns:
        The events.
    """
    model = load_model(article.language)
    if model is None or not any(token.pos for sentence in sentences for token in sentence.tokens):
        context = context_of(article, sentences, Lexicon())
        return finished([*unparsed.extract(context, sentences, timexes)], keep)
    facts = prepare(article, sentences, timexes)
    found = extract_with(model, facts, keep=keep)
    for tree in facts.trees:
        tree.forget()
    return found


def extract_with(model: Ranker, facts: Facts, *, refiner: Refiner = refine, keep: float = 0.0) -> tuple[Event, ...]:
    """The events of an article by a trained model, in text order.

    Args:
        model: The trained model.
        facts: The article's facts, with its candidates.
        refiner: Chooses people, places and status.
        keep: The lowest salience of an event that gets a written headline; others get their shortened sentence.
    """
    builder = event_builder(facts.context, facts.trees, facts.timexes)
    weighed = [one for one in weigh(facts, rank(facts, model)) if _may_be_told(facts, *one)]
    ranked = [one for one, _ in weighed]
    datings = _datings(facts, ranked)
    found = [facts.mentions[one.number] for one in ranked]
    opinions = [opinion for _, opinion in weighed]
    surest = [one.chances[0] for one in ranked]
    drafts = [builder.event(*one) for one in zip(opinions, found, datings, surest, strict=True)]
    made = without_repeats(builder.refined(found, datings, drafts, refiner), facts.context)
    return finished(builder.titled(made, found, keep), keep)


def _may_be_told(facts: Facts, ranked: Ranked, opinion: Opinion) -> bool:
    """Whether somebody may want a candidate; what a question asks is not told."""
    return opinion.weight >= LEAST_WEIGHT and not is_asked(facts.mentions[ranked.number])


def weigh(facts: Facts, ranked: Sequence[Ranked]) -> tuple[tuple[Ranked, Opinion], ...]:
    """The candidates of an article with their final salience and confidence.

    Args:
        facts: The article's facts.
        ranked: The candidates as the trained model ranks them.
    """
    sentences = [facts.mentions[one.number].sentence for one in ranked]
    dates = [one.options[0].days for one in ranked]
    return tuple(zip(ranked, beside_rivals([one.right for one in ranked], sentences, dates), strict=True))


def _datings(facts: Facts, ranked: Sequence[Ranked]) -> tuple[Dating, ...]:
    """The likeliest dating of each candidate, with the rejected dates of its sentence."""
    context, timexes = facts.context, facts.timexes
    found = [facts.mentions[one.number] for one in ranked]
    datings = [
        chosen(context, mention, timexes, facts.ruled[one.number], one.options, one.chances)
        for one, mention in zip(ranked, found, strict=True)
    ]
    return with_rejected(context, found, datings, facts.attached, timexes)


def date_triggers(
    model: Ranker, article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], triggers: Sequence[Span]
) -> tuple[Dating | None, ...]:
    """Date given triggers, for evaluation; a word that the rules would not make an event is dated as well.

    Args:
        model: The trained model.
        article: The article.
        sentences: Its sentences, in text order.
        timexes: Its time expressions, in text order.
        triggers: Extents of the events' words in code points, end exclusive.

    Returns:
        One dating for each trigger; None for a trigger outside all sentences.
    """
    facts = prepare(article, sentences, timexes, triggers)
    asked = [number for number, one in enumerate(facts.mentions) if any(_names(one, span) for span in triggers)]
    ranked = [one for one in rank(facts, model, frozenset(asked)) if one.number in asked]
    found = [facts.mentions[one.number] for one in ranked]
    dated = list(zip(found, _datings(facts, ranked), strict=True))
    return tuple(_dating_of(trigger, dated) for trigger in triggers)


def headline_inputs(
    article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], triggers: Sequence[Span]
) -> tuple[tuple[HeadlineContext, Mention] | None, ...]:
    """The input of the headline of each trigger, for training; None for a trigger that is not a mention."""
    lexicon = load(article.language)
    sentences = ner_fixes.apply_fixes(sentences, lexicon, article.title)
    context = context_of(article, sentences, lexicon)
    trees = trees_of(sentences, timexes, lexicon)
    ruled = (mention for mention in find_all(trees, timexes, lexicon) if not mention.extra)
    found = [mention for mention in ruled if mention.kind is not MentionKind.OPINION]
    builder = event_builder(context, trees, timexes)
    exact = [[mention for mention in found if mention.span.overlaps(one)] for one in triggers]
    served = [[mention for mention in found if _names(mention, one)] for one in triggers]
    first = [next(iter([*one, *other]), None) for one, other in zip(exact, served, strict=True)]
    return tuple((builder.headline_context(mention), mention) if mention else None for mention in first)


def _names(mention: Mention, trigger: Span) -> bool:
    """Whether the trigger is the mention's word, or a word of its verb group ("effectuer" of a visit)."""
    if mention.span.overlaps(trigger):
        return True
    if mention.own_predicate is None:
        return False
    group = (mention.tree.tokens[index] for index in mention.own_predicate.parts)
    return any(Span(token.start, token.end).overlaps(trigger) for token in group)


def _dating_of(trigger: Span, dated: Sequence[tuple[Mention, Dating]]) -> Dating | None:
    exact = (dating for mention, dating in dated if mention.span.overlaps(trigger))
    served = (dating for mention, dating in dated if _names(mention, trigger))
    return next(exact, next(served, None))
