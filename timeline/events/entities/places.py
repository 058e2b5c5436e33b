"""The places of an event: those of its clause, else the referent of a word, else the headline's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events.context import Context
from timeline.events.detection.mentions import Mention
from timeline.events.entities import names
from timeline.events.entities.coreference import is_definite_singular, recalled
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.names import EntityIndex
from timeline.events.entities.participants import actors, clause, event_words
from timeline.events.lexicon import NounClass, VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern, source
from timeline.model import Name, Span, Token

_SEAT = pattern("seat")
_ON_THE_SPOT = function_words("on_the_spot")
_SPOTS = frozenset(words.rpartition(" ")[2] for words in _ON_THE_SPOT)
_LOCATIVE_PRONOUN = function_words("locative_pronoun")
_WHERE = function_words("locative")
_WAY = function_words("directional")
_HOST = ("obj", "iobj", "obl", "nmod")
_AT, _OF = (re.compile(rf"(?:{source(kind)})\Z") for kind in ("at_place", "of_place"))
_EDGE = re.compile(r"\b")
_GONE_TO = pattern("gone_to")


@dataclass(frozen=True, slots=True)
class StoryLocation:
    """Where the article's story takes place; "" where the article does not say.

    `place` comes from the headline or the lead, `setting` from the headline before its colon ("Nigeria : …").
    """

    place: str
    setting: str


def story_location(context: Context, entities: EntityIndex, trees: Sequence[Tree]) -> StoryLocation:
    """The place of the story: that of the headline, otherwise of the lead, otherwise of the things in the headline.

    Args:
        context: The article's context.
        entities: The names of the article.
        trees: The trees of the sentences, in text order.

    Returns:
        The place, and the country or region before the headline's colon; "" for one that is not known.
    """
    place = (
        _in_headline(context, entities)
        or _of_headline(context, entities, trees, _AT)
        or _of_lead(context, entities, trees)
    )
    return StoryLocation(place or _of_headline(context, entities, trees, _OF), entities.setting)


def _in_headline(context: Context, entities: EntityIndex) -> str:
    """A name after "à" or "en" in the headline that is not a person's in the text: "à Courville"."""
    found = (match["place"] for match in _GONE_TO.finditer(context.article.title))
    return next(
        (place for place in found if entities.labels.get(place, "LOC") == "LOC" and place not in entities.canonical), ""
    )


def _of_headline(context: Context, entities: EntityIndex, trees: Sequence[Tree], led_to: re.Pattern[str]) -> str:
    """The first place of the text with the common noun of the headline before it ("le village de Serigny").

    "" where the place before the headline's colon is finer than a country.
    """
    if entities.setting and entities.setting not in names.countries(context.article.language):
        return ""
    title = context.article.title.removeprefix(entities.setting)
    known = (name.canonical for tree in trees for name in names.of_sentence(entities, tree, "LOC"))
    parts = (part for name in known for part in (name, name.rpartition(" ")[2]))
    return next((part for part in dict.fromkeys(parts) if _follows(title, part, led_to)), "")


def is_led_to(title: str, at: int) -> bool:
    """Whether a preposition or an article that leads to a place stands before a name of the headline.

    Args:
        title: The headline.
        at: Where the name begins.

    Returns:
        True for "à", "en", "de" …; False at the headline's beginning.
    """
    return at > 0 and any(led_to.search(title, 0, at) for led_to in (_AT, _OF))


def _follows(title: str, part: str, led_to: re.Pattern[str]) -> bool:
    """Whether the headline has the whole words of `part` right behind what leads to a place."""
    at = title.find(part)
    while at >= 0:
        if _EDGE.match(title, at + len(part)) and led_to.search(title, 0, at):
            return True
        at = title.find(part, at + 1)
    return False


def _of_lead(context: Context, entities: EntityIndex, trees: Sequence[Tree]) -> str:
    """The first place of the first sentence after a preposition of place or in the name of an institution."""
    if context.first >= len(trees):
        return ""
    tree = trees[context.first]
    for entity in tree.sentence.entities:
        name = entities.name(entity)
        top = tree.top(entity.span)
        if name.label == "LOC" and top is not None and _is_where(context, tree, top):
            return name.canonical
    return ""


def _is_where(context: Context, tree: Tree, top: Token) -> bool:
    cases = {form for case in tree.dependents(top, "case") for form in (case.lemma, case.text.lower())}
    governor = tree.head(top)
    seat = (
        context.lexicon.is_noun(governor.lemma.lower(), NounClass.INSTITUTION, NounClass.TOWN) and not governor.entity
    )
    return bool(cases & _WHERE) or seat


def places(
    context: Context,
    entities: EntityIndex,
    mention: Mention,
    people: Sequence[Name],
    story: StoryLocation,
    near: Sequence[Name],
) -> tuple[Name, ...]:
    """The places of the event.

    They are the first of these that exist: the places of its clause and the seats of institutions in it ("le tribunal
    de Nice"); the host country; for "la ville" or "sur place" the last place mentioned; for "la planète" the one with
    that noun; the place of an office; the sentence's place; the story's place; the paragraph's last place. If the
    headline names a country or a region before its colon and these places include none, it is added, since it contains
    them.

    Args:
        context: The article's context.
        entities: The names of the article.
        mention: The mention of the event.
        people: Its people and organisations.
        story: The place of the story.
        near: The places mentioned before, in text order.

    Returns:
        The places; none where nothing gives one.
    """
    found = next(filter(None, _choices(context, entities, mention, people, story, near)), ())
    setting = story.setting if not found or entities.holds(story.setting) else ""
    held = not setting or any(entities.holds(name.canonical) or name.canonical == setting for name in found)
    return found if held else (*found, *_unsaid(mention.tree, [setting]))


