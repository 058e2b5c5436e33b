"""From the mentions of one event to the entry of the timeline."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.calendar import DAY, edtf, edtf_timed
from timeline.coref.entry.dates import EntryDate, agrees, dating
from timeline.coref.entry.factuality import status
from timeline.coref.entry.independent_sources import independent_sources
from timeline.coref.mentions import EventMention
from timeline.coref.names.canonical import Canon
from timeline.i18n import explain
from timeline.languages import present
from timeline.languages.folding import fold
from timeline.lines.first_letter import capitalised
from timeline.model import Basis, Entry, Event, Name, RejectedDate, Source, Span, Status

_ANOTHER_SOURCE = 0.5  # share of the remaining doubt that another independent source removes, times its own confidence
_DISSENT = 0.6
_ALIKE = 4
"""The number of letters that a word and its event's word begin with ("démission", "démissionner")."""
_WORD = re.compile(r"\w+")
_SHORTEST = 3
"""The letters of the shortest word that is compared ("élu")."""
_LONGEST_TITLE = 110


def entry(
    identity: str,
    mentions: Sequence[EventMention],
    canon: Canon,
    language: str,
    chance: float,
    understood: Callable[[EventMention], bool] = lambda mention: False,
) -> Entry:
    """The entry for the mentions of one event.

    Args:
        identity: The id of the entry.
        mentions: The mentions, in the order of publication.
        canon: The canonical names of people and places.
        language: The language of the explanations.
        chance: The probability that an editor would keep the event; it becomes the entry's weight.
        understood: Whether readers of the timeline know the topic of a mention's title without being told.
    """
    best_date = dating(mentions)
    independent = independent_sources(mentions)
    its_status = status(one.event.status for one in mentions)
    best = mentions[0] if len(mentions) == 1 else max(mentions, key=lambda one: _quality(one, its_status, best_date))
    return Entry(
        id=identity,
        date=best_date.text,
        title=capitalised(best.event.line) if understood(best) else best.event.title,
        interval=best_date.date,
        status=its_status,
        ongoing=mentions[-1].event.ongoing,
        people=_together(mentions, best, canon.people, "people"),
        places=_once(_together(mentions, best, canon.places, "places")),
        sources=tuple(_source(one, language) for one in _one_per_article(mentions, best, best_date)),
        conflict=best_date.conflict,
        basis=best_date.basis,
        confidence=_confidence(mentions, independent, best_date, lambda event: event.confidence),
        date_confidence=_date_confidence(mentions, independent, best_date),
        title_confidence=best.event.title_confidence,
        weight=round(chance, 4),
        first_known=datetime.date.fromordinal(mentions[0].topic.published + 1),
        was=best_date.was,
    )


def _foretells(one: EventMention, its_date: EntryDate) -> bool:
    """Whether an article came out before the day of the event: "à une semaine de la décision" tells none."""
    begin = its_date.date.begin if its_date.date is not None else None
    return begin is not None and one.topic.published < begin // DAY


def _quality(one: EventMention, its_status: Status, its_date: EntryDate) -> tuple[bool | float | str, ...]:
    """The sort key for the best title: whole, current, told, written, its own, length, well written, who, sure, early.

    A sentence as it stands goes behind every written line: it can be long, and tell of another event first.
    What one source asserts may have the title of another that only reports it, where that is better written.
    """
    event = one.event
    is_current = event.status is its_status
    return (
        not event.title.endswith("…"),
        is_current or (its_status is Status.ASSERTED and event.status is Status.REPORTED),
        not _foretells(one, its_date),
        event.title_score > 0,
        _tells_itself(one),
        0 < len(event.line) <= _LONGEST_TITLE,
        round(event.title_score, 1),
        is_current,
        bool(one.protagonists),
        round(event.weight * 0.5 + event.confidence * 0.5 + 0.1 * min(2, len(event.people)), 6),
        -one.topic.published,
        one.topic.article.id,
    )


def _tells_itself(one: EventMention) -> bool:
    """Whether a title has the event's word: that of "après l'injonction, la cour a confirmé le gel" may lack it.

    A headline has "mort" as "meurt", and "obtenu" as "obtient".
    """
    begun = tuple(stem[:_ALIKE] for stem in one.trigger_stems if len(stem) >= _SHORTEST)
    if any(word.startswith(begun) for word in one.title_stems):
        return True
    forms = present.load(one.topic.article.language).forms(one.event.lemma) or ()
    return not frozenset(map(fold, forms)).isdisjoint(_WORD.findall(fold(one.event.line)))


