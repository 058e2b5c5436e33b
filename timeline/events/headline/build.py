"""Write a headline for an event: the best line that a reader is not likely to call bad.

The lines are drafts of the clause, the article's own headline if the event is its news, the sentence as written, whole
or cut at a clause border, and the speaker with the quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from timeline.events.detection.mentions import Mention
from timeline.events.headline.article_title import title_draft
from timeline.events.headline.choice import sentences
from timeline.events.headline.choice.gate import LONGEST, broken
from timeline.events.headline.choice.printable import Verdict, signs, verdicts
from timeline.events.headline.choice.sentences import LONGEST_SENTENCE
from timeline.events.headline.choice.trimmed import trimmed_drafts
from timeline.events.headline.choice.types import Headline
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.clauses import LOOSE
from timeline.events.headline.drafts.frames import drafts
from timeline.events.headline.drafts.types import Draft

_LIKELY_BAD = 0.3
"""The probability that a reader calls a line bad from which it is only printed where all lines are worse."""

_DOUBT = 0.5
"""The same for a line that competes with a sentence of another main event."""

_GOOD, _BAD = 0.2, 0.4
"""The weights of a line's probabilities to be good and bad, relative to its similarity to editors' lines (chrF)."""

LONG = "long"
"""The kind of the drafts that are longer than `LONGEST`, for mentions that have no shorter ones."""

_DOUBTFUL, _LEAST = 0.05, 0.1
_TRIM = 8
_SPARE = 4


@dataclass(frozen=True, slots=True)
class _Judged:
    """A line, the probability that a reader calls it bad, and the kind of its draft."""

    headline: Headline
    bad: float
    kind: str

    @property
    def written(self) -> bool:
        """Whether it is the sentence in its own words."""
        return self.kind in sentences.KINDS


def write(context: HeadlineContext, mention: Mention) -> str:
    """The headline of a single mention."""
    return headlines(context, mention)[0].text


def headlines(context: HeadlineContext, mention: Mention) -> tuple[Headline, ...]:
    """The possible headlines of a mention, best first; the sentence (score 0) only where there is no other.

    A sentence in its own words is possible only where no draft is: a headline has no date, and its verb is in the
    present. It is the headline of the event of its main clause rather than of the others.
    """
    return headlines_of_all([(context, mention)])[0]


def headlines_of_all(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    """`headlines` of each mention of an article: the drafts of all are judged in one run of the model."""
    drafted = [printable_drafts(*one) for one in asked]
    rows = [[signs(draft, *one) for draft in found] for one, found in zip(asked, drafted, strict=True)]
    judged = iter(verdicts([row for own in rows for row in own]))
    return [
        _best(*one, _judged(found, own, list(islice(judged, len(own)))))
        for one, found, own in zip(asked, drafted, rows, strict=True)
    ]


def _best(context: HeadlineContext, mention: Mention, judged: Sequence[_Judged]) -> tuple[Headline, ...]:
    own = [one.headline for one in judged if one.headline.own and one.bad <= _LIKELY_BAD]
    others = _chosen(judged, of_main_clause=_is_of_main_clause(mention)) or _least_doubtful(context, mention, judged)
    return tuple(sorted((*own, *others), key=lambda one: -one.score))


def _chosen(judged: Sequence[_Judged], *, of_main_clause: bool) -> list[Headline]:
    """The best lines of the first group that has one."""
    drafted = [one for one in judged if not (one.headline.own or one.written)]
    written = [
        one.headline for one in judged if one.kind in (sentences.SENTENCE, sentences.CUT) and one.bad <= _LIKELY_BAD
    ]
    said = [one.headline for one in judged if one.kind == sentences.SAYING and one.bad <= _DOUBT]
    likely = [one.headline for one in drafted if one.bad <= _LIKELY_BAD][:_SPARE]
    doubtful = [one.headline for one in drafted if one.bad <= _DOUBT][:_SPARE]
    first, second = (written, doubtful) if of_main_clause else (doubtful, written)
    return likely or said[:1] or first[:1] or second[:1]


def _is_of_main_clause(mention: Mention) -> bool:
    return mention.predicate is not None and mention.tree.is_root(mention.predicate.top)


def _least_doubtful(context: HeadlineContext, mention: Mention, judged: Sequence[_Judged]) -> list[Headline]:
    """The line that a reader is least likely to call bad; the sentence if there is none."""
    lines = [one for one in judged if not one.headline.own]
    if not lines:
        return [Headline(sentences.plain_sentence(context, mention.tree), 0.0)]
    least = min(lines, key=lambda one: (one.bad, -one.headline.score, one.headline.text))
    return [replace(least.headline, score=_DOUBTFUL)]


def printable_drafts(context: HeadlineContext, mention: Mention) -> list[Draft]:
    """The drafts of a mention that pass all rules of the gate, without duplicates.

    They include the article's headline and the sentence as written; only a mention without
    shorter ones has drafts longer than `LONGEST`.
    """
    found = tuple(drafts(context, mention))
    seen = _passing(found, context, mention, LONGEST)
    if not any(draft.kind != LOOSE for draft in seen.values()):
        longer = (replace(draft, kind=LONG) for draft in found if draft.kind != LOOSE and len(draft.text) > LONGEST)
        more = (*islice(longer, _SPARE), *trimmed_drafts(context, mention))
        seen |= _passing(more, context, mention, LONGEST_SENTENCE)
    own = title_draft(context, mention)
    seen |= _passing((own,) if own is not None else (), context, mention, LONGEST)
    for draft in sentences.sentence_drafts(context, mention):
        seen.setdefault(draft.text, draft)
    return list(seen.values())


def _passing(found: Iterable[Draft], context: HeadlineContext, mention: Mention, longest: int) -> dict[str, Draft]:
    """The drafts that the gate lets pass, by their text."""
    span = mention.tree.sentence.span
    sentence = context.context.article.text[span.start : span.end]
    passing: dict[str, Draft] = {}
    for draft in found:
        text = sentences.numbered(draft.text)
        if text not in passing and not broken(text, context.words, longest, sentence):
            passing[text] = replace(draft, text=text)
    return passing


def _judged(found: Sequence[Draft], rows: Sequence[Mapping[str, float]], given: Sequence[Verdict]) -> list[_Judged]:
    """The drafts, best first."""
    scored = [
        _Judged(Headline(draft.text, _score(row["likeness"], verdict), draft.kind == "title"), verdict.bad, draft.kind)
        for draft, row, verdict in zip(found, rows, given, strict=True)
    ]
    return sorted(scored, key=lambda one: (-one.headline.score, one.headline.text))


def _score(likeness: float, verdict: Verdict) -> float:
    """The score of a line, above 0: its similarity to editors' lines, and its verdict (good rather than bad)."""
    return round(max(likeness + _GOOD * verdict.good - _BAD * verdict.bad, _LEAST), 4)


def shortened(text: str) -> str:
    """The words that fit, with an ellipsis if some do not."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - _TRIM].rsplit(' ', 1)[0].rstrip(' ,;:«(')}…"
