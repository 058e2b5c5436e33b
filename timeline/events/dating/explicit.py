"""The explicit date of a mention: the date of the expression that it governs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from timeline import calendar
from timeline.calendar import DAY, edtf, length
from timeline.events.context import Context
from timeline.events.dating.owners.attachment import attach, can_date, is_edition, is_of_an_aside, is_vague
from timeline.events.dating.types import IMPERFECTIVE, Dating, DatingRule, is_compared, is_day
from timeline.events.detection.mentions import BARE, Mention
from timeline.events.detection.predicates import Form, Tense
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Basis, Between, Date, Granularity, Meaning, On, Side, Signal, Step, Timex

_PUT_OFF, _SUMMON = function_words("postpone"), function_words("summon")
_SINCE = function_words("case_since")
_CHANGE, _TO = function_words("change"), function_words("up_to")
_RANGE_GAP = 6
_LINKS = frozenset({"CCONJ", "ADP", "DET", "PUNCT", "ADV"})
"""Parts of speech that may stand between two times of one event."""
_LONG = 40 * DAY
"""A duration of more than a month does not date an event by itself."""


Attached = Mapping[tuple[int, int], tuple[Timex, ...]]
"""The expressions that each mention governs, by sentence number and trigger index."""


def attached_dates(context: Context, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> Attached:
    """The expressions that each mention governs, in text order, without those that cannot date an event.

    Args:
        context: The article's context, which knows datelines and brackets.
        mentions: The mentions of the article.
        timexes: The time expressions of the article, in text order.

    Returns:
        The expressions by the number of the sentence and the index of the mention's trigger.
    """
    found: dict[tuple[int, int], tuple[Timex, ...]] = {}
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for number, of_sentence in sorted(by_sentence.items()):
        tree = of_sentence[0].tree
        inside = tree.times(timexes)
        usable = [
            one for one in inside if _may_date(context, tree, one) and not _explains_another(context, inside, one)
        ]
        for mention in of_sentence if (own_of := attach(of_sentence, usable)) else ():
            governed = own_of.get(mention.trigger.index, ())
            own = tuple(timex for timex in governed if not is_of_an_aside(context, mention, timex))
            if own:
                found[number, mention.trigger.index] = own
    return found


def _may_date(context: Context, tree: Tree, timex: Timex) -> bool:
    if not can_date(timex) or context.is_dateline(timex) or context.is_bracketed(timex):
        return False
    if is_edition(context, tree, timex):
        return False
    return not is_compared(context.article.text, timex)


def _explains_another(context: Context, timexes: Sequence[Timex], timex: Timex) -> bool:
    """Whether an expression stands in brackets right behind another: "16 mars 2024 (17 mars à Paris) : lancement"."""
    start = timex.span.start
    before, bracket, within_it = context.article.text[max(0, start - _RANGE_GAP) : start].rpartition("(")
    if not bracket or within_it.strip():
        return False
    end = start - len(within_it) - 1 - (len(before) - len(before.rstrip()))
    return any(other.span.end == end for other in timexes)


def own_dating(context: Context, mention: Mention, attached: Attached) -> Dating | None:
    """The date of the expressions that a mention governs.

    Args:
        context: The article's context.
        mention: The mention to date.
        attached: The expressions by mention, from `attached_dates`.

    Returns:
        The dating; None if no expression states a time.
    """
    governed = attached.get((mention.sentence, mention.trigger.index), ())
    timexes = [timex for timex in governed if not is_vague(timex)]
    if moved := _postponed(mention, timexes):
        return moved
    timexes = [timex for timex in timexes if not _is_of_what_comes(context, mention, timex)]
    if not timexes:
        return _since_event(context, mention, attached)
    if whole := _consecutive(mention.tree, timexes) or _course(mention, timexes):
        return Dating(whole, _basis(timexes[0]), DatingRule.OWN, timexes[0])
    return _by(context, mention, _chosen(mention, _on_its_own_words(mention, timexes)))


def _consecutive(tree: Tree, timexes: Sequence[Timex]) -> Date | None:
    """The whole of times that follow each other, joined by "et" or "ou": "les 4, 5 et 6 juin", "samedi et dimanche".

    Times with a gap are two occasions ("en 2008 et 2012"); the first dates the event.
    """
    last = 0
    for number, (one, other) in enumerate(pairwise(timexes), start=1):
        between = [token for token in tree.tokens if one.span.end <= token.start and token.end <= other.span.start]
        if not _follows_at_once(one.date, other.date) or any(token.pos not in _LINKS for token in between):
            break
        if any(token.pos == "CCONJ" for token in between):
            last = number
    first, final = timexes[0].date, timexes[last].date
    return calendar.between(first, final) if last and first is not None and final is not None else None


def _course(mention: Mention, timexes: Sequence[Timex]) -> Date | None:
    """The time that a change takes: "est passé de 66 % en 2006 à 40,7 % en 2015"."""
    if mention.lemma not in _CHANGE or len(timexes) < 2:
        return None
    first, last = timexes[0], timexes[-1]
    if first.date is None or last.date is None or first.date.is_range or last.date.is_range:
        return None
    between = [token for token in mention.tree.tokens if first.span.end <= token.start and token.end <= last.span.start]
    ends = first.date.end is not None and last.date.begin is not None and first.date.end <= last.date.begin
    return calendar.between(first.date, last.date) if ends and any(one.lemma in _TO for one in between) else None


def _follows_at_once(one: Date | None, other: Date | None) -> bool:
    """Whether the second of two periods of one size begins where the first ends."""
    if one is None or other is None or one.is_range or other.is_range or one.end is None or other.begin is None:
        return False
    if one.begin is None or other.end is None:
        return False
    if is_day(one) and is_day(other):
        return other.begin // DAY - one.begin // DAY == 1
    return one.granularity is other.granularity and one.end == other.begin


def _is_of_what_comes(context: Context, mention: Mention, timex: Timex) -> bool:
    """Whether a date to come stands in a clause that tells what is done: it dates the aim, not the act.

    "a promis une réunion le 13 mai", "a renvoyé le procès au 29 octobre"; but "a convoqué les élus lundi".
    """
    predicate, date = mention.own_predicate, timex.date
    if predicate is None or mention.lemma in _SUMMON or date is None:
        return False
    act = predicate.token.verb_form != "Inf" or mention.lemma in _PUT_OFF  # "ont décidé de reporter à 2030 l'examen"
    finished = predicate.tense in (Tense.PERFECT, Tense.PLUPERFECT) and act
    done = finished and len(predicate.parts) > 1  # a simple past without an auxiliary may be a present
    return done and _is_ahead(context, date)


def _is_ahead(context: Context, date: Date) -> bool:
    """Whether a date, or a bound ("jusqu'à mardi", "avant l'été"), is after the article's day."""
    end = context.published.end
    if end is None:
        return False
    return date.begin >= end if date.begin is not None else date.end is not None and date.end > end


