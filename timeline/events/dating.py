"""The date of each mention of an article, and how it came by it.

The rules stand in the order of their trust: a date of its own, the same event dated elsewhere in the article, a
bound before the clause that it prepares, a date carried from what was told just before, the lead's, the article's,
at last a bound by the article's date. Each has a name, so that an evaluation can leave one out and see what it is
worth.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.calendar import DAY, edtf
from timeline.events.attachment import attach, can_date, is_vague
from timeline.events.context import Context, Place
from timeline.events.mentions import Frame, Mention
from timeline.events.predicates import Form, Tense, subject
from timeline.events.tree import relation
from timeline.model import Basis, Date, Granularity, Signal, Step, Timex

RULES = ("own", "same_event", "prepared", "anterior", "circumstance", "clause", "plan", "carried", "lead", "published")
"""The names of the rules that a caller may leave out; "bounded" always remains."""

PAST = frozenset({Tense.PERFECT, Tense.PLUPERFECT, Tense.CONDITIONAL_PERFECT})
_TO_COME = frozenset({Tense.FUTURE, Tense.FUTURE_PERFECT})
_LASTING = frozenset({Tense.PRESENT, Tense.IMPERFECT})
_PUT_OFF = frozenset({"reporter", "repousser", "décaler", "différer", "ajourner", "postpone", "delay"})
_RANGE_GAP = 6
_BARE = (Frame.DATED, Frame.OBLIQUE)
_CARRY_SENTENCES = 3
_LEAD_SENTENCES = 2
_STORY_DAYS = 3


@dataclass(frozen=True, slots=True)
class Dating:
    """A date and where it comes from; `rule` is the name of the rule that gave it."""

    date: Date | None
    basis: Basis
    rule: str
    timex: Timex | None = None
    ongoing: bool = False
    steps: tuple[Step, ...] = ()
    postponed_from: Date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What the text has told so far: the last date that a narrative clause had, its expression and place; and the
    lead's."""

    reference: Date | None = None
    timex: Timex | None = None
    place: Place | None = None
    lead: Date | None = None
    lead_timex: Timex | None = None
    flashback: Date | None = None


def date_mentions(
    context: Context, mentions: Sequence[Mention], timexes: Sequence[Timex], without: frozenset[str] = frozenset()
) -> tuple[Dating, ...]:
    """The dating of each mention, in the order of `mentions`; `without` names rules to leave out."""
    own = _own_datings(context, mentions, timexes, without)
    known = _same_events(context, mentions, own, without)
    if "prepared" not in without:
        known = _prepared(context, mentions, known)
    return _told(context, mentions, known, without)


# A date of its own ----------------------------------------------------------------------------------------------------


def _own_datings(
    context: Context, mentions: Sequence[Mention], timexes: Sequence[Timex], without: frozenset[str]
) -> list[Dating | None]:
    if "own" in without:
        return [None] * len(mentions)
    found: list[Dating | None] = []
    for number in sorted({mention.sentence for mention in mentions}):
        here = [mention for mention in mentions if mention.sentence == number]
        inside = [timex for timex in timexes if here[0].tree.sentence.span.contains(timex.span)]
        usable = [timex for timex in inside if _may_date(context, timex)]
        attached = attach(here, usable)
        found += [_own(context, mention, attached) for mention in here]
    return found


def _may_date(context: Context, timex: Timex) -> bool:
    return can_date(timex) and not context.is_dateline(timex) and not context.is_bracketed(timex)


def _own(context: Context, mention: Mention, attached: Mapping[int, tuple[Timex, ...]]) -> Dating | None:
    timexes = [timex for timex in attached.get(mention.trigger.index, ()) if not is_vague(timex)]
    if not timexes:
        return None
    if moved := _postponed(mention, timexes):
        return moved
    return _by(context, mention, _chosen(mention, timexes))


def _chosen(mention: Mention, timexes: Sequence[Timex]) -> Timex:
    """The expression that dates best: a range told by its two ends, else no mere length, the finest, the nearest."""
    if told := _range(timexes):
        return told

    def badness(timex: Timex) -> tuple[bool, bool, int, int]:
        date = timex.date
        length = date.end - date.begin if date and date.begin is not None and date.end is not None else 10**12
        return date is None, length > 40 * DAY, length > 2 * DAY, abs(timex.span.start - mention.trigger.start)

    return min(timexes, key=badness)


