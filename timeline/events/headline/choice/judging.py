"""The verdicts on the lines of an event, and their order by the verdicts, their kinds and lengths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.types import Draft, Headline
from timeline.events.headline.choice.printable import Verdict, signs, verdicts
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.sentence import sentences
from timeline.events.headline.sentence.trimmed import TRIMMED
from timeline.events.headline.topic.placing import EXPLAINED, Readable, readable
from timeline.events.headline.words import HeadlineWords

CUT_BAD = 0.7
"""The probability that a reader calls it bad up to which a line is printed that a cut made fit a headline."""

_GOOD, _BAD = 0.4, 1.0
"""The weights of a line's probabilities to be good and bad, relative to its similarity to editors' lines (chrF)."""

_RANKED = 0.4
"""The weight of a draft's rank among those of its event; it orders them, and is not part of a line's score."""

_WHOLE = (sentences.SENTENCE, sentences.SAYING)
"""The kinds of lines that are no shortened clause or sentence."""

_LOST = {sentences.SENTENCE: 0.4, TRIMMED: 0.1}
"""What a line of a kind loses: a headline has no date, its verb is in the present, and it tells one thing."""

_LONG, _LONG_CLAUSE, _LONGER = 0.05, 0.1, 0.45
"""What a line loses that is longer than `LONGEST`, what a clause does, and what it loses for each `LONGEST` more.

Editors' lines are the longer the more they tell, so that the similarity alone favours a long clause.
"""

_RESOLVED = {"completed": 0.05, EXPLAINED: 0.1, "new": -0.05}
"""What a line gains that was made readable in a way, beyond its verdict: there are few verdicts on such lines."""

_LEAST = 0.05
"""The lowest score of a line: 0 is that of a sentence that no rule lets pass."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft, its line as a reader understands it, its similarity to editors' lines, and its verdict."""

    draft: Draft
    line: Readable
    similarity: float
    verdict: Verdict


def judge(
    asked: Sequence[tuple[HeadlineContext, Mention]], drafted: Sequence[Mapping[str, Draft]]
) -> list[list[Judged]]:
    """The drafts of each mention with their verdicts, all in one run of the model."""
    lines = [
        [(draft, readable(*one, draft)) for draft in found.values()] for one, found in zip(asked, drafted, strict=True)
    ]
    rows = [[signs(draft, *one, way=line.way) for draft, line in own] for one, own in zip(asked, lines, strict=True)]
    given = iter(verdicts([row for own in rows for row in own]))
    return [
        [Judged(draft, line, row["likeness"], next(given)) for (draft, line), row in zip(own, of_own, strict=True)]
        for own, of_own in zip(lines, rows, strict=True)
    ]


def in_order(judged: Iterable[Judged]) -> list[Judged]:
    """The lines, best first: the shortened ones by score and rank, the sentence and its quotation by their score alone.

    A sentence has nothing cut, and so the rank of a whole line, but no headline is a sentence.
    """
    found = sorted(judged, key=lambda one: (-_value(one), one.draft.text))
    whole = [one for one in found if one.draft.kind in _WHOLE]
    lines = [one for one in found if one.draft.kind not in _WHOLE]
    for one in whole:
        place = next((number for number, line in enumerate(lines) if _score(line) < _score(one)), len(lines))
        lines.insert(place, one)
    return lines


def with_those_that_fit(lines: list[Judged], cut: Iterable[Judged]) -> list[Judged]:
    """The lines behind those that a cut made fit a headline, and that are not likely bad."""
    fits = [one for one in cut if len(one.line.text) <= LONGEST and one.verdict.bad <= CUT_BAD]
    fits.sort(key=lambda one: (-_value(one), one.draft.text))
    return [*fits, *lines]


def _value(one: Judged) -> float:
    """What orders the shortened lines of an event: the score of each, and its rank among them."""
    return _score(one) + _RANKED * one.verdict.rank


def as_headline(one: Judged, words: HeadlineWords) -> Headline:
    """A judged line as a headline, in the words that editors use; the article's own stays as it is."""
    score, confidence, own = max(_score(one), _LEAST), 1 - one.verdict.bad, one.draft.kind == "title"
    text = one.line.text if own else words.as_usual(one.line.text)
    return Headline(text, round(score, 4), own, round(confidence, 4), one.draft.cut, one.draft, one.line.way)


def _score(one: Judged) -> float:
    """The value of a line: its similarity to editors' lines, its verdict, its kind and its length."""
    over = max(0, len(one.draft.text) - LONGEST)
    long = _LONG if one.draft.kind in _LOST else _LONG_CLAUSE
    lost = _LOST.get(one.draft.kind, 0.0) + long * (over > 0) + _LONGER * over / LONGEST
    gained = _GOOD * one.verdict.good - _BAD * one.verdict.bad + _RESOLVED.get(one.line.way, 0.0)
    return one.similarity + gained - lost
