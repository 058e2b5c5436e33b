"""The words of a verb group besides its main verb: auxiliaries, semi-auxiliaries, negation."""

from __future__ import annotations

from timeline.events.lexicon import Lexicon, SemiClass, VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_NEGATIVE = function_words("negation")
_NEGATIVE_NOUN = function_words("negation_noun")
_NEGATIVE_DETERMINER = function_words("negation_determiner")
_BARE_NEGATION = function_words("bare_negation")
_LESS = function_words("no_less")
_PARTICLES = function_words("negative_particle")
_PARTICLE_ALONE, _RESTRICTIVE = function_words("negated_by_particle"), function_words("restrictive")


def auxiliaries(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The auxiliaries and copulas of a verb.

    Returns:
        The tokens, in text order.
    """
    return tree.dependents(token, "aux", "cop")


def semi_auxiliaries(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[int, ...]:
    """The verbs that govern an infinitive as semi-auxiliaries: "va" of "va partir".

    Returns:
        Their indices, nearest first; none for another form.
    """
    found: list[int] = []
    while token.relation in ("xcomp", "ccomp") and _is_infinitive(tree, token) and not tree.is_root(token):
        token = tree.head(token)
        if not _takes_infinitive(token.lemma, lexicon) and not _is_not_to_stop(tree, token, lexicon):
            break
        found.append(token.index)
    return tuple(found)


def shared_semi_auxiliaries(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[int, ...]:
    """The semi-auxiliaries that a coordinated infinitive shares with the one before it: "a dû partir et rentrer".

    Returns:
        Their indices, nearest first; none for another word.
    """
    if token.relation != "conj" or token.verb_form != "Inf" or tree.has(token, "mark", "aux", "nsubj"):
        return ()
    first = tree.head(token)
    if not _is_infinitive(tree, first):
        before = [
            its for its in tree.dependents(first, "xcomp") if its.index < token.index and _is_infinitive(tree, its)
        ]
        return semi_auxiliaries(tree, before[-1], lexicon) if before else ()
    return semi_auxiliaries(tree, first, lexicon) or shared_semi_auxiliaries(tree, first, lexicon)


def _takes_infinitive(lemma: str, lexicon: Lexicon) -> bool:
    classes = (semi for semi in SemiClass if semi is not SemiClass.ATTEMPT)
    return lexicon.is_semi(lemma, *classes) and not lexicon.is_semi(lemma, SemiClass.ATTEMPT)


def _is_not_to_stop(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a negated verb of stopping governs the infinitive, so that it goes on: "n'a pas cessé de monter"."""
    return lexicon.is_verb(token.lemma, VerbClass.STOP) and negation(tree, (token,))[0]


def _is_infinitive(tree: Tree, token: Token) -> bool:
    if token.verb_form == "Inf":
        return True
    helpers = auxiliaries(tree, token)
    return bool(helpers) and helpers[0].verb_form == "Inf"


def absorbed_dependents(tree: Tree, token: Token, lexicon: Lexicon) -> set[int]:
    """The dependents that belong to a verb's event: the infinitive of "tenter de prendre", "mort" of "retrouvé mort".

    Returns:
        Their indices.
    """
    if not tree.children[token.index]:
        return set()
    found = {child.index for child in tree.dependents(token, "xcomp") if _is_bare_participle(tree, child)}
    if lexicon.is_semi(token.lemma, SemiClass.ATTEMPT):
        found |= {child.index for child in tree.dependents(token, "xcomp", "ccomp") if _is_infinitive(tree, child)}
    return found


def _is_bare_participle(tree: Tree, token: Token) -> bool:
    return token.verb_form == "Part" and token.tense != "Pres" and not auxiliaries(tree, token)


def negation(tree: Tree, group: tuple[Token, ...]) -> tuple[bool, set[int]]:
    """The negation of a verb group; "ne … que" is not a negation.

    Returns:
        Whether the group is negated, and the indices of the negating words.
    """
    near = [child for part in group for child in tree.dependents(part)]
    particles = {child.index for child in near if child.text.lower() in _PARTICLES}
    near = [child for child in near if not _is_no_less(tree, child)]
    words = {
        child.index for child in near if child.lemma.lower() in _NEGATIVE and child.text.lower() not in _NEGATIVE_NOUN
    }
    deep = {below.index for child in near for below in tree.dependents(child) if below.lemma in _NEGATIVE_DETERMINER}
    denied = words or deep or _is_denied_by_particle(tree, group, near)
    return bool(denied) if particles else _has_bare_negation(near), particles | words


def _is_no_less(tree: Tree, word: Token) -> bool:
    """Whether a negating word denies nothing because of "moins" behind it: "il n'en a pas moins signé"."""
    behind = tree.next(word)
    return word.lemma.lower() in _NEGATIVE and behind is not None and behind.text.lower() in _LESS


def _is_denied_by_particle(tree: Tree, group: tuple[Token, ...], near: list[Token]) -> bool:
    """Whether the particle needs no second word: "n'avait pu participer", but not "n'a pu que constater"."""
    alone = any(part.lemma in _PARTICLE_ALONE for part in group)
    last = max((part.index for part in group), default=0)
    words = {child.text.lower() for child in near} | {token.text.lower() for token in tree.tokens[last : last + 2]}
    return alone and words.isdisjoint(_RESTRICTIVE)


def _has_bare_negation(near: list[Token]) -> bool:
    return any(child.lemma in _BARE_NEGATION for child in near)
