"""Dates in a phrase beside the verb: results in apposition, clefts, perfects that a date splits, lines of an agenda."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.grammar import Plans
from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.tense import ClauseTense, clause_tense, is_infinitive, is_past_participle

_LONGEST_LINE = 9
"""The most words of a line that ends with its day ("Présentation aux médias vendredi.")."""
_CLAUSES = ("acl", "ccomp", "advcl")


def in_outcome(sentence: Sentence, span: Span, plans: Plans) -> bool:
    """Whether a date is in a phrase that names a result: "Vainqueurs dimanche, les Bleus …", "X, troisième mardi, …".

    Args:
        sentence: The parsed sentence that contains the date.
        span: The date's code points in the text.
        plans: The language's words of results, and of what is to come.

    Returns:
        False where the phrase names something to come ("Opposés dimanche à Nantes, les Bleus …").
    """
    before = sentence.before(span.start)
    if not before:
        return False
    words = [token for token in before if token.pos not in ("PUNCT", "SYM")]
    last = before[-1]
    set_off = len(before) > 1 and before[-2].text == "," and _names_result(last, plans)
    return set_off or (bool(words) and _opens_with_result(sentence, span, words[0], plans))


def _opens_with_result(sentence: Sentence, span: Span, first: Token, plans: Plans) -> bool:
    comma = next((token for token in sentence.tokens if token.text == ","), None)
    if comma is None or not first.end < span.start < comma.start or not _names_result(first, plans):
        return False
    finite = [token for token in sentence.tokens if token.verb_form == "Fin" and token.start < comma.start]
    if finite == [first]:  # "Joint mardi par notre rédaction, …": the form of a present, too
        return any(token.lemma in plans.agents and token.start == span.end + 1 for token in sentence.tokens)
    return not finite


def _names_result(token: Token, plans: Plans) -> bool:
    known = token.lemma in plans.lemmas or token.lemma in plans.calls or token.lemma in plans.timeless
    return token.pos in ("NOUN", "ADJ", "VERB") and not known and _has_form_of_result(token, plans)


def _has_form_of_result(token: Token, plans: Plans) -> bool:
    word = token.text.lower()
    return bool(plans.outcome.search(word)) and not plans.expected.search(word)


def is_result_apart(sentence: Sentence, token: Token, plans: Plans) -> bool:
    """Whether a word behind a comma names a result: "l'Espagne, victorieuse de l'Irlande dimanche".

    Args:
        sentence: The parsed sentence.
        token: A token above a date in the parse.
        plans: The language's words of results.

    Returns:
        False for what depends on the verb itself.
    """
    if token.index == 0 or token.dep not in ("amod", "appos", "acl", "advcl"):
        return False
    return sentence.tokens[token.index - 1].text == "," and _names_result(token, plans)


def is_hidden_participle(token: Token, plans: Plans) -> bool:
    """Whether a word tagged as a noun or a present heads a clause as only a participle does: "le Tour parti samedi".

    Args:
        token: A token of a parse.
        plans: The language's forms of participles.

    Returns:
        True or False by relation and form.
    """
    tagged = token.pos in ("NOUN", "ADJ") or (token.verb_form == "Fin" and token.dep == "acl")
    return tagged and token.dep in ("acl", "advcl") and _has_form_of_result(token, plans)


def is_split_perfect(verb: Token, children: Sequence[Token], plans: Plans) -> bool:
    """Whether what is parsed as "have" is the auxiliary of a perfect: "a, dimanche, remis en liberté", "n'a pas coté".

    Args:
        verb: The verb as parsed.
        children: Its dependents.
        plans: The language's auxiliaries and forms of participles.

    Returns:
        False for "a, jeudi, un rendez-vous".
    """
    if verb.lemma not in plans.have:
        return False
    behind = [
        child for child in children if child.start >= verb.end and child.dep in ("ccomp", "xcomp", "obj", "advcl")
    ]
    return any(is_past_participle(t) or (t.pos == "ADJ" and _has_form_of_result(t, plans)) for t in behind)


def continues_perfect(sentence: Sentence, verb: Token, children: Sequence[Token], plans: Plans) -> bool:
    """ "a interdit le ski et, dimanche, fait évacuer": the auxiliary "made" after a perfect of the same subject.

    Args:
        sentence: The parsed sentence.
        verb: The verb as parsed.
        children: Its dependents.
        plans: The language's auxiliaries.

    Returns:
        False where the verb has a subject of its own.
    """
    above = sentence.tokens[verb.head]
    made = any(child.dep == "aux:caus" for child in children)
    if verb.dep != "conj" or not made or any(child.dep.startswith("nsubj") for child in children):
        return False
    return is_past_participle(above) and any(t.lemma in plans.have for t in sentence.dependents(above))


def was_planned(sentence: Sentence, verb: Token, children: Sequence[Token], plans: Plans) -> bool:
    """ "devait reprendre mercredi", "étaient attendus jeudi": a plan told in the imperfect, which may still be to come.

    Args:
        sentence: The parsed sentence.
        verb: The verb that governs a date.
        children: Its dependents.
        plans: The language's verbs of plans.

    Returns:
        False in a relative clause, and beside another clause in the past: there the sentence says what became of it.
    """
    if verb.lemma not in plans.lemmas or verb.dep == "acl:relcl":
        return False
    others = (child for child in children if child.dep == "conj")
    if any(t.lemma in plans.dropping or clause_tense(sentence, t, plans) is ClauseTense.PAST for t in others):
        return False
    finite = [token for token in (verb, *children) if token.verb_form == "Fin" and token.tense == "Imp"]
    passive = any(token.dep in ("aux:pass", "cop") for token in finite)
    return passive or (verb in finite and any(is_infinitive(sentence, child) for child in children))


def tells_mishap(sentence: Sentence, verb: Token, plans: Plans) -> bool:
    """ "Jeudi, un sanglier traverse la rue et percute une vitrine": a chain of presents with a verb of a mishap.

    Args:
        sentence: The parsed sentence.
        verb: A verb in the present that governs a date.
        plans: The language's verbs of what nobody plans.

    Returns:
        False for a chain of planned events ("le conseil se réunit et vote le budget").
    """
    first = sentence.tokens[verb.head] if verb.dep == "conj" else verb
    chain = [
        first,
        *(token for token in sentence.tokens if token.dep == "conj" and token.head in (first.index, verb.index)),
    ]
    return any(token.lemma in plans.unplanned and token.tense == "Pres" and token.verb_form == "Fin" for token in chain)


def is_prospect(sentence: Sentence, verb: Token, plans: Plans) -> bool:
    """ "le droit de le reprendre le 31 mars": an infinitive that completes a noun of right, intent or promise.

    Args:
        sentence: The parsed sentence.
        verb: The verb that governs a date.
        plans: The language's nouns of what is to come.

    Returns:
        False where someone had it ("a eu la possibilité de voter").
    """
    noun = sentence.tokens[verb.head]
    if verb.verb_form != "Inf" or not verb.dep.startswith("acl") or noun.lemma not in plans.prospects:
        return False
    above = sentence.tokens[noun.head]
    return above is noun or above.lemma not in plans.have


def cleft_tense(sentence: Sentence, span: Span, verb: Token, children: Sequence[Token], plans: Plans) -> ClauseTense:
    """ "C'est samedi, à six heures, que l'explosion s'était produite": the time is that of the clause behind.

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        verb: The head of the clause around the date.
        children: Its dependents.
        plans: The language's words.

    Returns:
        The tense of the first clause behind the date; NONE where the sentence is no cleft.
    """
    subject = any(child.dep.startswith(("nsubj", "expl")) and child.lemma in plans.this for child in children)
    if not subject:
        return ClauseTense.NONE
    behind = (t for t in sentence.tokens if t.start >= max(span.end, verb.end) and t.dep.startswith(_CLAUSES))
    heads = (token for token in behind if token.pos == "VERB" and _has_finite(sentence, token))
    head = next(heads, None)
    return ClauseTense.NONE if head is None else clause_tense(sentence, head, plans)


def _has_finite(sentence: Sentence, verb: Token) -> bool:
    return any(token.verb_form == "Fin" for token in (verb, *sentence.dependents(verb)))


def announces(sentence: Sentence, span: Span, verb: Token, children: Sequence[Token], plans: Plans) -> bool:
    """ "annoncent une perturbation vendredi", "est annoncée à Brest lundi": the day is that of what is announced.

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        verb: A verb in the present that governs it.
        children: Its dependents.
        plans: The language's verbs of announcing, and its nouns of mishaps.

    Returns:
        False for a day beside the verb ("annonce vendredi"), for a known thing, and for a mishap.
    """
    if verb.lemma not in plans.announcing:
        return False
    between = [token for token in sentence.tokens if verb.end <= token.start < token.end <= span.start]
    if not any(token.pos in ("NOUN", "PROPN") for token in between):
        return False
    passive = any(child.dep == "aux:pass" for child in children)
    said = (child for child in children if child.dep in (("nsubj:pass", "nsubj") if passive else ("obj",)))
    return any(
        token.pos == "NOUN" and token.lemma not in plans.mishaps and _is_new(sentence, token, plans) for token in said
    )


def _is_new(sentence: Sentence, noun: Token, plans: Plans) -> bool:
    return any(child.dep == "det" and child.lemma in plans.indefinite for child in sentence.dependents(noun))


def reads_as_present(verb: Token | None, plans: Plans) -> bool:
    """Whether a simple past could as well be a present: "se réunit", not "partit".

    Args:
        verb: A verb as tagged, or None.
        plans: The language's verbs with one form for both.

    Returns:
        True where the form leaves both open, and a present would not look back, either ("le bilan s'alourdit").
    """
    if verb is None or verb.verb_form != "Fin" or verb.tense != "Past" or not plans.one_form.search(verb.lemma):
        return False
    return verb.text == verb.lemma[:-1] + "t" and verb.lemma not in plans.tolls | plans.saying


def has_simple_past(sentence: Sentence, plans: Plans) -> bool:
    """Whether a sentence has a verb that can only be a simple past.

    Args:
        sentence: The parsed sentence.
        plans: The language's verbs with one form for present and simple past.

    Returns:
        True for "partit", "furent"; False for "se réunit".
    """
    return any(t.verb_form == "Fin" and t.tense == "Past" and not reads_as_present(t, plans) for t in sentence.tokens)


def is_agenda_line(sentence: Sentence, span: Span, plans: Plans) -> bool:
    """Whether a sentence without a verb announces: "Lundi, journée de repos", "Réception en mairie mercredi".

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        plans: The language's nouns of mishaps.

    Returns:
        False for a mishap ("Samedi, victoire des Bleus"), and where words of judgement open the line ("Belle
        assistance, vendredi, au concert").
    """
    words = [token for token in sentence.tokens if token.pos != "PUNCT"]
    if not words or any(token.verb_form == "Fin" or is_past_participle(token) for token in words):
        return False
    behind = [token for token in sentence.tokens if token.start >= span.end]
    if words[0].start >= span.start:
        line = behind[1:] if behind and behind[0].text == "," else []
        return bool(line) and (line[0].text == "«" or _is_bare(line[0], plans))
    ends = all(token.pos in ("PUNCT", "SYM") for token in behind)
    return _is_bare(words[0], plans) and len(words) <= _LONGEST_LINE and ends


def _is_bare(token: Token, plans: Plans) -> bool:
    """Whether a noun without a determiner opens a line, and names no mishap."""
    return token.pos == "NOUN" and token.lemma not in plans.mishaps


def of_plan(sentence: Sentence, participle: Token, tense: ClauseTense, plans: Plans) -> ClauseTense:
    """ "Attendue jeudi, la réponse n'est pas venue" is over; "prévu jeudi, le bal a été reporté" may be.

    Args:
        sentence: The parsed sentence.
        participle: The verb that governs a date.
        tense: Its time without its clause.
        plans: The language's verbs of plans.

    Returns:
        The time that the clause around the participle leaves it.
    """
    if tense is not ClauseTense.FUTURE or not is_past_participle(participle) or participle.lemma not in plans.lemmas:
        return tense
    verb = sentence.tokens[participle.head]
    if participle.dep == "acl":  # of the verb's subject: "la réunion, prévue lundi, n'a pas eu lieu"
        verb = sentence.tokens[verb.head]
    if participle.dep not in ("advcl", "acl") or clause_tense(sentence, verb, plans) is not ClauseTense.PAST:
        return ClauseTense.FUTURE
    if verb.lemma in plans.dropping or (participle.dep == "advcl" and participle.lemma in plans.summoning):
        return ClauseTense.NEAREST
    denied = any(child.lemma in plans.negations and child.dep == "advmod" for child in sentence.dependents(verb))
    return ClauseTense.PAST if denied else ClauseTense.FUTURE
