"""Passives turned into actives: "La finale est remportée par X" is "X remporte la finale".

So is a participle in brackets: "le slalom (remporté par X)" is "X remporte le slalom".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.headline import phrases
from timeline.events.headline.base import marks
from timeline.events.headline.base.gate import broken
from timeline.events.headline.base.types import Clause, Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.wholeness import is_whole, names_its_pronouns, says_its_limits
from timeline.events.headline.realisation import Phrase, render, tidy
from timeline.events.headline.subtrees.kept_sets import kept_sets
from timeline.events.headline.subtrees.units import Unit
from timeline.events.headline.wording.subjects import options
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.lines.first_letter import uncapitalised
from timeline.model import Token

_WITH_NOUN = 2
"""The words of a determiner and its noun."""

_TENSES = (Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT, Tense.IMPERFECT, Tense.NONE)
_JOINED = pattern("second_name")
_AGENT, _AS, _ELIDED = function_words("agent"), function_words("as"), function_words("elided_article")
_AND, _NOT, _AIM = function_words("interval_end"), function_words("denial_start"), function_words("rank_mark")
_LENGTHS = 6
_ENDS = ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "PRON")


def active_drafts(clause: Clause, undergoers: tuple[Subject, ...], found: tuple[Unit, ...]) -> Iterator[Draft]:
    """The drafts with the agent as the subject, up to the first that passes the gate: no later one is ever the best.

    None if the parse leaves any doubt.
    """
    context, tree, predicate = clause.context, clause.tree, clause.predicate
    agent = _agent(clause)
    if agent is None:
        return
    its_own = tree.indices(agent)
    left = tuple(unit for unit in found if not unit.indices & its_own)
    for doer in tuple(options(context, tree, predicate, agent))[:2]:
        plural = _is_plural(tree, doer)
        if plural is None or _JOINED.search(doer.text):
            continue
        form = context.conjugation.third_person(predicate.token.lemma.lower(), plural=plural)
        objects = [text for one in undergoers if (text := _object(clause, one))] if form else []
        for text in objects:
            for draft in _lengths(clause, f"{doer.text} {form} {text}", doer, its_own, left):
                yield draft
                if not broken(draft.text, context.words):
                    return


def _agent(clause: Clause) -> Token | None:
    """The agent of a plain passive: without a modal, a negation, a second participle or a fixed expression."""
    tree, predicate = clause.tree, clause.predicate
    verb = predicate.token
    plain = predicate.passive and not (predicate.negated or predicate.governors or predicate.shared_auxiliaries)
    plain = plain and not any(one.text.lower() in _NOT for one in tree.dependents(verb, "advmod"))  # "n'est … que"
    if not plain or predicate.top is not verb or predicate.tense not in _TENSES:
        return None
    agents = [token for token in tree.dependents(verb) if token.dep == "obl:agent"]
    led = len(agents) == 1 and any(case.text.lower() in _AGENT for case in tree.dependents(agents[0], "case"))
    following = tree.tokens[verb.index + 1 : verb.index + 3]
    idiom = len(following) == 2 and following[0].pos == "ADP" and following[1].pos == "NOUN"
    second = any(token.verb_form == "Part" for token in tree.dependents(verb, "conj"))
    if not led or idiom or second or tree.has(verb, "obj", "xcomp", "ccomp"):
        return None
    goes_on = _name_goes_on(tree, agents[0]) or _is_described_behind(clause.context, tree, agents[0])
    return None if agents[0].index in clause.out or goes_on else agents[0]


def _name_goes_on(tree: Tree, agent: Token) -> bool:
    """Whether what the parse ties to the verb may end the agent's name: "par Al-Qaïda | au Maghreb islamique"."""
    last = tree.subtree(agent)[-1].index
    behind = tree.tokens[last + 1 : last + 3]
    joined = agent.entity == "ORG" and len(behind) > 1 and behind[0].pos == "ADP"
    return joined and (behind[0].entity or behind[1].entity) == "ORG"


def _is_described_behind(context: HeadlineContext, tree: Tree, agent: Token) -> bool:
    """Whether a fixed phrase right behind the agent is about it: "par le service en charge des parcs"."""
    last = tree.subtree(agent)[-1].index
    behind = tree.tokens[last + 1 : last + 3]
    led = len(behind) > 1 and behind[0].pos == "ADP" and behind[1].pos == "NOUN"
    return led and context.words.has("prepositional", behind[1].lemma.lower())


def _is_plural(tree: Tree, doer: Subject) -> bool | None:
    """Whether the agent is plural, as "la CGT et SUD" are; None where the parse does not say."""
    if doer.person or doer.plural is not None or doer.head is None:
        return bool(doer.plural)
    others = tree.dependents(doer.head, "conj") if tree.holds(doer.head) else ()
    if any(_is_another_one(tree, one) and f" {one.text}" in doer.text for one in others):
        return True
    number = doer.head.number
    return number == "Plur" if number else (False if doer.head.entity else None)


def _is_another_one(tree: Tree, joined: Token) -> bool:
    """Whether "et" joins another one, not a second description: "la CGT et SUD", not "le directeur et fondateur"."""
    tied = any(one.text.lower() in _AND for one in tree.dependents(joined, "cc"))
    return tied and bool(joined.entity or tree.dependents(joined, "det"))


