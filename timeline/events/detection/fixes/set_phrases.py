"""Set phrases that the parser takes apart: "Parti de Tunis", "à neuf voix près", "procureur près la cour"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import Lexicon
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_OF, _TO = function_words("genitive_case"), function_words("dative_case")
_OPENING = {
    form: (spelt, lemma) for form, spelt, lemma in (one.split(":") for one in function_words("opening_participle"))
}
_KINDS = function_words("kind_by_participle")
_NEARLY, _COMING = function_words("nearly"), function_words("to_come")


def opening_participle(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """A participle that opens a sentence, beside a subject, is no party: "Parti de Tunis, le bateau a sombré".

    Capitals without accents hide others: "Elu en mars, le maire démissionne".

    Returns:
        The changed words; nothing for a party and for what has an article.
    """
    if token.index or token.text.lower() not in _OPENING or token.pos not in ("NOUN", "PROPN"):
        return ()
    verb, subjects = tree.head(token), tree.dependents(tree.head(token), "nsubj")
    other = any(token.index < one.index < verb.index for one in subjects)
    listed = any(one.pos != "VERB" for one in tree.dependents(token, "conj"))
    if not other or token.relation not in ("advcl", "nsubj") or verb.pos != "VERB" or listed:
        return ()
    below = [replace(one, dep="obl") for one in tree.dependents(token, "nmod")]
    below += [replace(one, head=token.head, dep="advcl") for one in tree.dependents(token, "acl")]
    features = {**token.features, "VerbForm": "Part", "Tense": "Past"}
    spelt, lemma = _OPENING[token.text.lower()]
    return (replace(token, text=spelt, pos="VERB", lemma=lemma, dep="advcl", features=features), *below)


def short_of(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """ "Près" behind a number's noun belongs to the preposition before it: "rejetée à neuf voix près | lundi".

    Returns:
        The changed words; nothing for "près" of anything else: "a explosé à un péage près de Nantes".
    """
    if token.text.lower() not in _NEARLY or token.relation != "advmod" or not token.index:
        return ()
    noun, behind = tree.tokens[token.index - 1], tree.next(token)
    near = behind is not None and behind.text.lower() in _OF
    if noun.pos != "NOUN" or noun in tree.subtree(token) or near:
        return ()
    led = any(one.text.lower() in _TO for one in tree.dependents(noun, "case"))
    if not led or not tree.has(noun, "nummod", "det"):
        return ()
    own = (replace(one, head=noun.head) for one in tree.dependents(token))
    return (replace(token, head=noun.index, dep="case"), *own)


def attached_to(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """ "Près" before an article leads the body at which somebody serves: "le procureur général | près la cour d'appel".

    Returns:
        The changed words; nothing for "près de" and for "à neuf voix près".
    """
    article = tree.next(token)
    if token.text.lower() not in _NEARLY or not token.index or article is None or article.definite != "Def":
        return ()
    before, body = tree.previous(token), tree.head(article)
    if before is None or before.pos == "PUNCT" or tree.has(before, "nummod"):
        return ()
    if body.index <= token.index or body.pos not in ("NOUN", "PROPN"):
        return ()
    above = [one for one in (tree.head(token), body, tree.head(body)) if one.pos == "NOUN" and one.index < token.index]
    nouns = [one for one in tree.tokens[: token.index] if one.pos == "NOUN" and one.index not in tree.indices(body)]
    office = next(iter(above), None) or (nouns[-1] if nouns else None)
    if office is None:
        return ()
    return (replace(token, pos="ADP", head=body.index, dep="case"), replace(body, head=office.index, dep="nmod"))


def to_come(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """ "À venir" describes the noun before it, and what follows is the verb's: "dans les jours à venir | en Alsace".

    Returns:
        The changed words; nothing where an infinitive follows: "invite les électeurs à venir voter".
    """
    led = tree.tokens[token.index - 1] if token.index > 1 else token
    if token.text.lower() not in _COMING or token.verb_form != "Inf" or led.text.lower() not in _TO:
        return ()
    noun, verb = tree.tokens[token.index - 2], tree.head(token)
    behind = [one for one in tree.dependents(token) if one.index > token.index]
    if noun.pos != "NOUN" or tree.is_root(token) or any(one.relation in ("xcomp", "obj") for one in behind):
        return ()
    verb = tree.head(noun) if verb.index == noun.index else verb
    described = replace(token, head=noun.index, dep="amod", pos="ADJ", features={})
    return (described, *(replace(one, head=verb.index) for one in behind))


def is_of_a_kind(tree: Tree, token: Token) -> bool:
    """Whether a participle says of what kind its noun is: "un pont suspendu", not "un pont suspendu par des câbles".

    Args:
        tree: The sentence.
        token: The participle.
    """
    noun = tree.head(token)
    kind = token.relation == "acl" and noun.index == token.index - 1
    kind = kind and f"{noun.lemma.lower()}:{token.lemma.lower()}" in _KINDS
    return kind and all(one.dep != "obl:agent" for one in tree.dependents(token, "obl"))
