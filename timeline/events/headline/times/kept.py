"""The times that a line keeps: a measure, what a verb says nothing without, which one a noun means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Granularity, Signal, Timex, TimexType, Token
from timeline.model.timex import Shift

_GENITIVE_CASE, _AT = function_words("genitive_case"), function_words("at_a_distance")
_DAY_PARTS = function_words("counted_from_an_event")
_GENITIVE, _MEASURE_CASE = function_words("genitive_form"), function_words("measure_case")
_AROUND, _LEADING = function_words("around_date"), function_words("leads_date")
_FILLED, _LASTING = function_words("case_of_a_stretch"), function_words("case_of_a_duration")
_BEFORE, _NEGATION = function_words("before_conjunction"), function_words("negation")
_TO = function_words("dative_case")
_AS = function_words("as")
_POINTING, _OF_A_TIME = function_words("demonstrative_determiner"), function_words("case_of_a_time")
_DATING = ("dating", "putting_off")
_BEHIND_THE_VERB = ("obj", "obl", "xcomp", "ccomp", "advmod", "advcl", "conj")
_YEAR = re.compile(r"\d{4}")


def is_kept(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a line keeps a time: it is no date of what the line tells, or tells something itself.

    Args:
        context: The inputs of headline writing.
        tree: The tree of its sentence.
        timex: The time.
    """
    of_verb = _is_given(context, tree, timex) or _limits_a_denial(tree, timex) or _is_said_of_it(context, tree, timex)
    of_verb = of_verb or _is_all_that_is_planned(context, tree, timex) or _is_all_behind(context, tree, timex)
    if (
        of_verb
        or _is_spent(context, tree, timex)
        or _is_a_measure(tree, timex)
        or _is_a_kind(tree, timex)
        or _is_a_rate(context, tree, timex)
    ):
        return True
    top = tree.top(timex.span)
    identifies = top is not None and top.index in identifying_dates(context, tree)
    return identifies or _leads_to_an_event(tree, timex, tree.within(timex.span))


def _is_a_measure(tree: Tree, timex: Timex) -> bool:
    """Whether a duration is a measure and not a date.

    "condamné à deux ans de prison", "trois mois de pluie", "un contrat de trois ans".
    """
    top = tree.top(timex.span)
    if top is None:
        return False
    inside = tree.within(timex.span)
    if inside[0].text.lower() in _FILLED and complement_of(tree, timex):
        return True  # "plonge le pays dans onze mois de guerre"
    if timex.expression.type is not TimexType.DURATION or timex.date is not None:
        return False
    before = tree.tokens[: inside[0].index]
    led = before[-1].text.lower() if before else ""
    if len(before) > 1 and before[-2].text.lower() in _LEADING:
        return False
    if led in _MEASURE_CASE or (led not in _AROUND and bool(complement_of(tree, timex))):
        return True
    return _lasts(tree, top, inside)


def _lasts(tree: Tree, top: Token, inside: Sequence[Token]) -> bool:
    """Whether a duration behind a verb says how long or how soon: "reste fermé un mois", "se vend en dix jours".

    Not a clocked time, "en 1 heure 58 minutes".
    """
    case = tree.first(top, "case")
    before = next((one for one in reversed(tree.tokens[: inside[0].index]) if one.pos != "DET"), top)
    led = before.text.lower()
    led_so = case is None or led in _LASTING
    plain = sum(one.pos == "NUM" for one in inside) <= 1 and all(one.pos != "CCONJ" for one in inside)
    return led_so and plain and top.index > top.head and tree.head(top).pos in ("VERB", "ADJ")


def _is_a_kind(tree: Tree, timex: Timex) -> bool:
    """Whether it says of what kind a noun is, not when: "ses résultats annuels"."""
    top = tree.top(timex.span)
    return timex.expression.type is TimexType.SET and top is not None and top.relation == "amod" and top.pos == "ADJ"


