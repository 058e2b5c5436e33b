"""The words of dates in a sentence, with the words that only they need: a headline leaves them out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection.fixes.clefts import frame_of_date
from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.times.kept import complement_of, is_kept
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Timex, TimexType, Token

_ASIDE_WORDS = 5
_LIMITS, _LEADING = function_words("limit_of_date"), function_words("leads_date")
_ENDING, _END = function_words("puts_an_end"), function_words("an_end")
_FROM_NOUN, _FROM_CASE = function_words("from_noun"), function_words("from_case")
_COUNTED_FROM = function_words("after_conjunction") | function_words("before_conjunction")
_AGAINST, _MORE = function_words("against_number"), function_words("more_or_less")
_THAN, _ONE, _UNITS = function_words("that"), function_words("one"), function_words("unit_of_number")
_COMPARED_WORDS = 9
"""How many words before its date a number of another time may begin."""
_BESIDE = ("acl", "advcl", "amod", "appos")
_AHEAD = frozenset({"PUNCT", "ADV"})
_BEHIND = frozenset({"ADP", "DET", "PUNCT", "ADV", "SCONJ"})


def timex_tokens(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    """The words of dates, with the prepositions and articles that only they need."""
    return tree.remembered("timex tokens", context.timexes, lambda: _timex_tokens(context, tree))


def _timex_tokens(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    found: set[int] = set()
    for timex in tree.times(context.timexes):
        if is_kept(context, tree, timex):
            continue
        tokens = tree.within(timex.span)
        inside = {token.index for token in tokens} - _leads_on(tree, tokens)
        found |= inside
        top = tree.top(timex.span)
        if top is not None:
            found |= _only_for(tree, top, inside) | _measured_in(tree, timex) | _passed(tree, max(inside))
        found |= {one.index for one in frame_of_date(tree, timex)}
        found |= _at_least(tree, max(inside)) | _fronted(tree, top, inside) | _compared(tree, min(inside))
    return frozenset(_with_commas(tree, found))


def _leads_on(tree: Tree, tokens: Sequence[Token]) -> set[int]:
    """The preposition at the end of a time that leads what is behind: "deux ans jour pour jour (après) la guerre"."""
    leads = {token.index for token in tokens if token.relation in ("case", "mark") and token.head > tokens[-1].index}
    return leads if len(leads) < len(tokens) else set()


def _at_least(tree: Tree, last: int) -> set[int]:
    """ "au moins", "au plus tard" after a date, "ci" of "ce mois ci"."""
    following = " ".join(token.text.lower() for token in tree.tokens[last + 1 : last + 4])
    limit = next((words for words in _LIMITS if f"{following} ".startswith(f"{words} ")), "")
    return set(range(last + 1, last + 1 + len(limit.split())))


def _compared(tree: Tree, first: int) -> set[int]:
    """A number of another time, before its date: "contre huit | l'an dernier", ", quatre de plus qu' | en 1995".

    Not what somebody is against: "la plainte contre deux élus | en mars".
    """
    seen, more, plain = False, False, True
    for token in reversed(tree.tokens[max(0, first - _COMPARED_WORDS) : first]):
        word = token.text.lower()
        counted = token.pos == "NUM" or word in _ONE
        if word in _AGAINST and seen and plain:
            return set(range(token.index, first))
        if word == "," and seen and more:
            return set(range(token.index, first))
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return set()
        seen = seen or counted
        plain = plain and (counted or not _UNITS.isdisjoint((word, token.lemma.lower())))
        more = more or (word in _MORE and tree.tokens[token.index + 1].text.lower() in _THAN)
    return set()


def _passed(tree: Tree, last: int) -> set[int]:
    """The lone participle right behind a date that says whether it is over: "à la nuit | tombée"."""
    after = tree.tokens[last + 1 : last + 2]
    lone = bool(after) and after[0].head == last and after[0].relation == "acl" and after[0].verb_form == "Part"
    return {after[0].index} if lone and not tree.dependents(after[0]) else set()


def _fronted(tree: Tree, top: Token | None, inside: set[int]) -> set[int]:
    """The dependents of a duration at the beginning of the sentence: "Après deux décennies | au pouvoir, …".

    What stands behind a mark is no dependent, whatever the parser says: "Mars 2016 : première grève". Nor is what the
    time is counted from: "Trois jours | après le séisme".
    """
    if top is None or top.pos != "NOUN" or any(token.pos == "VERB" for token in tree.tokens[: top.index]):
        return set()
    behind = max(inside) + 1
    if any(one.pos == "PUNCT" or one.lemma.lower() in _COUNTED_FROM for one in tree.tokens[behind : behind + 1]):
        return set()
    below = [child for child in tree.dependents(top, "nmod") if child.index >= behind]
    near = (child for child in below if tree.subtree(child)[0].index == behind)
    return {token.index for child in near for token in tree.subtree(child)}


def _with_commas(tree: Tree, hidden: set[int]) -> set[int]:
    """The removed words with the two commas that enclosed nothing else.

    "est parti|, le 21 janvier,| pour la Guinée"; the first comma stays if it closes an aside.
    """
    commas = {token.index for token in tree.tokens if token.text == ","}
    result = set(hidden)
    for first in (index for index in hidden if index - 1 not in hidden):
        last = first
        while last + 1 in hidden:
            last += 1
        before, after = {first - 1, first} & commas, {last, last + 1} & commas
        if not before or not after or before == after:
            continue
        opening = min(before)
        closes = any(index in commas for index in range(opening - _ASIDE_WORDS, opening))
        result = (result | after) - before if closes else result | before | after
    return result


def _measured_in(tree: Tree, timex: Timex) -> set[int]:
    """The words to remove with a removed duration: "après seulement deux jours | de mer"."""
    if timex.expression.type is not TimexType.DURATION:
        return set()
    following = complement_of(tree, timex)
    top = tree.top(timex.span)
    clauses = tree.dependents(top, "acl") if following and top is not None else ()
    tops = (*following[1:], *(one for one in clauses if one.index > following[-1].index))
    return {token.index for word in tops for token in (*following[:1], *tree.subtree(word))}


def _only_for(tree: Tree, top: Token, inside: set[int]) -> set[int]:
    """The function words that depend on a date or introduce it: "au moins", "à compter de", "jusqu'à", "au bout de".

    A preposition only if it stands right before the date: not the "en" of "entrera en vigueur le 16 mars".
    """
    found: set[int] = set()
    first = min(inside)
    for child in tree.subtree(top):
        if child.head in inside and child.pos in (_BEHIND if child.index > first else _AHEAD):
            found.add(child.index)
    for token in reversed(tree.tokens[:first]):
        follows = tree.tokens[token.index + 1]
        counted = token.pos == "NUM" and follows.pos == "CCONJ"
        if token.index not in found and not counted and not _leads_up(tree, token):
            break
        found.add(token.index)
    return found


def _leads_up(tree: Tree, token: Token) -> bool:
    if token.pos == "CCONJ" and tree.head(token).pos == "VERB" and tree.has(tree.head(token), "nsubj"):
        return False  # "signe le contrat et, lundi, il est parti"
    if token.relation == "case" and token.head < token.index:
        return False  # "réélu à dix voix près (lundi)"
    before = tree.tokens[token.index - 1].text.lower() if token.index else ""
    if token.text.lower() in _END and token.index and tree.tokens[token.index - 1].lemma in _ENDING:
        return False  # "mettent fin (lundi) à la grève"
    if token.text.lower() in _FROM_NOUN and before not in _FROM_CASE:
        return False
    determiners = tree.dependents(token, "det") if token.pos == "NOUN" else ()
    if any(one.is_possessive or one.is_plural for one in determiners):
        return False  # "reprend ses cours (jeudi)", not "au cours de la nuit"
    return token.pos in ("ADP", "DET", "CCONJ", "SCONJ") or token.text.lower() in _LEADING


def is_of_another_day(context: HeadlineContext, mention: Mention, verb: Token, words: Sequence[Token]) -> bool:
    """Whether a line tells what its main verb says on the day of a participle: "sera inhumé près de X, mort en 1958".

    Returns:
        True where the mention is a participle with a date of its own that the line leaves out.
    """
    tree, word, own = mention.tree, mention.trigger, mention.own_predicate
    beside = own is not None and own.form is Form.PARTICIPLE and own.top.relation in _BESIDE and word.tense != "Pres"
    shown = {token.index for token in words}
    if not beside or verb.index == word.index or verb.index not in shown:
        return False
    below = tree.indices(word)
    dates = (tree.within(one.span) for one in tree.times(context.timexes) if one.date is not None)
    return any(date[0].index in below and date[0].index not in shown for date in dates if date)
