"""Turn an analysed article into its candidates with the results of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.context import context_of
from timeline.events.dating.explicit import attached_dates
from timeline.events.dating.resolve import date_mentions
from timeline.events.detection import mentions
from timeline.events.detection.candidates import find_all
from timeline.events.detection.factuality import qualify
from timeline.events.detection.fixes import parse_fixes
from timeline.events.detection.mentions import Mention
from timeline.events.entities import ner_fixes
from timeline.events.lexicon import Lexicon, load
from timeline.events.ranking.facts import Facts, Ruled, facts
from timeline.events.tree import Tree, grow
from timeline.model import Article, Sentence, Span, Timex
from timeline.model.timex import within


def trees_of(sentences: Sequence[Sentence], timexes: Sequence[Timex], lexicon: Lexicon) -> tuple[Tree, ...]:
    """The trees of the sentences, with known parser errors corrected.

    Args:
        sentences: The parsed sentences.
        timexes: The time expressions of the article, in text order.
        lexicon: The words of the article's language.

    Returns:
        The trees, in the order of the sentences.
    """
    return tuple(parse_fixes.apply_fixes(grow(one), within(timexes, one.span), lexicon) for one in sentences)


def prepare(
    article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], triggers: Sequence[Span] = ()
) -> Facts:
    """Compute the facts of an article that the models need.

    Args:
        article: The article.
        sentences: Its analysed sentences.
        timexes: Its time expressions, in text order.
        triggers: Extents of words that are always candidates.

    Returns:
        The facts about the article and its candidates.
    """
    lexicon = load(article.language)
    sentences = ner_fixes.apply_fixes(sentences, lexicon, article.title)
    context = context_of(article, sentences, lexicon, timexes)
    trees = trees_of(sentences, timexes, lexicon)
    found = list(find_all(trees, timexes, lexicon))
    found += _forced(trees, timexes, triggers, found, lexicon)
    found.sort(key=lambda mention: mention.trigger.start)
    ruled = date_mentions(context, found, timexes)
    statuses = [
        qualify(mention, dating.date, context.published, lexicon) for mention, dating in zip(found, ruled, strict=True)
    ]
    return facts(context, trees, timexes, Ruled(found, ruled, statuses, attached_dates(context, found, timexes)))


def _forced(
    trees: Sequence[Tree],
    timexes: Sequence[Timex],
    triggers: Sequence[Span],
    found: Sequence[Mention],
    lexicon: Lexicon,
) -> list[Mention]:
    more: list[Mention] = []
    for trigger in triggers:
        for number, tree in enumerate(trees):
            tokens = tree.within(trigger)
            if tokens and not any(mention.span.overlaps(trigger) for mention in (*found, *more)):
                more.append(replace(mentions.forced(number, tree, tokens[-1], timexes, lexicon), extra=True))
    return more
