"""Changes that headlines need: restored articles, places moved after the verb, coordinated names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.entities.coreference import Referent
from timeline.events.headline import realisation
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.folding import fold
from timeline.languages.function_words import function_words
from timeline.model import Name, Token

_FRONT = 6
_IMPERSONAL, _EXPLETIVES = function_words("impersonal_subject"), function_words("expletive_subject")
_THESE, _FEMININE_THIS = function_words("these"), function_words("feminine_this")
_NUMBERS = function_words("indefinite_number")
_BEHIND_A_DATE = frozenset({",", "–", "-", "—", ":"})


def impersonal(tree: Tree, predicate: Predicate) -> str:
    """The "il" of "il y a", "il est possible": it has no referent."""
    children = (child for part in (predicate.token, predicate.top) for child in tree.dependents(part, "expl"))
    return next((child.text for child in children if child.text.lower() in _IMPERSONAL), "")


def inverted_subject(mention: Mention, predicate: Predicate) -> Token | None:
    """ "…, a déclaré son avocat": the noun right after a verb of saying is the speaker."""
    if not mention.kind.is_saying or predicate.form is not Form.FINITE:
        return None
    if mention.tree.has(predicate.token, "ccomp", "xcomp"):
        return None
    objects = mention.tree.dependents(predicate.token, "obj")
    return next((noun for noun in objects if noun.index > predicate.token.index), None)


def subject_words(tree: Tree, predicate: Predicate) -> set[int]:
    """The words of the clause's own subjects, including expletives."""
    parts = (predicate.top, predicate.token)
    subjects = [child for part in parts for child in tree.dependents(part, "nsubj", "csubj")]
    expletives = [child for part in parts for child in tree.dependents(part, "expl")]
    subjects += [child for child in expletives if child.text.lower() in _EXPLETIVES]
    return {token.index for child in subjects for token in tree.subtree(child)}


def without_end(kept: Iterable[Token]) -> tuple[Token, ...]:
    """The words without the final marks of the sentence, so that others can be moved after them."""
    words = list(kept)
    while words and words[-1].pos == "PUNCT" and words[-1].text not in ("»", "”", '"', ")"):
        words.pop()
    return tuple(words)


def in_order(predicate: Predicate, kept: tuple[Token, ...], forced: frozenset[int] = frozenset()) -> tuple[Token, ...]:
    """Move a place from before the verb to after it: "À Paris, la Seine monte" becomes "La Seine monte à Paris".

    So is moved an infinitive that must be kept: "Avant de partir, …" becomes "… avant de partir". The rest before the
    verb goes, but its own pronouns.
    """
    first = min(predicate.parts)
    clitics: set[int] = set()
    for token in reversed([token for token in kept if token.index < first]):
        behind = {token.index + 1, token.index + 2}  # "s'(y) installe"
        if behind.isdisjoint(clitics | {first}) or not realisation.is_clitic(token):
            break
        clitics.add(token.index)
    front = tuple(token for token in kept if token.index < first and token.index not in clitics)
    moved = {token.index for token in front}
    front = tuple(token for token in front if token.pos != "PUNCT" or token.text not in ("-", "–", "—"))
    led = bool(front) and front[0].pos == "ADP" and any(token.entity == "LOC" for token in front)
    needed = (
        bool(front)
        and front[0].pos == "ADP"
        and any(token.index in forced and token.verb_form == "Inf" for token in front)
    )
    place = without_end(front) if needed or (led and len(front) <= _FRONT) else ()
    return (*(token for token in kept if token.index not in moved), *_lowered(place))


