"""Features of a candidate itself: its word, its clause, its place in the article."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.context import Context
from timeline.events.dating.types import DatingRule, is_past
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.entities.participants import clause_forms
from timeline.events.ranking.facts import ARTICLE, Facts
from timeline.languages.function_words import function_words
from timeline.model import Status, Token

_RELATIONS = (
    *("root", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis"),
    *("nsubj", "obj", "obl", "nmod", "appos"),
)
_KINDS = {
    MentionKind.EVENT: 0,
    MentionKind.STATE: 1,
    MentionKind.AIM: 2,
    MentionKind.REPORT: 3,
    MentionKind.ANNOUNCE: 4,
    MentionKind.OTHER: 5,
    MentionKind.OPINION: 7,
}
_EXTRA = 6
"""The code of an extra mention, whatever its kind."""
_RULES = (
    *(DatingRule.OWN, DatingRule.SAME_EVENT, DatingRule.ANTERIOR, DatingRule.CLAUSE, DatingRule.CIRCUMSTANCE),
    *(DatingRule.PLAN, DatingRule.CARRIED, DatingRule.LEAD, DatingRule.PUBLISHED, DatingRule.BOUNDED),
)
_RULE_CODES = {rule: code for code, rule in enumerate(_RULES)}
_TENSES = {tense: code for code, tense in enumerate(Tense)}
_FORMS = {form: code for code, form in enumerate(Form)}
_FRAMES = {frame: code for code, frame in enumerate(Frame)}
_STATUSES = {status: code for code, status in enumerate(Status)}
_CASES = tuple(function_words(f"case_{kind}") for kind in ("after", "before", "since", "during", "when", "if"))

NAMES = (
    *("tense", "form", "frame", "kind"),
    *_RELATIONS,
    *("relative", "noun", "verb", "passive", "negated", "governors"),
    *("status", "offset", "depth in text", "paragraph", "quoted", "background", "recent"),
    *("at once", "in the past", "to come"),
    *("own expressions", "expressions here", *(min(words) for words in _CASES)),
    *ARTICLE,
    *("ruled by", "ongoing", "depth", "place", "sentence length", "headline share", "in headline"),
)
"""The names of the features, in order."""


def candidate_features(facts: Facts, number: int) -> list[float]:
    """The features of a candidate.

    Args:
        facts: The article's facts.
        number: The index of the candidate.

    Returns:
        The values of `NAMES`, in their order.
    """
    mention = facts.mentions[number]
    top = mention.own_predicate.top if mention.own_predicate else mention.trigger
    found = [
        *_word(mention, top),
        *_place(facts, number),
        *_times(facts, number),
        *facts.article,
        *_rest(facts, number, top),
    ]
    return [float(value) for value in found]


def _word(mention: Mention, top: Token) -> list[float]:
    predicate = mention.predicate
    name = top.relation
    return [
        _TENSES[predicate.tense] if predicate else -1,
        _FORMS[predicate.form] if predicate else -1,
        _FRAMES[mention.frame],
        _EXTRA if mention.extra else _KINDS[mention.kind],
        *(name == relation_ for relation_ in _RELATIONS),
        top.dep == "acl:relcl",
        mention.trigger.pos == "NOUN",
        mention.trigger.pos == "VERB",
        bool(predicate and predicate.passive),
        bool(predicate and predicate.negated),
        len(predicate.governors) if predicate else 0,
    ]


def _place(facts: Facts, number: int) -> list[float]:
    mention, context = facts.mentions[number], facts.context
    offset = context.sentence_offset(mention)
    return [
        _STATUSES[facts.statuses[number]],
        offset,
        offset / max(1, len(facts.trees) - 1),
        context.paragraphs[mention.sentence] - context.paragraphs[context.first],
        context.is_quoted(mention),
        context.is_background(mention),
        context.is_recent(mention),
        context.follows_at_once(mention),
        is_past(mention),
        context.is_to_come(mention),
    ]


def _times(facts: Facts, number: int) -> list[float]:
    mention = facts.mentions[number]
    own = facts.attached.get((mention.sentence, mention.trigger.index), ())
    here = facts.dated_within.get(mention.sentence, 0)
    tree = mention.tree
    cases = {child.lemma.lower() for child in tree.dependents(mention.trigger, "case", "mark")}
    if mention.predicate:
        cases |= {child.lemma.lower() for child in tree.dependents(mention.predicate.top, "mark")}
    return [len(own), here, *(bool(cases & words) for words in _CASES)]


def _rest(facts: Facts, number: int, top: Token) -> list[float]:
    mention, ruled = facts.mentions[number], facts.ruled[number]
    tree = mention.tree
    return [
        _RULE_CODES.get(ruled.rule, -1),
        ruled.ongoing,
        sum(1 for _ in tree.ancestors(top)),
        mention.trigger.index / len(tree.tokens),
        len(tree.tokens),
        _title_share(facts.context, mention),
        _is_in_title(facts.context, mention),
    ]


def _title_share(context: Context, mention: Mention) -> float:
    """The share of the headline's longer words that occur in the mention's clause; 0 where it has none."""
    words = _title_words(context.article.title)
    return len(words & clause_forms(mention)) / len(words) if words else 0.0


def _is_in_title(context: Context, mention: Mention) -> bool:
    """Whether the headline has the mention's word, or the noun or the verb of that word."""
    verb, lemma = context.lexicon.same_event, mention.lemma
    stem = verb(lemma)
    return any(_same_stem(stem, verb(word)) or _same_stem(lemma, word) for word in _title_words(context.article.title))


def _same_stem(one: str, other: str) -> bool:
    if one[:4] != other[:4]:  # nearly all pairs
        return False
    short = min(len(one), len(other))
    return short >= 4 and one[: max(4, short - 2)] == other[: max(4, short - 2)]


@lru_cache(maxsize=64)
def _title_words(title: str) -> frozenset[str]:
    """The longer words of a headline, in lower case."""
    return frozenset(
        word
        for word in re.findall(r"[\w’'-]+", title.lower())
        for word in [word.split("’")[-1].split("'")[-1]]
        if len(word) > 3
    )
