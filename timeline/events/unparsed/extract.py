"""Events of a text without a parse: those that dated sentences report, and one for the lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.calendar import edtf, end_of
from timeline.events.context import Context
from timeline.events.dating.owners.attachment import can_date, is_vague
from timeline.events.unparsed.clauses import clause_texts, verb_of
from timeline.events.unparsed.names import is_in_any, names
from timeline.events.unparsed.titles import is_note, title_of
from timeline.events.unparsed.verbs import Verb, lemma, verbs
from timeline.model import Basis, Date, Event, Name, Sentence, Span, Status, Step, Timex, Token
from timeline.model.timex import within

_UNJUDGED = 0.5
"""The score of a title that no model has judged: that of a middling one."""


@dataclass(frozen=True, slots=True)
class _Report:
    """An event of a sentence: its word, the expression that dates it, and the text of its clause.

    `timex` is None where the article's day dates it.
    """

    sentence: Sentence
    word: Token | None
    timex: Timex | None
    is_to_come: bool
    people: tuple[Name, ...]
    places: tuple[Name, ...]
    clause: str


def extract(context: Context, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[Event]:
    """The events of an article without a parse: those of each dated sentence, and one of an undated lead.

    Each expression dates the verb of its clause. Where the language's verbs are not known, each dated sentence has one
    event, and its trigger is the first word outside dates.

    Args:
        context: The article's context.
        sentences: The sentences in text order.
        timexes: The time expressions in text order.

    Yields:
        The events in text order.
    """
    texts = [context.article.text[sentence.span.start : sentence.span.end].strip() for sentence in sentences]
    lead = next((number for number, text in enumerate(texts) if text != context.article.title.strip()), None)
    named = names(sentences, timexes, context.article.language)
    for number, sentence in enumerate(sentences):
        if is_note(context.article.language, texts[number]):
            continue
        inside = [timex for timex in within(timexes, sentence.span) if can_date(timex)]
        dated = [timex for timex in inside if timex.date and not is_vague(timex) and not context.is_dateline(timex)]
        who = named.people[number], named.places[number]
        for verb, timex, clause in _reported(context, sentence, dated, is_lead=number == lead):
            word = sentence.tokens[verb.index] if verb else _first_word(sentence, inside)
            yield _event(context, _Report(sentence, word, timex, verb is not None and verb.is_to_come, *who, clause))


def _reported(
    context: Context, sentence: Sentence, dated: Sequence[Timex], *, is_lead: bool
) -> Iterator[tuple[Verb | None, Timex | None, str]]:
    """The verbs of a sentence that report events, the expressions that date them, and the texts of their clauses."""
    text, language = context.article.text, context.article.language
    if dated:
        found = [*_dated_verbs(sentence, dated, language)]
        parts = clause_texts(text, sentence, [verb for verb, _ in found if verb], language)
        yield from ((verb, timex, part) for (verb, timex), part in zip(found, parts, strict=True))
    elif is_lead:
        yield next(iter(verbs(sentence.tokens, language)), None), None, text[sentence.span.start : sentence.span.end]


def _dated_verbs(sentence: Sentence, dated: Sequence[Timex], language: str) -> Iterator[tuple[Verb | None, Timex]]:
    """Each verb that an expression dates, with the first one that does, in text order."""
    found = verbs(sentence.tokens, language)
    chosen: dict[int, tuple[Verb, Timex]] = {}
    for timex in dated:
        if verb := verb_of(sentence, timex.span, found, language):
            chosen.setdefault(verb.index, (verb, timex))
    if not chosen:
        yield None, dated[0]
    yield from (chosen[index] for index in sorted(chosen))


def _first_word(sentence: Sentence, timexes: Sequence[Timex]) -> Token | None:
    words = (token for token in sentence.tokens if not is_in_any(token, timexes) and any(map(str.isalpha, token.text)))
    return next(words, None)


def _event(context: Context, report: _Report) -> Event:
    sentence, timex = report.sentence, report.timex
    text = context.article.text[sentence.span.start : sentence.span.end]
    dated = context.article.text[timex.span.start : timex.span.end] if timex else ""
    date, basis = (timex.date, Basis.STATED) if timex else (context.published, Basis.PUBLISHED)
    steps = () if timex else (Step("events.published", {"published_date": edtf(context.published)}),)
    return Event(
        id="",
        article=context.article.id,
        span=sentence.span,
        trigger=Span(report.word.start, report.word.end) if report.word else sentence.span,
        lemma=lemma(report.word.lemma or report.word.text) if report.word else text[:20].lower(),
        title=title_of(context.article.language, report.clause, dated, context.article.title),
        quote=" ".join(text.split()),
        date=date,
        basis=basis,
        status=Status.PLANNED if report.is_to_come or _is_ahead(context, date) else Status.ASSERTED,
        timex=timex,
        people=report.people,
        places=report.places,
        weight=0.5 if timex else 0.6,
        confidence=0.5 if timex else 0.4,
        steps=steps,
        title_score=_UNJUDGED,
    )


def _is_ahead(context: Context, date: Date | None) -> bool:
    return date is not None and date.begin is not None and date.begin >= end_of(context.published)
