"""The subject of a predicate: its own, a shared one, or the noun before a participle."""

from __future__ import annotations

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.tree import Tree, may_agree
from timeline.languages.function_words import function_words
from timeline.model import Span, Token

_COUNTS = function_words("count_noun")


def subject(tree: Tree, predicate: Predicate) -> Token | None:
    """The subject of a clause.

    It is the clause's own subject, the noun that a participle qualifies, or the subject of a coordinated clause.

    Returns:
        The head of the subject; None where there is none.
    """
    return tree.remembered(("subject", id(predicate)), predicate, lambda: _subject(tree, predicate))


def _subject(tree: Tree, predicate: Predicate) -> Token | None:
    for part in (predicate.token, predicate.top):
        own = own_subject(tree, part)
        if own is not None:
            return own
    if predicate.form is Form.PARTICIPLE and (named := _named_right_before(tree, predicate.token)) is not None:
        return named
    found = _shared_subject(tree, predicate)
    if predicate.form is Form.PARTICIPLE and (
        found is None or not (_shares_avoir(tree, predicate) or _agrees_with_any(tree, predicate.token, found))
    ):
        return _noun_before(tree, predicate.token)
    return found


def _shares_avoir(tree: Tree, predicate: Predicate) -> bool:
    """Whether the participle is the second after one "avoir"; such a participle does not agree with its subject."""
    helpers = auxiliaries(tree, tree.head(predicate.top)) if predicate.top.relation == "conj" else ()
    return bool(helpers) and helpers[-1].lemma in function_words("auxiliary_of_having")


def is_cleft(tree: Tree, top: Token) -> bool:
    """Whether a clause is the main clause of a cleft sentence: "ce sont deux hommes qui ont ouvert le feu".

    Returns:
        True where its head has a copula and a pronoun such as "ce" as subject.
    """
    if top.relation not in ("acl", "ccomp", "advcl") or tree.is_root(top):
        return False
    head = tree.head(top)
    copula, pointer = tree.first(head, "cop"), tree.first(head, "nsubj", "expl")
    return copula is not None and pointer is not None and pointer.text.lower() in function_words("cleft_pronoun")


def own_subject(tree: Tree, verb: Token) -> Token | None:
    """The subject that depends on the verb itself.

    Between a noun and a pronoun it is the noun ("Le ministre a-t-il …"), but it is the pronoun if the noun is bare,
    stands before it and only describes it: "Ouvrier tanneur, il rejoint …". Between two nouns, a bare first noun is
    passed over as well: "avenue Kléber, le président …".

    Returns:
        The head of the subject; None where the verb has none.
    """
    subjects = tree.dependents(verb, "nsubj", "csubj")
    if len(subjects) <= 1:
        return subjects[0] if subjects else None
    found = sorted(subjects, key=lambda token: token.pos == "PRON")
    before = [token for token in found if token.index < verb.index]
    if len(before) > 1 and found[0] is min(before, key=lambda token: token.index) and _is_bare(tree, found[0]):
        return max(before, key=lambda token: token.index)
    return found[0]


def _is_bare(tree: Tree, noun: Token) -> bool:
    """Whether the noun has neither an article nor a person's name: it describes another noun, or is a place."""
    return noun.pos != "PRON" and noun.entity in ("", "LOC") and not tree.has(noun, "det", "nummod")


def _shared_subject(tree: Tree, predicate: Predicate) -> Token | None:
    top = predicate.top
    for _ in range(4):
        if tree.is_root(top) or tree.is_impersonal(top):  # "le temps s'est gâté : il est tombé 40 millimètres"
            return None
        governor = tree.head(top)
        if top.relation == "acl" and governor.pos in ("NOUN", "PROPN", "PRON"):
            return governor
        shared = top.relation in ("conj", "xcomp", "advcl", "acl")
        if not shared and not (predicate.form is Form.PARTICIPLE and governor.pos == "VERB"):
            return None
        found = own_subject(tree, governor)
        if found is not None:
            return found
        top = governor
    return None


def _named_right_before(tree: Tree, participle: Token) -> Token | None:
    """The person whose name stands before the participle and a comma: "du préfet Claude Érignac, tué à Ajaccio"."""
    comma, last = participle.index - 1, participle.index - 2
    if last < 0 or tree.tokens[comma].text != "," or tree.tokens[last].entity != "PER":
        return None
    name = next((e for e in tree.sentence.entities if e.span.start <= tree.tokens[last].start < e.span.end), None)
    if name is None or _is_in_an_aside(tree, name.span, comma):
        return None
    return tree.top(name.span)


def _is_in_an_aside(tree: Tree, name: Span, comma: int) -> bool:
    """Whether the name ends a passage between two commas: "Adama Barrow, successeur de Yahya Jammeh, élu …"."""
    opening = next((token.index for token in reversed(tree.tokens[:comma]) if token.text == ","), -1)
    return opening >= 0 and tree.tokens[opening + 1].start != name.start


def _agrees_with_any(tree: Tree, participle: Token, noun: Token) -> bool:
    """Whether the participle can agree with the noun, or with those it counts: "une centaine d'élèves blessés"."""
    counted = tree.dependents(noun, "nmod") if noun.lemma.lower() in _COUNTS else ()
    return any(may_agree(participle, one) for one in (noun, *counted))


def _noun_before(tree: Tree, participle: Token) -> Token | None:
    """The nearest noun before a participle that agrees with it, not further back than the last verb."""
    for token in reversed(tree.tokens[: participle.index]):
        if token.pos in ("VERB", "AUX"):
            return None
        if token.pos in ("NOUN", "PROPN") and may_agree(participle, token):
            return token
    return None