def _lowered(place: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words that no longer begin the sentence, in lower case: "À Paris" and "A Paris" become "à Paris"."""
    if not place or place[0].pos not in ("ADP", "DET", "ADV"):
        return place
    small, lemma = place[0].text.lower(), place[0].lemma.lower()
    return (replace(place[0], text=lemma if fold(lemma) == small else small), *place[1:])


def with_others(context: HeadlineContext, referent: Referent) -> str:
    """A person's name before a plural verb, with the names coordinated with it; "" if there are none."""
    tree, own = referent.tree, referent.name.canonical if referent.name else ""
    together: list[list[Name]] = []
    joints = {",", context.words.form("and")}
    for name in context.names(tree, "PER"):
        end = together[-1][-1].span.end if together else 0
        between = [token for token in tree.tokens if end <= token.start < name.span.start]
        tied = any(token.text in joints for token in between)
        if together and tied and all(token.text in joints or _is_a_title(context, token) for token in between):
            together[-1].append(name)
        else:
            together.append([name])
    run = next((names for names in together if own in [name.canonical for name in names]), [])
    names = [name.canonical for name in run]
    return f"{', '.join(names[:-1])} {context.words.form('and')} {names[-1]}" if len(names) > 1 else ""


def _is_a_title(context: HeadlineContext, token: Token) -> bool:
    """Whether it belongs to what a person is called before the name: "M.", "le président"."""
    office = token.pos == "NOUN" and context.entities.lexicon.is_noun(token.lemma.lower(), NounClass.OFFICE)
    return office or token.pos == "DET" or context.words.has("courtesy", token.lemma.lower())


def with_article(context: HeadlineContext, tree: Tree, head: Token, text: str) -> str:
    """The noun phrase with the article that was part of a contracted preposition.

    "du décret" is "le décret", "aux commerçants" "les …", and "de crimes" "des crimes".
    """
    if tree.has(head, "det", "nummod") or head.pos not in ("NOUN", "PROPN"):
        return text
    cases = [case.text.lower() for case in tree.dependents(head, "case")]
    articles = [article for case in cases if (article := context.words.article_of(case))]
    if head.pos == "PROPN" and not articles:
        return text
    if not articles and cases and head.is_plural:
        first = text.partition(" ")[0].lower()
        articles = [] if context.words.has("determiners", first) else [context.words.form("indefinite_plural")]
    return f"{articles[0]} {text}" if articles and text else text


def article(context: HeadlineContext, tree: Tree, demonstrative: Token) -> str:
    """ "Cette loi" has no antecedent in a headline: "la loi"."""
    form = demonstrative.text.lower()
    behind = (token.text for token in tree.tokens[demonstrative.index + 1 :] if token.text not in ("«", "“"))
    following = next(behind, "")  # "cet « avis »" is "l'« avis »"
    plural, feminine = form in _THESE, form in _FEMININE_THIS
    return context.words.definite(elided=context.conjugation.elides(following), feminine=feminine, plural=plural)


def as_written(context: HeadlineContext, tree: Tree, end: int | None = None) -> str:
    """The sentence in its own words, without the date or the connective that begins it, up to the word `end`."""
    span, hidden = tree.sentence.span, timex_tokens(context, tree)
    stop = span.end if end is None or end >= len(tree.tokens) else tree.tokens[end].start
    text, first = context.context.article.text[span.start : stop], 0
    marks = {token.index for token in tree.tokens if token.pos == "PUNCT" and token.text not in "«“"}
    while first < len(tree.tokens) and (first in hidden or first in marks):
        first += 1
    explained = first < len(tree.tokens) and tree.tokens[first].pron_type == "Rel"
    if first and first < len(tree.tokens) and not explained and tree.tokens[first - 1].text in _BEHIND_A_DATE:
        text = context.context.article.text[tree.tokens[first].start : stop]
    return realisation.tidy(_unlinked(context, " ".join(text.split())))


def _unlinked(context: HeadlineContext, text: str) -> str:
    lowered = text.lower()
    link = next((words for words in context.words.get("links") if lowered.startswith((f"{words} ", f"{words}, "))), "")
    text = re.sub(r"['’(]\s+", lambda found: found[0][0], text)
    return text[len(link) :].lstrip(" ,") if link else text


def is_number(token: Token) -> bool:
    """Whether the word is a number that counts its noun."""
    return token.pos == "NUM" or token.lemma in _NUMBERS
