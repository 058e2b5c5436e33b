"""The time of what governs an expression: climbs from its words to the governing verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from timeline.languages.function_words import function_words
from timeline.languages.grammar import ClauseLexicon
from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.phrases import (
    announces,
    cleft_tense,
    continues_perfect,
    in_outcome,
    is_a_goal,
    is_hidden_participle,
    is_of_a_mishap,
    is_prospect,
    is_result_apart,
    is_split_perfect,
    tells_mishap,
)
from timeline.timex.normalise.clause_time.plans import is_foreseen, of_past_plan, of_plan
from timeline.timex.normalise.clause_time.tense import (
    ClauseTense,
    clause_tense,
    is_clause,
    is_infinitive,
    is_past_participle,
    tense_of,
)

_ANNOUNCE = function_words("announce")
_GENITIVE = function_words("genitive")
_GENITIVE_FORM = function_words("genitive_form")
_HAVING = function_words("auxiliary_of_having")
_SINCE = function_words("case_since")

_DEEPEST = 12
"""The most governors that are climbed; human sentences are not deeper."""

_REAL = (ClauseTense.PAST, ClauseTense.PRESENT)
_OPEN = (ClauseTense.FUTURE, ClauseTense.PRESENT, ClauseTense.NEAREST)


class ClauseTime(NamedTuple):
    """The time of an expression's clause; `firm` where the date depends on the verb, which outweighs nearness."""

    tense: ClauseTense
    firm: bool = False


def governing_time(
    sentence: Sentence, span: Span, lexicon: ClauseLexicon, spans: Sequence[Span], *, weekday: bool
) -> ClauseTime:
    """The time of what governs an expression: a noun of a mishap, an opening phrase, or a verb.

    Climbs from the expression to the verb; in a cleft ("c'est lundi qu'il part") goes down to it.

    Args:
        sentence: The parsed sentence.
        span: The expression, in code points of the text.
        lexicon: The language's verbs and nouns that shift a clause's time.
        spans: All expressions of the text: "a annoncé lundi la réouverture jeudi" holds two.
        weekday: Whether the expression is a bare weekday, which can be the day of an announcement itself.

    Returns:
        The tense, NONE where nothing gives it, and whether it is firm.
    """
    outside = sentence.top_within(span)
    noun = _noun_of(sentence, outside)
    if noun is not None and noun.lemma in lexicon.happenings.documents:
        return ClauseTime(ClauseTense.PAST, firm=True)
    if (noun is not None and noun.lemma in lexicon.happenings.nouns) or is_of_a_mishap(sentence, outside, lexicon):
        return ClauseTime(ClauseTense.PAST)
    token, result = outside, False
    for _ in range(_DEEPEST):
        if token is None or token.head == token.index:
            break
        child, token = token, sentence.tokens[token.head]
        if token.lemma in lexicon.prospects.adjectives and child.start >= token.end and _is_ahead(sentence, child):
            return ClauseTime(ClauseTense.FUTURE, firm=True)
        if is_hidden_participle(token, lexicon) or (child is outside and _is_since(sentence, token)):
            return ClauseTime(ClauseTense.PAST)
        result = result or is_result_apart(sentence, token, lexicon)
        if not span.start <= token.start < span.end and is_clause(sentence, token):
            assert outside is not None
            link = _Link(sentence, token, sentence.dependents(token), child, outside, span)
            if read := _of_clause(link, lexicon, spans, noun, result=result, weekday=weekday):
                return read
    below = (child for token in sentence.within(span) for child in sentence.dependents(token) if child.pos == "VERB")
    tenses = (clause_tense(sentence, child, lexicon) for child in below if not span.start <= child.start < span.end)
    return ClauseTime(next((tense for tense in tenses if tense is not ClauseTense.NONE), ClauseTense.NONE))


