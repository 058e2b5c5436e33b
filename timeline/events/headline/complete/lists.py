"""Where a list may end."""

from __future__ import annotations

from timeline.events.headline.words import HeadlineWords
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ALTERNATIVE = function_words("alternative")
_GENITIVE = function_words("genitive")


def may_be_cut(tree: Tree, token: Token) -> bool:
    """Whether a list may end before the word: a list keeps all or only its first element.

    "À la candidate ou au candidat" is kept whole, and so are names: "par Robert Brout et François Englert".
    """
    first = tree.dependents(tree.head(token), "conj")[0].index == token.index
    either = any(word.lemma.lower() in _ALTERNATIVE for word in tree.dependents(token, "cc"))
    whole = _is_named_pair(tree, token) or _begins_bare(tree, tree.head(token)) or shares_its_object(tree, token)
    return first and not either and not (whole or _needs_both(tree, token))


def _needs_both(tree: Tree, token: Token) -> bool:
    """Whether a verb is plural for two subjects of one: "annonce que Sprint et OneWeb vont embaucher"."""
    first = tree.head(token)
    verb = tree.head(first)
    several = any(one.verb_form == "Fin" and one.is_plural for one in (verb, *tree.dependents(verb, "aux", "cop")))
    return first.relation == "nsubj" and several and not first.is_plural


def shares_its_object(tree: Tree, token: Token) -> bool:
    """Whether the object of a second infinitive is the first one's, too: "accusé d'avoir torturé et tué des élus"."""
    first = tree.head(token)
    both = first.pos == "VERB" == token.pos and token.relation == "conj" and first.verb_form == token.verb_form
    infinitive = first.verb_form == "Inf" or any(one.verb_form == "Inf" for one in tree.dependents(first, "aux"))
    if not both or not infinitive or token.index < first.index:
        return False
    between = tree.between(first, token)
    near = all(one.pos in ("CCONJ", "ADP", "ADV", "AUX") for one in between)
    return near and not tree.has(first, "obj", "xcomp", "ccomp") and tree.has(token, "obj")


def _begins_bare(tree: Tree, noun: Token) -> bool:
    """Whether a list of nouns without articles is a subject: "Cheminots, enseignants, hospitaliers ont défilé"."""
    bare = not tree.has(noun, "det", "nummod", "case") and not noun.entity
    return bare and noun.pos == "NOUN" and noun.relation == "nsubj" and noun.is_plural


def _is_named_pair(tree: Tree, token: Token) -> bool:
    """Whether two names are coordinated: who says that only the first took part says what is false.

    The second one may be tied to the noun that both explain: "oppose les candidats X (…) et Y".
    """
    first = tree.head(token)
    people = first.is_plural or token.entity == "PER"
    if first.pos == "NOUN" and people and token.pos == "PROPN" and token.entity:
        return any(one.pos == "PROPN" and one.entity for one in tree.dependents(first, "appos"))
    beside = tree.dependents(first, "conj")
    names = all(one.pos == "PROPN" and one.entity for one in (first, *beside))
    joined = any(word.pos == "CCONJ" for word in tree.subtree(first))  # not "à Tignieu, en Isère"
    return names and joined


def stands_beside(tree: Tree, token: Token) -> Token | None:
    """The last word of a list whose middle the parse calls a complement: "aux ministères, au parlement et aux …".

    Args:
        tree: The sentence.
        token: A word with a preposition behind a comma.

    Returns:
        The last word, which "et" or "ou" joins to the same noun; None for a word that is in no such list.
    """
    case = tree.first(token, "case")
    opening = tree.subtree(token)[0]
    before = opening if opening.pos == "PUNCT" else tree.previous(opening)
    if token.relation != "nmod" or case is None or before is None or before.text != ",":
        return None
    for one in tree.dependents(tree.head(token), "conj"):
        led = tree.first(one, "case")
        if one.index > token.index and led is not None and led.lemma == case.lemma and tree.first(one, "cc"):
            return one
    return None


def is_of_one_list(tree: Tree, token: Token) -> bool:
    """Whether two nouns are one complement, although the parse ties the second one to the noun above.

    "Un exposé sur l'histoire et le fonctionnement des planètes": their articles are alike and that of the noun is not.

    Args:
        tree: The sentence.
        token: The first or the second one.
    """
    noun = tree.head(token)
    if token.relation == "conj":
        below = tree.dependents(noun, "nmod")
        return any(_goes_on(tree, noun, one, token) for one in below)
    beside = tree.dependents(noun, "conj") if token.relation == "nmod" else ()
    return any(_goes_on(tree, noun, token, one) for one in beside)


