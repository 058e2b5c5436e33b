"""The date of each mention of an article, and how it was found.

The rules are ordered by reliability: the mention's own date, the date that another sentence gives to the same event, a
bound before the clause that it prepares, the date of a clause just before, the lead's date, the article's date, and
last a bound by the article's date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.calendar import DAY, YEAR, begin_of, length
from timeline.events.context import Context
from timeline.events.dating.discourse import DiscourseState, lead_state, state_after
from timeline.events.dating.explicit import attached_dates, own_dating
from timeline.events.dating.measured import measured
from timeline.events.dating.rejected import with_rejected
from timeline.events.dating.rules import INFERENCES, bounded
from timeline.events.dating.types import PAST, STORY_DAYS, Dating, DatingRule, carry, is_past
from timeline.events.detection.mentions import BARE, Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.detection.subjects import subject
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Basis, Date, On, Origin, Shift, Step, Timex, Token

_MEET, _AT_FIRST = function_words("meet"), function_words("at_first")


def date_mentions(context: Context, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> tuple[Dating, ...]:
    """Date the mentions of an article.

    Args:
        context: The article's context.
        mentions: The mentions of the article, in text order.
        timexes: The time expressions of the article, in text order.

    Returns:
        The dating of each mention, in the order of `mentions`.
    """
    attached = attached_dates(context, mentions, timexes)
    own = [own_dating(context, mention, attached) for mention in mentions]
    known = _described_nouns(context, mentions, _same_events(context, mentions, own))
    inferred = _inferred_in_order(context, mentions, timexes, _prepared(context, mentions, known))
    return with_rejected(context, mentions, inferred, attached, timexes)


def _same_events(context: Context, mentions: Sequence[Mention], own: Sequence[Dating | None]) -> list[Dating | None]:
    """An undated mention takes the date that another sentence gives to the same event."""
    verb = context.lexicon.same_event
    dated: dict[str, list[tuple[Mention, Dating]]] = {}
    for mention, dating in zip(mentions, own, strict=True):
        if dating is not None:
            dated.setdefault(verb(mention.lemma), []).append((mention, dating))
    return [
        dating or _same_event(context, mention, dated.get(verb(mention.lemma), ()))
        for mention, dating in zip(mentions, own, strict=True)
    ]


def _same_event(context: Context, mention: Mention, dated: Sequence[tuple[Mention, Dating]]) -> Dating | None:
    if mention.kind is not MentionKind.EVENT or not is_past(mention):
        return None
    for other, dating in dated:
        if dating.date is not None and not _is_recent(context, dating.date):
            continue
        alike = other.sentence != mention.sentence and _are_told_alike(mention, other)
        if alike and _undergoers(mention) & _undergoers(other):
            step = Step("events.same_event", {"word": other.trigger.text})
            return Dating(dating.date, Basis.CARRIED, DatingRule.SAME_EVENT, dating.timex, dating.ongoing, (step,))
    return None


def _are_told_alike(one: Mention, other: Mention) -> bool:
    """Whether both are past, or both before it: "a pillé …" and "avait pillé … le 4 mars" are two events."""
    before = [each.predicate is not None and each.predicate.tense is Tense.PLUPERFECT for each in (one, other)]
    return is_past(other) and before[0] is before[1]


def _undergoers(mention: Mention) -> frozenset[str]:
    """The lemmas of the nouns and names that the event affects or comes from.

    They are the subject, the object and the complement of the noun.
    """
    tree = mention.tree
    tops = {mention.trigger.index, *(mention.predicate.parts if mention.predicate else ())}
    core = [child for index in tops for child in tree.dependents(tree.tokens[index], "nsubj", "obj")]
    if mention.trigger.pos == "NOUN":
        core += tree.dependents(mention.trigger, "nmod")
    if mention.predicate is not None and (head := subject(tree, mention.predicate)) is not None:
        core.append(head)
    return frozenset(
        token.lemma.lower()
        for child in core
        for token in tree.subtree(child)
        if (token.entity in ("PER", "ORG") or (token.index == child.index and token.pos in ("NOUN", "PROPN")))
        and token.pos in ("NOUN", "PROPN")
        and token.index not in tops
    )


def _is_recent(context: Context, date: Date) -> bool:
    """Whether the date is within a year of the article: a repeated event is the news, not a similar one long ago."""
    published = context.published.begin
    return date.begin is None or published is None or date.begin >= published - YEAR


def _prepared(context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None]) -> list[Dating | None]:
    """ "Heurté ce matin par un chalutier, il abandonne": the main clause takes the recent date of its participle.

    That is the latest one: "Nommé jeudi, arrivé hier, il a reçu les syndicats".
    """
    found = list(known)
    for mention, dating in zip(mentions, known, strict=True):
        target = _prepares(context, mentions, mention, dating)
        if target is None or known[target] is not None or dating is None or dating.date is None:
            continue
        before = found[target]
        if before is None or before.date is None or begin_of(before.date) < begin_of(dating.date):
            found[target] = carry(dating.date, dating.timex, DatingRule.CLAUSE)
    return found


def _described_nouns(
    context: Context, mentions: Sequence[Mention], known: Sequence[Dating | None]
) -> list[Dating | None]:
    """An event noun takes the date of the clause that describes it.

    "l'investiture prévue le 15 mai", "l'accident qui, le 10 mai, avait fait trois morts".
    """
    found = list(known)
    by_sentence = _by_sentence(mentions)
    for number, (mention, dating) in enumerate(zip(mentions, known, strict=True)):
        if dating is None and mention.trigger.pos == "NOUN" and mention.frame in BARE:
            nouns = (
                other
                for place in by_sentence[mention.sentence]
                if (other := known[place]) is not None
                and other.date is not None
                and _says_of(context, mentions[place], mention)
            )
            clause = next(nouns, None)
            if clause is not None and clause.date is not None:
                found[number] = carry(clause.date, clause.timex, DatingRule.CLAUSE)
    return found


def _says_of(context: Context, clause: Mention, noun: Mention) -> bool:
    """Whether the clause is a participle of the noun, a past relative clause, or says that the noun is planned."""
    predicate = clause.own_predicate
    if predicate is None or clause.sentence != noun.sentence:
        return False
    if any(word.lemma.lower() in _AT_FIRST for word in clause.tree.dependents(predicate.top, "advmod")):
        return False  # "le scrutin, initialement fixé au 22 mars"
    if predicate.form is Form.PARTICIPLE and predicate.top.dep == "acl" and predicate.top.head == noun.trigger.index:
        one, other = (token.number for token in (predicate.top, noun.trigger))
        return not one or not other or one == other  # not "le procès des militants, arrêtés lundi"
    if predicate.top.dep == "acl:relcl":
        return predicate.top.head == noun.trigger.index and predicate.tense in PAST
    planned = predicate.token.lemma in context.lexicon.words(WordList.PLANNED_PARTICIPLES)
    head = subject(noun.tree, predicate) if planned and predicate.form is Form.PARTICIPLE else None
    return head is not None and head.index == noun.trigger.index


def _prepares(context: Context, mentions: Sequence[Mention], mention: Mention, dating: Dating | None) -> int | None:
    """The number of the main clause that governs a participle or "après avoir …" with a recent date."""
    predicate = mention.predicate
    if (
        predicate is None
        or dating is None
        or dating.date is None
        or predicate.form not in (Form.PARTICIPLE, Form.INFINITIVE)
        or mention.kind is MentionKind.AIM
        or _is_eve(dating)
    ):
        return None
    meets = mention.lemma in _MEET and predicate.form is Form.PARTICIPLE and length(dating.date) <= 2 * DAY
    head = _met(mention.tree, predicate.top) if meets else predicate.top.head
    if not meets and (predicate.top.relation != "advcl" or not _is_fresh(context, dating.date)):
        return None
    for number, other in enumerate(mentions):
        main = other.predicate
        if other.sentence == mention.sentence and main is not None and head in main.parts:
            return number if main.tense in (Tense.PERFECT, Tense.PRESENT) else None
    return None


def _is_eve(dating: Dating) -> bool:
    """Whether a date is counted back from another: "Placé la veille en vigilance, le département a été inondé"."""
    meaning = None if dating.timex is None else dating.timex.expression.meaning
    meaning = meaning.day if isinstance(meaning, On) else meaning
    return isinstance(meaning, Shift) and meaning.origin is Origin.TEXT and (meaning.count or 0) < 0


def _met(tree: Tree, participle: Token) -> int:
    """The verb of those who met: "réunis le 14 janvier à Canterbury, les primats ont voté", "le conseil, réuni …"."""
    head = tree.tokens[participle.head]
    return head.head if participle.relation == "acl" and head.relation == "nsubj" else participle.head


def _is_fresh(context: Context, date: Date) -> bool:
    published = context.published
    if date.begin is None or published.begin is None:
        return False
    return published.begin - STORY_DAYS * DAY <= date.begin <= published.begin and length(date) <= 2 * DAY


def _inferred_in_order(
    context: Context, mentions: Sequence[Mention], timexes: Sequence[Timex], known: Sequence[Dating | None]
) -> tuple[Dating, ...]:
    """Date the rest sentence by sentence: main clauses first, then the clauses that depend on them."""
    result: list[Dating | None] = list(known)
    state = lead_state(context, mentions, known)
    by_sentence = _by_sentence(mentions)
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].sentence, _depth(mentions[i])))
    for index in order:
        mention = mentions[index]
        dating = result[index]
        if dating is None:
            above = _governing(mentions, result, index, by_sentence[mention.sentence])
            counted = measured(mention, timexes, above[1]) if above else None
            dating = counted or _inferred(context, mention, above, state)
            result[index] = dating
        state = state_after(context, state, mention, dating)
    return tuple(dating for dating in result if dating is not None)


def _depth(mention: Mention) -> tuple[int, int]:
    top = mention.top
    bare = mention.frame in BARE
    return len(list(mention.tree.ancestors(top))) + bare, mention.trigger.index


def _governing(
    mentions: Sequence[Mention], datings: Sequence[Dating | None], place: int, here: Sequence[int]
) -> tuple[Mention, Dating] | None:
    """The mention of the clause that governs the one at `place`, with its dating; `here` are those of its sentence."""
    mention = mentions[place]
    start = mention.trigger if mention.frame in BARE or not mention.predicate else mention.predicate.top
    by_index = {
        index: number
        for number in here
        if number != place and _governs(mentions[number], datings[number])
        for index in _words_of(mentions[number])
    }
    for above in mention.tree.ancestors(start):
        number = by_index.get(above.index, -1)
        if number >= 0:
            dating = datings[number]
            return (mentions[number], dating) if dating else None
    return None


def _governs(mention: Mention, dating: Dating | None) -> bool:
    """Whether a dated mention gives its date to what depends on it: not a noun that a clause of its own dates."""
    return dating is not None and (mention.trigger.pos != "NOUN" or dating.rule is not DatingRule.CLAUSE)


def _words_of(mention: Mention) -> Iterable[int]:
    """The words of a sentence whose dependents a mention governs."""
    return (
        mention.predicate.parts if mention.predicate and mention.frame is not Frame.DATED else {mention.trigger.index}
    )


def _by_sentence(mentions: Sequence[Mention]) -> Mapping[int, Sequence[int]]:
    """The numbers of the mentions of each sentence, in text order."""
    found: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        found.setdefault(mention.sentence, []).append(number)
    return found


def _inferred(
    context: Context, mention: Mention, above: tuple[Mention, Dating] | None, state: DiscourseState
) -> Dating:
    for inference in INFERENCES:
        if dating := inference.applies(context, mention, above, state):
            return dating
    return bounded(context)
