"""Write a headline for an event: the best line that a reader is not likely to call bad.

The lines are drafts of the clause, the article's own headline if the event is its news, the sentence without its
asides or as written, and the speaker with the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.types import Draft, Headline
from timeline.events.headline.choice import last_resort
from timeline.events.headline.choice.judging import CUT_BAD, Judged, as_headline, in_order, judge, with_those_that_fit
from timeline.events.headline.choice.passing import passing, passing_drafts, sentence_lines
from timeline.events.headline.choice.placed import placed_line
from timeline.events.headline.complete.strayed import with_objects
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.search import cut_drafts
from timeline.events.headline.drafts.noun_clauses import apart_drafts
from timeline.events.headline.drafts.polarity import dates_another
from timeline.events.headline.leading.choice import Printed, behind_topic
from timeline.events.headline.sentence import sentences
from timeline.events.headline.topic.placing import Readable
from timeline.events.headline.words import HeadlineWords
from timeline.lines.quotation_marks import with_both_marks

_LIKELY_BAD = 0.3
"""The probability that a reader calls it bad up to which the article's own headline is used."""

_SURE = 0.36
"""The same up to which a draft of the clause is trusted, and the sentence is not trimmed."""

_LONG_LINES = 2
"""How many long lines are cut."""

TOGETHER = 128
"""The number of mentions whose drafts are held at a time."""

_PLACED = 0.5
"""The confidence in a noun with its place, which is true but says little."""

_FULL_STOP = re.compile(r"(?<!\.)\.(\s*[»”])?$")
"""What ends a sentence, with the mark of a quotation behind it."""

_TRIM = 8
_SPARE = 4


def write(context: HeadlineContext, mention: Mention) -> str:
    """The headline of a single mention."""
    return headlines(context, mention)[0].text


def headlines(context: HeadlineContext, mention: Mention) -> tuple[Headline, ...]:
    """The possible headlines of a mention, best first; the sentence (score 0) only where there is no other."""
    return headlines_of_all([(context, mention)])[0]


