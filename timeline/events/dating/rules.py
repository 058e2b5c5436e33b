"""Rules that infer the date of a mention with no date of its own, each with a name, ordered by reliability."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline import calendar
from timeline.calendar import DAY, edtf
from timeline.events.context import Context
from timeline.events.dating.discourse import DiscourseState
from timeline.events.dating.types import LEAD_SENTENCES, PAST, STORY_DAYS, Dating, DatingRule, before, carry
from timeline.events.detection.governed import is_reached
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.detection.subjects import subject
from timeline.events.lexicon import NounClass
from timeline.languages.function_words import function_words
from timeline.model import Basis, Date, Step

_BEFORE, _AFTER = function_words("before"), function_words("after")
_THIS = function_words("demonstrative_determiner")
_CARRY_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Inference:
    """A rule that infers a date, and its function.

    `applies` takes the article's context, the mention, the mention above it with its dating (None at the top), and the
    discourse so far. It returns the dating, or None where the rule does not apply. The rule of the dating is `rule`,
    or CLAUSE where a plan has the date of its clause.
    """

    rule: DatingRule
    applies: Callable[[Context, Mention, tuple[Mention, Dating] | None, DiscourseState], Dating | None]


def _anterior(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """Pluperfects, past participles and "après avoir …" come before the event of the clause beside them."""
    predicate = mention.own_predicate
    if predicate is None:
        return None
    prior = predicate.tense is Tense.PLUPERFECT or (
        predicate.form in (Form.PARTICIPLE, Form.INFINITIVE) and mention.kind is not MentionKind.AIM
    )
    if not prior:
        return None
    if predicate.form is Form.PARTICIPLE and predicate.top.relation in ("root", "parataxis", "conj") and above is None:
        return None
    if above is not None and _shares_auxiliary(above[0], mention):
        return None if above[1].date is None else carry(above[1].date, above[1].timex, DatingRule.CLAUSE)
    date = above[1].date if above else state.reference if in_reach(context, mention, state) else None
    if date is None and predicate.tense is Tense.PLUPERFECT:
        date = state.flashback
    return before(date, context, DatingRule.ANTERIOR)


def _shares_auxiliary(above: Mention, mention: Mention) -> bool:
    """Whether a participle goes on with a perfect: "a été arrêté lundi, puis écroué"."""
    one, other = above.own_predicate, mention.own_predicate
    if one is None or other is None or other.form is not Form.PARTICIPLE or one.tense is not Tense.PERFECT:
        return False
    return other.top.relation == "conj" and other.top.head in one.parts


def _circumstance(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """ "lors d'un concert" has the date of its clause; "après la découverte" is before that date."""
    if mention.frame is not Frame.OBLIQUE or above is None:
        return None
    date = above[1].date
    cases = {case.lemma for case in mention.tree.dependents(mention.trigger, "case", "mark")}
    if date is None or cases & _BEFORE:
        return None
    if cases & _AFTER:
        return before(date, context, DatingRule.CIRCUMSTANCE)
    return carry(date, above[1].timex, DatingRule.CIRCUMSTANCE)


def _clause(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """A clause takes the date of the clause of the same tense that it is coordinated with or depends on."""
    predicate = mention.predicate
    if above is None or predicate is None or above[0].predicate is None:
        return None
    _governor, dating = above
    date = dating.date
    if date is None or dating.ongoing or above[0].predicate.tense is not predicate.tense:
        return None
    if predicate.top.relation in ("ccomp", "csubj"):
        return before(date, context, DatingRule.CLAUSE) if predicate.tense in PAST else None
    if dating.rule not in (
        DatingRule.OWN,
        DatingRule.SAME_EVENT,
        DatingRule.CARRIED,
        DatingRule.LEAD,
        DatingRule.PUBLISHED,
        DatingRule.CLAUSE,
    ):
        return None
    return carry(date, dating.timex, DatingRule.CLAUSE) if predicate.tense is not Tense.IMPERFECT else None


def _reached(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """What a clause reached has its date: "a permis de saisir deux comptes", "a dérapé avant de percuter un mur"."""
    if above is None or above[1].date is None or mention.kind is not MentionKind.AIM:
        return None
    reached = is_reached(mention, context.lexicon)
    return carry(above[1].date, above[1].timex, DatingRule.CLAUSE) if reached else None


def _plan(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """A future event without a date has an interval that begins with the article's date."""
    if not context.is_to_come(mention):
        return None
    if mention.kind is MentionKind.AIM and above is not None and (day := _aimed_at(above[1])) is not None:
        return carry(day, above[1].timex, DatingRule.CLAUSE)
    date = calendar.from_(context.published)
    return Dating(
        date, Basis.BOUNDED, DatingRule.PLAN, steps=(Step("events.after", {"bound_date": edtf(context.published)}),)
    )


