"""Dates in a phrase beside the verb: results in apposition, clefts, perfects that a date splits, lines of an agenda."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.function_words import function_words
from timeline.languages.grammar import ClauseLexicon
from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.tense import ClauseTense, clause_tense, is_past_participle

_AGENT = function_words("agent")
_ANNOUNCE = function_words("announce")
_CLEFT = function_words("cleft_pronoun")
_HAVING = function_words("auxiliary_of_having")
_INDEFINITE = function_words("indefinite")

_LONGEST_LINE = 9
"""The most words of a line that ends with its day ("Présentation aux médias vendredi.")."""

_LONGEST_GOAL = 8
"""The most words of a phrase before a colon and what it is to be ("Objectif : …")."""

_CLAUSES = ("acl", "ccomp", "advcl")


def in_outcome(sentence: Sentence, span: Span, lexicon: ClauseLexicon) -> bool:
    """Whether a date is in a phrase that names a result: "Vainqueurs dimanche, les Bleus …", "X, troisième mardi, …".

    Args:
        sentence: The parsed sentence that contains the date.
        span: The date's code points in the text.
        lexicon: The language's words of results, and of what is to come.

    Returns:
        False where the phrase names something to come ("Opposés dimanche à Nantes, les Bleus …").
    """
    before = sentence.before(span.start)
    if not before:
        return False
    words = [token for token in before if token.pos not in ("PUNCT", "SYM")]
    last = before[-1]
    set_off = len(before) > 1 and before[-2].text == "," and _names_result(last, lexicon)
    return set_off or (bool(words) and _opens_with_result(sentence, span, words[0], lexicon))


def _opens_with_result(sentence: Sentence, span: Span, first: Token, lexicon: ClauseLexicon) -> bool:
    comma = next((token for token in sentence.tokens if token.text == ","), None)
    if comma is None or not first.end < span.start < comma.start or not _names_result(first, lexicon):
        return False
    finite = [token for token in sentence.tokens if token.verb_form == "Fin" and token.start < comma.start]
    if finite == [first]:  # "Joint mardi par notre rédaction, …": the form of a present, too
        return any(token.lemma in _AGENT and token.start == span.end + 1 for token in sentence.tokens)
    return not finite


def _names_result(token: Token, lexicon: ClauseLexicon) -> bool:
    known = (
        token.lemma in lexicon.plans.verbs
        or token.lemma in lexicon.calls.verbs
        or token.lemma in lexicon.forms.timeless
    )
    return token.pos in ("NOUN", "ADJ", "VERB") and not known and _has_form_of_result(token, lexicon)


def _has_form_of_result(token: Token, lexicon: ClauseLexicon) -> bool:
    word = token.text.lower()
    return bool(lexicon.forms.results.search(word)) and not lexicon.forms.expected.search(word)


def is_result_apart(sentence: Sentence, token: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a word behind a comma names a result: "l'Espagne, victorieuse de l'Irlande dimanche".

    Args:
        sentence: The parsed sentence.
        token: A token above a date in the parse.
        lexicon: The language's words of results.

    Returns:
        False for what depends on the verb itself.
    """
    if token.index == 0 or token.dep not in ("amod", "appos", "acl", "advcl"):
        return False
    return sentence.tokens[token.index - 1].text == "," and _names_result(token, lexicon)


