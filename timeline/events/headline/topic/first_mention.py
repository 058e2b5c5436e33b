"""A known person or thing as a new one, for readers who have not heard of it: "Un colis suspect est détruit"."""

from __future__ import annotations

import re

from timeline.calendar.civil import moment
from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.topic.unresolved import OpenNoun
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.lines.elisions import rejoined
from timeline.lines.first_letter import capitalised
from timeline.model import Token

_DAY = 24 * 3600
_RECENT = 45
"""How many days before its article an event may have happened for being part of its news."""
_ARTICLE, _COUNTED = 3, 3
_LONGEST = 32
_MODIFIERS = ("amod", "nmod")
_LEADS = tuple(re.compile(rf"(?:\w+\s|\w['’]\s?)(?:[\w-]+\s){{{count}}}") for count in (2, 1, 0))
"""An article with the words between it and its noun, from the most to none."""
_BORDER = re.compile(r"\b")


def is_of_the_past(context: HeadlineContext, mention: Mention, days: int = _RECENT) -> bool:
    """Whether an event has a date long before its article: it is another one than that of the article's headline.

    Args:
        context: The inputs of headline writing.
        mention: The mention of the event.
        days: From how many days on it is long.
    """
    tree, published = mention.tree, context.context.article.published
    begin = moment(published.year, published.month, published.day) - days * _DAY
    parts = {mention.trigger.index, *(mention.predicate.parts if mention.predicate is not None else ())}
    for timex in tree.times(context.timexes):
        top = tree.top(timex.span) if timex.date is not None and timex.date.end is not None else None
        if top is not None and tree.head(top).index in parts and timex.date is not None:
            return timex.date.end is not None and timex.date.end < begin
    return False


def as_new(context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun) -> str:
    """The line with its subject as the article first mentions it, or as a new one.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        line: The line.
        noun: A noun of it that only the article explains.

    Returns:
        "Deux hommes sont arrêtés" for "Les deux hommes …", "Un colis suspect est détruit" for "Le colis …", "Un suspect
        est arrêté" for "Le suspect …"; "" where the article never has it so, or where there is but one ("le maire").
    """
    word = noun.word
    opening = beginning(line, word) if noun.subject else ""
    if not opening:
        return ""
    counted, rest = _counted(context, opening, word), line[len(opening) :]
    if counted:
        return f"{capitalised(counted)}{rest}"
    bare = len(opening) <= len(word.text) + _ARTICLE
    if word.number != "Sing" or not (noun.alone and bare):
        return ""
    first = _first_mention(context, tree, word)
    if first == "" and context.entities.lexicon.is_noun(word.lemma.lower(), NounClass.EVENT):
        return ""
    if first is None and not (context.words.has("new_people", word.lemma.lower()) and not noun.told):
        return ""
    feminine = word.gender == "Fem"
    article = context.words.form("indefinite_feminine" if feminine else "indefinite_masculine")
    return f"{article.capitalize()} {word.text}{first or ''}{rest}" if article else ""


def _counted(context: HeadlineContext, phrase: str, noun: Token) -> str:
    """The phrase of people without its article, if a number stands between: "deux adolescentes"."""
    words = phrase.split()
    people = any(context.words.has(name, noun.lemma.lower()) for name in ("new_people", "people"))
    plain = people and len(words) == _COUNTED and context.words.has("topic_numbers", words[1].lower())
    return " ".join(words[1:]) if plain else ""


def beginning(line: str, noun: Token) -> str:
    """An article and the noun, if the line begins with them: "les deux hommes", "l'homme"; "" where it does not."""
    openings = (found.end() for leads in _LEADS if (found := leads.match(line)) is not None)
    ends = (end + len(noun.text) for end in openings if line.startswith(noun.text, end))
    return line[: next((end for end in ends if _BORDER.match(line, end) is not None), 0)]


def _first_mention(context: HeadlineContext, tree: Tree, noun: Token) -> str | None:
    """What describes the noun where the article first has it with an indefinite article: " suspect" of "un colis …".

    None where it has not.
    """
    lemma, number = noun.lemma.lower(), noun.number
    for one in context.trees_before(tree):
        for token in one.tokens:
            if token.lemma.lower() != lemma or token.pos != "NOUN" or token.number != number:
                continue
            if token.index in in_quotes(one):
                continue  # "il a fustigé « un texte de la honte »"
            new = one.is_indefinite(token)
            return _modifiers(context, one, token) if new and not token.entity else None
    return None


def _modifiers(context: HeadlineContext, tree: Tree, noun: Token) -> str:
    """The adjectives and complements right behind a noun: " suspect", " de tourisme"; none with a date or a mark."""
    end, hidden = noun.index, timex_tokens(context, tree)
    for child in tree.dependents(noun, *_MODIFIERS):
        below = tree.subtree(child)
        if child.index < noun.index:
            continue
        apart = below[0].index != end + 1 or any(word.pos in ("PUNCT", "VERB", "PRON") for word in below)
        if apart or any(word.index in hidden or word.relation == "conj" for word in below):
            break
        if context.words.has("topic_open_ends", below[-1].text.lower()):
            break
        if below[-1].end - tree.tokens[noun.index].end > _LONGEST:
            break
        end = below[-1].index
    return rejoined(context.context.article.text[noun.end : tree.tokens[end].end].replace("\n", " "))
