"""Who a person is, as the article says it beside the name: "le préfet, Jean Rey", "Jean Rey, apprenti boulanger"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from timeline.events.entities.coreference import Referent
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.lines.elisions import rejoined
from timeline.model import Name, Token

_HONORIFICS = pattern("honorifics")
_CONTRACTED = function_words("contracted")
_DEMONSTRATIVE = function_words("demonstrative_determiner")
_LONGEST_OFFICE, _LONGEST_ROLE = 55, 48
"""The largest number of characters of an office in front of a comma, and of another role."""
_PHRASE = frozenset({"NOUN", "ADJ", "ADP", "DET", "PROPN"})
_TIED = ("appos", "flat", "nmod")
_CLOSED = (",", ".", ";", ")")


@dataclass(frozen=True, slots=True)
class Role:
    """A wording of what somebody is.

    Attributes:
        text: Its words: "le préfet", "la fille du juge", "apprenti boulanger".
        before: Whether it stands before the name; else it stands behind it, between commas.
    """

    text: str
    before: bool


def roles_of(context: HeadlineContext, canonical: str) -> tuple[Role, ...]:
    """The role with which the article first presents a person.

    Args:
        context: The inputs of headline writing.
        canonical: The name that stands for all forms of the person's name.

    Returns:
        Its wordings, longest first: "le préfet de l'Isère" and "le préfet" of "le préfet de l'Isère, Jean Rey",
        "apprenti boulanger" of "Jean Rey, 19 ans, apprenti boulanger"; none where it takes the person for known.
    """
    return context.trees[0].remembered(("roles", canonical), context.trees, lambda: _first(context, canonical))


def _first(context: HeadlineContext, canonical: str) -> tuple[Role, ...]:
    named = ((tree, name) for tree in context.trees for name in context.names(tree, "PER"))
    found = (_beside(context, tree, name) for tree, name in named if name.canonical == canonical)
    return next((roles for roles in found if roles), ())


def _beside(context: HeadlineContext, tree: Tree, name: Name) -> tuple[Role, ...]:
    if phrase := office(context, tree, name) or _in_front(context, tree, name):
        texts = dict.fromkeys(written(context, words) for words in (phrase, short(phrase)))
        return tuple(Role(text, before=True) for text in texts)
    if phrase := _behind(context, tree, name):
        return tuple(_behind_the_name(context, phrase))
    return ()


def _behind_the_name(context: HeadlineContext, phrase: Sequence[Token]) -> Iterator[Role]:
    if not _is_longer(phrase, _LONGEST_ROLE):
        yield Role(written(context, phrase), before=False)
    less = short(phrase)
    if len(less) < len(phrase) and _says_enough(context, less):
        yield Role(written(context, less), before=less[0].definite == "Def")


def _says_enough(context: HeadlineContext, role: Sequence[Token]) -> bool:
    """Whether a role is one without a complement: "géologue", "le ministre"; not "fille", "chef adjoint"."""
    lemma = next(one for one in role if one.pos == "NOUN").lemma.lower()
    one_of_a_kind = role[0].definite == "Def" and context.entities.lexicon.is_noun(lemma, NounClass.OFFICE)
    return one_of_a_kind or context.words.has("trades", lemma)


def short(office: Sequence[Token]) -> Sequence[Token]:
    """The office without what it is of: "le procureur (de Béthune)", "le secrétaire d'État (à l'Environnement)"."""
    ends = (
        place
        for place, (one, after) in enumerate(pairwise(office))
        if one.pos == "ADP" and (one.text.lower() in _CONTRACTED or after.pos in ("DET", "PROPN"))
    )
    return office[: next(ends, len(office))]


def written(context: HeadlineContext, words: Sequence[Token]) -> str:
    """Some words of one sentence, as the article has them, with single spaces, and none behind an apostrophe."""
    return rejoined(" ".join(context.context.article.text[words[0].start : words[-1].end].split()))


def office(context: HeadlineContext, tree: Tree, name: Name) -> tuple[Token, ...]:
    """The noun phrase with a definite article before the comma of a name; empty where none is a person's office.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        name: A person's name of the sentence.

    Returns:
        "le préfet" of "le préfet, Jean Rey, …"; nothing for "le chef de celle-ci, X", "l'avocat de la ministre, X", "le
        maire, X et Y".
    """
    words = tree.within(name.span)
    if not words or " " not in name.canonical or not _ends(tree, words[-1]):
        return ()
    comma = words[0].index - 1
    if comma > 0 and _HONORIFICS.match(f"{tree.tokens[comma].text} {words[0].text}"):
        comma -= 1
    if comma < 1 or tree.tokens[comma].text != ",":
        return ()
    phrase = _before(tree, comma)
    phrase = phrase[1:] if phrase and phrase[0].pos == "ADP" else phrase
    noun, top = head_of(phrase), tree.top(name.span)
    if noun is None or noun.pos != "NOUN" or noun.is_plural or noun.entity or _is_a_body(context, phrase[-1]):
        return ()
    tied = top is not None and top.relation == "appos" and tree.head(top) is noun
    if not (tied or _is_one(context, tree, noun)) or _is_longer(phrase, _LONGEST_OFFICE):
        return ()
    others = (one for one in phrase if one is not noun)
    return () if any(_is_another(context, tree, one) for one in others) else phrase


def head_of(phrase: Sequence[Token]) -> Token | None:
    """The head of a phrase that begins with a definite article; None of another phrase."""
    if not phrase or phrase[0].definite != "Def" or phrase[0].is_plural:
        return None
    return next((one for one in phrase[1:] if one.pos not in ("ADJ", "DET")), None)


def _in_front(context: HeadlineContext, tree: Tree, name: Name) -> tuple[Token, ...]:
    """The noun phrase with a definite article right before a name that hangs on its noun: "la députée (Jo Cox)"."""
    words = tree.within(name.span)
    if not words:
        return ()
    before = _before(tree, words[0].index)
    starts = (at for at, one in enumerate(before) if one.pos == "DET" and one.definite == "Def")
    for phrase in (before[at:] for at in starts):
        noun = next((one for one in phrase[1:] if one.pos == "NOUN"), None)
        if noun is not None and _is_one(context, tree, noun):
            others = (one for one in phrase if one is not noun)
            fits = _are_tied(tree, words, noun) and not _is_longer(phrase, _LONGEST_ROLE)
            return phrase if fits and not any(_is_another(context, tree, one) for one in others) else ()
    return ()


def _are_tied(tree: Tree, name: Sequence[Token], noun: Token) -> bool:
    """Whether a name hangs on a noun without a preposition, or the noun on the name."""
    ties = (one for one in name if tree.head(one) is noun and one.relation in _TIED)
    return noun.head in {one.index for one in name} or any(not tree.has(one, "case") for one in ties)


def _behind(context: HeadlineContext, tree: Tree, name: Name) -> tuple[Token, ...]:
    """What somebody is between the comma behind the name, or behind an age, and the next comma."""
    words = tree.within(name.span)
    phrase = _after_a_comma(tree, words[-1].index + 1) if words else ()
    if phrase and phrase[0].pos == "NUM" and context.words.has("years", phrase[-1].lemma.lower()):
        phrase = _after_a_comma(tree, phrase[-1].index + 1)
    noun = next((one for one in phrase if one.pos not in ("DET", "ADJ")), None)
    if noun is None or not _is_one(context, tree, noun):
        return ()
    others = (one for one in phrase if one is not noun)
    after = tree.next(phrase[-1])
    closed = after is not None and after.text in _CLOSED
    return phrase if closed and not any(_points_elsewhere(context, tree, one) for one in others) else ()


def _after_a_comma(tree: Tree, comma: int) -> tuple[Token, ...]:
    """The nouns, adjectives, prepositions and numbers behind a comma; nothing where there is none."""
    if comma >= len(tree.tokens) or tree.tokens[comma].text != ",":
        return ()
    return tuple(takewhile(lambda one: one.pos in _PHRASE or one.pos == "NUM", tree.tokens[comma + 1 :]))


def _ends(tree: Tree, last: Token) -> bool:
    """Whether a comma or a verb follows a name: "le maire, X, a dit", not "le maire, X et Y"."""
    after = tree.next(last) or last
    return after.pos == "PUNCT" or after.pos in ("VERB", "AUX") or after is last


def _before(tree: Tree, end: int) -> tuple[Token, ...]:
    """The nouns, adjectives and prepositions right before a word, in text order."""
    return tuple(takewhile(lambda one: one.pos in _PHRASE, reversed(tree.tokens[:end])))[::-1]


def _is_longer(phrase: Sequence[Token], characters: int) -> bool:
    return phrase[-1].end - phrase[0].start > characters


def _is_one(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    common = noun.pos == "NOUN" and not noun.entity and not noun.is_plural
    return common and is_human(context, Referent(tree, noun))


def _is_another(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether a word of the phrase may be whose name follows, or says when or whose without the reader knowing."""
    return _points_elsewhere(context, tree, word) or _is_one(context, tree, word)


def _points_elsewhere(context: HeadlineContext, tree: Tree, word: Token) -> bool:
    """Whether a word says when or whose without the reader knowing, or is another person's name."""
    lemma = word.lemma.lower()
    points = word.is_possessive or lemma in _DEMONSTRATIVE or word.index in timex_tokens(context, tree)
    return points or context.words.has("of_its_time", lemma) or word.entity == "PER"


def _is_a_body(context: HeadlineContext, last: Token) -> bool:
    """Whether the name would be that of the word before it: "le président du groupe (Masayoshi Son)"."""
    return last.pos == "NOUN" and context.entities.lexicon.is_noun(last.lemma.lower(), NounClass.COMPANY)
