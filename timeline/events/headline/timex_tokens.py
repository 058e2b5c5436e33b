"""The words of dates in a sentence, with the words that only they need: a headline leaves them out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form
from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Signal, Timex, TimexType, Token
from timeline.model.timex import within

_ASIDE_WORDS = 5
_LIMITS = function_words("limit_of_date")
_GENITIVE_CASE, _AT = function_words("genitive_case"), function_words("at_a_distance")
_DAY_PARTS = function_words("counted_from_an_event")
_GENITIVE, _MEASURE_CASE = function_words("genitive_form"), function_words("measure_case")
_AROUND, _LEADING = function_words("around_date"), function_words("leads_date")
_ENDING, _END = function_words("puts_an_end"), function_words("an_end")
_FILLED = function_words("case_of_a_stretch")
_FROM_NOUN, _FROM_CASE = function_words("from_noun"), function_words("from_case")
_COUNTED_FROM = function_words("after_conjunction") | function_words("before_conjunction")
_BEFORE, _NEGATION = function_words("before_conjunction"), function_words("negation")
_AGAINST, _MORE = function_words("against_number"), function_words("more_or_less")
_THAN, _ONE, _UNITS = function_words("that"), function_words("one"), function_words("unit_of_number")
_COMPARED_WORDS = 9
"""How many words before its date a number of another time may begin."""
_BESIDE = ("acl", "advcl", "amod", "appos")
_OF_A_TIME = function_words("case_of_a_time")
_AHEAD = frozenset({"PUNCT", "ADV"})
_BEHIND = frozenset({"ADP", "DET", "PUNCT", "ADV", "SCONJ"})


def timex_tokens(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    """The words of dates, with the prepositions and articles that only they need."""
    return tree.remembered("timex tokens", context.timexes, lambda: _timex_tokens(context, tree))


def _timex_tokens(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    found: set[int] = set()
    for timex in within(context.timexes, tree.sentence.span):
        if _is_a_measure(tree, timex) or _is_given(context, tree, timex) or _limits_a_denial(tree, timex):
            continue
        if _is_a_kind(tree, timex) or _is_said_of_it(context, tree, timex):
            continue
        tokens = tree.within(timex.span)
        if _leads_to_an_event(tree, timex, tokens):
            continue
        inside = {token.index for token in tokens} - _leads_on(tree, tokens)
        found |= inside
        top = tree.top(timex.span)
        if top is not None:
            found |= _only_for(tree, top, inside) | _measured_in(tree, timex) | _passed(tree, max(inside))
        found |= _at_least(tree, max(inside)) | _fronted(tree, top, inside) | _compared(tree, min(inside))
    return frozenset(_with_commas(tree, found))


def _leads_on(tree: Tree, tokens: Sequence[Token]) -> set[int]:
    """The preposition at the end of a time that leads what is behind: "deux ans jour pour jour (après) la guerre"."""
    leads = {token.index for token in tokens if token.relation in ("case", "mark") and token.head > tokens[-1].index}
    return leads if len(leads) < len(tokens) else set()


def _at_least(tree: Tree, last: int) -> set[int]:
    """ "au moins", "au plus tard" after a date."""
    following = " ".join(token.text.lower() for token in tree.tokens[last + 1 : last + 4])
    limit = next((words for words in _LIMITS if following.startswith(words)), "")
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


def _is_a_measure(tree: Tree, timex: Timex) -> bool:
    """Whether a duration is a measure and not a date.

    "condamné à deux ans de prison", "trois mois de pluie", "un contrat de trois ans".
    """
    top = tree.top(timex.span)
    if top is None:
        return False
    inside = tree.within(timex.span)
    if inside[0].text.lower() in _FILLED and _of_it(tree, timex):
        return True  # "plonge le pays dans onze mois de guerre"
    if timex.expression.type is not TimexType.DURATION or timex.date is not None:
        return False
    before = tree.tokens[: inside[0].index]
    led = before[-1].text.lower() if before else ""
    if len(before) > 1 and before[-2].text.lower() in _LEADING:
        return False
    return led in _MEASURE_CASE or (led not in _AROUND and bool(_of_it(tree, timex)))


def _is_a_kind(tree: Tree, timex: Timex) -> bool:
    """Whether it says of what kind a noun is, not when: "ses résultats annuels"."""
    top = tree.top(timex.span)
    return timex.expression.type is TimexType.SET and top is not None and top.relation == "amod" and top.pos == "ADJ"


def _leads_to_an_event(tree: Tree, timex: Timex, tokens: Sequence[Token]) -> bool:
    """Whether a time of day is counted from the noun behind it: "au soir | d'élections perdues", not "ce soir de …"."""
    top = tree.top(timex.span)
    if top is None or top.lemma.lower() not in _DAY_PARTS:
        return False
    led = any(case.lemma in _AT for case in tree.dependents(top, "case") if case.index < top.index)
    behind = tokens[-1].index + 1
    below = (child for child in tree.dependents(top, "nmod") if child.pos == "NOUN" and child.index >= behind)
    firsts = (tree.subtree(child)[0] for child in below)
    return led and any(first.index == behind and first.text.lower() in _GENITIVE_CASE for first in firsts)


def _is_given(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a time is what a verb spends, and a duration what it gives or takes.

    "Passe Noël dans un chalet", "passe le restant de la nuit en cellule", "donne sept jours à la junte".
    """
    top = tree.top(timex.span)
    noun = tree.head(top) if top is not None and _is_part_of_a_stretch(context, tree, top) else top
    if top is not None and timex.expression.signal is Signal.UNTIL and top.relation == "obl":
        above = tree.head(top)  # "donne jusqu'au 15 novembre aux partenaires sociaux"
        return context.words.has("giving_time", above.lemma.lower()) and tree.first(above, "obj") is None
    if top is None or noun is None or noun.relation != "obj" or noun.index < noun.head:
        return False
    verb = tree.head(noun).lemma.lower()
    if context.words.has("spending", verb):
        return tree.subtree(noun)[0].index == noun.head + 1 and len(tree.dependents(tree.head(noun), "obj")) == 1
    return noun is top and timex.expression.type is TimexType.DURATION and context.words.has("of_durations", verb)


