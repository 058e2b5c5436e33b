"""Whether a draft leaves out the words that say which one a definite noun means: "anticipe l'endroit (où il va)"."""

from __future__ import annotations

import re

from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.usage import known, nouns
from timeline.events.headline.usage.nouns import stands_alone
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.languages.occurrences import occurrences
from timeline.model import Token

_FAMILIAR = 0.9
_ASIDE_WORDS = 14
_GENITIVE = function_words("genitive_case")
_NAMES = ("appos", "flat")
_MARKS = (",", "(", "–", "-", "—", "[")
_BEHIND = re.compile(r"\W*(\w*)")


def loses_what_identifies(context: HeadlineContext, tree: Tree, draft: Draft) -> bool:
    """Whether a definite noun without another complement lost the one right behind it, or an infinitive its "de".

    Returns:
        True for "le film (Piège de cristal)", "la difficulté (que pose un duel)", "le but est (d')étudier"; False where
        a comma parts the words, where headlines use the noun alone ("le gouvernement (qui …)"), and where the draft
        completes it with other words.
    """
    shown = {token.index for token in draft.words}
    if any(word.verb_form == "Inf" and _lost_its_mark(tree, word, shown) for word in draft.words):
        return True
    if any(_lost_behind_an_aside(tree, word, shown) for word in draft.words if word.pos == "NOUN"):
        return True
    hidden = timex_tokens(context, tree)
    last = len(tree.tokens) - 1
    ends = [word for word in draft.words if word.pos == "NOUN" and word.index < last and word.index + 1 not in shown]
    ends = [word for word in ends if word.index not in hidden and word.index + 1 not in hidden]
    if not ends:
        return False
    subject = known.words_of_subject(draft.subject, known.head_here(draft.subject, tree), tree)
    return any(
        word.index + 1 not in subject
        and stands_alone(tree, word, shown | subject)
        and _is_vague(word)
        and _ends_there(draft.text, word, shown, tree)
        and _identifies(tree, word, tree.tokens[word.index + 1])
        for word in ends
    )


def _lost_its_mark(tree: Tree, infinitive: Token, shown: set[int]) -> bool:
    """Whether the preposition of an infinitive after "être" is left out."""
    mark = tree.first(infinitive, "mark")
    return tree.has(infinitive, "cop") and mark is not None and mark.index not in shown


def _lost_behind_an_aside(tree: Tree, noun: Token, shown: set[int]) -> bool:
    """Whether the line ends before a complement that an aside parts from its noun: "le prêt, sans option, (de X)".

    Not before the second item of a list, nor before what a verb is completed by: "a promis, à Lyon, de partir".
    """
    behind = noun.index + 1
    if behind == len(tree.tokens) or tree.tokens[behind].text != ",":
        return False
    inside = tree.tokens[behind + 1 : noun.index + _ASIDE_WORDS]
    if not inside or inside[0].pos != "ADP" or inside[0].text.lower() in _GENITIVE:
        return False
    closing = next((one for one in inside if one.text == "," or one.verb_form == "Fin"), None)
    if closing is None or closing.text != "," or closing.index + 1 >= len(tree.tokens):
        return False
    first = tree.tokens[closing.index + 1]
    completes = first.pos == "ADP" and first.text.lower() in _GENITIVE and tree.head(first).pos in ("NOUN", "PROPN")
    of_noun = noun.index <= tree.head(tree.head(first)).index < closing.index
    return (
        completes
        and of_noun
        and all(one.index not in shown for one in tree.tokens[first.index :] if one.pos != "PUNCT")
    )


def _is_vague(noun: Token) -> bool:
    return nouns.load().familiar(noun.lemma.lower()) < _FAMILIAR


def _ends_there(line: str, noun: Token, shown: set[int], tree: Tree) -> bool:
    """Whether the line goes on behind the noun with the next shown word, not with a complement from elsewhere."""
    at = next(occurrences(line, noun.text), None)
    behind = _BEHIND.match(line, at + len(noun.text)) if at is not None else None
    after = next(
        (
            tree.tokens[index].text
            for index in sorted(shown)
            if index > noun.index and tree.tokens[index].text[:1].isalpha()
        ),
        "",
    )
    return behind is not None and (not behind[1] or after.startswith(behind[1]))


def _identifies(tree: Tree, noun: Token, first: Token) -> bool:
    """Whether the word behind the noun begins its complement, its name, or a clause that says which one it is."""
    if first.text in _MARKS:
        return False
    for child in tree.dependents(noun):
        if child.index > noun.index and tree.subtree(child)[0].index == first.index:
            named = child.relation in _NAMES and bool(child.entity or child.pos == "PROPN")
            return named or child.relation in ("nmod", "acl")
    return False
