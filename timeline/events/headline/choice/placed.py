"""The line of an event by which another one is dated, and of which its sentence says no more: "Incendie à Gap"."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.detection.mentions import Mention
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.polarity import dates_another, is_unreal
from timeline.events.headline.topic.places import place_forms
from timeline.lines.first_letter import capitalised

_KNOWN = ("topic_happenings", "topic_affairs")
_SAYS_MORE = ("amod", "nmod", "acl", "appos", "conj", "flat")


def placed_line(context: HeadlineContext, mention: Mention, places: Collection[str]) -> str:
    """The noun of an event with its place.

    Args:
        context: The inputs of headline writing.
        mention: The mention.
        places: The places of its event, the most precise first.

    Returns:
        "Incendie à Gap" for "trois jours après l'incendie, le magasin a rouvert"; "" for a verb, for a noun that says
        more or means nothing alone ("l'ouverture"), and where the article does not tell the place or its preposition.
    """
    tree, noun = mention.tree, mention.trigger
    known = any(context.words.has(name, noun.lemma.lower()) for name in _KNOWN)
    if noun.pos != "NOUN" or not (known and tree.is_definite(noun) and dates_another(context, tree, noun)):
        return ""
    if tree.has(noun, *_SAYS_MORE) or is_unreal(
        context, tree, noun
    ):  # "l'attaque du 7 octobre": where, it does not say
        return ""
    locative = next((place_forms(context, place).locative for place in places), "")
    return f"{capitalised(noun.text)} {locative}" if locative else ""