def headlines_of_all(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    """`headlines` of each mention of an article.

    The sentence is only offered where each draft of the clause is in doubt: it costs more time than all of them, and it
    reports the event of its main verb. Another event has it only where its clause has no draft.
    """
    groups = (asked[start : start + TOGETHER] for start in range(0, len(asked), TOGETHER))
    return [found for group in groups for found in _headlines_of(group)]


def _headlines_of(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    judged = _all_judged(asked)
    ordered = [in_order([one for one in own if one.draft.kind != "title"]) for own in judged]
    long = [place for place, lines in enumerate(ordered) if lines and len(lines[0].line.text) > LONGEST]
    cuts = judge([asked[place] for place in long], [_cut(*asked[place], ordered[place]) for place in long])
    for place, cut in zip(long, cuts, strict=True):
        ordered[place] = with_those_that_fit(ordered[place], cut)
    return [
        _best(*one, _spared(own, best, one[0].words)) for one, own, best in zip(asked, judged, ordered, strict=True)
    ]


def _all_judged(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[list[Judged]]:
    """The drafts of the clause with their verdicts, and the longer ones where each of these is in doubt."""
    clauses = [passing_drafts(*one) for one in asked]
    judged = judge(asked, [_short(drafted) for drafted in clauses])
    doubtful = [place for place, own in enumerate(judged) if all(one.verdict.bad > _SURE for one in own)]
    lines = [_longer_lines(clauses[place], *asked[place], judged[place]) for place in doubtful]
    for place, more in zip(doubtful, judge([asked[place] for place in doubtful], lines), strict=True):
        judged[place] += more
    return judged


def _cut(context: HeadlineContext, mention: Mention, lines: Sequence[Judged]) -> dict[str, Draft]:
    """The drafts of the best lines that are too long, cut to fit a headline."""
    mention = with_objects(context, mention)
    long = [one for one in lines[:_LONG_LINES] if len(one.line.text) > LONGEST and one.draft.words]
    found: dict[str, Draft] = {}
    for one in long:
        more = len(one.line.text) - len(one.draft.text)
        found |= passing(cut_drafts(context, mention, one.draft, LONGEST - more), context, mention, LONGEST)
    return found


def _short(drafted: Mapping[str, Draft]) -> dict[str, Draft]:
    return {text: draft for text, draft in drafted.items() if len(text) <= LONGEST}


def _longer_lines(
    drafted: Mapping[str, Draft], context: HeadlineContext, mention: Mention, judged: Sequence[Judged]
) -> dict[str, Draft]:
    """The drafts of the clause that are too long for a headline; then those of the sentence, if it may be used.

    It may for the event of its main verb, and for one without another line.
    """
    longer = {text: draft for text, draft in drafted.items() if len(text) > LONGEST}
    if not judged or _leads(context, mention):
        return longer | sentence_lines(drafted, context, mention)
    return longer


def _best(context: HeadlineContext, mention: Mention, scored: Sequence[Headline]) -> tuple[Headline, ...]:
    """The best lines in their order; the article's own headline, if it is among them, by its score first or second."""
    others = [one for one in scored if not one.own]
    if not others:
        others = [Headline(last_resort.line_of(context, mention), 0.0)]
    own = [one for one in scored if one.own]
    first = others[: int(any(one.score < others[0].score for one in own))]
    return (*first, *own, *others[len(first) :])


def _leads(context: HeadlineContext, mention: Mention) -> bool:
    """Whether the mention is the main verb of its sentence: "quitter" of "il a dû quitter Lyon et se rendre à Nice".

    A root with a relative pronoun as its subject is a mistake of the parse: it describes a noun of the main clause. A
    noun by which the main verb is dated is not told by it: "prend des photos depuis son lancement".
    """
    if mention.predicate is None or not mention.tree.is_root(mention.predicate.top):
        return False
    if mention.own_predicate is None and dates_another(context, mention.tree, mention.trigger):
        return False
    return all(one.pron_type != "Rel" for one in mention.tree.dependents(mention.predicate.top, "nsubj"))


def _spared(judged: Sequence[Judged], ordered: Sequence[Judged], words: HeadlineWords) -> list[Headline]:
    """The article's own headline, if it is not likely bad, and the best other lines, best first."""
    own = [one for one in judged if one.draft.kind == "title" and one.verdict.bad <= _LIKELY_BAD]
    return [as_headline(one, words) for one in (*own, *ordered[:_SPARE])]


def printed(context: HeadlineContext, mention: Mention, headline: Headline, places: Collection[str] = ()) -> Printed:
    """A headline as the timeline prints it: behind the topic without which its reader does not know what it is about.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        headline: One of its `headlines`.
        places: The places of its event.

    Returns:
        The line; that of no draft as it is.
    """
    if headline.draft is None:
        return Printed(headline.text)
    line = behind_topic(context, mention, headline.draft, Readable(headline.text, headline.way), places)
    return line if line.text == headline.text else replace(line, text=context.words.as_usual(line.text))


def line_apart(context: HeadlineContext, mention: Mention, places: Collection[str] = ()) -> Headline | None:
    """The best line from the words of an event's noun alone, for one whose other lines tell another event.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        places: The places of its event, for a noun that has no complement.

    Returns:
        The line; None for a verb, and where each is likely bad.
    """
    found = passing(apart_drafts(context, with_objects(context, mention)), context, mention, LONGEST)
    (judged,) = judge([(context, mention)], [found])
    ordered = in_order([one for one in judged if one.verdict.bad <= CUT_BAD])
    if ordered:
        return as_headline(ordered[0], context.words)
    placed = placed_line(context, mention, places)
    return Headline(placed, 0.0, confidence=_PLACED) if placed else None


def sentence_line(context: HeadlineContext, mention: Mention) -> str:
    """The sentence of a mention as a line, up to where it may end if it is too long.

    Args:
        context: The inputs of headline writing.
        mention: The mention; the line has its word.

    Returns:
        The line, without the full stop; a quotation in the first person is marked as one.
    """
    line = sentences.as_spoken(context, sentences.plain_beginning(context, mention))
    return last_resort.cut_to_fit(context, mention, line, LONGEST)


def shortened(text: str) -> str:
    """The words that fit, with an ellipsis if some do not, and the marks of a quotation that goes on.

    No line of a timeline ends in a full stop.
    """
    if len(text) <= LONGEST:
        return with_both_marks(_FULL_STOP.sub(r"\1", text))
    return with_both_marks(f"{text[: LONGEST - _TRIM].rsplit(' ', 1)[0].rstrip(' ,;:«(')}…")
