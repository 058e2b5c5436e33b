"""Words of a line that mean nothing, or something else, without the ones that they belong to and that it lost."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from timeline.events.headline.base.bound import is_led_by
from timeline.events.headline.complete.needed import strands_a_gerund
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE, _AGENT = function_words("genitive"), function_words("agent")
_ALL, _THAT = function_words("all"), function_words("that")
_NE = function_words("negative_particle")
_BESIDE = ("conj", "nmod", "obl", "dep", "appos")
_FEW = 12


def has_strays(context: HeadlineContext, tree: Tree, words: Sequence[Token]) -> bool:
    """Whether a word of the line has lost the one that it belongs to.

    Returns:
        True for "son retour (aux Journées) mondiales", "(deux minutes) du vainqueur", "le refus par X (de partir)",
        "les premières (et secondes places)", "(aussi bien) par X que par Y", "les Gilets jaunes (…) leurs tentes".
    """
    near = tree.remembered("may stray", context.timexes, lambda: _candidates(context, tree))
    if near:
        hidden, shown = timex_tokens(context, tree), {word.index for word in words}
        if any(_is_astray(context, tree, tree.tokens[index], shown, hidden) for index in near if index in shown):
            return True
    if any(_is_ones_own(context, word) for word in words) or strands_a_gerund(context, tree, words):
        return True
    if _halves_a_clause(tree, words) or _leads_to_no_verb(words) or _lost_its_clause(tree, words):
        return True
    hidden = timex_tokens(context, tree)
    if _is_of_another_date(tree, words, hidden):
        return True
    if any(word.pos == "ADJ" and _describes(tree, word) and is_emptied(context, tree, word, hidden) for word in words):
        return True
    return _runs_together(tree, words) or _has_a_bare_infinitive(context, tree, words)


def _candidates(context: HeadlineContext, tree: Tree) -> tuple[int, ...]:
    """The words that may lose the one that they belong to, by index."""
    hidden = timex_tokens(context, tree)
    return tuple([word.index for word in tree.tokens if _may_stray(context, tree, word, hidden)])


def _may_stray(context: HeadlineContext, tree: Tree, word: Token, hidden: Container[int]) -> bool:
    name = word.relation
    if word.pos == "NUM":
        return _second_number(tree, word) is not None
    if word.head in hidden and word.index not in hidden and name in ("amod", "case", "nmod"):
        return word.index > word.head and (name != "nmod" or _is_counted_in(context, tree, word))
    if name == "acl":
        return word.dep == "acl" and word.verb_form == "Part" and word.tense != "Pres"
    if name == "appos":
        several = tree.head(word).is_plural and not word.is_plural
        return several and tree.has(word, "conj")
    if word.pos == "ADJ" and name in ("obj", "nsubj", "obl"):
        return tree.has(word, "det") and tree.has(word, "conj")
    if word.pos in ("SCONJ", "ADV"):
        return _answered(context, tree, word) is not None
    if word.pos != "NOUN":
        return False
    return _is_any(tree, word) or any(is_led_by(tree, one, _AGENT) for one in tree.dependents(word, "nmod"))


def _is_counted_in(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether it completes a number of minutes or days: "à deux minutes | du vainqueur"; not "mardi | à Rio"."""
    measure = tree.head(word)
    counted = context.words.has("units_of_time", measure.lemma.lower()) and tree.has(measure, "nummod")
    return counted and is_led_by(tree, word, _GENITIVE)


def _is_astray(
    context: HeadlineContext, tree: Tree, word: Token, shown: Container[int], hidden: Container[int]
) -> bool:
    second = _second_number(tree, word)
    if second is not None:
        return second.index not in shown
    if word.head in hidden and word.relation != "acl":
        return word.head not in shown
    if word.relation == "acl":
        return _is_of_another_number(tree, word, shown) or _lost_its_agent(tree, word, shown, hidden)
    if word.pos == "ADJ" or word.relation == "appos":
        return any(one.index not in shown and one.index not in hidden for one in tree.dependents(word, "conj"))
    if word.pos in ("SCONJ", "ADV"):
        first = _answered(context, tree, word)
        return first is not None and first.index not in shown
    if _is_any(tree, word):
        after = tree.next(word)
        return after is not None and after.pos == "ADP" and _lost_its_head(after, shown, hidden)
    return _keeps_only_its_agent(tree, word, shown, hidden)