def _range(timexes: Sequence[Timex]) -> Timex | None:
    """The second of two expressions that tell a range together, "du 20 au 24 septembre": its interval is the whole."""
    for first, last in itertools.pairwise(timexes):
        whole = last.date
        if whole is None or first.date is None or not whole.is_range or None in (whole.begin, whole.end):
            continue
        if first.date.begin == whole.begin and last.span.start - first.span.end <= _RANGE_GAP:
            return last
    return None


def _postponed(mention: Mention, timexes: Sequence[Timex]) -> Dating | None:
    """ "reporté du 20 mars au 4 avril": the new date, and the old one kept."""
    if len(timexes) < 2 or mention.lemma not in _PUT_OFF:
        return None
    before, after = _point(timexes[0]), _point(timexes[-1])
    if before is None or after is None or before.begin is None or after.begin is None or before.begin >= after.begin:
        return None
    steps = (Step("events.postponed", {"was_date": edtf(before)}),)
    return Dating(after, _basis(timexes[-1]), "own", timexes[-1], steps=steps, postponed_from=before)


def _point(timex: Timex) -> Date | None:
    """What the expression itself names, apart from the range or the bound that it stands in."""
    return calendar.parse_edtf(timex.value)


def _by(context: Context, mention: Mention, timex: Timex) -> Dating:
    signal = timex.expression.signal
    if signal is Signal.SINCE:
        return _since(context, mention, timex)
    if timex.date is None:
        return Dating(None, Basis.STATED, "own", timex)
    return Dating(_over_midnight(timex), _basis(timex), "own", timex)


def _over_midnight(timex: Timex) -> Date | None:
    """ "dans la nuit de mardi à mercredi" is both days; any other night is that of its evening."""
    date = timex.date
    if date is None or date.begin is None or date.end is None or not timex.expression.rule.startswith("night between"):
        return date
    first, last = (calendar.unit(at, Granularity.DAY) for at in (date.begin, date.end - 1))
    return calendar.between(first, last)


def _since(context: Context, mention: Mention, timex: Timex) -> Dating:
    """ "depuis" opens an interval; where the clause tells what is over by now, the article's date closes it."""
    tense = mention.predicate.tense if mention.predicate else Tense.NONE
    predicate = mention.predicate
    lasting = tense in _LASTING or (predicate is not None and (predicate.negated or predicate.form is Form.PARTICIPLE))
    steps = (Step("events.since"),)
    date = timex.date
    if date is None or date.begin is None:
        return Dating(calendar.until(context.published), _basis(timex), "own", timex, ongoing=True, steps=steps)
    begun = calendar.unit(date.begin, date.granularity)
    if lasting:
        return Dating(calendar.from_(begun), _basis(timex), "own", timex, ongoing=True, steps=steps)
    return Dating(calendar.between(begun, context.published), _basis(timex), "own", timex, steps=steps)


def _basis(timex: Timex) -> Basis:
    return Basis.ANAPHORIC if isinstance(timex.anchor, Timex) else Basis.STATED


# The same event told twice --------------------------------------------------------------------------------------------


def _same_events(
    context: Context, mentions: Sequence[Mention], own: Sequence[Dating | None], without: frozenset[str]
) -> list[Dating | None]:
    """An undated mention takes the date that another sentence gives to the same event."""
    if "same_event" in without:
        return list(own)
    return [
        dating or _same_event(context, mention, [(o, d) for o, d in zip(mentions, own, strict=True) if d is not None])
        for mention, dating in zip(mentions, own, strict=True)
    ]


def _same_event(context: Context, mention: Mention, dated: Sequence[tuple[Mention, Dating]]) -> Dating | None:
    if mention.kind != "event" or not _is_past(mention):
        return None
    for other, dating in dated:
        near = dating.date is None or _is_of_late(context, dating.date)
        if other.sentence != mention.sentence and near and context.may_be_one(mention, other) and _is_past(other):
            step = Step("events.same_event", {"word": other.trigger.text})
            return Dating(dating.date, Basis.CARRIED, "same_event", dating.timex, dating.ongoing, (step,))
    return None


