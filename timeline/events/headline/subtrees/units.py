"""The subtrees that a headline may leave out, with the probability that a line needs each.

Words are removed by whole subtrees, so the rest is grammatical if the parse is right. Dates, asides, relatives and
second clauses are always removed; obligatory complements of the verb always stay. Which of the others go together, says
`kept_sets`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.headline.base.bound import (
    follows_de,
    is_bare,
    is_compound,
    is_in_one_name,
    is_title,
    is_turn,
    needs_it,
    says_first_at_what,
)
from timeline.events.headline.base.quoted import quotations
from timeline.events.headline.complete.lists import is_of_another_kind, is_of_one_list, may_be_cut
from timeline.events.headline.complete.parted import (
    is_a_state,
    is_counted_from_what_follows,
    is_the_sentence,
    is_who_is_asked,
    names_one_of_a_people,
)
from timeline.events.headline.complete.stranded import is_emptied
from timeline.events.headline.compression import droppable, second_clause
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import is_negation
from timeline.events.headline.subtrees.features import unit_features
from timeline.events.headline.times.kept import is_of_a_rate, limits_a_denial
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ATTACHED = frozenset(
    {"det", "case", "mark", "aux", "cop", "fixed", "flat", "expl", "punct", "cc", "nummod", "goeswith", "compound"}
    | {"nsubj", "csubj", "iobj"}
)
_CORE = frozenset({"obj", "xcomp", "ccomp"})
_VERBAL = ("VERB", "AUX", "ADJ")
_BEING, _SEQUENCE = function_words("auxiliary_of_being"), function_words("sequence")
_ALL = function_words("all")
_GENITIVE = function_words("genitive")
_SHARES = ("%", "‰")


@dataclass(frozen=True, slots=True)
class Unit:
    """A removable subtree: its top word, the indices of all its words, the probability that a line needs it."""

    token: Token
    indices: frozenset[int]
    keep: float


def always_out(context: HeadlineContext, tree: Tree, head: Token, *, clause: bool = True) -> frozenset[int]:
    """The words below `head` that no headline keeps; `clause` also removes a second clause connected by "et"."""
    key = ("always out", head.index, clause)
    return tree.remembered(key, context.timexes, lambda: _always_out(context, tree, head, clause=clause))


def _always_out(context: HeadlineContext, tree: Tree, head: Token, *, clause: bool) -> frozenset[int]:
    hidden = timex_tokens(context, tree)
    out = hidden | droppable(context, tree, head) | (second_clause(tree, head) if clause else set())
    emptied = tree.remembered("emptied", context.timexes, lambda: frozenset(_without_their_dates(context, tree)))
    for token in tree.subtree(head):
        if token.index == head.index:
            continue
        if _shares_helper(tree, token, head):
            out -= tree.indices(token) - hidden
        if token.index in emptied:
            out |= tree.indices(token)
        if token.index in out and _is_second_clause(tree, token, head):
            out |= _behind_the_second(tree, token, head)
    return frozenset(out)


def _without_their_dates(context: HeadlineContext, tree: Tree) -> Iterator[int]:
    """The words that no line keeps because they are of another kind than their list, or mean nothing without a date."""
    hidden, words = timex_tokens(context, tree), context.words
    for token in tree.tokens:
        joined_to_date = token.relation == "conj" and token.head in hidden and token.index not in hidden
        if joined_to_date or is_of_another_kind(words, tree, token) or is_emptied(context, tree, token, hidden):
            yield token.index


def _is_second_clause(tree: Tree, token: Token, head: Token) -> bool:
    apart = token.relation in ("conj", "parataxis") and token.head == head.index and token.index > head.index
    return apart and (token.pos in ("VERB", "AUX") or tree.has(token, "cop"))


def _behind_the_second(tree: Tree, second: Token, head: Token) -> set[int]:
    """The complements of a removed second clause that the parse attaches to the first, if no comma separates them.

    "20 personnes sont blessées, cinq sont | dans un état critique".
    """
    found: set[int] = set()
    for child in tree.dependents(head):
        below = tree.subtree(child)
        if below[0].index > second.index and tree.tokens[below[0].index - 1].text != "," and child.pos != "PUNCT":
            found |= {word.index for word in below}
    return found


def _shares_helper(tree: Tree, token: Token, head: Token) -> bool:
    """Whether a second participle shares the auxiliary "être" of the first: "est arrêté et placé en garde à vue"."""
    if token.relation != "conj" or token.head != head.index or token.verb_form != "Part" or token.tense == "Pres":
        return False
    if not any(aux.lemma in _BEING for aux in tree.dependents(head, "aux")) or tree.has(head, "expl"):
        return False
    ties = tree.dependents(token, "cc")
    alone = not tree.has(token, "aux", "nsubj", "cop", "expl", "mark")
    return alone and len(ties) == 1 and ties[0].text.lower() in _SEQUENCE


def units(
    context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int], forced: frozenset[int] = frozenset()
) -> tuple[Unit, ...]:
    """The removable subtrees below `head` in text order, without those that contain a word of `forced` or of `out`."""
    key = ("units", head.index, out, forced)
    return tree.remembered(key, context.model, lambda: _units(context, tree, head, out, forced))


def _units(
    context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int], forced: frozenset[int]
) -> tuple[Unit, ...]:
    apart = quotations(tree, without=head)
    quoted = {index for one in apart for index in one}
    shown = [{index for index in one - out if tree.tokens[index].pos != "PUNCT"} for one in apart]
    found: list[Unit] = []
    for token in visible(context, tree, head, out):
        if token.index == head.index or not _may_go(context, tree, token, head, quoted):
            continue
        below = frozenset(word.index for word in visible(context, tree, token, out))
        half = any(below & one and below - quoted and not one <= below for one in shown)
        if not below & forced and not half:
            chance = context.model.chance(unit_features(context, tree, token, head, below))
            found.append(Unit(token, below, chance))
    return tuple(found)


def visible(context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int]) -> tuple[Token, ...]:
    """The words below `head` without `out`: only the date is removed, so wrongly attached words below it stay."""
    return tree.remembered(("visible", head.index, out), context.timexes, lambda: _shown(context, tree, head, out))


def _shown(context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int]) -> tuple[Token, ...]:
    hidden = timex_tokens(context, tree)
    below = tree.subtree(head, without=out - hidden - {head.index})
    return tuple(token for token in below if token.index not in out or token.index == head.index)


def _may_go(context: HeadlineContext, tree: Tree, token: Token, head: Token, quoted: set[int]) -> bool:
    limits = limits_a_denial(tree, token) or is_counted_from_what_follows(context, tree, token)
    if token.relation in _ATTACHED or limits or is_of_a_rate(context, tree, token):
        return False
    hidden = timex_tokens(context, tree)  # a word that the parse wrongly attaches to a date completes the word above
    governor = next((above for above in tree.ancestors(token) if above.index not in hidden), tree.head(token))
    below = governor.index != head.index
    if _is_bound(context, tree, token, governor) or is_in_one_name(tree, token) or is_of_one_list(tree, token):
        return False
    if _is_needed(context, tree, token, governor) or says_first_at_what(context, tree, token, governor):
        return False
    if token.relation in _CORE and (not below or governor.pos in _VERBAL):
        return False
    if (token.index in quoted and governor.index in quoted) or (token.dep in ("obl:arg", "obl:agent") and not below):
        return False
    if token.relation == "conj" and not may_be_cut(tree, token):
        return False
    if below and governor.pos in ("PRON", "ADP", "ADV", "NUM"):
        return False
    return not (below and token.index > governor.index and needs_it(context, tree, token))


def _is_needed(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether it completes a light verb, or stands with a preposition that the verb or noun nearly always has."""
    valency = context.model.valency
    if token.relation == "nmod":
        return token.index > governor.index and valency.binds_noun(tree, governor, token)
    if token.relation == "acl" and governor.head != governor.index:
        governor = tree.head(governor)  # "soupçonné par la police d'avoir …": the parse attaches it to the noun
    elif token.relation not in ("obl", "xcomp", "advcl"):
        return False
    if governor.pos != "VERB":
        return False
    if is_who_is_asked(tree, token, governor):
        return True
    led = token.index > governor.index and tree.has(token, "case", "mark")
    if led and is_the_sentence(context, tree, token, governor):
        return True
    if led and token.relation != "acl" and _is_light(context, tree, governor):
        return True
    verb = context.predicate_by_verb(tree, governor)
    return verb is not None and valency.binds(tree, verb, token)