def _second_number(tree: Tree, word: Token) -> Token | None:
    """The number that "et" or "ou" ties to a number: "à 6 et 8 mois de prison"."""
    after = tree.tokens[word.index + 1 : word.index + 3] if word.pos == "NUM" else ()
    tied = len(after) == 2 and after[0].pos == "CCONJ" and after[1].pos == "NUM"
    return after[1] if tied else None


def _lost_its_agent(tree: Tree, word: Token, shown: Container[int], hidden: Container[int]) -> bool:
    """Whether a participle lost the agent right behind it: "un cessez-le-feu parrainé (par la Turquie)"."""
    after = tree.next(word)
    return after is not None and after.text.lower() in _AGENT and _lost_its_head(after, shown, hidden)


def _lost_its_head(case: Token, shown: Container[int], hidden: Container[int]) -> bool:
    """Whether what a preposition leads to is neither kept nor a time."""
    return case.head > case.index and case.head not in shown and case.head not in hidden


def _is_of_another_number(tree: Tree, word: Token, shown: Container[int]) -> bool:
    """Whether a participle comes after a gap to a noun of another number: "des spectateurs (…) annulé"."""
    noun = tree.head(word)
    if noun.index not in shown or noun.index > word.index:
        return False
    gap = any(one.index not in shown and one.pos != "PUNCT" for one in tree.between(noun, word))
    return gap and len({word.number, noun.number} - {""}) > 1


def _is_any(tree: Tree, noun: Token) -> bool:
    """Whether an object has "tout" for its article: "renie toute implication (dans l'attentat)"."""
    singular = noun.relation == "obj" and noun.number == "Sing"
    return singular and any(one.lemma.lower() in _ALL for one in tree.dependents(noun, "det"))


def _keeps_only_its_agent(tree: Tree, noun: Token, shown: Container[int], hidden: Container[int]) -> bool:
    """Whether a noun has who did it, but no longer what: "le refus par Philippot (de quitter l'association)"."""
    below = [one for one in tree.dependents(noun, "nmod", "acl", "obl") if one.index > noun.index]
    kept = [one for one in below if one.index in shown]
    if not kept or any(not is_led_by(tree, one, _AGENT) for one in kept):
        return False
    gone = (one for one in below if one.index not in shown and one.index not in hidden)
    return any(is_led_by(tree, one, _GENITIVE) for one in gone)


def _answered(context: HeadlineContext, tree: Tree, word: Token) -> Token | None:
    """What "que" before a preposition answers, or "bien" belongs to: "aussi" of "aussi bien par X que par Y"."""
    if word.pos == "ADV":
        grades = tree.dependents(word, "advmod")
        return next((one for one in grades if context.words.has("answered", one.text.lower())), None)
    after = tree.next(word)
    if word.text.lower() not in _THAT or after is None or after.pos != "ADP":
        return None
    before = tree.tokens[max(0, word.index - _FEW) : word.index]
    return next((one for one in reversed(before) if context.words.has("answered", one.text.lower())), None)


def _leads_to_no_verb(words: Sequence[Token]) -> bool:
    """Whether "que" right behind a verb has no verb behind it: "annonce que l'opérateur de téléphonie"."""
    if any(word.text.lower() in _NE for word in words):
        return False  # "ne prend que la quatrième place"
    for place, word in enumerate(words[1:], 1):
        if word.text.lower() in _THAT and word.pos == "SCONJ" and words[place - 1].pos == "VERB":
            return not any(one.verb_form == "Fin" for one in words[place + 1 :])
    return False


def _halves_a_clause(tree: Tree, words: Sequence[Token]) -> bool:
    """Whether a clause inside the line lost what leads it, or its verb.

    "afin de savoir (qui) a fait quoi", "même (si) l'agence annonce", "lorsque le frein, engorgé par le verglas (,
    refusa)"; not the line's own clause, which stands alone: "(annonce que) le pont ferme".
    """
    leads = tree.remembered("leads of clauses", None, lambda: tuple(_leads_of_clauses(tree)))
    shown = {word.index for word in words}
    for lead, verb, below in leads:
        if (verb in shown) != (lead in shown) and (
            lead in shown or any(word.index < lead and word.index not in below for word in words)
        ):
            return True
    return False


def _leads_of_clauses(tree: Tree) -> Iterator[tuple[int, int, frozenset[int]]]:
    """The conjunctions and pronouns that lead a finite clause right before it, with its verb and its words."""
    for token in tree.tokens:
        verb = tree.head(token)
        leads = token.pos == "SCONJ" or token.pron_type in ("Rel", "Int")
        finite = tree.is_finite(verb)
        cleft = verb.dep == "acl:relcl" and tree.has(tree.head(verb), "cop")  # "c'est le maire qui ferme"
        if leads and not cleft and token.relation in ("mark", "nsubj") and finite and token.index < verb.index:
            yield token.index, verb.index, tree.indices(verb)


