"""The wording of a headline's subject: a full name, a shortened noun phrase, the referent of a pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.events.detection.predicates import Predicate
from timeline.events.entities import speakers
from timeline.events.entities.coreference import Referent, is_pronoun, name_of, resolve
from timeline.events.headline import phrases
from timeline.events.headline.base import marks
from timeline.events.headline.base.bound import runs_on
from timeline.events.headline.base.quoted import in_brackets
from timeline.events.headline.base.types import Subject
from timeline.events.headline.complete.known import known
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import Phrase, render, trim
from timeline.events.headline.reference.earlier.latter import latter
from timeline.events.headline.reference.genders import is_of_the_other_gender
from timeline.events.headline.reference.nobody import does_nothing, is_a_description, is_latter, is_nobody
from timeline.events.headline.reference.partitives import counted_people, is_some_of_these, new_beside, of_these
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.pronouns import (
    is_one_person,
    owner,
    possessive,
    protagonist,
)
from timeline.events.headline.reference.quoted import is_spoken_of
from timeline.events.headline.reference.relatives import is_determined
from timeline.events.headline.reference.selection import is_measure, takes_nobody
from timeline.events.headline.subtrees import units
from timeline.events.headline.subtrees.kept_sets import kept_sets
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.headline.wording.antecedents import (
    is_by_the_way,
    is_no_referent,
    person_of,
    referents,
)
from timeline.events.headline.wording.bodies import body_of, titled, two_people
from timeline.events.headline.wording.complements import without_pointing
from timeline.events.headline.wording.descriptions import abbreviated, fuller
from timeline.events.headline.wording.edges import counting_word, edges
from timeline.events.headline.wording.parallel import parallel_noun, told_of
from timeline.events.headline.wording.phrase_parts import (
    agrees_with_either,
    asides,
    is_apart,
    is_behind_a_mark,
    is_of_another_number,
    is_of_what_is_planned,
    is_one_of_some,
    lacks_its_article,
    limits_of_the_clause_above,
    named_beside,
    own_words_in_brackets,
    owned,
)
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ANTECEDENT, _ONE = function_words("antecedent_pronoun"), function_words("one")
_SPEAKERS = function_words("possessive_of_speaker")
_LONGEST, _LONGEST_LIST, _UNLIKELY = 62, 85, 0.75


def options(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None, *, vague: bool = False
) -> Iterator[Subject]:
    """The possible subjects of the headline; none if nobody can be named.

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        predicate: The verb group.
        head: The head of its subject.
        vague: Whether the thing of an unknown owner may be named: "son interpellation" as "l'interpellation".
    """
    key = ("subjects", predicate.token.index, predicate.top.index, head and head.index, len(context.before))
    found = tree.remembered(key, context.timexes, lambda: tuple(_options(context, tree, predicate, head)))
    yield from (one for one in found if (vague or not one.vague) and one.text.lower() not in _ONE)


def _options(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> Iterator[Subject]:
    if head is None:
        if impersonal := phrases.impersonal(tree, predicate):
            yield Subject(impersonal.capitalize())
        return
    if does_nothing(context, tree, predicate, head) or _is_no_noun(tree, head) or _is_explained(tree, predicate, head):
        return
    if (counted := counted_people(context, tree, predicate)) is not None:
        yield counted
        return
    if (pointing := _pointing(context, tree, predicate, head)) is not None:
        yield from pointing
        return
    if _says_nothing(context, tree, predicate, head):
        return
    if head.lemma.lower() in _ANTECEDENT and any(token.dep == "acl:relcl" for token in tree.dependents(head)):
        yield from _protagonist(context, tree, predicate, head)
        return
    if is_one_of_some(tree, head):
        yield from _phrases(context, tree, head, predicate)
        return
    yield from (named := tuple(_by_name(context, tree, predicate, head)))
    if any(one.resolved for one in named):
        return
    yield from _of_referents(context, tree, predicate, head)


def _by_name(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Subject]:
    """The name of the person or body that the subject describes."""
    if name := person_of(context, tree, predicate, head):
        yield Subject(name, plural=False, person=True, named=True, head=head)
    elif subject := known(context, tree, head):
        yield subject
    yield from two_people(context, tree, head)
    if name := body_of(context, tree, head):
        yield Subject(name, plural=False, named=True, resolved=True, head=head)


def _of_referents(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Subject]:
    """The wordings of the first referent that has any; for a pronoun without one, the article's only person."""
    for referent in referents(context, tree, predicate, head):
        if is_pronoun(referent.token) or (referent.tree is tree and _is_explained(tree, predicate, referent.token)):
            break
        if is_one_person(head) and is_by_the_way(context, tree, head, referent):
            yield from _protagonist(context, tree, predicate, head)
            return
        if not (_only_points(context, referent.tree, referent.token) or is_no_referent(context, tree, head, referent)):
            token = referent.token
            full = titled(context, referent.tree, token)
            person = Subject(full, False, person=True, named=True, resolved=token is not head, head=token)
            found = (person,) if full else tuple(two_people(context, referent.tree, token))
            found = found or tuple(_of_referent(context, tree, predicate, head, referent))
            yield from found
            theirs = referent.tree is tree and possessive(tree, token) is not None and is_human(context, referent)
            if found or theirs or not is_pronoun(head):
                return
    if is_one_person(head):
        yield from _protagonist(context, tree, predicate, head)


