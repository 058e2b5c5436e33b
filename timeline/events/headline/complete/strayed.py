"""The sentence with the object of a verb tied to it where the parse tied it to a word between them.

"Annonce dans un article publié à Londres la découverte d'une étoile", "a dit à la radio qu'il part".
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.detection import predicates
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline.choice.gate import LONGEST
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.valency import OBJECTS
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree, grow, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_THAT, _DEFINITE = function_words("that"), function_words("definite")
_FREE = ("obj", "obl", "appos", "nmod", "dep", "xcomp")
_BELOW = ("acl", "advcl", "ccomp", "xcomp", "dep")
_FACTS = function_words("noun_of_a_clause")


def with_objects(context: HeadlineContext, mention: Mention) -> Mention:
    """The mention in its sentence with objects tied to their verbs; itself where the parse has them all.

    Args:
        context: The inputs of headline writing.
        mention: The mention.
    """
    tree = mention.tree
    if tree.sentence.span.end - tree.sentence.span.start <= LONGEST:
        return mention  # it need not be shortened, only its dates go
    mended: Tree = tree.remembered("mended", context.timexes, lambda: _mended(context, tree))
    if mended is tree:
        return mention
    own = mention.predicate
    again = next((one for one in context.predicates(mended) if own and one.token.index == own.token.index), None)
    return replace(mention, tree=mended, trigger=mended.tokens[mention.trigger.index], predicate=again)


def _mended(context: HeadlineContext, tree: Tree) -> Tree:
    new: dict[int, Token] = {}
    for predicate in context.predicates(tree):
        found = _strayed(context, tree, predicate)
        if found is not None and found.index not in new:
            name = "ccomp" if found.verb_form == "Fin" else "xcomp" if found.pos in ("VERB", "AUX") else "obj"
            new[found.index] = replace(found, head=predicate.token.index, dep=name)
    if not new:
        return tree
    tokens = tuple([new.get(token.index, token) for token in tree.tokens])
    return grow(replace(tree.sentence, tokens=tokens))


def _strayed(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The object of a verb that says nothing without one, if the parse ties it to a word behind the verb."""
    verb = predicate.token
    active = predicate.form is Form.FINITE and not predicate.passive and verb.pos == "VERB"
    if not active or not context.words.has("transitive", verb.lemma.lower()) or predicates.is_reflexive(tree, verb):
        return None
    if tree.first(verb, *OBJECTS, "iobj", "parataxis") is not None:
        return None
    hidden, below = timex_tokens(context, tree), {token.index for token in tree.subtree(verb)}
    for token in tree.tokens[verb.index + 1 :]:
        if token.index not in below or token.text in "«“:;" or token.features.get("PronType") == "Rel":
            return None
        if _is_infinitive(tree, token):
            return token
        if token.head == verb.index or token.index in hidden:
            continue
        if token.text.lower() in _THAT and relation(token) == "mark":
            return _clause(tree, verb, token)
        if _is_free(tree, token):
            return token
    return None


def _clause(tree: Tree, verb: Token, mark: Token) -> Token | None:
    """The finite clause that "que" leads; None for that of a noun ("le fait que") or of a comparison."""
    clause, noun = tree.head(mark), tree.head(tree.head(mark))
    own = clause.verb_form == "Fin" or any(one.verb_form == "Fin" for one in tree.dependents(clause, "aux", "cop"))
    strays = relation(clause) in _BELOW and noun.pos in ("NOUN", "PROPN") and verb.index < noun.index < mark.index
    return clause if own and strays and noun.lemma.lower() not in _FACTS else None


def _is_free(tree: Tree, token: Token) -> bool:
    """Whether a noun has an article and no preposition, and is the object of no other active verb."""
    above = tree.head(token)
    done = relation(above) == "acl" and above.verb_form == "Part" and above.tense == "Past"  # "publié à Londres"
    governed = above.pos in ("VERB", "AUX") and not done
    determined = tree.first(token, "det") is not None
    led = tree.first(token, "case", "cc", "cop") is not None
    return token.pos == "NOUN" and relation(token) in _FREE and determined and not (governed or led)


def _is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether it is a past infinitive that nothing leads: "annonce via un communiqué avoir pris la ville"."""
    past = any(one.verb_form == "Inf" for one in tree.dependents(token, "aux"))
    return past and relation(token) in _BELOW and tree.first(token, "mark", "case", "cc") is None
