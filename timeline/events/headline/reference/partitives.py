"""People of whom a number is told: some of those before, or nothing but how many.

"Trois d'entre eux" is "trois des manifestants"; "Ils étaient 2 500 à défiler" is "2 500 personnes".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.entities.coreference import Referent
from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.first_letter import capitalised
from timeline.model import Token

_OF, _AMONG, _THESE = function_words("genitive_form"), function_words("among"), function_words("out_of_these")
_ONE, _FEMININE = function_words("one"), function_words("feminine_pronoun")
_THEY, _BEING, _TO = function_words("plural_pronoun"), function_words("auxiliary_of_being"), function_words("rank_mark")
_LEADS = function_words("leads_number")
_NEAR = 3
_BEFORE = ("det", "nummod", "advmod")


def is_some_of_these(tree: Tree, head: Token) -> bool:
    """Whether a number or an amount is one of people named before: "trois d'entre eux", "l'une d'elles"."""
    return _these(tree, head) is not None


def new_beside(tree: Tree, head: Token) -> Token | None:
    """What one of several is newly called between commas: "un marin" of "l'un d'eux, un marin de Brest, a avoué"."""
    below = (one for one in tree.subtree(head) if one.relation == "appos" and one.pos == "NOUN")
    return next(
        (noun for noun in below if any(det.definite == "Ind" for det in tree.dependents(noun, "det"))),
        None,
    )


def of_these(context: HeadlineContext, tree: Tree, head: Token) -> tuple[Subject, ...]:
    """The number with the people whom the sentence before has, where it has one group of them that agrees.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        head: The number or the amount.

    Returns:
        "Trois des manifestants"; none where the pronoun may stand for several groups, or for none.
    """
    these = _these(tree, head)
    people_ = _groups(context, tree, head, these) if these is not None else []
    groups = {one.text.lower(): one for one in people_}
    if these is None or len(groups) != 1 or _counts_others(tree, head, these, people_):
        return ()
    ((people, noun),) = groups.items()
    single = head.text.lower() in _ONE
    feminine = these.text.lower() in _FEMININE
    article = context.words.form("indefinite_feminine" if feminine else "indefinite_masculine")
    amount = article if single else _amount(context, tree, head)
    of = context.words.merged(context.words.form("of").strip(), context.words.definite(plural=True))
    text = f"{amount} {of} {people}"
    return (Subject(capitalised(text), plural=not single, gender="", resolved=True, head=noun),)


def _these(tree: Tree, head: Token) -> Token | None:
    """The pronoun of "d'entre eux" right behind a word."""
    behind = tree.tokens[head.index + 1 : head.index + 1 + _NEAR]
    if len(behind) < _NEAR - 1 or behind[0].text.lower() not in _OF:
        return None
    among = behind[1].text.lower() in _AMONG
    if not among and head.text.lower() not in _ONE:
        return None
    last = behind[2] if among and len(behind) == _NEAR else behind[1]
    return last if last.text.lower() in _THESE else None


def _amount(context: HeadlineContext, tree: Tree, head: Token) -> str:
    first = min((one.index for one in tree.dependents(head, *_BEFORE) if one.index < head.index), default=head.index)
    return context.context.article.text[tree.tokens[first].start : head.end].lower()


def _counts_others(tree: Tree, head: Token, these: Token, groups: Collection[Token]) -> bool:
    """Whether the sentence has several as its subject that no group is of: "184 détenus fuient, 65 d'entre eux …"."""
    before = tree.tokens[: min(head.index, these.index)]
    several = (one for one in before if one.relation == "nsubj" and one.is_plural)
    return any(one not in groups for one in several)


def _groups(context: HeadlineContext, tree: Tree, head: Token, these: Token) -> list[Token]:
    """The plural nouns for people that agree with the pronoun: of the sentence before, and before it in its own."""
    gender = "Fem" if these.text.lower() in _FEMININE else "Masc"
    places = [(tree, tree.tokens[: max(0, these.index - _NEAR)])]
    places += [(one, one.tokens) for one in context.trees_before(tree)[-1:]]
    return [
        noun
        for one, tokens in places
        for noun in tokens
        if noun.pos == "NOUN"
        and noun.is_plural
        and noun.gender in ("", gender)
        and noun.index not in timex_tokens(context, one)
        and noun.relation != "appos"
        and noun.dep != "obl:agent"
        and is_human(context, Referent(one, noun))
        and not _are_fewer(one, noun, head)
    ]


def _are_fewer(tree: Tree, noun: Token, head: Token) -> bool:
    """Whether a group has less people than are told to be of it: of nine children, "114 d'entre eux" are not."""
    number = tree.first(noun, "nummod")
    digits = number is not None and number.text.isdecimal() and head.text.isdecimal()
    return digits and number is not None and int(number.text) < int(head.text)


def counted_people(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Subject | None:
    """The number of people who do what an infinitive tells, with their noun.

    Returns:
        "2 500 personnes" of "Ils étaient 2 500 hier à défiler", "Une quarantaine de personnes"; None for a subject that
        another noun than the number names, and for "Ils étaient nombreux".
    """
    if predicate.form is not Form.INFINITIVE:
        return None
    mark, they = tree.first(predicate.top, "mark"), tree.first(tree.head(predicate.top), "nsubj")
    if mark is None or mark.text.lower() not in _TO or they is None or they.text.lower() not in _THEY:
        return None
    behind = tree.between(they, mark)
    if not behind or behind[0].lemma.lower() not in _BEING:
        return None
    number = _number(context, behind[1:])
    if not number:
        return None
    text = context.context.article.text[number[0].start : number[-1].end]
    link = context.words.form("of") if number[-1].pos == "NOUN" else ""
    people = context.words.form("people")
    return Subject(f"{capitalised(text)} {link}{people}", plural=True, gender="Fem", resolved=True)


def _number(context: HeadlineContext, words: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a number at the beginning of a stretch, with what limits it; empty if it counts a noun."""
    found: list[Token] = []
    quantities = context.context.lexicon.words(WordList.HEADLINE_QUANTITIES)
    for word in words:
        counts = word.pos == "NUM" or (word.pos == "NOUN" and word.lemma.lower() in quantities)
        if not counts and word.text.lower() not in _LEADS:
            if word.pos in ("NOUN", "PROPN") and word.relation not in ("obl", "nmod", "advmod"):
                return ()
            break
        found.append(word)
    return tuple(found) if found and found[-1].pos in ("NUM", "NOUN") else ()