def is_hidden_participle(token: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a word tagged as a noun or a present heads a clause as only a participle does: "le Tour parti samedi".

    Returns:
        True or False by relation and form.
    """
    tagged = token.pos in ("NOUN", "ADJ") or (token.verb_form == "Fin" and token.dep == "acl")
    return tagged and token.dep in ("acl", "advcl") and _has_form_of_result(token, lexicon)


def is_split_perfect(verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> bool:
    """Whether what is parsed as "have" is the auxiliary of a perfect: "a, dimanche, remis en liberté", "n'a pas coté".

    Returns:
        False for "a, jeudi, un rendez-vous".
    """
    if verb.lemma not in _HAVING:
        return False
    behind = [
        child for child in children if child.start >= verb.end and child.dep in ("ccomp", "xcomp", "obj", "advcl")
    ]
    return any(is_past_participle(t) or (t.pos == "ADJ" and _has_form_of_result(t, lexicon)) for t in behind)


def continues_perfect(sentence: Sentence, verb: Token, children: Sequence[Token]) -> bool:
    """Whether a causative goes on with a perfect of the same subject: "a interdit le ski et, dimanche, fait évacuer".

    Returns:
        False where the verb has a subject of its own.
    """
    above = sentence.tokens[verb.head]
    made = any(child.dep == "aux:caus" for child in children)
    if verb.dep != "conj" or not made or any(child.dep.startswith("nsubj") for child in children):
        return False
    return is_past_participle(above) and any(t.lemma in _HAVING for t in sentence.dependents(above))


def tells_mishap(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a chain of presents tells a mishap: "Jeudi, un sanglier traverse la rue et percute une vitrine".

    Args:
        sentence: The parsed sentence.
        verb: A verb in the present that governs a date.
        lexicon: The language's verbs of what nobody plans.

    Returns:
        False for a chain of planned events ("le conseil se réunit et vote le budget").
    """
    first = sentence.tokens[verb.head] if verb.dep == "conj" else verb
    chain = [
        first,
        *(token for token in sentence.tokens if token.dep == "conj" and token.head in (first.index, verb.index)),
    ]
    return any(
        token.lemma in lexicon.happenings.verbs and token.tense == "Pres" and token.verb_form == "Fin"
        for token in chain
    )


def is_prospect(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> bool:
    """Whether an infinitive completes a noun of right, intent or promise: "le droit de le reprendre le 31 mars".

    Returns:
        False where someone had it ("a eu la possibilité de voter").
    """
    noun = sentence.tokens[verb.head]
    if verb.verb_form != "Inf" or not verb.dep.startswith("acl") or noun.lemma not in lexicon.prospects.nouns:
        return False
    above = sentence.tokens[noun.head]
    return above is noun or above.lemma not in _HAVING


def is_a_goal(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive behind a colon says what a noun phrase is to be: "Objectif : livrer le pont en juin".

    Returns:
        False behind a clause with a verb of its own ("il l'a dit : partir lundi"), and for what has been done: "avoir
        livré".
    """
    first = verb.index
    while first and sentence.tokens[first - 1].pos in ("PRON", "ADV", "ADP"):
        first -= 1
    before = sentence.tokens[: max(first - 1, 0)]
    if verb.verb_form != "Inf" or verb.pos != "VERB" or not before or sentence.tokens[first - 1].text != ":":
        return False
    nominal = any(one.pos == "NOUN" for one in before) and not any(one.verb_form == "Fin" for one in before)
    return nominal and len(before) <= _LONGEST_GOAL


def is_of_a_mishap(sentence: Sentence, date: Token | None, lexicon: ClauseLexicon) -> bool:
    """Whether a date hangs on the complement of a noun of a mishap: "l'agression d'une lycéenne, mardi soir".

    The parse may give it to the verb in the present before: "recherchent des témoins après l'agression d'une …".

    Args:
        sentence: The parsed sentence.
        date: The topmost token of the date, or None.
        lexicon: The language's nouns of mishaps.

    Returns:
        False for a date of the noun itself.
    """
    noun = None if date is None else _noun_before(sentence, date)
    while noun is not None and noun.dep in ("nmod", "appos") and noun.head < noun.index:
        noun = sentence.tokens[noun.head]
        if noun.lemma in lexicon.happenings.nouns:
            return True
    return False


def _noun_before(sentence: Sentence, date: Token) -> Token | None:
    """The noun that a date hangs on, or that ends another circumstance of its verb in the present before a comma."""
    above = sentence.tokens[date.head]
    if date.dep in ("nmod", "appos"):
        return above if above.index < date.index else None
    if not date.dep.startswith("obl") or above.tense != "Pres" or not above.index < date.index - 2:
        return None
    comma, noun = sentence.tokens[date.index - 1], sentence.tokens[date.index - 2]
    top = noun
    while top.dep == "nmod" and top.head < top.index:
        top = sentence.tokens[top.head]
    return noun if comma.text == "," and top.dep.startswith("obl") and top.head == above.index else None


def cleft_tense(
    sentence: Sentence, span: Span, verb: Token, children: Sequence[Token], lexicon: ClauseLexicon
) -> ClauseTense:
    """ "C'est samedi, à six heures, que l'explosion s'était produite": the time is that of the clause behind.

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        verb: The head of the clause around the date.
        children: Its dependents.
        lexicon: The language's words.

    Returns:
        The tense of the first clause behind the date; NONE where the sentence is no cleft.
    """
    subject = any(child.dep.startswith(("nsubj", "expl")) and child.lemma in _CLEFT for child in children)
    if not subject:
        return ClauseTense.NONE
    behind = (t for t in sentence.tokens if t.start >= max(span.end, verb.end) and t.dep.startswith(_CLAUSES))
    heads = (token for token in behind if token.pos == "VERB" and _has_finite(sentence, token))
    head = next(heads, None)
    return ClauseTense.NONE if head is None else clause_tense(sentence, head, lexicon)


def _has_finite(sentence: Sentence, verb: Token) -> bool:
    return any(token.verb_form == "Fin" for token in (verb, *sentence.dependents(verb)))


def announces(sentence: Sentence, span: Span, verb: Token, children: Sequence[Token], lexicon: ClauseLexicon) -> bool:
    """Whether a day is that of what is announced: "annoncent une perturbation vendredi", "est annoncée à Brest lundi".

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        verb: A verb in the present that governs it.
        children: Its dependents.
        lexicon: The language's nouns of mishaps.

    Returns:
        False for a day beside the verb ("annonce vendredi"), for a known thing, and for a mishap.
    """
    if verb.lemma not in _ANNOUNCE:
        return False
    between = [token for token in sentence.tokens if verb.end <= token.start < token.end <= span.start]
    if not any(token.pos in ("NOUN", "PROPN") for token in between):
        return False
    passive = any(child.dep == "aux:pass" for child in children)
    objects = (child for child in children if child.dep in (("nsubj:pass", "nsubj") if passive else ("obj",)))
    return any(
        token.pos == "NOUN" and token.lemma not in lexicon.happenings.nouns and _is_new(sentence, token)
        for token in objects
    )


def _is_new(sentence: Sentence, noun: Token) -> bool:
    return any(child.dep == "det" and child.lemma in _INDEFINITE for child in sentence.dependents(noun))


def is_agenda_line(sentence: Sentence, span: Span, lexicon: ClauseLexicon) -> bool:
    """Whether a sentence without a verb announces: "Lundi, journée de repos", "Réception en mairie mercredi".

    Args:
        sentence: The parsed sentence.
        span: The date's code points in the text.
        lexicon: The language's nouns of mishaps.

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
        return bool(line) and (line[0].text == "«" or _is_bare(line[0], lexicon))
    ends = all(token.pos in ("PUNCT", "SYM") for token in behind)
    return _is_bare(words[0], lexicon) and len(words) <= _LONGEST_LINE and ends


def _is_bare(token: Token, lexicon: ClauseLexicon) -> bool:
    """Whether a noun without a determiner opens a line, and names no mishap."""
    return token.pos == "NOUN" and token.lemma not in lexicon.happenings.nouns