def _of_clause(
    link: _Link, lexicon: ClauseLexicon, spans: Sequence[Span], noun: Token | None, *, result: bool, weekday: bool
) -> ClauseTime | None:
    """The time that a clause gives a date below it; None where only the clause above can give it."""
    sentence, token = link.sentence, link.verb
    tense = tense_of(sentence, token, link.children, lexicon)
    if tense is ClauseTense.NONE:
        return _planned(sentence, token, lexicon, weekday=weekday)
    tense = of_plan(sentence, token, tense, lexicon)
    if tense in _OPEN and (result or in_outcome(sentence, link.span, lexicon)):
        return ClauseTime(ClauseTense.PAST)
    if is_foreseen(sentence, token, lexicon):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if tense is ClauseTense.PAST:
        tense = of_past_plan(sentence, token, link.children, lexicon)
        if tense is not ClauseTense.PAST:
            return ClauseTime(tense)
    governed = _governed(link, tense, lexicon, spans)
    if weekday and governed.tense is ClauseTense.PRESENT and token.lemma in lexicon.plans.scheduled:
        return ClauseTime(ClauseTense.FUTURE)
    prepared = noun is not None and tense in _REAL and token.lemma in lexicon.prospects.preparing
    if noun is not None and prepared and _is_object(sentence, link.child, noun):
        return ClauseTime(ClauseTense.FUTURE)
    loose = noun is not None or (governed.tense is ClauseTense.PAST and is_infinitive(sentence, link.child))
    loose = loose or (
        token.lemma in lexicon.calls.summoning and is_past_participle(token)
    )  # "est convoqué" is told, too
    return governed._replace(firm=False) if loose else governed


class _Link(NamedTuple):
    """A verb with its dependents, the child through which it governs, the expression's topmost token, its span."""

    sentence: Sentence
    verb: Token
    children: Sequence[Token]
    child: Token
    outside: Token
    span: Span


def _governed(link: _Link, tense: ClauseTense, lexicon: ClauseLexicon, spans: Sequence[Span]) -> ClauseTime:
    """The time that the whole verb group gives a date beneath it."""
    lemma, infinitive = link.verb.lemma, _under_infinitive(link)
    if tense is not ClauseTense.FUTURE and infinitive and lemma in lexicon.reports.just_done:
        return ClauseTime(ClauseTense.PAST)
    if infinitive and lemma in lexicon.calls.verbs:
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if tense is ClauseTense.FUTURE and link.verb.mood == "Cnd" and lemma in lexicon.reports.looking_back:
        return ClauseTime(ClauseTense.PAST, firm=True)  # "la mort remonterait à la nuit de jeudi"
    if tense is ClauseTense.PRESENT:
        return _governed_by_present(link, lexicon, infinitive=infinitive)
    if tense is ClauseTense.PAST and _is_called_to(link, lexicon):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if tense is ClauseTense.PAST and lemma in lexicon.calls.appointing:
        return _appointed(link, lexicon, spans)
    return ClauseTime(
        tense, firm=tense is not ClauseTense.PAST or bool(_helpers(link)) or lemma not in lexicon.forms.timeless
    )


def _governed_by_present(link: _Link, lexicon: ClauseLexicon, *, infinitive: bool) -> ClauseTime:
    """The time that a verb in the present gives a date: modals look ahead, verbs of saying and of tolls report."""
    lemma = link.verb.lemma
    if _is_past_in_disguise(link, lexicon) or tells_mishap(link.sentence, link.verb, lexicon):
        return ClauseTime(ClauseTense.PAST, firm=True)
    if announces(link.sentence, link.span, link.verb, link.children, lexicon):
        return ClauseTime(ClauseTense.FUTURE)
    if _makes_phrase(lemma, link.children, lexicon.calls.phrases) or _is_awaited(link, lexicon):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if infinitive and (lemma in lexicon.plans.modals or lemma in lexicon.reports.saying):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if lemma in lexicon.reports.looking_back:
        return ClauseTime(ClauseTense.PAST, firm=True)
    children = link.children
    if lemma in lexicon.prospects.boding and any(t.is_reflexive or t.dep.startswith("expl") for t in children):
        return ClauseTime(ClauseTense.FUTURE)
    reports = (
        lemma in lexicon.reports.saying
        or lemma in lexicon.reports.tolls
        or _makes_phrase(lemma, children, lexicon.reports.phrases)
        or any(t.dep.startswith("nsubj") and t.lemma.lower() in lexicon.reports.counts for t in children)
        or _is_quoting(link, children)
    )
    return ClauseTime(ClauseTense.PAST if reports else ClauseTense.PRESENT)


