"""Features that tell whether a reader of the headline alone knows who and what its definite nouns mean."""

from __future__ import annotations

import re

from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.times.kept import identifying_dates
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.usage.nouns import NounUse, stands_alone
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_KNOWN, _ARTICLE = function_words("known_determiner"), function_words("definite_beginning")
_INDEFINITE, _PRONOUNS = function_words("indefinite_beginning"), function_words("personal_pronoun")
_POINTS = function_words("demonstrative_determiner")
_NEAR = 40
"""The number of sentences before this one in which a noun is looked for."""

_FAMILIAR, _ALL = 2.0, 1.0
"""The values where no noun stands alone: those of a very familiar one."""

_SHORT = 2
_LOST = {name: f"d subject lost {name}" for name in ("conj", "nmod", "amod", "acl", "appos", "nummod", "flat", "case")}
_NEXT = ("ADP", "PUNCT", "CCONJ", "ADV", "PRON", "ADJ", "NOUN", "PROPN", "VERB", "SCONJ", "DET", "NUM")


def reader_signs(draft: Draft, context: HeadlineContext, tree: Tree, use: NounUse) -> dict[str, float]:
    """The features by name.

    Returns:
        Of the nouns that stand alone, of the subject, and of the line: how it begins, its length, what it keeps.
    """
    here = head_here(draft.subject, tree)
    hidden = timex_tokens(context, tree)
    shown = {token.index for token in draft.words} | words_of_subject(draft.subject, here, tree)
    shown -= identifying_dates(context, tree)
    before = told_before(context, tree)
    kept = [tree.tokens[index] for index in sorted(shown)]
    alone = [word for word in kept if word.index not in hidden and stands_alone(tree, word, shown)]
    definite = [word for word in kept if _is_definite(tree, word)]
    found = {
        "d alone": float(len(alone)),
        "d familiar": min([use.familiar(_noun(word)) for word in alone], default=_FAMILIAR),
        "d share": min([use.share(_noun(word)) for word in alone], default=_ALL),
        "d alone told": float(sum([_noun(word) in before for word in alone])),
        "d definite": float(len(definite)),
        "d told": float(sum([_noun(word) in before for word in definite])),
    }
    found |= _lost_of_subject(draft, tree, shown, hidden)
    return found | _of_subject(draft, here, tree, shown, before, use) | _of_line(draft, tree, shown, hidden)


def told_before(context: HeadlineContext, tree: Tree) -> frozenset[str]:
    """The nouns of the article before this sentence."""
    return tree.remembered("told before", context.trees, lambda: _nouns_before(context, tree))


def _nouns_before(context: HeadlineContext, tree: Tree) -> frozenset[str]:
    """The nouns of the sentences before this one."""
    return frozenset[str]().union(*[_nouns(one) for one in context.trees_before(tree)[-_NEAR:]])


def _nouns(tree: Tree) -> frozenset[str]:
    return tree.remembered("nouns", None, lambda: frozenset(_noun(one) for one in tree.tokens if one.pos == "NOUN"))


def _noun(word: Token) -> str:
    return word.lemma.lower()


def _is_definite(tree: Tree, word: Token) -> bool:
    common = word.pos == "NOUN" and not word.entity
    return common and any(det.lemma.lower() in _KNOWN for det in tree.dependents(word, "det"))


def head_here(subject: Subject | None, tree: Tree) -> Token | None:
    """The head of the subject, if it stands in this sentence."""
    head = subject.head if subject is not None else None
    if head is None or not tree.holds(head):
        return None
    return head


def words_of_subject(subject: Subject | None, head: Token | None, tree: Tree) -> set[int]:
    """The indices of the subject's words, if its head stands in this sentence."""
    if subject is None or head is None:
        return set()
    words = set(re.findall(r"\w+", subject.text.lower()))
    return {one.index for one in tree.subtree(head) if one.text.lower().strip("'’") in words} | {head.index}