def _is_of_late(context: Context, date: Date) -> bool:
    """Whether the date is of the year before the article: what is told twice is the news, not its likes of long ago."""
    published = context.published.begin
    return date.begin is None or published is None or date.begin >= published - 366 * DAY


def _is_past(mention: Mention) -> bool:
    return mention.predicate is None or mention.predicate.tense in PAST or mention.predicate.form is Form.PARTICIPLE


def _prepared(context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None]) -> list[Dating | None]:
    """ "Heurté ce matin par un chalutier, il abandonne": the main clause is of the fresh date of what prepares it."""
    found = list(known)
    for mention, dating in zip(mentions, known, strict=True):
        target = _prepares(context, mentions, mention, dating)
        if target is not None and found[target] is None and dating is not None and dating.date is not None:
            found[target] = _carry(dating.date, dating.timex, "clause")
    return found


def _prepares(context: Context, mentions: Sequence[Mention], mention: Mention, dating: Dating | None) -> int | None:
    """The number of the main clause that a participle or "après avoir …" with a date of these days hangs on."""
    predicate = mention.predicate
    if (
        predicate is None
        or dating is None
        or dating.date is None
        or predicate.form not in (Form.PARTICIPLE, Form.INFINITIVE)
    ):
        return None
    if relation(predicate.top) != "advcl" or mention.kind == "aim" or not _is_fresh(context, dating.date):
        return None
    for number, other in enumerate(mentions):
        main = other.predicate
        if other.sentence == mention.sentence and main is not None and predicate.top.head in main.parts:
            return number if main.tense in (Tense.PERFECT, Tense.PRESENT) else None
    return None


def _is_fresh(context: Context, date: Date) -> bool:
    published = context.published
    if date.begin is None or date.end is None or published.begin is None:
        return False
    return published.begin - _STORY_DAYS * DAY <= date.begin <= published.begin and date.end - date.begin <= 2 * DAY


# What the text carries ------------------------------------------------------------------------------------------------


def _told(
    context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None], without: frozenset[str]
) -> tuple[Dating, ...]:
    """Reading on, sentence by sentence: main clauses first, then what hangs on them."""
    result: list[Dating | None] = list(known)
    story = _lead_story(context, mentions, known)
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].sentence, _depth(mentions[i])))
    for index in order:
        mention = mentions[index]
        dating = result[index]
        if dating is None:
            dating = _inferred(context, mention, _governing(mentions, result, mention), story, without)
            result[index] = dating
        story = _told_so_far(context, story, mention, dating)
    return tuple(dating for dating in result if dating is not None)


def _depth(mention: Mention) -> tuple[int, int]:
    top = mention.predicate.top if mention.predicate else mention.trigger
    bare = mention.frame in (Frame.OBLIQUE, Frame.DATED)
    return len(list(mention.tree.ancestors(top))) + bare, mention.trigger.index


def _governing(
    mentions: Sequence[Mention], datings: Sequence[Dating | None], mention: Mention
) -> tuple[Mention, Dating] | None:
    """The mention of the clause that this one hangs on, with its dating."""
    start = (
        mention.trigger
        if mention.frame in (Frame.OBLIQUE, Frame.DATED) or not mention.predicate
        else mention.predicate.top
    )
    by_index = {
        index: number
        for number, other in enumerate(mentions)
        if other.sentence == mention.sentence and other is not mention and datings[number] is not None
        for index in (
            other.predicate.parts if other.predicate and other.frame is not Frame.DATED else {other.trigger.index}
        )
    }
    for above in mention.tree.ancestors(start):
        number = by_index.get(above.index, -1)
        if number >= 0:
            dating = datings[number]
            return (mentions[number], dating) if dating else None
    return None


def _lead_story(context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None]) -> Story:
    """The date of the news: the first past date of the lead's sentences that is at most some days old."""
    for mention, dating in zip(mentions, known, strict=True):
        if context.told(mention) > _LEAD_SENTENCES or dating is None or dating.date is None:
            continue
        if dating.rule == "own" and _is_news(context, mention, dating.date):
            return Story(lead=dating.date, lead_timex=dating.timex)
    return Story()


