"""What stands around the words of a noun phrase: what a subject keeps of it, and the word that counts it."""

from __future__ import annotations

from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE, _UP_TO = function_words("genitive_case"), function_words("up_to")
_EDGES = ("case", "mark", "cc", "punct", "acl", "cop", "aux", "advmod", "nsubj", "advcl")


def counting_word(context: HeadlineContext, tree: Tree, noun: Token) -> Token:
    """The word that counts a noun: "plus" of "ce sont plus de trente personnes qui votent"; the noun if none does."""
    above = tree.head(noun)
    led = any(case.lemma.lower() in _GENITIVE for case in tree.dependents(noun, "case"))
    counts = above.pos == "ADV" and above.index < noun.index and context.words.has("counting", above.text.lower())
    return above if led and counts and tree.has(noun, "nummod") else noun


def edges(context: HeadlineContext, tree: Tree, head: Token) -> frozenset[int]:
    """The words right below a noun that are not of its phrase: prepositions, clauses, adverbs."""
    return frozenset(one.index for one in tree.dependents(head, *_EDGES) if not _stays(context, tree, one, head))


def _stays(context: HeadlineContext, tree: Tree, token: Token, head: Token) -> bool:
    """Whether it is part of the noun phrase: "au moins dix", "près de cent", a participle without a comma."""
    if token.relation == "acl":
        return token.dep == "acl" and token.verb_form == "Part" and not tree.follows_comma(token)
    if token.relation == "case":  # "jusqu'à trente personnes"
        return token.lemma.lower() in _UP_TO and head.relation == "nsubj" and tree.has(head, "nummod")
    counts = context.words.has("counting", token.text.lower()) or tree.has(token, "fixed")
    return token.relation == "advmod" and token.index < head.index and counts
