"""Whether a referent is a person, a body, or a place with a person's name."""

from __future__ import annotations

from timeline.events.entities.coreference import Referent, is_of_a_place
from timeline.events.entities.demonyms import country_of
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import NounClass
from timeline.events.tree import relation


def is_named_body(referent: Referent) -> bool:
    """Whether it is an organisation or country, which wins and signs as people do, but is not arrested."""
    return referent.name is not None and referent.name.label in ("ORG", "LOC")


def is_human(context: HeadlineContext, referent: Referent) -> bool:
    """Whether it is a person or people: by its name, or by its noun."""
    if referent.name is not None and (referent.name.label == "PER" or referent.token.pos != "NOUN"):
        return referent.name.label == "PER"
    classes = NounClass.PERSON, NounClass.OFFICE, NounClass.AUTHORITY
    forms = referent.token.lemma.lower(), referent.token.text.lower()  # "accusé" may have the lemma of its verb
    lists = "people", "trades"
    if _is_from_somewhere(context, referent):
        return True
    return any(
        context.entities.lexicon.is_noun(word, *classes) or any(context.words.has(name, word) for name in lists)
        for word in forms
    )


def _is_from_somewhere(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a noun says by its capital where people are from or which side they take: "Bisontins"."""
    token = referent.token
    if not token.text[:1].isupper() or not token.index:
        return False
    if token.pos == "NOUN" and token.features.get("Number") == "Plur":
        return True
    origin = is_of_a_place(token.text) or country_of(token.lemma.lower(), context.entities.language)
    return referent.name is None and not token.entity and bool(origin)


def names_a_place(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a person's name is that of a place or prize: "la station Jacques Bonsergent"."""
    above = referent.tree.head(referent.token)
    beside = relation(referent.token) in ("appos", "nmod", "flat", "conj") and referent.token.pos == "PROPN"
    before = referent.tree.tokens[referent.token.index - 1] if referent.token.index else referent.token
    nouns = [word.lemma.lower() for word in (above, before) if word.pos == "NOUN"] if beside else [before.lemma.lower()]
    return any(context.words.has("named_after_people", noun) for noun in nouns)