def _goes_on(tree: Tree, noun: Token, first: Token, second: Token) -> bool:
    if not (noun.index < first.index < second.index and first.pos == second.pos == "NOUN"):
        return False
    near = tree.subtree(second)[0].index == tree.subtree(first)[-1].index + 1
    joined = tree.has(second, "cc") and not tree.has(second, "case")
    kinds = [_kind_of_article(tree, one) for one in (noun, first, second)]
    return near and joined and kinds[0] != kinds[1] == kinds[2] != ""


def _kind_of_article(tree: Tree, noun: Token) -> str:
    return next((det.definite for det in tree.dependents(noun, "det")), "")


def is_of_another_kind(words: HeadlineWords, tree: Tree, token: Token) -> bool:
    """Whether a person is coordinated with a common noun, or a thing with a measure: both are errors of the parse.

    "Les importations reculent de 5,5 % et les exportations plus fortement". So is a body behind the person's office:
    "John McCallum, ministre de l'Immigration, Réfugiés et Citoyenneté Canada". What is corrected is none of the list:
    "quatre personnes, et non deux".
    """
    if token.relation != "conj":
        return False
    if any(words.has("correcting", one.text.lower()) for one in tree.dependents(token)):
        return True
    if _is_measure(tree, tree.head(token)) and token.pos == "NOUN" and not tree.has(token, "nummod"):
        return tree.is_definite(token) and not tree.has(token, "case")
    if _is_led_otherwise(tree, token) or _is_a_thing_behind_a_number(tree, token):
        return True
    pair = (token, tree.head(token))
    person = [one.entity == "PER" for one in pair]
    plain = [one.pos != "PROPN" and not one.entity for one in pair]
    first = tree.head(token)
    if first.relation == "nsubj" and _act_together(tree, first, token):
        return False
    parted = any(first.index < one.index < token.index for one in tree.dependents(first, "appos"))
    return person[0] != person[1] and (any(plain) or parted)


def _is_led_otherwise(tree: Tree, token: Token) -> bool:
    """Whether only the second one has a preposition: "dépose une gerbe, puis à l'église" goes on with the way there."""
    first = tree.head(token)
    case = tree.first(token, "case")
    led = case is not None and case.lemma.lower() not in _GENITIVE and token.pos in ("NOUN", "PROPN")
    beside = [one.lemma for noun in tree.dependents(first, "nmod") for one in tree.dependents(noun, "case")]
    led = led and case is not None and case.lemma not in beside  # "les accès aux ministères et aux tribunaux"
    return led and first.relation == "obj" and first.pos == "NOUN" and not tree.has(first, "case")


def _is_a_thing_behind_a_number(tree: Tree, token: Token) -> bool:
    """Whether a noun with its article is tied to a lone number: "110 emplois sur 530 et l'arrêt de l'imprimerie"."""
    number = tree.head(token)
    lone = number.pos == "NUM" and number.relation != "nummod" and token.pos == "NOUN"
    return lone and not tree.has(token, "case", "nummod") and _kind_of_article(tree, token) == "Def"


def _act_together(tree: Tree, first: Token, second: Token) -> bool:
    """Whether "et" ties a noun with its article to a name before a plural verb: "X et les ingénieurs ont reçu"."""
    verb = tree.head(first)
    forms = (verb, *tree.dependents(verb, "aux", "cop"))
    several = any(one.verb_form == "Fin" and one.is_plural for one in forms)
    joined = tree.has(second, "cc") and tree.has(second, "det", "nummod")
    return several and joined and len(tree.dependents(first, "conj")) == 1 and second.index < verb.index


def _is_measure(tree: Tree, noun: Token) -> bool:
    """Whether it is a number of units behind "de": "de 5,5 %"."""
    return tree.has(noun, "nummod") and tree.has(noun, "case") and not noun.text.isalpha()


def is_a_second_description(tree: Tree, token: Token) -> bool:
    """Whether a bare noun describes somebody beside a participle: "arrivé en 2022 et artisan de la montée"."""
    done = tree.head(token)
    participle = done.verb_form == "Part" and done.relation in ("acl", "advcl") and not tree.has(done, "aux")
    participle = participle and token.relation == "conj"
    return participle and token.pos == "NOUN" and not tree.has(token, "det", "nummod", "case")
