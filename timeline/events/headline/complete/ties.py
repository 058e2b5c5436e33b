"""Words that only tie a clause to the sentence before or stress another word."""

from __future__ import annotations

from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import is_negation
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_STRESSED, _SOURCE = function_words("stressed_pronoun"), function_words("source")


def only_stresses(tree: Tree, token: Token) -> bool:
    """Whether a pronoun only emphasises another word: "Marc Guillemot annonce, lui, que …"."""
    if token.pos != "PRON" or token.text.lower() not in _STRESSED:
        return False
    before = tree.previous(token) or token
    after = tree.next(token) or token
    behind = (token.index > token.head or before.verb_form == "Fin") and before.pos in ("VERB", "AUX", "PUNCT")
    behind = behind or before.text == after.text == ","
    alone = all(child.pos == "PUNCT" for child in tree.dependents(token))
    return behind and before.text != "-" and alone and token.relation != "conj"


def only_adds(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether an adverb only sets a clause beside what was said before: "demande même", "avait déjà battu Rouen".

    "Est déjà mort" says something; so do "même pas", "même si" and "alors même que".
    """
    if token.relation != "advmod":
        return False
    verb, form = tree.head(token), token.text.lower()
    if verb.pos != "VERB" or tree.dependents(token):
        return False
    led, after = tree.previous(token), tree.next(token)
    if led is None or led.pos not in ("VERB", "AUX"):
        return False
    if after is not None and after.pos in ("ADV", "SCONJ", "ADP"):
        return False
    helpers = (one for one in tree.dependents(verb, "aux") if one.verb_form == "Fin")
    before = any(one.tense == "Imp" and one.mood == "Ind" for one in helpers)
    return context.words.has("adding", form) or (before and context.words.has("already", form))


def stands_between(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether a circumstance parts a verb from its object: "exprime, à des degrés divers, son désaccord".

    Between commas whatever leads it, else only a time: "remporte après une lutte remarquable son titre". Not a place.
    """
    if token.relation != "obl":
        return False
    verb, case = tree.head(token), tree.first(token, "case")
    if verb.pos != "VERB" or case is None or token.entity or token.index < verb.index:
        return False
    below = tree.subtree(token)
    words = [word for word in below if word.pos != "PUNCT"]
    before, after = tree.tokens[words[0].index - 1], tree.tokens[words[-1].index + 1 : words[-1].index + 2]
    objects = (one for one in tree.dependents(verb, "obj") if one.index > token.index and one.pos != "PRON")
    noun = next(objects, None)
    if noun is None or any(word.entity == "LOC" or is_negation(word) for word in words):
        return False
    if before.text == "," and after and after[0].text == ",":
        stays = context.words.get("against") | _SOURCE
        return not any(word.text.lower() in stays for word in words)
    starts = words[0].index == verb.index + 1 and after == tree.tokens[tree.subtree(noun)[0].index :][:1]
    return starts and context.words.has("times_of_a_circumstance", case.lemma.lower())


def only_points_back(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether a circumstance says nothing without the sentence before: "dans ces conditions", "à cette occasion"."""
    if not context.words.has("pointing_circumstances", token.lemma.lower()):
        return False
    points = any(context.words.has("demonstratives", det.text.lower()) for det in tree.dependents(token, "det"))
    return points and tree.has(token, "case") and not tree.has(token, "nmod", "acl", "amod")


def linking_adverbs(context: HeadlineContext, tree: Tree) -> set[int]:
    """The adverbs that only tie a clause to what was said before: "est également fermé"."""
    found = set()
    for token in (one for one in tree.tokens if one.relation == "advmod"):
        led = tree.previous(token)
        bound = led is not None and led.pos in ("CCONJ", "PRON")  # "mais aussi", "lui aussi"
        below = [one for one in tree.dependents(token) if one.pos != "PUNCT"]
        alone = not below and not bound
        if alone and context.words.has("ties", token.text.lower()) and tree.head(token).pos in ("VERB", "AUX", "ADJ"):
            found.add(token.index)
    return found
