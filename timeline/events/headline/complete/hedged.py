"""Whether a draft tells as a fact what its sentence only reports.

It reports in the conditional ("il aurait crié et réclamé …") or as what somebody says ("un décret « illégal »").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from timeline.events.entities.coreference import is_personal
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.times.kept import is_to_come
from timeline.events.lexicon import VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_HELPERS = function_words("auxiliary_of_being") | function_words("auxiliary_of_having")
_SHARED = ("conj", "advcl", "xcomp")
_SOURCE, _IF = function_words("source"), function_words("conditional")
_JUDGING = ("ADJ", "NOUN", "VERB")
_SPOKEN = (VerbClass.OPINION, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.DENY)
_QUOTED = re.compile(r"[«“][^»”]*[»”]?|[^«“]*[»”]")


def loses_its_condition(tree: Tree, draft: Draft) -> bool:
    """Whether the auxiliary in the conditional that the draft's verb has or shares is not in its line.

    Returns:
        True for "Il réclame sa libération" of "il aurait crié et réclamé sa libération"; False for a verb with an
        auxiliary of its own ("il aurait crié et a réclamé …", or "seraient fermés", announced, as "seront fermés"), and
        below a modal verb, which reports nothing ("le pont pourrait rouvrir après avoir été fermé").
    """
    if draft.predicate is None or not draft.words or not tree.remembered("hedged", None, lambda: _is_hedged(tree)):
        return False
    helpers = next(_helpers(tree, draft.predicate.top), ())
    shown = {word.index for word in draft.words} & set(draft.predicate.parts)
    hedged = [one.text.lower() for one in helpers if one.mood == "Cnd" and one.index not in shown]
    line = f" {draft.text.lower()} ".replace("'", " ").replace("’", " ")
    return bool(hedged) and not any(f" {word} " in line for word in hedged)


def loses_its_if(context: HeadlineContext, tree: Tree, draft: Draft) -> bool:
    """Whether the clause with "si" on which depends what the draft's verb tells of the future is not in its line.

    Returns:
        True for "Le pont rouvrira" of "Si le vent tombe, le pont rouvrira lundi"; False for what is told all the same:
        "même si le maire refuse", and "si" with a pronoun, which only the sentence before explains ("s'il y parvient").
    """
    conditions = tree.remembered("conditions", context.context, lambda: tuple(_conditions(tree)))
    if draft.predicate is None or not draft.words or not conditions:
        return False
    shown, parts = {word.index for word in draft.words}, draft.predicate.parts
    return any(one.head in parts and one.index not in shown for one in conditions)


def _conditions(tree: Tree) -> Iterator[Token]:
    """The verbs of the clauses on which a verb of the future or in the conditional depends."""
    for token in tree.tokens:
        mark = tree.first(token, "mark") if token.relation == "advcl" else None
        subject = tree.first(token, "nsubj", "csubj")
        led = mark is not None and mark.lemma.lower() in _IF and tree.opening(token) is mark
        led = led and subject is not None and not is_personal(subject)
        if led and is_to_come(tree, tree.head(token)):
            yield token


def _is_hedged(tree: Tree) -> bool:
    return any(token.mood == "Cnd" for token in tree.tokens)


def _helpers(tree: Tree, verb: Token) -> Iterator[tuple[Token, ...]]:
    """The finite auxiliaries of the verb, else those of the nearest verb above it that it shares the clause with."""
    for one in (verb, *tree.ancestors(verb)):
        if one.verb_form == "Fin":
            return
        finite = tuple(token for token in tree.dependents(one, "aux", "cop") if token.verb_form == "Fin")
        if finite:
            yield tuple(token for token in finite if token.lemma.lower() in _HELPERS)
            return
        if one.relation not in _SHARED:
            return


def tells_anothers_judgement(context: HeadlineContext, tree: Tree, shown: Container[int], line: str = "") -> bool:
    """Whether a word of praise or blame that somebody else says is told without saying so.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        shown: The indices of the words that the line keeps.
        line: The text of the line, if it is known: its quotation marks say enough.

    Returns:
        True for "Le juge suspend le décret illégal" of "« Le juge suspend le décret illégal », a déclaré X", False for
        "X juge le décret illégal", "Selon X, le décret est illégal" and "Le tribunal annule un arrêté illégal".
    """
    judged = _remembered(context, tree)
    if not judged:
        return False
    told = [word for word, _ in judged if word.index in shown or (line and _has_word(line, word.text))]
    if not told or any(_is_told(source, shown, line) for source in judged[0][1]):
        return False
    outside = _QUOTED.sub(" ", line)
    return not line or any(_has_word(outside, word.text) for word in told)


def has_judgements(context: HeadlineContext, tree: Tree) -> bool:
    """Whether the sentence has a word of praise or blame that somebody says."""
    return bool(_remembered(context, tree))


def _remembered(context: HeadlineContext, tree: Tree) -> tuple[tuple[Token, tuple[Token, ...]], ...]:
    return tree.remembered("judgements", context.context, lambda: _judgements(context, tree))


def _is_told(source: Token, shown: Container[int], line: str) -> bool:
    """Whether the line keeps what says who speaks; "selon" before the verb may be kept and yet not printed."""
    return source.index in shown and (not line or source.pos == "VERB" or _has_word(line, source.text))


def _has_word(line: str, word: str) -> bool:
    return word.lower() in re.findall(r"[\w-]+", line.lower())


def _judgements(context: HeadlineContext, tree: Tree) -> tuple[tuple[Token, tuple[Token, ...]], ...]:
    """The words of praise and blame that somebody says, each with what says who does.

    None in a sentence without quotation marks, without a verb of saying, and without "selon".
    """
    judging = context.words.get("judging")
    words = [one for one in tree.tokens if one.pos in _JUDGING and one.lemma.lower() in judging]
    if not words:
        return ()
    quoted = in_quotes(tree)
    sources = tuple([one for one in tree.tokens if one.index not in quoted and _attributes(context, tree, one)])
    sources = tuple([one for one in sources if one.pos != "VERB"]) or sources  # "selon X" says who
    spoken = bool(sources) or _is_in_an_open_quote(context, tree)
    return tuple([(one, sources) for one in words if spoken or one.index in quoted])


def _attributes(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether it says that somebody else speaks: "estime", "selon", "…, juge la fédération"."""
    before = tree.tokens[word.index - 1].text.replace("’", "'").lower() if word.index else ""
    if not {word.text.lower(), f"{before}{word.text.lower()}"}.isdisjoint(_SOURCE):
        return True
    beside = word.relation == "parataxis" and any(one.index > word.index for one in tree.dependents(word, "nsubj"))
    return word.pos == "VERB" and (beside or context.context.lexicon.is_verb(word.lemma.lower(), *_SPOKEN))


def _is_in_an_open_quote(context: HeadlineContext, tree: Tree) -> bool:
    """Whether the sentence continues a quotation that begins before it in its paragraph."""
    text, start = context.context.article.text, tree.sentence.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count("«") > before.count("»")
