"""What the word above an event says of its factuality: an accusation, a threat, "n'exclut pas", "est annulé", "aucun".

Each function is the condition of one rule of `factuality`, with examples in `languages/<code>/factuality.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate, Tense, tense
from timeline.events.detection.verb_group import auxiliaries, negation
from timeline.events.lexicon import Lexicon, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_OF, _NOT = function_words("genitive_form"), function_words("bare_negation")
_NONE = function_words("negation_determiner")
_AGENT, _RANK, _IF = function_words("agent"), function_words("rank_mark"), function_words("conditional")
_BEFORE, _PURPOSE = function_words("before"), function_words("purpose")
_TELLING = (VerbClass.ANNOUNCE, VerbClass.REPORT, VerbClass.OPINION, VerbClass.THREATEN)
_DONE = (Tense.PERFECT, Tense.PLUPERFECT)
_GOING_ON = (Tense.PRESENT, Tense.IMPERFECT)
_OPEN = (Tense.FUTURE, Tense.FUTURE_PERFECT, Tense.CONDITIONAL, Tense.CONDITIONAL_PERFECT)
_WISHED = ("Sub", "Imp")
_CONTENT, _REASON = ("xcomp", "ccomp"), ("xcomp", "ccomp", "obl", "advcl")


def is_not_excluded(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody does not rule it out: "n'exclut pas un recours", "n'exclut pas de faire appel".

    Returns:
        True below a negated verb of excluding.
    """
    return any(
        lexicon.is_verb(verb.lemma, VerbClass.EXCLUDE) and negation(mention.tree, (verb,))[0]
        for verb in _above(mention, (*_CONTENT, "obj", "nsubj"))
    )