def _is_past_in_disguise(link: _Link, lexicon: ClauseLexicon) -> bool:
    """Whether the present is the auxiliary of a perfect, or opens a cleft whose clause is in the past."""
    sentence, verb, children = link.sentence, link.verb, link.children
    if is_split_perfect(verb, children, lexicon) or continues_perfect(sentence, verb, children):
        return True
    return cleft_tense(sentence, link.span, verb, children, lexicon) is ClauseTense.PAST


def _is_awaited(link: _Link, lexicon: ClauseLexicon) -> bool:
    """ "craint que le barrage cède samedi", "s'attend à ce que …": the clause of a verb of waiting or wishing."""
    above = link.sentence.tokens[link.verb.head]
    if link.verb.dep == "acl:relcl" and above.pos == "PRON":
        above = link.sentence.tokens[above.head]
    return link.verb.dep in ("ccomp", "acl:relcl") and above.lemma in lexicon.prospects.awaiting


def _is_quoting(link: _Link, children: Sequence[Token]) -> bool:
    """Whether a verb follows a quotation and precedes its subject: "« … », tonne lundi le maire"."""
    reported = link.verb.dep == "parataxis" or any(
        t.dep in ("parataxis", "ccomp") and t.end <= link.verb.start and t is not link.child for t in children
    )
    return reported and any(t.dep.startswith(("nsubj", "obj")) and t.start >= link.span.end for t in children)


def _makes_phrase(lemma: str, children: Sequence[Token], phrases: Mapping[str, Set[str]]) -> bool:
    """Whether a verb and one of its dependents form one of the phrases ("donner rendez-vous")."""
    nouns = phrases.get(lemma)
    return nouns is not None and any(token.lemma in nouns for token in children)


def _is_called_to(link: _Link, lexicon: ClauseLexicon) -> bool:
    """ "a appelé à une grève jeudi", "a donné rendez-vous jeudi": the day belongs to what the call is for."""
    lemma, children = link.verb.lemma, link.children
    if _makes_phrase(lemma, children, lexicon.calls.phrases):
        return True
    if lemma in lexicon.calls.summoning and _follows_guest(link):
        return True
    said_to = lemma in lexicon.calls.dative and any(child.lemma in _HAVING for child in children)
    if lemma not in lexicon.calls.verbs or said_to:
        return False
    aimed_at = (
        token
        for token in children
        if token.pos == "NOUN"
        and token.dep.startswith("obl")
        and link.verb.end <= token.start < token.end <= link.span.start
    )
    return any(
        child.dep == "case" and child.text.lower() in lexicon.calls.aims
        for token in aimed_at
        for child in link.sentence.dependents(token)
    )


def _follows_guest(link: _Link) -> bool:
    """ "a convoqué le président vendredi": the day comes after whom an active verb summons."""
    if any(token.dep == "aux:pass" for token in link.children):
        return False
    guests = (token for token in link.children if token.dep in ("obj", "iobj") and token.pos in ("NOUN", "PROPN"))
    return any(link.verb.end <= token.start < link.span.start for token in guests)


def _appointed(link: _Link, lexicon: ClauseLexicon, spans: Sequence[Span]) -> ClauseTime:
    """ "a fixé lundi au 2 mars": the day after "au" is in the future, and so is a second day after the object."""
    leading = [
        token.text.lower() for token in link.sentence.before(link.span.start, 2) if token.pos not in ("DET", "NUM")
    ]
    if leading and leading[-1] in lexicon.calls.aims and "jusqu'" not in leading:
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    objects = [t for t in link.children if t.dep in ("obj", "nsubj:pass") and t.pos == "NOUN"]
    after = [t for t in objects if link.verb.end <= t.start < link.span.start]
    if not after:
        return ClauseTime(ClauseTense.PAST, firm=link.verb.lemma not in lexicon.plans.dropping)
    second = any(link.verb.end <= span.start and span.end <= after[0].start for span in spans)
    if after[0].lemma in lexicon.happenings.nouns:  # "a annoncé vendredi la mort, mardi, du chercheur"
        return ClauseTime(ClauseTense.PAST)
    return ClauseTime(ClauseTense.FUTURE if second else ClauseTense.PAST)


