"""The time of a verb as parsed, with its auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from timeline.languages.grammar import ClauseLexicon
from timeline.model import Sentence, Token


class ClauseTense(StrEnum):
    """The time of a clause relative to the article's date.

    ALONE: the text is little more than its date. NEAREST: a plan was dropped, and its day may be over.
    SOON: past, unless it is a month that begins soon ("a affirmé commencer un contrôle en septembre").
    """

    NONE = ""
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    ALONE = "alone"
    NEAREST = "nearest"
    SOON = "soon"


def main_tense(sentence: Sentence, lexicon: ClauseLexicon) -> ClauseTense:
    """The time of the sentence's main clause.

    Args:
        sentence: The parsed sentence.
        lexicon: The words of the language that announce something to come.

    Returns:
        The tense; NONE where the main clause has no finite verb.
    """
    root = next((token for token in sentence.tokens if token.head == token.index), None)
    return clause_tense(sentence, root, lexicon) if root is not None and is_clause(sentence, root) else ClauseTense.NONE


def is_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a token is the head of a clause; a finite "xcomp" is a parsing error.

    Returns:
        True for the root and for heads of clauses.
    """
    if token.pos in ("VERB", "AUX"):
        return not (token.dep == "xcomp" and token.verb_form == "Fin")
    return any(child.dep == "cop" for child in sentence.dependents(token))


