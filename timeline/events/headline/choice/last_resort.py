"""The line of an event that no draft can tell: the shortest sentence that is whole, behind what it is about.

A reader of "Elle s'installe avenue Jean-Jaurès" does not know whose line it is. The affair or the article's headline
before it says so: "L'association des paralysés déménage : elle s'installe avenue Jean-Jaurès".
"""

from __future__ import annotations

from timeline.events.detection.mentions import Mention
from timeline.events.headline.affair.candidates import names_an_event
from timeline.events.headline.article_title import clean
from timeline.events.headline.base.gate import LONGEST, LONGEST_SENTENCE, broken
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.stems import stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.search import cut_drafts
from timeline.events.headline.leading.candidates import Candidate, Source
from timeline.events.headline.leading.choice import fitting, topic_of
from timeline.events.headline.sentence import sentences
from timeline.events.headline.sentence.named import with_its_name
from timeline.events.headline.sentence.sentences import is_open
from timeline.events.headline.sentence.trimmed import unnamed_drafts
from timeline.events.headline.topic.completing import led_by

_LONGEST_LEAD = 75
"""The largest number of characters of a headline that stands before a line."""

_LONG = 150
"""The number of characters up to which the longest line is taken."""


def line_of(context: HeadlineContext, mention: Mention) -> str:
    """The line of a mention without any draft that passes the gate.

    Returns:
        What is left of the sentence without dates and asides, else the sentence: with a name for its pronoun where the
        sentences before give one, else behind what the article is about. A quotation keeps who says it.
    """
    plain = sentences.plain_beginning(context, mention)
    quoted = mention.trigger.index in in_quotes(mention.tree)
    cut = [] if quoted else list(unnamed_drafts(context, mention))
    named = [draft.text for draft in cut if draft.subject is not None]
    if (whole := with_its_name(context, mention.tree, plain)) is not None:
        named.append(sentences.as_spoken(context, whole))
    named = [cut_to_fit(context, mention, line, LONGEST) for line in named]
    as_they_are = (*(draft.text for draft in cut if draft.subject is None), sentences.as_spoken(context, plain))
    lines = list(dict.fromkeys((*named, *(_fitting(context, mention, line) for line in as_they_are))))
    passing = [line for line in lines if not broken(line, context.words, LONGEST_SENTENCE)]
    for some in ([line for line in passing if line in named], passing):
        if short := next((line for most in (LONGEST, _LONG) for line in some if len(line) <= most), ""):
            return short
    return min(passing, key=len, default=(named or lines)[-1])


def _fitting(context: HeadlineContext, mention: Mention, line: str) -> str:
    """The line behind what it is about, without what stands beside its news if it then fits a headline."""
    led = _led(context, mention, line)
    if len(led) <= LONGEST:
        return led
    cut = _led(context, mention, cut_to_fit(context, mention, line, LONGEST - len(led) + len(line)))
    return cut if len(cut) <= LONGEST else led


def cut_to_fit(context: HeadlineContext, mention: Mention, line: str, longest: int) -> str:
    """A sentence without what stands beside its news.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is not left out.
        line: The sentence.
        longest: The number of characters that it may have.

    Returns:
        The shorter line; the sentence itself where it is short enough, or no cut makes it so.
    """
    if len(line) <= longest:
        return line
    draft = Draft(sentences.SENTENCE, line, {}, mention.tree.tokens, mention.predicate)
    cut = (one.text for one in cut_drafts(context, mention, draft, longest))
    known = ("", broken(line, context.words, LONGEST_SENTENCE))
    return next((one for one in cut if broken(one, context.words) in known), line)


def _led(context: HeadlineContext, mention: Mention, line: str) -> str:
    """The line behind the affair, or behind the article's headline if it points back."""
    if ":" in line:
        return line
    draft = Draft(sentences.SENTENCE, line, {}, mention.tree.tokens, mention.predicate)
    points_back = is_open(mention.tree, named=False)
    topics = [one for one in fitting(context, line) if not points_back or _is_an_affair(context, one)]
    if (topic := topic_of(context, mention, draft, line, topics)) is not None:
        return led_by(context, mention.tree, topic.text, line)
    if not points_back:
        return line
    title = clean(context)
    fits = 0 < len(title) <= _LONGEST_LEAD and len(title) + len(line) + 3 <= LONGEST_SENTENCE
    apart = not set(":?«") & set(title + line) and len(stems(title) & stems(line)) <= 1
    if not (fits and apart) or title.isupper():
        return line
    return led_by(context, mention.tree, title, line)


def _is_an_affair(context: HeadlineContext, topic: Candidate) -> bool:
    """Whether a topic is what events are part of, and not somebody or something that a pronoun may stand for.

    "Fusillade à Grasse : elle a couru", not "Championne Flora Duffy : elle a couru".
    """
    return topic.source <= Source.EVENT or names_an_event(context, topic.text)
