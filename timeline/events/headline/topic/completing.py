"""The complement that a noun of a line has elsewhere: in the topic, the headline or an earlier sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.events.headline.base.stems import stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.title_clauses import of
from timeline.events.headline.topic.title_phrases import Kind, shortened
from timeline.events.headline.topic.topics import Topic, title_words
from timeline.events.headline.topic.unresolved import OpenNoun
from timeline.events.headline.wording.descriptions import fuller
from timeline.events.headline.wording.subjects import noun_phrases
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.languages.occurrences import PART, occurrences
from timeline.lines.first_letter import uncapitalised
from timeline.model import Token
from timeline.model.events import TOPIC_END

_LOWERED = function_words("definite_beginning") | function_words("indefinite_beginning")
_HONORIFICS = pattern("honorifics")
_FIRST = re.compile(r"\w+['’]?")
_GOES_ON = re.compile(r"[\w-]| [A-ZÀ-Ý]")
"""What goes on with a noun: a part of its word, or a name, "l'émission Destination Eurovision"."""

_USUAL, _VAGUE = 0.9, 0.3
"""How usual a noun is alone in headlines from which on it needs no complement, and within another noun's."""

_LONGEST = 45
_NAME = re.compile(r"\s(?:\w['’])?[A-ZÀ-Ý][\w-]{2,}")
LONGEST_LINE = 110
"""The largest number of characters of a line that says more than its draft."""


def completed(
    context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun, about: Iterable[Topic], *, named: bool
) -> str:
    """The line with the complement that its noun has elsewhere.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        line: The line.
        noun: A noun of it without a complement.
        about: The topics of the article.
        named: Whether the complement has to have a name, so that it says which one is meant.

    Returns:
        "l'attentat (de Manchester) fait 22 morts", "le policier (poignardé à Toulouse)", "le virus (Ebola)"; "" where
        the line has the complement's words, or where there is none.
    """
    word = noun.word.text
    at = next(occurrences(line, word, PART, _GOES_ON), None)
    if at is None:
        return ""
    end = at + len(word)
    for behind in _complements(context, tree, noun, about):
        text = f"{line[:end]} {behind}{line[end:]}"
        plain = not stems(behind) & stems(line) and len(behind) <= _LONGEST and len(text) <= LONGEST_LINE
        if plain and (not named or _NAME.search(f" {behind}") is not None):
            return text
    return ""


def _complements(context: HeadlineContext, tree: Tree, noun: OpenNoun, about: Iterable[Topic]) -> Iterator[str]:
    word = noun.word.text
    for one in about:
        head, _, behind = one.text.partition(" ")
        if behind and not one.place and head.lower() == word.lower():
            yield behind
    if behind := _of_the_relative(context, tree, noun):
        yield behind
        return
    lemma, inner = noun.word.lemma.lower(), noun.word.relation == "nmod"
    named = noun.subject and context.entities.lexicon.is_noun(lemma, NounClass.COMPANY)  # a draft has the name alone
    if named or noun.familiar >= (_VAGUE if inner else _USUAL) or context.words.has("topic_directions", lemma):
        return
    yield from _in_the_headline(context, word, lemma)
    behind = fuller(context, tree, noun.word) if tree.holds(noun.word) else ""
    if behind and not any(context.words.has("topic_settings", one) for one in behind.split()):
        yield behind


def _of_the_relative(context: HeadlineContext, tree: Tree, noun: OpenNoun) -> str:
    """The noun whose relative clause has it: "du télescope" of "le télescope, dont le lancement est prévu"."""
    word = noun.word
    verb = tree.head(word) if tree.holds(word) and word.relation == "nsubj" else None
    if verb is None or verb.dep != "acl:relcl":
        return ""
    first = tree.tokens[word.index - 2] if word.index > 1 else word
    if not context.words.has("topic_relatives", first.text.lower()):
        return ""
    if context.words.has("somebodys", word.lemma.lower()) and (name := _named_before(context, tree, first)):
        return of(context, "", name).strip()
    owner = tree.head(verb)  # below another noun it may be that one: "la sortie de l'Union, dont le processus"
    sure = owner.pos in ("NOUN", "PROPN") and owner.relation not in ("nmod", "conj", "appos")
    phrase = next((one for one in noun_phrases(context, tree, owner) if not one.vague), None) if sure else None
    if phrase is None:
        return ""
    return of(context, "", lowered(context, tree, phrase.text)).strip()  # not "Londres, dont les troupes …"


def _named_before(context: HeadlineContext, tree: Tree, relative: Token) -> str:
    """The person named right before a relative pronoun, or before an age: "le meurtre de X, 17 ans, dont le corps"."""
    people = (name for name in context.names(tree, "PER") if name.span.end <= relative.start)
    name = max(people, key=lambda one: one.span.end, default=None)
    between = [one for one in tree.tokens[: relative.index] if name is not None and one.start >= name.span.end]
    aged = all(one.pos in ("PUNCT", "NUM") or context.words.has("years", one.lemma.lower()) for one in between)
    return name.canonical if name is not None and aged else ""


def _in_the_headline(context: HeadlineContext, noun: str, lemma: str) -> Iterator[str]:
    """What the headline has behind the noun, if it has it once: " d'un bus belge" of "accident d'un bus belge".

    A place is the complement of events only: not "le train (en Pennsylvanie)".
    """
    words = title_words(context)
    places = [place for place, one in enumerate(words) if one.text.lower() == noun.lower() and one.kind is Kind.NOUN]
    text = shortened(context, words, places[0], places[0] + 1) if len(places) == 1 else ""
    behind = text[len(noun) :].strip()
    first = behind.partition(" ")[0].partition("'")[0].partition("’")[0].lower()
    other = context.words.has("topic_links", first) and not context.words.has("topic_genitives", first)
    if behind and not (other and not context.entities.lexicon.is_noun(lemma, NounClass.EVENT)):
        yield behind


def led_by(context: HeadlineContext, tree: Tree, topic: str, line: str) -> str:
    """The line behind a topic: "Fusillade à Grasse : le suspect est arrêté"."""
    return f"{topic}{TOPIC_END}{lowered(context, tree, line)}"


def lowered(context: HeadlineContext, tree: Tree, line: str) -> str:
    """The line with a small first letter, if its first word is no name and no title of one: "Mme Rey"."""
    if _HONORIFICS.match(line):
        return line
    first = _FIRST.match(line)
    word = first.group().lower() if first else ""
    article = line[:3].lower() in _LOWERED or word[-1:] in ("'", "’")
    small = article or _is_written_small(context, word) or _is_common(context, tree, word)
    return uncapitalised(line) if small else line


def _is_written_small(context: HeadlineContext, word: str) -> bool:
    """Whether the article has a word in small letters."""
    return next(occurrences(context.context.article.text, word), None) is not None


def _is_common(context: HeadlineContext, tree: Tree, word: str) -> bool:
    """Whether the sentence or one before it, which may have a referent's words, has a word that is no name."""
    here = (one for sentence in (tree, *context.trees) for one in sentence.tokens)
    same = (one for one in here if one.text.lower().partition("-")[0] == word)
    return any(one.pos not in ("PROPN", "X") and not one.entity for one in same)