def _of_subject(
    draft: Draft, here: Token | None, tree: Tree, shown: set[int], before: frozenset[str], use: NounUse
) -> dict[str, float]:
    """Of the subject: whether it stands alone, how familiar it is, whether it is from another sentence."""
    subject = draft.subject
    other = subject.head if subject is not None and here is None else None
    if subject is not None and other is not None:
        short = len(re.findall(r"\w+", subject.text)) <= _SHORT and subject.text[:3].lower() in _ARTICLE
        head, alone, back = other, short and other.pos == "NOUN" and not other.entity, True
    else:
        first = (one for one in draft.words if one.relation == "nsubj")
        found = here if here is not None else next(first, None)
        if found is None or found.pos != "NOUN" or found.entity:
            return _subject_features(other=False, alone=False)
        head, alone = found, stands_alone(tree, found, shown)
        back = alone and _noun(found) in before
    features = _subject_features(other=other is not None, alone=alone)
    if alone:
        noun = _noun(head)
        features |= {"d subject familiar": use.familiar(noun), "d subject share": use.share(noun)}
        features["d subject told"] = float(back)
    return features


def _lost_of_subject(draft: Draft, tree: Tree, shown: set[int], hidden: frozenset[int]) -> dict[str, float]:
    """What the words of the subject lost: "les forces (de police)", "Rubbia (et Ting)"; whether the verb agrees."""
    own = shown - {token.index for token in draft.words}
    gone = [
        child.relation
        for index in own
        for child in tree.dependents(tree.tokens[index])
        if child.index not in shown and child.index not in hidden and child.pos != "PUNCT"
    ]
    found = {key: float(gone.count(name)) for name, key in _LOST.items()}
    found["d subject lost"] = float(len(gone))
    verb, subject = draft.predicate, draft.subject
    number = verb.top.number if verb is not None else ""
    joined = subject is not None and " et " in subject.text
    plural = subject is not None and subject.head is not None and subject.head.is_plural
    found["d verb alone plural"] = float(number == "Plur" and subject is not None and not (joined or plural))
    return found


def _subject_features(*, other: bool, alone: bool) -> dict[str, float]:
    return {
        "d subject other": float(other),
        "d subject alone": float(alone),
        "d subject familiar": _FAMILIAR,
        "d subject share": _ALL,
        "d subject told": 0.0,
    }


def _of_line(draft: Draft, tree: Tree, shown: set[int], hidden: frozenset[int]) -> dict[str, float]:
    """How the line begins, its length, the share of the sentence that it keeps, and the words of dates in it."""
    last = max((token.index for token in draft.words if token.pos != "PUNCT"), default=-1)
    behind = tree.tokens[last + 1] if 0 <= last < len(tree.tokens) - 1 else None
    visible = tree.remembered("visible words", hidden, lambda: _visible(tree, hidden))
    after = [one for one in visible if one.index > last]
    return {
        "l first": _beginning(draft.text),
        "l characters": float(len(draft.text)),
        "l words": float(draft.text.count(" ") + 1),
        "l kept": sum([one.index in shown for one in visible]) / max(1, len(visible)),
        "l dates": float(len(hidden & shown)),
        "l next": float(_NEXT.index(behind.pos) + 1 if behind is not None and behind.pos in _NEXT else 0),
        "l colon": float(behind is not None and behind.text == ":"),
        "l after": float(len(after)),
        "l after bound": float(sum([one.head in shown for one in after])),
    }


def _visible(tree: Tree, hidden: frozenset[int]) -> tuple[Token, ...]:
    """The words of the sentence but those of dates."""
    return tuple(one for one in tree.tokens if one.pos != "PUNCT" and one.index not in hidden)


def _beginning(text: str) -> float:
    """A code for the first word: a figure, a pronoun, a demonstrative, an article, another word."""
    word, start = re.split(r"[\s'’]", text.lower(), maxsplit=1)[0], text[:3].lower()
    kinds = (text[:1].isdigit(), word in _PRONOUNS, word[:2] in _POINTS, start in _ARTICLE, start in _INDEFINITE)
    return float(next((code for code, holds in enumerate(kinds, 1) if holds), 0))