def _says_which(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether a complement is the only one that identifies a definite noun: "la mort d'un homme"."""
    definite = tree.is_definite(governor)
    cases = tree.dependents(governor, "case")
    definite = definite or any(context.words.article_of(case.text.lower()) for case in cases)
    hidden = timex_tokens(context, tree)
    beside = tree.dependents(governor, "nmod", "amod", "appos", "acl")
    others = [one for one in beside if one is not token and one.index not in hidden]
    return definite and governor.number == "Sing" and not others and not governor.entity


def _is_light(context: HeadlineContext, tree: Tree, verb: Token) -> bool:
    """Whether verb and object form an expression that needs its complement: "faire confiance à", "mettre fin à"."""
    found, hidden = tree.first(verb, "obj"), timex_tokens(context, tree)
    if found is None or found.index in hidden or found.index != verb.index + 1 or found.pos != "NOUN":
        return False
    return all(one.index in hidden for one in tree.dependents(found))


def _is_bound(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether the word is only removed with its governor: function words, numbers, negations, parts of expressions."""
    name = token.relation
    bound = token.pos == "NUM" or name in _ATTACHED or is_negation(token) or _denies(context, tree, token)
    before = tree.previous(token) or token
    if bound or context.words.has("ordinals", token.text) or context.words.has("ordinals", before.text):
        return True
    behind = token.index == governor.index + 1 and governor.index
    if behind and name in ("amod", "acl") and (governor.text[:1].isupper() or is_bare(tree, governor)):
        return True  # "Les Eaux mortes" is a name, "une enquête pour blessures involontaires" names the offence
    titled = is_title(context, tree, token) or (name in ("nmod", "amod") and is_title(context, tree, governor))
    titled = titled or names_one_of_a_people(token, governor)
    if titled or (name == "obl" and is_turn(tree, token, governor)) or _says_how(tree, token, governor):
        return True
    if token.lemma.lower() in _ALL and governor.pos in ("NOUN", "NUM", "PRON"):
        return True  # "toutes les missions", "tous les deux"
    if name == "advmod" and governor.pos in ("ADJ", "ADV", "NUM", "DET"):
        return True
    if name == "amod" and (_is_defining(context, token) or _changes_the_article(context, tree, token, governor)):
        return True
    return _completes(context, tree, token, governor)


def _is_defining(context: HeadlineContext, adjective: Token) -> bool:
    """Whether it says which one: "premier", "seul", "vingtième"."""
    endings = tuple(context.words.get("ordinal_endings"))
    return context.words.has("defining", adjective.lemma.lower()) or adjective.lemma.endswith(endings)


def _changes_the_article(context: HeadlineContext, tree: Tree, adjective: Token, noun: Token) -> bool:
    """Whether the noun has another article without it: "l'ancien maire" and "le maire"."""
    elides = context.conjugation.elides
    changes = follows_de(tree, noun) or elides(adjective.text) != elides(noun.text)
    return adjective.index < noun.index and changes


def _says_how(tree: Tree, token: Token, governor: Token) -> bool:
    """Whether an adjective is all that a circumstance says: "à des degrés divers", "dans un état critique"."""
    if token.relation != "amod" or governor.relation != "obl" or token.index < governor.index:
        return False
    indefinite = tree.is_indefinite(governor)
    return indefinite and not tree.has(governor, "nmod", "acl", "appos")


def _denies(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the words beside it negate it: "contre", "sans", "non loin"."""
    near = {child.lemma.lower() for child in tree.dependents(token, "case", "advmod", "mark")}
    return bool((near | {token.lemma.lower()}) & context.words.get("against"))


def _completes(context: HeadlineContext, tree: Tree, token: Token, governor: Token) -> bool:
    """Whether the governor means little without it: "en proie à …", "à la suite de …", "proche de …"."""
    if is_compound(tree, token, governor) or is_a_state(context, tree, token, governor):
        return True
    of = context.words.get("complement")
    case = tree.first(token, "case", "mark")
    if case is None or case.lemma not in of or token.index < governor.index:
        following = tree.next(token)
        led = following is not None and following.lemma in of and following.pos == "ADP"
        return token.relation == "amod" and led and token.index > governor.index
    verb_object = governor.pos == "NOUN" and governor.relation == "obj"
    if verb_object and not tree.has(governor, "det", "nummod", "amod"):
        return True  # "passe commande de …", "fait droit à …"
    if governor.pos == "VERB" and token.relation == "obl" and case.lemma in _GENITIVE:
        return True  # "souffre de …"
    if case.lemma in _GENITIVE and token.relation == "nmod" and _says_which(context, tree, token, governor):
        return True
    if governor.text in _SHARES and case.lemma in _GENITIVE and token.relation == "nmod":
        return True  # "15 % de leur salaire"
    prepositional = context.words.has("prepositional", governor.lemma.lower())
    return governor.pos == "ADJ" or (prepositional and tree.has(governor, "case"))
