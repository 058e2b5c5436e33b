"""Which mention a time expression belongs to against the parse: the one that it stands right behind, or its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.detection.mentions import Mention, MentionKind
from timeline.events.detection.predicates import Tense
from timeline.languages.function_words import function_words
from timeline.model import Clock, Partial, Signal, Timex, Token

_SINCE, _TRIED_FOR = function_words("case_since"), function_words("tried_for")


def described(mentions: Sequence[Mention], owner: Mention, timex: Timex, others: Sequence[Timex]) -> Mention | None:
    """The mention right before an expression that dates it, against the parse.

    That is a participle of a noun ("ont ratifié l'entente conclue il y a dix jours"), a noun before a comma where the
    verb has a date already ("a rendu mercredi ses conclusions sur la perte de la fusée, le 4 décembre"), and a noun
    that a state lasts since or that somebody is tried for ("comparaît pour le meurtre du juge en février 2011").

    Args:
        mentions: The mentions of the sentence.
        owner: The mention that governs the expression by the parse.
        timex: The expression.
        others: The earlier expressions that the owner governs.

    Returns:
        None where the parse is followed.
    """
    before = [token for token in owner.tree.tokens if token.end <= timex.span.start]
    words = [token for token in before if token.pos not in ("ADP", "DET")]
    if not words or owner.own_predicate is None:
        return None
    if words[-1].dep == "acl" and words[-1].verb_form == "Part":
        return next((one for one in mentions if one.own_predicate and one.trigger.index == words[-1].index), None)
    verbs = [token.index for token in before if tells(token)]
    nouns = [one for one in mentions if one.trigger.pos == "NOUN" and one.own_predicate is None]
    near = [one for one in nouns if one.trigger.end <= timex.span.start and one.trigger.index > max(verbs, default=-1)]
    ahead = owner.own_predicate.tense is Tense.FUTURE  # "rencontrera la Suède pour sa demi-finale, le 16 août"
    since = None if ahead else next((one for one in reversed(near) if _is_cause(one, timex)), None)
    is_hour = isinstance(timex.expression.meaning, Clock)
    if since is not None or words[-1].text != "," or not others or is_hour or timex.expression.signal is Signal.UNTIL:
        return since
    last, comma = others[-1].span.end, words[-1].start
    return next((one for one in reversed(nouns) if last <= one.trigger.start and one.trigger.end <= comma), None)


def _is_cause(noun: Mention, timex: Timex) -> bool:
    """ "depuis son indépendance, en 1991", "pour le vol, en 1988, d'un Munch"; "jugé pour vol lundi" is of Monday."""
    cases = {case.lemma for case in noun.tree.dependents(noun.trigger, "case")}
    meaning, signal = timex.expression.meaning, timex.expression.signal
    if cases & _SINCE:
        return signal in (Signal.NONE, Signal.AT)
    named = isinstance(meaning, Partial) and (meaning.month is not None or meaning.year is not None)
    return bool(cases & _TRIED_FOR) and named and signal in (Signal.NONE, Signal.AT)


def clause_around(owners: Mapping[int, Mention], noun: Mention, timex: Timex) -> Mention | None:
    """The clause of a noun right behind which a day stands without a preposition.

    "ont regagné leurs terres mercredi", "aura lieu samedi"; but "promet le retour du courant dimanche".

    Args:
        owners: The mention of each word that can govern an expression, by token index.
        noun: The mention that governs the expression by the parse.
        timex: The expression.

    Returns:
        None where the parse is followed.
    """
    tree = noun.tree
    if noun.own_predicate is not None or noun.trigger.relation not in ("obj", "obl"):
        return None
    top, inside = tree.top(timex.span), tree.within(timex.span)
    if top is None or top.head != noun.trigger.index or timex.expression.text.isdigit():
        return None
    between = tree.tokens[noun.trigger.index + 1 : inside[0].index]
    if tree.has(top, "case", "det") or any(token.pos in ("PUNCT", "VERB") for token in between):
        return None
    verb = owners.get(noun.trigger.head)
    return verb if verb is not None and verb.kind in (MentionKind.EVENT, MentionKind.OTHER) else None


def tells(token: Token) -> bool:
    """Whether a word shows that it stands in a clause: a finite verb, a pronoun."""
    return token.verb_form == "Fin" or token.pos == "PRON"
