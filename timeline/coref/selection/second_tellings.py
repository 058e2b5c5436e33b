"""Whether a sentence tells again what another one of its article told: named rules, beside the learned weights."""

from __future__ import annotations

import re
from functools import cache

from timeline.coref.features.days import DateAgreement
from timeline.coref.features.pair import dates_agree
from timeline.coref.features.vetoes import veto
from timeline.coref.features.vocabulary import word_forms
from timeline.coref.mentions import EventMention
from timeline.languages.folding import fold
from timeline.model import Status

_LAST = re.compile(r"\w+'?$")
_ONE_DAY = frozenset(
    {DateAgreement.SAME_DAY, DateAgreement.SAME_DAY_INFERRED, DateAgreement.BOTH_INFERRED, DateAgreement.OVERLAP}
)


def is_told_again(one: EventMention, other: EventMention) -> bool:
    """Whether two sentences of one article tell one event, a death or what a noun takes up.

    Args:
        one: A mention.
        other: Another one; the order does not matter.

    Returns:
        False for two words of one sentence, and for words that are not akin.
    """
    return are_one_death(one, other) or is_taken_up(one, other) or is_taken_up(other, one)


def are_one_death(one: EventMention, other: EventMention) -> bool:
    """Whether the lines tell the death of one person, who dies once, and name nobody else.

    « L'astrophysicien André Brahic meurt à 73 ans », and below it « Il a succombé à un cancer ».
    """
    words = word_forms(one.topic.article.language).dying
    if one.event.lemma not in words or other.event.lemma not in words or not _may_be_one(one, other):
        return False
    same = bool(one.protagonists) and set(one.protagonists) == set(other.protagonists)
    return same and not veto(one, other, dates_agree(one, other))


def is_taken_up(one: EventMention, other: EventMention) -> bool:
    """Whether the other sentence only adds where or when it happened.

    « Une collision fait deux morts », and below it « La collision s'est produite à Dudelange ».
    """
    if other.event.span.start < one.event.span.start or not _may_be_one(one, other):
        return False
    return Status.DENIED not in {one.event.status, other.event.status} and _says_that_it_happened(other)


def have_other_people(one: EventMention, other: EventMention) -> bool:
    """Whether each names people, and no word of a name is of both: « Paul Rey » and « Rey » may be one man.

    Args:
        one: A mention.
        other: Another one; the order does not matter.

    Returns:
        False where one of them names nobody.
    """
    words, others = ({word for name in each.people for word in name} for each in (one, other))
    return bool(words and others) and words.isdisjoint(others)


def _may_be_one(one: EventMention, other: EventMention) -> bool:
    """Whether two sentences of an article tell kindred acts of one day, without other people."""
    if one.topic.article.id != other.topic.article.id or one.event.span.overlaps(other.event.span):
        return False
    akin = one.stem == other.stem or one.families & other.families or one.meaning.verbs & other.meaning.verbs
    if not akin or have_other_people(one, other):
        return False
    return one.days.fine and other.days.fine and dates_agree(one, other) in _ONE_DAY


def _says_that_it_happened(mention: EventMention) -> bool:
    """Whether the trigger is a noun with the definite article, and its verb says only that it happened."""
    event, forms = mention.event, word_forms(mention.topic.article.language)
    start, end = event.trigger.start - event.span.start, event.trigger.end - event.span.start
    before, after = fold(event.quote[:start]).rstrip(), fold(event.quote[end:]).lstrip()
    if not forms.happened or not _pattern(forms.happened).match(after):
        return False
    last = _LAST.search(before)
    return last is not None and last[0] in forms.definite


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