def _on_its_own_words(mention: Mention, timexes: Sequence[Timex]) -> Sequence[Timex]:
    """Those that hang on the clause's own words, if any do.

    "Le Premier ministre de 1988 à 1991 est décédé hier", "débouté jeudi de son recours contre le décret du 3 mai".
    """
    if len(timexes) < 2 or mention.own_predicate is None:
        return timexes
    tree, own = mention.tree, mention.own_predicate.parts
    tops = [(timex, tree.top(timex.span)) for timex in timexes]
    heads = {top.index for _, top in tops if top is not None and top.head in own}
    direct = [
        timex
        for timex, top in tops
        if top is not None and (top.head in own or top.index in own or (top.dep == "appos" and top.head in heads))
    ]
    return direct or timexes


def _chosen(mention: Mention, timexes: Sequence[Timex]) -> Timex:
    """The best expression: a range given by its two ends, else one that is not a duration, the finest, the nearest."""
    if whole := _range(timexes):
        return whole

    def badness(timex: Timex) -> tuple[bool, bool, int, int]:
        date = timex.date
        long = length(date) if date else inf
        return date is None, long > _LONG, long > 2 * DAY, abs(timex.span.start - mention.trigger.start)

    return min(timexes, key=badness)


def _range(timexes: Sequence[Timex]) -> Timex | None:
    """The second of two expressions that form a range ("du 20 au 24 septembre"); its interval is the whole range."""
    for first, last in pairwise(timexes):
        whole = last.date
        if whole is None or first.date is None or not whole.is_range or None in (whole.begin, whole.end):
            continue
        if first.date.begin == whole.begin and last.span.start - first.span.end <= _RANGE_GAP:
            return last
    return None