def _is_explained(tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether the noun is in brackets and the verb is not: it explains the subject, but is not the subject."""
    aside = in_brackets(tree)
    return head.index in aside and predicate.token.index not in aside


def _pointing(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> tuple[Subject, ...] | None:
    """The wordings of "ce dernier", "trois d'entre eux", "l'un d'eux, Jean Roy", "celui de X"; None for another."""
    if (noun := parallel_noun(context, tree, head)) is not None:
        return tuple(told_of(context, head, noun, _phrases(context, tree, head, predicate)))
    if is_some_of_these(tree, head):
        if head.text.lower() in _ONE and (named := named_beside(context, tree, head)):
            return (named,)
        if (new := new_beside(tree, head)) is not None:
            return tuple(_phrases(context, tree, new, predicate))
    if group := of_these(context, tree, head):
        return group
    if not is_latter(context, tree, head) or is_of_another_number(tree, predicate, head):
        return None
    if named := named_beside(context, tree, head):
        return (named,)
    apart = all(is_behind_a_mark(tree, one) for one in tree.dependents(head, "nmod", "amod", "acl"))
    return tuple(_latter(context, tree, predicate, head)) if apart else ()


def _latter(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Subject]:
    """The wordings of the last person or thing that the sentence before names and that agrees."""
    found = latter(context, tree, predicate, head)
    if found is not None and found.name is not None:
        yield Subject(found.name.canonical, plural=False, person=True, named=True, resolved=True, head=found.token)
    elif found is not None:
        yield from (replace(one, resolved=True) for one in _phrases(context, found.tree, found.token, None))


def _protagonist(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Subject]:
    name = "" if takes_nobody(context, tree, predicate) else protagonist(context)
    if name and not is_of_the_other_gender(context, head, name) and not is_spoken_of(context, tree, name):
        yield Subject(name, plural=False, person=True, named=True, resolved=True)


def _says_nothing(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether the subject has no referent that can be named: "il faut", "il est possible", "les deux"."""
    if is_pronoun(head):
        lemmas = (predicate.token.lemma.lower(), predicate.top.lemma.lower(), *predicate.governors)
        impersonal = any(context.words.has("impersonal", lemma) for lemma in lemmas)
        return (
            impersonal
            or bool(phrases.impersonal(tree, predicate))
            or is_nobody(context, tree, predicate, head)
            or is_of_what_is_planned(context, tree, predicate, head)
        )
    return _only_points(context, tree, head)


def _only_points(context: HeadlineContext, tree: Tree, head: Token) -> bool:
    return context.words.has("pointers", head.lemma.lower()) and not tree.has(head, "nmod")


def _is_no_noun(tree: Tree, head: Token) -> bool:
    """Whether it is a bare adjective or description, or a clause: "il n'est pas impossible qu'il écope"."""
    bare = not tree.has(head, "det", "nummod") and (head.pos == "ADJ" or is_a_description(tree, head))
    return bare or head.relation == "csubj"


def _of_referent(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token, referent: Referent
) -> Iterator[Subject]:
    resolved, name = referent.token is not head, referent.name
    its_tree, noun = referent.tree, referent.token
    bearer = context.entities.lexicon.is_noun(noun.lemma.lower(), NounClass.OFFICE, NounClass.PERSON)
    if is_plural(context, tree, predicate, head) and (together := _together(context, referent)):
        yield Subject(together, plural=True, named=True, resolved=resolved)
        return
    if name is not None and name.label == "PER" and not its_tree.has(noun, "conj"):
        if noun.pos in ("PROPN", "ADJ") or bearer or resolved:
            yield Subject(name.canonical, plural=False, person=True, named=True, resolved=resolved, head=noun)
        if noun.pos != "NOUN" and noun.relation == "nsubj" and not resolved:
            return
    if resolved and noun.pos == "NOUN" and not is_determined(context, its_tree, noun):
        return
    theirs = resolved and possessive(its_tree, noun) is not None
    near = _is_near(context, tree, predicate, referent)
    far = resolved and not bearer and (theirs or (name is None and not near))
    if is_one_person(head) and protagonist(context) and far and not theirs:
        yield from _protagonist(context, tree, predicate, head)
    elif not theirs or context.words.has("crew", noun.lemma.lower()):  # "son conducteur" of a lorry
        own, noun = predicate if its_tree is tree else None, counting_word(context, its_tree, noun)
        known = name.canonical.split()[-1] if name is not None and name.label == "PER" else ""
        for one in _phrases(context, its_tree, noun, own):
            if known in one.text or not (resolved or bearer) or (one.plural and not resolved):
                yield replace(one, resolved=resolved, vague=one.vague and not theirs)


def _is_near(context: HeadlineContext, tree: Tree, predicate: Predicate, referent: Referent) -> bool:
    """Whether the sentence before is about it, or the sentence itself has it in a place where it must be meant."""
    noun = referent.token
    return (
        any(main is not None and main.token is noun for main in context.before[-1:])
        or (noun.dep == "obl:agent" and is_measure(context, tree, predicate))
        or (referent.tree is tree and noun.relation == "nsubj" and not is_human(context, referent))
    )


def _together(context: HeadlineContext, referent: Referent) -> str:
    """The names of a person and of those coordinated with it: "le général X et M. Y"; "" beside somebody unnamed."""
    beside = referent.tree.dependents(referent.token, "conj")
    names = (referent.name, *(name_of(referent.tree, one, context.entities) for one in beside))
    people = all(one is not None and one.label == "PER" for one in names)
    return phrases.with_others(context, referent) if people else ""


def noun_phrases(context: HeadlineContext, tree: Tree, head: Token) -> Iterator[Subject]:
    """The wordings of a noun phrase that is not a subject in its sentence: one person's full name, or the phrase."""
    referent = resolve(tree, head, context.before, context.entities)
    name = referent.name if referent is not None and referent.token is head else None
    if name is not None and name.label == "PER" and head.pos == "PROPN" and not tree.has(head, "conj"):
        yield Subject(name.canonical, plural=False, person=True, named=True, head=head)
    elif not _only_points(context, tree, head):
        yield from (one for one in _phrases(context, tree, head, None) if not one.vague)


def _phrases(context: HeadlineContext, tree: Tree, head: Token, predicate: Predicate | None) -> Iterator[Subject]:
    """The noun phrase in full, and as an editor would most likely keep it."""
    out = units.always_out(context, tree, head, clause=False) | _clause_of(tree, head, predicate) | asides(tree, head)
    if any(child.index in out for child in tree.dependents(head, "det")):
        # "le mois de juin" is the subject
        out -= tree.indices(head) & timex_tokens(context, tree)
    out |= edges(context, tree, head) | speakers.quoted_before(tree, head)
    out |= frozenset() if predicate is None else limits_of_the_clause_above(context, tree, predicate, head)
    out = frozenset(out - {head.index} - own_words_in_brackets(tree, head))
    key = ("phrases", head.index, out, len(context.before))  # `before` is the beginning of one list for all events
    yield from tree.remembered(key, context.timexes, lambda: tuple(_wordings(context, tree, head, out)))


def _wordings(context: HeadlineContext, tree: Tree, head: Token, out: frozenset[int]) -> Iterator[Subject]:
    texts: dict[str, Subject] = {}
    several = any(is_apart(tree, child) for child in tree.dependents(head, "conj"))
    most = _LONGEST_LIST if several else _LONGEST
    for kept, _, lost in kept_sets(context, tree, head, out, units.units(context, tree, head, out)):
        text = _text(context, tree, head, kept)
        if text and len(text) <= most and text not in texts:
            texts[text] = _subject(context, tree, head, kept, text, lost)
    if short := abbreviated(context, tree, head):
        yield short
    found = list(texts.values())
    if (behind := fuller(context, tree, head)) and found and len(found[0].text) + len(behind) < _LONGEST:
        yield replace(found[0], text=f"{found[0].text} {behind}", named=True, filled=True)
    yield from found[:1]
    yield from [one for one in found[1:] if one.lost <= _UNLIKELY][-2:]


def _clause_of(tree: Tree, head: Token, predicate: Predicate | None) -> frozenset[int]:
    """The words of the clause itself, if they are below the noun."""
    if predicate is None:
        return frozenset()
    whole = tree.indices(predicate.top)
    inside = head.index in whole and predicate.top.head != head.index
    own = tree.indices(head)
    return frozenset((set() if inside else whole) | (set(predicate.parts) - own))


def _text(context: HeadlineContext, tree: Tree, head: Token, kept: frozenset[int]) -> str:
    shown = tuple(token for token in tree.tokens if token.index in kept)
    if runs_on(shown) or lacks_its_article(context, tree, shown):
        return ""
    replaced = without_pointing(context, tree, shown)
    mine = possessive(tree, head)
    if mine is not None and mine.index in kept:
        if mine.text.lower() in _SPEAKERS:
            return ""  # "ma femme"
        name = owner(context, tree, head)
        replaced |= owned(context, tree, head, mine, name, kept)
    line = trim(render(Phrase.of(marks.with_marks(tree, kept), replaced), context.conjugation))
    joined = f" {context.words.form('and')} " in line.rpartition(",")[2]
    aside = ", " in line and not tree.has(head, "conj") and not joined
    return phrases.with_article(context, tree, head, line) + ("," if aside else "")


def _subject(
    context: HeadlineContext, tree: Tree, head: Token, kept: frozenset[int], text: str, lost: float
) -> Subject:
    shown = [child for child in tree.dependents(head) if child.index in kept]
    conjuncts = [child for child in shown if child.relation == "conj" and child.pos not in ("ADJ", "VERB")]
    joined = any(is_apart(tree, child) for child in conjuncts)
    counted = any(child.relation == "nummod" and child.text.lower() not in _ONE for child in shown)
    determined = next((child.number for child in shown if child.relation == "det"), "")
    number = head.number or determined
    either = (bool(conjuncts) and not joined) or (not joined and agrees_with_either(context, tree, head))
    plural = None if either else True if joined or counted else number == "Plur" if number else None
    gender = head.gender if head.pos == "NOUN" and not joined and not either else ""
    mine = possessive(tree, head)
    vague = mine is not None and mine.index in kept and not owner(context, tree, head)
    named = any(tree.tokens[i].entity for i in kept)
    return Subject(text, plural, gender, named=named, lost=lost, head=head, vague=vague)
