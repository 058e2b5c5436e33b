"""The time of what governs an expression: climbs from its words to the governing verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from timeline.languages.grammar import Plans
from timeline.model import Sentence, Span, Token
from timeline.timex.normalise.clause_time.tense import (
    ClauseTense,
    clause_tense,
    is_clause,
    is_infinitive,
    is_past_participle,
    tense_of,
)

_DEEPEST = 12
"""The most governors that are climbed; human sentences are not deeper."""

_REAL = (ClauseTense.PAST, ClauseTense.PRESENT)


class ClauseTime(NamedTuple):
    """The time of an expression's clause; `firm` where the date depends on the verb, which outweighs nearness."""

    tense: ClauseTense
    firm: bool = False


def governing_time(
    sentence: Sentence, span: Span, plans: Plans, spans: Sequence[Span] = (), *, weekday: bool = False
) -> ClauseTime:
    """The time of what governs an expression: a noun of a mishap, an opening phrase, or a verb.

    Climbs from the expression to the verb; in a cleft ("c'est lundi qu'il part") goes down to it.

    Args:
        sentence: The parsed sentence.
        span: The expression, in code points of the text.
        plans: The language's verbs and nouns that shift a clause's time.
        spans: All expressions of the text: "a annoncé lundi la réouverture jeudi" holds two.
        weekday: Whether the expression is a bare weekday, which can be the day of an announcement itself.

    Returns:
        The tense, NONE where nothing gives it, and whether it is firm.
    """
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    outside = next((t for t in inside if not span.start <= sentence.tokens[t.head].start < span.end), None)
    noun = _noun_of(sentence, outside, plans)
    if noun is not None and noun.lemma in plans.mishaps:
        return ClauseTime(ClauseTense.PAST)
    token = outside
    for _ in range(_DEEPEST):
        if token is None or token.head == token.index:
            break
        child, token = token, sentence.tokens[token.head]
        if token.lemma in plans.ready and child.start >= token.end and _is_ahead(sentence, child):
            return ClauseTime(ClauseTense.FUTURE, firm=True)
        if not span.start <= token.start < span.end and is_clause(sentence, token):
            children = sentence.dependents(token)
            tense = tense_of(sentence, token, children, plans)
            if tense is ClauseTense.NONE:
                if planned := _planned(sentence, token, plans, weekday=weekday):
                    return planned
                continue
            tense = _of_plan(sentence, token, tense, plans)
            if tense is ClauseTense.FUTURE and _in_outcome(sentence, span, plans):
                return ClauseTime(ClauseTense.PAST)
            assert outside is not None
            governed = _governed(_Link(sentence, token, children, child, outside, span), tense, plans, spans)
            if (
                noun is not None
                and tense in _REAL
                and token.lemma in plans.preparing
                and _is_object(sentence, child, noun)
            ):
                return ClauseTime(ClauseTense.FUTURE)
            loose = noun is not None or (governed.tense is ClauseTense.PAST and is_infinitive(sentence, child))
            return governed._replace(firm=False) if loose else governed
    below = (child for token in inside for child in sentence.dependents(token) if child.pos == "VERB")
    tenses = (clause_tense(sentence, child, plans) for child in below if not span.start <= child.start < span.end)
    return ClauseTime(next((tense for tense in tenses if tense is not ClauseTense.NONE), ClauseTense.NONE))


def governing_lemma(sentence: Sentence, span: Span) -> str:
    """The lemma of the nearest verb above an expression in the parse.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        The lemma; "" where no verb governs the expression. Of "est restée fermée" it is "rester".
    """
    verb = _verb_above(sentence, span)
    if verb is not None and verb.dep == "xcomp" and is_past_participle(verb):
        verb = sentence.tokens[verb.head]
    return "" if verb is None else verb.lemma


def precedes_verb(sentence: Sentence, span: Span) -> bool:
    """Whether an expression stands before the nearest verb above it in the parse, as within the verb's subject.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        False also where no verb governs the expression.
    """
    verb = _verb_above(sentence, span)
    return verb is not None and span.end <= verb.start


def is_pluperfect(sentence: Sentence, span: Span) -> bool:
    """Whether the nearest verb above an expression is a pluperfect ("avait gardé"), which ended before now.

    Args:
        sentence: The parsed sentence that contains the expression.
        span: The expression's code points in the article's text, end exclusive.

    Returns:
        False also where no verb governs the expression.
    """
    verb = _verb_above(sentence, span)
    if verb is None or not is_past_participle(verb):
        return False
    return any(token.dep.startswith("aux") and token.tense == "Imp" for token in sentence.dependents(verb))


def _verb_above(sentence: Sentence, span: Span) -> Token | None:
    token = next((t for t in sentence.tokens if t.start < span.end and span.start < t.end), None)
    for _ in range(_DEEPEST):
        if token is None or token.head == token.index:
            return None
        token = sentence.tokens[token.head]
        if token.pos == "VERB":
            return token
    return None


