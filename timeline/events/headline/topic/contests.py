"""The competition before a result: "Trophée NHK 2018 : Rika Kihira remporte l'individuel"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Tense
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.title_phrases import LONGEST_TOPIC, Kind, Word, phrase_text


def is_series(context: HeadlineContext, name: str) -> bool:
    """Whether it is the name of what has results, which the names may take for a person: "Tony Awards"."""
    return any(context.words.has("topic_series", word.lower()) for word in name.split())


def behind_its_sport(context: HeadlineContext, before: str, words: Sequence[Word]) -> str:
    """The competition between a sport and a comma: "WTS Leeds" of "Triathlon : WTS Leeds, les frères à domicile".

    Args:
        context: The inputs of headline writing.
        before: The words before the headline's colon.
        words: The words behind it.

    Returns:
        The name; "" where the colon is behind no sport, or where a person, a team or a town stands there.
    """
    if not context.words.has("topic_sports", before.lower()):
        return ""
    comma = next((place for place, word in enumerate(words) if word.text == ","), 0)
    name = words[:comma]
    if not name or any(word.kind is not Kind.NAME for word in name):
        return ""
    text = phrase_text(name)
    label = context.entities.labels.get(context.entities.canonical.get(text, text), "")
    return text if label not in ("PER", "LOC", "ORG") and len(text) <= LONGEST_TOPIC else ""


def tells_a_result(context: HeadlineContext, mention: Mention) -> bool:
    """Whether an event is a result: "remporte", "s'incline", not "avait remporté" or "déjà médaillé"."""
    predicate = mention.predicate
    if predicate is None:
        return context.words.has("topic_results", mention.lemma.lower())
    if predicate.tense is Tense.PLUPERFECT or predicate.negated:
        return False
    lemma = predicate.token.lemma.lower()
    below = [token.lemma.lower() for token in mention.tree.dependents(predicate.token)]
    if any(context.words.has("already", word) for word in below):
        return False
    return context.words.has("topic_results", lemma) or any(context.words.has("topic_titles", word) for word in below)
