"""Find the noun that a participle describes, where the parser attached it to a nearer one.

"Une centaine de personnes arrêtées" are a hundred, not persons. Who is "retrouvé mort" was found so. Behind a comma the
participle agrees with its noun: "le contrat de l'usine, octroyé en 2008", "la famille du lycéen, tué mardi". Behind an
object it is the object's: "ont visité la centrale mise en service". Nobody is published. "Sain et sauf" are two
adjectives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree, may_agree
from timeline.languages.function_words import function_words
from timeline.model import Token

_COUNTS, _DAYS = function_words("count_noun"), function_words("counted_from_an_event")
_SAFE, _SOUND, _AND = function_words("safe"), function_words("sound"), function_words("interval_end")
_HAVING = function_words("auxiliary_of_having")
_PUBLISHING = function_words("publishing_verb")
_FINDING, _DEAD = function_words("finding_verb"), function_words("dead")
_PAST = {"VerbForm": "Part", "Tense": "Past", "Voice": "Pass"}
_BELOW = ("nmod", "appos", "flat")
_COMPLEMENTS = ("obl", "obj", "xcomp", "advmod")


def described(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words that change where a participle, or "sauf", hangs on the wrong one.

    Args:
        tree: The sentence.
        token: The participle, or "sauf".
        lexicon: The lexicon of the language.

    Returns:
        The changed tokens, with their head and relation; nothing where the parse may be right.
    """
    if token.text.lower() in _SOUND:
        return _safe_and_sound(tree, token)
    if (finding := _found_so(tree, token)) is not None:
        above = replace(finding, pos="VERB", dep="acl", features={**finding.features, **_PAST})
        return (replace(token, head=finding.index, dep="xcomp", features=above.features), above)
    if behind := tuple(_behind_the_second(tree, token)):
        return behind
    if (noun := _antecedent(tree, token)) is not None:
        return (replace(token, head=noun.index),)
    if (noun := _object_before(tree, token)) is not None:
        return (replace(token, head=noun.index, dep="acl"),)
    if token.relation != "acl" or token.verb_form != "Part":
        return ()
    noun = _counting(tree, token) or _written(tree, token, lexicon) or _agreeing(tree, token, lexicon)
    return () if noun is None else (replace(token, head=noun.index),)


def _found_so(tree: Tree, participle: Token) -> Token | None:
    """The participle of finding right before one that completes it: "un homme retrouvé | mort"."""
    found = tree.previous(participle) or participle
    if found.lemma.lower() not in _FINDING or found.relation not in ("acl", "amod") or found.head > found.index:
        return None
    past = participle.pos == "VERB" and (participle.tense == "Past" or participle.text.lower() in _DEAD)
    loose = participle.relation in ("acl", "advcl", "ccomp") and not tree.has(participle, "aux", "mark", "nsubj")
    return found if past and loose and may_agree(found, tree.head(found)) else None


def _behind_the_second(tree: Tree, second: Token) -> Iterator[Token]:
    """What stands behind the second of two participles is its own: "fondée en 1898 et classée | monument en 1995"."""
    first = tree.head(second)
    pair = second.relation == "conj" and first.relation in ("advcl", "acl") and first.index < second.index
    done = all(one.verb_form == "Part" and one.tense == "Past" and not tree.has(one, "aux") for one in (first, second))
    if pair and done:
        below = (one for one in tree.dependents(first, *_COMPLEMENTS) if one.index > second.index)
        yield from (replace(one, head=second.index) for one in below)


def _antecedent(tree: Tree, verb: Token) -> Token | None:
    """The noun that a perfect agrees with, where the parse has a nearer one: "la loi sur le vin, que X a votée"."""
    noun = tree.head(verb)
    helped = any(one.lemma.lower() in _HAVING for one in tree.dependents(verb, "aux"))
    led = any(one.pron_type == "Rel" and one.index < verb.index for one in tree.dependents(verb, "obj"))
    if verb.dep != "acl:relcl" or not (helped and led) or may_agree(verb, noun):
        return None
    return next((one for one in _above(tree, noun) if may_agree(verb, one)), None)


def _object_before(tree: Tree, participle: Token) -> Token | None:
    """The object right before a participle with a complement: "ont visité la centrale | mise en service"."""
    verb = tree.head(participle)
    if participle.relation != "xcomp" or participle.verb_form != "Part" or participle.tense != "Past":
        return None
    if not tree.has(participle, "obl") or tree.has(participle, "aux", "mark", "nsubj"):
        return None
    behind = (one for one in tree.dependents(verb, "obj") if one.index > verb.index and one.pos == "NOUN")
    near = (one for one in behind if tree.subtree(one)[-1].index == participle.index - 1)
    return next((one for one in near if _agrees(tree, participle, one)), None)