def _has_a_bare_infinitive(context: HeadlineContext, tree: Tree, words: Sequence[Token]) -> bool:
    """Whether an infinitive below a noun lost its object: "l'aptitude d'attribuer (à d'autres des capacités)"."""
    last = next((word for word in reversed(words) if word.pos != "PUNCT"), None)
    if last is None or last.verb_form != "Inf" or not context.words.has("transitive", last.lemma.lower()):
        return False
    taken = any(one.pos == "PRON" and one.index < last.index for one in tree.dependents(last, "obj", "iobj"))
    below = tree.dependents(last, "obj", "obl", "ccomp", "xcomp")
    hidden = timex_tokens(context, tree)
    return not taken and any(one.index > last.index and one.index not in hidden for one in below)


def _runs_together(tree: Tree, words: Sequence[Token]) -> bool:
    """Whether a noun phrase follows another one where words between them are gone, and nothing ties it to the verb."""
    for before, after in pairwise(words):
        if after.index == before.index + 1 or after.pos != "DET" or before.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        noun = tree.head(after)
        if noun.index > after.index and noun.relation in _BESIDE and not tree.has(noun, "case", "cc"):
            return True
    return False


def _is_ones_own(context: HeadlineContext, word: Token) -> bool:
    """Whether it is a possessive of a noun that only a sentence before has: "prolonge la sienne"; not "les siens"."""
    own = context.words.has("ones_own", word.text.lower()) and word.pos in ("NOUN", "ADJ", "PRON")
    return own and not word.is_plural


def _lost_its_clause(tree: Tree, words: Sequence[Token]) -> bool:
    """Whether a noun behind a preposition lost the clause that says what it is: "au motif (que celui-ci …)"."""
    shown = {word.index for word in words}
    for word in words:
        lead = tree.next(word)
        if word.pos != "NOUN" or lead is None or lead.pos != "SCONJ" or lead.index in shown:
            continue
        if lead.text.lower() in _THAT and tree.head(lead).head == word.index:
            return tree.has(word, "case")
    return False


def _is_of_another_date(tree: Tree, words: Sequence[Token], hidden: Container[int]) -> bool:
    """Whether "et" went with the second of two dates: "prévus (le 22) à Bordeaux (et le 5) à Paris"."""
    for before, after in pairwise(words):
        gap = tree.between(before, after)
        tied = any(one.pos == "CCONJ" for one in gap) and all(one.index in hidden or one.pos == "PUNCT" for one in gap)
        if tied and after.pos == "ADP" and any(one.pos == after.pos for one in tree.dependents(before, "case")):
            return True
    return False


def is_emptied(context: HeadlineContext, tree: Tree, token: Token, hidden: Container[int]) -> bool:
    """Whether a word means nothing without the removed date.

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        token: A word of it.
        hidden: The words of its dates, which no line keeps.

    Returns:
        True for "le reste (de cette semaine)", "publié (mardi)", and for an adjective behind a comma: "une
        autorisation, valable (jusqu'au 31 octobre)"; False for what is somebody's ("ses cours (jeudi)").
    """
    if token.index in hidden:
        return False
    if context.words.has("of_a_measure", token.lemma.lower()):
        after = tree.tokens[token.index + 1 : token.index + 3]
        return len(after) == 2 and after[0].pos == "ADP" and after[1].index in hidden
    below = [word for word in tree.subtree(token) if word.index != token.index and word.pos != "PUNCT"]
    if not _describes(tree, token):
        determiners = tree.dependents(token, "det")
        beside = all(word.pos != "ADP" for word in below)  # "reprend les cours (jeudi)"
        several = beside and any(word.is_plural for word in determiners)
        own = several or any(word.is_possessive for word in determiners)
        led = determiners or tree.dependents(token, "case")
        if own or not led or not context.words.has("stretches", token.lemma.lower()):
            return False
        below = [word for word in below if word.pos not in ("DET", "ADP", "ADJ", "ADV")]
    return bool(below) and all(word.index in hidden for word in below)


def _describes(tree: Tree, token: Token) -> bool:
    """Whether it is a participle that describes a noun, or an adjective behind a comma that does."""
    if token.verb_form == "Part":
        return token.relation == "acl"
    return tree.follows_comma(token) and token.pos == "ADJ" and token.relation in ("amod", "acl", "appos")
