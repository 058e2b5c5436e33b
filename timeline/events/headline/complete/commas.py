"""The commas and colons of a shortened sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from timeline.events.headline.base import marks
from timeline.events.tree import Tree
from timeline.model import Token

_COMPLETES = ("obj", "ccomp", "xcomp", "iobj")


def without_half_commas(tree: Tree, kept: Iterable[int]) -> tuple[Token, ...]:
    """The kept words with their marks, and between a subject and its verb either no comma or two.

    The second comma of an aside goes with it, and so does the first; an aside that lost its end, a date, keeps both.
    """
    words = marks.with_marks(tree, kept)
    found = []
    for place, word in enumerate(words):
        before, after = words[place - 1 : place], words[place + 1 : place + 2]
        gap = bool(before) and before[0].index != word.index - 1
        if not (word.text == "," and gap and after and _goes_on(tree, after[0])):
            found.append(word)
    return _paired(tree, tuple(found))


def without_a_heading(tree: Tree, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without the heading before a colon that is left out: "Rappel : (en 2012,) mille hectares brûlent".

    Returns:
        The words to keep; all of them where the colon stays, or a clause stands before it.
    """
    colon = next((token for token in tree.tokens if token.text == ":"), None)
    if colon is None or colon in words or any(token.verb_form == "Fin" for token in tree.tokens[: colon.index]):
        return words
    return tuple([word for word in words if word.index > colon.index])


def _paired(tree: Tree, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words with the commas between the first subject and its verb in pairs: "X, arrivé (lundi,) part"."""
    subject = next((word for word in words if word.relation == "nsubj" and word.pos in ("NOUN", "PROPN")), None)
    if subject is None:
        return words
    place = next((n for n, one in enumerate(words) if one.index > subject.index and _begins(one, subject)), 0)
    inside = [n for n, one in enumerate(words[:place]) if one.index > subject.index and one.text == ","]
    if not inside or (len(inside) > 1 and inside[-1] == place - 1):
        return words
    if inside[-1] == place - 1:  # the aside behind it is gone
        return (*words[: place - 1], *words[place:])
    comma = _lost_comma(tree, words[place - 1].index, words[place].index)
    return (*words[:place], comma, *words[place:]) if comma is not None else words


def _lost_comma(tree: Tree, before: int, after: int) -> Token | None:
    """The first comma between two words that follow each other in the line, by index."""
    for index in range(before + 1, after):
        if tree.tokens[index].text == ",":
            return tree.tokens[index]
    return None


def _begins(word: Token, subject: Token) -> bool:
    """Whether it is the first word of the subject's verb."""
    own = word.index == subject.head or (word.relation in ("aux", "cop", "expl") and word.head == subject.head)
    return own and (word.verb_form == "Fin" or word.pos in ("AUX", "PRON"))


def _goes_on(tree: Tree, word: Token) -> bool:
    """Whether the word begins the verb of the clause, not of one beside it: "Le pont rouvrira, a annoncé le maire"."""
    verb = tree.head(word) if word.relation == "aux" else word
    return (word.verb_form == "Fin" or word.pos == "AUX") and verb.relation not in ("conj", "parataxis")


def with_front_comma(tree: Tree, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words with the comma behind what opens them: "À Lyon, (lundi,) le pont rouvre", "Vainqueur, X est …"."""
    if not words or not (words[0].pos in ("ADP", "ADV", "SCONJ") or words[0].relation == "advcl"):
        return words
    for place, (before, after) in enumerate(pairwise(words), 1):
        if before.text == "," or before.verb_form == "Fin":
            return words
        comma = _lost_comma(tree, before.index, after.index)
        if comma is not None and after.pos != "PUNCT":
            return (*words[:place], comma, *words[place:])
    return words


def without_lone_commas(tree: Tree, words: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """The words of a clause whose asides behind the verb have both commas or none, where one went with a date.

    "a adopté lundi, par 32 voix contre 9, le budget" is "adopte par 32 voix contre 9 le budget"; "ouvre, après le
    meurtre du maire (lundi,) une enquête" has both.
    """
    lost = opened = False
    found = []
    for place, word in enumerate(words):
        before = words[place - 1].index if place else word.index
        gone = _lost_comma(tree, max(before, verb.index), word.index)
        lost |= gone is not None
        if gone is not None and opened and _completes(tree, word, verb):
            found.append(gone)
            opened = False
        if word.text != "," or word.index < verb.index:
            found.append(word)
            continue
        if not (lost and place + 1 < len(words) and _completes(tree, words[place + 1], verb)):
            found.append(word)
            opened = not opened
        lost = False
    return tuple(found)


def _completes(tree: Tree, word: Token, verb: Token) -> bool:
    """Whether the word begins an object, a clause or a preposition that completes the verb."""
    tops = (word, *tree.ancestors(word))
    top = next((token for token in tops if token.head == verb.index), None)
    if top is None or any(one.relation == "appos" for one in tops[: tops.index(top)]):
        return False
    led = top.relation == "obl" and word.pos == "ADP"
    return (led or top.relation in _COMPLETES) and word.verb_form != "Fin"