def _aimed_at(dating: Dating) -> Date | None:
    """The day of the clause that a purpose clause completes.

    "se rend mardi à Paris pour signer", "attendre jusqu'au 2 juin pour voir".
    """
    date = dating.date
    if dating.rule is not DatingRule.OWN or date is None or date.end is None or dating.ongoing:
        return None
    timex = dating.timex
    bound = timex is not None and timex.date is not None and timex.date.begin is None
    return calendar.unit(date.end - 1, date.last_granularity) if bound else date


def in_reach(context: Context, mention: Mention, state: DiscourseState) -> bool:
    """Whether the reference date still applies: the same paragraph, at most a few sentences later."""
    if state.reference is None or state.place is None:
        return False
    here = context.place(mention)
    near = here.sentence - state.place.sentence
    if _points_back(context, mention):
        return True
    return (near <= _CARRY_SENTENCES and here.paragraph == state.place.paragraph) or near <= 1


def _points_back(context: Context, mention: Mention) -> bool:
    """Whether the clause is about the event just mentioned: "Ce retour a provoqué …"."""
    head = subject(mention.tree, mention.predicate) if mention.predicate else None
    if head is None or not context.lexicon.is_noun(head.lemma.lower(), NounClass.EVENT):
        return False
    return any(child.lemma in _THIS for child in mention.tree.dependents(head, "det"))


def _carried(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """The next clause of a narrative takes the day of the clause before it."""
    if not _narrates(mention) or state.reference is None or context.is_recent(mention):
        return None
    if not in_reach(context, mention, state) and not context.follows_at_once(mention):
        return None
    return carry(state.reference, state.timex, DatingRule.CARRIED)


def _narrates(mention: Mention) -> bool:
    """Whether the clause advances the narrative: perfects and present verbs of saying do; imperfects do not."""
    predicate = mention.own_predicate
    if predicate is None:
        return mention.frame is Frame.DATED
    if predicate.tense is Tense.PRESENT:
        return mention.kind.is_saying
    if predicate.tense is Tense.IMPERFECT:
        return mention.kind.is_saying
    return predicate.tense in (Tense.PERFECT, Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)


def _lead(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """News without a date of its own takes the day of the lead.

    Later sentences do too, if the news is recent.
    """
    if not _narrates(mention) or state.lead is None or state.lead.begin is None or context.published.begin is None:
        return None
    if context.is_recent(mention):
        return None
    if (
        context.sentence_offset(mention) > LEAD_SENTENCES
        and not state.lead.begin >= context.published.begin - STORY_DAYS * DAY
    ):
        return None
    if context.sentence_offset(mention) > LEAD_SENTENCES and context.is_background(mention):
        return None
    return carry(state.lead, state.lead_timex, DatingRule.LEAD, Basis.LEAD)


def _published(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating | None:
    """News that the article does not date takes the article's day; so does a clause in the present tense."""
    predicate = mention.own_predicate
    if predicate is None:
        return None
    news = (
        context.sentence_offset(mention) < LEAD_SENTENCES
        and predicate.tense is Tense.PERFECT
        and not context.is_background(mention)
    )
    now = predicate.tense is Tense.PRESENT
    if not news and not now:
        return None
    step = Step("events.published", {"published_date": edtf(context.published)})
    return Dating(
        context.published,
        Basis.PUBLISHED,
        DatingRule.PUBLISHED,
        ongoing=now and mention.kind is MentionKind.STATE,
        steps=(step,),
    )


def bounded(context: Context) -> Dating:
    """The dating of an event of which only a bound is known: it came before the article.

    Returns:
        An interval with an open beginning.
    """
    return before(None, context, DatingRule.BOUNDED)


INFERENCES = (
    Inference(DatingRule.ANTERIOR, _anterior),
    Inference(DatingRule.CIRCUMSTANCE, _circumstance),
    Inference(DatingRule.CLAUSE, _reached),
    Inference(DatingRule.PLAN, _plan),
    Inference(DatingRule.CLAUSE, _clause),
    Inference(DatingRule.CARRIED, _carried),
    Inference(DatingRule.LEAD, _lead),
    Inference(DatingRule.PUBLISHED, _published),
)
"""The rules by reliability: the first one that applies dates the mention. One test runs their examples and
counter-examples, which have a parse (`tests/events/dating/dating_rules.txt`)."""
