"""A person's office beside their name, where the sentence has both: "Le préfet Thomas Degos réunit …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.entities.coreference import Referent
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.model import Name, Token

_HONORIFICS = pattern("honorifics")
_DEMONSTRATIVE = function_words("demonstrative_determiner")
_CONTRACTED = function_words("contracted")
_LONGEST_OFFICE, _COMMAS = 55, 2
_PHRASE = ("NOUN", "ADJ", "ADP", "DET", "PROPN")


def with_office(context: HeadlineContext, tree: Tree, draft: Draft) -> Draft:
    """The draft with the office before the name that the sentence puts behind it, or with that name behind the office.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        draft: A draft that begins with its subject, a person of this sentence.

    Returns:
        "Le préfet Thomas Degos réunit …" for "Thomas Degos réunit …" and for "Le préfet réunit …", where the sentence
        has "Le préfet, Thomas Degos, a réuni …"; the draft itself where it has no office, or the line would be too
        long.
    """
    subject = draft.subject
    if subject is None or subject.head is None or not tree.holds(subject.head):
        return draft
    behind = draft.text[len(subject.text) :]
    if draft.text[1 : len(subject.text)] != subject.text[1:] or not behind.startswith(" "):
        return draft
    for name in context.names(tree, "PER"):
        office = _office(context, tree, name)
        if not office or not _is_about(subject, name, office) or _is_said_again(context, office, behind):
            continue  # not "le préfet X est nommé préfet"
        for words in (office, _short(office)):
            text = f"{_written(context, words)} {name.canonical}"
            if len(text + behind) <= LONGEST:
                return replace(draft, text=text + behind, subject=replace(subject, text=text, named=True))
    return draft


def _is_about(subject: Subject, name: Name, office: Sequence[Token]) -> bool:
    """Whether the wording is the name, the office, or both with a comma between them."""
    described = subject.head is _noun(office) and not subject.filled
    both = subject.text.endswith(",") and subject.text.count(",") == _COMMAS and name.surface in subject.text
    return subject.text == name.canonical or (described and (both or not subject.named))


def _short(office: Sequence[Token]) -> Sequence[Token]:
    """The office without what it is of: "le procureur (de Béthune)", "le secrétaire d'État (à l'Environnement)"."""
    ends = (
        place
        for place, (one, after) in enumerate(pairwise(office))
        if one.pos == "ADP" and (one.text.lower() in _CONTRACTED or after.pos in ("DET", "PROPN"))
    )
    return office[: next(ends, len(office))]


def _written(context: HeadlineContext, words: Sequence[Token]) -> str:
    text = context.context.article.text[words[0].start : words[-1].end]
    return f"{text[:1].upper()}{' '.join(text[1:].split())}"


def _office(context: HeadlineContext, tree: Tree, name: Name) -> tuple[Token, ...]:
    """The noun phrase with a definite article before the comma of a name; empty where none is a person's office.

    Not of "le chef de celle-ci, X", "l'avocat de la ministre, X", "le maire, X et Y".
    """
    words = tree.within(name.span)
    if not words or " " not in name.canonical or not _ends(tree, words[-1]):
        return ()
    comma = words[0].index - 1
    if comma > 0 and _HONORIFICS.match(f"{tree.tokens[comma].text} {words[0].text}"):
        comma -= 1
    if comma < 1 or tree.tokens[comma].text != ",":
        return ()
    phrase = tuple(reversed(tuple(_back(tree, comma))))
    phrase = phrase[1:] if phrase and phrase[0].pos == "ADP" else phrase
    noun, top = _noun(phrase), tree.top(name.span)
    if noun is None or noun.pos != "NOUN" or noun.is_plural or noun.entity or _is_a_body(context, phrase[-1]):
        return ()
    tied = top is not None and top.relation == "appos" and tree.head(top) is noun
    if not (tied or _is_one(context, tree, noun)) or phrase[-1].end - phrase[0].start > _LONGEST_OFFICE:
        return ()
    others = (one for one in phrase if one is not noun)
    return () if any(_is_another(context, tree, one) for one in others) else phrase


def _ends(tree: Tree, last: Token) -> bool:
    """Whether a comma or a verb follows a name: "le maire, X, a dit", not "le maire, X et Y"."""
    after = tree.tokens[last.index + 1] if last.index + 1 < len(tree.tokens) else last
    return after.pos == "PUNCT" or after.pos in ("VERB", "AUX") or after is last


def _back(tree: Tree, end: int) -> Iterator[Token]:
    """The words of the noun phrase that ends before a comma, last first."""
    for word in reversed(tree.tokens[:end]):
        if word.pos not in _PHRASE:
            return
        yield word


def _noun(phrase: Sequence[Token]) -> Token | None:
    """The head of a phrase that begins with a definite article."""
    if not phrase or phrase[0].definite != "Def" or phrase[0].is_plural:
        return None
    return next((one for one in phrase[1:] if one.pos not in ("ADJ", "DET")), None)


def _is_said_again(context: HeadlineContext, office: Sequence[Token], behind: str) -> bool:
    return f" {_written(context, office[1:]).lower()} " in f"{behind.lower()} "


def _is_one(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    common = noun.pos == "NOUN" and not noun.entity and not noun.is_plural
    return common and is_human(context, Referent(tree, noun, None))


def _is_another(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether a word of the phrase may be whose name follows, or says when or whose without the reader knowing."""
    lemma = word.lemma.lower()
    points = word.is_possessive or lemma in _DEMONSTRATIVE or word.index in timex_tokens(context, tree)
    points = points or context.words.has("of_its_time", lemma)
    return points or word.entity == "PER" or _is_one(context, tree, word)


def _is_a_body(context: HeadlineContext, last: Token) -> bool:
    """Whether the name would be that of the word before it: "le président du groupe (Masayoshi Son)"."""
    return last.pos == "NOUN" and context.entities.lexicon.is_noun(last.lemma.lower(), NounClass.COMPANY)