def is_threatened(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody threatens to do it: "menacent de bloquer le pont"; who "a menacé" did no more than that."""
    tree = mention.tree
    return _is_infinitive(mention) and any(
        lexicon.is_verb(verb.lemma, VerbClass.THREATEN) and tense(tree, verb, lexicon) in _GOING_ON
        for verb in _above(mention, _CONTENT)
    )


def is_imminent(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody is about to do it: "est sur le point de partir", "est en passe de gagner"."""
    tree = mention.tree
    if not _is_infinitive(mention) or mention.predicate is None:
        return False
    noun = tree.head(mention.predicate.top)
    return noun.lemma in lexicon.words(WordList.PLANNED_POINTS) and tense(tree, noun, lexicon) is Tense.PRESENT


def is_put_off(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether it will not happen before a day: "ne rouvrira pas avant le 5 mai"."""
    predicate, tree = mention.own_predicate, mention.tree
    if predicate is None or not predicate.negated or predicate.tense is not Tense.FUTURE:
        return False
    before = lexicon.words(WordList.MARKS_BEFORE)
    return any(case.lemma in before for one in tree.dependents(predicate.top) for case in tree.dependents(one, "case"))


def is_none(mention: Mention) -> bool:
    """Whether the noun says that there is none: "aucun accord", "pas de feu d'artifice"."""
    noun, tree = mention.trigger, mention.tree
    if noun.pos != "NOUN":
        return False
    if any(child.lemma in _NONE for child in tree.dependents(noun, "det")):
        return True
    before = [token.text.lower() for token in tree.tokens[max(0, noun.index - 2) : noun.index]]
    return len(before) == 2 and before[0] in _NOT and before[1] in _OF


def is_called_off(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the noun is called off: "le concert est annulé"; a court may annul what took place ("par le juge")."""
    tree, noun = mention.tree, mention.trigger
    if noun.pos != "NOUN" or noun.dep != "nsubj:pass":
        return False
    verb = tree.head(noun)
    annulled = lexicon.is_verb(verb.lemma, VerbClass.CALL_OFF) and not negation(tree, (verb,))[0]
    by = (case for one in tree.dependents(verb, "obl") for case in tree.dependents(one, "case"))
    return annulled and not any(case.lemma in _AGENT for case in by)


def is_not_managed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody did not manage to do it: "n'est pas parvenu à marquer", "n'a pas pu partir"."""
    predicate = mention.own_predicate
    if predicate is None or not predicate.negated or predicate.tense not in _DONE:
        return False
    return any(lexicon.is_verb(verb, VerbClass.MANAGE) for verb in predicate.governors)


def is_avoided(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody refuses it, prevents it or only nearly does it: "refuse de partir", "a failli mourir"."""
    predicate, tree = mention.own_predicate, mention.tree
    if predicate is None or predicate.negated:
        return False
    if _is_absorbed(mention, predicate):
        return lexicon.is_verb(predicate.token.lemma, VerbClass.AVOID)
    if predicate.form is not Form.INFINITIVE:
        return False
    above = _above(mention, _CONTENT)
    return any(lexicon.is_verb(verb.lemma, VerbClass.AVOID) and not negation(tree, (verb,))[0] for verb in above)


def is_supposed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether its clause is a condition of what may be: "si le Sénat rejette le texte, il reviendra".

    Returns:
        False below a fact, which "si" only sets off: "s'il reconnaît les faits, il nie".
    """
    predicate, tree = mention.own_predicate, mention.tree
    if predicate is None or predicate.tense not in _GOING_ON or not _is_led_by(tree, predicate.top, _IF):
        return False
    main = tree.head(predicate.top)
    return predicate.top.relation == "advcl" and (tense(tree, main, lexicon) in _OPEN or main.mood in _WISHED)


def is_not_prevented(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether nothing prevented it: "cela ne l'a pas empêché de gagner"."""
    predicate = mention.predicate
    if predicate is None or not predicate.negated or predicate.tense in _OPEN:
        return False
    return _is_absorbed(mention, predicate) and lexicon.is_verb(predicate.token.lemma, VerbClass.PREVENT)


def is_first_to(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody is the first or the last to do it: "devient la première femme à traverser la Manche"."""
    tree, predicate = mention.tree, mention.predicate
    if predicate is None or not _is_infinitive(mention) or not _is_led_by(tree, predicate.top, _RANK):
        return False
    noun, ranks = tree.head(predicate.top), lexicon.words(WordList.MARKS_RANK)
    if noun.lemma not in ranks and not any(child.lemma in ranks for child in tree.dependents(noun, "amod")):
        return False
    above = (noun, *tree.ancestors(noun))
    return not any(verb.verb_form == "Inf" or tense(tree, verb, lexicon) in _OPEN for verb in above)


def is_reached(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether what an infinitive aims at was done: "a permis de découvrir deux comptes", "hésite avant de partir".

    Returns:
        True below a verb that tells what is over, and for several who did it ("ils étaient six cents à défiler"); False
        below a verb that tells or sets a plan ("a annoncé quitter son poste", "a menacé de partir").
    """
    tree, predicate = mention.tree, mention.own_predicate
    if predicate is None or not _is_infinitive(mention):
        return False
    top = _first_of_all(tree, predicate.top)
    above = tree.head(top)
    governing_tense = tense(tree, above, lexicon)
    if any(mark.lemma in _BEFORE for mark in tree.dependents(top, "mark", "case")):
        return governing_tense not in _OPEN
    if above.pos == "NUM" and governing_tense is Tense.IMPERFECT:
        return True
    plans = any(lexicon.is_verb(above.lemma, kind) for kind in _TELLING)
    return governing_tense in (*_DONE, Tense.CONDITIONAL_PERFECT) and not plans


def is_told_as_reached(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether it was reached, not missed nor only meant: who left "pour rejoindre Nice" may not be there."""
    tree, predicate = mention.tree, mention.own_predicate
    if predicate is None or not is_reached(mention, lexicon):
        return False
    tops = (predicate.top, _first_of_all(tree, predicate.top))
    if negation(tree, (tree.head(tops[1]),))[0]:
        return False
    return not any(mark.lemma in _PURPOSE for top in tops for mark in tree.dependents(top, "mark", "case"))


def is_accused(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody is accused of it: "il est soupçonné d'avoir volé une montre"."""
    return _is_infinitive(mention) and any(
        lexicon.is_verb(verb.lemma, VerbClass.ACCUSE) for verb in _above(mention, _REASON)
    )


def is_claimed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody says that he did it: "affirme avoir signalé la panne"."""
    predicate, tree = mention.predicate, mention.tree
    if predicate is None or not _is_infinitive(mention):
        return False
    done = any(helper.verb_form == "Inf" for helper in auxiliaries(tree, predicate.top))
    return done and any(lexicon.is_verb(verb.lemma, VerbClass.CLAIM) for verb in _above(mention, _CONTENT))


def is_a_project(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the event noun depends on a noun of intention: "le projet de construction"."""
    governor = mention.tree.head(mention.trigger)
    return mention.trigger.relation == "nmod" and governor.lemma in lexicon.words(WordList.PLANNED_NOUNS)


def is_without(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a preposition denies it: "sans signer"."""
    if mention.own_predicate is None or mention.own_predicate.negated:
        return False
    cases = mention.tree.dependents(mention.trigger, "case", "mark")
    return any(case.lemma in lexicon.words(WordList.DENIED_PREPOSITIONS) for case in cases)


def is_claim_denied(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether somebody denies the content of the clause: "dément avoir vendu"."""
    if mention.own_predicate is None or mention.own_predicate.negated:
        return False
    top = mention.own_predicate.top
    return top.relation in _CONTENT and lexicon.is_verb(mention.tree.head(top).lemma, VerbClass.DENY)


def _is_absorbed(mention: Mention, predicate: Predicate) -> bool:
    """Whether the word is an infinitive that the verb above it has taken into its group."""
    return mention.trigger.index != predicate.token.index and mention.trigger.index in predicate.parts


def _is_led_by(tree: Tree, top: Token, words: frozenset[str]) -> bool:
    return any(mark.lemma in words for mark in tree.dependents(top, "mark"))


def _is_infinitive(mention: Mention) -> bool:
    """Whether its own verb, or the verb that supports its noun, is an infinitive without a semi-auxiliary."""
    predicate = mention.own_predicate
    if predicate is None:
        return False
    return predicate.form is Form.INFINITIVE and not predicate.governors


def _above(mention: Mention, relations: tuple[str, ...]) -> Iterator[Token]:
    """The words that govern the mention's clause, and those that govern its word, by one of the relations."""
    tree, predicate = mention.tree, mention.predicate
    for word in (mention.trigger,) if predicate is None else (mention.trigger, predicate.top):
        first = _first_of_all(tree, word)
        if first.relation in relations:
            yield tree.head(first)


def _first_of_all(tree: Tree, word: Token) -> Token:
    """The first of the coordinated words to which a word belongs."""
    while word.relation == "conj" and not tree.is_root(word):
        word = tree.head(word)
    return word