def _helpers(link: _Link) -> list[Token]:
    return [token for token in link.children if token.dep.startswith(("aux", "cop"))]


def _under_infinitive(link: _Link) -> bool:
    """Whether the date is in an infinitive clause of the verb, or after one ("a promis d'être là jeudi")."""
    if link.child is not link.outside and is_infinitive(link.sentence, link.child):
        return True
    clauses = (t for t in link.children if t.dep in ("xcomp", "ccomp"))
    return any(is_infinitive(link.sentence, t) and link.verb.end <= t.start < link.span.start for t in clauses)


def _noun_of(sentence: Sentence, token: Token | None) -> Token | None:
    """The noun that "de" joins a date to ("l'incendie de vendredi"); None where the date depends on something else.

    In a compound it is the first noun: "coups" in "les coups de feu de vendredi".
    """
    if token is None or token.head == token.index:
        return None
    head = sentence.tokens[token.head]
    if head.pos not in ("NOUN", "PROPN") or not any(t.lemma in _GENITIVE for t in _cases(sentence, token)):
        return None
    above = sentence.tokens[head.head]
    is_bare = any(t.text.lower() in _GENITIVE_FORM for t in _cases(sentence, head)) and above.pos == "NOUN"
    return above if is_bare and not any(t.dep == "det" for t in sentence.dependents(head)) else head


def _cases(sentence: Sentence, token: Token) -> list[Token]:
    return [child for child in sentence.dependents(token) if child.dep == "case"]


def _is_object(sentence: Sentence, child: Token, noun: Token) -> bool:
    """Whether a noun is the verb's object, or the complement of it ("le parcours du défilé").

    The subject is none: "le scrutin de dimanche a mobilisé mille électeurs".
    """
    return (child is noun and child.dep != "nsubj") or (sentence.tokens[noun.head] is child and noun.dep == "nmod")


def _is_reported_plan(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> bool:
    """ "a dit espérer un accord mardi": the infinitive of a plan beneath a verb of saying."""
    return (
        verb.verb_form == "Inf"
        and verb.lemma in lexicon.plans.verbs
        and sentence.tokens[verb.head].lemma in lexicon.reports.saying
    )


def _planned(sentence: Sentence, verb: Token, lexicon: ClauseLexicon, *, weekday: bool) -> ClauseTime | None:
    """The time of an infinitive that another verb or a noun makes a plan; None for any other verb without a tense."""
    goal = is_prospect(sentence, verb, lexicon) or is_a_goal(sentence, verb)
    if goal or _is_reported_plan(sentence, verb, lexicon):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    return ClauseTime(ClauseTense.FUTURE) if not weekday and _is_announced(sentence, verb, lexicon) else None


def _is_announced(sentence: Sentence, verb: Token, lexicon: ClauseLexicon) -> bool:
    """ "a annoncé quitter ses fonctions en juin": a present infinitive, no state, beneath a verb of announcing."""
    above = sentence.tokens[verb.head]
    return (
        verb.verb_form == "Inf"
        and verb.lemma not in lexicon.prospects.states
        and above.lemma in _ANNOUNCE
        and above.end <= verb.start
        and not any(child.dep.startswith(("aux", "cop")) for child in sentence.dependents(verb))
    )


def _is_since(sentence: Sentence, noun: Token) -> bool:
    """ "depuis le défilé du 14 avril": what has lasted since an event came after it."""
    return noun.pos == "NOUN" and any(case.lemma in _SINCE for case in _cases(sentence, noun))


def _is_ahead(sentence: Sentence, token: Token) -> bool:
    """Whether what depends on "prêt" or "applicable" is an infinitive or a date of its own, not a bare weekday."""
    return is_infinitive(sentence, token) or token.pos == "NUM"