def _postponed(mention: Mention, timexes: Sequence[Timex]) -> Dating | None:
    """ "reporté du 20 mars au 4 avril": the new date; the old date is kept beside it."""
    if len(timexes) < 2 or mention.lemma not in _PUT_OFF:
        return None
    before, after = _point(timexes[0]), _point(timexes[-1])
    if before is None or after is None or before.begin is None or after.begin is None or before.begin >= after.begin:
        return None
    steps = (Step("events.postponed", {"was_date": edtf(before)}),)
    return Dating(after, _basis(timexes[-1]), DatingRule.OWN, timexes[-1], steps=steps, postponed_from=before)


def _point(timex: Timex) -> Date | None:
    """The date that the expression itself names, without the range or the bound that it is part of."""
    return calendar.parse_edtf(timex.value)


def _by(context: Context, mention: Mention, timex: Timex) -> Dating:
    signal = timex.expression.signal
    if signal is Signal.SINCE:
        return _since(context, mention, timex)
    if timex.date is None:
        return Dating(None, Basis.STATED, DatingRule.OWN, timex)
    if timex.date.begin is None and timex.date.end is not None and _is_ahead(context, timex.date):
        last = calendar.unit(timex.date.end - 1, timex.date.last_granularity)
        return Dating(calendar.between(context.published, last), _basis(timex), DatingRule.OWN, timex)
    return Dating(_over_midnight(timex), _basis(timex), DatingRule.OWN, timex)


def _names_next_day(meaning: Meaning) -> bool:
    """Whether the words name a night by both of its days, alone or as an end of a range."""
    if isinstance(meaning, Between):
        return _names_next_day(meaning.last if meaning.side is Side.LAST else meaning.first)
    return isinstance(meaning, On) and meaning.names_next_day


def _over_midnight(timex: Timex) -> Date | None:
    """ "dans la nuit de mardi à mercredi" covers both days; any other night has the date of its evening."""
    date = timex.date
    if date is None or date.begin is None or date.end is None or not _names_next_day(timex.expression.meaning):
        return date
    first, last = (calendar.unit(at, Granularity.DAY) for at in (date.begin, date.end - 1))
    return calendar.between(first, last)


def _since(context: Context, mention: Mention, timex: Timex) -> Dating:
    """ "depuis" opens an interval in the present; what the clause reports as finished ends on the article's day.

    What began then is of that time alone: a participle ("saisi depuis le 3 mai"), an imperfect, a noun ("en grève
    depuis lundi"), and what has not happened again ("n'a plus gagné depuis le 29 novembre").
    """
    predicate = mention.predicate
    tense = predicate.tense if predicate else Tense.NONE
    explained = any(step.key == "dates.signal.since" for step in timex.steps)
    steps = () if explained else (Step("events.since"),)
    date = timex.date
    if date is None or date.begin is None:
        return Dating(
            calendar.until(context.published), _basis(timex), DatingRule.OWN, timex, ongoing=True, steps=steps
        )
    begun = calendar.unit(date.begin, date.granularity)
    began = predicate is None or mention.frame in BARE or predicate.negated or predicate.form is Form.PARTICIPLE
    if began or tense is Tense.IMPERFECT:
        return Dating(begun, _basis(timex), DatingRule.OWN, timex, steps=steps)
    if tense in IMPERFECTIVE:
        return Dating(calendar.from_(begun), _basis(timex), DatingRule.OWN, timex, ongoing=True, steps=steps)
    return Dating(calendar.between(begun, context.published), _basis(timex), DatingRule.OWN, timex, steps=steps)


def _since_event(context: Context, mention: Mention, attached: Attached) -> Dating | None:
    """What went on since something with a date: "ont été expulsés depuis l'offensive lancée le 17 octobre"."""
    predicate, tree, today = mention.own_predicate, mention.tree, context.published.begin
    if predicate is None or predicate.tense is not Tense.PERFECT or predicate.negated or today is None:
        return None
    below = [child for part in predicate.parts for child in tree.dependents(tree.tokens[part], "obl", "advcl")]
    for child in below:
        if not any(case.lemma in _SINCE for case in tree.dependents(child, "case", "mark")):
            continue
        inside = tree.indices(child)
        dated = (
            timex for (at, word), own in attached.items() if at == mention.sentence and word in inside for timex in own
        )
        for timex in dated:
            if timex.date is not None and timex.date.begin is not None and timex.date.begin < today:
                return _since(context, mention, timex)
    return None


def _basis(timex: Timex) -> Basis:
    return Basis.ANAPHORIC if isinstance(timex.anchor, Timex) else Basis.STATED