class _Link(NamedTuple):
    """A verb with its dependents, the child through which it governs, the expression's topmost token, its span."""

    sentence: Sentence
    verb: Token
    children: Sequence[Token]
    child: Token
    outside: Token
    span: Span


def _governed(link: _Link, tense: ClauseTense, plans: Plans, spans: Sequence[Span]) -> ClauseTime:
    """The time that the whole verb group gives a date beneath it."""
    lemma, infinitive = link.verb.lemma, _under_infinitive(link)
    if tense is not ClauseTense.FUTURE and infinitive and lemma in plans.just_done:
        return ClauseTime(ClauseTense.PAST)
    if infinitive and lemma in plans.calls:
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if tense is ClauseTense.PRESENT:
        return _governed_by_present(link, plans, infinitive=infinitive)
    if tense is ClauseTense.PAST and _is_called_to(link, plans):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if tense is ClauseTense.PAST and lemma in plans.appointing:
        return _appointed(link, plans, spans)
    return ClauseTime(tense, firm=tense is not ClauseTense.PAST or bool(_helpers(link)) or lemma not in plans.timeless)


def _governed_by_present(link: _Link, plans: Plans, *, infinitive: bool) -> ClauseTime:
    """The time that a verb in the present gives a date: modals look ahead, verbs of saying and of tolls report."""
    lemma = link.verb.lemma
    if _makes_phrase(lemma, link.children, plans.calling_phrases):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if _is_awaited(link, plans):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if infinitive and (lemma in plans.modals or lemma in plans.saying):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    if lemma in plans.looking_back:
        return ClauseTime(ClauseTense.PAST, firm=True)
    children = link.children
    if lemma in plans.boding and any(t.features.get("Reflex") == "Yes" or t.dep.startswith("expl") for t in children):
        return ClauseTime(ClauseTense.FUTURE)
    reports = (
        lemma in plans.saying
        or lemma in plans.tolls
        or _makes_phrase(lemma, children, plans.saying_phrases)
        or any(t.dep.startswith("nsubj") and t.lemma.lower() in plans.counts for t in children)
        or _is_quoting(link, children)
    )
    return ClauseTime(ClauseTense.PAST if reports else ClauseTense.PRESENT)


def _is_awaited(link: _Link, plans: Plans) -> bool:
    """ "craint que le barrage cède samedi", "s'attend à ce que …": the clause of a verb of waiting or wishing."""
    above = link.sentence.tokens[link.verb.head]
    if link.verb.dep == "acl:relcl" and above.pos == "PRON":
        above = link.sentence.tokens[above.head]
    return link.verb.dep in ("ccomp", "acl:relcl") and above.lemma in plans.awaiting


def _is_quoting(link: _Link, children: Sequence[Token]) -> bool:
    """Whether a verb follows a quotation and precedes its subject: "« … », tonne lundi le maire"."""
    said = link.verb.dep == "parataxis" or any(
        t.dep in ("parataxis", "ccomp") and t.end <= link.verb.start for t in children
    )
    return said and any(t.dep.startswith(("nsubj", "obj")) and t.start >= link.span.end for t in children)


def _makes_phrase(lemma: str, children: Sequence[Token], phrases: Mapping[str, Set[str]]) -> bool:
    """Whether a verb and one of its dependents form one of the phrases ("donner rendez-vous")."""
    nouns = phrases.get(lemma)
    return nouns is not None and any(token.lemma in nouns for token in children)


def _is_called_to(link: _Link, plans: Plans) -> bool:
    """ "a appelé à une grève jeudi", "a donné rendez-vous jeudi": the day belongs to what the call is for."""
    lemma, children = link.verb.lemma, link.children
    if _makes_phrase(lemma, children, plans.calling_phrases):
        return True
    if lemma not in plans.calls:
        return False
    aimed_at = (
        token
        for token in children
        if token.pos == "NOUN"
        and token.dep.startswith("obl")
        and link.verb.end <= token.start < token.end <= link.span.start
    )
    return any(
        child.dep == "case" and child.text.lower() in plans.aims
        for token in aimed_at
        for child in link.sentence.dependents(token)
    )


def _appointed(link: _Link, plans: Plans, spans: Sequence[Span]) -> ClauseTime:
    """ "a fixé lundi au 2 mars": the day after "au" is in the future, and so is a second day after the object."""
    before = [token for token in link.sentence.tokens if token.end <= link.span.start][-2:]
    leading = [token.text.lower() for token in before if token.pos not in ("DET", "NUM")]
    if leading and leading[-1] in plans.aims and "jusqu'" not in leading:
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    objects = [t for t in link.children if t.dep in ("obj", "nsubj:pass") and t.pos == "NOUN"]
    after = [t for t in objects if link.verb.end <= t.start < link.span.start]
    if not after:
        return ClauseTime(ClauseTense.PAST, firm=link.verb.lemma not in plans.dropping)
    second = any(link.verb.end <= span.start and span.end <= after[0].start for span in spans)
    return ClauseTime(ClauseTense.FUTURE if second else ClauseTense.PAST)


