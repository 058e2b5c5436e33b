"""Predicates: the verbs, participles and copulas of a sentence, with the tense of the whole verb group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.events.detection.verb_group import (
    absorbed_dependents,
    auxiliaries,
    negation,
    semi_auxiliaries,
    shared_semi_auxiliaries,
)
from timeline.events.lexicon import Lexicon, NounClass, VerbClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_CLAUSAL = frozenset({"root", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "appos", "dislocated"})
_AUXILIARIES = function_words("auxiliary")
_BEING = function_words("auxiliary_of_being")
_REFLEXIVE = function_words("reflexive_lemma")


class Form(StrEnum):
    """The kind of word that expresses the event."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    COPULA = "copula"
    NOUN = "noun"


class Tense(StrEnum):
    """The tense of a verb group, compound tenses included."""

    PRESENT = "present"
    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    FUTURE_PERFECT = "future perfect"
    CONDITIONAL = "conditional"
    CONDITIONAL_PERFECT = "conditional perfect"
    SUBJUNCTIVE = "subjunctive"
    NONE = "none"


_SIMPLE = {"Pres": Tense.PRESENT, "Past": Tense.PERFECT, "Imp": Tense.IMPERFECT, "Fut": Tense.FUTURE}
_COMPOUND = {
    Tense.PRESENT: Tense.PERFECT,
    Tense.IMPERFECT: Tense.PLUPERFECT,
    Tense.PERFECT: Tense.PLUPERFECT,
    Tense.FUTURE: Tense.FUTURE_PERFECT,
    Tense.CONDITIONAL: Tense.CONDITIONAL_PERFECT,
}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group and its properties.

    `token` is the word with the meaning (the infinitive of "va partir"), `top` the word of the group that the rest
    of the sentence governs ("va"), `governors` the lemmas of the semi-auxiliaries, nearest first. `parts` are the
    indices of the group's words, including auxiliaries and negations; `shared_auxiliaries` are those of the words that
    it shares with an infinitive before it ("a dû" in "a dû partir et rentrer").
    """

    token: Token
    top: Token
    form: Form
    tense: Tense
    passive: bool
    negated: bool
    governors: tuple[str, ...]
    parts: frozenset[int]
    shared_auxiliaries: tuple[int, ...] = ()

    @property
    def heads(self) -> tuple[Token, ...]:
        """The words of the group that have dependents of their own: `token` and `top`, once where they are one."""
        return (self.token,) if self.top.index == self.token.index else (self.token, self.top)


def read(tree: Tree, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The predicates of a sentence; a semi-auxiliary belongs to its infinitive's predicate.

    Returns:
        The predicates in text order, computed once for each tree.
    """
    return tree.remembered("predicates", lexicon, lambda: _read(tree, lexicon))


def _read(tree: Tree, lexicon: Lexicon) -> tuple[Predicate, ...]:
    absorbed = {index for token in tree.tokens for index in semi_auxiliaries(tree, token, lexicon)}
    absorbed |= {index for token in tree.tokens for index in absorbed_dependents(tree, token, lexicon)}
    tokens = (token for token in tree.tokens if token.index not in absorbed and is_predicate(tree, token))
    return tuple(_predicate(tree, token, lexicon) for token in tokens)


def is_predicate(tree: Tree, token: Token) -> bool:
    """Whether the token is a full verb, a past participle that stands for a clause, or a word with a copula."""
    if tree.has(token, "cop"):
        return True
    if token.pos == "VERB":
        return not (token.dep.startswith("aux") or (token.verb_form == "Part" and token.tense == "Pres"))
    return token.pos == "AUX" and token.relation in _CLAUSAL and token.verb_form != "Part"


def is_event_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the list of event nouns contains a word's lemma or its form.

    Returns:
        True for a word of the list.
    """
    return lexicon.is_noun(token.lemma.lower(), NounClass.EVENT) or lexicon.is_noun(token.text.lower(), NounClass.EVENT)


def may_name_event(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is an event noun, or one of the nouns that annotators marked as an event's word at times.

    Returns:
        True where a list has its lemma or its form ("obsèques", whose lemma the tagger gives as "obsèque").
    """
    names = (NounClass.EVENT, NounClass.TRIGGER)
    return lexicon.is_noun(token.lemma.lower(), *names) or lexicon.is_noun(token.text.lower(), *names)


def _predicate(tree: Tree, token: Token, lexicon: Lexicon) -> Predicate:
    semi = semi_auxiliaries(tree, token, lexicon)
    top = tree.tokens[semi[-1]] if semi else token
    governors = tuple(tree.tokens[index].lemma for index in semi)
    group = (token, *(tree.tokens[index] for index in semi))
    parts = {part.index for part in group} | {aux.index for part in group for aux in auxiliaries(tree, part)}
    negated, negating = negation(tree, group)
    form = _form(tree, token, top)
    predicate = Predicate(
        token=token,
        top=top,
        form=form,
        tense=_participle_tense(tree, top, lexicon) if form is Form.PARTICIPLE else tense(tree, top, lexicon),
        passive=is_passive(tree, token, lexicon),
        negated=negated and not any(lexicon.is_verb(part.lemma, VerbClass.STOP) for part in group[1:]),
        governors=governors,
        parts=frozenset(parts | negating | absorbed_dependents(tree, token, lexicon)),
    )
    shared = () if semi else tuple(tree.tokens[index] for index in shared_semi_auxiliaries(tree, token, lexicon))
    return _with_shared(tree, predicate, shared, lexicon) if shared else predicate


