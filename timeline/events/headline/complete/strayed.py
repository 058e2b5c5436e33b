"""The sentence with the object of a verb tied to it where the parse tied it to a word between them.

"Annonce dans un article publié à Londres la découverte d'une étoile", "a dit à la radio qu'il part".
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.detection import predicates
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.valency import OBJECTS
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import VerbClass
from timeline.events.tree import Tree, grow
from timeline.languages.function_words import function_words
from timeline.model import Token

_HAVING = function_words("auxiliary_of_having")
_THAT = function_words("that")
_SAYING = (VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION, VerbClass.DENY)
_FREE = ("obj", "obl", "appos", "nmod", "dep", "xcomp")
_BELOW = ("acl", "advcl", "ccomp", "xcomp", "dep")
_FACTS = function_words("noun_of_a_clause")


def with_objects(context: HeadlineContext, mention: Mention) -> Mention:
    """The mention in its sentence with objects tied to their verbs; itself where the parse has them all."""
    tree = mention.tree
    fixed: Tree = tree.remembered("fixed", context.timexes, lambda: _fixed(context, tree))
    if fixed is tree:
        return mention
    own = mention.predicate
    verb = context.predicate_by_verb(fixed, own.token) if own is not None else None
    return replace(mention, tree=fixed, trigger=fixed.tokens[mention.trigger.index], predicate=verb)


def _fixed(context: HeadlineContext, tree: Tree) -> Tree:
    new = _with_their_auxiliaries(tree)
    short = tree.sentence.span.end - tree.sentence.span.start <= LONGEST
    for predicate in context.predicates(tree):
        found = _strayed(context, tree, predicate, short)
        if found is not None and found.index not in new:
            name = "ccomp" if tree.is_finite(found) else "xcomp" if found.pos in ("VERB", "AUX") else "obj"
            new[found.index] = replace(found, head=predicate.token.index, dep=name)
    if not new:
        return tree
    tokens = tuple([new.get(token.index, token) for token in tree.tokens])
    return grow(replace(tree.sentence, tokens=tokens))


def _with_their_auxiliaries(tree: Tree) -> dict[int, Token]:
    """The words to tie anew where a participle shares the auxiliary of the verb before: "a mené …, remis un plan"."""
    new: dict[int, Token] = {}
    for token in tree.tokens:
        above = tree.head(token)
        if token.relation != "advcl" or token.verb_form != "Part" or token.tense != "Past" or token.index < above.index:
            continue
        having = any(one.lemma in _HAVING for one in tree.dependents(above, "aux")) and above.verb_form == "Part"
        comma = tree.tokens[tree.subtree(token)[0].index].text == ","
        if having and comma and _has_a_plain_object(tree, token):
            shared = (one for one in tree.dependents(token, "conj") if one.verb_form == "Part")
            new |= {one.index: replace(one, head=above.index) for one in shared}
            new[token.index] = replace(token, dep="conj")
    return new


def _has_a_plain_object(tree: Tree, participle: Token) -> bool:
    """Whether a noun with its article is the object, as no passive has one: "remis un rapport"."""
    given = tree.first(participle, "obj")
    return given is not None and given.index > participle.index and tree.has(given, "det", "nummod")


def _strayed(context: HeadlineContext, tree: Tree, predicate: Predicate, short: bool) -> Token | None:
    """The object of a verb that says nothing without one, if the parse ties it to a word behind the verb.

    Of verbs of saying, and in a `short` sentence, which loses nothing but its dates, only the clause that is said.
    """
    verb, lemma = predicate.token, predicate.token.lemma.lower()
    active = predicate.form is Form.FINITE and not predicate.passive and verb.pos == "VERB"
    says, needs = context.context.lexicon.is_verb(lemma, *_SAYING), context.words.has("transitive", lemma)
    if not active or not (needs or says) or predicates.is_reflexive(tree, verb) or (short and not says):
        return None
    if tree.has(verb, *OBJECTS, "iobj", "parataxis"):
        return None
    hidden, below = timex_tokens(context, tree), tree.indices(verb)
    for token in tree.tokens[verb.index + 1 :]:
        if token.index not in below or token.text in "«“:;" or token.pron_type == "Rel":
            return None
        if needs and not short and _is_infinitive(tree, token):
            return token
        if token.head == verb.index or token.index in hidden:
            continue
        if token.text.lower() in _THAT and token.relation == "mark":
            return _clause(tree, verb, token)
        if needs and not short and _is_free(tree, token):
            return token
    return None


def _clause(tree: Tree, verb: Token, mark: Token) -> Token | None:
    """The finite clause that "que" leads; None for that of a noun ("le fait que") or of a comparison."""
    clause, noun = tree.head(mark), tree.head(tree.head(mark))
    own = tree.is_finite(clause)
    strays = clause.relation in _BELOW and noun.pos in ("NOUN", "PROPN") and verb.index < noun.index < mark.index
    return clause if own and strays and noun.lemma.lower() not in _FACTS else None


def _is_free(tree: Tree, token: Token) -> bool:
    """Whether a noun has an article and no preposition, and is the object of no other active verb."""
    above = tree.head(token)
    done = above.relation == "acl" and above.verb_form == "Part" and above.tense == "Past"  # "publié à Londres"
    governed = above.pos in ("VERB", "AUX") and not done
    determined = tree.has(token, "det")
    led = tree.has(token, "case", "cc", "cop")
    return token.pos == "NOUN" and token.relation in _FREE and determined and not (governed or led)


def _is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether it is a past infinitive that nothing leads: "annonce via un communiqué avoir pris la ville"."""
    past = any(one.verb_form == "Inf" for one in tree.dependents(token, "aux"))
    return past and token.relation in _BELOW and not tree.has(token, "mark", "case", "cc")
