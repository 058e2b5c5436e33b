"""Where an event is: the places of its clause, else what points back to one or the headline names before its colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events import names
from timeline.events.context import Context
from timeline.events.mentions import Mention
from timeline.events.names import Cast
from timeline.events.participants import told_in
from timeline.events.referents import is_definite
from timeline.events.tree import Tree
from timeline.model import Name, Span, Token

_SEAT = re.compile(r"\b(?:de |du |d['’])(?P<place>[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*)$")
_WHERE = frozenset({"à", "en", "dans", "sur", "près", "vers", "au", "aux", "in", "at", "near"})
_LED_TO = r"(?:^|\b(?:à|en|au|aux|dans|de|du|des|la|le|les)\s|[dl]['’])"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the article's story takes place, "" where it does not say: `place` is told by the headline or the lead,
    `setting` by the headline before its colon ("Nigeria : …")."""

    place: str
    setting: str


def scene(context: Context, cast: Cast, trees: Sequence[Tree]) -> Scene:
    """The place of the story: that of the headline, else that where the lead puts its news."""
    return Scene(_of_headline(context, cast, trees) or _of_lead(context, cast, trees), cast.setting)


def _of_headline(context: Context, cast: Cast, trees: Sequence[Tree]) -> str:
    """The first place of the text that the headline leads up to with a little word ("à Lagos", "le village de
    Serigny"); none where what stands before its colon is finer than a country."""
    if cast.setting and cast.setting not in names.countries(context.article.language):
        return ""
    title = context.article.title.removeprefix(cast.setting)
    known = (name for tree in trees for name in names.within(cast, tree.sentence, tree.tokens, "LOC"))
    return next((name.canonical for name in known if re.search(_LED_TO + re.escape(name.canonical) + r"\b", title)), "")


def _of_lead(context: Context, cast: Cast, trees: Sequence[Tree]) -> str:
    """The first place of the first sentence, where a preposition of place or the seat of an institution leads to it."""
    if context.first >= len(trees):
        return ""
    tree = trees[context.first]
    for entity in tree.sentence.entities:
        name = cast.name(entity)
        top = tree.top(entity.span)
        if name.label == "LOC" and top is not None and _is_where(context, tree, top):
            return name.canonical
    return ""


def _is_where(context: Context, tree: Tree, top: Token) -> bool:
    cases = {case.lemma for case in tree.dependents(top, "case")} | {
        case.text.lower() for case in tree.dependents(top, "case")
    }
    governor = tree.head(top)
    seat = context.lexicon.is_noun(governor.lemma.lower(), "institution", "town") and not governor.entity
    return bool(cases & _WHERE) or seat


def places(context: Context, cast: Cast, mention: Mention, story: Scene, near: Sequence[Name]) -> tuple[Name, ...]:
    """Where the event is.

    The places of its clause, that of an institution in it ("le tribunal de Nice"); for "la ville" or "sur place" the
    last one told; else the headline's before its colon, the sentence's, the paragraph's last. A story's first place is
    not every event's: that would be right one time in three.
    """
    tree = mention.tree
    words = told_in(mention, cast)
    for found in (
        names.within(cast, tree.sentence, words, "LOC"),
        tuple(_seats(names.within(cast, tree.sentence, words, "ORG"))),
        _pointed_at(context, tree, words, story, near),
        tuple(_unsaid(tree, [story.setting])),
        names.within(cast, tree.sentence, tree.tokens, "LOC"),
        tuple(near[-1:]),
    ):
        if found:
            return found
    return ()


def _pointed_at(
    context: Context, tree: Tree, words: Sequence[Token], story: Scene, near: Sequence[Name]
) -> tuple[Name, ...]:
    """What "la ville", "le village", "sur place" or "y" point back to."""
    points = any(
        (context.lexicon.is_noun(token.lemma.lower(), "town") and is_definite(tree, token))
        or (token.text.lower() == "place" and tree.tokens[token.index - 1].text.lower() == "sur")
        for token in words
    )
    if not points:
        return ()
    return tuple(near[-1:]) or tuple(_unsaid(tree, [story.place or story.setting]))


def _unsaid(tree: Tree, told: Iterable[str]) -> Iterator[Name]:
    """Names that the sentence does not have."""
    at = Span(tree.sentence.span.start, tree.sentence.span.start)
    return (Name(place, "", at, "LOC") for place in dict.fromkeys(told) if place)


def _seats(organisations: Iterable[Name]) -> Iterator[Name]:
    """The places in the names of institutions: "Cour d'appel de San Francisco"."""
    for name in organisations:
        if found := _SEAT.search(name.canonical):
            yield Name(found["place"], found["place"], name.span, "LOC")
