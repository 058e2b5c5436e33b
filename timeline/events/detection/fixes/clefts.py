"""Read a sentence that only emphasises its date as a plain one: "C'est lundi que le maire a démissionné".

The parse takes the date for the main clause and the verb for what describes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Timex, Token

_CLEFT, _BEING = function_words("cleft_pronoun"), function_words("auxiliary_of_being")
_THAT = function_words("that")
_LEAD, _GAP = 5, 3
"""The most words between "c'est" and the date, and between the date and "que": "c'est le 2 mai en effet que"."""


def frame_of_date(tree: Tree, timex: Timex) -> tuple[Token, ...]:
    """The words around a date that only emphasise it.

    Args:
        tree: The sentence.
        timex: The date.

    Returns:
        "c'", "est" and "que" of "c'est lundi que le maire démissionne", with what stands between them and the date;
        nothing where the date is no such one.
    """
    inside = tree.within(timex.span)
    if not inside:
        return ()
    first, last = inside[0].index, inside[-1].index
    begin = next((at for at in range(first - 1, max(-1, first - _LEAD - 1), -1) if _opens(tree, at)), None)
    end = next((one for one in tree.tokens[last + 1 : last + _GAP + 2] if one.text.lower() in _THAT), None)
    if begin is None or end is None or any(one.verb_form == "Fin" for one in tree.tokens[begin + 2 : end.index]):
        return ()
    frame = (*tree.tokens[begin:first], *tree.tokens[last + 1 : end.index + 1])
    return tuple(one for one in frame if one.pos != "PUNCT")


def _opens(tree: Tree, at: int) -> bool:
    """Whether "c'est" stands at a place, at the beginning of a clause."""
    pair, before = tree.tokens[at : at + 2], tree.tokens[at - 1] if at else None
    led = before is None or before.pos in ("PUNCT", "CCONJ")
    return led and len(pair) > 1 and pair[0].text.lower() in _CLEFT and pair[1].lemma.lower() in _BEING


def dated_cleft(tree: Tree, timex: Timex) -> tuple[Token, ...]:
    """The words of such a sentence with the verb behind "que" as that of its clause, which the date completes.

    Args:
        tree: The sentence.
        timex: The date.

    Returns:
        The changed words, with their head and relation; nothing where the parse may be right.
    """
    frame, date = frame_of_date(tree, timex), tree.top(timex.span)
    if not frame or date is None:
        return ()
    link, verb = frame[-1], tree.head(frame[-1])
    part = range(frame[0].index, link.index + 1)
    tops = [one for one in tree.tokens[part.start : part.stop] if one.head not in part or tree.is_root(one)]
    top = next((one for one in tops if one is not link and one.pos != "PUNCT"), None)
    if verb.index <= link.index or top is None or verb.head not in part:
        return ()
    main = replace(verb, head=verb.index if tree.is_root(top) else top.head, dep=top.dep)
    return (main, *_below(tree, verb, date, top, part))


def _below(tree: Tree, verb: Token, date: Token, top: Token, part: range) -> Iterator[Token]:
    """The date as a word of the verb, the words around it as words of the date, and what else hung on their top."""
    yield replace(date, head=verb.index, dep="obl:mod")
    for one in tree.tokens[part.start : part.stop]:
        if one is not date and (one is top or one.head in (top.index, verb.index)):
            yield replace(one, head=date.index, dep="cop" if one is top else one.dep)
    for one in tree.dependents(top):
        if one.index not in part and one is not verb and one is not date:
            yield replace(one, head=verb.index)