def _is_news(context: Context, mention: Mention, date: Date) -> bool:
    if date.begin is None or date.end is None or mention.frame is Frame.OBLIQUE or not _is_past(mention):
        return False
    published = context.published
    assert published.begin is not None
    recent = published.begin - 7 * DAY <= date.begin <= published.begin
    main = mention.predicate is not None and relation(mention.predicate.top) in ("root", "conj", "parataxis")
    return (
        recent
        and date.end - date.begin <= 2 * DAY
        and main
        and mention.predicate is not None
        and mention.predicate.tense is Tense.PERFECT
    )


def _inferred(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story, without: frozenset[str]
) -> Dating:
    for name, rule in _INFERENCES.items():
        if name not in without and (dating := rule(context, mention, above, story)):
            return dating
    return _bounded(context, mention)


def _told_so_far(context: Context, story: Story, mention: Mention, dating: Dating) -> Story:
    """The story after one more clause: a past narrative clause with a day moves its reference."""
    date = dating.date
    if dating.rule == "own" and mention.predicate is not None and mention.predicate.tense is Tense.PLUPERFECT:
        story = replace(story, flashback=date)
    narrative = mention.predicate is not None and (
        mention.predicate.tense in (Tense.PERFECT, Tense.PRESENT)
        or (mention.predicate.tense is Tense.IMPERFECT and dating.rule == "own" and mention.kind == "event")
    )
    if dating.rule not in ("own", "same_event", "published", "lead") or not narrative or mention.frame in _BARE:
        return story
    if date is None or date.begin is None or date.end is None or date.end - date.begin > 3 * DAY:
        return story
    if context.published.end is not None and date.begin >= context.published.end:
        return story
    here = context.place(mention)
    in_the_present = mention.predicate is not None and mention.predicate.tense is Tense.PRESENT
    guessed = dating.rule in ("published", "lead") and (story.place == here or in_the_present)
    if guessed and story.reference is not None:
        return story
    return replace(story, reference=date, timex=dating.timex, place=context.place(mention))


