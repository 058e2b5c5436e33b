"""Events of a text without a parse: one for each sentence with a date, and one for the lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.calendar import edtf, end_of
from timeline.events.context import Context
from timeline.events.dating.attachment import can_date, is_vague
from timeline.events.headline import realisation
from timeline.model import Basis, Date, Event, Sentence, Span, Status, Step, Timex, Token

_LENGTH = 90


def extract(context: Context, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[Event]:
    """The events of an article without a parse: one for each dated sentence, and one for an undated lead.

    Args:
        context: The article's context.
        sentences: The sentences in text order.
        timexes: The time expressions in text order.

    Yields:
        The events in text order; the trigger is the first word outside dates.
    """
    for number, sentence in enumerate(sentences):
        inside = [timex for timex in timexes if sentence.span.contains(timex.span) and can_date(timex)]
        dated = [timex for timex in inside if timex.date and not is_vague(timex) and not context.is_dateline(timex)]
        if dated:
            yield _event(context, sentence, inside, dated[0].date, Basis.STATED, dated[0])
        elif number == 0:
            yield _event(context, sentence, inside, context.published, Basis.PUBLISHED, None)


def _event(
    context: Context, sentence: Sentence, timexes: Sequence[Timex], date: Date | None, basis: Basis, timex: Timex | None
) -> Event:
    text = context.article.text[sentence.span.start : sentence.span.end]
    words = [token for token in sentence.tokens if not _in_any(token, timexes) and any(map(str.isalpha, token.text))]
    word = words[0] if words else None
    trigger = Span(word.start, word.end) if word else sentence.span
    steps = () if timex else (Step("events.published", {"published_date": edtf(context.published)}),)
    to_come = date is not None and date.begin is not None and date.begin >= end_of(context.published)
    return Event(
        id="",
        article=context.article.id,
        span=sentence.span,
        trigger=trigger,
        lemma=(word.lemma or word.text).lower() if word else text[:20].lower(),
        title=_title(sentence, timexes, text),
        quote=" ".join(text.split()),
        date=date,
        basis=basis,
        status=Status.PLANNED if to_come else Status.ASSERTED,
        timex=timex,
        weight=0.5 if timex else 0.6,
        confidence=0.5 if timex else 0.4,
        steps=steps,
    )


def _in_any(token: Token, timexes: Sequence[Timex]) -> bool:
    return any(timex.span.start < token.end and token.start < timex.span.end for timex in timexes)


def _title(sentence: Sentence, timexes: Sequence[Timex], text: str) -> str:
    """The sentence, cut at the last comma or whole word within the length of a headline."""
    plain = realisation.tidy(" ".join(text.split()))
    if len(plain) <= _LENGTH:
        return plain
    head = plain[:_LENGTH]
    cut = head.rfind(", ")
    return realisation.tidy(head[:cut] if cut > _LENGTH // 3 else head.rpartition(" ")[0])