def _is_said_of_it(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a verb says no more than that something is of that time: "remonte à 1938", "date de 2008"."""
    top = tree.top(timex.span)
    if top is None or not context.words.has("dating", tree.head(top).lemma.lower()):
        return False
    return top.index > top.head and any(case.lemma in _OF_A_TIME for case in tree.dependents(top, "case"))


def _is_part_of_a_stretch(context: HeadlineContext, tree: Tree, top: Token) -> bool:
    """Whether it says of what something is a part: "le restant de la nuit"."""
    return top.relation == "nmod" and context.words.has("stretches", tree.head(top).lemma.lower())


def _limits_a_denial(tree: Tree, timex: Timex) -> bool:
    """Whether a verb is denied up to a date: "ne reprendront pas avant mercredi" is not "ne reprendront pas"."""
    top = tree.top(timex.span)
    return top is not None and limits_a_denial(tree, top)


def limits_a_denial(tree: Tree, word: Token) -> bool:
    """Whether the word is led by "avant" and completes a verb that is denied."""
    return word.index in tree.remembered("limits of denials", None, lambda: _limits_of_denials(tree))


def _limits_of_denials(tree: Tree) -> frozenset[int]:
    leads = [token for token in tree.tokens if token.lemma.lower() in _BEFORE and token.relation in ("case", "mark")]
    return frozenset(token.head for token in leads if _is_denied(tree, tree.head(token)))


def _is_denied(tree: Tree, word: Token) -> bool:
    verb = tree.head(word)
    completes = word.relation in ("obl", "advmod", "nmod") and verb.pos in ("VERB", "AUX")
    verbs = (verb, tree.head(verb)) if verb.relation == "xcomp" else (verb,)  # "ne devrait pas rouvrir avant jeudi"
    return completes and any(_NEGATION & _adverbs(tree, one) for one in verbs)


def _adverbs(tree: Tree, verb: Token) -> set[str]:
    return {one.text.lower() for one in tree.dependents(verb, "advmod")}


def _of_it(tree: Tree, timex: Timex) -> tuple[Token, ...]:
    """The complement right after a duration: "(deux ans) de prison"."""
    last = max(token.index for token in tree.within(timex.span))
    following = tree.tokens[last + 1 :][:2]
    led = bool(following) and following[0].text.lower() in _GENITIVE
    return tuple(following) if led and len(following) == 2 and following[1].pos == "NOUN" else ()


def _measured_in(tree: Tree, timex: Timex) -> set[int]:
    """The words to remove with a removed duration: "après seulement deux jours | de mer"."""
    if timex.expression.type is not TimexType.DURATION:
        return set()
    following = _of_it(tree, timex)
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
    if token.pos == "CCONJ" and tree.head(token).pos == "VERB" and tree.first(tree.head(token), "nsubj") is not None:
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
    below = {token.index for token in tree.subtree(word)}
    dates = (tree.within(one.span) for one in within(context.timexes, tree.sentence.span) if one.date is not None)
    return any(date[0].index in below and date[0].index not in shown for date in dates if date)