def _one_per_article(mentions: Sequence[EventMention], titled: EventMention, its_date: EntryDate) -> list[EventMention]:
    """The surest mention of each article, in order of publication; the one that gives the title, where it has the date.

    Readers look for what the title says in the quote. A headline says less than a sentence, and nothing of the day.
    """
    if len(mentions) == 1:
        return [titled]
    best: dict[str, EventMention] = {}
    for one in mentions:
        held = best.get(one.topic.article.id)
        if held is None or _surer(one.event, held.event):
            best[one.topic.article.id] = one
    article, event = titled.topic.article, titled.event
    if event.date is not None and event.date == its_date.date and titled.sentence != fold(article.title):
        best[article.id] = titled
    return list(best.values())


def _surer(event: Event, held: Event) -> bool:
    return (event.basis is Basis.STATED, event.confidence) > (held.basis is Basis.STATED, held.confidence)


def _source(one: EventMention, language: str) -> Source:
    event = one.event
    steps = ((*event.timex.steps,) if event.timex else ()) + event.steps
    return Source(
        article=event.article,
        quote=event.quote,
        because=" ".join(filter(None, (explain(step, language) for step in steps))),
        date=edtf_timed(event.date) if event.date else "",
        basis=str(event.basis),
        mark=_mark(event),
        discarded=tuple(
            RejectedDate(lost.timex.expression.text, edtf(lost.timex.date), lost.reason, lost.word)
            for lost in event.rejected
            if lost.timex.date
        ),
        event=event.lemma,
    )


def _mark(event: Event) -> Span | None:
    """The span of the dating expression in the quote; None where it stands elsewhere in the article."""
    if event.timex is None:
        return None
    text = event.timex.expression.text
    start = event.timex.span.start - event.span.start
    if start >= 0 and event.quote[start : start + len(text)] == text:
        return Span(start, start + len(text))
    if not event.span.contains(event.timex.span) or event.quote.count(text) != 1:
        return None
    start = event.quote.index(text)
    return Span(start, start + len(text))


def _together(
    mentions: Sequence[EventMention], best: EventMention, canon: Mapping[str, str], kind: str
) -> tuple[str, ...]:
    """The canonical names: those of the best mention, then those that at least half of the others give."""
    own = _canonical(getattr(best.event, kind), canon)
    if len(mentions) == 1:
        return tuple(dict.fromkeys(own))
    per_article: dict[str, dict[str, None]] = {}
    for one in mentions:
        per_article.setdefault(one.topic.article.id, {}).update(
            dict.fromkeys(_canonical(getattr(one.event, kind), canon))
        )
    counts = Counter(name for names in per_article.values() for name in names)
    shared = sorted((name for name in counts if 2 * counts[name] >= len(per_article)), key=lambda n: (-counts[n], n))
    return tuple(dict.fromkeys([*own, *shared]))


def _once(places: Sequence[str]) -> tuple[str, ...]:
    """The places without a description of one that is there by its name: "centre de Bissau" beside "Bissau"."""
    return tuple(
        one
        for one in places
        if not (one[:1].islower() and any(one.endswith((f" {other}", f"'{other}", f"’{other}")) for other in places))
    )


def _canonical(names: Iterable[Name], canon: Mapping[str, str]) -> list[str]:
    return [its for name in names if (its := canon.get(name.canonical, name.canonical))]


def _date_confidence(mentions: Sequence[EventMention], independent: Sequence[int], best: EntryDate) -> float | None:
    if best.mention is None or best.mention.event.date_confidence is None:
        return None
    return _confidence(mentions, independent, best, lambda event: event.date_confidence or 0.0)


def _confidence(
    mentions: Sequence[EventMention], independent: Sequence[int], best: EntryDate, of: Callable[[Event], float]
) -> float:
    """The chance that event and date are right: further independent sources remove doubt, disagreement adds some.

    `of` is the chance by one source.
    """
    surest: dict[int, float] = {}
    dissent = False
    for one, voice in zip(mentions, independent, strict=True):
        if best.mention is None or best.mention is one or agrees(one, best.date, best.mention.event.basis):
            surest[voice] = max(surest.get(voice, 0.0), of(one.event))
        else:
            dissent = dissent or best.conflict
    first, *others = sorted(surest.values(), reverse=True) or [0.0]
    doubt = (1 - first) * math.prod(1 - _ANOTHER_SOURCE * other for other in others)
    return round((1 - doubt) * (_DISSENT if dissent else 1.0), 4)