def _choices(
    context: Context,
    entities: EntityIndex,
    mention: Mention,
    people: Sequence[Name],
    story: StoryLocation,
    near: Sequence[Name],
) -> Iterator[tuple[Name, ...]]:
    """The possible places of the event, best first; some of the tuples are empty."""
    tree, words = mention.tree, event_words(mention, entities)
    yield _in_clause(entities, mention, words, people)
    yield tuple(hosts(context, mention, words))
    yield _pointed_at(context, tree, words, story, near)
    yield tuple(_called(entities, tree, words))
    yield names.within(entities, tree.sentence, clause(mention), "LOC")
    yield names.of_sentence(entities, tree, "LOC")
    yield tuple(_unsaid(tree, [story.place]))
    yield tuple(near[-1:])


def _in_clause(
    entities: EntityIndex, mention: Mention, words: Sequence[Token], people: Sequence[Name]
) -> tuple[Name, ...]:
    """The places of the clause and the seats of its agents; the seats of all institutions if it names no place."""
    tree = mention.tree
    named = names.within(entities, tree.sentence, (*words, *_around(mention)), "LOC") + tuple(
        _ends(entities, tree, words)
    )
    heads = actors(tree)
    agents = [token for token in words if token.index in heads]
    acting = names.within(entities, tree.sentence, agents, "ORG")
    bodies = acting if named else [name for name in people if name.label == "ORG"]
    return tuple({name.canonical: name for name in (*named, *_seats(bodies))}.values())


def _around(mention: Mention) -> Iterator[Token]:
    """The dependents of the verb that an infinitive completes: "À Paris, la Seine n'a pas cessé de grimper"."""
    top = mention.top
    if top.relation == "xcomp":
        governor = mention.tree.head(top)
        for child in mention.tree.dependents(governor, "obl"):
            yield from mention.tree.subtree(child)


def _ends(entities: EntityIndex, tree: Tree, words: Sequence[Token]) -> Iterator[Name]:
    """The beginning or end of a route, with any label of the NER: "partis des Sables d'Olonne"."""
    for token in words:
        moves = token.relation == "obl" and entities.lexicon.is_verb(tree.head(token).lemma, VerbClass.MOTION)
        if moves and {case.lemma for case in tree.dependents(token, "case")} & _WAY:
            yield from names.within(entities, tree.sentence, [token], "ORG", "MISC")


def hosts(context: Context, mention: Mention, words: Sequence[Token]) -> Iterator[Name]:
    """The host country of a visit, from the adjective of origin: "rend visite à son allié biélorusse".

    Yields:
        The country for each such adjective; none for another event.
    """
    tree = mention.tree
    paid = (token.lemma for token in tree.dependents(mention.trigger, "obj"))  # "rend visite"
    if not any(context.lexicon.is_noun(lemma, NounClass.VISIT) for lemma in (mention.lemma, *paid)):
        return
    for token in words:
        governor = tree.head(token)
        if token.pos != "ADJ" or token.relation != "amod" or governor.relation not in _HOST:
            continue
        country = country_of(token.lemma, context.article.language)
        if country:
            yield from _unsaid(tree, [country])


def _called(entities: EntityIndex, tree: Tree, words: Sequence[Token]) -> Iterator[Name]:
    """Places that a bare noun stands for: "la planète", once "la planète Saturne" was mentioned."""
    for token in words:
        name = recalled(tree, token, entities) if token.pos == "NOUN" else None
        if name is not None and name.label == "LOC":
            yield name


def _pointed_at(
    context: Context, tree: Tree, words: Sequence[Token], story: StoryLocation, near: Sequence[Name]
) -> tuple[Name, ...]:
    """The referents of "la ville", "le village", "sur place" or "y"."""
    spots = tree.remembered("spots", context.lexicon, lambda: _spots(context, tree))
    if not spots or spots.isdisjoint(token.index for token in words):
        return ()
    return tuple(near[-1:]) or tuple(_unsaid(tree, [story.place or story.setting]))


def _spots(context: Context, tree: Tree) -> frozenset[int]:
    """The words of a sentence that point to a place."""
    return frozenset(
        token.index
        for token in tree.tokens
        if (context.lexicon.is_noun(token.lemma.lower(), NounClass.TOWN) and is_definite_singular(tree, token))
        or (token.text.lower() in _SPOTS and _after_its_word(tree, token) in _ON_THE_SPOT)
        or (token.pos == "PRON" and token.text.lower() in _LOCATIVE_PRONOUN)
    )


def _after_its_word(tree: Tree, token: Token) -> str:
    return " ".join(word.text.lower() for word in tree.tokens[max(0, token.index - 1) : token.index + 1])


def _unsaid(tree: Tree, places: Iterable[str]) -> Iterator[Name]:
    """Names that do not occur in the sentence."""
    at = Span(tree.sentence.span.start, tree.sentence.span.start)
    return (Name(place, "", at, "LOC") for place in dict.fromkeys(places) if place)


def _seats(organisations: Iterable[Name]) -> Iterator[Name]:
    """The places in the names of institutions: "Cour d'appel de San Francisco"."""
    for name in organisations:
        if found := _SEAT.search(name.canonical):
            yield Name(found["place"], found["place"], name.span, "LOC")
