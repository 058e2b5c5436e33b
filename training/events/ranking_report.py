"""Reports the cross-validation of the event models: scores over thresholds, reliability, the learning curve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.evaluation.bootstrap import interval
from timeline.evaluation.scores import Scores, counted, total
from timeline.events import extraction
from timeline.events.ranking.rank import Ranked
from timeline.events.rivals import Opinion
from timeline.model import Basis, Event, Span
from training.events.examples import Example

THRESHOLDS = (0.35, 0.38, 0.41, 0.44, 0.47)
_BANDS = 10


def events_of(one: Example, ranked: Iterable[Ranked], keep: float) -> tuple[Event, ...]:
    """The events kept of an article, with the fields that the scores need: extent, trigger, date, status."""
    weighed = extraction.weigh(one.facts, tuple(ranked))
    return tuple(_event(one, found, opinion) for found, opinion in weighed if opinion.weight >= keep)


def _event(one: Example, found: Ranked, opinion: Opinion) -> Event:
    mention = one.facts.mentions[found.number]
    span = mention.tree.sentence.span
    return Event(
        id="",
        article=one.gold.article.id,
        span=span,
        trigger=Span(mention.trigger.start, mention.trigger.end),
        lemma=mention.lemma,
        title="",
        quote="",
        date=found.options[0].date,
        basis=Basis.STATED,
        status=one.facts.statuses[found.number],
        weight=opinion.weight,
        confidence=opinion.confidence,
    )


def scores(examples: Sequence[Example], ranked: Mapping[int, Sequence[Ranked]], keep: float) -> Scores:
    """The scores of the events that reach a threshold."""
    pairs = ((one.gold, events_of(one, ranked[number], keep)) for number, one in enumerate(examples))
    return total(counted(pairs))


def report(examples: Sequence[Example], ranked: Mapping[int, Sequence[Ranked]]) -> None:
    """Prints the scores over thresholds, and the reliability of the confidences."""
    dated = [right for number, one in enumerate(examples) for right in _dated(one, ranked[number])]
    print(f"dates of annotated events (given their words): {sum(dated) / max(1, len(dated)):.3f} of {len(dated)}")
    print("keep from  precision  salience 3  2 and 3  dates  trigger  timeline F1")
    for keep in THRESHOLDS:
        s = scores(examples, ranked, keep)
        values = (s.precision, s.recall_must, s.recall_should, s.date_exact, s.trigger, s.timeline_f1)
        print(f"{keep:9.2f}  " + "  ".join(f"{value:7.3f}" for value in values))
    best = max(THRESHOLDS, key=lambda keep: scores(examples, ranked, keep).timeline_f1)
    counts = counted((one.gold, events_of(one, ranked[number], best)) for number, one in enumerate(examples))
    low, high = interval(counts, lambda drawn: total(drawn).timeline_f1)
    print(f"best from {best:.2f}: timeline F1 {total(counts).timeline_f1:.3f}, 95 % interval {low:.3f} to {high:.3f}")
    reliability(examples, ranked)


def _dated(one: Example, ranked: Iterable[Ranked]) -> Iterable[bool]:
    for found in ranked:
        label = one.labels[found.number]
        if label is not None:
            yield found.options[0].days in one.days(label)


def reliability(examples: Sequence[Example], ranked: Mapping[int, Sequence[Ranked]]) -> None:
    """Prints, for bands of confidence, the mean confidence and the share of right events."""
    claims = [claim for number, one in enumerate(examples) for claim in _claims(one, ranked[number])]
    print("confidence  candidates  claimed  right")
    for band in range(_BANDS):
        inside = [(said, right) for said, right in claims if band <= said * _BANDS < band + 1]
        if inside:
            said = sum(value for value, _ in inside) / len(inside)
            right = sum(value for _, value in inside) / len(inside)
            print(f"{band / _BANDS:10.1f}  {len(inside):10}  {said:7.3f}  {right:5.3f}")


def _claims(one: Example, ranked: Iterable[Ranked]) -> Iterable[tuple[float, bool]]:
    for found, opinion in extraction.weigh(one.facts, tuple(ranked)):
        label = one.labels[found.number]
        yield opinion.confidence, label is not None and found.options[0].days in one.days(label)


def summary(examples: Sequence[Example], ranked: Mapping[int, Sequence[Ranked]]) -> tuple[float, float]:
    """The share of annotated events with the right date, and the timeline F1 at the best threshold."""
    dated = [right for number, one in enumerate(examples) for right in _dated(one, ranked[number])]
    best = max(scores(examples, ranked, keep).timeline_f1 for keep in THRESHOLDS)
    return sum(dated) / max(1, len(dated)), best