def _anterior(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """Pluperfects, past participles and "après avoir …" come before what the text tells beside them."""
    predicate = mention.predicate
    if predicate is None or mention.frame in (Frame.DATED, Frame.OBLIQUE):
        return None
    prior = predicate.tense is Tense.PLUPERFECT or (
        predicate.form in (Form.PARTICIPLE, Form.INFINITIVE) and mention.kind != "aim"
    )
    if not prior:
        return None
    if predicate.form is Form.PARTICIPLE and relation(predicate.top) in ("root", "parataxis", "conj") and above is None:
        return None
    date = above[1].date if above else story.reference if _in_reach(context, mention, story) else None
    if date is None and predicate.tense is Tense.PLUPERFECT:
        date = story.flashback
    return _before(date, context, "anterior")


def _before(date: Date | None, context: Context, rule: str) -> Dating:
    """Before a date, told as an interval with an open beginning; before the article where the date is none."""
    published = context.published
    last = (
        date if date is not None and date.end is not None and published.end and date.end <= published.end else published
    )
    bound = Date(None, last.end, last.end_granularity or last.granularity, is_range=True)
    day = Date(last.end - 1, last.end, bound.granularity) if last.end is not None else last
    return Dating(bound, Basis.BOUNDED, rule, steps=(Step("events.before", {"bound_date": edtf(day)}),))


def _circumstance(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story
) -> Dating | None:
    """ "lors d'un concert" is when its clause is; "après la découverte" is before it."""
    if mention.frame is not Frame.OBLIQUE or above is None:
        return None
    date = above[1].date
    cases = {case.lemma for case in mention.tree.dependents(mention.trigger, "case", "mark")}
    if date is None or cases & {"avant", "before"}:
        return None
    if cases & {"après", "depuis", "suite", "after"}:
        return _before(date, context, "circumstance")
    return _carry(date, above[1].timex, "circumstance")


def _carry(date: Date, timex: Timex | None, rule: str, basis: Basis = Basis.CARRIED) -> Dating:
    key = {"lead": "events.lead", "clause": "events.clause", "circumstance": "events.clause"}.get(
        rule, "events.carried"
    )
    return Dating(date, basis, rule, timex, steps=(Step(key, {"carried_date": edtf(date)}),))


def _clause(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """A clause of the same tense takes the date of the clause that it is coordinated with or hangs on."""
    predicate = mention.predicate
    if above is None or predicate is None or above[0].predicate is None:
        return None
    _governor, dating = above
    date = dating.date
    if date is None or dating.ongoing or above[0].predicate.tense is not predicate.tense:
        return None
    if relation(predicate.top) in ("ccomp", "csubj"):
        return _before(date, context, "clause") if predicate.tense in PAST else None
    if dating.rule not in ("own", "same_event", "carried", "lead", "published", "clause"):
        return None
    return _carry(date, dating.timex, "clause") if predicate.tense is not Tense.IMPERFECT else None


def _plan(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """What is to come with no date comes from the article's date on."""
    if not context.is_to_come(mention):
        return None
    date = calendar.from_(context.published)
    return Dating(date, Basis.BOUNDED, "plan", steps=(Step("events.after", {"bound_date": edtf(context.published)}),))


def _in_reach(context: Context, mention: Mention, story: Story) -> bool:
    """Whether the story's reference still holds: the same paragraph, a few sentences on."""
    if story.reference is None or story.place is None:
        return False
    here = context.place(mention)
    near = here.sentence - story.place.sentence
    if _points_back(context, mention):
        return True
    return (near <= _CARRY_SENTENCES and here.paragraph == story.place.paragraph) or near <= 1


def _points_back(context: Context, mention: Mention) -> bool:
    """Whether the clause is about what was just told: "Ce retour a provoqué …"."""
    head = subject(mention.tree, mention.predicate) if mention.predicate else None
    if head is None or not context.lexicon.is_noun(head.lemma.lower(), "event"):
        return False
    return any(child.lemma == "ce" for child in mention.tree.dependents(head, "det"))


def _carried(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """The next clause of a narrative, on the day of the one before."""
    if not _narrates(mention) or not _in_reach(context, mention, story) or story.reference is None:
        return None
    return _carry(story.reference, story.timex, "carried")


def _narrates(mention: Mention) -> bool:
    """Whether the clause moves a story on: perfects do, and saying in the present; imperfects do not."""
    predicate = mention.predicate
    if predicate is None or mention.frame in (Frame.OBLIQUE, Frame.DATED):
        return mention.frame is Frame.DATED
    if predicate.tense is Tense.PRESENT:
        return mention.kind in ("report", "announce")
    if predicate.tense is Tense.IMPERFECT:
        return mention.kind in ("report", "announce")
    return predicate.tense in (Tense.PERFECT, Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)


def _lead(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """The news with no date of its own takes the day that the lead tells; later sentences too, where the story is
    fresh."""
    if not _narrates(mention) or story.lead is None or story.lead.begin is None or context.published.begin is None:
        return None
    if context.told(mention) > _LEAD_SENTENCES and not story.lead.begin >= context.published.begin - _STORY_DAYS * DAY:
        return None
    if context.told(mention) > _LEAD_SENTENCES and context.is_background(mention):
        return None
    return _carry(story.lead, story.lead_timex, "lead", Basis.LEAD)


def _published(context: Context, mention: Mention, above: tuple[Mention, Dating] | None, story: Story) -> Dating | None:
    """The news of an article that dates it nowhere is of the article's day; so is what it tells in the present."""
    predicate = mention.predicate
    if predicate is None or mention.frame in (Frame.OBLIQUE, Frame.DATED):
        return None
    news = (
        context.told(mention) < _LEAD_SENTENCES
        and predicate.tense is Tense.PERFECT
        and not context.is_background(mention)
    )
    now = predicate.tense is Tense.PRESENT
    if not news and not now:
        return None
    step = Step("events.published", {"published_date": edtf(context.published)})
    return Dating(
        context.published, Basis.PUBLISHED, "published", ongoing=now and mention.kind == "state", steps=(step,)
    )


def _bounded(context: Context, mention: Mention) -> Dating:
    """Nothing is known but that it came before the article."""
    return _before(None, context, "bounded")


_INFERENCES = {
    "anterior": _anterior,
    "circumstance": _circumstance,
    "plan": _plan,
    "clause": _clause,
    "carried": _carried,
    "lead": _lead,
    "published": _published,
}


def is_day(date: Date | None) -> bool:
    """Whether the date is a day or finer."""
    return date is not None and date.granularity.rank <= Granularity.DAY.rank and None not in (date.begin, date.end)