def _counting(tree: Tree, participle: Token) -> Token | None:
    """The noun that counts those whom a participle describes: "les 5,2 millions d'euros déposés"."""
    noun = tree.head(participle)
    count = tree.head(noun)
    alone = not tree.has(noun, "det", "nummod") and tree.has(noun, "case")
    return count if noun.relation == "nmod" and alone and count.lemma.lower() in _COUNTS else None


def _written(tree: Tree, participle: Token, lexicon: Lexicon) -> Token | None:
    """The noun of what is published, where the parse has a person: "un appel au président, | publié dimanche"."""
    person = tree.head(participle)
    if participle.lemma.lower() not in _PUBLISHING or not _is_somebody(person, lexicon):
        return None
    above = tree.head(person)
    things = (*_above(tree, person), *tree.dependents(above, "obj"), *tree.dependents(above, "nsubj"))
    before = (one for one in things if one.index < person.index and not _is_somebody(one, lexicon))
    return next((one for one in before if one.pos == "NOUN" and _agrees(tree, participle, one)), None)


def _is_somebody(token: Token, lexicon: Lexicon) -> bool:
    office = lexicon.is_noun(token.lemma.lower(), NounClass.PERSON, NounClass.OFFICE)
    return token.entity == "PER" or (token.pos == "NOUN" and office)


def _agreeing(tree: Tree, participle: Token, lexicon: Lexicon) -> Token | None:
    """The noun above that a participle behind a comma agrees with, where it does not agree with its own."""
    noun = tree.head(participle)
    if participle.tense != "Past" or not tree.follows_comma(participle) or participle.index < noun.index:
        return None
    if tree.has(participle, "aux", "nsubj") or _agrees(tree, participle, noun):
        return None
    found = next((one for one in _above(tree, noun) if _agrees(tree, participle, one)), None)
    if found is None and noun.lemma.lower() not in lexicon.words(WordList.HEADLINE_QUANTITIES):
        found = _inside(tree, noun, participle)  # but of "une trentaine d'élus, venus à pied" the thirty came
    if found is None or found.lemma.lower() in _DAYS or lexicon.is_noun(found.lemma.lower(), NounClass.STRETCH):
        return None  # "à la veille des championnats, fâchée avec son entraîneur"
    return found


def _above(tree: Tree, noun: Token) -> Iterator[Token]:
    """The nouns that a noun completes or explains, nearest first."""
    while noun.relation in _BELOW and not tree.is_root(noun):
        noun = tree.head(noun)
        if noun.pos not in ("NOUN", "PROPN"):
            return
        yield noun


def _inside(tree: Tree, noun: Token, participle: Token) -> Token | None:
    """The one word that completes a noun, right before the comma, and that the participle agrees with.

    "La famille du lycéen, tué mardi", "le procès d'Ana Rey, accusée de vol": a person's name has no gender of its own.
    """
    word, found = tree.tokens[participle.index - 2], []
    while word is not noun and not tree.is_root(word):
        named = word.entity == "PER" and word.relation == "nmod" and not participle.is_plural
        known = word.pos == "NOUN" and word.relation == "nmod" and word.gender and word.number and not word.entity
        if (named or known) and _agrees(tree, participle, word):
            found.append(word)
        word = tree.head(word)
    return found[0] if word is noun and len(found) == 1 and noun.pos == "NOUN" and not noun.entity else None


def _agrees(tree: Tree, participle: Token, noun: Token) -> bool:
    """Whether neither a noun nor its article shows another gender or number than a participle."""
    return all(may_agree(participle, word) for word in (noun, *tree.dependents(noun, "det")))


def _safe_and_sound(tree: Tree, sound: Token) -> tuple[Token, ...]:
    """The words of "sain et sauf", where the parse takes "sauf" for a preposition; what it led is the verb's."""
    if sound.index < 2 or sound.pos == "ADJ":
        return ()
    link, safe, led = tree.tokens[sound.index - 1], tree.tokens[sound.index - 2], tree.head(sound)
    if link.lemma.lower() not in _AND or safe.text.lower() not in _SAFE:
        return ()
    own = replace(sound, pos="ADJ", head=safe.index, dep="conj", features=safe.features)
    pair = (own, replace(link, head=sound.index, dep="cc"))
    return (*pair, replace(led, head=safe.head, dep="obl")) if sound.relation == "case" else pair