def _is_a_rate(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether it says how often, behind what it counts: "86 millions d'euros par an", "sont tués chaque jour".

    Not what opens a sentence ("Chaque année, …"), nor a comparison: "comme chaque dimanche".
    """
    top = tree.top(timex.span)
    if top is None or timex.expression.type is not TimexType.SET or top.index < top.head:
        return False
    before, above = tree.previous(tree.within(timex.span)[0]), tree.head(top)
    if before is None or before.index not in tree.indices(above) or tree.has(top, "acl") or top.relation == "amod":
        return False
    far = above.pos == "NOUN" and any(one.pos == "PUNCT" for one in tree.between(above, before))
    timed = any(before in tree.within(one.span) for one in tree.times(context.timexes))  # "dix heures par semaine"
    return not (far or timed) and before.pos not in ("PUNCT", "SCONJ") and before.lemma.lower() not in _AS


def is_of_a_rate(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether a word is of a rate, which a line has as a whole with what it counts: "trois fois *par semaine*"."""
    return word.index in tree.remembered("rates", context.timexes, lambda: frozenset(_of_rates(context, tree)))


def _of_rates(context: HeadlineContext, tree: Tree) -> Iterator[int]:
    for timex in tree.times(context.timexes):
        if _is_a_rate(context, tree, timex):
            yield from (one.index for one in tree.within(timex.span))


def identifying_dates(context: HeadlineContext, tree: Tree, noun: Token | None = None) -> frozenset[int]:
    """The words of dates that say which one a noun means, and that its line keeps.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        noun: A noun, for its dates alone.
    """
    found = tree.remembered("identifying", context.timexes, lambda: tuple(_identifying(context, tree)))
    return frozenset(index for top, words in found if noun is None or top.head == noun.index for index in words)


def _identifying(context: HeadlineContext, tree: Tree) -> Iterator[tuple[Token, list[int]]]:
    for timex in tree.times(context.timexes):
        top = tree.top(timex.span)
        if top is not None and (_says_which(context, tree, timex, top) or _is_of_a_name(context, tree, timex, top)):
            yield top, [token.index for token in tree.subtree(top)]


def _is_of_a_name(context: HeadlineContext, tree: Tree, timex: Timex, top: Token) -> bool:
    """Whether a year stands right behind its noun: "le Tour de Romandie 2009", "l'édition 2016 du Vendée Globe".

    That of the article only behind a noun that means nothing without it.
    """
    before, year = tree.previous(top) or top, timex.expression.text
    if (
        not (year.isdigit() and before.pos in ("NOUN", "PROPN"))
        or tree.dependents(top)
        or _begins_a_stretch(tree, timex)
    ):
        return False
    yearly = context.words.has("yearly", before.lemma.lower())
    return yearly or int(year) != context.context.article.published.year


def _says_which(context: HeadlineContext, tree: Tree, timex: Timex, top: Token) -> bool:
    """Whether a year says which one a definite noun means: "la crise de 2003", "les victimes du 5 mai 1992".

    Not the article's year, nor the first of a stretch: "la baisse de 2004 à 2010".
    """
    case, above, year = tree.first(top, "case"), tree.head(top), _YEAR.search(timex.expression.text)
    led = case is not None and case.text.lower() in _GENITIVE_CASE and above.pos == "NOUN" and top.relation == "nmod"
    if not led or year is None or int(year[0]) == context.context.article.published.year:
        return False
    if tree.has(top, "conj") or _begins_a_stretch(tree, timex):
        return False  # "aux Jeux de 1956 et 1960"
    articles = (context.words.article_of(one.text.lower()) for one in tree.dependents(above, "case"))
    owned = any(one.is_possessive for one in tree.dependents(above, "det"))
    return owned or tree.is_definite(above) or any(articles)


def _begins_a_stretch(tree: Tree, timex: Timex) -> bool:
    """Whether a year is the first of two: "2004 à 2010"."""
    last = tree.within(timex.span)[-1].index
    behind = tree.tokens[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].lemma.lower() in _TO and behind[1].text.isdigit()


def _is_all_behind(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a time of the calendar is all that stands behind a verb of the future: "aura lieu en mars".

    Not "mardi" nor "ce soir", which are of the article's day, nor what is past now: "il épousera X en 1976".
    """
    top, today = tree.top(timex.span), context.context.published.begin
    if top is None or top.relation not in ("obl", "advmod", "obj") or top.index < top.head:
        return False
    ends = timex.date.end if timex.date is not None else None
    if ends is not None and today is not None and ends <= today:
        return False
    verb, inside = tree.head(top), tree.indices(top)
    behind = [one for one in tree.dependents(verb, *_BEHIND_THE_VERB) if one.index > verb.index]
    alone = all(one.index in inside or _is_a_part_of_it(tree, one, verb) for one in behind)
    return alone and is_to_come(tree, verb) and _is_of_the_calendar(tree, timex)


def _is_a_part_of_it(tree: Tree, word: Token, verb: Token) -> bool:
    """Whether a bare noun makes an expression with its verb: "avoir lieu"."""
    return word.pos == "NOUN" and word.index == verb.index + 1 and not tree.dependents(word)


def is_to_come(tree: Tree, verb: Token) -> bool:
    """Whether a verb, its auxiliary or the one above it is in the future or the conditional: "devrait rouvrir"."""
    above = (tree.head(verb),) if verb.relation == "xcomp" else ()
    group = (verb, *above, *tree.dependents(verb, "aux", "cop"))
    return any(one.verb_form == "Fin" and (one.tense == "Fut" or one.mood == "Cnd") for one in group)


def _is_of_the_calendar(tree: Tree, timex: Timex) -> bool:
    top, words = tree.top(timex.span), timex.expression
    if top is None or isinstance(words.meaning, Shift):
        return False  # "six ans plus tard"
    pointed = any(one.lemma.lower() in _POINTING for one in tree.dependents(top, "det"))
    long = timex.date is not None and timex.date.granularity.rank >= Granularity.MONTH.rank
    long = long or words.type is TimexType.DURATION
    return not pointed and (long or any(letter.isdigit() for letter in words.text))


def _leads_to_an_event(tree: Tree, timex: Timex, tokens: Sequence[Token]) -> bool:
    """Whether a time of day is counted from the noun behind it: "au soir | d'élections perdues", "la nuit | des faits".

    Not "ce soir de …".
    """
    top = tree.top(timex.span)
    if top is None or top.lemma.lower() not in _DAY_PARTS:
        return False
    led = any(case.lemma in _AT for case in tree.dependents(top, "case") if case.index < top.index)
    led = led or tree.is_definite(top)
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
        return context.words.has("giving_time", above.lemma.lower()) and not tree.has(above, "obj")
    if top is None or noun is None or noun.relation != "obj" or noun.index < noun.head:
        return False
    verb = tree.head(noun).lemma.lower()
    if context.words.has("spending", verb):
        return tree.subtree(noun)[0].index == noun.head + 1 and len(tree.dependents(tree.head(noun), "obj")) == 1
    return noun is top and timex.expression.type is TimexType.DURATION and context.words.has("of_durations", verb)


def _is_spent(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a participle says how a duration was spent: "après trois ans passés en captivité".

    Not "à trois heures passées".
    """
    inside = tree.within(timex.span)
    if timex.expression.type is not TimexType.DURATION or not inside:
        return False
    words = (*inside, *tree.tokens[inside[-1].index + 1 :][:1])
    spent = (one for one in words if one.verb_form == "Part" and context.words.has("spending", one.lemma.lower()))
    return any(tree.head(one) in inside and tree.has(one, "obl", "xcomp", "advcl") for one in spent)


def _is_said_of_it(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a verb says no more than that something is of that time: "remonte à 1938", "est fixé à septembre"."""
    top = tree.top(timex.span)
    if top is None or not any(context.words.has(name, tree.head(top).lemma.lower()) for name in _DATING):
        return False
    return top.index > top.head and any(case.lemma in _OF_A_TIME for case in tree.dependents(top, "case"))


def _is_all_that_is_planned(context: HeadlineContext, tree: Tree, timex: Timex) -> bool:
    """Whether a plan says up to when something lasts, and no more: "le procès est prévu jusqu'au 24 janvier"."""
    top = tree.top(timex.span)
    if top is None or timex.expression.signal is not Signal.UNTIL or top.index < top.head:
        return False
    verb, inside = tree.head(top), tree.indices(top)
    planned = verb.lemma.lower() in context.context.lexicon.words(WordList.PLANNED_PARTICIPLES)
    behind = [one for one in tree.dependents(verb, *_BEHIND_THE_VERB) if one.index > verb.index]
    return planned and all(one.index in inside for one in behind) and _is_of_the_calendar(tree, timex)


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


def complement_of(tree: Tree, timex: Timex) -> tuple[Token, ...]:
    """The complement right after a duration: "(deux ans) de prison"."""
    last = max(token.index for token in tree.within(timex.span))
    following = tree.tokens[last + 1 :][:2]
    led = bool(following) and following[0].text.lower() in _GENITIVE
    return tuple(following) if led and len(following) == 2 and following[1].pos == "NOUN" else ()
