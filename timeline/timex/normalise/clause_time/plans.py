"""The time of a plan that a sentence tells when it may be over: "devait rouvrir mercredi", "prévu jeudi, le bal …"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.grammar import ClauseLexicon
from timeline.model import Sentence, Token
from timeline.timex.normalise.clause_time.tense import ClauseTense, clause_tense, is_infinitive, is_past_participle


def of_past_plan(sentence: Sentence, verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> ClauseTense:
    """ "devait reprendre mercredi", "étaient attendus jeudi": a plan told in the imperfect, which may still be to come.

    Args:
        sentence: The parsed sentence.
        verb: The verb in the past that governs a date.
        children: Its dependents.
        lexicon: The language's verbs of plans.

    Returns:
        The nearest day; the coming one in a relative clause of what will be ("qui devait rouvrir mercredi, restera
        fermé"). The past for another verb, and beside another clause in the past, which says what became of the plan
        ("le débat, où il devait parler jeudi, s'est tenu sans lui"), unless that it was dropped.
    """
    if verb.lemma not in lexicon.plans.verbs:
        return ClauseTense.PAST
    others = (child for child in children if child.dep == "conj")
    if any(t.lemma in lexicon.plans.dropping or clause_tense(sentence, t, lexicon) is ClauseTense.PAST for t in others):
        return ClauseTense.PAST
    finite = [token for token in (verb, *children) if token.verb_form == "Fin" and token.tense == "Imp"]
    passive = any(token.dep in ("aux:pass", "cop") for token in finite)
    if not passive and not (verb in finite and any(is_infinitive(sentence, child) for child in children)):
        return ClauseTense.PAST
    return _beside_main_clause(sentence, verb, lexicon) if verb.dep == "acl:relcl" else ClauseTense.NEAREST


def _beside_main_clause(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> ClauseTense:
    """The time that the main clause leaves to a plan in a relative clause."""
    noun = sentence.tokens[verb.head]
    main = sentence.tokens[noun.head]
    if main.lemma in lexicon.plans.dropping or noun.lemma in lexicon.plans.dropping:
        return ClauseTense.NEAREST
    tense = clause_tense(sentence, main, lexicon)
    return tense if tense in (ClauseTense.PAST, ClauseTense.FUTURE) else ClauseTense.NEAREST


def of_plan(sentence: Sentence, participle: Token, tense: ClauseTense, lexicon: ClauseLexicon) -> ClauseTense:
    """ "Attendue jeudi, la réponse n'est pas venue" is over; "prévu jeudi, le bal a été reporté" may be.

    Args:
        sentence: The parsed sentence.
        participle: The verb that governs a date.
        tense: Its time without its clause.
        lexicon: The language's verbs of plans.

    Returns:
        The time that the clause around the participle leaves it.
    """
    if (
        tense is not ClauseTense.FUTURE
        or not is_past_participle(participle)
        or participle.lemma not in lexicon.plans.verbs
    ):
        return tense
    verb = sentence.tokens[participle.head]
    if participle.dep == "acl":  # of the verb's subject: "la réunion, prévue lundi, n'a pas eu lieu"
        verb = sentence.tokens[verb.head]
    if participle.dep not in ("advcl", "acl") or clause_tense(sentence, verb, lexicon) is not ClauseTense.PAST:
        return ClauseTense.FUTURE
    if verb.lemma in lexicon.plans.dropping or (
        participle.dep == "advcl" and participle.lemma in lexicon.calls.summoning
    ):
        return ClauseTense.NEAREST
    denied = any(
        child.lemma in lexicon.plans.negations and child.dep == "advmod" for child in sentence.dependents(verb)
    )
    return ClauseTense.PAST if denied else ClauseTense.FUTURE


def is_foreseen(sentence: Sentence, participle: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a participle describes what somebody expects: "prévoit un trafic perturbé jeudi".

    Args:
        sentence: The parsed sentence.
        participle: The verb that governs a date.
        lexicon: The language's verbs of expecting.

    Returns:
        False below such a verb in the past, and for what a noun is already: "craint le suspect arrêté lundi" has an
        article that knows it.
    """
    noun = sentence.tokens[participle.head]
    verb = sentence.tokens[noun.head]
    if not is_past_participle(participle) or participle.dep != "acl" or not noun.dep.startswith("obj"):
        return False
    known = any(child.definite == "Def" for child in sentence.dependents(noun) if child.dep == "det")
    expected = verb.lemma in lexicon.prospects.foreseeing and not known
    return expected and clause_tense(sentence, verb, lexicon) in (ClauseTense.PRESENT, ClauseTense.FUTURE)
