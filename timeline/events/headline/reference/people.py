"""Whether a referent is a person, a body, or a place with a person's name; who is counsel, and who is dead."""

from __future__ import annotations

from timeline.events.entities.coreference import Referent, is_of_a_place
from timeline.events.entities.demonyms import country_of
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.model import Name, Token

_TIES = ("appos", "nmod", "flat")
"""The relations by which a name hangs on the noun that stands for the person."""


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
    if token.pos == "NOUN" and token.is_plural:
        return True
    origin = is_of_a_place(token.text) or country_of(token.lemma.lower(), context.entities.language)
    return referent.name is None and not token.entity and bool(origin)


def counts_some(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a singular noun counts those behind it, for whom "ils" stands: "une centaine de jeunes"."""
    counted = referent.tree.dependents(referent.token, "nmod")
    several = any(one.pos == "NOUN" and one.is_plural for one in counted)
    lemma = referent.token.lemma.lower()
    is_amount = lemma.endswith(tuple(context.words.get("amount_endings"))) or context.words.has("amounts", lemma)
    return several and is_amount


def names_a_place(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a person's name is that of a place or prize: "la station Jacques Bonsergent"."""
    above = referent.tree.head(referent.token)
    beside = referent.token.relation in ("appos", "nmod", "flat", "conj") and referent.token.pos == "PROPN"
    before = referent.tree.previous(referent.token) or referent.token
    nouns = [word.lemma.lower() for word in (above, before) if word.pos == "NOUN"] if beside else [before.lemma.lower()]
    return any(context.words.has("named_after_people", noun) for noun in nouns)


def is_counsel(context: HeadlineContext, name: str) -> bool:
    """Whether a person only speaks for others in court, by the article.

    Returns:
        True for "Me Corre", "son avocat, Yann Corre", "le procureur Yves Petit"; False for a lawyer to whom something
        is done: "l'avocat Yann Corre a été écroué".
    """
    return name in _counsels(context)


def _counsels(context: HeadlineContext) -> frozenset[str]:
    return context.trees[0].remembered("counsels", context.trees, lambda: _named_counsels(context))


def _named_counsels(context: HeadlineContext) -> frozenset[str]:
    named = [(tree, name) for tree in context.trees for name in context.names(tree, "PER")]
    counsels = {
        name.canonical
        for tree, name in named
        if any(context.words.has("counsels", word.lemma.lower()) for word in _words_for(tree, name))
    }
    return frozenset(counsels - {name.canonical for tree, name in named if _suffers(tree, name)})


def _words_for(tree: Tree, name: Name) -> list[Token]:
    """The noun that a name stands beside, and the title right before it."""
    top, words = tree.top(name.span), tree.within(name.span)
    if top is None or not words:
        return []
    before = [one for one in tree.tokens[: words[0].index] if one.pos != "PUNCT"][-1:]
    above = [tree.head(top)] if top.relation in _TIES and not tree.has(top, "case") else []
    behind = [one for one in tree.dependents(top, "appos") if one.pos == "NOUN" and not _holds_a_person(tree, one)]
    return [*above, words[0], *before, *behind]


def _holds_a_person(tree: Tree, noun: Token) -> bool:
    return any(one.entity == "PER" for one in tree.subtree(noun))


def _suffers(tree: Tree, name: Name) -> bool:
    """Whether something is done to a person: "l'avocat Yann Corre a été écroué"."""
    top = tree.top(name.span)
    chain = (top, tree.head(top)) if top is not None and top.relation in _TIES else (top,)
    return any(one is not None and one.dep == "nsubj:pass" for one in chain)


def is_of_the_dead(context: HeadlineContext, noun: Token) -> bool:
    """Whether only the dead have it: "obsèques"; the lemma of such a plural may be anything."""
    return any(context.words.has("of_the_dead", form) for form in (noun.lemma.lower(), noun.text.lower()))


def is_dead(context: HeadlineContext, name: str) -> bool:
    """Whether the article says that somebody died.

    Returns:
        True for the subject of "mourir", for whom "tuer" is done to, for the complement of "mort" or "mémoire".
    """
    first, _, family = name.rpartition(" ")
    shared = sum(one.endswith(f" {family}") for one, label in context.entities.labels.items() if label == "PER") > 1
    return any(
        token.text == family and _dies(context, tree, token) and (not shared or _is_preceded(tree, token, first))
        for tree in context.trees
        for token in tree.tokens
    )


def _is_preceded(tree: Tree, token: Token, first: str) -> bool:
    return token.index > 0 and tree.tokens[token.index - 1].text == first.rpartition(" ")[2]


def _dies(context: HeadlineContext, tree: Tree, person: Token) -> bool:
    """Whether the words above a person's name say that they die, and not that they kill."""
    below = person
    for above in tree.ancestors(person):
        lemma = above.lemma.lower()
        if context.words.has("dying", lemma) or is_of_the_dead(context, above):
            passive = any(one.dep == "aux:pass" for one in tree.dependents(above))
            return not (below.relation == "nsubj" and not passive and context.words.has("killing", lemma))
        if below.relation not in _TIES:
            return False
        below = above
    return False