def _with_shared(tree: Tree, predicate: Predicate, shared: tuple[Token, ...], lexicon: Lexicon) -> Predicate:
    """A coordinated infinitive with the tense and negation that it gets from the verbs before the first infinitive."""
    top = shared[-1]
    negated, negating = negation(tree, shared)
    helpers = {aux.index for verb in shared for aux in auxiliaries(tree, verb)}
    return replace(
        predicate,
        form=_form(tree, top, top),
        tense=tense(tree, top, lexicon),
        negated=predicate.negated or negated,
        governors=tuple(verb.lemma for verb in shared),
        shared_auxiliaries=tuple(sorted(helpers | negating | {verb.index for verb in shared})),
    )


def _participle_tense(tree: Tree, top: Token, lexicon: Lexicon) -> Tense:
    """The tense of the clause whose auxiliary it shares ("a été pris et agressé"); a perfect if it stands alone."""
    if _stands_alone(top):
        return Tense.PERFECT
    return (
        tense(tree, tree.head(top), lexicon)
        if top.relation == "conj" and auxiliaries(tree, tree.head(top))
        else Tense.NONE
    )


def _stands_alone(top: Token) -> bool:
    """Whether a participle is the main verb of the sentence, without its auxiliary: "Opéré hier soir, il …"."""
    return top.relation in ("root", "parataxis")


def _form(tree: Tree, token: Token, top: Token) -> Form:
    if tree.has(token, "cop") and token.pos != "VERB":
        return Form.COPULA
    helpers = auxiliaries(tree, top)
    finite = top.verb_form == "Fin" or any(aux.verb_form == "Fin" for aux in helpers)
    if finite:
        return Form.FINITE
    infinitive = top.verb_form == "Inf" or any(aux.verb_form == "Inf" for aux in helpers)
    return Form.INFINITIVE if infinitive else Form.PARTICIPLE


def tense(tree: Tree, token: Token, lexicon: Lexicon) -> Tense:
    """The tense of a verb with its auxiliaries: "a été évacué" and "est parti" are perfects.

    Args:
        tree: The tree of the sentence.
        token: The verb, a token of `tree`.
        lexicon: The unaccusative verbs, whose participle with "est" is not a passive.

    Returns:
        The tense; NONE where no word of the group is finite.
    """
    helpers = auxiliaries(tree, token)
    finite = next((aux for aux in helpers if aux.verb_form == "Fin"), None)
    if finite is None or (token.verb_form == "Fin" and token.pos == "VERB"):
        return simple(token)
    plain = simple(finite)
    if tree.has(token, "cop") and token.pos != "VERB":
        return plain if len(helpers) == 1 else _COMPOUND.get(plain, plain)
    if token.verb_form == "Inf":
        return plain
    passive = is_passive(tree, token, lexicon)
    compound = len([aux for aux in helpers if aux.lemma in _AUXILIARIES]) - passive
    return _COMPOUND.get(plain, plain) if compound > 0 else plain


def simple(token: Token) -> Tense:
    """The tense of one word."""
    if token.mood == "Cnd":
        return Tense.CONDITIONAL
    if token.mood == "Sub":
        return Tense.SUBJUNCTIVE
    return _SIMPLE.get(token.tense, Tense.NONE) if token.verb_form == "Fin" else Tense.NONE


def is_passive(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether the verb is passive.

    A passive is "être" with a participle that is neither reflexive nor a verb of motion or change.
    """
    helpers = auxiliaries(tree, token)
    shares = not helpers and token.relation == "conj" and token.verb_form != "Fin"
    if shares and auxiliaries(tree, tree.head(token)):
        return is_passive(tree, tree.head(token), lexicon)
    if not helpers:
        return (
            token.verb_form == "Part"
            and token.tense != "Pres"
            and not lexicon.is_verb(token.lemma, VerbClass.UNACCUSATIVE)
        )
    return (
        token.verb_form == "Part"
        and (helpers[-1].lemma in _BEING or any(aux.dep == "aux:pass" for aux in helpers))
        and not is_reflexive(tree, token)
        and not lexicon.is_verb(token.lemma, VerbClass.UNACCUSATIVE)
    )


def tells_nothing(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells no event, whatever its sentence is about.

    Returns:
        True for a figure of speech ("ouvrirait la voie à la Russie") and for how the press came to know ("…, a appris
        mercredi l'AFP auprès du parquet").
    """
    return _is_figure(tree, token, lexicon) or _is_of_the_press(tree, token, lexicon)


def _is_figure(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb and its object stand for a possible result: a conditional with such an object."""
    if token.mood != "Cnd":
        return False
    objects = (child.lemma.lower() for child in tree.dependents(token, "obj"))
    return any(lexicon.is_verb(f"{token.lemma.lower()} {noun}", VerbClass.FIGURE) for noun in objects)


def _is_of_the_press(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says how the press came to know: right behind a comma, with a newsroom behind it."""
    if token.lemma.lower() not in lexicon.words(WordList.REPORTED_LEARNED):
        return False
    first = min((child.index for child in tree.dependents(token) if child.pos == "AUX"), default=token.index)
    behind = (child.text.lower() for child in tree.dependents(token, "obj", "nsubj") if child.index > token.index)
    is_aside = first > 0 and tree.tokens[first - 1].text == ","
    return is_aside and any(word in lexicon.words(WordList.REPORTED_NEWSROOMS) for word in behind)


def is_reflexive(tree: Tree, token: Token) -> bool:
    """Whether a verb has a reflexive pronoun: "s'est rendu".

    Returns:
        True where such a pronoun depends on it.
    """
    for child in tree.dependents(token):  # noqa: SIM110 - called hundreds of times per article: a generator costs more
        if child.pos == "PRON" and child.lemma in _REFLEXIVE:
            return True
    return False