def clause_tense(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> ClauseTense:
    """The time of one verb with its auxiliaries.

    Args:
        sentence: The sentence that contains the verb.
        verb: The head of the clause.
        lexicon: The language's verbs that plan or exclude a future.

    Returns:
        The tense; NONE where only the verb's governor can give it (a bare infinitive).
    """
    return tense_of(sentence, verb, sentence.dependents(verb), lexicon)


def tense_of(sentence: Sentence, verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> ClauseTense:
    """The same as `clause_tense`, with the verb's dependents given as `children`.

    Args:
        sentence: The parsed sentence.
        verb: The head of the clause.
        children: Its dependents, in text order.
        lexicon: The words of the language that announce something to come.

    Returns:
        The tense; NONE where the verb has none.
    """
    helpers = [token for token in children if token.dep.startswith(("aux", "cop"))]
    finite = [token for token in helpers if token.verb_form == "Fin"] or ([verb] if verb.verb_form == "Fin" else [])
    if not finite:
        return _without_finite(verb, helpers, children, lexicon)
    first = finite[0]
    perfect = first is not verb and (is_past_participle(verb) or any(is_past_participle(token) for token in helpers))
    active = first.dep == "aux:tense" and not any(token.dep == "aux:pass" for token in helpers)
    if first.tense == "Fut" and perfect and active:  # "aura duré cent jours": it may be over
        return ClauseTense.NEAREST
    if (
        first.tense == "Fut"
        or _is_planned(sentence, verb, first, children, lexicon)
        or _is_near_future(first, verb, children, lexicon)
    ):
        return ClauseTense.FUTURE
    if first.mood == "Cnd":
        return ClauseTense.PAST if perfect and not _is_passive(helpers[:1]) else ClauseTense.FUTURE
    if first.tense in ("Past", "Imp") or (perfect and not _is_present_passive(verb, helpers, lexicon)):
        return ClauseTense.PAST
    if first is not verb and any(token.is_reflexive for token in children):
        return ClauseTense.PAST
    if verb.lemma in lexicon.happenings.verbs or _continues_in_simple_past(first, children, lexicon):
        return ClauseTense.PAST
    return _of_subject_clause(sentence, children, lexicon) if first.dep == "cop" else ClauseTense.PRESENT


def is_past_participle(token: Token) -> bool:
    """Whether a token is a past participle, with or without an auxiliary.

    Args:
        token: A token with its features.

    Returns:
        True or False by its features alone.
    """
    return token.verb_form == "Part" and token.tense == "Past"


def reads_as_present(verb: Token | None, lexicon: ClauseLexicon) -> bool:
    """Whether a simple past could as well be a present: "se réunit", not "partit".

    Args:
        verb: A verb as tagged, or None.
        lexicon: The language's verbs with one form for both.

    Returns:
        True where the form leaves both open, and a present would not look back, either ("le bilan s'alourdit").
    """
    return verb is not None and verb.tense == "Past" and _has_one_form(verb, lexicon)


def has_simple_past(sentence: Sentence, lexicon: ClauseLexicon) -> bool:
    """Whether a sentence has a verb that can only be a simple past.

    Args:
        sentence: The parsed sentence.
        lexicon: The language's verbs with one form for present and simple past.

    Returns:
        True for "partit", "furent"; False for "se réunit".
    """
    return any(_is_simple_past(token, lexicon) for token in sentence.tokens)


def _is_simple_past(token: Token, lexicon: ClauseLexicon) -> bool:
    return token.verb_form == "Fin" and token.tense == "Past" and not reads_as_present(token, lexicon)


def _has_one_form(verb: Token, lexicon: ClauseLexicon) -> bool:
    if verb.verb_form != "Fin" or not lexicon.forms.one_form.search(verb.lemma):
        return False
    return verb.text == verb.lemma[:-1] + "t" and verb.lemma not in lexicon.reports.tolls | lexicon.reports.saying


def _continues_in_simple_past(verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> bool:
    """Whether what is tagged as a present is a simple past, like the verb behind it: "se réunit et rendit un avis"."""
    open_ = verb.tense == "Pres" and _has_one_form(verb, lexicon)
    return open_ and any(child.dep == "conj" and _is_simple_past(child, lexicon) for child in children)


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive, active or passive.

    Returns:
        True also for "être élu".
    """
    if verb.verb_form == "Inf":
        return True
    return is_past_participle(verb) and _is_passive_infinitive(verb, sentence.dependents(verb))


def _is_passive_infinitive(verb: Token, children: Sequence[Token]) -> bool:
    """ "être bouclée": like any infinitive, it has no tense."""
    helpers = [token for token in children if token.dep.startswith(("aux", "cop"))]
    return is_past_participle(verb) and _is_passive(helpers) and helpers[0].verb_form == "Inf"


def _is_planned(
    sentence: Sentence, verb: Token, first: Token, children: Sequence[Token], lexicon: ClauseLexicon
) -> bool:
    """ "doit parler", "est prévu": a present with future meaning; "devait parler" may be over, "doit à" is no plan."""
    helpers = [token for token in children if token.dep.startswith(("aux", "cop"))]
    if (
        first is verb
        and verb.lemma in lexicon.plans.with_infinitive
        and not any(is_infinitive(sentence, token) for token in children)
    ):
        return False
    if first.lemma in lexicon.plans.verbs and first.tense in ("Pres", ""):
        return True
    return verb.lemma in lexicon.plans.verbs and first.tense == "Pres" and (first is verb or _is_passive(helpers))


def _is_near_future(first: Token, verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> bool:
    """ "va rouvrir": the auxiliary of the near future in the present, above or beside an infinitive."""
    if first.lemma not in lexicon.plans.near_future or first.tense != "Pres":
        return False
    return first is not verb or any(token.verb_form == "Inf" for token in children)


def _is_passive(helpers: Sequence[Token]) -> bool:
    return len(helpers) == 1 and helpers[0].dep in ("aux:pass", "cop")


def _is_present_passive(verb: Token, helpers: Sequence[Token], lexicon: ClauseLexicon) -> bool:
    """ "est annulé": one auxiliary, of the passive, in the present; "est survenu" is a perfect."""
    return _is_passive(helpers) and helpers[0].tense == "Pres" and verb.lemma not in lexicon.forms.with_be


def _of_subject_clause(sentence: Sentence, children: Sequence[Token], lexicon: ClauseLexicon) -> ClauseTense:
    """In "c'est Lyon qui a gagné", the time is that of the subordinate clause."""
    below = (token for token in children if token.dep.startswith("acl") and token.pos == "VERB")
    tenses = (clause_tense(sentence, token, lexicon) for token in below)
    return next((tense for tense in tenses if tense is not ClauseTense.NONE), ClauseTense.PRESENT)


def _of_participle(verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> ClauseTense:
    """ "prévu lundi" is in the future; "non prévu" gives no time, "prévu lundi mais reporté" is over."""
    if verb.lemma not in lexicon.plans.verbs:
        return ClauseTense.PAST
    if any(child.lemma in lexicon.plans.negations and child.end <= verb.start for child in children):
        return ClauseTense.NONE
    dropped = any(child.dep == "conj" and child.lemma in lexicon.plans.dropping for child in children)
    return ClauseTense.PAST if dropped else ClauseTense.FUTURE


def _without_finite(
    verb: Token, helpers: Sequence[Token], children: Sequence[Token], lexicon: ClauseLexicon
) -> ClauseTense:
    if _is_passive_infinitive(verb, helpers):
        return ClauseTense.NONE
    if is_past_participle(verb):
        return ClauseTense.NONE if verb.dep == "xcomp" else _of_participle(verb, children, lexicon)
    if verb.verb_form == "Inf" and any(token.dep.startswith("aux") and token.dep != "aux:caus" for token in helpers):
        return ClauseTense.PAST
    return ClauseTense.NONE