def _object(clause: Clause, undergoer: Subject) -> str:
    """The subject of the passive as an object, with a lower-case article; "" if it is neither a name nor a phrase."""
    text = undergoer.text
    first = re.split(r"\s|(?<=['’])", text)[0].lower()
    if clause.context.words.has("articles", first) or first in _ELIDED:
        return uncapitalised(text)
    name = undergoer.head is not None and undergoer.head.pos in ("PROPN", "NUM", "X")
    return text if undergoer.person or name else ""


def _lengths(
    clause: Clause, opening: str, doer: Subject, its_own: frozenset[int], found: tuple[Unit, ...]
) -> Iterator[Draft]:
    from timeline.events.headline.drafts.clauses import numbers, subject_features

    tree, top = clause.tree, clause.predicate.top
    if doer.head is not None and tree.holds(doer.head) and _is_followed_by_an_aim(tree, doer.head):
        return
    sets = tuple(kept_sets(clause.context, tree, top, clause.out | its_own, found))[:_LENGTHS]
    for kept, least, gone in sets:
        rest = marks.with_marks(tree, (kept | clause.parts) - its_own)
        words = tuple(token for token in rest if token.index > max(clause.predicate.parts))
        clitics = any(tree.tokens[index].pos == "PRON" for index in kept)
        infinitive = any(word.verb_form == "Inf" or word.text.lower() in _AS for word in words)
        if (
            clitics
            or infinitive
            or not (names_its_pronouns(clause, words, doer) and is_whole(clause, kept | clause.parts, words))
        ):
            continue
        line = render(Phrase.of(phrases.without_end(words), {}), clause.context.conjugation)
        text = tidy(f"{opening} {line.lstrip(' ,')}")
        if says_its_limits(clause, text):
            seen = {**numbers(found, kept, least, gone), **subject_features(doer)}
            yield Draft("active", text, seen, words, clause.predicate, doer)


def _is_followed_by_an_aim(tree: Tree, agent: Token) -> bool:
    """Whether the verb's infinitive stands behind its agent: "appelés par la préfecture à quitter leurs maisons"."""
    below = (one for one in tree.dependents(agent, "acl") if one.verb_form == "Inf")
    return any(mark.text.lower() in _AIM for one in below for mark in tree.dependents(one, "mark"))


def bracketed_drafts(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Iterator[Draft]:
    """The drafts of a participle with an agent that begins a passage in brackets; none for another one.

    The agent does it to what stands before the bracket, whatever the parse ties the participle to.
    """
    from timeline.events.headline.drafts.clauses import subject_features

    tree, verb = mention.tree, predicate.token
    agent = _agent_in_brackets(tree, verb)
    undergoer = _before(tree, verb.index - 1) if agent is not None and predicate.form is Form.PARTICIPLE else ""
    if agent is None or not undergoer:
        return
    words = _until_a_mark(tree, agent)
    name = _joined(words)
    plural = any(word.pos == "CCONJ" for word in words) or agent.is_plural
    doer = Subject(name, plural, person=not plural, named=bool(agent.entity), head=agent)
    form = context.conjugation.third_person(verb.lemma.lower(), plural=plural)
    if form is not None:
        yield Draft("active", tidy(f"{name} {form} {undergoer}"), subject_features(doer), (), predicate, doer)


def _agent_in_brackets(tree: Tree, verb: Token) -> Token | None:
    """The agent right after a participle that an opening bracket stands before."""
    if not verb.index or tree.tokens[verb.index - 1].text != "(" or verb.index + 2 >= len(tree.tokens):
        return None
    led = tree.tokens[verb.index + 1].text.lower() in _AGENT
    near = (token for token in tree.dependents(verb, "obl", "nmod") if token.index > verb.index + 1)
    return next(near, None) if led else None


def _until_a_mark(tree: Tree, agent: Token) -> tuple[Token, ...]:
    """The words of the agent up to a comma or the closing bracket."""
    first = tree.subtree(agent)[0].index
    last = next((token.index for token in tree.tokens[agent.index :] if token.pos == "PUNCT"), len(tree.tokens))
    return tuple(token for token in tree.tokens[first:last] if token.text.lower() not in _AGENT)


def _joined(words: Sequence[Token]) -> str:
    blanks = ("" if token.text.endswith(("'", "’")) else " " for token in words)
    return "".join(token.text + blank for token, blank in zip(words, blanks, strict=True)).strip()


def _before(tree: Tree, bracket: int) -> str:
    """The noun phrase that ends before a bracket, with its article.

    An adjective alone completes the noun phrase before the last bracket: "le slalom féminin (…), masculin (…)".
    """
    first = bracket
    while first and tree.tokens[first - 1].pos not in _ENDS:
        first -= 1
    words = tree.tokens[first:bracket]
    if len(words) == 1 and words[0].pos == "ADJ":
        opening = next((t.index for t in reversed(tree.tokens[:first]) if t.text == "("), 0)
        start = opening
        while start and tree.tokens[start - 1].pos not in _ENDS:
            start -= 1
        noun = [token for token in tree.tokens[start:opening] if token.pos in ("DET", "NOUN")]
        words = (*noun, *words) if len(noun) > 1 else ()
    if not words or words[0].pos != "DET" or len(words) < _WITH_NOUN:
        return ""
    text = _joined(words)
    return uncapitalised(text)  # it may begin the sentence