def _helpers(link: _Link) -> list[Token]:
    return [token for token in link.children if token.dep.startswith(("aux", "cop"))]


def _under_infinitive(link: _Link) -> bool:
    """Whether the date is in an infinitive clause of the verb, or after one ("a promis d'être là jeudi")."""
    if link.child is not link.outside and is_infinitive(link.sentence, link.child):
        return True
    clauses = (t for t in link.children if t.dep in ("xcomp", "ccomp"))
    return any(is_infinitive(link.sentence, t) and link.verb.end <= t.start < link.span.start for t in clauses)


def _noun_of(sentence: Sentence, token: Token | None, plans: Plans) -> Token | None:
    """The noun that "de" joins a date to ("l'incendie de vendredi"); None where the date depends on something else.

    In a compound it is the first noun: "coups" in "les coups de feu de vendredi".
    """
    if token is None or token.head == token.index:
        return None
    head = sentence.tokens[token.head]
    if head.pos not in ("NOUN", "PROPN") or not any(t.lemma in plans.of for t in _cases(sentence, token)):
        return None
    above = sentence.tokens[head.head]
    is_bare = any(t.text.lower() in plans.bare_of for t in _cases(sentence, head)) and above.pos == "NOUN"
    return above if is_bare and not any(t.dep == "det" for t in sentence.dependents(head)) else head


def _cases(sentence: Sentence, token: Token) -> list[Token]:
    return [child for child in sentence.dependents(token) if child.dep == "case"]


def _is_object(sentence: Sentence, child: Token, noun: Token) -> bool:
    """Whether a noun is the verb's dependent, or the complement of it ("le parcours du défilé")."""
    return child is noun or (sentence.tokens[noun.head] is child and noun.dep == "nmod")


def _is_reported_plan(sentence: Sentence, verb: Token, plans: Plans) -> bool:
    """ "a dit espérer un accord mardi": the infinitive of a plan beneath a verb of saying."""
    return verb.verb_form == "Inf" and verb.lemma in plans.lemmas and sentence.tokens[verb.head].lemma in plans.saying


def _planned(sentence: Sentence, verb: Token, plans: Plans, *, weekday: bool) -> ClauseTime | None:
    """The time of an infinitive that another verb makes a plan; None for any other verb without a tense."""
    if _is_reported_plan(sentence, verb, plans):
        return ClauseTime(ClauseTense.FUTURE, firm=True)
    return ClauseTime(ClauseTense.FUTURE) if not weekday and _is_announced(sentence, verb, plans) else None


def _is_announced(sentence: Sentence, verb: Token, plans: Plans) -> bool:
    """ "a annoncé quitter ses fonctions en juin": a present infinitive, no state, beneath a verb of announcing."""
    above = sentence.tokens[verb.head]
    return (
        verb.verb_form == "Inf"
        and verb.lemma not in plans.states
        and above.lemma in plans.announcing
        and above.end <= verb.start
        and not any(child.dep.startswith(("aux", "cop")) for child in sentence.dependents(verb))
    )


def _of_plan(sentence: Sentence, participle: Token, tense: ClauseTense, plans: Plans) -> ClauseTense:
    """ "Attendue jeudi, la réponse n'est pas venue" is over; "prévu jeudi, le bal a été reporté" may be."""
    if tense is not ClauseTense.FUTURE or not is_past_participle(participle) or participle.lemma not in plans.lemmas:
        return tense
    verb = sentence.tokens[participle.head]
    if participle.dep == "acl":  # of the verb's subject: "la réunion, prévue lundi, n'a pas eu lieu"
        verb = sentence.tokens[verb.head]
    if participle.dep not in ("advcl", "acl") or clause_tense(sentence, verb, plans) is not ClauseTense.PAST:
        return ClauseTense.FUTURE
    if verb.lemma in plans.dropping:
        return ClauseTense.NEAREST
    denied = any(child.lemma in plans.negations and child.dep == "advmod" for child in sentence.dependents(verb))
    return ClauseTense.PAST if denied else ClauseTense.FUTURE


def _is_ahead(sentence: Sentence, token: Token) -> bool:
    """Whether what depends on "prêt" or "applicable" is an infinitive or a date of its own, not a bare weekday."""
    return is_infinitive(sentence, token) or token.pos == "NUM"


def _in_outcome(sentence: Sentence, span: Span, plans: Plans) -> bool:
    """Whether a date is in an opening phrase that names an outcome: "Vainqueurs dimanche, les Bleus …"."""
    words = [token for token in sentence.tokens if token.pos not in ("PUNCT", "SYM")]
    comma = next((token for token in sentence.tokens if token.text == ","), None)
    if not words or comma is None or not words[0].end < span.start < comma.start:
        return False
    first = words[0]
    if any(t.verb_form == "Fin" for t in sentence.tokens if t.start < comma.start) or first.lemma in plans.lemmas:
        return False
    return first.pos in ("NOUN", "ADJ", "VERB") and bool(plans.outcome.search(first.text.lower()))
