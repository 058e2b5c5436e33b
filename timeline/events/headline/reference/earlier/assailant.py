"""Who did to somebody what the sentence before tells."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.selection import is_measure
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree


def assailant_of(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Referent | None:
    """Who did to somebody what the sentence before tells, where the verb is a measure against a suspect.

    "X a été enfariné par un militant. Il a été arrêté": the militant, for nobody may be called arrested in his place.
    But in "X a été interpellé par un gendarme. Il a été écroué", it is X.

    Returns:
        The assailant; None where there is none, or where the law is the one who did it.
    """
    before = context.trees_before(tree)
    if not before or not is_measure(context, tree, predicate):
        return None
    for token in before[-1].tokens:
        above = before[-1].head(token)
        if token.dep != "obl:agent" or context.words.has("suspect_verbs", f"{above.lemma.lower()} passive"):
            continue
        found = context.referent(before[-1], token)
        is_authority = context.entities.lexicon.is_noun(token.lemma.lower(), NounClass.AUTHORITY, NounClass.OFFICE)
        is_new = any(det.definite == "Ind" for det in before[-1].dependents(token, "det"))
        if not is_authority and (is_new or is_human(context, found)):
            return found
    return None
